"""Armed and state actors of visits: slots without gaps, classes, frequencies, behaviours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import BEHAVIOURS, LIST_SEPARATOR, NO, NOT_ASKED, UNKNOWN, YES
from ..vocabulary import take
from .profile import ActorLayout
from .reader import Reader, join_lists, split_words
from .rows import Rows, counted
from .source import TextColumn, integers

NONE = "none"
UNCLASSIFIED = "unknown"
GROUP_KINDS = ("group",)


@dataclass(frozen=True)
class Actors:
    """The actors of all rows, and what they say about each row.

    table: one row per actor: row (place in the source), slot, name, actor_class, frequency,
    frequency_raw, one column per behaviour. presence: (n,) what the type column says, for sources
    that have no question for it.
    """

    table: pd.DataFrame
    presence: np.ndarray


def read_actors(reader: Reader, rows: Rows) -> Actors:
    """Actors of visits; answers in slots where no actor is named are reported and left out."""
    layout = reader.profile.actors
    slots = [_slot(reader, slot, rows) for slot in range(1, layout.slots + 1)] or [_nobody()]
    presence = np.full(reader.n, NOT_ASKED, dtype=object)
    if layout.type_set:
        presence, unnamed = _classes_of_set(reader, slots, rows)
        slots += unnamed
    elif layout.type:
        first = _column(reader, layout.type.replace("{slot}", "1"))
        presence = _presence_of_types(reader, reader.codes(first, "actors", UNCLASSIFIED), slots)
    else:
        for slot in slots:
            named = [layout.class_by_name.get(name, layout.class_otherwise) for name in slot["name"]]
            slot["actor_class"] = np.array([code or UNCLASSIFIED for code in named], dtype=object)
        named = np.isin(np.arange(reader.n), np.concatenate([slot["row"] for slot in slots]))
        asked = any(
            reader.source.has(layout.name.replace("{slot}", str(n))) for n in range(1, layout.slots + 1)
        )
        presence = take([UNKNOWN if asked else NOT_ASKED, YES], named.astype(int))
    slots = [slot for slot in slots if len(slot)] or slots[:1]
    columns = {name: pd.concat([slot[name] for slot in slots]).array for name in slots[0]}
    order = np.lexsort((columns["slot"], columns["row"]))
    table = pd.DataFrame({name: column[order] for name, column in columns.items()}, copy=False)
    row, slot = table["row"].to_numpy(), table["slot"].to_numpy()
    closed = counted(row)
    gaps = np.unique(row[closed != slot])
    reader.findings.each("actor_gap", gaps, _all_slots(layout))
    table["slot"] = closed
    return Actors(table, presence)


def _nobody() -> pd.DataFrame:
    """The actors of a slot that the source does not have."""
    columns = ("row", "slot", "name", "actor_class", "frequency", "frequency_raw", *BEHAVIOURS)
    nobody = pd.DataFrame({column: np.array([], dtype=object) for column in columns})
    return nobody.astype({"row": int, "slot": int}).assign(frequency=integers(np.array([])))


def _presence_of_types(reader: Reader, first: np.ndarray, slots: list[pd.DataFrame]) -> np.ndarray:
    """(n,) presence where no question asks for it: yes with an actor, no where the first type says none."""
    presence = take([UNKNOWN, NO], (first == NONE).astype(int))
    for slot in slots:
        presence[slot["row"].to_numpy(dtype=int)] = YES
    return presence


def _slot(reader: Reader, slot: int, rows: Rows) -> pd.DataFrame:
    """The actors in one slot."""
    layout, source, findings = reader.profile.actors, reader.source, reader.findings
    at = str(slot)
    name = _column(reader, layout.name.replace("{slot}", at))
    kinds = _column(reader, layout.type.replace("{slot}", at)) if layout.type else _empty("type", reader.n)
    classes = reader.codes(kinds, "actors", UNCLASSIFIED)
    typed = (classes != NONE) & ~reader.unanswered(kinds, "actors")
    nobody = [reader.match(value, "actors").code == NONE for value in name.values]
    silent = reader.unanswered(name, "actors")
    named = ~silent & ~np.append(np.array(nobody, dtype=bool), False)[name.labels]
    told = np.array([reader.match(value, "actors").how == "unanswered" for value in name.values], dtype=bool)
    findings.per_value("unanswered", name, told)
    there = (typed | named) & rows.are("visit", "third_party")
    classes = np.where(typed, classes, UNCLASSIFIED)
    if layout.type:
        findings.each("actor_without_type", there & ~typed, name.name, name.raw())
        findings.each("actor_without_name", there & ~named, kinds.name, kinds.raw())

    pattern = layout.frequency
    frequency = _column(reader, pattern.replace("{slot}", at)) if pattern else _empty("frequency", reader.n)
    ranks = reader.vocabulary("frequency").attribute("rank")
    words = reader.codes(frequency, "frequency", None)
    rank = np.array([ranks.get(word) for word in words[there]], dtype=float)
    absent = rows.are("visit", "third_party") & ~there
    findings.per_value("slot_without_actor", frequency, np.ones(len(frequency.values), bool), rows=absent)

    data = {
        "row": np.flatnonzero(there),
        "slot": slot,
        "name": np.where(silent, None, name.text())[there],
        "actor_class": classes[there],
        "frequency": integers(rank),
        "frequency_raw": frequency.text()[there],
    }
    for behaviour in BEHAVIOURS:
        pattern = layout.behaviours.get(behaviour)
        column = source.column(pattern.replace("{slot}", at)) if pattern else None
        if column is None:
            data[behaviour] = NOT_ASKED
        else:
            data[behaviour] = reader.answered(column, behaviour, "yes_no", rows.date)[there]
            findings.per_value("slot_without_actor", column, np.ones(len(column.values), bool), rows=absent)
    return pd.DataFrame(data, copy=False)


def _classes_of_set(
    reader: Reader, slots: list[pd.DataFrame], rows: Rows
) -> tuple[np.ndarray, list[pd.DataFrame]]:
    """Give named actors the class of the row's set of types, and make actors of sets without names.

    Some names tell the class by themselves; else one type in the set is that of all actors, and of
    several the profile's list of names tells.
    Returns what the set says about presence, and the unnamed actors.
    """
    layout = reader.profile.actors
    column = _column(reader, layout.type_set)
    sets: list[list[str]] = []
    answers: list[str] = []
    for label, value in enumerate(column.values):
        whole = reader.match(value, "actors").how == "unanswered"
        words = split_words(value, None if whole else layout.separator)
        if any(reader.match(word, "actors").how == "unknown" for word in words):
            reader.findings.per_value("unknown_value", column, np.arange(len(column.values)) == label)
        matches = [reader.match(word, "actors") for word in words]
        silent = [match.how == "unanswered" for match in matches]
        found = [match.code or UNCLASSIFIED for match in matches if match.how != "unanswered"]
        sets.append([code for code in dict.fromkeys(found) if code != NONE])
        answers.append(YES if sets[-1] else UNKNOWN if any(silent) or not words else NO)
        if any(silent):
            reader.findings.per_value("unanswered", column, np.arange(len(column.values)) == label)
    presence = np.array([*answers, UNKNOWN], dtype=object)[column.labels]

    named = np.zeros(reader.n, dtype=bool)
    for table in slots:
        places = table["row"].to_numpy()
        named[places] = True
        options = [sets[label] if label >= 0 else [] for label in column.labels[places]]
        told = [
            layout.class_by_name.get(name)
            or (found[0] if len(found) == 1 else layout.class_of_several.get(name, UNCLASSIFIED))
            for found, name in zip(options, table["name"])
        ]
        table["actor_class"] = pd.Series(told, index=table.index, dtype=object)
    places = np.flatnonzero((presence == YES) & ~named & rows.are("visit", "third_party"))
    if not places.size:
        return presence, []
    found = [
        (place, slot, code) for place in places for slot, code in enumerate(sets[column.labels[place]], 1)
    ]
    unnamed = pd.DataFrame(found, columns=["row", "slot", "actor_class"])
    unnamed = unnamed.assign(name=None, frequency=integers(np.full(len(unnamed), np.nan)))
    unnamed["frequency_raw"] = None
    for behaviour in BEHAVIOURS:
        unnamed[behaviour] = UNKNOWN if behaviour in layout.behaviours else NOT_ASKED
    return presence, [unnamed.astype({"name": object, "frequency_raw": object})]


def _all_slots(layout: ActorLayout) -> str:
    """The name columns of all slots in short, for findings: armed_group1..3; the set of types without slots."""
    if not layout.slots:
        return layout.type_set or ""
    return layout.name.replace("{slot}", f"1..{layout.slots}")


def _column(reader: Reader, name: str) -> TextColumn:
    return reader.source.column(name) or _empty(name, reader.n)


def _empty(name: str, n: int) -> TextColumn:
    return TextColumn(name, np.full(n, -1), [], [])


def actor_names(actors: Actors, n: int) -> np.ndarray:
    """(n,) names of each row's actors, joined, each once; None for none."""
    row, slot = actors.table["row"].to_numpy(dtype=int), actors.table["slot"].to_numpy(dtype=int)
    name = actors.table["name"].to_numpy(dtype=object)
    parts = []
    for each in np.unique(slot):
        labels = np.full(n, -1)
        labels[row[slot == each]], names = pd.factorize(name[slot == each])
        parts.append((labels, list(names)))
    return join_lists(parts, n)


