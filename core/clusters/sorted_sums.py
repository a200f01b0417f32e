"""Draws that reach a site's sum where its neighbours weigh the same: one sort for all sites with as many.

All sites with k neighbours share the same sums of the first k columns of the table of draws, so that the draws
on either side of a site's own sum are found in the sorted sums. Only where a site itself was drawn is its sum
another one (see draw_table): these few are counted off and on again one by one. Nothing is approximate; the counts
are those of a loop over sites and draws.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .draws import BLOCK_ROWS, draw_table

# Entries of the table held at a time; 16 MB of draws and some times as much of what is reckoned with them.
_ENTRIES = 4_000_000
# Cells of the index into sorted sums, for each sum.
_CELLS = 16
# Sums, in standard deviations, that lie closer together than this are all equal but for rounding.
_NARROW = 1e-12


def count_sums(
    k: np.ndarray,
    values: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    permutations: int,
    seed: int,
    report: Callable[[float], None],
    entries: int = _ENTRIES,
) -> tuple[np.ndarray, np.ndarray]:
    """Per site, the number of draws of k values with a sum >= lower and with a sum <= upper, two (n,) int64.

    k: (n,) number of neighbours, 0: none counted. values: (n,), what is drawn and added.
    """
    n, most = len(k), int(k.max(initial=0))
    at_least, at_most = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    groups = _sites_by_count(k)
    rows_at_once = max(entries // ((most + 1) * BLOCK_ROWS), 1) * BLOCK_ROWS
    for first in range(0, permutations if most else 0, rows_at_once):
        rows = min(rows_at_once, permutations - first)
        table = draw_table(n, most + 1, rows, seed, first)
        own, changes = _own_draws(table, k), []
        sums = np.zeros(rows)
        for column in range(most):
            sums += values[table[column]]
            sites = groups.get(column + 1)
            if sites is None:
                continue
            below, up_to = _places(np.sort(sums), lower[sites], upper[sites])
            at_least[sites] += rows - below
            at_most[sites] += up_to
            if column + 1 in own:
                in_own = own[column + 1]
                changes.append(_changes(*in_own, sums, table[column + 1], values, lower, upper))
            report((first + rows * (column + 1) / most) / permutations)
        if changes:
            site, more, less = (np.concatenate(parts) for parts in zip(*changes))
            at_least += _by_site(site, more, n)
            at_most += _by_site(site, less, n)
    return at_least, at_most


def _sites_by_count(k: np.ndarray) -> dict[int, np.ndarray | slice]:
    """The sites with each number of neighbours above 0."""
    if len(k) and k[0] > 0 and np.all(k == k[0]):
        return {int(k[0]): slice(None)}
    return _grouped(np.arange(len(k)), k)


def _own_draws(table: np.ndarray, k: np.ndarray) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Sites that stand in their own draw, and the rows of these draws, by the site's number of neighbours."""
    rows = table.shape[1]
    entries = np.ascontiguousarray(table[:-1]).ravel()
    if np.all(k == k[0]):
        return {int(k[0]): (entries, np.tile(np.arange(rows), len(table) - 1))}
    of_site = k[entries]
    inside = np.flatnonzero(of_site > np.repeat(np.arange(len(table) - 1, dtype=np.int32), rows))
    grouped = _grouped(inside, of_site[inside])
    return {count: (entries[places], places % rows) for count, places in grouped.items()}


def _grouped(items: np.ndarray, labels: np.ndarray) -> dict[int, np.ndarray]:
    """Items by label; items of label 0 are left out."""
    items, labels = items[labels > 0], labels[labels > 0]
    order = np.argsort(labels, kind="stable")
    found, starts = np.unique(labels[order], return_index=True)
    return dict(zip(found.tolist(), np.split(items[order], starts[1:])))


def _places(ordered: np.ndarray, lower: np.ndarray, upper: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many of the sorted values lie below each of lower, and how many not above each of upper.

    As np.searchsorted tells, but several times as fast for many values in any order: cells of equal width over
    the range tell how many sorted values lie before each; as a value's cell never falls while the value rises, only
    pairs with sorted values in the cell of the lower to that of the upper must be searched for.
    """
    low, width = ordered[0], ordered[-1] - ordered[0]
    n_cells = _CELLS * len(ordered)
    if len(lower) < len(ordered) or width < _NARROW:
        return np.searchsorted(ordered, lower, "left"), np.searchsorted(ordered, upper, "right")

    scale = n_cells / width

    def cells(values: np.ndarray) -> np.ndarray:
        found = (values - low) * scale
        np.minimum(found, n_cells + 1, out=found)
        np.maximum(found, -1, out=found)
        found += 1
        return found.astype(np.int32)

    before = np.zeros(n_cells + 4, dtype=np.int32)
    np.cumsum(np.bincount(cells(ordered), minlength=n_cells + 3), out=before[1:])
    below = before[cells(lower)]
    up_to = before[1:][cells(upper)]
    unsure = np.flatnonzero(up_to != below)
    below[unsure] = np.searchsorted(ordered, lower[unsure], "left")
    up_to[unsure] = np.searchsorted(ordered, upper[unsure], "right")
    return below, up_to


def _changes(site, row, sums, next_drawn, values, lower, upper) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """By how much each count of sites that stand in their own draws changes: site, at least, at most.

    next_drawn: for each row the entry that takes the site's place. The sum before is the very number that was sorted.
    """
    before = sums[row]
    after = before - values[site] + values[next_drawn][row]
    low, high = lower[site], upper[site]
    return (
        site,
        (after >= low).view(np.int8) - (before >= low).view(np.int8),
        (after <= high).view(np.int8) - (before <= high).view(np.int8),
    )


def _by_site(site: np.ndarray, change: np.ndarray, n: int) -> np.ndarray:
    return np.bincount(site, weights=change, minlength=n).astype(np.int64)
