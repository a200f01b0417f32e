"""Where the symbols of a map are too dense to be read, as rectangles for insets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

_CELLS = 8  # of a window's side: how finely its best place is searched


@dataclass(frozen=True)
class Zone:
    """A dense rectangle in map metres, and how many crowded sites are in it."""

    west: float
    south: float
    east: float
    north: float
    crowded: int
    scale: float = 0.0  # of the inset that shows it


def inset_zones(
    points: Sequence[tuple[float, float]],
    sizes_mm: Sequence[float],
    scale: float,
    width_mm: float,
    height_mm: float,
    scales: Sequence[float],
    most: int,
    least_resolved: int,
    taken: Sequence[Zone] = (),
    known: dict[float, np.ndarray] | None = None,
) -> list[Zone]:
    """Up to `most` zones for insets of this size on paper, each with the scale that untangles the most sites.

    A site is crowded when its symbol overlaps another one on paper. scales: the denominators to choose from. Zones
    in which fewer than least_resolved sites would stand free are left out. taken: zones that have an inset already.
    known: crowded sites by scale, kept between calls with the same sites.
    """
    points, known = np.asarray(points, float).reshape(-1, 2), {} if known is None else known
    for each in (scale, *scales):
        if each not in known:
            known[each] = crowded_sites(points, sizes_mm, each)
    crowded = known[scale]
    free = {inset: ~known[inset] for inset in scales}
    zones: list[Zone] = []
    while len(zones) < most:
        best: tuple[int, Zone] | None = None
        for inset in scales:
            size = (width_mm * inset / 1000, height_mm * inset / 1000)
            left = crowded & ~_in_any(points, [*taken, *zones])
            if not left.any():
                continue
            zone = _densest(points[left], *size, [*taken, *zones])
            if zone is None:
                continue
            resolved = int((_inside(points, zone) & left & free[inset]).sum())
            if best is None or resolved > best[0]:
                best = resolved, replace(zone, scale=float(inset))
        if best is None or best[0] < max(least_resolved, 1):
            break
        zones.append(best[1])
    return zones


def crowded_sites(
    points: Sequence[tuple[float, float]], sizes_mm: Sequence[float], scale: float
) -> np.ndarray:
    """(n,) bool: sites whose symbol overlaps another one on paper. points in map metres, diameters in mm."""
    points, sizes = np.asarray(points, float).reshape(-1, 2), np.asarray(sizes_mm, float)
    crowded = np.zeros(len(points), bool)
    if len(points) < 2:
        return crowded
    # Of each size the nearest site is enough: pairs of sites grow with the square of their number on the same paper.
    _, first, times = np.unique(points, axis=0, return_inverse=True, return_counts=True)
    largest = np.zeros(len(times))
    np.maximum.at(largest, first.ravel(), sizes)
    crowded |= ((times > 1) & (largest > 0))[first.ravel()]
    shapes = shapely.points(points)
    for size in np.unique(sizes)[::-1]:
        rest = np.flatnonzero(~crowded)
        of_size = shapes[sizes == size]
        near, apart_m = shapely.STRtree(of_size).query_nearest(
            shapes[rest], exclusive=True, return_distance=True, all_matches=False
        )
        rows = rest[near[0]]
        crowded[rows[apart_m < (sizes[rows] + size) / 2 * scale / 1000]] = True
    return crowded


def _in_any(points: np.ndarray, zones: list[Zone]) -> np.ndarray:
    inside = np.zeros(len(points), bool)
    for zone in zones:
        inside |= _inside(points, zone)
    return inside


def _inside(points: np.ndarray, zone: Zone) -> np.ndarray:
    x, y = points.T
    return (x >= zone.west) & (x <= zone.east) & (y >= zone.south) & (y <= zone.north)


def _densest(points: np.ndarray, width: float, height: float, taken: list[Zone]) -> Zone | None:
    """The window with the most points that overlaps none of those taken."""
    cell_x, cell_y = width / _CELLS, height / _CELLS
    west, south = points.min(axis=0) - (width, height)
    column = np.floor((points[:, 0] - west) / cell_x).astype(int)
    row = np.floor((points[:, 1] - south) / cell_y).astype(int)
    counts = np.zeros((row.max() + _CELLS + 1, column.max() + _CELLS + 1), int)
    np.add.at(counts, (row, column), 1)
    sums = counts.cumsum(axis=0).cumsum(axis=1)
    sums = np.pad(sums, ((1, 0), (1, 0)))
    inside = (
        sums[_CELLS:, _CELLS:] - sums[:-_CELLS, _CELLS:] - sums[_CELLS:, :-_CELLS] + sums[:-_CELLS, :-_CELLS]
    )
    places_y = south + np.arange(inside.shape[0])[:, None] * cell_y
    places_x = west + np.arange(inside.shape[1])[None, :] * cell_x
    for zone in taken:
        overlaps = (
            (places_x < zone.east)
            & (places_x + width > zone.west)
            & (places_y < zone.north)
            & (places_y + height > zone.south)
        )
        inside = np.where(overlaps, 0, inside)
    if inside.max() == 0:
        return None
    best_row, best_column = np.unravel_index(int(inside.argmax()), inside.shape)
    found = Zone(
        float(places_x[0, best_column]),
        float(places_y[best_row, 0]),
        float(places_x[0, best_column] + width),
        float(places_y[best_row, 0] + height),
        int(inside[best_row, best_column]),
    )
    return _centred(points, found, taken)


def _centred(points: np.ndarray, zone: Zone, taken: list[Zone]) -> Zone:
    within = points[_inside(points, zone)]
    centre = (within.min(axis=0) + within.max(axis=0)) / 2
    half = np.array([zone.east - zone.west, zone.north - zone.south]) / 2
    (west, south), (east, north) = centre - half, centre + half
    moved = Zone(float(west), float(south), float(east), float(north), zone.crowded)
    clear = all(
        west >= other.east or east <= other.west or south >= other.north or north <= other.south
        for other in taken
    )
    chosen = moved if clear else zone
    return Zone(chosen.west, chosen.south, chosen.east, chosen.north, int(_inside(points, chosen).sum()))
