"""A balanced tree of places in NumPy: which groups of sites are near enough to which others.

Sites are halved at the median of their wider axis until a leaf holds a few of them. A leaf is set against
leaves, not a site against sites, so that every step is an array operation over many sites. The order of the
work follows the number of sites, however they crowd.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

_LEAVES_AT_ONCE = 512


@dataclass(frozen=True)
class Leaves:
    """points: (d, leaves + 1, size); site: (leaves + 1, size) positions, -1 fills up, as does the last leaf.

    Fillers stand at infinity in points. low, high: boxes of the nodes of each level, root first, (d, 2**level).
    """

    points: np.ndarray
    site: np.ndarray
    low: list[np.ndarray]
    high: list[np.ndarray]

    @property
    def n_leaves(self) -> int:
        return len(self.site) - 1


def build_leaves(points: np.ndarray, size: int) -> Leaves:
    """Leaves of at least `size` places, or one leaf where there are fewer. points: (d, n), n above 0."""
    d, n = points.shape
    depth = max(int(np.log2(n / size)), 0) if n > size else 0
    width = -(-n // 2**depth)
    n_fillers = width * 2**depth - n
    # Fillers are copies of places all over, so that no leaf is full of them and no box grows.
    copies = np.linspace(0, n - 1, n_fillers).astype(np.int64)
    site = np.concatenate([np.arange(n, dtype=np.int32), np.full(n_fillers, -1, dtype=np.int32)])
    spread = np.concatenate([points, points[:, copies]], axis=1)
    low, high = [], []
    for level in range(depth + 1):
        nodes = 2**level
        spread, site = spread.reshape(d, nodes, -1), site.reshape(nodes, -1)
        low.append(spread.min(axis=2))
        high.append(spread.max(axis=2))
        if level < depth:
            along = np.argmax(high[-1] - low[-1], axis=0)
            half = site.shape[1] // 2
            order = np.argpartition(spread[along, np.arange(nodes)], half, axis=1)
            order += np.arange(nodes)[:, None] * site.shape[1]
            site = site.ravel()[order]
            spread = np.stack([axis.ravel()[order] for axis in spread])
    spread[0][site < 0] = np.inf
    last = np.full((d, 1, width), np.inf)
    return Leaves(
        np.concatenate([spread, last], axis=1),
        np.concatenate([site, np.full((1, width), -1, dtype=np.int32)]),
        low,
        high,
    )


def near_leaves(leaves: Leaves, radius: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of leaves whose boxes are no farther apart than the radius of the first; in parts.

    radius: (leaves,). Yields arrays (one, other); the pairs of a leaf come together in one part, by rising
    `one`, its own among them. Both sides go down the tree together: pairs of nodes become pairs of their halves.
    """
    depth = len(leaves.low) - 1
    radii = [radius]
    while len(radii[0]) > 1:
        radii.insert(0, radii[0].reshape(-1, 2).max(axis=1))
    one = other = np.zeros(1, dtype=np.int64)
    top = max(depth - int(np.log2(_LEAVES_AT_ONCE)), 0)
    for level in range(1, top + 1):
        one, other = _halves(leaves, level, radii[level], one, other)
    order = np.argsort(one, kind="stable")
    one, other = one[order], other[order]
    bounds = np.searchsorted(one, np.arange(2**top + 1))
    for start, end in zip(bounds[:-1], bounds[1:]):
        near, far = one[start:end], other[start:end]
        for level in range(top + 1, depth + 1):
            near, far = _halves(leaves, level, radii[level], near, far)
        order = np.argsort(near, kind="stable")
        yield near[order], far[order]


def _halves(
    leaves: Leaves, level: int, radius: np.ndarray, one: np.ndarray, other: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of the halves of the nodes in pairs, on the level given, that are within the radius."""
    one = (2 * one[:, None] + np.array([0, 0, 1, 1])).ravel()
    other = (2 * other[:, None] + np.array([0, 1, 0, 1])).ravel()
    square = np.zeros(len(one))
    for low, high in zip(leaves.low[level], leaves.high[level]):
        gap = np.maximum(low[other] - high[one], low[one] - high[other]).clip(min=0)
        square += gap * gap
    near = np.sqrt(square) <= radius[one]
    return one[near], other[near]


def squares(rows: np.ndarray, candidates: np.ndarray) -> np.ndarray:
    """Squared distances (b, r, c) of places (d, b, r) to places (d, b, c); infinite to and from fillers."""
    total = None
    with np.errstate(invalid="ignore"):
        for own, others in zip(rows, candidates):
            square = others[:, None, :] - own[:, :, None]
            square *= square
            total = square if total is None else np.add(total, square, out=total)
    return total
