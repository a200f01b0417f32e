"""Classes of the local statistics, in GeoDa's codes."""

from __future__ import annotations

import numpy as np

NOT_SIGNIFICANT, UNDEFINED, ISOLATED = 0, 5, 6
HIGH_HIGH, LOW_LOW, LOW_HIGH, HIGH_LOW = 1, 2, 3, 4

# A standard score this close to 0 is rounding: the site is on the mean, neither high nor low.
_ON_THE_MEAN = 1e-9


def moran_classes(own: np.ndarray, lags: np.ndarray, significant: np.ndarray) -> np.ndarray:
    """The quadrant of the Moran scatterplot that each significant site lies in, (n,) int8.

    A site on the mean, or whose neighbours are on the mean together, has an I of 0 and lies in no quadrant: it
    is not significant whatever its p. (GeoDa calls it High-High.)
    """
    quadrants = np.array([[LOW_LOW, LOW_HIGH], [HIGH_LOW, HIGH_HIGH]], dtype=np.int8)
    classes = quadrants[(own > 0).astype(np.int8), (lags > 0).astype(np.int8)]
    return np.where(significant & is_off_the_mean(own) & is_off_the_mean(lags), classes, NOT_SIGNIFICANT)


def is_off_the_mean(scores: np.ndarray) -> np.ndarray:
    """Whether standard scores, or lags of them, are other than 0 beyond rounding; False for NaN."""
    return np.abs(scores) > _ON_THE_MEAN
