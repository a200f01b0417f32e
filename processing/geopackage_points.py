"""Points written straight into the database of a new GeoPackage: with features and their index it takes thrice as long.

QGIS makes the file, with the table, its spatial index and its metadata; the rows are put in here, as it would have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsField, QgsFields, QgsProcessingOutputLayerDefinition, QgsProviderRegistry
from qgis.PyQt.QtCore import QVariant

from ..core.escaping import sql_name
from .destinations import destination_file, destination_table
from .frames import plain_values
from .geopackage import UnusualTableError

if TYPE_CHECKING:
    import numpy as np

_ROWS_AT_ONCE = 5_000
_TYPES_WRITTEN = {
    QVariant.String: {str},
    QVariant.Int: {int},
    QVariant.LongLong: {int},
    QVariant.Double: {float},
    QVariant.Bool: {bool},
    QVariant.Date: {str},
}
_EMPTY = 16  # the flag of a geometry that says so


@dataclass(frozen=True)
class PointRows:
    """Rows of a table of points: a column of values for each field; lon, lat: (n,) degrees, NaN without a point."""

    columns: list[Sequence[Any]]
    lon: np.ndarray
    lat: np.ndarray


def new_geopackage(value: Any, dest: str) -> Path | None:
    """The file of a sink (dest, for the parameter's value) that is a GeoPackage of this output alone."""
    if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
        return None
    file = destination_file(value)
    if file is None or file.suffix.lower() != ".gpkg" or destination_table(value):
        return None
    path = Path(str(QgsProviderRegistry.instance().decodeUri("ogr", dest).get("path") or ""))
    return file if path.is_file() and path.samefile(file) else None


def fill_points(file: Path, fields: QgsFields, rows: PointRows, progress: Callable[[float], None]) -> None:
    """Put rows (EPSG:4326) into the one table of a GeoPackage, which is empty; all of them or none.

    Raises UnusualTableError and sqlite3.Error where they are better written by QGIS; nothing is written then.
    """
    columns = [_as_stored(column, field) for column, field in zip(rows.columns, fields)]
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        tables = database.execute(
            "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
        ).fetchall()
        if len(tables) != 1:
            raise UnusualTableError
        table, geometry, srs = tables[0]
        described = database.execute(f"PRAGMA table_xinfo({sql_name(table)})").fetchall()
        there = {column[1].lower(): column[1] for column in described if column[1] != geometry}
        key = next((column[1] for column in described if column[5]), "")
        stored = {field.name().lower(): column for field, column in zip(fields, columns)}
        number = stored.setdefault(key.lower(), range(1, len(rows.lon) + 1))
        if set(stored) != set(there) or min(number, default=0) < 0:
            raise UnusualTableError
        stored[geometry.lower()] = _geometries(rows.lon, rows.lat, srs)
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        for name, _ in triggers:  # they would count and index row by row
            database.execute(f"DROP TRIGGER {sql_name(name)}")
        _insert(database, table, stored, progress)
        _index(database, f"rtree_{table}_{geometry}", number, rows)
        for _, sql in triggers:
            database.execute(sql)
        _tell_extent(database, table, rows)
        database.execute("COMMIT")


def _as_stored(values: Sequence[Any], field: QgsField) -> Sequence[Any]:
    """A column as SQLite keeps it."""
    values = plain_values(values)
    found = set(map(type, values)) - {type(None)}
    is_rounded = found == {float} and field.precision() > 0
    if is_rounded or not found <= _TYPES_WRITTEN.get(field.type(), set()):
        raise UnusualTableError
    if found == {str}:
        text = "".join(filter(None, values))
        longest = max(map(len, filter(None, values)), default=0)
        if "\0" in text or 0 < field.length() < longest or (not text.isascii() and not _is_unicode(text)):
            raise UnusualTableError
    return values


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # halves of characters beyond the first plane
        return False
    return True


def _geometries(lon: np.ndarray, lat: np.ndarray, srs: int) -> list[bytes]:
    """Points as a GeoPackage has them (clause 2.1.3); where there is none an empty point, as QGIS writes it."""
    import numpy as np

    layout = [
        ("magic", "S2"),
        ("version", "u1"),
        ("flags", "u1"),
        ("srs", "<i4"),
        ("order", "u1"),
        ("type", "<u4"),
    ]
    points = np.zeros(len(lon), dtype=[*layout, ("xy", "<f8", 2)])
    is_there = np.isfinite(lon) & np.isfinite(lat)
    points["magic"], points["srs"], points["order"], points["type"] = b"GP", srs, 1, 1
    points["flags"] = np.where(is_there, 1, 1 | _EMPTY)
    points["xy"] = np.where(is_there[:, None], np.column_stack([lon, lat]), np.nan)
    return points.view(f"V{points.dtype.itemsize}").tolist()


def _insert(
    database: sqlite3.Connection,
    table: str,
    columns: dict[str, Sequence[Any]],
    progress: Callable[[float], None],
) -> None:
    names, places = ", ".join(map(sql_name, columns)), ", ".join("?" * len(columns))
    into = f"INSERT INTO {sql_name(table)} ({names}) VALUES ({places})"
    rows, n = zip(*columns.values()), len(next(iter(columns.values())))
    for begin in range(0, n, _ROWS_AT_ONCE):
        progress(begin / n)
        database.executemany(into, islice(rows, _ROWS_AT_ONCE))


def _index(database: sqlite3.Connection, tree: str, number: Sequence[int], rows: PointRows) -> None:
    """Fill a spatial index, which is empty, with the rows that have these numbers."""
    import numpy as np

    from ..core.rtree_nodes import ROOT, nodes_of_points

    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (tree,)).fetchone():
        return  # where QGIS is told to make none
    node, leaf_of, parent_of = (sql_name(f"{tree}_{kind}") for kind in ("node", "rowid", "parent"))
    node_bytes = database.execute(f"SELECT length(data) FROM {node} WHERE nodeno = ?", (ROOT,)).fetchone()[0]
    is_there = np.isfinite(rows.lon) & np.isfinite(rows.lat)
    number = np.array(number, dtype=np.int64)[is_there]
    nodes = nodes_of_points(number, rows.lon[is_there], rows.lat[is_there], node_bytes)
    database.execute(f"DELETE FROM {node}")
    database.executemany(f"INSERT INTO {node} VALUES (?, ?)", nodes.data)
    database.executemany(f"INSERT INTO {leaf_of} VALUES (?, ?)", nodes.leaf_of)
    database.executemany(f"INSERT INTO {parent_of} VALUES (?, ?)", nodes.parent_of)


def _tell_extent(database: sqlite3.Connection, table: str, rows: PointRows) -> None:
    import numpy as np

    is_there = np.isfinite(rows.lon) & np.isfinite(rows.lat)
    if is_there.any():
        x, y = rows.lon[is_there], rows.lat[is_there]
        extent = [float(value) for value in (x.min(), y.min(), x.max(), y.max())]
        database.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, "
            "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?",
            (*extent, table),
        )
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'").fetchone():
        count = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"
        database.execute(count, (len(rows.lon), table))
