"""Which sites lie in which areas.

An area with many sites in its box is prepared by GEOS, which then answers in a fraction of a microsecond. But
preparing takes as long as a hundred answers by counting the edges east of a site, and most areas have few sites.
Of the boxes round the pieces of a boundary (boundary_pieces) only those at the height of the site and not wholly
west of it are opened. A piece wholly east of it counts by its two ends alone. What is left are the edges of a
piece or two. A site on a boundary, or so near that rounding might decide, is left to GEOS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from .boundary_pieces import Boundaries, blocks, boundaries_of, corner_places
from .site_cells import ranges

# Above the rounding of the determinant of two differences (Shewchuk 1997, ccwerrboundA: 3.4e-16).
_ROUNDING = 1e-15
# Preparing takes as long for this many corners as counting edges for a site.
_CORNERS_FOR_A_SITE = 25
_CORNERS_IN_BLOCK = 400_000
_PIECES_AT_ONCE = 20_000
_PAIRS_IN_BLOCK = 200_000
_SITES_GATHERED = 1_000  # of more, an area looks at its own run
_SITES_IN_TEST = 50_000


@dataclass(frozen=True)
class SitesByLongitude:
    """Sites from west to east: the place of each in the arrays handed in, and its degrees."""

    order: np.ndarray
    lon: np.ndarray
    lat: np.ndarray


def by_longitude(lon: np.ndarray, lat: np.ndarray) -> SitesByLongitude:
    order = np.argsort(lon, kind="stable")
    return SitesByLongitude(order, lon[order], lat[order])


def covering(
    lon: np.ndarray,
    lat: np.ndarray,
    polygons: np.ndarray,
    progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (site, area) of all sites that lie in an area or exactly on its boundary, by area, then site.

    lon, lat: (n,) degrees, finite. polygons: (m,) valid polygons in degrees, none missing, m > 0.
    progress: called with 0..1 between steps of bounded work; what it raises ends it.
    """
    site, area, x, y = in_boxes(
        by_longitude(lon, lat), shapely.bounds(polygons), lambda fraction: progress(0.2 * fraction)
    )
    used, local = np.unique(area, return_inverse=True)
    is_in = np.zeros(len(site), dtype=bool)
    for block in blocks(shapely.get_num_coordinates(polygons[used]), _CORNERS_IN_BLOCK):
        rows = slice(*np.searchsorted(local, [block.start, block.stop]))
        share = np.array([block.start, block.stop - block.start]) / len(used)
        is_in[rows] = inside(
            polygons[used[block]],
            None,
            (x[rows], y[rows], local[rows] - block.start),
            lambda fraction, share=share: progress(0.2 + 0.8 * (share[0] + share[1] * fraction)),
        )
    return pairs_once(site[is_in], area[is_in])


