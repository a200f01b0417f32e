"""Records of how layers were made: ancestors once, in any order of merging, short, and safe to hand on."""

import json

import pytest
from asm_atlas.core.provenance import (
    CHANGED,
    COPIED,
    NEWER,
    NOT_CHECKED,
    UNCHANGED,
    UNREADABLE,
    Input,
    changed_since,
    edited_keys,
    licences_of,
    lineage,
    merged,
    new_record,
    public_text,
    read_record,
    record_text,
    shareable_text,
    sources_of,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

VISITS = {"name": "visits.csv", "licences": ["ODC-BY 1.0"], "rights": ["IPIS"]}
AREAS = {"name": "areas.shp"}


def step(name, **more):
    return {"algorithm": f"asm:{name}", "at": "2026-05-31T10:00:00Z", "parameters": {}, **more}


def of_source(source, parameter="INPUT"):
    return Input({"parameter": parameter, "layer": source["name"]}, None, source)


def of_record(record, parameter="INPUT"):
    return Input({"parameter": parameter, "layer": "atlas.gpkg", "state": UNCHANGED}, record, None)


def imported():
    return new_record(step("importvisits"), [of_source(VISITS)], "SITES", {"rows": 3})


def chain(n, **more):
    record = imported()
    for number in range(n):
        record = new_record(step(f"step{number}", **more), [of_record(record)], "OUTPUT", {})
    return record


def test_a_step_on_two_outputs_of_one_run_names_that_run_once():
    sites = imported()
    visits = {**sites, "output": "VISITS"}
    scores = new_record(
        step("scorecard"), [of_record(sites, "SITES"), of_record(visits, "VISITS")], "SCORES", {}
    )
    assert [made["algorithm"] for _, made in lineage(scores)] == ["asm:scorecard", "asm:importvisits"]
    entries = scores["steps"][scores["step"]]["inputs"]
    assert [(entry["parameter"], entry["output"]) for entry in entries] == [
        ("SITES", "SITES"),
        ("VISITS", "VISITS"),
    ]
    assert list(sources_of(scores).values()) == [VISITS]


def test_licences_are_told_for_each_source_and_the_lack_of_one_too():
    both = new_record(step("overlap"), [of_record(imported()), of_source(AREAS, "AREAS")], "OUTPUT", {})
    assert licences_of(both) == [("areas.shp", []), ("visits.csv", ["ODC-BY 1.0"])]


def test_the_licence_of_a_profile_is_that_of_the_table_it_reads():
    profile = {"id": "ipis_cod", "licence": "ODC-BY 1.0", "of": "INPUT"}
    given_layers = [of_source(AREAS), of_source({"name": "units.shp"}, "ADMIN")]
    record = new_record(step("importvisits", profile=profile), given_layers, "SITES", {})
    assert licences_of(record) == [("areas.shp", ["ODC-BY 1.0"]), ("units.shp", [])]


def test_a_chain_of_ten_steps_stays_under_some_ten_kilobytes():
    parameters = {f"PARAMETER_{number}": "some words of a choice" for number in range(12)}
    record = chain(10, parameters=parameters)
    assert len(record_text(record)) < 12_000 and len(lineage(record)) == 11


def test_of_an_endless_chain_the_oldest_steps_go_and_are_known_to_lack():
    record = chain(60, parameters={"TEXT": "x" * 300, "OTHER": ["y" * 300] * 4})
    assert len(record_text(record)) < 45_000
    steps = [made for _, made in lineage(record)]
    assert steps[0]["algorithm"] == "asm:step59" and steps[-1] is None
    assert all(made is not None for made in steps[:-1]) and len(steps) > 10
    again = read_record(record_text(record))
    assert again.record == record and edited_keys(record) == []


nodes = st.recursive(
    st.sampled_from(["a.csv", "b.shp", "c.gpkg", "d.geojson"]).map(lambda name: ("source", name)),
    lambda inner: st.tuples(st.sampled_from("pqrs"), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=8,
)


def built(node):
    kind, rest = node
    if kind == "source":
        return of_source({"name": rest})
    return of_record(new_record(step(kind), [built(each) for each in rest], "OUTPUT", {"rows": 1}))


records = st.tuples(st.sampled_from("tuv"), st.lists(nodes, min_size=1, max_size=3)).map(
    lambda node: built(node).record
)
unhurried = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(st.lists(records, max_size=4))
def test_merging_knows_no_order_and_no_number_of_times(some):
    once = merged(some)
    assert once == merged([*some, *some]) == merged(reversed(some))
    assert merged([{**once, "step": ""}, *some]) == once


@unhurried
@given(records)
def test_a_record_reads_as_it_was_written_and_each_ancestor_is_there_once(record):
    again = read_record(record_text(record)).record
    assert again == record and edited_keys(again) == []
    keys = [key for key, _ in lineage(again)]
    assert len(keys) == len(set(keys)) and set(keys) == set(record["steps"])
    assert set(sources_of(again)) == set(record["sources"])


@unhurried
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda i: (
            st.lists(i)
            | st.dictionaries(
                st.sampled_from(["schema", "step", "steps", "sources", "inputs", "written"]) | st.text(), i
            )
        ),
    )
)
def test_whatever_stands_in_the_keyword_is_read_or_refused(value):
    for document in (
        value,
        {"schema": "asm-atlas/provenance/1", "step": "a", "steps": value, "sources": value},
    ):
        reading = read_record(json.dumps(document))
        assert (reading.record is None) == bool(reading.fault)
        if reading.record is not None:
            lineage(reading.record), sources_of(reading.record), licences_of(reading.record)
            merged([reading.record]), edited_keys(reading.record)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param('{"schema": "asm-atlas/provenance/1", "st', id="cut"),
        pytest.param("[" * 100_000, id="nested without end"),
        pytest.param("x" * 3_000_000, id="very long"),
        pytest.param("[1, 2]", id="a list"),
        pytest.param('{"schema": "other/1", "step": "a"}', id="another schema"),
        pytest.param('{"schema": ["asm-atlas/provenance/1"], "step": "a"}', id="schema as a list"),
        pytest.param('{"schema": "asm-atlas/provenance/1", "step": 3}', id="step as a number"),
    ],
)
def test_a_broken_record_is_unreadable(text):
    assert read_record(text) == (None, UNREADABLE)


