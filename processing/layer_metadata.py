"""What an input layer says of itself: title, rights, licence, history."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayerMetadata, QgsMapLayer, QgsProviderRegistry
from qgis.PyQt.QtXml import QDomDocument


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file that a layer was opened from; None when it has none."""
    if layer is None:
        return None
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts["path"]) if parts.get("path") else None


def stated_metadata(layer: QgsMapLayer | None) -> QgsLayerMetadata:
    """Metadata of a layer, or of the .qmd beside its file, which QGIS does not read by itself."""
    metadata = QgsLayerMetadata() if layer is None else QgsLayerMetadata(layer.metadata())
    path = file_of(layer)
    if metadata.rights() or metadata.licenses() or path is None:
        return metadata
    beside = path.with_suffix(".qmd")
    if not beside.is_file():
        return metadata
    document = QDomDocument()
    document.setContent(beside.read_bytes())
    found = QgsLayerMetadata()
    found.readMetadataXml(document.documentElement())
    return found if found.rights() or found.licenses() else metadata
