"""Answers read back from reasons: they score to the same levels, and foreign or edited tables are refused."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.scheme import read_scheme, scheme_of
from asm_atlas.core.scorecard.score import score_dimension
from asm_atlas.core.scorecard.scored_answers import answers_in, check_levels, check_scheme, scored_again
from asm_atlas.core.scorecard.variables import CodeAnswer, CountAnswer, variable

SCHEMES = Path(__file__).parents[2] / "resources" / "schemes"
DEFAULT = read_scheme(SCHEMES / "asm_atlas_1.json")
N = 200
DATES = np.full(N, np.datetime64("2021-06-15", "D"))


def random_answers(scheme, seed):
    random = np.random.default_rng(seed)
    answers = {}
    for name in scheme.variables():
        known = random.random(N) > 0.3
        if variable(name).is_count:
            low = np.where(known, random.integers(0, 400, N), np.nan)
            answers[name] = CountAnswer(low, low + random.integers(0, 3, N), random.random(N) > 0.2)
        else:
            mask = random.integers(0, 1 << len(scheme.codes(name)), N)
            answers[name] = CodeAnswer(np.where(known, mask, 0), random.random(N) > 0.2)
    return answers


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMES.glob("*.json")))
def test_reasons_hold_all_that_a_level_is_made_of(scores_of, name):
    scheme = read_scheme(SCHEMES / f"{name}.json")
    answers = random_answers(scheme, 1)
    scores = scores_of(scheme, answers, DATES)
    check_scheme(scores, scheme)
    for dim in scheme.dimensions:
        read = answers_in(scores[f"{dim.id}_reasons"], dim, scheme)
        scored = score_dimension(dim, answers, DATES, scheme)
        interval, levels = scored_again(dim, read.cells, read.applies, read.caps, scheme)
        for mine, theirs in (
            (interval.worst, scored.worst),
            (interval.best, scored.best),
            (levels.level, scored.level),
            (levels.worst, scored.level_worst),
            (levels.best, scored.level_best),
        ):
            np.testing.assert_allclose(mine, theirs, rtol=0, atol=1e-9)
        check_levels(read, scores[f"{dim.id}_level"], scheme)
        np.testing.assert_array_equal(read.applies, [points.applies for points in scored.items])


def test_a_cap_of_several_conditions_is_read_back(scores_of):
    document = json.loads((SCHEMES / "asm_atlas_1.json").read_text("utf-8"))
    ground = {"en": "Both", "fr": "Les deux"}
    when = {"children": "yes", "mercury": ["yes"]}
    document["dimensions"][1]["caps"] = [
        {"when": {"mercury": "yes"}, "level": "medium", "ground": ground},
        {"when": when, "level": "low", "ground": ground},
    ]
    scheme = scheme_of(document, "mine.json")
    answers = random_answers(scheme, 2)
    scores = scores_of(scheme, answers, DATES)
    dim = scheme.dimension("health_safety")
    read = answers_in(scores["health_safety_reasons"], dim, scheme)
    scored = score_dimension(dim, answers, DATES, scheme)
    expected = [effect.sure.astype(int) + effect.possible for effect in scored.caps]
    np.testing.assert_array_equal(read.caps, expected)
    assert set(np.unique(read.caps)) == {0, 1, 2}


def scores_with(reasons, level=1):
    return pd.Series([reasons], dtype=object), pd.Series([level], dtype="Int64")


GOOD = {"item": "children", "answer": "yes", "points": [0, 0], "weight": 3, "date": "2021-06-15"}


@pytest.mark.parametrize(
    "reasons, sentence",
    [
        pytest.param("nonsense", "cannot be read", id="no JSON"),
        pytest.param("{}x", "cannot be read", id="half JSON"),
        pytest.param("[1]", "cannot be read", id="no objects"),
        pytest.param(json.dumps([{**GOOD, "item": "gold"}]), "cannot be read", id="unknown question"),
        pytest.param(json.dumps([{**GOOD, "answer": "perhaps"}]), "cannot be read", id="unknown answer"),
        pytest.param(json.dumps([{**GOOD, "date": "June"}]), "cannot be read", id="no date"),
        pytest.param(json.dumps([{**GOOD, "points": [1, 1]}]), "points of children", id="edited points"),
        pytest.param(
            json.dumps([GOOD, {"cap": "low", "item": "mercury", "answer": "yes", "certain": True}]),
            "name a cap",
            id="foreign cap",
        ),
    ],
)
def test_reasons_that_do_not_fit_are_refused(reasons, sentence):
    with pytest.raises(TableError, match=sentence):
        answers_in(scores_with(reasons)[0], DEFAULT.dimension("health_safety"), DEFAULT)


def test_an_edited_level_is_refused(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 1), DATES)
    dim = DEFAULT.dimension("security")
    read = answers_in(scores["security_reasons"], dim, DEFAULT)
    scores.loc[5, "security_level"] = 5 - scores.loc[5, "security_level"]
    with pytest.raises(TableError, match=r"1 levels of security .* edited"):
        check_levels(read, scores["security_level"], DEFAULT)


def test_scores_of_another_scheme_are_refused_by_name(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 1), DATES)
    other = replace(DEFAULT, id="mine", version="2", hash="0123456789ab")
    with pytest.raises(TableError, match=f"scheme asm-atlas-1 {DEFAULT.hash}, not by mine 2"):
        check_scheme(scores, other)
    scores.loc[4, "scheme_hash"] = None
    with pytest.raises(TableError, match="empty in 1 rows"):
        check_scheme(scores, DEFAULT)
