"""Where sites are and how far apart: one distance for nearest neighbours, bands and kernels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..areas import geodesy
from ..exceptions import TableError
from ..wording import say

# Up to here the arc over a chord is told to a tenth of a millimetre; beyond, by the inverse problem.
_LONGEST_CHORD_M = 300_000.0
_FAR_CHORD_M = 2_000_000.0
_DEGREE_DECIMALS = 8
_STEP_M = 0.001
_PLANAR_BITS = 36
_PAIRS_AT_ONCE = 2**18


@dataclass(frozen=True)
class Places:
    """Sites in the space that is searched.

    points: (d, n) coordinates: 3 Earth-centred metres where geographic, else 2 in the unit of the layer.
    degrees: (2, n) longitude and latitude, None where planar.
    step: distances that are equal in whole steps are ties.
    """

    points: np.ndarray
    degrees: np.ndarray | None
    step: float

    def __len__(self) -> int:
        return self.points.shape[1]


def places(xy: np.ndarray, geographic: bool) -> Places:
    """Sites taken to a millimetre, so that what is equal to a reader is equal to the computer.

    xy: (n, 2) finite; geographic: longitude and latitude in degrees (EPSG:4326), rounded to 1e-8 degrees,
    distances are geodesic metres and compared in whole millimetres. Else planar, rounded to the power of
    two that is 36 bits below the largest coordinate (0.24 mm in a grid of 10,000 km). Raises TableError for
    coordinates that are no numbers or no degrees.
    """
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    wrong = ~np.isfinite(xy).all(axis=1)
    if wrong.any():
        raise TableError(
            say(
                "{0} sites have no coordinates (the first in row {1}); leave them out before "
                "neighbours are searched.",
                int(wrong.sum()),
                int(wrong.argmax()) + 1,
            )
        )
    if not geographic:
        step = 2.0 ** (int(np.frexp(np.abs(xy).max(initial=0.0))[1]) - _PLANAR_BITS)
        return Places(np.ascontiguousarray(np.rint(xy.T / step) * step), None, step)
    wrong = (np.abs(xy[:, 1]) > 90) | (np.abs(xy[:, 0]) > 360)
    if wrong.any():
        raise TableError(
            say(
                "{0} sites lie outside the degrees of the Earth (the first in row {1}); check the "
                "coordinate reference system.",
                int(wrong.sum()),
                int(wrong.argmax()) + 1,
            )
        )
    lat = np.round(xy[:, 1], _DEGREE_DECIMALS)
    lon = np.round(xy[:, 0], _DEGREE_DECIMALS)
    lon = np.round(np.where(np.abs(lon) >= 180, (lon + 180) % 360 - 180, lon), _DEGREE_DECIMALS)
    degrees = np.stack([np.where(np.abs(lat) == 90, 0.0, lon), lat])
    return Places(np.ascontiguousarray(geodesy.to_cartesian(*degrees).T), degrees, _STEP_M)


def distances(sites: Places, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How far pairs of sites are apart, (m,) in metres or the unit of the layer; the same both ways.

    one, other: (m,) positions. The arc over a chord c is 2 R arcsin(c / 2R), R the radius of curvature of
    the ellipsoid below the middle of the chord in its direction; up to 300 km that is within 0.1 mm of the
    inverse problem.
    """
    if len(one) > _PAIRS_AT_ONCE:
        steps = range(0, len(one), _PAIRS_AT_ONCE)
        blocks = (slice(start, start + _PAIRS_AT_ONCE) for start in steps)
        return np.concatenate([distances(sites, one[block], other[block]) for block in blocks])
    start = sites.points.take(one, axis=1)
    offset = sites.points.take(other, axis=1) - start
    square = np.einsum("ij,ij->j", offset, offset)
    chord = np.sqrt(square)
    if sites.degrees is None:
        return chord
    metres = chord * _arc_factor(start + offset / 2, offset, square)
    far = np.flatnonzero(chord > _LONGEST_CHORD_M)
    if len(far):
        ends = (
            sites.degrees[:, np.minimum(one[far], other[far])],
            sites.degrees[:, np.maximum(one[far], other[far])],
        )
        metres[far] = geodesy.inverse(*ends[0], *ends[1])
    return metres


def _arc_factor(middle: np.ndarray, offset: np.ndarray, square: np.ndarray) -> np.ndarray:
    """Length of the arc over the chord by that of the chord; valid for chords that are short by R.

    The normal curvature of the surface F = 0 in the direction t is t'Ht / |grad F|, H the second derivatives
    of F = (x^2 + y^2) / a^2 + z^2 / b^2 - 1; the middle of the chord is first brought to the surface.
    """
    stretch = geodesy.A**2 / geodesy.B**2
    x, y, z = offset
    bend = np.divide(x * x + y * y + stretch * z * z, square, out=np.zeros_like(square), where=square > 0)
    x, y, z = middle
    ring, height = x * x + y * y, stretch * z * z
    curvature2 = bend * bend * (ring + height) / (geodesy.A**2 * (ring + stretch * height))
    k = square * curvature2 / 24
    return 1 + k * (1 + 2.7 * k)  # 2 R arcsin(c / 2R) as a series, k = c^2 / 24 R^2


def in_steps(sites: Places, distance: np.ndarray) -> np.ndarray:
    """Distances in whole steps, int64: what ties and limits are told by."""
    return np.rint(distance / sites.step).astype(np.int64)


def reach(sites: Places, chord: np.ndarray) -> np.ndarray:
    """Chords within which all sites lie that are no farther than the site at the end of the chord."""
    if sites.degrees is None:
        return chord + 2 * sites.step
    far = chord > _FAR_CHORD_M  # the series behind `widened` is for chords that are short by the radius
    return np.where(far, chord * 1.02, geodesy.widened(np.where(far, 0, chord))) + 2 * sites.step


def only(sites: Places, kept: np.ndarray) -> Places:
    """The sites at some positions."""
    # Indexing would leave the axes the other way round in memory, and each later `take` would turn all of it.
    degrees = None if sites.degrees is None else sites.degrees.take(kept, axis=1)
    return replace(sites, points=sites.points.take(kept, axis=1), degrees=degrees)


def copies(sites: Places) -> tuple[np.ndarray, np.ndarray]:
    """The first site at the place of each, (n,), and how many sites at the place come before it, (n,)."""
    exact = sites.points if sites.degrees is None else sites.degrees
    order = np.lexsort(exact)
    opens = np.ones(len(sites), dtype=bool)
    opens[1:] = (exact[:, order[1:]] != exact[:, order[:-1]]).any(axis=0)
    first = np.flatnonzero(opens)
    group = np.cumsum(opens) - 1
    head, rank = np.empty(len(sites), dtype=np.int64), np.empty(len(sites), dtype=np.int64)
    head[order] = order[first[group]]
    rank[order] = np.arange(len(sites)) - first[group]
    return head, rank
