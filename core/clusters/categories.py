"""Classes of the local statistics, in GeoDa's codes."""

from __future__ import annotations

import numpy as np

from .permutation import Draws

NOT_SIGNIFICANT, UNDEFINED, ISOLATED = 0, 5, 6
# Local Moran
HIGH_HIGH, LOW_LOW, LOW_HIGH, HIGH_LOW = 1, 2, 3, 4
# Local Geary of one variable: 1 and 2 as above
OTHER_POSITIVE, NEGATIVE = 3, 4
# Local Geary of several, G, join counts
POSITIVE_OF_SEVERAL, NEGATIVE_OF_SEVERAL = 1, 2
HOT, COLD = 1, 2
JOINED = 1

# A standard score this close to 0 is rounding: the site is on the mean, neither high nor low.
_ON_THE_MEAN = 1e-9


def moran_classes(own: np.ndarray, lags: np.ndarray, significant: np.ndarray) -> np.ndarray:
    """The quadrant of the Moran scatterplot that each significant site lies in, (n,) int8.

    A site on the mean, or whose neighbours are on the mean together, has an I of 0 and lies in no quadrant: it
    is not significant whatever its p. (GeoDa calls it High-High.)
    """
    quadrants = np.array([LOW_LOW, LOW_HIGH, HIGH_LOW, HIGH_HIGH], dtype=np.int8)
    classes = quadrants[2 * (own > 0) + (lags > 0)]
    classes[~(significant & is_off_the_mean(own) & is_off_the_mean(lags))] = NOT_SIGNIFICANT
    return classes


def geary_classes(own: np.ndarray, lags: np.ndarray, draws: Draws, significant: np.ndarray) -> np.ndarray:
    """Where differences are smaller than chance gives them, by quadrant: both high, both low, other; else negative.

    A site on the mean, or with neighbours on the mean, that is like them is other positive.
    """
    off = is_off_the_mean(own) & is_off_the_mean(lags)
    alike = np.where(off & (own > 0) & (lags > 0), HIGH_HIGH, OTHER_POSITIVE)
    alike = np.where(off & (own < 0) & (lags < 0), LOW_LOW, alike)
    return _classes(significant, np.where(is_small(draws), alike, NEGATIVE))


def geary_classes_of_several(draws: Draws, significant: np.ndarray) -> np.ndarray:
    """Positive where differences are smaller than chance gives them, else negative."""
    return _classes(significant, np.where(is_small(draws), POSITIVE_OF_SEVERAL, NEGATIVE_OF_SEVERAL))


def g_classes(draws: Draws, significant: np.ndarray) -> np.ndarray:
    """Hot where the neighbours hold more than chance gives them, else cold.

    For G* too the side is that of the draws, which keep the site's own value as the p does. (GeoDa takes the mean
    of all G*, by which a high site among significantly low neighbours is hot.)
    """
    return _classes(significant, np.where(is_small(draws), COLD, HOT))


def join_classes(draws: Draws, significant: np.ndarray) -> np.ndarray:
    """Joined where more neighbours have it than chance gives; fewer than that is no class."""
    more = draws.at_least < draws.at_most
    return _classes(significant, np.where(more, JOINED, NOT_SIGNIFICANT))


def is_small(draws: Draws) -> np.ndarray:
    """Whether the statistic lies in the lower half of the draws."""
    return draws.at_most < draws.at_least


def is_off_the_mean(scores: np.ndarray) -> np.ndarray:
    """Whether standard scores, or lags of them, are other than 0 beyond rounding; False for NaN."""
    return np.abs(scores) > _ON_THE_MEAN


def _classes(significant: np.ndarray, classes: np.ndarray) -> np.ndarray:
    return np.where(significant, classes, NOT_SIGNIFICANT).astype(np.int8)
