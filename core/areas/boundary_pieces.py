"""Boundaries of areas cut into short pieces, and boxes round these, from the pieces up to whole areas.

Sixteen edges that follow one another are a piece; eight pieces that follow one another are a node, eight nodes a
node of the next level, up to one node for each area. Along a boundary what follows is near, so no sorting is
needed, and all boxes of a level are one array operation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from .site_cells import ranges

EDGES_IN_PIECE = 16
_NODES_IN_NODE = 8


@dataclass(frozen=True)
class Boxes:
    """Nodes of a level: first child (of pieces: first corner), children (edges), boxes in degrees (k, 2)."""

    first: np.ndarray
    count: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Boundaries:
    """Boundaries as they are drawn: corners (v, 2), corners and area of each ring, levels of boxes, pieces first."""

    corners: np.ndarray
    count: np.ndarray
    of_ring: np.ndarray
    levels: list[Boxes]


def boundaries_of(polygons: np.ndarray) -> Boundaries:
    """The boundaries of some polygons or multipolygons, not empty, holes included."""
    corners, count, of_ring = rings_of(polygons)
    first, n_edges, area = cut(corners, np.cumsum(count) - count, count - 1, of_ring)
    levels = box_levels(piece_boxes(corners, first, n_edges), area, len(polygons))
    return Boundaries(corners, count, of_ring, levels)


def blocks(weights: np.ndarray, most: int) -> Iterator[slice]:
    """Slices of rows, none empty, whose weights add up to about `most`."""
    part = np.cumsum(weights) // most
    bounds = np.append(np.flatnonzero(np.diff(part, prepend=-1)), len(weights))
    return (slice(begin, end) for begin, end in zip(bounds.tolist(), bounds[1:].tolist()))


def rings_of(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Corners (v, 2) of polygons and multipolygons, and of each ring the number of corners and the polygon.

    Rings are taken out only where there are several, since GEOS copies them.
    """
    n_corners = shapely.get_num_coordinates(polygons)
    is_ring = (shapely.get_type_id(polygons) == shapely.GeometryType.POLYGON) & (
        shapely.get_num_interior_rings(polygons) == 0
    )
    several = np.flatnonzero(~is_ring)
    if len(several) == 0:
        return shapely.get_coordinates(polygons), n_corners, np.arange(len(polygons))
    parts, of_part = shapely.get_parts(polygons[several], return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    n_rings = np.ones(len(polygons), dtype=int)
    n_rings[several] = np.bincount(of_part[of_ring], minlength=len(several))
    area = np.repeat(np.arange(len(polygons)), n_rings)
    count = np.empty(len(area), dtype=int)
    count[~is_ring[area]] = shapely.get_num_coordinates(rings)
    count[is_ring[area]] = n_corners[is_ring]
    return shapely.get_coordinates(polygons), count, area


def cut(
    corners: np.ndarray, first: np.ndarray, n_edges: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pieces (first corner, number of edges, area) of runs of edges; areas rise."""
    if np.any(area[1:] == area[:-1]):  # islands lie in any order: neighbours go together
        order = np.lexsort((_morton(corners[first].T), area))
        first, n_edges, area = first[order], n_edges[order], area[order]
    n_pieces = -(-n_edges // EDGES_IN_PIECE)
    place = ranges(np.zeros(len(n_edges), dtype=int), n_pieces) * EDGES_IN_PIECE
    count = np.minimum(np.repeat(n_edges, n_pieces) - place, EDGES_IN_PIECE)
    return np.repeat(first, n_pieces) + place, count, np.repeat(area, n_pieces)


def piece_boxes(corners: np.ndarray, first: np.ndarray, count: np.ndarray) -> Boxes:
    """Boxes that hold the corners of pieces."""
    rise = slice(None)
    if np.any(first[1:] < first[:-1]):  # reduceat wants places that rise
        rise = np.argsort(first, kind="stable")
    low, high = np.empty((len(first), 2)), np.empty((len(first), 2))
    low[rise] = np.minimum.reduceat(corners, first[rise], axis=0)
    high[rise] = np.maximum.reduceat(corners, first[rise], axis=0)
    last = corners.take(first + count, axis=0)
    return Boxes(first, count, np.minimum(low, last), np.maximum(high, last))


def box_levels(pieces: Boxes, area: np.ndarray, n_areas: int) -> list[Boxes]:
    """The levels from the pieces up to a node for each area. area: of each piece, rising, each at least once."""
    levels = [pieces]
    while len(area) > n_areas:
        rank = np.arange(len(area)) - np.searchsorted(area, area)
        opens = np.flatnonzero(rank % _NODES_IN_NODE == 0)
        low = np.minimum.reduceat(levels[-1].low, opens, axis=0)
        high = np.maximum.reduceat(levels[-1].high, opens, axis=0)
        levels.append(Boxes(opens, np.diff(np.append(opens, len(area))), low, high))
        area = area[opens]
    return levels


def touching(boundaries: Boundaries, boxes: np.ndarray, area: np.ndarray) -> np.ndarray:
    """(n,) bool: whether boxes in degrees (n, 4) touch the box of some piece of an area each."""
    touches = np.zeros(len(area), dtype=bool)
    row, node = np.arange(len(area)), area
    for level in boundaries.levels[::-1]:
        low, high, box = level.low.take(node, axis=0), level.high.take(node, axis=0), boxes.take(row, axis=0)
        meets = (low <= box[:, 2:]).all(axis=1) & (high >= box[:, :2]).all(axis=1)
        holds = (low >= box[:, :2]).all(axis=1) & (high <= box[:, 2:]).all(axis=1)
        touches[row[meets if level is boundaries.levels[0] else holds]] = True
        keep = np.flatnonzero(meets & ~touches[row])
        row, node = row[keep], node[keep]
        if level is not boundaries.levels[0]:
            row, node = np.repeat(row, level.count[node]), ranges(level.first[node], level.count[node])
    return touches


def corner_places(pieces: Boxes, rows: np.ndarray) -> np.ndarray:
    """(n, 17) places of the corners of some pieces, the last repeated in short ones."""
    steps = np.minimum(np.arange(EDGES_IN_PIECE + 1), pieces.count[rows, None])
    return pieces.first[rows, None] + steps


def _morton(degrees: np.ndarray) -> np.ndarray:
    """A number for places (2, n) in degrees that is close for most that are close."""
    code = np.zeros(degrees.shape[1], dtype=np.int64)
    for shift, axis in enumerate((degrees + 360) / 720):
        part = (axis.clip(0, 1) * (2**31 - 1)).astype(np.int64)
        for bits, mask in (
            (16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F),
            (2, 0x3333333333333333), (1, 0x5555555555555555),
        ):  # fmt: skip
            part = (part | part << bits) & mask
        code |= part << shift
    return code
