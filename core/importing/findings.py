"""Collecting what an import met: one place where problems become rows of the findings table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ..vocabulary import Vocabulary
from .source import TextColumn, integers

_ALL_ROWS = -1


class Findings:
    """Gathers findings of one import; rows are places 0..n-1 of the source table.

    rules: the vocabulary import_rules (severity, action and message per rule).
    keys: (n,) site keys as written, None for none. language: "fr" or "en".
    """

    def __init__(self, rules: Vocabulary, keys: np.ndarray, language: str) -> None:
        self._keys = keys
        self._counted = np.ones(len(keys), dtype=bool)
        self._messages = rules.labels(language)
        self._severity = rules.attribute("severity")
        self._action = rules.attribute("action")
        self._parts: list[pd.DataFrame] = []

    def leave_out(self, rows: np.ndarray) -> None:
        """Rows (booleans) that get no findings from now on, since they are rejected."""
        self._counted = ~rows

    def each(
        self,
        rule: str,
        rows: np.ndarray,
        field: str | None,
        raw: np.ndarray | None = None,
        *,
        longitude: np.ndarray | None = None,
        latitude: np.ndarray | None = None,
        **words: Any,
    ) -> None:
        """One finding for each row.

        rows: (n,) booleans, or places. raw, longitude, latitude: (n,) over the whole table.
        words: what the message names besides {field} and {value}.
        """
        places = np.flatnonzero(rows) if rows.dtype == bool else rows
        places = places[self._counted[places]]
        if not places.size:
            return
        values = np.full(places.size, None, dtype=object) if raw is None else raw[places]
        labels, distinct = pd.factorize(values)
        template = self._messages[rule]
        texts = [template.format(field=field, value=value, **words) for value in [*distinct, ""]]
        self._add(
            rule,
            places,
            field,
            values,
            np.array(texts, dtype=object)[labels],
            longitude=None if longitude is None else longitude[places],
            latitude=None if latitude is None else latitude[places],
        )

    def per_value(
        self, rule: str, column: TextColumn, values: np.ndarray, rows: np.ndarray | None = None
    ) -> None:
        """One finding for each distinct value of a column, at the first row that has it.

        values: booleans over column.raws. rows: (n,) booleans, the rows that count, all when None.
        """
        if not values.any():
            return
        picked = np.append(values, False)[column.labels] & self._counted
        if rows is not None:
            picked &= rows
        places = np.flatnonzero(picked)
        if not places.size:
            return
        labels = column.labels[places]
        counts = np.bincount(labels, minlength=len(column.raws))
        first = np.zeros(len(column.raws), dtype=int)
        first[labels[::-1]] = places[::-1]
        for label in np.flatnonzero(counts):
            raw = column.raws[label]
            self.once(rule, column.name, raw, rows=int(counts[label]), place=int(first[label]))

    def once(
        self,
        rule: str,
        field: str | None,
        raw: str | None = None,
        *,
        place: int = _ALL_ROWS,
        **words: Any,
    ) -> None:
        """One finding on a column or the whole table; place: a row that shows it."""
        message = self._messages[rule].format(field=field, value=raw, **words)
        self._add(rule, np.array([place]), field, np.array([raw], dtype=object), np.array([message], object))

    def _add(
        self,
        rule: str,
        places: np.ndarray,
        field: str | None,
        raw: np.ndarray,
        messages: np.ndarray,
        longitude: np.ndarray | None = None,
        latitude: np.ndarray | None = None,
    ) -> None:
        on_rows = places != _ALL_ROWS
        pcodes = np.full(places.size, None, dtype=object)
        pcodes[on_rows] = self._keys[places[on_rows]]
        self._parts.append(
            pd.DataFrame(
                {
                    "source_row": np.where(on_rows, places + 1.0, np.nan),
                    "pcode": pcodes,
                    "field": field,
                    "raw_value": raw,
                    "rule": rule,
                    "severity": self._severity[rule],
                    "action": self._action[rule],
                    "message": messages,
                    "longitude": np.nan if longitude is None else longitude,
                    "latitude": np.nan if latitude is None else latitude,
                }
            ).astype({"field": object, "raw_value": object, "longitude": float, "latitude": float})
        )

    def frame(self) -> pd.DataFrame:
        """The findings table: those on the whole table first, then by source row."""
        columns = ["source_row", "pcode", "field", "raw_value", "rule", "severity", "action", "message"]
        if self._parts:
            table = pd.concat(self._parts, ignore_index=True)
        else:
            table = pd.DataFrame({name: pd.Series(dtype=object) for name in columns})
            table = table.assign(longitude=pd.Series(dtype=float), latitude=pd.Series(dtype=float))
        table = table.sort_values("source_row", kind="stable", na_position="first", ignore_index=True)
        table["source_row"] = integers(table["source_row"].to_numpy(dtype=float))
        table.insert(0, "finding_id", [f"F{number:06d}" for number in range(1, len(table) + 1)])
        return table
