"""The table of draws that all sites share: rows of different sites, the same for any size of block."""

from __future__ import annotations

import numpy as np

# Rows drawn by one generator, whose seed is the place of these rows in the table.
BLOCK_ROWS = 1024
# Up to this many columns each pair is compared sooner than the columns are sorted.
_FEW_COLUMNS = 64
_FEW_SITES = 500


def draw_table(n: int, columns: int, rows: int, seed: int, first_row: int = 0) -> np.ndarray:
    """Rows first_row.. of the table of draws as (columns, rows) int32; each row is a sample of n sites.

    The sites of a row (here a column of the array) all differ, and every ordered sample is equally likely. A row
    depends on n, columns, seed and its own number, not on which others are asked for. columns <= n.

    A site's neighbours are exchanged for those in the first k columns of a row. Where the site itself is among
    these, the entry after them, column k, takes its place: both the first k of a row without the site and the
    first k + 1 of a row with it, less the site, are by symmetry uniform samples of k of the n - 1 others.
    """
    if columns > n:
        raise ValueError(f"{columns} different sites cannot be drawn from {n}")
    first_block, end_block = first_row // BLOCK_ROWS, -(-(first_row + rows) // BLOCK_ROWS)
    table = np.empty((columns, (end_block - first_block) * BLOCK_ROWS), dtype=np.int32)
    # Shuffles need a place for every site; free draws are slow where most rows repeat one.
    shuffles = n < 4 * columns or (n < columns**2 and n <= _FEW_SITES)
    draw = _by_exchange if shuffles else _by_repetition
    for place, block in enumerate(range(first_block, end_block)):
        # The words of a bit generator are the same in all versions of NumPy, those of Generator need not be.
        words = np.random.PCG64(np.random.SeedSequence([seed, block]))
        table[:, place * BLOCK_ROWS : (place + 1) * BLOCK_ROWS] = draw(words, n, columns)
    start = first_row - first_block * BLOCK_ROWS
    return table[:, start : start + rows]


def _below(words: np.random.PCG64, limits: np.ndarray | int, shape) -> np.ndarray:
    """Random whole numbers from 0 to limits - 1, from 53 random bits each."""
    bits = words.random_raw(int(np.prod(shape))).reshape(shape) >> np.uint64(11)
    return (bits * 2.0**-53 * limits).astype(np.int32)


def _by_exchange(words: np.random.PCG64, n: int, columns: int) -> np.ndarray:
    """The first columns of shuffles (Fisher & Yates), all rows at a time: for samples of a good part of all."""
    shuffled = np.repeat(np.arange(n, dtype=np.int32)[:, None], BLOCK_ROWS, axis=1)
    row = np.arange(BLOCK_ROWS)
    for column in range(columns):
        other = column + _below(words, n - column, BLOCK_ROWS)
        shuffled[column], shuffled[other, row] = shuffled[other, row], shuffled[column].copy()
    return shuffled[:columns]


def _by_repetition(words: np.random.PCG64, n: int, columns: int) -> np.ndarray:
    """Free draws, in which each that repeats an earlier one of its row is drawn anew until none does.

    What is drawn anew depends on which entries are equal alone, never on which site they name; so all samples
    stay equally likely.
    """
    table = _below(words, n, (columns, BLOCK_ROWS))
    rows = np.flatnonzero(_has_repeats(table))
    while len(rows):
        part = table[:, rows]
        order = np.argsort(part, axis=0, kind="stable")
        ordered = np.take_along_axis(part, order, axis=0)
        later, at = np.nonzero(ordered[1:] == ordered[:-1])
        table[order[later + 1, at], rows[at]] = _below(words, n, len(at))
        rows = rows[_has_repeats(table[:, rows])]
    return table


def _has_repeats(table: np.ndarray) -> np.ndarray:
    """Whether a site stands more than once in a row of draws (a column of the array), (rows,) bool."""
    if len(table) > _FEW_COLUMNS:
        ordered = np.sort(table, axis=0)
        return np.any(ordered[1:] == ordered[:-1], axis=0)
    found = np.zeros(table.shape[1], dtype=bool)
    for apart in range(1, len(table)):
        found |= np.logical_or.reduce(table[apart:] == table[:-apart], axis=0)
    return found
