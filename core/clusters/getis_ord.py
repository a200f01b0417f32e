"""Getis and Ord's G: do large values, or small ones, gather round a site."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..exceptions import TableError
from ..wording import say
from .inference import Inference
from .permutation import LocalStatistic, draws_of_lags
from .standard_scores import standard_scores
from .weights import Weights, counts, lag, neighbour_sums, weight_sums


def local_g(
    values: np.ndarray,
    weights: Weights,
    with_own: bool,
    inference: Inference,
    report: Callable[[float], None],
) -> LocalStatistic:
    """The share of the neighbours in the sum of all values but the site's own; with_own: G*, own and all values.

    values: (n,) finite, not all equal. In G* a site has, of its own, the largest weight of its neighbours: 1 where
    weights are 1, an equal share where they are standardised. Chance is asked of the neighbours alone in both, so
    that G and G* have the same p; the lag is that of the standard scores. A G whose other values are all 0 is
    not defined. Raises TableError for values below 0, of which G says nothing.
    Sources: Getis & Ord (1992), Geographical Analysis 24(3), 189-206; Ord & Getis (1995), ibid. 27(4), 286-306.
    """
    if np.any(values < 0):
        raise TableError(
            say(
                "{0} sites have a value below 0, of which G and G* say nothing; use local Moran's I "
                "or shift the values.",
                (values < 0).sum(),
            )
        )
    has_neighbours = counts(weights) > 0
    sums = lag(weights, values)
    if with_own:
        weight = _largest(weights)
        total = np.full(len(values), values.sum())
        sums = sums + weight * values
        if weights.standardised:
            sums /= 1 + weight
    else:
        total = values.sum() - values
    # What is left of a sum when nearly all of it is taken off may be rounding.
    tested = has_neighbours & (total > 1e-12 * values.sum())
    scores = standard_scores(values)
    lags = lag(weights, scores)
    draws = draws_of_lags(weights, scores, lags, inference, report)
    value = np.where(tested, sums / np.where(tested, total, 1), np.nan)
    return LocalStatistic(value, np.where(has_neighbours, lags, np.nan), draws, tested)


def _largest(weights: Weights) -> np.ndarray:
    """The largest weight of each site, (n,)."""
    if weights.values is None:
        return weight_sums(weights) / np.maximum(counts(weights), 1)
    return neighbour_sums(weights, weights.values, np.maximum)
