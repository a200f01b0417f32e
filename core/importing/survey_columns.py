"""Which question of a form each column of an export holds, whatever way its header is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..vocabulary import normalise
from .source import text_column
from .survey_form import GEOPOINT, SELECT_MULTIPLE, Choice, Question, SurveyForm

POINT_PARTS = ("latitude", "longitude", "altitude", "precision")
CHOSEN = ("1", "1.0", "true", "yes", "oui", "vrai")
NOT_CHOSEN = ("0", "0.0", "false", "no", "non", "faux")
_MARKS = [
    "_uuid",
    "_submission_time",
    "_submission__uuid",
    "_submission__id",
    "__version__",
    "meta/instanceid",
    "meta/rootuuid",
    "formhub/uuid",
    "submissiondate",
    "key",
    "parent_key",
    "_validation_status",
    "_xform_id_string",
]
_DASHED = {"submissiondate", "parent_key", "meta/instanceid"}
_PLATFORM = [
    "key",
    "parent_key",
    "submissiondate",
    "deviceid",
    "username",
    "phonenumber",
    "instanceid",
    "instancename",
    "formversion",
    "submitterid",
    "submittername",
    "attachmentspresent",
    "attachmentsexpected",
    "status",
    "reviewstate",
    "edits",
    "start",
    "end",
    "today",
]
_POINT = re.compile(
    r"(?:_(?P<kobo>.+)_|(?P<odk>.+)[-.:/])(?P<part>latitude|longitude|altitude|precision|accuracy)", re.I
)
_XML_NAME = re.compile(r"[^\W\d][\w.\-]*")


@dataclass(frozen=True)
class Part:
    """What a column holds of a question: "answer", "option" (then `option` names it) or a part of a point."""

    question: Question
    kind: str
    option: str | None = None


def header_key(text: str) -> str:
    """Headers as they are compared: lower case, all separators of groups alike."""
    return re.sub(r"(?:\s*[/.:\-]+\s*)+", "/", normalise(text))


def is_export(header: Iterable[str]) -> bool:
    """Whether a table has columns that KoboToolbox or ODK add."""
    return not {header_key(name) for name in header}.isdisjoint(_MARKS)


def is_technical(name: str) -> bool:
    """Whether a column says nothing but where the platform keeps a row."""
    key = header_key(name)
    return key.rpartition("/")[2].startswith("_") or key in ("key", "parent_key") or key.startswith("set/of/")


def is_platform(name: str) -> bool:
    """Whether KoboToolbox or ODK add a column of that name."""
    key = header_key(name)
    return is_technical(name) or key in _PLATFORM or key.startswith(("meta/", "formhub/"))


def parts_of(header: Sequence[str], form: SurveyForm, scope: tuple[str, ...]) -> dict[str, Part]:
    """The columns that a form explains. scope: path of the repeat whose rows the table has, () for none.

    Names go before labels, whole paths before shorter ones; a spelling that several questions have
    explains nothing.
    """
    questions = [question for question in form.questions if question.repeat_path == scope]
    known: dict[str, Part] = {}
    for stage in (_whole_paths, _shorter_paths, _labels):
        fresh: dict[str, Part | None] = {}
        for question in questions:
            for text, part in stage(form, question):
                key = header_key(text)
                if fresh.setdefault(key, part) != part:
                    fresh[key] = None
        known = {**{key: part for key, part in fresh.items() if part is not None}, **known}
    found = {}
    for name in header:
        part = known.get(header_key(name)) or _further_option(name, known)
        if part is not None:
            found[name] = part
    return found


def parts_by_order(
    header: Sequence[str], form: SurveyForm, scope: tuple[str, ...], parts: Mapping[str, Part]
) -> dict[str, Part]:
    """Columns of labels that several questions have, told apart by their order.

    Exports without groups write such a label once for each question, in the order of the form; programs
    then make the names distinct (label, label_1 or label.1). Only where there are as many columns as questions.
    """
    spelt: dict[str, dict[Part, None]] = {}
    for question in form.questions:
        if question.repeat_path == scope:
            for text, part in _labels(form, question):
                spelt.setdefault(header_key(text), {})[part] = None
    columns: dict[str, list[str]] = {}
    for name in header:
        key = header_key(name)
        if len(spelt.get(key, ())) < 2:
            key = header_key(re.sub(r"[_.]\d+$", "", name))
        if len(spelt.get(key, ())) > 1 and name not in parts:
            columns.setdefault(key, []).append(name)
    found: dict[str, Part] = {}
    for key, names in columns.items():
        if len(names) == len(spelt[key]):
            found.update(zip(names, spelt[key]))
    return found


def flat_names(form: SurveyForm, scope: tuple[str, ...]) -> dict[Question, str]:
    """The plain names of questions; with their groups where several questions have one name."""
    questions = [question for question in form.questions if question.repeat_path == scope]
    names = [question.name.casefold() for question in questions]
    return {
        question: question.name
        if names.count(name) == 1
        else "/".join((*question.path[len(scope) :], question.name))
        for question, name in zip(questions, names)
    }


def guessed_form(frame: pd.DataFrame) -> SurveyForm:
    """The form that an export without one suggests: groups, options over 0/1 columns, and points.

    Columns a/x, a/y that hold nothing but 0, 1 and blanks are the options of a question a; other paths are
    groups. Everything else is a question whose answers are kept as they are.
    """
    keys = {header_key(name) for name in frame.columns}
    between = r"[/-]" if keys & _DASHED and "key" in keys else "/"
    points = _points_in(frame.columns)
    options: dict[tuple[str, ...], list[str]] = {}
    for name in frame.columns:
        *above, last = re.split(between, name)
        if above and not is_platform(name) and _is_flag(name, frame[name]):
            options.setdefault(tuple(above), []).append(last)
    options = {path: found for path, found in options.items() if len(found) > 1}
    questions: dict[tuple[str, ...], Question] = {}
    for name in frame.columns:
        path = tuple(re.split(between, name))
        if name in points:
            path, kind = points[name], GEOPOINT
        elif path in options or path[:-1] in options:
            path, kind = (path if path in options else path[:-1]), SELECT_MULTIPLE
        elif is_platform(name) or len(path) < 2 or not all(map(_XML_NAME.fullmatch, path)):
            continue
        else:
            kind = "text"
        lists = ("/".join(path),) if kind == SELECT_MULTIPLE else ()
        questions[path] = Question(kind, path[-1], path[:-1], None, {}, ({},) * (len(path) - 1), lists)
    return SurveyForm(
        questions=tuple(questions.values()),
        repeats=(),
        choices={"/".join(path): tuple(Choice(o, {}) for o in found) for path, found in options.items()},
        languages=("",),
        default_language="",
        title="",
    )


def _points_in(header: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The path of the point to which each column with a part of one belongs."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for name in header:
        above, mark, last = name.rpartition("/")
        match = _POINT.fullmatch(last) or (_POINT.fullmatch(name) if mark else None)
        if match is None:
            continue
        path = (match["kobo"] or match["odk"]).split("/")
        if match.string == last and above:
            path = [*above.split("/"), *path]
        found.setdefault(tuple(path), {})[match["part"].casefold()] = name
    whole = {path: parts for path, parts in found.items() if {"latitude", "longitude"} <= set(parts)}
    return {name: path for path, parts in whole.items() for name in parts.values()}


def _is_flag(name: str, cells: pd.Series) -> bool:
    words = {value.casefold() for value in text_column(name, cells).values if value}
    return bool(words) and words <= {"0", "1", "0.0", "1.0", "true", "false"}


def _whole_paths(form: SurveyForm, question: Question) -> Iterator[tuple[str, Part]]:
    yield from _spelt(form, question, question.path, question.name)


def _shorter_paths(form: SurveyForm, question: Question) -> Iterator[tuple[str, Part]]:
    for start in range(1, len(question.path) + 1):
        yield from _spelt(form, question, question.path[start:], question.name)


def _labels(form: SurveyForm, question: Question) -> Iterator[tuple[str, Part]]:
    for language in form.languages:
        label = question.labels.get(language)
        if not label:
            continue
        groups = [labels.get(language) or name for labels, name in zip(question.group_labels, question.path)]
        for start in range(len(groups) + 1):
            yield from _spelt(form, question, groups[start:], label, language)


def _spelt(
    form: SurveyForm, question: Question, groups: Sequence[str], name: str, language: str | None = None
) -> Iterator[tuple[str, Part]]:
    """The headers of a question's columns below some groups; of its label when a language is given."""
    whole = "/".join((*groups, name))
    yield whole, Part(question, "answer")
    if question.type == SELECT_MULTIPLE:
        for choice in form.choices_of(question):
            text = choice.name if language is None else choice.labels.get(language)
            if text:
                yield f"{whole}/{text}", Part(question, "option", choice.name)
    if question.type == GEOPOINT:
        for part in POINT_PARTS:
            yield "/".join((*groups, f"_{name}_{part}")), Part(question, part)
            yield f"{whole}/{part}", Part(question, part)
        yield f"{whole}/accuracy", Part(question, "precision")


def _further_option(name: str, known: dict[str, Part]) -> Part | None:
    """An option of a known question that the form does not list, such as one that was deleted later."""
    for mark in "/.-:":
        above, found, last = name.rpartition(mark)
        part = known.get(header_key(above)) if found and last else None
        if part is not None and part.kind == "answer" and part.question.type == SELECT_MULTIPLE:
            return Part(part.question, "option", last)
    return None
