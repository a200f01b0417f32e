"""Where rows lie: coordinates from columns, geometry text or the layer; doubtful ones are not used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .findings import Findings
from .profile import Bounds, Profile
from .repairs import propose
from .source import SourceTable

if TYPE_CHECKING:
    from .stated_locations import StatedLocations

_WKT = r"^\s*(?:SRID=\d+;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+?)\s+(\S+?)(?:\s+\S+)*\s*\)\s*$"


@dataclass(frozen=True)
class Locations:
    """(n,) degrees of EPSG:4326, NaN where not usable; given: the source wrote a location.

    joined: (n,) code of location_quality for locations that come from known sites, None for the others.
    """

    longitude: np.ndarray
    latitude: np.ndarray
    given: np.ndarray
    joined: np.ndarray


def read_locations(
    source: SourceTable,
    profile: Profile,
    points: np.ndarray | None,
    findings: Findings,
    joins: bool = False,
    repair: bool = False,
    stated: StatedLocations | None = None,
) -> Locations:
    """Locations of all rows.

    stated: those read as the profile says, None when it says nothing. Then they come from the coordinate
    columns; where the table has none, from its geometry column (EWKB as hexadecimal digits, or WKT); else
    from the layer. points: (n, 2) degrees of EPSG:4326, NaN for none.
    Coordinates that are zero, out of range, seemingly swapped or outside the country are reported and
    not used; with repair, those that have one likely reading are read so, and that is reported. joins: locations of known sites are joined afterwards, which reports
    the rows that then have none.
    """
    lon_name, lat_name = profile.columns.get("longitude"), profile.columns.get("latitude")
    geometry_name = profile.columns.get("geometry")
    if stated is not None:
        field, texts, cells = stated.field, False, stated.written
        lon, lat, given = stated.longitude, stated.latitude, stated.given
        findings.once("location_stated", field, profile.coordinates.text(), rows=int(np.isfinite(lon).sum()))
    elif source.has(lon_name) and source.has(lat_name):
        field, texts = f"{lon_name}, {lat_name}", True
        cells = lon_cells, lat_cells = source.cells(lon_name), source.cells(lat_name)
        lon, lat = read_decimals(lon_cells), read_decimals(lat_cells)
        given = _filled(lon_cells) | _filled(lat_cells)
        for name, numbers, written in ((lon_name, lon, lon_cells), (lat_name, lat, lat_cells)):
            commas = np.isfinite(numbers) & _has_comma(written)
            if commas.any():
                findings.once("decimal_comma", name, rows=int(commas.sum()))
        if source.has(geometry_name):
            lon, lat, more = _fill_from_geometry(source, geometry_name, lon, lat, ~given)
            if more.any():
                findings.once("location_rows_from_geometry", geometry_name, rows=int(more.sum()))
                given = given | more
    elif source.has(geometry_name):
        field, texts = geometry_name, False
        cells = source.cells(geometry_name)
        given = _filled(cells)
        lon, lat = parse_points(cells)
        findings.once("location_from_geometry", field, rows=int(np.isfinite(lon).sum()))
    elif points is not None:
        field, texts = None, False
        lon, lat = points[:, 0].astype(float), points[:, 1].astype(float)
        given = np.isfinite(lon) & np.isfinite(lat)
        cells = lon, lat
        findings.once("location_from_layer", field, rows=int(given.sum()))
    else:
        if not joins:
            findings.once("location_absent", None)
        nothing = np.full(source.n, np.nan)
        return Locations(nothing, nothing.copy(), np.zeros(source.n, bool), np.full(source.n, None, object))

    problem = doubts(lon, lat, given, profile.bounds)
    if stated is not None:
        problem = np.where(stated.failed, "location_not_transformed", problem)
    raw = _written(cells, np.flatnonzero((problem != "") & given), source.n)
    mending = propose(lon, lat, problem, profile.bounds, cells if texts else None)
    if repair:
        findings.each_repair(mending, field, raw)
        mended = mending.how != ""
        lon, lat = np.where(mended, mending.longitude, lon), np.where(mended, mending.latitude, lat)
        problem = np.where(mended, "", problem)
        mending = None
    for rule in np.unique(problem[problem != ""]):
        if joins and rule == "location_missing":
            continue
        offers = mending.texts() if mending is not None else None
        findings.each(rule, problem == rule, field, raw, longitude=lon, latitude=lat, offers=offers)
    usable = problem == ""
    return Locations(
        np.where(usable, lon, np.nan), np.where(usable, lat, np.nan), given, np.full(source.n, None, object)
    )


def _fill_from_geometry(
    source: SourceTable, name: str, lon: np.ndarray, lat: np.ndarray, blank: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coordinates completed from a geometry column where the cells are blank, and the rows it placed."""
    cells = source.cells(name)
    places = np.flatnonzero(blank & _filled(cells))
    more = np.zeros(source.n, dtype=bool)
    if places.size:
        x, y = parse_points(cells[places])
        readable = np.isfinite(x) & np.isfinite(y)
        lon, lat = lon.copy(), lat.copy()
        lon[places[readable]], lat[places[readable]] = x[readable], y[readable]
        more[places[readable]] = True
    return lon, lat, more


