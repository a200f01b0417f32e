"""Local Geary's c: how far a site's values are from those of its neighbours, for one variable or several."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .inference import Inference
from .permutation import LocalStatistic, draws_of_pairs
from .weights import Weights, counts, lag, neighbour_sums, weight_sums


def local_geary(
    scores: np.ndarray, weights: Weights, inference: Inference, report: Callable[[float], None]
) -> LocalStatistic:
    """c of each site: the weighted sum of squared differences to its neighbours, the mean over variables.

    scores: (n, v) standard scores. The values of all variables of a site are drawn together. The lag is that of
    the variable where there is one alone, else NaN. Isolated sites have no c.
    Sources: Anselin (1995), formula 17, for one variable; Anselin (2019), Geographical Analysis 51(2), 133-150, for
    several, divided by their number as in GeoDa and esda.
    """
    tested, n_variables = counts(weights) > 0, scores.shape[1]
    value = _squared_differences(scores, weights) / n_variables
    # |z_i - z_j|^2 = |z_i|^2 - 2 z_i . z_j + |z_j|^2, of which the first is the same in all draws.
    squares = (scores * scores).sum(axis=1)
    own = np.column_stack([np.ones(len(scores)), -2 * scores])
    others = np.column_stack([squares, scores])
    changing = value * n_variables - squares * weight_sums(weights)
    draws = draws_of_pairs(weights, own, others, changing, inference, report)
    lags = lag(weights, scores[:, 0]) if n_variables == 1 else np.nan
    return LocalStatistic(np.where(tested, value, np.nan), np.where(tested, lags, np.nan), draws, tested)


def _squared_differences(scores: np.ndarray, weights: Weights) -> np.ndarray:
    """Weighted sums of the squared distances to the neighbours, (n,), one variable at a time to spare memory."""
    k, entries = counts(weights), np.zeros(len(weights.neighbours))
    for column in scores.T.copy():
        difference = np.repeat(column, k) - column[weights.neighbours]
        entries += difference * difference
    if weights.values is not None:
        entries *= weights.values
    sums = neighbour_sums(weights, entries)
    if weights.values is None and weights.standardised:
        sums /= np.maximum(k, 1)
    return sums
