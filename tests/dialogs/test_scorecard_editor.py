"""The scheme editor with real widgets on the demo data and on the real release."""

import json
import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QCloseEvent, QFont, QKeyEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton

TABLES = ("statuses", "actors", "visits", "sites")
SECURITY, HEALTH = ("dimensions", 0), ("dimensions", 1)
FIRST_WEIGHT = (*SECURITY, "items", 0, "w")


class CanvasIface:
    """What the editor asks of QGIS: the map."""

    def __init__(self):
        self.canvas = QgsMapCanvas()
        self.canvas.setRenderFlag(False)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        self.canvas.resize(400, 300)
        self.canvas.setExtent(QgsRectangle(0, -1e6, 3e6, 1e6))

    def mapCanvas(self):  # noqa: N802
        return self.canvas


def settle(editor, seconds=30):
    """Wait until the levels are those of the newest state."""
    end = time.monotonic() + seconds
    while editor.results.preview.is_busy and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert not editor.results.preview.is_busy


def message(editor):
    item = editor.message_bar.currentItem()
    return item.text() if item is not None else ""


def button(widget, text):
    (found,) = [one for one in widget.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


@pytest.fixture(autouse=True)
def fresh_scheme_settings():
    QgsSettings().remove("asm_atlas/scheme")
    yield
    QgsSettings().remove("asm_atlas/scheme")


@pytest.fixture()
def make_editor(plugin):
    """Make editors on the open project; they are closed and deleted after the test."""
    from asm_atlas.dialogs.scorecard_editor import ScorecardEditor

    made = []

    def make():
        editor = ScorecardEditor(CanvasIface(), None)
        made.append(editor)
        editor.show()
        return editor

    yield make
    for editor in made:
        if not sip.isdeleted(editor):
            editor.discard_and_close()
            editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture()
def atlas_layers(qgis_new_project, atlas_files, open_layer):
    """The tables of the demo's import, in the open project."""
    yield {name: open_layer(atlas_files[name], name) for name in TABLES}
    QgsProject.instance().clear()


@pytest.fixture()
def editor(atlas_layers, make_editor):
    """The editor on the demo data, scored."""
    editor = make_editor()
    settle(editor)
    return editor


@pytest.fixture()
def plain_editor(qgis_new_project, make_editor):
    """The editor without any layer."""
    return make_editor()


# -- opening ----------------------------------------------------------------------------------------


def test_it_opens_with_the_default_scheme_and_the_guessed_tables(editor):
    layers = {role: layer.name() for role, layer in editor.results.layers.layers().items()}
    assert layers == {name: name for name in TABLES}
    assert "asm-atlas-1 1.0" in editor.heading.text()
    assert editor.tree.current_path() == SECURITY
    assert not editor.save_button.isEnabled()
    assert editor.save_button.toolTip() == "Nothing has been changed."


@pytest.mark.parametrize("name", ["asm_atlas_1", "oecd_annex_ii_1", "site_criteria_1"])
def test_every_part_of_every_shipped_scheme_has_its_form(plain_editor, resources, name):
    plain_editor.open_scheme(resources / "schemes" / f"{name}.json")
    for row in plain_editor.tree.rows():
        plain_editor.tree.setCurrentItem(row)
        assert plain_editor.part.path == plain_editor.tree.current_path()
    assert plain_editor.edits.stack.isClean()
    assert plain_editor.edits.fault is None


def test_looking_at_a_scheme_leaves_its_bytes(plain_editor, resources):
    from asm_atlas.core.scorecard.scheme_document import scheme_text

    path = resources / "schemes" / "asm_atlas_1.json"
    for row in plain_editor.tree.rows():
        plain_editor.tree.setCurrentItem(row)
        for field in plain_editor.part.findChildren(QLabel):
            field.setFocus()
    assert scheme_text(plain_editor.edits.document) == path.read_text(encoding="utf-8")


def test_a_file_with_a_fault_is_not_opened(plain_editor, tmp_path, resources):
    document = json.loads((resources / "schemes" / "asm_atlas_1.json").read_text("utf-8"))
    document["dimensions"][0]["items"][1]["w"] = -1
    path = tmp_path / "<b>mine.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    plain_editor.open_scheme(path)
    assert "dimensions.0.items.1.w" in message(plain_editor)
    assert "&lt;b&gt;mine.json" in message(plain_editor)
    assert plain_editor.edits.name == "asm-atlas-1"


def test_without_layers_it_says_what_to_choose(plain_editor):
    assert "under Layers" in plain_editor.results.chart.text
    assert plain_editor.results.chart.accessibleDescription() == plain_editor.results.chart.text
    plain_editor.part.weights[0].setValue(1)
    assert plain_editor.save_button.isEnabled()


# -- editing ----------------------------------------------------------------------------------------


def test_a_weight_changes_the_shares_in_form_and_tree(plain_editor):
    plain_editor.part.weights[0].setValue(4)
    assert plain_editor.edits.value(FIRST_WEIGHT) == 4
    assert [round(bar.share, 3) for bar in plain_editor.part.bars] == [0.5, 0.25, 0.25]
    row = plain_editor.tree.topLevelItem(0).child(0).child(0)
    assert (row.text(1), row.text(2)) == ("4", "50%")
    assert row.font(0).bold()
    assert not plain_editor.tree.topLevelItem(0).child(0).child(1).font(0).bold()
    assert "not saved" in plain_editor.heading.text()


@pytest.mark.parametrize(
    "path, row, column, text, expected",
    [
        pytest.param((*HEALTH, "items", 0), 0, 1, "0.25", {"yes": 0.25, "no": 1}, id="points"),
        pytest.param((*HEALTH, "items", 0), 0, 1, "0,25", {"yes": 0.25, "no": 1}, id="a decimal comma"),
        pytest.param((*HEALTH, "items", 0), 1, 1, "", {"yes": 0, "no": None}, id="empty is unknown"),
        pytest.param((*HEALTH, "items", 0), 0, 2, "0.5", {"yes": [0, 0.5], "no": 1}, id="an interval"),
    ],
)
def test_points_are_typed_into_the_table(plain_editor, path, row, column, text, expected):
    plain_editor.tree.choose(path)
    plain_editor.part.table.item(row, column).setText(text)
    assert plain_editor.edits.value((*path, "points")) == expected
    assert plain_editor.edits.fault is None


def test_an_interval_becomes_one_number_again(plain_editor):
    path = (*SECURITY, "items", 2)
    plain_editor.tree.choose(path)
    table = plain_editor.part.table
    assert [table.item(0, column).text() for column in range(3)] == ["1, irregular", "0.4", "0.8"]
    table.item(0, 2).setText("")
    assert plain_editor.edits.value((*path, "points", "1")) == 0.4


def test_steps_are_added_changed_and_taken_out(plain_editor):
    path = ("dimensions", 4, "items", 0)
    plain_editor.tree.choose(path)
    table = plain_editor.part.table
    before = plain_editor.edits.value((*path, "steps"))
    button(plain_editor.part, "Add a step").click()
    assert plain_editor.edits.value((*path, "steps"))[-1] == {"from": 1000, "points": 1}
    table.item(2, 0).setText("60")
    assert plain_editor.edits.value((*path, "steps"))[2]["from"] == 60
    table.setCurrentCell(5, 0)
    button(plain_editor.part, "Take out the step").click()
    plain_editor.edits.stack.undo()
    plain_editor.edits.stack.undo()
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.value((*path, "steps")) == before
    table.setCurrentCell(0, 0)
    button(plain_editor.part, "Take out the step").click()
    assert plain_editor.edits.value((*path, "steps")) == before


def test_a_cut_is_dragged_and_is_one_step_back(plain_editor):
    plain_editor.tree.choose(())
    bar = plain_editor.part.cut_bar
    bar.resize(320, bar.sizeHint().height())
    middle = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(int(bar.x_of(25)), middle))
    for value in (30, 35, 90):
        place = QPointF(bar.x_of(value), middle)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(bar, QMouseEvent(QEvent.Type.MouseMove, place, left, left, none))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(int(bar.x_of(90)), middle))
    assert plain_editor.edits.value(("cuts",)) == [49, 50, 75]
    assert plain_editor.part.cuts[0].value() == 49
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.value(("cuts",)) == [25, 50, 75]
    assert plain_editor.edits.stack.isClean()