def doubts(lon: np.ndarray, lat: np.ndarray, given: np.ndarray, bounds: Bounds) -> np.ndarray:
    """(n,) the rule that each location breaks, "" for none.

    lon, lat: (n,) degrees, NaN for unreadable. given: (n,) the source wrote something.
    """
    with np.errstate(invalid="ignore"):
        checks = (
            ("location_missing", ~given),
            ("location_unreadable", ~(np.isfinite(lon) & np.isfinite(lat))),
            ("location_zero", (lon == 0) & (lat == 0)),
            ("location_swapped", bounds.hold(lat, lon) & ~bounds.hold(lon, lat)),
            ("location_out_of_range", (np.abs(lon) > 180) | (np.abs(lat) > 90)),
            ("location_outside", ~bounds.hold(lon, lat)),
        )
    return np.select([mask for _, mask in checks], [rule for rule, _ in checks], default="")


def parse_points(texts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of points written as EWKB in hexadecimal digits or as WKT; NaN for anything else."""
    lon, lat = np.full(len(texts), np.nan), np.full(len(texts), np.nan)
    series = pd.Series(texts, dtype=object)
    hexadecimal = series.str.fullmatch(r"\s*[0-9A-Fa-f]{42,}\s*", na=False).to_numpy(dtype=bool)
    if hexadecimal.any():
        shapes = shapely.from_wkb(series[hexadecimal].str.strip().to_numpy(dtype=object), on_invalid="ignore")
        points = np.where(shapely.get_type_id(shapes) == 0, shapes, None)
        lon[hexadecimal], lat[hexadecimal] = shapely.get_x(points), shapely.get_y(points)
    rest = series[~hexadecimal]
    if rest.notna().any():
        parts = rest.astype(str).str.extract(_WKT, flags=2)  # 2: re.IGNORECASE
        lon[~hexadecimal] = pd.to_numeric(parts[0], errors="coerce")
        lat[~hexadecimal] = pd.to_numeric(parts[1], errors="coerce")
    return lon, lat


def read_decimals(cells: np.ndarray) -> np.ndarray:
    """Numbers written with a point or a comma; NaN for anything else."""
    numbers = pd.to_numeric(pd.Series(cells, dtype=object), errors="coerce").to_numpy(dtype=float)
    left = np.flatnonzero(np.isnan(numbers) & _filled(cells))
    if left.size:
        texts = pd.Series(cells[left], dtype=object).astype(str).str.replace(",", ".", regex=False)
        numbers = numbers.copy()
        numbers[left] = pd.to_numeric(texts, errors="coerce")
    return np.where(np.isinf(numbers), np.nan, numbers)


def _filled(cells: np.ndarray) -> np.ndarray:
    filled = pd.notna(cells)
    # Blank cells are rare and short; comparing is far quicker than stripping every number.
    return filled & (cells != "") & (cells != " ")


def _has_comma(cells: np.ndarray) -> np.ndarray:
    labels, words = pd.factorize(cells)
    return np.array([isinstance(word, str) and "," in word for word in words] + [False], dtype=bool)[labels]


def _written(cells: np.ndarray | tuple[np.ndarray, np.ndarray], places: np.ndarray, n: int) -> np.ndarray:
    """(n,) locations as the source wrote them, at the places asked for."""
    raw = np.full(n, None, dtype=object)
    if isinstance(cells, tuple):
        raw[places] = [f"{x}, {y}" for x, y in zip(cells[0][places].tolist(), cells[1][places].tolist())]
    else:
        raw[places] = cells[places]
    return raw
