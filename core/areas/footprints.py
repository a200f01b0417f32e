"""Footprints (mines, titles, concessions as polygons) set against areas: shares and distances.

A footprint is inside an area when all of it is, partly inside when some of it is. Distances run between
the two boundaries along the ellipsoid: negative for a footprint inside, which so has room on all sides;
0 for one partly inside, which has none; positive outside. A footprint that only touches an area from
outside is at 0 and not inside, since it shares no ground with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from . import geodesy
from .boundary_index import BoundaryTree
from .footprint_shares import Shares, footprint_shares
from .overlap import ON_BOUNDARY_M, relate
from .site_cells import site_cells

_SPACING_DEGREES = 0.005
_SPACING_M = 560.0
_LEAST_SEARCH_M = 10_000.0
_CORNERS_IN_BLOCK = 200_000
_TOLERANCE = 1e-6
_MAX_ROUNDS = 40


@dataclass(frozen=True)
class FootprintRelations:
    """Pairs of a footprint and an area that matter: overlapping, within reach, or the nearest area.

    site, area: (n,) places in the arrays handed in, sorted by site, then area.
    distance_m: (n,) metres, negative inside, 0 partly inside. bearing_deg: (n,) azimuth from the place of the
    footprint's boundary that is nearest to the area's boundary, 0..360; NaN where the two meet.
    is_inside, is_partly: (n,) bool. share: (n,) of the footprint inside the area, 0..1. shared_ha: (n,)
    hectares. inside_any: (m,) share of each footprint inside any area, ground in several counted once.
    """

    site: np.ndarray
    area: np.ndarray
    distance_m: np.ndarray
    bearing_deg: np.ndarray
    is_inside: np.ndarray
    is_partly: np.ndarray
    share: np.ndarray
    shared_ha: np.ndarray
    inside_any: np.ndarray

    def nearest(self) -> np.ndarray:
        """The pair that speaks for each footprint, one per footprint, in their order.

        Areas wholly round it go before areas that hold a part of it (the largest part first), these before
        all others; of several that with the nearest boundary, of equal ones the first in the layer.
        """
        order = _order_of_speaking(
            self.site, self.area, self.distance_m, self.is_inside, self.is_partly, self.shared_ha
        )
        return order[np.diff(self.site[order], prepend=-1) != 0]


def relate_footprints(
    footprints: np.ndarray,
    polygons: np.ndarray,
    reach_m: float,
    progress: Callable[[float], None] = lambda fraction: None,
) -> FootprintRelations:
    """Every area that a footprint overlaps, every one within reach_m of it, and the nearest.

    footprints: (m,), polygons: (k,) valid polygons in degrees, none missing, k > 0.
    Distances are exact to a millimetre or a millionth, whichever is more. Which of two areas is nearest may be
    mistaken where both lie beyond the reach and 10 km, and less than 4 m apart in distance.
    progress: called with 0..1; what it raises ends the work.
    """
    shares = footprint_shares(footprints, polygons, lambda fraction: progress(0.4 * fraction))
    n = len(polygons)
    overlap_code = shares.footprint * n + shares.area
    codes, metres, bearings = [overlap_code], [], []
    meets = {code for code, share in zip(overlap_code.tolist(), shares.share.tolist()) if share < 1}
    parts = list(_corner_blocks(footprints))
    for number, corners in enumerate(parts):
        begin, step = 0.4 + 0.6 * number / len(parts), 0.6 / len(parts)

        def report(fraction: float, begin: float = begin, step: float = step) -> None:
            progress(begin + step * fraction)

        found = _distances(corners, polygons, reach_m, meets, report)
        codes.append(found[0])
        metres.append(found[1])
        bearings.append(found[2])
    known = np.concatenate(codes[1:]) if parts else np.empty(0, dtype=int)
    code = np.unique(np.concatenate(codes))
    distance, bearing = np.zeros(len(code)), np.full(len(code), np.nan)
    if len(known):
        place = np.searchsorted(code, known)
        distance[place], bearing[place] = np.concatenate(metres), np.concatenate(bearings)
    progress(1.0)
    return _kept(code // n, code % n, distance, bearing, shares, reach_m)


def _kept(
    site: np.ndarray,
    area: np.ndarray,
    distance: np.ndarray,
    bearing: np.ndarray,
    shares: Shares,
    reach_m: float,
) -> FootprintRelations:
    n = area.max(initial=0) + 1
    share, shared_ha = np.zeros(len(site)), np.zeros(len(site))
    place = np.searchsorted(site * n + area, shares.footprint * n + shares.area)
    share[place], shared_ha[place] = shares.share, shares.shared_ha
    inside, partly = share == 1, (share > 0) & (share < 1)
    meets = np.zeros(len(site), dtype=bool)
    meets[place] = True
    distance = np.where((meets & ~inside) | (distance <= ON_BOUNDARY_M), 0.0, distance)
    bearing = np.where(distance == 0, np.nan, bearing)
    distance = np.where(inside, -distance, distance) + 0.0
    order = _order_of_speaking(site, area, distance, inside, partly, shared_ha)
    keep = inside | partly | (distance <= reach_m)
    keep[order[np.diff(site[order], prepend=-1) != 0]] = True
    return FootprintRelations(
        *(column[keep] for column in (site, area, distance, bearing, inside, partly, share, shared_ha)),
        shares.inside_any,
    )


def _order_of_speaking(
    site: np.ndarray,
    area: np.ndarray,
    distance: np.ndarray,
    inside: np.ndarray,
    partly: np.ndarray,
    shared_ha: np.ndarray,
) -> np.ndarray:
    millimetres = np.round(np.abs(distance) * 1000)
    rank = np.where(inside, 0, np.where(partly, 1, 2))
    return np.lexsort((area, -np.where(partly, shared_ha, 0), millimetres, rank, site))


@dataclass(frozen=True)
class _Corners:
    """Corners of footprints with long edges cut: degrees, the footprint and the ring of each."""

    lon: np.ndarray
    lat: np.ndarray
    site: np.ndarray
    ring: np.ndarray


def _corner_blocks(footprints: np.ndarray) -> Iterator[_Corners]:
    """The corners of some footprints at a time."""
    counts = np.cumsum(shapely.get_num_coordinates(footprints))
    block = counts // _CORNERS_IN_BLOCK
    for number in np.unique(block).tolist():
        begin = int(np.searchsorted(block, number))
        some = footprints[block == number]
        parts, of_footprint = shapely.get_parts(some, return_index=True)
        rings, of_part = shapely.get_rings(parts, return_index=True)
        xy, ring = shapely.get_coordinates(shapely.segmentize(rings, _SPACING_DEGREES), return_index=True)
        yield _Corners(xy[:, 0], xy[:, 1], of_footprint[of_part][ring] + begin, ring)


def _distances(
    corners: _Corners,
    polygons: np.ndarray,
    reach_m: float,
    meets: set[int],
    progress: Callable[[float], None],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes (footprint * areas + area), distances between boundaries and bearings of pairs within reach.

    meets: codes of pairs whose distance is known to be 0. The corners alone give the distance to within
    half their spacing; `_refine` finds the nearest place between them.
    """
    n = len(polygons)
    search = max(reach_m, _LEAST_SEARCH_M) + _SPACING_M / 2
    found = relate(corners.lon, corners.lat, polygons, search, lambda fraction: progress(0.6 * fraction))
    distance = np.abs(found.distance_m)
    code = corners.site[found.site] * n + found.area
    pairs, pair = np.unique(code, return_inverse=True)
    best = np.full(len(pairs), np.inf)
    bearing = np.full(len(pairs), np.nan)
    _improve(best, bearing, pair, distance, found.bearing_deg)
    best[np.isin(pairs, np.fromiter(meets, dtype=np.int64, count=len(meets)))] = 0.0

    # Edges with an end in the list; an end that is not lies farther than was searched.
    key = found.site * n + found.area
    has_next = np.append(corners.ring[1:] == corners.ring[:-1], False)
    starts = np.unique(
        np.concatenate([key[has_next[found.site]], key[np.append(False, has_next)[found.site]] - n])
    )
    ends = []
    for edge_key in (starts, starts + n):
        place = np.searchsorted(key, edge_key).clip(max=len(key) - 1)
        ends.append(np.where(key[place] == edge_key, distance[place], search))
    corner, area = starts // n, starts % n
    of_pair = np.searchsorted(pairs, corners.site[corner] * n + area)
    edges = _Edges(
        np.stack([corners.lon[corner], corners.lat[corner]], axis=1),
        np.stack([corners.lon[corner + 1], corners.lat[corner + 1]], axis=1),
        *ends,
        of_pair,
    )
    open_edges = np.flatnonzero(_may_be_nearer(edges, best))
    used = np.unique(area[open_edges])
    block = np.cumsum(shapely.get_num_coordinates(polygons[used])) // _CORNERS_IN_BLOCK
    for number in np.unique(block).tolist():
        progress(0.6 + 0.4 * number / (block[-1] + 1))
        some = used[block == number]
        of_block = open_edges[np.isin(area[open_edges], some)]
        local = np.searchsorted(some, area[of_block])
        _refine(BoundaryTree(polygons[some]), edges.take(of_block), local, best, bearing)
    return pairs, best, bearing


