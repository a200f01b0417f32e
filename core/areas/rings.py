"""Bands round areas as rings on the ground: all places within 1 km of any area, then 1 to 5 km, ...

A piece of an area, no wider than _WIDEST degrees, is laid on a plane round its own middle where lengths from the
middle are geodesic, is buffered there, and comes back to degrees. So distances hold everywhere on the globe,
however large the area is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..columns import Column
from ..exceptions import GeometryError
from ..wording import say
from .bands import BandError, Bands
from .geodesy import area_ha, direct, inverse, metres_per_degree, to_cartesian

RING_COLUMNS = (
    Column("band", "text", "words of the band, as in pa_band"),
    Column("from_km", "real", "distance from the nearest area at which the band begins"),
    Column("to_km", "real", "distance at which it ends; the band has this limit, not the other"),
    Column("area_ha", "real", "area of the ring on the ellipsoid"),
)

# Lines are straight in degrees: with these lengths they are off by less than 0.6 m on either side of the
# projection (times the tangent of the latitude).
_LONGEST_DEGREES, _LONGEST_M = 0.05, 5_000.0
_WIDEST, _NARROWEST, _MOST_VERTICES = 2.0, 0.02, 20_000
_WIDEST_BAND_KM = 1000.0
# Of the 0.5 % that a ring may be off: how far lines are moved when they are simplified, as a share of the distance.
_SIMPLIFIED = 0.001
# GEOS simplifies by 1 % of the distance before it buffers. Cut into steps, the distance is off by less: on areas
# of DR Congo by 0.97 % in one step, 0.53 % in two, 0.28 % in four.
_STEPS, _CORNERS_A_QUARTER = 4, 8


@dataclass(frozen=True)
class Rings:
    """Rings from the inside out; they touch, do not overlap, and leave out the areas themselves.

    frame: RING_COLUMNS. polygons: (n,) their multipolygons in degrees, within -180..180.
    beyond_pole: places of areas that are in no ring, since the largest band reaches over a pole.
    """

    frame: pd.DataFrame
    polygons: np.ndarray
    beyond_pole: np.ndarray


def rings_of(
    polygons: np.ndarray, bands: Bands, progress: Callable[[float], None] = lambda fraction: None
) -> Rings:
    """Rings round polygons: (m,) valid, in degrees within -180..180.

    A ring is off the geodesic distance by less than 0.5 % of it. progress: called with 0..1, what it raises
    ends the work. Raises BandError for bands beyond 1,000 km, GeometryError where all areas are near a pole.
    """
    if bands.limits_km[-1] > _WIDEST_BAND_KM:
        raise BandError(
            say(
                "A band of {0:g} km is too wide to draw; use at most {1:g} km.",
                bands.limits_km[-1],
                _WIDEST_BAND_KM,
            )
        )
    bounds = shapely.bounds(polygons)
    to_pole = (90 - np.abs(bounds[:, [1, 3]]).max(axis=1)) * metres_per_degree(np.array(0.0))[1]
    is_polar = to_pole <= bands.reach_m
    if is_polar.all():
        raise GeometryError(
            say("The bands reach over a pole from every area; use narrower bands or other areas.")
        )
    parts = shapely.get_parts(polygons[~is_polar])
    limits_m = np.array(bands.limits_km) * 1000
    grown: list[list[shapely.Geometry]] = [[] for _ in limits_m]
    n_vertices, n_done = max(int(shapely.get_num_coordinates(parts).sum()), 1), 0
    for piece in _pieces(parts, (-180.0, -90.0, 180.0, 90.0)):
        for found, buffer in zip(grown, _buffers(shapely.union_all(piece), limits_m)):
            found.append(buffer)
        n_done += int(shapely.get_num_coordinates(piece).sum())
        progress(0.8 * min(n_done / n_vertices, 1.0))
    rings, covered = [], shapely.union_all(parts)
    for place, found in enumerate(grown):
        reached = shapely.union_all([_on_globe(shapely.union_all(found)), covered])
        rings.append(_multi(shapely.difference(reached, covered)))
        covered = reached
        progress(0.8 + 0.2 * (place + 1) / len(grown))
    geometries = np.array(rings, dtype=object)
    frame = pd.DataFrame(
        {
            "band": bands.labels[1:-1],
            "from_km": (0.0, *bands.limits_km[:-1]),
            "to_km": bands.limits_km,
            "area_ha": area_ha(geometries),
        }
    )
    return Rings(frame, geometries, np.flatnonzero(is_polar))


def _pieces(parts: np.ndarray, box: tuple[float, float, float, float]) -> Iterator[np.ndarray]:
    """The polygons cut where a box of degrees is halved, until a box and what lies in it are small."""
    if not len(parts):
        return
    west, south, east, north = box
    wide, high = east - west, north - south
    n_vertices = int(shapely.get_num_coordinates(parts).sum())
    is_small = max(wide, high) <= _WIDEST and n_vertices <= _MOST_VERTICES
    if is_small or max(wide, high) <= _NARROWEST:
        yield parts
        return
    if wide >= high:
        middle = (west + east) / 2
        halves = ((west, south, middle, north), (middle, south, east, north))
        low, high_end, at = 0, 2, middle
    else:
        middle = (south + north) / 2
        halves = ((west, south, east, middle), (west, middle, east, north))
        low, high_end, at = 1, 3, middle
    bounds = shapely.bounds(parts)
    crosses = (bounds[:, low] < at) & (bounds[:, high_end] > at)
    for half, is_in in zip(halves, (bounds[:, high_end] <= at, bounds[:, low] >= at)):
        cut = shapely.get_parts(shapely.intersection(parts[crosses], shapely.box(*half)))
        cut = cut[shapely.get_type_id(cut) == shapely.GeometryType.POLYGON]
        yield from _pieces(np.concatenate([parts[is_in & ~crosses], cut]), half)


def _buffers(piece: shapely.Geometry, limits_m: np.ndarray) -> Iterator[shapely.Geometry]:
    """The piece and all within each limit, in degrees that may go beyond 180."""
    west, south, east, north = shapely.bounds(piece)
    lon, lat = (west + east) / 2, (south + north) / 2
    grown = shapely.transform(
        shapely.segmentize(piece, _LONGEST_DEGREES), lambda degrees: _to_plane(degrees, lon, lat)
    )
    before = 0.0
    for limit in limits_m:
        tolerance = _SIMPLIFIED * (limit - before)
        for _ in range(_STEPS):
            grown = shapely.buffer(
                shapely.simplify(grown, tolerance / _STEPS),
                (limit - before) / _STEPS,
                quad_segs=_CORNERS_A_QUARTER,
            )
        before = limit
        shown = shapely.segmentize(shapely.simplify(grown, _SIMPLIFIED * limit), _LONGEST_M)
        yield shapely.make_valid(shapely.transform(shown, lambda metres: _to_degrees(metres, lon, lat)))


def _to_plane(degrees: np.ndarray, lon: float, lat: float) -> np.ndarray:
    """Metres east and north of a middle: azimuthal equidistant, by geodesic length and normal section.

    The azimuth of the section differs from that of the geodesic by less than 4e-6 radians within 500 km.
    """
    lam, phi = np.radians(lon), np.radians(lat)
    off = to_cartesian(degrees[:, 0], degrees[:, 1]) - to_cartesian(np.array(lon), np.array(lat))
    east = off @ [-np.sin(lam), np.cos(lam), 0.0]
    north = off @ [-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)]
    azimuth = np.arctan2(east, north)
    metres = inverse(lon, lat, degrees[:, 0], degrees[:, 1])
    return np.column_stack([metres * np.sin(azimuth), metres * np.cos(azimuth)])


def _to_degrees(metres: np.ndarray, lon: float, lat: float) -> np.ndarray:
    """Longitude (not wrapped at 180) and latitude of points on the plane of _to_plane."""
    azimuth = np.degrees(np.arctan2(metres[:, 0], metres[:, 1]))
    return np.column_stack(direct(lon, lat, azimuth, np.hypot(metres[:, 0], metres[:, 1])))


def _on_globe(polygon: shapely.Geometry) -> shapely.Geometry:
    """A polygon whose parts beyond the 180th meridian come back on the other side."""
    west, _, east, _ = shapely.bounds(polygon)
    if west >= -180 and east <= 180:
        return polygon
    turns = []
    for turn in (-360.0, 0.0, 360.0):
        part = shapely.intersection(polygon, shapely.box(-180 + turn, -90, 180 + turn, 90))
        turns.append(shapely.transform(part, lambda degrees, turn=turn: degrees - [turn, 0.0]))
    return shapely.union_all(turns)


def _multi(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons of a geometry."""
    parts = shapely.get_parts(geometry)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
