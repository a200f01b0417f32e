"""The tables of an overlap analysis: per site, per pair of site and area, per area, and in total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..columns import Column
from .bands import INSIDE, Bands
from .overlap import relate

NAME_SEPARATOR = "; "
NO_GEOMETRY = "no geometry"

SITE_COLUMNS = (
    Column("pa_count", "int", "number of areas that cover the site; its boundary counts as inside"),
    Column("pa_names", "text", "names of these areas, each once"),
    Column("pa_nearest", "text", "area with the nearest boundary, among those that cover the site if any do"),
    Column("pa_distance_m", "real", "metres on the ellipsoid to the boundary of pa_nearest, negative inside"),
    Column("pa_band", "text", "inside, or the distance band; a limit belongs to the band that it closes"),
    Column("pa_approximate", "text", "an area named here is a circle of its reported size: yes, no"),
)
AREA_COLUMNS = (
    Column("area_id", "text", "key of the area"),
    Column("area_name", "text", "name of the area"),
    Column("designation", "text", "kind of protection"),
    Column("iucn_cat", "text", "IUCN management category"),
    Column("status", "text", "legal status of the area"),
    Column("tier", "int", "1, or 2 for an area of the second tier: proposed, of unknown status, UNESCO-MAB"),
    Column("approximate", "text", "the boundary is a circle of the reported size: yes, no"),
)
PAIR_COLUMNS = (
    Column("pcode", "text", "key of the site"),
    *AREA_COLUMNS,
    Column("relation", "text", "inside, or the distance band"),
    Column("distance_m", "real", "metres on the ellipsoid to the area's boundary, negative inside"),
)


def summary_columns(bands: Bands) -> tuple[Column, ...]:
    """The columns of the table of areas: sites and workers inside, then for each band."""
    counts = [
        Column("sites_inside", "int", "sites inside the area or on its boundary"),
        Column("workers_inside", "int", "their workers, as far as known; empty when none is known"),
    ]
    for name, label in zip(bands.names, bands.labels[1:]):
        counts += [
            Column(f"sites_{name}", "int", f"sites {label} from the area that lie inside no area"),
            Column(f"workers_{name}", "int", "their workers, as far as known; empty when none is known"),
        ]
    unknown = Column("workers_unknown", "int", "sites counted in this row whose workers are not known")
    return (*AREA_COLUMNS, Column("repaired", "text", "the polygon was repaired: yes, no"), *counts, unknown)


@dataclass(frozen=True)
class Screening:
    """What an overlap analysis yields.

    sites: SITE_COLUMNS, a row per site in the order given; empty for sites without coordinates.
    pairs: PAIR_COLUMNS, a row per site and area that covers it or lies within the largest band.
    summary: summary_columns without `repaired`, a row per area in the order given. A site inside several
    areas counts in each of them, so its columns must not be added up; totals are for that.
    totals: a row per label of the bands and one for sites without coordinates; columns relation, sites,
    workers (known ones only), workers_unknown (sites). Each site counts once, by its pa_band.
    """

    sites: pd.DataFrame
    pairs: pd.DataFrame
    summary: pd.DataFrame
    totals: pd.DataFrame


def screen(
    sites: pd.DataFrame,
    areas: pd.DataFrame,
    polygons: np.ndarray,
    bands: Bands,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Screening:
    """Set sites against areas.

    sites: pcode, longitude, latitude (degrees, NaN where there is no point), workers (NaN where unknown).
    areas: AREA_COLUMNS, at least one row; polygons: (m,) their valid polygons in degrees.
    progress: called with 0..1; what it raises ends the work.
    """
    lon, lat = sites["longitude"].to_numpy(dtype=float), sites["latitude"].to_numpy(dtype=float)
    located = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    found = relate(lon[located], lat[located], polygons, bands.reach_m, progress)
    pairs = pd.DataFrame(
        {
            "site": located[found.site],
            "area": found.area,
            "distance_m": found.distance_m,
            "is_inside": found.is_inside,
            "place": bands.place(found.distance_m),
        }
    )
    nearest = pairs.iloc[found.nearest()]
    workers = sites["workers"].to_numpy(dtype=float)
    near = pairs[pairs["is_inside"] | (pairs["distance_m"] <= bands.reach_m)]
    return Screening(
        sites=_site_table(len(sites), pairs, nearest, areas, bands),
        pairs=_pair_table(near, sites, areas, bands),
        summary=_summary(near, nearest, workers, areas, bands),
        totals=_totals(len(sites), nearest, workers, bands),
    )


def _site_table(
    n_sites: int, pairs: pd.DataFrame, nearest: pd.DataFrame, areas: pd.DataFrame, bands: Bands
) -> pd.DataFrame:
    inside = pairs[pairs["is_inside"]]
    names, approximate = areas["area_name"].to_numpy(dtype=object), (areas["approximate"] == "yes").to_numpy()
    listed: dict[int, dict[str, None]] = {}
    for site, name in zip(inside["site"].tolist(), names[inside["area"]].tolist()):
        listed.setdefault(site, {})[name] = None
    circled = np.zeros(n_sites, dtype=bool)
    for used in (inside, nearest):
        circled[used["site"][approximate[used["area"]]]] = True

    located = nearest["site"].to_numpy()
    table = pd.DataFrame(index=range(n_sites))
    counts = np.bincount(inside["site"], minlength=n_sites)
    table["pa_count"] = pd.Series(counts[located], index=located, dtype="Int64").reindex(table.index)
    joined = {site: NAME_SEPARATOR.join(found) for site, found in listed.items()}
    table["pa_names"] = [joined.get(site) for site in range(n_sites)]
    table["pa_nearest"] = _spread(names[nearest["area"]], located, n_sites)
    table["pa_distance_m"] = pd.Series(nearest["distance_m"].to_numpy(), index=located).reindex(table.index)
    table["pa_band"] = _spread(np.array(bands.labels, dtype=object)[nearest["place"]], located, n_sites)
    yes_no = np.where(circled[located], "yes", "no").astype(object)
    table["pa_approximate"] = _spread(yes_no, located, n_sites)
    return table


def _pair_table(near: pd.DataFrame, sites: pd.DataFrame, areas: pd.DataFrame, bands: Bands) -> pd.DataFrame:
    table = areas[[column.name for column in AREA_COLUMNS]].iloc[near["area"]].reset_index(drop=True)
    table.insert(0, "pcode", sites["pcode"].to_numpy(dtype=object)[near["site"]])
    table["relation"] = np.array(bands.labels, dtype=object)[near["place"]]
    table["distance_m"] = near["distance_m"].to_numpy()
    return table


def _summary(
    near: pd.DataFrame, nearest: pd.DataFrame, workers: np.ndarray, areas: pd.DataFrame, bands: Bands
) -> pd.DataFrame:
    table = areas[[column.name for column in AREA_COLUMNS]].reset_index(drop=True)
    covered = nearest.loc[nearest["is_inside"], "site"]
    counted = near[near["is_inside"] | ~near["site"].isin(covered)]
    for place, name in enumerate((INSIDE, *bands.names)):
        group = counted[counted["place"] == place]
        n, people, _ = _tally(group["area"].to_numpy(), workers[group["site"]], len(areas))
        table[f"sites_{name}"] = pd.array(n, dtype="Int64")
        table[f"workers_{name}"] = pd.Series(people).round().astype("Int64")
    unknown = _tally(counted["area"].to_numpy(), workers[counted["site"]], len(areas))[2]
    table["workers_unknown"] = pd.array(unknown, dtype="Int64")
    return table


def _totals(n_sites: int, nearest: pd.DataFrame, workers: np.ndarray, bands: Bands) -> pd.DataFrame:
    place = np.full(n_sites, len(bands.labels))
    place[nearest["site"]] = nearest["place"]
    n, people, unknown = _tally(place, workers, len(bands.labels) + 1)
    return pd.DataFrame(
        {"relation": [*bands.labels, NO_GEOMETRY], "sites": n, "workers": people, "workers_unknown": unknown}
    )


def _tally(
    group: np.ndarray, workers: np.ndarray, n_groups: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Per group: sites, their known workers (NaN when there are sites and none is known), unknowns."""
    is_known = np.isfinite(workers)
    n = np.bincount(group, minlength=n_groups)
    unknown = np.bincount(group[~is_known], minlength=n_groups)
    people = np.bincount(group[is_known], weights=workers[is_known], minlength=n_groups)
    return n, np.where((n > 0) & (unknown == n), np.nan, people), unknown


def _spread(values: np.ndarray, rows: np.ndarray, n: int) -> np.ndarray:
    """Values at their rows of a column of n, None elsewhere."""
    column = np.full(n, None, dtype=object)
    column[rows] = values
    return column