def test_a_cut_is_moved_with_the_keys(plain_editor):
    plain_editor.tree.choose(())
    bar = plain_editor.part.cut_bar
    QTest.keyClick(bar, Qt.Key.Key_Down)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert plain_editor.edits.value(("cuts",)) == [25, 51, 75]


def test_a_knock_out_is_switched_off_and_on(plain_editor):
    plain_editor.tree.choose(HEALTH)
    box, level = plain_editor.part.cap_boxes[0], plain_editor.part.cap_levels[0]
    box.click()
    assert plain_editor.edits.value((*HEALTH, "caps", 0, "enabled")) is False
    assert not level.isEnabled()
    box.click()
    assert plain_editor.edits.stack.isClean()
    level.setCurrentIndex(1)
    level.activated.emit(1)
    assert plain_editor.edits.value((*HEALTH, "caps", 0, "level")) == "low"


def test_texts_coverage_and_provenance_are_written(plain_editor):
    plain_editor.tree.choose(())
    part = plain_editor.part
    part.min_coverage.setValue(40)
    part.title_fr.setText("")
    QTest.keyClicks(part.title_fr, "Le <b>mien</b>")
    part.text_en.setPlainText("One\ntext")
    assert plain_editor.edits.value(("min_coverage",)) == 0.4
    assert plain_editor.edits.value(("label", "fr")) == "Le <b>mien</b>"
    assert plain_editor.edits.value(("text", "en")) == "One text"
    plain_editor.tree.choose((*HEALTH, "items", 1))
    plain_editor.part.provenance.setPlainText("Our own convention.")
    assert plain_editor.edits.value((*HEALTH, "items", 1, "provenance")) == "Our own convention."
    assert plain_editor.part.applicability.text() == "Counts only where: gold site."