@dataclass(frozen=True)
class _Edges:
    """Edges of footprints: ends in degrees (n, 2), their distances from an area's boundary, the pair."""

    start: np.ndarray
    end: np.ndarray
    at_start: np.ndarray
    at_end: np.ndarray
    pair: np.ndarray

    def take(self, rows: np.ndarray) -> _Edges:
        return _Edges(
            self.start[rows], self.end[rows], self.at_start[rows], self.at_end[rows], self.pair[rows]
        )


def _may_be_nearer(edges: _Edges, best: np.ndarray) -> np.ndarray:
    """Whether some place on each edge may be nearer to the area than the best found for its pair.

    Along a straight line the squared distance to a point is the square of the place on the line plus
    a linear part, and on a surface curved as the ellipsoid is it grows no faster; the nearest of many
    points gives the lower envelope. So squared distance less squared place is concave, and the values at both
    ends bound it from below. The edge, straight in degrees, leaves the geodesic by its sag.
    """
    length = geodesy.inverse(*edges.start.T, *edges.end.T)
    a, b, square = edges.at_start**2, edges.at_end**2, np.maximum(length**2, 1e-12)
    t = np.clip((a + square - b) / (2 * square), 0, 1)
    low = np.sqrt(np.maximum((1 - t) * a + t * b - t * (1 - t) * square, 0))
    steep = np.tan(np.radians(np.clip(np.abs(edges.start[:, 1]), 0, 89)))
    sag = square * steep / (4 * geodesy.RADIUS_MIN)
    known = best[edges.pair]
    return low - sag < known - np.maximum(ON_BOUNDARY_M, _TOLERANCE * known)


