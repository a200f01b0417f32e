"""Reading the columns of a source through its profile: words to codes, answers, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR, NOT_ASKED, UNKNOWN
from ..vocabulary import Vocabulary, take
from .findings import Findings
from .profile import ListColumns, Profile
from .source import LARGEST_EXACT, SourceTable, TextColumn


@dataclass(frozen=True)
class Reader:
    """What every step of an import needs; columns are asked for by their atlas name."""

    source: SourceTable
    profile: Profile
    vocabularies: Mapping[str, Vocabulary]
    findings: Findings

    @property
    def n(self) -> int:
        return self.source.n

    def column(self, name: str) -> TextColumn | None:
        """The source column that the profile maps to an atlas column; None when there is none."""
        return self.source.column(self.profile.columns.get(name))

    def text(self, name: str) -> np.ndarray:
        """(n,) cleaned text, None for empty or absent."""
        column = self.column(name)
        return np.full(self.n, None, dtype=object) if column is None else column.text()

    def vocabulary(self, key: str) -> Vocabulary:
        """The vocabulary that the profile uses for a kind of column."""
        return self.vocabularies[self.profile.vocabularies[key]]

    def codes(self, column: TextColumn, key: str, otherwise: str | None) -> np.ndarray:
        """(n,) codes of a column, None where empty, `otherwise` for words that no vocabulary knows."""
        return take(self._codes(column, key, otherwise), column.labels)

    def answers(self, name: str, key: str = "yes_no", dates: np.ndarray | None = None) -> np.ndarray:
        """(n,) codes of a question: unknown where empty or not understood, not_asked without a column.

        dates: with them, empty answers from before the question was first asked are not_asked as well.
        """
        column = self.column(name)
        if column is None:
            return np.full(self.n, NOT_ASKED, dtype=object)
        return self.answered(column, name, key, dates)

    def answered(self, column: TextColumn, name: str, key: str, dates: np.ndarray | None) -> np.ndarray:
        """As answers, for a column already at hand; name: the question, as in the profile's asked_since."""
        codes = [*self._codes(column, key, UNKNOWN), UNKNOWN]
        answers = np.array(codes, dtype=object)[column.labels]
        since = self.profile.asked_since.get(name)
        if since is not None and dates is not None:
            answers[(answers == UNKNOWN) & (dates < since.to_datetime64())] = NOT_ASKED
        return answers

    def counts(self, name: str) -> np.ndarray:
        """(n,) whole numbers of zero or more as floats, NaN for empty, absent or not understood."""
        column = self.column(name)
        if column is None:
            return np.full(self.n, np.nan)
        texts = pd.Series(column.values, dtype=object).astype(str)
        # Three digits after a comma may as well be thousands.
        commas = texts.str.fullmatch(r"-?\d+,(?:\d{1,2}|\d{4,})")
        texts = texts.where(~commas, texts.str.replace(",", ".", regex=False))
        numbers = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
        with_comma = int(np.append(commas.to_numpy(dtype=bool), False)[column.labels].sum())
        if with_comma:
            self.findings.once("decimal_comma", column.name, rows=with_comma)
        with np.errstate(invalid="ignore"):
            whole = (np.abs(numbers) <= LARGEST_EXACT) & (numbers == np.floor(numbers))
            negative = whole & (numbers < 0)
        self.findings.per_value("number_unreadable", column, ~whole)
        self.findings.per_value("number_negative", column, negative)
        numbers = np.where(whole & ~negative, numbers, np.nan)
        return np.append(numbers, np.nan)[column.labels]

    def lists(self, layout: ListColumns, key: str, otherwise: str) -> tuple[list[TextColumn], np.ndarray]:
        """Answers with several values: the columns present, and (n,) codes joined in order, once each.

        None for an empty list; words that no vocabulary knows become `otherwise`.
        """
        columns = [column for column in map(self.source.column, layout.columns) if column is not None]
        parts = [(c.labels, self._codes(c, key, otherwise, layout.separator)) for c in columns]
        return columns, join_lists(parts, self.n)

    def list_of(self, name: str, key: str, otherwise: str, separator: str) -> np.ndarray:
        """(n,) codes of one column that lists several words."""
        column = self.column(name)
        if column is None:
            return np.full(self.n, None, dtype=object)
        return join_lists([(column.labels, self._codes(column, key, otherwise, separator))], self.n)

    def _codes(
        self, column: TextColumn, key: str, otherwise: str | None, separator: str | None = None
    ) -> list[str | None]:
        """Codes of a column's distinct values; reports words that are unknown or spelt otherwise."""
        vocabulary = self.vocabulary(key)
        met: dict[tuple[str, str], list[int]] = {}
        codes: list[str | None] = []
        for label, value in enumerate(column.values):
            found = []
            for word in split_words(value, separator):
                match = vocabulary.match(word)
                if match.how != "listed":
                    met.setdefault((match.how, word), []).append(label)
                found.append(otherwise if match.code is None else match.code)
            codes.append(LIST_SEPARATOR.join(code for code in found if code) or None)
        if met:
            self._report(column, met)
        return codes

    def _report(self, column: TextColumn, met: dict[tuple[str, str], list[int]]) -> None:
        filled = np.flatnonzero(column.filled)
        counts = np.bincount(column.labels[filled], minlength=len(column.values))
        first = np.full(len(column.values), -1)
        first[column.labels[filled][::-1]] = filled[::-1]
        rules = {"unknown": "unknown_value", "variant": "spelling", "pattern": "pattern"}
        for (how, word), labels in met.items():
            rows = int(counts[labels].sum())
            if rows:
                place = int(min(first[label] for label in labels if counts[label]))
                self.findings.once(rules[how], column.name, word, rows=rows, place=place)


def split_words(value: str, separator: str | None) -> list[str]:
    """The words of a list; commas inside brackets do not separate. The whole value without a separator."""
    if not value:
        return []
    if separator is None:
        return [value]
    words = re.split(r",(?![^(]*\))", value) if separator == "," else value.split(separator)
    return [word.strip() for word in words if word.strip()]


def join_lists(parts: Sequence[tuple[np.ndarray, list[str | None]]], n: int) -> np.ndarray:
    """(n,) lists joined over several columns, each code once; None for an empty list.

    parts: per column the labels (-1 for empty) and the codes of its distinct values.
    """
    if not parts:
        return np.full(n, None, dtype=object)
    lists = np.zeros(n, dtype=np.int64)
    for labels, codes in parts:
        lists, _ = pd.factorize(lists * (len(codes) + 1) + labels + 1)
    first = np.zeros(lists.max(initial=-1) + 1, dtype=np.int64)
    first[lists[::-1]] = np.arange(n)[::-1]
    joined: list[str | None] = []
    for place in first:
        found = [codes[labels[place]] for labels, codes in parts if labels[place] >= 0]
        words = [word for codes in found if codes for word in codes.split(LIST_SEPARATOR)]
        joined.append(LIST_SEPARATOR.join(dict.fromkeys(words)) or None)
    return take(joined, lists)
