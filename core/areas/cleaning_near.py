"""Areas made fit for use where that can matter to some site: reading and checking them costs more than the analysis.

An area matters when it may cover a site or be its nearest. The boxes tell which areas are likely to be nearest; corners
of their boundaries, checked and repaired, bound how far each site is from some area; areas whose box lies farther from
every site can neither cover one nor be its nearest, whatever their boundaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from . import geodesy
from .cleaning import CleanedAreas, check_degrees, clean_areas
from .overlap import boxes_round, touching

_MOST_SITES = 10_000
_GRID_DEGREES = 0.05
_CORNERS_OF_AN_AREA = 32
_PLACES_AT_ONCE = 2_000
_SLACK_M = 0.01  # boundaries equal to the millimetre are equally near


@dataclass(frozen=True)
class UnreadAreas:
    """Areas in whose place only their box is given so far: is_box (m,) bool.

    read: from their places (k,) to their geometries as core takes them and whether each is known to be valid.
    """

    is_box: np.ndarray
    read: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class SitesNear:
    """Sites that areas are set against: lon, lat (n,) degrees, NaN without a place, and the reach in metres."""

    lon: np.ndarray
    lat: np.ndarray
    reach_m: float


def clean_areas_near(
    geometries: np.ndarray,
    reported_km2: Sequence[float | None],
    known_valid: np.ndarray,
    is_used: np.ndarray,
    near: SitesNear | None,
    progress: Callable[[float], None] = lambda fraction: None,
    unread: UnreadAreas | None = None,
) -> tuple[CleanedAreas, np.ndarray, np.ndarray]:
    """As clean_areas; (m,) bool: areas whose boundaries were checked or known to be valid; and those that matter.

    Areas that were not checked stay as they came, those not read as their boxes. None of them matters: no site lies
    in one or within the reach of one, and each has some other area nearer. is_used: (m,) bool, areas that sites will
    be set against. near: None when all areas are to be checked; all must have been read then.
    """
    if near is None:
        every = np.ones_like(known_valid)
        return clean_areas(geometries, reported_km2, known_valid, progress), every, every
    check_degrees(geometries)
    is_located = np.isfinite(near.lon) & np.isfinite(near.lat)
    places, radius = _places(near.lon[is_located], near.lat[is_located])
    km2 = np.array(reported_km2, dtype=object)
    geometries, is_valid = geometries.copy(), known_valid.copy()
    is_box = np.zeros_like(known_valid) if unread is None else unread.is_box.copy()
    cleaned = clean_areas(geometries, km2, np.ones_like(known_valid))
    is_checked = known_valid | shapely.is_missing(cleaned.polygons) | cleaned.is_approximate

    def check(wanted: np.ndarray, told: Callable[[float], None]) -> CleanedAreas:
        boxes = wanted[is_box[wanted]]
        if len(boxes):
            geometries[boxes], is_valid[boxes] = unread.read(boxes)
            is_box[boxes] = False
        rows = wanted[~is_checked[wanted]]
        is_checked[rows] = True
        return _overlaid(cleaned, rows, clean_areas(geometries[rows], km2[rows], is_valid[rows], told))

    # Coordinates that are no numbers have no box.
    cleaned = check(np.flatnonzero(~np.isfinite(shapely.bounds(geometries)).all(axis=1)), progress)
    used = np.flatnonzero(cleaned.is_used & is_used)
    if is_checked[used].all() or len(places) == 0:
        return cleaned, is_checked, cleaned.is_used
    boxes = shapely.bounds(cleaned.polygons)
    first = used[_nearest_boxes(places, boxes[used])]
    cleaned = check(first, lambda fraction: progress(0.4 * fraction))
    first = first[cleaned.is_used[first]]
    matters = used
    if len(first):
        limit = _to_some_corner(places, radius, near.reach_m, cleaned.polygons[first], progress)
        matters = used[_within(places, limit, boxes[used], lambda fraction: progress(0.5 + 0.1 * fraction))]
    cleaned = check(matters, lambda fraction: progress(0.6 + 0.4 * fraction))
    return cleaned, is_checked, np.isin(np.arange(len(geometries)), matters) & cleaned.is_used


def _overlaid(cleaned: CleanedAreas, rows: np.ndarray, checked: CleanedAreas) -> CleanedAreas:
    """The areas with those of rows as they were found when checked."""
    polygons, is_repaired = cleaned.polygons.copy(), cleaned.is_repaired.copy()
    is_approximate = cleaned.is_approximate.copy()
    polygons[rows], is_repaired[rows] = checked.polygons, checked.is_repaired
    is_approximate[rows] = checked.is_approximate
    found = checked.report.assign(row=rows[checked.report["row"].to_numpy(dtype=int)])
    others = cleaned.report[~cleaned.report["row"].isin(rows)]
    report = pd.concat([others, found]) if len(others) and len(found) else found if len(found) else others
    return CleanedAreas(
        polygons, is_repaired, is_approximate, report.sort_values("row", kind="stable", ignore_index=True)
    )


def _places(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places (k, 2) in degrees that stand for the sites, and how far (m) sites are from theirs.

    They are the sites themselves, or where these are many, the knots of a grid nearest to them.
    """
    degrees = np.column_stack([lon, lat])
    if len(degrees) <= _MOST_SITES:
        return degrees, np.zeros(len(degrees))
    knots = np.round(degrees / _GRID_DEGREES).astype(np.int64)
    _, first, of_site = np.unique(knots @ (1_000_000, 1), return_index=True, return_inverse=True)
    places = knots[first] * _GRID_DEGREES
    places[:, 1] = np.clip(places[:, 1], -90, 90)
    at = geodesy.to_cartesian(*places.T)
    radius = np.zeros(len(places))
    np.maximum.at(radius, of_site, np.linalg.norm(geodesy.to_cartesian(lon, lat) - at[of_site], axis=1))
    return places, radius


