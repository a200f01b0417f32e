"""The sheets of a series: every area by recipe, paper and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..core.exceptions import SheetError
from ..core.wording import say
from .recipe import Recipe
from .sheet_layers import SheetLayers, area_names, find_field, folded, role_words
from .sheet_request import AUTO, SheetRequest

_ABOUT_SITES = "sites"


@dataclass(frozen=True)
class SeriesSheet:
    """A sheet to be made. map_key: the same in all languages, which share a map number."""

    key: str
    map_key: str
    recipe: Recipe
    layers: SheetLayers
    request: SheetRequest

    @property
    def area(self) -> str:
        return self.request.area or self.request.pcode


def series_sheets(
    layers: SheetLayers,
    coverage: object | None,
    recipes: Sequence[Recipe],
    papers: Sequence[str],
    languages: Sequence[str],
    names: Sequence[str],
    looks: SheetRequest,
) -> list[SeriesSheet]:
    """All sheets, in the order of recipes, areas, papers and languages.

    coverage: a layer whose areas take the place of those that the recipes are about. names: of areas, or pcodes
    for a recipe about one site; empty for all areas. looks: what all requests share. Raises SheetError when a
    layer lacks, a name is in none of the layers, or a recipe has no such paper or language.
    """
    sheets: list[SeriesSheet] = []
    found: set[str] = set()
    known: list[str] = []
    for recipe in recipes:
        own = _covered(layers, coverage, recipe)
        every = _areas(own, recipe, names, looks.name_field)
        chosen = [name for name in every if not names or folded(name) in {folded(each) for each in names}]
        found |= {folded(name) for name in chosen}
        known += every
        for area in chosen:
            for paper in _papers(recipe, papers):
                for language in languages:
                    sheets.append(_sheet(own, recipe, area, paper, language, looks))
        _check_languages(recipe, languages)
    missing = [name for name in names if folded(name) not in found]
    if missing:
        some = ", ".join(known[:40]) + (" ..." if len(known) > 40 else "")
        raise SheetError(say("No area is called '{0}'; choose from: {1}.", missing[0], some))
    if not sheets:
        raise SheetError(
            say("The layer of the series has no area with a name; choose another layer or its field.")
        )
    return sheets


def _sheet(
    layers: SheetLayers, recipe: Recipe, area: str, paper: str, language: str, looks: SheetRequest
) -> SeriesSheet:
    is_site = recipe.ground["role"] == _ABOUT_SITES
    request = replace(
        looks,
        area="" if is_site else area,
        pcode=area if is_site else "",
        recipe=recipe.id,
        paper=paper,
        language=language,
    )
    map_key = "/".join(part.replace("/", "|") for part in (recipe.id, area, paper, looks.theme))
    return SeriesSheet(f"{map_key}/{language}", map_key, recipe, layers, request)


def _covered(layers: SheetLayers, coverage: object | None, recipe: Recipe) -> SheetLayers:
    about = recipe.ground["role"]
    if coverage is None or about == _ABOUT_SITES:
        return layers
    return replace(layers, **{about: coverage})


def _areas(layers: SheetLayers, recipe: Recipe, names: Sequence[str], name_field: str) -> list[str]:
    """Names of the areas that a recipe can be about, each once whatever its spelling."""
    about = recipe.ground["role"]
    if about == _ABOUT_SITES:
        if not names:
            raise SheetError(
                say("The recipe '{0}' is about one site; name the sites by their pcodes.", recipe.id)
            )
        return area_names(layers.sites, find_field(layers.sites, ["pcode"], "pcode"))
    layer = getattr(layers, about)
    if layer is None:
        raise SheetError(
            say("The recipe '{0}' needs a layer of {1}; choose one.", recipe.id, role_words(about))
        )
    field = find_field(layer, recipe.name_fields(about), name_field)
    if not field:
        raise SheetError(say("The layer '{0}' has no field of names; choose it yourself.", layer.name()))
    return list({folded(name): name for name in reversed(area_names(layer, field))}.values())[::-1]


def _papers(recipe: Recipe, papers: Sequence[str]) -> list[str]:
    """The papers asked for that a recipe is made for; auto is its own."""
    wanted = [recipe.papers[0] if paper == AUTO else paper for paper in papers]
    offered = [paper for paper in dict.fromkeys(wanted) if paper in recipe.papers]
    if not offered:
        raise SheetError(
            say(
                "The recipe '{0}' is not made for {1}; choose from {2}.",
                recipe.id,
                ", ".join(papers),
                ", ".join(recipe.papers),
            )
        )
    return offered


def _check_languages(recipe: Recipe, languages: Sequence[str]) -> None:
    for language in languages:
        if language not in recipe.languages:
            raise SheetError(
                say(
                    "The recipe '{0}' has no language '{1}'; choose from {2}.",
                    recipe.id,
                    language,
                    ", ".join(recipe.languages),
                )
            )
