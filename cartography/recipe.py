"""Sheet recipes: what stands where on the page, read from resources/sheets/."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ..core.documents import expect, read_document
from ..core.exceptions import DocumentError
from .theme import RESOURCES

SHEETS = RESOURCES / "sheets"
ORIENTATIONS = ("portrait", "landscape")
LANGUAGES = ("en", "fr")
DEFAULT_RECIPE = "province"
_BOXES = ("title", "subtitle", "logo", "main", "locator", "scale", "notes")
_TYPES = ("title", "subtitle", "heading", "text", "small", "province", "territory", "town", "site", "grid")


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, mm from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrangement:
    """The boxes of one paper and orientation, in mm on that paper."""

    page_width: float
    page_height: float
    boxes: dict[str, Box]
    columns: list[Box]
    factor: float  # furniture scale against the recipe's base paper


@dataclass(frozen=True)
class Recipe:
    """A recipe document, checked."""

    id: str
    version: str
    label: dict[str, str]
    document: dict[str, Any]

    @property
    def papers(self) -> list[str]:
        return list(self.document["papers_mm"])

    def type_pt(self, paper: str) -> dict[str, float]:
        """Type sizes in points by role."""
        return self.document["type_pt"][paper]

    def arrangement(self, paper: str, orientation: str) -> Arrangement:
        """The boxes scaled from the base paper (all papers are of the ISO A series)."""
        short, long = self.document["papers_mm"][paper]
        base_short, _ = self.document["papers_mm"][self.document["base_paper"]]
        factor = short / base_short
        boxes = next(group for group in self.document["arrangements"] if paper in group["papers"])[
            orientation
        ]
        width, height = (short, long) if orientation == "portrait" else (long, short)
        return Arrangement(
            width,
            height,
            {name: Box(*(value * factor for value in boxes[name])) for name in _box_names(self.document)},
            [Box(*(value * factor for value in column)) for column in boxes["columns"]],
            factor,
        )

    def orientation_for(self, paper: str, width: float, height: float) -> str:
        """The orientation whose main map is nearest in shape to an area of this width and height."""

        def misfit(orientation: str) -> float:
            main = self.arrangement(paper, orientation).boxes["main"]
            return abs(math.log((main.width / main.height) / (width / height)))

        return min(ORIENTATIONS, key=misfit)


def recipe_ids() -> list[str]:
    """Ids of the shipped recipes, the default first."""
    found = (path.stem for path in SHEETS.glob("*.json") if path.stem != "texts")
    return sorted(found, key=lambda recipe_id: (recipe_id != DEFAULT_RECIPE, recipe_id))


def read_recipe(recipe_id: str) -> Recipe:
    """A shipped recipe, checked; DocumentError names the file and the path in it."""
    path = SHEETS / f"{recipe_id}.json"
    document = read_document(path)
    for where in ("id", "version", "label.en", "label.fr", "provenance", "base_paper"):
        expect(document, where, str, path.name)
    for paper in expect(document, "papers_mm", dict, path.name):
        for size in ("0", "1"):
            expect(document, f"papers_mm.{paper}.{size}", (int, float), path.name)
        for role in _TYPES:
            expect(document, f"type_pt.{paper}.{role}", (int, float), path.name)
        for scale in ("symbol_scale", "line_scale"):
            expect(document, f"{scale}.{paper}", (int, float), path.name)
    for number in range(len(expect(document, "tables", list, path.name))):
        _check_table(document, f"tables.{number}", path.name)
    arranged: list[str] = []
    for number in range(len(expect(document, "arrangements", list, path.name))):
        where = f"arrangements.{number}"
        arranged.extend(expect(document, f"{where}.papers", list, path.name))
        for orientation in ORIENTATIONS:
            for name in _box_names(document):
                _check_box(document, f"{where}.{orientation}.{name}", path.name)
            for place in range(len(expect(document, f"{where}.{orientation}.columns", list, path.name))):
                _check_box(document, f"{where}.{orientation}.columns.{place}", path.name)
    missing = set(document["papers_mm"]) - set(arranged)
    if missing:
        raise DocumentError(f"{path.name}: 'arrangements' has nothing for {', '.join(sorted(missing))}.")
    for where in ("sections", "scales", "graticule_minutes", "graticule_lines"):
        expect(document, where, list, path.name)
    expect(document, "ground.round_km", (int, float), path.name)
    expect(document, f"name_fields.{expect(document, 'ground.layer', str, path.name)}", list, path.name)
    for where in ("sites", "title.area", "title.all"):
        expect(document, where, str, path.name)
    return Recipe(document["id"], document["version"], document["label"], document)


def _box_names(document: dict[str, Any]) -> list[str]:
    """The boxes that every arrangement has, and those of the recipe's tables."""
    return [*_BOXES, *(table["box"] for table in document["tables"])]


def _check_table(document: dict[str, Any], where: str, name: str) -> None:
    for key in ("box", "layer", "heading", "heading_area", "none", "areas"):
        expect(document, f"{where}.{key}", str, name)
    expect(document, f"{where}.rows", int, name)
    for number in range(len(expect(document, f"{where}.columns", list, name))):
        for key in ("field", "label", "as"):
            expect(document, f"{where}.columns.{number}.{key}", str, name)
        expect(document, f"{where}.columns.{number}.width", (int, float), name)


def _check_box(document: dict[str, Any], where: str, name: str) -> None:
    box = expect(document, where, list, name)
    if len(box) != 4 or not all(isinstance(v, (int, float)) for v in box) or min(box[2:]) <= 0:
        raise DocumentError(f"{name}: '{where}' must be four numbers: x, y, width, height in mm.")


def sheet_texts(language: str) -> dict[str, str]:
    """The words of a sheet in English ("en") or French ("fr"), as format templates."""
    return expect(read_document(SHEETS / "texts.json"), language, dict, "texts.json")
