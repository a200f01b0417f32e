"""Prepared protected areas: tint by IUCN category, hatch for the second tier, dashes for circles."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
)

from .context_styles import fill_symbol, hatch, with_alpha
from .symbols import quoted
from .theme import Theme

_HATCH_ANGLE = 45.0


def prepared_area_renderer(theme: Theme, language: str, lines: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """A category per group of IUCN categories, one for areas without any, and a hatch for the second tier.

    The fields are iucn_cat, tier and approximate, as asm:prepareprotectedareas writes them. The last category
    has no areas: it tells in the legend what dashes are. lines is a factor on line widths.
    """
    groups, none = theme.at("areas.categories"), theme.at("areas.uncategorised")
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
    symbol.insertSymbolLayer(0, hatch(none["colour"], _HATCH_ANGLE, lines))
    categories.append(QgsRendererCategory("second", symbol, _WORDS[language]["second"]))
    symbol = fill_symbol(None, none["colour"], width, "dash")
    categories.append(QgsRendererCategory("approximate", symbol, _WORDS[language]["approximate"]))
    return QgsCategorizedSymbolRenderer(
        f"CASE WHEN \"tier\" = 2 THEN 'second' {cases} ELSE {len(groups)} END", categories
    )


def _dashed_if_approximate(symbol: QgsFillSymbol) -> QgsFillSymbol:
    dashed = QgsProperty.fromExpression("if(\"approximate\" = 'yes', 'dash', 'solid')")
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeStyle, dashed)
    return symbol


_WORDS = {
    "en": {
        "second": "hatched: second tier (proposed, status unknown, UNESCO-MAB)",
        "approximate": "dashed: circle of the reported area",
    },
    "fr": {
        "second": "hachures : second rang (proposé, statut inconnu, UNESCO-MAB)",
        "approximate": "tirets : cercle de la superficie déclarée",
    },
}
