"""From a source table to the atlas tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..tables import NOT_ASKED, UNKNOWN
from ..vocabulary import Vocabulary
from ..wording import say
from .actors import read_actors
from .answers import read_answers
from .coordinates import read_locations
from .cut_names import with_whole_names
from .findings import Findings
from .gazetteer import Gazetteer, join_gazetteer, mark_villages
from .known_sites import KnownSites, join_known
from .neighbours import AdminLayer, check_units, report_near_duplicates
from .notes import Note
from .profile import Profile, check_header
from .profile_documents import check_codes
from .reader import Reader
from .rows import REJECTED, classify, reject
from .site_keys import make_site_keys, report_made_keys
from .site_rules import report_site_rules
from .sites import sites_table
from .source import SourceTable
from .stated_locations import ToWgs84, read_stated
from .statuses import read_statuses
from .swallowed_rows import report_swallowed_rows
from .units import use_units_of_today
from .visits import actors_table, visits_table


@dataclass(frozen=True)
class ImportResult:
    """The atlas tables of one import, with the columns of core.tables, and its counts.

    counts: n_rows = n_visits + n_statuses + n_rejected; n_sites, n_findings, n_actors, n_third_party.
    visit_rows: (n_visits,) places of the visits in the source, 0 is the first row; None where the
    visits were taken as they are.
    """

    sites: pd.DataFrame
    visits: pd.DataFrame
    actors: pd.DataFrame
    statuses: pd.DataFrame
    findings: pd.DataFrame
    counts: Mapping[str, int]
    visit_rows: np.ndarray | None = None


def import_visits(
    frame: pd.DataFrame,
    profile: Profile,
    vocabularies: Mapping[str, Vocabulary],
    *,
    points: np.ndarray | None = None,
    known: KnownSites | None = None,
    gazetteer: Gazetteer | None = None,
    repair: bool = False,
    admin: AdminLayer | None = None,
    to_wgs84: ToWgs84 | None = None,
    language: str = "en",
    noted: Sequence[Note] = (),
    latest: pd.Timestamp | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
) -> ImportResult:
    """Read a table of visits and status decisions.

    frame: text columns, None, NaN or "" for empty; the first row is source row 1. points: (n, 2) degrees
    of EPSG:4326, the layer's own points, used when the table has no coordinate columns. known: sites
    whose locations are taken for sites that have none of their own. gazetteer: places by name, for sites that
    then still have none. repair: read doubtful locations that have one likely
    reading so. admin: units that the rows' own are checked against. to_wgs84: from the profile's coordinate system to
    degrees, (n, 2) to (n, 2) with x first, inf or NaN where that fails. language: of the findings' messages, "fr" or "en".
    noted: findings of steps before. latest: last date that makes sense, today when None.
    progress: called with fractions 0..1.
    Raises TableError when the table has no rows or admin does not fit, ProfileError when it lacks columns of the profile,
    DocumentError when the profile names codes that the vocabularies lack.
    """
    if not len(frame):
        raise TableError(say("The layer has no rows; choose a layer with visits."))
    check_codes(profile, vocabularies)
    frame, cut = with_whole_names(frame, profile)
    check_header(profile, list(frame.columns))
    frame = frame.copy(deep=False)  # the columns are shared, the caller's index is not changed
    frame.index = pd.RangeIndex(len(frame))
    made_keys = None
    if profile.site_key_from:
        frame, profile, made_keys = make_site_keys(frame, profile)
    usual_key = profile.columns["pcode"]
    profile = profile.fitted(frame.columns)
    source = SourceTable(frame, profile.missing_words)
    if profile.columns["pcode"] != usual_key:
        _whole_numbers(source, profile.columns["pcode"])
    key = source.column(profile.columns["pcode"])
    findings = Findings(vocabularies["import_rules"], key.raw(), language)
    findings.noted((*noted, *cut))
    findings.per_value("blanks", key, key.trimmed)
    if profile.columns["pcode"] != usual_key:
        findings.once("site_key_other", key.name, usual_key)
        profile = replace(profile, site_key=None)
    if made_keys is not None:
        report_made_keys(made_keys, findings)
    source.on_blanks = lambda column, trimmed: findings.per_value("blanks", column, trimmed)
    reader = Reader(source, profile, vocabularies, findings)

    rejected = reject(reader)
    use_units_of_today(source, profile, findings)
    rows = classify(reader, rejected, latest if latest is not None else pd.Timestamp.now().normalize())
    progress(0.2)
    joins = known is not None or gazetteer is not None
    stated = read_stated(source, profile, to_wgs84)
    locations = read_locations(source, profile, points, findings, joins, repair, stated)
    if known is not None:
        locations = join_known(reader, locations, rows, known, last=gazetteer is None)
    if gazetteer is not None:
        locations = join_gazetteer(reader, locations, rows, gazetteer, admin)
    if admin is not None:
        check_units(reader, rows, locations, admin)
    progress(0.3)
    actors = read_actors(reader, rows)
    progress(0.5)
    answers = read_answers(reader, rows, actors)
    progress(0.7)
    qualification = np.full(len(frame), None, dtype=object)
    decided = reader.column("qualification")
    if decided is not None:
        qualification = reader.codes(decided, "qualification", None)
    traceability = answers["traceability"]
    stated = (traceability != UNKNOWN) & (traceability != NOT_ASKED)
    traceability = np.where(stated, traceability, None)
    visits = visits_table(reader, rows, answers, locations, qualification)
    statuses = read_statuses(reader, rows, qualification, traceability)
    progress(0.8)
    sites = sites_table(reader, rows, locations, answers, visits, statuses)
    mark_villages(sites)
    report_near_duplicates(reader, rows, sites)
    progress(0.9)
    actor_table = actors_table(actors, visits)
    report_site_rules(reader, rows, answers)
    report_swallowed_rows(source, findings)
    visits.index = pd.RangeIndex(len(visits))
    _report_columns(reader)
    found = findings.frame()
    progress(1.0)
    return ImportResult(
        sites=sites,
        visits=visits,
        actors=actor_table,
        statuses=statuses,
        findings=found,
        counts={
            "n_rows": len(frame),
            "n_visits": len(visits),
            "n_third_party": int((visits["row_kind"] == "third_party").sum()),
            "n_statuses": len(statuses),
            "n_rejected": int((rows.kind == REJECTED).sum()),
            "n_sites": len(sites),
            "n_actors": len(actor_table),
            "n_findings": len(found),
        },
        visit_rows=np.flatnonzero(rows.are("visit", "third_party")),
    )


def _whole_numbers(source: SourceTable, name: str) -> None:
    """Keys that a program made into floats, such as 7.0, are whole numbers."""
    cells = pd.Series(source.cells(name), dtype=object)
    floats = cells.str.fullmatch(r"\d+\.0+", na=False)
    source.overwrite(name, floats.to_numpy(dtype=bool), cells[floats].str.split(".").str[0].to_numpy())


def _report_columns(reader: Reader) -> None:
    """Columns that the profile knows and the table lacks, and the other way round."""
    profile, source = reader.profile, reader.source
    tolerated = {profile.columns.get(name) for name in (*profile.optional, "vid", "geometry")}
    tolerated |= {profile.columns.get("longitude"), profile.columns.get("latitude")}
    tolerated |= {former.column for former in profile.former.values()}
    for name in profile.source_columns():
        if name not in tolerated and not source.has(name):
            reader.findings.once("column_absent", name)
    ignored = {name.casefold() for name in profile.ignored}
    for name in source.unused():
        if name.casefold() not in ignored:
            rows = source.n_filled(name)
            if rows:
                reader.findings.once("column_unused", name, rows=rows)
