"""Coordinates in the form and the reference system that a profile states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import ProfileError
from ..wording import say
from .coordinates import parse_points
from .profile import Profile
from .reader import plain_numbers
from .repairs import degrees_and_minutes, parse_degrees
from .source import SourceTable

ToWgs84 = Callable[[np.ndarray], np.ndarray]

_POINT = r"[-+]?\d+(?:\.\d*)?"
_COMMA = r"[-+]?\d+,\d+"
# Tried in this order: both numbers with a decimal comma; a comma with a blank, or another mark, between;
# blanks between, with height and accuracy behind as survey forms write them; a tight comma between two numbers
# of which one has a point, for 2,5 may be one number.
_PAIRS = (
    rf"^\(?({_COMMA})\s*(?:[;/|]|,\s|\s)\s*({_COMMA})\)?$",
    rf"^\(?({_POINT})\s*(?:[;/|]|,\s)\s*({_POINT})\)?$",
    rf"^\(?({_POINT})\s+({_POINT})(?:\s+{_POINT}){{0,2}}\)?$",
    rf"^\(?(?=.*\.)({_POINT}),({_POINT})\)?$",
)
_LETTERS_LAST = r"^(.*?[NSEWO])[\s,;/|]*(.*?[NSEWO])$"
_LETTERS_FIRST = r"^([NSEWO].*?)[\s,;/|]*([NSEWO][^NSEWO]*)$"


@dataclass(frozen=True)
class StatedLocations:
    """(n,) degrees of EPSG:4326, NaN where not readable; what was written; which could not be transformed."""

    field: str
    longitude: np.ndarray
    latitude: np.ndarray
    given: np.ndarray
    written: np.ndarray
    failed: np.ndarray


def read_stated(source: SourceTable, profile: Profile, to_wgs84: ToWgs84 | None) -> StatedLocations | None:
    """Locations as the profile's "coordinates" say; None where it says nothing or the columns are absent.

    to_wgs84: (n, 2) coordinates of the profile's system to degrees, inf or NaN where that fails; x before y.
    Raises ProfileError when the profile names a system and there is no transformation.
    """
    stated, columns = profile.coordinates, profile.columns
    in_one = stated.form in ("pair", "wkt") or (stated.form is None and "longitude" not in columns)
    names = [columns.get(key) for key in (("geometry",) if in_one else ("longitude", "latitude"))]
    if not stated.stated or not all(source.has(name) for name in names):
        return None
    if stated.crs is not None and to_wgs84 is None:
        raise ProfileError(
            say(
                "The coordinates of profile {0} are in {1}, for which there is no transformation; "
                "correct 'coordinates.crs'.",
                profile.id,
                stated.crs,
            )
        )
    cells = [_trimmed(source.cells(name)) for name in names]
    given = np.logical_or.reduce([pd.notna(part) for part in cells])
    written = np.full(source.n, None, dtype=object)
    places = np.flatnonzero(given)
    written[places] = [", ".join(str(part[place] or "") for part in cells) for place in places.tolist()]
    if stated.form == "pair":
        x, y = parse_pairs(cells[0], stated.order)
    elif in_one:
        x, y = parse_points(cells[0])
    else:
        x, y = (_numbers(part, stated.decimal_comma) for part in cells)
        if stated.form == "dms":
            x, y, _ = degrees_and_minutes(x, y, (cells[0], cells[1]))
    x, y = x.astype(float), y.astype(float)
    failed = np.zeros(source.n, dtype=bool)
    if stated.crs is not None:
        readable = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        x[~np.isfinite(y)] = np.nan
        if readable.size:
            degrees = np.asarray(to_wgs84(np.column_stack((x[readable], y[readable]))), dtype=float)
            good = np.isfinite(degrees).all(axis=1)
            x[readable], y[readable] = np.where(good[:, None], degrees, np.nan).T
            failed[readable] = ~good
    return StatedLocations(", ".join(source.use(name) for name in names), x, y, given, written, failed)


def parse_pairs(cells: np.ndarray, order: str) -> tuple[np.ndarray, np.ndarray]:
    """x and y of cells with both, such as "-2.5, 28.5", "-2,5 28,5" or 2°30'S 28°30'E; NaN for others.

    order: "lon lat" or "lat lon", which comes first; letters for north and east go before it.
    """
    texts = pd.Series(cells, dtype=object).fillna("").astype(str).str.strip()
    first, second = (np.full(len(cells), np.nan) for _ in range(2))
    for pattern in _PAIRS:
        found = texts.str.extract(pattern)
        new = np.isnan(first) & found[0].notna().to_numpy(dtype=bool)
        first[new], second[new] = (_numbers(found[part].to_numpy(dtype=object), None)[new] for part in (0, 1))
    x, y = (first, second) if order == "lon lat" else (second, first)
    left = np.flatnonzero(np.isnan(x) & (texts != "").to_numpy(dtype=bool))
    if left.size:
        upper = texts.iloc[left].str.upper()
        halves = upper.str.extract(_LETTERS_LAST)
        halves = halves.fillna(upper.str.extract(_LETTERS_FIRST))
        one, one_axis = parse_degrees(halves[0].to_numpy(dtype=object))
        other, other_axis = parse_degrees(halves[1].to_numpy(dtype=object))
        eastern = (one_axis == "easting") & (other_axis == "northing")
        northern = (one_axis == "northing") & (other_axis == "easting")
        x[left] = np.select([eastern, northern], [one, other], default=np.nan)
        y[left] = np.select([eastern, northern], [other, one], default=np.nan)
    return x, y


def _numbers(cells: np.ndarray, decimal_comma: bool | None) -> np.ndarray:
    """Numbers; blanks between thousands are passed over. A comma is decimal unless the profile denies it."""
    texts = pd.Series(cells, dtype=object).fillna("").astype(str)
    texts = texts.str.replace(r"(?<=\d)[\s\u202f](?=\d{3}(?:\D|$))", "", regex=True)
    if decimal_comma:
        texts, _ = plain_numbers(texts, True)
    elif decimal_comma is None:
        texts = texts.str.replace(",", ".", regex=False)
    numbers = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
    return np.where(np.isinf(numbers), np.nan, numbers)


def _trimmed(cells: np.ndarray) -> np.ndarray:
    """Cells as text, None for empty."""
    texts = pd.Series(cells, dtype=object)
    there = texts.notna().to_numpy(dtype=bool)
    trimmed = np.full(len(cells), None, dtype=object)
    trimmed[there] = texts[there].astype(str).str.strip().to_numpy(dtype=object)
    return np.where(trimmed == "", None, trimmed)
