"""The SCORES table: one row per site, from the atlas tables, a scheme and a reference date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable

import numpy as np
import pandas as pd

from ..tables import NO, OVERALL_PARTS, YES, score_columns, score_dimensions
from .answers import OPTIONAL_SITES, Evidence, answers_of
from .as_of import AsOf, age_classes, chosen_visits, reference_dates
from .reasons import reasons_of
from .scheme_model import LEVEL_NO_DATA, OVERALL, Scheme
from .score import NOT_APPLICABLE, ROBUST_WORDS, OverallLevels, Scored, overall_levels, score_dimension

SCORED, INACTIVE, NO_VISIT, TOO_OLD = "scored", "inactive", "no_visit", "too_old"
_SITE_ANSWERS = (
    "country",
    "qualification",
    "qualification_date",
    *(column.name for column in OPTIONAL_SITES),
)
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
) -> Scorecard:
    """Score every site by the visit that speaks for it.

    Tables: those of core.tables, in its types; columns they lack count as not asked, actors and
    statuses may be None. report_date: the day to which ages are counted when as_of is no date.
    Returns one row per row of sites, in their order; sites that are not scored have level 0.
    Raises TableError when keys repeat or a visit that SITES names is missing.
    """
    sites = sites.reset_index(drop=True)
    chosen = chosen_visits(sites, visits, as_of)
    state = _states(chosen, scheme)
    is_scored = state == SCORED
    places = np.flatnonzero(is_scored)
    rows = chosen.take(places).reset_index(drop=True)
    for name in _SITE_ANSWERS:
        if name in sites:
            rows[name] = sites[name].take(places).reset_index(drop=True)
        elif name in rows:
            del rows[name]  # a status written on the visit row is not the site's
    progress(0.2)
    evidence = Evidence(rows, reference_dates(rows["visit_date"], as_of), visits, actors, statuses, as_of, [])
    answers = answers_of(evidence, scheme)
    dates = rows["visit_date"].to_numpy().astype("datetime64[D]")
    progress(0.4)

    scores = _heading(sites, chosen, state, scheme, as_of, report_date)
    done: dict[str, Scored] = {}
    for number, dim in enumerate(scheme.dimensions):
        scored = done[dim.id] = score_dimension(dim, answers, dates, scheme)
        columns = _columns(scored, reasons_of(scored, answers, dates, scheme))
        scores.update(_spread(dim.id, columns, places, len(sites)))
        progress(0.4 + 0.6 * (number + 1) / len(scheme.dimensions))
    if scheme.overall is not None:
        overall = overall_levels([done[name] for name in scheme.overall.dimensions], scheme.top_level)
        scores.update(_spread(OVERALL, _overall_columns(overall), places, len(sites)))
    columns = score_columns(scheme.dimension_ids, scheme.overall is not None)
    names = [column.name for column in columns]
    frame = pd.DataFrame(scores, columns=[*names, "longitude", "latitude"])
    return Scorecard(frame, tuple(evidence.notes))


def _states(chosen: pd.DataFrame, scheme: Scheme) -> np.ndarray:
    """(n,) scored, inactive (off site, no miners, no armed presence), no_visit or too_old."""
    has_visit = chosen["visit_id"].notna().to_numpy() & chosen["visit_date"].notna().to_numpy()
    too_old = chosen["visit_date"].to_numpy() < np.datetime64(scheme.since)
    inactive = (
        (chosen["on_site"] == NO).to_numpy()
        & (chosen["workers"].astype("Float64").to_numpy(float, na_value=np.nan) == 0)
        & (chosen["presence"] != YES).to_numpy()
    )
    return np.select([~has_visit, too_old, inactive], [NO_VISIT, TOO_OLD, INACTIVE], SCORED).astype(object)


def _heading(
    sites: pd.DataFrame,
    chosen: pd.DataFrame,
    state: np.ndarray,
    scheme: Scheme,
    as_of: AsOf,
    report_date: date,
) -> dict[str, object]:
    n = len(sites)
    nothing = pd.Series([None] * n, dtype=object)
    has_visit = state != NO_VISIT
    off_site = chosen["on_site"].map({YES: NO, NO: YES}).fillna("unknown")
    dates = chosen["visit_date"].where(has_visit)
    columns: dict[str, object] = {name: sites.get(name, nothing) for name in ("pcode", "name")}
    columns.update((name, sites.get(name, nothing)) for name in ("admin1", "admin2"))
    columns.update((name, sites.get(name, np.full(n, np.nan))) for name in ("longitude", "latitude"))
    columns["visit_id"] = chosen["visit_id"].where(has_visit, None)
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
        columns[name] = pd.Series([value] * n, dtype=object)
    return columns


def _columns(scored: Scored, reasons: np.ndarray) -> dict[str, np.ndarray]:
    """The columns of one dimension for the scored rows, by their last part."""
    columns = {part: getattr(scored, part) for part in (*_REAL_PARTS, *_INT_PARTS)}
    columns["robust"] = robustness(scored)
    columns["thin"] = _yes_no(scored.thin, scored.level != NOT_APPLICABLE)
    columns["weight_sensitive"] = _yes_no(scored.weight_sensitive, scored.level > LEVEL_NO_DATA)
    columns["reasons"] = reasons
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
            spread[f"{dimension}_{part}"] = pd.Series(values).astype("Int64").mask(values == NOT_APPLICABLE)
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
