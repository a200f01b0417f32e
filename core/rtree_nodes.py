"""Nodes of SQLite's R-tree for many points at once: putting them in one by one takes as long as all other writing.

The layout is that of SQLite's R*Tree module (sqlite.org/rtree.html and rtreenode in its source): a node has two bytes of
depth (the root's alone counts), two of the number of its cells, then the cells: eight bytes of the row or node number and
four floats, the box; all big-endian. Points are gathered by sort-tile-recursive packing (Leutenegger and others, 1997).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_HEAD_BYTES = 4
_CELL = np.dtype([("number", ">i8"), ("box", ">f4", 4)])
_FILLED = 0.8  # of a node, so that an edit does not split it at once
ROOT = 1


@dataclass(frozen=True)
class RtreeNodes:
    """data: the nodes by their number; leaf_of: row number -> its leaf, as pairs; parent_of: node -> node above."""

    data: list[tuple[int, bytes]]
    leaf_of: list[tuple[int, int]]
    parent_of: list[tuple[int, int]]


def nodes_of_points(number: np.ndarray, x: np.ndarray, y: np.ndarray, node_bytes: int) -> RtreeNodes:
    """An R-tree of points (n,): their row numbers and finite coordinates; node_bytes: the size of a node."""
    most = int((node_bytes - _HEAD_BYTES) // _CELL.itemsize * _FILLED)
    order = _tiles(x, y, most)
    cells = np.empty(len(order), dtype=_CELL)
    cells["number"] = number[order]
    cells["box"] = np.column_stack([_below(x), -_below(-x), _below(y), -_below(-y)])[order]
    data, parents, leaves, depth, next_number = [], [], [], 0, ROOT + 1
    while len(cells) > most:
        n_nodes = -(-len(cells) // most)
        numbers = np.arange(next_number, next_number + n_nodes)
        next_number += n_nodes
        ends = np.arange(n_nodes + 1) * len(cells) // n_nodes
        of_cell = np.repeat(numbers, np.diff(ends))
        (parents if depth else leaves).extend(zip(cells["number"].tolist(), of_cell.tolist()))
        data += zip(numbers.tolist(), _node_data(cells, ends, 0, node_bytes))
        cells, depth = _above(cells, ends, numbers), depth + 1
    (parents if depth else leaves).extend((child, ROOT) for child in cells["number"].tolist())
    data += zip([ROOT], _node_data(cells, np.array([0, len(cells)]), depth, node_bytes))
    return RtreeNodes(data, leaves, parents)


def _tiles(x: np.ndarray, y: np.ndarray, most: int) -> np.ndarray:
    """The order of points in which neighbours are near: columns of equal numbers, each from south to north."""
    n_columns = max(int(np.ceil(np.sqrt(len(x) / most))), 1)
    column = np.empty(len(x), dtype=np.int64)
    column[np.argsort(x, kind="stable")] = np.arange(len(x)) * n_columns // max(len(x), 1)
    return np.lexsort((y, column))


def _below(values: np.ndarray) -> np.ndarray:
    """The nearest floats of four bytes that are not above the values."""
    short = values.astype(np.float32)
    return np.where(short > values, np.nextafter(short, np.float32(-np.inf)), short)


def _above(cells: np.ndarray, ends: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """The cells that stand for nodes in the node above them."""
    box = cells["box"].astype(np.float32)
    above = np.empty(len(numbers), dtype=_CELL)
    above["number"] = numbers
    low = np.minimum.reduceat(box[:, ::2], ends[:-1])
    high = np.maximum.reduceat(box[:, 1::2], ends[:-1])
    above["box"] = np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)
    return above


def _node_data(cells: np.ndarray, ends: np.ndarray, depth: int, node_bytes: int) -> list[bytes]:
    heads = np.empty((len(ends) - 1, 2), dtype=">u2")
    heads[:, 0], heads[:, 1] = depth, np.diff(ends)
    return [
        (head.tobytes() + cells[begin:end].tobytes()).ljust(node_bytes, b"\0")
        for head, begin, end in zip(heads, ends[:-1].tolist(), ends[1:].tolist())
    ]
