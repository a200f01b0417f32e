"""Areas across the 180th meridian: cut there, so that each part lies within -180..180 degrees."""

from __future__ import annotations

import numpy as np
import shapely

from .cleaning import polygons_in

_FARTHEST = 360.0  # beyond it, coordinates are no degrees of longitude but metres


def crosses_dateline(geometries: np.ndarray) -> np.ndarray:
    """(n,) bool: areas that run beyond 180 degrees, or jump from one side to the other between vertices.

    A jump of more than 180 and less than 360 degrees of longitude is a crossing; one of 360 is the
    edge of an area round a pole or the globe, written out.
    """
    bounds = shapely.bounds(geometries)
    with np.errstate(invalid="ignore"):
        beyond = (bounds[:, 0] < -180) | (bounds[:, 2] > 180)
        beyond &= (bounds[:, 0] >= -_FARTHEST) & (bounds[:, 2] <= _FARTHEST)
        wide = bounds[:, 2] - bounds[:, 0] > 180
    for row in np.flatnonzero(wide & ~beyond):
        rings = shapely.get_rings(polygons_in(geometries[row])[0])
        beyond[row] = any(_jumps(shapely.get_coordinates(ring)[:, 0]).any() for ring in rings)
    return beyond


def cut_at_dateline(geometry: shapely.Geometry) -> shapely.Geometry:
    """A valid geometry of the parts of an area on either side of the 180th meridian; points only moved.

    Lines and points beside polygons stay, moved, for the repair to drop and count. A ring that does not
    close once its jumps are taken out (it goes round a pole) is left as it is.
    """
    polygons, n_others = polygons_in(geometry)
    if not len(polygons):
        return shapely.transform(geometry, _into_range)
    whole = shapely.union_all([_cut(polygon) for polygon in polygons])
    if not n_others:
        return whole
    others = [part for part in shapely.get_parts(geometry) if shapely.get_dimensions(part) < 2]
    return shapely.GeometryCollection([whole, *(shapely.transform(part, _into_range) for part in others)])


def _cut(polygon: shapely.Polygon) -> shapely.Geometry:
    shell, *holes = [shapely.get_coordinates(ring) for ring in shapely.get_rings(polygon)]
    shell = _without_jumps(shell)
    middle = shell[:, 0].mean()
    moved = [_without_jumps(hole) for hole in holes]
    moved = [hole - [360 * np.round((hole[:, 0].mean() - middle) / 360), 0] for hole in moved]
    whole = shapely.make_valid(shapely.Polygon(shell))
    if moved:
        whole = shapely.difference(
            whole, shapely.union_all([shapely.make_valid(shapely.Polygon(hole)) for hole in moved])
        )
    west, _, east, _ = whole.bounds
    pieces = []
    for turn in range(int(np.floor((west + 180) / 360)), int(np.ceil((east - 180) / 360)) + 1):
        window = shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90)
        piece = shapely.intersection(whole, window)
        pieces.append(shapely.transform(piece, lambda xy, turn=turn: xy - [360 * turn, 0]))
    return shapely.union_all(np.concatenate([polygons_in(piece)[0] for piece in pieces]))


def _without_jumps(ring: np.ndarray) -> np.ndarray:
    steps = np.diff(ring[:, 0])
    turns = np.where(_jumps(ring[:, 0]), -360.0 * np.round(steps / 360), 0.0)
    unrolled = ring.copy()
    unrolled[1:, 0] += np.cumsum(turns)
    return unrolled if abs(unrolled[-1, 0] - unrolled[0, 0]) < 1e-9 else ring


def _jumps(longitudes: np.ndarray) -> np.ndarray:
    steps = np.abs(np.diff(longitudes))
    return (steps > 180) & (steps < 360)


def _into_range(degrees: np.ndarray) -> np.ndarray:
    return np.column_stack([(degrees[:, 0] + 180) % 360 - 180, degrees[:, 1]])
