"""What armed and state actors do: influence, breadth, frequency and the knock-outs they bring."""

import pytest
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.tables import BEHAVIOURS

ALL_UNKNOWN = dict.fromkeys(BEHAVIOURS, "unknown")
ALL_NOT_ASKED = dict.fromkeys(BEHAVIOURS, "not_asked")


@pytest.mark.parametrize(
    "actors, points",
    [
        pytest.param([{"actor_class": "nsag_local", "digging": "yes"}], [0, 0], id="group that acts"),
        pytest.param([{"actor_class": "nsag_foreign"}], [0.15, 0.15], id="group that does nothing known"),
        pytest.param([{"actor_class": "nsag_local", "digging": "unknown"}], [0, 0.15], id="group, open flag"),
        pytest.param(
            [{"actor_class": "armed_group", **ALL_NOT_ASKED}], [0, 0.15], id="group, no behaviour asked"
        ),
        pytest.param([{"actor_class": "army_interf", "taxation": "yes"}], [0.25, 0.25], id="army taxes"),
        pytest.param([{"actor_class": "army_interf"}], [0.25, 0.25], id="undisciplined, no act named"),
        pytest.param(
            [{"actor_class": "police_interf", "pillaging": "yes"}], [0.05, 0.05], id="police pillage"
        ),
        pytest.param(
            [{"actor_class": "minepolice_interf", "forced_labour": "unknown"}],
            [0.05, 0.25],
            id="undisciplined, forced labour open",
        ),
        pytest.param(
            [{"actor_class": "army_interf", "taxation": "yes", "pit_ownership": "not_asked"}],
            [0.25, 0.25],
            id="a column that is absent is left out",
        ),
        pytest.param([{"actor_class": "army_no_data", **ALL_UNKNOWN}], [0.25, 0.8], id="no data on acts"),
        pytest.param([{"actor_class": "army_no_interf", **ALL_UNKNOWN}], [0.8, 0.8], id="no interference"),
        pytest.param(
            [{"actor_class": "police_no_interf", "taxation": "yes"}],
            [0.25, 0.8],
            id="no interference, yet taxes",
        ),
        pytest.param(
            [{"actor_class": "army_no_interf"}, {"actor_class": "nsag_local", "monopoly": "unknown"}],
            [0, 0.15],
            id="the worst actor counts",
        ),
        pytest.param(
            [{"actor_class": "nsag_local", "taxation": "unknown"}, {"actor_class": "army_interf"}],
            [0, 0.15],
            id="lowest low and lowest high of two actors",
        ),
        pytest.param([{"actor_class": "private_security"}], [0.8, 0.8], id="guards without acts"),
        pytest.param(
            [{"actor_class": "state_actor", "taxation": "unknown"}], [0.25, 0.8], id="state actor, open flag"
        ),
        pytest.param(
            [{"actor_class": "army", "taxation": "yes", "pillaging": "yes"}], [0.05, 0.05], id="army pillages"
        ),
        pytest.param([{"actor_class": "unknown"}], [0, 0.8], id="an actor of unknown class"),
        pytest.param([{"actor_class": "a new class"}], [0, 0.8], id="a class that the scheme does not know"),
    ],
)
def test_armed_influence_of_recorded_actors(one, actors, points, reasons):
    row = one(presence="yes", actors=actors)
    assert reasons(row, "security")["armed_influence"]["points"] == points


@pytest.mark.parametrize(
    "presence, interference, actors, points",
    [
        pytest.param("yes", "unknown", None, [0, 0.8], id="no actors table: somebody, never nobody"),
        pytest.param("yes", "yes", None, [0, 0.25], id="no actors table, interference"),
        pytest.param("yes", "no", None, [0.8, 0.8], id="no actors table, present and no interference"),
        pytest.param("unknown", "no", (), [0.8, 1], id="presence not answered, no interference"),
        pytest.param("unknown", "yes", (), [0, 0.25], id="presence not answered, interference"),
        pytest.param("unknown", "unknown", (), [0, 1], id="nothing answered"),
        pytest.param("not_asked", "not_asked", (), [0, 1], id="not asked"),
        pytest.param("no", "no", (), [1, 1], id="nobody"),
    ],
)
def test_armed_influence_without_actors(one, presence, interference, actors, points, reasons):
    row = one(presence=presence, interference=interference, actors=actors)
    assert reasons(row, "security")["armed_influence"]["points"] == points


