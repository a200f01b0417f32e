"""Recipes made from others: what a user changes of one, for a sheet or to be kept in the profile."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ..core.documents import read_document
from ..core.exceptions import AsmAtlasError, DocumentError
from ..core.wording import say
from .recipe import LANGUAGES, MAIN, SHEETS, Recipe, merged, read_recipe, recipe_ids
from .sheet_layers import NAMES_OF, SheetLayers
from .theme import DEFAULT_THEME
from .whole_file import whole_file

# Themes that draw the sites of an import by one of their fields; the first is the glyph of all of them.
SITE_THEMES = (DEFAULT_THEME, "minerals", "qualification", "armed_presence", "workers", "data_age")
# The blocks that explain the glyph; another theme is explained by its legend.
_GLYPH_BLOCKS = ("key", "qualification", "presence", "workers", "minerals")
_ROLE_OF_BLOCK = {"scorecard": "scores", "reasons": "scores", "history": "visits"}
ALL_NAMES, FEW_NAMES, NO_NAMES, OWN_NAMES = "all", "few", "none", "own"
_FEW = '"workers" >= 50'


@dataclass(frozen=True)
class Adaptation:
    """What a user changes of a recipe; '' is as the recipe has it.

    site_theme: one of SITE_THEMES. off: roles that are not drawn. names: which sites are named.
    """

    site_theme: str = ""
    off: tuple[str, ...] = ()
    names: str = ""
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    paper: str = ""


def recipes_folder() -> Path:
    """Where the recipes of the user lie, in the QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "asm_atlas" / "recipes"


def own_recipes() -> tuple[list[tuple[Path, Recipe]], list[str]]:
    """The user's recipes that can be read, by name of file, and a sentence for each that cannot."""
    read: list[tuple[Path, Recipe]] = []
    faults: list[str] = []
    for path in sorted(recipes_folder().glob("*.json")):
        try:
            read.append((path, read_recipe(path)))
        except AsmAtlasError as error:
            faults.append(str(error))
    return read, faults


def site_theme(recipe: Recipe) -> str:
    """The theme that a recipe draws the sites by; '' where it draws none or the theme is of another layer."""
    specs = [spec for spec in recipe.layers() if spec.role == "sites"]
    return specs[0].theme if specs and specs[0].theme in SITE_THEMES else ""


def site_names(recipe: Recipe) -> str:
    """Which sites a recipe names; OWN_NAMES where it has a rule of its own."""
    spec = next((spec for spec in recipe.layers() if spec.role == "sites"), None)
    if spec is None or not spec.labels:
        return NO_NAMES
    return {"": ALL_NAMES, _FEW: FEW_NAMES}.get(spec.label_filter, OWN_NAMES)


def frame_roles(recipe: Recipe) -> list[str]:
    """The roles whose layers the main map draws, from the top, each once."""
    return list(dict.fromkeys(NAMES_OF.get(spec.role, spec.role) for spec in recipe.layers()))


def used_roles(recipe: Recipe) -> list[str]:
    """The roles whose layers a sheet of the recipe can show, in maps, columns or tables, or is about."""
    used = {"sites", "provinces", recipe.ground["role"], *recipe.needs, *frame_roles(recipe)}
    kinds = {kind for kinds in recipe.blocks().values() for kind in kinds}
    used |= {role for kind, role in _ROLE_OF_BLOCK.items() if kind in kinds}
    used |= {table["layer"] for table in recipe.document.get("tables", [])}
    return [role for role in SheetLayers.__dataclass_fields__ if role in used]


def adapted_document(source: str | Path, recipe: Recipe, changed: Adaptation) -> dict[str, Any]:
    """A recipe document that says only what differs from the recipe of a file or of the plugin."""
    if isinstance(source, Path):
        document = read_document(source)
    else:
        document = {
            "schema": recipe.document["schema"],
            "id": recipe.id,
            "version": recipe.version,
            "extends": source,
            "label": dict(recipe.label),
            "provenance": recipe.document["provenance"],
        }
    difference: dict[str, Any] = {"frames": {MAIN: {"layers": _layers(recipe, changed)}}}
    if changed.site_theme and changed.site_theme != DEFAULT_THEME:
        difference["blocks"] = {
            group: _with_legend(kinds) if set(kinds) & set(_GLYPH_BLOCKS) else kinds
            for group, kinds in recipe.blocks().items()
        }
    if changed.texts:
        difference["texts"] = changed.texts
    if changed.paper in recipe.papers:
        papers = [changed.paper, *(paper for paper in recipe.papers if paper != changed.paper)]
        difference["page"] = {"papers": papers}
    return merged(document, difference)


def _layers(recipe: Recipe, changed: Adaptation) -> list[dict[str, Any]]:
    layers = []
    for entry in recipe.document["frames"][MAIN]["layers"]:
        role = entry["role"]
        if NAMES_OF.get(role, role) in changed.off:
            continue
        if role == "sites":
            entry = _sites(entry, changed)
        layers.append(entry)
    return layers


def _sites(entry: dict[str, Any], changed: Adaptation) -> dict[str, Any]:
    entry = dict(entry)
    if changed.site_theme:
        entry["theme"] = changed.site_theme
    if changed.names:
        entry.pop("label_filter", None)
        entry["labels"] = changed.names != NO_NAMES
    if changed.names == FEW_NAMES:
        entry["label_filter"] = _FEW
    return entry


def _with_legend(kinds: list[str]) -> list[str]:
    """Blocks with the legend of a theme in the place of those of the glyph."""
    place = min(kinds.index(kind) for kind in _GLYPH_BLOCKS if kind in kinds)
    others = [kind for kind in kinds if kind not in (*_GLYPH_BLOCKS, "legend")]
    return [*others[:place], "legend", *others[place:]]


def general_text(text: str, area: str) -> str:
    """A text of one sheet as a template for all: its area becomes {area}, braces stay what they are."""
    escaped = text.replace("{", "{{").replace("}", "}}")
    return escaped.replace(area, "{area}") if area else escaped


def save_recipe(document: dict[str, Any], title: str) -> Path:
    """Write a recipe into the user's folder under a name made of its title, and read it back.

    Raises DocumentError or SheetError with a sentence; then no file is left or changed.
    """
    name = re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")[:40]
    if not re.match("[a-z]", name):
        raise DocumentError(
            say("'{0}' holds no letters from a to z to name the file by; choose another name.", title)
        )
    if name in recipe_ids() or (SHEETS / f"{name}.json").exists():
        raise DocumentError(say("'{0}' is the name of a recipe of the plugin; choose another name.", name))
    folder = recipes_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    named = {**document, "id": name, "label": dict.fromkeys(LANGUAGES, title)}
    with whole_file(path) as part:
        write_document(named, part)
        read_recipe(part)
    return path


def write_document(document: dict[str, Any], path: Path) -> None:
    """Write a JSON document for people to read."""
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
