"""Mine sites set against areas: which cover a site, which is nearest, and how far its boundary is.

A site on the boundary of an area, or within a millimetre of it, is inside. Distances are geodesic, to the
boundary of the one area (not of the union of several), negative inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from . import geodesy
from .boundary_index import Boundary

ON_BOUNDARY_M = 0.001
_SAMPLES_PER_AREA = 256
_SITES_IN_BLOCK = 1000


@dataclass(frozen=True)
class Relations:
    """Pairs of a site and an area that matter: inside, within reach, or the nearest area of the site.

    site, area: (n,) places in the arrays handed in, sorted by site, then area.
    distance_m: (n,) signed geodesic distance to the area's boundary, negative inside, 0 on it.
    is_inside: (n,) bool.
    bearing_deg: (n,) azimuth of the geodesic from the site to the nearest place of the area's boundary,
    degrees clockwise from north, 0..360; NaN for a site on the boundary.
    """

    site: np.ndarray
    area: np.ndarray
    distance_m: np.ndarray
    is_inside: np.ndarray
    bearing_deg: np.ndarray

    def nearest(self) -> np.ndarray:
        """The pair that speaks for each site, one per site, in the order of the sites.

        Of the areas that cover the site, else of all, that with the nearest boundary; of boundaries
        equal to the millimetre the first in the layer.
        """
        millimetres = np.round(np.abs(self.distance_m) * 1000)
        order = np.lexsort((self.area, millimetres, ~self.is_inside, self.site))
        return order[np.diff(self.site[order], prepend=-1) != 0]


def relate(
    lon: np.ndarray,
    lat: np.ndarray,
    polygons: np.ndarray,
    reach_m: float,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Relations:
    """Every covering area, every area whose boundary is within reach_m, and the nearest area, per site.

    lon, lat: (n,) degrees, finite. polygons: (m,) valid polygons in degrees, none missing, m > 0.
    progress: called with 0..1 between areas; what it raises ends the work.
    """
    site, area = _candidates(lon, lat, polygons, reach_m, lambda fraction: progress(0.1 * fraction))
    order = np.argsort(area, kind="stable")
    site, area = site[order], area[order]
    distance, bearing, inside = np.empty(len(site)), np.empty(len(site)), np.zeros(len(site), dtype=bool)
    bounds = np.searchsorted(area, np.arange(len(polygons) + 1))
    for number, polygon in enumerate(polygons):
        progress(0.1 + 0.9 * bounds[number] / max(len(site), 1))
        pairs = slice(bounds[number], bounds[number + 1])
        of_pair = site[pairs]
        if len(of_pair) == 0:
            continue
        distance[pairs], bearing[pairs] = Boundary(polygon).nearest(lon[of_pair], lat[of_pair])
        inside[pairs] = _covers(polygon, lon[of_pair], lat[of_pair]) | (distance[pairs] <= ON_BOUNDARY_M)
    # Adding zero turns the -0.0 of a site on the boundary into 0.
    bearing = np.where(distance <= ON_BOUNDARY_M, np.nan, bearing)
    found = Relations(site, area, np.where(inside, -distance, distance) + 0.0, inside, bearing)
    keep = inside | (distance <= reach_m)
    keep[found.nearest()] = True
    kept = np.flatnonzero(keep)
    kept = kept[np.lexsort((area[kept], site[kept]))]
    progress(1.0)
    return Relations(site[kept], area[kept], found.distance_m[kept], inside[kept], bearing[kept])


def _covers(polygon: shapely.Geometry, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Whether each point lies in the polygon or exactly on its boundary."""
    shapely.prepare(polygon)
    covered = shapely.intersects_xy(polygon, lon, lat)
    west, _, east, _ = shapely.bounds(polygon)
    for turn in (360.0, -360.0):  # circles may run over the 180th meridian
        if east > 180 or west < -180:
            covered |= shapely.intersects_xy(polygon, lon + turn, lat)
    shapely.destroy_prepared(polygon)
    return covered


