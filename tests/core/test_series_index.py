"""The index of a series: what is due, as which version, and what a broken index is told."""

import json

import pytest
from asm_atlas.core.exceptions import DocumentError
from asm_atlas.core.series_index import (
    INDEX_NAME,
    SeriesIndex,
    file_checksum,
    index_document,
    read_index,
)

MADE_OF = {"data": "1", "theme": "2", "recipe": "3", "plugin": "4", "parameters": "5"}


@pytest.fixture()
def index(tmp_path):
    """An index of one sheet whose file is in the folder."""
    (tmp_path / "a.pdf").write_text("sheet")
    made = SeriesIndex()
    decision = made.decide("a/en", "a", MADE_OF, tmp_path, False)
    made.made("a/en", decision, "2026-05-31T10:00:00", {"a.pdf": file_checksum(tmp_path / "a.pdf")}, MADE_OF)
    return made


def decided(index, folder, always=False, **changes):
    decision = index.decide("a/en", "a", {**MADE_OF, **changes}, folder, always)
    return decision.is_due, decision.version, decision.reasons


def test_a_new_sheet_is_version_one(tmp_path):
    assert decided(SeriesIndex(), tmp_path) == (True, 1, ("new",))


def test_nothing_changed(index, tmp_path):
    assert decided(index, tmp_path) == (False, 1, ())


@pytest.mark.parametrize("what", MADE_OF)
def test_any_change_raises_the_version_and_is_named(index, tmp_path, what):
    assert decided(index, tmp_path, **{what: "other"}) == (True, 2, (what,))


def test_asked_for(index, tmp_path):
    assert decided(index, tmp_path, always=True) == (True, 2, ("asked",))
    assert decided(index, tmp_path, always=True, data="other") == (True, 2, ("data",))


def test_a_missing_file_is_made_again_as_it_was(index, tmp_path):
    (tmp_path / "a.pdf").unlink()
    assert decided(index, tmp_path) == (True, 1, ("files_missing",))


def test_a_file_changed_by_someone_raises_the_version(index, tmp_path):
    (tmp_path / "a.pdf").write_text("mine")
    assert decided(index, tmp_path) == (True, 2, ("files_changed",))


def test_languages_share_a_number_and_new_maps_get_the_next(index, tmp_path):
    assert index.decide("a/fr", "a", MADE_OF, tmp_path, False).number == 1
    assert index.decide("b/en", "b", MADE_OF, tmp_path, False).number == 2


def test_what_is_written_is_read_again(index, tmp_path):
    (tmp_path / INDEX_NAME).write_text(index_document(index), encoding="utf-8")
    assert read_index(tmp_path) == index


def test_no_index_is_an_empty_one(tmp_path):
    assert read_index(tmp_path) == SeriesIndex()


SHEET = {"number": 1, "version": 1, "made": "", "files": {}, "made_of": {}}


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"schema": "asm-atlas/series-index/9", "sheets": {}, "numbers": {}}, id="later version"),
        pytest.param({"schema": "asm-atlas/series-index/1"}, id="no sheets"),
        pytest.param(
            {"schema": "asm-atlas/series-index/1", "sheets": {"a": 1}, "numbers": {}}, id="no sheet"
        ),
        pytest.param(
            {
                "schema": "asm-atlas/series-index/1",
                "sheets": {"a": {**SHEET, "files": {"../x": ""}}},
                "numbers": {},
            },
            id="file elsewhere",
        ),
        pytest.param(
            {"schema": "asm-atlas/series-index/1", "sheets": {}, "numbers": {"a": "1"}}, id="number as text"
        ),
        pytest.param([], id="a list"),
    ],
)
def test_an_index_that_cannot_be_used_says_what_to_do(tmp_path, document):
    (tmp_path / INDEX_NAME).write_text(json.dumps(document))
    with pytest.raises(DocumentError, match=r"series_index.json.*move it away to begin the series anew"):
        read_index(tmp_path)
