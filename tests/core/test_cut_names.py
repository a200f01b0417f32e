"""Names that a Shapefile cut, and headers that a spreadsheet program did not find."""

import pandas as pd
import pytest
from asm_atlas.core.importing.cut_names import whole_names
from asm_atlas.core.importing.header import is_unnamed, with_header

WANTED = (
    *("pcode", "visit_date", "visit_onsite", "visit_onsite_reason", "qualification", "état_de_la_route"),
    *("armed_group1", "armed_group2", "armed_group3", "women_number", "women_numbers_work"),
)


@pytest.mark.parametrize(
    "header, restored",
    [
        pytest.param(["qualificat"], {"qualificat": "qualification"}, id="cut"),
        pytest.param(["QUALIFICAT"], {"QUALIFICAT": "qualification"}, id="cut, in capitals"),
        pytest.param(
            ["armed_grou", "armed_gr_1", "armed_gr_2"],
            {"armed_grou": "armed_group1", "armed_gr_1": "armed_group2", "armed_gr_2": "armed_group3"},
            id="three of one beginning, numbered",
        ),
        pytest.param(["armed_grou", "armed_gr_1"], {}, id="two of three: which is missing is not known"),
        pytest.param(
            ["visit_onsi", "visit_on_1"],
            {"visit_onsi": "visit_onsite", "visit_on_1": "visit_onsite_reason"},
            id="a question and its detail",
        ),
        pytest.param(["visit_onsi"], {}, id="one name for two columns"),
        pytest.param(["état_de_l"], {"état_de_l": "état_de_la_route"}, id="cut in UTF-8"),
        pytest.param(["état_de_la"], {"état_de_la": "état_de_la_route"}, id="cut in cp1252"),
        pytest.param(["Ã©tat_de_l"], {"Ã©tat_de_l": "état_de_la_route"}, id="UTF-8 read as cp1252"),
        pytest.param(["etat_de_la"], {"etat_de_la": "état_de_la_route"}, id="without accents"),
        pytest.param(["_tat_de_la"], {"_tat_de_la": "état_de_la_route"}, id="accent replaced"),
        pytest.param(["qualification", "qualificat"], {}, id="the whole name is there"),
        pytest.param(["Field1", "remarks", "qual"], {}, id="other columns"),
    ],
)
def test_cut_names_stand_for_the_only_column_that_fits(header, restored):
    expected = {name: restored.get(name, name) for name in header}
    assert whole_names(["pcode", *header], WANTED) == {"pcode": "pcode", **expected}


@pytest.mark.parametrize(
    "header, unnamed",
    [
        pytest.param(["Field1", "Field2", "Field3"], True, id="none found"),
        pytest.param(["Visites 2021", "Field2", "Field3", "Field4"], True, id="a title taken for a name"),
        pytest.param(["pcode", "name", "Field3"], False, id="one column without a name"),
        pytest.param(["Field2", "Field1"], False, id="names of the table's own"),
        pytest.param(["pcode"], False, id="one column"),
    ],
)
def test_missing_headers_are_noticed(header, unnamed):
    assert is_unnamed(header) is unnamed


TITLE = [("Visites 2021", None, None), (None, None, None)]
TABLE = [("Code", "Nom", "Or"), ("c1", "Amani", "1"), ("c2", "Bora", None)]


@pytest.mark.parametrize(
    "rows, known, place",
    [
        pytest.param(TABLE, (), 1, id="first row"),
        pytest.param(TITLE + TABLE, (), 3, id="below a title"),
        pytest.param(
            [("Projet", "IPIS - Madini", None), *TABLE], ("code", "nom"), 2, id="known names go first"
        ),
    ],
)
def test_header_is_taken_from_a_row(rows, known, place):
    frame = pd.DataFrame(rows, columns=["Field1", "Field2", "Field3"], dtype=object)
    table, notes = with_header(frame, known)
    assert list(table.columns) == ["Code", "Nom", "Or"]
    assert table["Nom"].tolist() == ["Amani", "Bora"]
    assert [(note.rule, note.words) for note in notes] == [("header_found", {"row": place})] * (place > 1)


def test_names_that_come_twice_and_columns_without_one():
    columns = [f"Field{n}" for n in range(1, 6)]
    rows = [("a", "a", None, "b", None), ("1", "2", "3", "4", None)]
    table, _ = with_header(pd.DataFrame(rows, columns=columns, dtype=object), ())
    assert table.to_dict("records") == [{"a": "1", "a_2": "2", "Field3": "3", "b": "4"}]


def test_tables_of_numbers_alone_get_no_header():
    frame = pd.DataFrame([("1", "2"), ("3", "4")], columns=["Field1", "Field2"], dtype=object)
    table, notes = with_header(frame, ())
    assert list(table.columns) == ["Field1", "Field2"] and notes == []
