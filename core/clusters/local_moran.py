"""Local Moran's I: is a site like its neighbours, or unlike them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .permutation import Draws, draws_of_lags
from .weights import Weights, counts, lag


@dataclass(frozen=True)
class LocalStatistic:
    """A local statistic of n sites whose values are known; NaN where a site has none.

    value: the statistic; lag: what the neighbours hold; draws: how often chance reaches the value;
    tested: (n,) bool, the sites for which a p can be told.
    """

    value: np.ndarray
    lag: np.ndarray
    draws: Draws
    tested: np.ndarray


def local_moran(
    own: np.ndarray,
    others: np.ndarray,
    weights: Weights,
    permutations: int,
    seed: int,
    report: Callable[[float], None],
) -> LocalStatistic:
    """I of each site: its own standard score times the weighted sum of its neighbours'.

    own, others: (n,) standard scores, the same for the univariate I; in the bivariate one others is another
    variable, whose values are drawn from the other sites while own stays. Isolated sites have no I.
    Sources: Anselin (1995), Geographical Analysis 27(2), 93-115, formula 12 (but see standard_scores);
    Anselin, Syabri & Smirnov (2002) for the bivariate one.
    """
    tested = counts(weights) > 0
    lags = lag(weights, others)
    draws = draws_of_lags(weights, others, lags, permutations, seed, report)
    # A negative own score turns large lags into small I; with 0 every draw is a tie.
    draws = draws.turned(own < 0)
    draws = Draws(*(np.where(own == 0, permutations, side) for side in (draws.at_least, draws.at_most)))
    return LocalStatistic(np.where(tested, own * lags, np.nan), np.where(tested, lags, np.nan), draws, tested)
