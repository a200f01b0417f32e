"""Importing made-up rows: the tables that come out, and what each row becomes."""

import pandas as pd
import pytest
from asm_atlas.core.exceptions import ProfileError, TableError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.tables import TABLES, column_names
from made_up_rows import DECISION, VISIT, found, visit


def test_tables_have_the_columns_and_types_of_the_contract(load):
    result = load(VISIT, DECISION)
    kinds = {"text": object, "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    for name in ("sites", "visits", "actors", "statuses", "findings"):
        table = getattr(result, name)
        assert list(table.columns) == column_names(name)
        for column in TABLES[name]:
            assert table[column.name].dtype == kinds[column.kind], (name, column.name)
            if column.kind == "text":
                assert all(value is None or isinstance(value, str) for value in table[column.name])


def test_a_table_without_rows_is_refused(profiles, vocabularies):
    with pytest.raises(TableError, match="has no rows"):
        import_visits(pd.DataFrame({name: [] for name in VISIT}), profiles["ipis_cod"], vocabularies)


def test_a_table_of_another_kind_is_refused(load):
    with pytest.raises(ProfileError, match="lacks armed_group1"):
        load(VISIT, without=["armed_group1"])


@pytest.mark.parametrize(
    "row, counts",
    [
        pytest.param(VISIT, (1, 0, 0), id="visit"),
        pytest.param(visit(project="BGR"), (1, 0, 0), id="third party"),
        pytest.param(visit(project=""), (1, 0, 0), id="no project"),
        pytest.param(DECISION, (0, 1, 0), id="status"),
        pytest.param(visit(visit_date=""), (1, 0, 0), id="visit without a date"),
        pytest.param(visit(pcode=""), (0, 0, 1), id="no key"),
        pytest.param(visit(pcode="   "), (0, 0, 1), id="blank key"),
        pytest.param(visit(pcode="NA"), (0, 0, 1), id="key that says there is none"),
        pytest.param(dict.fromkeys(VISIT, ""), (0, 0, 1), id="empty row"),
        pytest.param(dict.fromkeys(VISIT), (0, 0, 1), id="row of nothing"),
    ],
)
def test_every_row_becomes_one_thing(load, row, counts):
    result = load(row, visit(vid="2", pcode="codmine00002"))
    visits, statuses, rejected = counts
    got = [result.counts[name] for name in ("n_rows", "n_visits", "n_statuses", "n_rejected")]
    assert got == [2, visits + 1, statuses, rejected]
    assert (result.findings["action"] == "rejected").sum() == rejected


def test_a_table_of_rejected_rows_gives_empty_tables(load):
    result = load(visit(pcode=""), visit(pcode="NA"))
    assert (result.counts["n_rejected"], result.counts["n_sites"], len(result.visits)) == (2, 0, 0)


def test_an_empty_row_and_a_row_without_key_are_told_apart(load):
    result = load(VISIT, dict.fromkeys(VISIT, " "), visit(pcode="-"))
    assert found(result, "empty_row")["source_row"].tolist() == [2]
    assert found(result, "no_site_key")[["source_row", "raw_value"]].values.tolist() == [[3, "-"]]
    assert set(found(result, "no_site_key")["severity"]) == {"error"}


def test_keys_of_visits_do_not_depend_on_row_numbers(load):
    rows = [visit(vid="5"), visit(vid="3", workers_numb="7"), visit(vid="8", project="IPIS - USAID")]
    ids = load(*rows).visits.set_index("source_order")["visit_id"].to_dict()
    assert ids == {
        5: "codmine00001_20210304_ipis-madini_2",
        3: "codmine00001_20210304_ipis-madini_1",
        8: "codmine00001_20210304_ipis-usaid_1",
    }
    shifted = [{**row, "vid": str(int(row["vid"]) + 11)} for row in reversed(rows)]
    assert set(load(*shifted).visits["visit_id"]) == set(ids.values())
    assert len(found(load(*rows), "duplicate_visit")) == 2


def test_columns_absent_and_unused_are_reported(load):
    result = load(visit(favourite_colour="red"))
    assert "mercury" in found(result, "column_absent")["field"].tolist()
    assert found(result, "column_unused")["field"].tolist() == ["favourite_colour"]


def test_messages_are_in_the_language_asked_for(load):
    assert (
        found(load(visit(pcode=""), VISIT, language="fr"), "no_site_key")["message"]
        .iloc[0]
        .endswith("rejetée.")
    )
