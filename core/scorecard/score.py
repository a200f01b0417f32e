"""From answers to scores and levels: worst and best case, coverage, caps, range and robustness.

Every function works on all rows at once; formulas are those of the manual's scorecard chapter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .as_of import Dates
from .scheme import LEVEL_NO_DATA, LEVELS, Cap, Dimension, Item, Scheme
from .variables import UNKNOWN_CODE, Answers, CodeAnswer, CountAnswer, variable

TOP_LEVEL = len(LEVELS)
NOT_APPLICABLE = -1
ROBUST_WORDS = ("firm", "probable", "open", "open")  # by levels between the two ends of the range
MIN_ANSWERED_TO_LEAVE_OUT = 3
_TOLERANCE = 1e-9
_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class ItemPoints:
    """Points of one item: (n,) low and high in 0..1, where it applies and where it is answered at all.

    cells: (n,) bit mask of the item's answers or steps that are left open, 0 unknown.
    """

    item: Item
    low: _Floats
    high: _Floats
    applies: _Truth
    answered: _Truth
    cells: _Ints


@dataclass(frozen=True)
class CapEffect:
    """Where a cap surely applies and where it may: (n,) each; all sure ones are possible too."""

    cap: Cap
    sure: _Truth
    possible: _Truth


@dataclass(frozen=True)
class Scored:
    """One dimension of n rows. Scores 0..100, NaN where there is none; coverage 0..1.

    level: 0 no data, 1..4, -1 not applicable; level_worst and level_best: 1..4 or -1.
    weight_sensitive is False where there is no level.
    """

    dimension: Dimension
    items: tuple[ItemPoints, ...]
    caps: tuple[CapEffect, ...]
    score: _Floats
    worst: _Floats
    best: _Floats
    coverage: _Floats
    level: _Ints
    level_worst: _Ints
    level_best: _Ints
    thin: _Truth
    weight_sensitive: _Truth


def score_dimension(dim: Dimension, answers: Answers, dates: Dates, scheme: Scheme) -> Scored:
    """Score one dimension. answers: (n,) each, by variable; dates: (n,) datetime64[D] of the visits."""
    items = _points_of_items(dim, answers, dates, scheme)
    caps = tuple(_cap_effect(cap, items, answers, scheme) for cap in dim.caps)
    n = len(dates)
    sure_cap, possible_cap = _lowest_level(caps, "sure", n), _lowest_level(caps, "possible", n)
    weights = np.array([item.weight for item in dim.items])
    applies = np.array([item.applies for item in items])
    answered = np.array([item.answered for item in items])
    low = np.array([item.low for item in items])
    high = np.array([item.high for item in items])

    worst, best, coverage, score = weighted(weights, low, high, applies)
    level = levels_of(score, coverage, sure_cap, scheme)
    n_answered = answered.sum(axis=0)
    has_level = level > LEVEL_NO_DATA

    def level_with(other_weights: _Floats, used: _Truth) -> _Ints:
        _, _, other_coverage, other_score = weighted(other_weights, low, high, used)
        return levels_of(other_score, other_coverage, sure_cap, scheme)

    sensitive = level_with(np.ones_like(weights), applies) != level
    for place in range(len(items)):
        used = applies.copy()
        used[place] &= ~(answered[place] & (n_answered >= MIN_ANSWERED_TO_LEAVE_OUT))
        sensitive |= level_with(weights, used) != level
    not_applicable = ~applies.any(axis=0)
    return Scored(
        dimension=dim,
        items=items,
        caps=caps,
        score=score,
        worst=worst,
        best=best,
        coverage=coverage,
        level=level,
        level_worst=np.where(
            not_applicable, NOT_APPLICABLE, np.minimum(_cut(worst, scheme.cuts), possible_cap)
        ),
        level_best=np.where(not_applicable, NOT_APPLICABLE, np.minimum(_cut(best, scheme.cuts), sure_cap)),
        thin=n_answered < dim.min_items,
        weight_sensitive=sensitive & has_level,
    )


def weighted(
    weights: _Floats, low: _Floats, high: _Floats, applies: _Truth
) -> tuple[_Floats, _Floats, _Floats, _Floats]:
    """(worst, best, coverage, score) of n rows, each (n,); NaN where no item applies.

    weights: (k,). low, high, applies: (k, n). worst and best = 100 sum(w points) / sum(w);
    coverage = 1 - (best - worst) / 100; score = worst / coverage, NaN where coverage is 0.
    """
    used = weights[:, None] * applies
    total = used.sum(axis=0)
    total[total == 0] = np.nan
    worst = 100 * (used * low).sum(axis=0) / total
    best = 100 * (used * high).sum(axis=0) / total
    coverage = np.clip(1 - (best - worst) / 100, 0, 1)
    coverage[coverage < _TOLERANCE] = 0
    score = np.full_like(worst, np.nan)
    np.divide(worst, coverage, out=score, where=coverage > 0)
    return worst, best, coverage, np.clip(score, worst, best)


def levels_of(score: _Floats, coverage: _Floats, sure_cap: _Ints, scheme: Scheme) -> _Ints:
    """(n,) levels: -1 not applicable, 0 no data (too little answered), else 1..4 under the sure caps.

    A sure cap to the lowest level stands even where too little is answered.
    """
    enough = coverage >= scheme.min_coverage - _TOLERANCE
    enough &= coverage > 0
    level = np.where(enough, np.minimum(_cut(score, scheme.cuts), sure_cap), LEVEL_NO_DATA)
    level = np.where(~enough & (sure_cap == 1), 1, level)
    return np.where(np.isnan(coverage), NOT_APPLICABLE, level)


def _cut(values: _Floats, cuts: tuple[float, float, float]) -> _Ints:
    return np.digitize(values + _TOLERANCE, cuts) + 1


def _lowest_level(caps: tuple[CapEffect, ...], which: str, n: int) -> _Ints:
    level = np.full(n, TOP_LEVEL)
    for effect in caps:
        level = np.where(getattr(effect, which), np.minimum(level, effect.cap.level), level)
    return level


def _points_of_items(
    dim: Dimension, answers: Answers, dates: Dates, scheme: Scheme
) -> tuple[ItemPoints, ...]:
    done: dict[str, ItemPoints] = {}
    for item in dim.items:
        answer = answers[item.var]
        cells = _cells(item, answer, scheme)
        known = cells != 0
        low_table, high_table = _tables(item)
        low, high = low_table[cells], high_table[cells]
        if item.unknown_at_most is not None:
            other = done[item.unknown_at_most]
            limit = np.where(~known & other.applies, other.high, 1.0)
            low, high = np.minimum(low, limit), np.minimum(high, limit)
        asked = answer.asked
        if item.asked_since is not None:
            asked = asked & (dates >= np.datetime64(item.asked_since))
        applies = _holds(item.when, answers, scheme)
        if item.countries:
            elsewhere = set(scheme.codes("country")).difference(item.countries)
            applies &= ~_triggered("country", tuple(elsewhere), answers, scheme)[0]
        if item.skip_not_asked:
            applies &= asked | known
        width = item.unknown[1] - item.unknown[0]
        settled = (high - low < width - _TOLERANCE) | (high == low)
        done[item.var] = ItemPoints(item, low, high, applies, applies & known & settled, cells)
    return tuple(done.values())


def _cells(item: Item, answer: CodeAnswer | CountAnswer, scheme: Scheme) -> _Ints:
    """The answer as a bit mask of the item's own answers or steps."""
    if isinstance(answer, CodeAnswer):
        codes = scheme.codes(item.var)
        if codes == item.codes:
            return answer.mask
        cells = np.zeros_like(answer.mask)
        for place, code in enumerate(item.codes):
            cells |= ((answer.mask >> codes.index(code)) & 1) << place
        return cells
    known = (answer.low >= 0) & (answer.high >= answer.low)
    first = np.searchsorted(item.steps, np.where(known, answer.low, 0), side="right") - 1
    last = np.searchsorted(item.steps, np.where(known, answer.high, 0), side="right") - 1
    return np.where(known, np.left_shift(2, last) - np.left_shift(1, first), 0).astype(np.int64)


