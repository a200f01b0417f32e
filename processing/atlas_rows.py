"""The tables of an atlas as frames, and the planned changes as rows of its GeoPackage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.tables import LOCATED, TABLES
from .atlas_file import (
    AtlasTable,
    add_columns,
    delete_rows,
    free_keys,
    insert_rows,
    named_keys,
    own_table_columns,
    read_rows,
    refresh_contents,
    table_of,
    update_rows,
)
from .atlas_points import point_blob
from .frames import typed_column

if TYPE_CHECKING:
    import pandas as pd

    from ..core.releases.update import TableUpdate


@dataclass(frozen=True)
class AtlasRows:
    """One table of the atlas: how it stands in the file, and its rows in the order of their numbers.

    frame: our columns (and absent_from), with point_x and point_y where the table is on the map.
    own: the user's columns, each with a value a row.
    """

    table: AtlasTable
    fids: list[int]
    frame: pd.DataFrame
    own: dict[str, list[Any]]


def read_atlas(
    connection: sqlite3.Connection, path: Path, progress: Callable[[float], None]
) -> dict[str, AtlasRows]:
    """The tables of an import that the file has, by name.

    Raises AtlasError on a table that cannot take the rows of a release, TableError on values of the wrong kind.
    """
    import pandas as pd

    from ..core.releases.update import ABSENT_FROM, IMPORTED

    atlas = {}
    for name in IMPORTED:
        columns = [*TABLES[name], ABSENT_FROM]
        table = table_of(connection, name, columns, path)
        if table is None:
            continue
        fids, values, own, points = read_rows(connection, table, progress)
        frame = pd.DataFrame(index=range(len(fids)))
        for column in columns:
            if column.name in values:
                frame[column.name] = typed_column(values[column.name], column, f"{name} ({path.name})")
        if name in LOCATED:
            frame["point_x"] = [x for x, _ in points]
            frame["point_y"] = [y for _, y in points]
        atlas[name] = AtlasRows(table, fids, frame, own)
    return atlas


def write_update(
    connection: sqlite3.Connection,
    name: str,
    rows: AtlasRows,
    new: pd.DataFrame,
    update: TableUpdate,
    release: str,
    progress: Callable[[float], None],
) -> bool:
    """Change one table as planned; whether there was anything to write.

    release: what kept rows are marked with as lacking them.
    """
    import numpy as np

    from ..core.releases.update import ABSENT_FROM, KEYS, marked_places

    table, old = rows.table, rows.frame
    fids = np.array(rows.fids, dtype=np.int64)
    marked = marked_places(update, old, KEYS[name])
    absent = [column for column in table.absent if column is not ABSENT_FROM]
    if not (len(update.removed) or len(update.added) or len(marked) or len(absent) or update.differs.any()):
        return False
    if len(marked) and ABSENT_FROM in table.absent:
        absent.append(ABSENT_FROM)
    add_columns(connection, table, absent)
    delete_rows(connection, table, fids[update.removed].tolist(), progress)

    at_old, at_new = update.at_old[update.differs], update.at_new[update.differs]
    key = KEYS[name]
    rekeyed = old[key].to_numpy(dtype=object)[at_old] != new[key].to_numpy(dtype=object)[at_new]
    if name != "actors":  # whose key is that of the visit, so that several share it
        free_keys(connection, table, key, fids[at_old[rekeyed]].tolist())
    if len(marked):
        kept = update.kept[marked]
        columns = {table.columns[key]: update.kept_keys[marked].tolist()}
        before = old.get(ABSENT_FROM.name)
        marks = [None] * len(kept) if before is None else before.iloc[kept].tolist()
        columns[table.columns.get(ABSENT_FROM.name, ABSENT_FROM.name)] = [mark or release for mark in marks]
        update_rows(connection, table, columns, fids[kept].tolist(), progress)
    columns = _sql_columns(table, new.iloc[at_new], name)
    if ABSENT_FROM.name in table.columns:
        columns[table.columns[ABSENT_FROM.name]] = [None] * len(at_old)
    update_rows(connection, table, columns, fids[at_old].tolist(), progress)
    insert_rows(connection, table, _sql_columns(table, new.iloc[update.added], name), progress)
    refresh_contents(connection, table)
    return True


def own_rows_affected(
    connection: sqlite3.Connection,
    atlas: dict[str, AtlasRows],
    new: dict[str, pd.DataFrame],
    plan: dict[str, TableUpdate],
) -> pd.DataFrame:
    """The table OWN_VALUES: user's values on rows that go or get another key, and own tables that name these."""
    import numpy as np
    import pandas as pd

    from ..core.releases.update import KEYS, key_changes, own_references, own_values

    parts, changes = [], {}
    for name, update in plan.items():
        rows = atlas[name]
        parts.append(own_values(name, np.array(rows.fids), rows.own, rows.frame, new[name], update))
        if name in ("sites", "visits", "statuses"):
            changes[KEYS[name]] = key_changes(name, rows.frame, new[name], update)
    for table, column in own_table_columns(connection, list(changes)):
        named = named_keys(connection, table, column)
        parts.append(own_references(table, column, named, changes[column.casefold()]))
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _sql_columns(table: AtlasTable, frame: pd.DataFrame, name: str) -> dict[str, list[Any]]:
    """Columns by their names in the file, as SQLite takes them; the geometry is made of the coordinates."""
    columns = {
        table.columns.get(column.name, column.name): _sql_values(frame[column.name], column.kind)
        for column in TABLES[name]
    }
    if table.geometry:
        points = zip(frame["longitude"].tolist(), frame["latitude"].tolist())
        columns[table.geometry] = [point_blob(x, y, table.srs_id) for x, y in points]
    return columns


def _sql_values(series: pd.Series, kind: str) -> list[Any]:
    gone = series.isna().tolist()
    if kind == "date":
        values = series.dt.strftime("%Y-%m-%d").tolist()
    elif kind == "int":
        values = series.to_numpy(dtype="int64", na_value=0).tolist()
    else:
        values = series.tolist()
    return [None if empty else value for value, empty in zip(values, gone)]
