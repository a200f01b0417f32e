"""The page of the packages in QGIS's options, the message at the start, and the dialogs without packages."""

import json
import os
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest
from asm_atlas.dialogs import packages_page
from asm_atlas.processing.package_advice import PackageState
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QGroupBox, QLabel, QMainWindow, QPushButton

READY = [
    PackageState("numpy", "1.20", version="1.24.2", place="/usr/lib/python3/dist-packages/numpy"),
    PackageState("pandas", "1.5", version="1.5.3", place="/usr/lib/python3/dist-packages/pandas"),
    PackageState("shapely", "2.0", version="2.1.2", place="/usr/lib/python3/dist-packages/shapely"),
    PackageState("segno", "1.4", is_optional=True, version="1.6.6", place="/opt/segno"),
]


def changed(**states):
    """The packages, ready but for those given."""
    return [states.get(state.name, state) for state in READY]


TITLES = ("State", "Needed", "Found", "For")
MISSING = changed(
    shapely=PackageState("shapely", "2.0", problem="missing"),
    segno=PackageState("segno", "1.4", is_optional=True, problem="missing"),
)


@pytest.fixture()
def page(plugin, monkeypatch):
    """A page, shown, on states of packages."""
    made = []

    def page(states):
        monkeypatch.setattr(packages_page, "look_at_packages", lambda: list(states))
        made.append(packages_page.PackagesPageFactory().createWidget(None))
        made[-1].show()
        QCoreApplication.processEvents()  # what is put into a window that is shown appears a moment later
        return made[-1]

    yield page
    for widget in made:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(page):
    """By package, the texts of its box."""
    return {
        box.title(): [label.text() for label in box.findChildren(QLabel)]
        for box in page.findChildren(QGroupBox)
        if box.isVisible()
    }


def commands(page):
    return [row for row in page.findChildren(packages_page.CommandRow) if row.isVisible()]


def test_nothing_is_looked_at_before_the_page_is_shown(plugin, monkeypatch):
    def fail():
        raise AssertionError("QGIS makes all pages as its options open")

    monkeypatch.setattr(packages_page, "look_at_packages", fail)
    made = packages_page.PackagesPageFactory().createWidget(None)
    assert made.objectName() == packages_page.PAGE
    made.deleteLater()


def test_all_is_ready(page):
    shown = page(READY)
    assert shown.summary.text() == "All packages that ASM Atlas needs are ready."
    assert commands(shown) == []
    assert list(texts(shown)) == ["numpy", "pandas", "shapely", "segno"]
    assert [text for text in texts(shown)["pandas"] if text not in TITLES] == [
        "✓ ready",
        "1.5 or later",
        "1.5.3 in /usr/lib/python3/dist-packages/pandas",
        "Reads, checks and joins the tables of visits.",
    ]
    assert "optional, 1.4 or later" in texts(shown)["segno"]


@pytest.mark.parametrize(
    "name, state, words",
    [
        pytest.param("shapely", {"problem": "missing", "place": ""}, "✗ The Python package shapely 2.0 or later is missing", id="missing"),
        pytest.param("shapely", {"problem": "old", "version": "1.8.5"}, "✗ The Python package shapely 1.8.5 is too old, 2.0 or later is needed", id="old"),
        pytest.param(
            "pandas",
            {"problem": "mismatch", "detail": "numpy.dtype size changed"},
            "✗ The Python package pandas 1.5.3 is installed but does not fit numpy 1.24.2 (numpy.dtype size changed)",
            id="made for another numpy",
        ),
        pytest.param("pandas", {"problem": "broken", "detail": "DLL load failed"}, "✗ The Python package pandas 1.5.3 is installed but cannot be imported (DLL load failed)", id="broken"),
        pytest.param("segno", {"problem": "missing", "place": ""}, "– not installed; everything else works without it", id="optional"),
    ],
)  # fmt: skip
def test_a_state_is_told_in_words_and_by_a_sign(page, name, state, words):
    before = next(found for found in READY if found.name == name)
    shown = page(changed(**{name: replace(before, **state)}))
    assert words in texts(shown)[name]
    assert len(commands(shown)) == (1 if name == "segno" else 2)


def test_a_command_is_copied_by_keyboard(page):
    shown = page(MISSING)
    assert shown.summary.text().startswith(
        "✗ ASM Atlas cannot work until this is mended; nothing is installed"
    )
    row = commands(shown)[-1]
    assert "segno" in row.command.text()
    assert row.command.isReadOnly()
    assert row.copy_button.accessibleName() == "Copy the command for segno"
    row.copy_button.setFocus()
    QTest.keyClick(row.copy_button, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == row.command.text()
    assert row.copy_button.text() == "✓ Copied"


def test_all_is_copied_as_text_without_the_name_of_the_user(page, monkeypatch, tmp_path):
    monkeypatch.setattr(packages_page.Path, "home", lambda: tmp_path)
    shown = page(changed(pandas=replace(READY[1], place=f"{tmp_path}/.local/pandas"), shapely=MISSING[2]))
    shown.copy_button.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("ASM Atlas ") and "QGIS " in lines[0] and "Python " in lines[0]
    assert "pandas: ✓ ready" in lines
    assert "    Needed: 1.5 or later; Found: 1.5.3 in ~/.local/pandas" in lines
    assert "shapely: ✗ The Python package shapely 2.0 or later is missing" in lines
    assert any(line.startswith("    close QGIS and run in") and "shapely" in line for line in lines)
    assert str(tmp_path) not in "".join(lines)


def test_what_was_mended_is_seen_by_checking_again(page, monkeypatch):
    shown = page(MISSING)
    assert len(commands(shown)) == 3
    monkeypatch.setattr(packages_page, "look_at_packages", lambda: READY)
    shown.check_button.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert commands(shown) == []
    assert len(shown.findChildren(QGroupBox)) == len(READY)


class BarIface:
    """A window with QGIS's message bar; which page of the options is asked for."""

    def __init__(self):
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)
        self.options = []

    def mainWindow(self):  # noqa: N802
        return self.window

    def messageBar(self):  # noqa: N802
        return self.bar

    def showOptionsDialog(self, parent, page):  # noqa: N802
        self.options.append(page)


