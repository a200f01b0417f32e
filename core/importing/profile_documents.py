"""Reading import profiles from JSON documents: every fault is named by its path in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..document_part import LANGUAGES
from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..tables import BEHAVIOURS
from ..vocabulary import Vocabulary
from ..wording import say
from .profile import ActorLayout, Bounds, FormerNames, ListColumns, Profile, RowKind
from .profile_entries import (
    read_choice,
    read_count,
    read_day,
    read_degrees,
    read_entry,
    read_needed_words,
    read_pattern,
    read_words,
)
from .table_entries import (
    check_recoding,
    read_constants,
    read_coordinates,
    read_recoding,
    read_site_key_parts,
    read_units,
)

SCHEMA = "asm-atlas/profile/1"
DATE_ORDERS = ("day first", "month first")
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
# All entries, in the order in which documents are written.
ENTRIES = (
    *("schema", "id", "version", "label", "provenance", "licence", "licence_url", "credit", "release"),
    *("country", "bounds", "sheet", "header", "header_absent", "headers_also", "column_also", "former"),
    *("missing_words", "decimal_comma", "site_qualification", "project", "site_key", "site_key_from"),
    *("columns", "optional", "constants", "coordinates", "units", "minerals", "services", "actors"),
    *("recode", "ignored", "comment", "row_kinds", "speaks", "dates", "asked_since", "recall_months"),
    *("vocabularies", "merged_into", "at_village", "workers_doubtful_above"),
)
VOCABULARIES = {
    "minerals": "minerals",
    "services": "services",
    "actors": "actor_classes",
    "frequency": "frequency",
    "access_dry": "access",
    "access_wet": "access",
    "mechanisation": "mechanisation",
    "traceability": "traceability",
    "qualification": "qualification",
    "location_origin": "location_quality",
    "work": "work",
    "yes_no": "yes_no",
}
_MOST_SLOTS = 50
_WORLD = Bounds(-180.0, -90.0, 180.0, 90.0)


def read_profiles(folder: Path) -> dict[str, Profile]:
    """All profiles of a folder by id; raises DocumentError as read_profile does."""
    profiles = {}
    for path in sorted(folder.glob("*.json")):
        profile = read_profile(path)
        if profile.id != path.stem:
            raise DocumentError(
                say("{0}: 'id' must be \"{1}\", as the file is called.", path.name, path.stem)
            )
        profiles[profile.id] = profile
    return profiles


def read_profile(path: Path) -> Profile:
    """Read and check one profile. Raises DocumentError naming the file and the path in it."""
    return profile_from(read_document(path), path.name)


def document_text(document: dict[str, Any]) -> str:
    """A profile as the text of its file, always the same for the same document.

    Raises ValueError for numbers that JSON does not have.
    """
    ordered = {key: document[key] for key in ENTRIES if key in document}
    ordered.update({key: document[key] for key in sorted(document) if key not in ordered})
    for key in ("columns", "constants", "units", "recode"):
        if isinstance(ordered.get(key), dict):
            entry = ordered[key]
            known = [name for name in CANONICAL if name in entry]
            ordered[key] = {name: entry[name] for name in (*known, *sorted(set(entry) - set(known)))}
    return json.dumps(ordered, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def profile_from(document: dict[str, Any], name: str) -> Profile:
    """Check a profile document; what it leaves out has the defaults told in resources/profiles/README.md.

    name: the document's name for messages. Raises DocumentError naming it and the path in it. Whether codes
    exist is checked by check_codes, which needs the vocabularies.
    """

    def get(place: str, kind: type | tuple[type, ...]) -> Any:
        return expect(document, place, kind, name)

    def given(place: str, kind: type | tuple[type, ...], otherwise: Any) -> Any:
        return read_entry(document, place, kind, name, otherwise)

    if get("schema", str) != SCHEMA:
        raise DocumentError(
            say('{0}: \'schema\' must be "{1}", not "{2}".', name, SCHEMA, document["schema"])
        )
    unknown = sorted(set(document) - set(ENTRIES))
    if unknown:
        raise DocumentError(
            say("{0}: '{1}' is no entry of a profile; correct or remove it.", name, unknown[0])
        )
    columns = {key: get(f"columns.{key}", str) for key in get("columns", dict)}
    strange = sorted(set(columns) - set(CANONICAL))
    if strange:
        raise DocumentError(say("{0}: 'columns.{1}' is no column of the atlas; remove it.", name, strange[0]))
    if "pcode" not in columns and "site_key_from" not in document:
        raise DocumentError(
            say(
                "{0}: 'columns.pcode' is missing; add it, or name columns to make keys of in "
                "'site_key_from'.",
                name,
            )
        )
    identity = get("id", str)
    optional = read_words(document, "optional", name)
    decimal_comma = given("decimal_comma", bool, None)
    constants = read_constants(document, columns, name)
    required = dict.fromkeys(column for key, column in columns.items() if key not in optional)
    row_kinds = read_words(document, "row_kinds", name, dict)
    return Profile(
        id=identity,
        version=get("version", str),
        label={language: given(f"label.{language}", str, identity) for language in ("fr", "en")},
        provenance=given("provenance", str, ""),
        licence=given("licence", str, ""),
        licence_url=given("licence_url", str, ""),
        credit=_in_languages(document, "credit", name),
        release=_in_languages(document, "release", name),
        country=given("country", str, ""),
        bounds=_bounds(document, name),
        header=read_words(document, "header", name) or tuple(required),
        header_absent=read_words(document, "header_absent", name),
        headers_also=_headers_also(document, name),
        column_also=_column_also(document, columns, name),
        former=_former(document, columns, name),
        missing_words=read_words(document, "missing_words", name),
        # Without decision lists a site has no other status than the one written on its visits.
        site_qualification=read_choice(
            document, "site_qualification", ("statuses", "visits")[:: 1 if row_kinds else -1], name
        ),
        project=given("project", str, constants.pop("project", None)),
        site_key=read_pattern(document, "site_key", name),
        columns=columns,
        optional=optional,
        minerals=_list_columns(document, "minerals", name),
        services=_list_columns(document, "services", name),
        actors=_actors(document, name),
        ignored=read_words(document, "ignored", name),
        comment=read_words(document, "comment", name),
        row_kinds=tuple(_row_kind(document, n, name) for n in range(len(row_kinds))),
        speaks_prefixes=read_words(document, "speaks.project_prefix", name)
        if "speaks" in document
        else ("",),
        earliest=read_day(document, "dates.earliest", name, "1990-01-01"),
        year_projects=read_words(document, "dates.year_projects", name),
        list_rows=read_count(document, "dates.list_rows", name, 100),
        asked_since={
            key: read_day(document, f"asked_since.{key}", name) for key in given("asked_since", dict, {})
        },
        recall_months=None
        if document.get("recall_months") is None
        else read_count(document, "recall_months", name, 0),
        vocabularies={
            **VOCABULARIES,
            **{key: get(f"vocabularies.{key}", str) for key in given("vocabularies", dict, {})},
        },
        merged_into=read_pattern(document, "merged_into", name),
        at_village=read_words(document, "at_village", name),
        workers_doubtful_above=read_count(document, "workers_doubtful_above", name, 10000),
        recode=read_recoding(document, name),
        units=read_units(document, columns, name),
        constants=constants,
        coordinates=read_coordinates(document, columns, decimal_comma, name),
        decimal_comma=decimal_comma,
        site_key_from=read_site_key_parts(document, columns, name),
        date_order=read_choice(document, "dates.order", (None, *DATE_ORDERS), name),
        sheet=given("sheet", str, None),
    )


def check_codes(profile: Profile, vocabularies: Mapping[str, Vocabulary]) -> None:
    """Whether the vocabularies and codes that a profile names exist; raises DocumentError with the path."""
    name = say("profile {0}", profile.id)
    for key, vocabulary in profile.vocabularies.items():
        if vocabulary not in vocabularies:
            raise DocumentError(
                say(
                    "{name}: 'vocabularies.{key}' names {vocabulary}, which is no vocabulary; choose "
                    "one of {vocabularies}.",
                    name=name,
                    key=key,
                    vocabulary=vocabulary,
                    vocabularies=", ".join(sorted(vocabularies)),
                )
            )
    check_recoding(profile, vocabularies, name)


def _in_languages(document: dict[str, Any], place: str, name: str) -> dict[str, str]:
    """A text by language; one that is given alone stands for all of them."""
    entry = read_entry(document, place, (str, dict), name, "")
    if isinstance(entry, str):
        return dict.fromkeys(LANGUAGES, entry)
    return {language: expect(document, f"{place}.{language}", str, name) for language in LANGUAGES}


def _bounds(document: dict[str, Any], name: str) -> Bounds:
    if "bounds" not in document:
        return _WORLD
    west, south, east, north = (
        read_degrees(document, f"bounds.{side}", name) for side in ("west", "south", "east", "north")
    )
    margin = read_degrees(document, "bounds.margin", name, 0)
    if not (west < east and south < north):
        raise DocumentError(say("{0}: 'bounds' must have west below east and south below north.", name))
    return Bounds(west - margin, south - margin, east + margin, north + margin)


def _headers_also(document: dict[str, Any], name: str) -> tuple[tuple[str, ...], ...]:
    count = len(read_words(document, "headers_also", name, list))
    return tuple(read_needed_words(document, f"headers_also.{n}", name) for n in range(count))


def _column_also(
    document: dict[str, Any], columns: Mapping[str, str], name: str
) -> dict[str, tuple[str, ...]]:
    entry = expect(document, "column_also", dict, name) if "column_also" in document else {}
    _only_mapped("column_also", entry, columns, name)
    return {key: read_needed_words(document, f"column_also.{key}", name) for key in entry}


def _former(document: dict[str, Any], columns: Mapping[str, str], name: str) -> dict[str, FormerNames]:
    entry = expect(document, "former", dict, name) if "former" in document else {}
    _only_mapped("former", entry, columns, name)
    return {
        key: FormerNames(
            expect(document, f"former.{key}.column", str, name),
            read_needed_words(document, f"former.{key}.names", name),
        )
        for key in entry
    }


def _only_mapped(place: str, entry: Iterable[str], columns: Mapping[str, str], name: str) -> None:
    strange = sorted(set(entry) - set(columns))
    if strange:
        raise DocumentError(
            say("{0}: '{1}.{2}' is not among 'columns'; add it there.", name, place, strange[0])
        )


def _list_columns(document: dict[str, Any], place: str, name: str) -> ListColumns:
    if place not in document:
        return ListColumns((), None)
    separator = read_entry(document, f"{place}.separator", str, name, None)
    if separator == "":
        raise DocumentError(say("{0}: '{1}.separator' is empty; remove it or give a character.", name, place))
    return ListColumns(read_needed_words(document, f"{place}.columns", name), separator)


def _actors(document: dict[str, Any], name: str) -> ActorLayout:
    entry = read_entry(document, "actors", dict, name, {})
    slots = read_count(document, "actors.slots", name, 0, _MOST_SLOTS)
    behaviours = {
        key: expect(document, f"actors.behaviours.{key}", str, name)
        for key in read_entry(document, "actors.behaviours", dict, name, {})
    }
    strange = sorted(set(behaviours) - set(BEHAVIOURS))
    if strange:
        raise DocumentError(
            say("{0}: 'actors.behaviours.{1}' is no behaviour of the atlas; remove it.", name, strange[0])
        )
    if "type" in entry and "type_set" in entry:
        raise DocumentError(say("{0}: 'actors' must have either 'type' or 'type_set'; keep one.", name))
    return ActorLayout(
        slots=slots,
        name=expect(document, "actors.name", str, name) if slots else "",
        frequency=read_entry(document, "actors.frequency", str, name, None),
        behaviours=behaviours,
        type=read_entry(document, "actors.type", str, name, None),
        type_set=read_entry(document, "actors.type_set", str, name, None),
        separator=read_entry(document, "actors.separator", str, name, " "),
        class_by_name=read_entry(document, "actors.class_by_name", dict, name, {}),
        class_of_several=read_entry(document, "actors.class_of_several", dict, name, {}),
        class_otherwise=read_entry(document, "actors.class_otherwise", str, name, None),
    )


def _row_kind(document: dict[str, Any], number: int, name: str) -> RowKind:
    place = f"row_kinds.{number}"
    entry = expect(document, place, dict, name)
    kind = expect(document, f"{place}.kind", str, name)
    decides = entry.get("decides")
    if kind not in KINDS:
        raise DocumentError(
            say(
                "{name}: '{place}.kind' must be one of {kinds}, not \"{kind}\".",
                name=name,
                place=place,
                kinds=", ".join(KINDS),
                kind=kind,
            )
        )
    if decides not in (DECISIONS if kind == "status" else (None,)):
        raise DocumentError(
            say(
                "{0}: '{1}.decides' must be one of {2} for a status, else absent.",
                name,
                place,
                ", ".join(DECISIONS),
            )
        )
    if ("project" in entry) == ("project_prefix" in entry):
        raise DocumentError(
            say("{0}: '{1}' must have either 'project' or 'project_prefix'; keep one.", name, place)
        )
    project, prefix = (
        read_entry(entry, key, str, say("{0} at {1}", name, place), None)
        for key in ("project", "project_prefix")
    )
    return RowKind(kind, project, prefix, decides)
