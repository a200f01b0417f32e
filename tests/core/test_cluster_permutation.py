"""Conditional permutation: the table of draws, and counts that are those of a loop over sites and draws."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from asm_atlas.core.clusters.draw_products import count_products
from asm_atlas.core.clusters.draws import draw_table
from asm_atlas.core.clusters.inference import Inference
from asm_atlas.core.clusters.permutation import TIE, Draws, draws_of_lags, draws_of_pairs
from asm_atlas.core.clusters.significance import bonferroni_p, false_discovery_q, tail_counts
from asm_atlas.core.clusters.sorted_sums import count_sums
from asm_atlas.core.clusters.weights import (
    counts,
    from_pairs,
    lag,
    neighbour_sums,
    owners,
    weight_sums,
    weight_values,
)
from cluster_fields import WEIGHTS, counts_one_by_one, made_up_weights

QUIET = lambda fraction: None  # noqa: E731
DRAWN = Inference(permutations=2_500, seed=5)


@pytest.mark.parametrize(
    ("n", "columns"),
    [
        pytest.param(9, 9, id="all sites"),
        pytest.param(30, 12, id="a good part"),
        pytest.param(50, 4, id="a few of some"),
        pytest.param(400, 90, id="many of many"),
        pytest.param(100_000, 9, id="a few of very many"),
    ],
)
def test_sites_of_a_draw_differ_and_rows_do_not_depend_on_the_block(n, columns):
    table = draw_table(n, columns, 3_000, seed=3)
    assert table.shape == (columns, 3_000)
    assert table.min() >= 0 and table.max() < n
    assert np.all(np.diff(np.sort(table, axis=0), axis=0) > 0)
    assert np.array_equal(table[:, 900:2_100], draw_table(n, columns, 1_200, seed=3, first_row=900))
    assert not np.array_equal(table, draw_table(n, columns, 3_000, seed=4))


@pytest.mark.parametrize(("n", "columns"), [(4, 3), (13, 3)])
def test_every_ordered_sample_is_equally_likely(n, columns):
    rows = 200_000
    drawn = draw_table(n, columns, rows, seed=1)
    found = np.bincount(np.ravel_multi_index(drawn, (n,) * columns))
    found = found[found > 0]
    samples = np.prod(np.arange(n - columns + 1, n + 1))
    assert len(found) == samples
    chi_square = ((found - rows / samples) ** 2).sum() * samples / rows
    assert abs(chi_square - (samples - 1)) < 4 * np.sqrt(2 * (samples - 1))


def field(kind, discrete, seed=2):
    random = np.random.default_rng(seed)
    weights = made_up_weights(kind, 300, random)
    values = random.poisson(0.3, (300, 2)) if discrete else random.normal(size=(300, 2))
    return weights, (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)


def pairs_of(weights, scores):
    """own, others and the statistic of the part of Geary's c that draws change."""
    own = np.column_stack([np.ones(len(scores)), -2 * scores])
    others = np.column_stack([(scores**2).sum(axis=1), scores])
    entries = weight_values(weights) * (own[owners(weights)] * others[weights.neighbours]).sum(axis=1)
    return own, others, neighbour_sums(weights, entries)


@pytest.mark.parametrize("discrete", [False, True], ids=["continuous", "many zeros"])
@pytest.mark.parametrize("kind", WEIGHTS)
def test_the_counts_are_those_of_a_loop(kind, discrete):
    weights, scores = field(kind, discrete)
    values = scores[:, 0]
    tolerance, lags = TIE * weight_sums(weights), lag(weights, values)
    found = draws_of_lags(weights, values, lags, DRAWN, QUIET)
    wanted = counts_one_by_one(weights, np.ones((300, 1)), values[:, None], lags, tolerance, 2_500, 5)
    assert np.array_equal(found.at_least, wanted[0]) and np.array_equal(found.at_most, wanted[1])
    own, others, statistic = pairs_of(weights, scores)
    found = draws_of_pairs(weights, own, others, statistic, DRAWN, QUIET)
    wanted = counts_one_by_one(weights, own, others, statistic, tolerance, 2_500, 5)
    assert np.array_equal(found.at_least, wanted[0]) and np.array_equal(found.at_most, wanted[1])


