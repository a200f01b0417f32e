"""Sites set against their surroundings: the administrative unit they state, and the sites next to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import pandas as pd
import shapely

from ..areas.geodesy import inverse, metres_per_degree
from ..exceptions import TableError
from ..wording import say
from .coordinates import Locations
from .reader import Reader
from .rows import Rows, slug

LEVELS = ("admin1", "admin2")
# Borders are drawn coarser than sites are located.
_TOLERANCE_M = 500
_NEXT_M = 50
_CROWD = 100
_BOXES_AT_ONCE = 100_000
_LIKE = 0.8
_NUMBERS = r"\d+|\b[ivx]+\b"


@dataclass(frozen=True)
class AdminLayer:
    """Polygons of administrative units: (m,) shapely geometries in EPSG:4326, and the text columns."""

    geometries: np.ndarray
    columns: Mapping[str, list[str | None]]


def check_units(reader: Reader, rows: Rows, locations: Locations, admin: AdminLayer) -> None:
    """A finding for each location that lies more than 500 m outside the unit that its row states.

    Which column of the layer has the names, and of which level, is told by the names that the rows state.
    Raises TableError when no column has any of them.
    """
    level, names = named_units(reader, admin)
    column = reader.column(level)
    known = set(names) - {""}
    absent = np.array([slug(value) not in known for value in column.values], dtype=bool)
    reader.findings.per_value("unit_absent", column, absent)

    stated = np.array([*(slug(value) for value in column.values), ""], dtype=object)[column.labels]
    lon, lat = locations.longitude, locations.latitude
    checked = np.isfinite(lon) & np.append(~absent, False)[column.labels] & ~rows.are("rejected")
    table = pd.DataFrame({"pcode": rows.pcode, "unit": stated, "lon": lon, "lat": lat})[checked]
    places = table.index[~table.duplicated()].to_numpy(dtype=int)
    points = shapely.points(lon[places], lat[places])
    tree = shapely.STRtree(admin.geometries)
    which, unit = tree.query(points, predicate="intersects")
    inside = np.zeros(places.size, dtype=bool)
    inside[which[names[unit] == stated[places[which]]]] = True
    holding = dict(zip(which.tolist(), unit.tolist()))
    outside = np.flatnonzero(~inside)
    if not outside.size:
        return
    nearest = tree.nearest(points[outside])
    labels = admin.columns[_name_column(admin, names)]
    metres = np.array(
        [metres_to(points[row], admin.geometries[names == stated[places[row]]]) for row in outside]
    )
    far = np.flatnonzero(metres > _TOLERANCE_M)
    words = [
        {"unit": labels[holding.get(outside[row], nearest[row])], "km": f"{metres[row] / 1000:.1f}"}
        for row in far
    ]
    at = places[outside[far]]
    reader.findings.each_worded("outside_unit", at, column.name, column.raw(), words, lon[at], lat[at])


def named_units(reader: Reader, admin: AdminLayer) -> tuple[str, np.ndarray]:
    """The level that the layer has, and (m,) names of its units as `slug` writes them."""
    best, found = 0.0, None
    for level in LEVELS:
        column = reader.column(level)
        if column is None:
            continue
        rows = pd.Series([slug(value) for value in column.values], dtype=object)
        weight = np.bincount(column.labels[column.filled], minlength=len(rows))
        for cells in admin.columns.values():
            names = np.array([slug(cell or "") for cell in cells], dtype=object)
            known = rows.isin(set(names) - {""}).to_numpy(dtype=bool)
            share = float(weight[known].sum()) / max(float(weight.sum()), 1.0)
            if share > best:
                best, found = share, (level, names)
    if found is None:
        raise TableError(
            say(
                "No field of the administrative units has a name that the table states; choose another layer."
            )
        )
    return found


def _name_column(admin: AdminLayer, names: np.ndarray) -> str:
    return next(
        name for name, cells in admin.columns.items() if [slug(cell or "") for cell in cells] == list(names)
    )


def metres_to(point: shapely.Point, polygons: np.ndarray) -> float:
    """Metres to the nearest of some polygons; nearest in degrees, which near the equator is the same."""
    line = shapely.shortest_line(point, shapely.geometrycollections(polygons))
    (x1, y1), (x2, y2) = shapely.get_coordinates(line)
    return float(inverse(np.array([x1]), np.array([y1]), np.array([x2]), np.array([y2]))[0])


def report_near_duplicates(reader: Reader, rows: Rows, sites: pd.DataFrame) -> None:
    """A finding for each pair of sites closer than 50 m with like names, unless one is part of the other.

    sites: the sites table. The finding stands at the first row of the site with the higher key. Where more
    than 100 sites of different names crowd together, such as at the centre of a town that stands for unknown
    places, only equal names at one point are paired, and that is a finding: the pairs would be countless.
    """
    placed = sites[["pcode", "name", "longitude", "latitude", "merged_into"]]
    placed = placed[placed["longitude"].notna() & placed["name"].notna()]
    if len(placed) < 2:
        return
    lon, lat = placed["longitude"].to_numpy(dtype=float), placed["latitude"].to_numpy(dtype=float)
    pcode, name = placed["pcode"].to_numpy(dtype=object), placed["name"].to_numpy(dtype=object)
    labels, words = pd.factorize(name)
    spelt, spellings = pd.factorize(np.array([slug(word) for word in words], dtype=object))
    spelling = spelt[labels]
    # Sites of one name at one point are set against the first of them, or there would be a pair of each two.
    same = pd.DataFrame({"lon": lon, "lat": lat, "name": spelling})
    group = same.groupby(["lon", "lat", "name"], sort=False).ngroup().to_numpy()
    heads = np.unique(group, return_index=True)[1]
    crowd, crowds = _crowds(lon[heads], lat[heads])
    apart = heads[crowd <= _CROWD]
    first, second = apart[_pairs_nearby(lon[apart], lat[apart])]
    again = np.setdiff1d(np.arange(len(placed)), heads)
    one = np.concatenate([first, heads[group[again]]])
    other = np.concatenate([second, again])
    metres = inverse(lon[one], lat[one], lon[other], lat[other])
    merged = placed["merged_into"].to_numpy(dtype=object)
    part = (merged[one] == pcode[other]) | (merged[other] == pcode[one])
    found = np.flatnonzero((metres <= _NEXT_M) & ~part)
    found = found[_alike(spellings, spelling[one[found]], spelling[other[found]])]
    first_rows = np.full(len(rows.sites) + 1, -1)
    first_rows[rows.site[::-1]] = np.arange(reader.n)[::-1]
    row_of = first_rows[pd.Index(rows.sites).get_indexer(pcode)]
    column = reader.column("name")
    a, b = one[found], other[found]
    reader.findings.each_worded(
        "near_duplicate",
        row_of[b],
        column.name,
        column.raw(),
        (
            {"name": one, "other": other, "key": key, "metres": f"{distance:.0f}"}
            for one, other, key, distance in zip(name[b], name[a], pcode[a], metres[found].tolist())
        ),
        lon[b],
        lat[b],
    )
    at = heads[crowds]
    words_of = [{"n": n} for n in crowd[crowds].tolist()]
    reader.findings.each_worded(
        "near_crowd", row_of[at], column.name, column.raw(), words_of, lon[at], lat[at]
    )


def _crowds(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n,) how many of the points lie in each one's square of 50 m, and the first point of each crowded square."""
    east, north = metres_per_degree(lat)
    squares = pd.DataFrame({"x": np.floor(lon * east / _NEXT_M), "y": np.floor(lat * north / _NEXT_M)})
    square = squares.groupby(["x", "y"], sort=False).ngroup().to_numpy()
    sizes = np.bincount(square)
    firsts = np.unique(square, return_index=True)[1]
    return sizes[square], firsts[sizes > _CROWD]


