"""What a layer of scores means: its levels, dimensions and scheme, in words and colours.

asm:scorecard writes it into the layer's metadata, so that scores of any scheme can be drawn without it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsVectorLayer

from ..core.documents import read_document
from ..core.score_tables import has_overall, score_dimensions, trend_dimensions
from .layer_metadata import keyword_text, stated_metadata
from .recipe import sheet_texts
from .theme import RESOURCES, Theme

SCHEME_KEYWORD = "asm_atlas:scheme"
OVERALL = "overall"


@dataclass(frozen=True)
class LevelLook:
    """A level as maps show it: its number (0 no data), words and colour."""

    number: int
    label: str
    colour: str


@dataclass(frozen=True)
class ScoreLegend:
    """levels: from 0, no data, to the best. dimensions: id -> words, those that score, in order; the overall
    level last. scheme: its name, version and hash; disclaimer: its own words. Both may be empty.
    """

    levels: tuple[LevelLook, ...]
    dimensions: Mapping[str, str]
    scheme: str
    disclaimer: str


def score_legend(layer: QgsVectorLayer, theme: Theme, language: str) -> ScoreLegend:
    """The legend of a layer of scores or of their trends, from its metadata; else from the shipped scheme that its rows name.

    Without either, levels have the words of the sheet and dimensions those of their columns.
    """
    stated = stated_scheme(layer)
    texts = sheet_texts(language)
    columns = layer.fields().names()
    of_scheme = {entry["id"]: entry for entry in stated.get("dimensions", [])}
    dimensions = {}
    for name in score_dimensions(columns) or trend_dimensions(columns):
        entry = of_scheme.get(name, {})
        if entry.get("role", "score") == "score":
            words = texts.get(f"dim_{name}", name.replace("_", " "))
            dimensions[name] = entry.get("label", {}).get(language, words)
    if has_overall(columns):
        dimensions[OVERALL] = stated.get(OVERALL, {}).get("label", {}).get(language, OVERALL)
    name = " ".join(str(stated[key]) for key in ("id", "version") if key in stated)
    return ScoreLegend(
        levels=_levels(stated, theme, language, texts),
        dimensions=dimensions,
        scheme=", ".join(filter(None, (name, stated.get("hash", "")))),
        disclaimer=stated.get("disclaimer", {}).get(language, ""),
    )


def stated_scheme(layer: QgsVectorLayer) -> dict[str, Any]:
    """The scheme in a layer's metadata, else the shipped one that its rows name; empty when neither is there."""
    return _in_metadata(layer) or _shipped(layer)


def dimension_words(layer: QgsVectorLayer, dimension: str, language: str) -> str:
    """The name of a dimension by the layer's scheme, else by the sheet's texts, else its id."""
    stated = stated_scheme(layer)
    of_scheme = {entry["id"]: entry for entry in stated.get("dimensions", [])}
    entry = stated.get(OVERALL, {}) if dimension == OVERALL else of_scheme.get(dimension, {})
    words = sheet_texts(language).get(f"dim_{dimension}", dimension.replace("_", " "))
    return (entry or {}).get("label", {}).get(language, words)


def _levels(
    stated: Mapping[str, Any], theme: Theme, language: str, texts: Mapping[str, str]
) -> tuple[LevelLook, ...]:
    of_theme = [theme.at("scorecard.no_data.fill"), *theme.at("scorecard.colours")]
    no_data = stated.get("no_data", {}).get(language, texts["level_0"])
    looks = [LevelLook(0, no_data, of_theme[0])]
    colour = "safe_colour" if theme.is_safe else "colour"
    for number, level in enumerate(stated.get("levels", ()), start=1):
        looks.append(LevelLook(number, level["label"][language], level[colour]))
    if len(looks) == 1:
        looks += [LevelLook(n, texts[f"level_{n}"], of_theme[n]) for n in range(1, len(of_theme))]
    return tuple(looks)


def _in_metadata(layer: QgsVectorLayer) -> dict[str, Any]:
    words = keyword_text(stated_metadata(layer), SCHEME_KEYWORD)
    try:
        found = json.loads(words) if words else {}
    except json.JSONDecodeError:
        found = {}  # edited by hand: the rows still name their scheme
    return found if isinstance(found, dict) else {}


def _shipped(layer: QgsVectorLayer) -> dict[str, Any]:
    names = layer.fields().names()
    if "scheme" not in names:
        return {}
    row = next(layer.getFeatures(), None)
    for path in sorted((RESOURCES / "schemes").glob("*.json")):
        document = read_document(path)
        if row is not None and document.get("id") == row["scheme"]:
            of_rows = {"version": "scheme_version", "hash": "scheme_hash"}
            return {**document, **{key: row[name] for key, name in of_rows.items() if name in names}}
    return {}
