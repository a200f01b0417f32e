"""Sites out of a GeoPackage's database: all columns and the places of points."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from ..core.escaping import sql_name
from .geopackage import PlainTable, UnusualTableError, rows_of_table, values_as_in_qgis

if TYPE_CHECKING:
    import numpy as np

_HEAD = (*b"GP", 0)
_PLAIN_FLAGS = (1, 17)  # little-endian and without a box; 16 more for an empty point
_WKB_AT, _XY_AT = 8, 13
_POINTS = {29: 1, 37: (1001, 2001), 45: 3001}  # bytes of a geometry -> WKB types, with heights and measures


@dataclass(frozen=True)
class SiteRows:
    """The sites of a table: columns, one for each field of the layer; lon, lat: (n,) degrees, NaN without a point."""

    columns: list[Sequence[Any]]
    lon: np.ndarray
    lat: np.ndarray


def rows_of_sites(
    database: sqlite3.Connection, table: PlainTable, progress: Callable[[float], None]
) -> SiteRows:
    """The rows of a table of points. Raises UnusualTableError, sqlite3.Error."""
    names = [sql_name(table.geometry), sql_name(table.key), *map(sql_name, table.kinds)]
    geometries, key, *values = rows_of_table(database, table, names, progress)
    columns = [values_as_in_qgis(column, kind) for column, kind in zip(values, table.kinds.values())]
    lon, lat = _places(geometries)
    return SiteRows([key, *columns], lon, lat)


def _places(geometries: Sequence[bytes | None]) -> tuple[np.ndarray, np.ndarray]:
    """Longitudes and latitudes of points (GeoPackage 1.3, clause 2.1.3) that are all of one kind."""
    import numpy as np

    is_there = np.array([type(geometry) is bytes for geometry in geometries], dtype=bool)
    given = [geometry for geometry in geometries if geometry is not None]
    sizes = set(map(len, given))
    if is_there.sum() < len(given) or len(sizes - set(_POINTS)) or len(sizes) > 1:
        raise UnusualTableError
    places = np.full((len(geometries), 2), np.nan)
    if given:
        size = sizes.pop()
        cells = np.frombuffer(b"".join(given), dtype=np.uint8).reshape(-1, size)
        kind = np.ascontiguousarray(cells[:, _WKB_AT + 1 : _XY_AT]).view("<u4")
        is_plain = (cells[:, :3] == _HEAD).all(axis=1) & np.isin(cells[:, 3], _PLAIN_FLAGS)
        if not is_plain.all() or (cells[:, _WKB_AT] != 1).any() or not np.isin(kind, _POINTS[size]).all():
            raise UnusualTableError
        places[is_there] = np.ascontiguousarray(cells[:, _XY_AT : _XY_AT + 16]).view("<f8")
    return places[:, 0].copy(), places[:, 1].copy()
