"""Mine sites set against areas: which cover a site, which is nearest, and how far its boundary is.

A site on the boundary of an area, or within a millimetre of it, is inside. Distances are geodesic, to the
boundary of the one area (not of the union of several), negative inside.

Areas are taken in blocks and sites in cells, so that memory is bounded; no result depends on how they are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely

from . import geodesy
from .boundary_index import BoundaryTree, Nearest
from .site_cells import SiteCells, ranges, site_cells

ON_BOUNDARY_M = 0.001
_CORNERS_SAMPLED = 20_000
_CORNERS_IN_BLOCK = 400_000
_CELLS_IN_BLOCK = 2_000
_CELLS_APART = 8
_SITES_IN_STEP = 2_048
_SITES_IN_TEST = 50_000


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


def _unheard(fraction: float) -> None:
    """Progress of work too short to be told."""


_COLUMNS = ("site", "area", "metres", "azimuth")


def relate(
    lon: np.ndarray,
    lat: np.ndarray,
    polygons: np.ndarray,
    reach_m: float,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Relations:
    """Every covering area, every area whose boundary is within reach_m, and the nearest area, per site.

    lon, lat: (n,) degrees, finite. polygons: (m,) valid polygons in degrees, none missing, m > 0.
    progress: called with 0..1 between steps of bounded work; what it raises ends it.
    """
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    covered = covering(lon, lat, polygons, lambda fraction: progress(0.2 * fraction))
    cells = site_cells(lon, lat)
    limit = _limits(cells, polygons, reach_m, lambda f: progress(0.2 + 0.05 * f))
    limit[_all_covered(cells, covered[0])] = reach_m
    cell, area = _within(cells, polygons, limit, lambda f: progress(0.25 + 0.05 * f))
    cell, area, is_covered = _joined(cells, cell, area, *covered)
    limit = np.where(is_covered, np.inf, limit[cell])
    found = _search(cells, polygons, cell, area, limit, covered, reach_m, lambda f: progress(0.3 + 0.7 * f))
    order = np.argsort(found.site * len(polygons) + found.area, kind="stable")
    site, area, metres, azimuth = (getattr(found, name)[order] for name in _COLUMNS)
    progress(1.0)
    on_boundary = metres <= ON_BOUNDARY_M
    inside = _among(site, area, covered, len(lon)) | on_boundary
    progress(1.0)
    # Adding zero turns the -0.0 of a site on the boundary into 0.
    signed = np.where(inside, -metres, metres) + 0.0
    return Relations(site, area, signed, inside, np.where(on_boundary, np.nan, azimuth))


def looked_at(lon: np.ndarray, lat: np.ndarray, polygons: np.ndarray, reach_m: float) -> np.ndarray:
    """(m,) bool: the areas of which `relate`, with the same arguments, looks at more than the box.

    Also those whose corners it took for a bound that counts. The polygons need not be valid.
    """
    cells = site_cells(lon, lat)
    _, area = _within(cells, polygons, _limits(cells, polygons, reach_m, _unheard), _unheard)
    return np.isin(np.arange(len(polygons)), area)


def covering(
    lon: np.ndarray,
    lat: np.ndarray,
    polygons: np.ndarray,
    progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (site, area) of all sites that lie in an area or exactly on its boundary, by area, then site.

    Sites are sorted by longitude, so that an area looks only at those between its western and eastern end.
    Arguments as for relate.
    """
    order = np.argsort(lon, kind="stable")
    x, y = lon[order], lat[order]
    west, south, east, north = shapely.bounds(polygons).T
    n, sites, areas = len(polygons), [np.empty(0, dtype=int)], [np.empty(0, dtype=int)]
    for turn in (0.0, 360.0, -360.0):  # circles run over the 180th meridian, sites and areas lie on it
        first, end = np.searchsorted(x, west - turn, "left"), np.searchsorted(x, east - turn, "right")
        for number in np.flatnonzero((end > first) & ((turn == 0) | (east >= 180) | (west <= -180))).tolist():
            progress(number / n)
            between = y[first[number] : end[number]]
            rows = first[number] + np.flatnonzero((between >= south[number]) & (between <= north[number]))
            if len(rows) == 0:
                continue
            rows = rows[_covers(polygons[number], x[rows] + turn, y[rows], partial(progress, number / n))]
            sites.append(order[rows])
            areas.append(np.full(len(rows), number))
    # A site at 180 may lie in both halves of an area.
    pairs = np.unique(np.concatenate(areas) * len(lon) + np.concatenate(sites))
    return pairs % max(len(lon), 1), pairs // max(len(lon), 1)


def _covers(
    polygon: shapely.Geometry, lon: np.ndarray, lat: np.ndarray, progress: Callable[[], None]
) -> np.ndarray:
    """Whether each point lies in the polygon or exactly on its boundary."""
    covered = np.empty(len(lon), dtype=bool)
    shapely.prepare(polygon)
    try:
        for begin in range(0, len(lon), _SITES_IN_TEST):
            progress()
            part = slice(begin, begin + _SITES_IN_TEST)
            covered[part] = shapely.intersects_xy(polygon, lon[part], lat[part])
    finally:
        shapely.destroy_prepared(polygon)
    return covered


