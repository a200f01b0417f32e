"""All visits scored: which rows there are, and that nothing later reaches an earlier one."""

import json
import pickle
from datetime import date

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.scorecard.alike import alike, taken
from asm_atlas.core.scorecard.as_of import parse_as_of
from asm_atlas.core.scorecard.choice import choose_visits
from asm_atlas.core.scorecard.site_scores import score_sites
from asm_atlas.core.scorecard.variables import CodeAnswer

VISITS = [
    {"visit_id": "a1", "pcode": "a", "visit_date": "2019-03-01", "source_order": 1},
    {"visit_id": "a2", "pcode": "a", "visit_date": "2019-09-01", "source_order": 2},
    {"visit_id": "a3", "pcode": "a", "visit_date": "2021-09-01", "source_order": 3},
    {"visit_id": "b2", "pcode": "b", "visit_date": "2020-01-01", "source_order": 6},
    {"visit_id": "b1", "pcode": "b", "visit_date": "2020-01-01", "source_order": 5},
    {"visit_id": "a0", "pcode": "a", "visit_date": "2012-01-01", "source_order": 7},
    {"visit_id": "a9", "pcode": "a", "visit_date": "2022-01-01", "row_kind": "third_party"},
]
SITES = [{"pcode": "b", "visit_id": "b1"}, {"pcode": "c"}, {"pcode": "a", "visit_id": "a3"}]


@pytest.mark.parametrize(
    "which, as_of, chosen",
    [
        pytest.param("latest", "visit", ["b1", None, "a3"], id="the one that speaks"),
        pytest.param("latest", "2020-12-31", ["b1", None, "a2"], id="the latest up to a date"),
        pytest.param("all", "visit", ["b2", "b1", None, "a0", "a1", "a2", "a3"], id="all, by site and date"),
        pytest.param("all", "2019-06-30", [None, None, "a0", "a1"], id="all up to a date"),
        pytest.param("per_year", "visit", ["b1", None, "a0", "a2", "a3"], id="the latest of each year"),
        pytest.param("per_year", "2019-06-30", [None, None, "a0", "a1"], id="of each year up to a date"),
    ],
)
def test_visits_chosen(table, which, as_of, chosen):
    visits = table("visits", VISITS)
    choice = choose_visits(table("sites", SITES), visits, parse_as_of(as_of), which)
    assert choice.of_visits(visits["visit_id"]).tolist() == chosen
    assert choice.notes == []


def test_rows_of_all_visits(scores):
    rows = scores(sites=SITES, visits=VISITS, which="all")
    assert rows.index.tolist() == ["b", "b", "c", "a", "a", "a", "a"]
    states = ["scored", "scored", "no_visit", "too_old", "scored", "scored", "scored"]
    assert rows["state"].tolist() == states
    assert rows["date"].dt.year.tolist()[3:] == [2012, 2019, 2019, 2021]


def test_visits_that_cannot_be_scored_are_reported(table, default_scheme):
    visits = table("visits", [*VISITS, {"visit_id": "a8", "pcode": "a"}, {**VISITS[0], "visit_id": "x"}])
    visits.loc[visits["visit_id"] == "x", "pcode"] = "lost"
    card = score_sites(
        table("sites", SITES),
        visits,
        None,
        None,
        default_scheme,
        parse_as_of("visit"),
        date(2026, 5, 31),
        which="all",
    )
    assert card.notes == (
        "1 visits have no date and are not scored (first: a8).",
        "1 visits are of sites that SITES lacks and are not scored (first: x).",
    )
    assert len(card.scores) == 7


def test_keys_may_be_empty(table):
    sites = table("sites", [{"pcode": None}, {"pcode": None}, {"pcode": "a"}])
    visits = table("visits", [*VISITS, {"visit_id": None, "visit_date": "2020-01-01"}])
    visit = choose_visits(sites, visits, parse_as_of("visit"), "all").visit
    assert visit.tolist() == [-1, -1, 5, 0, 1, 2]


# What is later than a row does not reach it

