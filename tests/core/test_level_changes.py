"""Which sites change their level between two schemes."""

from datetime import date

import pandas as pd
import pytest
from asm_atlas.core.scorecard.as_of import parse_as_of
from asm_atlas.core.scorecard.level_changes import compare_levels, rescored
from asm_atlas.core.scorecard.scheme import read_scheme, scheme_of
from asm_atlas.core.scorecard.scheme_document import scheme_document
from asm_atlas.core.scorecard.site_scores import level_counts, score_sites


@pytest.fixture()
def tables(table):
    """Three sites: children at a, none at b, c seen too long ago."""
    answers = {"a": "yes", "b": "no", "c": "no"}
    days = {"a": "2020-05-01", "b": "2020-05-01", "c": "2012-05-01"}
    visits = [
        {"visit_id": code, "pcode": code, "visit_date": days[code], "on_site": "yes", "children": child}
        for code, child in answers.items()
    ]
    sites = [
        {"pcode": code, "name": code.upper(), "visit_id": code, "longitude": 29.0, "latitude": -2.0}
        for code in answers
    ]
    return table("sites", sites), table("visits", visits)


@pytest.fixture()
def compare(tables, default_scheme):
    def compare(change, before=default_scheme):
        document = scheme_document(default_scheme)
        change(document)
        schemes = before, scheme_of(document, "changed")
        scores = [
            score_sites(*tables, None, None, scheme, parse_as_of("visit"), date(2026, 5, 31)).scores
            for scheme in schemes
        ]
        return compare_levels(*scores, schemes), scores

    return compare


def switch_off_children(document):
    document["dimensions"][1]["caps"][0]["enabled"] = False
    document["dimensions"][1]["items"][0]["points"]["yes"] = 0.6


def test_the_same_scheme_changes_nothing(compare):
    comparison, _ = compare(lambda document: None)
    assert comparison.changes == []
    assert comparison.before == comparison.after
    assert comparison.n_sites == 3
    assert comparison.n_scored == (2, 2)


def test_a_site_that_changes_is_listed_with_its_place(compare):
    comparison, _ = compare(switch_off_children)
    (change,) = comparison.changes
    assert (change.pcode, change.name, change.dimension) == ("a", "A", "health_safety")
    assert (change.before, change.after) == (1, 3)
    assert (change.longitude, change.latitude) == (29.0, -2.0)
    assert comparison.before["health_safety"] == {-2: 1, -1: 0, 0: 0, 1: 1, 2: 0, 3: 0, 4: 1}
    assert comparison.after["health_safety"] == {-2: 1, -1: 0, 0: 0, 1: 0, 2: 0, 3: 1, 4: 1}


def test_a_site_that_begins_to_be_scored_changes_from_not_scored(compare):
    comparison, _ = compare(lambda document: document.update(since="2010-01-01"))
    assert comparison.n_scored == (2, 3)
    assert {change.pcode for change in comparison.changes} == {"c"}
    assert {change.before for change in comparison.changes} == {-2}


def test_counts_are_those_of_the_algorithm(compare, default_scheme):
    comparison, scores = compare(switch_off_children)
    counts = level_counts(scores[0], default_scheme)
    for name, row in counts.iterrows():
        levels = [row["no_data"], *(row[level.code] for level in default_scheme.levels)]
        assert [comparison.before[name][number] for number in range(5)] == levels
        assert comparison.before[name][-1] == row["not_applicable"]


def test_a_name_that_is_missing_is_empty(compare, tables):
    tables[0]["name"] = pd.Series([None] * 3, dtype=object)
    comparison, _ = compare(switch_off_children)
    assert [change.name for change in comparison.changes] == [""]


def test_schemes_of_other_levels_are_counted_and_not_compared(compare, resources):
    other = read_scheme(resources / "schemes" / "site_criteria_1.json")
    comparison, _ = compare(lambda document: None, before=other)
    assert comparison.changes is None
    assert set(comparison.before) == {*other.dimension_ids, "overall"}
    assert sum(comparison.before["overall"].values()) == 3


def raise_weight(document):
    document["dimensions"][0]["items"][0]["w"] = 1


def move_cut(document):
    document["cuts"][0] = 40


def change_two(document):
    raise_weight(document)
    switch_off_children(document)


@pytest.mark.parametrize(
    "change, scored",
    [
        pytest.param(lambda document: None, [], id="nothing"),
        pytest.param(lambda document: document.update(version="2"), [], id="what no score depends on"),
        pytest.param(raise_weight, ["security"], id="a weight"),
        pytest.param(change_two, ["security", "health_safety"], id="two indicators"),
        pytest.param(move_cut, "all", id="a cut"),
        pytest.param(lambda document: document["dimensions"].pop(), "all", id="an indicator less"),
    ],
)
def test_only_what_differs_is_scored_again(tables, default_scheme, change, scored):
    document = scheme_document(default_scheme)
    change(document)
    wanted = scheme_of(document, "changed")
    asked = []

    def score(scheme):
        asked.append(list(scheme.dimension_ids))
        return score_sites(*tables, None, None, scheme, parse_as_of("visit"), date(2026, 5, 31)).scores

    done, whole = score(default_scheme), score(wanted)
    asked.clear()
    found = rescored(done, default_scheme, wanted, score)
    assert asked == ([] if scored == [] else [list(wanted.dimension_ids) if scored == "all" else scored])
    names = [name for name in whole if not name.startswith("scheme")]
    pd.testing.assert_frame_equal(found[names], whole[names])
