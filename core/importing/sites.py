"""Sites: one row per key, spoken for by one visit."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..tables import CONDITIONS, NO, NOT_ASKED, SITES, UNKNOWN, YES
from .coordinates import Locations
from .reader import Reader
from .rows import Rows

_PLACE_COLUMNS = ("name", "admin1", "admin2", "admin3", "admin4", "village")
_MOVE_M = 100
_METRES_PER_DEGREE = 111_195  # of a great circle on a sphere of 6,371 km


def speaking_visits(visits: pd.DataFrame) -> pd.DataFrame:
    """The visit that speaks for each site: the latest of the source's own, ties to the lowest source order.

    visits: of the projects that may speak. This rule reproduces the dashboard export of IPIS.
    """
    order = visits.sort_values(
        ["visit_date", "source_order"], ascending=[False, True], na_position="last", kind="stable"
    )
    return order.drop_duplicates("pcode")


def sites_table(
    reader: Reader,
    rows: Rows,
    locations: Locations,
    answers: pd.DataFrame,
    visits: pd.DataFrame,
    statuses: pd.DataFrame,
) -> pd.DataFrame:
    """The sites table, ordered by key: every key of a visit or a status decision is a site.

    answers: of all rows. visits: the visits table, indexed by place in the source.
    """
    kept = ~rows.are("rejected")
    described = _described(reader, rows, locations, kept)
    labels, keys = pd.factorize(described["pcode"].to_numpy(dtype=object), sort=True)
    sites = pd.DataFrame(
        {name: _first(described[name].to_numpy(dtype=object), labels, len(keys)) for name in _PLACE_COLUMNS},
        index=pd.Index(keys, dtype=object, name="pcode"),
    )
    speaking = speaking_visits(visits[rows.speaks[visits.index]])
    _count(sites, visits, statuses)
    _speak(sites, speaking)
    _name_minerals(sites, described, answers)
    _place(reader, sites, described, speaking)
    if reader.profile.site_qualification == "statuses":
        _qualify(sites, statuses)
    else:
        sites["qualification"] = speaking.set_index("pcode")["qualification"].reindex(sites.index)
        sites["qualification"] = sites["qualification"].fillna(UNKNOWN)
        sites["qualification_date"] = pd.Series(pd.NaT, index=sites.index, dtype="datetime64[ns]")
    _merge(reader, rows, sites, visits)
    sites["country"] = reader.profile.country or None
    silent = sites["visit_id"].isna().to_numpy(dtype=bool)
    first = described[~described["pcode"].duplicated()].set_index("pcode")["place"]
    reader.findings.each(
        "site_without_visit",
        first.reindex(sites.index[silent]).to_numpy(dtype=int),
        reader.profile.columns["pcode"],
    )
    columns = {column.name: sites[column.name] for column in SITES if column.name != "pcode"}
    columns["pcode"] = sites.index.to_series()
    return pd.DataFrame(
        {
            column.name: _texts(columns[column.name]) if column.kind == "text" else columns[column.name].array
            for column in SITES
        }
    )


def _texts(series: pd.Series) -> np.ndarray:
    """Objects with None for missing."""
    texts = series.to_numpy(dtype=object)
    return np.where(pd.isna(texts), None, texts)


def _first(values: np.ndarray, labels: np.ndarray, n: int) -> np.ndarray:
    """(n,) the first value of each label that is not missing, None where all are."""
    filled = np.flatnonzero(pd.notna(values))[::-1]
    first = np.full(n, None, dtype=object)
    first[labels[filled]] = values[filled]  # of several places for one label, the last assigned stays
    return first


def _described(reader: Reader, rows: Rows, locations: Locations, kept: np.ndarray) -> pd.DataFrame:
    """What all kept rows say about the place, the latest row of each site first."""
    table = pd.DataFrame({name: reader.text(name) for name in _PLACE_COLUMNS})
    table["pcode"] = rows.pcode
    table["place"] = np.arange(reader.n)
    table["longitude"], table["latitude"] = locations.longitude, locations.latitude
    table["given"] = locations.given
    quality, table["at_village"] = _quality(reader)
    table["quality"] = np.where(pd.isna(locations.joined), quality, locations.joined)
    labels, _ = pd.factorize(rows.pcode)
    age = np.where(np.isnat(rows.date), np.iinfo(np.int64).max, -rows.date.astype("int64"))
    sequence = np.lexsort((rows.order, age, labels))
    return table.iloc[sequence[kept[sequence]]]


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


def _count(sites: pd.DataFrame, visits: pd.DataFrame, statuses: pd.DataFrame) -> None:
    own = visits[visits["row_kind"] == "visit"]
    dates = own["visit_date"].groupby(sites.index.get_indexer(own["pcode"]))
    every = np.arange(len(sites))
    sites["first_visit"] = dates.min().reindex(every).to_numpy()
    sites["last_visit"] = dates.max().reindex(every).to_numpy()
    for name, table in (
        ("n_visits", own),
        ("n_third_party", visits[visits["row_kind"] == "third_party"]),
        ("n_statuses", statuses),
    ):
        counts = np.bincount(sites.index.get_indexer(table["pcode"]), minlength=len(sites))
        sites[name] = pd.array(counts, dtype="Int64")


def _speak(sites: pd.DataFrame, speaking: pd.DataFrame) -> None:
    """Copy what the speaking visit says; sites without one have unknown answers."""
    said = speaking.set_index("pcode").reindex(sites.index)
    for column in CONDITIONS:
        sites[column.name] = said[column.name]
    for name in ("visit_id", "visit_date", "project"):
        sites[name] = said[name]
    silent = said["visit_id"].isna()
    for name in (
        "is_3t",
        "is_gold",
        "mineral_main",
        "presence",
        "interference",
        "mercury",
        "children",
        "women",
    ):
        sites.loc[silent, name] = UNKNOWN
    for name in ("actor_class", "access_dry", "access_wet", "mechanisation", "traceability"):
        sites.loc[silent, name] = UNKNOWN
    sites.loc[silent, "services_full"] = NOT_ASKED

    off_site = said["on_site"].map({YES: NO, NO: YES}).fillna(UNKNOWN)
    sites["off_site"] = off_site
    idle = (said["workers"] == 0).fillna(False).to_numpy(dtype=bool)
    at_work = (said["workers"] > 0).fillna(False).to_numpy(dtype=bool)
    reached = (off_site == NO).to_numpy(dtype=bool)
    away = (off_site == YES).to_numpy(dtype=bool)
    nobody = (said["presence"] != YES).to_numpy(dtype=bool)
    sites["state"] = np.select(
        [away & idle & nobody, at_work | (reached & ~idle)], ["inactive", "active"], default=UNKNOWN
    ).astype(object)


def _name_minerals(sites: pd.DataFrame, described: pd.DataFrame, answers: pd.DataFrame) -> None:
    """Minerals of sites for which no visit speaks, from the latest row of any kind that names some.

    What is dug belongs to the place, not to one visit; all other answers of such sites stay unknown.
    """
    columns = ["mineral_main", "minerals", "is_3t", "is_gold"]
    named = answers.loc[described["place"], columns].set_axis(described["pcode"].to_numpy())
    named = named[named["minerals"].notna()]
    named = named[~named.index.duplicated()]
    silent = sites.index[sites["visit_id"].isna()].intersection(named.index)
    sites.loc[silent, columns] = named.loc[silent, columns]


def _place(reader: Reader, sites: pd.DataFrame, described: pd.DataFrame, speaking: pd.DataFrame) -> None:
    """Location from the speaking visit where it has a usable one, else from the latest row that has."""
    located = described[described["longitude"].notna()]
    speaks = located["place"].isin(speaking.index)
    chosen = pd.concat([located[speaks], located[~speaks]]).drop_duplicates("pcode").set_index("pcode")
    at = chosen.reindex(sites.index)
    sites["longitude"], sites["latitude"] = at["longitude"], at["latitude"]
    refused = np.zeros(len(sites), dtype=bool)
    refused[sites.index.get_indexer(described.loc[described["given"], "pcode"])] = True
    without = np.where(refused, "not_used", UNKNOWN)
    sites["location_quality"] = np.where(at["longitude"].notna(), at["quality"], without)
    sites["at_village"] = at["at_village"].fillna(NO)

    of_site = located[["longitude", "latitude"]].groupby(sites.index.get_indexer(located["pcode"]))
    least, most = of_site.min(), of_site.max()
    north = most["latitude"] - least["latitude"]
    east = (most["longitude"] - least["longitude"]) * np.cos(np.radians(most["latitude"]))
    moved = sites.index[least.index[np.hypot(north, east) * _METRES_PER_DEGREE > _MOVE_M]]
    places = chosen["place"].reindex(moved).to_numpy(dtype=int)
    reader.findings.each("site_moves", places, reader.profile.columns.get("longitude"), metres=_MOVE_M)


def _qualify(sites: pd.DataFrame, statuses: pd.DataFrame) -> None:
    """The last decided status, whatever its age: what the web map of IPIS shows."""
    decided = statuses[(statuses["kind"] == "qualification") & statuses["qualification"].notna()]
    last = decided.sort_values(["date", "status_id"], ascending=[False, True], na_position="last")
    last = last.drop_duplicates("pcode").set_index("pcode").reindex(sites.index)
    sites["qualification"] = last["qualification"].fillna("none")
    sites["qualification_date"] = last["date"]


def _merge(reader: Reader, rows: Rows, sites: pd.DataFrame, visits: pd.DataFrame) -> None:
    """Sites said to be part of another one, unless a team has reached them since."""
    sites["merged_into"] = None
    column = reader.column("not_visited_reason")
    if column is None or not reader.profile.merged_into:
        return
    pattern = re.compile(reader.profile.merged_into, re.IGNORECASE)
    found = [pattern.search(value) for value in column.values]
    target = np.array([*(match.group(1).lower() if match else None for match in found), None], object)
    said = visits[["pcode", "visit_date", "source_order", "on_site"]].assign(
        target=target[column.labels][visits.index]
    )
    said = said[said["target"].notna() | (said["on_site"] == YES)]
    last = said.sort_values(["visit_date", "source_order"], ascending=[False, True], kind="stable")
    last = last.drop_duplicates("pcode")
    last = last[last["target"].notna() & (last["target"] != last["pcode"])]
    sites["merged_into"] = last.set_index("pcode")["target"].reindex(sites.index)
    absent = last[~last["target"].isin(sites.index)]
    raw = np.full(reader.n, None, dtype=object)
    raw[absent.index] = absent["target"]
    reader.findings.each("merged_target_absent", absent.index.to_numpy(dtype=int), column.name, raw)