def test_data_are_shown_as_plain_text(plain_editor):
    for row in plain_editor.tree.rows():
        plain_editor.tree.setCurrentItem(row)
        words = [label for label in plain_editor.part.findChildren(QLabel) if label.wordWrap()]
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in words)


# -- faults -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part, break_it, words, place",
    [
        pytest.param(
            (), lambda part: part.cuts[0].setValue(60), "must rise", "cut-offs", id="cuts that do not rise"
        ),
        pytest.param(
            SECURITY,
            lambda part: part.weights[1].setValue(0),
            "must be above 0",
            "Security › Number of different acts › weight",
            id="a weight of nought",
        ),
        pytest.param(
            (*HEALTH, "items", 0),
            lambda part: part.table.item(0, 1).setText("7"),
            "must be between 0 and 1, not 7",
            "Health and safety › Children under 15 working › points › yes",
            id="points above one",
        ),
        pytest.param(
            (*SECURITY, "items", 1),
            lambda part: part.table.item(2, 0).setText("0.5"),
            "must be above 1, the step before",
            "Security › Number of different acts › steps › 3 › from",
            id="steps that do not rise",
        ),
        pytest.param(
            (*SECURITY, "items", 2),
            lambda part: part.unknown[0].setValue(0.5),
            "must hold the points of every answer",
            "Security › Frequency of the worst actor › points of an unknown answer",
            id="an unknown answer narrower than the known ones",
        ),
        pytest.param(
            SECURITY,
            lambda part: (part.title_en.clear(), part.title_en.textEdited.emit("")),
            "must not be empty",
            "title › English",
            id="an empty title",
        ),
    ],
)
def test_a_fault_is_shown_in_its_place_and_forbids_saving(plain_editor, part, break_it, words, place):
    plain_editor.tree.choose(part)
    break_it(plain_editor.part)
    shown = [label.text() for label in plain_editor.part._faults.values() if label.isVisibleTo(plain_editor)]
    shown += [plain_editor.part.top_fault.text()] if plain_editor.part.top_fault.text() else []
    assert len(shown) == 1
    assert words in shown[0]
    assert plain_editor.status.text().startswith("Cannot be saved. ")
    assert place in plain_editor.status.text()
    assert not plain_editor.save_button.isEnabled()
    assert words in plain_editor.save_button.accessibleDescription()
    assert plain_editor.save() is False
    plain_editor.tree.choose(("dimensions", 5))
    assert not any(label.text() for label in plain_editor.part._faults.values())
    plain_editor.fault_button.click()
    assert plain_editor.tree.current_path() == part or plain_editor.tree.current_path()[:2] == part
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.fault is None
    assert plain_editor.fault_button.isHidden()


