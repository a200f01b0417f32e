"""Answers of a survey as one text a question: options chosen, labels for codes, points."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR
from ..vocabulary import normalise
from .notes import Note
from .source import TextColumn, text_column
from .survey_columns import CHOSEN, NOT_CHOSEN, POINT_PARTS, Part
from .survey_form import GEOPOINT, SELECT_MULTIPLE, SELECT_ONE, Choice, Question, SurveyForm

NONE = "none"
_EMPTY, _NO, _YES = -1, 0, 1


@dataclass(frozen=True)
class Wording:
    """How options are written: in a language of the form, else as a word that is known, else as the code.

    known: whether a vocabulary has a word; without it labels are written.
    """

    form: SurveyForm
    language: str
    known: Callable[[str], bool] | None = None

    def word(self, choice: Choice) -> str:
        """The label in the chosen language or, if no vocabulary has that, another label or the code that one has."""
        label = self.form.label(choice.labels, self.language)
        texts = [text for text in (label, *choice.labels.values(), choice.name) if text]
        if self.known is not None:
            texts = [text for text in texts if self.known(text)] + texts
        return texts[0].replace(LIST_SEPARATOR, ",")


def answers_of(
    frame: pd.DataFrame, parts: Mapping[str, Part], names: Mapping[Question, str], wording: Wording
) -> tuple[dict[str, pd.Series], list[Note]]:
    """The answers to all questions that a table has, by plain name in the order of the form.

    parts: what its columns hold; names: the plain names. Lists are joined with LIST_SEPARATOR; NONE where all
    options were answered no.
    """
    columns: dict[str, pd.Series] = {}
    notes: list[Note] = []
    of_question: dict[Question, list[tuple[str, Part]]] = {}
    for name, part in parts.items():
        of_question.setdefault(part.question, []).append((name, part))
    for question, plain in names.items():
        held = of_question.get(question)
        if held is None:
            continue
        whole = next((name for name, part in held if part.kind == "answer"), None)
        if question.type == SELECT_MULTIPLE:
            columns[plain] = _several(frame, question, plain, whole, held, wording, notes)
        elif question.type == GEOPOINT:
            columns.update(_point(frame, plain, whole, {p.kind: n for n, p in held if p.kind != "answer"}))
        elif whole is not None and question.type == SELECT_ONE and question.lists:
            columns[plain] = _one(text_column(whole, frame[whole]), question, plain, wording, notes)
        elif whole is not None:
            columns[plain] = frame[whole]
    return columns, notes


def _one(
    column: TextColumn, question: Question, plain: str, wording: Wording, notes: list[Note]
) -> pd.Series:
    options = _Options(wording.form.choices_of(question))
    words: list[str | None] = []
    counts = np.bincount(column.labels[column.filled], minlength=len(column.values))
    for value, raw, count in zip(column.values, column.raws, counts.tolist()):
        choice = options.of(value)
        words.append(raw if choice is None else wording.word(choice))
        if choice is None and value and count:
            notes.append(Note("survey_choice_unknown", plain, raw, words={"rows": count}))
    return pd.Series(np.array([*words, None], dtype=object)[column.labels])


class _Options:
    """The options of a question, found by code or by label in any language."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self.by_code = {choice.name: choice for choice in choices}
        self._folded = {choice.name.casefold(): choice for choice in reversed(choices)}
        labels = [(normalise(label), choice) for choice in choices for label in choice.labels.values()]
        self._by_label = dict(reversed(labels))
        self._longest_first = sorted(self._by_label, key=len, reverse=True)

    def of(self, text: str) -> Choice | None:
        """Codes that a program made into numbers, such as 3.0, are whole numbers."""
        short = re.sub(r"\.0+$", "", text)
        return (
            self.by_code.get(text)
            or self.by_code.get(short)
            or self._folded.get(text.casefold())
            or self._by_label.get(normalise(text))
        )

    def split(self, text: str) -> list[str]:
        """The options that a cell lists: codes or labels between blanks, or between other signs."""
        words = text.split()
        if all(self.of(word) for word in words) or (self.of(text) is not None and len(words) == 1):
            return words
        for mark in (";", "|", "\n", ","):
            parts = [part.strip() for part in text.split(mark) if part.strip()]
            if len(parts) > 1 and all(self.of(part) for part in parts):
                return parts
        labels = self._labels_in(normalise(text))
        return labels if labels is not None else words

    def _labels_in(self, rest: str) -> list[str] | None:
        """Labels written one after the other with blanks between, as KoboToolbox does; None when they are not."""
        found = []
        while rest:
            label = next((t for t in self._longest_first if rest == t or rest.startswith(f"{t} ")), None)
            if label is None:
                return None
            found.append(label)
            rest = rest[len(label) :].strip()
        return found