LATER = {
    "status_id": "late",
    "pcode": "p",
    "date": "2021-06-16",
    "kind": "qualification",
    "qualification": "red",
}
LISTED = {**LATER, "kind": "traceability", "qualification": None, "traceability": "itsci_listed"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"statuses": [LATER]}, id="decision"),
        pytest.param({"statuses": [LISTED]}, id="list of a programme"),
        pytest.param(
            {"site": {"qualification": "red", "qualification_date": "2021-06-16"}, "statuses": None},
            id="the site's own last decision",
        ),
        pytest.param(
            {"site": {"title_class": "zea_active", "title_date": pd.Timestamp("2021-06-16")}}, id="title"
        ),
        pytest.param({"site": {"minerals": "coltan", "is_3t": "yes", "is_gold": "no"}}, id="minerals"),
        pytest.param({"later": {"minerals": "coltan", "is_3t": "yes"}}, id="minerals of a later visit"),
        pytest.param({"later": {"injured": 3, "dead": 1}}, id="accidents asked later in the project"),
        pytest.param({"later": {"traceability": "none", "is_3t": "yes"}}, id="programme not found later"),
        pytest.param({"later": {"presence": "yes", "actor_class": "nsag_local"}}, id="armed group later"),
    ],
)
def test_later_facts_do_not_reach_an_earlier_visit(scores, change):
    visit = {"visit_id": "v1", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes", "workers": 20}
    visit.update(minerals="gold", is_gold="yes", is_3t="no", children="no", presence="no")

    def first(**changes):
        site = {"pcode": "p", "visit_id": "v1", "country": "COD", **changes.get("site", {})}
        later = [{**visit, "visit_id": "v2", "visit_date": "2022-01-01", **changes.get("later", {})}]
        statuses = changes.get("statuses", ())
        return scores(sites=[site], visits=[visit, *later], statuses=statuses, which="all").iloc[0]

    before, after = first(), first(**change)
    if change.get("statuses", ()) is None:  # then it is not known what held before the site's last one
        assert json.loads(after["formalisation_reasons"])[0]["answer"] == "unknown"
        return
    pd.testing.assert_series_equal(after, before)


@pytest.mark.parametrize(
    "as_of, codes",
    [
        pytest.param("visit", ["none", "green"], id="on the day of each visit"),
        pytest.param("2022-12-31", ["expired_green", "expired_green"], id="on a fixed day"),
        pytest.param("last_known", ["green", "green"], id="last known"),
    ],
)
def test_statuses_of_all_visits(scores, reasons, as_of, codes):
    days = ("2021-03-01", "2021-09-01")
    visits = [{"visit_id": day, "pcode": "p", "visit_date": day, "minerals": "gold"} for day in days]
    status = {**LATER, "qualification": "green"}
    rows = scores(
        as_of,
        sites=[{"pcode": "p", "visit_id": "2021-09-01"}],
        visits=visits,
        statuses=[status],
        which="all",
    )
    found = [reasons(row, "formalisation")["qualification"]["answer"] for _, row in rows.iterrows()]
    assert found == codes


def test_kinds_of_rows():
    kinds = alike([np.array([1, 1, 2, 1]), np.array([np.nan, 0.5, np.nan, np.nan])], 4)
    assert kinds.kind.tolist() == [0, 1, 2, 0]
    assert kinds.first.tolist() == [0, 1, 2]
    assert alike([], 3).kind.tolist() == [0, 0, 0]
    assert alike([np.array([])], 0).first.tolist() == []
    cut = taken(CodeAnswer(np.array([4, 5]), np.array([True, False])), np.array([1, 1]))
    assert (cut.mask.tolist(), cut.asked.tolist(), cut.date) == ([5, 5], [False, False], None)


def test_scores_of_a_million_rows_share_their_texts(scores):
    """Rows that are alike point to one text: so they take memory once."""
    visits = [{"visit_id": f"v{n}", "pcode": f"p{n}", "visit_date": "2021-06-15"} for n in range(50)]
    rows = scores(sites=[{"pcode": f"p{n}", "visit_id": f"v{n}"} for n in range(50)], visits=visits)
    assert len({id(text) for text in rows["security_reasons"]}) == 1
    assert len(pickle.dumps(rows["security_reasons"].tolist())) < 1000


@pytest.mark.real_data
@pytest.mark.parametrize("as_of", ["visit", "2022-06-30", "last_known"])
def test_the_last_of_all_visits_is_the_latest_one(released, default_scheme, as_of):
    def scored(which):
        return score_sites(
            *released, default_scheme, parse_as_of(as_of), date(2026, 5, 31), which=which
        ).scores

    latest = scored("latest")
    for which in ("all", "per_year"):
        rows = scored(which)
        assert not rows.duplicated(["pcode", "date", "scheme", "visit_id"]).any()
        last = rows.drop_duplicates("pcode", keep="last").reset_index(drop=True)
        pd.testing.assert_frame_equal(last, latest)


@pytest.mark.real_data
def test_what_was_known_then_does_not_change_with_later_rows(released, default_scheme):
    """Rows up to a day are the same whether the tables end on that day or go on."""
    sites, visits, actors, statuses = released
    day = pd.Timestamp("2020-12-31")

    def scored(visits, statuses):
        card = score_sites(
            sites,
            visits,
            actors,
            statuses,
            default_scheme,
            parse_as_of("visit"),
            date(2026, 5, 31),
            which="all",
        )
        return card.scores[card.scores["date"] <= day].reset_index(drop=True)

    whole = scored(visits, statuses)
    cut = scored(visits[visits["visit_date"] <= day], statuses[statuses["date"] <= day])
    assert (whole["state"] == "scored").sum() > 700
    pd.testing.assert_frame_equal(whole, cut)
