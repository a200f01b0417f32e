"""Themes: the colours, shapes and sizes of a map, read from resources/themes/."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.documents import expect, read_document
from ..core.exceptions import DocumentError

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
THEMES = RESOURCES / "themes"
DEFAULT_THEME = "mine_glyph"


@dataclass(frozen=True)
class Theme:
    """A theme document with its parents merged in; `document` follows mine_glyph.json."""

    id: str
    version: str
    label: dict[str, str]
    document: dict[str, Any]

    def at(self, path: str) -> Any:
        """The value at a dotted path; DocumentError names the path when it is missing."""
        return expect(self.document, path, object, self.id)


def theme_ids() -> list[str]:
    """Ids of the shipped themes, the default first."""
    return sorted(
        (path.stem for path in THEMES.glob("*.json")), key=lambda name: (name != DEFAULT_THEME, name)
    )


def read_theme(theme_id: str) -> Theme:
    """A shipped theme, checked: every part that the symbols read is there.

    Raises DocumentError naming the file and the path in it.
    """
    path = THEMES / f"{theme_id}.json"
    document = read_document(path)
    if "extends" in document:
        parent = read_theme(expect(document, "extends", str, path.name))
        document = _merged(parent.document, document)
    for where, kind in _NEEDED.items():
        expect(document, where, kind, path.name)
    if not all(
        low < high for (low, _), (high, _) in zip(document["size"]["breaks"], document["size"]["breaks"][1:])
    ):
        raise DocumentError(f"{path.name}: 'size.breaks' must rise.")
    return Theme(document["id"], document["version"], document["label"], document)


_NEEDED: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "version": str,
    "label.en": str,
    "label.fr": str,
    "provenance": str,
    "fill.colours": dict,
    "fill.other": str,
    "fill.unknown": str,
    "ring.statuses": list,
    "presence.classes": list,
    "size.breaks": list,
    "levels": list,
    "shares": list,
    "pairs": list,
    "areas.colour": str,
    "titles.types": list,
    "titles.other.colour": str,
    "base": dict,
}


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


@dataclass(frozen=True)
class Mineral:
    """A mineral as the map shows it."""

    code: str
    colour: str
    label: dict[str, str]


def vocabulary_terms(name: str) -> list[dict[str, Any]]:
    """The terms of a shipped vocabulary in legend order."""
    document = read_document(RESOURCES / "vocabularies" / f"{name}.json")
    terms = expect(document, "terms", list, f"{name}.json")
    return sorted(terms, key=lambda term: term.get("order", len(terms)))


def theme_minerals(theme: Theme) -> list[Mineral]:
    """The minerals of the vocabulary in legend order, with the theme's colours."""
    own = theme.at("fill.colours")
    minerals = []
    for term in vocabulary_terms("minerals"):
        colour = own.get(term["code"]) or term.get("colour") or theme.at("fill.other")
        if term["code"] == "unknown":
            colour = theme.at("fill.unknown")
        minerals.append(Mineral(term["code"], colour, {"en": term["en"], "fr": term["fr"]}))
    return minerals


def actor_codes(kinds: list[str], conducts: list[str] | None = None) -> list[str]:
    """Codes of the actor classes of these kinds and, when given, kinds of conduct."""
    return [
        term["code"]
        for term in vocabulary_terms("actor_classes")
        if term["kind"] in kinds and (conducts is None or term["conduct"] in conducts)
    ]
