"""The same import as a command for qgis_process, so that it can be done again without a window."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject

from ..core.shareable_source import without_login

_BY_PATH = ("ogr", "gdal")


def command_of(parameters: Mapping[str, Any], project: QgsProject) -> str:
    """A line for a shell. Layers stand as their address, without a login; outputs as their file."""
    parts = ["qgis_process", "run", "asm:importvisits"]
    for name, value in parameters.items():
        if value is None or value == "" or value is False:
            continue
        for each in value if isinstance(value, list) else [value]:
            parts.append(f"--{name}={shlex.quote(_text(each, project))}")
    return " ".join(parts)


def _text(value: Any, project: QgsProject) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return value.sink.staticValue()
    if value is True:
        return "true"
    layer = project.mapLayer(str(value))
    if layer is None:
        return str(value)
    if layer.providerType() in _BY_PATH:
        return layer.source()
    return f"{layer.providerType()}://{without_login(layer.source())}"
