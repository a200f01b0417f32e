"""The source table column by column: trimmed, empty cells told apart, each distinct value kept once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..vocabulary import take

LARGEST_EXACT = 2.0**53
# Characters without width, and those that turn the direction of writing: they make two names of one, unseen.
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)


@dataclass(frozen=True)
class TextColumn:
    """A column as distinct values and, per row, which one it has.

    labels: (n,) places in raws and values, -1 for empty. raws: as written. values: NFC, trimmed,
    with single inner blanks, without invisible characters.
    """

    name: str
    labels: np.ndarray
    raws: list[str]
    values: list[str]

    def text(self) -> np.ndarray:
        """(n,) cleaned values, None for empty."""
        return take(self.values, self.labels)

    def raw(self) -> np.ndarray:
        """(n,) values as written, None for empty."""
        return take(self.raws, self.labels)

    @property
    def trimmed(self) -> np.ndarray:
        """Booleans over the distinct values: blanks or invisible characters were taken from the value."""
        return np.array(
            [raw != value and value != "" for raw, value in zip(self.raws, self.values)], dtype=bool
        )

    @property
    def filled(self) -> np.ndarray:
        return self.labels >= 0


def text_column(name: str, cells: pd.Series, missing_words: Collection[str] = ()) -> TextColumn:
    """Split a column of text cells (None, NaN or blanks for empty) into distinct values.

    cells: objects, or categories that all occur, in order of appearance. missing_words: words that
    stand for an empty cell.
    """
    if isinstance(cells.dtype, pd.CategoricalDtype):
        labels, raws = cells.cat.codes.to_numpy(), list(cells.cat.categories)
    else:
        # A None among the cells keeps pandas from comparing texts up to their first NUL only.
        labels, found = pd.factorize(np.append(cells.to_numpy(dtype=object), None))
        labels, raws = labels[:-1], list(found)
    raws = [without_nul(raw) for raw in raws]
    values = [_clean(raw) for raw in raws]
    filled = [bool(value) and value not in missing_words for value in values]
    kept = np.append(np.where(filled, np.arange(len(values)), -1), -1)
    return TextColumn(name, kept[labels], raws, values)


def integers(numbers: np.ndarray) -> pd.arrays.IntegerArray:
    """Int64 from floats; NA for NaN and for what floats do not count exactly."""
    missing = ~(np.abs(numbers) <= LARGEST_EXACT)
    return pd.arrays.IntegerArray(np.where(missing, 0, numbers).astype(np.int64), missing)


def without_nul(text: str) -> str:
    """A text with NUL shown as the replacement character: pandas and databases cut texts at NUL."""
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


def _clean(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return unicodedata.normalize("NFC", " ".join(text.split()))


class SourceTable:
    """A frame of text columns (objects or categories), read by source column name whatever its upper and lower case.

    missing_words: words that stand for an empty cell.
    on_blanks: called once with each column read in which trimming changed something, and with
    booleans over its distinct values.
    """

    def __init__(self, frame: pd.DataFrame, missing_words: Collection[str] = ()) -> None:
        self.frame = frame
        self._missing_words = frozenset(missing_words)
        self.n = len(frame)
        self.used: set[str] = set()
        self._names = {name.casefold(): name for name in reversed(list(frame.columns))}
        self._cache: dict[str, TextColumn] = {}
        self.on_blanks: Callable[[TextColumn, np.ndarray], None] | None = None

    def has(self, name: str | None) -> bool:
        return name is not None and name.casefold() in self._names

    def cells(self, name: str) -> np.ndarray:
        """(n,) cells as they came, None for words that stand for an empty one."""
        column = self.frame[self.use(name)]
        if isinstance(column.dtype, pd.CategoricalDtype):
            words = [
                None if word in self._missing_words else without_nul(word) for word in column.cat.categories
            ]
            return take(words, column.cat.codes.to_numpy())
        if self._missing_words:
            column = column.where(~column.isin(self._missing_words), None)
        cells = column.to_numpy(dtype=object)
        return np.array(
            [*(without_nul(cell) if isinstance(cell, str) else cell for cell in cells), None], object
        )[:-1]

    def use(self, name: str) -> str:
        """Count a column as used; its name as the table writes it."""
        actual = self._names[name.casefold()]
        self.used.add(actual)
        return actual

    def column(self, name: str | None) -> TextColumn | None:
        """A column of the source; None when the table lacks it."""
        if not self.has(name):
            return None
        actual = self.use(name)
        if actual not in self._cache:
            column = text_column(actual, self.frame[actual], self._missing_words)
            trimmed = column.trimmed
            if self.on_blanks is not None and trimmed.any():
                self.on_blanks(column, trimmed)
            self._cache[actual] = column
        return self._cache[actual]

    def n_filled(self, name: str) -> int:
        """How many cells of a column are not empty."""
        column = self.frame[name].array
        if isinstance(column, pd.Categorical):
            filled = column.codes >= 0
            if "" in column.categories:
                filled &= column.codes != column.categories.get_loc("")
            return int(filled.sum())
        cells = column.to_numpy()
        return int((pd.notna(cells) & (cells != "")).sum())

    def overwrite(self, name: str, rows: np.ndarray, values: np.ndarray) -> None:
        """Put other cells into a column. rows: (n,) booleans; values: those of these rows."""
        cells = self.cells(name).copy()
        cells[rows] = values
        actual = self.use(name)
        self.frame = self.frame.copy(deep=False)  # the columns are shared, the caller's frame is not changed
        self.frame[actual] = cells
        self._cache.pop(actual, None)

    def unused(self) -> list[str]:
        """Columns that nothing has read."""
        return [name for name in self.frame.columns if name not in self.used]