def test_unknown_presence_leaves_only_the_influence(one, reasons):
    row = one(presence="unknown")
    assert list(reasons(row, "security")) == ["armed_influence"]
    assert (row["security_level"], row["security_coverage"]) == (0, 0)


def test_a_recorded_actor_is_a_presence(one, reasons):
    row = one(presence="unknown", actors=[{"actor_class": "army_interf", "frequency": 5}])
    assert list(reasons(row, "security")) == ["armed_influence", "breadth", "frequency"]


@pytest.mark.parametrize(
    "actors, points",
    [
        pytest.param(
            [{"taxation": "yes"}, {"taxation": "yes"}], [0.8, 0.8], id="one behaviour of two actors"
        ),
        pytest.param(
            [{"taxation": "yes"}, {"taxation": "unknown"}], [0.8, 0.8], id="open for one, known by other"
        ),
        pytest.param([{"taxation": "yes"}, {"digging": "unknown"}], [0.6, 0.8], id="one known, one open"),
        pytest.param([dict.fromkeys(BEHAVIOURS, "yes")], [0, 0], id="nine count as five"),
        pytest.param([ALL_UNKNOWN], [0, 1], id="all open"),
        pytest.param([ALL_NOT_ASKED], [0, 1], id="none asked"),
    ],
)
def test_breadth(one, actors, points, reasons):
    row = one(presence="yes", actors=[{"actor_class": "army_interf", **actor} for actor in actors])
    assert reasons(row, "security")["breadth"]["points"] == points


@pytest.mark.parametrize(
    "actors, points",
    [
        pytest.param([("army_interf", 5)], [0, 0], id="permanent"),
        pytest.param([("army_interf", 1)], [0.4, 0.8], id="irregular"),
        pytest.param([("army_interf", None)], [0, 0.8], id="unknown"),
        pytest.param([("nsag_local", 2), ("army_no_interf", 5)], [0.6, 0.6], id="of the worst actor only"),
        pytest.param([("army_interf", 1), ("police_interf", 2)], [0.4, 0.6], id="lowest ends of two equals"),
        pytest.param([("army_interf", None), ("police_interf", 2)], [0, 0.6], id="one of two equals unknown"),
        pytest.param([("army_interf", None), ("police_interf", 5)], [0, 0], id="the other is permanent"),
    ],
)
def test_frequency(one, actors, points, reasons):
    row = one(presence="yes", actors=[{"actor_class": code, "frequency": rank} for code, rank in actors])
    assert reasons(row, "security")["frequency"]["points"] == points


@pytest.mark.parametrize(
    "answers, dimension, effect, level, ends",
    [
        pytest.param(
            {
                "presence": "yes",
                "actors": [{"actor_class": "army_interf", "forced_labour": "yes", "frequency": 2}],
            },
            "security",
            {("forced_labour", "very_low"): "sure"},
            1,
            [1, 1],
            id="forced labour by soldiers: known cap",
        ),
        pytest.param(
            {
                "presence": "yes",
                "actors": [
                    {"actor_class": "army_no_interf", "frequency": 2},
                    {"actor_class": "army", "forced_labour": "unknown", "frequency": 2},
                ],
            },
            "security",
            {("forced_labour", "very_low"): "possible"},
            3,
            [1, 4],
            id="forced labour open: only the worst case is capped",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "nsag_local", "frequency": 2}]},
            "security",
            {("armed_group", "low"): "sure"},
            2,
            [2, 2],
            id="a group without acts: at most low",
        ),
        pytest.param(
            {"children": "yes"}, "health_safety", {("children", "very_low"): "sure"}, 1, [1, 1], id="children"
        ),
        pytest.param(
            {"children": "yes", "is_gold": "yes", "mercury": "no"},
            "health_safety",
            {("children", "very_low"): "sure"},
            1,
            [1, 1],
            id="children, whatever else is good",
        ),
    ],
)
def test_caps(one, answers, dimension, effect, level, ends, caps):
    row = one(**answers)
    assert caps(row, dimension) == effect
    assert row[f"{dimension}_level"] == level
    assert [row[f"{dimension}_level_worst"], row[f"{dimension}_level_best"]] == ends


