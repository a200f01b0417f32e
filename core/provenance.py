"""How a layer came to be, as plain data: the steps that made it and the sources they began with.

A record is what a layer carries of it as JSON:

    {"schema": "asm-atlas/provenance/1", "step": key, "output": parameter, "written": {...},
     "steps": {key: step}, "sources": {key: source}}

A step is one run of an algorithm: algorithm, at (UTC), plugin, qgis, parameters, files, profile, scheme, and its
inputs, each with the key of the step and the output, or of the source, that it was. A source is a layer that no step
made, with what it says of itself. A key is the digest of what it stands for, so that an ancestor of two layers is said
once, and a record that was edited by hand can be told. What is not known is left out, never guessed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .shareable_source import shareable_source

_FAMILY = "asm-atlas/provenance/"
_VERSION = 1
SCHEMA = f"{_FAMILY}{_VERSION}"
UNREADABLE, NEWER = "unreadable", "newer"
UNCHANGED, CHANGED, COPIED, NOT_CHECKED = "unchanged", "changed", "copied", "not_checked"
_MOST_CHARACTERS = 40_000  # of a record
_MOST_READ = 2_000_000
_LONGEST_TEXT = 300
_MOST_IN_LIST = 50
_DIGITS_OF_KEY = 12
# Texts that name a place on a disk or a server, or hold what opens one.
_TELLS = re.compile(
    r"://|[^\s/@]+:[^\s/@]*@|(?:^|[\s'\"=(])(?:/|~|\\\\|[A-Za-z]:[\\/])[^\s/]"
    r"|\b(?:pass\w*|pwd|user(?:name)?|uid|token|secret|\w*key|host|dbname)\s*=",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"""[(<"']*https?://[A-Za-z0-9.-]+(?:/[^\s?#@]*)?""")  # of a page that anybody may open
_PROSE = (
    "title",
    "rights",
    "licences",
    "licence",
    "licence_url",
    "history",
)  # what is written for the public


class Reading(NamedTuple):
    """A record out of a text; fault: '', UNREADABLE (no record then) or NEWER, when a later version wrote it."""

    record: dict[str, Any] | None
    fault: str


class Input(NamedTuple):
    """What a step was given: entry says how; it has a record of its own, or is a source."""

    entry: dict[str, Any]
    record: dict[str, Any] | None
    source: dict[str, Any] | None


def shareable_text(text: str) -> str:
    """A text that others may read: on one line, at most 300 characters, no folder, address or password."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return _cut(shareable_source(text) if _TELLS.search(text) else text)


def public_text(text: str) -> str:
    """A text that states rights, a licence or a history: the same, but addresses of pages stay."""
    words = "".join(sign if sign.isprintable() else " " for sign in text).split()
    return _cut(
        " ".join(
            shareable_source(word) if _TELLS.search(word) and not _ADDRESS.fullmatch(word) else word
            for word in words
        )
    )


def shareable(value: Any, name: str = "") -> Any:
    """A value of a parameter or a source as JSON holds it, with shareable texts; name: its key."""
    if isinstance(value, (bool, int)) or value is None:
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)  # JSON knows no infinity
    if isinstance(value, Mapping):
        return {shareable_text(str(key)): shareable(entry, str(key)) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        more = [f"… {len(value)}"] if len(value) > _MOST_IN_LIST else []
        return [*(shareable(entry, name) for entry in value[:_MOST_IN_LIST]), *more]
    return public_text(str(value)) if name in _PROSE else shareable_text(str(value))


def new_record(
    step: Mapping[str, Any], inputs: Iterable[Input], output: str, written: Mapping[str, Any]
) -> dict[str, Any]:
    """The record of an output of a step: all that its inputs tell of themselves, and the step.

    written: what tells later whether the rows were changed, see changed_since.
    """
    given = list(inputs)
    nodes = merged(each.record for each in given if each.record is not None)
    entries = []
    for each in given:
        entry = shareable(each.entry)
        if each.record is not None:
            entry.update({"step": each.record["step"], "output": each.record["output"]})
        elif each.source is not None:
            source = shareable(each.source)
            entry["source"] = _key(source)
            nodes["sources"][entry["source"]] = source
        entries.append(entry)
    whole = {**shareable(step), "inputs": entries}
    key = _key(whole)
    nodes["steps"][key] = whole
    return _bounded({"schema": SCHEMA, "step": key, "output": output, "written": shareable(written), **nodes})


def merged(records: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Steps and sources of all records, each once, whatever their order; newer: where one of them is."""
    nodes: dict[str, Any] = {"steps": {}, "sources": {}}
    for record in records:
        for kind in ("steps", "sources"):
            for key, node in record[kind].items():
                nodes[kind][key] = min(node, nodes[kind].get(key, node), key=lambda each: _trust(key, each))
        if record.get("newer"):
            nodes["newer"] = True
    return nodes


def record_text(record: Mapping[str, Any]) -> str:
    """A record as JSON, with blanks at which a panel can break it."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def read_record(text: str) -> Reading:
    """The record in a text; what in it is not as it must be is left out."""
    try:
        found = json.loads(text) if len(text) <= _MOST_READ else None
    except (ValueError, RecursionError):
        found = None
    schema = found.get("schema") if isinstance(found, dict) else None
    version = re.fullmatch(re.escape(_FAMILY) + r"(\d{1,9})", schema) if isinstance(schema, str) else None
    if version is None or not isinstance(found.get("step"), str):
        return Reading(None, UNREADABLE)
    is_newer = int(version.group(1)) > _VERSION or found.get("newer") is True
    steps = {key: _plain_step(step) for key, step in _dicts(found.get("steps")).items()}
    record = {
        "schema": SCHEMA,
        "step": found["step"],
        "output": str(found.get("output", "")),
        "written": found["written"] if isinstance(found.get("written"), dict) else {},
        "steps": steps,
        "sources": _dicts(found.get("sources")),
    }
    if is_newer:
        record["newer"] = True
    return Reading(record, NEWER if is_newer else "")


def lineage(record: Mapping[str, Any]) -> list[tuple[str, dict[str, Any] | None]]:
    """The steps that led to a layer by key, the last first, each once; None for one that the record lacks."""
    found: dict[str, dict[str, Any] | None] = {}
    waiting = [record["step"]]
    while waiting:
        key = waiting.pop(0)
        if key in found:
            continue
        step = found[key] = record["steps"].get(key)
        if step is not None:
            waiting += [entry["step"] for entry in step["inputs"] if isinstance(entry.get("step"), str)]
    return list(found.items())


def sources_of(record: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The sources that the steps of a record began with, by key, in the order of the steps."""
    keys = [
        entry.get("source") for _, step in lineage(record) if step is not None for entry in step["inputs"]
    ]
    known = record["sources"]
    return {key: known[key] for key in keys if isinstance(key, str) and key in known}


def licences_of(record: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """Each source by name with its licences, else its rights, else the licence that the profile of an import states.

    An empty list where none of them tells one.
    """
    by_profile = {}
    for _, step in lineage(record):
        profile = step.get("profile") if step is not None else None
        if isinstance(profile, dict) and profile.get("licence"):
            entries = [entry for entry in step["inputs"] if entry.get("parameter") == profile.get("of")]
            by_profile.update({str(entry.get("source")): [str(profile["licence"])] for entry in entries})
    return [
        (
            str(source.get("name", key)),
            _texts(source.get("licences")) or _texts(source.get("rights")) or by_profile.get(key, []),
        )
        for key, source in sources_of(record).items()
    ]


def edited_keys(record: Mapping[str, Any]) -> list[str]:
    """Keys of steps and sources that are no longer as they were written; a newer version's cannot be told."""
    if record.get("newer"):
        return []
    nodes = {**record["steps"], **record["sources"]}
    return sorted(key for key, node in nodes.items() if _key(node) != key)


def changed_since(then: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """UNCHANGED, CHANGED, COPIED (another file or table, whose rows may differ) or NOT_CHECKED.

    then, now: file, table, rows, last_change (of a table in a GeoPackage) and sha256 (of other files), as far as
    they are known.
    """
    if None not in (then.get("rows"), now.get("rows")) and then["rows"] != now["rows"]:
        return CHANGED
    for mark in ("last_change", "sha256"):
        if then.get(mark) and now.get(mark):
            if then[mark] == now[mark]:
                return UNCHANGED
            is_same = all(then.get(name) == now.get(name) for name in ("file", "table"))
            return CHANGED if is_same else COPIED
    return NOT_CHECKED


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _key(node: Mapping[str, Any]) -> str:
    text = json.dumps(node, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS_OF_KEY]


def _trust(key: str, node: Mapping[str, Any]) -> tuple[bool, str]:
    """Of two nodes of one key the one that it is the key of comes first."""
    return (_key(node) != key, json.dumps(node, sort_keys=True))


def _dicts(value: Any) -> dict[str, dict[str, Any]]:
    given = value.items() if isinstance(value, dict) else ()
    return {key: entry for key, entry in given if isinstance(entry, dict)}


def _texts(value: Any) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


def _plain_step(step: dict[str, Any]) -> dict[str, Any]:
    inputs = step.get("inputs")
    entries = [entry for entry in inputs if isinstance(entry, dict)] if isinstance(inputs, list) else []
    return {**step, "inputs": entries}


def _bounded(record: dict[str, Any]) -> dict[str, Any]:
    """The record without the steps farthest from it where it is too long; their keys stay with those that used them.

    Sources are kept before steps, as they tell the licences, but fill at most half of the room.
    """
    if len(record_text(record)) <= _MOST_CHARACTERS:
        return record
    kept = {**record, "steps": {record["step"]: record["steps"][record["step"]]}, "sources": {}}
    room = _MOST_CHARACTERS - len(record_text(kept))
    steps = {key: step for key, step in lineage(record) if step is not None and key != record["step"]}
    for kind, nodes, least in (("sources", sources_of(record), room // 2), ("steps", steps, 0)):
        for key, node in nodes.items():
            length = len(record_text({key: node}))
            if room - length < least:
                break
            kept[kind][key] = node
            room -= length
    return kept
