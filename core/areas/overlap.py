"""Mine sites set against areas: which cover a site, which is nearest, and how far its boundary is.

A site on the boundary of an area, or within a millimetre of it, is inside. Distances are geodesic, to the
boundary of the one area (not of the union of several), negative inside.

Areas are taken in blocks and sites in cells, so that memory is bounded; no result depends on how they are cut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely

from . import geodesy
from .boundary_index import BoundaryTree, Nearest
from .boundary_pieces import blocks
from .containment import SitesByLongitude, by_longitude, in_boxes, inside, pairs_once
from .site_cells import SiteCells, site_cells

ON_BOUNDARY_M = 0.001
_CORNERS_SAMPLED = 20_000
_CORNERS_IN_BLOCK = 400_000
_CELLS_IN_BLOCK = 2_000
_SAMPLED_M = 8_000.0
_SITES_IN_STEP = 2_048


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
    cells = site_cells(lon, lat)
    limit = _limits(cells, polygons, reach_m, lambda f: progress(0.1 * f))
    cell, area = _within(cells, polygons, limit, lambda f: progress(0.1 + 0.05 * f))
    found, covered = _search(
        cells,
        by_longitude(lon, lat),
        polygons,
        cell,
        area,
        limit,
        reach_m,
        lambda f: progress(0.15 + 0.85 * f),
    )
    order = np.argsort(found.site * len(polygons) + found.area, kind="stable")
    site, area, metres, azimuth = (getattr(found, name)[order] for name in _COLUMNS)
    progress(1.0)
    on_boundary = metres <= ON_BOUNDARY_M
    is_inside = _among(site, area, covered, len(lon)) | on_boundary
    progress(1.0)
    # Adding zero turns the -0.0 of a site on the boundary into 0.
    signed = np.where(is_inside, -metres, metres) + 0.0
    return Relations(site, area, signed, is_inside, np.where(on_boundary, np.nan, azimuth))


def _search(
    cells: SiteCells,
    sites: SitesByLongitude,
    polygons: np.ndarray,
    cell: np.ndarray,
    area: np.ndarray,
    limit: np.ndarray,
    reach_m: float,
    progress: Callable[[float], None],
) -> tuple[Nearest, tuple[np.ndarray, np.ndarray]]:
    """The nearest place of the area for the sites of rows (cell, area) by area, and the pairs (site, area) covered.

    limit: (k,) metres within which a cell's sites have what matters; lowered to reach_m where all are covered.
    Kept are pairs within reach_m and those covered, and for sites with neither the nearest.
    """
    none = np.empty(0, dtype=int)
    found, covered = [Nearest(none, none, np.empty(0), np.empty(0))], [(none, none)]
    n_sites, n_cells = len(cells.order), len(cells.count)
    cell_of = np.empty(n_sites, dtype=int)
    cell_of[cells.order] = np.repeat(np.arange(n_cells), cells.count)
    is_covered, has_kept = np.zeros(n_sites, dtype=bool), np.zeros(n_sites, dtype=bool)
    beyond = _Beyond(n_sites)
    total, done = max(int(cells.count[cell].sum()), 1), 0
    used = np.unique(area)
    for block in blocks(shapely.get_num_coordinates(polygons[used]), _CORNERS_IN_BLOCK):
        told = partial(progress, min(done / total, 1.0))
        told()
        areas = used[block]
        tree = BoundaryTree(polygons[areas])
        own = _covered(sites, polygons[areas], tree, told)
        covered.append((own[0], areas[own[1]]))
        if len(own[0]):
            is_covered[own[0]] = has_kept[own[0]] = True
            limit[np.bitwise_and.reduceat(is_covered[cells.order], cells.first)] = reach_m
        begin, end = np.searchsorted(area, areas[[0, -1]] + [0, 1])
        # Rows with a site that the area covers are measured however far the boundary is.
        with_covered = np.unique(own[1] * n_cells + cell_of[own[0]])
        rows = np.searchsorted(areas, area[begin:end]) * n_cells + cell[begin:end]
        rows = np.union1d(rows, with_covered)
        local, of_cell = np.divmod(rows, n_cells)
        limits = np.where(np.isin(rows, with_covered, assume_unique=True), np.inf, limit[of_cell])
        for step in blocks(cells.count[of_cell], _SITES_IN_STEP):
            one = tree.nearest(cells, of_cell[step], local[step], limits[step])
            keep = one.metres <= reach_m
            keep[~keep] = _among(one.site[~keep], one.area[~keep], own, n_sites)
            one = Nearest(one.site, areas[one.area], one.metres, one.azimuth)
            found.append(_rows(one, keep))
            has_kept[found[-1].site] = True
            beyond.improve(_nearest_only(_rows(one, ~has_kept[one.site])))
            done += int(cells.count[of_cell[step]].sum())
            progress(min(done / total, 1.0))
    found.append(beyond.of(np.flatnonzero(~has_kept)))
    return (
        Nearest(*(np.concatenate([getattr(part, name) for part in found]) for name in _COLUMNS)),
        tuple(np.concatenate(column) for column in zip(*covered)),
    )


def _covered(
    sites: SitesByLongitude, polygons: np.ndarray, tree: BoundaryTree, told: Callable[[], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (site, area) of sites in areas, by area, then site, each once."""
    site, area, lon, lat = in_boxes(sites, shapely.bounds(polygons), lambda _: told())
    is_in = inside(polygons, tree.as_drawn, (lon, lat, area), lambda _: told())
    return pairs_once(site[is_in], area[is_in])


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
    some = places[_one_in(cells.place, _SAMPLED_M)]
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


def _one_in(place: np.ndarray, size_m: float) -> np.ndarray:
    """Rows of places (n, 3), one for each cube of the size that has some."""
    x, y, z = np.floor((place + geodesy.A) / size_m).astype(np.int64).T
    return np.unique((x << 42) + (y << 21) + z, return_index=True)[1]


def _samples(polygons: np.ndarray, progress: Callable[[float], None]) -> np.ndarray:
    """Some corners of boundaries, (k, 2) degrees, the first of each, none where a layer may have been cut."""
    counts = shapely.get_num_coordinates(polygons)
    every = max(int(counts.sum()) // _CORNERS_SAMPLED, 1)
    found = []
    for block in blocks(counts, _CORNERS_IN_BLOCK):
        progress(block.start / len(polygons))
        corners = shapely.get_coordinates(polygons[block])
        first = np.cumsum(counts[block]) - counts[block]
        found += [corners[::every], corners[first[counts[block] > 0]]]
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