def _candidates(
    lon: np.ndarray,
    lat: np.ndarray,
    polygons: np.ndarray,
    reach_m: float,
    progress: Callable[[float], None],
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (site, area) among which are all that relate must find.

    A corner of some boundary near the site bounds the distance to its nearest area from above; areas whose
    box touches the box round that distance (or the reach) remain. The nearest corner is looked for on a
    map true to scale at the sites' mean latitude; that it may not be the truly nearest does no harm.
    """
    corners = _samples(polygons)
    stretch = np.array([max(np.cos(np.radians(np.mean(lat))), 0.01), 1.0]) if len(lat) else np.ones(2)
    corner_tree = shapely.STRtree(shapely.points(corners * stretch))
    bounds = shapely.bounds(polygons)
    box_tree = shapely.STRtree(shapely.box(*bounds.T))
    ball_centre, ball_radius = _balls(bounds)
    sites, areas = [np.empty(0, dtype=int)], [np.empty(0, dtype=int)]
    for begin in range(0, len(lon), _SITES_IN_BLOCK):
        progress(begin / len(lon))
        x, y = lon[begin : begin + _SITES_IN_BLOCK], lat[begin : begin + _SITES_IN_BLOCK]
        place = geodesy.to_cartesian(x, y)
        near = corner_tree.query_nearest(
            shapely.points(np.column_stack([x, y]) * stretch), all_matches=False
        )[1]
        corner = geodesy.to_cartesian(*corners[near].T)
        chord = geodesy.widened(np.maximum(np.linalg.norm(place - corner, axis=1), reach_m))
        site, area = _touching(box_tree, bounds, _boxes_round(x, y, chord))
        gap = np.linalg.norm(place[site] - ball_centre[area], axis=1) - ball_radius[area]
        in_reach = gap <= chord[site]
        sites.append(site[in_reach] + begin)
        areas.append(area[in_reach])
    return np.concatenate(sites), np.concatenate(areas)


def _samples(polygons: np.ndarray) -> np.ndarray:
    """Some corners of each boundary, (k, 2) degrees."""
    corners, area = shapely.get_coordinates(polygons, return_index=True)
    counts = np.bincount(area, minlength=len(polygons))
    rank = np.arange(len(area)) - np.repeat(np.cumsum(counts) - counts, counts)
    every = np.maximum(counts // _SAMPLES_PER_AREA, 1)
    return corners[rank % every[area] == 0]


def _boxes_round(lon: np.ndarray, lat: np.ndarray, chord_m: np.ndarray) -> np.ndarray:
    """Boxes in degrees (n, 4) that hold all within a chord of the points.

    To turn by an angle round the axis takes a chord of at least axis distance x sin(angle); to change
    latitude by an angle takes a meridian arc of at least RADIUS_MIN x angle.
    """
    across = np.clip(chord_m / geodesy.axis_distance(lat).clip(1e-3), 0, 1)
    half_lon = np.where(across < 1, np.degrees(np.arcsin(across)), 180.0)
    half_lat = 2 * np.degrees(np.arcsin(np.clip(chord_m / (2 * geodesy.RADIUS_MIN), 0, 1)))
    half_lon = np.where(np.abs(lat) + half_lat >= 90, 180.0, half_lon)
    return np.column_stack([lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat])


def _touching(tree: shapely.STRtree, bounds: np.ndarray, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (box, area) that touch, the boxes also one turn to the east and to the west."""
    pairs = []
    for turn in (0.0, 360.0, -360.0):
        west, south, east, north = (boxes + (turn, 0, turn, 0)).T
        rows = np.flatnonzero((east >= bounds[:, 0].min()) & (west <= bounds[:, 2].max()))
        found = tree.query(shapely.box(west[rows], south[rows], east[rows], north[rows]))
        pairs.append(np.stack([rows[found[0]], found[1]]))
    return tuple(np.unique(np.concatenate(pairs, axis=1), axis=1))


def _balls(bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centre (m, 3) and radius in metres of balls that hold boxes in degrees.

    The radius is the longest way on the surface from the middle of the box straight to a corner.
    """
    west, south, east, north = bounds.T
    widest = geodesy.axis_distance(np.clip(0, south, north))
    radius = np.hypot(geodesy.RADIUS_MAX * np.radians(north - south), widest * np.radians(east - west)) / 2
    return geodesy.to_cartesian((west + east) / 2, (south + north) / 2), radius
