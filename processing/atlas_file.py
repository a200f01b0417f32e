"""The tables of an atlas GeoPackage, read and changed in one SQLite transaction.

SQLite undoes a transaction that was killed, found the disk full or failed, the next time anybody opens the
file. GDAL is not used for it: it writes counts and extents after its own commit. The spatial index is kept by
triggers of the file itself, which call the functions of atlas_points.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..core.columns import Column
from ..core.escaping import sql_name
from ..core.exceptions import AtlasError
from ..core.figure_tables import FIGURE_TABLES
from ..core.tables import LOCATED, TABLES
from .algorithm import AsmAlgorithm
from .atlas_errors import in_words, no_geopackage, unfit_table
from .atlas_points import point_of, register_functions

tr = AsmAlgorithm.tr
_WAIT_S = 5.0  # for another program that is writing
_ROWS_AT_ONCE = 500
_CACHE_KIB = 262144  # most atlases: nothing is written to the file, nor readers shut out, before the commit
_SQL_TYPES = {"text": "TEXT", "int": "INTEGER", "real": "REAL", "date": "DATE"}
_KIND_OF_TYPE = {
    **dict.fromkeys(("TEXT", "VARCHAR", "CHAR", "STRING"), "text"),
    **dict.fromkeys(("INTEGER", "INT", "MEDIUMINT", "SMALLINT", "TINYINT", "BIGINT"), "int"),
    **dict.fromkeys(("REAL", "DOUBLE", "FLOAT"), "real"),
    "DATE": "date",
}
_SYSTEM = ("gpkg_", "rtree_", "sqlite_", "idx_")
# Of asm:protectedareaoverlap, beside sites_areas and areas; new visits make them out of date.
OVERLAP_TABLES = ("pairs", "area_units", "largest_overlaps", "area_note")
NOT_OWN = frozenset(
    {*TABLES, *FIGURE_TABLES, "sites_areas", *OVERLAP_TABLES, "areas", "layer_styles", "qgis_projects"}
)


@lru_cache(65536)  # few distinct texts fill many cells
def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")  # other programs write other encodings


@dataclass(frozen=True)
class AtlasTable:
    """One of our tables as it stands in a GeoPackage.

    name: as written there. fid: its primary key. geometry: its geometry column, None without one, and
    srs_id that column's. columns: our column -> as written there. absent: ours that it lacks. own: all others.
    """

    name: str
    fid: str
    geometry: str | None
    srs_id: int
    columns: dict[str, str]
    absent: tuple[Column, ...]
    own: tuple[str, ...]


@contextmanager
def atlas_transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection with the write lock; what is not committed is undone on leaving.

    Raises AtlasError where the file is no GeoPackage, locked, read-only, or a statement fails.
    """
    if not path.is_file():
        raise AtlasError(tr("{0} is not there; check its path.").format(path.name))
    try:
        connection = sqlite3.connect(str(path), timeout=_WAIT_S, isolation_level=None)
    except sqlite3.Error as error:
        raise in_words(error, path) from error
    try:
        register_functions(connection)
        connection.text_factory = _text
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'").fetchone():
            raise no_geopackage(path)
        connection.execute("PRAGMA defer_foreign_keys = ON")  # rows that go and come in one step
        yield connection
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise in_words(error, path) from error
    finally:
        with suppress(sqlite3.Error):  # a disk that fails; the next to open the file undoes it then
            connection.rollback()
        connection.close()


def table_of(
    connection: sqlite3.Connection, table: str, columns: Sequence[Column], path: Path
) -> AtlasTable | None:
    """How one of our tables stands in the file; None when it has none of that name.

    Raises AtlasError where it cannot take the rows of a release: other types, CRS or geometry, a view.
    """
    found = connection.execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) = ?", (table,)
    ).fetchone()
    if found is None:
        return None
    name, kind = found
    registered = connection.execute(
        "SELECT 1 FROM gpkg_contents WHERE lower(table_name) = ?", (table,)
    ).fetchone()
    if kind == "view" or registered is None:
        raise unfit_table(path, name, tr("is a view or not registered as a layer"))
    geometry, srs_id = _geometry_of(connection, table, path, name)
    present = connection.execute(f"PRAGMA table_info({sql_name(name)})").fetchall()
    keys = [row[1] for row in present if row[5] and row[2].upper() == "INTEGER"]
    if len(keys) != 1:
        raise unfit_table(path, name, tr("has no row numbers (fid)"))
    types = {row[1].casefold(): (row[1], row[2]) for row in present}
    ours: dict[str, str] = {}
    for column in columns:
        written, declared = types.pop(column.name, (None, ""))
        if written is None:
            continue
        base = declared.upper().split("(")[0].strip()
        if _KIND_OF_TYPE.get(base) != column.kind:
            text = tr("has the field {0} as {1} instead of {2}")
            raise unfit_table(path, name, text.format(written, declared or "?", _SQL_TYPES[column.kind]))
        ours[column.name] = written
    skipped = {keys[0].casefold(), (geometry or "").casefold()}
    return AtlasTable(
        name,
        keys[0],
        geometry,
        srs_id,
        ours,
        tuple(column for column in columns if column.name not in ours),
        tuple(written for folded, (written, _) in types.items() if folded not in skipped),
    )


