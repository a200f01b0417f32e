"""An export of KoboToolbox or ODK as one flat table with plain question names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..exceptions import FormError
from ..wording import say
from .notes import Note
from .survey_answers import Wording, answers_of
from .survey_columns import (
    Part,
    flat_names,
    guessed_form,
    is_platform,
    is_technical,
    parts_by_order,
    parts_of,
)
from .survey_form import SurveyForm, is_meta
from .survey_repeats import RepeatTable, join_slots, named_table, row_keys

_NUMBERED = re.compile(r"(?P<repeat>[^\[\]]+)\[(?P<slot>\d{1,3})\]/(?P<rest>.+)")


@dataclass(frozen=True)
class FlatSurvey:
    """A row for each submission, columns of text (None for empty), and what was met on the way."""

    frame: pd.DataFrame
    notes: tuple[Note, ...]


def flatten(
    frame: pd.DataFrame,
    form: SurveyForm | None = None,
    repeats: Sequence[RepeatTable] = (),
    *,
    language: str = "en",
    known: Callable[[str], bool] | None = None,
) -> FlatSurvey:
    """The export of a survey with one column for each question, under the question's name.

    frame: text columns of the main table, headers as names or labels, with or without groups. form: without
    it, what the columns themselves suggest. repeats: tables of repeat groups; their rows become columns
    repeat1_question, repeat2_question, ... of the row they belong to. language: of the labels that options
    get ("fr", "en", ...). known: whether a vocabulary has a word; then a label that none has gives way to
    another label or the code that one has.

    Answers with several options are joined with ";"; "none" where all were answered no; empty where nothing
    was answered. Points are question_latitude, question_longitude, ... Rows keep their order and number.
    Raises FormError when the form has none of the columns, or a repeat cannot be joined.
    """
    notes: list[Note] = []
    tables = _placed(repeats, form)
    main = _table(frame, form, (), language, known, notes)
    # Inner repeats first, so that outer ones take their columns along.
    ready: dict[tuple[str, ...], tuple[pd.DataFrame, pd.DataFrame]] = {(): (frame, main)}
    for path, table in tables.items():
        inside: list[Note] = []
        flat = _table(table, form, path if form is not None else (), language, known, inside)
        # Their rows are no rows of the import.
        notes.extend(replace(note, field=f"{path[-1]}/{note.field}", place=-1) for note in inside)
        ready[path] = (table, flat)
    for path in sorted(tables, key=len, reverse=True):
        above = next(path[:end] for end in range(len(path) - 1, -1, -1) if path[:end] in ready)
        raw, flat = ready[path]
        raw_above, flat_above = ready[above]
        keys_above, keys, column = row_keys(raw_above, raw, nested=bool(above))
        answers = flat[[name for name in flat.columns if name != column and not is_technical(name)]]
        joined, found = join_slots(flat_above, keys_above, answers, keys, path[-1])
        notes.extend(found)
        ready[above] = (raw_above, joined)
    return FlatSurvey(ready[()][1], tuple(notes))


def reads_flat(source_columns: Iterable[str], flat: Iterable[str], raw: Iterable[str]) -> bool:
    """Whether a profile reads the flat table of a survey, not the export as it is.

    The flat one, unless the profile knows more columns of the export: names of groups and options that the
    flat one has no more. source_columns: of the profile. flat, raw: the headers.
    """
    wanted = {name.casefold() for name in source_columns}
    in_flat, in_raw = (len(wanted & {name.casefold() for name in header}) for header in (flat, raw))
    return in_flat >= in_raw


def _placed(repeats: Sequence[RepeatTable], form: SurveyForm | None) -> dict[tuple[str, ...], pd.DataFrame]:
    """The tables by the path of their repeat: by name, else by the questions that their columns hold."""
    placed: dict[tuple[str, ...], pd.DataFrame] = {}
    for table in repeats:
        path: tuple[str, ...] = (re.split(r"[/\\-]| — ", table.name.strip())[-1].strip() or "repeat",)
        if form is not None:
            by_name = {repeat[-1]: repeat for repeat in form.repeats}
            name = named_table(table.name, list(by_name))
            if name is not None:
                path = by_name[name]
            elif form.repeats:
                columns = list(table.frame.columns)
                held = {repeat: len(parts_of(columns, form, repeat)) for repeat in form.repeats}
                best = max(form.repeats, key=lambda repeat: held[repeat])
                path = best if held[best] else path
        while path in placed:
            path = (*path[:-1], f"{path[-1]}_")
        placed[path] = table.frame
    return placed


def _table(
    frame: pd.DataFrame,
    form: SurveyForm | None,
    scope: tuple[str, ...],
    language: str,
    known: Callable[[str], bool] | None,
    notes: list[Note],
) -> pd.DataFrame:
    """One table of an export: answers first, then the columns that no question explains, as they are."""
    frame = frame.reset_index(drop=True)
    numbered = _numbered(frame)
    inner = {name for columns in numbered.values() for name in columns}
    outside = frame[[name for name in frame.columns if name not in inner]]
    used = form if form is not None else guessed_form(outside)
    parts = parts_of(list(outside.columns), used, scope)
    by_order = parts_by_order(list(outside.columns), used, scope, parts)
    notes.extend(Note("survey_label_order", name, part.question.name) for name, part in by_order.items())
    parts.update(by_order)
    if form is not None and not scope and not parts and not numbered:
        raise FormError(
            say("No column of the table is a question of the form; choose the form of this survey, or none.")
        )
    names = flat_names(used, scope)
    wording = Wording(used, used.language(language), known)
    columns, found = answers_of(outside, parts, names, wording)
    notes.extend(found)
    if form is not None:
        _report_columns(outside, form, scope, parts, names, notes)
    else:
        _report_guesses(parts, names, notes)
    for name in outside.columns:
        if name not in parts:
            columns.setdefault(name, outside[name])
    flat = pd.DataFrame({name: cells.to_numpy(dtype=object) for name, cells in columns.items()}, frame.index)
    for (repeat, slot), held in numbered.items():
        below = frame[list(held)].set_axis(list(held.values()), axis=1)
        path = _repeat_path(form, repeat)
        inside = _table(below, form, path, language, known, notes)
        flat = flat.join(inside.add_prefix(f"{path[-1] if path else repeat}{slot}_"), rsuffix="_2")
    return flat.where(flat.notna() & (flat != ""), None)


def _numbered(frame: pd.DataFrame) -> dict[tuple[str, int], dict[str, str]]:
    """Columns group/repeat[1]/question of a table that spreads its repeats, by repeat and number."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for name in frame.columns:
        match = _NUMBERED.fullmatch(name)
        if match is not None:
            repeat = match["repeat"].rpartition("/")[2]
            found.setdefault((repeat, int(match["slot"])), {})[name] = match["rest"]
    return found


