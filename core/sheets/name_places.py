"""Room for names beside their signs on paper: important names first, each at the best place that is free.

Whether a place is free is read from cells, so that the cost grows with the names and not with their square.
Source of the way: greedy placement among fixed positions, one of those compared by Christensen, Marks and Shieber (1995),
ACM Transactions on Graphics 14(3), 203-232.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .empty_places import EmptyPlaces

CELL_MM = 0.25
# Where a name stands from its sign, the best first: share of its width to the left and of its height above, direction
# of the gap. Right and left first: corners belong to the signs of a glyph.
_POSITIONS = np.array(
    [
        (0.0, 0.5, 1.0, 0.0),
        (1.0, 0.5, -1.0, 0.0),
        (0.0, 0.25, 0.95, 0.3),
        (0.0, 0.75, 0.95, -0.3),
        (1.0, 0.25, -0.95, 0.3),
        (1.0, 0.75, -0.95, -0.3),
        (1.0, 1.0, -0.7, -0.7),
        (1.0, 0.0, -0.7, 0.7),
        (0.0, 1.0, 0.7, -0.7),
        (0.0, 0.0, 0.7, 0.7),
        (0.5, 1.0, 0.0, -1.0),
        (0.5, 0.0, 0.0, 1.0),
        (0.25, 1.0, 0.0, -1.0),
        (0.25, 0.0, 0.0, 1.0),
        (0.75, 1.0, 0.0, -1.0),
        (0.75, 0.0, 0.0, 1.0),
    ]
)
_BLANK = 0.15  # of a line, above and below its letters: may lie on others
_APART_MM = 0.15  # at both ends of a name, or two would read as one


@dataclass(frozen=True)
class NameBox:
    """A name to be placed. x, y: its sign in mm from the upper left corner of the frame; gap_mm: between the two.

    line_mm: height of one of its lines. The name of higher rank is placed first.
    """

    x: float
    y: float
    width_mm: float
    height_mm: float
    line_mm: float
    gap_mm: float
    rank: float


def paper(width_mm: float, height_mm: float) -> EmptyPlaces:
    """A frame on which nothing is taken yet."""
    return EmptyPlaces(width_mm, height_mm, CELL_MM)


def place_names(names: Sequence[NameBox], free: EmptyPlaces) -> list[tuple[float, float] | None]:
    """Upper left corner in mm of each name in the frame, None where it finds no room; what is used is then taken.

    Of equal ranks the first comes first.
    """
    placed: list[tuple[float, float] | None] = [None] * len(names)
    corners = _corners(names).tolist()
    for row in sorted(range(len(names)), key=lambda row: -names[row].rank):
        name = names[row]
        blank = _BLANK * name.line_mm
        for x, y in corners[row]:
            ink = (x - _APART_MM, y + blank, name.width_mm + 2 * _APART_MM, name.height_mm - 2 * blank)
            if free.is_free(*ink):
                free.take_box(*ink)
                placed[row] = (x, y)
                break
    return placed


def _corners(names: Sequence[NameBox]) -> np.ndarray:
    """Upper left corners (n, positions, 2) in mm of all places of the names."""
    boxes = np.array([(name.x, name.y, name.width_mm, name.height_mm, name.gap_mm) for name in names])
    x, y, width, height, gap = boxes.reshape(-1, 5).T[:, :, None]
    left, above, right, down = _POSITIONS.T
    return np.stack([x - left * width + right * gap, y - above * height + down * gap], axis=2)
