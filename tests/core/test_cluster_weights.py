"""Weights: rows in order, sums, lags and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.weights import (
    among,
    counts,
    from_pairs,
    lag,
    owners,
    weight_sums,
    weight_values,
)
from asm_atlas.core.exceptions import TableError

# 0 - 1 - 2, 3 alone
SITES, NEIGHBOURS = [2, 1, 0, 1], [1, 2, 1, 0]


def test_rows_are_in_order_and_the_isolated_site_has_none():
    weights = from_pairs(4, SITES, NEIGHBOURS)
    assert counts(weights).tolist() == [1, 2, 1, 0]
    assert weights.neighbours.tolist() == [1, 0, 2, 1]
    assert owners(weights).tolist() == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("values", "standardised", "weighed", "lags"),
    [
        pytest.param(None, True, [1, 0.5, 0.5, 1], [20, 20, 20, 0], id="mean of the neighbours"),
        pytest.param(None, False, [1, 1, 1, 1], [20, 40, 20, 0], id="sum of the neighbours"),
        pytest.param([5, 3, 2, 1], True, [1, 0.25, 0.75, 1], [20, 25, 20, 0], id="weighted mean"),
        pytest.param([5, 3, 2, 1], False, [2, 1, 3, 5], [40, 100, 100, 0], id="weights as given"),
    ],
)
def test_weights_and_lags(values, standardised, weighed, lags):
    weights = from_pairs(4, SITES, NEIGHBOURS, values, standardised)
    assert weight_values(weights).tolist() == weighed
    assert lag(weights, np.array([10.0, 20.0, 30.0, 40.0])).tolist() == lags
    assert weight_sums(weights).tolist() == np.bincount(owners(weights), weighed, minlength=4).tolist()


def test_among_the_kept_sites_weights_are_standardised_anew():
    weights = from_pairs(4, SITES, NEIGHBOURS, [5, 3, 2, 1])
    fewer = among(weights, [False, True, True, True])
    assert counts(fewer).tolist() == [1, 1, 0]
    assert weight_values(fewer).tolist() == [1, 1]


@pytest.mark.parametrize(
    ("sites", "neighbours", "values", "words"),
    [
        pytest.param([0], [0], None, "its own neighbour", id="own neighbour"),
        pytest.param([0, 0], [1, 1], None, "twice", id="a pair twice"),
        pytest.param([0], [2], None, "outside the 2 sites", id="beyond the last"),
        pytest.param([-1], [1], None, "outside the 2 sites", id="before the first"),
        pytest.param([0], [1], [0.0], "above 0", id="weight of nothing"),
        pytest.param([0], [1], [np.inf], "finite", id="weight without end"),
    ],
)
def test_what_is_refused(sites, neighbours, values, words):
    with pytest.raises(TableError, match=words):
        from_pairs(2, sites, neighbours, values)
