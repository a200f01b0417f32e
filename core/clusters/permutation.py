"""How a site's statistic stands among those that chance alone would give it: conditional permutation.

A site keeps its value, and its neighbours' values are exchanged for those of sites drawn from all others
(Anselin 1995, Geographical Analysis 27(2), 93-115, section 4). All sites share one table of draws, as in PySAL's
esda and in GeoDa's lookup table; a site that is drawn itself is exchanged too, so each site has a fair sample.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .draw_products import count_products
from .inference import Inference
from .sorted_sums import count_sums
from .weights import Weights, are_equal, counts, weight_sums

# Two statistics this close (of values in standard deviations, for each unit of weight) are a tie and count
# on both sides: sums of the same values in another order differ by rounding.
TIE = 1e-9


@dataclass(frozen=True)
class Draws:
    """Of how many draws a site's statistic is reached: at_least: drawn >= own, at_most: drawn <= own; (n,)."""

    at_least: np.ndarray
    at_most: np.ndarray

    def turned(self, where: np.ndarray) -> Draws:
        """The counts of the negative statistic where it is taken."""
        return Draws(
            np.where(where, self.at_most, self.at_least), np.where(where, self.at_least, self.at_most)
        )


@dataclass(frozen=True)
class LocalStatistic:
    """A local statistic of n sites whose values are known, each (n,).

    value: the statistic, and lag: what the neighbours hold, NaN for isolated sites; draws: how often chance
    reaches the value; tested: bool, the sites for which a p can be told.
    """

    value: np.ndarray
    lag: np.ndarray
    draws: Draws
    tested: np.ndarray


def draws_of_lags(
    weights: Weights,
    values: np.ndarray,
    lags: np.ndarray,
    inference: Inference,
    report: Callable[[float], None],
) -> Draws:
    """For each site, the draws in which the weighted sum of its neighbours' values, its lag, is reached.

    values: (n,) finite, in standard deviations. Isolated sites count 0 draws.
    """
    if not are_equal(weights):
        ones = np.ones((len(values), 1))
        return draws_of_pairs(weights, ones, values[:, None], lags, inference, report)
    k = counts(weights).astype(np.int32)
    sums = lags * _per_unit(weights, k)
    return Draws(
        *count_sums(k, values, sums - TIE * k, sums + TIE * k, inference.permutations, inference.seed, report)
    )


def draws_of_pairs(
    weights: Weights,
    own: np.ndarray,
    others: np.ndarray,
    statistic: np.ndarray,
    inference: Inference,
    report: Callable[[float], None],
) -> Draws:
    """The same for a statistic that adds up weights times own_i . others_j; own, others (n, v), statistic (n,)."""
    sums, units = statistic, weight_sums(weights)
    if are_equal(weights):
        k = counts(weights)
        sums, units = statistic * _per_unit(weights, k), k
    tolerance = TIE * units
    return Draws(
        *count_products(
            weights,
            own,
            others,
            sums - tolerance,
            sums + tolerance,
            inference.permutations,
            inference.seed,
            report,
        )
    )


def _per_unit(weights: Weights, k: np.ndarray) -> np.ndarray | float:
    """What turns a sum by equal weights into the plain sum over k neighbours."""
    if weights.values is None:
        return k if weights.standardised else 1.0
    return k / np.where(k > 0, weight_sums(weights), 1)
