"""How a site's statistic stands among those that chance alone would give it: conditional permutation.

A site keeps its value, and its neighbours' values are exchanged for those of sites drawn from all others
(Anselin 1995, Geographical Analysis 27(2), 93-115, section 4). All sites share one table of draws, as in PySAL's
esda and in GeoDa's lookup table; a site that is drawn itself is exchanged too, so each site has a fair sample.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .sorted_sums import count_sums
from .weights import Weights, counts, owners, weight_sums

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


def are_equal(weights: Weights) -> bool:
    """Whether all neighbours of a site weigh the same, for every site."""
    if weights.values is None:
        return True
    if not len(weights.values):
        return True
    first = weights.values[np.minimum(weights.starts[:-1], len(weights.values) - 1)]
    return bool(np.all(weights.values == first[owners(weights)]))


def draws_of_lags(
    weights: Weights,
    values: np.ndarray,
    lags: np.ndarray,
    permutations: int,
    seed: int,
    report: Callable[[float], None],
) -> Draws:
    """For each site, the draws in which the weighted sum of its neighbours' values, lags, is reached.

    values: (n,) finite, in standard deviations. Isolated sites count 0 draws.
    """
    k = counts(weights).astype(np.int32)
    if are_equal(weights):
        sums = lags
        if weights.values is not None or weights.standardised:
            sums = lags * (k / np.where(k > 0, weight_sums(weights), 1))
        return Draws(*count_sums(k, values, sums - TIE * k, sums + TIE * k, permutations, seed, report))
    raise NotImplementedError
