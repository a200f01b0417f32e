"""Reading the columns of a source through its profile: words to codes, answers, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR, NOT_ASKED, UNKNOWN
from ..vocabulary import Match, Vocabulary, normalise, take
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
        """The column that the profile maps to an atlas column, or its constant; None when there is none."""
        word = self.profile.constants.get(name)
        if word is not None:
            return TextColumn(name, np.zeros(self.n, dtype=int), [word], [word])
        return self.source.column(self.profile.columns.get(name))

    def text(self, name: str) -> np.ndarray:
        """(n,) cleaned text, None for empty or absent."""
        column = self.column(name)
        return np.full(self.n, None, dtype=object) if column is None else column.text()

    def vocabulary(self, key: str) -> Vocabulary:
        """The vocabulary that the profile uses for a kind of column."""
        return self.vocabularies[self.profile.vocabularies[key]]

    def match(self, word: str, key: str, target: str | None = None) -> Match:
        """What a word means: by the profile's own recoding of the target, else by the vocabulary.

        target: the atlas column, for kinds of columns of which there are several; else the key.
        """
        recoding = self.profile.recode.get(target or key)
        code = recoding.get(normalise(word)) if recoding else None
        if code is not None:
            return Match(code, "recoded")
        match = self.vocabulary(key).match(word)
        return Match(None, "unanswered") if match.code is None and self._unanswered(word) else match

    def unanswered(self, column: TextColumn, key: str) -> np.ndarray:
        """(n,) booleans: the cell is empty or says that there is no answer, such as "non renseigné"."""
        silent = [self.match(value, key).how == "unanswered" for value in column.values]
        return np.array([*silent, True], dtype=bool)[column.labels]

    def _unanswered(self, word: str) -> bool:
        return self.vocabularies["unanswered"].match(word).code is not None

    def codes(self, column: TextColumn, key: str, otherwise: str | None) -> np.ndarray:
        """(n,) codes of a column, None where empty, `otherwise` for words that no vocabulary knows.

        Words for no answer are unknown where `otherwise` is, else None.
        """
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
        codes = [*self._codes(column, key, UNKNOWN, target=name), UNKNOWN]
        answers = np.array(codes, dtype=object)[column.labels]
        since = self.profile.asked_since.get(name)
        if since is not None and dates is not None:
            unknown = np.array([code == UNKNOWN for code in codes])[column.labels]
            answers[unknown & (dates < since.to_datetime64())] = NOT_ASKED
        return answers

    def counts(self, name: str) -> np.ndarray:
        """(n,) whole numbers of zero or more as floats, NaN for empty, absent or not understood."""
        column = self.column(name)
        if column is None:
            return np.full(self.n, np.nan)
        texts = pd.Series(column.values, dtype=object).astype(str)
        texts, commas = plain_numbers(texts, self.profile.decimal_comma)
        numbers = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
        factor = self.profile.units.get(name, 1.0)
        if factor != 1.0:
            # Halves of dozens are whole; what floats leave of them behind the ninth decimal is not.
            numbers = np.round(numbers * factor, 9)
            self.findings.once("unit_applied", column.name, f"{factor:g}", rows=int(column.filled.sum()))
        with_comma = int(np.append(commas.to_numpy(dtype=bool), False)[column.labels].sum())
        if with_comma:
            self.findings.once("decimal_comma", column.name, rows=with_comma)
        with np.errstate(invalid="ignore"):
            whole = (np.abs(numbers) <= LARGEST_EXACT) & (numbers == np.floor(numbers))
            negative = whole & (numbers < 0)
        silent = np.array([self._unanswered(value) for value in column.values], dtype=bool)
        self.findings.per_value("unanswered", column, ~whole & silent)
        self.findings.per_value("number_unreadable", column, ~whole & ~silent)
        self.findings.per_value("number_negative", column, negative)
        numbers = np.where(whole & ~negative, numbers, np.nan)
        return np.append(numbers, np.nan)[column.labels]

    def lists(self, layout: ListColumns, key: str, otherwise: str) -> tuple[list[TextColumn], np.ndarray]:
        """Answers with several values: the columns present, and (n,) codes joined in order, once each.

        None for an empty list; words that no vocabulary knows become `otherwise`, those for no answer nothing.
        """
        columns = [column for column in map(self.source.column, layout.columns) if column is not None]
        columns += [self.column(key)] if key in self.profile.constants else []
        parts = [(c.labels, self._codes(c, key, otherwise, layout.separator)) for c in columns]
        return columns, join_lists(parts, self.n)

    def list_of(self, name: str, key: str, otherwise: str, separator: str) -> np.ndarray:
        """(n,) codes of one column that lists several words."""
        column = self.column(name)
        if column is None:
            return np.full(self.n, None, dtype=object)
        return join_lists([(column.labels, self._codes(column, key, otherwise, separator, name))], self.n)

    def _codes(
        self,
        column: TextColumn,
        key: str,
        otherwise: str | None,
        separator: str | None = None,
        target: str | None = None,
    ) -> list[str | None]:
        """Codes of a column's distinct values; reports words that are unknown, recoded or spelt otherwise."""
        recoding = self.profile.recode.get(target or key, {})
        met: dict[tuple[str, str, str | None], list[int]] = {}
        codes: list[str | None] = []
        no_answer = UNKNOWN if otherwise == UNKNOWN else None
        for label, value in enumerate(column.values):
            found = []
            whole = separator is None or normalise(value) in recoding or self._unanswered(value)
            for word in split_words(value, None if whole else separator):
                match = self.match(word, key, target)
                if match.how != "listed":
                    met.setdefault((match.how, word, match.code), []).append(label)
                found.append({"unknown": otherwise, "unanswered": no_answer}.get(match.how, match.code))
            codes.append(LIST_SEPARATOR.join(code for code in found if code) or None)
        if met:
            self._report(column, met)
        return codes

    def _report(self, column: TextColumn, met: dict[tuple[str, str, str | None], list[int]]) -> None:
        filled = np.flatnonzero(column.filled)
        counts = np.bincount(column.labels[filled], minlength=len(column.values))
        first = np.full(len(column.values), -1)
        first[column.labels[filled][::-1]] = filled[::-1]
        rules = {
            "unknown": "unknown_value",
            "unanswered": "unanswered",
            "variant": "spelling",
            "pattern": "pattern",
            "recoded": "recoded",
        }
        for (how, word, code), labels in met.items():
            rows = int(counts[labels].sum())
            if rows:
                place = int(min(first[label] for label in labels if counts[label]))
                self.findings.once(rules[how], column.name, word, rows=rows, place=place, code=code)


def plain_numbers(texts: pd.Series, decimal_comma: bool | None) -> tuple[pd.Series, pd.Series]:
    """Numbers written with a decimal comma with a point instead, and booleans: which had one.

    texts: text. decimal_comma: whether commas are known to be decimal, points and blanks between thousands;
    None where each number tells itself: three digits after a comma may as well be thousands.
    """
    if decimal_comma:
        commas = texts.str.fullmatch(r"\s*[-+]?(?:\d+|\d{1,3}(?:[.\s'\u2019]\d{3})+)(?:,\d+)?\s*")
        plain = texts.str.replace(r"[.\s'\u2019]", "", regex=True).str.replace(",", ".", regex=False)
        return texts.where(~commas, plain), commas & (texts != plain)
    commas = texts.str.fullmatch(r"-?\d+,(?:\d{1,2}|\d{4,})") & (decimal_comma is None)
    return texts.where(~commas, texts.str.replace(",", ".", regex=False)), commas


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
