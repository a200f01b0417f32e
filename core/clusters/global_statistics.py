"""One figure for all sites: the global counterpart of each local statistic, with its pseudo p."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .inference import Inference
from .permutation import TIE, Draws
from .significance import tail_counts
from .weights import Weights, counts, neighbour_sums, weight_sums, weight_values

# Permutations that are reckoned at a time, and pairs of neighbours.
_TOGETHER = 8
_PAIRS = 500_000


@dataclass(frozen=True)
class GlobalResult:
    """One statistic of n sites with known values, those without neighbours among them.

    expected: its mean if the values were spread by chance. p: by permutations of all values, by the tail of the
    local p; NaN without permutations. All NaN where it is not defined.
    """

    statistic: str
    value: float
    expected: float
    p: float
    n: int
    permutations: int


@dataclass(frozen=True)
class Exchange:
    """What is added up over pairs: (own_i . others_j + alone_i + alone_j) times the weight.

    own, others: (n, v). alone: (n,) or None. own_stays: only others are exchanged, else the sites with all they
    hold. scale: what the sum is multiplied by.
    """

    own: np.ndarray
    others: np.ndarray
    scale: float
    alone: np.ndarray | None = None
    own_stays: bool = False


def global_moran(
    own: np.ndarray, others: np.ndarray, local: np.ndarray, weights: Weights, inference: Inference, report
) -> GlobalResult:
    """Moran's I, the slope of the Moran scatterplot; own and others (n,) standard scores, local: each site's I.

    Expected: -1 / (n - 1) (Cliff & Ord 1981, Spatial Processes, 1.5). The bivariate one exchanges others alone and
    is expected to be 0 (Anselin, Syabri & Smirnov 2002).
    """
    n, is_bivariate = len(own), own is not others
    # The squares of standard scores add up to n - 1.
    scale = n / (_total(weights) * (n - 1))
    exchange = Exchange(own[:, None], others[:, None], scale, own_stays=is_bivariate)
    name, expected = ("moran_bivariate", 0.0) if is_bivariate else ("moran", -1 / (n - 1))
    return _result(name, scale * np.nansum(local), expected, exchange, weights, inference, report)


def global_geary(
    scores: np.ndarray, local: np.ndarray, weights: Weights, inference: Inference, report
) -> GlobalResult:
    """Geary's c, the mean over variables; scores (n, v), local: each site's c. Expected: 1.

    Source: Geary (1954), The Incorporated Statistician 5(3), 115-145; Anselin (2019) for several.
    """
    n_variables, pairs = scores.shape[1], _total(weights)
    scale = 1 / (2 * pairs * n_variables)
    exchange = Exchange(-2 * scores, scores, scale, alone=(scores * scores).sum(axis=1))
    name = "geary" if n_variables == 1 else "geary_multivariate"
    return _result(name, np.nansum(local) / (2 * pairs), 1.0, exchange, weights, inference, report)


def general_g(
    values: np.ndarray, sums: np.ndarray, weights: Weights, inference: Inference, report
) -> GlobalResult:
    """The general G: the share of neighbouring pairs in the sum of products over all pairs; also that of G*.

    values: (n,) of 0 or more; sums: (n,) their lag. Source: Getis & Ord (1992), formula 5.
    """
    n, products = len(values), values.sum() ** 2 - (values * values).sum()
    scale = 1 / products if products > 0 else np.nan
    exchange = Exchange(values[:, None], values[:, None], scale)
    expected = _total(weights) / (n * (n - 1))
    return _result("g", scale * (values * sums).sum(), expected, exchange, weights, inference, report)


def join_count(
    values: np.ndarray, local: np.ndarray, weights: Weights, inference: Inference, report
) -> GlobalResult:
    """The number of joins, half the sum over sites as each join of a symmetric neighbourhood is met twice.

    values: (n,) of 0 and 1. Source: Cliff & Ord (1981), 1.4.
    """
    alike = Weights(weights.starts, weights.neighbours, None, standardised=False)
    n, have = len(values), values.sum()
    expected = len(weights.neighbours) / 2 * have * (have - 1) / (n * (n - 1))
    exchange = Exchange(values[:, None], values[:, None], 0.5)
    return _result("join_count", np.nansum(local) / 2, expected, exchange, alike, inference, report)


def no_result(statistic: str, n: int) -> GlobalResult:
    return GlobalResult(statistic, np.nan, np.nan, np.nan, n, 0)


def _total(weights: Weights) -> float:
    """The sum of all weights; NaN where there are none."""
    return float(weight_sums(weights).sum()) or np.nan


def _result(
    statistic: str, value, expected, exchange: Exchange, weights: Weights, inference: Inference, report
) -> GlobalResult:
    """The value among those of exchanged sites; ties within 1e-9 of its size, or of 1, count."""
    n, permutations = len(weights), inference.global_permutations
    if not np.isfinite(value) or not np.isfinite(expected):
        return no_result(statistic, n)
    if not permutations:
        return GlobalResult(statistic, float(value), float(expected), np.nan, n, 0)
    drawn = _exchanged(exchange, weights, permutations, inference.seed, report)
    near = TIE * max(abs(value), abs(expected))
    draws = Draws(np.array([(drawn >= value - near).sum()]), np.array([(drawn <= value + near).sum()]))
    p = tail_counts(draws, permutations, inference.tail)[0] / (permutations + 1)
    return GlobalResult(statistic, float(value), float(expected), float(p), n, permutations)


def _exchanged(
    exchange: Exchange, weights: Weights, permutations: int, seed: int, report: Callable[[float], None]
) -> np.ndarray:
    """The statistic with sites exchanged at random, (permutations,)."""
    # RandomState is the one generator of permutations that NumPy has promised never to change.
    random = np.random.RandomState(np.random.MT19937(np.random.SeedSequence(seed)))
    totals = np.zeros(permutations)
    if exchange.alone is not None:
        received = np.bincount(weights.neighbours, weights=weight_values(weights), minlength=len(weights))
        at_site = (weight_sums(weights) + received)[:, None]
    for first in range(0, permutations, _TOGETHER):
        together = slice(first, min(first + _TOGETHER, permutations))
        places = np.column_stack([random.permutation(len(weights)) for _ in range(together.stop - first)])
        for own, others in zip(exchange.own.T, exchange.others.T):
            kept = own[:, None] if exchange.own_stays else own[places]
            totals[together] += (kept * _lags(weights, others[places])).sum(axis=0)
        if exchange.alone is not None:
            totals[together] += (at_site * exchange.alone[places]).sum(axis=0)
        report(together.stop / permutations)
    return exchange.scale * totals


def _lags(weights: Weights, values: np.ndarray) -> np.ndarray:
    """weights.lag of several columns at a time, (n, c), with no more than some pairs in memory."""
    starts, lags = weights.starts, np.empty(values.shape)
    first = 0
    while first < len(weights):
        end = max(int(np.searchsorted(starts, starts[first] + _PAIRS, "right")) - 1, first + 1)
        pairs = slice(starts[first], starts[end])
        taken = values[weights.neighbours[pairs]]
        if weights.values is not None:
            taken *= weights.values[pairs, None]
        part = Weights(starts[first : end + 1] - starts[first], weights.neighbours[pairs])
        lags[first:end] = neighbour_sums(part, taken)
        first = end
    if weights.values is None and weights.standardised:
        lags /= np.maximum(counts(weights), 1)[:, None]
    return lags
