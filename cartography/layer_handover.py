"""Layers for another process: where it can open them, with the metadata that the user's layers state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsLayerMetadata,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.exceptions import SheetError
from ..core.wording import say
from .layer_metadata import stated_metadata


def handed_over(layer: QgsVectorLayer, role: str, folder: Path) -> dict[str, Any]:
    """What taken_over needs; JSON can hold it.

    Files are opened as they are. What another process cannot open or would see otherwise is written to a
    GeoPackage in the folder: memory layers, databases and servers, layers being edited, joins and virtual fields.
    Raises SheetError when that fails.
    """
    fields = layer.fields()
    is_plain = all(fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider for i in range(len(fields)))
    if layer.providerType() == "ogr" and is_plain and not layer.isEditable():
        source = layer.source()
    else:
        source = _copied(layer, folder / f"{role}.gpkg")
    document = QDomDocument()
    root = document.createElement("qgis")
    stated_metadata(layer).writeMetadataXml(root, document)
    document.appendChild(root)
    crs = layer.crs()
    return {
        "source": source,
        "name": layer.name(),
        "crs": crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED),
        "metadata": document.toString(),
    }


def taken_over(given: dict[str, Any]) -> QgsVectorLayer:
    """The layer that was handed over. Raises SheetError when it cannot be opened."""
    layer = QgsVectorLayer(given["source"], given["name"], "ogr")
    if not layer.isValid():
        raise SheetError(say("The layer '{0}' cannot be opened; check its path.", given["name"]))
    crs = QgsCoordinateReferenceSystem(given["crs"])
    layer.setCrs(crs if crs.isValid() else QgsCoordinateReferenceSystem.fromWkt(given["crs"]))
    document = QDomDocument()
    document.setContent(given["metadata"])
    metadata = QgsLayerMetadata()
    metadata.readMetadataXml(document.documentElement())
    layer.setMetadata(metadata)
    return layer


def _copied(layer: QgsVectorLayer, path: Path) -> str:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "layer"
    options.layerOptions = ["FID=asm_atlas_fid"]  # theirs may be called fid and hold anything
    context = QgsProject.instance().transformContext()
    code, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    if code != QgsVectorFileWriter.WriterError.NoError:
        raise SheetError(
            say(
                "The layer '{0}' cannot be copied for the series ({1}); save it as a file first.",
                layer.name(),
                message,
            )
        )
    return f"{path}|layername=layer"
