"""Scores on a map: level by colour, shape and size, and how sure it is by the inside of the sign.

A firm level is a full sign. A probable one has a white core, so that its colour is a ring; an open one is
white inside with a question mark. Both are told from a full sign in any colour and in black and white.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from .class_style import sign
from .score_legend import score_legend
from .score_words import put_into_words
from .symbols import letter_marker, plain_marker, quoted
from .theme import Theme
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

_LETTER = 0.75  # of the sign


def themed_levels(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Levels of the dimension that the theme takes, from the best, in the words and colours of the layer's scheme."""
    legend, dimension = score_legend(layer, theme, language), theme.argument
    field, robust = f'"{dimension}_level"', f'"{dimension}_robust"'
    entries = []
    for level in reversed(legend.levels):
        look = level_look(theme, level.number, len(legend.levels) - 1, level.colour)
        symbol = sign(theme, look, language, scale)
        if level.number > 0:
            _show_certainty(symbol, theme, look, robust, scale)
        entries.append(LegendEntry(level.label, symbol, f"{field} = {level.number}"))
    nowhere = theme.at("not_applicable")
    symbol = sign(theme, nowhere, language, scale)
    entries.append(LegendEntry(nowhere["label"][language], symbol, f"{field} IS NULL"))
    values = [*(level.number for level in reversed(legend.levels)), None]
    categories = [
        QgsRendererCategory(value, entry.symbol.clone(), entry.label) for value, entry in zip(values, entries)
    ]
    renderer = QgsCategorizedSymbolRenderer(f"{dimension}_level", categories)
    # What has no level lies at the bottom, the worst level on top: no good sign hides a bad one.
    from_below = f"if(coalesce({field}, 0) = 0, -99, -{field})"
    clause = QgsFeatureRequest.OrderByClause(from_below, True, True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    return ThemedLayer(
        renderer,
        theme.heading(language),
        entries,
        theme.note(language),
        [_certainty(theme, language, scale, robust)],
    )


def _certainty(theme: Theme, language: str, scale: float, robust: str) -> LegendGroup:
    """The samples of a full sign, a white core and a question mark."""
    certainty = theme.at("certainty")
    entries = [
        LegendEntry(
            part["label"][language],
            sign(theme, {**certainty["sample"], **part}, language, scale),
            f"{robust} = {quoted(part['id'])}",
        )
        for part in certainty["classes"]
    ]
    return LegendGroup(certainty["heading"][language], entries)


def style_scores(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """Levels of one dimension; not firm ones are white inside. The legend says so, and whose weights these are.

    dimension: its id; '' for the scheme's first one.
    """
    legend = score_legend(layer, theme, language)
    dimension = dimension or next(iter(legend.dimensions), "")
    scorecard = replace(theme.sibling("scorecard"), argument=dimension)
    themed = themed_levels(scorecard, layer, language, 1.0, date.today())
    # No site has these values: they are there for the legend.
    for part, entry in zip(scorecard.at("certainty.classes"), themed.groups[0].entries):
        if part["core"]:
            themed.renderer.addCategory(QgsRendererCategory(part["id"], entry.symbol.clone(), entry.label))
    if legend.disclaimer:
        themed.renderer.addCategory(disclaimer_category(theme, legend.disclaimer))
    layer.setRenderer(themed.renderer)
    put_into_words(layer, theme, language, dimension)


def disclaimer_category(theme: Theme, disclaimer: str) -> QgsRendererCategory:
    """A line of the legend that says whose weights these are, without a sign."""
    nothing = plain_marker(theme, size_mm=0, fill="", stroke_mm=0)
    return QgsRendererCategory("disclaimer", nothing, disclaimer)


def lay_core(symbol: QgsMarkerSymbol, theme: Theme, shape: str, size: str) -> None:
    """Lay a white core over a sign. size: an expression for its mm; where it fails there is none."""
    blank = plain_marker(theme, size_mm=0, shape=shape, stroke_mm=0)
    core = blank.symbolLayer(0).clone()
    core.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(size))
    symbol.appendSymbolLayer(core)


def _show_certainty(
    symbol: QgsMarkerSymbol, theme: Theme, look: Mapping[str, Any], robust: str, scale: float
) -> None:
    """Lay a white core over a sign, and a question mark, where the expression `robust` says so.

    Both have size 0, or a blank, unless the expression holds: a swatch of the legend has no site.
    """
    size, parts = look["size_mm"] * scale, theme.at("certainty.classes")
    cases = " ".join(
        f"WHEN {robust} = {quoted(part['id'])} THEN {part['core'] * size:.2f}"
        for part in parts
        if part["core"]
    )
    lay_core(symbol, theme, look["shape"], f"CASE {cases} ELSE 0 END")
    letter = letter_marker(" ", "#111111", _LETTER * size)  # kept: a layer goes with its symbol
    mark = letter.symbolLayer(0).clone()
    letters = " ".join(
        f"WHEN {robust} = {quoted(part['id'])} THEN {quoted(part['letter'])}"
        for part in parts
        if "letter" in part
    )
    asks = QgsProperty.fromExpression(f"CASE {letters} ELSE ' ' END")
    mark.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyCharacter, asks)
    symbol.appendSymbolLayer(mark)


def level_look(theme: Theme, level: int, n_levels: int, colour: str) -> dict[str, Any]:
    """Shape, size and fill of a level: the worst is a triangle, the best of up to four a square."""
    if level == 0:
        return {**theme.at("no_data"), "fill": colour}
    shapes = theme.at("shapes")
    place = level - 1
    if level == n_levels:
        place = max(place, theme.at("best_of_few"))
    shape, size = shapes[place]
    return {"shape": shape, "size_mm": size, "fill": colour}
