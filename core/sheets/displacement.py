"""Sites at one place, set in a ring around it so that each is seen.

Two sites are at the same place when they are no more than SAME_PLACE_M apart on the ground and, on paper, nearer
than half the smaller of their symbols. Near neighbours that are merely crowded are left where they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

SAME_PLACE_M = 50.0  # what two readings of a hand-held receiver at one pit may differ by
GAP_MM = 0.3  # of paper between symbols of a ring


@dataclass(frozen=True)
class Place:
    """A place with several sites: its centre, its sites (row numbers) and where they are drawn, in map metres."""

    x: float
    y: float
    sites: list[int]
    drawn: list[tuple[float, float]]


def displaced_places(
    points: Sequence[tuple[float, float]], sizes_mm: Sequence[float], scale: float
) -> list[Place]:
    """The places with two or more sites. points: map metres; sizes_mm: diameters on paper, both by site.

    The order of the rows decides who stands where: hand them in a fixed order. Symbols of one place do not
    overlap; the first stands in the north, the others follow clockwise.
    """
    points, sizes = np.asarray(points, float).reshape(-1, 2), np.asarray(sizes_mm, float)
    return [_ring(points, sizes, members, scale) for members in _same_places(points, sizes, scale)]


def _same_places(points: np.ndarray, sizes: np.ndarray, scale: float) -> list[list[int]]:
    """Row numbers of each place; a place is a first site and all that are near to that one: no chains."""
    if len(points) < 2:
        return []
    shapes = shapely.points(points)
    near = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=SAME_PLACE_M)
    near = near[:, near[0] < near[1]]
    apart_m = np.hypot(*(points[near[0]] - points[near[1]]).T)
    most_m = np.minimum(sizes[near[0]], sizes[near[1]]) / 2 * scale / 1000
    near = near[:, apart_m <= most_m]
    followers: dict[int, list[int]] = {}
    for first, second in sorted(zip(*near.tolist())):
        followers.setdefault(first, []).append(second)
    taken: set[int] = set()
    places = []
    for first in sorted(followers):
        if first in taken:
            continue
        members = [first, *(row for row in followers[first] if row not in taken)]
        taken.update(members)
        if len(members) > 1:
            places.append(members)
    return places


def _ring(points: np.ndarray, sizes: np.ndarray, members: list[int], scale: float) -> Place:
    centre = points[members].mean(axis=0)
    room = float(sizes[members].max()) + GAP_MM
    radius = room / 2 / math.sin(math.pi / len(members)) * scale / 1000
    angles = 2 * np.pi * np.arange(len(members)) / len(members)
    # Two stand side by side: above each other their names would be on one symbol or the other.
    if len(members) == 2:
        angles = angles + np.pi / 2
    drawn = centre + radius * np.column_stack([np.sin(angles), np.cos(angles)])
    return Place(float(centre[0]), float(centre[1]), members, [tuple(point) for point in drawn.tolist()])
