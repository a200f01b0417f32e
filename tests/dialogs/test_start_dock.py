"""The dock "Start here": it follows the project, opens tools filled in, and lets go of everything."""

import time

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

IMPORTED = ("findings", "actors", "statuses", "visits", "sites")


class DockIface:
    """What the dock asks of QGIS."""

    def __init__(self):
        self.window = QMainWindow()
        self.tables, self.opened, self.warnings = [], [], []
        self.may_close = True

    def mainWindow(self):  # noqa: N802
        return self.window

    def messageBar(self):  # noqa: N802
        return self

    def pushWarning(self, title, text):  # noqa: N802
        self.warnings.append(text)

    pushInfo = pushWarning  # noqa: N815

    def showAttributeTable(self, layer, expression):  # noqa: N802
        self.tables.append((layer.name(), expression))

    def newProject(self, asks):  # noqa: N802
        assert asks
        return self.may_close

    def addProject(self, path):  # noqa: N802
        self.opened.append(path)


@pytest.fixture()
def make_dock(plugin, qgis_new_project, monkeypatch):
    """Make docks in a window of their own; they are released and deleted after the test."""
    from asm_atlas.dialogs import start_dock

    monkeypatch.setattr(start_dock, "READ_DELAY_MS", 10)
    QgsSettings().remove("asm_atlas/start")
    made, calls = [], []

    def make():
        iface = DockIface()
        names = ("import", "scheme", "sheet", "help")
        windows = start_dock.Windows(*(lambda name=name: calls.append(name) for name in names))
        dock = start_dock.StartDock(iface, windows, iface.window)
        dock.calls = calls
        iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        iface.window.show()
        dock.show()
        made.append(dock)
        return dock

    yield make
    for dock in made:
        if not sip.isdeleted(dock):
            dock.release()
            dock.iface.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QgsProject.instance().clear()
    QgsSettings().remove("asm_atlas/start")


@pytest.fixture()
def dock(make_dock):
    dock = make_dock()
    settle(dock)
    return dock


@pytest.fixture()
def import_layers(dock, atlas_files, open_layer):
    """The tables of an import, in the open project, and read by the dock."""
    layers = {name: open_layer(atlas_files[name], name) for name in IMPORTED}
    settle(dock)
    return layers


def settle(dock):
    end = time.monotonic() + 120
    while dock.is_reading and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert not dock.is_reading


def following(dock):
    return [step for step, panel in dock.panels.items() if panel.is_next]


def test_it_says_what_to_do_in_an_empty_project(dock):
    assert following(dock) == ["data"]
    assert dock.panels["data"].heading.text() == "1. Data: next"
    assert "The project is empty." in dock.panels["data"].facts.text()
    assert not dock.update_button.isEnabled()
    assert not dock.serious_button.isEnabled()
    assert not dock.all_button.isEnabled()


def test_it_follows_layers_that_come_go_and_get_other_names(dock, import_layers):
    assert following(dock) == ["findings"]
    assert dock.panels["findings"].accessibleName() == "2. Findings: next"
    import_layers["sites"].setName("Our sites")
    settle(dock)
    assert "Our sites (300 rows)" in dock.panels["data"].facts.text()
    QgsProject.instance().removeMapLayer(import_layers["visits"].id())
    settle(dock)
    assert following(dock) == ["data"]
    QgsProject.instance().clear()
    settle(dock)
    assert "The project is empty." in dock.panels["data"].facts.text()


def test_a_filter_on_a_layer_is_told(dock, import_layers):
    import_layers["sites"].setSubsetString('"workers" > 100')
    settle(dock)
    assert "filtered" in dock.panels["data"].facts.text()


def test_a_source_that_is_given_again_is_read(dock, open_layer, atlas_files, tmp_path):
    from qgis.core import QgsDataProvider, QgsVectorLayer

    open_layer(atlas_files["visits"], "visits")
    lost = QgsVectorLayer(str(tmp_path / "sites.gpkg") + "|layername=sites", "lost", "ogr")
    QgsProject.instance().addMapLayer(lost)
    settle(dock)
    assert "cannot be read; next" in dock.panels["data"].heading.text()
    lost.setDataSource(atlas_files["sites"], "found", "ogr", QgsDataProvider.ProviderOptions())
    settle(dock)
    assert dock.panels["data"].heading.text() == "1. Data: done"


def test_layers_removed_while_their_rows_are_counted_do_no_harm(dock, atlas_files, open_layer):
    for name in (*IMPORTED, "scores"):
        open_layer(atlas_files[name], name)
    dock.read()
    QgsProject.instance().clear()
    settle(dock)
    assert following(dock) == ["data"]


