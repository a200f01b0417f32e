"""Which areas of a layer meet each other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from .geodesy import blocks_of


def meeting(
    polygons: np.ndarray, progress: Callable[[float], None] = lambda fraction: None
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (row, other) of valid polygons that share at least a point, both ways round, sorted.

    progress: called with 0..1 between blocks; what it raises ends the work.
    """
    tree = shapely.STRtree(polygons)
    pairs = []
    for block in blocks_of(polygons):
        progress(block.start / max(len(polygons), 1))
        row, other = tree.query(polygons[block], predicate="intersects")
        pairs.append(np.stack([row + block.start, other]))
    row, other = np.concatenate(pairs, axis=1)
    is_pair = row != other
    row, other = row[is_pair], other[is_pair]
    order = np.lexsort((other, row))
    return row[order], other[order]