def _all_covered(cells: SiteCells, site: np.ndarray) -> np.ndarray:
    """(k,) bool: the cells whose sites are all among the covered ones."""
    is_covered = np.zeros(len(cells.order), dtype=bool)
    is_covered[site] = True
    return np.bitwise_and.reduceat(is_covered[cells.order], cells.first) if len(cells.first) else is_covered


def _joined(
    cells: SiteCells, cell: np.ndarray, area: np.ndarray, site: np.ndarray, of_area: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows (cell, area) of both kinds by area, then cell, and which have a site that its area covers."""
    cell_of = np.empty(len(cells.order), dtype=int)
    cell_of[cells.order] = np.repeat(np.arange(len(cells.count)), cells.count)
    covered = np.unique(of_area * len(cells.count) + cell_of[site])
    rows = np.union1d(area * len(cells.count) + cell, covered)
    return rows % len(cells.count), rows // len(cells.count), np.isin(rows, covered, assume_unique=True)


def _search(
    cells: SiteCells,
    polygons: np.ndarray,
    cell: np.ndarray,
    area: np.ndarray,
    limit: np.ndarray,
    covered: tuple[np.ndarray, np.ndarray],
    reach_m: float,
    progress: Callable[[float], None],
) -> Nearest:
    """The nearest place of the area for the sites of rows (cell, area, limit), sorted by area.

    Kept are pairs within reach_m and those covered, and for sites with neither the nearest.
    """
    found = [Nearest(np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0), np.empty(0))]
    n_sites = len(cells.order)
    has_kept = np.zeros(n_sites, dtype=bool)
    has_kept[covered[0]] = True
    beyond = _Beyond(n_sites)
    total, done = max(int(cells.count[cell].sum()), 1), 0
    used = np.unique(area)
    for block in _blocks(shapely.get_num_coordinates(polygons[used]), _CORNERS_IN_BLOCK):
        progress(done / total)
        tree = BoundaryTree(polygons[used[block]])
        begin, end = np.searchsorted(area, used[block][[0, -1]] + [0, 1])
        for step in _blocks(cells.count[cell[begin:end]], _SITES_IN_STEP):
            rows = slice(begin + step.start, begin + step.stop)
            local = np.searchsorted(used[block], area[rows])
            one = tree.nearest(cells, cell[rows], local, limit[rows])
            one = Nearest(one.site, used[block][one.area], one.metres, one.azimuth)
            keep = one.metres <= reach_m
            keep[~keep] = _among(one.site[~keep], one.area[~keep], covered, n_sites)
            found.append(_rows(one, keep))
            has_kept[found[-1].site] = True
            beyond.improve(_nearest_only(_rows(one, ~has_kept[one.site])))
            done += int(cells.count[cell[rows]].sum())
            progress(done / total)
    found.append(beyond.of(np.flatnonzero(~has_kept)))
    return Nearest(*(np.concatenate([getattr(part, name) for part in found]) for name in _COLUMNS))


class _Beyond:
    """The nearest boundary so far of each site that has none within reach."""

    def __init__(self, n_sites: int) -> None:
        self._area = np.full(n_sites, -1)
        self._metres = np.full(n_sites, np.inf)
        self._azimuth = np.full(n_sites, np.nan)

    def improve(self, found: Nearest) -> None:
        """Take what is nearer; areas come in the order of the layer, one a site."""
        better = np.round(found.metres * 1000) < np.round(self._metres[found.site] * 1000)
        site = found.site[better]
        self._area[site] = found.area[better]
        self._metres[site] = found.metres[better]
        self._azimuth[site] = found.azimuth[better]

    def of(self, site: np.ndarray) -> Nearest:
        return Nearest(site, self._area[site], self._metres[site], self._azimuth[site])


def _rows(found: Nearest, rows: np.ndarray) -> Nearest:
    return Nearest(*(getattr(found, name)[rows] for name in _COLUMNS))


def _nearest_only(found: Nearest) -> Nearest:
    """One pair a site: of boundaries equal to the millimetre the first in the layer."""
    order = np.lexsort((found.area, np.round(found.metres * 1000), found.site))
    order = order[np.diff(found.site[order], prepend=-1) != 0]
    return _rows(found, order)


def _among(
    site: np.ndarray, area: np.ndarray, covered: tuple[np.ndarray, np.ndarray], n_sites: int
) -> np.ndarray:
    """Which pairs are among those covered, which stand by area, then site."""
    keys = covered[1] * n_sites + covered[0]
    key = area * n_sites + site
    place = np.searchsorted(keys, key)
    return (place < len(keys)) & (np.append(keys, -1)[place] == key)


def _blocks(weights: np.ndarray, most: int) -> Iterator[slice]:
    """Slices of rows, none empty, whose weights add up to about `most`."""
    part = np.cumsum(weights) // most
    bounds = np.append(np.flatnonzero(np.diff(part, prepend=-1)), len(weights))
    return (slice(begin, end) for begin, end in zip(bounds.tolist(), bounds[1:].tolist()))


def _limits(
    cells: SiteCells, polygons: np.ndarray, reach_m: float, progress: Callable[[float], None]
) -> np.ndarray:
    """(k,) metres straight through the Earth within which a cell's sites have all areas in reach, and one."""
    if len(cells.count) == 0:
        return np.empty(0)
    return np.maximum(reach_m, _to_some_corner(cells, polygons, progress))


def _to_some_corner(cells: SiteCells, polygons: np.ndarray, progress: Callable[[float], None]) -> np.ndarray:
    """(k,) metres straight through the Earth within which every site of a cell has some boundary.

    The nearest of some corners is looked for, of areas whose boxes are nearest to a cell, on a map true to
    scale at the cells' mean latitude; that it may not be the truly nearest does no harm.
    """
    stretch = np.array([max(np.cos(np.radians(np.mean(cells.degrees[:, 1]))), 0.01), 1.0])
    places = shapely.points(cells.degrees * stretch)
    boxes = shapely.box(*(shapely.bounds(polygons) * np.tile(stretch, 2)).T)
    some = places[::_CELLS_APART]  # neighbours follow one another, and any boundary will do
    near = np.unique(_nearest_of(boxes, some, lambda fraction: progress(0.3 * fraction)))
    corners = _samples(polygons[near], lambda fraction: progress(0.3 + 0.3 * fraction))
    points = shapely.points(corners * stretch)
    near = _nearest_of(points, places, lambda fraction: progress(0.6 + 0.4 * fraction))
    away = np.linalg.norm(cells.place - geodesy.to_cartesian(*corners[near].T), axis=1)
    return geodesy.widened(away + cells.radius)


def _nearest_of(shapes: np.ndarray, places: np.ndarray, progress: Callable[[float], None]) -> np.ndarray:
    """(n,) one of the shapes that are nearest to each place, on a plane."""
    tree, near = shapely.STRtree(shapes), []
    for begin in range(0, len(places), _CELLS_IN_BLOCK):
        progress(begin / len(places))
        near.append(tree.query_nearest(places[begin : begin + _CELLS_IN_BLOCK], all_matches=False)[1])
    return np.concatenate(near)


def _samples(polygons: np.ndarray, progress: Callable[[float], None]) -> np.ndarray:
    """Some corners of each boundary, (k, 2) degrees, none at a place where a layer may have been cut."""
    counts = shapely.get_num_coordinates(polygons)
    every = max(int(counts.sum()) // _CORNERS_SAMPLED, 1)
    found = []
    for block in _blocks(counts, _CORNERS_IN_BLOCK):
        progress(block.start / len(polygons))
        corners = shapely.get_coordinates(polygons[block])
        rank = ranges(np.zeros(len(counts[block]), dtype=int), counts[block])
        found.append(corners[rank % every == 0])
    found = np.concatenate(found)
    found = found[np.isfinite(found).all(axis=1)]
    is_cut = (np.abs(found[:, 0]) == 180) | (np.abs(found[:, 1]) == 90)
    return found if is_cut.all() else found[~is_cut]


def _within(
    cells: SiteCells, polygons: np.ndarray, limit: np.ndarray, progress: Callable[[float], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Rows (cell, area), by area, then cell, among which are all with a site within the cell's limit (metres)."""
    bounds = shapely.bounds(polygons)
    tree = shapely.STRtree(shapely.box(*bounds.T))
    ball_centre, ball_radius = _balls(bounds)
    found = [np.empty((2, 0), dtype=int)]
    chord = limit + cells.radius
    for begin in range(0, len(limit), _CELLS_IN_BLOCK):
        progress(begin / len(limit))
        part = slice(begin, begin + _CELLS_IN_BLOCK)
        cell, area = touching(tree, bounds, boxes_round(*cells.degrees[part].T, chord[part]))
        cell += begin
        gap = np.linalg.norm(cells.place[cell] - ball_centre[area], axis=1) - ball_radius[area]
        in_reach = gap <= chord[cell]
        found.append(np.stack([cell[in_reach], area[in_reach]]))
    cell, area = np.concatenate(found, axis=1)
    order = np.lexsort((cell, area))
    return cell[order], area[order]


def boxes_round(lon: np.ndarray, lat: np.ndarray, chord_m: np.ndarray) -> np.ndarray:
    """Boxes in degrees (n, 4) that hold all within a chord of the points.

    To turn by an angle round the axis takes a chord of at least axis distance x sin(angle); to change
    latitude by an angle takes a meridian arc of at least RADIUS_MIN x angle.
    """
    across = np.clip(chord_m / geodesy.axis_distance(lat).clip(1e-3), 0, 1)
    half_lon = np.where(across < 1, np.degrees(np.arcsin(across)), 180.0)
    half_lat = 2 * np.degrees(np.arcsin(np.clip(chord_m / (2 * geodesy.RADIUS_MIN), 0, 1)))
    half_lon = np.where(np.abs(lat) + half_lat >= 90, 180.0, half_lon)
    return np.column_stack([lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat])


def touching(tree: shapely.STRtree, bounds: np.ndarray, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
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