def test_levels_wait_while_there_is_a_fault(editor):
    editor.part.weights[0].setValue(0)
    assert editor.results.chart.is_stale
    assert not editor.results.preview.is_busy
    editor.part.weights[0].setValue(5)
    settle(editor)
    assert not editor.results.chart.is_stale


# -- undo -------------------------------------------------------------------------------------------


def test_typing_is_one_step_and_undo_shows_where(plain_editor):
    spin = plain_editor.part.weights[0]
    for value in (7, 8, 9):
        spin.setValue(value)
    spin.editingFinished.emit()
    spin.setValue(3)
    plain_editor.tree.choose((*HEALTH, "items", 0))
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.value(FIRST_WEIGHT) == 9
    assert plain_editor.tree.current_path()[:2] == SECURITY
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.value(FIRST_WEIGHT) == 6
    assert plain_editor.edits.stack.isClean()
    plain_editor.edits.stack.redo()
    plain_editor.edits.stack.redo()
    assert plain_editor.edits.value(FIRST_WEIGHT) == 3


def test_the_fields_leave_undo_to_the_editor(plain_editor):
    part = plain_editor.part
    control = Qt.KeyboardModifier.ControlModifier
    for field in (part.title_en, part.weights[0], part.weights[0].lineEdit()):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control, "z")
        assert part._keys.eventFilter(field, event)
        assert not event.isAccepted()
    keys = [key.toString() for key in plain_editor.redo_action.shortcuts()]
    assert plain_editor.undo_action.shortcut().toString() == "Ctrl+Z"
    assert keys == ["Ctrl+Shift+Z", "Ctrl+Y"]


# -- levels -----------------------------------------------------------------------------------------


def test_the_chart_shows_what_the_algorithm_counts(editor, atlas_files, open_layer):
    scores = open_layer(atlas_files["scores"], "scores")
    levels = [feature["security_level"] for feature in scores.getFeatures() if feature["state"] == "scored"]
    panel = editor.results.chart.panels[0]
    assert panel.title == "Security"
    expected = [sum(level == number for level in levels) for number in range(5)]
    assert [bar.after for bar in panel.bars[:5]] == expected
    assert [bar.before for bar in panel.bars[:5]] == expected
    assert f"{len(levels)} of {scores.featureCount()} sites are scored" in editor.status.text()
    assert "Security: no data" in editor.results.chart.accessibleDescription()


def test_a_change_lists_the_sites_that_change(editor):
    editor.tree.choose(())
    editor.part.cuts[2].setValue(100)
    settle(editor)
    table = editor.results.sites
    changes = table.model.changes
    assert changes
    assert all((change.before, change.after) == (4, 3) for change in changes if change.dimension == "access")
    assert f"{len({change.pcode for change in changes})} sites change" in table.summary.text()
    texts = [table.proxy.data(table.proxy.index(0, column)) for column in range(5)]
    assert texts[3:] == ["high", "▼ medium"]
    editor.tree.choose(SECURITY)
    table.only_chosen.setChecked(True)
    assert table.proxy.rowCount() == sum(change.dimension == "security" for change in changes)
    editor.edits.stack.undo()
    settle(editor)
    assert editor.results.sites.summary.text() == "No site changes its level."


