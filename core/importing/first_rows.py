"""The first rows of an import as a person looks at them: what comes out, beside what the source wrote."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR, TABLES
from .importer import ImportResult
from .profile import Profile

# Columns of visits that come of other source columns than that of their own name.
_DERIVED = {"mineral_main": "minerals", "is_3t": "minerals", "is_gold": "minerals"}


@dataclass(frozen=True)
class FirstRows:
    """The first rows of an atlas table as text.

    columns, notes: names and what they hold. texts: rows of cells, "" for missing. written: rows of what the
    source has in its place where that is written otherwise, None where it is the same or comes from no one
    cell. source_rows: the row of the source, the first is 1; None where a row comes from several.
    n_rows: rows of the whole table.
    """

    columns: tuple[str, ...]
    notes: tuple[str, ...]
    texts: list[list[str]]
    written: list[list[str | None]]
    source_rows: list[int | None]
    n_rows: int


def first_rows(
    result: ImportResult, frame: pd.DataFrame | None, profile: Profile | None, table: str, limit: int
) -> FirstRows:
    """The first rows of visits, sites, actors or statuses, out of an import of a whole table.

    frame, profile: those of the import, None for visits that were taken as they are. Only visits stand for one
    row of the source each; in the other tables nothing is compared.
    """
    rows = getattr(result, table)
    head = rows.head(limit)
    texts = [[_text(value) for value in row] for row in head.itertuples(index=False)]
    columns = TABLES[table]
    written: list[list[str | None]] = [[None] * len(columns) for _ in texts]
    source_rows: list[int | None] = [None] * len(texts)
    if table == "visits" and result.visit_rows is not None:
        places = result.visit_rows[: len(texts)]
        source_rows = [int(place) + 1 for place in places]
        for number, column in enumerate(columns):
            raws = _raws(frame, profile.fitted(frame.columns), column.name, places)
            for row, raw in enumerate(raws):
                if raw is not None and not _same(raw, texts[row][number]):
                    written[row][number] = raw
    return FirstRows(
        tuple(column.name for column in columns),
        tuple(column.note for column in columns),
        texts,
        written,
        source_rows,
        len(rows),
    )


def source_columns_of(profile: Profile, name: str) -> tuple[str, ...]:
    """The columns of the source that a column of visits comes from."""
    name = _DERIVED.get(name, name)
    if name == "minerals":
        return profile.minerals.columns
    if name == "services":
        return profile.services.columns
    if name == "actors":
        return tuple(
            profile.actors.name.replace("{slot}", str(slot)) for slot in range(1, profile.actors.slots + 1)
        )
    return (profile.columns[name],) if name in profile.columns else ()


def _raws(frame: pd.DataFrame, profile: Profile, name: str, places: np.ndarray) -> list[str | None]:
    """What the source wrote for a column, several cells joined; None where no column is read for it."""
    present = {column.casefold(): column for column in frame.columns}
    columns = [present[c.casefold()] for c in source_columns_of(profile, name) if c.casefold() in present]
    if not columns or name in ("is_3t", "is_gold"):
        return [None] * len(places)
    cells = frame[columns].iloc[places].astype(object).itertuples(index=False)
    return [LIST_SEPARATOR.join(str(cell) for cell in row if pd.notna(cell) and cell != "") for row in cells]


def _same(raw: str, text: str) -> bool:
    if raw.strip() == text:
        return True
    try:
        return float(raw) == float(text)
    except ValueError:
        return False


def _text(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)