def test_a_hidden_dock_reads_nothing_until_it_is_shown(dock, atlas_files, open_layer):
    dock.hide()
    open_layer(atlas_files["sites"], "sites")
    QCoreApplication.processEvents()
    assert not dock.is_reading
    assert dock.tables.n_layers == 0
    dock.show()
    settle(dock)
    assert dock.tables.n_layers == 1


def test_many_changes_are_read_once(dock, monkeypatch, atlas_files, open_layer):
    from asm_atlas.dialogs import start_dock

    reads = []
    real = start_dock.project_tables
    monkeypatch.setattr(start_dock, "READ_DELAY_MS", 400)
    monkeypatch.setattr(start_dock, "project_tables", lambda project: reads.append(1) or real(project))
    for name in IMPORTED:
        open_layer(atlas_files[name], name)
    settle(dock)
    assert len(reads) == 1


def test_findings_open_at_the_serious_ones_and_count_as_looked_at(dock, import_layers):
    assert dock.serious_button.text() == "Show the errors (1)"
    dock.serious_button.click()
    assert dock.iface.tables == [("findings", "\"severity\" = 'error'")]
    assert following(dock) == ["score"]
    dock.all_button.click()
    assert dock.iface.tables[-1] == ("findings", "")
    dock.read()
    settle(dock)
    assert following(dock) == ["score"], "kept with the project"
    QgsProject.instance().removeMapLayer(import_layers["findings"].id())
    settle(dock)
    assert not dock.all_button.isEnabled()


def test_windows_of_the_plugin_are_opened_by_their_buttons(dock):
    dock.import_button.click()
    dock.scheme_button.click()
    dock.sheet_button.click()
    dock.help_button.click()
    assert dock.calls == ["import", "scheme", "sheet", "help"]


def test_the_scorecard_starts_with_the_tables_of_the_project(dock, import_layers, atlas_files):
    from asm_atlas.dialogs.start_tools import SCORECARD, UPDATE, parameters_of

    given = parameters_of(SCORECARD, QgsProject.instance())
    for role in ("sites", "visits", "actors", "statuses"):
        assert given[role.upper()] == import_layers[role].id()
    assert "SCORES" not in given, "QGIS finds no new table in a file opened without the name of one"
    assert parameters_of(UPDATE, QgsProject.instance())["ATLAS"] == atlas_files["sites"]


def test_results_go_into_the_file_of_the_sites(dock, atlas_files, open_layer):
    from asm_atlas.dialogs.start_tools import SCORECARD, parameters_of

    open_layer(f"{atlas_files['sites']}|layername=sites", "sites")
    given = parameters_of(SCORECARD, QgsProject.instance())
    assert (
        given["SCORES"].sink.staticValue() == f"ogr:dbname='{atlas_files['sites']}' table=\"scores\" (geom)"
    )


def test_an_update_starts_with_the_tables_of_the_other_import(dock, import_layers, tmp_path, open_layer):
    import shutil

    from asm_atlas.dialogs.start_tools import UPDATE, parameters_of

    path = shutil.copy(import_layers["sites"].source(), tmp_path / "newer.gpkg")
    newer = open_layer(path, "newer")
    QgsProject.instance().layerTreeRoot().findLayer(newer.id())
    given = parameters_of(UPDATE, QgsProject.instance())
    assert {given["ATLAS"], QgsProject.instance().mapLayer(given["SITES"]).source()} == {
        import_layers["sites"].source(),
        newer.source(),
    }


def test_analyses_start_with_areas_titles_and_scores_of_the_project(dock, demo_project):
    from asm_atlas.dialogs.start_tools import AREAS, CLUSTERS, TITLES, parameters_of

    def name(layer_id):
        return demo_project.mapLayer(layer_id).name()

    areas = parameters_of(AREAS, demo_project)
    assert (name(areas["SITES"]), name(areas["AREAS"])) == ("sites", "protected_areas")
    titles = parameters_of(TITLES, demo_project)
    assert (name(titles["SITES"]), name(titles["TITLES"])) == ("sites", "titles")
    clusters = parameters_of(CLUSTERS, demo_project)
    assert (name(clusters["INPUT"]), clusters["FIELD"]) == ("scores", "security_level")


@pytest.mark.parametrize("tool", ["SCORECARD", "UPDATE", "AREAS", "TITLES", "CLUSTERS"])
def test_an_empty_project_fills_in_nothing(dock, tool):
    from asm_atlas.dialogs import start_tools

    assert start_tools.parameters_of(getattr(start_tools, tool), QgsProject.instance()) == {}


