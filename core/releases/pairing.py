"""Rows of two tables put together by labels; those of both stand in one array, the old ones first."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

_MAX_ROUNDS = 50  # real releases need two or three


def labels_of(old: pd.Series, new: pd.Series) -> np.ndarray:
    """(n_old + n_new,) labels from 0 of the values in both; empty ones are alike."""
    return pd.factorize(pd.concat([old, new], ignore_index=True))[0].astype(np.int64) + 1


def combined(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(n,) labels from 0, alike where both labels are."""
    return pd.factorize(first * (second.max(initial=0) + 1) + second)[0].astype(np.int64)


def single_pairs(labels: np.ndarray, n_old: int) -> tuple[np.ndarray, np.ndarray]:
    """Places in the old and in the new table of rows that are the only ones of their label in each."""
    n = labels.max(initial=-1) + 1
    single = np.ones(n, dtype=bool)
    places = []
    for part in (labels[:n_old], labels[n_old:]):
        single &= np.bincount(part, minlength=n) == 1
        place = np.zeros(n, dtype=np.int64)
        place[part] = np.arange(len(part))
        places.append(place)
    return places[0][single], places[1][single]


class Pairing:
    """Pairs rows round by round; a row that has found its other half takes no further part."""

    def __init__(self, order_old: np.ndarray, order_new: np.ndarray) -> None:
        """order_old, order_new: which of several rows with one label comes first."""
        self._orders = order_old, order_new
        self._free = np.ones(len(order_old), dtype=bool), np.ones(len(order_new), dtype=bool)
        self._found: list[tuple[np.ndarray, np.ndarray]] = []

    def in_order(self, labels: np.ndarray, allowed: np.ndarray | None = None) -> None:
        """Pair the first allowed old row of each label with the first new one, the second with the second."""
        everything = np.ones(len(labels), dtype=bool)
        self._in_order(labels, everything if allowed is None else allowed, self._orders)

    def nearest(
        self, labels: np.ndarray, days: np.ndarray, allowed: np.ndarray, progress: Callable[[], None]
    ) -> None:
        """Pair allowed rows of one label by the nearest days (datetime64[D]), undated ones last.

        In each round those rows are paired that are nearest to each other.
        """
        sides, dates = self._sides(labels), self._sides(days)
        allowed_sides = self._sides(allowed)
        for _ in range(_MAX_ROUNDS):
            progress()
            tables = []
            for side, free in enumerate(self._free):
                at = np.flatnonzero(free & allowed_sides[side] & ~np.isnat(dates[side]))
                tables.append(
                    pd.DataFrame(
                        {
                            "at": at,
                            "label": sides[side][at],
                            "day": dates[side][at].astype("datetime64[D]").astype(np.int64),
                        }
                    ).sort_values(["day", "at"])
                )
            old, new = (table[table["label"].isin(other["label"])] for table, other in (tables, tables[::-1]))
            if old.empty:
                break
            of_old, of_new = (
                pd.merge_asof(one, other, on="day", by="label", direction="nearest", suffixes=("", "_other"))
                for one, other in ((old, new), (new, old))
            )
            chosen = of_new.set_index("at")["at_other"].reindex(of_old["at_other"]).to_numpy()
            mutual = of_old[chosen == of_old["at"].to_numpy()]
            self._pair(mutual["at"].to_numpy(), mutual["at_other"].to_numpy())
        self._in_order(labels, allowed, tuple(day.astype(np.int64) for day in dates))

    def take(self) -> tuple[np.ndarray, np.ndarray]:
        """Places of the pairs found since the last call, and begin anew."""
        none = np.empty(0, dtype=np.int64)
        old, new = (np.concatenate([none, *(pair[side] for pair in self._found)]) for side in (0, 1))
        self._found = []
        return old, new

    def left(self) -> tuple[np.ndarray, np.ndarray]:
        """Places of the rows without another half."""
        return np.flatnonzero(self._free[0]), np.flatnonzero(self._free[1])

    def _sides(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        n_old = len(self._free[0])
        return values[:n_old], values[n_old:]

    def _in_order(
        self, labels: np.ndarray, allowed: np.ndarray, orders: tuple[np.ndarray, np.ndarray]
    ) -> None:
        places, codes = [], []
        for free, side, good, order in zip(self._free, self._sides(labels), self._sides(allowed), orders):
            at = np.flatnonzero(free & good)
            at = at[np.lexsort((order[at], side[at]))]
            sorted_labels = side[at]
            number = np.arange(len(at)) - np.searchsorted(sorted_labels, sorted_labels)
            places.append(at)
            codes.append(sorted_labels * len(labels) + number)
        _, in_old, in_new = np.intersect1d(*codes, assume_unique=True, return_indices=True)
        self._pair(places[0][in_old], places[1][in_new])

    def _pair(self, old: np.ndarray, new: np.ndarray) -> None:
        self._free[0][old] = False
        self._free[1][new] = False
        self._found.append((old, new))
