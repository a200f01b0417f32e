"""The values of a field as they are published."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Sequence
from typing import Any

from .allow_list import CLASSES, MONTH, YEAR, FieldRule

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?(?:[T ].*)?$")


def published(values: Sequence[Any], rule: FieldRule) -> tuple[list[Any], int]:
    """The values by the rule, and how many were withheld because they are not what the rule expects.

    Empty stays empty: nothing that is unknown becomes an answer. What is no date (of year and month) or no number
    (of classes) becomes empty too, what is not among the rule's `only` becomes the word `others`.
    """
    if rule.do in (YEAR, MONTH):
        made = [_date_part(value, rule.do == MONTH) for value in values]
    elif rule.do == CLASSES:
        made = [_class(value, rule.cuts) for value in values]
    elif rule.only:
        made = [_allowed(value, rule) for value in values]
    else:
        return [None if _is_empty(value) else value for value in values], 0
    lost = sum(
        1
        for value, new in zip(values, made)
        if not _is_empty(value) and (new is None or (rule.only and new == rule.others))
    )
    return made, lost


def class_labels(cuts: Sequence[float]) -> list[str]:
    """Words of the classes from below the first limit upwards, in figures and signs alone."""
    labels = [f"< {cuts[0]:g}"]
    for low, high in zip(cuts, cuts[1:]):
        last = high - 1 if float(low).is_integer() and float(high).is_integer() else high
        labels.append(f"{low:g}" if low == last else f"{low:g}–{last:g}")
    return [*labels, f"≥ {cuts[-1]:g}"]


def _class(value: Any, cuts: Sequence[float]) -> str | None:
    number = as_number(value)
    if number is None:
        return None
    return class_labels(cuts)[bisect.bisect_right(cuts, number)]


def as_number(value: Any) -> float | None:
    """A finite number, of a text too; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _date_part(value: Any, month: bool) -> str | None:
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    found = _DATE.match(text.replace("/", "-"))
    if found is None:
        return None
    if not month:
        return found.group(1)
    return f"{found.group(1)}-{found.group(2)}" if found.group(2) else None


def _allowed(value: Any, rule: FieldRule) -> Any:
    if _is_empty(value):
        return None
    return value if str(value) in rule.only else rule.others


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value != value
