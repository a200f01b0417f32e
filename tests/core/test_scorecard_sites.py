"""Scores of hand-made sites: the worked examples, the derived answers, states and reference dates."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.as_of import add_months, parse_as_of
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.site_scores import level_counts, score_sites
from asm_atlas.core.tables import BEHAVIOURS, TABLES, column_names

EXAMPLES = json.loads((Path(__file__).parent / "data" / "scorecard_examples.json").read_text("utf-8"))
QUESTIONS = ("mercury", "children", "presence", "interference", "access_dry", "access_wet", "mechanisation")
REPORT_DATE = date(2026, 5, 31)


def table(name, records):
    """An atlas table in its types; what a record leaves out is unknown or empty, a behaviour no."""
    defaults = {}
    if name == "visits":
        defaults = dict.fromkeys((*QUESTIONS, "traceability"), "unknown")
        defaults.update(row_kind="visit", services_full="no", project="IPIS - test")
    elif name == "actors":
        defaults = dict.fromkeys(BEHAVIOURS, "no")
    frame = pd.DataFrame([{**defaults, **record} for record in records])
    columns = {column.name: column.kind for column in TABLES[name]}
    frame = frame.reindex(columns=[*columns, *frame.columns.difference(list(columns))])
    for column, kind in columns.items():
        if kind == "date":
            frame[column] = pd.to_datetime(frame[column]).astype("datetime64[ns]")
        elif kind == "int":
            frame[column] = pd.to_numeric(frame[column]).astype("Int64")
        elif kind == "text":
            frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame


@pytest.fixture(scope="module")
def scheme(resources):
    return read_scheme(resources / "schemes" / "asm_atlas_1.json")


@pytest.fixture()
def scores(scheme):
    """Scores of tables given as records, by pcode."""

    def compute(as_of="visit", *, actors=(), statuses=(), **records):
        given = {
            name: None if rows is None else table(name, rows)
            for name, rows in (("actors", actors), ("statuses", statuses))
        }
        result = score_sites(
            table("sites", records["sites"]),
            table("visits", records["visits"]),
            given["actors"],
            given["statuses"],
            scheme,
            parse_as_of(as_of),
            REPORT_DATE,
        )
        return result.scores.set_index("pcode", drop=False)

    return compute


@pytest.fixture()
def one(scores):
    """Score of one site visited on 2021-06-15; keywords change the visit."""

    def compute(as_of="visit", actors=(), statuses=(), site=None, **answers):
        visit = {"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes", **answers}
        return scores(
            as_of,
            sites=[{"pcode": "p", "visit_id": "v", **(site or {})}],
            visits=[visit],
            actors=None if actors is None else [{"visit_id": "v", **actor} for actor in actors],
            statuses=None if statuses is None else [{"pcode": "p", **status} for status in statuses],
        ).loc["p"]

    return compute


def reasons(row, dimension):
    return {
        reason["item"]: reason for reason in json.loads(row[f"{dimension}_reasons"]) if "cap" not in reason
    }


def caps(row, dimension):
    listed = [reason for reason in json.loads(row[f"{dimension}_reasons"]) if "cap" in reason]
    return {(cap["item"], cap["cap"]): "sure" if cap["certain"] else "possible" for cap in listed}


# The worked examples


@pytest.mark.parametrize(
    "expected", EXAMPLES["expected"], ids=lambda case: f"{case['pcode']} {case['dimension']}"
)
def test_worked_examples(scores, expected):
    row = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")}).loc[
        expected["pcode"]
    ]
    dim = expected["dimension"]
    for part in ("worst", "best", "coverage"):
        assert row[f"{dim}_{part}"] == pytest.approx(expected[part], abs=0.005), part
    if expected["score"] is None:
        assert np.isnan(row[f"{dim}_score"])
    else:
        assert row[f"{dim}_score"] == pytest.approx(expected["score"], abs=0.005)
    assert row[f"{dim}_level"] == expected["level"]
    assert [row[f"{dim}_level_worst"], row[f"{dim}_level_best"]] == expected["range"]
    assert row[f"{dim}_robust"] == expected["robust"]
    assert row[f"{dim}_thin"] == expected["thin"]


def test_example_1_years_later_has_an_expired_status(scores):
    records = {name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")}
    row = scores("2026-05-31", **records).loc["ex1"]
    assert row["formalisation_score"] == pytest.approx(30)
    assert row["formalisation_level"] == 2
    assert row["as_of"] == "2026-05-31"


def test_order_of_rows_does_not_matter(scores):
    names = ("sites", "visits", "actors", "statuses")
    forward = scores(**{name: EXAMPLES[name] for name in names})
    backward = scores(**{name: EXAMPLES[name][::-1] for name in names})
    pd.testing.assert_frame_equal(backward.loc[forward.index], forward)


def test_the_table_has_the_columns_of_the_contract(scores):
    result = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")})
    assert list(result) == [*column_names("scores"), "longitude", "latitude"]
    kinds = {"text": "object", "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    for column in TABLES["scores"]:
        assert str(result[column.name].dtype) == kinds[column.kind], column.name


# Armed actors

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
def test_armed_influence_of_recorded_actors(one, actors, points):
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
def test_armed_influence_without_actors(one, presence, interference, actors, points):
    row = one(presence=presence, interference=interference, actors=actors)
    assert reasons(row, "security")["armed_influence"]["points"] == points


def test_unknown_presence_leaves_only_the_influence(one):
    row = one(presence="unknown")
    assert list(reasons(row, "security")) == ["armed_influence"]
    assert (row["security_level"], row["security_coverage"]) == (0, 0)


def test_a_recorded_actor_is_a_presence(one):
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
def test_breadth(one, actors, points):
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
def test_frequency(one, actors, points):
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
def test_caps(one, answers, dimension, effect, level, ends):
    row = one(**answers)
    assert caps(row, dimension) == effect
    assert row[f"{dimension}_level"] == level
    assert [row[f"{dimension}_level_worst"], row[f"{dimension}_level_best"]] == ends


# State services


@pytest.mark.parametrize(
    "answers, answer",
    [
        pytest.param({"services": "divmines;saemape"}, "yes", id="listed"),
        pytest.param({"services": "divmines"}, "no", id="another one listed"),
        pytest.param({}, "no", id="reached, nothing listed"),
        pytest.param({"on_site": "no"}, "unknown", id="not reached, nothing listed"),
        pytest.param({"on_site": "no", "services": "divmines"}, "no", id="not reached, another one listed"),
        pytest.param({"services": "a;b;c;d", "services_full": "yes"}, "unknown", id="all places taken"),
        pytest.param({"services": "a;b;c;saemape", "services_full": "yes"}, "yes", id="listed among four"),
        pytest.param({"services_full": "not_asked"}, "unknown", id="no column for services"),
        pytest.param({"row_kind": "third_party"}, "unknown", id="third-party row"),
    ],
)
def test_services(one, answers, answer):
    assert reasons(one(**answers), "state_services")["service_saemape"]["answer"] == answer


# Qualification and traceability


def decision(day, code):
    return {"status_id": day, "date": day, "kind": "qualification", "qualification": code}


@pytest.mark.parametrize(
    "statuses, as_of, answer",
    [
        pytest.param([decision("2020-06-15", "green")], "visit", "green", id="green on its last day"),
        pytest.param([decision("2020-06-14", "green")], "visit", "expired_green", id="green, one day over"),
        pytest.param([decision("2020-12-15", "yellow")], "visit", "yellow", id="yellow on its last day"),
        pytest.param(
            [decision("2020-12-14", "yellow")], "visit", "expired_yellow", id="yellow, one day over"
        ),
        pytest.param([decision("2018-06-15", "blue")], "visit", "blue", id="blue on its last day"),
        pytest.param([decision("2018-06-14", "blue")], "visit", "lapsed_blue", id="blue, one day over"),
        pytest.param([decision("2012-01-01", "red")], "visit", "red", id="red at any age"),
        pytest.param(
            [decision("2021-01-01", "not_classified")], "visit", "not_classified", id="not classified"
        ),
        pytest.param([], "visit", "none", id="never decided"),
        pytest.param([decision("2021-06-16", "green")], "visit", "none", id="decided after the visit"),
        pytest.param(
            [decision("2021-01-01", "green"), decision("2021-03-01", "red")],
            "visit",
            "red",
            id="the latest counts",
        ),
        pytest.param(
            [decision("2021-06-16", "green")], "2022-01-01", "green", id="decided before the fixed date"
        ),
        pytest.param(
            [decision("2021-06-16", "green")], "2026-05-31", "expired_green", id="fixed date, expired"
        ),
        pytest.param([decision("2011-01-01", "green")], "last_known", "green", id="last known: no expiry"),
        pytest.param(
            [decision("2024-01-01", "blue")], "last_known", "blue", id="last known: also later decisions"
        ),
    ],
)
def test_qualification(one, statuses, as_of, answer):
    row = one(as_of, statuses=statuses, minerals="gold", is_gold="yes")
    assert reasons(row, "formalisation")["qualification"]["answer"] == answer


def test_the_reason_gives_the_date_of_the_decision(one):
    row = one(statuses=[decision("2021-01-02", "green")], minerals="gold")
    assert reasons(row, "formalisation")["qualification"]["date"] == "2021-01-02"


@pytest.mark.parametrize(
    "site, answer",
    [
        pytest.param(
            {"qualification": "green", "qualification_date": "2021-01-01"}, "green", id="in its period"
        ),
        pytest.param(
            {"qualification": "green", "qualification_date": "2019-01-01"}, "expired_green", id="over"
        ),
        pytest.param(
            {"qualification": "green", "qualification_date": "2022-01-01"}, "unknown", id="decided later"
        ),
        pytest.param({}, "none", id="no decision"),
    ],
)
def test_without_a_table_of_statuses_the_site_says_its_last_one(one, site, answer):
    row = one(statuses=None, site=site, minerals="gold")
    assert reasons(row, "formalisation")["qualification"]["answer"] == answer


def test_red_caps_formalisation(one):
    row = one(statuses=[decision("2015-01-01", "red")], minerals="coltan", is_3t="yes", traceability="itsci")
    assert row["formalisation_score"] == pytest.approx(300 / 7)
    assert (row["formalisation_level"], row["formalisation_robust"]) == (1, "firm")


def test_qualification_is_not_asked_of_diamonds(one):
    row = one(statuses=[decision("2021-01-01", "red")], minerals="diamond", is_gold="no", is_3t="no")
    assert pd.isna(row["formalisation_level"])
    assert row["formalisation_robust"] == "not_applicable"
    assert row["formalisation_reasons"] is None


def listed(day):
    return {"status_id": day, "date": day, "kind": "traceability", "traceability": "itsci_listed"}


@pytest.mark.parametrize(
    "answers, statuses, answer",
    [
        pytest.param({"is_3t": "yes", "traceability": "better_mining"}, [], "better_mining", id="seen"),
        pytest.param({"is_3t": "yes"}, [], "none", id="3T, reached, nothing seen"),
        pytest.param({"is_3t": "yes", "on_site": "no"}, [], "unknown", id="3T, not reached"),
        pytest.param(
            {"is_3t": "yes", "on_site": "no", "traceability": "none"}, [], "none", id="said to have none"
        ),
        pytest.param({"is_3t": "yes", "on_site": "no"}, [listed("2019-06-15")], "itsci_listed", id="listed"),
        pytest.param(
            {"is_3t": "yes", "on_site": "no"}, [listed("2019-06-14")], "unknown", id="listed too long ago"
        ),
        pytest.param({"is_3t": "yes"}, [listed("2020-01-01")], "none", id="a later visit found none"),
        pytest.param({"is_3t": "no"}, [], None, id="not asked of other minerals"),
        pytest.param({"is_3t": "no", "traceability": "itsci"}, [], "itsci", id="gold with a programme"),
    ],
)
def test_traceability(one, answers, statuses, answer):
    row = one(statuses=statuses, minerals="gold", **answers)
    reason = reasons(row, "formalisation").get("traceability")
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "country, level",
    [
        pytest.param("COD", 2, id="where these services exist"),
        pytest.param("CAF", None, id="elsewhere they are not asked for"),
        pytest.param(None, 2, id="country not known"),
    ],
)
def test_services_and_qualification_are_those_of_dr_congo(one, country, level):
    row = one(site={"country": country}, services="saemape", minerals="gold")
    assert (row["state_services_level"] if pd.notna(row["state_services_level"]) else None) == level
    assert pd.isna(row["formalisation_level"]) == (level is None)


# Items that apply only where the question was asked


@pytest.mark.parametrize(
    "answers, item, answer",
    [
        pytest.param({}, "accidents", None, id="accidents not asked"),
        pytest.param({"injured": 0, "dead": 0}, "accidents", "none", id="no accident"),
        pytest.param({"injured": 2, "dead": 0}, "accidents", "injured", id="injured"),
        pytest.param({"injured": 2, "dead": 1}, "accidents", "dead", id="dead"),
        pytest.param({"injured": 2}, "accidents", ["injured", "dead"], id="dead not answered"),
        pytest.param({"dead": 1, "recall_months": 24}, "accidents", "unknown", id="recall too long"),
        pytest.param({"sanitation": "partly"}, "sanitation", "partly", id="sanitation"),
        pytest.param({"sanitation": "not_asked"}, "sanitation", None, id="sanitation not asked"),
        pytest.param({"mercury": "yes"}, "mercury", None, id="mercury off gold sites"),
    ],
)
def test_health_and_safety_items(one, answers, item, answer):
    reason = reasons(one(children="no", **answers), "health_safety").get(item)
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "site, answer",
    [
        pytest.param({}, None, id="no titles"),
        pytest.param({"title_class": "zea_active"}, "zea_active", id="artisanal zone"),
        pytest.param(
            {"title_class": "none", "title_date": pd.Timestamp("2016-06-15")}, "none", id="in five years"
        ),
        pytest.param(
            {"title_class": "none", "title_date": pd.Timestamp("2016-06-14")}, None, id="layer too old"
        ),
    ],
)
def test_titles(one, site, answer):
    reason = reasons(one(site=site, minerals="gold"), "formalisation").get("title_class")
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "dry, wet, worst, best",
    [
        pytest.param("carmoto", "less2h", 75, 75, id="both answered"),
        pytest.param("less2h", "unknown", 25, 50, id="rain never improves access"),
        pytest.param("unknown", "unknown", 0, 100, id="neither answered"),
    ],
)
def test_access(one, dry, wet, worst, best):
    row = one(access_dry=dry, access_wet=wet)
    assert [row["access_worst"], row["access_best"]] == [worst, best]


@pytest.mark.parametrize(
    "workers, points", [(0, 0), (1, 0.25), (49, 0.25), (50, 0.5), (250, 0.75), (499, 0.75), (500, 1)]
)
def test_workers_by_size_class(one, workers, points):
    assert reasons(one(workers=workers), "production")["workers"]["points"] == [points, points]


# States, reference dates, tables


@pytest.mark.parametrize(
    "answers, site, state",
    [
        pytest.param({}, {}, "scored", id="on site"),
        pytest.param({"on_site": "no", "workers": 0}, {}, "inactive", id="off site, nobody"),
        pytest.param(
            {"on_site": "no", "workers": 0, "presence": "yes"}, {}, "scored", id="off site, soldiers"
        ),
        pytest.param({"on_site": "no", "workers": 5}, {}, "scored", id="off site, miners"),
        pytest.param({"on_site": "no"}, {}, "scored", id="off site, miners unknown"),
        pytest.param({"visit_date": "2017-12-31"}, {}, "too_old", id="before the scheme's first year"),
        pytest.param({}, {"visit_id": None}, "no_visit", id="only lists name the site"),
    ],
)
def test_states(one, answers, site, state):
    row = one(site=site, **answers)
    assert row["state"] == state
    if state != "scored":
        assert row["security_level"] == 0
        assert row[["security_score", "security_robust", "security_reasons"]].isna().all()


def test_a_fixed_date_chooses_the_latest_visit_up_to_it(scores):
    result = scores(
        "2021-12-31",
        sites=[{"pcode": "p", "visit_id": "late"}, {"pcode": "q"}],
        visits=[
            {"visit_id": "late", "pcode": "p", "visit_date": "2022-01-01"},
            {"visit_id": "second", "pcode": "p", "visit_date": "2021-05-01", "source_order": 8},
            {"visit_id": "first", "pcode": "p", "visit_date": "2021-05-01", "source_order": 7},
            {"visit_id": "listed", "pcode": "p", "visit_date": "2021-06-01", "row_kind": "third_party"},
        ],
    )
    assert result["visit_id"].tolist() == ["first", None]
    assert result["state"].tolist() == ["scored", "no_visit"]


@pytest.mark.parametrize(
    "as_of, age",
    [("2023-06-15", "fresh"), ("2023-06-16", "ageing"), ("2026-06-16", "old"), ("visit", "ageing")],
)
def test_ages(one, as_of, age):
    assert one(as_of)["age_class"] == age


@pytest.mark.parametrize(
    "day, months, later",
    [("2020-01-31", 1, "2020-02-29"), ("2021-08-31", 6, "2022-02-28"), ("2020-02-29", 12, "2021-02-28")],
)
def test_calendar_months(day, months, later):
    assert add_months(np.array([day], "datetime64[D]"), months)[0] == np.datetime64(later)


def test_an_unreadable_reference_date_is_explained():
    with pytest.raises(TableError, match=r"'31/05/2026' is not understood; write a date like 2026-05-31"):
        parse_as_of("31/05/2026")


def test_visits_of_another_import_are_refused(scores):
    with pytest.raises(TableError, match=r"VISITS lacks 1 of the visits that SITES names \(first: x\)"):
        scores(sites=[{"pcode": "p", "visit_id": "x"}], visits=[{"visit_id": "v", "pcode": "p"}])


def test_a_site_that_stands_twice_is_refused(scores):
    with pytest.raises(TableError, match="SITES holds the site p more than once"):
        scores(sites=[{"pcode": "p"}, {"pcode": "p"}], visits=[{"visit_id": "v", "pcode": "p"}])


def test_absent_columns_count_as_not_asked(scheme):
    visits = table("visits", [{"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes"}])
    kept = ["visit_id", "pcode", "row_kind", "visit_date", "on_site", "workers", "presence"]
    result = score_sites(
        table("sites", [{"pcode": "p", "visit_id": "v"}])[["pcode", "visit_id"]],
        visits[kept],
        None,
        None,
        scheme,
        parse_as_of("visit"),
        REPORT_DATE,
    )
    levels = [result.scores[f"{dim.id}_level"].iloc[0] for dim in scheme.dimensions]
    assert [level if pd.notna(level) else None for level in levels] == [0, 0, 0, None, 0, 0]


def test_values_outside_the_scheme_are_reported(scheme):
    result = score_sites(
        table("sites", [{"pcode": "p", "visit_id": "v"}]),
        table("visits", [{"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "access_dry": "boat"}]),
        table("actors", [{"visit_id": "v", "actor_class": "pirates"}]),
        None,
        scheme,
        parse_as_of("visit"),
        REPORT_DATE,
    )
    assert result.notes == (
        "actors: the classes pirates count as unknown.",
        "access_dry: 1 answers count as unknown (boat).",
    )


def test_level_counts(scores, scheme):
    result = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")})
    counts = level_counts(result, scheme)
    assert counts.loc["security"].tolist() == [0, 1, 2, 0, 1, 0, 0.75]
    assert counts.loc["health_safety"].tolist()[:6] == [1, 1, 0, 0, 2, 0]
