"""Tables of a screening: sites by administrative unit, category and band; the largest overlaps."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..scorecard.groups import OUTSIDE, Grouping, by_name, by_polygon
from ..tables import UNKNOWN
from .screening import NO_GEOMETRY, Screening, categories_of
from .screening_columns import LARGEST_COLUMNS, UNIT_COLUMNS

_BEYOND = "beyond"
_DTYPES = {"text": object, "int": "Int64", "real": "float64", "date": "datetime64[ns]"}


def units_of_fields(sites: pd.DataFrame) -> pd.DataFrame:
    """Columns within (province) and unit (territory, else the province) of sites with admin1 and admin2.

    Spellings that differ in letter case, accents and hyphens are one unit; what is not stated is unknown.
    """
    n = len(sites)
    none = pd.Series([None] * n, dtype=object)
    province, territory = sites.get("admin1", none), sites.get("admin2", none)
    larger = _names(by_name(province), n)
    if territory.isna().all():
        return pd.DataFrame({"within": None, "unit": larger}, dtype=object)
    return pd.DataFrame({"within": larger, "unit": _names(by_name(territory, province), n)}, dtype=object)


def units_of_polygons(
    lon: np.ndarray, lat: np.ndarray, polygons: np.ndarray, names: pd.Series
) -> pd.DataFrame:
    """Columns within (empty) and unit of points in degrees, NaN without one.

    polygons: (m,) valid, in degrees. A point on the boundary of several belongs to the first.
    """
    grouping = by_polygon(lon, lat, polygons, names, names)
    return pd.DataFrame({"within": None, "unit": _names(grouping, len(lon))}, dtype=object)


def _names(grouping: Grouping, n: int) -> np.ndarray:
    """The name of the first group of each row."""
    names = np.full(n, UNKNOWN, dtype=object)
    order = np.lexsort((grouping.group, grouping.row))[::-1]
    names[grouping.row[order]] = grouping.groups["group_name"].to_numpy(dtype=object)[grouping.group[order]]
    return names


def by_unit(
    screening: Screening, units: pd.DataFrame, workers: np.ndarray, areas: pd.DataFrame
) -> pd.DataFrame:
    """UNIT_COLUMNS, a row per unit, category and relation that has sites; each site counts in one row.

    units: within, unit, a row per site. workers: (n,), NaN where unknown. areas: as for `screen`.
    """
    sites = screening.sites
    categories = np.array([*categories_of(areas["iucn_cat"]), None], dtype=object)
    relations = screening.totals["relation"].tolist()
    relation = sites["pa_band"].where(sites["pa_band"].notna(), NO_GEOMETRY)
    of_nearest = pd.Series(categories[screening.area_of_site], index=sites.index)
    is_beyond = relation.str.startswith(_BEYOND)
    category = sites["pa_iucn"].where(sites["pa_iucn"].notna(), of_nearest.where(~is_beyond, None))
    ranks = dict(zip(categories.tolist(), screening.iucn_rank.tolist()))
    table = pd.DataFrame(
        {
            "within": units["within"].to_numpy(object),
            "unit": units["unit"].to_numpy(object),
            "iucn_cat": category.to_numpy(object),
            "relation": relation.to_numpy(object),
            "workers": workers,
        }
    )
    table["last"] = table["unit"].isin([OUTSIDE, UNKNOWN])
    table["rank"] = [ranks.get(word, len(ranks)) for word in table["iucn_cat"]]
    table["place"] = table["relation"].map({label: place for place, label in enumerate(relations)})
    keys = ["within", "last", "unit", "rank", "iucn_cat", "place", "relation"]
    filled = table.assign(**{key: table[key].fillna("") for key in ("within", "iucn_cat")})
    grouped = filled.groupby(keys, sort=True)["workers"]
    counted = pd.DataFrame(
        {"sites": grouped.size(), "workers": grouped.sum(min_count=1), "known": grouped.count()}
    ).reset_index()
    counted["workers_unknown"] = counted["sites"] - counted["known"]
    for key in ("within", "iucn_cat"):
        counted[key] = counted[key].where(counted[key] != "", None)
    for key in ("sites", "workers", "workers_unknown"):
        counted[key] = counted[key].round().astype("Int64")
    return counted[[column.name for column in UNIT_COLUMNS]]


def largest_overlaps(
    screening: Screening, sites: pd.DataFrame, areas: pd.DataFrame, footprints: bool, n: int
) -> pd.DataFrame:
    """LARGEST_COLUMNS, the n largest overlaps, each site once.

    Of footprints by the hectares shared, each with the area with which it shares most. Of points by the
    workers (unknown ones last, which is not to say that they are few), then by the depth inside, each with the
    area of the strictest category, then that in which it lies deepest. sites: as for `screen`, and name,
    admin1, admin2 where they are known.
    """
    pairs = screening.pairs
    site, area = screening.site_of_pair, screening.area_of_pair
    covers = (pairs["share"] > 0 if footprints else pairs["distance_m"] <= 0).to_numpy()
    rows = np.flatnonzero(covers)
    shared = pairs["shared_ha"].fillna(0).to_numpy()
    rank, depth = screening.iucn_rank[area], pairs["distance_m"].to_numpy()
    order = rows[np.lexsort((area[rows], depth[rows], rank[rows], -shared[rows], site[rows]))]
    first = order[np.diff(site[order], prepend=-1) != 0]
    workers = sites["workers"].to_numpy(dtype=float)[site[first]]
    by_size = np.lexsort((site[first], depth[first], -np.nan_to_num(workers, nan=-1.0), -shared[first]))
    rows = first[by_size][:n]

    parts = (
        pairs.iloc[rows].drop(columns="pcode"),
        screening.sites.iloc[site[rows]],
        sites.iloc[site[rows]],
    )
    table = pd.concat([part.reset_index(drop=True) for part in parts], axis=1)
    table["workers"] = table["workers"].round()
    table["rank"] = np.arange(1, len(table) + 1)
    table = table.reindex(columns=[column.name for column in LARGEST_COLUMNS])
    return table.astype({column.name: _DTYPES[column.kind] for column in LARGEST_COLUMNS})
