"""Rank correlation: worked cases, and scipy where it is there."""

import numpy as np
import pytest
from asm_atlas.core.scorecard.correlation import rank_correlation
from hypothesis import given, settings
from hypothesis import strategies as st

NAN = float("nan")


@pytest.mark.parametrize(
    "x, y, n, rho, tau",
    [
        pytest.param([1, 2, 3, 4], [10, 20, 30, 40], 4, 1, 1, id="same order"),
        pytest.param([1, 2, 3, 4], [4, 3, 2, 1], 4, -1, -1, id="opposite order"),
        # 1-2 and 3-4 agree, (1,4) (2,4) (1,3) (2,3) do too but for the pair (2,3): 5 against 1 of 6 pairs.
        pytest.param([1, 2, 3, 4], [1, 3, 2, 4], 4, 0.8, 4 / 6, id="one pair changed over"),
        # Pairs: (1,2) tied in x, (3,4) tied in y; of the other four all agree: 4 / sqrt(5 * 5).
        pytest.param([1, 1, 2, 3], [1, 2, 3, 3], 4, 8 / 9, 0.8, id="a tie on each side"),
        pytest.param([1, 1, 1], [1, 2, 3], 3, NAN, NAN, id="constant column: not defined"),
        pytest.param([1, NAN, 2, 3], [1, 5, NAN, 2], 2, 1, 1, id="pairs with a gap are left out"),
        pytest.param([2], [3], 1, NAN, NAN, id="one pair"),
        pytest.param([], [], 0, NAN, NAN, id="no pair"),
    ],
)
def test_worked_cases(x, y, n, rho, tau):
    found = rank_correlation(x, y)
    assert found.n == n
    assert (found.rho, found.tau_b) == pytest.approx((rho, tau), nan_ok=True)


@settings(deadline=None)  # scipy takes its time to be imported
@given(st.integers(0, 2**32 - 1), st.integers(2, 200), st.integers(1, 8))
def test_ties_as_in_scipy(seed, n, top):
    stats = pytest.importorskip("scipy.stats")
    x, y = np.random.default_rng(seed).integers(0, top, (2, n), endpoint=True).astype(float)
    found = rank_correlation(x, y)
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert np.isnan([found.rho, found.tau_b]).all()
        return
    assert found.rho == pytest.approx(stats.spearmanr(x, y)[0])
    assert found.tau_b == pytest.approx(stats.kendalltau(x, y)[0])


def test_many_distinct_values_as_in_scipy():
    stats = pytest.importorskip("scipy.stats")
    random = np.random.default_rng(5)
    x = random.normal(size=20_000)
    y = np.round(x + random.normal(size=20_000), 2)
    found = rank_correlation(x, y)
    assert found.rho == pytest.approx(stats.spearmanr(x, y)[0])
    assert found.tau_b == pytest.approx(stats.kendalltau(x, y)[0])
