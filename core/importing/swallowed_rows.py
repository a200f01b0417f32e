"""Rows that a quote opened and never closed has drawn into one cell, or hidden from the reader."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..wording import say
from .findings import Findings
from .source import SourceTable

_SEPARATORS = (",", ";", "\t")


def report_swallowed_rows(source: SourceTable, findings: Findings) -> None:
    """A finding for each cell that holds line breaks and as many separators as a row of the table has."""
    needed = len(source.frame.columns) - 1
    for name in source.frame.columns:
        cells = source.frame[name]
        distinct = cells.cat.categories if isinstance(cells.dtype, pd.CategoricalDtype) else pd.unique(cells)
        for value in (each for each in distinct.tolist() if isinstance(each, str) and "\n" in each):
            if needed and max(value.count(separator) for separator in _SEPARATORS) >= needed:
                place = int(np.argmax((cells == value).to_numpy(dtype=bool)))
                first = " ".join(value[:60].split())
                findings.once("rows_in_a_cell", name, first, place=place, lines=value.count("\n"))


def check_all_lines_read(path: Path, frame: pd.DataFrame) -> None:
    """Raise TableError when lines of a text file stand in no row of the table that was read from it.

    GDAL says nothing of the rows that it leaves out: from 3.10 on, all from a quote that is never closed.
    Blank lines are no rows, and a cell may hold several lines, blank ones too: lines are never missed in vain.
    """
    with path.open("rb") as file:
        written = sum(1 for line in file if line.strip())
    read = 1 + len(frame)
    if written > read:
        texts = [
            *map(str, frame.columns),
            *(cell for cell in frame.to_numpy().ravel() if isinstance(cell, str)),
        ]
        read += sum(text.count("\n") for text in texts)
    if written > read:
        raise TableError(
            say(
                "{0} cannot be read beyond row {1}, and {2} lines follow: a quote is opened there "
                "and not closed; correct it and import again.",
                path.name,
                len(frame),
                written - read,
            )
        )
