"""Delimited text read from disk: the cells that GDAL's CSV driver gives, many times faster."""

from __future__ import annotations

import codecs
import csv
import io
import mmap
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..wording import say

SEPARATORS = (",", ";", "\t")
FALLBACK_ENCODING = "cp1252"
_ROWS_AT_ONCE = 100_000
_BYTES_AT_ONCE = 1_000_000
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_BLANK_LINE = re.compile(rb"\n[ \t]+\r?\n")
_LINE_FEED, _CARRIAGE_RETURN, _QUOTE = 10, 13, 34


@dataclass(frozen=True)
class TextFile:
    """A file of delimited text that can be read without doubt, and the names of its columns."""

    path: Path
    names: tuple[str, ...]
    separator: str
    encoding: str
    carriage_returns: bool


def examine(path: Path, names: Sequence[str], encoding: str, separator: str | None = None) -> TextFile | None:
    """How to read a file as the layer that shows it does; None when the two might give different text.

    names: fields of the layer, which the header must give (a nameless column has the layer's name; letters
    that the layer could not read are those of the header).
    encoding: what the layer assumes; text that is not UTF-8 although it should be is taken as cp1252.
    separator: looked for in the header when None.
    Readers agree where quotes enclose whole cells and each row ends in a line feed. Anything else (NUL
    bytes, stray quotes, lines of blanks, lone carriage returns) is left to the layer. Raises OSError.
    """
    try:
        expected = codecs.lookup(encoding or "utf-8").name
    except LookupError:
        return None
    if not path.stat().st_size:
        return None
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        written = _encoding(data, expected)
        if written is None or data.find(b"\0") >= 0 or data[:1] in b"\r\n" or _BLANK_LINE.search(data):
            return None
        returns = _places(data, _CARRIAGE_RETURN)
        if (_after(data, returns) != _LINE_FEED).any():
            return None
        header = data[: data.find(b"\n") + 1 or len(data)].removeprefix(codecs.BOM_UTF8).decode(written)
        candidates = (separator,) if separator else SEPARATORS
        # A layer that takes cp1252 for UTF-8 shows other signs where letters have accents.
        lost = _NOT_ASCII if written != expected else None
        fitting = next((each for each in candidates if _gives(header, names, each, lost)), None)
        if fitting is None or not _quotes_enclose(data, fitting):
            return None
    if lost is not None:
        found = next(csv.reader([header.rstrip("\r\n")], delimiter=fitting))
        names = [text.strip() or name for text, name in zip(found, names)]
    return TextFile(path, tuple(names), fitting, written, bool(returns.size))


def read_text_file(file: TextFile, progress: Callable[[float], None] = lambda fraction: None) -> pd.DataFrame:
    """All columns as text, each distinct value kept once (categories in order of appearance).

    Empty cells are "". Lines that are empty are no rows; cells too many are left out. progress: called with
    fractions 0..1. Raises TableError when the file cannot be read after all.
    """
    size = max(file.path.stat().st_size, 1)
    parts: list[list[tuple[np.ndarray, np.ndarray]]] = [[] for _ in file.names]
    try:
        with file.path.open("rb") as handle:
            # pandas reads bytes of UTF-8 fastest. Line breaks inside cells become line feeds, as GDAL makes them.
            plain = file.encoding == "utf-8" and not file.carriage_returns
            chunks = pd.read_csv(
                handle if plain else io.TextIOWrapper(handle, file.encoding.replace("utf-8", "utf-8-sig")),
                sep=file.separator,
                header=0,
                names=list(range(len(file.names))),
                usecols=list(range(len(file.names))),
                index_col=False,
                dtype=str,
                na_filter=False,
                chunksize=_ROWS_AT_ONCE,
            )
            for chunk in chunks:
                for place, column in enumerate(parts):
                    column.append(_labelled(chunk[place].to_numpy(dtype=object)))
                progress(min(handle.tell() / size, 1.0))
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        raise TableError(
            say("{0} cannot be read as delimited text ({1}); check it.", file.path.name, error)
        ) from error
    progress(1.0)
    columns = {}
    for name, column in zip(file.names, parts):
        columns[name] = _joined(column)
        column.clear()
    return pd.DataFrame(columns)


