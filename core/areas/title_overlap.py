"""Mine sites set against mining titles, and titles against each other: tables per site, pair and class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..columns import Column
from . import geodesy
from .area_pairs import meeting
from .overlap import ON_BOUNDARY_M, relate
from .titles import CLASSES, COOPERATIVE, STANDINGS, UNKNOWN

NO_TITLE = "none"
NO_GEOMETRY = "no geometry"
SURE = "sure"
# Overlaps below this share of both titles come from rounded corners of neighbours.
SLIVER_SHARE = 0.001

_OF_TITLE = (
    Column("title_code", "text", "number of the title"),
    Column("title_type", "text", "type as the cadastre writes it"),
    Column("title_group", "text", "kind of title: artisanal_zone, exploitation, research ..., none, unknown"),
    Column("title_status", "text", "status as the cadastre writes it"),
    Column("title_standing", "text", "on the reference date: active, unknown, pending, expired, refused"),
    Column("title_holder", "text", "holder as the cadastre writes it"),
    Column("title_cooperative", "text", "the holder is a cooperative: yes, no, unknown"),
    Column("title_expiry", "date", "day of expiry; empty where it is not known"),
)
SITE_COLUMNS = (
    Column("title_class", "text", "prohibited, zea_active, cooperative, other_active, none, or unknown"),
    Column("title_sure", "text", "sure, or what leaves the class open"),
    Column("title_date", "date", "date of the title layer"),
    Column("n_titles", "int", "titles that cover the site, whatever their standing; the boundary is inside"),
    *_OF_TITLE,
)
PAIR_COLUMNS = (
    Column("pcode", "text", "key of the site"),
    *_OF_TITLE,
    Column("distance_m", "real", "metres on the ellipsoid to the boundary of the title, negative inside"),
    Column("on_boundary", "text", "the site is within 1 mm of the boundary: yes, no"),
)
SUMMARY_COLUMNS = (
    Column("counted_by", "text", "what the sites are told apart by; each site counts once in each of these"),
    Column("value", "text", "its value, of the title that speaks for the site"),
    Column("sites", "int", "sites"),
    Column("workers", "int", "their workers, as far as known; empty when none is known"),
    Column("workers_unknown", "int", "sites among them whose workers are not known"),
)
OVERLAP_COLUMNS = (
    *(Column(f"{column.name}_{side}", column.kind, column.note) for side in "ab" for column in _OF_TITLE),
    Column("shared_ha", "real", "shared area in hectares on the ellipsoid"),
    Column("share_a", "real", "shared area as a share of title a, 0 to 1"),
    Column("share_b", "real", "shared area as a share of title b, 0 to 1"),
    Column("is_sliver", "text", "less than 0.1 % of both titles, as rounded corners give: yes, no"),
)
_COUNTED_BY = ("class", "group", "standing", "type", "status", "holder")
_DOUBTS = ("boundary", "expiry", "status", "type", "holder")


@dataclass(frozen=True)
class TitleScreening:
    """What setting sites against titles yields.

    sites: SITE_COLUMNS, a row per site in the order given. pairs: PAIR_COLUMNS, a row per site and title
    that covers it. summary: SUMMARY_COLUMNS; within each value of counted_by every site counts once.
    """

    sites: pd.DataFrame
    pairs: pd.DataFrame
    summary: pd.DataFrame


def screen_titles(
    sites: pd.DataFrame,
    titles: pd.DataFrame,
    polygons: np.ndarray,
    layer_date: np.datetime64,
    has_zones: bool,
    progress: Callable[[float], None] = lambda fraction: None,
) -> TitleScreening:
    """Which titles cover each site, which of them speaks for it, and the class of the site.

    sites: pcode, longitude, latitude (degrees, NaN where there is no point), workers (NaN where unknown).
    titles: as classify_titles yields it, at least one row; polygons: (m,) valid polygons in degrees.
    layer_date: date of the layer, NaT where it is not known. has_zones: the layer holds artisanal zones
    (also such as are left out for their geometry).

    The class is the last one in CLASSES that a title gives the site. It is unknown where a title of
    unknown standing, type or holder, or one whose boundary runs through the site, could change it; where
    the layer's date is not known; and, for sites outside all titles that count, where the layer holds no
    artisanal zones. Of several titles one speaks for the site: active before unknown before others, then
    the class that counts most, then the first in the layer.
    """
    lon, lat = sites["longitude"].to_numpy(float), sites["latitude"].to_numpy(float)
    located = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    found = relate(lon[located], lat[located], polygons, ON_BOUNDARY_M, progress)
    inside = np.flatnonzero(found.is_inside)
    site, title = located[found.site[inside]], found.area[inside]
    distance = found.distance_m[inside]
    of_pair = titles.iloc[title].reset_index(drop=True)
    on_boundary = np.abs(distance) <= ON_BOUNDARY_M
    low = np.where(on_boundary, 0, of_pair["low"].to_numpy(int))
    high = of_pair["high"].to_numpy(int)

    n = len(sites)
    least, most = np.zeros(n, dtype=int), np.zeros(n, dtype=int)
    np.maximum.at(least, site, low)
    np.maximum.at(most, site, high)
    doubts = _doubts(of_pair, on_boundary & (high > 0), low, high)
    is_open = least != most
    speaker = _speaking(site, title, of_pair, high)

    table = pd.DataFrame(index=range(n))
    is_located = np.isin(np.arange(n), located)
    lacks_zones = is_located & ~is_open & (most == 0) & (not has_zones)
    reasons = {row: [] for row in np.flatnonzero(is_open).tolist()}
    for name, holds in doubts.items():
        for row in np.unique(site[holds & (high > least[site])]).tolist():
            if row in reasons:
                reasons[row].append(name)
    sure = np.array([SURE] * n, dtype=object)
    for row, names in reasons.items():
        sure[row] = ", ".join(names)
    sure[lacks_zones] = "no zones in layer"
    if np.isnat(layer_date):
        sure[:] = "layer date"
    sure[~is_located] = NO_GEOMETRY
    classes = np.array(CLASSES, dtype=object)[most]
    table["title_class"] = np.where(sure == SURE, classes, UNKNOWN)
    table["title_sure"] = sure
    table["title_date"] = pd.Series(np.full(n, layer_date, dtype="datetime64[ns]"), index=table.index)
    counts = pd.Series(np.bincount(site, minlength=n), index=table.index, dtype="Int64")
    table["n_titles"] = counts.where(is_located)
    speaking = _title_columns(of_pair.iloc[speaker]).set_axis(site[speaker], axis=0).reindex(table.index)
    speaking.loc[is_located & (table["n_titles"].fillna(0) == 0).to_numpy(), "title_group"] = NO_TITLE
    table = pd.concat([table, speaking], axis=1)

    pairs = _title_columns(of_pair)
    pairs.insert(0, "pcode", sites["pcode"].to_numpy(object)[site])
    pairs["distance_m"] = distance
    pairs["on_boundary"] = np.where(on_boundary, "yes", "no").astype(object)
    return TitleScreening(table, pairs, _summary(table, sites["workers"].to_numpy(float), is_located))


def overlaps_of(
    titles: pd.DataFrame,
    polygons: np.ndarray,
    progress: Callable[[float], None] = lambda fraction: None,
    block: int = 500,
) -> tuple[pd.DataFrame, np.ndarray]:
    """Pairs of titles that share an area, OVERLAP_COLUMNS, and the shared polygons in degrees.

    Titles that only touch are no pair. progress: called with 0..1 between blocks of pairs; what it raises
    ends the work.
    """
    first, second = meeting(polygons, lambda done: progress(0.3 * done))
    first, second = first[first < second], second[first < second]
    shared = np.full(len(first), None, dtype=object)
    for begin in range(0, len(first), block):
        progress(0.3 + 0.6 * begin / len(first))
        part = slice(begin, begin + block)
        shared[part] = _areal(shapely.intersection(polygons[first[part]], polygons[second[part]]))
    area = geodesy.area_ha(shared)
    kept = np.flatnonzero(area > 0)
    first, second, shared, area = first[kept], second[kept], shared[kept], area[kept]
    whole = geodesy.area_ha(polygons, lambda done: progress(0.9 + 0.1 * done))
    table = pd.concat(
        [
            _title_columns(titles.iloc[side].reset_index(drop=True)).add_suffix(f"_{name}")
            for name, side in (("a", first), ("b", second))
        ],
        axis=1,
    )
    # Areas go by great circles between corners: a piece with more corners than the whole can measure more.
    area = np.minimum(area, np.minimum(whole[first], whole[second]))
    table["shared_ha"] = area
    table["share_a"], table["share_b"] = area / whole[first], area / whole[second]
    is_sliver = (table["share_a"] < SLIVER_SHARE) & (table["share_b"] < SLIVER_SHARE)
    table["is_sliver"] = np.where(is_sliver, "yes", "no").astype(object)
    progress(1.0)
    return table, shared


def _doubts(
    of_pair: pd.DataFrame, on_boundary: np.ndarray, low: np.ndarray, high: np.ndarray
) -> dict[str, np.ndarray]:
    """For each word of _DOUBTS the pairs that it leaves open."""
    doubt = of_pair["doubt"].to_numpy(object)
    counts = high > low
    is_type = counts & (of_pair["group"] == UNKNOWN).to_numpy()
    is_holder = counts & (high == CLASSES.index(COOPERATIVE)) & (of_pair["cooperative"] == UNKNOWN).to_numpy()
    holds = (on_boundary, counts & (doubt == "expiry"), counts & (doubt == "status"), is_type, is_holder)
    return dict(zip(_DOUBTS, holds))


def _speaking(site: np.ndarray, title: np.ndarray, of_pair: pd.DataFrame, high: np.ndarray) -> np.ndarray:
    """The pair that speaks for each site that lies in a title, in the order of the sites."""
    standing = of_pair["standing"].map({name: place for place, name in enumerate(STANDINGS)}).to_numpy(int)
    order = np.lexsort((title, -high, standing, site))
    return order[np.diff(site[order], prepend=-1) != 0]


def _title_columns(titles: pd.DataFrame) -> pd.DataFrame:
    """The columns _OF_TITLE of rows of titles."""
    names = [column.name for column in _OF_TITLE]
    table = titles[[name[len("title_") :] for name in names]].reset_index(drop=True)
    return table.set_axis(names, axis=1)


def _summary(table: pd.DataFrame, workers: np.ndarray, is_located: np.ndarray) -> pd.DataFrame:
    parts = []
    for name in _COUNTED_BY:
        values = table[f"title_{name}"].where(table["n_titles"].fillna(0) > 0, NO_TITLE).fillna("not stated")
        if name == "class":
            values = table["title_class"]
        values = values.where(is_located, NO_GEOMETRY)
        people = pd.DataFrame({"value": values.to_numpy(object), "workers": workers})
        grouped = people.groupby("value", sort=True)["workers"]
        part = pd.DataFrame(
            {"sites": grouped.size(), "workers": grouped.sum(min_count=1), "known": grouped.count()}
        ).reset_index()
        part.insert(0, "counted_by", f"title_{name}")
        part["workers_unknown"] = part["sites"] - part["known"]
        parts.append(part.sort_values("sites", ascending=False, kind="stable"))
    summary = pd.concat(parts, ignore_index=True).drop(columns="known")
    summary["workers"] = summary["workers"].round().astype("Int64")
    return summary[[column.name for column in SUMMARY_COLUMNS]]


def _areal(geometries: np.ndarray) -> np.ndarray:
    """The polygons in each geometry as one multipolygon; an empty one where there is none."""
    parts, place = shapely.get_parts(geometries, return_index=True)
    while np.any(shapely.get_type_id(parts) > 3):
        parts, inner = shapely.get_parts(parts, return_index=True)
        place = place[inner]
    is_polygon = (shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)
    made = np.array([shapely.MultiPolygon()] * len(geometries) + [None], dtype=object)[:-1]
    if is_polygon.any():
        shapely.multipolygons(parts[is_polygon], indices=place[is_polygon], out=made)
    return made
