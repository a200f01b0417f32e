"""XLSForms: the questions, repeats and choices of a survey made with KoboToolbox or ODK."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from ..exceptions import FormError
from ..wording import say

SELECT_ONE, SELECT_MULTIPLE = "select_one", "select_multiple"
GEOPOINT = "geopoint"
OTHER = "other"
# Rows of the survey sheet that take no answer.
_SILENT = ("note", "audit", "xml_external", "csv_external", "background_audio", "start_geopoint")
_META = ("start", "end", "today", "deviceid", "phonenumber", "username", "email", "simserial", "subscriberid")
_SELECTS = (
    (re.compile(r"select[ _]?(?:one|1)[ _]external\b"), SELECT_ONE),
    (re.compile(r"select[ _]?(?:one|1)[ _]from[ _]file\b"), SELECT_ONE),
    (re.compile(r"select[ _]multiple[ _]from[ _]file\b"), SELECT_MULTIPLE),
    (re.compile(r"select[ _]?(?:one|1)(?:[ _]from)?\b"), SELECT_ONE),
    (re.compile(r"select[ _](?:multiple|all[ _]that[ _]apply)(?:[ _]from)?\b"), SELECT_MULTIPLE),
    (re.compile(r"rank\b"), SELECT_MULTIPLE),
)
_FENCE = re.compile(r"(begin|end)[ _-]?(group|repeat|loop)\b")
_OR_OTHER = re.compile(r"\s+or[ _](?:specify[ _])?other\s*$", re.IGNORECASE)
_YES = ("yes", "true", "true()", "1", "oui", "vrai", "x")
_LANGUAGE_NAMES = {
    "en": ("english", "anglais"),
    "fr": ("french", "francais"),
    "sw": ("swahili", "kiswahili"),
    "ln": ("lingala",),
    "es": ("spanish", "espanol", "espagnol"),
    "pt": ("portuguese", "portugues", "portugais"),
}
_FIRST_ROW = 2  # of a sheet, below the header


@dataclass(frozen=True)
class Choice:
    """One option of a list; labels by language, "" for a column without one."""

    name: str
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """A row of the survey sheet that takes an answer.

    path: names of the groups and repeats around it, the outermost first. repeat: place in `path` of the
    innermost repeat, None outside of repeats. lists: its lists of choices; several where questions of one
    name are asked in turn, none for other types and for lists in files of their own.
    """

    type: str
    name: str
    path: tuple[str, ...]
    repeat: int | None
    labels: Mapping[str, str] = field(compare=False)
    group_labels: tuple[Mapping[str, str], ...] = field(compare=False)
    lists: tuple[str, ...]

    @property
    def repeat_path(self) -> tuple[str, ...]:
        """The path of the innermost repeat, empty outside of repeats."""
        return () if self.repeat is None else self.path[: self.repeat + 1]


@dataclass(frozen=True)
class SurveyForm:
    """A form as it was deployed. repeats: their paths, outer ones first. languages: "" is the unnamed one."""

    questions: tuple[Question, ...]
    repeats: tuple[tuple[str, ...], ...]
    choices: Mapping[str, tuple[Choice, ...]]
    languages: tuple[str, ...]
    default_language: str
    title: str

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """The options of a question; none where they stand in another file."""
        found: dict[str, Choice] = {}
        for list_name in question.lists:
            for choice in self.choices[list_name]:
                found.setdefault(choice.name, choice)
        return tuple(found.values())

    def language(self, wanted: str) -> str:
        """The language of the form for a code such as "fr"; the default one when it has no such language."""
        names = (wanted, *_LANGUAGE_NAMES.get(wanted, ()))
        for language in self.languages:
            code = re.search(r"\(([^)]+)\)\s*$", language)
            if (code and _plain(code.group(1)).split("-")[0] == wanted) or _plain(language) in names:
                return language
        for language in self.languages:
            if _plain(re.sub(r"\(.*", "", language)) in names:
                return language
        return self.default_language

    def label(self, labels: Mapping[str, str], language: str) -> str | None:
        """A label in a language of the form, else in its default one, else in any."""
        return labels.get(language) or labels.get(self.default_language) or next(iter(labels.values()), None)


def read_form(
    survey: pd.DataFrame, choices: pd.DataFrame | None = None, settings: pd.DataFrame | None = None
) -> SurveyForm:
    """A form from the sheets of an XLSForm.

    Frames of text, None, NaN or "" for empty; their headers are the column names or, where a program did
    not find them, stand in the first row that has them. Raises FormError naming sheet and row.
    """
    survey, first = _with_header(survey, ("type", "name"), "survey")
    lists = _read_choices(choices)
    questions: list[Question] = []
    repeats: list[tuple[str, ...]] = []
    around: list[tuple[str, str, Mapping[str, str], int]] = []
    met: dict[tuple[str, ...], tuple[int, int]] = {}  # place in questions, row
    for row, cells in _rows(survey, first):
        given = " ".join(cells.get("type", "").split())
        if not given or given.startswith("#") or cells.get("disabled", "").casefold() in _YES:
            continue
        fence = _FENCE.match(given.casefold())
        if fence and fence.group(1) == "end":
            if not around or around[-1][0] != fence.group(2):
                raise FormError(
                    say("Sheet survey, row {0}: '{1}' ends nothing that was begun; remove it.", row, given)
                )
            around.pop()
            continue
        name = cells.get("name", "")
        if not name and given.casefold() not in _SILENT:
            raise FormError(say("Sheet survey, row {0}: '{1}' has no name; give it one.", row, given))
        path = tuple(entry[1] for entry in around)
        labels = _labels(cells)
        if fence:
            around.append((fence.group(2), name, labels, row))
            if fence.group(2) == "repeat":
                repeats.append((*path, name))
            continue
        kind, list_name, with_other = _kind(given, row)
        if kind in _SILENT:
            continue
        if list_name is not None and list_name not in lists:
            raise FormError(
                say(
                    "Sheet survey, row {0}: the list '{1}' of '{2}' is not in the sheet choices; add "
                    "it there.",
                    row,
                    list_name,
                    name,
                )
            )
        inner = max((n for n, entry in enumerate(around) if entry[0] == "repeat"), default=None)
        groups = tuple(entry[2] for entry in around)
        named = () if list_name is None else (list_name,)
        question = Question(kind, name, path, inner, labels, groups, named)
        place, earlier = met.setdefault((*path, name), (len(questions), row))
        if earlier == row:
            questions.append(question)
        elif questions[place].type != kind:
            raise FormError(
                say(
                    "Sheet survey, row {0}: '{1}' is of another type than in row {2}; rename one.",
                    row,
                    name,
                    earlier,
                )
            )
        else:
            questions[place] = replace(questions[place], lists=(*questions[place].lists, *named))
        if with_other and list_name is not None:
            if OTHER not in {choice.name for choice in lists[list_name]}:
                lists[list_name] = (*lists[list_name], Choice(OTHER, {}))
            questions.append(replace(question, type="text", name=f"{name}_other", labels={}, lists=()))
    if around:
        kind, name, _, row = around[-1]
        raise FormError(
            say("Sheet survey, row {0}: the {1} '{2}' has no end; add 'end_{1}'.", row, kind, name)
        )
    if not questions:
        raise FormError(say("Sheet survey holds no questions; choose the XLSForm of the survey."))
    settled = _settings(settings)
    every = [labels for question in questions for labels in (question.labels, *question.group_labels)]
    every += [choice.labels for options in lists.values() for choice in options]
    languages = tuple(dict.fromkeys(language for labels in every for language in labels)) or ("",)
    default = settled.get("default_language", "")
    return SurveyForm(
        questions=tuple(questions),
        repeats=tuple(repeats),
        choices=lists,
        languages=languages,
        default_language=default if default in languages else languages[0],
        title=settled.get("form_title", settled.get("title", "")),
    )


def is_meta(question: Question) -> bool:
    """Whether the device answers a question, not a person."""
    return question.type in _META or question.type in ("calculate", "hidden")


def _kind(given: str, row: int) -> tuple[str, str | None, bool]:
    """Type, list of choices and whether "or other" is offered."""
    text = _OR_OTHER.sub("", given)
    for pattern, kind in _SELECTS:
        found = pattern.match(text.casefold())
        if found is None:
            continue
        rest = text[found.end() :].strip()
        if not rest:
            raise FormError(
                say("Sheet survey, row {0}: '{1}' names no list of choices; add its name.", row, given)
            )
        elsewhere = re.search(r"file|external", found.group()) or rest.startswith("${")
        return kind, None if elsewhere else rest.split()[0], text != given and not elsewhere
    word = "_".join(given.casefold().split())
    return {"gps": GEOPOINT, "location": GEOPOINT, "calculation": "calculate"}.get(word, word), None, False


def _read_choices(frame: pd.DataFrame | None) -> dict[str, tuple[Choice, ...]]:
    if frame is None:
        return {}
    frame, first = _with_header(frame, ("list_name", "name"), "choices")
    lists: dict[str, dict[str, Choice]] = {}
    for row, cells in _rows(frame, first):
        name, list_name = cells.get("name", ""), cells.get("list_name", "")
        if not name and not list_name:
            continue
        if not name or not list_name:
            lacking = "list_name" if name else "name"
            raise FormError(say("Sheet choices, row {0}: {1} is empty; fill it in.", row, lacking))
        # A name given twice is allowed by a setting; the first label counts, as in exports.
        lists.setdefault(list_name, {}).setdefault(name, Choice(name, _labels(cells)))
    return {list_name: tuple(options.values()) for list_name, options in lists.items()}


def _settings(frame: pd.DataFrame | None) -> dict[str, str]:
    if frame is None or frame.empty:
        return {}
    names = [_column_name(str(name)) for name in frame.columns]
    rows = [[_text(cell) for cell in row] for row in frame.itertuples(index=False)]
    if "form_title" not in names and "default_language" not in names and "form_id" not in names:
        names, rows = [_column_name(cell) for cell in rows[0]], rows[1:]
    return {name: cell for name, cell in zip(names, rows[0]) if cell} if rows else {}


def _with_header(frame: pd.DataFrame, needed: tuple[str, ...], sheet: str) -> tuple[pd.DataFrame, int]:
    """The frame under its header, and the row of the sheet in which its first row stands."""
    names = [_column_name(str(name)) for name in frame.columns]
    if set(needed) <= set(names):
        return frame.set_axis(names, axis=1), _FIRST_ROW
    for place, row in enumerate(frame.itertuples(index=False)):
        names = [_column_name(_text(cell)) for cell in row]
        if set(needed) <= set(names):
            return frame.iloc[place + 1 :].set_axis(names, axis=1), place + _FIRST_ROW
    raise FormError(
        say(
            "Sheet {0} has no columns {1}; choose the XLSForm that the survey was made with.",
            sheet,
            say(" and ").join(needed),
        )
    )


def _rows(frame: pd.DataFrame, first: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Number in the sheet and filled cells of each row; of columns with one name the first counts."""
    names = list(frame.columns)
    for number, row in enumerate(frame.itertuples(index=False), start=first):
        cells: dict[str, str] = {}
        for name, cell in zip(names, row):
            text = _text(cell)
            if name and text:
                cells.setdefault(name, text)
        yield number, cells


def _column_name(text: str) -> str:
    """label::French (fr), label:French and Label :: French are one; list name is list_name."""
    name, mark, language = text.strip().partition("::")
    if not mark:
        name, mark, language = text.strip().partition(":")
    name = "_".join(name.casefold().split())
    name = {"value": "name", "caption": "label"}.get(name, name)
    return f"{name}::{language.strip()}" if mark else name


def _labels(cells: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, text in cells.items():
        column, _, language = name.partition("::")
        if column == "label":
            found[language] = text
    return found


def _text(cell: object) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _plain(text: str) -> str:
    """Lower case without accents."""
    parts = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
