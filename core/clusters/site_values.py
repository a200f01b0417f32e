"""What sites have of a variable: one row a site, numbers, and a reason where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..scorecard.site_scores import SCORED
from ..scorecard.standing import NO_DATA, NOT_APPLICABLE, latest_places
from ..tables import NO, NOT_ASKED, UNKNOWN, YES
from ..wording import say

NO_VALUE, NO_GEOMETRY, NO_BASE = "no_value", "no_geometry", "no_base"
_KNOWN_AS_UNKNOWN = (UNKNOWN, NOT_ASKED, NO_DATA, NOT_APPLICABLE)
_YES_NO = {YES: 1.0, NO: 0.0, "true": 1.0, "false": 0.0}


@dataclass(frozen=True)
class Variable:
    """A field of the sites as numbers.

    values: (n,) float, NaN where not known. reasons: (n,) text, why not: no_value, unknown, not_asked; of a
    scorecard no_data, not_applicable or the site's state; '' where there is a value.
    lowest, highest: (n,) the range that the value may have by what is not known, or None where a table tells none.
    is_whole: levels, which are whole numbers.
    """

    name: str
    values: np.ndarray
    reasons: np.ndarray
    lowest: np.ndarray | None = None
    highest: np.ndarray | None = None
    is_whole: bool = False


def latest_rows(keys: Sequence[Any], dates: Sequence[Any] | None) -> np.ndarray:
    """Places of the rows that speak, in order: of each key the one with the latest date, of equal dates the last.

    keys: of the sites; a row without one is a site of its own. dates: ISO text or None, which is the oldest; without
    dates the last row of a key speaks.
    """
    stated = [None if key == "" else key for key in keys]
    days = pd.Series([None] * len(keys) if dates is None else list(dates), dtype=object)
    texts = days.map(lambda day: str(day)[:10].replace("/", "-"), na_action="ignore")
    typed = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce").astype("datetime64[ns]")
    return latest_places(pd.DataFrame({"pcode": pd.Series(stated, dtype=object), "date": typed}))


def number_variable(name: str, values: Sequence[Any], level_codes: Sequence[str] = ()) -> Variable:
    """A field of numbers, of yes and no (1 and 0), or of the words of a scheme's levels (1 the worst, then up).

    level_codes: words of the levels from the worst. Raises TableError naming the first value that is none of these.
    """
    ranks = {code: float(place) for place, code in enumerate(level_codes, start=1)}
    return _variable(name, values, {**_YES_NO, **ranks}, say("numbers, levels, or yes and no"))


def yes_no_variable(name: str, values: Sequence[Any]) -> Variable:
    """A field of yes and no as 1 and 0; unknown is neither.

    Raises TableError naming the first value that is none of these.
    """
    variable = _variable(name, values, _YES_NO, say("yes, no or unknown (or 1 and 0)"))
    strange = np.isfinite(variable.values) & ~np.isin(variable.values, (0.0, 1.0))
    if strange.any():
        first = variable.values[strange][0]
        raise TableError(
            say(
                "The field {0} holds {1:g}, where 1 (yes) and 0 (no) are asked for; choose a field "
                "of yes and no, or set AT_MOST to count numbers up to a limit as yes.",
                name,
                first,
            )
        )
    return variable


def _variable(name: str, values: Sequence[Any], words: dict[str, float], asked: str) -> Variable:
    given = pd.Series(list(values), dtype=object)
    labels, distinct = pd.factorize(given.to_numpy(dtype=object))
    numbers, reasons = np.empty(len(distinct) + 1), np.empty(len(distinct) + 1, dtype=object)
    numbers[-1], reasons[-1] = np.nan, NO_VALUE  # of what is missing, label -1
    for place, value in enumerate(distinct):
        numbers[place], reasons[place] = _read(value, words)
    if (reasons == "strange").any():
        strange = (reasons == "strange")[labels]
        raise TableError(
            say(
                "The field {name} must hold {asked}, not '{value}' (in {n} rows); choose another "
                "field or correct these values.",
                name=name,
                asked=asked,
                value=given[int(np.flatnonzero(strange)[0])],
                n=int(strange.sum()),
            )
        )
    return Variable(name, numbers[labels], reasons[labels])


def _read(value: Any, words: dict[str, float]) -> tuple[float, str]:
    """A value as a number and ''; NaN and why there is none; 'strange' for what cannot be read."""
    if isinstance(value, str):
        text = value.strip().casefold()
        if not text:
            return np.nan, NO_VALUE
        if text in words:
            return words[text], ""
        if text in _KNOWN_AS_UNKNOWN:
            return np.nan, text
    try:
        number = float(value)
    except (TypeError, ValueError):
        return np.nan, "strange"
    return (number, "") if np.isfinite(number) else (np.nan, NO_VALUE)


def of_scorecard(
    variable: Variable,
    states: Sequence[Any],
    levels: np.ndarray,
    lowest: np.ndarray | None,
    highest: np.ndarray | None,
    is_level: bool,
) -> Variable:
    """A level or a score of asm:scorecard: level 0 is no data and no value, and the reasons are the scorecard's.

    states: scored, inactive, ...; levels: (n,) the level that goes with the score, NaN where not applicable.
    lowest, highest: the range of the level or score.
    """
    values = variable.values.copy()
    states = np.array([SCORED if state is None else str(state) for state in states], dtype=object)
    none = np.isnan(values) | (states != SCORED)
    if is_level:
        none |= values == 0
    reasons = np.select(
        [~none, states != SCORED, levels == 0, np.isnan(levels)],
        ["", states, NO_DATA, NOT_APPLICABLE],
        NO_VALUE,
    ).astype(object)
    values[none] = np.nan
    if lowest is None or highest is None:
        return Variable(variable.name, values, reasons, is_whole=is_level)
    # Tables changed by hand may have a range that does not hold the value.
    lowest = np.fmin(np.fmax(lowest, 1 if is_level else 0), values)
    highest = np.fmax(highest, values)
    ranges = [np.where(none, np.nan, np.where(np.isnan(end), values, end)) for end in (lowest, highest)]
    return Variable(variable.name, values, reasons, *ranges, is_whole=is_level)


def as_yes(values: np.ndarray, at_most: float | None) -> np.ndarray:
    """1 where a number is no more than a limit, 0 where it is more, NaN where it is not known; as it is without one."""
    if at_most is None:
        return values
    return np.where(np.isnan(values), np.nan, (values <= at_most).astype(float))


def left_out_reasons(
    variables: Sequence[Variable], located: np.ndarray, decided: np.ndarray | None = None
) -> np.ndarray:
    """Why each site cannot be used, (n,) text: 'no_geometry', or 'field: reason' of the first field; '' if it can.

    decided: (n,) sites whose case is clear whatever a field lacks, as what lacks one of several conditions has not all.
    """
    reasons = np.where(located, "", NO_GEOMETRY).astype(object)
    for variable in variables:
        lacking = (reasons == "") & np.isnan(variable.values)
        if decided is not None:
            lacking &= ~decided
        reasons[lacking] = [f"{variable.name}: {reason}" for reason in variable.reasons[lacking]]
    return reasons


def above_zero(variable: Variable) -> Variable:
    """The base of rates: what is 0 or less has no rate, and the reason no_base."""
    none = variable.values <= 0
    return replace(
        variable,
        values=np.where(none, np.nan, variable.values),
        reasons=np.where(none, NO_BASE, variable.reasons).astype(object),
    )
