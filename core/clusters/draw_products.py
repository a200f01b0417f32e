"""Draws that reach a site's statistic where each pair counts otherwise: products of matrices, block by block.

A statistic that is a sum over neighbours j of w_ij (own_i . others_j), own and others a few numbers for each site,
is for all sites and draws at once a product of two matrices: with equal weights of own by the sums of others over the
first k columns of each draw, else of the weights (times own) by what was drawn. The comparison with the site's own
figure is made while a block is still in the processor's cache. Draws with the site itself are mended one by
one, as in sorted_sums.

Products are first taken in single precision. Where no draw of a site lies as near its own figure as rounding can
carry, the counts are settled; the other sites are reckoned again in double precision. There rounding, some 1e-15
and other for other blocks and threads, cannot turn a comparison: ties lie the whole tolerance away from the limits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .draws import BLOCK_ROWS, draw_table
from .weights import Weights, are_equal, counts

# Sites whose products with BLOCK_ROWS draws (1 MB) are held at a time, and those that are made ready together.
_SITES = 256
_READY = 8192
# Beyond this many terms single precision leaves too much unsettled to be worth its time.
_TERMS = 64
# Products of three dimensions up to which OpenBLAS keeps to one thread; more cost more than they save here.
_ONE_THREAD = 1 << 18


@dataclass(frozen=True)
class _OwnDraws:
    """The draws of a block in which sites stand themselves, by the site's place in the order of work."""

    place: np.ndarray
    column: np.ndarray
    row: np.ndarray

    def between(self, start: int, end: int) -> _OwnDraws:
        """Those of the places from start to end, counted from start."""
        part = slice(*np.searchsorted(self.place, (start, end)))
        return _OwnDraws(self.place[part] - start, self.column[part], self.row[part])


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
    k, equal = counts(weights), are_equal(weights)
    order = np.argsort(k, kind="stable")
    order = order[np.searchsorted(k[order], 1) :]
    place = np.zeros(len(k), dtype=np.int64)
    place[order] = np.arange(len(order))
    at_least, above = np.zeros(len(k), dtype=np.int64), np.zeros(len(k), dtype=np.int64)
    most, features = int(k.max(initial=0)), np.ascontiguousarray(others.T)
    stretches = _stretches(k[order], equal)
    for first in range(0, permutations if len(order) else 0, BLOCK_ROWS):
        rows = min(BLOCK_ROWS, permutations - first)
        table = draw_table(len(k), most + 1, rows, seed, first)
        own_draws = _own_draws(table, k, place)
        sums, added = np.zeros((len(features), rows)), 0
        for start, end in stretches:
            sites, width = order[start:end], int(k[order[end - 1]])
            if equal:
                for column in range(added, width):
                    sums += features[:, table[column]]
                added, weighed = width, None
                left, right = own[sites], sums
            else:
                weighed = _padded(weights, sites, k[sites], width)
                left = (own[sites][:, :, None] * weighed[:, None, :]).reshape(len(sites), -1)
                right = features[:, table[:width]].reshape(-1, rows)
            low, high = lower[sites], upper[sites]
            mine = own_draws.between(start, end)
            before = np.einsum("ij,ji->i", left[mine.place], right[:, mine.row])
            after = before + _step(mine, sites, weighed, table, k, own, others)
            reached, beyond = _count(left, right, low, high, sites_at_once)
            low, high = low[mine.place], high[mine.place]
            at_least[sites] += reached + _by_site(mine, (after >= low) * 1.0 - (before >= low), len(sites))
            above[sites] += beyond + _by_site(mine, (after > high) * 1.0 - (before > high), len(sites))
            report((first + rows * end / len(order)) / permutations)
    return at_least, np.where(k > 0, permutations - above, 0)


def _stretches(k: np.ndarray, equal: bool) -> list[tuple[int, int]]:
    """Stretches of the order of work that are made ready together; of one number of neighbours if equal."""
    cuts = set(range(0, len(k), _READY)) | {len(k)}
    if equal:
        cuts |= set((np.flatnonzero(np.diff(k)) + 1).tolist())
    cuts = sorted(cuts)
    return list(zip(cuts[:-1], cuts[1:]))


