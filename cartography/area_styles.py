"""Protected areas: tint and outline by IUCN category, hatch for the second tier, dashes for circles."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import replace
from datetime import date

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .context_styles import area_renderer, fill_symbol, hatch, with_alpha
from .sheet_layers import WGS84
from .symbols import quoted
from .theme import Theme
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

_SECOND, _CIRCLE = "second", "approximate"
# Of an area: what two drawings of one outline leave between them, and what nobody sees.
_SLIVERS, _NOTHING = 0.03, 0.0001


def tells_categories(layer: QgsVectorLayer) -> bool:
    """Whether the layer has the fields iucn_cat, tier and approximate, as prepared areas and the overlap's have."""
    return all(layer.fields().lookupField(name) >= 0 for name in ("iucn_cat", "tier", "approximate"))


def themed_areas(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Protected areas: by IUCN category where the layer tells them, else one tint."""
    heading, note = theme.heading(language), theme.note(language)
    if not tells_categories(layer):
        renderer = area_renderer(theme, scale)
        return ThemedLayer(renderer, heading, [LegendEntry(heading, renderer.symbol().clone())], note)
    categorised, by = category_renderer(theme, language, lines=scale), class_expression(theme)
    *entries, dashed = (
        LegendEntry(category.label(), category.symbol().clone(), f"({by}) = {quoted(category.value())}")
        for category in categorised.categories()
    )
    circles = LegendGroup("", [replace(dashed, shows="\"approximate\" = 'yes'")])
    return ThemedLayer(categorised, heading, entries, note, [circles])


def areas_in_view(
    layer: QgsVectorLayer, theme: Theme, extent: QgsRectangle
) -> tuple[set[int | str], set[int]]:
    """Classes that can be seen in an extent (degrees), for category_renderer, and ids of areas too hidden for a name.

    Tints are opaque and the strictest lies on top: of a designation on the ground of stricter ones (a park that is
    World Heritage too) nothing or slivers show. Hatches of the second tier hide nothing.
    """
    by = QgsExpression(class_expression(theme))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    by.prepare(context)
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    request.setFilterRect(extent)
    frame = QgsGeometry.fromRect(extent)
    met = []
    for feature in layer.getFeatures(request):
        context.setFeature(feature)
        met.append((by.evaluate(context), feature, feature.geometry().intersection(frame).makeValid()))
    classes: set[int | str] = set()
    hidden: set[int] = set()
    for of_class, feature, shape in met:
        above = [other for number, _, other in met if _is_stricter(number, of_class)]
        if above and shape.area() > 0:
            rest = shape.difference(QgsGeometry.unaryUnion(above)).area() / shape.area()
            if rest < _SLIVERS:
                hidden.add(feature.id())
            if rest < _NOTHING:
                continue
        classes.add(of_class)
        if str(feature["approximate"]) == "yes":
            classes.add(_CIRCLE)
    return classes, hidden


def _is_stricter(one: int | str, other: int | str) -> bool:
    return _SECOND not in (one, other) and one < other


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
    none, second = theme.at("areas.uncategorised"), theme.at("areas.second_tier")
    circle = theme.at("areas.approximate")
    width = theme.at("areas.outline.width_mm") * lines
    categories = []
    for number, group in enumerate([*theme.at("areas.categories"), none]):
        tint = with_alpha(group["colour"], group["alpha"])
        if ground is not None:
            tint = _mixed(tint, QColor(ground))
        symbol = fill_symbol(tint, group["outline"], width * group["width"])
        categories.append((number, _dashed_if_approximate(symbol), group["label"][language]))
    symbol = _dashed_if_approximate(fill_symbol(None, none["outline"], width))
    symbol.insertSymbolLayer(0, hatch(none["outline"], second["hatch"], lines))
    categories.append((_SECOND, symbol, second["label"][language]))
    symbol = fill_symbol(None, none["outline"], width, circle["dash"])
    categories.append((_CIRCLE, symbol, circle["label"][language]))
    shown = []
    for place, (value, symbol, label) in enumerate(categories):
        if classes is None or value in classes:
            for part in symbol.symbolLayers():
                part.setRenderingPass(len(categories) if value == _SECOND else len(categories) - 1 - place)
            shown.append(QgsRendererCategory(value, symbol, label))
    renderer = QgsCategorizedSymbolRenderer(class_expression(theme), shown)
    renderer.setUsingSymbolLevels(True)
    return renderer


def area_label(layer: QgsVectorLayer, name_field: str, hidden: Collection[int] = ()) -> str:
    """An expression: the name, with the IUCN category where the layer tells one: 'Maiko (II)'; none for `hidden` ids."""
    name = QgsExpression.quotedColumnRef(name_field)
    if layer.fields().lookupField("iucn_cat") < 0:
        return name
    given = "('Ia', 'Ib', 'II', 'III', 'IV', 'V', 'VI')"
    label = f"{name} || CASE WHEN \"iucn_cat\" IN {given} THEN ' (' || \"iucn_cat\" || ')' ELSE '' END"
    if not hidden:
        return label
    return f"CASE WHEN $id NOT IN ({', '.join(map(str, sorted(hidden)))}) THEN {label} END"


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
