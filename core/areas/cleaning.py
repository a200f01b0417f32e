"""Layers of areas made fit for use: repaired polygons, points as circles, and a report of what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..exceptions import GeometryError
from ..wording import say
from . import geodesy

_POINT, _POLYGON, _MULTIPOINT, _MULTIPOLYGON = 0, 3, 4, 6
_CORNERS_AT_ONCE = 1_000_000
REPORT_COLUMNS = ("row", "action", "reason", "n_parts_dropped", "area_ha", "area_change_ha")


@dataclass(frozen=True)
class CleanedAreas:
    """Areas in the order of the layer.

    polygons: (n,) valid polygons and multipolygons in degrees, None where the area is left out.
    is_repaired, is_approximate: (n,) bool; approximate areas are circles round a point.
    report: a row per area that is not as it came, columns REPORT_COLUMNS: row (place in the layer from 0),
    action (repaired, circle, left_out), reason, non-areal parts dropped, area in hectares on the
    ellipsoid and how far the repair changed it (invalid rings measured as they were drawn).
    """

    polygons: np.ndarray
    is_repaired: np.ndarray
    is_approximate: np.ndarray
    report: pd.DataFrame

    @property
    def is_used(self) -> np.ndarray:
        """(n,) bool: the areas that are not left out."""
        return ~shapely.is_missing(self.polygons)


def clean_areas(
    geometries: Sequence[shapely.Geometry | None],
    reported_km2: Sequence[float | None] | None = None,
    known_valid: np.ndarray | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
) -> CleanedAreas:
    """Repair polygons, turn points into geodesic circles of their reported area, list all that was done.

    geometries: degrees, EPSG:4326. reported_km2: area per row, used for points only (REP_AREA of the
    World Database on Protected Areas). Each ring is repaired by shapely.make_valid alone, then holes are
    taken out and parts joined: made valid as a whole, overlapping parts of one area would become holes.
    Lines and points that come with polygons are dropped and counted.
    known_valid: (n,) bool, geometries that were found valid before and need not be checked again; the check is
    most of the work. progress: called with 0..1; what it raises ends the work.
    Raises GeometryError when coordinates lie outside -180..180 and -90..90.
    """
    given = np.array(list(geometries) + [None], dtype=object)[:-1]
    has_heights = shapely.get_coordinate_dimension(given) > 2
    given[has_heights] = shapely.force_2d(given[has_heights])
    check_degrees(given)
    km2 = _numbers(reported_km2, len(given))
    kinds = shapely.get_type_id(given)
    is_point = np.isin(kinds, (_POINT, _MULTIPOINT)) & ~shapely.is_empty(given)
    is_valid = _are_valid(given, known_valid, progress)
    polygons = given.copy()
    approximate = np.zeros(len(given), dtype=bool)
    repaired = np.zeros(len(given), dtype=bool)
    rows = []

    def note(
        row: int, action: str, reason: str, parts: int = 0, area: float = 0.0, change: float = 0.0
    ) -> None:
        rows.append((row, action, reason, parts, area, change))

    is_ready = is_valid & np.isin(kinds, (_POLYGON, _MULTIPOLYGON)) & ~shapely.is_empty(given)
    for row in np.flatnonzero(~is_ready).tolist():
        geometry = given[row]
        polygons[row] = None
        if geometry is None or geometry.is_empty:
            note(row, "left_out", "no geometry")
        elif not np.isfinite(shapely.get_coordinates(geometry)).all():
            note(row, "left_out", "coordinates that are no numbers")
        elif is_point[row]:
            if not km2[row] > 0:
                note(row, "left_out", "point without a reported area")
            else:
                polygons[row] = _circles(geometry, float(km2[row]))
                approximate[row] = True
                note(row, "circle", "point with a reported area", area=float(km2[row]) * 100)
        else:
            reason = shapely.is_valid_reason(geometry) if not is_valid[row] else "not only polygons"
            polygon, dropped = _areal(geometry)
            if polygon is None:
                note(row, "left_out", "no area left after repair" if not is_valid[row] else "not a polygon")
            else:
                polygons[row] = polygon
                repaired[row] = True
                before, after = geodesy.area_ha(np.array([geometry, polygon], dtype=object)).tolist()
                note(row, "repaired", reason, dropped, after, after - before)
    return CleanedAreas(polygons, repaired, approximate, pd.DataFrame(rows, columns=list(REPORT_COLUMNS)))


def _are_valid(
    geometries: np.ndarray, known_valid: np.ndarray | None, progress: Callable[[float], None]
) -> np.ndarray:
    is_valid = np.zeros(len(geometries), dtype=bool) if known_valid is None else known_valid.copy()
    open_rows = np.flatnonzero(~is_valid)
    counts = shapely.get_num_coordinates(geometries[open_rows])
    bounds = np.flatnonzero(np.diff(np.cumsum(counts) // _CORNERS_AT_ONCE, prepend=-1))
    for rows in np.split(open_rows, bounds[1:]):
        progress(rows[0] / len(geometries) if len(rows) else 0.0)
        is_valid[rows] = shapely.is_valid(geometries[rows])
    progress(1.0)
    return is_valid


def _circles(points: shapely.Geometry, km2: float) -> shapely.Geometry:
    """A circle of the area; where an area has several points, each gets an equal share of it."""
    places = shapely.get_coordinates(points).tolist()
    circles = [geodesy.circle(lon, lat, km2 / len(places)) for lon, lat in places]
    return shapely.union_all(circles)


def polygons_in(geometry: shapely.Geometry) -> tuple[np.ndarray, int]:
    """The polygons of a geometry, however deep in collections, and how many lines and points it has."""
    parts = shapely.get_parts(geometry)
    while np.any(shapely.get_type_id(parts) >= _MULTIPOINT):
        parts = shapely.get_parts(parts)
    is_areal = shapely.get_type_id(parts) == _POLYGON
    return parts[is_areal], int((~is_areal).sum())


def _areal(geometry: shapely.Geometry) -> tuple[shapely.Geometry | None, int]:
    """The areal part of a geometry made valid, and how many lines and points fell away."""
    parts, n_dropped = polygons_in(geometry)
    whole = shapely.union_all([_by_structure(part) for part in parts])
    return (None if whole.is_empty else whole), n_dropped


def _by_structure(polygon: shapely.Polygon) -> shapely.Geometry:
    """The outer ring made valid, less the holes made valid."""
    shell, *holes = [_ring_area(ring) for ring in shapely.get_rings(polygon)]
    return shapely.difference(shell, shapely.union_all(holes)) if holes else shell


def _ring_area(ring: shapely.LinearRing) -> shapely.Geometry:
    parts = shapely.get_parts(shapely.make_valid(shapely.polygons(ring)))
    parts = shapely.get_parts(parts)
    return shapely.union_all(parts[shapely.get_type_id(parts) == _POLYGON])


def check_degrees(geometries: np.ndarray, rows: np.ndarray | None = None) -> None:
    """Raise GeometryError when coordinates lie outside -180..180 and -90..90.

    rows: (n,) places in the layer from 0, for the message; None when these are all of its geometries.
    """
    bounds = shapely.bounds(geometries)
    outside = (bounds[:, 0] < -180) | (bounds[:, 1] < -90) | (bounds[:, 2] > 180) | (bounds[:, 3] > 90)
    if outside.any():
        first = int(np.flatnonzero(outside)[0])
        row = first if rows is None else int(rows[first])
        west, south, east, north = bounds[first].tolist()
        raise GeometryError(
            say(
                "{n} areas lie outside the degrees of the globe (the first in row {row}: "
                "{west:.6g} to {east:.6g}, {south:.6g} to {north:.6g}); correct the layer's "
                "coordinate reference system.",
                n=int(outside.sum()),
                row=row + 1,
                west=west,
                east=east,
                south=south,
                north=north,
            )
        )


def _numbers(values: Sequence[float | None] | None, n: int) -> np.ndarray:
    if values is None:
        return np.full(n, np.nan)
    return pd.to_numeric(pd.Series(list(values), dtype=object), errors="coerce").to_numpy(dtype=float)