def worst_class(reader: Reader, actors: Actors, presence: np.ndarray) -> np.ndarray:
    """(n,) the gravest class among each row's actors; none when nobody was there, else unknown."""
    severity = reader.vocabulary("actors").attribute("severity")
    by_severity = sorted(severity, key=severity.__getitem__)
    rank = {code: place for place, code in enumerate(by_severity)}
    worst = take([UNCLASSIFIED, NONE], (presence == NO).astype(int))
    labels, codes = pd.factorize(actors.table["actor_class"].to_numpy(dtype=object))
    ranks = np.full(reader.n, -1)
    of_codes = np.array([rank.get(code, -1) for code in codes], dtype=int)
    np.maximum.at(ranks, actors.table["row"].to_numpy(dtype=int), of_codes[labels])
    classed = ranks >= 0
    worst[classed] = take(by_severity, ranks[classed])
    return worst


def report_contradictions(
    reader: Reader, actors: Actors, presence: np.ndarray, interference: np.ndarray, rows: Rows
) -> None:
    """Warnings on answers about armed actors that do not go together."""
    findings, table = reader.findings, actors.table
    vocabulary = reader.vocabulary("actors")
    kind, conduct = vocabulary.attribute("kind"), vocabulary.attribute("conduct")
    place = table["row"].to_numpy()
    acts = np.zeros(len(table), dtype=bool)
    for behaviour in BEHAVIOURS:
        acts |= table[behaviour].to_numpy(dtype=object) == YES
    groups = table["actor_class"].map(kind).isin(GROUP_KINDS).to_numpy(dtype=bool)
    conducts = table["actor_class"].map(conduct).to_numpy(dtype=object)
    some, acting, group = (np.zeros(reader.n, bool) for _ in range(3))
    some[place], acting[place[acts]], group[place[groups]] = True, True, True
    visits = rows.are("visit", "third_party")
    presence_name = reader.profile.columns.get("presence", reader.profile.actors.type_set)
    interference_name = reader.profile.columns.get("interference")
    names = table["name"].to_numpy(dtype=object)
    for rule, chosen in (
        ("no_interference_with_behaviour", acts & (conducts == "no_interference")),
        ("interference_without_behaviour", ~acts & (conducts == "interference")),
    ):
        whose = (
            pd.Series(names[chosen], dtype=object).fillna("?").groupby(place[chosen]).agg(LIST_SEPARATOR.join)
        )
        raw = np.full(reader.n, None, dtype=object)
        raw[whose.index.to_numpy(dtype=int)] = whose.to_numpy(dtype=object)
        findings.each(rule, whose.index.to_numpy(dtype=int), _all_slots(reader.profile.actors), raw)
    findings.each("interference_no_with_behaviour", visits & (interference == NO) & acting, interference_name)
    findings.each(
        "interference_blank_with_behaviour", visits & (interference == UNKNOWN) & acting, interference_name
    )
    findings.each(
        "interference_blank_with_group",
        visits & (interference == UNKNOWN) & group & ~acting,
        interference_name,
    )
    findings.each("presence_no_with_actor", visits & (presence == NO) & some, presence_name)
    if reader.profile.actors.slots or reader.profile.actors.type_set:
        findings.each("presence_yes_without_actor", visits & (presence == YES) & ~some, presence_name)
