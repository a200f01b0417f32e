"""Answers older than wished: marked, or counted as unknown."""

from datetime import date

import pytest
from asm_atlas.core.scorecard.stale import Ageing

VISITED = "2021-06-15"
DECIDED = {
    "status_id": "s",
    "date": "2019-12-01",
    "kind": "qualification",
    "qualification": "red",
}


def ageing(years, at=date(2026, 6, 15), counts_as="mark"):
    return Ageing(years, at, counts_as)


@pytest.mark.parametrize(
    "years, at, stale",
    [
        pytest.param(5, date(2026, 6, 15), None, id="on the last day"),
        pytest.param(5, date(2026, 6, 16), "mark", id="one day over"),
        pytest.param(10, date(2026, 6, 16), None, id="a longer limit"),
    ],
)
def test_the_age_of_a_visit(one, reasons, years, at, stale):
    row = one(children="no", ageing=ageing(years, at))
    assert reasons(row, "health_safety")["children"].get("stale") == stale


def test_each_answer_has_its_own_age(one, reasons):
    row = one(statuses=[DECIDED], minerals="coltan", is_3t="yes", traceability="itsci", ageing=ageing(5))
    found = reasons(row, "formalisation")
    assert found["qualification"]["stale"] == "mark"
    assert "stale" not in found["traceability"]


def test_marking_changes_no_score(one):
    plain = one(children="yes", mercury="no", is_gold="yes")
    marked = one(children="yes", mercury="no", is_gold="yes", ageing=ageing(1))
    parts = [name for name in plain.index if not name.endswith("_reasons")]
    assert plain[parts].equals(marked[parts])


def test_a_stale_answer_can_count_as_unknown(one, reasons):
    row = one(children="yes", mercury="no", is_gold="yes", ageing=ageing(1, counts_as="unknown"))
    found = reasons(row, "health_safety")
    assert found["children"] == {
        "item": "children",
        "answer": "yes",
        "points": [0, 1],
        "weight": 3,
        "stale": "unknown",
        "date": VISITED,
    }
    assert list(found) == ["children", "mercury"]  # what the site digs is still known
    assert [row[f"health_safety_{part}"] for part in ("worst", "best", "level")] == [0, 100, 0]


def test_a_stale_status_leaves_its_cap_open(one, caps):
    row = one(
        statuses=[DECIDED],
        minerals="coltan",
        is_3t="yes",
        traceability="itsci",
        ageing=ageing(5, counts_as="unknown"),
    )
    assert caps(row, "formalisation") == {("qualification", "very_low"): "possible"}
    assert [row[f"formalisation_{part}"] for part in ("level_worst", "level_best")] == [1, 4]


def test_unknown_answers_have_no_age(one, reasons):
    row = one(children="unknown", ageing=ageing(1))
    assert "stale" not in reasons(row, "health_safety")["children"]


def test_stale_actors_leave_security_open_but_their_questions_stay(one, reasons):
    actor = {"actor_class": "nsag_local", "taxation": "yes", "frequency": 5}
    row = one(presence="yes", actors=[actor], ageing=ageing(1, counts_as="unknown"))
    assert list(reasons(row, "security")) == ["armed_influence", "breadth", "frequency"]
    assert (row["security_worst"], row["security_best"], row["security_level"]) == (0, 96, 0)
