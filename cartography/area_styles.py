"""Protected areas: tint and outline by IUCN category, hatch for the second tier, dashes for circles."""

from __future__ import annotations

from collections.abc import Container

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsProperty,
    QgsRectangle,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol, hatch, with_alpha
from .sheet_layers import values_in_view
from .symbols import quoted
from .theme import Theme

_HATCH_ANGLE = 45.0
_SECOND, _CIRCLE = "second", "approximate"
_WORDS = {
    "en": {
        _SECOND: "hatched: second tier (proposed, status unknown, UNESCO-MAB)",
        _CIRCLE: "dashed: circle of the reported area",
    },
    "fr": {
        _SECOND: "hachures : second rang (proposé, statut inconnu, UNESCO-MAB)",
        _CIRCLE: "tirets : cercle de la superficie déclarée",
    },
}


def tells_categories(layer: QgsVectorLayer) -> bool:
    """Whether the layer has the fields iucn_cat, tier and approximate, as prepared areas and the overlap's have."""
    return all(layer.fields().lookupField(name) >= 0 for name in ("iucn_cat", "tier", "approximate"))


def area_classes(layer: QgsVectorLayer, theme: Theme, extent: QgsRectangle) -> set[int | str]:
    """Classes of the areas that meet an extent (degrees), for category_renderer."""
    found = set(values_in_view(layer, class_expression(theme), extent))
    if "yes" in values_in_view(layer, '"approximate"', extent):
        found.add(_CIRCLE)
    return found


def class_expression(theme: Theme) -> str:
    """Number of the group of IUCN categories, one more for none of them; 'second' for the second tier."""
    groups = theme.at("areas.categories")
    cases = " ".join(
        f'WHEN "iucn_cat" IN ({", ".join(quoted(value) for value in group["values"])}) THEN {number}'
        for number, group in enumerate(groups)
    )
    return f"CASE WHEN \"tier\" = 2 THEN '{_SECOND}' {cases} ELSE {len(groups)} END"


def category_renderer(
    theme: Theme,
    language: str,
    classes: Container[int | str] | None = None,
    lines: float = 1.0,
    ground: str | None = None,
) -> QgsCategorizedSymbolRenderer:
    """Areas by group of IUCN categories, from strict to none, then the second tier; all, or those of `classes`.

    The stricter, the darker the tint and the wider the outline. Dashes are explained by a last category that
    has no areas. lines is a factor on line widths. With the colour of the ground the tints are opaque, mixed
    with it: designations that overlap keep the colour of the strictest, which lies on top.
    """
    none = theme.at("areas.uncategorised")
    width = theme.at("areas.outline_mm") * lines
    categories = []
    for number, group in enumerate([*theme.at("areas.categories"), none]):
        tint = with_alpha(group["colour"], group["alpha"])
        if ground is not None:
            tint = _mixed(tint, QColor(ground))
        symbol = fill_symbol(tint, group["outline"], width * group["width"])
        categories.append((number, _dashed_if_approximate(symbol), group["label"][language]))
    symbol = _dashed_if_approximate(fill_symbol(None, none["outline"], width))
    symbol.insertSymbolLayer(0, hatch(none["outline"], _HATCH_ANGLE, lines))
    categories.append((_SECOND, symbol, _WORDS[language][_SECOND]))
    symbol = fill_symbol(None, none["outline"], width, "dash")
    categories.append((_CIRCLE, symbol, _WORDS[language][_CIRCLE]))
    shown = []
    for place, (value, symbol, label) in enumerate(categories):
        if classes is None or value in classes:
            for part in symbol.symbolLayers():
                part.setRenderingPass(len(categories) if value == _SECOND else len(categories) - 1 - place)
            shown.append(QgsRendererCategory(value, symbol, label))
    renderer = QgsCategorizedSymbolRenderer(class_expression(theme), shown)
    renderer.setUsingSymbolLevels(True)
    return renderer


def area_label(layer: QgsVectorLayer, name_field: str) -> str:
    """An expression: the name, with the IUCN category where the layer tells one: 'Maiko (II)'."""
    name = QgsExpression.quotedColumnRef(name_field)
    if layer.fields().lookupField("iucn_cat") < 0:
        return name
    given = "('Ia', 'Ib', 'II', 'III', 'IV', 'V', 'VI')"
    return f"{name} || CASE WHEN \"iucn_cat\" IN {given} THEN ' (' || \"iucn_cat\" || ')' ELSE '' END"


def _mixed(tint: QColor, ground: QColor) -> QColor:
    """A tint as it looks on the ground."""
    alpha = tint.alphaF()
    return QColor.fromRgbF(
        *(over * alpha + under * (1 - alpha) for over, under in zip(tint.getRgbF()[:3], ground.getRgbF()[:3]))
    )


def _dashed_if_approximate(symbol: QgsFillSymbol) -> QgsFillSymbol:
    dashed = QgsProperty.fromExpression("if(\"approximate\" = 'yes', 'dash', 'solid')")
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeStyle, dashed)
    return symbol