def _repeat_path(form: SurveyForm | None, repeat: str) -> tuple[str, ...]:
    if form is None:
        return ()
    return next((path for path in form.repeats if path[-1] == repeat), ())


def _report_columns(
    frame: pd.DataFrame,
    form: SurveyForm,
    scope: tuple[str, ...],
    parts: dict[str, Part],
    names: dict,
    notes: list[Note],
) -> None:
    """Columns that the form lacks, and questions that the export lacks."""
    for name in frame.columns:
        if name not in parts and not is_platform(name):
            cells = frame[name]
            filled = int((cells.notna() & (cells != "")).sum())
            notes.append(Note("survey_column_unknown", name, None, words={"rows": filled}))
        elif name in parts and parts[name].kind == "option":
            choices = form.choices_of(parts[name].question)
            if parts[name].option not in {choice.name for choice in choices}:
                notes.append(Note("survey_option_unknown", name, parts[name].option))
    held = {part.question for part in parts.values()}
    for question, plain in names.items():
        if question not in held and not is_meta(question):
            notes.append(Note("survey_question_absent", plain, None))


def _report_guesses(parts: dict[str, Part], names: dict, notes: list[Note]) -> None:
    """Columns of options that were taken for one question without a form that says so."""
    counts: dict[str, int] = {}
    for part in parts.values():
        if part.kind == "option":
            plain = names[part.question]
            counts[plain] = counts.get(plain, 0) + 1
    for plain, number in counts.items():
        notes.append(Note("survey_options_joined", plain, None, words={"n": number}))
