"""The boundary of one area, ready to be asked for its distance from many points.

The rule: an edge is the straight line between its two corners in longitude and latitude, as QGIS draws
it on a layer in degrees. Edges are cut where they are long, and gathered in short pieces. Points and
pieces are compared in space (Earth-centred coordinates), where no map projection distorts, no zone ends
and the 180th meridian is nothing special. A piece is known by its middle corner and the radius of the
ball round it, so |point - corner| bounds the distance from above and |point - corner| - radius from
below; only pieces whose lower bound is under the best upper bound are looked at edge by edge. The
edges that may be nearest are measured along the ellipsoid.
"""

from __future__ import annotations

import numpy as np
import shapely

from .geodesy import inverse_and_azimuth, metres_per_degree, to_cartesian, widened

_EDGES_IN_PIECE = 16
_LONGEST_EDGE_DEGREES = 0.1
_CELLS_IN_BLOCK = 1_000_000
_POINTS_IN_BLOCK = 4096
_ROUNDING_M = 0.01  # of the matrix product that compares points with pieces


class Boundary:
    """The boundary of a polygon or multipolygon in degrees (EPSG:4326), holes included."""

    def __init__(self, polygon: shapely.Geometry) -> None:
        start, end, ring = _edges(polygon)
        self._start, self._end = start, end
        self._origin = to_cartesian(*start[0])
        self._from = to_cartesian(start[:, 0], start[:, 1]) - self._origin
        self._along = to_cartesian(end[:, 0], end[:, 1]) - self._origin - self._from
        middle = (start + end) / 2
        bulge = to_cartesian(middle[:, 0], middle[:, 1]) - self._origin - (self._from + self._along / 2)
        # The curve leaves its chord most near the middle; half as much again covers lopsided ones.
        self._sag = 1.5 * _length(bulge) + 1e-6

        rank = np.arange(len(ring)) - np.searchsorted(ring, ring)
        opens = np.flatnonzero(rank % _EDGES_IN_PIECE == 0)
        self._first, self._n_edges = opens, np.diff(np.append(opens, len(ring)))
        self._centre = self._from[opens + self._n_edges // 2]
        from_centre = self._from - np.repeat(self._centre, self._n_edges, axis=0)
        reach = np.maximum(_length(from_centre), _length(from_centre + self._along)) + self._sag
        self._radius = np.maximum.reduceat(reach, opens)

    def distance_m(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Geodesic distance in metres from each point (degrees) to the boundary, inside or outside."""
        return self.nearest(lon, lat)[0]

    def nearest(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Distance in metres to the nearest place of the boundary and azimuth to it, degrees 0..360.

        Of places equally near the first along the boundary; the azimuth to the point itself is NaN.
        """
        result = np.empty((2, len(lon)))
        block = int(np.clip(_CELLS_IN_BLOCK // len(self._first), 1, _POINTS_IN_BLOCK))
        for begin in range(0, len(lon), block):
            part = slice(begin, begin + block)
            result[:, part] = self._block(lon[part], lat[part])
        return result[0], result[1]

    def _block(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        point = to_cartesian(lon, lat) - self._origin
        squares = np.sum(point**2, axis=1)[:, None] + np.sum(self._centre**2, axis=1)
        to_centre = np.sqrt(np.maximum(squares - 2 * point @ self._centre.T, 0))
        best = widened(to_centre.min(axis=1) + _ROUNDING_M)
        row, piece = np.nonzero(to_centre - self._radius - _ROUNDING_M <= best[:, None])

        n = self._n_edges[piece]
        edge = np.arange(n.sum()) + np.repeat(self._first[piece] - (np.cumsum(n) - n), n)
        row = np.repeat(row, n)
        chord = self._to_chord(point[row], edge)
        opens = np.flatnonzero(np.diff(row, prepend=-1))  # rows stand in order and none is missing
        best = widened(np.minimum.reduceat(chord + self._sag[edge], opens))
        near = np.flatnonzero(chord - self._sag[edge] <= best[row])
        row, edge = row[near], edge[near]

        foot = self._foot(point[row], edge)
        metres, azimuth = inverse_and_azimuth(lon[row], lat[row], foot[:, 0], foot[:, 1])
        order = np.lexsort((metres, row))
        nearest = order[np.flatnonzero(np.diff(row, prepend=-1))]
        return metres[nearest], azimuth[nearest]

    def _to_chord(self, point: np.ndarray, edge: np.ndarray) -> np.ndarray:
        """Straight distance from points to the chords of edges, row by row."""
        offset, along = point - self._from[edge], self._along[edge]
        square = np.sum(along**2, axis=1)
        share = np.clip(np.sum(offset * along, axis=1) / np.where(square > 0, square, 1), 0, 1)
        return _length(offset - share[:, None] * along)

    def _foot(self, point: np.ndarray, edge: np.ndarray) -> np.ndarray:
        """Longitude and latitude of the place on each edge's curve that is nearest to the point.

        Solves (P(t) - point) . P'(t) = 0 for the share t of the edge by steps of fixed slope; on edges
        this short the left side is almost linear, so that four steps reach rounding.
        """
        start = self._start[edge]
        step = self._end[edge] - start

        def slope_at(share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            at = start + share[:, None] * step
            lam, phi = np.radians(at).T
            east = np.stack([-np.sin(lam), np.cos(lam), np.zeros_like(lam)], axis=1)
            north = np.stack([-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)], axis=1)
            offset = to_cartesian(at[:, 0], at[:, 1]) - self._origin - point
            parallel, meridian = metres_per_degree(at[:, 1])
            velocity = (parallel * step[:, 0])[:, None] * east + (meridian * step[:, 1])[:, None] * north
            return np.sum(offset * velocity, axis=1), np.sum(offset**2, axis=1)

        zero = np.zeros(len(edge))
        (first, near), (last, far) = slope_at(zero), slope_at(zero + 1)
        rise = last - first
        is_bowl = rise > 0
        share = np.where(is_bowl, zero, far < near)
        rise = np.where(is_bowl, rise, 1)
        slope = first
        for _ in range(4):
            share = np.where(is_bowl, np.clip(share - slope / rise, 0, 1), share)
            slope, _ = slope_at(share)
        return start + share[:, None] * step


def _edges(polygon: shapely.Geometry) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start and end (n, 2) in degrees of the edges of all rings, long ones cut, and each edge's ring.

    Edges along the 180th meridian or at a pole are where a layer was cut, not boundaries; they are left
    out unless nothing else remains.
    """
    corners, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(polygon)), return_index=True)
    within = ring[1:] == ring[:-1]
    start, end, ring = corners[:-1][within], corners[1:][within], ring[:-1][within]
    is_seam = np.any((start == end) & (np.abs(start) == (180.0, 90.0)), axis=1)
    if not is_seam.all():
        start, end, ring = start[~is_seam], end[~is_seam], ring[~is_seam]

    n = np.ceil(np.abs(end - start).max(axis=1) / _LONGEST_EDGE_DEGREES).astype(int).clip(1)
    place = np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)
    origin, step = np.repeat(start, n, axis=0), np.repeat((end - start) / n[:, None], n, axis=0)
    cut_start = origin + place[:, None] * step
    is_last = place + 1 == np.repeat(n, n)
    cut_end = np.where(is_last[:, None], np.repeat(end, n, axis=0), origin + (place + 1)[:, None] * step)
    return cut_start, cut_end, np.repeat(ring, n)


def _length(vectors: np.ndarray) -> np.ndarray:
    return np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
