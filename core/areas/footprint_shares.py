"""How much of each footprint lies inside protected areas, per area and inside any of them.

Most footprints near an area lie wholly inside or outside it: no box round a piece of its boundary (boundary_pieces)
touches their own, and then one place tells of all. Only the others are cut, each with the part of the area
round it alone: an area of 500,000 corners is clipped to ever smaller boxes, halving the footprints in turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely

from . import geodesy
from .boundary_pieces import blocks, boundaries_of, touching
from .containment import inside

# A shared area, or a rest outside, below a square metre and a thousandth of the footprint is rounding.
SLIVER_HA = 0.0001
SLIVER_SHARE = 0.001
_CLIP_AS_IT_IS = 64  # corners
_CORNERS_IN_BLOCK = 400_000
_PAIRS_AT_ONCE = 20_000
_MARGIN_DEGREES = 1e-5
_LONGEST_EDGE_DEGREES = 0.05


@dataclass(frozen=True)
class Shares:
    """Pairs of a footprint and an area that it overlaps or touches, and the share inside any area.

    footprint, area: (n,) places in the arrays handed in, sorted by footprint, then area. share: (n,) of the
    footprint, 0..1, exactly 0 where they only touch, exactly 1 where the footprint lies wholly inside.
    shared_ha: (n,) hectares on the ellipsoid. inside_any: (m,) share of each footprint inside the union
    of all areas, 0..1.
    """

    footprint: np.ndarray
    area: np.ndarray
    share: np.ndarray
    shared_ha: np.ndarray
    inside_any: np.ndarray


def footprint_shares(
    footprints: np.ndarray,
    polygons: np.ndarray,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Shares:
    """The share of each footprint (m,) inside each polygon (k,): valid polygons in degrees, none missing.

    progress: called with 0..1 between areas; what it raises ends the work.
    """
    whole_ha = _hectares(footprints)
    tree = shapely.STRtree(footprints)
    none = np.empty(0, dtype=int)
    rows, areas, pieces = [none], [none], [np.empty(0, dtype=object)]
    given, of_area = _one_turn_too(polygons)
    for block in blocks(shapely.get_num_coordinates(given), _CORNERS_IN_BLOCK):
        told = partial(progress, 0.9 * block.start / len(given))
        told()
        number, row = tree.query(given[block])
        number += block.start
        is_inside, is_cut = _beside_edges(footprints, given, row, number, told)
        for rows_of_kind, numbers, shared in (
            (row[is_inside], number[is_inside], np.full(is_inside.sum(), None, dtype=object)),
            _cut(footprints, given, row[is_cut], number[is_cut], told),
        ):
            rows.append(rows_of_kind)
            areas.append(of_area[numbers])
            pieces.append(shared)
    row, area, piece = np.concatenate(rows), np.concatenate(areas), np.concatenate(pieces)
    order = np.lexsort((area, row))
    row, area, piece = row[order], area[order], piece[order]

    is_whole = shapely.is_missing(piece)  # stands for the footprint itself
    hectares = whole_ha[row]
    if not is_whole.all():
        hectares[~is_whole] = _hectares(piece[~is_whole])
    inside_any = _inside_any(row, area, piece, whole_ha)
    # An area that runs over the 180th meridian came twice; its two parts share nothing.
    opens = np.flatnonzero((np.diff(row, prepend=-1) != 0) | (np.diff(area, prepend=-1) != 0))
    hectares = np.add.reduceat(hectares, opens) if len(opens) else hectares
    row, area = row[opens], area[opens]
    share = _rounded(hectares, whole_ha[row])
    shared_ha = np.where(share == 1, whole_ha[row], np.where(share == 0, 0.0, hectares))
    progress(1.0)
    return Shares(row, area, share, shared_ha, inside_any)


def _one_turn_too(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons, and those that run over the 180th meridian also one turn away; the area of each."""
    west, _, east, _ = shapely.bounds(polygons).T
    given, of_area = [polygons], [np.arange(len(polygons))]
    for turn, is_over in ((-360.0, east > 180), (360.0, west < -180)):
        given.append(shapely.transform(polygons[is_over], lambda xy, turn=turn: xy + (turn, 0)))
        of_area.append(np.flatnonzero(is_over))
    return np.concatenate(given), np.concatenate(of_area)


