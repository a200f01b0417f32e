"""Empirical Bayes standardised rates: by hand, and as esda reckons them."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.analysis import Inference, analyse
from asm_atlas.core.clusters.rates import standardised_rates
from asm_atlas.core.clusters.weights import from_pairs
from asm_atlas.core.exceptions import TableError


def test_rates_by_hand():
    # Rates 0.1, 0.3, 0.2 of 100, 100, 200: 0.2 of all; spread (100 * 0.01 + 100 * 0.01) / 400 = 0.005; between sites
    # 0.005 - 0.2 / (400 / 3) = 0.0035; variances 0.0035 + 0.002 and 0.0035 + 0.001.
    found = standardised_rates(np.array([10.0, 30.0, 40.0]), np.array([100.0, 100.0, 200.0]))
    assert found == pytest.approx([-0.1 / 0.0055**0.5, 0.1 / 0.0055**0.5, 0])


def test_a_variance_between_sites_below_zero_is_none():
    # Rates 0.19 and 0.21 of 100: spread 0.0001, under 0.2 / 100; what is left is the sampling variance 0.002.
    found = standardised_rates(np.array([19.0, 21.0]), np.array([100.0, 100.0]))
    assert found == pytest.approx([-0.01 / 0.002**0.5, 0.01 / 0.002**0.5])


def test_no_population_and_unknown_numbers_have_no_rate():
    events, population = np.array([1.0, np.nan, 2.0, 0.0, 4.0]), np.array([10.0, 10.0, np.nan, 0.0, 10.0])
    assert np.isnan(standardised_rates(events, population)).tolist() == [False, True, True, True, False]
    ring = from_pairs(5, np.arange(5), (np.arange(5) + 1) % 5)
    result = analyse("moran_rate", np.column_stack([events, population]), ring, Inference(99))
    assert result.table.lisa_cluster[[1, 2, 3]].tolist() == [5, 5, 5]
    assert result.notes[0].code == "unknown" and result.notes[0].count == 3


def test_no_events_at_all_are_constant():
    ring = from_pairs(5, np.arange(5), (np.arange(5) + 1) % 5)
    result = analyse("moran_rate", np.column_stack([np.zeros(5), np.arange(1.0, 6.0)]), ring, Inference(99))
    assert (result.table.lisa_cluster == 5).all()


@pytest.mark.parametrize("column", [0, 1], ids=["events", "population"])
def test_numbers_below_zero_are_refused(column):
    numbers = np.ones((3, 2))
    numbers[1, column] = -1
    with pytest.raises(TableError, match=r"1 sites have a number of (events|population) below 0"):
        standardised_rates(*numbers.T)
