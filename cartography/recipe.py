"""Sheet recipes: what stands where on the page, read from resources/sheets/ or a user's own file."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.document_part import Part
from ..core.documents import expect, read_document
from ..core.wording import say
from .theme import RESOURCES

SHEETS = RESOURCES / "sheets"
ORIENTATIONS = ("portrait", "landscape")
LANGUAGES = ("en", "fr")
PAPERS = ("A0", "A1", "A2", "A3", "A4")  # ISO 216; a recipe of its own may name others
MAIN = "main"
DEFAULT_RECIPE = "province"


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, mm from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrangement:
    """The boxes of one paper and orientation, in mm on that paper, and the columns by group of blocks."""

    page_width: float
    page_height: float
    boxes: dict[str, Box]
    columns: dict[str, list[Box]]
    factor: float  # furniture scale against the recipe's base paper


@dataclass(frozen=True)
class LayerSpec:
    """A layer of a frame: its role, the theme of its symbols, the features it keeps, whether it has names.

    label_filter: an expression; only the sites for which it holds get their name.
    """

    role: str
    theme: str = ""
    filter: str = ""
    labels: bool = True
    label_filter: str = ""


@dataclass(frozen=True)
class Recipe:
    """A recipe document, checked, with what it extends merged in."""

    id: str
    version: str
    label: dict[str, str]
    document: dict[str, Any]

    @property
    def papers(self) -> list[str]:
        """The papers it is made for, its own first."""
        return list(self.document["page"]["papers"])

    @property
    def languages(self) -> list[str]:
        return list(self.document["languages"])

    @property
    def needs(self) -> list[str]:
        """Roles of the layers without which there is no sheet."""
        return list(self.document["needs"])

    @property
    def ground(self) -> dict[str, Any]:
        """What the sheet is about: role of its areas, must_name, around_km."""
        return self.document["ground"]

    @property
    def main(self) -> dict[str, Any]:
        """The main frame: kind, margin, scale_steps, graticule, layers."""
        return self.document["frames"][MAIN]

    @property
    def least_pt(self) -> float:
        return self.document["page"]["min_text_pt"]

    def layers(self, frame: str = MAIN) -> list[LayerSpec]:
        """The layers of a frame, the uppermost first."""
        return [LayerSpec(**entry) for entry in self.document["frames"][frame].get("layers", [])]

    def blocks(self) -> dict[str, list[str]]:
        """Kinds of the blocks, in order, by group of columns."""
        return self.document["blocks"]

    def tables(self) -> list[dict[str, Any]]:
        """Tables with a box of their own: layer, columns, rows, words."""
        return self.document.get("tables", [])

    def name_fields(self, role: str) -> list[str]:
        """Usual fields of names of a role, lower case, the best first."""
        return self.document["fields"]["names"].get(role, [])

    def title_type_fields(self) -> list[str]:
        """Usual fields of the types of titles, lower case, the best first."""
        return self.document["fields"]["title_types"]

    def type_pt(self, paper: str) -> dict[str, float]:
        """Type sizes in points by role."""
        return self.document["page"]["type_pt"][paper]

    def symbol_scale(self, paper: str) -> float:
        return self.document["page"]["symbol_scale"][paper]

    def line_scale(self, paper: str) -> float:
        return self.document["page"]["line_scale"][paper]

    def factor(self, paper: str) -> float:
        """Furniture scale against the base paper (all papers are of the ISO A series)."""
        papers = self.document["page"]["papers_mm"]
        return papers[paper][0] / papers[self.document["page"]["base_paper"]][0]

    def orientations(self, paper: str) -> list[str]:
        """The orientations that a paper is arranged for."""
        return [
            orientation
            for orientation in ORIENTATIONS
            if any(orientation in group for group in self._groups(paper))
        ]

    def arrangement(self, paper: str, orientation: str, visits: int = 0) -> Arrangement:
        """The boxes scaled from the base paper; visits: of the site that the sheet is about."""
        short, long = self.document["page"]["papers_mm"][paper]
        factor = self.factor(paper)
        arranged = next(
            group[orientation]
            for group in self._groups(paper)
            if orientation in group and visits <= group.get("most_visits", visits)
        )
        width, height = (short, long) if orientation == "portrait" else (long, short)

        def scaled(box: list[float]) -> Box:
            return Box(*(value * factor for value in box))

        return Arrangement(
            width,
            height,
            {name: scaled(box) for name, box in arranged["boxes"].items()},
            {group: [scaled(box) for box in boxes] for group, boxes in arranged["columns"].items()},
            factor,
        )

    def orientation_for(self, paper: str, width: float, height: float) -> str:
        """The orientation whose main map is nearest in shape to an area of this width and height."""

        def misfit(orientation: str) -> float:
            main = self.arrangement(paper, orientation).boxes[MAIN]
            return abs(math.log((main.width / main.height) / (width / height)))

        return min(self.orientations(paper), key=misfit)

    def texts(self, language: str) -> dict[str, str]:
        """The words of the sheet as format templates: those of all sheets and its own."""
        own = self.document.get("texts", {})
        return {**sheet_texts(language), **{key: words[language] for key, words in own.items()}}

    def _groups(self, paper: str) -> list[dict[str, Any]]:
        return [group for group in self.document["page"]["arrangements"] if paper in group["papers"]]


def recipe_ids() -> list[str]:
    """Ids of the shipped recipes, the province sheet first; files with a leading underscore are only extended."""
    found = (path.stem for path in SHEETS.glob("*.json") if path.stem != "texts" and path.stem[0] != "_")
    return sorted(found, key=lambda recipe_id: (recipe_id != DEFAULT_RECIPE, recipe_id))


def read_recipe(recipe: str | Path) -> Recipe:
    """A shipped recipe by id, or a user's own by path, checked as a whole.

    Raises DocumentError naming the file, the path in it and what was expected there.
    """
    from .recipe_check import check_recipe  # it asks the tables of blocks and frames, which read recipes

    path = recipe if isinstance(recipe, Path) else SHEETS / f"{recipe}.json"
    document = _with_parents(path, ())
    check_recipe(Part(document, "", path.name))
    return Recipe(document["id"], document["version"], document["label"], document)


def _with_parents(path: Path, below: tuple[str, ...]) -> dict[str, Any]:
    document = read_document(path)
    if "extends" not in document:
        return document
    parent = Part(document, "", path.name).at("extends")
    known = sorted(file.stem for file in SHEETS.glob("*.json") if file.stem != "texts")
    name = parent.word(known)
    if name in below:
        parent.fail(say("goes round in a circle: {0}; extend another recipe", " -> ".join((*below, name))))
    return merged(_with_parents(SHEETS / f"{name}.json", (*below, name)), document)


def merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """A document with what another says put over it: objects key by key, all else as a whole; null removes."""
    result = dict(below)
    for key, value in above.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result


def sheet_texts(language: str) -> dict[str, str]:
    """The words of a sheet in English ("en") or French ("fr"), as format templates."""
    return expect(read_document(SHEETS / "texts.json"), language, dict, "texts.json")