def _nearest_boxes(places: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """The boxes that are nearest to some place on the plane, all of those that hold one among them."""
    _, nearest = shapely.STRtree(shapely.box(*boxes.T)).query_nearest(shapely.points(places))
    return np.unique(nearest)


def _to_some_corner(
    places: np.ndarray,
    radius: np.ndarray,
    reach_m: float,
    polygons: np.ndarray,
    progress: Callable[[float], None],
) -> np.ndarray:
    """(k,) metres straight through the Earth from a place to the nearest boundary of each of its sites, at most."""
    every = np.maximum(shapely.get_num_coordinates(polygons) // _CORNERS_OF_AN_AREA, 1).tolist()
    corners = [shapely.get_coordinates(polygon)[::step] for polygon, step in zip(polygons, every)]
    corners = np.concatenate(corners)
    tree = shapely.STRtree(shapely.points(corners))
    nearest = [np.empty(0, dtype=int)]
    for part in _parts(len(places)):
        progress(0.4 + 0.1 * part.start / len(places))
        nearest.append(tree.query_nearest(shapely.points(places[part]), all_matches=False)[1])
    at = geodesy.to_cartesian(*corners[np.concatenate(nearest)].T)
    away = np.linalg.norm(geodesy.to_cartesian(*places.T) - at, axis=1) + radius
    return geodesy.widened(np.maximum(away, reach_m)) + radius + _SLACK_M


def _within(
    places: np.ndarray, limit: np.ndarray, boxes: np.ndarray, progress: Callable[[float], None]
) -> np.ndarray:
    """The boxes among which are all with a point within the limit of some place."""
    tree, found = shapely.STRtree(shapely.box(*boxes.T)), [np.empty(0, dtype=int)]
    for part in _parts(len(places)):
        progress(part.start / len(places))
        found.append(np.unique(touching(tree, boxes, boxes_round(*places[part].T, limit[part]))[1]))
    return np.unique(np.concatenate(found))


def _parts(n: int) -> Iterator[slice]:
    return (slice(begin, begin + _PLACES_AT_ONCE) for begin in range(0, n, _PLACES_AT_ONCE))
