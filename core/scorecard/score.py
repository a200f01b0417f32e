"""From answers to scores and levels: worst and best case, coverage, caps, range and robustness.

Every function works on all rows at once. A dimension is an interval [worst, best], and

    coverage = 1 - (best - worst) / 100

says how much of it is settled. How the interval is made, and what the score is, depends on its rule:

mean    worst and best are the weighted means of the items' lowest and highest points;
        score = worst / coverage, the mean of what is settled.
lowest  worst and best are the lowest of the items' lowest points and the lowest of their highest points: the
        worst item decides and nothing makes up for it; score = best, the worst that was answered, since what
        is not known can only lower it. Two more rules keep silence from looking like a good answer, and a
        bad answer from being hidden by silence: the best level stands only where the worst case reaches it
        too, and where even the best case is the worst level, that level stands at any coverage.

For both, worst <= score <= best; an answer to an open question never widens [worst, best] nor lowers
coverage; higher points never give a lower score. This holds for questions that are not themselves a
condition: whether an item applies is decided by sure answers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .as_of import Dates
from .scheme_model import LEVEL_NO_DATA, LOWEST, Cap, Dimension, Item, Scheme
from .variables import UNKNOWN_CODE, Answers, CodeAnswer, CountAnswer, variable

NOT_APPLICABLE = -1
ROBUST_WORDS = ("firm", "probable", "open")  # by levels between the two ends of the range
MIN_ANSWERED_TO_LEAVE_OUT = 3
_TOLERANCE = 1e-9
_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class ItemPoints:
    """Points of one item: (n,) low and high in 0..1, where it applies and where it is answered at all.

    cells: (n,) bit mask of the item's answers or steps that are left open, 0 unknown.
    left_out: (n,) bool, it would apply but the question was not in the form.
    """

    item: Item
    low: _Floats
    high: _Floats
    applies: _Truth
    answered: _Truth
    cells: _Ints
    left_out: _Truth


@dataclass(frozen=True)
class CapEffect:
    """Where a cap surely applies and where it may: (n,) each; all sure ones are possible too.

    asked: (n,) bool, all that it depends on was in the form.
    """

    cap: Cap
    sure: _Truth
    possible: _Truth
    asked: _Truth


@dataclass(frozen=True)
class Interval:
    """What the items of n rows come to: (n,) each, 0..100; coverage 0..1; all NaN where no item applies.

    score is NaN where coverage is 0.
    """

    worst: _Floats
    best: _Floats
    coverage: _Floats
    score: _Floats


@dataclass(frozen=True)
class Levels:
    """(n,) levels, -1 where the dimension does not apply. level: 0 no data, else 1 .. the best level."""

    level: _Ints
    worst: _Ints
    best: _Ints


@dataclass(frozen=True)
class Scored:
    """One dimension of n rows. Scores 0..100, NaN where there is none; coverage 0..1.

    score is NaN too where too little is answered for the scheme's least coverage, or the level is no data.
    level: 0 no data, from 1 the scheme's levels, -1 not applicable; level_worst and level_best: from 1, or
    -1. weight_sensitive: the level changes with equal weights or without one of three or more answers; False
    where there is no level.
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


@dataclass(frozen=True)
class OverallLevels:
    """The overall level of n rows, as Scored has them: (n,) each."""

    level: _Ints
    level_worst: _Ints
    level_best: _Ints


