"""Sites: one row per key, spoken for by one visit."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..tables import CONDITIONS, NO, NOT_ASKED, SITES, UNKNOWN, YES
from ..vocabulary import take
from .coordinates import Locations
from .reader import Reader
from .rows import REJECTED, Rows
from .source import integers

_PLACE_COLUMNS = ("name", "admin1", "admin2", "admin3", "admin4", "village")
_MINERALS = ("mineral_main", "minerals", "is_3t", "is_gold")
# Answers that are unknown, not empty, on sites for which no visit speaks.
_UNKNOWN_WITHOUT_VISIT = (
    *("is_3t", "is_gold", "mineral_main", "presence", "interference", "mercury", "children", "women"),
    *("actor_class", "access_dry", "access_wet", "mechanisation", "traceability"),
)
_MOVE_M = 100
_METRES_PER_DEGREE = 111_195  # of a great circle on a sphere of 6,371 km


class SiteRows:
    """The rows of each site, the latest first: every key of a visit or a status decision is a site.

    keys: (m,) sorted. site: (n,) the place in keys of each row's site, -1 for rejected rows. Of rows of one
    date the lowest source order comes first; this rule reproduces the dashboard export of IPIS.
    """

    def __init__(self, rows: Rows) -> None:
        kept = ~rows.are(REJECTED)
        there = np.bincount(rows.site[kept], minlength=len(rows.sites)) > 0
        self.keys = rows.sites[there]
        self.site = np.full(len(rows.site), -1)
        self.site[kept] = (np.cumsum(there) - 1)[rows.site[kept]]
        age = np.where(np.isnat(rows.date), np.iinfo(np.int64).max, -rows.date.astype("int64"))
        sequence = np.lexsort((rows.order, age, self.site))
        self._sequence = sequence[kept[sequence]]

    def of(self, chosen: np.ndarray) -> np.ndarray:
        """Places of the chosen rows ((n,) booleans), site by site."""
        return self._sequence[chosen[self._sequence]]

    def latest(self, chosen: np.ndarray) -> np.ndarray:
        """(m,) the place of each site's latest among the chosen rows, -1 for none."""
        places = self.of(chosen)[::-1]
        latest = np.full(len(self.keys), -1)
        latest[self.site[places]] = places  # of several places for one site, the last assigned stays
        return latest

    def count(self, chosen: np.ndarray) -> np.ndarray:
        """(m,) how many of the chosen rows each site has."""
        return np.bincount(self.site[chosen], minlength=len(self.keys))

    def spans(self, chosen: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Sites that have chosen rows, and the least and most of their values. values: (n,)."""
        places = self.of(chosen)
        sites, starts = np.unique(self.site[places], return_index=True)
        if not sites.size:
            return sites, values[:0], values[:0]
        return sites, np.minimum.reduceat(values[places], starts), np.maximum.reduceat(values[places], starts)


def sites_table(
    reader: Reader,
    rows: Rows,
    locations: Locations,
    answers: Mapping[str, np.ndarray],
    visits: pd.DataFrame,
    statuses: pd.DataFrame,
) -> pd.DataFrame:
    """The sites table, ordered by key.

    answers: of all rows. visits: the visits table, indexed by place in the source.
    """
    site_rows = SiteRows(rows)
    n = len(site_rows.keys)
    sites: dict[str, np.ndarray] = {"pcode": site_rows.keys}
    for name in _PLACE_COLUMNS:
        column = reader.column(name)
        if column is None:
            sites[name] = np.full(n, None, dtype=object)
        else:
            said = np.append(column.labels, -1)[site_rows.latest(column.filled)]
            sites[name] = take(column.values, said)
    speaking = site_rows.latest(rows.speaks)
    silent = speaking < 0
    _count(sites, site_rows, rows)
    _speak(sites, rows, answers, visits, speaking)
    _name_minerals(sites, site_rows, answers, silent)
    _place(reader, sites, site_rows, locations, speaking)
    if reader.profile.site_qualification == "statuses":
        _qualify(sites, statuses)
    else:
        qualification = _of_visits(visits, "qualification", speaking)
        sites["qualification"] = np.where(pd.isna(qualification), UNKNOWN, qualification)
        sites["qualification_date"] = np.full(n, "NaT", "datetime64[ns]")
    _merge(reader, sites, site_rows, rows)
    sites["country"] = np.full(n, reader.profile.country or None, dtype=object)
    anyone = site_rows.latest(site_rows.site >= 0)
    reader.findings.each("site_without_visit", anyone[silent], reader.profile.columns["pcode"])
    return pd.DataFrame({column.name: sites[column.name] for column in SITES}, copy=False)


def _of_visits(visits: pd.DataFrame, name: str, places: np.ndarray) -> np.ndarray:
    """Texts of the visits at places in the source, None for -1."""
    return take(visits[name].to_numpy(dtype=object), visits.index.get_indexer(places))


def _count(sites: dict[str, np.ndarray], site_rows: SiteRows, rows: Rows) -> None:
    own = rows.are("visit")
    dated, first, last = site_rows.spans(own & ~np.isnat(rows.date), rows.date)
    for name, dates in (("first_visit", first), ("last_visit", last)):
        sites[name] = np.full(len(site_rows.keys), "NaT", "datetime64[ns]")
        sites[name][dated] = dates
    for name, chosen in (
        ("n_visits", own),
        ("n_third_party", rows.are("third_party")),
        ("n_statuses", rows.are("status")),
    ):
        sites[name] = integers(site_rows.count(chosen))


def _speak(
    sites: dict[str, np.ndarray],
    rows: Rows,
    answers: Mapping[str, np.ndarray],
    visits: pd.DataFrame,
    speaking: np.ndarray,
) -> None:
    """Copy what the speaking visit says; sites without one have unknown answers."""
    silent = speaking < 0
    for column in CONDITIONS:
        if column.kind == "int":
            sites[column.name] = integers(np.append(answers[column.name], np.nan)[speaking])
        else:
            sites[column.name] = take(answers[column.name], speaking)
    for name in _UNKNOWN_WITHOUT_VISIT:
        sites[name][silent] = UNKNOWN
    sites["services_full"][silent] = NOT_ASKED
    sites["visit_id"] = _of_visits(visits, "visit_id", speaking)
    sites["visit_date"] = np.append(rows.date, np.datetime64("NaT"))[speaking]
    sites["project"] = take(rows.project, speaking)

    on_site = take(rows.on_site, speaking)
    reached, away = on_site == YES, on_site == NO
    sites["off_site"] = take([NO, YES, UNKNOWN], np.select([reached, away], [0, 1], default=2))
    workers = np.append(answers["workers"], np.nan)[speaking]
    nobody = take(answers["presence"], speaking) != YES
    inactive = away & (workers == 0) & nobody
    active = (workers > 0) | (reached & (workers != 0))
    sites["state"] = take(["inactive", "active", UNKNOWN], np.select([inactive, active], [0, 1], default=2))


def _name_minerals(
    sites: dict[str, np.ndarray], site_rows: SiteRows, answers: Mapping[str, np.ndarray], silent: np.ndarray
) -> None:
    """Minerals of sites for which no visit speaks, from the latest row of any kind that names some.

    What is dug belongs to the place, not to one visit; all other answers of such sites stay unknown.
    """
    naming = site_rows.latest(pd.notna(answers["minerals"]))
    chosen = silent & (naming >= 0)
    for name in _MINERALS:
        sites[name][chosen] = answers[name][naming[chosen]]


def _place(
    reader: Reader,
    sites: dict[str, np.ndarray],
    site_rows: SiteRows,
    locations: Locations,
    speaking: np.ndarray,
) -> None:
    """Location from the speaking visit where it has a usable one, else from the latest row that has."""
    lon, lat = locations.longitude, locations.latitude
    located = np.isfinite(lon)
    speaks = np.append(located, False)[speaking]
    chosen = np.where(speaks, speaking, site_rows.latest(located))
    sites["longitude"], sites["latitude"] = np.append(lon, np.nan)[chosen], np.append(lat, np.nan)[chosen]
    quality, at_village = _quality(reader)
    quality = np.where(pd.isna(locations.joined), quality, locations.joined)
    without = np.where(site_rows.count(locations.given & (site_rows.site >= 0)) > 0, "not_used", UNKNOWN)
    sites["location_quality"] = np.where(chosen >= 0, take(quality, chosen), without).astype(object)
    sites["at_village"] = np.append(at_village, NO)[chosen]

    of_site, south, north = site_rows.spans(located, lat)
    _, west, east = site_rows.spans(located, lon)
    across = (east - west) * np.cos(np.radians(north))
    moved = of_site[np.hypot(north - south, across) * _METRES_PER_DEGREE > _MOVE_M]
    reader.findings.each("site_moves", chosen[moved], reader.profile.columns.get("longitude"), metres=_MOVE_M)


def _quality(reader: Reader) -> tuple[np.ndarray, np.ndarray]:
    """(n,) codes of how the location was found, and whether it is that of a village."""
    column = reader.column("location_origin")
    if column is None:
        return np.full(reader.n, UNKNOWN, dtype=object), np.full(reader.n, NO, dtype=object)
    quality = reader.codes(column, "location_origin", UNKNOWN)
    quality[pd.isna(quality)] = UNKNOWN
    words = [word.casefold() for word in reader.profile.at_village]
    village = [YES if any(word in value.casefold() for word in words) else NO for value in column.values]
    return quality, np.array([*village, NO], dtype=object)[column.labels]


def _qualify(sites: dict[str, np.ndarray], statuses: pd.DataFrame) -> None:
    """The last decided status, whatever its age: what the web map of IPIS shows."""
    decided = statuses.loc[
        ((statuses["kind"] == "qualification") & statuses["qualification"].notna()).to_numpy(dtype=bool),
        ["pcode", "date", "status_id", "qualification"],
    ]
    last = decided.sort_values(["date", "status_id"], ascending=[False, True], na_position="last")
    last = last.drop_duplicates("pcode").set_index("pcode").reindex(sites["pcode"])
    sites["qualification"] = last["qualification"].fillna("none").to_numpy(dtype=object)
    sites["qualification_date"] = last["date"].to_numpy()


def _merge(reader: Reader, sites: dict[str, np.ndarray], site_rows: SiteRows, rows: Rows) -> None:
    """Sites said to be part of another one, unless a team has reached them since."""
    sites["merged_into"] = np.full(len(site_rows.keys), None, dtype=object)
    column = reader.column("not_visited_reason")
    if column is None or not reader.profile.merged_into:
        return
    pattern = re.compile(reader.profile.merged_into, re.IGNORECASE)
    found = [pattern.search(value) for value in column.values]
    targets = np.array([*(match.group(1).lower() if match else None for match in found), None], object)
    target = targets[column.labels]
    named = np.array([match is not None for match in found] + [False], dtype=bool)[column.labels]
    last = site_rows.latest(rows.are("visit", "third_party") & (named | (rows.on_site == YES)))
    merged = np.flatnonzero(np.append(named, False)[last])
    merged = merged[target[last[merged]] != site_rows.keys[merged]]
    sites["merged_into"][merged] = target[last[merged]]
    absent = last[merged[pd.Index(site_rows.keys).get_indexer(target[last[merged]]) < 0]]
    reader.findings.each("merged_target_absent", absent, column.name, target)
