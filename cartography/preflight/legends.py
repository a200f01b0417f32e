"""Whether the legend and the maps agree: no entry without a symbol on a map, no class without an entry."""

from __future__ import annotations

import re

from qgis.core import (
    QgsExpression,
    QgsLayerTreeModelLegendNode,
    QgsLayout,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMarker,
    QgsLayoutItemShape,
    QgsSymbol,
    QgsVectorLayer,
)

from ..page import KeyEntry
from .drawn import DrawnLayer, MapClass, classes_in_use, expression_context, symbol_layers
from .finding import PreflightFinding
from .page import finding_at, items_of, name_of, place_of


def legends(layout: QgsLayout, drawn: list[DrawnLayer], unexplained: set[str]) -> list[PreflightFinding]:
    """Both ways between QGIS's legends and the maps; layers in `unexplained` (ids) need no entry."""
    in_use = classes_in_use(drawn)
    used = {(found.layer.id(), found.key) for found in in_use}
    findings: list[PreflightFinding] = []
    explained: set[tuple[str, str]] = set()
    for item in items_of(layout, QgsLayoutItemLegend):
        model = item.model()
        for tree_layer in model.rootGroup().findLayers():
            layer = tree_layer.layer()
            if not isinstance(layer, QgsVectorLayer):
                continue
            keys = {
                node.data(QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole): str(node.data(0) or "")
                or layer.name()
                for node in model.layerLegendNodes(tree_layer)
            }
            explained |= {(layer.id(), key) for key in keys}
            idle = [label for key, label in keys.items() if (layer.id(), key) not in used]
            if idle and not item.legendFilterByMapEnabled():
                labels = ", ".join(" ".join(label.split()) for label in idle)
                values = {"item": name_of(item), "labels": labels, "layer": layer.name()}
                findings.append(
                    PreflightFinding("legend_entry_idle", values, item.id(), place_of(item), layer.id())
                )
    return [*findings, *_unexplained(layout, in_use, explained, unexplained)]


def _unexplained(
    layout: QgsLayout, in_use: list[MapClass], explained: set[tuple[str, str]], exempt: set[str]
) -> list[PreflightFinding]:
    """Classes that neither a legend names nor the key shows, by a sign in their colour or in words beside one."""
    shown, words = _key_colours(layout), _key_words(layout)
    missing: dict[str, list[MapClass]] = {}
    for found in in_use:
        layer = found.layer
        if layer.id() in exempt or (layer.id(), found.key) in explained or _colours(found.symbol) & shown:
            continue
        if _plain(found.label) in words:
            continue  # a sign in common colours only
        missing.setdefault(layer.id(), []).append(found)
    findings = []
    for layer_id, classes in missing.items():
        labels = ", ".join(dict.fromkeys(found.label or found.layer.name() for found in classes))
        values = {"layer": classes[0].layer.name(), "labels": labels}
        findings.append(PreflightFinding("class_not_in_legend", values, layer=layer_id))
    return findings


# Outlines and casings that signs of different meaning share.
_COMMON = {"#000000", "#ffffff", "#333333", "#1a1a1a"}


def _key_colours(layout: QgsLayout) -> set[str]:
    items = (*items_of(layout, QgsLayoutItemMarker), *items_of(layout, QgsLayoutItemShape))
    return {colour for item in items for colour in _colours(item.symbol())}


def _key_words(layout: QgsLayout) -> set[str]:
    """The texts of the sheet, as they are and without the count in brackets at their end."""
    texts = {_plain(item.currentText()) for item in items_of(layout, QgsLayoutItemLabel)}
    return texts | {re.sub(r" \(\d+\)$", "", text) for text in texts}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _colours(symbol: QgsSymbol) -> set[str]:
    return {
        colour.name()
        for layer in symbol_layers(symbol)
        for colour in (layer.color(), layer.fillColor(), layer.strokeColor())
        if colour.isValid() and colour.alpha()
    } - _COMMON


def idle_entries(
    layout: QgsLayout, drawn: list[DrawnLayer], entries: list[KeyEntry], sites: str
) -> list[PreflightFinding]:
    """Lines of our own key that hold for no feature that is drawn, together by section; sites: their layer's id."""
    idle: dict[str, list[KeyEntry]] = {}
    for entry in entries:
        layers = [each for each in drawn if each.layer.id() in (entry.layers or (sites,))]
        is_there = layout.itemById(entry.item) is not None  # else someone took it out by hand
        if is_there and not any(_holds(entry.shows, each) for each in layers):
            idle.setdefault(entry.section, []).append(entry)
    return [
        finding_at(
            "key_entry_idle",
            layout.itemById(found[0].item),
            labels=", ".join(" ".join(entry.label.split()) for entry in found),
        )
        for found in idle.values()
    ]


def _holds(condition: str, drawn: DrawnLayer) -> bool:
    expression = QgsExpression(condition)
    context = expression_context(drawn.layer, drawn.map)
    expression.prepare(context)
    for rows in drawn.by_class.values():
        for feature in rows:
            context.setFeature(feature)
            if expression.evaluate(context):
                return True
    return False
