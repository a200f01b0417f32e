"""Key figures of a SCORES table by groups of sites: counts, shares, medians and what is not known.

A site counts once in a group and once in the total. Nothing is estimated for sites without a level: they
are counted by the reason. Shares are of the sites that have a level, as scorecard schemes ask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..figure_tables import SUMMARY, group_columns
from ..tables import NO, YES
from .groups import GROUP, HEADING, TOTAL, Grouping
from .site_scores import INACTIVE, NO_VISIT, SCORED, TOO_OLD
from .standing import (
    NO_DATA,
    NOT_APPLICABLE,
    WITHOUT_LEVEL,
    check_scores,
    latest_places,
    level_range,
    scheme_of,
    standings,
)

DEFAULT_N_MIN = 5


@dataclass(frozen=True)
class Summary:
    """groups: a row per group and the total, columns of core.tables.group_columns; table: SUMMARY, a row
    per group, dimension and standing. n_set_aside: rows of SCORES that are older ones of their site."""

    groups: pd.DataFrame
    table: pd.DataFrame
    n_set_aside: int


def summarise(
    scores: pd.DataFrame,
    grouping: Grouping,
    dimensions: Sequence[str],
    level_codes: Sequence[str],
    n_min: int = DEFAULT_N_MIN,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Summary:
    """Key figures per group and in total.

    scores: pcode, date, state, workers (NaN where not known) and the columns of each dimension.
    level_codes: words for the levels 1, 2 ... n_min: groups with fewer sites that have a level in a
    dimension keep their counts but get no shares and medians there.
    Groups without a site are kept where they are groups proper (a polygon nobody visited).
    Raises TableError when SCORES mixes schemes or holds states or levels that are none.
    """
    n_levels = len(level_codes)
    check_scores(scores, dimensions, n_levels)
    places = latest_places(scores, np.zeros(len(scores), dtype=np.int64))
    total = len(grouping.groups)
    row = np.concatenate([grouping.row, places])
    group = np.concatenate([grouping.group, np.full(len(places), total, dtype=np.int64)])
    members = scores.take(row).reset_index(drop=True)
    speaks = latest_places(members, group)
    members, group = members.take(speaks).reset_index(drop=True), group[speaks]

    tally = _Tally(group, total + 1, members["workers"].astype("float64").to_numpy(), n_min)
    heading = pd.concat([grouping.groups, _total_heading()], ignore_index=True)
    wide, long = [heading, _group_figures(members, tally)], []
    for number, dimension in enumerate(dimensions):
        standing = standings(members, dimension, n_levels)
        sites, miners, unknown = tally.table(standing, n_levels + len(WITHOUT_LEVEL))
        wide.append(
            _dimension_figures(members, dimension, tally, standing, (sites, miners, unknown), n_levels)
        )
        long.append(_standing_rows(heading, dimension, (sites, miners, unknown), level_codes, n_min))
        progress((number + 1) / max(len(dimensions), 1))
    groups = pd.concat(wide, axis=1).assign(**scheme_of(scores))[
        [column.name for column in group_columns(dimensions, n_levels)]
    ]
    # Outside and unknown are told where they hold sites; a group proper also when it holds none.
    kept = (groups["sites"] > 0).to_numpy() | groups["group_kind"].isin((GROUP, TOTAL)).to_numpy()
    table = (
        pd.concat(long, ignore_index=True)
        if long
        else pd.DataFrame(columns=[column.name for column in SUMMARY])
    )
    table = table[kept[table.pop("place").astype(int).to_numpy()]] if long else table
    table = table.assign(**scheme_of(scores))
    n_aside = len(scores) - len(places)
    return Summary(groups[kept].reset_index(drop=True), table.reset_index(drop=True), n_aside)


@dataclass(frozen=True)
class _Tally:
    """Sites by group. group: (n,) 0..n_groups-1; workers: (n,) NaN where not known."""

    group: npt.NDArray[np.int64]
    n_groups: int
    workers: npt.NDArray[np.float64]
    n_min: int

    @property
    def knows_miners(self) -> np.ndarray:
        return np.isfinite(self.workers) & (self.workers >= 0)

    def count(self, where: np.ndarray) -> np.ndarray:
        """(n_groups,) sites for which `where` holds."""
        return np.bincount(self.group[where], minlength=self.n_groups)

    def miners(self, where: np.ndarray) -> pd.Series:
        """(n_groups,) miners known at these sites; missing where there are sites and none is known."""
        known = where & self.knows_miners
        found = np.bincount(self.group[known], self.workers[known], self.n_groups)
        return _unless_unknown(found, self.count(where & ~self.knows_miners), self.count(known))

    def table(self, standing: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(n_groups, n) sites, miners and sites with unknown miners by standing 0..n-1."""
        cell, shape = self.group * n + standing, (self.n_groups, n)
        size, known = self.n_groups * n, self.knows_miners
        sites = np.bincount(cell, minlength=size).reshape(shape)
        miners = np.bincount(cell[known], self.workers[known], size).round().astype(np.int64).reshape(shape)
        return sites, miners, np.bincount(cell[~known], minlength=size).reshape(shape)

    def median(self, values: np.ndarray, where: np.ndarray) -> np.ndarray:
        """(n_groups,) medians of the values that are known, NaN without any."""
        found = pd.Series(values[where]).groupby(self.group[where]).median()
        return found.reindex(range(self.n_groups)).to_numpy(dtype=float)


