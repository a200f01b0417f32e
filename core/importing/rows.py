"""What each source row is: a visit, a visit told by others, a status decision, or rejected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import UNKNOWN
from ..vocabulary import take
from .dates import Dates, read_dates
from .reader import Reader
from .source import LARGEST_EXACT, TextColumn

REJECTED = "rejected"
KINDS = ("visit", "third_party", "status", REJECTED)
NO_KEY = {"na", "n/a", "null", "none", "nan", "-", "?", "inconnu", "unknown"}


@dataclass(frozen=True)
class Rows:
    """Per source row (n,): kind, what a status decides, key, project, date, order of the source.

    kind: visit, third_party, status or rejected; of_kind: booleans for each. site: the place of the key in `sites`, all distinct keys in
    order, -1 for none. order: the source's own number, used for ties only.
    """

    kind: np.ndarray
    decides: np.ndarray
    speaks: np.ndarray
    pcode: np.ndarray
    site: np.ndarray
    sites: np.ndarray
    project: np.ndarray
    date: np.ndarray
    precision: np.ndarray
    on_site: np.ndarray
    order: np.ndarray
    of_kind: Mapping[str, np.ndarray]

    def are(self, *kinds: str) -> np.ndarray:
        """(n,) booleans: rows of these kinds."""
        return np.any([self.of_kind[kind] for kind in kinds], axis=0)


def reject(reader: Reader) -> np.ndarray:
    """(n,) booleans: rows without a usable site key, or without anything; each gets a finding."""
    column = reader.column("pcode")
    unusable = np.array([value.casefold() in NO_KEY for value in column.values] + [True], dtype=bool)
    rejected = unusable[column.labels]
    places = np.flatnonzero(rejected)
    if places.size:
        cells = reader.source.frame.iloc[places]
        empty = (cells.isna() | cells.astype(str).apply(lambda texts: texts.str.strip() == "")).all(axis=1)
        raw = column.raw()
        reader.findings.each("empty_row", places[empty.to_numpy(dtype=bool)], None)
        reader.findings.each("no_site_key", places[~empty.to_numpy(dtype=bool)], column.name, raw)
        reader.findings.leave_out(rejected)
    if reader.profile.site_key:
        shape = re.compile(reader.profile.site_key)
        strange = np.array([not shape.fullmatch(value) for value in column.values], dtype=bool)
        reader.findings.per_value("site_key_shape", column, strange)
    return rejected


def classify(reader: Reader, rejected: np.ndarray, latest: pd.Timestamp) -> Rows:
    """Kind, key, project, date and precision of all rows. The project decides the kind, never the source."""
    profile, findings = reader.profile, reader.findings
    project = reader.column("project")
    if project is None and profile.project is not None:
        project = TextColumn("project", np.zeros(reader.n, dtype=int), [profile.project], [profile.project])
    elif project is None:
        project = TextColumn("project", np.full(reader.n, -1), [], [])
    elif profile.row_kinds and not project.filled.all():
        findings.each("project_missing", ~project.filled, project.name)
    rules = [profile.row_kind(value) for value in [*project.values, None]]
    kind = np.array([rule.kind for rule in rules], dtype=object)[project.labels]
    kind[rejected] = REJECTED
    decides = np.array([rule.decides for rule in rules], dtype=object)[project.labels]
    speaks = np.array([profile.speaks(value) for value in [*project.values, None]], dtype=bool)[
        project.labels
    ]

    dates = read_dates(
        reader.column("visit_date"), reader.n, profile.earliest, latest, findings, profile.date_order
    )
    _report_new_year(reader, project, dates)
    key = reader.column("pcode")
    places, sites = pd.factorize(np.array(key.values, dtype=object), sort=True)
    return Rows(
        kind=kind,
        decides=decides,
        speaks=speaks & (kind == "visit"),
        pcode=key.text(),
        site=np.append(places, -1)[key.labels],
        sites=sites,
        project=project.text(),
        date=dates.values,
        precision=_precision(reader, project, kind, dates),
        on_site=_on_site(reader),
        order=_order(reader),
        of_kind={each: kind == each for each in KINDS},
    )


def _precision(reader: Reader, project: TextColumn, kind: np.ndarray, dates: Dates) -> np.ndarray:
    """Text "year" or "month" where only that is meant, "list" for long lists of one day, else "day"."""
    profile, date = reader.profile, dates.values
    precision = np.full(reader.n, "day", dtype=object)
    status = kind == "status"
    if status.any():
        counts = pd.Series(date[status]).groupby([date[status], project.labels[status]]).transform("size")
        long = np.flatnonzero(status)[(counts >= profile.list_rows).to_numpy(dtype=bool)]
        precision[long] = "list"
    precision[dates.month_only] = "month"
    precision[_of_year(reader, project) | dates.year_only] = "year"
    precision[np.isnat(date)] = "unknown"
    return precision


def _of_year(reader: Reader, project: TextColumn) -> np.ndarray:
    """(n,) booleans: rows of projects that give only years."""
    projects = reader.profile.year_projects
    return np.array([value in projects for value in project.values] + [False], dtype=bool)[project.labels]


def _report_new_year(reader: Reader, project: TextColumn, dates: Dates) -> None:
    """Dates of 1 January written in full: often a year that a program or a person completed."""
    column = reader.column("visit_date")
    if column is None:
        return
    day = dates.values.astype("datetime64[D]")
    first = ~np.isnat(day) & (day == day.astype("datetime64[Y]").astype("datetime64[D]"))
    first &= ~(dates.year_only | dates.month_only | _of_year(reader, project))
    reader.findings.per_value("date_new_year", column, np.ones(len(column.values), bool), rows=first)


def _on_site(reader: Reader) -> np.ndarray:
    """Text yes, no or unknown: a source that does not say leaves it unknown."""
    on_site = reader.answers("on_site")
    on_site[on_site == "not_asked"] = UNKNOWN
    reason = reader.column("not_visited_reason")
    if reason is not None:
        reader.findings.per_value(
            "on_site_with_reason", reason, np.ones(len(reason.values), bool), rows=on_site == "yes"
        )
    return on_site


def _order(reader: Reader) -> np.ndarray:
    """The source's own row numbers, as visits keep them; where it has none, rows keep the order they came in."""
    name = reader.profile.columns.get("vid")
    if not reader.source.has(name):
        return np.arange(1.0, reader.n + 1)
    numbers = pd.to_numeric(pd.Series(reader.source.cells(name), dtype=object), errors="coerce")
    numbers = numbers.to_numpy(dtype=float)
    with np.errstate(invalid="ignore"):
        return np.where((np.abs(numbers) <= LARGEST_EXACT) & (numbers == np.floor(numbers)), numbers, np.nan)


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with single hyphens, for keys."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def keys(rows: Rows, places: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Keys of the rows at places that stay the same from release to release: pcode, date, word and a counter.

    words: text of each place such as its project, None for none. The source's order breaks ties of the counter.
    """
    days, dates = pd.factorize(rows.date[places])
    labels, distinct = pd.factorize(words)
    day_texts = [*pd.DatetimeIndex(dates).strftime("%Y%m%d"), "nodate"]
    slugs = [*(slug(word) or "none" for word in distinct), "none"]
    pairs, found = pd.factorize((days % len(day_texts)) * len(slugs) + labels % len(slugs))
    texts = [f"_{day_texts[pair // len(slugs)]}_{slugs[pair % len(slugs)]}_" for pair in found.tolist()]
    spelt, tails = pd.factorize(np.array(texts, dtype=object))
    tail = spelt[pairs]
    same, _ = pd.factorize(rows.site[places] * max(len(tails), 1) + tail)
    sequence = np.lexsort((rows.order[places], same))
    counter = np.empty(len(places), dtype=np.int64)
    counter[sequence] = counted(same[sequence])
    beyond = int(counter.max(initial=0)) + 1
    ends, found = pd.factorize(tail * beyond + counter)
    texts = [f"{tails[end // beyond]}{end % beyond}" for end in found.tolist()]
    return rows.pcode[places] + take(texts, ends)


def counted(labels: np.ndarray) -> np.ndarray:
    """1, 2, 3 ... within each run of equal labels."""
    starts = np.flatnonzero(np.append(True, labels[1:] != labels[:-1]))[: len(labels)]
    return np.arange(1, len(labels) + 1) - np.repeat(starts, np.diff(np.append(starts, len(labels))))
