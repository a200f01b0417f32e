"""Local Moran's I: is a site like its neighbours, or unlike them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .inference import Inference
from .permutation import Draws, LocalStatistic, draws_of_lags
from .weights import Weights, counts, lag


def local_moran(
    own: np.ndarray,
    others: np.ndarray,
    weights: Weights,
    inference: Inference,
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
    # A negative own score turns large lags into small I; with 0 every draw is a tie.
    draws = draws_of_lags(weights, others, lags, inference, report).turned(own < 0)
    tied = own == 0
    if tied.any():
        draws = Draws(
            *(np.where(tied, inference.permutations, side) for side in (draws.at_least, draws.at_most))
        )
    if not tested.all():
        lags = np.where(tested, lags, np.nan)
    return LocalStatistic(own * lags, lags, draws, tested)
