"""Which points lie in which areas, for many areas with few points each, by counting the edges east of a point.

A prepared polygon answers in a fraction of a microsecond, but preparing takes as long as a hundred answers
by the way taken here: of the boxes round the pieces of a boundary (boundary_pieces) only those at the height
of the point and not wholly west of it are opened. A piece wholly east of it counts by its two ends alone.
What is left are the edges of a piece or two.

A point exactly on a boundary, or so near that rounding might decide, is not decided here but said to be open.
"""

from __future__ import annotations

import numpy as np

from .boundary_pieces import box_levels, corner_places, cut, piece_boxes, ranges, rings_of

# Above the rounding of the determinant of two differences (Shewchuk 1997, ccwerrboundA: 3.4e-16).
_ROUNDING = 1e-15
_PIECES_AT_ONCE = 20_000


def contains(
    polygons: np.ndarray, lon: np.ndarray, lat: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Whether each point lies in its polygon, and whether that is open; both (n,) bool.

    polygons: (m,) valid polygons and multipolygons, not empty; lon, lat: (n,) on the plane of the polygons; area:
    (n,) the polygon of each point.
    """
    corners, count, of_ring = rings_of(polygons)
    first, n_edges, of_piece = cut(np.cumsum(count) - count, count - 1, of_ring)
    levels = box_levels(piece_boxes(corners, first, n_edges), of_piece, len(polygons))
    row, node = np.arange(len(area)), area
    for level in levels[::-1]:
        x, y = lon[row], lat[row]
        low, high = level.low.take(node, axis=0), level.high.take(node, axis=0)
        keep = np.flatnonzero((low[:, 1] <= y) & (high[:, 1] >= y) & (high[:, 0] >= x))
        row, node, west = row[keep], node[keep], low[keep, 0]
        if level is not levels[0]:
            row, node = np.repeat(row, level.count[node]), ranges(level.first[node], level.count[node])
    pieces = levels[0]
    is_east = west > lon[row]
    start = pieces.first[node[is_east]]
    y = lat[row[is_east]]
    crosses = (corners[start, 1] > y) != (corners[start + pieces.count[node[is_east]], 1] > y)
    crossings = np.bincount(row[is_east][crosses], minlength=len(area))
    is_open = np.zeros(len(area), dtype=bool)
    row, node = row[~is_east], node[~is_east]
    for begin in range(0, len(row), _PIECES_AT_ONCE):
        part = slice(begin, begin + _PIECES_AT_ONCE)
        to_corner = corners.take(corner_places(pieces, node[part]), axis=0)
        to_corner -= np.column_stack([lon[row[part]], lat[row[part]]])[:, None]
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