def _beside_edges(
    footprints: np.ndarray,
    polygons: np.ndarray,
    row: np.ndarray,
    number: np.ndarray,
    told: Callable[[], None],
) -> tuple[np.ndarray, np.ndarray]:
    """Which pairs of a footprint and a polygon have the footprint wholly inside, and which are to be cut."""
    used, local = np.unique(number, return_inverse=True)
    is_inside, is_cut = np.zeros(len(row), dtype=bool), np.zeros(len(row), dtype=bool)
    if len(used) == 0:
        return is_inside, is_cut
    boundaries = boundaries_of(polygons[used])
    boxes = shapely.bounds(footprints[row])
    for begin in range(0, len(row), _PAIRS_AT_ONCE):
        told()
        part = slice(begin, begin + _PAIRS_AT_ONCE)
        is_cut[part] = touching(boundaries, boxes[part], local[part])
    clear = np.flatnonzero(~is_cut)
    clear = clear[np.argsort(local[clear], kind="stable")]
    corner = boxes[clear, 0], boxes[clear, 1], local[clear]
    is_inside[clear] = inside(polygons[used], boundaries, corner, lambda _: told())
    return is_inside, is_cut


def _cut(
    footprints: np.ndarray,
    polygons: np.ndarray,
    row: np.ndarray,
    number: np.ndarray,
    told: Callable[[], None],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs that share at least a place, and what they share."""
    order = np.lexsort((row, number))
    row, number = row[order], number[order]
    pieces = np.full(len(row), None, dtype=object)
    ends = np.append(np.flatnonzero(np.diff(number, prepend=-1)), len(row)).tolist()
    for begin, end in zip(ends, ends[1:]):
        told()
        polygon, near = polygons[number[begin]], footprints[row[begin:end]]
        parts = np.full(len(near), None, dtype=object)
        boxes = shapely.bounds(near) + np.array([-1, -1, 1, 1]) * _MARGIN_DEGREES
        _clip(polygon, boxes, np.arange(len(near)), parts)
        parts[~shapely.is_valid(parts)] = polygon  # clipping may leave rings that touch themselves
        pieces[begin:end] = shapely.intersection(parts, near)
    meets = ~shapely.is_empty(pieces)
    return row[meets], number[meets], pieces[meets]


def _clip(polygon: shapely.Geometry, boxes: np.ndarray, rows: np.ndarray, parts: np.ndarray) -> None:
    """Put into parts[rows] what of the polygon lies in or near their boxes (west, south, east, north)."""
    if shapely.get_num_coordinates(polygon) <= _CLIP_AS_IT_IS:
        parts[rows] = polygon
        return
    west, south = boxes[rows, :2].min(axis=0)
    east, north = boxes[rows, 2:].max(axis=0)
    clipped = shapely.clip_by_rect(polygon, west, south, east, north)
    if len(rows) == 1:
        parts[rows[0]] = clipped
        return
    axis = int(north - south > east - west)
    order = rows[np.argsort(boxes[rows, axis] + boxes[rows, axis + 2], kind="stable")]
    for half in (order[: len(order) // 2], order[len(order) // 2 :]):
        _clip(clipped, boxes, half, parts)


def _inside_any(row: np.ndarray, area: np.ndarray, piece: np.ndarray, whole_ha: np.ndarray) -> np.ndarray:
    """Share of each footprint inside the union of its pieces."""
    inside = np.zeros(len(whole_ha))
    starts = np.searchsorted(row, np.arange(len(whole_ha) + 1))
    is_whole = shapely.is_missing(piece)
    inside[row[is_whole]] = 1.0
    counts = np.diff(starts)
    single = np.flatnonzero((counts == 1) & (inside == 0))
    joined = np.flatnonzero((counts > 1) & (inside == 0))
    shared = np.full(len(whole_ha), None, dtype=object)
    shared[single] = piece[starts[single]]
    for number in joined.tolist():
        shared[number] = shapely.union_all(piece[starts[number] : starts[number + 1]])
    cut = np.concatenate([single, joined])
    if len(cut):
        inside[cut] = _rounded(_hectares(shared[cut]), whole_ha[cut])
    return inside


def _hectares(geometries: np.ndarray) -> np.ndarray:
    """Hectares on the ellipsoid with edges straight in degrees, so that an edge that is cut stays where it was."""
    west, south, east, north = shapely.bounds(geometries).T
    wide = np.maximum(east - west, north - south) > _LONGEST_EDGE_DEGREES
    cut = geometries.copy()
    cut[wide] = shapely.segmentize(cut[wide], _LONGEST_EDGE_DEGREES)
    return geodesy.area_ha(cut)


def _rounded(hectares: np.ndarray, whole_ha: np.ndarray) -> np.ndarray:
    """Hectares as a share of the whole, 0 or 1 where it is so but for rounding."""
    sliver = np.minimum(SLIVER_HA, SLIVER_SHARE * whole_ha)
    share = np.clip(hectares / whole_ha, 0, 1)
    return np.where(hectares < sliver, 0.0, np.where(whole_ha - hectares < sliver, 1.0, share))
