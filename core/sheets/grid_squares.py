"""The alphanumeric grid of a sheet: squares of round ground metres, letters eastwards, numbers southwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

LETTERS = ascii_uppercase.replace("I", "").replace("O", "")  # those two are read as 1 and 0
# The digits of a side, the roundest first.
_ROUND = (1.0, 5.0, 2.0, 2.5, 4.0, 3.0, 6.0, 8.0, 7.5, 1.5, 1.25)


@dataclass(frozen=True)
class GridSquares:
    """Squares over a map: west and north edge of square A1 and the side, in metres of the map's CRS."""

    west: float
    north: float
    side_m: float
    columns: int
    rows: int

    def square_of(self, x: float, y: float) -> str:
        """The square of a point, e.g. C4; a point on a line belongs to the square east or south of it.

        Points beyond the grid get '': they are not on the map.
        """
        column = math.floor((x - self.west) / self.side_m)
        row = math.floor((self.north - y) / self.side_m)
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return ""
        return column_letters(column) + str(row + 1)

    def column_edges(self) -> list[tuple[str, float, float]]:
        """Letter, west and east edge of each column."""
        return [
            (column_letters(n), self.west + n * self.side_m, self.west + (n + 1) * self.side_m)
            for n in range(self.columns)
        ]

    def row_edges(self) -> list[tuple[str, float, float]]:
        """Number, south and north edge of each row."""
        return [
            (str(n + 1), self.north - (n + 1) * self.side_m, self.north - n * self.side_m)
            for n in range(self.rows)
        ]


def column_letters(column: int) -> str:
    """A, B ... Z without I and O, then AA, AB ...; columns count from 0."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters


def round_side(scale: float, least_mm: float, most_mm: float) -> float:
    """The roundest number of metres that is least_mm to most_mm on paper; else the longest one below that."""
    low, high = least_mm * scale / 1000, most_mm * scale / 1000
    power = 10.0 ** math.floor(math.log10(high))
    for exact in (10 * power, power, power / 10):
        for digit in _ROUND:
            if low * (1 - 1e-9) <= digit * exact <= high * (1 + 1e-9):
                return digit * exact
    return max(digit * power for digit in _ROUND if digit * power <= high * (1 + 1e-9))


def grid_squares(
    extent: Sequence[float], scale: float, least_mm: float = 80.0, most_mm: float = 100.0
) -> GridSquares:
    """Squares that cover an extent (west, south, east, north in metres); their lines lie on multiples of the side."""
    west, south, east, north = extent
    side = round_side(scale, least_mm, most_mm)
    # A sliver of a square at the edge of the map, from rounding, would shift all letters.
    first, last = math.floor(west / side + 1e-6), math.ceil(east / side - 1e-6)
    bottom, top = math.floor(south / side + 1e-6), math.ceil(north / side - 1e-6)
    return GridSquares(first * side, top * side, side, last - first, top - bottom)
