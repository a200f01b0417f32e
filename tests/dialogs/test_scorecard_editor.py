"""The scheme editor with real widgets: opening, editing, undo."""

import json
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel
from scheme_editing import FIRST_WEIGHT, HEALTH, SECURITY, TABLES, button, message

SCHEMES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "schemes").glob("*.json"))

# -- opening ----------------------------------------------------------------------------------------


def test_it_opens_with_the_default_scheme_and_the_guessed_tables(editor):
    layers = {role: layer.name() for role, layer in editor.results.layers.layers().items()}
    assert layers == {name: name for name in TABLES}
    assert "asm-atlas-1 1.0" in editor.heading.text()
    assert editor.tree.current_path() == SECURITY
    assert not editor.save_button.isEnabled()
    assert editor.save_button.toolTip() == "Nothing has been changed."


@pytest.mark.parametrize("name", SCHEMES)
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
