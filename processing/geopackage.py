"""Tables of GeoPackages read straight from their database: QGIS's features take ten times as long.

Only where that gives exactly what QGIS would give. What is unusual raises UnusualTableError, or no PlainTable is made of it
in the first place, and the caller reads the layer through QGIS.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from qgis.core import (
    QgsCoordinateTransform,
    QgsDataProvider,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QVariant

from ..core.escaping import sql_name
from .frames import wgs84
from .providers import provider_says

_ROWS_AT_ONCE = 5_000
_WAIT_SECONDS = 1.0
_JOURNAL_BYTES = slice(18, 20)  # of the file's head: 1 for a rollback journal, 2 for a write-ahead log
_LEFT_BY_OTHERS = ("-wal", "-shm", "-journal")
_TYPES_READ = {
    QVariant.String: re.compile(r"TEXT(\(\d+\))?"),
    QVariant.Int: re.compile(r"TINYINT|SMALLINT|MEDIUMINT"),
    QVariant.LongLong: re.compile(r"INT(EGER)?"),
    QVariant.Double: re.compile(r"DOUBLE|REAL"),
    QVariant.Bool: re.compile(r"BOOLEAN"),
    QVariant.Date: re.compile(r"DATE"),
}
_VALUES_READ = {
    QVariant.String: str,
    QVariant.Int: int,
    QVariant.LongLong: int,
    QVariant.Double: float,
    QVariant.Bool: int,
    QVariant.Date: str,
}
_INT_LIMIT = 2**31


class UnusualTableError(Exception):
    """Something in a table that is better read by QGIS."""


@dataclass(frozen=True)
class PlainTable:
    """A table of features whose rows are those of a layer as QGIS shows it, in EPSG:4326, by rising key.

    key, geometry: the columns of row numbers and of geometries; shape: the geometries' type as declared, in
    capitals. kinds: the other columns with their types in QGIS, in the order of the layer's fields, which begin
    with the key.
    """

    file: Path
    name: str
    key: str
    geometry: str
    shape: str
    kinds: dict[str, QVariant.Type]


def plain_table(
    given: Any,
    layer: QgsVectorLayer | None,
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> PlainTable | None:
    """The table behind the parameter's value, layer and source; None unless they show all of it as it is.

    That is a table (no view) of a GeoPackage in a file, in EPSG:4326, without selection, filter, edits, joins or
    virtual fields, and with no other program about to write to it.
    """
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        if given.selectedFeaturesOnly or given.featureLimit >= 0 or getattr(given, "filterExpression", ""):
            return None
    elif not isinstance(given, (str, QgsVectorLayer)):
        return None
    if layer is None or layer.providerType() != "ogr":
        return None
    kind, names = provider_says(layer, lambda given: (given.storageType(), given.fields().names()))
    if kind != "GPKG":
        return None
    fields = source.fields()
    is_own = fields.names() == names  # joins and virtual fields come on top
    if layer.isEditable() or layer.subsetString() or not is_own:
        return None
    to_degrees = QgsCoordinateTransform(source.sourceCrs(), wgs84(), context.transformContext())
    if not source.sourceCrs().isValid() or not to_degrees.isShortCircuited():
        return None
    file, name = _file_and_table(layer)
    if file is None or not _is_at_rest(file):
        return None
    kinds = {field.name(): field.type() for field in fields}
    try:
        with opened(file) as database:
            return _described(database, file, name, kinds)
    except (UnusualTableError, sqlite3.Error):
        return None


def _file_and_table(layer: QgsVectorLayer) -> tuple[Path | None, str]:
    """The file and the table of a layer; no file where its source tells more than these."""
    path, *more = layer.source().split("|")
    file = Path(path)
    if len(more) > 1 or path.startswith("/vsi") or not file.is_absolute() or not file.is_file():
        return None, ""
    if more:
        word, _, name = more[0].partition("=")
        return (file, name) if word == "layername" else (None, "")
    tables = provider_says(layer, lambda given: given.subLayers())
    return (file, tables[0].split(QgsDataProvider.sublayerSeparator())[1]) if len(tables) == 1 else (None, "")


def _is_at_rest(file: Path) -> bool:
    """Whether a database can be read without a trace: reading a write-ahead log would leave files beside it."""
    try:
        with file.open("rb") as head:
            journal = head.read(_JOURNAL_BYTES.stop)[_JOURNAL_BYTES]
        return journal == b"\1\1" and not any(
            file.with_name(file.name + suffix).exists() for suffix in _LEFT_BY_OTHERS
        )
    except OSError:
        return False


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """The database of a file, to read it in one state from beginning to end. Raises sqlite3.Error."""
    address = f"{file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, timeout=_WAIT_SECONDS, isolation_level=None, uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute("BEGIN")
        yield database


def _described(
    database: sqlite3.Connection, file: Path, name: str, kinds: dict[str, QVariant.Type]
) -> PlainTable:
    """The table of this name, when its columns are those that the layer shows."""
    one = "SELECT column_name, geometry_type_name FROM gpkg_geometry_columns WHERE table_name = ?"
    geometry, shape = database.execute(one, (name,)).fetchone() or ("", "")
    kind = database.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    columns = database.execute(f"PRAGMA table_xinfo({sql_name(name)})").fetchall()
    keys = [
        column for _, column, kind_of, _, _, place, _ in columns if place and kind_of.upper() == "INTEGER"
    ]
    n_keys = sum(bool(column[5]) for column in columns)
    is_stored = all(column[6] == 0 for column in columns)
    if kind != ("table",) or not geometry or len(keys) != 1 or n_keys != 1 or not is_stored:
        raise UnusualTableError
    types = {column: declared.upper() for _, column, declared, *_ in columns}
    shown = [keys[0], *(column for column in types if column not in (keys[0], geometry))]
    if shown != list(kinds):
        raise UnusualTableError
    plain = {
        column: kinds[column] if _is_read(kinds[column], types[column]) else QVariant.Invalid
        for column in shown[1:]
    }
    return PlainTable(file, name, keys[0], geometry, str(shape).upper(), plain)


def _is_read(kind: QVariant.Type, declared: str) -> bool:
    return kind in _TYPES_READ and _TYPES_READ[kind].fullmatch(declared) is not None


def rows_of_table(
    database: sqlite3.Connection,
    table: PlainTable,
    expressions: Sequence[str],
    progress: Callable[[float], None],
) -> list[tuple[Any, ...]]:
    """The columns of expressions of SQL, a tuple each, by rising key. Raises sqlite3.Error."""
    cursor = database.execute(
        f"SELECT {', '.join(expressions)} FROM {sql_name(table.name)} ORDER BY {sql_name(table.key)}"
    )
    rows: list[tuple[Any, ...]] = []
    while part := cursor.fetchmany(_ROWS_AT_ONCE):
        rows += part
        progress(1 - _ROWS_AT_ONCE / (_ROWS_AT_ONCE + len(rows)))  # to count them first may take as long
    return list(zip(*rows)) if rows else [()] * len(expressions)


def values_as_in_qgis(values: tuple[Any, ...], kind: QVariant.Type) -> Sequence[Any]:
    """The values of a column with None for NULL; raises UnusualTableError when SQLite holds others than QGIS would show."""
    if kind not in _VALUES_READ or set(map(type, values)) - {_VALUES_READ[kind], type(None)}:
        raise UnusualTableError
    if kind == QVariant.String:
        if "\0" in "".join(filter(None, values)):  # QGIS ends the text there
            raise UnusualTableError
    elif kind == QVariant.Int:
        if any(abs(number) >= _INT_LIMIT for number in set(values) - {None}):
            raise UnusualTableError
    elif kind == QVariant.Bool:
        if set(values) - {0, 1, None}:
            raise UnusualTableError
        return [None if value is None else bool(value) for value in values]
    elif kind == QVariant.Date:
        days = {text: _day(text) for text in set(values)}
        return [days[text] for text in values]
    return values


def _day(text: str | None) -> QDate | None:
    if text is None:
        return None
    day = QDate.fromString(text, "yyyy-MM-dd")
    if not day.isValid() or len(text) != len("2026-05-31"):
        raise UnusualTableError
    return day
