"""Values in standard deviations from their mean, as GeoDa and esda's tables of local statistics have them."""

from __future__ import annotations

import numpy as np

from ..exceptions import TableError
from ..wording import say


def standard_scores(values: np.ndarray) -> np.ndarray | None:
    """(values - mean) / standard deviation of (n,) finite floats; None where all values are equal.

    The variance is taken over n - 1 as in GeoDa and esda; Anselin (1995) takes n, so that his figures are
    n / (n - 1) times as large. Raises TableError for values too large to add up.
    """
    if not len(values) or np.all(values == values[0]):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        deviations = values - values.mean()
        deviations = deviations / np.abs(deviations).max()  # whose squares neither overflow nor vanish
        spread = np.sqrt((deviations * deviations).sum() / (len(values) - 1))
        scores = deviations / spread
    if not np.all(np.isfinite(scores)):
        raise TableError(say("The values are too large to add up; rescale them."))
    return scores
