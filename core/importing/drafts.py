"""A first profile for an unknown table, made of suggestions; a person looks it over before it is used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ..tables import BEHAVIOURS
from ..vocabulary import Vocabulary
from .column_names import Columns
from .column_values import Values, examine
from .profile_documents import CANONICAL, SCHEMA
from .suggestions import LISTS, Suggestion
from .table_entries import COUNTS

# The smallest unit tells most sites of one name apart; villages come late, for they are spelt in many ways.
_KEY_UNITS = ("admin4", "admin3", "admin2", "village", "admin1")
_MOSTLY_FILLED = 0.95
_SLOT = r"(?<!\d)\d(?!\d)"


def draft_document(
    suggestions: Sequence[Suggestion],
    frame: pd.DataFrame,
    identity: str,
    vocabularies: Mapping[str, Vocabulary],
    columns: Columns,
) -> dict[str, Any]:
    """A profile document that reads, of suggestions and of how the values are written.

    Without a site code keys are made of the name and the smallest unit written, else of units or of the
    location. A table of which nothing is known gets columns.pcode with a name that it does not have, so that
    its import says what is missing.
    """
    single = {each.target: each.column for each in suggestions if each.target in CANONICAL}
    document: dict[str, Any] = {"schema": SCHEMA, "id": identity, "version": "1", "columns": single}
    names = [str(name) for name in frame.columns]

    def values(column: str) -> Values:
        return examine(frame.iloc[:, names.index(column)], vocabularies, columns.missing)

    coordinates = _coordinates(single, values)
    if coordinates:
        document["coordinates"] = coordinates
    if _with_commas([values(single[key]) for key in COUNTS if key in single]):
        document["decimal_comma"] = True
    for kind in LISTS:
        of_kind = [each.column for each in suggestions if each.target == kind]
        if of_kind:
            document[kind] = of_kind if kind == "comment" else _list(of_kind, kind, values)
    actors = _actors(suggestions, names)
    if actors:
        document["actors"] = actors
    filled = {key: values(single[key]).n / len(frame) for key in _KEY_UNITS if key in single and len(frame)}
    _key(document, filled)
    missing = _missing_words(frame, columns)
    if missing:
        document["missing_words"] = missing
    return document


def _key(document: dict[str, Any], filled: Mapping[str, float]) -> None:
    """Without a site code, the parts that keys are made of. filled: share of rows that have each unit."""
    columns = document["columns"]
    if "pcode" in columns:
        return
    units = [unit for unit in _KEY_UNITS if unit in columns]
    sure = [unit for unit in units if filled.get(unit, 0.0) >= _MOSTLY_FILLED]
    if "name" in columns:
        document["site_key_from"] = ["name", *(sure or units)[:1]]
    elif units:
        document["site_key_from"] = units
    elif "longitude" in columns:
        document["site_key_from"] = ["longitude", "latitude"]
    else:
        columns["pcode"] = "pcode"


def _coordinates(columns: dict[str, str], values: Any) -> dict[str, Any]:
    """How coordinates are written; a geometry that two columns make needless is left out."""
    if "longitude" in columns and "latitude" in columns:
        columns.pop("geometry", None)
        seen = [values(columns["longitude"]), values(columns["latitude"])]
        if all(each.n and each.degrees >= 0.5 for each in seen):
            return {"form": "dms"}
        return {"decimal_comma": True} if _with_commas(seen) else {}
    for lonely in ("longitude", "latitude"):
        columns.pop(lonely, None)
    if "geometry" not in columns:
        return {}
    seen = values(columns["geometry"])
    if not seen.n or seen.points >= seen.pairs:
        return {"form": "wkt"} if seen.points else {}
    return {"form": "pair", "order": pair_order(columns["geometry"], seen)}


def pair_order(column: str, values: Values) -> str:
    """Which comes first in pairs: what cannot be a latitude tells, then the name, then common usage."""
    first = values.texts.str.extract(r"^\W*(\d+)")[0].astype(float)
    second = values.texts.str.extract(r"[,;\s][\s(]*[-+]?(\d+)")[0].astype(float)
    name = column.casefold()
    if (first > 90).any():
        return "lon lat"
    named = re.search(r"lon", name), re.search(r"lat", name)
    if all(named) and not (second > 90).any():
        return "lon lat" if named[0].start() < named[1].start() else "lat lon"
    return "lat lon"


def _with_commas(seen: Sequence[Values]) -> bool:
    """Whether decimals are written with commas in all of these columns."""
    commas = sum(each.decimal_commas for each in seen)
    return commas > 0 and not any(each.decimal_points for each in seen)


def _list(of_kind: Sequence[str], kind: str, values: Any) -> dict[str, Any]:
    """Columns of a list and the separator inside them, the one that makes most words known."""
    entry: dict[str, Any] = {"columns": list(of_kind)}
    separators = [values(column).separator.get(kind) for column in of_kind]
    found = [separator for separator in separators if separator is not None]
    if found:
        entry["separator"] = max(sorted(set(found)), key=found.count)
    return entry


def _actors(suggestions: Sequence[Suggestion], names: Sequence[str]) -> dict[str, Any]:
    """Where actors stand; parts whose columns are not named like each other from slot to slot are left out."""
    parts: dict[str, dict[int, str]] = {}
    for each in suggestions:
        if each.target.startswith("actors."):
            _, part, slot = each.target.split(".")
            parts.setdefault(part, {})[int(slot)] = each.column
    if "name" not in parts:
        return {}
    pattern, slots = _pattern(parts["name"], names)
    entry: dict[str, Any] = {"slots": slots, "name": pattern}
    for part in ("type", "frequency"):
        if part in parts:
            entry[part] = _pattern(parts[part], names)[0]
    if "type_set" in parts:
        entry["type_set"] = parts["type_set"][0]
        entry.pop("type", None)
    behaviours = {name: _pattern(parts[name], names)[0] for name in BEHAVIOURS if name in parts}
    if behaviours:
        entry["behaviours"] = behaviours
    return entry


def _pattern(by_slot: Mapping[int, str], names: Sequence[str]) -> tuple[str, int]:
    """A name with {slot} for its number, and how many slots from 1 on the table has of it."""
    first = by_slot[min(by_slot)]
    if min(by_slot) == 0:
        return first, 1
    pattern = re.sub(_SLOT, "{slot}", first, count=1)
    slots = 1
    while pattern.replace("{slot}", str(slots + 1)) in names:
        slots += 1
    return pattern, slots


def _missing_words(frame: pd.DataFrame, columns: Columns) -> list[str]:
    """Words for an empty cell that the table has, whatever the column."""
    words = sorted(columns.missing - {""})
    return [word for word in words if bool((frame == word).to_numpy().any())]
