"""Draws that reach a site's statistic where each pair counts otherwise: products of matrices, block by block.

A statistic that is a sum over neighbours j of w_ij (own_i . others_j), own and others a few numbers for each site,
is for all sites and draws at once a product of two matrices: with equal weights of own by the sums of others over the
first k columns of each draw, else of the weights (times own) by what was drawn. The comparison with the site's own
figure is made while a block is still in the processor's cache. Draws with the site itself are mended one by
one, as in sorted_sums. Rounding differs between blocks and threads by some 1e-15, which cannot turn a
comparison: ties lie the whole tolerance away from the limits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .draws import BLOCK_ROWS, draw_table
from .weights import Weights, are_equal, counts

# Sites whose products with BLOCK_ROWS draws (1 MB) are held at a time, and those that are made ready together.
_SITES = 128
_READY = 16 * _SITES


@dataclass(frozen=True)
class _Drawn:
    """The draws of a block in which sites stand themselves, by the site's place in the order of work."""

    place: np.ndarray
    column: np.ndarray
    row: np.ndarray


def count_products(
    weights: Weights,
    own: np.ndarray,
    others: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    permutations: int,
    seed: int,
    report: Callable[[float], None],
    sites_at_once: int = _SITES,
) -> tuple[np.ndarray, np.ndarray]:
    """Per site, the number of draws with a statistic >= lower and with one <= upper, two (n,) int64.

    own, others: (n, v). Equal weights count as 1 each; isolated sites count 0 draws.
    """
    k, n, equal = counts(weights), len(weights), are_equal(weights)
    order = np.argsort(k, kind="stable")
    order = order[np.searchsorted(k[order], 1) :]
    groups = _groups(k[order], equal)
    at_least, above = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    place = np.zeros(n, dtype=np.int64)
    place[order] = np.arange(len(order))
    most = int(k.max(initial=0))
    features = np.ascontiguousarray(others.T)
    for first in range(0, permutations if len(order) else 0, BLOCK_ROWS):
        rows = min(BLOCK_ROWS, permutations - first)
        table = draw_table(n, most + 1, rows, seed, first)
        drawn = _own_draws(table, k, place)
        sums, columns = np.zeros((len(features), rows)), 0
        for start, end in groups:
            sites = order[start:end]
            width = int(k[sites[-1]])
            if equal:
                for column in range(columns, width):
                    sums += features[:, table[column]]
                columns = width
                left, right = own[sites], sums
                weighed = None
            else:
                weighed = _padded(weights, sites, k[sites], width)
                left = (own[sites][:, :, None] * weighed[:, None, :]).reshape(len(sites), -1)
                right = features[:, table[:width]].reshape(-1, rows)
            low, high = lower[sites], upper[sites]
            part = slice(*np.searchsorted(drawn.place, (start, end)))
            mine = drawn.place[part] - start
            step = _replaced(
                sites[mine], mine, drawn.column[part], drawn.row[part], table, k, own, others, weighed
            )
            reached, before = _compare(left, right, low, high, mine, drawn.row[part], sites_at_once)
            for side, (count, limit, beyond) in enumerate(
                ((at_least, low, np.greater_equal), (above, high, np.greater))
            ):
                change = beyond(before + step, limit[mine]).astype(np.int8) - beyond(before, limit[mine])
                count[sites] += reached[side] + np.bincount(
                    mine, weights=change, minlength=len(sites)
                ).astype(np.int64)
            report((first + rows * end / len(order)) / permutations)
    return at_least, np.where(k > 0, permutations - above, 0)


def _groups(k: np.ndarray, equal: bool) -> list[tuple[int, int]]:
    """Stretches of the order of work that are made ready together; of one number of neighbours if equal."""
    cuts = set(range(0, len(k), _READY)) | {len(k)}
    if equal:
        cuts |= set((np.flatnonzero(np.diff(k)) + 1).tolist())
    cuts = sorted(cuts)
    return list(zip(cuts[:-1], cuts[1:]))


def _own_draws(table: np.ndarray, k: np.ndarray, place: np.ndarray) -> _Drawn:
    column, row = np.nonzero(k[table] > np.arange(len(table))[:, None])
    places = place[table[column, row]]
    order = np.argsort(places, kind="stable")
    return _Drawn(places[order], column[order], row[order])


def _padded(weights: Weights, sites: np.ndarray, k: np.ndarray, width: int) -> np.ndarray:
    """The weights of some sites, (sites, width), 0 beyond their last neighbour."""
    columns = np.arange(width)
    entries = weights.starts[sites][:, None] + columns
    if k[0] == width:
        return weights.values[entries]
    return np.where(columns < k[:, None], weights.values[np.minimum(entries, len(weights.values) - 1)], 0)


def _replaced(site, mine, column, row, table, k, own, others, weighed) -> np.ndarray:
    """By how much the statistic changes when the site in its own draw is replaced by the one in column k."""
    step = ((others[table[k[site], row]] - others[site]) * own[site]).sum(axis=1)
    return step if weighed is None else step * weighed[mine, column]


def _compare(left, right, low, high, mine, row, at_once) -> tuple[np.ndarray, np.ndarray]:
    """How many products of each site are >= low and > high, (2, sites); and those of its own draws."""
    n, rows = len(left), right.shape[1]
    reached, before = np.empty((2, n), dtype=np.int64), np.empty(len(mine))
    products = np.empty((at_once, rows))
    # A byte of 0 or 1 for each draw; eight are added at a time, in the bytes of a word, which hold up to 255.
    marks = np.zeros((2, at_once, BLOCK_ROWS), dtype=bool)
    ends = np.searchsorted(mine, np.arange(0, n + at_once, at_once))
    for start, first, last in zip(range(0, n, at_once), ends, ends[1:]):
        end = min(start + at_once, n)
        block = products[: end - start]
        np.matmul(left[start:end], right, out=block)
        before[first:last] = block[mine[first:last] - start, row[first:last]]
        marked = marks[:, : end - start]
        np.greater_equal(block, low[start:end, None], out=marked[0, :, :rows])
        np.greater(block, high[start:end, None], out=marked[1, :, :rows])
        words = np.add.reduce(marked.view(np.uint64), axis=2)
        reached[:, start:end] = words.view(np.uint8).reshape(2, end - start, 8).sum(axis=2)
    return reached, before
