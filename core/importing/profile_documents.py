"""Reading import profiles from JSON documents: every fault is named by its path in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..tables import BEHAVIOURS
from .profile import ActorLayout, Bounds, FormerNames, ListColumns, Profile, RowKind

SCHEMA = "asm-atlas/profile/1"
KINDS = ("visit", "status", "third_party")
DECISIONS = ("qualification", "traceability")
CANONICAL = (
    "vid",
    "source",
    "project",
    "pcode",
    "name",
    "visit_date",
    "on_site",
    "not_visited_reason",
    "longitude",
    "latitude",
    "geometry",
    "location_origin",
    "admin1",
    "admin2",
    "admin3",
    "admin4",
    "village",
    "workers",
    "access_dry",
    "access_wet",
    "is_3t",
    "is_gold",
    "mercury",
    "presence",
    "interference",
    "mechanisation",
    "traceability",
    "traceability_programme",
    "qualification",
    "children",
    "children_number",
    "children_work",
    "women",
    "women_number",
    "women_work",
    "injured",
    "dead",
)


def read_profiles(folder: Path) -> dict[str, Profile]:
    """All profiles of a folder by id; raises DocumentError as read_profile does."""
    profiles = (read_profile(path) for path in sorted(folder.glob("*.json")))
    return {profile.id: profile for profile in profiles}


def read_profile(path: Path) -> Profile:
    """Read and check one profile. Raises DocumentError naming the file and the path in it."""
    name = path.name
    document = read_document(path)

    def get(place: str, kind: type | tuple[type, ...]) -> Any:
        return expect(document, place, kind, name)

    if get("schema", str) != SCHEMA:
        raise DocumentError(f'{name}: \'schema\' must be "{SCHEMA}", not "{document["schema"]}".')
    margin = get("bounds.margin", (int, float))
    columns = {key: get(f"columns.{key}", str) for key in get("columns", dict)}
    strange = sorted(set(columns) - set(CANONICAL))
    if strange:
        raise DocumentError(f"{name}: 'columns.{strange[0]}' is no column of the atlas; remove it.")
    if "pcode" not in columns:
        raise DocumentError(f"{name}: 'columns.pcode' is missing; add it.")
    if get("id", str) != path.stem:
        raise DocumentError(f"{name}: 'id' must be \"{path.stem}\", as the file is called.")
    return Profile(
        id=get("id", str),
        version=get("version", str),
        label={language: get(f"label.{language}", str) for language in ("fr", "en")},
        provenance=get("provenance", str),
        licence=get("licence", str),
        licence_url=get("licence_url", str),
        credit=get("credit", str),
        release=get("release", str),
        country=get("country", str),
        bounds=Bounds(
            west=get("bounds.west", (int, float)) - margin,
            south=get("bounds.south", (int, float)) - margin,
            east=get("bounds.east", (int, float)) + margin,
            north=get("bounds.north", (int, float)) + margin,
        ),
        header=tuple(get("header", list)),
        header_absent=_words(document, "header_absent", name),
        headers_also=_headers_also(document, name),
        column_also=_column_also(document, columns, name),
        former=_former(document, columns, name),
        missing_words=_words(document, "missing_words", name),
        site_qualification=_choice(document, "site_qualification", ("statuses", "visits"), name),
        project=get("project", str) if "project" in document else None,
        site_key=_pattern(document, "site_key", name),
        columns=columns,
        optional=tuple(get("optional", list)),
        minerals=_list_columns(document, "minerals", name),
        services=_list_columns(document, "services", name),
        actors=_actors(document, name),
        ignored=tuple(get("ignored", list)),
        comment=tuple(get("comment", list)),
        row_kinds=tuple(_row_kind(document, n, name) for n in range(len(get("row_kinds", list)))),
        speaks_prefixes=tuple(get("speaks.project_prefix", list)),
        earliest=_date(document, "dates.earliest", name),
        year_projects=tuple(get("dates.year_projects", list)),
        list_rows=get("dates.list_rows", int),
        asked_since={key: _date(document, f"asked_since.{key}", name) for key in get("asked_since", dict)},
        recall_months=get("recall_months", (int, type(None))),
        vocabularies={key: get(f"vocabularies.{key}", str) for key in get("vocabularies", dict)},
        merged_into=_pattern(document, "merged_into", name),
        at_village=tuple(get("at_village", list)),
        workers_doubtful_above=get("workers_doubtful_above", int),
    )


def _words(document: dict[str, Any], place: str, name: str) -> tuple[str, ...]:
    """A list that may be left out."""
    return tuple(expect(document, place, list, name)) if place in document else ()


def _headers_also(document: dict[str, Any], name: str) -> tuple[tuple[str, ...], ...]:
    count = len(_words(document, "headers_also", name))
    return tuple(tuple(expect(document, f"headers_also.{n}", list, name)) for n in range(count))


def _column_also(
    document: dict[str, Any], columns: Mapping[str, str], name: str
) -> dict[str, tuple[str, ...]]:
    entry = expect(document, "column_also", dict, name) if "column_also" in document else {}
    _only_mapped("column_also", entry, columns, name)
    return {key: tuple(expect(document, f"column_also.{key}", list, name)) for key in entry}


def _former(document: dict[str, Any], columns: Mapping[str, str], name: str) -> dict[str, FormerNames]:
    entry = expect(document, "former", dict, name) if "former" in document else {}
    _only_mapped("former", entry, columns, name)
    return {
        key: FormerNames(
            expect(document, f"former.{key}.column", str, name),
            tuple(expect(document, f"former.{key}.names", list, name)),
        )
        for key in entry
    }


def _only_mapped(place: str, entry: Iterable[str], columns: Mapping[str, str], name: str) -> None:
    strange = sorted(set(entry) - set(columns))
    if strange:
        raise DocumentError(f"{name}: '{place}.{strange[0]}' is not among 'columns'; add it there.")


def _choice(document: dict[str, Any], place: str, options: tuple[str, ...], name: str) -> str:
    """One of some words, the first when it is left out."""
    word = document.get(place, options[0])
    if word not in options:
        raise DocumentError(f"{name}: '{place}' must be one of {', '.join(options)}, not \"{word}\".")
    return word


def _pattern(document: dict[str, Any], place: str, name: str) -> str | None:
    text = expect(document, place, (str, type(None)), name)
    if text is not None:
        try:
            re.compile(text)
        except re.error as error:
            raise DocumentError(f"{name}: '{place}' is not a regular expression: {error}.") from error
    return text


def _date(document: dict[str, Any], place: str, name: str) -> pd.Timestamp:
    text = expect(document, place, str, name)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise DocumentError(f"{name}: '{place}' must be a date such as 2015-04-01, not \"{text}\".")
    return pd.Timestamp(text)


def _list_columns(document: dict[str, Any], place: str, name: str) -> ListColumns:
    entry = expect(document, place, dict, name)
    separator = expect(document, f"{place}.separator", str, name) if "separator" in entry else None
    return ListColumns(tuple(expect(document, f"{place}.columns", list, name)), separator)


def _actors(document: dict[str, Any], name: str) -> ActorLayout:
    entry = expect(document, "actors", dict, name)
    behaviours = expect(document, "actors.behaviours", dict, name)
    strange = sorted(set(behaviours) - set(BEHAVIOURS))
    if strange:
        raise DocumentError(
            f"{name}: 'actors.behaviours.{strange[0]}' is no behaviour of the atlas; remove it."
        )
    if "type" in entry and "type_set" in entry:
        raise DocumentError(f"{name}: 'actors' must have either 'type' or 'type_set'; keep one.")
    return ActorLayout(
        slots=expect(document, "actors.slots", int, name),
        name=expect(document, "actors.name", str, name),
        frequency=expect(document, "actors.frequency", str, name),
        behaviours=dict(behaviours),
        type=entry.get("type"),
        type_set=entry.get("type_set"),
        separator=entry.get("separator", " "),
        class_by_name=dict(entry.get("class_by_name", {})),
        class_of_several=dict(entry.get("class_of_several", {})),
        class_otherwise=entry.get("class_otherwise"),
    )


def _row_kind(document: dict[str, Any], number: int, name: str) -> RowKind:
    place = f"row_kinds.{number}"
    entry = expect(document, place, dict, name)
    kind = expect(document, f"{place}.kind", str, name)
    decides = entry.get("decides")
    if kind not in KINDS:
        raise DocumentError(f"{name}: '{place}.kind' must be one of {', '.join(KINDS)}, not \"{kind}\".")
    if (kind == "status") != (decides in DECISIONS):
        raise DocumentError(
            f"{name}: '{place}.decides' must be one of {', '.join(DECISIONS)} for a status, else absent."
        )
    if ("project" in entry) == ("project_prefix" in entry):
        raise DocumentError(f"{name}: '{place}' must have either 'project' or 'project_prefix'; keep one.")
    return RowKind(kind, entry.get("project"), entry.get("project_prefix"), decides)
