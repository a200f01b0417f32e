"""Prepared protected areas: tint by IUCN category, hatch for the second tier, dashes for circles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from .context_styles import area_renderer, fill_symbol, hatch, with_alpha
from .symbols import quoted
from .theme import Theme
from .theme_legend import LegendEntry, ThemedLayer


def themed_areas(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Protected areas: by IUCN category where the layer tells them (asm:prepareprotectedareas), else one tint."""
    if not {"iucn_cat", "tier", "approximate"} <= set(layer.fields().names()):
        renderer = area_renderer(theme, scale)
        entries = [LegendEntry(theme.heading(language), renderer.symbol().clone())]
        return ThemedLayer(renderer, theme.heading(language), entries, theme.note(language))
    renderer = prepared_area_renderer(theme, language, scale)
    by = renderer.classAttribute()
    entries = [
        LegendEntry(category.label(), category.symbol().clone(), f"({by}) = {quoted(category.value())}")
        for category in renderer.categories()
    ]
    entries[-1] = replace(entries[-1], shows="\"approximate\" = 'yes'")
    return ThemedLayer(renderer, theme.heading(language), entries, theme.note(language))


def prepared_area_renderer(theme: Theme, language: str, lines: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """A category per group of IUCN categories, one for areas without any, and a hatch for the second tier.

    The fields are iucn_cat, tier and approximate, as asm:prepareprotectedareas writes them. The last category
    has no areas: it tells in the legend what dashes are. lines is a factor on line widths.
    """
    groups, none = theme.at("areas.categories"), theme.at("areas.uncategorised")
    second, approximate = theme.at("areas.second_tier"), theme.at("areas.approximate")
    width = theme.at("areas.outline.width_mm") * lines
    cases = " ".join(
        f'WHEN "iucn_cat" IN ({", ".join(quoted(value) for value in group["values"])}) THEN {number}'
        for number, group in enumerate(groups)
    )
    categories = []
    for number, group in enumerate([*groups, none]):
        tint = with_alpha(group["colour"], theme.at("areas.alpha"))
        symbol = _dashed_if_approximate(fill_symbol(tint, group["colour"], width))
        categories.append(QgsRendererCategory(number, symbol, group["label"][language]))
    symbol = _dashed_if_approximate(fill_symbol(None, none["colour"], width))
    symbol.insertSymbolLayer(0, hatch(none["colour"], second["hatch"], lines))
    categories.append(QgsRendererCategory("second", symbol, second["label"][language]))
    symbol = fill_symbol(None, none["colour"], width, approximate["dash"])
    categories.append(QgsRendererCategory("approximate", symbol, approximate["label"][language]))
    return QgsCategorizedSymbolRenderer(
        f"CASE WHEN \"tier\" = 2 THEN 'second' {cases} ELSE {len(groups)} END", categories
    )


def _dashed_if_approximate(symbol: QgsFillSymbol) -> QgsFillSymbol:
    dashed = QgsProperty.fromExpression("if(\"approximate\" = 'yes', 'dash', 'solid')")
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeStyle, dashed)
    return symbol
