"""Profiles of tables of one's own: what may be left out, what is checked, what comes of them."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import AsmAtlasError, DocumentError, ProfileError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import (
    ENTRIES,
    check_codes,
    document_text,
    profile_from,
    read_profile,
)
from asm_atlas.core.vocabulary import read_vocabularies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up_rows import LATEST

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SHORT = {
    "schema": "asm-atlas/profile/1",
    "id": "team",
    "version": "1",
    "columns": {"pcode": "Code", "name": "Nom", "visit_date": "Date"},
}


@pytest.fixture()
def imported(vocabularies):
    """Import rows with a short profile and more entries; columns are added to those of the short one."""

    def run(rows, columns=None, to_wgs84=None, short=SHORT["columns"], **entries):
        document = {**SHORT, "columns": {**short, **(columns or {})}, **entries}
        frame = pd.DataFrame(rows, dtype=object)
        profile = profile_from(document, "team.json")
        return import_visits(frame, profile, vocabularies, latest=LATEST, to_wgs84=to_wgs84)

    return run


def found(result, rule):
    return result.findings[result.findings["rule"] == rule]


def row(**cells):
    return {"Code": "a1", "Nom": "Kalimbi", "Date": "2021-04-03", **cells}


def test_four_entries_are_a_profile_that_claims_nothing():
    profile = profile_from(SHORT, "team.json")
    assert profile.header == ("Code", "Nom", "Date")
    assert profile.label == {"fr": "team", "en": "team"}
    assert profile.bounds.hold(np.array([179.0, -179.0]), np.array([89.0, -89.0])).all()
    assert (profile.licence, profile.credit_sentence("2026-05", "fr"), profile.country) == ("", "", "")
    assert (profile.row_kind(None).kind, profile.speaks(None)) == ("visit", True)
    assert (profile.actors.slots, profile.minerals.columns, profile.services.columns) == (0, (), ())
    assert (profile.earliest, profile.workers_doubtful_above) == (pd.Timestamp("1990-01-01"), 10000)
    assert profile.vocabularies["actors"] == "actor_classes"


def test_a_short_profile_leaves_unknown_what_nobody_asked(imported):
    result = imported([row(), row(Code="b2", Date="2021-04-04")])
    site = result.sites.iloc[0]
    assert (result.counts["n_visits"], result.counts["n_sites"]) == (2, 2)
    assert site["visit_id"] is not None and site["country"] is None
    assert {site[name] for name in ("presence", "interference", "mercury", "children", "women")} == {
        "not_asked"
    }
    assert {site[name] for name in ("traceability", "services_full", "access_dry")} == {"not_asked"}
    assert {site[name] for name in ("qualification", "state", "mineral_main")} == {"unknown"}
    assert not len(result.actors) and not len(found(result, "project_missing"))


def test_a_blank_service_is_not_none_unless_the_profile_says_since_when_it_is_asked(imported):
    columns = {"on_site": "Visite", "traceability": "Traç"}
    rows = [row(Visite="oui", Traç="", S="SAEMAPE")]
    services = {"columns": ["S"]}
    assert imported(rows, columns, services=services).visits["traceability"].tolist() == ["unknown"]
    since = {"services": "2015-01-01"}
    assert imported(rows, columns, services=services, asked_since=since).visits["traceability"].tolist() == [
        "none"
    ]


def test_presence_without_a_column_for_actors_is_no_contradiction(imported):
    result = imported([row(P="oui")], {"presence": "P"})
    assert result.visits["presence"].tolist() == ["yes"]
    assert result.visits["actor_class"].tolist() == ["unknown"]
    assert not len(found(result, "presence_yes_without_actor"))


def test_the_status_on_a_visit_is_that_of_the_site(imported):
    result = imported([row(Q="Vert")], {"qualification": "Q"})
    assert result.sites["qualification"].tolist() == ["green"]


def test_recoded_words_are_findings(imported):
    rows = [row(M="Or gris", H="parfois", E="x"), row(Code="b2", M="or  GRIS", H="jamais", E="y")]
    result = imported(
        rows,
        {"mercury": "H", "presence": "E", "interference": "E"},
        minerals={"columns": ["M"]},
        recode={
            "minerals": {"Or gris": "gold;silver"},
            "mercury": {"parfois": "yes", "jamais": "no"},
            "presence": {"x": "yes", "y": "no"},
            "interference": {"x": "unknown", "y": "no"},
        },
    )
    assert result.visits["minerals"].tolist() == ["gold;silver", "gold;silver"]
    assert result.visits["mercury"].tolist() == ["yes", "no"]
    assert result.visits["presence"].tolist() == ["yes", "no"]
    assert result.visits["interference"].tolist() == ["unknown", "no"]
    rows = found(result, "recoded")
    assert set(rows["severity"]) == {"info"} and not len(found(result, "unknown_value"))
    assert "'parfois' in H was read as yes, as the profile says (1 row)." in rows["message"].tolist()


def test_words_of_a_list_are_recoded_one_by_one_or_whole(imported):
    rows = [row(M="jaune, Coltan"), row(Code="b2", M="tout, un peu")]
    recode = {"minerals": {"jaune": "gold", "tout, un peu": "gold;coltan"}}
    result = imported(rows, minerals={"columns": ["M"], "separator": ","}, recode=recode)
    assert result.visits["minerals"].tolist() == ["gold;coltan", "gold;coltan"]


def test_classes_and_frequencies_of_actors_are_recoded(imported):
    layout = {"slots": 2, "name": "A{slot}", "type": "T{slot}", "frequency": "F{slot}"}
    rows = [row(A1="Bahati", T1="milice", F1="toujours", A2="", T2="", F2="")]
    recode = {"actors": {"milice": "nsag_local"}, "frequency": {"toujours": "permanent"}}
    actors = imported(rows, actors=layout, recode=recode).actors
    assert actors[["name", "actor_class", "frequency"]].values.tolist() == [["Bahati", "nsag_local", 5]]


@pytest.mark.parametrize(
    "unit, comma, text, expected",
    [
        pytest.param("dozens", None, "2,5", 30, id="dozens and a half"),
        pytest.param("hundreds", None, "3", 300, id="hundreds"),
        pytest.param(0.5, None, "8", 4, id="a factor"),
        pytest.param(0.5, None, "3", None, id="no whole number comes out"),
        pytest.param(1, None, "29,0", 29, id="decimal comma"),
        pytest.param(1, None, "29,5", None, id="half a miner"),
        pytest.param(1, True, "1.250", 1250, id="points between thousands"),
        pytest.param(1, True, "1 250,0", 1250, id="blanks between thousands"),
        pytest.param("dozens", None, "-2", None, id="negative"),
    ],
)
def test_counts_in_units(imported, unit, comma, text, expected):
    entries = {} if comma is None else {"decimal_comma": comma}
    result = imported([row(W=text)], {"workers": "W"}, units={"workers": unit}, **entries)
    number = result.visits["workers"][0]
    assert (None if pd.isna(number) else number) == expected
    assert len(found(result, "number_unreadable")) + len(found(result, "number_negative")) == (
        expected is None
    )


def test_units_are_told(imported):
    result = imported([row(W="2"), row(W="")], {"workers": "W"}, units={"workers": "dozens"})
    assert found(result, "unit_applied")["message"].tolist() == [
        "The figures of W were multiplied by 12, as the profile says (1 row)."
    ]


def test_constants_hold_for_all_rows(imported):
    constants = {"project": "Notre équipe", "admin1": "Sud-Kivu", "mercury": "non", "minerals": "Or"}
    result = imported([row(), row(Code="b2")], constants=constants)
    assert set(result.visits["project"]) == {"Notre équipe"}
    assert set(result.sites["admin1"]) == {"Sud-Kivu"}
    assert set(result.visits["mercury"]) == {"no"}
    assert set(result.visits["mineral_main"]) == {"gold"}


def test_a_constant_that_no_vocabulary_knows_is_a_finding(imported):
    assert found(imported([row()], constants={"mercury": "quoi"}), "unknown_value")["raw_value"].tolist() == [
        "quoi"
    ]


def test_several_atlas_columns_come_from_one(imported):
    result = imported([row(L="Numbi")], {"admin3": "L", "village": "L"})
    assert result.sites[["admin3", "village"]].values.tolist() == [["Numbi", "Numbi"]]


@pytest.mark.parametrize(
    "order, expected",
    [
        pytest.param("day first", "2021-04-03", id="day first"),
        pytest.param("month first", "2021-03-04", id="month first"),
    ],
)
def test_the_order_of_dates_is_stated(imported, order, expected):
    result = imported([row(Date="03/04/2021")], dates={"order": order})
    assert str(result.visits["visit_date"][0].date()) == expected
    assert not result.findings["rule"].str.startswith("date_order").any()


def test_a_date_against_the_stated_order_is_unreadable(imported):
    result = imported([row(Date="04/25/2021")], dates={"order": "day first"})
    assert len(found(result, "date_unreadable")) == 1


KEYLESS = {"name": "Nom", "admin2": "Terr", "visit_date": "Date"}


def test_site_keys_are_made_of_columns(imported):
    rows = [
        {"Nom": "Mine d'Or", "Terr": "Walikale", "Date": "2021-04-03"},
        {"Nom": "mine d or", "Terr": "WALIKALÉ", "Date": "2021-04-04"},
        {"Nom": "Mine d'Or", "Terr": "Kalehe", "Date": "2021-04-04"},
        {"Nom": "", "Terr": "Kalehe", "Date": "2021-04-05"},
        {"Nom": " ", "Terr": "n/a", "Date": "2021-04-06"},
        {"Nom": "منجم", "Terr": "Kalehe", "Date": "2021-04-06"},
    ]
    result = imported(rows, short=KEYLESS, site_key_from=["name", "admin2"])
    assert result.sites["pcode"].tolist() == [
        "_kalehe",
        "mine-d-or_kalehe",
        "mine-d-or_walikale",
        "منجم_kalehe",
    ]
    assert result.counts["n_rows"] == result.counts["n_visits"] + result.counts["n_rejected"] == 6
    assert found(result, "no_site_key")["source_row"].tolist() == [5]
    assert found(result, "no_site_key")["field"].tolist() == ["Nom + Terr"]
    assert found(result, "site_key_partial")["source_row"].tolist() == [4]
    assert found(result, "site_key_alike")["source_row"].tolist() == [2]
    assert found(result, "site_key_made")["message"].str.contains("Nom \\+ Terr").tolist() == [True]


def test_keys_of_columns_that_are_all_absent_are_an_error(imported):
    with pytest.raises(ProfileError, match="lacks Nom, Terr"):
        imported([{"Date": "2021-04-03"}], short=KEYLESS, site_key_from=["name", "admin2"])


def test_missing_words_are_empty(imported):
    result = imported([row(W="99")], {"workers": "W"}, missing_words=["99"])
    assert pd.isna(result.visits["workers"][0])


FAULTS = [
    pytest.param({"unit": {}}, "'unit' is no entry of a profile", id="unknown entry"),
    pytest.param({"columns": {"name": "Nom"}}, "'columns.pcode' is missing", id="no key"),
    pytest.param({"columns": []}, "'columns' must be an object", id="columns as a list"),
    pytest.param({"columns": {"pcode": 7}}, "'columns.pcode' must be text", id="column as a number"),
    pytest.param({"optional": ["a", 1]}, "'optional.1' must be text", id="number in a list"),
    pytest.param({"recode": {"workers": {}}}, "'recode.workers' has no vocabulary", id="recode a count"),
    pytest.param(
        {"recode": {"mercury": {"a": 1}}}, "'recode.mercury.a' must be a code", id="recode to a number"
    ),
    pytest.param(
        {"recode": {"mercury": {"a": "yes", "A ": "no"}}},
        "'recode.mercury.A ' is given twice",
        id="recode twice",
    ),
    pytest.param({"units": {"name": 2}}, "'units.name' is no count", id="unit of a text"),
    pytest.param({"units": {"workers": 2}}, "'units.workers' is no count among", id="unit of no column"),
    pytest.param(
        {"columns": {"pcode": "C", "workers": "W"}, "units": {"workers": "gross"}},
        "'units.workers' must be above 0 and at most a million, or one of ones",
        id="unknown unit",
    ),
    pytest.param(
        {"columns": {"pcode": "C", "workers": "W"}, "units": {"workers": 0}},
        "'units.workers' must be above 0",
        id="factor zero",
    ),
    pytest.param(
        {"constants": {"workers": "7"}}, "'constants.workers' cannot be the same", id="constant count"
    ),
    pytest.param({"constants": {"name": "x"}}, "also given by 'columns.name'", id="constant and column"),
    pytest.param({"constants": {"admin1": " "}}, "'constants.admin1' is empty", id="empty constant"),
    pytest.param({"coordinates": {"epsg": 1}}, "'coordinates.epsg' is not known", id="unknown coordinates"),
    pytest.param({"coordinates": {"crs": "UTM 35S"}}, "'coordinates.crs' must be like EPSG:32735", id="crs"),
    pytest.param({"coordinates": {"form": "utm"}}, "'coordinates.form' must be one of decimal", id="form"),
    pytest.param(
        {"coordinates": {"form": "dms"}}, "'columns.longitude' is missing", id="no column for a form"
    ),
    pytest.param(
        {"columns": {"pcode": "C", "geometry": "G"}, "coordinates": {"form": "pair"}},
        "'coordinates.order' is missing",
        id="pair without order",
    ),
    pytest.param({"site_key_from": ["name"]}, "tables without 'columns.pcode'", id="two keys"),
    pytest.param(
        {"columns": {"name": "N"}, "site_key_from": ["admin2"]},
        "'site_key_from.0' is not among 'columns'",
        id="key of no column",
    ),
    pytest.param(
        {"columns": {"name": "N"}, "site_key_from": []}, "'site_key_from' is empty", id="key of nothing"
    ),
    pytest.param({"dates": {"order": "dmy"}}, "'dates.order' must be one of day first", id="date order"),
    pytest.param(
        {"dates": {"earliest": "2015-13-01"}}, "'dates.earliest' must be a date", id="impossible date"
    ),
    pytest.param({"dates": []}, "'dates' must be an object", id="dates as a list"),
    pytest.param({"actors": {"slots": 2}}, "'actors.name' is missing", id="actors without a name"),
    pytest.param({"actors": {"slots": -1}}, "'actors.slots' must be 0 or more", id="fewer actors than none"),
    pytest.param({"minerals": {"columns": "M"}}, "'minerals.columns' must be a list", id="minerals as text"),
    pytest.param(
        {"minerals": {"columns": ["M"], "separator": ""}},
        "'minerals.separator' is empty",
        id="empty separator",
    ),
    pytest.param(
        {"bounds": {"west": 9, "east": 1, "south": 1, "north": 2}}, "west below east", id="bounds turned"
    ),
    pytest.param({"decimal_comma": "yes"}, "'decimal_comma' must be", id="decimal comma as text"),
]


@pytest.mark.parametrize("change, sentence", FAULTS)
def test_faults_are_named_with_their_place(change, sentence):
    with pytest.raises(DocumentError, match=sentence) as caught:
        profile_from({**SHORT, **change}, "team.json")
    assert str(caught.value).startswith("team.json: ")


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param(
            {"recode": {"minerals": {"Or gris": "golden"}}},
            "'recode.minerals.or gris' is golden, which is no code of minerals",
            id="recoded to no code",
        ),
        pytest.param(
            {"recode": {"mercury": {"a": "yes;no"}}},
            "is yes;no, which is no code",
            id="two codes for one answer",
        ),
        pytest.param(
            {"vocabularies": {"work": "jobs"}}, "'vocabularies.work' names jobs", id="no vocabulary"
        ),
        pytest.param(
            {"actors": {"class_by_name": {"FARDC": "soldiers"}}},
            "'actors.class_by_name.FARDC' is soldiers",
            id="class of a name",
        ),
    ],
)
def test_codes_that_do_not_exist_are_named(imported, vocabularies, change, sentence):
    with pytest.raises(DocumentError, match=sentence):
        check_codes(profile_from({**SHORT, **change}, "team.json"), vocabularies)
    with pytest.raises(DocumentError, match=sentence):
        imported([row()], **change)


def test_documents_are_written_as_they_are_read(tmp_path):
    document = {
        "columns": {"visit_date": "Date", "pcode": "Côde"},
        "version": "1",
        "recode": {"mercury": {"x": "yes"}, "access_dry": {"à pied": "less2h"}},
        "id": "team",
        "schema": SHORT["schema"],
    }
    text = document_text(document)
    assert list(json.loads(text)) == ["schema", "id", "version", "columns", "recode"]
    assert list(json.loads(text)["columns"]) == ["pcode", "visit_date"]
    assert document_text(json.loads(text)) == text
    path = tmp_path / "renamed by hand.json"
    path.write_text("\ufeff" + text, encoding="utf-8")
    assert read_profile(path).columns["pcode"] == "Côde"


def test_the_worked_example_of_the_readme_holds(resources, vocabularies):
    text = (resources / "profiles" / "README.md").read_text(encoding="utf-8")
    document = json.loads(text.split("```json")[1].split("```")[0])
    header, _, cells = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[10:13]
    )
    result = import_visits(
        pd.DataFrame([cells], columns=header, dtype=object),
        profile_from(document, "README.md"),
        vocabularies,
        latest=LATEST,
        to_wgs84=lambda points: np.array([[28.6052, -2.0456]]),
    )
    site = result.sites.iloc[0]
    assert [site[name] for name in ("pcode", "workers", "minerals", "mercury", "admin1")] == [
        "kalimbi_kalehe",
        30,
        "gold;silver",
        "yes",
        "Sud-Kivu",
    ]


def test_the_readme_names_every_entry(resources):
    text = (resources / "profiles" / "README.md").read_text(encoding="utf-8")
    assert [entry for entry in ENTRIES if f"`{entry}`" not in text] == []


RICH = {
    **SHORT,
    "label": {"fr": "Équipe", "en": "Team"},
    "bounds": {"west": 12, "south": -14, "east": 32, "north": 6, "margin": 0.5},
    "columns": {
        "name": "Nom",
        "visit_date": "Date",
        "longitude": "X",
        "latitude": "Y",
        "workers": "W",
        "mercury": "M",
    },
    "optional": ["mercury"],
    "site_key_from": ["name"],
    "constants": {"admin1": "Sud-Kivu"},
    "coordinates": {"form": "dms", "decimal_comma": True},
    "units": {"workers": "dozens"},
    "minerals": {"columns": ["Min"], "separator": ","},
    "services": {"columns": ["S1", "S2"]},
    "actors": {"slots": 1, "name": "A{slot}", "type": "T{slot}", "class_by_name": {"x": "army"}},
    "recode": {"mercury": {"parfois": "yes"}},
    "dates": {"order": "day first", "earliest": "2000-01-01", "list_rows": 100, "year_projects": ["P"]},
    "row_kinds": [{"project_prefix": "", "kind": "visit"}],
    "speaks": {"project_prefix": [""]},
    "asked_since": {"services": "2015-01-01"},
    "vocabularies": {"work": "work"},
    "workers_doubtful_above": 100,
}
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**400), 10**400),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(
            ["2015-01-01", "9999-99-99", "EPSG:1", "pair", "name", "Nom", "X", "{slot}", "(", "yes"]
        ),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@st.composite
def documents(draw):
    """A document in which up to three entries, at any depth, are something else or gone."""
    document = json.loads(json.dumps(RICH))
    for _ in range(draw(st.integers(1, 3))):
        entry = document
        while True:
            key = draw(st.sampled_from(sorted(entry) if isinstance(entry, dict) else range(len(entry))))
            if not isinstance(entry[key], (dict, list)) or not entry[key] or draw(st.booleans()):
                break
            entry = entry[key]
        entry[key] = draw(JSON)
        if isinstance(entry, dict) and draw(st.integers(0, 4)) == 0:
            del entry[key]
        if not entry:
            break
    return document


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_is_read_or_its_fault_named(document):
    known = read_vocabularies(RESOURCES / "vocabularies")
    cells = {"Nom": "K", "Date": "3/4/2021", "X": "28°E", "Y": "2°S", "W": "2,5", "M": "parfois", "Min": "Or"}
    frame = pd.DataFrame([{**cells, "S1": "", "S2": "x", "A1": "FARDC", "T1": ""}], dtype=object)
    try:
        result = import_visits(frame, profile_from(document, "team.json"), known, latest=LATEST)
    except AsmAtlasError as error:
        assert str(error)
        return
    assert result.counts["n_visits"] + result.counts["n_rejected"] + result.counts["n_statuses"] == 1
