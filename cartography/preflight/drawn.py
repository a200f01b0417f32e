"""What the maps of a layout really draw: features in view, the classes they fall into, their symbols."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsLayout,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from .page import items_of


@dataclass
class DrawnLayer:
    """A vector layer on one map: its features in view and the legend keys of those that are drawn."""

    map: QgsLayoutItemMap
    layer: QgsVectorLayer
    features: list[QgsFeature] = field(default_factory=list)
    by_class: dict[str, list[QgsFeature]] = field(default_factory=dict)
    n_drawn: int = 0


@dataclass(frozen=True)
class MapClass:
    """A class of a layer that is in use on a map."""

    layer: QgsVectorLayer
    key: str
    label: str
    symbol: QgsSymbol


def has_extent(item: QgsLayoutItemMap) -> bool:
    """Whether a map shows some ground at some scale."""
    extent, scale = item.extent(), item.scale()
    return extent.isFinite() and not extent.isEmpty() and math.isfinite(scale) and scale > 0


def layers_of(item: QgsLayoutItemMap) -> list[QgsMapLayer]:
    """The layers that a map draws at its scale, the uppermost first."""
    return [layer for layer in item.layersToRender() if layer.isInScaleRange(item.scale())]


def maps_and_layers(layout: QgsLayout) -> list[tuple[QgsLayoutItemMap, QgsVectorLayer]]:
    """Every map that has an extent with each vector layer that it draws."""
    return [
        (item, layer)
        for item in items_of(layout, QgsLayoutItemMap)
        if has_extent(item)
        for layer in layers_of(item)
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.renderer() is not None
    ]


def in_view(item: QgsLayoutItemMap, layer: QgsVectorLayer) -> DrawnLayer:
    """What of a layer is in view on a map."""
    drawn = DrawnLayer(item, layer)
    context = expression_context(layer, item)
    settings = item.mapSettings(item.extent(), item.rect().size(), 96, False)
    render = QgsRenderContext.fromMapSettings(settings)
    render.setExpressionContext(context)
    request = QgsFeatureRequest().setDestinationCrs(item.crs(), item.layout().project().transformContext())
    view = QgsRectangle(item.visibleExtentPolygon().boundingRect())  # a map may be turned
    request.setFilterRect(view)
    request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    renderer = layer.renderer().clone()
    renderer.startRender(render, layer.fields())
    for feature in layer.getFeatures(request):
        if not feature.geometry().boundingBoxIntersects(view):
            continue  # the view as a rectangle in the layer's own CRS is a little larger
        drawn.features.append(feature)
        render.expressionContext().setFeature(feature)
        if renderer.willRenderFeature(feature, render):
            drawn.n_drawn += 1
        for key in renderer.legendKeysForFeature(feature, render):
            drawn.by_class.setdefault(key, []).append(feature)
    renderer.stopRender(render)
    return drawn


def expression_context(layer: QgsVectorLayer, item: QgsLayoutItemMap) -> QgsExpressionContext:
    """The variables and fields that expressions of a layer see on a map."""
    context = item.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFields(layer.fields())
    return context


def classes_in_use(drawn: list[DrawnLayer]) -> list[MapClass]:
    """The classes that some feature in view is drawn with, in the order of the renderers."""
    found = []
    for entry in drawn:
        for item in entry.layer.renderer().legendSymbolItems():
            if item.ruleKey() in entry.by_class and item.symbol() is not None:
                # The legend item owns its symbol and dies with this list.
                found.append(MapClass(entry.layer, item.ruleKey(), item.label(), item.symbol().clone()))
    return found


def renderers_of(renderer: QgsFeatureRenderer | None) -> Iterator[QgsFeatureRenderer]:
    """A renderer and those that it is wrapped around."""
    while renderer is not None:
        yield renderer
        renderer = renderer.embeddedRenderer()


def symbols_of(renderer: QgsFeatureRenderer) -> Iterator[QgsSymbol]:
    """All symbols of a renderer and of those inside it."""
    for part in renderers_of(renderer):
        yield from part.symbols(QgsRenderContext())


def symbol_layers(symbol: QgsSymbol | None) -> Iterator[QgsSymbolLayer]:
    """The enabled symbol layers of a symbol, those of sub-symbols (patterns, centroids, lines) included."""
    if symbol is None:
        return
    for layer in symbol.symbolLayers():
        if layer.enabled():
            yield layer
            yield from symbol_layers(layer.subSymbol())


def label_settings(layer: QgsVectorLayer) -> list[QgsPalLayerSettings]:
    """The settings of a layer's labels, one for each rule; empty where it has none."""
    labeling = layer.labeling()
    if labeling is None or not layer.labelsEnabled():
        return []
    return [labeling.settings(provider) for provider in labeling.subProviders()]


def label_texts(drawn: DrawnLayer, settings: QgsPalLayerSettings) -> Iterator[str]:
    """The label texts of the features in view."""
    expression = settings.getLabelExpression()
    context = expression_context(drawn.layer, drawn.map)
    expression.prepare(context)
    for feature in drawn.features:
        context.setFeature(feature)
        value = expression.evaluate(context)
        if value:
            yield str(value)


def layer_names(layers: list[QgsMapLayer]) -> str:
    """Names of layers for a sentence, each once."""
    return ", ".join(dict.fromkeys(f"'{layer.name()}'" for layer in layers))
