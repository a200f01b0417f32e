"""The plugin starts, stops without a trace, and starts where pandas or shapely are missing."""

import json
import os
import subprocess
import sys
import textwrap
import time

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu, QToolBar, QWidget

ALGORITHMS = {"importvisits", "scorecard", "protectedareaoverlap", "printsheet"}


class WindowIface:
    """A main window with the plugin menu and the plugin toolbar of QGIS, in which nothing is mocked."""

    def __init__(self):
        self.window = QMainWindow()
        self.toolbar = QToolBar(self.window)
        self.menu = QMenu(self.window)
        self.submenus = {}
        self.factories = []

    def registerOptionsWidgetFactory(self, factory):  # noqa: N802
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):  # noqa: N802
        self.factories.remove(factory)

    def mainWindow(self):  # noqa: N802
        return self.window

    def addPluginToMenu(self, name, action):  # noqa: N802
        if name not in self.submenus:
            self.submenus[name] = self.menu.addMenu(name)
        self.submenus[name].addAction(action)

    def removePluginMenu(self, name, action):  # noqa: N802
        submenu = self.submenus[name]
        submenu.removeAction(action)
        if not submenu.actions():  # as QGIS does
            self.menu.removeAction(submenu.menuAction())
            self.submenus.pop(name).deleteLater()

    def addToolBarIcon(self, action):  # noqa: N802
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):  # noqa: N802
        self.toolbar.removeAction(action)


def delete_later_now():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def traces(iface):
    """Everything of QGIS that the plugin could leave something in."""
    delete_later_now()
    project = QgsProject.instance()
    return {
        "providers": sorted(p.id() for p in QgsApplication.processingRegistry().providers()),
        "algorithms": len(QgsApplication.processingRegistry().algorithms()),
        "menu": len(iface.menu.actions()),
        "toolbar": len(iface.toolbar.actions()),
        "actions": len(iface.window.findChildren(QAction)),
        "widgets": len(iface.window.findChildren(QWidget)),
        "factories": len(iface.factories),
        "layersAdded": project.receivers(project.layersAdded),
        "layersRemoved": project.receivers(project.layersRemoved),
        "layersWillBeRemoved": project.receivers(project.layersWillBeRemoved),
    }


@pytest.fixture()
def iface(plugin, qgis_new_project):
    """A window without the plugin; the provider of the other tests is back afterwards."""
    plugin.unload()
    iface = WindowIface()
    yield iface
    iface.window.deleteLater()
    delete_later_now()
    plugin.initProcessing()


@pytest.fixture()
def demo_tables(plugin, resources, tmp_path, qgis_new_project):
    """The tables of an import of the demo visits, in the open project."""
    from qgis import processing

    names = ("sites", "visits", "actors", "statuses", "findings")
    paths = {name.upper(): str(tmp_path / f"{name}.gpkg") for name in names}
    plugin.initProcessing()
    processing.run("asm:importvisits", {"INPUT": str(resources / "demo" / "visits.csv"), **paths})
    plugin.unload()
    for name in names[:4]:
        layer = QgsVectorLayer(paths[name.upper()], name, "ogr")
        QgsProject.instance().addMapLayer(layer)
    yield
    QgsProject.instance().clear()


def provider_ids():
    return [p.id() for p in QgsApplication.processingRegistry().providers()]


def test_three_rounds_leave_no_trace(iface):
    import asm_atlas

    before = traces(iface)
    assert "asm" not in before["providers"]
    for _ in range(3):
        instance = asm_atlas.classFactory(iface)
        instance.initGui()
        during = traces(iface)
        assert during["providers"].count("asm") == 1
        assert during["menu"] == before["menu"] + 1
        assert during["toolbar"] == before["toolbar"] + 3
        assert during["factories"] == before["factories"] + 2
        assert "Lato" in QFontDatabase().families()
        names = {a.name() for a in QgsApplication.processingRegistry().providerById("asm").algorithms()}
        assert names >= ALGORITHMS
        instance.open_sheet_designer()
        instance.open_import_wizard()
        instance.open_scheme_editor()
        assert traces(iface)["layersAdded"] > before["layersAdded"]
        instance.unload()
        assert traces(iface) == before


def test_the_provider_alone_comes_and_goes(iface):
    """What qgis_process does: no interface, initProcessing only."""
    import asm_atlas

    before = traces(iface)
    instance = asm_atlas.classFactory(None)
    instance.initProcessing()
    assert provider_ids().count("asm") == 1
    instance.unload()
    assert traces(iface) == before
    instance.unload()  # a second time is harmless