def in_boxes(
    sites: SitesByLongitude, bounds: np.ndarray, progress: Callable[[float], None]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Sites in boxes (m, 4): the site, the box (rising), longitude (turned where only so it is in the box), latitude.

    A box looks only at the sites between its western and eastern end.
    """
    found = [(np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0), np.empty(0))]
    for number, turn in enumerate((0.0, 360.0, -360.0)):  # areas run over the 180th meridian or end on it
        is_met = (turn == 0) | (bounds[:, 2] >= 180) | (bounds[:, 0] <= -180)
        first = np.searchsorted(sites.lon, bounds[:, 0] - turn, "left")
        n = np.where(is_met, np.searchsorted(sites.lon, bounds[:, 2] - turn, "right") - first, 0)
        many, few = np.flatnonzero(n > _SITES_GATHERED), np.flatnonzero((n > 0) & (n <= _SITES_GATHERED))
        for one in many.tolist():
            progress(number / 3)
            at = sites.lat[first[one] : first[one] + n[one]]
            row = first[one] + np.flatnonzero((at >= bounds[one, 1]) & (at <= bounds[one, 3]))
            found.append((sites.order[row], np.full(len(row), one), sites.lon[row] + turn, sites.lat[row]))
        for block in blocks(n[few], _PAIRS_IN_BLOCK):
            progress((number + block.start / len(few)) / 3)
            row = ranges(first[few[block]], n[few[block]])
            box = np.repeat(few[block], n[few[block]])
            at = sites.lat[row]
            keep = np.flatnonzero((at >= bounds[box, 1]) & (at <= bounds[box, 3]))
            found.append((sites.order[row[keep]], box[keep], sites.lon[row[keep]] + turn, at[keep]))
    site, box, x, y = (np.concatenate(column) for column in zip(*found))
    order = np.argsort(box, kind="stable")
    return site[order], box[order], x[order], y[order]


def pairs_once(site: np.ndarray, area: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs by area, then site, each once: a site at 180 may lie in both halves of an area."""
    n = int(site.max()) + 1 if len(site) else 1
    pairs = np.unique(area * n + site)
    return pairs % n, pairs // n


def inside(
    polygons: np.ndarray,
    boundaries: Boundaries | None,
    places: tuple[np.ndarray, np.ndarray, np.ndarray],
    progress: Callable[[float], None],
) -> np.ndarray:
    """(n,) bool: whether each place lies in its area or exactly on its boundary.

    boundaries: those of the polygons if they are there. places: longitude, latitude and area, the areas rising.
    """
    x, y, area = places
    corners = shapely.get_num_coordinates(polygons)
    to_geos = (np.bincount(area, minlength=len(polygons)) * _CORNERS_FOR_A_SITE > corners)[area]
    is_in = np.zeros(len(x), dtype=bool)
    few = np.flatnonzero(~to_geos)
    if len(few):
        of_few = area[few]
        if boundaries is None:
            used, of_few = np.unique(of_few, return_inverse=True)
            boundaries = boundaries_of(polygons[used])
        is_in[few], to_geos[few] = _by_edges(boundaries, x[few], y[few], of_few)
    rest = np.flatnonzero(to_geos)
    ends = np.append(np.flatnonzero(np.diff(area[rest], prepend=-1)), len(rest)).tolist()
    for begin, end in zip(ends, ends[1:]):
        polygon = polygons[area[rest[begin]]]
        shapely.prepare(polygon)
        try:
            for start in range(begin, end, _SITES_IN_TEST):
                progress(start / len(rest))
                rows = rest[start : min(start + _SITES_IN_TEST, end)]
                is_in[rows] = shapely.intersects_xy(polygon, x[rows], y[rows])
        finally:
            shapely.destroy_prepared(polygon)
    return is_in


def _by_edges(
    boundaries: Boundaries, x: np.ndarray, y: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Whether each place lies in its area, and whether that is open; both (n,) bool."""
    corners, levels = boundaries.corners, boundaries.levels
    row, node = np.arange(len(area)), area
    for level in levels[::-1]:
        at = y[row]
        low, high = level.low.take(node, axis=0), level.high.take(node, axis=0)
        keep = np.flatnonzero((low[:, 1] <= at) & (high[:, 1] >= at) & (high[:, 0] >= x[row]))
        row, node, west = row[keep], node[keep], low[keep, 0]
        if level is not levels[0]:
            row, node = np.repeat(row, level.count[node]), ranges(level.first[node], level.count[node])
    pieces = levels[0]
    is_east = west > x[row]
    start, end = pieces.first[node[is_east]], pieces.first[node[is_east]] + pieces.count[node[is_east]]
    at = y[row[is_east]]
    crosses = (corners[start, 1] > at) != (corners[end, 1] > at)
    crossings = np.bincount(row[is_east][crosses], minlength=len(area))
    is_open = np.zeros(len(area), dtype=bool)
    row, node = row[~is_east], node[~is_east]
    for begin in range(0, len(row), _PIECES_AT_ONCE):
        part = slice(begin, begin + _PIECES_AT_ONCE)
        to_corner = corners.take(corner_places(pieces, node[part]), axis=0)
        to_corner -= np.column_stack([x[row[part]], y[row[part]]])[:, None]
        n_east, unsure = _edges_east(to_corner[..., 0], to_corner[..., 1])
        crossings += np.bincount(row[part], weights=n_east, minlength=len(area)).astype(int)
        is_open[row[part][unsure]] = True
    return crossings % 2 == 1, is_open


def _edges_east(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many of the edges of each line (n, k) the way east from the origin crosses; where rounding may decide."""
    above = y > 0
    x1, y1, x2, y2 = x[:, :-1], y[:, :-1], x[:, 1:], y[:, 1:]
    left, right = x1 * y2, x2 * y1
    turn = left - right
    crosses = (above[:, :-1] != above[:, 1:]) & ((turn > 0) == above[:, 1:])
    unsure = (
        (np.abs(turn) <= _ROUNDING * (np.abs(left) + np.abs(right)))
        & (np.minimum(x1, x2) <= 0)
        & (np.maximum(x1, x2) >= 0)
        & (np.minimum(y1, y2) <= 0)
        & (np.maximum(y1, y2) >= 0)
    )
    return crosses.sum(axis=1), unsure.any(axis=1)