def test_a_score_made_by_what_is_filled_in_ends_in_the_atlas(dock, run, atlas_files, tmp_path, open_layer):
    import shutil

    from asm_atlas.dialogs.start_tools import SCORECARD, parameters_of

    atlas = shutil.copy(atlas_files["sites"], tmp_path / "atlas.gpkg")
    open_layer(f"{atlas}|layername=sites", "sites")
    open_layer(atlas_files["visits"], "visits")
    settle(dock)
    for _ in range(2):  # again, while the project shows the table
        run(SCORECARD, **parameters_of(SCORECARD, QgsProject.instance()))
        if not QgsProject.instance().mapLayersByName("scores"):
            open_layer(f"{atlas}|layername=scores", "scores")
    settle(dock)
    assert following(dock) == ["analyse"]
    assert QgsProject.instance().mapLayersByName("scores")[0].featureCount() == 300


def test_a_tool_is_opened_filled_in_and_kept(dock, import_layers, monkeypatch):
    from qgis import processing

    asked = []

    def create(algorithm, parameters):
        asked.append((algorithm, parameters["SITES"]))
        return QWidget()

    monkeypatch.setattr(processing, "createAlgorithmDialog", create, raising=False)
    dock.score_button.click()
    assert asked == [("asm:scorecard", import_layers["sites"].id())]
    assert dock._dialogs[0].isVisible(), "Python's half is held, or Run would do nothing"
    dock._dialogs[0].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dock._dialogs == []


def test_a_missing_package_is_told_instead_of_a_dialog(dock, monkeypatch):
    from asm_atlas.processing import algorithm

    monkeypatch.setattr(algorithm, "missing_dependency", lambda: "pandas is missing.")
    dock.score_button.click()
    assert dock.iface.warnings == ["pandas is missing."]
    assert dock._dialogs == []


def test_a_layout_of_a_sheet_is_told_and_one_of_the_users_is_not(designer, dock):
    designer.open_in_designer()
    QgsProject.instance().layoutManager().printLayouts()[0].setName("Our sheet")
    settle(dock)
    dock.read()
    settle(dock)
    assert "Our sheet" in dock.panels["print"].facts.text()


def test_an_exported_sheet_is_noted_in_the_project(designer, dock, tmp_path, monkeypatch):
    designer.printed.connect(dock.schedule)
    monkeypatch.setattr(designer, "ask_path", lambda *_: str(tmp_path / "first.pdf"))
    designer.export()
    settle(dock)
    assert dock.panels["print"].heading.text() == "5. Print: done"
    assert dock.panels["print"].facts.text().endswith("first.pdf")
    assert str(tmp_path) not in dock.panels["print"].facts.text()


# -- manners ------------------------------------------------------------------------------------------------


def test_it_opens_at_first_use_and_stays_closed_once_closed(make_dock):
    from asm_atlas.dialogs.start_dock import opens_at_start

    assert opens_at_start()
    dock = make_dock()
    QCoreApplication.processEvents()
    dock.close()
    assert not opens_at_start()
    dock.toggleViewAction().trigger()
    assert opens_at_start()
    dock.iface.window.hide()
    assert opens_at_start(), "a window that closes takes its docks along; the user has not closed them"


def test_every_button_can_be_reached_and_has_words(dock):
    for button in dock.findChildren(QPushButton):
        if button.objectName().startswith("qt_"):
            continue
        assert button.text(), button
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()


def test_it_sets_no_colour_of_its_own(dock):
    for widget in dock.findChildren(QWidget):
        assert widget.styleSheet() == ""


def test_large_letters_and_long_names_are_wrapped_not_cut(dock, import_layers):
    import_layers["sites"].setName("Sites miniers artisanaux visités dans les provinces de l'Est " * 2)
    font = dock.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    dock.setFont(font)
    settle(dock)

    def cut():
        labels = [label for label in dock.widget().findChildren(QLabel) if label.isVisible() and label.text()]
        return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]

    end = time.monotonic() + 30
    while cut() and time.monotonic() < end:
        QCoreApplication.processEvents()  # layouts follow in rounds
    assert cut() == []


def test_three_docks_in_turn_leave_no_signal_behind(make_dock, atlas_files, open_layer):
    project = QgsProject.instance()
    sites = open_layer(atlas_files["sites"], "sites")

    def receivers():
        return [
            *(project.receivers(signal) for signal in (project.layersAdded, project.cleared)),
            sites.receivers(sites.dataChanged),
        ]

    before = receivers()
    for _ in range(3):
        dock = make_dock()
        dock.read()
        assert receivers() > before
        dock.release()
        dock.release()  # a second time is harmless
        assert receivers() == before
