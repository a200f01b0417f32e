"""Answers read back from the reasons of a scores table, so that "what if" needs nothing but scores and scheme.

The reasons hold the answers to all items that apply; what an item does not tell (its question did not
apply) stays as it is, and an answer set aside for its age is unknown. Points are taken from the scheme, not
from the rounded ones of the reasons, which must agree with them: a table that was scored by another scheme,
or edited, is refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError
from ..wording import say
from .scheme_model import LOWEST, Cap, Dimension, Item, Scheme
from .score import Interval, Levels, interval_of, levels_of, point_tables
from .stale import COUNT_AS_UNKNOWN
from .variables import UNKNOWN_CODE, variable

_POINTS_ROUNDED = 1e-4  # the reasons have four decimals
SURE, POSSIBLE, NEITHER = 2, 1, 0  # how surely a cap acts
_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]
_Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class ScoredAnswers:
    """The answers of n rows to one dimension's k items and c caps.

    cells: (k, n) bit masks of an item's answers or steps left open, 0 unknown. applies: (k, n).
    day: (k, n) datetime64[D] of the answer. caps: (c, n) SURE, POSSIBLE or NEITHER.
    """

    dimension: Dimension
    cells: _Ints
    applies: _Truth
    day: npt.NDArray[np.datetime64]
    caps: _Ints

    def take(self, places: npt.NDArray[np.intp]) -> ScoredAnswers:
        """The rows at these places."""
        parts = {name: getattr(self, name)[:, places] for name in ("cells", "applies", "day", "caps")}
        return replace(self, **parts)


def check_scheme(scores: pd.DataFrame, scheme: Scheme) -> None:
    """Raises TableError unless every row was scored by this very scheme."""
    hashes = scores["scheme_hash"]
    others = sorted(set(hashes.dropna()) - {scheme.hash})
    if others:
        names = sorted(set(scores.loc[hashes == others[0], "scheme"].dropna())) if "scheme" in scores else []
        raise TableError(
            say(
                "The scores were made by the scheme {stated}, not by {id} {version} ({hash}); choose "
                "the scheme that made them, or score again.",
                stated=" ".join([*names[:1], others[0]]),
                id=scheme.id,
                version=scheme.version,
                hash=scheme.hash,
            )
        )
    if hashes.isna().any():
        raise TableError(
            say(
                "The scores do not say by which scheme they were made (scheme_hash is empty in {0} "
                "rows); use the output of 'Responsible mining scorecard'.",
                int(hashes.isna().sum()),
            )
        )


def answers_in(reasons: pd.Series, dim: Dimension, scheme: Scheme) -> ScoredAnswers:
    """The answers in n reasons texts of one dimension; an empty text is a row where no item applies.

    Raises TableError when a text is no reasons, or does not fit the scheme.
    """
    places, texts = pd.factorize(reasons)
    parsed = [_parsed(text, dim, scheme) for text in texts] + [([None] * len(dim.items), {})]
    k, n = len(dim.items), len(parsed)
    cells, applies = np.zeros((k, n), dtype=np.int64), np.zeros((k, n), dtype=bool)
    day = np.full((k, n), np.datetime64("NaT"), "datetime64[D]")
    caps = np.zeros((len(dim.caps), n), dtype=np.int64)
    written = np.zeros((2, k, n))
    for column, (items, sureness) in enumerate(parsed):
        for row, found in enumerate(items):
            if found is not None:
                cells[row, column], day[row, column] = found[:2]
                written[:, row, column] = found[2]
                applies[row, column] = True
        for row, sure in sureness.items():
            caps[row, column] = sure
    points = points_of(dim, cells, applies)
    _check_points(np.abs(np.array(points) - written) * applies, dim, scheme)
    return ScoredAnswers(dim, cells, applies, day, caps).take(places)


def points_of(dim: Dimension, cells: _Ints, applies: _Truth) -> tuple[_Floats, _Floats]:
    """Lowest and highest points (0..1) of answers: (k, n) each."""
    low, high = np.zeros(cells.shape), np.zeros(cells.shape)
    names = [item.var for item in dim.items]
    for row, item in enumerate(dim.items):
        low_table, high_table = point_tables(item)
        low[row], high[row] = low_table[cells[row]], high_table[cells[row]]
        if item.unknown_at_most is not None:
            other = names.index(item.unknown_at_most)
            limit = np.where((cells[row] == 0) & applies[other], high[other], 1.0)
            low[row], high[row] = np.minimum(low[row], limit), np.minimum(high[row], limit)
    return low, high


def scored_again(
    dim: Dimension, cells: _Ints, applies: _Truth, caps: _Ints, scheme: Scheme
) -> tuple[Interval, Levels]:
    """Interval and levels of n rows of answers, as score_dimension makes them."""
    low, high = points_of(dim, cells, applies)
    weights = np.array([item.weight for item in dim.items])
    interval = interval_of(dim.rule, weights, low, high, applies)
    sure, possible = (lowest_cap(dim, caps >= least, scheme) for least in (SURE, POSSIBLE))
    return interval, levels_of(interval, sure, possible, dim.rule, scheme)


def lowest_cap(dim: Dimension, acts: _Truth, scheme: Scheme) -> _Ints:
    """(n,) the highest level that caps allow. acts: (c, n)."""
    level = np.full(acts.shape[1], scheme.top_level)
    for cap, where in zip(dim.caps, acts):
        level = np.where(where, np.minimum(level, cap.level), level)
    return level


def check_levels(answers: ScoredAnswers, levels: pd.Series, scheme: Scheme) -> None:
    """Raises TableError where the level in the table is not the one its reasons give.

    levels: (n,) Int64, as in SCORES, of scored rows.
    """
    _, again = scored_again(answers.dimension, answers.cells, answers.applies, answers.caps, scheme)
    stored = levels.astype("Int64").fillna(-1).to_numpy(np.int64)
    wrong = int((stored != again.level).sum())
    if wrong:
        raise TableError(
            say(
                "{0} levels of {1} in the scores are not those of their reasons; score again, the "
                "table has been edited.",
                wrong,
                answers.dimension.id,
            )
        )


def weights_matter(dim: Dimension) -> bool:
    """Whether another weight could change a score of this dimension at all."""
    return dim.rule != LOWEST and len(dim.items) > 1


def _parsed(
    text: str, dim: Dimension, scheme: Scheme
) -> tuple[list[tuple[int, Any, list[float]] | None], dict[int, int]]:
    """Per item (cells, day, points) or None, and the sureness of the caps that act."""
    names = [item.var for item in dim.items]
    items: list[tuple[int, Any, list[float]] | None] = [None] * len(names)
    acting: list[dict[str, Any]] = []
    try:
        for entry in json.loads(text):
            if "cap" in entry:
                acting.append(entry)
                continue
            place = names.index(entry["item"])
            mask = _cells_in(entry["answer"], dim.items[place], scheme)
            if entry.get("stale") == COUNT_AS_UNKNOWN:
                mask = 0
            day = np.datetime64(entry["date"] or "NaT", "D")
            items[place] = (mask, day, [float(points) for points in entry["points"]])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableError(
            say(
                "The reasons of {0} cannot be read ({1!r}); score again with 'Responsible mining scorecard'.",
                dim.id,
                text[:80],
            )
        ) from error
    return items, _caps_in(acting, dim, scheme)


def _cells_in(answer: Any, item: Item, scheme: Scheme) -> int:
    given = answer if isinstance(answer, list) else [answer]
    if variable(item.var).is_count:
        if answer == UNKNOWN_CODE:
            return 0
        first, last = (np.searchsorted(item.steps, end, side="right") - 1 for end in (given[0], given[-1]))
        return int((2 << int(last)) - (1 << int(first)))
    if answer == UNKNOWN_CODE:
        return 0
    known = scheme.codes(item.var)
    cells = 0
    for code in given:
        if code in item.codes:
            cells |= 1 << item.codes.index(code)
        elif code not in known:
            raise ValueError(code)
    return cells


def _caps_in(acting: list[dict[str, Any]], dim: Dimension, scheme: Scheme) -> dict[int, int]:
    """Caps act in the order of the scheme; one of several conditions is written as several entries."""
    sureness: dict[int, int] = {}
    left = list(acting)
    for place, cap in enumerate(dim.caps):
        head = left[: len(cap.when)]
        if head and _is_cap(head, cap, scheme):
            sureness[place] = SURE if head[0]["certain"] else POSSIBLE
            left = left[len(cap.when) :]
    if left:
        raise TableError(
            say(
                "The reasons of {0} name a cap that the scheme {1} does not have; score again.",
                dim.id,
                scheme.id,
            )
        )
    return sureness


def _is_cap(entries: list[dict[str, Any]], cap: Cap, scheme: Scheme) -> bool:
    codes = [codes[0] if len(codes) == 1 else list(codes) for codes in cap.when.values()]
    said = [(entry.get("cap"), entry.get("item"), entry.get("answer")) for entry in entries]
    return said == [(scheme.levels[cap.level - 1].code, *pair) for pair in zip(cap.when, codes)]


def _check_points(difference: _Floats, dim: Dimension, scheme: Scheme) -> None:
    wrong = np.argwhere(difference > _POINTS_ROUNDED)
    if len(wrong):
        raise TableError(
            say(
                "The points of {0} in the reasons of {1} are not those of the scheme {2}; score "
                "again, the table has been edited.",
                dim.items[wrong[0][1]].var,
                dim.id,
                scheme.id,
            )
        )