def test_the_start_tells_of_what_is_missing_and_opens_the_page(plugin, monkeypatch):
    iface = BarIface()
    monkeypatch.setattr(packages_page, "foreseen_problems", lambda: "the package is missing")
    item = packages_page.tell_of_packages(iface)
    assert iface.bar.items() == [item]
    assert item.text() == "Nothing can be computed yet: the package is missing."
    item.findChild(QPushButton).click()
    assert iface.options == [packages_page.PAGE]
    assert iface.bar.popWidget(item)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(item)


def test_the_start_is_silent_where_nothing_is_missing(plugin, monkeypatch):
    iface = BarIface()
    monkeypatch.setattr(packages_page, "foreseen_problems", lambda: "")
    assert packages_page.tell_of_packages(iface) is None
    assert iface.bar.items() == []


OPEN = textwrap.dedent(
    """
    import importlib.util, json, os, sys, time

    root, prefix, absent, layers = sys.argv[1], sys.argv[2], sys.argv[3].split(), json.loads(sys.argv[4])

    class Absent:
        def find_spec(self, name, path=None, target=None):
            if name.split(".")[0] in absent:
                raise ModuleNotFoundError(name)

    sys.meta_path.insert(0, Absent())
    sys.path[:] = [entry for entry in sys.path if entry not in ("", root)]
    from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtCore import QCoreApplication
    from qgis.PyQt.QtWidgets import QLabel

    errors = []
    sys.excepthook = lambda *error: errors.append(str(error[1]))
    QgsApplication.setPrefixPath(prefix, True)
    application = QgsApplication([], True)
    application.initQgis()
    spec = importlib.util.spec_from_file_location(
        "asm_atlas", root + "/__init__.py", submodule_search_locations=[root])
    package = sys.modules["asm_atlas"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    package.classFactory(None).initProcessing()
    for name, path in layers.items():
        QgsProject.instance().addMapLayer(QgsVectorLayer(path, name, "ogr"))

    class Iface:
        def mapCanvas(self):
            return QgsMapCanvas()

    from asm_atlas.dialogs.import_wizard import ImportWizard
    from asm_atlas.dialogs.packages_page import PackagesPage
    from asm_atlas.dialogs.scorecard_editor import ScorecardEditor
    from asm_atlas.dialogs.sheet_designer import SheetDesigner
    said, windows = {}, []
    for make in (ImportWizard, SheetDesigner, ScorecardEditor):
        windows.append(make(Iface(), None))
        windows[-1].show()
        end = time.monotonic() + 60
        while make.__name__ not in said and not errors and time.monotonic() < end:
            QCoreApplication.processEvents()
            texts = [label.text() for label in windows[-1].findChildren(QLabel)]
            told = [text for text in texts if "ASM Atlas cannot work: " in text]
            if told:
                said[make.__name__] = told[0]
    enabled = [b.isEnabled() for b in (windows[1].export_button, windows[1].series_button, windows[1].hand_button)]
    page = PackagesPage(None)
    page.show()
    said["PackagesPage"] = page.summary.text()
    print("FOUND" + json.dumps({"said": said, "errors": errors, "enabled": enabled}))
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash while Python shuts down
    """
)


@pytest.mark.subprocess
@pytest.mark.parametrize("has_layers", [True, False], ids=["demo layers", "empty project"])
@pytest.mark.parametrize("absent", ["shapely", "pandas", "numpy pandas shapely"])
def test_dialogs_open_without_packages_and_say_so(root, atlas_files, absent, has_layers):
    layers = {name: atlas_files[name] for name in ("scores", "visits", "sites")} if has_layers else {}
    run = subprocess.run(
        [sys.executable, "-c", OPEN, str(root), QgsApplication.prefixPath(), absent, json.dumps(layers)],
        capture_output=True,
        text=True,
        timeout=400,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("FOUND")]
    assert lines, run.stderr
    found = json.loads(lines[0][len("FOUND") :])
    assert found["errors"] == []
    assert set(found["said"]) == {"ImportWizard", "SheetDesigner", "ScorecardEditor", "PackagesPage"}
    for name in ("ImportWizard", "SheetDesigner", "ScorecardEditor"):
        assert f"the Python package {absent.split()[0]} " in found["said"][name]
        assert "close QGIS and run in" in found["said"][name]
    assert found["enabled"] == [False, False, False]
    assert found["said"]["PackagesPage"].startswith("✗ ")
