"""Classes by hand: GeoDa's codes, sites on the mean, tied values, and the side of the draws."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.analysis import Inference, analyse
from asm_atlas.core.clusters.categories import (
    g_classes,
    geary_classes,
    geary_classes_of_several,
    join_classes,
    moran_classes,
)
from asm_atlas.core.clusters.permutation import Draws
from asm_atlas.core.clusters.weights import from_pairs

# Small and large statistics among 9 draws.
SIDES = Draws(np.array([9, 0]), np.array([0, 9]))
BOTH = np.array([True, True])
QUICK = Inference(permutations=999, global_permutations=19)


def chain(n):
    """Sites in a row, each beside the one before and the one after."""
    links = np.arange(n - 1)
    return from_pairs(n, np.concatenate([links, links + 1]), np.concatenate([links + 1, links]))


@pytest.mark.parametrize(
    ("own", "lag", "code"),
    [
        pytest.param(1, 1, 1, id="High-High"),
        pytest.param(-1, -1, 2, id="Low-Low"),
        pytest.param(-1, 1, 3, id="Low-High"),
        pytest.param(1, -1, 4, id="High-Low"),
        pytest.param(0, 1, 0, id="the site is on the mean"),
        pytest.param(-1e-16, -1, 0, id="on the mean but for rounding"),
        pytest.param(1, 0, 0, id="its neighbours are on the mean"),
        pytest.param(1, np.nan, 0, id="no neighbours"),
    ],
)
def test_moran_classes(own, lag, code):
    own, lag = np.array([own, own], dtype=float), np.array([lag, lag], dtype=float)
    assert moran_classes(own, lag, np.array([True, False])).tolist() == [code, 0]


@pytest.mark.parametrize(
    ("own", "lag", "codes"),
    [
        pytest.param(1, 1, [1, 4], id="both high"),
        pytest.param(-1, -1, [2, 4], id="both low"),
        pytest.param(-1, 1, [3, 4], id="across the mean"),
        pytest.param(0, 1, [3, 4], id="on the mean"),
    ],
)
def test_geary_classes_where_differences_are_small_and_large(own, lag, codes):
    own, lag = np.full(2, own, dtype=float), np.full(2, lag, dtype=float)
    assert geary_classes(own, lag, SIDES, BOTH).tolist() == codes
    assert geary_classes(own, lag, SIDES, ~BOTH).tolist() == [0, 0]


def test_classes_by_the_side_of_the_draws():
    assert geary_classes_of_several(SIDES, BOTH).tolist() == [1, 2]
    assert g_classes(SIDES, BOTH).tolist() == [2, 1]
    assert join_classes(SIDES, BOTH).tolist() == [0, 1]
    assert [kind(SIDES, ~BOTH).sum() for kind in (geary_classes_of_several, g_classes, join_classes)] == [
        0
    ] * 3


# Ten high sites, then twenty low ones, in a row.
BLOCKS = np.repeat([5.0, 1.0], [10, 20])


@pytest.mark.parametrize(
    ("statistic", "values", "inside"),
    [
        ("moran", BLOCKS, [1, 0]),
        ("moran_bivariate", np.column_stack([BLOCKS, BLOCKS[::-1]]), None),
        ("geary", BLOCKS, None),
        ("geary_multivariate", np.column_stack([BLOCKS, BLOCKS + np.arange(30) % 2]), None),
        ("g", BLOCKS, [1, 0]),
        ("gstar", BLOCKS, [1, 0]),
        ("join_count", (BLOCKS > 2).astype(float), [1, 0]),
        ("colocation", np.column_stack([BLOCKS > 2, BLOCKS > 3]).astype(float), [1, 0]),
        ("moran_rate", np.column_stack([BLOCKS, np.full(30, 100.0)]), [1, 0]),
    ],
)
def test_a_block_of_high_sites(statistic, values, inside):
    # Chance puts two of the 9 other high sites beside a high one in 9 * 8 / (29 * 28) of the draws: p 0.089,
    # doubled 0.18; beside a low one two of 19 others in 0.42.
    table = analyse(statistic, values, chain(30), Inference(9_999, alpha=0.2, global_permutations=9)).table
    assert table.lisa_cluster.isin(range(5)).all()
    if inside is not None:
        assert table.lisa_cluster[[5, 20]].tolist() == inside
        assert table.lisa_p[5] == pytest.approx(2 * 72 / 812, abs=0.02)


def test_many_zeros_tie_on_both_sides():
    # A single 1 among zeros: of the sites far from it, all but a few draws tie, so that p is 1.
    values = np.zeros(60)
    values[30] = 1.0
    for statistic in ("moran", "g", "gstar", "join_count"):
        table = analyse(statistic, values, chain(60), QUICK).table
        assert not table.lisa_cluster[:29].any()
        assert (table.lisa_p[:29].dropna() > 0.9).all()


def test_sites_on_the_mean_are_counted():
    values = np.tile([0.0, 1.0, 2.0], 20)
    weights = from_pairs(60, np.arange(0, 60), (np.arange(60) + 3) % 60)
    result = analyse("moran", values, weights, Inference(999, alpha=0.9, tail="geoda", global_permutations=0))
    on_mean = result.table.lisa_z.abs() < 1e-9
    assert on_mean.sum() == 20 and not result.table.lisa_cluster[on_mean].any()
    assert {note.code: note.count for note in result.notes}.get("on_the_mean", 0) <= 20
    assert set(result.table.lisa_cluster[~on_mean]) == {1, 2}


def test_a_g_whose_other_values_are_zero_is_undefined():
    values = np.array([0.0, 7.0, 0.0, 0.0])
    table = analyse("g", values, chain(4), QUICK).table
    assert table.lisa_cluster.tolist()[1] == 5 and np.isnan(table.lisa_i[1]) and np.isnan(table.lisa_p[1])
    assert table.lisa_i[0] == 1


def test_what_lacks_one_thing_has_not_all_whatever_is_unknown_of_the_other():
    has = np.array([[1, 1], [1, 1], [0, np.nan], [1, np.nan], [np.nan, np.nan], [1, 0]])
    table = analyse("colocation", has, chain(6), QUICK).table
    assert table.lisa_cluster.tolist()[3:5] == [5, 5]
    assert (table.lisa_cluster[[0, 1, 2]] != 5).all()
    assert table.lisa_i.tolist()[:3] == [1, 1, 0]
