"""Faults of a scheme in the editor: shown in their place, and never saved."""

import pytest
from scheme_editing import HEALTH, SECURITY, settle


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
