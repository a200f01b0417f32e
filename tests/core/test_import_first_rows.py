"""The first rows of an import beside what the source wrote."""

import pandas as pd
import pytest
from asm_atlas.core.importing.findings import findings_text
from asm_atlas.core.importing.first_rows import first_rows
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import profile_from
from asm_atlas.core.vocabulary import read_vocabularies

DOCUMENT = {
    "schema": "asm-atlas/profile/1",
    "id": "own",
    "version": "1",
    "columns": {
        "pcode": "k",
        "visit_date": "d",
        "workers": "w",
        "longitude": "x",
        "latitude": "y",
        "name": "n",
    },
    "minerals": {"columns": ["m1", "m2"]},
}
FRAME = pd.DataFrame(
    {
        "k": ["A1", "", "A2"],
        "n": ["Mine  une", "b", "<b>c</b>"],
        "d": ["13/02/2023", "14/02/2023", "2023-03-01"],
        "w": ["12", "1", "-4"],
        "x": ["28.50", "28", "28.7"],
        "y": ["-2.5", "-2", "-2.7"],
        "m1": ["Or", "Or", "gold"],
        "m2": ["Coltan", "", ""],
    }
)


@pytest.fixture(scope="module")
def rows_of(resources):
    profile = profile_from(DOCUMENT, "own")
    result = import_visits(FRAME, profile, read_vocabularies(resources / "vocabularies"))

    def rows_of(table, limit=200):
        return first_rows(result, FRAME, profile, table, limit), result

    return rows_of


def cell(rows, row, name):
    place = rows.columns.index(name)
    return rows.texts[row][place], rows.written[row][place]


@pytest.mark.parametrize(
    "row, name, text, written",
    [
        pytest.param(0, "visit_date", "2023-02-13", "13/02/2023", id="a date is written otherwise"),
        pytest.param(0, "name", "Mine une", "Mine  une", id="blanks are trimmed"),
        pytest.param(0, "longitude", "28.5", None, id="the same number"),
        pytest.param(0, "minerals", "gold;coltan", "Or;Coltan", id="several columns are joined"),
        pytest.param(1, "workers", "", "-4", id="what is not used is shown"),
        pytest.param(1, "name", "<b>c</b>", None, id="markup stays text"),
        pytest.param(1, "visit_date", "2023-03-01", None, id="the same date"),
        pytest.param(1, "row_kind", "visit", None, id="no column of the source"),
    ],
)
def test_cells_and_what_the_source_wrote(rows_of, row, name, text, written):
    assert cell(rows_of("visits")[0], row, name) == (text, written)


def test_rows_are_those_of_the_source(rows_of):
    rows, result = rows_of("visits")
    assert rows.source_rows == [1, 3]  # the second row is rejected
    assert rows.n_rows == result.counts["n_visits"] == 2


@pytest.mark.parametrize("table", ["sites", "actors", "statuses"])
def test_other_tables_are_shown_as_they_are(rows_of, table):
    rows, result = rows_of(table, 1)
    assert len(rows.texts) == min(1, len(getattr(result, table)))
    assert all(written is None for row in rows.written for written in row)


def test_findings_never_start_a_formula():
    findings = pd.DataFrame(
        {"pcode": ["=1+1", "A1"], "field": ["@a", None], "raw_value": ["-5", "x"], "message": ["+1", "ok"]}
    )
    lines = findings_text(findings).splitlines()
    assert lines[1] == "'=1+1,'@a,'-5,'+1"
    assert lines[2] == "A1,,x,ok"
