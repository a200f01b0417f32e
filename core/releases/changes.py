"""What two rows of the same thing say differently, column by column.

Answers that are empty, "unknown" or "not_asked" are alike not known. Columns that either set lacks are
not compared: absent is not blank.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..areas.geodesy import inverse
from ..columns import Column
from ..exceptions import TableError
from ..tables import LIST_SEPARATOR, NOT_ASKED, UNKNOWN
from ..wording import say

MOVED_M = 1.0
LOCATION = "location"
Progress = Callable[[float], None]

_PLACE = ["longitude", "latitude"]
# The order of these says nothing; the first mineral has a column of its own.
_LISTS = frozenset({"minerals", "actors", "services", "children_work", "women_work"})


def no_progress(fraction: float) -> None:
    """Where nobody watches."""


def check_keys(pcode: pd.Series, title: str) -> None:
    """TableError when rows have no key; title: the table, in the user's language."""
    without = int(pcode.isna().sum())
    if without:
        raise TableError(
            say("{0} rows of the {1} have no pcode; give them one or take them out.", without, title)
        )


def shared(columns: Sequence[Column], old: pd.DataFrame, new: pd.DataFrame) -> list[Column]:
    """The columns that both tables have."""
    return [column for column in columns if column.name in old.columns and column.name in new.columns]


def answers(old: pd.Series, new: pd.Series, column: Column) -> np.ndarray:
    """(n_old + n_new,) labels of the answers in both series: equal answers alike, -1 for not known."""
    if column.kind == "int":
        old, new = old.astype("Int64"), new.astype("Int64")
    labels, values = pd.factorize(pd.concat([old, new], ignore_index=True))
    if column.kind != "text":
        return labels
    plain = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        if column.name in _LISTS:
            value = LIST_SEPARATOR.join(sorted(filter(None, value.split(LIST_SEPARATOR))))
        plain[place] = None if value in ("", UNKNOWN, NOT_ASKED) else value
    return np.append(pd.factorize(plain)[0], -1)[labels]


@dataclass(frozen=True)
class Pairs:
    """Two tables and the rows of them, by place, that are the same site or visit."""

    old: pd.DataFrame
    new: pd.DataFrame
    at_old: np.ndarray
    at_new: np.ndarray


class Changes:
    """Changes found so far: place of the row in the old and in the new table (-1: none), and what changed."""

    def __init__(self) -> None:
        self._parts: list[pd.DataFrame] = []

    def add_rows(self, change: str, places: np.ndarray, in_new: bool) -> None:
        """Rows that only one of the tables has."""
        none = np.full(len(places), -1)
        self._add(change, *((none, places) if in_new else (places, none)))

    def compare_column(self, pairs: Pairs, column: Column, change: str) -> None:
        """Answers of one column that differ."""
        old, new = pairs.old[column.name].iloc[pairs.at_old], pairs.new[column.name].iloc[pairs.at_new]
        labels = answers(old, new, column)
        before, after = labels[: len(old)], labels[len(old) :]
        differ = np.flatnonzero(before != after)
        self._add(
            change,
            pairs.at_old[differ],
            pairs.at_new[differ],
            field=column.name,
            old_value=_texts(old.iloc[differ], column.kind),
            new_value=_texts(new.iloc[differ], column.kind),
            kind=_kinds(before[differ] >= 0, after[differ] >= 0),
        )

    def compare_places(self, pairs: Pairs, moved_m: float, change: str) -> None:
        """Points more than moved_m metres apart, as `change`; points in one table only, as changed answers."""
        if not set(_PLACE) <= set(pairs.old.columns) & set(pairs.new.columns):
            return
        old, new = coordinates_at(pairs.old, pairs.at_old), coordinates_at(pairs.new, pairs.at_new)
        before, after = (~np.isnan(place).any(axis=0) for place in (old, new))
        differ = np.flatnonzero(before & after & (old != new).any(axis=0))
        distance = np.full(len(before), np.nan)
        distance[differ] = inverse(*old[:, differ], *new[:, differ])
        for chosen, what in ((distance > moved_m, change), (before != after, "answer_changed")):
            at = np.flatnonzero(chosen)
            self._add(
                what,
                pairs.at_old[at],
                pairs.at_new[at],
                field=LOCATION,
                old_value=_place_texts(old[:, at]),
                new_value=_place_texts(new[:, at]),
                kind=_kinds(before[at], after[at]),
                distance_m=distance[at],
            )

    def _add(self, change: str, at_old: np.ndarray, at_new: np.ndarray, **what) -> None:
        n = len(at_old)
        part = pd.DataFrame({"at_old": at_old.astype(np.int64), "at_new": at_new.astype(np.int64)})
        for name in ("field", "old_value", "new_value", "kind"):
            given = what.get(name)
            part[name] = given if isinstance(given, np.ndarray) else np.full(n, given, dtype=object)
        part["change"] = np.full(n, change, dtype=object)
        part["distance_m"] = what.get("distance_m", np.full(n, np.nan))
        self._parts.append(part)

    def table(self) -> pd.DataFrame:
        """All changes, with the places at_old and at_new."""
        return pd.concat(self._parts, ignore_index=True)