def _pairs_nearby(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """(2, k) pairs of points that lie within 50 m of each other along both axes, the lower place first."""
    east, north = _NEXT_M / np.array(metres_per_degree(lat))
    tree = shapely.STRtree(shapely.points(lon, lat))
    found = []
    for start in range(0, max(len(lon), 1), _BOXES_AT_ONCE):  # a million boxes would take a gigabyte
        x, y, dx, dy = (values[start : start + _BOXES_AT_ONCE] for values in (lon, lat, east, north))
        pairs = tree.query(shapely.box(x - dx, y - dy, x + dx, y + dy))
        pairs[0] += start
        found.append(pairs[:, pairs[0] < pairs[1]])
    return np.concatenate(found, axis=1)


def _alike(spellings: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Booleans: which pairs of names are alike; each two are compared once, however many sites have them.

    spellings: distinct names as `slug` writes them. one, other: places in spellings.
    """
    numbers, _ = pd.factorize(np.array([" ".join(_numbers(word)) for word in spellings], dtype=object))
    result = numbers[one] == numbers[other]
    codes, pairs = pd.factorize(one[result] * len(spellings) + other[result])
    found = [alike(spellings[pair // len(spellings)], spellings[pair % len(spellings)]) for pair in pairs]
    result[result] = np.array(found, dtype=bool)[codes]
    return result


def _numbers(name: str) -> list[str]:
    return re.findall(_NUMBERS, name)


def alike(one: str, other: str) -> bool:
    """Whether two names may mean one site: nearly the same letters, and the same numbers in them."""
    first, second = slug(one), slug(other)
    if first == second:
        return bool(first)
    if _numbers(first) != _numbers(second):
        return False
    return bool(first) and SequenceMatcher(None, first, second).ratio() >= _LIKE
