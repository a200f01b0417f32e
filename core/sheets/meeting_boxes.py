"""Which of many rectangles meet, without comparing each with each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely


def meeting_boxes(boxes: Sequence[tuple[float, float, float, float]]) -> list[tuple[int, int]]:
    """Pairs of places in the list, the lower first, of boxes (left, top, right, bottom) that share a point."""
    corners = np.asarray(boxes, float).reshape(-1, 4)
    shapes = shapely.box(*corners.T)
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    return sorted((a, b) for a, b in zip(first.tolist(), second.tolist()) if a < b)