def read_rows(
    connection: sqlite3.Connection, table: AtlasTable, progress: Callable[[float], None]
) -> tuple[list[int], dict[str, list[Any]], dict[str, list[Any]], list[tuple[float, float]]]:
    """Row numbers, our columns, the user's own columns and the points (NaN without one), by row number.

    Of binary values in the user's columns only their length is read.
    """
    chosen = [sql_name(name) for name in (table.fid, *table.columns.values())]
    for name in map(sql_name, table.own):  # photos would fill the memory
        chosen.append(f"CASE typeof({name}) WHEN 'blob' THEN length({name}) || ' bytes' ELSE {name} END")
    if table.geometry:
        chosen.append(sql_name(table.geometry))
    cursor = connection.execute(
        f"SELECT {', '.join(chosen)} FROM {sql_name(table.name)} ORDER BY {sql_name(table.fid)}"
    )
    values: list[list[Any]] = [[] for _ in chosen]
    while part := cursor.fetchmany(_ROWS_AT_ONCE):
        progress(0.0)
        for column, more in zip(values, zip(*part)):
            column.extend(more)
    points = [point_of(blob) for blob in values[-1]] if table.geometry else []
    n_ours = len(table.columns)
    return (
        values[0],
        dict(zip(table.columns, values[1 : n_ours + 1])),
        dict(zip(table.own, values[n_ours + 1 :])),
        points,
    )


def add_columns(connection: sqlite3.Connection, table: AtlasTable, columns: Sequence[Column]) -> None:
    """Add columns of ours that the table lacks."""
    for column in columns:
        connection.execute(
            f"ALTER TABLE {sql_name(table.name)} ADD COLUMN {sql_name(column.name)} {_SQL_TYPES[column.kind]}"
        )


def delete_rows(
    connection: sqlite3.Connection, table: AtlasTable, fids: list[int], progress: Callable[[float], None]
) -> None:
    """Delete rows by number."""
    _in_parts(
        connection,
        f"DELETE FROM {sql_name(table.name)} WHERE {sql_name(table.fid)} = ?",
        [(fid,) for fid in fids],
        progress,
    )


def free_keys(connection: sqlite3.Connection, table: AtlasTable, key: str, fids: list[int]) -> None:
    """Give rows a passing key, so that keys can change places under a rule that they are unique."""
    connection.executemany(
        f"UPDATE {sql_name(table.name)} SET {sql_name(table.columns[key])} = ? WHERE {sql_name(table.fid)} = ?",
        [(f"asm_atlas:{fid}", fid) for fid in fids],
    )


def update_rows(
    connection: sqlite3.Connection,
    table: AtlasTable,
    columns: dict[str, list[Any]],
    fids: list[int],
    progress: Callable[[float], None],
) -> None:
    """Set columns (by their names in the file, each with a value for each row) of rows by number."""
    words = ", ".join(f"{sql_name(name)} = ?" for name in columns)
    _in_parts(
        connection,
        f"UPDATE {sql_name(table.name)} SET {words} WHERE {sql_name(table.fid)} = ?",
        list(zip(*columns.values(), fids)),
        progress,
    )


def insert_rows(
    connection: sqlite3.Connection,
    table: AtlasTable,
    columns: dict[str, list[Any]],
    progress: Callable[[float], None],
) -> None:
    """Add rows; the file numbers them, and the user's own columns get their defaults."""
    names, places = ", ".join(map(sql_name, columns)), ", ".join("?" * len(columns))
    _in_parts(
        connection,
        f"INSERT INTO {sql_name(table.name)} ({names}) VALUES ({places})",
        list(zip(*columns.values())),
        progress,
    )


