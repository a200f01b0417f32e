"""How far levels depend on the weights: weights drawn at random around those of the scheme.

A dimension's shares of weight p are drawn from a Dirichlet distribution with mean p and concentration
c = 1 / spread**2 - 1, so that each share has the standard deviation spread * sqrt(p * (1 - p)).

Neither score nor coverage has to be worked out for each draw. With W = sum w, A = sum w low / W and
B = sum w high / W over the items that apply, coverage is 1 - B + A and the score A / (1 - B + A), so that

    score >= t     where   sum w ((1 - t) low + t high - t) >= 0
    coverage >= c  where   sum w (1 - high + low - c) >= 0

One matrix product of all draws with all combinations of answers, for each cut and for the least coverage.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError
from ..score_tables import SENSITIVITY_HEADING
from ..wording import say
from .scheme_model import LEVEL_NO_DATA, Dimension, Scheme
from .score import NOT_APPLICABLE
from .scored_answers import (
    SURE,
    ScoredAnswers,
    answers_in,
    check_levels,
    check_scheme,
    lowest_cap,
    points_of,
    scored_again,
    weights_matter,
)
from .site_scores import SCORED

MOST_DRAWS = 1_000_000
_CELLS_AT_ONCE = 4_000_000  # draws times combinations of answers in one block: 32 MB a product
_TOLERANCE = 1e-9  # as in score.py, in points for scores and in shares for coverage
_LEAST_SHARE = 1e-5  # a drawn weight never vanishes: far below it, rounding would decide at a cut
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Draws:
    """How weights are drawn. n: how many; seed: of the random numbers; spread: above 0 and below 1."""

    n: int
    seed: int
    spread: float

    def __post_init__(self) -> None:
        if not 1 <= self.n <= MOST_DRAWS:
            raise TableError(
                say("The number of draws must lie between 1 and {0:,}, not {1}.", MOST_DRAWS, self.n)
            )
        if not 0 < self.spread < 1:
            raise TableError(say("The spread must lie above 0 and below 1, not {0:g}.", self.spread))
        if self.seed < 0:
            raise TableError(say("The seed must be 0 or more, not {0}.", self.seed))


def sensitivity(
    scores: pd.DataFrame,
    scheme: Scheme,
    draws: Draws,
    progress: Callable[[float], None],
    cells_at_once: int = _CELLS_AT_ONCE,
) -> pd.DataFrame:
    """How often each site keeps its level when weights are drawn at random.

    scores: SCORES with reasons. Returns the columns of score_tables.sensitivity_columns, one row for each row of
    scores, in order; empty where a site is not scored or a dimension does not apply.
    Raises TableError when the scores are not of this scheme.
    """
    check_scheme(scores, scheme)
    table = pd.DataFrame(index=range(len(scores)))
    nothing = pd.Series([None] * len(scores), dtype=object)
    for column in SENSITIVITY_HEADING:
        table[column.name] = scores.get(column.name, nothing).reset_index(drop=True)
    for name in ("longitude", "latitude"):
        table[name] = scores[name].to_numpy(float) if name in scores else np.nan
    places = np.flatnonzero((scores["state"] == SCORED).to_numpy(bool))
    rows = scores.take(places)
    for number, dim in enumerate(scheme.dimensions):
        answers = answers_in(rows[f"{dim.id}_reasons"], dim, scheme)
        check_levels(answers, rows[f"{dim.id}_level"], scheme)
        shares = _shares(answers, scheme, draws, cells_at_once, progress, number)
        _add_columns(table, dim, shares, rows[f"{dim.id}_level"], places)
    return table


def drawn_weights(dim: Dimension, draws: Draws) -> _Floats:
    """(draws, items) shares of weight, each row summing to 1.

    The numbers of a dimension come from the seed and its id: they do not depend on other dimensions.
    """
    weights = np.array([item.weight for item in dim.items])
    concentration = 1 / draws.spread**2 - 1
    random = np.random.default_rng([draws.seed, zlib.crc32(dim.id.encode())])
    shares = random.dirichlet(concentration * weights / weights.sum(), size=draws.n)
    return np.maximum(shares, _LEAST_SHARE)


def level_shares(answers: ScoredAnswers, weights: _Floats, scheme: Scheme) -> _Floats:
    """(n, levels + 1) how often each row has each level, from 0 no data, over (draws, k) weights.

    Shares of 1; NaN where nothing applies. Holds draws x n numbers at once.
    """
    low, high = points_of(answers.dimension, answers.cells, answers.applies)
    n = low.shape[1]
    enough_at = max(scheme.min_coverage - _TOLERANCE, _TOLERANCE)
    enough = weights @ (answers.applies * (1 - high + low - enough_at)) >= 0
    at_least = np.zeros(
        (scheme.top_level, n)
    )  # draws with enough coverage, and of these with a score >= a cut
    at_least[0] = enough.sum(axis=0)
    for place, cut in enumerate(scheme.cuts, start=1):
        t = (cut - _TOLERANCE) / 100
        above = weights @ (answers.applies * ((1 - t) * low + t * high - t)) >= 0
        at_least[place] = (above & enough).sum(axis=0)
    counts = np.zeros((n, scheme.top_level + 1))
    counts[:, LEVEL_NO_DATA] = len(weights) - at_least[0]
    cap = lowest_cap(answers.dimension, answers.caps == SURE, scheme)
    for level in range(1, scheme.top_level + 1):
        above = at_least[level] if level < scheme.top_level else 0
        counts[np.arange(n), np.minimum(level, cap)] += at_least[level - 1] - above
    # As levels_of has it: a cap that forces the worst level stands at any coverage.
    forced = cap == 1
    counts[forced, 1] += counts[forced, LEVEL_NO_DATA]
    counts[forced, LEVEL_NO_DATA] = 0
    counts[~answers.applies.any(axis=0)] = np.nan
    return counts / len(weights)


def _shares(
    answers: ScoredAnswers,
    scheme: Scheme,
    draws: Draws,
    cells_at_once: int,
    progress: Callable[[float], None],
    number: int,
) -> npt.NDArray[np.float64]:
    """(n, levels + 1): rows with the same answers share their making."""
    n_dimensions = len(scheme.dimensions)
    progress(number / n_dimensions)
    if not weights_matter(answers.dimension):
        _, levels = scored_again(answers.dimension, answers.cells, answers.applies, answers.caps, scheme)
        shares = np.zeros((len(levels.level), scheme.top_level + 1))
        shares[np.arange(len(shares)), np.maximum(levels.level, 0)] = 1
        shares[levels.level == NOT_APPLICABLE] = np.nan
        return shares
    points = points_of(answers.dimension, answers.cells, answers.applies)
    keys = np.vstack([*points, answers.applies, answers.caps == SURE]).T
    group, first = _groups(keys)
    weights = drawn_weights(answers.dimension, draws)
    block = max(1, cells_at_once // draws.n)
    parts = []
    for start in range(0, len(first), block):
        progress((number + start / len(first)) / n_dimensions)
        parts.append(level_shares(answers.take(first[start : start + block]), weights, scheme))
    found = np.vstack(parts) if parts else np.zeros((0, scheme.top_level + 1))
    return found[group]


def _groups(keys: npt.NDArray) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The group of each row of keys, and the first row of each group."""
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return group.reshape(-1), first


