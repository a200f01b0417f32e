"""Values that tell who or where by themselves: addresses, telephone numbers, names with titles, coordinates.

What is found is certain to be looked at; what is not found may still be there. No pattern knows a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

_CONTACTS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+\.\w"),
    "phone": re.compile(r"(?<![\w-])\+?\(?\d(?:[ ./()-]{0,2}\d){7,14}(?![\w-])"),
    "web": re.compile(r"https?://|www\.\w", re.IGNORECASE),
    "person": re.compile(
        r"\b(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Mrs\.?|Ms\.?|Dr\.?|Maître|Chef|Colonel|Col\.|Général|Gén\.|Pasteur|Bwana|Mzee)"
        r"\s+[A-ZÀ-Þ][\w'-]+"
    ),
}
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b")  # of projects
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:[T ][\d:.]+)?")
_PLACES = re.compile(
    r"(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*\("  # WKT
    r"|^\s*(?:0x|\\x)?0[01][0-9A-F]{40,}\s*$"  # WKB and EWKB in hexadecimal digits
    r"|\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b"  # plus code
    r"|\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}\b"  # MGRS
    r"|[+-]?\d{1,3}[.]\d{2,}°?\s*[NSEWO]?\s*[,;/ ]\s*[+-]?\d{1,3}[.]\d{2,}"  # two decimal numbers
    r"|\d{1,3}\s*[°º]\s*\d{1,2}|\"coordinates\"\s*:",  # degrees and minutes; GeoJSON
    re.IGNORECASE,
)
# Fields that are meant to hold a place, whatever they hold.
_PLACE_NAMES = re.compile(
    r"(?:gps|geo|utm|wgs|point|decimal)?_?-?(?:lon|long|lng|longitude|lat|latitude|x|y|z|easting|northing|est|nord)"
    r"(?:_?\d*|_?(?:dd|dms|deg|wgs84|gps|coord|coordinate))"
    r"|(?:e|h)?wk[bt]|the_geom|geom|geometry|geojson|mgrs|utm\w*|plus_?codes?|olc|geohash|gps\w*|coord\w*|altitude|precision",
    re.IGNORECASE,
)
_NEAR_DEGREES = 0.1
_SHARE_NEAR = 0.5


def names_a_place(field: str) -> bool:
    """Whether a field's name says that it holds coordinates."""
    return re.fullmatch(_PLACE_NAMES, field.strip()) is not None


def holds_places(values: Iterable[Any]) -> bool:
    """Whether a text among the values looks like coordinates."""
    return any(isinstance(value, str) and _PLACES.search(value) for value in values)


def follows_places(values: Sequence[Any], lon: np.ndarray, lat: np.ndarray) -> bool:
    """Whether numbers with a fraction are, for half of the located rows that have one, the place itself."""
    numbers = np.array([_number(value) for value in values], dtype=float)
    known = np.isfinite(numbers) & np.isfinite(lon) & (numbers != np.round(numbers))
    if not known.any():
        return False
    near = [np.abs(numbers[known] - axis[known]) <= _NEAR_DEGREES for axis in (lon, lat)]
    return bool(max(found.mean() for found in near) >= _SHARE_NEAR)


def contacts_in(values: Iterable[Any]) -> dict[str, int]:
    """How many texts among the values hold what looks like an e-mail address, a telephone number and so on."""
    found: dict[str, int] = {}
    for value in values:
        if not isinstance(value, str) or _DATE.fullmatch(value):
            continue
        text = _YEARS.sub("", value)
        for kind, pattern in _CONTACTS.items():
            if pattern.search(text):
                found[kind] = found.get(kind, 0) + 1
    return found


def _number(value: Any) -> float:
    if isinstance(value, str):
        try:
            return float(value.replace(",", "."))
        except ValueError:
            return float("nan")
    return float(value) if isinstance(value, (int, float)) else float("nan")
