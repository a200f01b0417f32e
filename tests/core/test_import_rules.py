"""Each rule that a person can act on, by the smallest table that breaks it."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.neighbours import AdminLayer
from made_up_rows import LATEST

ROW = {
    "vid": "1",
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "visit_onsite": "1",
    "visit_onsite_novisitreason": "",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Sud-Kivu",
    "workers_numb": "120",
    "mineral1": "Or",
    "presence": "0",
    "interference": "0",
    "armed_group1": "",
    "type_armed_group1": "Aucun",
    "taxation_armed_group1": "",
    "childunder15": "",
    "childunder15work": "",
}
OTHER = {
    **ROW,
    "vid": "2",
    "pcode": "codmine00002",
    "name": "Bora",
    "longitude": "29",
    "visit_date": "2021-03-05",
}
GROUP = {
    "presence": "1",
    "interference": "1",
    "armed_group1": "NDC",
    "type_armed_group1": "Groupe armé local",
}
SQUARE = AdminLayer(np.array([shapely.box(29.5, -4, 31, -2)], object), {"nom": ["Sud-Kivu"]})


def case(rule, first=None, second=None, row=1, raw=None, severity="warning", action="kept", **options):
    return pytest.param(rule, first or {}, second or {}, row, raw, severity, action, options, id=rule)


CASES = [
    case("location_missing", {"longitude": "", "latitude": ""}),
    case("location_zero", {"longitude": "0", "latitude": "0"}, raw="0, 0", action="not_used"),
    case("location_swapped", {"longitude": "-2.5", "latitude": "28.5"}, raw="-2.5, 28.5", action="not_used"),
    case("location_outside", {"longitude": "2.35", "latitude": "48.9"}, raw="2.35, 48.9", action="not_used"),
    case("location_out_of_range", {"longitude": "285"}, raw="285, -2.5", action="not_used"),
    case("location_unreadable", {"longitude": "east"}, raw="east, -2.5", action="not_used"),
    case("outside_unit", raw="Sud-Kivu", admin=SQUARE),
    case("date_missing", {"visit_date": ""}),
    case("date_out_of_range", {"visit_date": "2031-01-02"}, raw="2031-01-02", action="not_used"),
    case("date_out_of_range", {"visit_date": "1985-01-02"}, raw="1985-01-02", action="not_used"),
    case("date_placeholder", {"visit_date": "1970-01-01"}, raw="1970-01-01", action="not_used"),
    case("date_unreadable", {"visit_date": "soon"}, raw="soon", action="not_used"),
    case("date_serial", {"visit_date": "44259"}, severity="info", action="recoded", raw="44259"),
    case("date_order_unknown", {"visit_date": "03/04/2021"}, action="recoded"),
    case("number_negative", {"workers_numb": "-5"}, raw="-5", action="not_used"),
    case("number_unreadable", {"workers_numb": "many"}, raw="many", action="not_used"),
    case("workers_doubtful", {"workers_numb": "16458"}, raw="16458"),
    case("unknown_value", {"mineral1": "Unobtainium"}, raw="Unobtainium"),
    case("spelling", {"mineral1": "OR"}, raw="OR", severity="info", action="recoded"),
    case("blanks", {"name": " Amani"}, raw=" Amani", severity="info", action="recoded"),
    case("interference_yes_presence_no", {"interference": "1"}),
    case("presence_no_with_actor", {**GROUP, "presence": "0"}),
    case("presence_yes_without_actor", {"presence": "1"}),
    case("slot_without_actor", {"taxation_armed_group1": "1"}, raw="1", severity="info", action="not_used"),
    case("interference_no_with_behaviour", {**GROUP, "interference": "0", "taxation_armed_group1": "1"}),
    case("children_no_with_work", {"childunder15": "0", "childunder15work": "Lavage"}, raw="Lavage"),
    case("duplicate_visit", {}, {"pcode": "codmine00001", "name": "Amani", "visit_date": "2021-03-04"}, row=2,
         raw="2021-03-04", severity="info"),
    case("near_duplicate", {}, {"name": "Amanì", "longitude": "28.5001"}, row=2, raw="Amanì"),
    case("site_moves", {}, {"pcode": "codmine00001", "name": "Amani"}, row=2, severity="info"),
    case("site_renamed", {}, {"pcode": "codmine00001"}, row=2, raw="Bora"),
    case(
        "named_as_another_site",
        {"visit_onsite": "0", "visit_onsite_novisitreason": "Considéré comme un chantier du site Bora (codmine00002)"},
        raw="codmine00002",
        severity="info",
    ),
    case("no_site_key", {"pcode": "-"}, raw="-", severity="error", action="rejected"),
    case("empty_row", dict.fromkeys(ROW, ""), severity="error", action="rejected"),
    case("rows_in_a_cell", {"name": "Amani,x\n2" + ",a" * 20}, severity="error"),
]  # fmt: skip


@pytest.mark.parametrize("rule, first, second, row, raw, severity, action, options", CASES)
def test_a_rule_by_its_smallest_table(
    profiles, vocabularies, rule, first, second, row, raw, severity, action, options
):
    rows = pd.DataFrame([{**ROW, **first}, {**OTHER, **second}], dtype=object)
    messages = {}
    for language in ("en", "fr"):
        result = import_visits(
            rows, profiles["ipis_cod"], vocabularies, latest=LATEST, language=language, **options
        )
        found = result.findings[result.findings["rule"] == rule]
        assert len(found), rule
        finding = found.iloc[0]
        messages[language] = finding["message"]
        assert (finding["severity"], finding["action"]) == (severity, action)
        if not pd.isna(finding["source_row"]):
            assert finding["source_row"] == row
        if raw is not None:
            assert finding["raw_value"] == raw
        assert finding["message"].rstrip().endswith((".", "..")) and "{" not in finding["message"]
    assert messages["en"] != messages["fr"]
    clean = import_visits(
        pd.DataFrame([ROW, OTHER], dtype=object), profiles["ipis_cod"], vocabularies, latest=LATEST
    )
    assert rule not in set(clean.findings["rule"])


def test_a_number_goes_before_an_answer_and_the_opposite_is_a_finding(profiles, vocabularies):
    profile = profiles["ipis_cod"]
    profile = dataclasses.replace(profile, columns={**profile.columns, "children_number": "n_children"})
    rows = [("5", "0"), ("", "1"), ("", ""), ("0", "0"), ("0", "1")]
    frame = pd.DataFrame(
        [
            {**ROW, "vid": str(n), "pcode": f"codmine0000{n}", "n_children": number, "childunder15": answer}
            for n, (number, answer) in enumerate(rows)
        ],
        dtype=object,
    )
    result = import_visits(frame, profile, vocabularies, latest=LATEST)
    assert result.visits["children"].tolist() == ["yes", "yes", "unknown", "no", "no"]
    found = result.findings[result.findings["rule"] == "answer_against_number"]
    assert found["source_row"].tolist() == [1, 5] and found["raw_value"].tolist() == ["0", "1"]
