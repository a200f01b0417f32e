"""Rates of unequal populations made comparable before their clusters are sought."""

from __future__ import annotations

import numpy as np

from ..exceptions import TableError
from ..wording import say, to_say


def standardised_rates(events: np.ndarray, population: np.ndarray) -> np.ndarray:
    """Empirical Bayes standardised rates, (n,); NaN where one of the two is unknown or there is no population.

    The deviation of a rate from that of all, over its standard error given the site's population; the variance
    between sites is estimated by moments and taken as 0 where its estimate falls below.
    Raises TableError for numbers below 0.
    Source: Assuncao & Reis (1999), Statistics in Medicine 18(16), 2147-2162.
    """
    for numbers, fault in (
        (events, to_say("{0} sites have a number of events below 0; correct them.")),
        (population, to_say("{0} sites have a number of population below 0; correct them.")),
    ):
        if np.any(numbers < 0):
            raise TableError(say(fault, (numbers < 0).sum()))
    known = np.isfinite(events) & np.isfinite(population) & (population > 0)
    standardised = np.full(len(events), np.nan)
    events, population = events[known], population[known]
    if not len(events):
        return standardised
    rates, overall = events / population, events.sum() / population.sum()
    spread = (population * (rates - overall) ** 2).sum() / population.sum()
    between = max(spread - overall / population.mean(), 0)
    variance = between + overall / population
    standardised[known] = (rates - overall) / np.sqrt(np.where(variance > 0, variance, 1))
    return standardised
