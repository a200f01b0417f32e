"""Schemes as text: the keys that each object may hold, in the order in which they are written."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from .scheme_model import OVERALL, Cap, Scheme

_WIDTH = 110
_PROVED = ("provenance",)
# Object -> its keys in order. An object that does not stand here keeps its own order: its keys are codes.
KEYS: dict[str, tuple[str, ...]] = {
    "": (
        *("schema", "id", "version", "label", "text", "provenance", "disclaimer", "since", "speaks"),
        *("min_coverage", "levels", "no_data", "cuts", "freshness_years"),
        *("qualification", "traceability", "services", "accidents", "title", "actors"),
        *("dimensions", OVERALL),
    ),
    "levels": ("code", "label", "colour", "safe_colour"),
    "speaks": ("rule", "text"),
    "qualification": ("as_of", "months", "minerals", *_PROVED),
    "months": ("green", "yellow", "red", "blue"),
    "traceability": ("asked_since", "listed_months", *_PROVED),
    "services": ("asked_since", *_PROVED),
    "accidents": ("recall_months", *_PROVED),
    "title": ("max_age_years", *_PROVED),
    "actors": ("grave_behaviours", "classes", *_PROVED),
    "class": ("kind", "conduct"),
    "dimensions": ("id", "role", "rule", "min_items", "label", "items", "caps"),
    "items": (
        *("var", "label", "w", "when", "countries", "not_asked", "asked_since"),
        *("points", "steps", "unknown", "unknown_at_most", "provenance"),
    ),
    "steps": ("from", "points"),
    "caps": ("enabled", "when", "level", "ground"),
    OVERALL: ("rule", "of", "label"),
    "text in languages": ("en", "fr"),
}
_TEXTS = ("label", "text", "disclaimer", "ground", "no_data")


def scheme_document(scheme: Scheme) -> dict[str, Any]:
    """The document of a scheme, a copy that may be changed."""
    return copy.deepcopy(dict(scheme.document))


def scheme_text(document: Mapping[str, Any]) -> str:
    """The document as JSON in the one form in which schemes are written.

    Known keys stand in the order of KEYS, codes in their own; whole numbers without a point; what fits
    on a line stands on one. A text read and written again is the same.
    """
    return _written(_ordered(document, ""), "") + "\n"


def legend_text(scheme: Scheme) -> str:
    """What a layer of scores must say of its scheme to be drawn and read without it, as JSON.

    Keys as in a scheme (levels, no_data and roles always there): id, version, hash, label, disclaimer,
    levels, no_data, dimensions (id, role, label, items with var and label, caps), overall (label).
    """
    legend = {
        "id": scheme.id,
        "version": scheme.version,
        "hash": scheme.hash,
        "label": dict(scheme.label),
        "disclaimer": dict(scheme.disclaimer),
        "levels": [dataclasses.asdict(level) for level in scheme.levels],
        "no_data": dict(scheme.no_data),
        "dimensions": [
            {
                "id": dim.id,
                "role": dim.role,
                "label": dict(dim.label),
                "items": [{"var": item.var, "label": dict(item.label)} for item in dim.items],
                "caps": [_legend_cap(cap, scheme) for cap in dim.caps],
            }
            for dim in scheme.dimensions
        ],
    }
    if scheme.overall is not None:
        legend[OVERALL] = {"label": dict(scheme.overall.label)}
    return json.dumps(legend, ensure_ascii=False)


def _legend_cap(cap: Cap, scheme: Scheme) -> dict[str, Any]:
    when = {name: list(codes) for name, codes in cap.when.items()}
    return {"when": when, "level": scheme.levels[cap.level - 1].code, "ground": dict(cap.ground)}


def text_hash(text: str) -> str:
    """First 12 hexadecimal digits of the SHA-256 of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _ordered(value: Any, name: str) -> Any:
    if isinstance(value, Mapping):
        known = KEYS.get("text in languages" if name in _TEXTS else name, ())
        keys = [key for key in known if key in value] + [key for key in value if key not in known]
        return {key: _ordered(value[key], _name_of(key, name)) for key in keys}
    if isinstance(value, (list, tuple)):
        return [_ordered(entry, name) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _name_of(key: str, parent: str) -> str:
    """What kind of object stands under a key; codes that happen to be called like a key are no such thing."""
    if parent == "classes":
        return "class"
    return key if parent in KEYS else "codes"


def _written(value: Any, indent: str, used: int = 0) -> str:
    line = json.dumps(value, ensure_ascii=False)
    is_branch = isinstance(value, (dict, list)) and bool(value)
    if not is_branch or len(indent) + used + len(line) < _WIDTH:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        heads = [json.dumps(key, ensure_ascii=False) + ": " for key in value]
        lines = [inner + head + _written(value[key], inner, len(head) + 1) for head, key in zip(heads, value)]
        return "{\n" + ",\n".join(lines) + "\n" + indent + "}"
    lines = [inner + _written(entry, inner, 1) for entry in value]
    return "[\n" + ",\n".join(lines) + "\n" + indent + "]"