def score_dimension(dim: Dimension, answers: Answers, dates: Dates, scheme: Scheme) -> Scored:
    """Score one dimension. answers: (n,) each, by variable; dates: (n,) datetime64[D] of the visits."""
    items = _points_of_items(dim, answers, dates, scheme)
    caps = tuple(_cap_effect(cap, items, answers, scheme) for cap in dim.caps)
    n = len(dates)
    sure_cap = lowest_cap([(effect.cap.level, effect.sure) for effect in caps], n, scheme)
    possible_cap = lowest_cap([(effect.cap.level, effect.possible) for effect in caps], n, scheme)
    weights = np.array([item.weight for item in dim.items])
    applies = np.array([item.applies for item in items])
    answered = np.array([item.answered for item in items])
    low = np.array([item.low for item in items])
    high = np.array([item.high for item in items])

    def levels_with(other_weights: _Floats, used: _Truth) -> tuple[Interval, Levels]:
        interval = interval_of(dim.rule, other_weights, low, high, used)
        return interval, levels_of(interval, sure_cap, possible_cap, dim.rule, scheme)

    interval, levels = levels_with(weights, applies)
    n_answered = answered.sum(axis=0)
    sensitive = levels_with(np.ones_like(weights), applies)[1].level != levels.level
    for place in range(len(items)):
        used = applies.copy()
        used[place] &= ~(answered[place] & (n_answered >= MIN_ANSWERED_TO_LEAVE_OUT))
        sensitive |= levels_with(weights, used)[1].level != levels.level
    has_level = levels.level > LEVEL_NO_DATA
    shown = has_level & is_enough(interval.coverage, scheme)
    return Scored(
        dimension=dim,
        items=items,
        caps=caps,
        score=np.where(shown, interval.score, np.nan),
        worst=interval.worst,
        best=interval.best,
        coverage=interval.coverage,
        level=levels.level,
        level_worst=levels.worst,
        level_best=levels.best,
        thin=n_answered < dim.min_items,
        weight_sensitive=sensitive & has_level,
    )


def interval_of(rule: str, weights: _Floats, low: _Floats, high: _Floats, applies: _Truth) -> Interval:
    """The interval of n rows by a rule. weights: (k,), above 0. low, high (0..1), applies: (k, n)."""
    if rule == LOWEST:
        nowhere = ~applies.any(axis=0)
        worst, best = (
            np.where(nowhere, np.nan, 100 * np.where(applies, points, 1.0).min(axis=0))
            for points in (low, high)
        )
    else:
        used = weights[:, None] * applies
        total = used.sum(axis=0)
        total[total == 0] = np.nan
        worst = 100 * (used * low).sum(axis=0) / total
        best = 100 * (used * high).sum(axis=0) / total
    coverage = np.clip(1 - (best - worst) / 100, 0, 1)
    coverage[coverage < _TOLERANCE] = 0
    score = np.full_like(worst, np.nan)
    if rule == LOWEST:
        np.copyto(score, best, where=coverage > 0)
    else:
        np.divide(worst, coverage, out=score, where=coverage > 0)
    return Interval(worst, best, coverage, np.clip(score, worst, best))


def levels_of(interval: Interval, sure_cap: _Ints, possible_cap: _Ints, rule: str, scheme: Scheme) -> Levels:
    """Levels of n rows. sure_cap, possible_cap: (n,) highest level that the caps allow.

    Too little answered is no data, unless the row is surely at the worst level: by a sure cap or, with the
    rule lowest, because even the best case is there.
    """
    best_cut = _cut(interval.best, scheme.cuts)
    worst = np.minimum(_cut(interval.worst, scheme.cuts), possible_cap)
    best = np.minimum(best_cut, sure_cap)
    surely_worst = sure_cap == 1
    level = np.minimum(_cut(interval.score, scheme.cuts), sure_cap)
    is_known = is_enough(interval.coverage, scheme)
    if rule == LOWEST:
        surely_worst = surely_worst | (best_cut == 1)
        is_known &= (level < scheme.top_level) | (worst == scheme.top_level)
    level = np.where(is_known, level, np.where(surely_worst, 1, LEVEL_NO_DATA))
    nowhere = np.isnan(interval.coverage)
    return Levels(*(np.where(nowhere, NOT_APPLICABLE, values) for values in (level, worst, best)))


def overall_levels(scored: Sequence[Scored], top_level: int) -> OverallLevels:
    """The lowest of the levels of dimensions that apply, and the ends of its range.

    Where a dimension has no data, the lowest level of the others stands only if it is not the best one and
    at most one level above the worst possible: silence neither clears a site nor hides what is known.
    """
    level, worst, best = (
        np.array([getattr(one, part) for one in scored]) for part in ("level", "level_worst", "level_best")
    )
    beyond = np.iinfo(level.dtype).max
    applies, has_level = level != NOT_APPLICABLE, level > LEVEL_NO_DATA
    lowest_worst, lowest_best = (np.where(applies, ends, beyond).min(axis=0) for ends in (worst, best))
    lowest = np.minimum(np.where(has_level, level, beyond).min(axis=0), lowest_best)
    is_whole = (has_level | ~applies).all(axis=0)
    is_settled = has_level.any(axis=0) & (lowest < top_level) & (lowest - lowest_worst <= 1)
    levels = (np.where(is_whole | is_settled, lowest, LEVEL_NO_DATA), lowest_worst, lowest_best)
    nowhere = ~applies.any(axis=0)
    return OverallLevels(*(np.where(nowhere, NOT_APPLICABLE, values) for values in levels))


