"""Where the header of a table stands when the program that read it did not tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import pandas as pd

from .notes import Note

ROWS_SEARCHED = 20
_UNNAMED = re.compile(r"field_?(\d+)", re.IGNORECASE)


def is_unnamed(header: Sequence[str]) -> bool:
    """Whether most columns have no names but those that GDAL gives: Field1, Field2, ...

    A title above the table may have come out as the name of one or two of them.
    """
    unnamed = sum(
        bool(match) and int(match.group(1)) == place
        for place, match in enumerate(map(_UNNAMED.fullmatch, header), start=1)
    )
    return 0 < unnamed >= len(header) - 2 and unnamed * 2 > len(header)


def with_header(frame: pd.DataFrame, known: Collection[str]) -> tuple[pd.DataFrame, list[Note]]:
    """A table of text whose columns are named by one of its first 20 rows, if they have no names of their own.

    So too where such a row has more known names than the header, which then is a title or names groups of
    columns. known: names of columns that profiles know, lower case; the row with most of them (two at least)
    is the header, else the first row that is half full and mostly of different words. Rows above it are a finding. Columns without
    a name keep theirs; a name that comes again gets a number.
    """
    unnamed = is_unnamed(list(frame.columns))
    rows = [
        [cell.strip() if isinstance(cell, str) else "" for cell in row]
        for row in frame.head(ROWS_SEARCHED).itertuples(index=False)
    ]
    met = [len({cell.casefold() for cell in row}.intersection(known)) for row in (frame.columns, *rows)]
    place = _header_row(rows) if unnamed else None
    if max(met[1:], default=0) > max(met[0], 1):
        place = met[1:].index(max(met[1:]))
    if place is None:
        return frame, []
    names: list[str] = []
    for cell, name in zip(rows[place], frame.columns):
        text, number = cell or name, 1
        while text.casefold() in {other.casefold() for other in names}:
            number += 1
            text = f"{cell or name}_{number}"
        names.append(text)
    below = frame.iloc[place + 1 :].set_axis(names, axis=1).reset_index(drop=True)
    filled = below[[name for name, cell in zip(names, rows[place]) if cell or _filled(below[name])]]
    # A header that the program found stands above the first row.
    row = place + (1 if unnamed else 2)
    return filled, [Note("header_found", None, None, words={"row": row})] if row > 1 else []


def _filled(cells: pd.Series) -> bool:
    return bool((cells.notna() & (cells != "")).any())


def _header_row(rows: Sequence[Sequence[str]]) -> int | None:
    widest = max((sum(map(bool, row)) for row in rows), default=0)
    for place, row in enumerate(rows):
        cells = [cell for cell in row if cell]
        words = [cell for cell in cells if not re.fullmatch(r"[-+\d.,/: ]+", cell)]
        if len(cells) > 1 and len(cells) * 2 >= widest and len(set(words)) * 2 > len(cells):
            return place
    return None