@pytest.mark.parametrize("place, name", [(0, "import_wizard"), (1, "sheet_designer")])
def test_each_action_opens_one_window(iface, place, name):
    import asm_atlas

    instance = asm_atlas.classFactory(iface)
    instance.initGui()
    action = iface.toolbar.actions()[place]
    assert not action.icon().isNull()
    action.trigger()
    window = getattr(instance, name)
    assert window.isVisible()
    action.trigger()
    assert getattr(instance, name) is window
    window.close()
    delete_later_now()
    assert sip.isdeleted(window)
    assert getattr(instance, name) is None
    action.trigger()
    assert getattr(instance, name).isVisible()
    instance.unload()


def test_it_stops_while_the_scheme_editor_is_scoring_unsaved_changes(iface, demo_tables):
    import asm_atlas
    from asm_atlas.dialogs import score_preview

    instance = asm_atlas.classFactory(iface)
    instance.initGui()
    instance.open_scheme_editor()
    editor = instance.scheme_editor
    instance.open_scheme_editor()
    assert instance.scheme_editor is editor
    editor.part.weights[0].setValue(4)
    end = time.monotonic() + 20
    while not score_preview._running and time.monotonic() < end:
        QCoreApplication.processEvents()
    assert score_preview._running
    instance.unload()
    assert instance.scheme_editor is None
    delete_later_now()
    assert sip.isdeleted(editor)
    while score_preview._running and time.monotonic() < end:
        QCoreApplication.processEvents()
    assert score_preview._running == set()


START = textwrap.dedent(
    """
    import importlib.util, json, sys

    absent = sys.argv[2].split()

    class Absent:
        def find_spec(self, name, path=None, target=None):
            if name.split(".")[0] in absent:
                raise ModuleNotFoundError(name)

    sys.meta_path.insert(0, Absent())
    sys.path[:] = [entry for entry in sys.path if entry not in ("", sys.argv[1])]
    from qgis.core import QgsApplication, QgsProcessingContext

    of_qgis = set(sys.modules)  # from 3.40 on QGIS imports shapely itself
    QgsApplication.setPrefixPath(sys.argv[3], True)
    application = QgsApplication([], True)
    application.initQgis()
    spec = importlib.util.spec_from_file_location(
        "asm_atlas", sys.argv[1] + "/__init__.py", submodule_search_locations=[sys.argv[1]])
    package = sys.modules["asm_atlas"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    plugin = package.classFactory(None)
    plugin.initProcessing()
    import asm_atlas.dialogs.import_wizard
    import asm_atlas.dialogs.scorecard_editor
    import asm_atlas.dialogs.sheet_designer
    found = {"loaded": [name for name in ("numpy", "pandas", "shapely") if name in set(sys.modules) - of_qgis], "answers": {}}
    for algorithm in QgsApplication.processingRegistry().providerById("asm").algorithms():
        found["answers"][algorithm.name()] = [
            *algorithm.canExecute(), *algorithm.checkParameterValues({}, QgsProcessingContext())]
    print("FOUND" + json.dumps(found))
    plugin.unload()
    sys.stdout.flush()
    import os
    os._exit(0)  # QGIS may crash while Python shuts down
    """
)


def start(root, absent):
    """Start the plugin in a process of its own in which some packages cannot be imported."""
    run = subprocess.run(
        [sys.executable, "-c", START, str(root), absent, QgsApplication.prefixPath()],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("FOUND")]
    assert lines, run.stderr
    return json.loads(lines[0][len("FOUND") :])


@pytest.mark.subprocess
@pytest.mark.parametrize("absent", ["pandas shapely", "pandas", "shapely", "numpy pandas shapely"])
def test_it_starts_without_its_packages_and_says_what_is_missing(root, absent):
    found = start(root, absent)
    assert found["loaded"] == []
    assert set(found["answers"]) >= ALGORITHMS
    for can_execute, reason, values_are_good, complaint in found["answers"].values():
        assert not can_execute
        assert not values_are_good
        assert f"package {absent.split()[0]} " in reason
        assert "; close QGIS and run in" in reason
        assert complaint == reason


@pytest.mark.subprocess
def test_starting_imports_neither_pandas_nor_shapely(root):
    found = start(root, "")
    assert found["loaded"] == []
    for can_execute, reason, _, complaint in found["answers"].values():
        assert can_execute, reason
        assert "ASM Atlas cannot work" not in complaint
