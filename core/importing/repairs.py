"""Likely readings of locations that cannot be right as written."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .profile import Bounds

SWAP, POINT, DMS = "location_repaired_swap", "location_repaired_point", "location_repaired_dms"
_REPAIRABLE = ("location_unreadable", "location_swapped", "location_out_of_range", "location_outside")
_MOST_DIGITS = 12
# The letter s cannot stand for seconds: it is south.
_DEGREES = (
    r"^(?P<first>[NSEWO])?\s*(?P<sign>[-+])?\s*(?P<d>\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|deg|d|:|\s|$)?\s*"
    r"(?:(?P<m>\d{1,2}(?:[.,]\d+)?)\s*(?:'(?!')|′|’|min|m|:|\s|$)?\s*)?"
    r"(?:(?P<s>\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|”|''|’’|sec)?)?\s*(?P<last>[NSEWO])?$"
)
_NEGATIVE = ("S", "W", "O")  # O: ouest
_NORTHING = ("N", "S")


@dataclass(frozen=True)
class Mending:
    """(n,) proposed degrees of EPSG:4326, NaN for none, and how: a rule of the findings, "" for none."""

    longitude: np.ndarray
    latitude: np.ndarray
    how: np.ndarray

    def texts(self) -> np.ndarray:
        """(n,) the proposals as text, None for none."""
        texts = np.full(len(self.how), None, dtype=object)
        for place in np.flatnonzero(self.how != ""):
            texts[place] = f"{self.longitude[place]:.7g}, {self.latitude[place]:.7g}"
        return texts


def propose(
    lon: np.ndarray,
    lat: np.ndarray,
    problem: np.ndarray,
    bounds: Bounds,
    cells: tuple[np.ndarray, np.ndarray] | None,
) -> Mending:
    """The one reading inside the country of each doubtful location, where there is exactly one.

    lon, lat: (n,) degrees as read. problem: (n,) rule that the location breaks, "" for none. cells: what the
    two columns hold, None when the location is no text. Degrees and minutes are tried first, then the
    exchange of the two, then a decimal point put back.
    """
    n = len(lon)
    result = Mending(np.full(n, np.nan), np.full(n, np.nan), np.full(n, "", dtype=object))
    places = np.flatnonzero(np.isin(problem, _REPAIRABLE))
    if not places.size:
        return result
    x, y = lon[places], lat[places]
    written = None if cells is None else tuple(column[places] for column in cells)
    how = np.full(places.size, "", dtype=object)
    if written is not None:
        x, y, degrees = degrees_and_minutes(x, y, written)
        how[degrees & bounds.hold(x, y)] = DMS
    swapped = (how == "") & bounds.hold(y, x) & ~bounds.hold(x, y)
    x, y = np.where(swapped, y, x), np.where(swapped, x, y)
    how[swapped] = SWAP
    for row in np.flatnonzero((how == "") & np.isfinite(x) & np.isfinite(y)):
        texts = ("", "") if written is None else (str(written[0][row]), str(written[1][row]))
        found = _with_point(float(x[row]), float(y[row]), bounds, texts)
        if found is not None:
            x[row], y[row] = found
            how[row] = POINT
    done = how != ""
    result.longitude[places[done]], result.latitude[places[done]] = x[done], y[done]
    result.how[places[done]] = how[done]
    return result


def degrees_and_minutes(
    x: np.ndarray, y: np.ndarray, written: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coordinates completed from cells in degrees and minutes, and (n,) whether both can be read so.

    Letters for north and east put the two in order.
    """
    east, east_axis = parse_degrees(written[0])
    north, north_axis = parse_degrees(written[1])
    degrees = ~(np.isfinite(x) & np.isfinite(y))
    east, north = np.where(np.isfinite(x), x, east), np.where(np.isfinite(y), y, north)
    degrees &= np.isfinite(east) & np.isfinite(north)
    turned = degrees & (east_axis == "northing") & (north_axis == "easting")
    clash = degrees & ~turned & ((east_axis == "northing") | (north_axis == "easting"))
    degrees &= ~clash
    new_x, new_y = np.where(turned, north, east), np.where(turned, east, north)
    return np.where(degrees, new_x, x), np.where(degrees, new_y, y), degrees


def parse_degrees(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Degrees of cells such as 28°22'24.3"E or S 2 30, NaN for others; and northing, easting or ""."""
    texts = pd.Series(cells, dtype=object).astype("string").fillna("").str.strip().str.upper().astype(object)
    texts = texts.str.replace("DEG", "°", regex=False).str.replace("SEC", '"', regex=False)
    texts = texts.str.replace("MIN", "'", regex=False)
    parts = texts.str.extract(_DEGREES)
    number = {name: parts[name].str.replace(",", ".", regex=False).astype(float).to_numpy() for name in "dms"}
    d, m, s = number["d"], np.nan_to_num(number["m"]), np.nan_to_num(number["s"])
    sure = (m < 60) & (s < 60) & ((np.isnan(number["m"])) | (d == np.floor(d)))
    sure &= np.isnan(number["s"]) | (m == np.floor(m))
    letter = parts["first"].where(parts["first"].notna(), parts["last"]).to_numpy(dtype=object)
    sure &= (parts["first"].isna() | parts["last"].isna()).to_numpy(dtype=bool)
    negative = np.isin(letter.astype(str), _NEGATIVE) | (parts["sign"] == "-").to_numpy(dtype=bool)
    degrees = np.where(sure, (d + m / 60 + s / 3600) * np.where(negative, -1, 1), np.nan)
    north = np.isin(letter.astype(str), _NORTHING)
    axis = np.where(pd.isna(letter), "", np.where(north, "northing", "easting"))
    return degrees, axis


def _with_point(x: float, y: float, bounds: Bounds, texts: tuple[str, str]) -> tuple[float, float] | None:
    """The location with lost decimal points put back; None unless there is one reading.

    Near the equator several places for the point may lie in the country; then as many decimals count as
    the other coordinate has.
    """
    xs = _scales(x, bounds.west, bounds.east, 180)
    ys = _scales(y, bounds.south, bounds.north, 90)
    if len(xs) > 1 and len(ys) == 1:
        xs = _agreeing(xs, ys, texts[1])
    if len(ys) > 1 and len(xs) == 1:
        ys = _agreeing(ys, xs, texts[0])
    if len(xs) != 1 or len(ys) != 1:
        return None
    return x / 10 ** xs[0], y / 10 ** ys[0]


def _scales(number: float, low: float, high: float, most: float) -> list[int]:
    """Powers of ten that bring a number between low and high; only 0 when it is there already.

    A number up to `most` is an angle, of another place perhaps: it has lost nothing.
    """
    if low <= number <= high:
        return [0]
    if abs(number) <= most:
        return []
    return [power for power in range(1, _MOST_DIGITS) if low <= number / 10**power <= high]


def _agreeing(powers: list[int], other: list[int], text: str) -> list[int]:
    """The power that gives as many decimals as the other coordinate has."""
    decimals = other[0] or len(text.replace(",", ".").partition(".")[2])
    return [power for power in powers if power == decimals]