@pytest.mark.parametrize("kind", WEIGHTS)
def test_values_of_very_different_size_are_counted_exactly(kind):
    weights, scores = field(kind, discrete=False)
    scores[7] = 1e4  # so large that single precision settles next to nothing
    own, others, statistic = pairs_of(weights, scores)
    tolerance = TIE * weight_sums(weights)
    found = draws_of_pairs(weights, own, others, statistic, DRAWN, QUIET)
    wanted = counts_one_by_one(weights, own, others, statistic, tolerance, 2_500, 5)
    # Next to site 7 the statistic is some 1e8, and its rounding above the tolerance.
    far = np.array([7 not in row for row in np.split(weights.neighbours, weights.starts[1:-1])])
    assert np.array_equal(found.at_least[far], wanted[0][far])


@pytest.mark.parametrize("discrete", [False, True], ids=["continuous", "many zeros"])
@pytest.mark.parametrize("kind", WEIGHTS)
def test_blocks_change_nothing(kind, discrete):
    weights, scores = field(kind, discrete)
    k, values = counts(weights).astype(np.int32), scores[:, 0]
    sums = neighbour_sums(weights, values[weights.neighbours])
    found = [
        np.array(count_sums(k, values, sums - TIE * k, sums + TIE * k, 5_000, 5, QUIET, entries))
        for entries in (1, 40_000, 10**7)
    ]
    assert np.array_equal(found[0], found[1]) and np.array_equal(found[0], found[2])
    own, others, statistic = pairs_of(weights, scores)
    given = (weights, own, others, statistic - 1e-9, statistic + 1e-9, 3_000, 5, QUIET)
    found = [np.array(count_products(*given, sites_at_once)) for sites_at_once in (7, 64, 256)]
    assert np.array_equal(found[0], found[1]) and np.array_equal(found[0], found[2])


_IN_THREADS = """
import sys
sys.path[:0] = sys.argv[1:]
import conftest
import hashlib
import numpy as np
from asm_atlas.core.clusters.analysis import Inference, analyse
from cluster_fields import made_up_weights
random = np.random.default_rng(1)
digest = hashlib.sha256()
for kind in ("ragged", "general ragged"):
    weights = made_up_weights(kind, 700, random, most=90)
    for statistic in ("moran", "geary_multivariate"):
        values = random.poisson(1.0, (700, 3 if "multi" in statistic else 1))
        digest.update(analyse(statistic, values, weights, Inference(999)).table.to_csv().encode())
print(digest.hexdigest())
"""


@pytest.mark.subprocess
def test_threads_change_nothing():
    folders = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]
    told = {
        subprocess.run(
            [sys.executable, "-c", _IN_THREADS, *folders],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "4")
    }
    assert len(told) == 1 and told.pop()


def test_the_run_is_told_and_can_be_stopped_within():
    weights, scores = field("ragged", discrete=False)
    told = []
    draws_of_lags(weights, scores[:, 0], lag(weights, scores[:, 0]), DRAWN, told.append)
    assert told == sorted(told) and told[-1] == pytest.approx(1) and len(told) > 10

    def stop(fraction):
        raise KeyboardInterrupt

    own, others, statistic = pairs_of(weights, scores)
    with pytest.raises(KeyboardInterrupt):
        draws_of_pairs(weights, own, others, statistic, DRAWN, stop)


def test_as_many_neighbours_as_there_are_others():
    # Each of 4 sites has the 3 others: every draw is the observed one, so both counts are all.
    sites = np.repeat(np.arange(4), 3)
    near = np.array([1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2])
    for weights in (from_pairs(4, sites, near), from_pairs(4, sites, near, np.ones(12), standardised=False)):
        values = np.array([0.3, -1.2, 2.0, 0.7])
        found = draws_of_lags(weights, values, lag(weights, values), Inference(200), QUIET)
        assert found.at_least.tolist() == found.at_most.tolist() == [200] * 4


# 9 permutations: counts of draws, at least and at most
@pytest.mark.parametrize(
    ("tail", "levels"),
    [
        ("two_sided", [2, 10, 8, 10]),
        ("geoda", [1, 6, 4, 10]),
        ("greater", [1, 6, 8, 10]),
        ("less", [10, 6, 4, 10]),
    ],
)
def test_p_by_tail(tail, levels):
    draws = Draws(np.array([0, 5, 7, 9]), np.array([9, 5, 3, 9]))
    assert tail_counts(draws, 9, tail).tolist() == levels


def test_many_tests_at_once():
    # p of 0.01, 0.02, 0.03, 0.5 of 99 permutations; Benjamini & Hochberg: p * 4 / rank, from the largest down
    levels = np.array([3, 1, 50, 2])
    assert false_discovery_q(levels, 99) == pytest.approx([0.04, 0.04, 0.5, 0.04])
    assert bonferroni_p(levels, 99) == pytest.approx([0.12, 0.04, 1, 0.08])
