"""Checks that output files can be made, before an algorithm starts and writes the first of them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

_ANYONE_WRITES = 0o222
_OTHER_PROVIDER = re.compile(r"\w{2,}:")  # memory:, postgres:; a single letter is a Windows drive


def unusable_destination(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """A sentence on the first output whose file cannot be made or would replace another; empty when all can."""
    inputs = _inputs(algorithm, parameters, context)
    taken: dict[tuple[Path, str], str] = {}
    for definition in algorithm.destinationParameterDefinitions():
        value = parameters.get(definition.name())
        path = destination_file(value)
        if path is None:
            continue
        table = destination_table(value)
        if any(_is_same(path, table, *given) for given in inputs):
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} would replace {1}, which is read as an input; choose another file or table."
            )
            return text.format(definition.name(), f"{path.name} {table}".strip())
        other = taken.setdefault((path.resolve(), table), definition.name())
        if other != definition.name():
            text = QCoreApplication.translate(
                "AsmAtlas",
                "{0} and {1} would be written to the same {2}; choose another file for one of them.",
            )
            return text.format(other, definition.name(), f"{path.name} {table}".strip())
        if not path.parent.is_dir():
            text = QCoreApplication.translate(
                "AsmAtlas", "The folder of {0} does not exist; make it or choose another folder."
            )
            return text.format(path.name)
        is_folder = isinstance(definition, QgsProcessingParameterFolderDestination)
        wrong_kind = path.exists() and path.is_dir() != is_folder
        if wrong_kind or not _may_write(path):
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} cannot be written there; choose another file or folder."
            )
            return text.format(path.name)
    return ""


def unsaved_edits(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """A sentence on the first output that would replace a layer of the project with edits not saved; else empty.

    Such edits would be saved into what is there no more. To be called in the thread of the project.
    """
    layers = context.project().mapLayers().values() if context.project() is not None else ()
    edited = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isModified()]
    for definition in algorithm.destinationParameterDefinitions() if edited else ():
        path, table = destination_file(parameters.get(definition.name())), ""
        if path is None or not path.is_file():
            continue
        table = destination_table(parameters.get(definition.name()))
        for layer in edited:
            parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
            given = Path(str(parts.get("path") or ""))
            if _is_file(given) and _is_same(path, table, given, str(parts.get("layerName") or "")):
                text = QCoreApplication.translate(
                    "AsmAtlas",
                    "{0} would overwrite edits of {1} that are not saved; save or discard them first.",
                )
                return text.format(definition.name(), layer.name())
    return ""


def _may_write(path: Path) -> bool:
    if not path.exists():
        return os.access(path.parent, os.W_OK)
    # An administrator may write everything; a file marked as read-only is meant to stay all the same.
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _ANYONE_WRITES)


def input_layers(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[QgsMapLayer]:
    """The layers given that are open: of the project, or handed over as such."""
    found: dict[str, QgsMapLayer] = {}
    for definition in algorithm.parameterDefinitions():
        value = None if definition.isDestination() else _static(parameters.get(definition.name()))
        for given in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(given, str) and given:
                given = QgsProcessingUtils.mapLayerFromString(given, context, False)
            if isinstance(given, QgsMapLayer):
                found[given.id()] = given
    return list(found.values())


def _inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[tuple[Path, str]]:
    """The files that are read, each with its table where one is named."""
    found = []
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        value = _static(parameters.get(definition.name()))
        for given in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(given, str) and given:  # the id or name of a layer, or a file
                given = QgsProcessingUtils.mapLayerFromString(given, context, False) or given
            provider = given.providerType() if isinstance(given, QgsMapLayer) else "ogr"
            text = given.source() if isinstance(given, QgsMapLayer) else given
            if isinstance(text, str) and text and "\0" not in text:
                parts = QgsProviderRegistry.instance().decodeUri(provider, text)
                found.append((Path(str(parts.get("path") or "")), str(parts.get("layerName") or "")))
    return [(path, table) for path, table in found if _is_file(path)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a text that is no path at all
        return False


def _is_same(path: Path, table: str, given: Path, given_table: str) -> bool:
    """Whether an output replaces an input: the file, or where it is a table, the same one of the file."""
    if not path.exists() or not path.samefile(given):
        return False
    return not table or table.casefold() == (given_table or _first_table(given)).casefold()


def _first_table(path: Path) -> str:
    """The table that is read of a file when none is named."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:  # where GDAL is told to raise
        return ""
    return dataset.GetLayer(0).GetName() if dataset is not None and dataset.GetLayerCount() else ""


def destination_table(value: Any) -> str:
    """The table of an output that goes into a file beside others; empty where it replaces the file."""
    text = _static(value)
    is_table = isinstance(text, str) and text.startswith("ogr:")
    return QgsDataSourceUri(text[len("ogr:") :]).table() if is_table else ""


def _static(value: Any) -> Any:
    """What a parameter states, out of the definitions that QGIS wraps it in; None for expressions."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue() if value.propertyType() == QgsProperty.Type.StaticProperty else None
    return value


def destination_file(value: Any) -> Path | None:
    """The file that an output goes to; None for outputs in memory, in databases, or not wanted."""
    value = _static(value)
    if not isinstance(value, str) or not value or value == QgsProcessing.TEMPORARY_OUTPUT:
        return None
    if value.startswith("ogr:"):
        path = QgsDataSourceUri(value[len("ogr:") :]).database()
        return Path(path) if path else None
    return None if _OTHER_PROVIDER.match(value) else Path(value)
