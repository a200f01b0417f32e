"""Allow-lists: those that ship, and what is said of one that is not as it must be."""

import json

import pytest
from asm_atlas.core.clusters.cluster_columns import site_columns
from asm_atlas.core.exceptions import DocumentError, TableError
from asm_atlas.core.public.allow_list import fitting_list, read_allow_list
from asm_atlas.core.public.identifiers import contacts_in, follows_places, holds_places, names_a_place
from asm_atlas.core.tables import TABLES, column_names

NAMES = ("actors", "clusters", "findings", "overlap", "scores", "sites", "statuses", "visits")
AREA_FIELDS = ["pa_count", "pa_names", "pa_iucn", "pa_nearest", "pa_distance_m", "pa_bearing", "pa_band"]
CLUSTER_FIELDS = [column.name for column in site_columns(True)]


@pytest.fixture(scope="module")
def shipped(resources):
    return resources / "public"


@pytest.fixture(scope="module")
def lists(shipped):
    return {path.stem: read_allow_list(path, shipped) for path in sorted(shipped.glob("*.json"))}


@pytest.fixture()
def own(tmp_path, shipped):
    """Read a list with these changes; None takes a key out."""
    base = {
        "schema": "asm-atlas/public/1",
        "id": "own",
        "version": "1",
        "provenance": "A test.",
        "label": {"en": "Own", "fr": "La nôtre"},
        "key": "id",
        "groups": ["admin1"],
        "geometry": "cell",
        "reasons": {"fact": {"en": "a fact", "fr": "un fait"}},
        "rules": [{"fields": ["admin1", "colour"], "do": "pass", "why": "fact"}],
    }

    def read(**changes):
        document = {key: value for key, value in {**base, **changes}.items() if value is not None}
        path = tmp_path / "own.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return read_allow_list(path, shipped)

    return read


def test_the_lists_that_ship(lists):
    assert tuple(lists) == NAMES
    assert [name for name in NAMES if lists[name].id != name] == []


@pytest.mark.parametrize("table", ["sites", "visits", "actors", "statuses", "findings", "scores"])
def test_each_column_of_an_atlas_table_has_a_rule(lists, table):
    fitting = fitting_list(lists.values(), column_names(table))
    assert fitting.id == table
    assert [column.name for column in TABLES[table] if fitting.rule_for(column.name) is None] == []


@pytest.mark.parametrize("table, fields", [("overlap", AREA_FIELDS), ("clusters", CLUSTER_FIELDS)])
@pytest.mark.parametrize("of", ["sites", "scores"])
def test_what_is_put_behind_sites_and_scores_has_a_rule(lists, table, fields, of):
    fitting = fitting_list(lists.values(), [*column_names(of), *fields])
    assert fitting.id == table
    assert [name for name in [*column_names(of), *fields] if fitting.rule_for(name) is None] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_leads_to_people_or_places_passes(lists, name):
    shut = (
        *("name", "village", "admin3", "admin4", "visit_id", "comment", "actors", "raw_value", "message"),
        *(
            "not_visited_reason",
            "pa_distance_m",
            "pa_bearing",
            "pa_names",
            "children",
            "children_work",
            "dead",
        ),
        *(
            "security_reasons",
            "security_score",
            "security_worst",
            "lisa_z",
            "lisa_i",
            "source_row",
            "minerals",
        ),
    )
    rules = {field: lists[name].rule_for(field) for field in shut}
    assert [field for field, rule in rules.items() if rule is not None and rule.do != "drop"] == []
    key = lists[name].rule_for("pcode")
    assert key is None or key.do in ("key", "drop")


def test_a_level_and_its_range_pass_and_its_figures_do_not(lists):
    doings = {
        end: lists["scores"].rule_for(f"health_safety_{end}").do for end in ("level", "level_worst", "worst")
    }
    assert doings == {"level": "pass", "level_worst": "pass", "worst": "drop"}


def test_a_list_of_ones_own_goes_before_the_one_that_it_extends(own, lists):
    found = own(
        extends=["sites"],
        key=None,
        groups=None,
        rules=[{"fields": ["name"], "do": "pass", "why": "fact"}],
        geometry=None,
    )
    assert found.rule_for("NAME").do == "pass" and found.rule_for("village").do == "drop"
    assert (found.key, found.groups, found.geometry) == ("pcode", ("country", "admin1", "admin2"), "cell")
    assert found.hash != lists["sites"].hash


def test_no_list_for_a_table_of_something_else(lists):
    with pytest.raises(TableError, match="No allow-list fits the fields of INPUT; choose one of actors, clu"):
        fitting_list(lists.values(), ["pcode", "colour"])


def rule(**changes):
    return {"rules": [{"fields": ["admin1", "colour"], "do": "pass", "why": "fact"}, changes]}


