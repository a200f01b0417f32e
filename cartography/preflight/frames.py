"""The maps of a layout: that they show some ground, and something on it."""

from __future__ import annotations

from qgis.core import QgsLayout, QgsLayoutItemMap, QgsVectorLayer

from .drawn import DrawnLayer, has_extent, layers_of
from .finding import PreflightFinding
from .page import finding_at, items_of, name_of, place_of


def frames(layout: QgsLayout, drawn: list[DrawnLayer]) -> list[PreflightFinding]:
    """Maps without extent, maps on which nothing is drawn, layers whose file is gone."""
    findings = []
    for item in items_of(layout, QgsLayoutItemMap):
        if not has_extent(item):
            findings.append(finding_at("extent_invalid", item))
            continue
        for layer in item.layers():
            if not layer.isValid():
                values = {"item": name_of(item), "layer": layer.name()}
                findings.append(
                    PreflightFinding("layer_broken", values, item.id(), place_of(item), layer.id())
                )
        if not _draws_anything(item, drawn):
            findings.append(finding_at("frame_blank", item))
    return findings


def _draws_anything(item: QgsLayoutItemMap, drawn: list[DrawnLayer]) -> bool:
    if any(entry.n_drawn for entry in drawn if entry.map is item):
        return True
    # Of pictures and other layers only the extent is known.
    for layer in layers_of(item):
        if isinstance(layer, QgsVectorLayer) or not layer.isValid():
            continue
        settings = item.mapSettings(item.extent(), item.rect().size(), 96, False)
        if settings.layerExtentToOutputExtent(layer, layer.extent()).intersects(item.extent()):
            return True
    return False
