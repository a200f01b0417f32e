"""Suggestions of what the columns of an unknown table hold, by their names and by their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..vocabulary import Vocabulary
from ..wording import say
from .column_names import Columns, ColumnWords, Likeness, likenesses
from .column_values import Values, examine, fit

LISTS = ("minerals", "services", "comment")
_ACTOR = "actors."
# Many forms code yes as 1, no as 2 and no answer as 8, 9 and the like, which a count cannot be told from.
_CODED_ANSWERS = {"0", "1", "2", "3", "8", "9", "88", "98", "99", "888", "998", "999"}
_LEAST = 0.5
_LEAST_CERTAIN = 0.8
# Words that almost nobody writes in other columns; they tell what it is even under a name that nobody knows.
_TOLD_BY_VALUES = {"geometry": 0.55, "minerals": 0.6, "longitude": 0.6, "latitude": 0.6, "visit_date": 0.5}


@dataclass(frozen=True)
class Suggestion:
    """What a column may hold.

    target: an atlas column; minerals or services, of which there may be several; or a part of an actor with
    its slot behind it, such as actors.name.1, actors.taxation.2, actors.type_set.0.
    confidence: 0..1. reason: what speaks for it, for the log.
    """

    target: str
    column: str
    confidence: float
    reason: str


def suggest(
    frame: pd.DataFrame, vocabularies: Mapping[str, Vocabulary], columns: Columns
) -> list[Suggestion]:
    """The likely target of each column, in the order of the table; columns that fit nothing are left out.

    frame: text columns, None, NaN or "" for empty; the first 5,000 filled cells of each are looked at.
    columns: of resources/columns. Each column has one target and each target one column, except lists and
    actors. Answers on which people act (presence, interference, mercury, children, women, what actors do)
    are suggested only when the whole name and the values tell; of two columns that fit such a one equally, neither is.
    """
    names = [str(name) for name in frame.columns]
    values = [examine(frame.iloc[:, place], vocabularies, columns.missing) for place in range(len(names))]
    found = [
        (place, suggestion)
        for place, name in enumerate(names)
        if names.index(name) == place
        for suggestion in _of_column(name, values[place], columns)
    ]
    chosen = _assigned(found, {words.target for words in columns.words if words.certain})
    return _sets_of_types([suggestion for _, suggestion in sorted(chosen, key=lambda each: each[0])])


def _of_column(name: str, values: Values, columns: Columns) -> list[Suggestion]:
    """All targets that a column fits."""
    alike = likenesses(name, columns)
    asked = any(
        words.values == "yes_no" and alike[words.target].whole
        for words in columns.words
        if words.target in alike
    )
    found = []
    for words in columns.words:
        share, seen = fit(values, words.values)
        likeness = alike.get(words.target)
        if words.values == "count" and asked and set(values.texts) <= _CODED_ANSWERS:
            continue
        if likeness is None or likeness.score < _LEAST:
            suggestion = _by_values(name, values, words, share, seen)
        else:
            suggestion = _by_name(name, values, words, likeness, share, seen)
        if suggestion is not None:
            found.append(suggestion)
    return found


def _by_name(
    name: str, values: Values, words: ColumnWords, likeness: Likeness, share: float, seen: str
) -> Suggestion | None:
    confidence = round(likeness.score * share, 3)
    if words.certain and (not likeness.whole or not values.n or confidence < _LEAST_CERTAIN):
        return None
    if confidence < _LEAST:
        return None
    reason = say("called like '{0}'", likeness.name) + (f"; {seen}" if seen else "")
    return Suggestion(_target(words, likeness.number), name, confidence, reason)


def _by_values(name: str, values: Values, words: ColumnWords, share: float, seen: str) -> Suggestion | None:
    """Few kinds of values tell by themselves: letters of degrees, WKT, names of minerals."""
    least = _TOLD_BY_VALUES.get(words.target)
    if least is None or values.n < 3 or share < 1.0:
        return None
    telling = {
        "geometry": values.points >= 0.9,
        "minerals": values.known.get("minerals", 0.0) >= 0.9 and values.numeric == 0,
        "longitude": values.degrees >= 0.9 and values.axis == "easting",
        "latitude": values.degrees >= 0.9 and values.axis == "northing",
        "visit_date": values.dates >= 0.95,
    }
    return Suggestion(words.target, name, least, seen) if telling[words.target] else None


def _target(words: ColumnWords, number: int) -> str:
    return f"{words.target}.{number}" if words.target.startswith(_ACTOR) else words.target


def _assigned(found: Sequence[tuple[int, Suggestion]], certain: set[str]) -> list[tuple[int, Suggestion]]:
    """One target a column and, but for lists, one column a target: the surest first, then from the left."""
    chosen: list[tuple[int, Suggestion]] = []
    taken_columns: set[int] = set()
    taken: dict[str, float] = {}
    for place, suggestion in sorted(found, key=lambda each: (-each[1].confidence, each[0])):
        target = suggestion.target
        if place in taken_columns:
            continue
        if target in taken and target not in LISTS:
            # Which of two equal columns is meant nobody can tell.
            if _kind(target) in certain and taken[target] == suggestion.confidence:
                chosen = [each for each in chosen if each[1].target != target]
            continue
        taken_columns.add(place)
        taken[target] = suggestion.confidence
        chosen.append((place, suggestion))
    return chosen


def _kind(target: str) -> str:
    return target.rsplit(".", 1)[0] if target.startswith(_ACTOR) else target


def _sets_of_types(suggestions: list[Suggestion]) -> list[Suggestion]:
    """One column of types beside several of names holds the types of all actors."""
    slots = {each.target for each in suggestions if each.target.startswith("actors.name.")}
    if len(slots) < 2:
        return suggestions
    return [
        Suggestion("actors.type_set.0", each.column, each.confidence, each.reason)
        if each.target == "actors.type.0"
        else each
        for each in suggestions
    ]