def _total_heading() -> pd.DataFrame:
    return pd.DataFrame([[TOTAL, None, TOTAL, None]], columns=list(HEADING), dtype=object)


def _group_figures(members: pd.DataFrame, tally: _Tally) -> pd.DataFrame:
    state = members["state"].to_numpy()
    everyone, scored = np.full(len(members), True), state == SCORED
    groups_of_site = members.loc[tally.group < tally.n_groups - 1, "pcode"].value_counts()
    shared = members["pcode"].map(groups_of_site).fillna(0).to_numpy() > 1
    years = members["date"].dt.year.to_numpy(dtype=float)
    n_scored = tally.count(scored)
    dated = scored & np.isfinite(years)
    ends = (
        pd.Series(years[dated]).groupby(tally.group[dated]).agg(["min", "max"]).reindex(range(tally.n_groups))
    )
    return pd.DataFrame(
        {
            "sites": tally.count(everyone),
            "shared": tally.count(shared),
            "scored": n_scored,
            "inactive": tally.count(state == INACTIVE),
            "too_old": tally.count(state == TOO_OLD),
            "no_visit": tally.count(state == NO_VISIT),
            "miners": tally.miners(everyone),
            "miners_unknown": tally.count(~tally.knows_miners),
            "year_median": tally.median(years, dated),
            "year_first": ends["min"].astype("Int64"),
            "year_last": ends["max"].astype("Int64"),
            "too_few": _yes_no(n_scored < tally.n_min),
            "n_min": tally.n_min,
        }
    )