def _tables(item: Item) -> tuple[_Floats, _Floats]:
    """Lowest and highest points by bit mask; with several answers at once the worst one counts."""
    several = variable(item.var).several
    size = 1 << len(item.points)
    low, high = np.full(size, item.unknown[0]), np.full(size, item.unknown[1])
    for mask in range(1, size):
        chosen = [points for place, points in enumerate(item.points) if mask >> place & 1]
        low[mask] = min(points[0] for points in chosen)
        high[mask] = (min if several else max)(points[1] for points in chosen)
    return low, high


def _holds(when: Mapping[str, tuple[str, ...]], answers: Answers, scheme: Scheme) -> _Truth:
    """Where all conditions surely hold."""
    held = np.ones(len(next(iter(answers.values())).asked), dtype=bool)
    for name, codes in when.items():
        held &= _triggered(name, codes, answers, scheme)[0]
    return held


def _triggered(name: str, codes: tuple[str, ...], answers: Answers, scheme: Scheme) -> tuple[_Truth, _Truth]:
    """Where the answer surely is, and where it may be, one of the codes.

    A question that is not in the form triggers nothing.
    """
    answer, known_codes = answers[name], scheme.codes(name)
    trigger = sum(1 << known_codes.index(code) for code in set(codes))
    known = answer.mask != 0
    meets = (answer.mask & trigger) != 0
    if variable(name).several:
        open_bit = 1 << known_codes.index(UNKNOWN_CODE)
        return meets, meets | ((answer.mask & open_bit) != 0) | (~known & answer.asked)
    return known & ((answer.mask & ~trigger) == 0), meets | (~known & answer.asked)


def _cap_effect(cap: Cap, items: tuple[ItemPoints, ...], answers: Answers, scheme: Scheme) -> CapEffect:
    """A cap on an item's variable acts only where that item applies."""
    n = len(next(iter(answers.values())).asked)
    sure, possible = np.ones(n, dtype=bool), np.ones(n, dtype=bool)
    for name, codes in cap.when.items():
        is_sure, is_possible = _triggered(name, codes, answers, scheme)
        applies = np.ones(n, dtype=bool)
        for points in items:
            if points.item.var == name:
                applies = points.applies
        sure &= is_sure & applies
        possible &= is_possible & applies
    return CapEffect(cap, sure, sure | possible)
