"""The TREND table: how each site's scores changed between its first and its last comparable visit.

Two visits are compared on what was asked at both. A question that was not in the form of one of them, and a
knock-out that depends on such a question, is left out of both; one that was put and not answered stays, as
an interval. What then applies at each visit counts there: acts of armed actors apply while somebody is there.
The visits are comparable if enough is then answered at both. The last visit is the latest with a score, the
first one the earliest that is comparable with it. A change is sure when the intervals [worst, best] do not
overlap.

Statuses, lists and titles are those of each visit's own day. Ages play no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..score_tables import TREND_HEADING, trend_columns
from ..tables import LIST_SEPARATOR
from .alike import alike, alike_in, answers_at
from .answers import answers_of
from .as_of import VISIT, AsOf
from .choice import ALL, choose_visits
from .scheme_model import LEVEL_NO_DATA, Dimension, Scheme
from .score import (
    NOT_APPLICABLE,
    Interval,
    Levels,
    Scored,
    interval_of,
    is_enough,
    levels_of,
    lowest_cap,
    score_dimension,
)
from .site_scores import SCORED, evidence_of, states

UP, DOWN, SAME, NOT_SURE = ("up", "down", "same", "not_sure")
NO_VISIT, NO_SCORE, NOT_APPLIED, ONE_VISIT, NOT_COMPARABLE = (
    *("no_visit", "no_score", "not_applicable", "one_visit", "not_comparable"),
)
_TOLERANCE = 1e-9
_Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class _Pairs:
    """m pairs of visits compared: the ends of each, what was left out, and whether they are comparable."""

    first: Interval
    last: Interval
    first_levels: Levels
    last_levels: Levels
    left_out: npt.NDArray
    comparable: npt.NDArray[np.bool_]


def score_trends(
    sites: pd.DataFrame,
    visits: pd.DataFrame,
    actors: pd.DataFrame | None,
    statuses: pd.DataFrame | None,
    scheme: Scheme,
    as_of: AsOf,
    progress: Callable[[float], None] = lambda fraction: None,
) -> pd.DataFrame:
    """One row per site with the columns of trend_columns, longitude and latitude, in the order of sites.

    Tables: as for score_sites. as_of: visits after a fixed date are not used.
    """
    sites = sites.reset_index(drop=True)
    until = as_of if as_of.date is not None else AsOf(VISIT)
    choice = choose_visits(sites, visits, until, ALL)
    places = np.flatnonzero(states(choice, visits, scheme) == SCORED)
    site, visit = choice.site[places], choice.visit[places]
    evidence = evidence_of(sites, visits, actors, statuses, scheme, AsOf(VISIT), site, visit)
    dates = evidence.rows["visit_date"].to_numpy().astype("datetime64[D]")
    keys = evidence.rows["visit_id"].to_numpy(object)
    answers = answers_of(evidence, scheme)
    progress(0.5)
    table = _heading(sites, scheme, until, np.bincount(site, minlength=len(sites)))
    for number, dim in enumerate(scheme.dimensions):
        kinds = alike_in(dim, answers, dates)
        first = kinds.first
        scored = score_dimension(dim, answers_at(answers, dim.variables(), first), dates[first], scheme)
        columns = _dimension_trend(dim, scored, kinds.kind, site, dates, keys, len(sites), scheme)
        table.update({f"{dim.id}_{name}": values for name, values in columns.items()})
        progress(0.5 + 0.5 * (number + 1) / len(scheme.dimensions))
    names = [column.name for column in trend_columns(scheme.dimension_ids)]
    return pd.DataFrame({name: table[name] for name in (*names, "longitude", "latitude")})


def _heading(sites: pd.DataFrame, scheme: Scheme, until: AsOf, n_scored: _Places) -> dict[str, object]:
    n = len(sites)
    columns: dict[str, object] = {"n_scored": pd.Series(n_scored).astype("Int64")}
    said = {"scheme": scheme.id, "scheme_version": scheme.version, "scheme_hash": scheme.hash}
    said["as_of"] = str(until)
    for name in (*(column.name for column in TREND_HEADING), "longitude", "latitude"):
        if name in sites and name not in said:
            columns[name] = sites[name]
        elif name in ("longitude", "latitude"):
            columns[name] = np.full(n, np.nan)
        elif name not in columns:
            columns[name] = pd.Series(np.full(n, said.get(name), dtype=object))
    return columns


def _dimension_trend(
    dim: Dimension,
    scored: Scored,
    kind: _Places,
    site: _Places,
    dates: npt.NDArray,
    keys: npt.NDArray,
    n_sites: int,
    scheme: Scheme,
) -> dict[str, pd.Series]:
    """The columns of one dimension. scored: of the kinds; kind, site, dates, keys: of the rows, by site and date."""
    usable = np.flatnonzero(~np.isnan(scored.score[kind]))
    last_of_site = np.full(n_sites, -1)
    last_of_site[site[usable]] = usable  # rows are in order of dates: the last one stays
    last = last_of_site[site[usable]]
    earlier = dates[usable] < dates[last]
    first, last = usable[earlier], last[earlier]
    same = alike([kind[first], kind[last]], len(first))
    pairs = _compared(dim, scored, kind[first][same.first], kind[last][same.first], scheme)
    good = np.flatnonzero(pairs.comparable[same.kind])[::-1]
    pair_of_site = np.full(n_sites, -1)
    pair_of_site[site[first[good]]] = good  # backwards: the earliest stays

    why = np.full(n_sites, NO_VISIT, dtype=object)
    why[site] = NOT_APPLIED
    why[site[scored.level[kind] != NOT_APPLICABLE]] = NO_SCORE
    why[site[usable]] = ONE_VISIT
    why[site[first]] = NOT_COMPARABLE
    found = np.flatnonzero(pair_of_site >= 0)
    why[found] = None
    chosen = pair_of_site[found]
    ends = {"first": first[chosen], "last": last[chosen]}
    columns = _pair_columns(pairs, same.kind[chosen])
    for end, rows in ends.items():
        columns[f"date_{end}"] = dates[rows].astype("datetime64[ns]")
        columns[f"visit_{end}"] = keys[rows]
    return {"why": pd.Series(why), **{name: _at(values, found, n_sites) for name, values in columns.items()}}


def _compared(dim: Dimension, scored: Scored, first: _Places, last: _Places, scheme: Scheme) -> _Pairs:
    """Pairs of kinds, each end scored on what was asked at both."""
    n = len(first)
    weights = np.array([points.item.weight for points in scored.items])
    left_out = np.full(n, "", dtype=object)
    asked_at_both = []
    for points in scored.items:
        unasked = points.left_out[first] | points.left_out[last]
        differs = unasked & (points.applies[first] | points.applies[last])
        left_out = np.where(differs, _joined(left_out, points.item.var), left_out)
        asked_at_both.append(~unasked)
    caps = []
    for effect in scored.caps:
        asked = effect.asked[first] & effect.asked[last]
        differs = ~asked & (effect.possible[first] | effect.possible[last])
        for name in effect.cap.when:
            left_out = np.where(differs, _joined(left_out, name), left_out)
        caps.append((effect, asked))

    def end(rows: _Places) -> tuple[Interval, Levels]:
        low, high = (np.array([getattr(one, part)[rows] for one in scored.items]) for part in ("low", "high"))
        applies = np.array([one.applies[rows] & both for one, both in zip(scored.items, asked_at_both)])
        interval = interval_of(dim.rule, weights, low, high, applies)
        sure, possible = (
            lowest_cap([(cap.cap.level, getattr(cap, part)[rows] & asked) for cap, asked in caps], n, scheme)
            for part in ("sure", "possible")
        )
        return interval, levels_of(interval, sure, possible, dim.rule, scheme)

    (one, one_levels), (two, two_levels) = end(first), end(last)
    comparable = np.ones(n, dtype=bool)
    for interval, levels in ((one, one_levels), (two, two_levels)):
        comparable &= is_enough(interval.coverage, scheme) & (levels.level > LEVEL_NO_DATA)
    left_out[left_out == ""] = None
    return _Pairs(one, two, one_levels, two_levels, left_out, comparable)


def _joined(texts: npt.NDArray, name: str) -> npt.NDArray:
    words, place = np.unique(texts.astype(str), return_inverse=True)
    added = [
        name if not text else text if name in text.split(LIST_SEPARATOR) else text + LIST_SEPARATOR + name
        for text in words
    ]
    return np.array([*added, None], dtype=object)[:-1][place]


def _pair_columns(pairs: _Pairs, chosen: _Places) -> dict[str, npt.NDArray]:
    columns: dict[str, npt.NDArray] = {"left_out": pairs.left_out[chosen]}
    for end in ("first", "last"):
        interval = getattr(pairs, end)
        for part in ("score", "worst", "best"):
            columns[f"{part}_{end}"] = getattr(interval, part)[chosen]
        columns[f"level_{end}"] = getattr(pairs, f"{end}_levels").level[chosen]
    columns["change"] = columns["score_last"] - columns["score_first"]
    columns["level_change"] = columns["level_last"] - columns["level_first"]
    columns["trend"] = _trend(columns)
    return columns


def _trend(columns: dict[str, npt.NDArray]) -> npt.NDArray:
    """(n,) up or down where the intervals do not overlap; same where both are one same figure; else not sure."""
    is_up = columns["worst_last"] > columns["best_first"] + _TOLERANCE
    is_down = columns["best_last"] < columns["worst_first"] - _TOLERANCE
    spread = [columns[f"{part}_{end}"] for part in ("worst", "best") for end in ("first", "last")]
    is_same = np.ptp(np.array(spread), axis=0) < _TOLERANCE if len(is_up) else is_up
    return np.select([is_up, is_down, is_same], [UP, DOWN, SAME], NOT_SURE).astype(object)


def _at(values: npt.NDArray, places: _Places, n: int) -> pd.Series:
    """(n,) the values at their places, empty elsewhere, in the types of core.tables."""
    if values.dtype.kind == "i":
        missing = np.ones(n, dtype=bool)
        missing[places] = False
        whole = np.ones(n, dtype=np.int64)
        whole[places] = values
        return pd.Series(pd.arrays.IntegerArray(whole, missing))
    empty = {"f": np.nan, "M": np.datetime64("NaT"), "O": None}[values.dtype.kind]
    spread = np.full(n, empty, dtype=values.dtype)
    spread[places] = values
    return pd.Series(spread)
