"""Sites set against protected areas: what each site, each pair of site and area, and each area has to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .area_summary import summarise_areas, tally
from .bands import Bands
from .footprints import relate_footprints
from .overlap import ON_BOUNDARY_M, relate
from .screening_columns import AREA_COLUMNS, PAIR_COLUMNS, PARTLY, SITE_COLUMNS

NAME_SEPARATOR = "; "
NO_GEOMETRY = "no geometry"
NOT_REPORTED = "Not Reported"


@dataclass(frozen=True)
class Screening:
    """What an overlap analysis yields.

    sites: SITE_COLUMNS, a row per site in the order given; empty for sites without a geometry.
    pairs: PAIR_COLUMNS, a row per site and area that covers some of it or lies within the largest band.
    summary: summary_columns without `repaired`, a row per area in the order given. A site inside several
    areas counts in each of them, so its columns must not be added up; totals are for that.
    totals: a row per relation and one for sites without a geometry; columns relation, sites, workers
    (known ones only), workers_unknown (sites). Each site counts once, by its pa_band.
    site_of_pair, area_of_pair: places of the rows of pairs in the tables handed in. area_of_site: (n,) place
    of the area pa_nearest, -1 without a geometry. iucn_rank: (m,) place of each area's category, the
    strictest 0.
    pairs, summary, site_of_pair and area_of_pair are None where pairs were not asked for.
    """

    sites: pd.DataFrame
    pairs: pd.DataFrame | None
    summary: pd.DataFrame | None
    totals: pd.DataFrame
    site_of_pair: np.ndarray | None
    area_of_pair: np.ndarray | None
    area_of_site: np.ndarray
    iucn_rank: np.ndarray


def screen(
    sites: pd.DataFrame,
    areas: pd.DataFrame,
    polygons: np.ndarray,
    bands: Bands,
    progress: Callable[[float], None] = lambda fraction: None,
    *,
    footprints: np.ndarray | None = None,
    with_pairs: bool = True,
    matters: np.ndarray | None = None,
    iucn_order: Sequence[str] = (),
    mineral_words: Mapping[str, str] | None = None,
) -> Screening:
    """Set sites against areas.

    sites: pcode, longitude, latitude (degrees, NaN where there is no point), workers (NaN where unknown);
    minerals (codes), presence, last_visit (datetime64) are summed up per area where they are given.
    areas: AREA_COLUMNS, at least one row; polygons: (m,) their valid polygons in degrees.
    footprints: (n,) valid polygons of the sites in degrees, None where there is none; longitude and
    latitude are not used then. with_pairs: without them, areas that neither cover a point nor are its
    nearest need not be measured; sites and totals are the same. matters: (m,) bool, then, the areas that may cover a
    point or be its nearest (cleaning_near); None when they all may. iucn_order: categories, the strictest first;
    words that are not among them come last, an area without one counts as Not Reported. mineral_words: code -> word
    for it.
    progress: called with 0..1; what it raises ends the work.
    """
    if footprints is None:
        labels, pairs, nearest = _relate_points(sites, polygons, bands, with_pairs, matters, progress)
        share_of_site = np.full(len(sites), np.nan)
    else:
        labels, pairs, nearest, share_of_site = _relate_footprints(footprints, polygons, bands, progress)
    rank = _iucn_ranks(areas["iucn_cat"], iucn_order)
    area_of_site = np.full(len(sites), -1)
    area_of_site[nearest["site"]] = nearest["area"]
    workers = sites["workers"].to_numpy(dtype=float)
    table = _site_table(len(sites), pairs, nearest, areas, labels, rank)
    table["pa_share"] = share_of_site
    sites_and_totals = {
        "sites": table[[column.name for column in SITE_COLUMNS]],
        "totals": _totals(len(sites), nearest, workers, labels),
        "area_of_site": area_of_site,
        "iucn_rank": rank,
    }
    if not with_pairs:
        return Screening(**sites_and_totals, pairs=None, summary=None, site_of_pair=None, area_of_pair=None)
    near = pairs[pairs["is_covered"] | (pairs["distance_m"] <= bands.reach_m)].reset_index(drop=True)
    return Screening(
        **sites_and_totals,
        pairs=_pair_table(near, sites, areas, labels),
        summary=summarise_areas(
            near, nearest, sites, areas, bands, mineral_words or {}, footprints is not None
        ),
        site_of_pair=near["site"].to_numpy(),
        area_of_pair=near["area"].to_numpy(),
    )


def _iucn_ranks(categories: pd.Series, order: Sequence[str]) -> np.ndarray:
    """(n,) place of each category in the order of strictness, in any letter case; other words come last."""
    places = {word.casefold(): place for place, word in enumerate(order)}
    return np.array(
        [places.get(word.casefold(), len(places)) for word in categories_of(categories)], dtype=int
    )


def categories_of(categories: pd.Series) -> list[str]:
    """The categories, Not Reported where none is stated."""
    return [word if isinstance(word, str) and word else NOT_REPORTED for word in categories]


def _relate_points(
    sites: pd.DataFrame,
    polygons: np.ndarray,
    bands: Bands,
    with_pairs: bool,
    matters: np.ndarray | None,
    progress: Callable[[float], None],
) -> tuple[tuple[str, ...], pd.DataFrame, pd.DataFrame]:
    """Labels of relations; pairs with their place among these; the pair that speaks for each site."""
    lon, lat = sites["longitude"].to_numpy(dtype=float), sites["latitude"].to_numpy(dtype=float)
    located = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    reach_m = bands.reach_m if with_pairs else ON_BOUNDARY_M
    every = np.arange(len(polygons)) if matters is None or with_pairs else np.flatnonzero(matters)
    found = relate(lon[located], lat[located], polygons[every], reach_m, progress)
    pairs = pd.DataFrame(
        {
            "site": located[found.site],
            "area": every[found.area],
            "distance_m": found.distance_m,
            "bearing": found.bearing_deg,
            "share": np.nan,
            "shared_ha": np.nan,
            "is_covered": found.is_inside,
            "place": bands.place(found.distance_m),
        }
    )
    return bands.labels, pairs, pairs.iloc[found.nearest()]


def _relate_footprints(
    footprints: np.ndarray, polygons: np.ndarray, bands: Bands, progress: Callable[[float], None]
) -> tuple[tuple[str, ...], pd.DataFrame, pd.DataFrame, np.ndarray]:
    """As _relate_points, and the share of each footprint inside any area."""
    located = np.flatnonzero([footprint is not None for footprint in footprints])
    found = relate_footprints(footprints[located], polygons, bands.reach_m, progress)
    outside = 1 + bands.place(np.maximum(found.distance_m, 1e-9))
    pairs = pd.DataFrame(
        {
            "site": located[found.site],
            "area": found.area,
            "distance_m": found.distance_m,
            "bearing": found.bearing_deg,
            "share": found.share,
            "shared_ha": found.shared_ha,
            "is_covered": found.is_inside | found.is_partly,
            "place": np.where(found.is_inside, 0, np.where(found.is_partly, 1, outside)),
        }
    )
    share_of_site = np.full(len(footprints), np.nan)
    share_of_site[located] = found.inside_any
    labels = (bands.labels[0], PARTLY, *bands.labels[1:])
    return labels, pairs, pairs.iloc[found.nearest()], share_of_site


def _site_table(
    n_sites: int,
    pairs: pd.DataFrame,
    nearest: pd.DataFrame,
    areas: pd.DataFrame,
    labels: tuple[str, ...],
    rank: np.ndarray,
) -> pd.DataFrame:
    covering = pairs[pairs["is_covered"]]
    names, approximate = areas["area_name"].to_numpy(dtype=object), (areas["approximate"] == "yes").to_numpy()
    listed: dict[int, dict[str, None]] = {}
    for site, name in zip(covering["site"].tolist(), names[covering["area"]].tolist()):
        listed.setdefault(site, {})[name] = None
    circled = np.zeros(n_sites, dtype=bool)
    for used in (covering, nearest):
        circled[used["site"][approximate[used["area"]]]] = True

    located = nearest["site"].to_numpy()
    table = pd.DataFrame(index=range(n_sites))
    counts = np.bincount(covering["site"], minlength=n_sites)
    table["pa_count"] = pd.Series(counts[located], index=located, dtype="Int64").reindex(table.index)
    joined = {site: NAME_SEPARATOR.join(found) for site, found in listed.items()}
    table["pa_names"] = [joined.get(site) for site in range(n_sites)]
    site, area = covering["site"].to_numpy(), covering["area"].to_numpy()
    order = np.lexsort((area, rank[area], site))
    strictest = order[np.diff(site[order], prepend=-1) != 0]
    categories = np.array(categories_of(areas["iucn_cat"]), dtype=object)
    table["pa_iucn"] = _spread(categories[area[strictest]], site[strictest], n_sites)
    table["pa_nearest"] = _spread(names[nearest["area"]], located, n_sites)
    for column, source in (("pa_distance_m", "distance_m"), ("pa_bearing", "bearing")):
        table[column] = pd.Series(nearest[source].to_numpy(), index=located).reindex(table.index)
    table["pa_band"] = _spread(np.array(labels, dtype=object)[nearest["place"]], located, n_sites)
    yes_no = np.where(circled[located], "yes", "no").astype(object)
    table["pa_approximate"] = _spread(yes_no, located, n_sites)
    return table


def _pair_table(
    near: pd.DataFrame, sites: pd.DataFrame, areas: pd.DataFrame, labels: tuple[str, ...]
) -> pd.DataFrame:
    table = areas[[column.name for column in AREA_COLUMNS]].iloc[near["area"]].reset_index(drop=True)
    table["pcode"] = sites["pcode"].to_numpy(dtype=object)[near["site"]]
    table["relation"] = np.array(labels, dtype=object)[near["place"]]
    for column in ("distance_m", "bearing", "share", "shared_ha"):
        table[column] = near[column].to_numpy()
    return table[[column.name for column in PAIR_COLUMNS]]


def _totals(
    n_sites: int, nearest: pd.DataFrame, workers: np.ndarray, labels: tuple[str, ...]
) -> pd.DataFrame:
    place = np.full(n_sites, len(labels))
    place[nearest["site"]] = nearest["place"]
    n, people, unknown = tally(place, workers, len(labels) + 1)
    return pd.DataFrame(
        {"relation": [*labels, NO_GEOMETRY], "sites": n, "workers": people, "workers_unknown": unknown}
    )


def _spread(values: np.ndarray, rows: np.ndarray, n: int) -> np.ndarray:
    """Values at their rows of a column of n, None elsewhere."""
    column = np.full(n, None, dtype=object)
    column[rows] = values
    return column