def test_the_map_goes_to_a_site(editor):
    editor.tree.choose(())
    editor.part.cuts[2].setValue(100)
    settle(editor)
    table = editor.results.sites
    table.table.selectRow(0)
    change = table.current_change()
    canvas = editor.iface.mapCanvas()
    table.zoom_button.click()
    assert canvas.center().x() == pytest.approx(change.longitude * 111319.49, rel=1e-4)
    assert canvas.scale() <= 50_001


def test_a_site_without_a_location_is_not_zoomed_to(editor):
    from asm_atlas.core.scorecard.level_changes import LevelChange

    table = editor.results.sites
    nan = float("nan")
    table.show_changes(
        [LevelChange("x", "<i>X", "security", 1, 2, nan, nan)], {"security": "S"}, {1: "a", 2: "b"}
    )
    table.table.selectRow(0)
    assert not table.zoom_button.isEnabled()
    assert table.zoom_button.toolTip() == "The site has no location."
    table.zoom_to_current()


def test_rows_that_are_edited_are_read_again(editor, atlas_layers):
    visits = atlas_layers["visits"]
    panel = editor.results.chart.panels[1]
    visits.startEditing()
    field = visits.fields().indexOf("children")
    for feature in visits.getFeatures():
        visits.changeAttributeValue(feature.id(), field, "yes")
    settle(editor)
    after = editor.results.chart.panels[1]
    assert after.bars[1].after > panel.bars[1].after
    assert after.bars[4].after == 0
    visits.rollBack()


def test_a_removed_layer_is_said(editor, atlas_layers):
    QgsProject.instance().removeMapLayer(atlas_layers["actors"].id())
    settle(editor)
    assert "No table of armed actors" in editor.status.text()
    QgsProject.instance().removeMapLayer(atlas_layers["visits"].id())
    settle(editor)
    assert "under Layers" in editor.results.chart.text


def test_a_table_that_does_not_fit_is_said(editor, atlas_layers):
    editor.results.layers.combos["visits"].setLayer(atlas_layers["statuses"])
    settle(editor)
    assert "The table VISITS lacks the fields" in editor.results.chart.text


def test_only_the_newest_state_is_scored(editor):
    heard = []
    editor.results.preview.done.connect(lambda comparison, _: heard.append(comparison))
    for value in (1, 2, 3, 4, 5):
        editor.part.weights[1].setValue(value)
        QApplication.processEvents()
    settle(editor)
    assert len(heard) <= 2
    assert editor.results.after.dimensions[0].items[1].weight == 5


# -- comparing --------------------------------------------------------------------------------------


def test_two_shipped_schemes_are_compared(editor, choose, resources):
    path = str(resources / "schemes" / "site_criteria_1.json")
    index = next(i for i in range(9) if editor.compare_with.itemText(i) == "site_criteria_1")
    editor.compare_with.setCurrentIndex(index)
    editor.compare_with.activated.emit(index)
    settle(editor)
    assert editor.compare_with.currentData().endswith(path[-20:])
    titles = [panel.title for panel in editor.results.chart.panels]
    assert "Security (only after)" in titles
    assert "Official status in force (only before)" in titles
    assert "different levels" in editor.results.sites.summary.text()
    assert editor.results.differences.table.rowCount() > 10


def test_differences_are_told_in_words(plain_editor):
    plain_editor.part.weights[0].setValue(3)
    plain_editor.tree.choose((*HEALTH, "items", 0))
    plain_editor.part.table.item(1, 1).setText("")
    plain_editor.tree.choose(HEALTH)
    plain_editor.part.cap_boxes[0].click()
    table = plain_editor.results.differences.table
    rows = [(table.item(row, 0).text(), table.item(row, 1).text()) for row in range(table.rowCount())]
    assert rows == [
        ("Security › Armed influence (worst actor)", "weight: 6 → 3"),
        ("Health and safety", "knock-out (Children under 15 working) switched: on → off"),
        ("Health and safety › Children under 15 working", "points “No”: 1 → unknown"),
    ]


# -- saving -----------------------------------------------------------------------------------------


