"""Entries of a profile for tables of one's own: recodings, units, constants, coordinates, site keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..documents import expect
from ..exceptions import DocumentError
from ..tables import BEHAVIOURS, LIST_SEPARATOR
from ..vocabulary import Vocabulary, normalise
from ..wording import say
from .profile import Coordinates, Profile

FORMS = ("decimal", "dms", "pair", "wkt")
ORDERS = ("lon lat", "lat lon")
COUNTS = ("workers", "children_number", "women_number", "injured", "dead")
UNITS = {
    "ones": 1,
    "pairs": 2,
    "fives": 5,
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "fifties": 50,
    "hundreds": 100,
    "thousands": 1000,
}
# What can be recoded, and the kind of vocabulary (a key of "vocabularies") that it is recoded to.
RECODED = {
    **dict.fromkeys(("on_site", "is_3t", "is_gold", "mercury", "presence", "interference"), "yes_no"),
    **dict.fromkeys(("children", "women", *BEHAVIOURS), "yes_no"),
    **dict.fromkeys(("children_work", "women_work"), "work"),
    **{key: key for key in ("minerals", "services", "actors", "frequency", "access_dry", "access_wet")},
    **{key: key for key in ("mechanisation", "traceability", "qualification", "location_origin")},
}
_SEVERAL = ("minerals", "services", "children_work", "women_work")
CONSTANTS = (
    *("source", "project", "name", "visit_date", "on_site", "not_visited_reason", "location_origin"),
    *("admin1", "admin2", "admin3", "admin4", "village", "access_dry", "access_wet", "is_3t", "is_gold"),
    *("mercury", "presence", "interference", "mechanisation", "traceability", "qualification"),
    *("children", "women", "minerals", "services"),
)
_LARGEST_UNIT = 1e6
_AUTHORITY = re.compile(r"[A-Za-z]+:\w+")
_DEGREES = ("EPSG:4326", "OGC:CRS84")


def read_recoding(document: dict[str, Any], name: str) -> dict[str, dict[str, str]]:
    """Codes by what is recoded and by normalised word."""
    if "recode" not in document:
        return {}
    recoding: dict[str, dict[str, str]] = {}
    for target in expect(document, "recode", dict, name):
        if target not in RECODED:
            raise DocumentError(
                say(
                    "{0}: 'recode.{1}' has no vocabulary; recode one of {2}.",
                    name,
                    target,
                    ", ".join(RECODED),
                )
            )
        codes: dict[str, str] = {}
        for word, code in expect(document, f"recode.{target}", dict, name).items():
            if not isinstance(code, str) or not code:
                raise DocumentError(
                    say("{0}: 'recode.{1}.{2}' must be a code; correct it.", name, target, word)
                )
            if codes.setdefault(normalise(word), code) != code:
                raise DocumentError(
                    say("{0}: 'recode.{1}.{2}' is given twice with two codes; keep one.", name, target, word)
                )
        recoding[target] = codes
    return recoding


def check_recoding(profile: Profile, vocabularies: Mapping[str, Vocabulary], name: str) -> None:
    """Raises DocumentError for a recoding to a code that its vocabulary lacks."""
    for target, words in profile.recode.items():
        vocabulary = vocabularies[profile.vocabularies[RECODED[target]]]
        for word, code in words.items():
            codes = code.split(LIST_SEPARATOR) if target in _SEVERAL else [code]
            for part in codes:
                if part not in vocabulary.codes:
                    raise DocumentError(
                        say(
                            "{name}: 'recode.{target}.{word}' is {part}, which is no code of {id}; "
                            "choose one of {codes}.",
                            name=name,
                            target=target,
                            word=word,
                            part=part,
                            id=vocabulary.id,
                            codes=", ".join(vocabulary.codes),
                        )
                    )
    actors = vocabularies[profile.vocabularies["actors"]]
    layout = profile.actors
    named = [(f"class_by_name.{key}", code) for key, code in layout.class_by_name.items()]
    named += [(f"class_of_several.{key}", code) for key, code in layout.class_of_several.items()]
    named += [("class_otherwise", layout.class_otherwise)] if layout.class_otherwise else []
    for place, code in named:
        if code not in actors.codes:
            raise DocumentError(
                say(
                    "{name}: 'actors.{place}' is {code}, which is no code of {id}; choose one of {codes}.",
                    name=name,
                    place=place,
                    code=code,
                    id=actors.id,
                    codes=", ".join(actors.codes),
                )
            )


def read_units(document: dict[str, Any], columns: Mapping[str, str], name: str) -> dict[str, float]:
    """Factors by count column."""
    if "units" not in document:
        return {}
    factors = {}
    for key in expect(document, "units", dict, name):
        if key not in COUNTS or key not in columns:
            raise DocumentError(
                say(
                    "{0}: 'units.{1}' is no count among 'columns'; counts are {2}.",
                    name,
                    key,
                    ", ".join(COUNTS),
                )
            )
        unit = expect(document, f"units.{key}", (str, int, float), name)
        factor = UNITS.get(unit) if isinstance(unit, str) else unit
        if factor is None or not 0 < factor <= _LARGEST_UNIT:
            raise DocumentError(
                say(
                    "{name}: 'units.{key}' must be above 0 and at most a million, or one of {units}, "
                    'not "{unit}".',
                    name=name,
                    key=key,
                    units=", ".join(UNITS),
                    unit=unit,
                )
            )
        factors[key] = float(factor)
    return factors


def read_constants(document: dict[str, Any], columns: Mapping[str, str], name: str) -> dict[str, str]:
    """Words that all rows have, by atlas column, minerals or services."""
    if "constants" not in document:
        return {}
    constants = {}
    for key in expect(document, "constants", dict, name):
        if key not in CONSTANTS:
            raise DocumentError(
                say(
                    "{0}: 'constants.{1}' cannot be the same for all rows; choose among {2}.",
                    name,
                    key,
                    ", ".join(CONSTANTS),
                )
            )
        if key in columns or key in document:
            where = f"columns.{key}" if key in columns else key
            raise DocumentError(
                say("{0}: 'constants.{1}' is also given by '{2}'; keep one.", name, key, where)
            )
        word = expect(document, f"constants.{key}", str, name).strip()
        if not word:
            raise DocumentError(say("{0}: 'constants.{1}' is empty; give a word or remove it.", name, key))
        constants[key] = word
    return constants


def read_coordinates(
    document: dict[str, Any], columns: Mapping[str, str], decimal_comma: bool | None, name: str
) -> Coordinates:
    """How coordinates are written. decimal_comma: what the document says of all its numbers."""
    entry = expect(document, "coordinates", dict, name) if "coordinates" in document else {}
    strange = sorted(set(entry) - {"crs", "decimal_comma", "form", "order"})
    if strange:
        raise DocumentError(
            say(
                "{0}: 'coordinates.{1}' is not known; use crs, decimal_comma, form and order.",
                name,
                strange[0],
            )
        )

    def given(key: str, kind: type) -> Any:
        return expect(document, f"coordinates.{key}", kind, name) if key in entry else None

    crs, form, order = given("crs", str), given("form", str), given("order", str)
    if "decimal_comma" in entry:
        decimal_comma = given("decimal_comma", bool)
    if crs is not None and not _AUTHORITY.fullmatch(crs):
        raise DocumentError(say("{0}: 'coordinates.crs' must be like EPSG:32735, not \"{1}\".", name, crs))
    for key, word, options in (("form", form, FORMS), ("order", order, ORDERS)):
        if word is not None and word not in options:
            raise DocumentError(
                say(
                    "{name}: 'coordinates.{key}' must be one of {options}, not \"{word}\".",
                    name=name,
                    key=key,
                    options=", ".join(options),
                    word=word,
                )
            )
    if form == "pair" and order is None:
        raise DocumentError(
            say("{0}: 'coordinates.order' is missing; say which comes first in a pair.", name)
        )
    if form != "pair" and order is not None:
        raise DocumentError(say("{0}: 'coordinates.order' is for the form pair; remove it.", name))
    needed = {"pair": ("geometry",), "wkt": ("geometry",), None: ()}.get(form, ("longitude", "latitude"))
    absent = [key for key in needed if key not in columns]
    if absent:
        raise DocumentError(
            say("{0}: 'columns.{1}' is missing; coordinates of form {2} need it.", name, absent[0], form)
        )
    if crs is not None and crs.upper() in _DEGREES:
        crs = None
    return Coordinates(crs, decimal_comma, form, order)


def read_site_key_parts(document: dict[str, Any], columns: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Atlas columns of which keys are made; none when the table has its own."""
    if "site_key_from" not in document:
        return ()
    count = len(expect(document, "site_key_from", list, name))
    parts = [expect(document, f"site_key_from.{place}", str, name) for place in range(count)]
    if "pcode" in columns:
        raise DocumentError(
            say("{0}: 'site_key_from' is for tables without 'columns.pcode'; keep one.", name)
        )
    if not parts:
        raise DocumentError(say("{0}: 'site_key_from' is empty; name columns such as name and admin2.", name))
    for place, part in enumerate(parts):
        if part not in columns:
            raise DocumentError(
                say("{0}: 'site_key_from.{1}' is not among 'columns'; add it there.", name, place)
            )
    return tuple(dict.fromkeys(parts))
