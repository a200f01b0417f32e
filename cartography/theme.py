"""Themes: what a map shows and how, read from resources/themes/ (see the README there)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..core.documents import expect, read_document
from ..core.exceptions import DocumentError
from ..core.wording import say
from .theme_check import check_theme

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
THEMES = RESOURCES / "themes"
DEFAULT_THEME = "mine_glyph"
_SAFE = "_safe"


@dataclass(frozen=True)
class Theme:
    """A theme document in one of its two colourings.

    id: with what it takes and `_safe`, such as scorecard_security_safe. argument: what it takes, such as a
    dimension; '' for the first one of the layer.
    """

    id: str
    version: str
    label: dict[str, str]
    document: dict[str, Any]
    is_safe: bool = False
    argument: str = ""

    def at(self, path: str) -> Any:
        """The value at a dotted path. A path that the theme lacks may begin with the id of another theme.

        Raises DocumentError naming the path when it is missing.
        """
        first, _, rest = path.partition(".")
        if first not in self.document and (THEMES / f"{first}.json").is_file():
            other = self.sibling(first)
            return other.at(rest) if rest else other.document
        return expect(self.document, path, object, self.id)

    def heading(self, language: str) -> str:
        """The words over its legend."""
        return self.document.get("heading", self.label)[language]

    def note(self, language: str) -> str:
        """What stands under its legend; may be empty."""
        return self.document.get("note", {}).get(language, "")

    def sibling(self, theme_id: str) -> Theme:
        """Another theme in the same colouring."""
        return read_theme(safe_twin(theme_id) if self.is_safe else theme_id)


def theme_ids() -> list[str]:
    """Ids of all shipped themes, without safe twins; the default first."""
    return list(_ids_in(THEMES))


@cache
def _ids_in(folder: Path) -> tuple[str, ...]:
    stems = (path.stem for path in folder.glob("*.json"))
    return tuple(sorted(stems, key=lambda name: (name != DEFAULT_THEME, name)))


def colourings() -> list[str]:
    """The default theme in IPIS's colours and its twin for all eyes: the choice for a whole atlas."""
    return [DEFAULT_THEME, safe_twin(DEFAULT_THEME)]


def safe_twin(theme_id: str) -> str:
    """Id of the theme in colours that are told apart in all kinds of colour vision."""
    return theme_id if theme_id.endswith(_SAFE) else theme_id + _SAFE


def read_theme(theme_id: str) -> Theme:
    """A shipped theme, checked. theme_id: of a file; then what it takes; then `_safe` for the safe twin.

    Raises DocumentError naming the file and the path in it.
    """
    is_safe = theme_id.endswith(_SAFE)
    stem, argument = _file_and_argument(theme_id[: -len(_SAFE)] if is_safe else theme_id)
    document = _checked(THEMES / f"{stem}.json", is_safe)
    return Theme(theme_id, document["version"], document["label"], document, is_safe, argument)


@cache
def _checked(path: Path, is_safe: bool) -> dict[str, Any]:
    """A document in one colouring. Shipped files do not change while QGIS runs, and a sheet asks often."""
    document = read_document(path)
    check_theme(document, path.name)
    return in_colouring(document, is_safe)


def _file_and_argument(theme_id: str) -> tuple[str, str]:
    """The longest file name that a theme's id begins with, and the rest of it."""
    stems = [stem for stem in theme_ids() if theme_id == stem or theme_id.startswith(f"{stem}_")]
    stem = max(stems, key=len, default="")
    argument = theme_id[len(stem) + 1 :]
    if not stem or (argument and "takes" not in _checked(THEMES / f"{stem}.json", False)):
        raise DocumentError(
            say("There is no theme '{0}'; choose one of {1}.", theme_id, ", ".join(theme_ids()))
        )
    return stem, argument


def in_colouring(value: Any, is_safe: bool) -> Any:
    """A document in one colouring: what stands under `safe` goes over its neighbours, or is left out."""
    if isinstance(value, list):
        return [in_colouring(entry, is_safe) for entry in value]
    if not isinstance(value, dict):
        return value
    plain = {key: in_colouring(entry, is_safe) for key, entry in value.items() if key != "safe"}
    return {**plain, **value.get("safe", {})} if is_safe else plain


@dataclass(frozen=True)
class Mineral:
    """A mineral as the map shows it."""

    code: str
    colour: str
    label: dict[str, str]
    letter: str = ""


def vocabulary_terms(name: str) -> list[dict[str, Any]]:
    """The terms of a shipped vocabulary in legend order."""
    return list(_terms_of(name))


@cache
def _terms_of(name: str) -> tuple[dict[str, Any], ...]:
    document = read_document(RESOURCES / "vocabularies" / f"{name}.json")
    terms = expect(document, "terms", list, f"{name}.json")
    return tuple(sorted(terms, key=lambda term: term.get("order", len(terms))))


def theme_minerals(theme: Theme) -> list[Mineral]:
    """The minerals of the vocabulary in legend order, with the theme's colours and the letters of the glyph."""
    of_theme, without_letter = theme.sibling("minerals"), theme.at("mine_glyph.without_letter")
    looks = {entry["id"]: entry for entry in of_theme.at("classes")}
    other = of_theme.at("rest")
    minerals = []
    for term in vocabulary_terms("minerals"):
        look = looks.get(term["code"], other)
        label = {"en": term["en"], "fr": term["fr"]}
        letter = "" if term["code"] in without_letter else look.get("letter", "")
        minerals.append(Mineral(term["code"], look["fill"], label, letter))
    return minerals


def other_mineral(theme: Theme) -> Mineral:
    """How sites are drawn whose mineral is not in the vocabulary."""
    rest = theme.at("minerals.rest")
    return Mineral("", rest["fill"], rest["label"], rest["letter"])


def actor_codes(kinds: list[str], conducts: list[str] | None = None) -> list[str]:
    """Codes of the actor classes of these kinds and, when given, kinds of conduct."""
    return [
        term["code"]
        for term in vocabulary_terms("actor_classes")
        if term["kind"] in kinds and (conducts is None or term["conduct"] in conducts)
    ]