# Armed groups and security forces each by themselves


@pytest.fixture(scope="module")
def oecd(resources):
    return read_scheme(resources / "schemes" / "oecd_annex_ii_1.json")


@pytest.mark.parametrize(
    "answers, groups, forces",
    [
        pytest.param({"presence": "no"}, "none", "none", id="nobody"),
        pytest.param({}, "unknown", "unknown", id="nothing answered"),
        pytest.param({"interference": "no"}, "none", ["none", "state_present"], id="no interference"),
        pytest.param(
            {"presence": "yes", "interference": "no"},
            "none",
            "state_present",
            id="somebody who does not interfere is no group",
        ),
        pytest.param(
            {"presence": "yes", "interference": "yes"}, "unknown", "unknown", id="interference by somebody"
        ),
        pytest.param({"presence": "yes", "actors": None}, "unknown", "unknown", id="no table of actors"),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "nsag_local", "digging": "yes"}]},
            "nsag_active",
            "none",
            id="a group alone",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "army_interf", "pillaging": "yes"}]},
            "none",
            "state_grave",
            id="soldiers alone",
        ),
        pytest.param(
            {
                "presence": "yes",
                "actors": [
                    {"actor_class": "nsag_local", "digging": "yes"},
                    {"actor_class": "army_interf", "taxation": "yes"},
                ],
            },
            "nsag_active",
            "state_economic",
            id="the worse one does not hide the other",
        ),
        pytest.param(
            {
                "presence": "yes",
                "actors": [{"actor_class": "nsag_local"}, {"actor_class": "army_interf", "pillaging": "yes"}],
            },
            "nsag_present",
            "state_grave",
            id="a quiet group beside soldiers who pillage",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "unknown"}]},
            "unknown",
            "unknown",
            id="an actor of unknown kind",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "unknown"}, {"actor_class": "army_no_interf"}]},
            "unknown",
            ["state_present", "state_economic", "state_grave"],
            id="police or army, and somebody unknown who may be worse",
        ),
        pytest.param(
            {
                "presence": "yes",
                "actors": [
                    {"actor_class": "army_no_interf"},
                    {"actor_class": "police_interf", "forced_labour": "unknown"},
                ],
            },
            "none",
            ["state_economic", "state_grave"],
            id="the worst of two",
        ),
    ],
)
def test_groups_and_forces_by_themselves(one, oecd, reasons, answers, groups, forces):
    row = one(scheme=oecd, **answers)
    assert reasons(row, "armed_groups")["group_influence"]["answer"] == groups
    assert reasons(row, "security_forces")["state_influence"]["answer"] == forces


@pytest.mark.parametrize(
    "answers, levies",
    [
        pytest.param({"presence": "no"}, "no", id="nobody"),
        pytest.param({}, "unknown", id="presence not answered"),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "army_interf", "commerce_taxation": "yes"}]},
            "yes",
            id="taxes on trade",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "army_interf", "digging": "yes"}]},
            "no",
            id="another act",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "army_interf", "entrance_taxation": "unknown"}]},
            "unknown",
            id="entrance fee not answered",
        ),
        pytest.param(
            {"presence": "yes", "actors": [{"actor_class": "army_interf", **ALL_NOT_ASKED}]},
            "unknown",
            id="no act in the form",
        ),
    ],
)
def test_levies(one, oecd, reasons, answers, levies):
    row = one(scheme=oecd, **answers)
    assert reasons(row, "levies")["illegal_levies"]["answer"] == levies
