"""Free rectangles on a map for what lies over it: insets, and whatever must cover no site."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

_CELL_MM = 2.0


class EmptyPlaces:
    """What of a map frame is still free, in cells of paper from its upper left corner."""

    def __init__(self, width_mm: float, height_mm: float, cell_mm: float = _CELL_MM) -> None:
        self.cell_mm = cell_mm
        self.free = np.ones((int(height_mm // cell_mm), int(width_mm // cell_mm)), bool)

    def take_box(self, x: float, y: float, width: float, height: float) -> None:
        """Mark a rectangle (mm in the frame) as taken."""
        rows, columns = self.free.shape
        left, top, right, bottom = self._cells(x, y, width, height)
        self.free[max(top, 0) : max(min(bottom, rows), 0), max(left, 0) : max(min(right, columns), 0)] = False

    def is_free(self, x: float, y: float, width: float, height: float) -> bool:
        """Whether a rectangle (mm in the frame) lies in the frame and nothing of it is taken."""
        rows, columns = self.free.shape
        left, top, right, bottom = self._cells(x, y, width, height)
        if left < 0 or top < 0 or right > columns or bottom > rows:
            return False
        return bool(self.free[top:bottom, left:right].all())

    def _cells(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        """First column and row of a rectangle, and those after its last."""
        cell = self.cell_mm
        return int(x // cell), int(y // cell), int(-(-(x + width) // cell)), int(-(-(y + height) // cell))

    def take_points(self, points: Sequence[tuple[float, float]], reach_mm: float) -> None:
        """Mark what is within reach of points (mm in the frame), as squares."""
        for x, y in points:
            self.take_box(x - reach_mm, y - reach_mm, 2 * reach_mm, 2 * reach_mm)

    def take_polygon(self, wkb: bytes) -> None:
        """Mark the cells of a polygon (mm in the frame, y downwards) as taken."""
        rows, columns = self.free.shape
        x, y = np.meshgrid((np.arange(columns) + 0.5) * self.cell_mm, (np.arange(rows) + 0.5) * self.cell_mm)
        polygon = shapely.from_wkb(wkb)
        shapely.prepare(polygon)
        self.free &= ~shapely.contains_xy(polygon, x.ravel(), y.ravel()).reshape(self.free.shape)

    def place(self, width_mm: float, height_mm: float, edge_mm: float) -> tuple[float, float] | None:
        """Upper left corner of a free rectangle, nearest to a corner of the frame, or None; it is then taken.

        edge_mm is kept free along the frame.
        """
        tall, wide = int(-(-height_mm // self.cell_mm)), int(-(-width_mm // self.cell_mm))
        edge = int(-(-edge_mm // self.cell_mm))
        rows, columns = self.free.shape
        if tall + 2 * edge > rows or wide + 2 * edge > columns:
            return None
        taken = np.pad((~self.free).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        inside = taken[tall:, wide:] - taken[:-tall, wide:] - taken[tall:, :-wide] + taken[:-tall, :-wide]
        top, left = np.indices(inside.shape)
        fits = (inside == 0) & (top >= edge) & (left >= edge)
        fits &= (top <= rows - tall - edge) & (left <= columns - wide - edge)
        if not fits.any():
            return None
        to_corner = np.minimum(top, rows - tall - top) + np.minimum(left, columns - wide - left)
        row, column = np.unravel_index(int(np.where(fits, to_corner, np.iinfo(int).max).argmin()), fits.shape)
        x, y = float(column * self.cell_mm), float(row * self.cell_mm)
        self.take_box(x, y, width_mm, height_mm)
        return x, y
