"""Shapefiles that do not say in which encoding their texts are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

from .providers import provider_says

_WESTERN = "windows-1252"


def in_own_encoding(layer: QgsMapLayer | None, given: Any) -> QgsVectorLayer | None:
    """A Shapefile read as cp1252 when nothing tells its encoding and its texts are not UTF-8, else None.

    QGIS takes such texts for UTF-8 and shows a replacement character for each accent. given: the value of the
    parameter; selections of features are left as they are.
    """
    if not isinstance(given, (str, QgsVectorLayer)) or not isinstance(layer, QgsVectorLayer):
        return None
    kind, encoding = provider_says(layer, lambda provider: (provider.storageType(), provider.encoding()))
    if kind != "ESRI Shapefile" or encoding.upper() != "UTF-8":
        return None
    path = Path(QgsProviderRegistry.instance().decodeUri("ogr", layer.source())["path"])
    table = path.with_suffix(".dbf")
    if layer.isEditable() or path.with_suffix(".cpg").exists() or not table.is_file():
        return None
    try:
        table.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        own = QgsVectorLayer(layer.source(), layer.name(), "ogr")
        own.setProviderEncoding(_WESTERN)
        return own
    return None
