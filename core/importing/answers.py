"""What each row answers about the site: workers, minerals, services, traceability and the rest."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR, NO, NOT_ASKED, UNKNOWN, YES
from ..vocabulary import take
from .actors import Actors, actor_names, report_contradictions, worst_class
from .reader import Reader
from .rows import Rows

OTHER = "other"
# A mineral that no vocabulary knows may be gold or tin; one that the source calls other is neither.
_NOT_LISTED = "not listed"
_ON_THE_GROUND = ("visit", "third_party")
_DOUBTFUL = ("workers", "children_number", "women_number")


def read_answers(reader: Reader, rows: Rows, actors: Actors) -> dict[str, np.ndarray]:
    """(n,) columns of tables.CONDITIONS for all rows, plus children_work and women_work."""
    answers: dict[str, np.ndarray] = {}
    _minerals(reader, answers)
    answers["workers"] = reader.counts("workers")
    answers["mercury"] = reader.answers("mercury", dates=rows.date)
    for who in ("children", "women"):
        _people(reader, rows, who, answers)
    answers["presence"] = actors.presence
    if reader.column("presence") is not None:
        answers["presence"] = reader.answers("presence", dates=rows.date)
    answers["interference"] = reader.answers("interference", dates=rows.date)
    answers["actors"] = actor_names(actors, reader.n)
    answers["actor_class"] = worst_class(reader, actors, answers["presence"])
    for name, key in (("access_dry", "access_dry"), ("access_wet", "access_wet"), ("mechanisation",) * 2):
        answers[name] = reader.answers(name, key, rows.date)
    _services(reader, rows, answers)
    for name in ("injured", "dead"):
        answers[name] = reader.counts(name)
    known = np.isfinite(answers["injured"]) | np.isfinite(answers["dead"])
    answers["recall_months"] = np.where(known, float(reader.profile.recall_months or 0), np.nan)
    _report_figures(reader, rows, answers)
    report_contradictions(reader, actors, answers["presence"], answers["interference"], rows)
    return answers


def _minerals(reader: Reader, answers: dict[str, np.ndarray]) -> None:
    _, minerals = reader.lists(reader.profile.minerals, "minerals", _NOT_LISTED)
    labels, lists = pd.factorize(minerals)
    found = [[code for code in text.split(LIST_SEPARATOR) if code != UNKNOWN] for text in lists]
    known = [list(dict.fromkeys(OTHER if code == _NOT_LISTED else code for code in codes)) for codes in found]
    group = reader.vocabulary("minerals").attribute("group")
    tin_group = {code for code, name in group.items() if name == "3t"}
    answers["minerals"] = take([LIST_SEPARATOR.join(codes) or None for codes in known], labels)
    answers["mineral_main"] = np.array([*((c or [UNKNOWN])[0] for c in known), UNKNOWN], object)[labels]
    for name, wanted in (("is_3t", tin_group), ("is_gold", {"gold"})):
        derived = np.array([*(_has(codes, wanted) for codes in found), UNKNOWN], dtype=object)[labels]
        answers[name] = derived
        column = reader.column(name)
        if column is not None:
            stated = reader.answers(name)
            opposite = ((stated == YES) & (derived == NO)) | ((stated == NO) & (derived == YES))
            reader.findings.each("minerals_disagree", opposite, column.name, column.raw())


def _has(codes: list[str], wanted: set[str]) -> str:
    if wanted.intersection(codes):
        return YES
    return NO if set(codes) - {OTHER} and _NOT_LISTED not in codes else UNKNOWN


def _people(reader: Reader, rows: Rows, who: str, answers: dict[str, np.ndarray]) -> None:
    """Children or women: yes or no, their number where it is counted, their work."""
    numbers = reader.counts(f"{who}_number")
    answers[f"{who}_number"] = numbers
    if reader.column(f"{who}_number") is None:
        answers[who] = reader.answers(who, dates=rows.date)
    else:
        answers[who] = _counted(reader, rows, who, numbers)
    work = reader.list_of(f"{who}_work", "work", OTHER, ",")
    labels, lists = pd.factorize(work)
    activity = reader.vocabulary("work").attribute("activity")
    done = [
        LIST_SEPARATOR.join(code for code in text.split(LIST_SEPARATOR) if activity[code] == "work") or None
        for text in lists
    ]
    answers[f"{who}_work"] = take(done, labels)
    column = reader.column(f"{who}_work")
    if column is not None:
        idle = np.array([text is None for text in done] + [False], dtype=bool)[labels]
        reader.findings.per_value("work_no_activity", column, np.ones(len(column.values), bool), rows=idle)
        named = rows.are(*_ON_THE_GROUND) & (answers[who] == NO) & pd.notna(answers[f"{who}_work"])
        reader.findings.each(f"{who}_no_with_work", named, column.name, column.raw())


def _counted(reader: Reader, rows: Rows, who: str, numbers: np.ndarray) -> np.ndarray:
    """(n,) yes or no by the number; by the answer, where the table asks as well, of rows without a number."""
    counted = take([YES, NO, UNKNOWN], np.select([numbers > 0, numbers == 0], [0, 1], default=2))
    column = reader.column(who)
    if column is None:
        return counted
    stated = reader.answers(who, dates=rows.date)
    opposite = ((counted == YES) & (stated == NO)) | ((counted == NO) & (stated == YES))
    reader.findings.each(
        "answer_against_number", opposite & rows.are(*_ON_THE_GROUND), column.name, column.raw()
    )
    return np.where(counted == UNKNOWN, stated, counted)


def _services(reader: Reader, rows: Rows, answers: dict[str, np.ndarray]) -> None:
    """Services by code, how many answers were given, and traceability, which partly stands among them."""
    vocabulary = reader.vocabulary("services")
    role = vocabulary.attribute("role")
    columns, listed = reader.lists(reader.profile.services, "services", OTHER)
    labels, lists = pd.factorize(listed)
    codes = [text.split(LIST_SEPARATOR) for text in lists]
    services = take(
        [LIST_SEPARATOR.join(c for c in found if role[c] == "service") or None for found in codes], labels
    )
    programme = take([next((c for c in found if role[c] == "traceability"), None) for found in codes], labels)
    for column in columns:
        roles = [_role(reader.match(value, "services").code, role) for value in column.values]
        for name, rule in (
            ("traceability", "service_is_traceability"),
            ("armed_actor", "service_is_armed_actor"),
        ):
            moved = np.array([name in found for found in roles], dtype=bool)
            reader.findings.per_value(rule, column, moved, rows=rows.are(*_ON_THE_GROUND))
    answers["services"] = services
    slots = np.zeros(reader.n)
    filled_before = np.ones(reader.n, dtype=bool)
    gap = np.zeros(reader.n, dtype=bool)
    for column in columns:
        filled = ~reader.unanswered(column, "services")
        gap |= filled & ~filled_before
        filled_before &= filled
        slots += filled
    if columns:
        reader.findings.each("service_gap", gap & rows.are(*_ON_THE_GROUND), columns[0].name)
        answers["service_slots"] = slots
        answers["services_full"] = take([NO, YES], (slots == len(columns)).astype(int))
    else:
        answers["service_slots"] = np.full(reader.n, np.nan)
        answers["services_full"] = np.full(reader.n, NOT_ASKED, dtype=object)
    answers["traceability"] = _traceability(reader, rows, services_asked(reader, rows, slots), programme)


def services_asked(reader: Reader, rows: Rows, slots: np.ndarray) -> np.ndarray:
    """(n,) booleans: a blank service or programme means that there was none.

    So on visits since services are asked, where the profile tells the date, when the team reached the site
    or listed a service.
    """
    since = reader.profile.asked_since.get("services")
    if since is None:
        return np.zeros(reader.n, dtype=bool)
    recent = rows.date >= since.to_datetime64()
    return rows.are(*_ON_THE_GROUND) & recent & ((rows.on_site == YES) | (slots > 0))


def _role(codes: str | None, role: dict[str, str]) -> set[str]:
    return {role[code] for code in codes.split(LIST_SEPARATOR)} if codes else set()


def _traceability(reader: Reader, rows: Rows, asked: np.ndarray, programme: np.ndarray) -> np.ndarray:
    column = reader.column("traceability")
    status = reader.column("traceability_programme")
    if column is None and status is None:
        return np.full(reader.n, NOT_ASKED, dtype=object)
    seen = np.full(reader.n, None, dtype=object)
    if column is not None:
        seen = reader.codes(column, "traceability", UNKNOWN)
    if status is not None:
        # Up to 2022 a column of its own told whether iTSCi was active or suspended.
        stated = reader.codes(status, "traceability", UNKNOWN)
        listed = reader.vocabulary("traceability").attribute("listed")
        of_lists = np.array([listed.get(code, code) for code in stated], dtype=object)
        stated = np.where(rows.are("status"), of_lists, stated)
        seen = np.where(pd.notna(seen), seen, stated)
    moved = pd.isna(seen) & (programme == "itsci") & rows.are(*_ON_THE_GROUND)
    field = (column or status).name
    reader.findings.each("traceability_from_service", moved, field)
    seen[moved] = "itsci"
    blank = pd.isna(seen)
    seen[blank] = UNKNOWN
    seen[blank & asked] = "none"
    since = reader.profile.asked_since.get("traceability")
    if since is not None:
        seen[(blank | (seen == UNKNOWN)) & (rows.date < since.to_datetime64())] = NOT_ASKED
    return seen


def _report_figures(reader: Reader, rows: Rows, answers: dict[str, np.ndarray]) -> None:
    """Numbers that are read but look wrong."""
    limit = reader.profile.workers_doubtful_above
    visits = rows.are(*_ON_THE_GROUND)
    for name in _DOUBTFUL:
        column = reader.column(name)
        if column is None:
            continue
        with np.errstate(invalid="ignore"):
            large = visits & (answers[name] > limit)
            above = visits & (answers[name] > answers["workers"])
        if name == "workers":
            reader.findings.each("workers_doubtful", large, column.name, column.raw(), limit=limit)
        else:
            reader.findings.each("part_above_workers", above, column.name, column.raw())
