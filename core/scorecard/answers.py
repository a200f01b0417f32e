"""From atlas tables to answers: what each chosen visit says, in the codes of the scheme's variables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..columns import Column
from ..tables import LIST_SEPARATOR, NOT_ASKED, SITES, UNKNOWN, VISITS, YES
from ..wording import say
from .armed import armed_answers
from .as_of import LAST_KNOWN, ROW_KIND_VISIT, AsOf, Dates, add_months
from .scheme_model import Rules, Scheme
from .statuses import listed_programme_at, qualification_at
from .variables import (
    LISTED_PROGRAMME,
    NO_PROGRAMME,
    OTHER_COUNTRY,
    SERVICE_PREFIX,
    Answers,
    CodeAnswer,
    CountAnswer,
    variable,
)

# Columns that a table may carry beyond the contract; without them their items do not apply.
OPTIONAL_SITES = (
    Column("title_class", "text", "zea_active, cooperative, other_active, none, prohibited"),
    Column("title_date", "date", "date of the title layer"),
)
OPTIONAL_VISITS = (
    Column("protective_equipment", "text", "yes, partly, no, unknown, not_asked"),
    Column("sanitation", "text", "yes, partly, no, unknown, not_asked"),
    Column("cooperative", "text", "cooperative on the site: yes, no, unknown, not_asked"),
)
# What is the site's and not the visit's; a status written on a visit row is none.
SITE_ANSWERS = (
    *(column for column in SITES if column.name in ("country", "qualification", "qualification_date")),
    *OPTIONAL_SITES,
)
_ARMED = (
    *("presence", "armed_influence", "armed_group", "group_influence", "state_influence"),
    *("forced_labour", "illegal_levies", "breadth", "frequency"),
)
_PROGRAMME = ("traceability", "traceable")
# Columns of a visit that derived answers are drawn from; other variables have columns of their name.
_ROW_COLUMNS = (
    *("visit_id", "pcode", "row_kind", "visit_date", "project", "on_site", "presence", "interference"),
    *("actor_class", "services", "service_slots", "services_full", "traceability", "minerals", "is_3t"),
    *("is_gold", "injured", "dead", "recall_months"),
)
_YES_BIT, _NO_BIT = 1, 2
_Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Evidence:
    """What answers are drawn from.

    rows: one chosen visit each (columns of the visits table; country, qualification,
    qualification_date, title_class and title_date of the site). at: (n,) datetime64[D] reference dates.
    visits, actors, statuses: the whole tables; the last two None when not given.
    """

    rows: pd.DataFrame
    at: Dates
    visits: pd.DataFrame
    actors: pd.DataFrame | None
    statuses: pd.DataFrame | None
    as_of: AsOf
    notes: list[str] = field(default_factory=list)


def answers_of(evidence: Evidence, scheme: Scheme) -> Answers:
    """Answers to every variable of the scheme, (n,) each.

    Values that the scheme does not know count as unknown; evidence.notes then says how many.
    """
    names = scheme.variables()
    answers = {}
    if set(names) & set(_ARMED):
        armed = armed_answers(evidence.rows, evidence.actors, scheme.rules)
        answers.update((name, armed[name]) for name in names if name in armed)
        _note_classes(evidence, scheme.rules)
    if set(names) & set(_PROGRAMME):
        programme = _programme_answers(evidence, scheme)
        answers.update((name, programme[name]) for name in names if name in programme)
    for name in names:
        if name in answers:
            continue
        if name.startswith(SERVICE_PREFIX):
            answers[name] = _service(evidence, name[len(SERVICE_PREFIX) :], scheme.rules)
        elif name in _DERIVED:
            answers[name] = _DERIVED[name](evidence, scheme)
        elif variable(name).is_count:
            answers[name] = _count(evidence.rows, name)
        else:
            answers[name] = _column(evidence, name, scheme.codes(name))
    return answers


def visit_columns(scheme: Scheme) -> list[str]:
    """Columns of the visits that a scheme may use, in the order of the contract."""
    names = {*_ROW_COLUMNS, *scheme.variables()} - {column.name for column in SITE_ANSWERS}
    return [column.name for column in (*VISITS, *OPTIONAL_VISITS) if column.name in names]


def asked_on_visit(rows: pd.DataFrame, since: np.datetime64) -> _Truth:
    """Where a blank list of services or programmes means "none seen" (asm-data.md section 6.8).

    A visit row from that date on that reached the site, or that lists a service.
    """
    day = rows["visit_date"].to_numpy().astype("datetime64[D]")
    reached = rows["on_site"].to_numpy(object) == YES
    listed = rows["services"].notna().to_numpy() if "services" in rows else np.zeros(len(rows), dtype=bool)
    if "service_slots" in rows:
        listed = listed | (_numbers(rows["service_slots"]) > 0)
    return (rows["row_kind"].to_numpy(object) == ROW_KIND_VISIT) & (day >= since) & (reached | listed)


def _column(evidence: Evidence, name: str, codes: tuple[str, ...]) -> CodeAnswer:
    if name not in evidence.rows:
        n = len(evidence.rows)
        return CodeAnswer(np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool))
    return _coded(evidence, name, evidence.rows[name], codes)


def _coded(evidence: Evidence, name: str, values: pd.Series, codes: tuple[str, ...]) -> CodeAnswer:
    place = pd.Categorical(values, categories=codes).codes.astype(np.int64)
    mask = np.where(place >= 0, np.left_shift(1, np.maximum(place, 0)), 0)
    asked = values.to_numpy(object) != NOT_ASKED
    strange = (place < 0) & values.notna().to_numpy() & asked & (values.to_numpy(object) != UNKNOWN)
    if strange.any():
        words = ", ".join(sorted(set(values[strange]))[:5])
        evidence.notes.append(
            say("{0}: {1} answers count as unknown ({2}).", name, int(strange.sum()), words)
        )
    return CodeAnswer(mask, asked)


def _note_classes(evidence: Evidence, rules: Rules) -> None:
    if evidence.actors is None:
        return
    strange = sorted(set(evidence.actors["actor_class"].dropna()) - set(rules.actor_classes))
    if strange:
        evidence.notes.append(say("actors: the classes {0} count as unknown.", ", ".join(strange[:5])))


def _count(rows: pd.DataFrame, name: str) -> CountAnswer:
    if name not in rows:
        unknown = np.full(len(rows), np.nan)
        return CountAnswer(unknown, unknown, np.zeros(len(rows), dtype=bool))
    values = _numbers(rows[name])
    return CountAnswer(values, values, np.ones(len(rows), dtype=bool))


def _numbers(values: pd.Series) -> npt.NDArray[np.float64]:
    return values.astype("Float64").to_numpy(float, na_value=np.nan)


def _service(evidence: Evidence, code: str, rules: Rules) -> CodeAnswer:
    rows = evidence.rows
    n = len(rows)
    if "services" not in rows:
        return CodeAnswer(np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool))
    full = rows["services_full"].to_numpy(object) if "services_full" in rows else np.full(n, None)
    listed = _lists_any(rows["services"], {code})
    asked = asked_on_visit(rows, np.datetime64(rules.services_asked_since))
    in_form = full != NOT_ASKED
    seen_missing = asked & in_form & (full != YES)
    return CodeAnswer(np.where(listed, _YES_BIT, np.where(seen_missing, _NO_BIT, 0)), in_form | listed)


def _lists_any(lists: pd.Series, codes: Iterable[str]) -> _Truth:
    """Where a list of codes names any of these."""
    wanted = set(codes)
    place, texts = pd.factorize(lists)
    named = [not wanted.isdisjoint(text.split(LIST_SEPARATOR)) for text in texts]
    return np.array(named + [False])[place]  # place -1, an empty list, is the last one


def _country(evidence: Evidence, scheme: Scheme) -> CodeAnswer:
    """The site's country; one that the scheme does not name is OTHER_COUNTRY."""
    n = len(evidence.rows)
    if "country" not in evidence.rows:
        return CodeAnswer(np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool))
    codes = scheme.codes("country")
    values = evidence.rows["country"]
    named = values.where(values.isin(codes) | values.isna(), OTHER_COUNTRY)
    return _coded(evidence, "country", named, codes)


