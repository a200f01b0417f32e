"""Rows that are alike: what is the same for many visits is worked out once.

Answers are few codes, so that a million visits hold some thousand different sets of them at most.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .as_of import Dates
from .scheme_model import Dimension
from .variables import Answers, CodeAnswer, CountAnswer


@dataclass(frozen=True)
class Alike:
    """n rows in m kinds. first: (m,) the first row of each kind; kind: (n,) the kind of each row."""

    first: npt.NDArray[np.intp]
    kind: npt.NDArray[np.intp]


def alike(columns: Iterable[npt.NDArray], n: int) -> Alike:
    """Kinds of n rows: rows of one kind have the same value in each column."""
    kind = np.zeros(n, dtype=np.int64)
    for column in columns:
        codes, distinct = pd.factorize(column)  # -1 where it is NaN
        if len(distinct):
            kind = pd.factorize(kind * (len(distinct) + 1) + codes + 1)[0]
    first = np.zeros(int(kind.max()) + 1 if n else 0, dtype=np.intp)
    first[kind[::-1]] = np.arange(n)[::-1]
    return Alike(first, kind)


def alike_in(dim: Dimension, answers: Answers, dates: Dates) -> Alike:
    """Rows that the dimension scores alike. dates: (n,) of the visits."""
    columns: list[npt.NDArray] = []
    for name in dim.variables():
        answer = answers[name]
        if isinstance(answer, CountAnswer):
            columns += [answer.low, answer.high, answer.asked]
        else:
            columns.append(answer.mask * 2 + answer.asked)
        if answer.stale is not None:
            columns.append(answer.stale)
    for since in {item.asked_since for item in dim.items if item.asked_since is not None}:
        columns.append(dates >= np.datetime64(since))
    return alike(columns, len(dates))


def answers_at(answers: Answers, names: Iterable[str], places: npt.NDArray[np.intp]) -> Answers:
    """The answers of these rows to these variables."""
    return {name: taken(answers[name], places) for name in names}


def taken(rows: CodeAnswer | CountAnswer | object, places: npt.NDArray[np.intp]):
    """A frozen dataclass whose arrays (n, ...), in tuples of like classes too, are cut to these rows."""
    changes = {}
    for field in dataclasses.fields(rows):
        value = getattr(rows, field.name)
        if isinstance(value, np.ndarray):
            changes[field.name] = value[places]
        elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            changes[field.name] = tuple(taken(one, places) for one in value)
    return dataclasses.replace(rows, **changes)
