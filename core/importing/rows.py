"""What each source row is: a visit, a visit told by others, a status decision, or rejected."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import UNKNOWN
from ..vocabulary import take
from .dates import Dates, read_dates
from .reader import Reader
from .source import TextColumn

REJECTED = "rejected"
NO_KEY = {"na", "n/a", "null", "none", "nan", "-", "?", "inconnu", "unknown"}


@dataclass(frozen=True)
class Rows:
    """Per source row (n,): kind, what a status decides, key, project, date, order of the source.

    kind: visit, third_party, status or rejected. order: the source's own number, used for ties only.
    """

    kind: np.ndarray
    decides: np.ndarray
    speaks: np.ndarray
    pcode: np.ndarray
    project: np.ndarray
    date: np.ndarray
    precision: np.ndarray
    on_site: np.ndarray
    order: np.ndarray

    def are(self, *kinds: str) -> np.ndarray:
        """(n,) booleans: rows of these kinds."""
        chosen = np.zeros(len(self.kind), dtype=bool)
        for kind in kinds:
            chosen |= self.kind == kind
        return chosen


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
    pcode = reader.text("pcode")
    return Rows(
        kind=kind,
        decides=decides,
        speaks=speaks & (kind == "visit"),
        pcode=pcode,
        project=project.text(),
        date=dates.values,
        precision=_precision(reader, project, kind, dates),
        on_site=_on_site(reader),
        order=_order(reader),
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
    """The source's own row numbers; where it has none, rows keep the order they came in."""
    name = reader.profile.columns.get("vid")
    if not reader.source.has(name):
        return np.arange(1.0, reader.n + 1)
    numbers = pd.to_numeric(pd.Series(reader.source.cells(name), dtype=object), errors="coerce")
    return numbers.to_numpy(dtype=float)


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with single hyphens, for keys."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def keys(pcode: np.ndarray, date: np.ndarray, words: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Keys that stay the same from release to release: pcode, date, word and a counter.

    words: (n,) text such as the project, None for none. order: breaks ties of the counter.
    """
    day_labels, days = pd.factorize(date)
    day_texts = pd.DatetimeIndex(days).strftime("%Y%m%d").tolist()
    word_labels, distinct = pd.factorize(words)
    word_texts = [slug(word) or "none" for word in distinct]
    base = pd.Series(pcode, dtype=object) + "_"
    base += pd.Series(np.array([*day_texts, "nodate"], dtype=object)[day_labels], dtype=object) + "_"
    base += pd.Series(np.array([*word_texts, "none"], dtype=object)[word_labels], dtype=object)
    labels, _ = pd.factorize(base)
    sequence = np.lexsort((np.arange(len(base)), order, labels))
    counter = np.empty(len(base), dtype=np.int64)
    counter[sequence] = pd.Series(labels[sequence]).groupby(labels[sequence]).cumcount().to_numpy() + 1
    return (
        base + "_" + pd.Series(take([str(n) for n in range(1, counter.max(initial=0) + 1)], counter - 1))
    ).to_numpy(dtype=object)
