"""Messages of QGIS that repeat a source as it was given: its folder, address and password are taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProperty,
)

from ..core.shareable_source import shareable_source

_SOURCES = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
)


def without_sources(algorithm: QgsProcessingAlgorithm, message: str, parameters: dict[str, Any]) -> str:
    """The message with each source or destination among the parameters as it may be told."""
    given = {
        text
        for definition in algorithm.parameterDefinitions()
        if definition.isDestination() or isinstance(definition, _SOURCES)
        for text in _texts(parameters.get(definition.name()))
    }
    for text in sorted(given, key=len, reverse=True):
        message = message.replace(text, shareable_source(text))
    return message


def _texts(value: Any) -> Iterable[str]:
    """The texts in a value of a parameter that can name a source, empty ones left out."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    for each in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(each, str) and each:
            yield each
