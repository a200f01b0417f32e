"""The SCORES table: one row per site or per visit, from the atlas tables, a scheme and a reference date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable

import numpy as np
import pandas as pd

from ..score_tables import OVERALL_PARTS, score_columns, score_dimensions
from ..tables import NO, YES
from .alike import Alike, alike, alike_in, answers_at, taken
from .answers import SITE_ANSWERS, Evidence, answers_of, visit_columns
from .as_of import AsOf, age_classes, reference_dates
from .choice import LATEST, Choice, choose_visits
from .reasons import reasons_of
from .scheme_model import LEVEL_NO_DATA, OVERALL, Scheme
from .score import NOT_APPLICABLE, ROBUST_WORDS, OverallLevels, Scored, overall_levels, score_dimension
from .stale import Ageing, aged
from .variables import Answers

SCORED, INACTIVE, NO_VISIT, TOO_OLD = "scored", "inactive", "no_visit", "too_old"
_INT_PARTS = ("level", "level_worst", "level_best")
_REAL_PARTS = ("score", "worst", "best", "coverage")


@dataclass(frozen=True)
class Scorecard:
    """scores: the SCORES table with longitude and latitude; notes: sentences on what was not known."""

    scores: pd.DataFrame
    notes: tuple[str, ...]


def _no_progress(fraction: float) -> None:
    """Nobody watches."""


def score_sites(
    sites: pd.DataFrame,
    visits: pd.DataFrame,
    actors: pd.DataFrame | None,
    statuses: pd.DataFrame | None,
    scheme: Scheme,
    as_of: AsOf,
    report_date: date,
    progress: Callable[[float], None] = _no_progress,
    *,
    which: str = LATEST,
    ageing: Ageing | None = None,
) -> Scorecard:
    """Score every site by the visit that speaks for it, or by each of its visits.

    Tables: those of core.tables, in its types; columns they lack count as not asked, actors and
    statuses may be None. report_date: the day to which ages are counted when as_of is no date.
    which: latest, all or per_year, see choose_visits. ageing: answers that are too old, None for no limit.
    Returns one row per row of sites, or per visit, in the order of sites; what is not scored has level 0.
    Raises TableError when keys repeat or a visit that SITES names is missing.
    """
    sites = sites.reset_index(drop=True)
    choice = choose_visits(sites, visits, as_of, which)
    state = states(choice, visits, scheme)
    places = np.flatnonzero(state == SCORED)
    progress(0.1)
    evidence = evidence_of(
        sites, visits, actors, statuses, scheme, as_of, choice.site[places], choice.visit[places]
    )
    dates = evidence.rows["visit_date"].to_numpy().astype("datetime64[D]")
    answers = aged(answers_of(evidence, scheme), dates, ageing)
    progress(0.5)

    scores = _heading(sites, visits, choice, state, scheme, as_of, report_date)
    done: dict[str, Scored] = {}
    for number, dim in enumerate(scheme.dimensions):
        kinds = alike_in(dim, answers, dates)
        scored = score_dimension(
            dim, answers_at(answers, dim.variables(), kinds.first), dates[kinds.first], scheme
        )
        done[dim.id] = taken(scored, kinds.kind) if scheme.overall is not None else scored
        columns = {name: values[kinds.kind] for name, values in _columns(scored).items()}
        columns["reasons"] = _reasons(scored, kinds, answers, dates, scheme, ageing)
        scores.update(_spread(dim.id, columns, places, len(state)))
        progress(0.5 + 0.5 * (number + 1) / len(scheme.dimensions))
    if scheme.overall is not None:
        overall = overall_levels([done[name] for name in scheme.overall.dimensions], scheme.top_level)
        scores.update(_spread(OVERALL, _overall_columns(overall), places, len(state)))
    columns = score_columns(scheme.dimension_ids, scheme.overall is not None)
    names = [column.name for column in columns]
    frame = pd.DataFrame({name: scores[name] for name in (*names, "longitude", "latitude")}, copy=False)
    return Scorecard(frame, (*choice.notes, *evidence.notes))


def evidence_of(
    sites: pd.DataFrame,
    visits: pd.DataFrame,
    actors: pd.DataFrame | None,
    statuses: pd.DataFrame | None,
    scheme: Scheme,
    as_of: AsOf,
    site: np.ndarray,
    visit: np.ndarray,
) -> Evidence:
    """What the answers of n rows are drawn from. site, visit: (n,) places in the tables."""
    taken_from = [(visits, visit, name) for name in visit_columns(scheme)]
    taken_from += [(sites, site, column.name) for column in SITE_ANSWERS]
    # One by one: a table cut as a whole is copied twice.
    columns = {
        name: table[name].take(places).reset_index(drop=True)
        for table, places, name in taken_from
        if name in table
    }
    rows = pd.DataFrame(columns, copy=False)
    return Evidence(rows, reference_dates(rows["visit_date"], as_of), visits, actors, statuses, as_of, [])


def _reasons(
    scored: Scored, kinds: Alike, answers: Answers, dates: np.ndarray, scheme: Scheme, ageing: Ageing | None
) -> np.ndarray:
    """(n,) texts, each made once for the rows that share it. scored: of the kinds."""
    names = [points.item.var for points in scored.items]
    own = [getattr(answers[name], "date", None) for name in names]
    own = [days.astype(np.int64) for days in own if days is not None]
    dated = alike([kinds.kind, dates.astype(np.int64), *own], len(dates))
    of_dated = taken(scored, kinds.kind[dated.first])
    texts = reasons_of(of_dated, answers_at(answers, names, dated.first), dates[dated.first], scheme, ageing)
    return texts[dated.kind]


def states(choice: Choice, visits: pd.DataFrame, scheme: Scheme) -> np.ndarray:
    """(n,) scored, inactive (off site, no miners, no armed presence), no_visit or too_old."""
    day = choice.of_visits(visits["visit_date"])
    workers = choice.of_visits(visits["workers"]).astype("Float64").to_numpy(float, na_value=np.nan)
    inactive = (
        (choice.of_visits(visits["on_site"]).to_numpy(object) == NO)
        & (workers == 0)
        & (choice.of_visits(visits["presence"]).to_numpy(object) != YES)
    )
    too_old = day.to_numpy() < np.datetime64(scheme.since)
    has_visit = (choice.visit >= 0) & day.notna().to_numpy()
    return np.select([~has_visit, too_old, inactive], [NO_VISIT, TOO_OLD, INACTIVE], SCORED).astype(object)


def _heading(
    sites: pd.DataFrame,
    visits: pd.DataFrame,
    choice: Choice,
    state: np.ndarray,
    scheme: Scheme,
    as_of: AsOf,
    report_date: date,
) -> dict[str, object]:
    n = len(state)
    has_visit = state != NO_VISIT
    columns: dict[str, object] = {}
    for name in ("pcode", "name", "admin1", "admin2", "longitude", "latitude"):
        blank = np.full(n, np.nan) if name in ("longitude", "latitude") else _same(None, n)
        columns[name] = choice.of_sites(sites[name]) if name in sites else blank
    off_site = choice.of_visits(visits["on_site"]).map({YES: NO, NO: YES}).fillna("unknown")
    dates = choice.of_visits(visits["visit_date"]).where(has_visit)
    columns["visit_id"] = choice.of_visits(visits["visit_id"]).where(has_visit, None)
    columns["date"] = dates
    columns["off_site"] = off_site.where(has_visit, None)
    columns["state"] = pd.Series(state, dtype=object)
    columns["age_class"] = age_classes(dates, as_of.date or report_date, scheme.freshness_years)
    for name, value in (
        ("scheme", scheme.id),
        ("scheme_version", scheme.version),
        ("scheme_hash", scheme.hash),
        ("as_of", str(as_of)),
    ):
        columns[name] = _same(value, n)
    return columns


def _same(value: str | None, n: int) -> pd.Series:
    return pd.Series(np.full(n, value, dtype=object))


def _columns(scored: Scored) -> dict[str, np.ndarray]:
    """The columns of one dimension but the reasons, by their last part."""
    columns = {part: getattr(scored, part) for part in (*_REAL_PARTS, *_INT_PARTS)}
    columns["robust"] = robustness(scored)
    columns["thin"] = _yes_no(scored.thin, scored.level != NOT_APPLICABLE)
    columns["weight_sensitive"] = _yes_no(scored.weight_sensitive, scored.level > LEVEL_NO_DATA)
    return columns


def _overall_columns(overall: OverallLevels) -> dict[str, np.ndarray]:
    columns = {part: getattr(overall, part) for part in OVERALL_PARTS if part != "robust"}
    return {**columns, "robust": robustness(overall)}


def robustness(levels: Scored | OverallLevels) -> np.ndarray:
    """(n,) words: firm, probable or open by the width of the range; not_applicable; None without a level."""
    gap = np.clip(levels.level_best - levels.level_worst, 0, len(ROBUST_WORDS) - 1)
    words = np.array(ROBUST_WORDS, dtype=object)[gap]
    words[levels.level == LEVEL_NO_DATA] = None
    words[levels.level == NOT_APPLICABLE] = "not_applicable"
    return words


def _yes_no(truth: np.ndarray, where: np.ndarray) -> np.ndarray:
    words = np.where(truth, YES, NO).astype(object)
    words[~where] = None
    return words


def _spread(
    dimension: str, columns: dict[str, np.ndarray], places: np.ndarray, n: int
) -> dict[str, pd.Series]:
    """Columns of scored rows put at their places among all n sites; others have level 0."""
    spread = {}
    for part, of_scored in columns.items():
        if part in _REAL_PARTS:
            values = np.full(n, np.nan)
            values[places] = of_scored
            spread[f"{dimension}_{part}"] = pd.Series(values)
        elif part in _INT_PARTS:
            values = np.full(n, LEVEL_NO_DATA if part == "level" else NOT_APPLICABLE)
            values[places] = of_scored
            missing = values == NOT_APPLICABLE
            values[missing] = 1  # what an Int64 column holds where it is empty
            spread[f"{dimension}_{part}"] = pd.Series(pd.arrays.IntegerArray(values, missing))
        else:
            values = np.full(n, None, dtype=object)
            values[places] = of_scored
            spread[f"{dimension}_{part}"] = pd.Series(values, dtype=object)
    return spread


def level_counts(scores: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """Scored sites by dimension (index; "overall" last where there is one) and level.

    Columns: no_data, the codes of the scheme's levels, not_applicable, and firm: the share (0..1) of the
    sites with a level whose level is firm, NaN where there are none.
    """
    scored = scores[scores["state"] == SCORED]
    names = [*score_dimensions(scores), *([OVERALL] if scheme.overall is not None else [])]
    rows = {}
    for name in names:
        level = scored[f"{name}_level"]
        counts = {
            word: int((level == number).fillna(False).sum())
            for number, word in enumerate(("no_data", *(level.code for level in scheme.levels)))
        }
        counts["not_applicable"] = int(level.isna().sum())
        has_level = (level > LEVEL_NO_DATA).fillna(False)
        firm = (scored.loc[has_level, f"{name}_robust"] == "firm").mean() if has_level.any() else np.nan
        rows[name] = {**counts, "firm": firm}
    return pd.DataFrame.from_dict(rows, orient="index")
