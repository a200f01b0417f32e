"""A profile document as a list of places to fill, as a person who maps columns goes through them."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..tables import BEHAVIOURS
from ..vocabulary import Vocabulary, normalise
from .profile import Profile
from .reader import split_words
from .source import SourceTable, TextColumn
from .table_entries import RECODED

# Places are atlas columns; those of lists and actors are written with a dot.
LISTS = {"minerals": 3, "services": 4}
_ACTOR_TEXTS = ("name", "type", "type_set", "frequency")
ACTOR_PLACES = (*_ACTOR_TEXTS, *BEHAVIOURS)
GROUPS: dict[str, tuple[str, ...]] = {
    "site": ("pcode", "name", "admin1", "admin2", "admin3", "admin4", "village"),
    "visit": ("visit_date", "project", "source", "on_site", "not_visited_reason", "vid", "comment"),
    "place": ("longitude", "latitude", "geometry", "location_origin"),
    "answers": (
        *(f"minerals.{number}" for number in range(1, LISTS["minerals"] + 1)),
        *("workers", "children", "children_number", "children_work"),
        *("women", "women_number", "women_work", "mercury", "is_3t", "is_gold"),
        *("access_dry", "access_wet", "mechanisation", "injured", "dead"),
    ),
    "actors": ("presence", "interference", *(f"actors.{name}" for name in ACTOR_PLACES)),
    "lists": (
        *(f"services.{number}" for number in range(1, LISTS["services"] + 1)),
        *("traceability", "traceability_programme", "qualification"),
    ),
}
PLACES = tuple(place for places in GROUPS.values() for place in places)
_EXAMPLES = 3
_LONGEST_EXAMPLE = 40


def assigned(document: Mapping[str, Any]) -> dict[str, str]:
    """Source column by place. Columns of actors may hold "{slot}"."""
    columns = dict(document.get("columns", {}))
    for name, count in LISTS.items():
        for number, column in enumerate(document.get(name, {}).get("columns", [])[:count], start=1):
            columns[f"{name}.{number}"] = column
    actors = document.get("actors", {})
    for name in _ACTOR_TEXTS:
        if actors.get(name):
            columns[f"actors.{name}"] = actors[name]
    for name, column in actors.get("behaviours", {}).items():
        columns[f"actors.{name}"] = column
    comment = document.get("comment", [])
    return {**columns, **({"comment": comment[0]} if comment else {})}


def with_assigned(document: Mapping[str, Any], columns: Mapping[str, str], slots: int) -> dict[str, Any]:
    """The document with the columns of all places replaced; entries that no place stands for are kept.

    slots: how many actors a column with "{slot}" stands for.
    """
    changed = copy.deepcopy(dict(document))
    flat = {place for place in PLACES if "." not in place and place != "comment"}
    kept = {key: column for key, column in changed.get("columns", {}).items() if key not in flat}
    changed["columns"] = {
        **kept,
        **{place: columns[place] for place in PLACES if place in flat & set(columns)},
    }
    for name, count in LISTS.items():
        shown = [columns[place] for n in range(1, count + 1) if (place := f"{name}.{n}") in columns]
        more = changed.get(name, {}).get("columns", [])[count:]
        entry = {**changed.pop(name, {}), "columns": [*dict.fromkeys([*shown, *more])]}
        if entry["columns"]:
            changed[name] = entry
    more = changed.pop("comment", [])[1:]
    if "comment" in columns:
        changed["comment"] = [columns["comment"], *more]
    before = changed.pop("actors", {})
    actors = {**before, "behaviours": {}}
    for name in _ACTOR_TEXTS:
        actors.pop(name, None)
        if f"actors.{name}" in columns:
            actors[name] = columns[f"actors.{name}"]
    actors["behaviours"] = {n: columns[f"actors.{n}"] for n in BEHAVIOURS if f"actors.{n}" in columns}
    if "name" in actors:
        if actors["name"] != before.get("name") or "slots" not in before:
            actors["slots"] = slots if "{slot}" in actors["name"] else 1
        changed["actors"] = actors
    return changed


def slot_patterns(header: Sequence[str], most: int = 3) -> dict[str, int]:
    """Names such as "group{slot}" that stand for columns numbered 1, 2 ..., and how many there are."""
    present = set(header)
    patterns: dict[str, int] = {}
    for name in header:
        for place, letter in enumerate(name):
            if letter != "1":
                continue
            pattern = f"{name[:place]}{{slot}}{name[place + 1 :]}"
            count = 1
            while count < most and pattern.replace("{slot}", str(count + 1)) in present:
                count += 1
            if count > 1:
                patterns[pattern] = count
    return patterns


def column_examples(frame: pd.DataFrame) -> dict[str, str]:
    """Some of the first values of each column, in one line."""
    examples = {}
    for name in frame.columns:
        head = frame[name].head(1000).astype(object)
        values = dict.fromkeys(str(value).strip() for value in head if pd.notna(value) and str(value).strip())
        cut = [f"{v[: _LONGEST_EXAMPLE - 1]}…" if len(v) > _LONGEST_EXAMPLE else v for v in values]
        examples[name] = " | ".join(cut[:_EXAMPLES])
    return examples


@dataclass(frozen=True)
class CodedWord:
    """A word of a coded column: in how many rows, its code, and how that was found.

    how: chosen (by the profile), listed, variant, pattern, or unknown (code None).
    """

    target: str
    word: str
    rows: int
    code: str | None
    how: str


def coded_words(
    frame: pd.DataFrame, profile: Profile, vocabularies: Mapping[str, Vocabulary]
) -> dict[str, list[CodedWord]]:
    """The words of all coded columns that a profile maps, by what they are recoded as; unknown ones first."""
    source = SourceTable(frame, profile.missing_words)
    profile = profile.fitted(frame.columns)
    found: dict[str, list[CodedWord]] = {}
    for target, kind in RECODED.items():
        columns, separator = _columns_of(profile, target)
        counts: dict[str, int] = {}
        for column in filter(None, map(source.column, columns)):
            for word, rows in _counted(column, separator):
                counts[word] = counts.get(word, 0) + rows
        if not counts:
            continue
        vocabulary = vocabularies[profile.vocabularies[kind]]
        chosen = profile.recode.get(target, {})
        words = []
        for word, rows in counts.items():
            match = vocabulary.match(word)
            if normalise(word) in chosen:
                words.append(CodedWord(target, word, rows, chosen[normalise(word)], "chosen"))
            else:
                words.append(CodedWord(target, word, rows, match.code, match.how))
        found[target] = sorted(words, key=lambda word: (word.how != "unknown", -word.rows))
    return found


def _columns_of(profile: Profile, target: str) -> tuple[Sequence[str | None], str | None]:
    """The columns that hold the words of a target, and what separates words in one cell."""
    actors = profile.actors
    slots = range(1, actors.slots + 1)
    if target in LISTS:
        layout = getattr(profile, target)
        return layout.columns, layout.separator
    if target == "actors":
        patterns = [actors.type]
    elif target == "frequency":
        patterns = [actors.frequency]
    elif target in BEHAVIOURS:
        patterns = [actors.behaviours.get(target)]
    else:
        separator = "," if target.endswith("_work") else None
        return [profile.columns.get(target)], separator
    columns = [p.replace("{slot}", str(slot)) for p in patterns if p for slot in slots]
    if target == "actors" and actors.type_set:
        return [*columns, actors.type_set], actors.separator
    return columns, None


def _counted(column: TextColumn, separator: str | None) -> list[tuple[str, int]]:
    counts = np.bincount(column.labels[column.filled], minlength=len(column.values)).tolist()
    return [
        (word, rows)
        for value, rows in zip(column.values, counts)
        if rows
        for word in split_words(value, separator)
    ]