def _several(
    frame: pd.DataFrame,
    question: Question,
    plain: str,
    whole: str | None,
    held: Sequence[tuple[str, Part]],
    wording: Wording,
    notes: list[Note],
) -> pd.Series:
    """The options chosen, from the column that lists them and from those of each option."""
    options = _Options(wording.form.choices_of(question))
    listed = text_column(whole, frame[whole]) if whole is not None else None
    spread = [(part.option or "", name) for name, part in held if part.kind == "option"]
    states = np.full((len(frame), len(spread)), _EMPTY, dtype=np.int8)
    for place, (code, name) in enumerate(spread):
        states[:, place] = _state(text_column(name, frame[name]), options.of(code), code, notes)
    patterns, pattern = _distinct_rows(states)
    labels = np.full(len(frame), -1) if listed is None else listed.labels
    pairs, pair = _distinct_rows(np.column_stack([labels, pattern]))
    counts = np.bincount(pair, minlength=len(pairs)).tolist()
    _, first = np.unique(pair, return_index=True)
    words: list[str | None] = []
    none, partly = 0, 0
    for (label, at), count, place in zip(pairs.tolist(), counts, first.tolist()):
        marked = [code for (code, _), state in zip(spread, patterns[at]) if state == _YES]
        codes = marked
        if label >= 0 and listed is not None:
            codes = _codes(options, listed.values[label])
            asked = bool(spread) and (patterns[at] != _EMPTY).any()
            if asked and _names(options, codes) != _names(options, marked):
                other = LIST_SEPARATOR.join(marked) or NONE
                rows = {"rows": count, "other": other}
                notes.append(Note("survey_options_disagree", plain, listed.raws[label], place, rows))
        elif marked and listed is not None:
            rows = {"rows": count, "other": LIST_SEPARATOR.join(marked)}
            notes.append(Note("survey_options_unlisted", plain, None, place, rows))
        if codes:
            words.append(LIST_SEPARATOR.join(_word(options, code, wording) for code in dict.fromkeys(codes)))
        elif spread and (patterns[at] == _NO).all():
            words.append(NONE)
            none += count
        else:
            words.append(None)
            partly += count if (patterns[at] == _NO).any() else 0
    if none:
        notes.append(Note("survey_none_chosen", plain, None, words={"rows": none}))
    if partly:
        notes.append(Note("survey_options_partly", plain, None, words={"rows": partly}))
    if listed is not None:
        _report_unknown(options, listed, plain, notes)
    return pd.Series(np.array([*words, None], dtype=object)[:-1][pair], dtype=object)


def _codes(options: _Options, text: str) -> list[str]:
    return [choice.name if (choice := options.of(part)) else part for part in options.split(text)]


def _names(options: _Options, codes: Sequence[str]) -> set[str]:
    return {choice.name if (choice := options.of(code)) else code for code in codes}


def _word(options: _Options, code: str, wording: Wording) -> str:
    choice = options.of(code)
    return code.replace(LIST_SEPARATOR, ",") if choice is None else wording.word(choice)


def _report_unknown(options: _Options, listed: TextColumn, plain: str, notes: list[Note]) -> None:
    counts = np.bincount(listed.labels[listed.filled], minlength=len(listed.values))
    unknown: dict[str, int] = {}
    for value, count in zip(listed.values, counts.tolist()):
        for part in options.split(value):
            if count and options.of(part) is None:
                unknown[part] = unknown.get(part, 0) + count
    for part, count in unknown.items():
        notes.append(Note("survey_choice_unknown", plain, part, words={"rows": count}))


def _state(column: TextColumn, choice: Choice | None, code: str, notes: list[Note]) -> np.ndarray:
    """(n,) _YES, _NO or _EMPTY of one option: 0 or 1, true or false, or its own code or label."""
    own = {normalise(code)}
    if choice is not None:
        own |= {normalise(text) for text in (choice.name, *choice.labels.values())}
    counts = np.bincount(column.labels[column.filled], minlength=len(column.values))
    states = []
    for value, raw, count in zip(column.values, column.raws, counts.tolist()):
        word = normalise(value)
        if word in CHOSEN:
            states.append(_YES)
        elif word in NOT_CHOSEN:
            states.append(_NO)
        elif word in own and word:
            states.append(_YES)
        else:
            states.append(_EMPTY)
            if word and count:
                notes.append(Note("survey_option_unreadable", column.name, raw, words={"rows": count}))
    return np.array([*states, _EMPTY], dtype=np.int8)[column.labels]


def _distinct_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct rows of a table of whole numbers, and (n,) which of them each row is."""
    key = np.zeros(len(table), dtype=np.int64)
    for column in table.T:
        key, _ = pd.factorize(key * (int(column.max(initial=0)) + 2) + column + 1)
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    return table[first], inverse.reshape(-1)


def _point(
    frame: pd.DataFrame, plain: str, whole: str | None, held: Mapping[str, str]
) -> dict[str, pd.Series]:
    """plain_latitude, plain_longitude, plain_altitude and plain_precision, as they were written.

    Where columns of their own are absent or blank, they come from the cells "latitude longitude altitude
    precision"; cells that are not so written stay in a column of the plain name.
    """
    columns = {f"{plain}_{part}": frame[held[part]].astype(object) for part in POINT_PARTS if part in held}
    if whole is None:
        return columns
    texts = frame[whole].astype(object)
    numbers = texts.str.extract(r"^\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+(-?[\d.]+))?(?:\s+([\d.]+))?\s*$")
    for place, part in enumerate(POINT_PARTS):
        name = f"{plain}_{part}"
        given = columns.get(name)
        taken = numbers[place].astype(object)
        columns[name] = taken if given is None else given.where(given.notna() & (given != ""), taken)
    strange = numbers[0].isna() & texts.notna() & (texts != "")
    if strange.any():
        columns[plain] = texts.where(strange, None)
    return columns
