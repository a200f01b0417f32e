"""Points as a GeoPackage stores them, and the SQL functions on them that its triggers call."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable

_GP_HEADER = struct.Struct("<2sBBi")
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def point_blob(x: float, y: float, srs_id: int) -> bytes | None:
    """A point as a GeoPackage stores it; None where a coordinate is NaN."""
    if x != x or y != y:
        return None
    return _GP_HEADER.pack(b"GP", 0, 1, srs_id) + struct.pack("<BIdd", 1, 1, x, y)


def point_of(blob: bytes | None) -> tuple[float, float]:
    """x and y of a stored point; NaN for none, an empty one or another geometry."""
    nothing = float("nan"), float("nan")
    if not isinstance(blob, bytes) or len(blob) < _GP_HEADER.size + 5 or blob[:2] != b"GP":
        return nothing
    envelope = (blob[3] >> 1) & 7
    if envelope >= len(_ENVELOPE_BYTES):
        return nothing
    start = _GP_HEADER.size + _ENVELOPE_BYTES[envelope]
    if len(blob) < start + 21:
        return nothing
    order = "<" if blob[start] == 1 else ">"
    kind, x, y = struct.unpack_from(f"{order}Idd", blob, start + 1)
    return (x, y) if kind % 1000 == 1 else nothing


def register_functions(connection: sqlite3.Connection) -> None:
    """Give SQL the functions that the triggers of a spatial index call (GeoPackage 1.3, annex F.3), for points."""

    def coordinate(place: int) -> Callable[[bytes | None], float | None]:
        def value(blob: bytes | None) -> float | None:
            number = point_of(blob)[place]
            return number if number == number else None

        return value

    for name, place in (
        ("ST_MinX", 0),
        ("ST_MaxX", 0),
        ("ST_MinY", 1),
        ("ST_MaxY", 1),
        ("ST_X", 0),
        ("ST_Y", 1),
    ):
        connection.create_function(name, 1, coordinate(place))
    connection.create_function(
        "ST_IsEmpty", 1, lambda blob: None if blob is None else int(point_of(blob)[0] != point_of(blob)[0])
    )