def is_enough(coverage: _Floats, scheme: Scheme) -> _Truth:
    """(n,) where the scheme's least coverage is reached."""
    return (coverage >= scheme.min_coverage - _TOLERANCE) & (coverage > 0)


def _cut(values: _Floats, cuts: tuple[float, ...]) -> _Ints:
    return np.digitize(values + _TOLERANCE, cuts) + 1


def lowest_cap(caps: Iterable[tuple[int, _Truth]], n: int, scheme: Scheme) -> _Ints:
    """(n,) the highest level that these caps, (level, where it acts), allow."""
    highest = np.full(n, scheme.top_level)
    for level, acts in caps:
        highest = np.where(acts, np.minimum(highest, level), highest)
    return highest


def _points_of_items(
    dim: Dimension, answers: Answers, dates: Dates, scheme: Scheme
) -> tuple[ItemPoints, ...]:
    done: dict[str, ItemPoints] = {}
    for item in dim.items:
        answer = answers[item.var]
        cells = _cells(item, answer, scheme)
        if answer.stale is not None:
            cells = np.where(answer.stale, 0, cells)
        known = cells != 0
        low_table, high_table = point_tables(item)
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
        left_out = np.zeros_like(applies)
        if item.skip_not_asked:
            heard = asked | answer.is_known
            left_out = applies & ~heard
            applies = applies & heard
        width = item.unknown[1] - item.unknown[0]
        settled = (high - low < width - _TOLERANCE) | (high == low)
        done[item.var] = ItemPoints(item, low, high, applies, applies & known & settled, cells, left_out)
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
    known = answer.is_known
    first = np.searchsorted(item.steps, np.where(known, answer.low, 0), side="right") - 1
    last = np.searchsorted(item.steps, np.where(known, answer.high, 0), side="right") - 1
    return np.where(known, np.left_shift(2, last) - np.left_shift(1, first), 0).astype(np.int64)


def point_tables(item: Item) -> tuple[_Floats, _Floats]:
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
    answer = answers[name]
    return _met(answer.mask, answer.asked, name, codes, scheme)


def _met(
    mask: _Ints, asked: _Truth, name: str, codes: tuple[str, ...], scheme: Scheme
) -> tuple[_Truth, _Truth]:
    known_codes = scheme.codes(name)
    trigger = sum(1 << known_codes.index(code) for code in set(codes))
    known = mask != 0
    meets = (mask & trigger) != 0
    if variable(name).several:
        open_bit = 1 << known_codes.index(UNKNOWN_CODE)
        return meets, meets | ((mask & open_bit) != 0) | (~known & asked)
    return known & ((mask & ~trigger) == 0), meets | (~known & asked)


def _cap_effect(cap: Cap, items: tuple[ItemPoints, ...], answers: Answers, scheme: Scheme) -> CapEffect:
    """A cap on an item's variable acts only where that item applies; a stale answer leaves it open."""
    n = len(next(iter(answers.values())).asked)
    sure, possible, asked = (np.ones(n, dtype=bool) for _ in range(3))
    for name, codes in cap.when.items():
        answer = answers[name]
        mask = answer.mask if answer.stale is None else np.where(answer.stale, 0, answer.mask)
        in_form = answer.asked | answer.is_known
        is_sure, is_possible = _met(mask, in_form, name, codes, scheme)
        applies = np.ones(n, dtype=bool)
        for points in items:
            if points.item.var == name:
                applies = points.applies
        sure &= is_sure & applies
        possible &= is_possible & applies
        asked &= in_form
    return CapEffect(cap, sure, sure | possible, asked)