def refresh_contents(connection: sqlite3.Connection, table: AtlasTable) -> None:
    """Make what the file says of a table right: date of change, extent, number of rows, spatial index."""
    name = table.name.lower()
    box = "NULL, NULL, NULL, NULL"
    if table.geometry:
        box = ", ".join(
            f"{of}({function}({sql_name(table.geometry)}))"
            for of, function in (
                ("min", "ST_MinX"),
                ("min", "ST_MinY"),
                ("max", "ST_MaxX"),
                ("max", "ST_MaxY"),
            )
        )
    connection.execute(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "
        f"(min_x, min_y, max_x, max_y) = (SELECT {box} FROM {sql_name(table.name)}) "
        "WHERE lower(table_name) = ?",
        (name,),
    )
    if _has_table(connection, "gpkg_ogr_contents"):
        connection.execute(
            f"UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM {sql_name(table.name)}) "
            "WHERE lower(table_name) = ?",
            (name,),
        )
    index = f"rtree_{table.name}_{table.geometry}"
    if table.geometry and _has_table(connection, index):
        _mend_index(connection, table, index)


def own_table_columns(connection: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Table and column of the user's own tables where the column has the name of one of our keys."""
    found = []
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for (name,) in tables:
        if name.lower().startswith(_SYSTEM) or name.lower() in NOT_OWN:
            continue
        for row in connection.execute(f"PRAGMA table_info({sql_name(name)})").fetchall():
            if row[1].casefold() in keys:
                found.append((name, row[1]))
    return found


def named_keys(connection: sqlite3.Connection, table: str, column: str) -> list[tuple[int, Any]]:
    """Row number and key of each row of a user's own table that names a key."""
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    numbered = "WITHOUT ROWID" not in " ".join(sql.upper().split())
    return connection.execute(
        f"SELECT {'rowid' if numbered else '0'}, {sql_name(column)} FROM {sql_name(table)} "
        f"WHERE {sql_name(column)} IS NOT NULL"
    ).fetchall()


def table_names(connection: sqlite3.Connection) -> set[str]:
    """Names of all tables, in lower case."""
    return {
        name.lower() for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }


def _geometry_of(connection: sqlite3.Connection, table: str, path: Path, name: str) -> tuple[str | None, int]:
    found = (
        connection.execute(
            "SELECT g.column_name, g.geometry_type_name, g.z, g.srs_id, s.organization, s.organization_coordsys_id "
            "FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id "
            "WHERE lower(g.table_name) = ?",
            (table,),
        ).fetchone()
        if _has_table(connection, "gpkg_geometry_columns")
        else None
    )
    if found is None:
        if table in LOCATED:
            raise unfit_table(path, name, tr("has no geometry"))
        return None, 0
    column, kind, z, srs_id, organisation, code = found
    if table not in LOCATED:
        raise unfit_table(path, name, tr("has a geometry"))
    if str(kind).upper() not in ("POINT", "GEOMETRY") or z == 1:
        raise unfit_table(path, name, tr("holds {0} instead of POINT").format(f"{kind}{' Z' * (z == 1)}"))
    if (str(organisation).upper(), code) != ("EPSG", 4326):
        raise unfit_table(path, name, tr("is in {0}:{1} instead of EPSG:4326").format(organisation, code))
    return column, srs_id


def _mend_index(connection: sqlite3.Connection, table: AtlasTable, index: str) -> None:
    """Fill the spatial index anew where it lacks rows: somebody removed its triggers."""
    name, fid, geometry = sql_name(table.name), sql_name(table.fid), sql_name(table.geometry)
    located = f"FROM {name} WHERE {geometry} NOT NULL AND NOT ST_IsEmpty({geometry})"
    (wrong,) = connection.execute(
        f"SELECT (SELECT count(*) {located}) != (SELECT count(*) FROM {sql_name(index)}) OR EXISTS ("
        f"SELECT 1 FROM {name} t JOIN {sql_name(index)} i ON i.id = t.{fid} WHERE "
        f"abs(i.minx - ST_MinX(t.{geometry})) > 1e-4 OR abs(i.miny - ST_MinY(t.{geometry})) > 1e-4)"
    ).fetchone()
    if wrong:
        connection.execute(f"DELETE FROM {sql_name(index)}")
        connection.execute(
            f"INSERT INTO {sql_name(index)} SELECT {fid}, ST_MinX({geometry}), ST_MaxX({geometry}), "
            f"ST_MinY({geometry}), ST_MaxY({geometry}) {located}"
        )


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    return bool(
        connection.execute("SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?)", (name,)).fetchone()
    )


def _in_parts(
    connection: sqlite3.Connection, sql: str, rows: list[tuple], progress: Callable[[float], None]
) -> None:
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        progress(start / len(rows))
        connection.executemany(sql, rows[start : start + _ROWS_AT_ONCE])
