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
from .symbols import PEN_STYLES, quoted
from .theme import Theme

_HATCH_ANGLE = 45.0


def prepared_area_renderer(theme: Theme, language: str, lines: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """A category per group of IUCN categories, one for areas without any, and two that explain the signs.

    The fields are iucn_cat, tier and approximate, as asm:prepareprotectedareas writes them; an area of the
    second tier has a hatch instead of a tint. lines is a factor on line widths.
    """
    groups = theme.at("areas.categories")
    cases = " ".join(
        f'WHEN "iucn_cat" IN ({", ".join(quoted(value) for value in group["values"])}) THEN {number}'
        for number, group in enumerate(groups)
    )
    none = theme.at("areas.uncategorised")
    categories = [
        QgsRendererCategory(number, _symbol(theme, group["colour"], lines), group["label"][language])
        for number, group in enumerate([*groups, none])
    ]
    for number, key in enumerate(("second", "approximate"), len(categories)):
        symbol = fill_symbol(None, none["colour"], theme.at("areas.outline_mm") * lines)
        if key == "second":
            symbol.insertSymbolLayer(0, hatch(none["colour"], _HATCH_ANGLE, lines))
        else:
            symbol.symbolLayer(0).setStrokeStyle(PEN_STYLES["dash"])
        categories.append(QgsRendererCategory(number, symbol, _WORDS[language][key]))
    return QgsCategorizedSymbolRenderer(f"CASE {cases} ELSE {len(groups)} END", categories)


def _symbol(theme: Theme, colour: str, lines: float) -> QgsFillSymbol:
    keys = QgsSymbolLayer.Property
    symbol = fill_symbol(
        with_alpha(colour, theme.at("areas.alpha")), colour, theme.at("areas.outline_mm") * lines
    )
    tint, pattern = symbol.symbolLayer(0), hatch(colour, _HATCH_ANGLE, lines)
    dashed = "if(\"approximate\" = 'yes', 'dash', 'solid')"
    tint.setDataDefinedProperty(keys.PropertyStrokeStyle, QgsProperty.fromExpression(dashed))
    plain = "if(\"tier\" = 2, 'no', 'solid')"
    tint.setDataDefinedProperty(keys.PropertyFillStyle, QgsProperty.fromExpression(plain))
    is_second = QgsProperty.fromExpression('coalesce("tier" = 2, false)')
    pattern.setDataDefinedProperty(keys.PropertyLayerEnabled, is_second)
    symbol.insertSymbolLayer(0, pattern)
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