def values_at(frame: pd.DataFrame, name: str, places: np.ndarray) -> np.ndarray:
    """Object array of a text column at places; None at -1 and where there is no such column."""
    if name not in frame.columns:
        return np.full(len(places), None, dtype=object)
    return np.append(frame[name].to_numpy(dtype=object), None)[places]


def latest_values_at(
    old: pd.DataFrame, new: pd.DataFrame, name: str, at_old: np.ndarray, at_new: np.ndarray
) -> np.ndarray:
    """Object array of a text column in the new table, else in the old one."""
    before, after = values_at(old, name, at_old), values_at(new, name, at_new)
    return np.where(pd.isna(after), before, after)


def coordinates_at(frame: pd.DataFrame, places: np.ndarray) -> np.ndarray:
    """(2, n) longitude and latitude in degrees at places; both NaN at -1 and where one is not known."""
    if not set(_PLACE) <= set(frame.columns):
        return np.full((2, len(places)), np.nan)
    values = np.vstack([frame[_PLACE].to_numpy(dtype=float), [np.nan, np.nan]])[places]
    values[np.isnan(values).any(axis=1)] = np.nan
    return values.T


def as_table(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """The columns of a table of core.tables, in order and of their kinds; absent ones are empty."""
    types = {"text": object, "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    table = pd.DataFrame(index=pd.RangeIndex(len(frame)))
    for column in columns:
        given = frame.get(column.name)
        values = np.full(len(frame), None, dtype=object) if given is None else given.to_numpy()
        series = pd.Series(values, index=table.index)
        if column.kind == "text":
            series = series.astype(object).where(series.notna(), None)
        table[column.name] = series.astype(types[column.kind])
    return table


def in_order(
    table: pd.DataFrame, first: Sequence[str], changes: Sequence[str], fields: Sequence[str]
) -> pd.DataFrame:
    """The changes sorted by the columns `first`, then in the order of `changes` and of `fields`."""
    places = {
        "change_place": table["change"].map({name: place for place, name in enumerate(changes)}),
        "field_place": table["field"].map({name: place for place, name in enumerate(fields)}),
    }
    ordered = table.assign(**places).sort_values([*first, *places], kind="stable", na_position="first")
    return ordered.reset_index(drop=True)


def _kinds(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Whether an answer came, went or became another; before, after: whether it is known."""
    return np.where(before & after, "changed", np.where(after, "answered", "withdrawn")).astype(object)


def _texts(values: pd.Series, kind: str) -> np.ndarray:
    if kind == "date":
        texts = [None if day is pd.NaT else f"{day:%Y-%m-%d}" for day in values]
    elif kind == "int":
        texts = [None if gone else str(int(value)) for value, gone in zip(values, values.isna())]
    else:
        texts = [None if gone else str(value) for value, gone in zip(values, values.isna())]
    return np.array([*texts, None], dtype=object)[:-1]


def _place_texts(places: np.ndarray) -> np.ndarray:
    texts = [None if lon != lon else f"{lon:.6f} {lat:.6f}" for lon, lat in places.T.tolist()]
    return np.array([*texts, None], dtype=object)[:-1]