@pytest.mark.parametrize(
    "changes, sentence",
    [
        pytest.param(
            {"schema": "asm-atlas/theme/1"}, "own.json: 'schema' must be 'asm-atlas/public/1'.", id="schema"
        ),
        pytest.param({"provenance": None}, "own.json: 'provenance' is missing; add it.", id="provenance"),
        pytest.param({"colour": "red"}, "own.json: 'colour' is not known here;", id="key"),
        pytest.param({"rules": []}, "own.json: 'rules' must hold at least one rule.", id="no rule"),
        pytest.param(
            rule(fields=["a"], do="hide", why="fact"), "'rules.1.do' must be one of pass, year", id="doing"
        ),
        pytest.param(
            rule(fields=["a"], do="pass", why="why"), "'rules.1.why' must be one of fact", id="reason"
        ),
        pytest.param(
            rule(fields=["*"], do="pass", why="fact"),
            "'rules.1.fields.0' must be a name, or *",
            id="everything",
        ),
        pytest.param(rule(fields=["*a*b"], do="pass", why="fact"), "must be a name, or *", id="two stars"),
        pytest.param(rule(fields=["colour"], do="drop", why="fact"), "repeats 'colour'", id="two rules"),
        pytest.param(
            rule(fields=["Longitude"], do="pass", why="fact"),
            "'rules.1.fields.0' names coordinates: the rule must be coordinate or drop.",
            id="coordinates passed",
        ),
        pytest.param(
            rule(fields=["gps_lat"], do="classes", why="fact", cuts=[1]), "coordinates", id="in classes"
        ),
        pytest.param(
            rule(fields=["site"], do="pass", why="fact"), "that the export writes itself", id="own name"
        ),
        pytest.param(
            rule(fields=["a"], do="classes", why="fact", cuts=[5, 1]),
            "'rules.1.cuts' must rise",
            id="classes",
        ),
        pytest.param(
            rule(fields=["a"], do="classes", why="fact"), "'rules.1.cuts' is missing", id="no classes"
        ),
        pytest.param(rule(fields=["a"], do="coordinate", why="fact"), "'rules.1.axis' is missing", id="axis"),
        pytest.param({"groups": ["admin2"]}, "'groups.0' is not passed by the rules;", id="group not passed"),
        pytest.param({"geometry": "exact"}, "'geometry' must be one of cell, none", id="exact points"),
        pytest.param({"extends": ["site"]}, "'extends.0' must be one of actors, clusters", id="no such list"),
    ],
)
def test_what_is_said_of_a_list_that_is_not_as_it_must_be(own, changes, sentence):
    with pytest.raises(DocumentError) as told:
        own(**changes)
    assert sentence in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        "POINT (28.1 -2.1)",
        "SRID=4326;POINT(28.1 -2.1)",
        "MultiPoint((28.1 -2.1))",
        "0101000020E61000007FC16ED8B6BC364028F1B913EC3FEA3F",
        "36M XA 12345 67890",
        "36MXA1234567890",
        "6GCRPR6C+24",
        "-2.1234, 28.1234",
        "see https://maps.example/@-2.1234,28.1234,15z",
        "2° 07' 23\" S",
        '{"type": "Point", "coordinates": [28.1, -2.1]}',
    ],
)
def test_texts_that_are_places(text):
    assert holds_places(["x", None, text])


@pytest.mark.parametrize(
    "text", ["Nord-Kivu", "IPIS - PROMINES MoFA 2013-2014", "50–499", "cassiterite", "2021-03-04"]
)
def test_texts_that_are_none(text):
    assert not holds_places([text]) and contacts_in([text]) == {}


@pytest.mark.parametrize(
    "name",
    [
        "longitude",
        "LAT",
        "lon_wgs84",
        "gps_latitude",
        "X",
        "the_geom",
        "ewkb",
        "mgrs",
        "plus_code",
        "gps_point",
    ],
)
def test_names_of_coordinates(name):
    assert names_a_place(name)


@pytest.mark.parametrize(
    "name", ["late", "long_name", "geometry_type_note", "access_dry", "location_level", "state"]
)
def test_names_of_others(name):
    assert not names_a_place(name)


@pytest.mark.parametrize(
    "text, kind",
    [
        ("write to amani@example.org", "email"),
        ("+243 970 123 456", "phone"),
        ("0970123456", "phone"),
        ("Mme Furaha a dit", "person"),
        ("see www.example.org", "web"),
    ],
)
def test_texts_that_lead_to_people(text, kind):
    assert contacts_in([text, None]) == {kind: 1}


def test_numbers_that_are_the_place():
    import numpy as np

    lon, lat = np.array([28.1, 28.2, np.nan]), np.array([-2.1, -2.2, np.nan])
    assert follows_places([28.11, "28,19", 4.5], lon, lat)
    assert not follows_places([28, -2, 1], lon, lat)
