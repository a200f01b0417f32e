"""The k nearest neighbours of each site, exact, in NumPy alone.

Each site is found by its position in the table, never by its place: sites at one place are neighbours of
each other at distance 0. Ties go to the site that stands first in the table, so that the result is unique.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..exceptions import TableError
from ..wording import say
from .leaves import Leaves, build_leaves, near_leaves, squares
from .places import Places, copies, distances, in_steps, only, places, reach
from .weights import Weights

_LEAF_SITES = 8
_LEAVES_IN_GROUP = 4
_SMALL_LEAF = 64
_DISTANCES_AT_ONCE = 2**17


def knn_weights(
    xy: np.ndarray,
    k: int,
    geographic: bool,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Equal weights of the k nearest neighbours; arguments and errors as for nearest_neighbours."""
    ids, _ = nearest_neighbours(xy, k, geographic, report)
    starts = np.arange(len(ids) + 1, dtype=np.int64) * k
    return Weights(starts, np.sort(ids, axis=1).ravel(), None, standardised)


def nearest_neighbours(
    xy: np.ndarray,
    k: int,
    geographic: bool,
    report: Callable[[float], None] = lambda fraction: None,
) -> tuple[np.ndarray, np.ndarray]:
    """The k nearest sites of each, nearest first, ties in the order of the table.

    xy and geographic: as for places.places, which also says what counts as equal. Returns positions (n, k) int32
    and distances (n, k) in metres (planar: in the unit of xy). report: called with 0..1; what it raises
    ends the search. Raises TableError where k is below 1, or not below the number of sites.
    """
    sites = places(xy, geographic)
    n = len(sites)
    if not 1 <= k < n:
        raise TableError(
            say(
                "{0} neighbours are asked of {1} sites; ask at least 1 and at most {2}, or take in "
                "more sites.",
                k,
                n,
                max(n - 1, 0),
            )
        )
    # Of many sites at one place only the first k + 1 can be anyone's neighbours.
    head, rank = copies(sites)
    searched = np.flatnonzero(rank <= k)
    ids = np.empty((n, k), dtype=np.int32)
    metres = np.zeros((n, k))
    kept = only(sites, searched)
    leaves = build_leaves(kept.points, max(_LEAF_SITES, k))
    radius = _radii(leaves, sites, k)
    n_done = 0
    for one, other in near_leaves(leaves, radius):
        for rows, part, candidates in _blocks(leaves, one, other):
            report(n_done / n)
            found, apart = _search(kept, leaves, rows, part, candidates, k)
            own = leaves.site[rows, part].ravel()
            is_site = own >= 0
            own = searched[own[is_site]]
            ids[own] = searched[found[is_site]]
            metres[own] = apart[is_site]
            n_done += len(own)
    if len(searched) < n:
        _fill_copies(ids, head, rank, k)
    report(1.0)
    return ids, metres


def _fill_copies(ids: np.ndarray, head: np.ndarray, rank: np.ndarray, k: int) -> None:
    """Sites that k + 1 others at their place come before: the first k of them are their neighbours."""
    rest = np.flatnonzero(rank > k)
    heads, crowd = np.unique(head[rest], return_inverse=True)
    among_first = np.flatnonzero(np.isin(head, heads) & (rank < k))
    first = np.empty((len(heads), k), dtype=np.int32)
    first[np.searchsorted(heads, head[among_first]), rank[among_first]] = among_first
    ids[rest] = first[crowd]


def _radii(leaves: Leaves, sites: Places, k: int) -> np.ndarray:
    """(leaves,) chords from a leaf within which the k nearest of each of its sites must lie.

    No farther than within the leaf and those beside it in the tree, or in large leaves across the leaf.
    """
    d, _, size = leaves.points.shape
    if size > _SMALL_LEAF:
        across = np.sqrt(sum((high - low) ** 2 for low, high in zip(leaves.low[-1], leaves.high[-1])))
        return reach(sites, np.where((leaves.site[:-1] >= 0).sum(axis=1) > k, across, np.inf))
    in_group = min(_LEAVES_IN_GROUP, leaves.n_leaves)
    points = leaves.points[:, :-1].reshape(d, -1, in_group * size)
    groups, width = points.shape[1:]
    nearest = np.full((groups, in_group), np.inf)
    step = _DISTANCES_AT_ONCE // width**2
    for start in range(0, groups if width > k else 0, step):
        block = points[:, start : start + step]
        square = squares(block, block)
        square.partition(k, axis=2)
        kth = np.where(np.isinf(block[0]), 0, square[:, :, k])  # fillers have no neighbours
        nearest[start : start + step] = kth.reshape(-1, in_group, size).max(axis=2)
    return reach(sites, np.sqrt(nearest.ravel()))