def _designated(evidence: Evidence, scheme: Scheme) -> CodeAnswer:
    rows = evidence.rows
    n = len(rows)
    by_kind = np.zeros(n, dtype=bool)
    for name in ("is_3t", "is_gold"):
        if name in rows:
            by_kind |= rows[name].to_numpy(object) == YES
    if "minerals" not in rows:
        return CodeAnswer(np.where(by_kind, _YES_BIT, 0), np.ones(n, dtype=bool))
    is_one = by_kind | _lists_any(rows["minerals"], scheme.rules.designated_minerals)
    known = rows["minerals"].notna().to_numpy()
    return CodeAnswer(np.where(is_one, _YES_BIT, np.where(known, _NO_BIT, 0)), np.ones(n, dtype=bool))


def _qualification(evidence: Evidence, scheme: Scheme) -> CodeAnswer:
    codes, dates = qualification_at(
        evidence.rows, evidence.at, evidence.statuses, scheme.rules, evidence.as_of
    )
    answer = _coded(evidence, "qualification", pd.Series(codes, dtype=object), scheme.codes("qualification"))
    asked = np.ones(len(codes), dtype=bool)
    return CodeAnswer(answer.mask, asked, dates)


def _programme_answers(evidence: Evidence, scheme: Scheme) -> dict[str, CodeAnswer]:
    """Traceability: the programme seen at the visit; else one whose list names the site; else none, where
    asked. Traceable: programmes are for tin, tantalum and tungsten, but a site that has one is asked too.
    """
    rows, rules = evidence.rows, scheme.rules
    codes = scheme.codes("traceability")
    seen = _column(evidence, "traceability", codes)
    listed_bit, none_bit = (1 << codes.index(code) for code in (LISTED_PROGRAMME, NO_PROGRAMME))
    visits = evidence.visits[["pcode", "visit_date"]][_found_no_programme(evidence.visits, rules)]
    listed, dates = listed_programme_at(rows, evidence.at, evidence.statuses, visits, rules)
    unseen = (seen.mask == 0) | (seen.mask == none_bit)
    by_list = unseen & listed
    none = unseen & ~listed & _found_no_programme(rows, rules)
    mask = np.where(by_list, listed_bit, np.where(none, none_bit, np.where(unseen, 0, seen.mask)))
    mask = mask.astype(np.int64)
    dates = np.where(by_list, dates, np.datetime64("NaT"))
    is_3t = rows["is_3t"].to_numpy(object) == YES if "is_3t" in rows else np.zeros(len(rows), dtype=bool)
    is_one = is_3t | ((mask & ~none_bit) != 0)
    return {
        "traceability": CodeAnswer(mask, seen.asked | by_list, dates),
        "traceable": CodeAnswer(np.where(is_one, _YES_BIT, _NO_BIT), np.ones(len(rows), dtype=bool)),
    }