def _labelled(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n,) labels of cells, and the cells that they stand for, in order of appearance."""
    # pandas makes equal cells one object nearly always, and addresses are compared faster than texts.
    labels, distinct = pd.factorize(np.frombuffer(cells.tobytes(), dtype=np.intp))
    first = np.empty(len(distinct), dtype=np.intp)
    first[labels[::-1]] = np.arange(len(cells))[::-1]
    return labels.astype(np.int32), cells[first]


def _joined(parts: list[tuple[np.ndarray, np.ndarray]]) -> pd.Categorical:
    """The parts of a column as one; NaN, which a short line lacks, is ""."""
    cells = np.concatenate([cells for _, cells in parts])
    cells[pd.isna(cells)] = ""
    places, texts = pd.factorize(cells)
    starts = np.cumsum([0, *(len(cells) for _, cells in parts[:-1])])
    places = places.astype(np.int32)
    labels = np.concatenate([places[labels + start] for start, (labels, _) in zip(starts, parts)])
    return pd.Categorical.from_codes(labels, pd.Index(texts, dtype=object))


def _gives(header: str, names: Sequence[str], separator: str, lost: re.Pattern[str] | None) -> bool:
    """Whether a header line has the fields of the layer, but for letters that the layer has lost."""
    try:
        found = next(csv.reader([header.rstrip("\r\n")], delimiter=separator), [])
    except csv.Error:  # a field of more than 128 KB is no name of a column
        return False
    if lost is not None:
        found = [lost.sub("", text) for text in found]
        names = [lost.sub("", name) for name in names]
    return len(found) == len(names) > 1 and all(
        text.strip() in ("", name) for text, name in zip(found, names)
    )


def _encoding(data: mmap.mmap, expected: str) -> str | None:
    """The first of the encodings in question in which all bytes are text."""
    for name in (expected, FALLBACK_ENCODING) if expected == "utf-8" else (expected,):
        decoder = codecs.getincrementaldecoder(name)()
        try:
            for start in range(0, len(data), _BYTES_AT_ONCE):
                decoder.decode(data[start : start + _BYTES_AT_ONCE])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return name
    return None


def _places(data: mmap.mmap, byte: int) -> np.ndarray:
    """Where a byte stands."""
    found = [np.array([], dtype=np.intp)]
    for start in range(0, len(data), _BYTES_AT_ONCE):
        part = data[start : start + _BYTES_AT_ONCE]
        if byte in part:
            found.append(np.flatnonzero(np.frombuffer(part, np.uint8) == byte) + start)
    return np.concatenate(found)


def _after(data: mmap.mmap, places: np.ndarray) -> np.ndarray:
    """The byte after each place; the end of the file counts as the end of a line."""
    following = np.frombuffer(data, np.uint8)[np.minimum(places + 1, len(data) - 1)]
    return np.where(places + 1 < len(data), following, _LINE_FEED)


def _quotes_enclose(data: mmap.mmap, separator: str) -> bool:
    """Whether quotes stand around whole cells only, and twice where a cell has one."""
    quotes = _places(data, _QUOTE)
    start = len(codecs.BOM_UTF8) if data[:3] == codecs.BOM_UTF8 else 0
    opening, closing = quotes[::2], quotes[1::2]
    if len(opening) != len(closing):
        return False
    preceding = np.frombuffer(data, np.uint8)[np.maximum(opening - 1, 0)]
    before = np.where(opening > start, preceding, _LINE_FEED)
    outside = (ord(separator), _LINE_FEED, _CARRIAGE_RETURN, _QUOTE)
    return bool(np.isin(before, outside).all() and np.isin(_after(data, closing), outside).all())