def _dimension_figures(
    members: pd.DataFrame,
    dimension: str,
    tally: _Tally,
    standing: np.ndarray,
    tables: tuple[np.ndarray, np.ndarray, np.ndarray],
    n_levels: int,
) -> pd.DataFrame:
    """The columns of one dimension, a row per group."""
    sites, miners, unknown = tables
    has_level = standing < n_levels
    n = sites[:, :n_levels].sum(axis=1)
    enough = n >= max(tally.n_min, 1)
    lowest, highest = level_range(members, dimension)
    half = n_levels // 2

    def share(where: np.ndarray) -> np.ndarray:
        return np.where(enough, tally.count(has_level & where) / np.maximum(n, 1), np.nan)

    def median(part: str) -> np.ndarray:
        if f"{dimension}_{part}" not in members:
            return np.full(tally.n_groups, np.nan)
        values = members[f"{dimension}_{part}"].astype("float64").to_numpy()
        return np.where(enough, tally.median(values, has_level & scored), np.nan)

    # A level forced by a known cap may come without a score; median and interval are of the same sites.
    score = members.get(f"{dimension}_score")
    scored = np.zeros(len(members), dtype=bool) if score is None else score.notna().to_numpy()
    columns: dict[str, object] = {f"{dimension}_sites": n}
    for level in range(n_levels):
        columns[f"{dimension}_level_{level + 1}"] = sites[:, level]
        known = sites[:, level] - unknown[:, level]
        columns[f"{dimension}_miners_{level + 1}"] = _unless_unknown(
            miners[:, level], unknown[:, level], known
        )
    for word in (NO_DATA, NOT_APPLICABLE):
        columns[f"{dimension}_{word}"] = sites[:, n_levels + WITHOUT_LEVEL.index(word)]
    columns[f"{dimension}_miners_unknown"] = unknown[:, :n_levels].sum(axis=1)
    columns[f"{dimension}_low_share"] = share(standing < half)
    columns[f"{dimension}_low_least"] = share(highest <= half)
    columns[f"{dimension}_low_most"] = share(lowest <= half)
    columns[f"{dimension}_firm_share"] = share(lowest == highest)
    columns[f"{dimension}_median"] = median("score")
    columns[f"{dimension}_median_worst"] = median("worst")
    columns[f"{dimension}_median_best"] = median("best")
    columns[f"{dimension}_too_few"] = _yes_no(n < tally.n_min)
    return pd.DataFrame(columns)


def _standing_rows(
    heading: pd.DataFrame,
    dimension: str,
    tables: tuple[np.ndarray, np.ndarray, np.ndarray],
    level_codes: Sequence[str],
    n_min: int,
) -> pd.DataFrame:
    """SUMMARY rows of one dimension, with the place of their group."""
    sites, miners, unknown = tables
    n_levels, n_groups = len(level_codes), len(heading)
    n_standings = n_levels + len(WITHOUT_LEVEL)
    n, known = sites[:, :n_levels].sum(axis=1), miners[:, :n_levels].sum(axis=1)
    shown = (n >= max(n_min, 1))[:, None] & (np.arange(n_standings) < n_levels)
    rows = heading.take(np.repeat(np.arange(n_groups), n_standings)).reset_index(drop=True)
    rows["dimension"] = dimension
    rows["standing"] = [*level_codes, *WITHOUT_LEVEL] * n_groups
    level = pd.array([*range(1, n_levels + 1), *[pd.NA] * len(WITHOUT_LEVEL)] * n_groups, dtype="Int64")
    rows["level"] = level
    rows["sites"] = sites.ravel()
    rows["share"] = np.where(shown, sites / np.maximum(n, 1)[:, None], np.nan).ravel()
    rows["miners"] = _unless_unknown(miners.ravel(), unknown.ravel(), (sites - unknown).ravel())
    has_miners = shown & (known > 0)[:, None]
    rows["miner_share"] = np.where(has_miners, miners / np.maximum(known, 1)[:, None], np.nan).ravel()
    rows["miners_unknown"] = unknown.ravel()
    rows["too_few"] = np.repeat(_yes_no(n < n_min), n_standings)
    rows["place"] = np.repeat(np.arange(n_groups), n_standings)
    return rows


def _unless_unknown(miners: np.ndarray, n_unknown: np.ndarray, n_known: np.ndarray) -> pd.Series:
    """Whole numbers; missing where sites have no known number: nobody counted is not no miner."""
    whole = pd.Series(miners.round().astype(np.int64), dtype="Int64")
    return whole.mask((n_unknown > 0) & (n_known == 0))


def _yes_no(truth: np.ndarray) -> np.ndarray:
    return np.where(truth, YES, NO).astype(object)
