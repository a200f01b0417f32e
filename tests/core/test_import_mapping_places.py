"""Profile documents as places to fill, and the words of coded columns."""

from pathlib import Path

import pandas as pd
import pytest
from asm_atlas.core.documents import read_document
from asm_atlas.core.importing.mapping_places import (
    PLACES,
    assigned,
    coded_words,
    column_examples,
    slot_patterns,
    with_assigned,
)
from asm_atlas.core.importing.profile_documents import profile_from
from asm_atlas.core.vocabulary import read_vocabularies

PROFILES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "profiles").glob("*.json"))
BASE = {"schema": "asm-atlas/profile/1", "id": "own", "version": "1"}


@pytest.mark.parametrize("name", PROFILES)
def test_a_document_taken_apart_and_put_together_reads_the_same(resources, name):
    document = read_document(resources / "profiles" / f"{name}.json")
    again = with_assigned(document, assigned(document), slots=1)
    assert profile_from(again, name) == profile_from(document, name)


def test_every_place_comes_back():
    columns = {place: f"column of {place}" for place in PLACES if place != "actors.type_set"}
    document = with_assigned(BASE, columns, slots=1)
    assert assigned(document) == columns
    profile_from(document, "own")


def test_places_left_empty_leave_no_entry():
    document = with_assigned({**BASE, "minerals": {"columns": ["a"], "separator": ","}}, {"pcode": "k"}, 1)
    assert document == {**BASE, "columns": {"pcode": "k"}}


def test_numbered_columns_become_one_pattern():
    header = ["group1", "group2", "group3", "q1a", "q2a", "note1", "10", "x"]
    assert slot_patterns(header) == {"group{slot}": 3, "q{slot}a": 2}


def test_examples_are_the_first_different_values():
    frame = pd.DataFrame({"a": ["x", "", "x", " y ", None, "z", "w"], "b": ["l" * 60] + [""] * 6})
    examples = column_examples(frame)
    assert examples["a"] == "x | y | z"
    assert len(examples["b"]) == 40


def test_unknown_words_come_first_and_lists_are_split(resources):
    vocabularies = read_vocabularies(resources / "vocabularies")
    frame = pd.DataFrame(
        {"k": ["1", "2", "3"], "m": ["Or, Caillou", "or", "Caillou, Coltan"], "p": ["Oui", "peut-être", ""]}
    )
    document = {
        **BASE,
        "columns": {"pcode": "k", "presence": "p"},
        "minerals": {"columns": ["m"], "separator": ","},
        "recode": {"presence": {"Peut-Être": "unknown"}},
    }
    words = coded_words(frame, profile_from(document, "own"), vocabularies)
    found = {(w.target, w.word): (w.rows, w.code, w.how) for group in words.values() for w in group}
    assert found["minerals", "Caillou"] == (2, None, "unknown")
    assert words["minerals"][0].word == "Caillou"
    assert found["minerals", "or"][1] == "gold"
    assert found["presence", "peut-être"] == (1, "unknown", "chosen")
    assert set(words) == {"minerals", "presence"}