def _add_columns(
    table: pd.DataFrame, dim: Dimension, shares: _Floats, levels: pd.Series, places: npt.NDArray[np.intp]
) -> None:
    level = levels.astype("Int64").fillna(NOT_APPLICABLE).to_numpy(np.int64)
    applies = level != NOT_APPLICABLE
    own = np.where(applies, level, 0)
    rows = np.arange(len(level))
    others = np.nan_to_num(shares)
    keeps = shares[rows, own]
    others[rows, own] = 0
    other = others.argmax(axis=1)  # of two as frequent, the worse one
    has_other = applies & (others.max(axis=1, initial=0) > 0)
    n = len(table)
    table[f"{dim.id}_level"] = _spread(np.where(applies, level, np.nan), places, n, whole=True)
    table[f"{dim.id}_keeps"] = _spread(keeps, places, n)
    table[f"{dim.id}_other"] = _spread(np.where(has_other, other, np.nan), places, n, whole=True)
    for number in range(shares.shape[1]):
        table[f"{dim.id}_share_{number}"] = _spread(shares[:, number], places, n)


def _spread(values: _Floats, places: npt.NDArray[np.intp], n: int, whole: bool = False) -> pd.Series:
    spread = np.full(n, np.nan)
    spread[places] = values
    return pd.Series(spread).astype("Int64") if whole else pd.Series(spread)
