"""Collecting what an import met: one place where problems become rows of the findings table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..tables import FINDINGS
from ..vocabulary import Vocabulary, take
from .notes import ALL_ROWS, Note
from .repairs import Mending
from .source import TextColumn, integers

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_PARTS = ("place", "field", "raw_value", "rule", "message", "longitude", "latitude")


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
        self._parts: dict[str, list[Any]] = {name: [] for name in _PARTS}

    def noted(self, notes: Iterable[Note]) -> None:
        """Take over what earlier steps found."""
        for note in notes:
            self.once(note.rule, note.field, note.value, place=note.place, **note.words)

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
        offers: np.ndarray | None = None,
        **words: Any,
    ) -> None:
        """One finding for each row.

        rows: (n,) booleans, or places. raw, longitude, latitude: (n,) over the whole table.
        offers: (n,) what a repair would read, None for rows that have none; a sentence more.
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
        messages = np.array(texts, dtype=object)[labels]
        if offers is not None:
            sentence = self._messages["repair_offered"]
            for row in np.flatnonzero(pd.notna(offers[places])):
                messages[row] += " " + sentence.format(value=offers[places[row]])
        self._add(
            rule,
            places,
            field,
            values,
            messages,
            longitude=None if longitude is None else longitude[places],
            latitude=None if latitude is None else latitude[places],
        )

    def each_worded(
        self,
        rule: str,
        places: np.ndarray,
        field: str | None,
        raw: np.ndarray | None,
        words: Iterable[Mapping[str, Any]],
        longitude: np.ndarray,
        latitude: np.ndarray,
    ) -> None:
        """One finding for each place with words of its own.

        raw: (n,) over the whole table. words, longitude, latitude: one for each of the places; words are
        taken one by one, since very many at a time keep Python's garbage collector busy.
        """
        kept = self._counted[places]
        if kept.any():
            values = np.full(len(places), None, dtype=object) if raw is None else raw[places]
            template = self._messages[rule]
            messages = [
                template.format(field=field, value=value, **of_place)
                for value, of_place, counts in zip(values, words, kept)
                if counts
            ]
            self._add(
                rule, places[kept], field, values[kept].tolist(), messages, longitude[kept], latitude[kept]
            )

    def each_repair(self, mending: Mending, field: str | None, raw: np.ndarray) -> None:
        """One finding for each repaired location, at the place where it lies now."""
        texts = mending.texts()
        for how in np.unique(mending.how[mending.how != ""]):
            places = np.flatnonzero(mending.how == how)
            words = [{"repaired": texts[place]} for place in places]
            lon, lat = mending.longitude[places], mending.latitude[places]
            self.each_worded(how, places, field, raw, words, lon, lat)

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
        found = np.flatnonzero(counts)
        raws = [column.raws[label] for label in found.tolist()]
        template = self._messages[rule]
        messages = [
            _of_rows(template, rows).format(field=column.name, value=raw, rows=rows)
            for raw, rows in zip(raws, counts[found].tolist())
        ]
        self._add(rule, first[found], column.name, raws, messages)

    def once(
        self,
        rule: str,
        field: str | None,
        raw: str | None = None,
        *,
        place: int = ALL_ROWS,
        **words: Any,
    ) -> None:
        """One finding on a column or the whole table; place: a row that shows it."""
        template = _of_rows(self._messages[rule], words.get("rows"))
        message = template.format(field=field, value=raw, **words)
        self._add(rule, np.array([place]), field, [raw], [message])

    def _add(
        self,
        rule: str,
        places: np.ndarray,
        field: str | None,
        raw: Sequence[str | None],
        messages: Sequence[str],
        longitude: np.ndarray | None = None,
        latitude: np.ndarray | None = None,
    ) -> None:
        # Plain lists: a frame for each finding would cost more than the whole import.
        n = places.size
        nothing = [np.nan] * n
        self._parts["place"].extend(places.tolist())
        self._parts["field"].extend([field] * n)
        self._parts["raw_value"].extend(raw)
        self._parts["rule"].extend([rule] * n)
        self._parts["message"].extend(messages)
        self._parts["longitude"].extend(nothing if longitude is None else longitude.tolist())
        self._parts["latitude"].extend(nothing if latitude is None else latitude.tolist())

    def frame(self) -> pd.DataFrame:
        """The findings table: those on the whole table first, then by source row."""
        places = np.array(self._parts["place"], dtype=int)
        order = np.argsort(places, kind="stable")
        places = places[order]
        texts = {
            name: np.array([*self._parts[name], None], dtype=object)[:-1][order]
            for name in ("field", "raw_value", "rule", "message")
        }
        labels, rules = pd.factorize(texts["rule"])
        table = {
            "finding_id": [f"F{number:06d}" for number in range(1, len(places) + 1)],
            "source_row": integers(np.where(places == ALL_ROWS, np.nan, places + 1.0)),
            "pcode": np.append(self._keys, None)[places],
            **texts,
            "severity": take([self._severity[rule] for rule in rules], labels),
            "action": take([self._action[rule] for rule in rules], labels),
            "longitude": np.array(self._parts["longitude"], dtype=float)[order],
            "latitude": np.array(self._parts["latitude"], dtype=float)[order],
        }
        return pd.DataFrame({column.name: table[column.name] for column in FINDINGS}, copy=False)


def _of_rows(template: str, rows: int | None) -> str:
    """The sentence of a rule for so many rows: one row is no plural, where the number alone tells it."""
    if rows != 1:
        return template
    for start in ("(", "in ", "dans "):
        for several, one in (("rows", "row"), ("lignes", "ligne")):
            template = template.replace(f"{start}{{rows}} {several}", f"{start}{{rows}} {one}")
    return template


def findings_text(findings: pd.DataFrame) -> str:
    """The findings table as CSV for a spreadsheet.

    Texts that a spreadsheet would run as a formula get an apostrophe in front.
    """
    shown = findings.copy()
    for name in ("pcode", "field", "raw_value", "message"):
        texts = shown[name]
        runs = texts.str.startswith(_FORMULA_STARTS, na=False).astype(bool)
        shown[name] = texts.where(~runs, "'" + texts.astype(str))
    return shown.to_csv(index=False)
