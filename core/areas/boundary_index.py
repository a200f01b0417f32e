"""The boundaries of areas as a tree of balls, asked for the place nearest to many sites at once.

The rule: an edge is the straight line between its two corners in longitude and latitude, as QGIS draws
it on a layer in degrees. Edges are cut where they are long.

The idea: the boundary is cut into pieces of sixteen edges, with boxes in degrees round these, round eight of these,
and so on up to each area (boundary_pieces); building a tree is no more. A node that is looked at is given a
ball: a corner of the boundary in its middle and a radius that holds its box. |site - corner| bounds the distance
from above and |site - corner| - radius from below. Going down the tree, only nodes whose lower bound is under
the best upper bound are opened; most nodes of large areas never are. All sites of a cell (site_cells) go down
together, with the radius of the cell as slack; what they reach is then looked at site by site, and edge by edge.
All steps are array operations over many sites and areas.

Sites and boundaries are compared in space (Earth-centred coordinates), where no map projection distorts, no
zone ends and the 180th meridian is nothing special. The edges that may be nearest are measured along the
ellipsoid: every distance that leaves this file is geodesic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from . import geodesy
from .boundary_pieces import (
    Boundaries,
    Boxes,
    boundaries_of,
    box_levels,
    corner_places,
    cut,
    piece_boxes,
)
from .site_cells import SiteCells, ranges

_LONGEST_EDGE_DEGREES = 0.1
# Up to here one step from the straight chord of an edge finds the nearest place on it to a micrometre.
_SHORT_EDGE_DEGREES = 0.01
_ROUNDING_M = 1e-6


@dataclass(frozen=True)
class Nearest:
    """For pairs of a site and an area: the nearest place of the area's boundary.

    site, area: (n,) places in the arrays handed in. metres: (n,) geodesic distance, never negative.
    azimuth: (n,) degrees 0..360 from the site to the place, NaN where they are one.
    """

    site: np.ndarray
    area: np.ndarray
    metres: np.ndarray
    azimuth: np.ndarray


class _Level:
    """Nodes of a level: their boxes, a corner in the middle of each, and their balls as they are asked for."""

    def __init__(self, boxes: Boxes, middle: np.ndarray, corners: np.ndarray) -> None:
        self.first, self.count = boxes.first, boxes.count
        self.middle = middle
        self._boxes, self._corners = boxes, corners
        self._balls = np.empty((len(middle), 4))
        self._is_known = np.zeros(len(middle), dtype=bool)

    def balls(self, node: np.ndarray) -> np.ndarray:
        """(n, 4) corner x, y, z and radius in metres of nodes."""
        new = np.zeros_like(self._is_known)
        new[node] = True
        new = np.flatnonzero(new & ~self._is_known)
        self._balls[new] = _balls(
            self._corners.take(self.middle[new], axis=0), self._boxes.low[new], self._boxes.high[new]
        )
        self._is_known[new] = True
        return self._balls.take(node, axis=0)


class BoundaryTree:
    """The boundaries of some polygons or multipolygons in degrees (EPSG:4326), holes included."""

    def __init__(self, polygons: np.ndarray) -> None:
        self.as_drawn = boundaries_of(polygons)
        corners, levels = _fit(self.as_drawn, shapely.bounds(polygons))
        self._corners = corners
        self._levels: list[_Level] = []
        middle = levels[0].first + levels[0].count // 2
        for boxes in levels:
            if self._levels:
                middle = middle[boxes.first + boxes.count // 2]
            self._levels.append(_Level(boxes, middle, corners))

    def nearest(self, cells: SiteCells, cell: np.ndarray, area: np.ndarray, limit: np.ndarray) -> Nearest:
        """The nearest place for every site of a cell and the area beside it, as far as it is within a limit.

        cell, area, limit: (n,) rows. Sites whose distance is above the limit (metres, straight through
        the Earth) may be missing, all others are there.
        """
        row, piece = self._descend(cells.place[cell], cells.radius[cell], area, limit)
        n_pieces = np.bincount(row, minlength=len(cell))
        first_piece = np.cumsum(n_pieces) - n_pieces
        # A pair is a site of a row's cell, for rows that reached a piece.
        n_sites = np.where(n_pieces > 0, cells.count[cell], 0)
        of_row = np.repeat(np.arange(len(cell)), n_sites)
        site = ranges(cells.first[cell], n_sites)
        pair = np.repeat(np.arange(len(site)), n_pieces[of_row])
        piece = piece[ranges(first_piece[of_row], n_pieces[of_row])]
        ball = self._levels[0].balls(piece)
        away = _length(ball[:, :3] - cells.sites.take(site.take(pair), axis=0))
        keep = _may_be_nearest(pair, away, ball[:, 3], 0.0, limit[of_row])
        pair, piece = pair[keep], piece[keep]
        metres, azimuth, pair = self._measure(cells, site, pair, piece)
        return Nearest(cells.order[site[pair]], area[of_row[pair]], metres, azimuth)

    def _descend(
        self, place: np.ndarray, slack: np.ndarray, area: np.ndarray, limit: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Pieces (row, piece) among which is the nearest of every point within slack of a row's place."""
        row, node = np.arange(len(area)), area
        for level in self._levels[::-1]:
            ball = level.balls(node)
            away = _length(ball[:, :3] - place.take(row, axis=0))
            keep = _may_be_nearest(row, away, ball[:, 3], slack.take(row), limit)
            row, node = row[keep], node[keep]
            if level is not self._levels[0]:
                n = level.count[node]
                row, node = np.repeat(row, n), ranges(level.first[node], n)
        return row, node

    def _measure(
        self, cells: SiteCells, site: np.ndarray, pair: np.ndarray, piece: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Distance, azimuth and the pair of each pair that has pieces; pairs stand in order."""
        place = np.zeros(len(self._levels[0].first), dtype=int)
        place[piece] = 1
        used = np.flatnonzero(place)
        place[used] = np.arange(len(used))
        local = place[piece]
        space, longest, sag = self._in_space(used)
        point = cells.sites.take(site.take(pair), axis=0)
        opens = np.flatnonzero(np.diff(pair, prepend=-1))
        n_pieces = np.diff(np.append(opens, len(pair)))
        square = _squares(point, space, local)
        best = geodesy.widened(np.sqrt(np.minimum.reduceat(square.ravel(), opens * square.shape[1])))
        near = square <= ((np.repeat(best, n_pieces) + (longest / 2 + sag)[local]) ** 2)[:, None]
        row, edge = np.divmod(np.flatnonzero(near[:, :-1] | near[:, 1:]), near.shape[1] - 1)
        chord, share = _to_chords(point.take(row, axis=0), space, local[row], edge)
        sag, of_pair = sag[local[row]], pair[row]
        opens = np.flatnonzero(np.diff(of_pair, prepend=-1))
        best = geodesy.widened(np.minimum.reduceat(chord + sag, opens))
        best = np.repeat(best, np.diff(np.append(opens, len(row))))
        level = self._levels[0]
        keep = np.flatnonzero((chord <= best + sag) & (edge < level.count[piece[row]]))
        row, share = row[keep], share[keep]
        start = level.first[piece[row]] + edge[keep]
        metres, azimuth = self._exact(cells, site[pair[row]], start, share)
        pair = pair[row]
        order = np.lexsort((start, metres, pair))
        pair = pair[order]
        opens = np.flatnonzero(np.diff(pair, prepend=-1))
        return metres[order][opens], azimuth[order][opens], pair[opens]

    def _in_space(self, pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Corners of pieces (3, k, 17), the last repeated in short ones; their longest edge (k,); their sag (k,).

        sag: how far edges may leave their straight chords in space. The second derivative of the curve is at
        most the radius of curvature times the square of the change of angle, and an eighth of it the sag.
        """
        corners = self._corners.take(corner_places(self._levels[0], pieces), axis=0)
        lon, lat = corners[..., 0], corners[..., 1]
        turn = np.radians(np.abs(np.diff(lon, axis=1)) + np.abs(np.diff(lat, axis=1))).max(axis=1)
        sag = 1.02 * geodesy.RADIUS_MAX * turn**2 / 8 + _ROUNDING_M
        space = np.ascontiguousarray(np.moveaxis(geodesy.to_cartesian(lon, lat), -1, 0))
        return space, geodesy.RADIUS_MAX * turn, sag

    def _exact(
        self, cells: SiteCells, site: np.ndarray, start: np.ndarray, share: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Geodesic distance and azimuth from sites to the nearest place on the edges from corner `start`."""
        begin = self._corners.take(start, axis=0)
        step = self._corners.take(start + 1, axis=0) - begin
        point = cells.sites[site]
        share = _one_step(point, begin, step, share)
        foot = begin + share[:, None] * step
        offset = geodesy.to_cartesian(foot[:, 0], foot[:, 1]) - point
        own_lon, own_lat = cells.lon[site], cells.lat[site]
        metres, azimuth = geodesy.from_chord(own_lon, own_lat, offset)
        special = np.flatnonzero(
            (np.abs(step).max(axis=1) > _SHORT_EDGE_DEGREES) | (_length(offset) > geodesy.LONGEST_CHORD_M)
        )
        if len(special):
            foot = _foot(point[special], begin[special], step[special])
            metres[special], azimuth[special] = geodesy.inverse_and_azimuth(
                own_lon[special], own_lat[special], foot[:, 0], foot[:, 1]
            )
        return metres, azimuth


def _may_be_nearest(
    row: np.ndarray, away: np.ndarray, radius: np.ndarray, slack: np.ndarray | float, limit: np.ndarray
) -> np.ndarray:
    """Which nodes may hold what is nearest to their row (in order), and within the limit of the row."""
    if len(row) == 0:
        return np.zeros(0, dtype=bool)
    opens = np.flatnonzero(np.diff(row, prepend=-1))
    best = geodesy.widened(np.minimum.reduceat(away + slack, opens))
    most = np.minimum(best, limit[row[opens]]) + _ROUNDING_M
    return away - radius - slack <= np.repeat(most, np.diff(np.append(opens, len(row))))


def _fit(drawn: Boundaries, bounds: np.ndarray) -> tuple[np.ndarray, list[Boxes]]:
    """Corners and boxes of boundaries with long edges cut and without seams.

    Edges along the 180th meridian or at a pole are where a layer was cut, not boundaries; they are left out
    unless nothing else remains.
    """
    corners, count, pieces = drawn.corners, drawn.count, drawn.levels[0]
    if np.any(pieces.high - pieces.low > _LONGEST_EDGE_DEGREES):
        corners, count = _cut_long_edges(corners, count)
    has_seams = np.any(np.abs(bounds) == (180, 90, 180, 90))
    if not has_seams and corners is drawn.corners:
        return corners, drawn.levels
    runs = np.cumsum(count) - count, count - 1, drawn.of_ring
    first, n_edges, area = cut(corners, *(_without_seams(corners, *runs) if has_seams else runs))
    return corners, box_levels(piece_boxes(corners, first, n_edges), area, len(bounds))


def _cut_long_edges(corners: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Corners (v, 2) of rings with count corners each, with more corners where edges are long."""
    step = np.diff(corners, axis=0)
    length = np.maximum(np.abs(step[:, 0]), np.abs(step[:, 1]))
    last = np.cumsum(count) - 1
    length[last[:-1]] = 0.0
    long = np.flatnonzero(length > _LONGEST_EDGE_DEGREES)
    if len(long) == 0:
        return corners, count
    n = np.ones(len(corners), dtype=int)
    n[long] = np.ceil(length[long] / _LONGEST_EDGE_DEGREES)
    more = np.repeat(corners, n, axis=0)
    of_long = np.repeat(long, n[long])
    share = ranges(np.zeros(len(long), dtype=int), n[long]) / n[of_long]
    begin = np.cumsum(n)[long] - n[long]
    more[ranges(begin, n[long])] += share[:, None] * step[of_long]
    return more, np.add.reduceat(n, last - count + 1)


def _without_seams(
    corners: np.ndarray, first: np.ndarray, n: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Runs of edges without those along the 180th meridian and at the poles, in areas that have others."""
    begin, area_of = ranges(first, n), np.repeat(area, n)
    lon, lat = corners[begin].T
    next_lon, next_lat = corners[begin + 1].T
    is_seam = (np.abs(lon) == 180) & (lon == next_lon) | (np.abs(lat) == 90) & (lat == next_lat)
    n_edges = np.bincount(area_of)
    is_seam &= (np.bincount(area_of, weights=is_seam) < n_edges)[area_of]
    begin, area_of = begin[~is_seam], area_of[~is_seam]
    opens = np.flatnonzero(np.diff(begin, prepend=-2) != 1)
    return begin[opens], np.diff(np.append(opens, len(begin))), area_of[opens]


def _balls(middle: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Balls (k, 4) round corners (k, 2) that hold the boxes (k, 2) that the corners lie in.

    The way from the corner to any place of the box, straight in degrees, is no longer than the diagonal of a
    box of the largest changes of longitude and latitude, at the widest parallel among them.
    """
    reach = np.radians(np.maximum(high - middle, middle - low))
    widest = np.minimum(geodesy.axis_distance(middle[:, 1]) + geodesy.RADIUS_MAX * reach[:, 1], geodesy.A)
    radius = np.hypot(geodesy.RADIUS_MAX * reach[:, 1], widest * reach[:, 0]) * 1.000001
    return np.column_stack([geodesy.to_cartesian(middle[:, 0], middle[:, 1]), radius])


def _squares(point: np.ndarray, space: np.ndarray, piece: np.ndarray) -> np.ndarray:
    """Squared distances (n, 17) from points (n, 3) to the corners of a piece each."""
    square = np.zeros((len(piece), space.shape[2]))
    for place, axis in zip(point.T, space):
        away = axis.take(piece, axis=0)
        away -= place[:, None]
        away *= away
        square += away
    return square


def _to_chords(
    point: np.ndarray, space: np.ndarray, piece: np.ndarray, edge: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Distance from points (n, 3) to the chord of an edge each, and the share along it."""
    corner = piece * space.shape[2] + edge
    begin = [axis.ravel().take(corner) for axis in space]
    ax, ay, az = (axis.ravel().take(corner + 1) - one for axis, one in zip(space, begin))
    ox, oy, oz = (one - axis for one, axis in zip(point.T, begin))
    square = ax * ax + ay * ay + az * az
    share = (ox * ax + oy * ay + oz * az) * (1 / np.where(square > 0, square, 1))
    share = np.minimum(np.maximum(share, 0), 1)
    ox, oy, oz = ox - ax * share, oy - ay * share, oz - az * share
    return np.sqrt(ox * ox + oy * oy + oz * oz), share


def _slope(point: np.ndarray, at: np.ndarray, step: np.ndarray) -> tuple[np.ndarray, ...]:
    """(P - point) . P', |P - point|^2 and |P'|^2 at places on edges; P' is the change along the whole edge."""
    lam, phi = np.radians(at).T
    sin_lam, cos_lam, sin_phi, cos_phi = np.sin(lam), np.cos(lam), np.sin(phi), np.cos(phi)
    x, y, z = (geodesy.to_cartesian(at[:, 0], at[:, 1]) - point).T
    parallel, meridian = geodesy.metres_per_degree(at[:, 1])
    east, north = parallel * step[:, 0], meridian * step[:, 1]
    along = east * (y * cos_lam - x * sin_lam) + north * (z * cos_phi - sin_phi * (x * cos_lam + y * sin_lam))
    return along, x * x + y * y + z * z, east * east + north * north


def _one_step(point: np.ndarray, start: np.ndarray, step: np.ndarray, share: np.ndarray) -> np.ndarray:
    """The share of the edge's chord, moved to where the curve itself is nearest; for short edges."""
    slope, _, square = _slope(point, start + share[:, None] * step, step)
    return np.clip(share - slope / np.where(square > 0, square, 1), 0, 1)


def _foot(point: np.ndarray, start: np.ndarray, step: np.ndarray) -> np.ndarray:
    """Longitude and latitude of the place on each edge's curve that is nearest to the point.

    Solves (P(t) - point) . P'(t) = 0 for the share t of the edge by steps of fixed slope; on edges
    this short the left side is almost linear, so that four steps reach rounding.
    """
    zero = np.zeros(len(start))
    (first, near, _), (last, far, _) = _slope(point, start, step), _slope(point, start + step, step)
    rise = last - first
    is_bowl = rise > 0
    share = np.where(is_bowl, zero, far < near)
    rise = np.where(is_bowl, rise, 1)
    slope = first
    for _ in range(4):
        share = np.where(is_bowl, np.clip(share - slope / rise, 0, 1), share)
        slope, _, _ = _slope(point, start + share[:, None] * step, step)
    return start + share[:, None] * step


def _length(vectors: np.ndarray) -> np.ndarray:
    return np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
