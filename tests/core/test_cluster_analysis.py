"""From values and neighbours to classes: what comes out for each site, and what is said of the rest."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.analysis import COLUMNS, Inference, analyse
from asm_atlas.core.clusters.weights import from_pairs
from asm_atlas.core.exceptions import TableError

QUICK = Inference(permutations=99, global_permutations=9)


def ring(n, reach=2):
    """Each of n sites on a ring beside the reach sites before and after it."""
    steps = [step for step in range(-reach, reach + 1) if step]
    sites = np.repeat(np.arange(n), len(steps))
    return from_pairs(n, sites, (sites + np.tile(steps, n)) % n)


def notes_of(result):
    return {note.code: note.count for note in result.notes}


def test_a_row_for_each_site_in_its_order():
    values = np.random.default_rng(1).normal(size=50)
    table = analyse("moran", values, ring(50), QUICK).table
    assert tuple(table) == COLUMNS
    assert table.lisa_z.to_numpy() == pytest.approx((values - values.mean()) / values.std(ddof=1))
    assert (table.lisa_n == 4).all()
    assert table.lisa_p.between(1 / 100, 1).all()


def test_unknown_and_lonely_sites_are_classes_and_counted():
    values = np.random.default_rng(1).normal(size=12)
    values[[0, 5]] = np.nan, np.inf
    chain = from_pairs(12, [1, 2, 2, 3, 3, 4, 4, 5, 6, 7], [0, 3, 1, 2, 4, 3, 5, 4, 7, 6])
    result = analyse("moran", values, chain, QUICK)
    assert result.table.lisa_cluster[[0, 5]].tolist() == [5, 5]
    assert result.table.lisa_cluster[[1, 8, 9, 10, 11]].tolist() == [6] * 5
    assert result.table.lisa_p[[0, 1, 5, 8]].isna().all()
    assert result.table.lisa_n.tolist() == [0, 0, 2, 2, 1, 0, 1, 1, 0, 0, 0, 0]
    assert notes_of(result) == {"unknown": 2, "isolated": 4, "left_alone": 1}


@pytest.mark.parametrize("values", [[3.0] * 6, [np.nan] * 6, [np.nan, 2, 2, 2, 2, np.nan]])
def test_values_that_are_all_equal_are_undefined(values):
    result = analyse("moran", np.array(values), ring(6), QUICK)
    assert (result.table.lisa_cluster == 5).all()
    assert result.table.lisa_i.isna().all()
    assert np.isnan(result.overall.p)


@pytest.mark.parametrize(
    ("statistic", "choices", "words"),
    [
        pytest.param("morans", {}, "no local statistic 'morans'", id="statistic"),
        pytest.param("moran", {"tail": "both"}, "'both' is none of", id="tail"),
        pytest.param("moran", {"correction": "holm"}, "'holm' is none of", id="correction"),
        pytest.param("moran", {"permutations": 0}, "1 or more", id="no permutations"),
        pytest.param("moran", {"alpha": 5}, "between 0 and 1", id="alpha in per cent"),
    ],
)
def test_choices_that_do_not_fit_are_refused(statistic, choices, words):
    with pytest.raises(TableError, match=words):
        analyse(statistic, np.arange(6.0), ring(6), Inference(**choices))
