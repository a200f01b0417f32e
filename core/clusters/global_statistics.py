"""One figure for all sites: the global counterpart of each local statistic, with its pseudo p."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .permutation import TIE, Draws
from .significance import tail_counts
from .weights import Weights, counts, weight_sums

# Permutations and pairs of neighbours that are reckoned at a time.
_TOGETHER = 8
_PAIRS = 500_000


@dataclass(frozen=True)
class GlobalResult:
    """statistic: its name; expected: its mean if values were spread by chance; p: of that chance by permutation.

    n: sites with a value that have neighbours or are one; NaN: not defined, p also without permutations.
    """

    statistic: str
    value: float
    expected: float
    p: float
    n: int
    permutations: int


def global_result(
    statistic: str, value: float, expected: float, drawn: np.ndarray, n: int, tail: str
) -> GlobalResult:
    """The result of a value among those drawn, (permutations,); ties within 1e-9 of the value count."""
    near = TIE * max(abs(value), 1e-300)
    draws = Draws(np.array([(drawn >= value - near).sum()]), np.array([(drawn <= value + near).sum()]))
    p = float(tail_counts(draws, len(drawn), tail)[0] / (len(drawn) + 1)) if len(drawn) else np.nan
    return GlobalResult(statistic, float(value), float(expected), p, n, len(drawn))


def global_moran(
    own: np.ndarray,
    others: np.ndarray,
    weights: Weights,
    permutations: int,
    seed: int,
    tail: str,
    report: Callable[[float], None],
) -> GlobalResult:
    """Moran's I, the slope of the Moran scatterplot; own and others (n,) standard scores as in local_moran.

    Expected: -1 / (n - 1) (Cliff & Ord 1981, Spatial Processes, 1.5), for two variables 0. The bivariate one
    exchanges others alone.
    """
    n, total = len(own), weight_sums(weights).sum()
    is_bivariate = own is not others
    if not total:
        return GlobalResult("moran", np.nan, np.nan, np.nan, n, 0)
    scale = n / (total * (n - 1))  # scores have a variance of 1 over n - 1, so their squares add up to n - 1
    value = scale * (own @ _lags(weights, others[:, None])[:, 0])
    drawn = scale * _exchanged(
        weights, own[:, None], others[:, None], permutations, seed, is_bivariate, report
    )
    name = "moran_bivariate" if is_bivariate else "moran"
    return global_result(name, value, 0 if is_bivariate else -1 / (n - 1), drawn, n, tail)


def _exchanged(
    weights: Weights,
    own: np.ndarray,
    others: np.ndarray,
    permutations: int,
    seed: int,
    own_stays: bool,
    report: Callable[[float], None],
) -> np.ndarray:
    """Sum over sites and columns of own times the lag of others, with sites exchanged, (permutations,).

    own, others: (n, v). own_stays: only others are exchanged.
    """
    # RandomState is the one generator of permutations that NumPy has promised never to change.
    random = np.random.RandomState(np.random.MT19937(np.random.SeedSequence(seed)))
    totals = np.zeros(permutations)
    for first in range(0, permutations, _TOGETHER):
        together = min(_TOGETHER, permutations - first)
        places = np.column_stack([random.permutation(len(own)) for _ in range(together)])
        for column in range(own.shape[1]):
            lags = _lags(weights, others[:, column][places])
            kept = own[:, column][:, None] if own_stays else own[:, column][places]
            totals[first : first + together] += (kept * lags).sum(axis=0)
        report((first + together) / permutations)
    return totals


def _lags(weights: Weights, values: np.ndarray) -> np.ndarray:
    """weights.lag of several columns at a time, (n, c)."""
    k, n = counts(weights), len(weights)
    lags = np.zeros(values.shape)
    with_neighbours = np.flatnonzero(k)
    ends = weights.starts[with_neighbours + 1]
    place = 0
    while place < len(with_neighbours):
        first = weights.starts[with_neighbours[place]]
        end = max(int(np.searchsorted(ends, first + _PAIRS, "right")), place + 1)
        sites = with_neighbours[place:end]
        pairs = slice(first, ends[end - 1])
        taken = values[weights.neighbours[pairs]]
        if weights.values is not None:
            taken *= weights.values[pairs, None]
        lags[sites] = np.add.reduceat(taken, weights.starts[sites] - first, axis=0)
        place = end
    if weights.values is None and weights.standardised:
        lags /= np.maximum(k, 1).reshape(n, 1)
    return lags