def _blocks(
    leaves: Leaves, one: np.ndarray, other: np.ndarray
) -> Iterator[tuple[np.ndarray, slice, np.ndarray]]:
    """Leaves (b,), the part of their sites, and their candidate leaves (b, c), filled up with the last leaf.

    Leaves with like numbers of candidates come together; a leaf of too many comes in parts.
    """
    rows, first, counts = np.unique(one, return_index=True, return_counts=True)
    order = np.argsort(counts, kind="stable")
    rows, first, counts = rows[order], first[order], counts[order]
    size = leaves.site.shape[1]
    start = 0
    while start < len(rows):
        costs = np.arange(1, len(rows) - start + 1) * counts[start:] * size * size
        end = start + max(int(np.searchsorted(costs, _DISTANCES_AT_ONCE, side="right")), 1)
        place = np.arange(counts[end - 1])
        inside = place < counts[start:end, None]
        at = np.where(inside, first[start:end, None] + place, 0)
        candidates = np.where(inside, other[at], leaves.n_leaves)
        step = max(size * _DISTANCES_AT_ONCE // max(int(costs[0]), _DISTANCES_AT_ONCE), 1)
        for begin in range(0, size, step):
            yield rows[start:end], slice(begin, begin + step), candidates
        start = end


def _search(
    sites: Places, leaves: Leaves, rows: np.ndarray, part: slice, candidates: np.ndarray, k: int
) -> tuple[np.ndarray, np.ndarray]:
    """Positions and distances (m, k) of the nearest of the candidates to each site in a part of the leaves `rows`.

    By chord the k + 2 nearest are taken (the site itself, and one beyond), by distance k of them. Where the one
    beyond is so near that others could come before those chosen, twice as many are taken.
    """
    points = leaves.points[:, rows, part]
    square = squares(points, leaves.points[:, candidates].reshape(len(points), len(rows), -1))
    each, width = square.shape[1:]
    square = square.reshape(-1, width)
    own = leaves.site[rows, part].ravel()
    among = leaves.site[candidates].reshape(len(rows), width)
    ids, apart = np.zeros((len(own), k), dtype=np.int32), np.zeros((len(own), k))
    left = np.flatnonzero(own >= 0)
    n_taken = k + 2
    while len(left):
        n_taken = min(n_taken, width)
        rest = square if len(left) == len(square) else square[left]
        place = np.argpartition(rest, n_taken - 1, axis=1)[:, :n_taken]
        chord = np.sqrt(np.take_along_axis(rest, place, axis=1))
        found = among[left[:, None] // each, place]
        rank, distance = _ranks(sites, own[left], found)
        order = np.argsort(rank, axis=1)[:, :k]
        ids[left] = np.take_along_axis(found, order, axis=1)
        apart[left] = np.take_along_axis(distance, order, axis=1)
        farthest = np.take_along_axis(chord, order, axis=1).max(axis=1)
        left = left[(chord[:, -1] <= reach(sites, farthest)) & (n_taken < width)]
        n_taken *= 2
    return ids, apart


def _ranks(sites: Places, own: np.ndarray, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What found sites (m, t) are ordered by, seen from own (m,): whole steps, then position; and distances."""
    one = np.repeat(own, found.shape[1])
    other = found.ravel()
    is_other = (other >= 0) & (other != one)
    distance = distances(sites, one, np.where(is_other, other, one))
    rank = in_steps(sites, distance) * len(sites) + other
    rank[~is_other] = np.iinfo(np.int64).max
    return rank.reshape(found.shape), distance.reshape(found.shape)
