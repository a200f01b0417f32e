"""Saving a scheme as a new version, and closing the editor with changes that are not saved."""

import json

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from scheme_editing import TABLES, button, message

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