def _found_no_programme(visits: pd.DataFrame, rules: Rules) -> _Truth:
    if "traceability" not in visits:
        return np.zeros(len(visits), dtype=bool)
    value = visits["traceability"].to_numpy(object)
    blank = visits["traceability"].isna().to_numpy() | (value == UNKNOWN)
    asked = asked_on_visit(visits, np.datetime64(rules.traceability_asked_since))
    return (value == NO_PROGRAMME) | (blank & asked)


def _title(evidence: Evidence, scheme: Scheme) -> CodeAnswer:
    """A title layer older at the reference date than the scheme's years, or later than it, is as good as none.

    With "last_known" it may be later by as many years.
    """
    answer = _column(evidence, "title_class", scheme.codes("title_class"))
    asked = answer.asked & (
        evidence.rows["title_class"].notna().to_numpy() if "title_class" in evidence.rows else False
    )
    dates = None
    if "title_date" in evidence.rows:
        dates = evidence.rows["title_date"].to_numpy().astype("datetime64[D]")
        months = 12 * scheme.rules.title_max_years
        latest = evidence.at
        if evidence.as_of.mode == LAST_KNOWN:
            latest = add_months(latest, months)
        asked = asked & (((add_months(dates, months) >= evidence.at) & (dates <= latest)) | np.isnat(dates))
    return CodeAnswer(np.where(asked, answer.mask, 0), asked, dates)


def _accidents(evidence: Evidence, scheme: Scheme) -> CodeAnswer:
    """Worst accident in the recall period; asked from the day on which the project first gave a number."""
    rows = evidence.rows
    n = len(rows)
    injured, dead = (_count(rows, name).low for name in ("injured", "dead"))
    has_number = ~np.isnan(injured) | ~np.isnan(dead)
    asked = _first_number(evidence.visits, _projects(rows)) <= rows["visit_date"].to_numpy()
    months = _count(rows, "recall_months").low
    too_long = months > scheme.rules.recall_months
    codes = scheme.codes("accidents")
    none, hurt, killed = (1 << codes.index(code) for code in ("none", "injured", "dead"))
    by_injury = np.select([injured > 0, injured == 0], [hurt, none], hurt | none)
    mask = np.select([dead > 0, dead == 0], [np.full(n, killed), by_injury], by_injury | killed)
    # More than the recall period: a zero still holds, an accident may have been before.
    mask = np.where(too_long & (mask != none), 0, mask)
    return CodeAnswer(np.where(has_number, mask, 0).astype(np.int64), asked)


def _projects(visits: pd.DataFrame) -> pd.Series:
    if "project" not in visits:
        return pd.Series([""] * len(visits), dtype=object)
    return visits["project"].fillna("").reset_index(drop=True)


def _first_number(visits: pd.DataFrame, projects: pd.Series) -> Dates:
    """(n,) the day on which each project first counted people hurt; NaT where it never did."""
    counted = np.zeros(len(visits), dtype=bool)
    for name in ("injured", "dead"):
        if name in visits:
            counted |= visits[name].notna().to_numpy()
    place = np.flatnonzero(counted)
    days = visits["visit_date"].iloc[place].reset_index(drop=True)
    first = days.groupby(_projects(visits.iloc[place]).to_numpy(object)).min()
    return projects.map(first).to_numpy().astype("datetime64[ns]")


_DERIVED = {
    "country": _country,
    "designated": _designated,
    "qualification": _qualification,
    "title_class": _title,
    "accidents": _accidents,
}
