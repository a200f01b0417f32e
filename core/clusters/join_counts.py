"""Local join counts: sites that have something, among neighbours that have it too."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..exceptions import TableError
from ..wording import say
from .inference import Inference
from .permutation import LocalStatistic, draws_of_lags
from .weights import Weights, counts, lag


def have_all(variables: np.ndarray) -> np.ndarray:
    """Whether a site has all of several things, (n, v) of 1, 0, NaN to (n,) of the same.

    What lacks one has not all, whatever is unknown of the others. Raises TableError for other values.
    """
    wrong = np.isfinite(variables) & (variables != 0) & (variables != 1) | np.isinf(variables)
    if wrong.any():
        example = variables[wrong][0]
        raise TableError(
            say(
                "{0} sites have a value other than 0 and 1, such as {1:g}; join counts need yes or no.",
                wrong.any(axis=1).sum(),
                example,
            )
        )
    return np.where((variables == 0).any(axis=1), 0.0, variables.sum(axis=1) / variables.shape[1])


def local_join_count(
    values: np.ndarray, weights: Weights, inference: Inference, report: Callable[[float], None]
) -> LocalStatistic:
    """For each site that has it, the number of its neighbours that have it too; 0 for the others.

    values: (n,) of 0 and 1. Neighbours count as 1 whatever they weigh. The lag is the number for every site. p is
    told for the sites that have it alone.
    Source: Anselin & Li (2019), Journal of Geographical Systems 21, 189-210 (univariate; co-location by have_all).
    """
    alike = Weights(weights.starts, weights.neighbours, None, standardised=False)
    has_neighbours = counts(weights) > 0
    lags = lag(alike, values)
    draws = draws_of_lags(alike, values, lags, inference, report)
    return LocalStatistic(
        np.where(has_neighbours, values * lags, np.nan),
        np.where(has_neighbours, lags, np.nan),
        draws,
        has_neighbours & (values == 1),
    )