def test_a_new_version_is_written_and_scores_carry_its_hash(editor, tmp_path, atlas_files, plugin):
    from qgis import processing

    suggestions = []
    target = tmp_path / "mine"
    editor.ask_path = lambda suggestion: (suggestions.append(suggestion), str(target))[1]
    editor.part.weights[0].setValue(4)
    assert editor.save() is True
    assert suggestions[0].endswith("asm-atlas-1_1.1.json")
    document = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert (document["id"], document["version"]) == ("asm-atlas-1", "1.1")
    assert document["dimensions"][0]["items"][0]["w"] == 4
    assert editor.edits.stack.isClean()
    assert not editor.save_button.isEnabled()
    assert editor.edits.scheme.hash in message(editor)
    tables = {name.upper(): atlas_files[name] for name in TABLES}
    result = processing.run(
        "asm:scorecard",
        {**tables, "SCHEME_FILE": str(tmp_path / "mine.json"), "SCORES": "TEMPORARY_OUTPUT"},
    )
    row = next(result["SCORES"].getFeatures())
    assert row["scheme_hash"] == editor.edits.scheme.hash
    editor.part.weights[0].setValue(5)
    editor.save()
    assert suggestions[1].endswith("asm-atlas-1_1.2.json")


def test_versions_that_were_written_are_not_used_again(plain_editor, tmp_path):
    plain_editor.ask_path = lambda suggestion: str(tmp_path / suggestion.split("/")[-1])
    plain_editor.part.weights[0].setValue(4)
    plain_editor.save()
    plain_editor.edits.stack.undo()
    assert plain_editor.edits.value(("version",)) == "1.0"
    plain_editor.part.weights[0].setValue(2)
    plain_editor.save()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "asm-atlas-1_1.1.json",
        "asm-atlas-1_1.2.json",
    ]


def test_a_shipped_file_is_never_overwritten(plain_editor, resources):
    path = resources / "schemes" / "asm_atlas_1.json"
    before = path.read_bytes()
    plain_editor.ask_path = lambda _: str(resources / "schemes" / ".." / "schemes" / "asm_atlas_1.json")
    plain_editor.part.weights[0].setValue(4)
    assert plain_editor.save() is False
    assert "choose another folder" in message(plain_editor)
    assert path.read_bytes() == before
    assert plain_editor.edits.value(("version",)) == "1.0"


def test_a_folder_that_cannot_be_written_is_said(plain_editor, tmp_path):
    plain_editor.ask_path = lambda _: str(tmp_path / "absent" / "mine.json")
    plain_editor.part.weights[0].setValue(4)
    assert plain_editor.save() is False
    assert "mine.json cannot be written" in message(plain_editor)
    assert not plain_editor.edits.stack.isClean()


# -- closing ----------------------------------------------------------------------------------------


def test_escape_closes_what_is_unchanged(plain_editor):
    QTest.keyClick(plain_editor, Qt.Key.Key_Escape)
    assert not plain_editor.isVisible()


def test_escape_asks_while_changes_are_unsaved(plain_editor):
    plain_editor.part.weights[0].setValue(4)
    QTest.keyClick(plain_editor, Qt.Key.Key_Escape)
    assert plain_editor.isVisible()
    assert "not saved" in message(plain_editor)
    QTest.keyClick(plain_editor, Qt.Key.Key_Escape)
    assert message(plain_editor) == ""
    plain_editor.reject()
    button(plain_editor.question, "Discard changes").click()
    assert not plain_editor.isVisible()


def test_the_window_frame_asks_too(plain_editor):
    plain_editor.part.weights[0].setValue(4)
    event = QCloseEvent()
    QApplication.sendEvent(plain_editor, event)
    assert not event.isAccepted()
    assert plain_editor.is_asking


def test_saving_from_the_question_closes(plain_editor, tmp_path):
    plain_editor.ask_path = lambda _: str(tmp_path / "mine.json")
    plain_editor.part.weights[0].setValue(4)
    plain_editor.reject()
    button(plain_editor.question, "Save…").click()
    assert (tmp_path / "mine.json").exists()
    assert not plain_editor.isVisible()