def test_steps_that_name_each_other_come_to_an_end():
    ring = {
        "a": {"algorithm": "asm:x", "inputs": [{"step": "b"}, "no entry"]},
        "b": {"algorithm": "asm:y", "inputs": [{"step": "a"}, {"step": ["a"]}]},
    }
    record = read_record(json.dumps({"schema": "asm-atlas/provenance/1", "step": "a", "steps": ring})).record
    assert [key for key, _ in lineage(record)] == ["a", "b"] and edited_keys(record) == ["a", "b"]


def test_a_newer_version_is_read_as_far_as_it_is_known_and_stays_marked():
    document = {**imported(), "schema": "asm-atlas/provenance/2", "kin": {"x": 1}}
    document["steps"] = {"k": {"algorithm": "asm:new", "where": "there", "inputs": []}}
    reading = read_record(json.dumps({**document, "step": "k"}))
    assert reading.fault == NEWER and reading.record["steps"]["k"]["where"] == "there"
    after = new_record(step("scorecard"), [of_record(reading.record)], "SCORES", {})
    assert read_record(record_text(after)).fault == NEWER and edited_keys(after) == []


def test_what_was_edited_by_hand_is_told_and_gives_way_to_what_was_not():
    record = imported()
    forged = json.loads(json.dumps(record))
    forged["steps"][record["step"]]["parameters"] = {"REPAIR": True}
    assert edited_keys(forged) == [record["step"]]
    assert merged([forged, record]) == merged([record])


@pytest.mark.parametrize(
    "then, now, state",
    [
        pytest.param({"rows": 3}, {"rows": 2}, CHANGED, id="fewer rows"),
        pytest.param({"rows": 3}, {"rows": 3}, NOT_CHECKED, id="as many rows, no more known"),
        pytest.param({}, {}, NOT_CHECKED, id="nothing known"),
        pytest.param({"last_change": "a"}, {"last_change": "a"}, UNCHANGED, id="last change"),
        pytest.param(
            {"file": "a.gpkg", "table": "t", "last_change": "a"},
            {"file": "b.gpkg", "table": "u", "last_change": "a"},
            UNCHANGED,
            id="renamed",
        ),
        pytest.param(
            {"file": "a.gpkg", "table": "t", "last_change": "a"},
            {"file": "a.gpkg", "table": "t", "last_change": "b"},
            CHANGED,
            id="changed",
        ),
        pytest.param(
            {"file": "a.gpkg", "table": "t", "last_change": "a", "rows": 3},
            {"file": "b.gpkg", "table": "t", "last_change": "b", "rows": 3},
            COPIED,
            id="copied",
        ),
        pytest.param({"sha256": "a"}, {"sha256": "a"}, UNCHANGED, id="same bytes"),
        pytest.param({"last_change": "a"}, {"sha256": "a"}, NOT_CHECKED, id="other kinds of file"),
    ],
)
def test_whether_rows_were_changed(then, now, state):
    assert changed_since(then, now) == state


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param("/home/jane/mines/visits.csv", "visits.csv", id="path"),
        pytest.param(r"C:\Users\Jane Doe\visits.csv", "visits.csv", id="windows"),
        pytest.param("Mines / 2024", "Mines / 2024", id="a slash in a title"),
        pytest.param("\"state\" = 'active'", "\"state\" = 'active'", id="filter"),
        pytest.param("a\x00b\nc\ud800", "a b c", id="signs that XML lacks"),
    ],
)
def test_texts_are_told_without_places(text, told):
    assert shareable_text(text) == told


@pytest.mark.parametrize("secret", ["hunter2", "db.example.org"])
def test_no_password_and_no_server_is_told(secret):
    for text in (
        "dbname='mines' host=db.example.org user='jane' password='hunter2'",
        "https://jane:hunter2@db.example.org/wfs?token=hunter2",
        "see postgres://jane:hunter2@db.example.org/mines",
    ):
        assert secret not in shareable_text(text) and secret not in public_text(text), text


def test_pages_of_licences_stay_in_texts_for_the_public():
    text = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
    assert public_text(text) == text
    assert public_text("Imported from /home/jane/visits.csv by X") == "Imported from visits.csv by X"


@unhurried
@given(st.text(), st.sampled_from(["rights", "FILTER", "licence_url"]))
def test_what_is_told_once_is_told_the_same_again(text, name):
    record = new_record(step("x", parameters={name: text}), [], "OUTPUT", {})
    told = record["steps"][record["step"]]["parameters"][name]
    again = new_record(step("x", parameters={name: told}), [], "OUTPUT", {})
    assert again["steps"][again["step"]]["parameters"][name] == told
