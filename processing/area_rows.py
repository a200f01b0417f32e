"""Areas out of a GeoPackage's database: of all of them the attributes and boxes, polygons where they are wanted.

The head of a geometry (GeoPackage 1.3, clause 2.1.3) states its box, so that areas far from everything need not
be read. The box must hold the first corner, and of areas that are read all of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from ..core.escaping import sql_name
from .area_cache import digests_of
from .frames import plain_values
from .geopackage import PlainTable, UnusualTableError, rows_of_table, values_as_in_qgis

if TYPE_CHECKING:
    import numpy as np

_HEAD_BYTES = 112  # the longest box, and WKB with its first corner
_BOX_AT, _BOX_BYTES = 8, (0, 32, 48, 48, 64)
_LITTLE_ENDIAN, _EMPTY, _EXTENDED = 1, 16, 32
_POINT, _POLYGON, _MULTIPOLYGON = 1, 3, 6
_CORNER_AT = {_POLYGON: 13, _MULTIPOLYGON: 22}  # in WKB, when it is not empty
_AREAS_AT_ONCE = 100


@dataclass(frozen=True)
class AreaRows:
    """The areas of a table but for their geometries.

    columns: field -> values. key: (n,) row numbers. box: (n, 4) west, south, east, north in degrees as stated,
    NaN where none is. wkb_at: (n,) where in the geometry its WKB begins, 0 without a geometry. is_area: (n,) bool:
    a polygon or multipolygon that is not empty. n_bytes: of all geometries.
    """

    columns: dict[str, Sequence[Any]]
    key: np.ndarray
    box: np.ndarray
    wkb_at: np.ndarray
    is_area: np.ndarray
    n_bytes: int


def rows_of_areas(
    database: sqlite3.Connection, table: PlainTable, names: Sequence[str], progress: Callable[[float], None]
) -> AreaRows:
    """The rows of a table of areas, with these fields. Raises UnusualTableError, sqlite3.Error."""
    import numpy as np

    geometry = sql_name(table.geometry)
    wanted = [name for name in names if name != table.key]
    head = [sql_name(table.key), f"substr({geometry}, 1, {_HEAD_BYTES})", f"length({geometry})"]
    key, heads, lengths, *values = rows_of_table(database, table, [*head, *map(sql_name, wanted)], progress)
    columns = {
        name: plain_values(values_as_in_qgis(column, table.kinds[name]))
        for name, column in zip(wanted, values)
    }
    columns |= {name: list(key) for name in names if name == table.key}
    box, wkb_at, is_area = _of_heads(heads)
    return AreaRows(columns, np.array(key, dtype=np.int64), box, wkb_at, is_area, sum(filter(None, lengths)))


def _of_heads(heads: Sequence[bytes | None]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """box, wkb_at and is_area of AreaRows."""
    import numpy as np

    if any(type(head) not in (bytes, type(None)) for head in heads):
        raise UnusualTableError
    is_there = np.array([head is not None for head in heads], dtype=bool)
    given = b"".join(head.ljust(_HEAD_BYTES, b"\0") for head in heads if head is not None)
    given = np.frombuffer(given, dtype=np.uint8).reshape(-1, _HEAD_BYTES)
    flags = given[:, 3]
    kind_of_box = flags >> 1 & 7
    is_usual = (
        (given[:, :3] == (*b"GP", 0)).all(axis=1) & (flags & _LITTLE_ENDIAN > 0) & (flags & _EXTENDED == 0)
    )
    if not is_usual.all() or (kind_of_box >= len(_BOX_BYTES)).any():
        raise UnusualTableError
    begin = _BOX_AT + np.array(_BOX_BYTES)[kind_of_box]
    wkb = _bytes_at(given, begin, 5)
    kind = np.ascontiguousarray(wkb[:, 1:]).view("<u4").ravel()
    if (wkb[:, 0] != 1).any() or not np.isin(kind, (_POINT, _POLYGON, _MULTIPOLYGON)).all():
        raise UnusualTableError
    west, east, south, north = np.ascontiguousarray(given[:, _BOX_AT : _BOX_AT + 32]).view("<f8").T
    stated = np.where(kind_of_box[:, None] > 0, np.column_stack([west, south, east, north]), np.nan)
    box, wkb_at = np.full((len(heads), 4), np.nan), np.zeros(len(heads), dtype=int)
    box[is_there], wkb_at[is_there] = stated, begin
    has_corners = (kind != _POINT) & (flags & _EMPTY == 0)
    corner_at = begin + np.where(kind == _POLYGON, _CORNER_AT[_POLYGON], _CORNER_AT[_MULTIPOLYGON])
    corner = np.ascontiguousarray(_bytes_at(given, corner_at, 16)).view("<f8")
    is_off = ((corner < stated[:, :2]) | (corner > stated[:, 2:])).any(axis=1)
    if (is_off & has_corners).any():
        raise UnusualTableError
    is_area = np.zeros(len(heads), dtype=bool)
    is_area[is_there] = has_corners
    return box, wkb_at, is_area


def _bytes_at(rows: np.ndarray, begin: np.ndarray, n: int) -> np.ndarray:
    """n bytes of each row (m, ...) from its own place on."""
    import numpy as np

    return rows[np.arange(len(rows))[:, None], begin[:, None] + np.arange(n)]


def polygons_of(
    database: sqlite3.Connection,
    table: PlainTable,
    rows: AreaRows,
    wanted: np.ndarray,
    progress: Callable[[float], None],
) -> tuple[np.ndarray, np.ndarray]:
    """Geometries for core of the wanted rows, None without one, and their digests for area_cache.

    Raises UnusualTableError, sqlite3.Error.
    """
    import numpy as np
    import shapely

    one = f"SELECT substr({sql_name(table.geometry)}, ?) FROM {sql_name(table.name)} WHERE {sql_name(table.key)} = ?"
    geometries, digests = np.full(len(wanted), None, dtype=object), [digests_of([])]
    places = list(zip((rows.wkb_at[wanted] + 1).tolist(), rows.key[wanted].tolist()))
    for begin in range(0, len(wanted), _AREAS_AT_ONCE):
        progress(begin / len(wanted))
        part = slice(begin, begin + _AREAS_AT_ONCE)
        wkbs = [
            database.execute(one, place).fetchone()[0] if place[0] > 1 else None for place in places[part]
        ]
        digests.append(digests_of(wkbs))
        geometries[part] = shapely.from_wkb(wkbs, on_invalid="ignore")
    is_there = rows.wkb_at[wanted] > 0
    if (shapely.is_missing(geometries) & is_there).any():
        raise UnusualTableError
    low, high = np.array_split(shapely.bounds(geometries), 2, axis=1)
    stated_low, stated_high = np.array_split(rows.box[wanted], 2, axis=1)
    if ((low < stated_low) | (high > stated_high)).any():
        raise UnusualTableError
    geometries[shapely.is_empty(geometries)] = None
    return geometries, np.concatenate(digests)