def test_another_scheme_is_opened_after_the_question(plain_editor, resources):
    plain_editor.part.weights[0].setValue(4)
    plain_editor.open_scheme(resources / "schemes" / "oecd_annex_ii_1.json")
    assert plain_editor.edits.name == "asm-atlas-1"
    button(plain_editor.question, "Discard changes").click()
    assert plain_editor.edits.name == "oecd-annex-ii-1"
    assert plain_editor.edits.stack.isClean()


# -- reading ----------------------------------------------------------------------------------------


def test_every_field_has_a_name_for_screen_readers(plain_editor):
    from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTableView

    kinds = (QAbstractSpinBox, QComboBox, QPlainTextEdit, QTableView)
    for row in plain_editor.tree.rows():
        plain_editor.tree.setCurrentItem(row)
        fields = [one for kind in kinds for one in plain_editor.findChildren(kind)]
        fields += plain_editor.part.findChildren(QLineEdit)
        unnamed = [
            one
            for one in fields
            if not one.accessibleName() and one.objectName() != "qt_spinbox_lineedit" and one.isVisible()
        ]
        assert unnamed == []


def test_tab_goes_from_the_tree_through_the_form_to_the_results(plain_editor):
    for path in ((), SECURITY, (*HEALTH, "items", 0)):
        plain_editor.tree.choose(path)
        fields = plain_editor.part.fields()
        assert len(fields) > 5
        chain, widget = [], plain_editor.tree
        while widget is not plain_editor.results.tabBar():
            widget = widget.nextInFocusChain()
            chain.append(widget)
        assert [one for one in chain if one in fields] == fields
        others = [plain_editor.save_button, plain_editor.close_button, plain_editor.open_button]
        assert not any(one in chain for one in others)


@pytest.mark.parametrize("points", [9, 16])
def test_it_fits_a_laptop_with_small_and_large_letters(atlas_layers, make_editor, points):
    before = QApplication.font()
    QApplication.setFont(QFont(before.family(), points))
    try:
        editor = make_editor()
        settle(editor)
        editor.resize(1366, 700)
        QApplication.processEvents()
        assert editor.minimumSizeHint().width() <= 1366
        assert editor.minimumSizeHint().height() <= 700
        chart = editor.results.chart
        last = chart.panel_rect(len(chart.panels) - 1)
        assert last.bottom() <= chart.height() + 1
        assert last.right() <= chart.width() + 1
    finally:
        QApplication.setFont(before)


def test_the_bars_differ_without_colour(editor):
    """Before is hatched, after is filled: seen in grey they are still two kinds of bars."""
    editor.part.weights[0].setValue(1)
    settle(editor)
    chart = editor.results.chart
    image = chart.grab().toImage().convertToFormat(24)  # QImage.Format_Grayscale8
    swatch = [image.pixelColor(x, int(0.5 * chart._line)).lightness() for x in range(5, 5 + chart._line)]
    assert len(set(swatch)) > 1


@pytest.mark.real_data
def test_the_real_release_is_scored_before_and_after(
    plugin, data, tmp_path, qgis_new_project, open_layer, make_editor
):
    from qgis import processing

    names = (*TABLES, "findings")
    paths = {name: str(tmp_path / f"{name}.gpkg") for name in names}
    source = str(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    processing.run("asm:importvisits", {"INPUT": source, **{name.upper(): paths[name] for name in names}})
    for name in TABLES:
        open_layer(paths[name], name)
    editor = make_editor()
    settle(editor)
    assert editor.status.text().startswith("1228 of 3423 sites are scored")
    security = [bar.after for bar in editor.results.chart.panels[0].bars]
    assert security == [0, 386, 192, 16, 634]
    editor.part.weights[0].setValue(1)
    settle(editor)
    bars = editor.results.chart.panels[0].bars
    assert [bar.before for bar in bars] == security
    assert sum(bar.after for bar in bars) == 1228
    assert len({change.pcode for change in editor.results.comparison.changes}) == 135
    QgsProject.instance().clear()
