"""Rows that a quote opened and never closed has drawn into one cell."""

from __future__ import annotations

import numpy as np
import pandas as pd

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
