"""Neighbours by shared boundary: queen, rook, and neighbours of neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import shapely

from ..areas.cleaning import polygons_in
from ..areas.site_cells import ranges
from ..exceptions import GeometryError, TableError
from ..wording import say
from .weights import Weights, counts, from_pairs, owners

# Where corners meet, two to four times the tolerance of a boundary lie within it (angles of 30 degrees and more).
_SHORTEST_BORDER_IN_SNAPS = 5
_POLYGONS_AT_ONCE = 1000
_MULTIPOLYGON = 6


def contiguity_weights(
    polygons: Sequence[shapely.Geometry | None],
    rook: bool = False,
    snap: float = 0.0,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Equal weights of polygons that touch: in a point (queen), or along a line (rook).

    polygons: (n,) polygons and multipolygons; None and empty ones have no neighbours. Invalid ones are read as
    shapely.make_valid has them. Polygons that overlap, or lie in each other, are neighbours either way; one in
    another's hole is a neighbour where it touches the edge of the hole.
    snap: in the unit of the coordinates. At 0 the coordinates count as they are drawn, and polygons whose common
    line is rounded differently on either side may be neighbours in points of it only, or none. Above 0, polygons no
    farther apart are queen neighbours too, and rook neighbours where the one's boundary runs within it of the
    other for more than five times the tolerance in one go. Nothing is joined across the 180th meridian.
    report: called with 0..1; what it raises ends the search. Raises GeometryError for other geometries, and
    TableError for a tolerance below 0.
    """
    if not (np.isfinite(snap) and snap >= 0):
        raise TableError(say("A tolerance of {0:g} is no distance; give 0 or more.", snap))
    areas = _readable(polygons)
    tree = shapely.STRtree(areas)
    predicate = {"predicate": "dwithin", "distance": snap} if snap else {"predicate": "intersects"}
    found = [np.zeros((2, 0), dtype=np.int64)]
    common = _common_edges(areas) if rook else None
    for start in range(0, len(areas), _POLYGONS_AT_ONCE):
        report(start / len(areas))
        block = areas[start : start + _POLYGONS_AT_ONCE]
        pairs = tree.query(block, **predicate)
        pairs[0] += start
        pairs = pairs[:, pairs[0] < pairs[1]]
        if rook:
            pairs = pairs[:, _share_a_line(areas, pairs, snap, common)]
        found.append(pairs)
    one, other = np.concatenate(found, axis=1)
    report(1.0)
    return from_pairs(
        len(areas), np.concatenate([one, other]), np.concatenate([other, one]), None, standardised
    )


def higher_order(weights: Weights, order: int, with_lower: bool = False) -> Weights:
    """Sites that are `order` steps away by the shortest way, or at most so many; equal weights.

    The site itself is never among them. Whether the way back exists does not matter: steps go from a site to
    its neighbours. Raises TableError for an order below 1.
    """
    if order < 1:
        raise TableError(say("Neighbours of order {0} do not exist; ask for 1 or more.", order))
    n = len(weights)
    own = np.arange(n) * (n + 1)  # pairs as site times n plus neighbour
    last = owners(weights) * n + weights.neighbours
    reached = np.union1d(last, own)
    for _ in range(order - 1):
        site, through = np.divmod(last, max(n, 1))
        n_next = counts(weights)[through]
        beyond = weights.neighbours[ranges(weights.starts[through], n_next)]
        last = np.setdiff1d(np.repeat(site, n_next) * n + beyond, reached)
        reached = np.union1d(reached, last)
    kept = np.setdiff1d(reached, own) if with_lower else last
    site, neighbour = np.divmod(kept, max(n, 1))
    return from_pairs(n, site, neighbour, None, weights.standardised)


def _readable(polygons: Sequence[shapely.Geometry | None]) -> np.ndarray:
    """(n,) valid polygons in two dimensions; empty where one is missing."""
    areas = shapely.force_2d(np.array([*polygons, None], dtype=object)[:-1])
    bare = shapely.is_missing(areas) | shapely.is_empty(areas)
    areas[bare] = shapely.Polygon()
    kinds = shapely.get_type_id(areas)
    wrong = (kinds != shapely.GeometryType.POLYGON.value) & (kinds != _MULTIPOLYGON)
    if wrong.any():
        raise GeometryError(
            say(
                "{0} features are no polygons (the first in row {1}); take nearest neighbours or a "
                "distance band for points and lines.",
                int(wrong.sum()),
                int(wrong.argmax()) + 1,
            )
        )
    broken = np.flatnonzero(~shapely.is_valid(areas))
    areas[broken] = [shapely.union_all(polygons_in(area)[0]) for area in shapely.make_valid(areas[broken])]
    return areas


def _common_edges(areas: np.ndarray) -> np.ndarray:
    """Pairs of polygons with an edge that is equal to the bit, as in most layers: lower position times n plus higher.

    Of an edge of more than two polygons not all pairs are among them.
    """
    parts, of_part = shapely.get_parts(areas, return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    corners, of_corner = shapely.get_coordinates(rings, return_index=True)
    start = np.flatnonzero((of_corner[1:] == of_corner[:-1]) & (corners[1:] != corners[:-1]).any(axis=1))
    area = of_part[of_ring[of_corner[start]]]
    # Equal edges get equal keys whichever way they run; that equal keys are equal edges is then looked at.
    x, y = (corners + 0.0).T.copy().view(np.uint64)
    mixed = (x * np.uint64(0x9E3779B97F4A7C15)) ^ (y * np.uint64(0xC2B2AE3D27D4EB4F))
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    key = mixed[start] + mixed[start + 1]
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(key[order[1:]] == key[order[:-1]])
    one, other = order[again], order[again + 1]
    begin, end = corners[start[one]], corners[start[one] + 1]
    forward = (begin == corners[start[other]]) & (end == corners[start[other] + 1])
    backward = (begin == corners[start[other] + 1]) & (end == corners[start[other]])
    same = (forward.all(axis=1) | backward.all(axis=1)) & (area[one] != area[other])
    low, high = np.sort([area[one[same]], area[other[same]]], axis=0)
    return np.unique(low * len(areas) + high)


def _share_a_line(areas: np.ndarray, pairs: np.ndarray, snap: float, common: np.ndarray) -> np.ndarray:
    """(m,) bool: pairs of polygons (2, m) that touch along a line. common: from _common_edges."""
    share = np.isin(pairs[0] * len(areas) + pairs[1], common)
    rest = np.flatnonzero(~share)
    # Interiors meet, or the boundaries meet in a line.
    words = shapely.relate(*areas[pairs[:, rest]]).tolist()
    share[rest] = [relation[0] != "F" or relation[4] == "1" for relation in words]
    rest = np.flatnonzero(~share) if snap else []
    for pair in rest:
        border = _border(*areas[pairs[:, pair]], snap)
        share[pair] = border > _SHORTEST_BORDER_IN_SNAPS * snap
    return share


def _border(one: shapely.Polygon, other: shapely.Polygon, snap: float) -> float:
    """The longest way that the boundary of the one runs within the tolerance of the other."""
    boxes = np.array([one.bounds, other.bounds])
    box = (*(boxes[:, :2].max(axis=0) - 2 * snap).tolist(), *(boxes[:, 2:].min(axis=0) + 2 * snap).tolist())
    line = shapely.clip_by_rect(one.boundary, *box)
    around = shapely.buffer(shapely.clip_by_rect(other, *box), snap)
    runs = shapely.get_parts(shapely.line_merge(shapely.intersection(line, around)))
    return float(shapely.length(runs).max(initial=0.0))
