"""Loads and unloads the plugin as the plugin reloader does, windows open, and prints what is left after each round.

python reloading.py <root> <rounds> <folder with sites.gpkg and others>
"""

# ruff: noqa: N802 (names of QGIS)

import gc
import importlib.util
import json
import os
import sys
import threading
import time
from pathlib import Path

root, rounds, tables = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != root]

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer  # noqa: E402
from qgis.gui import QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QThreadPool  # noqa: E402
from qgis.PyQt.QtGui import QFontDatabase  # noqa: E402
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu, QToolBar, QWidget  # noqa: E402

application = QgsApplication([b"reloading"], True)
application.initQgis()
sys.excepthook = lambda *error: sys.__excepthook__(*error)  # as QGIS has one of its own: no end at an error


class Window:
    """A main window with the menu, toolbar and docks that a plugin may fill."""

    def __init__(self):
        self.window = QMainWindow()
        self.toolbar, self.menu = QToolBar(self.window), QMenu(self.window)
        self.canvas = QgsMapCanvas(self.window)
        self.submenus, self.factories, self.docks = {}, [], []

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def registerOptionsWidgetFactory(self, factory):
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.factories.remove(factory)

    def addPluginToMenu(self, name, action):
        if name not in self.submenus:
            self.submenus[name] = self.menu.addMenu(name)
        self.submenus[name].addAction(action)

    def removePluginMenu(self, name, action):
        self.submenus[name].removeAction(action)
        if not self.submenus[name].actions():
            self.menu.removeAction(self.submenus[name].menuAction())
            self.submenus.pop(name).deleteLater()

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        self.docks.append(dock)

    def addTabifiedDockWidget(self, area, dock, *_):
        self.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)
        self.docks.remove(dock)


def load():
    spec = importlib.util.spec_from_file_location(
        "asm_atlas", root / "__init__.py", submodule_search_locations=[str(root)]
    )
    package = sys.modules["asm_atlas"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    instance = package.classFactory(iface)
    instance.initGui()
    return instance


def drop_modules():
    for name in [name for name in sys.modules if name.split(".")[0] == "asm_atlas"]:
        del sys.modules[name]


def settle(seconds=0.0):
    """Let tasks end and what is to be deleted go."""
    ends = time.monotonic() + seconds
    while True:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not QgsApplication.taskManager().tasks() and time.monotonic() >= ends:
            break
        time.sleep(0.01)
        if time.monotonic() > ends + 60:
            break
    gc.collect()


def receivers(source, *names):
    return {name: source.receivers(getattr(source, name)) for name in names}


def fonts_registered():
    """How many fonts of programs Qt has: the number that it gives to the next one."""
    number = QFontDatabase.addApplicationFont(str(root / "resources" / "fonts" / "Lato-Regular.ttf"))
    QFontDatabase.removeApplicationFont(number)
    return number


def resident_mib():
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def traces():
    settle()
    project, manager = QgsProject.instance(), QgsApplication.taskManager()
    return {
        "providers": sorted(each.id() for each in QgsApplication.processingRegistry().providers()),
        "menu": len(iface.menu.actions()),
        "toolbar": len(iface.toolbar.actions()),
        "toolbars": len(iface.window.findChildren(QToolBar)),
        "actions": len(iface.window.findChildren(QAction)),
        "widgets": len(iface.window.findChildren(QWidget)),
        "windows": sorted(
            type(each).__name__ for each in QgsApplication.topLevelWidgets() if each.isVisible()
        ),
        "factories": len(iface.factories),
        "docks": len(iface.docks),
        "tasks": len(manager.tasks()),
        "threads": sorted(each.name for each in threading.enumerate()),
        "pooled": QThreadPool.globalInstance().activeThreadCount(),
        "layers": len(project.mapLayers()),
        "layouts": len(project.layoutManager().layouts()),
        "temporary": sorted(each.name for each in Path(os.environ["TMPDIR"]).glob("asm_*")),
        "fonts": fonts_registered(),
        "project": receivers(
            project,
            "layersAdded",
            "layersRemoved",
            "layersWillBeRemoved",
            "cleared",
            "readProject",
            "homePathChanged",
        ),
        "layer": {
            layer.name(): receivers(layer, "willBeDeleted", "layerModified", "nameChanged")
            for layer in project.mapLayers().values()
        },
        "settings": receivers(QgsApplication.instance(), "aboutToQuit"),
        "manager": receivers(manager, "statusChanged", "allTasksFinished"),
        "translators": len(iface.window.findChildren(type(application))),
        "modules": sum(name.split(".")[0] == "asm_atlas" for name in sys.modules),
    }


iface = Window()
iface.window.show()
for name in ("scores", "visits", "sites"):
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(tables / f"{name}.gpkg"), name, "ogr"))
kept, memory = [], []
for number in range(rounds + 1):
    plugin = load()
    while_on = len(iface.toolbar.actions())
    openers = [name for name in dir(plugin) if name.startswith("open_")]
    for name in openers:
        if not name.startswith(("open_help", "open_demo")):
            getattr(plugin, name)()
    if number % 2:
        settle(0.3)  # the windows have drawn and scored; else they are closed in the midst of it
    plugin.unload()
    del plugin
    drop_modules()
    kept.append(traces())
    memory.append(resident_mib())
answer = {"rounds": kept, "memory": memory, "while_on": while_on, "openers": openers}
print("ANSWER" + json.dumps(answer), flush=True)
os._exit(0)  # QGIS may crash while Python shuts down
