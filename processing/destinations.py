"""Checks that output files can be made, before an algorithm starts and writes the first of them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProperty,
)
from qgis.PyQt.QtCore import QCoreApplication

_OTHER_PROVIDER = re.compile(r"\w{2,}:")  # memory:, postgres:; a single letter is a Windows drive


def unusable_destination(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> str:
    """A sentence on the first output whose file cannot be made; empty when all can."""
    for definition in algorithm.destinationParameterDefinitions():
        path = destination_file(parameters.get(definition.name()))
        if path is None:
            continue
        if not path.parent.is_dir():
            text = QCoreApplication.translate(
                "AsmAtlas", "The folder of {0} does not exist; make it or choose another folder."
            )
            return text.format(path.name)
        is_folder = isinstance(definition, QgsProcessingParameterFolderDestination)
        wrong_kind = path.exists() and path.is_dir() != is_folder
        if wrong_kind or not os.access(path if path.exists() else path.parent, os.W_OK):
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} cannot be written there; choose another file or folder."
            )
            return text.format(path.name)
    return ""


def destination_file(value: Any) -> Path | None:
    """The file that an output goes to; None for outputs in memory, in databases, or not wanted."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue() if value.propertyType() == QgsProperty.Type.StaticProperty else None
    if not isinstance(value, str) or not value or value == QgsProcessing.TEMPORARY_OUTPUT:
        return None
    if value.startswith("ogr:"):
        path = QgsDataSourceUri(value[len("ogr:") :]).database()
        return Path(path) if path else None
    return None if _OTHER_PROVIDER.match(value) else Path(value)
