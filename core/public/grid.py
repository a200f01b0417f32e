"""Points moved to the centres of the cells of a fixed grid.

A grid, not noise: the same place always gives the same point, so that many exports of it average to no better one.
Cells are at least as large as asked for. Angles are degrees (EPSG:4326, longitude first).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..areas.geodesy import axis_distance, metres_per_degree
from ..exceptions import TableError
from ..wording import say

METRES, DEGREES = UNITS = ("metres", "degrees")
_LARGEST = {METRES: 1_000_000.0, DEGREES: 10.0}
_DECIMALS = 7  # a centimetre: a centre that is read back from text lies in its cell
_ROUNDING = 1e-9  # 180 / 0.1 must give 1800 cells


@dataclass(frozen=True)
class Grid:
    """A grid over the globe: the size of its cells and the unit of that size."""

    size: float
    unit: str


def grid_of(size: float, unit: str) -> Grid:
    """The grid asked for. Raises TableError for a size that no grid has."""
    if not 0 < size <= _LARGEST[unit]:
        raise TableError(
            say(
                "GRID must be greater than 0 and at most {0:g} {1}, not {2:g}; give another size.",
                _LARGEST[unit],
                unit,
                size,
            )
        )
    if (unit == METRES and size < 1) or (unit == DEGREES and size < 1e-5):
        raise TableError(
            say("A GRID of {0:g} {1} hides nothing; give a size of at least a metre.", size, unit)
        )
    return Grid(size, unit)


def cell_centres(lon: np.ndarray, lat: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude of the centre of the cell that each point lies in; NaN where a point is NaN.

    Rows of cells run along parallels. With degrees all cells are equally wide in degrees; with metres each row
    has as many cells as are at least that wide along its parallel nearest to a pole, so that cells stay alike on
    the ground, and the caps round the poles are one cell with the pole as its centre. Points outside the globe
    (latitude beyond 90 degrees, longitude beyond 360) are NaN.
    """
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    inside = np.isfinite(lon) & np.isfinite(lat) & (np.abs(lat) <= 90) & (np.abs(lon) <= 360)
    x = (np.where(inside, lon, 0.0) + 180) % 360
    y = np.where(inside, lat, 0.0) + 90
    step = grid.size if grid.unit == DEGREES else grid.size / float(metres_per_degree(np.array(0.0))[1])
    n_rows = max(1, math.floor(180 / step + _ROUNDING))
    height = 180 / n_rows
    row = np.clip(np.floor(y / height), 0, n_rows - 1)
    if grid.unit == DEGREES:
        n_columns = np.full(len(row), max(1, math.floor(360 / grid.size + _ROUNDING)), dtype=float)
    else:
        poleward = np.maximum(np.abs(row * height - 90), np.abs((row + 1) * height - 90))
        round_m = 2 * np.pi * np.abs(axis_distance(np.minimum(poleward, 90.0)))
        n_columns = np.maximum(1, np.floor(round_m / grid.size))
        n_columns = np.where(poleward >= 90 - _ROUNDING, 1, n_columns)
    width = 360 / n_columns
    column = np.clip(np.floor(x / width), 0, n_columns - 1)
    centre_lon = (column + 0.5) * width - 180
    centre_lat = (row + 0.5) * height - 90
    is_cap = (n_columns == 1) & (np.abs(centre_lat) + height / 2 >= 90 - _ROUNDING)
    centre_lat = np.where(is_cap, np.sign(centre_lat) * 90, centre_lat)
    return (
        np.where(inside, np.round(centre_lon, _DECIMALS), np.nan),
        np.where(inside, np.round(centre_lat, _DECIMALS), np.nan),
    )
