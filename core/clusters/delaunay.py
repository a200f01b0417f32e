"""Neighbours by Delaunay triangles: sites between which no other site stands."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from ..areas.geodesy import E2
from ..areas.site_cells import ranges
from ..exceptions import TableError
from ..wording import say
from .bands import MOST_PAIRS
from .places import Places, copies, only, places
from .weights import Weights, from_pairs


def delaunay_weights(
    xy: np.ndarray,
    geographic: bool,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Equal weights of sites that share an edge of the Delaunay triangles.

    xy and geographic: as for places.places. Sites at one place are neighbours of each other, and each of them of
    all sites at the places next to theirs. Sites on one line are neighbours of the next on either side. Where
    more than three sites stand on one circle, one of the possible triangulations is taken. Geographic sites are
    triangulated on the sphere of conformal latitude; those along the outer edge of all may be joined far away.
    report: called with 0..1; what it raises ends the work. Raises TableError where sites at one place would make
    too many pairs, and for sites spread over more than half the globe.
    """
    sites = places(xy, geographic)
    report(0.0)
    head, _ = copies(sites)
    heads, group = np.unique(head, return_inverse=True)
    one, other = _edges(_plane(only(sites, heads)))
    report(0.7)
    size = np.bincount(group, minlength=len(heads))
    n_all = 2 * int((size[one] * size[other]).sum()) + int((size * (size - 1)).sum())
    if n_all > MOST_PAIRS:
        raise TableError(
            say(
                "Sites at one place would make {0:,} pairs of neighbours; join those at one place, "
                "or take nearest neighbours.",
                n_all,
            )
        )
    # Places next to each other, and each place with itself, become all pairs of the sites that stand there.
    own = np.arange(len(heads))
    first, second = np.concatenate([one, other, own]), np.concatenate([other, one, own])
    members = np.argsort(group, kind="stable")
    opens = np.cumsum(size) - size
    n_pairs = size[first] * size[second]
    pair = np.repeat(np.arange(len(first)), n_pairs)
    place = ranges(np.zeros(len(first), dtype=np.int64), n_pairs)
    site = members[opens[first[pair]] + place // size[second[pair]]]
    neighbour = members[opens[second[pair]] + place % size[second[pair]]]
    different = site != neighbour
    weights = from_pairs(len(sites), site[different], neighbour[different], None, standardised)
    report(1.0)
    return weights


def _plane(sites: Places) -> np.ndarray:
    """(n, 2) places in a plane in which circles are circles: as they are, or by stereographic projection.

    The sphere of conformal latitude keeps the shape of small figures (Snyder 1987, USGS Professional Paper 1395,
    equation 3-1); seen from the point opposite to the middle of the sites, circles on it are circles in the plane
    (ibid., p. 154), so that the triangles are those of the sphere.
    """
    if sites.degrees is None or not len(sites):
        return sites.points.T
    lam, phi = np.radians(sites.degrees)
    e = np.sqrt(E2)
    squeeze = ((1 - e * np.sin(phi)) / (1 + e * np.sin(phi))) ** (e / 2)
    conformal = 2 * np.arctan(np.tan(np.pi / 4 + phi / 2) * squeeze) - np.pi / 2
    sphere = np.stack([np.cos(conformal) * np.cos(lam), np.cos(conformal) * np.sin(lam), np.sin(conformal)])
    middle = sphere.mean(axis=1)
    length = np.linalg.norm(middle)
    middle = middle / length if length > 0 else np.array([1.0, 0, 0])
    height = middle @ sphere
    if height.min() <= 0:
        raise TableError(
            say("The sites spread over more than half the globe; take nearest neighbours instead.")
        )
    east = np.cross([0.0, 0.0, 1.0], middle)
    east = east / np.linalg.norm(east) if np.linalg.norm(east) > 1e-9 else np.array([1.0, 0.0, 0.0])
    north = np.cross(middle, east)
    return np.stack([east @ sphere, north @ sphere], axis=1) / (1 + height)[:, None]


def _edges(xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the two ends of each edge of the triangles of distinct places (n, 2); on a line the next ones."""
    if len(xy) < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    lines = shapely.delaunay_triangles(shapely.multipoints(xy), only_edges=True)
    ends = shapely.get_coordinates(lines).reshape(-1, 2, 2)
    # GEOS gives the corners back as it got them; ordered by x, then y, as complex numbers are, they are found again.
    code = xy[:, 0] + 1j * xy[:, 1]
    order = np.argsort(code)
    found = order[np.searchsorted(code[order], ends[:, :, 0] + 1j * ends[:, :, 1])]
    return found[:, 0], found[:, 1]
