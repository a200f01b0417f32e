"""What the counts of draws say: pseudo p by tail, and what many tests at once make of it."""

from __future__ import annotations

import numpy as np

from .permutation import Draws


def tail_counts(draws: Draws, permutations: int, tail: str) -> np.ndarray:
    """p of each site in units of 1 / (permutations + 1), whole numbers from 1 to permutations + 1.

    The observed arrangement counts as one of the draws, so no p is 0 (Davison & Hinkley 1997, 4.2).
    two_sided: twice the smaller tail. geoda: the smaller tail alone, as GeoDa and esda's default report it; what
    it calls 0.05 chance reaches at nearly 0.10 of the sites. greater, less: the share of draws at least, at most,
    as large as the site's own statistic.
    """
    if tail == "greater":
        return draws.at_least + 1
    if tail == "less":
        return draws.at_most + 1
    smaller = np.minimum(draws.at_least, draws.at_most) + 1
    return np.minimum(2 * smaller, permutations + 1) if tail == "two_sided" else smaller


def false_discovery_q(levels: np.ndarray, permutations: int) -> np.ndarray:
    """The least false discovery rate at which each of n tests would be called significant.

    levels: (n,) from tail_counts. Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1),
    289-300: p times n over the number of tests with a p as small, never above that of a larger p.
    """
    as_small = np.cumsum(np.bincount(levels, minlength=permutations + 2))
    steps = np.arange(permutations + 2) / (permutations + 1)
    q = np.minimum(steps * len(levels) / np.maximum(as_small, 1), 1)
    # From the largest p down; levels that no site holds are larger than the one below and change nothing.
    return np.minimum.accumulate(q[::-1])[::-1][levels]


def bonferroni_p(levels: np.ndarray, permutations: int) -> np.ndarray:
    """p times the number of tests, at most 1."""
    return np.minimum(levels * (len(levels) / (permutations + 1)), 1)
