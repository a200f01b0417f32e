"""Allow-lists: which fields of a table may be published, how, and why the others may not.

A list is a document (resources/public, its README tells the keys). A list may extend others that ship: its own rules
come first. What no rule names is never published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..document_part import Part, nearest
from ..documents import read_document
from ..exceptions import TableError
from ..wording import say
from .identifiers import names_a_place

SCHEMA = "asm-atlas/public/1"
PASS, YEAR, MONTH, CLASSES, COORDINATE, KEY, DROP = DOINGS = (
    "pass",
    "year",
    "month",
    "classes",
    "coordinate",
    "key",
    "drop",
)
AT_CELL, NO_PLACE = GEOMETRIES = ("cell", "none")
AXES = ("longitude", "latitude")
WITHHELD = "withheld"
SITE, LEVEL, SITES_IN_GROUP = OWN_FIELDS = ("site", "location_level", "sites_in_group")
NOT_LISTED = "not_listed"
_KEYS = (
    *("schema", "id", "version", "provenance", "label", "extends", "recognised_by", "rank"),
    *("key", "groups", "geometry", "reasons", "rules"),
)
_RULE_KEYS = ("fields", "do", "why", "cuts", "only", "others", "axis")
_LEAST_LETTERS = 4  # of a pattern: '*' alone would make the list one of everything


@dataclass(frozen=True)
class FieldRule:
    """What happens to a field: one of DOINGS, why (a code of reasons), and what that needs.

    cuts: lower limits of classes. only: the values that may pass, all if empty; others: what is written in place of
    any other. axis: longitude or latitude of the rounded point.
    """

    do: str
    why: str
    cuts: tuple[float, ...] = ()
    only: tuple[str, ...] = ()
    others: str = WITHHELD
    axis: str = ""


@dataclass(frozen=True)
class AllowList:
    """A list of fields that may be published. rules: (name or pattern with *, rule), the first that fits holds.

    key: field of the site's key, '' where the table has none. groups: fields of places, the widest first.
    """

    id: str
    version: str
    hash: str
    label: Mapping[str, str]
    key: str
    groups: tuple[str, ...]
    geometry: str
    recognised_by: tuple[str, ...]
    rank: int
    reasons: Mapping[str, Mapping[str, str]]
    rules: tuple[tuple[str, FieldRule], ...]

    def rule_for(self, field: str) -> FieldRule | None:
        """The rule for a field, whatever its case; None when the list does not name it."""
        name = field.casefold()
        for pattern, rule in self.rules:
            if name == pattern:
                return rule
        for pattern, rule in self.rules:
            if pattern.startswith("*") and name.endswith(pattern[1:]):
                return rule
        return None


def read_allow_list(path: Path, shipped: Path) -> AllowList:
    """The list in a file; shipped: the folder of the lists that it may extend. Raises DocumentError."""
    part = Part(read_document(path), "", path.name).keys(_KEYS)
    if part.at("schema").text() != SCHEMA:
        part.at("schema").fail(f"must be '{SCHEMA}'")
    parents = _parents(part, shipped)
    part.at("provenance").text()
    reasons = {code: texts for parent in parents for code, texts in parent.reasons.items()}
    if part.has("reasons"):
        reasons.update({code: text.texts() for code, text in part.at("reasons").items()})
    rules = [*_rules(part.at("rules"), reasons), *(rule for parent in parents for rule in parent.rules)]
    first = parents[0] if parents else None
    made = {
        "id": part.at("id").code(r"[a-z0-9_-]{1,40}", "small letters, digits, - and _"),
        "version": part.at("version").text(),
        "label": part.at("label").texts(),
        "key": _key(part) if part.has("key") or first is None else first.key,
        "groups": _groups(part, rules) if part.has("groups") or first is None else first.groups,
        "geometry": part.at("geometry").word(GEOMETRIES) if part.has("geometry") else _geometry_of(first),
        "recognised_by": part.at("recognised_by").words() if part.has("recognised_by") else (),
        "rank": part.at("rank").count(0) if part.has("rank") else 0,
    }
    digest = _digest({**made, "reasons": reasons, "rules": [(name, vars(rule)) for name, rule in rules]})
    return AllowList(**made, hash=digest, reasons=reasons, rules=tuple(rules))


def fitting_list(lists: Iterable[AllowList], fields: Iterable[str]) -> AllowList:
    """The list for a table by its fields: of those whose recognised_by it has, the one of the highest rank.

    Raises TableError when none fits.
    """
    lists, present = list(lists), {field.casefold() for field in fields}
    fitting = [found for found in lists if found.recognised_by and set(found.recognised_by) <= present]
    if not fitting:
        names = ", ".join(sorted(found.id for found in lists))
        raise TableError(
            say(
                "No allow-list fits the fields of INPUT; choose one of {0} as LIST, or give one of your own.",
                names,
            )
        )
    return max(fitting, key=lambda found: (found.rank, found.id))


def _parents(part: Part, shipped: Path) -> list[AllowList]:
    if not part.has("extends"):
        return []
    known = sorted(path.stem for path in shipped.glob("*.json"))
    names = part.at("extends").words(known)
    for place, name in enumerate(names):
        if (shipped / f"{name}.json").name == part.name and part.value.get("id") == name:
            part.at("extends").entries()[place].fail("names the list itself; take it out")
    return [read_allow_list(shipped / f"{name}.json", shipped) for name in names]


def _key(part: Part) -> str:
    text = part.at("key").is_kind(str)
    return text.strip().casefold()


def _geometry_of(first: AllowList | None) -> str:
    return NO_PLACE if first is None else first.geometry


def _groups(part: Part, rules: list[tuple[str, FieldRule]]) -> tuple[str, ...]:
    """Fields of places; each must pass whole, since the groups of the output are told by them."""
    if not part.has("groups") or not part.at("groups").is_kind(list):
        return ()
    passed = {name for name, rule in rules if rule.do == PASS and not rule.only}
    names = []
    for entry in part.at("groups").entries():
        names.append(entry.text().casefold())
        if names[-1] not in passed:
            entry.fail(f"is not passed by the rules; {nearest(names[-1], sorted(passed) or ['another'])}")
    return tuple(names)


def _rules(part: Part, reasons: Mapping[str, Any]) -> list[tuple[str, FieldRule]]:
    found: dict[str, FieldRule] = {}
    for entry in part.entries(1, "rule"):
        entry.keys(_RULE_KEYS)
        rule = _rule(entry, reasons)
        fields = entry.at("fields")
        for place, name in enumerate(fields.words()):
            at = fields.entries()[place]
            _check_name(at, name, rule)
            if name.casefold() in found:
                at.fail(f"repeats '{name}'; each field has one rule")
            found[name.casefold()] = rule
    return list(found.items())


def _check_name(at: Part, name: str, rule: FieldRule) -> None:
    if "*" in name and (not name.startswith("*") or "*" in name[1:] or len(name) <= _LEAST_LETTERS):
        at.fail(f"must be a name, or * and at least {_LEAST_LETTERS} letters that names end with")
    if rule.do in (DROP, COORDINATE):
        return
    if names_a_place(name):
        at.fail("names coordinates: the rule must be coordinate or drop")
    if name.casefold() in OWN_FIELDS:
        at.fail("is the name of a field that the export writes itself; drop it")


def _rule(entry: Part, reasons: Mapping[str, Any]) -> FieldRule:
    do = entry.at("do").word(DOINGS)
    why = entry.at("why").word(reasons)
    cuts = tuple(cut.number(-1e12) for cut in entry.at("cuts").entries(1)) if do == CLASSES else ()
    if list(cuts) != sorted(set(cuts)):
        entry.at("cuts").fail("must rise")
    only = entry.at("only").words() if entry.has("only") else ()
    others = entry.at("others").text() if entry.has("others") else WITHHELD
    axis = entry.at("axis").word(AXES) if do == COORDINATE else ""
    return FieldRule(do, why, cuts, only, others, axis)


def _digest(document: Mapping[str, Any]) -> str:
    text = json.dumps(document, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
