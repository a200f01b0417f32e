"""Weights drawn at random: the same shares as a plain loop that scores with each set of weights."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.score_tables import sensitivity_columns
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.score import score_dimension
from asm_atlas.core.scorecard.sensitivity import Draws, drawn_weights, sensitivity
from asm_atlas.core.scorecard.variables import CodeAnswer, CountAnswer, variable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCHEMES = Path(__file__).parents[2] / "resources" / "schemes"
DEFAULT = read_scheme(SCHEMES / "asm_atlas_1.json")
DRAWS = Draws(60, 3, 0.3)
N_SITES = 40


def nothing(fraction):
    """Nobody watches."""


def random_answers(scheme, seed, n=N_SITES):
    """n rows of answers, one in three unknown, one in six open between several."""
    random = np.random.default_rng(seed)
    answers = {}
    for name in scheme.variables():
        known = random.random(n) > 1 / 3
        if variable(name).is_count:
            low = np.where(known, random.integers(0, 8, n), np.nan)
            answers[name] = CountAnswer(low, low + random.integers(0, 2, n), np.ones(n, dtype=bool))
            continue
        codes = len(scheme.codes(name))
        mask = 1 << random.integers(0, codes, n)
        mask = np.where(random.random(n) < 1 / 6, mask | 1 << random.integers(0, codes, n), mask)
        answers[name] = CodeAnswer(np.where(known, mask, 0).astype(np.int64), random.random(n) > 0.2)
    return answers


def dates(n=N_SITES):
    return np.full(n, np.datetime64("2021-06-15", "D"))


def shares_by_loop(scheme, dim, answers, draws):
    weights = drawn_weights(dim, draws)
    counts = np.zeros((N_SITES, scheme.top_level + 1))
    for drawn in weights:
        items = tuple(replace(item, weight=weight) for item, weight in zip(dim.items, drawn.tolist()))
        level = score_dimension(replace(dim, items=items), answers, dates(), scheme).level
        counts[np.arange(N_SITES), np.maximum(level, 0)] += 1
        counts[level < 0] = np.nan
    return counts / len(weights)


def shares_in(table, scheme, dim):
    return table[[f"{dim.id}_share_{level}" for level in range(scheme.top_level + 1)]].to_numpy(float)


@pytest.mark.parametrize("name", ["asm_atlas_1", "oecd_annex_ii_1", "site_criteria_1"])
def test_shares_are_those_of_a_loop_over_altered_schemes(scores_of, name):
    scheme = read_scheme(SCHEMES / f"{name}.json")
    answers = random_answers(scheme, 11)
    table = sensitivity(scores_of(scheme, answers, dates()), scheme, DRAWS, nothing)
    for dim in scheme.dimensions:
        np.testing.assert_array_equal(
            shares_in(table, scheme, dim), shares_by_loop(scheme, dim, answers, DRAWS), dim.id
        )


@given(
    seed=st.integers(0, 10**6),
    # Not a least coverage of 0 with a wide spread: rounding in the loop's own division would decide then.
    least_and_spread=st.sampled_from(
        ((0.0, 0.05), (0.0, 0.2), (0.1, 0.6), (0.3, 0.95), (0.5, 0.4), (1.0, 0.4))
    ),
    cuts=st.lists(st.integers(1, 100), min_size=3, max_size=3, unique=True).map(sorted),
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_shares_are_those_of_a_loop_for_any_cuts_and_coverage(scores_of, seed, least_and_spread, cuts):
    least, spread = least_and_spread
    scheme = replace(DEFAULT, min_coverage=least, cuts=tuple(cuts))
    answers, draws = random_answers(scheme, seed), Draws(12, seed, spread)
    table = sensitivity(scores_of(scheme, answers, dates()), scheme, draws, nothing)
    for dim in scheme.dimensions:
        np.testing.assert_array_equal(
            shares_in(table, scheme, dim), shares_by_loop(scheme, dim, answers, draws), dim.id
        )


@pytest.mark.parametrize("cells_at_once", [1, 60, 61, 500, 10**6])
def test_the_size_of_blocks_does_not_matter(scores_of, cells_at_once):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 5), dates())
    whole = sensitivity(scores, DEFAULT, DRAWS, nothing)
    assert sensitivity(scores, DEFAULT, DRAWS, nothing, cells_at_once).equals(whole)


def test_the_order_of_sites_does_not_matter(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 5), dates())
    there = sensitivity(scores, DEFAULT, DRAWS, nothing)
    back = sensitivity(scores.iloc[::-1], DEFAULT, DRAWS, nothing)
    assert back.iloc[::-1].reset_index(drop=True).equals(there)


def test_the_seed_decides(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 5), dates())
    first = sensitivity(scores, DEFAULT, DRAWS, nothing)
    assert sensitivity(scores, DEFAULT, DRAWS, nothing).equals(first)
    assert not sensitivity(scores, DEFAULT, Draws(60, 4, 0.3), nothing).equals(first)


def test_drawn_weights_have_the_mean_of_the_scheme_and_the_spread_asked_for():
    dim = DEFAULT.dimension("security")
    drawn = drawn_weights(dim, Draws(200_000, 1, 0.2))
    share = np.array([0.6, 0.2, 0.2])
    assert drawn.sum(axis=1) == pytest.approx(1)
    assert drawn.mean(axis=0) == pytest.approx(share, abs=0.002)
    assert drawn.std(axis=0) == pytest.approx(0.2 * np.sqrt(share * (1 - share)), abs=0.002)


def test_columns_keep_and_name_the_most_frequent_other_level(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 8), dates())
    scores.loc[3, "state"] = "inactive"
    table = sensitivity(scores, DEFAULT, DRAWS, nothing)
    wanted = [column.name for column in sensitivity_columns(DEFAULT.dimension_ids, DEFAULT.top_level)]
    assert set(table) == {*wanted, "longitude", "latitude"}
    others = 0
    for dim in DEFAULT.dimensions:
        shares = shares_in(table, DEFAULT, dim)
        assert np.isnan(shares[3]).all() and table[f"{dim.id}_level"].isna()[3]
        for row in np.flatnonzero(table[f"{dim.id}_level"].notna()):
            level, other = table[f"{dim.id}_level"][row], table[f"{dim.id}_other"][row]
            assert table[f"{dim.id}_keeps"][row] == shares[row, level]
            rest = np.delete(shares[row], level)
            assert shares[row].sum() == pytest.approx(1)
            if rest.max() > 0:
                others += 1
                assert other != level and shares[row, other] == rest.max()
            else:
                assert pd.isna(other)
    assert others > 10


@pytest.mark.parametrize(
    "n, seed, spread, sentence",
    [
        pytest.param(0, 1, 0.2, "number of draws", id="no draws"),
        pytest.param(10**8, 1, 0.2, "number of draws", id="too many draws"),
        pytest.param(10, -1, 0.2, "seed", id="negative seed"),
        pytest.param(10, 1, 0.0, "spread", id="no spread"),
        pytest.param(10, 1, 1.0, "spread", id="spread of one"),
    ],
)
def test_impossible_draws_are_explained(n, seed, spread, sentence):
    with pytest.raises(TableError, match=sentence):
        Draws(n, seed, spread)


def test_an_empty_table_gives_an_empty_table(scores_of):
    scores = scores_of(DEFAULT, random_answers(DEFAULT, 5), dates()).iloc[:0]
    assert len(sensitivity(scores, DEFAULT, DRAWS, nothing)) == 0
