"""Status decisions: rows of lists, not of visits."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..tables import STATUSES
from .reader import Reader
from .rows import Rows, keys

# Answers that lists carry although nobody visited.
_NOT_FROM_LISTS = ("workers", "mercury", "presence", "interference", "children", "women", "mechanisation")


def read_statuses(
    reader: Reader, rows: Rows, qualification: np.ndarray, traceability: np.ndarray
) -> pd.DataFrame:
    """The statuses table. qualification, traceability: (n,) codes of all rows, None for none."""
    status = rows.are("status")
    places = np.flatnonzero(status)
    kind = rows.decides[places]
    decided = {"qualification": qualification, "traceability": traceability}
    table = pd.DataFrame(
        {
            "status_id": keys(rows, places, kind),
            "pcode": rows.pcode[places],
            "date": rows.date[places],
            "date_precision": rows.precision[places],
            "kind": kind,
            "source": reader.text("source")[places],
            "project": rows.project[places],
        },
        copy=False,
    )
    for name, codes in decided.items():
        table[name] = np.where(kind == name, codes[places], None)
        without = status & (rows.decides == name) & pd.isna(codes)
        reader.findings.each("status_without_decision", without, reader.profile.columns.get(name))
    table["valid_until"] = valid_until(table["date"], table["qualification"], _months(reader))
    _report_answers(reader, status)
    return table[[column.name for column in STATUSES]]


def _months(reader: Reader) -> dict[str, int]:
    if "qualification" not in reader.profile.vocabularies:
        return {}
    months = reader.vocabulary("qualification").attribute("months")
    return {code: number for code, number in months.items() if number is not None}


def valid_until(dates: pd.Series, codes: pd.Series, months: dict[str, int]) -> pd.Series:
    """Last day of validity by whole calendar months after the decision; NaT for codes without months."""
    until = pd.Series(pd.NaT, index=dates.index, dtype="datetime64[ns]")
    for code, number in months.items():
        chosen = (codes == code) & dates.notna()
        if chosen.any():
            until[chosen] = dates[chosen] + pd.DateOffset(months=number)
    return until


def _report_answers(reader: Reader, status: np.ndarray) -> None:
    columns = [reader.column(name) for name in _NOT_FROM_LISTS]
    columns += [reader.source.column(name) for name in reader.profile.services.columns]
    actors = reader.profile.actors
    columns += [
        reader.source.column(actors.name.replace("{slot}", str(n))) for n in range(1, actors.slots + 1)
    ]
    for column in columns:
        if column is not None and (rows := int((status & column.filled).sum())):
            reader.findings.once("status_answer", column.name, rows=rows)
