"""Sites gathered in cells, so that neighbours are looked for together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import geodesy

_CELL_M = 2500.0
_MOST_SITES = 64


@dataclass(frozen=True)
class SiteCells:
    """Sites, those of a cell side by side, and a ball round each cell.

    order: (n,) the place of each site in the arrays handed in; lon, lat, sites: (n,) degrees and (n, 3)
    Earth-centred metres in this order. first, count: (k,) the sites of each cell. degrees, place, radius:
    (k, 2), (k, 3), (k,) a point on the ellipsoid in the middle of each and how far its sites are from it.
    """

    order: np.ndarray
    lon: np.ndarray
    lat: np.ndarray
    sites: np.ndarray
    first: np.ndarray
    count: np.ndarray
    degrees: np.ndarray
    place: np.ndarray
    radius: np.ndarray


def site_cells(lon: np.ndarray, lat: np.ndarray) -> SiteCells:
    """Cells of 2.5 km and at most 64 sites, cut out of space, so that no meridian and no pole is special."""
    place = geodesy.to_cartesian(lon, lat)
    x, y, z = np.floor(place / _CELL_M).astype(np.int64).T
    order = np.lexsort((z, y, x))
    x, y, z = x[order], y[order], z[order]
    is_new = (
        (np.diff(x, prepend=x[:1] - 1) != 0) | (np.diff(y, prepend=0) != 0) | (np.diff(z, prepend=0) != 0)
    )
    cell = np.cumsum(is_new) - 1
    rank = np.arange(len(cell)) - np.searchsorted(cell, cell)
    first = np.flatnonzero(rank % _MOST_SITES == 0)
    count = np.diff(np.append(first, len(cell)))
    place = place[order]
    middle = np.add.reduceat(place, first) / count[:, None] if len(first) else np.empty((0, 3))
    mean_lon = np.degrees(np.arctan2(middle[:, 1], middle[:, 0]))
    mean_lat = np.degrees(np.arctan2(middle[:, 2], (1 - geodesy.E2) * np.hypot(middle[:, 0], middle[:, 1])))
    middle = geodesy.to_cartesian(mean_lon, mean_lat)
    away = np.linalg.norm(place - np.repeat(middle, count, axis=0), axis=1)
    radius = np.maximum.reduceat(away, first) if len(first) else np.empty(0)
    return SiteCells(
        order,
        lon[order],
        lat[order],
        place,
        first,
        count,
        np.column_stack([mean_lon, mean_lat]),
        middle,
        radius,
    )


def ranges(first: np.ndarray, count: np.ndarray) -> np.ndarray:
    """first[0], first[0] + 1 ... (count[0] numbers), then the same for the next, in one array."""
    ends = np.cumsum(count)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - count), count)
