"""Visits and their actors as atlas tables."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..tables import ACTORS, VISITS
from .actors import Actors
from .coordinates import Locations
from .reader import Reader, join_lists
from .rows import Rows, keys
from .source import integers


def visits_table(
    reader: Reader,
    rows: Rows,
    answers: Mapping[str, np.ndarray],
    locations: Locations,
    qualification: np.ndarray,
) -> pd.DataFrame:
    """The visits table; its index is the place of each visit in the source."""
    places = np.flatnonzero(rows.are("visit", "third_party"))
    table = {name: answer[places] for name, answer in answers.items()}
    table["visit_id"] = keys(rows, places, rows.project[places])
    table["pcode"] = rows.pcode[places]
    table["row_kind"] = rows.kind[places]
    table["visit_date"] = rows.date[places]
    table["date_precision"] = rows.precision[places]
    table["project"] = rows.project[places]
    table["on_site"] = rows.on_site[places]
    table["qualification"] = qualification[places]
    table["comment"] = _comment(reader)[places]
    table["source_order"] = rows.order[places]
    table["longitude"] = locations.longitude[places]
    table["latitude"] = locations.latitude[places]
    for name in ("name", "source", "not_visited_reason", "admin1", "admin2"):
        table[name] = reader.text(name)[places]
    for column in VISITS:
        if column.kind == "int":
            table[column.name] = integers(table[column.name].astype(float))
    _report(reader, rows, places, qualification)
    return pd.DataFrame({column.name: table[column.name] for column in VISITS}, index=places, copy=False)


def _comment(reader: Reader) -> np.ndarray:
    """Answers of the source that no other column holds, as "column=value; ..."."""
    columns = [c for c in map(reader.source.column, reader.profile.comment) if c is not None]
    parts = [(c.labels, [f"{c.name}={value.replace(';', ',')}" for value in c.values]) for c in columns]
    return join_lists(parts, reader.n)


def _report(reader: Reader, rows: Rows, places: np.ndarray, qualification: np.ndarray) -> None:
    key = pd.DataFrame({"pcode": rows.pcode[places], "date": rows.date[places], "order": rows.order[places]})
    key = key.sort_values("order", kind="stable")
    again = key.duplicated(["pcode", "date"]) & key["date"].notna()
    reader.findings.each(
        "duplicate_visit",
        np.sort(places[key.index[again]]),
        reader.profile.columns.get("visit_date"),
        reader.text("visit_date"),
    )
    column = reader.column("qualification")
    if column is not None and reader.profile.site_qualification == "statuses":
        stated = rows.are("visit", "third_party") & pd.notna(qualification)
        reader.findings.per_value(
            "visit_qualification", column, np.ones(len(column.values), bool), rows=stated
        )


def actors_table(actors: Actors, visits: pd.DataFrame) -> pd.DataFrame:
    """The actors table; visits: indexed by place in the source."""
    at = visits.index.get_indexer(actors.table["row"])
    table = {name: column.array for name, column in actors.table.items()}
    for name in ("visit_id", "pcode"):
        table[name] = visits[name].to_numpy(dtype=object)[at]
    table["slot"] = pd.array(table["slot"], dtype="Int64")
    return pd.DataFrame({column.name: table[column.name] for column in ACTORS}, copy=False)