def _own_draws(table: np.ndarray, k: np.ndarray, place: np.ndarray) -> _OwnDraws:
    column, row = np.nonzero(k[table] > np.arange(len(table))[:, None])
    places = place[table[column, row]]
    order = np.argsort(places, kind="stable")
    return _OwnDraws(places[order], column[order], row[order])


def _padded(weights: Weights, sites: np.ndarray, k: np.ndarray, width: int) -> np.ndarray:
    """The weights of some sites, (sites, width), 0 beyond their last neighbour."""
    columns = np.arange(width)
    entries = weights.starts[sites][:, None] + columns
    if k[0] == width:
        return weights.values[entries]
    return np.where(columns < k[:, None], weights.values[np.minimum(entries, len(weights.values) - 1)], 0)


def _step(mine: _OwnDraws, sites, weighed, table, k, own, others) -> np.ndarray:
    """By how much a statistic changes when the site in its own draw is replaced by the one in column k."""
    site = sites[mine.place]
    step = np.einsum("ij,ij->i", others[table[k[site], mine.row]] - others[site], own[site])
    return step if weighed is None else step * weighed[mine.place, mine.column]


def _by_site(mine: _OwnDraws, change: np.ndarray, n: int) -> np.ndarray:
    return np.bincount(mine.place, weights=change, minlength=n).astype(np.int64)


def _count(left, right, low, high, at_once: int) -> tuple[np.ndarray, np.ndarray]:
    """How many products of each row of left with right (terms, draws) are >= low, and how many > high."""
    terms = left.shape[1]
    if terms > _TERMS:
        return _count_as_given(left, right, low, high, at_once)
    # Rounding of the terms and of their sum (Higham 2002, Accuracy and Stability, 3.1), and of the limits.
    size = (np.abs(left) * np.abs(right).max(axis=1)).sum(axis=1) + np.maximum(np.abs(low), np.abs(high))
    room = (2 * terms + 8) * 2.0**-24 * size
    single = [part.astype(np.float32) for part in (left, right, low - room, high + room)]
    reached, beyond = _count_as_given(*single, at_once)
    unsure = np.flatnonzero(reached != beyond)
    if len(unsure):
        reached[unsure], beyond[unsure] = _count_as_given(
            left[unsure], right, low[unsure], high[unsure], at_once
        )
    return reached, beyond


def _count_as_given(left, right, low, high, at_once: int) -> tuple[np.ndarray, np.ndarray]:
    n, rows = len(left), right.shape[1]
    products = np.empty((min(at_once, n), rows), dtype=left.dtype)
    # A byte of 0 or 1 for each draw; eight are added at a time, in the bytes of a word, which hold up to 255.
    marks = np.zeros((2, len(products), BLOCK_ROWS), dtype=bool)
    found = np.empty((2, n), dtype=np.int64)
    for start in range(0, n, at_once):
        part = slice(start, min(start + at_once, n))
        size = part.stop - start
        block, marked = products[:size], marks[:, :size]
        _multiply(left[part], right, block)
        np.greater_equal(block, low[part, None], out=marked[0, :, :rows])
        np.greater(block, high[part, None], out=marked[1, :, :rows])
        words = np.add.reduce(marked.view(np.uint64), axis=2)
        found[:, part] = words.view(np.uint8).reshape(2, size, 8).sum(axis=2)
    return found[0], found[1]


def _multiply(left: np.ndarray, right: np.ndarray, out: np.ndarray) -> None:
    """left @ right, of a few terms in pieces that are too small to be shared out among threads."""
    terms, rows = right.shape
    piece = _ONE_THREAD // (terms * rows)
    whole = len(left) // piece * piece if piece >= 8 else 0
    if whole:
        np.matmul(left[:whole].reshape(-1, piece, terms), right, out=out[:whole].reshape(-1, piece, rows))
    if whole < len(left):
        np.matmul(left[whole:], right, out=out[whole:])