def _refine(
    tree: BoundaryTree, edges: _Edges, area: np.ndarray, best: np.ndarray, bearing: np.ndarray
) -> None:
    """Halve the edges that may be nearer than the best until none may; changes best and bearing.

    area: (n,) the place of each edge's area in the tree.
    """
    for _ in range(_MAX_ROUNDS):
        rows = np.flatnonzero(_may_be_nearer(edges, best))
        if len(rows) == 0:
            return
        edges, area = edges.take(rows), area[rows]
        middle = (edges.start + edges.end) / 2
        distance, azimuth = _nearest_of(tree, middle[:, 0], middle[:, 1], area)
        _improve(best, bearing, edges.pair, distance, azimuth)
        edges = _Edges(
            np.concatenate([edges.start, middle]),
            np.concatenate([middle, edges.end]),
            np.concatenate([edges.at_start, distance]),
            np.concatenate([distance, edges.at_end]),
            np.concatenate([edges.pair, edges.pair]),
        )
        area = np.concatenate([area, area])


def _nearest_of(
    tree: BoundaryTree, lon: np.ndarray, lat: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Distance and azimuth from points to the boundary of an area each."""
    cells = site_cells(lon, lat)
    n_cells, n_areas = len(cells.count), int(area.max()) + 1
    cell_of = np.empty(len(lon), dtype=int)
    cell_of[cells.order] = np.repeat(np.arange(n_cells), cells.count)
    rows = np.unique(area * n_cells + cell_of)
    found = tree.nearest(cells, rows % n_cells, rows // n_cells, np.full(len(rows), np.inf))
    key = found.site * n_areas + found.area
    order = np.argsort(key)
    place = order[np.searchsorted(key[order], np.arange(len(lon)) * n_areas + area)]
    return found.metres[place], found.azimuth[place]


def _improve(
    best: np.ndarray, bearing: np.ndarray, pair: np.ndarray, distance: np.ndarray, azimuth: np.ndarray
) -> None:
    """Put nearer distances and their azimuths in the place of those known."""
    order = np.lexsort((distance, pair))
    first = order[np.diff(pair[order], prepend=-1) != 0]
    first = first[distance[first] < best[pair[first]]]
    best[pair[first]], bearing[pair[first]] = distance[first], azimuth[first]
