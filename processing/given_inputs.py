"""What a run was given, for the records of its outputs: its parameters, and what its input layers tell of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from qgis.core import (
    Qgis,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..cartography.layer_metadata import keyword_text, stated_metadata
from ..core.provenance import CHANGED, Input, changed_since, read_record
from ..core.shareable_source import shareable_source
from .algorithm import AsmAlgorithm, plugin_version
from .atlas_metadata import read_metadata
from .gazetteer_source import list_file
from .layer_record import GEOPACKAGE, KEYWORD, digest_of_file, stated_record, table_state, written_state

_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
)
_FILES = ("ogr", "delimitedtext")
_IN_QGIS = ("memory", "virtual")
_LINES_OF_HISTORY = 10
NOT_TOLD = "licence"  # type of the constraint that names an input without a licence
WITHHELD = "withheld"


@dataclass(frozen=True)
class GivenLayer:
    """An input: its entry in the record, its metadata, and whether they tell a licence or rights."""

    entry: Input
    metadata: QgsLayerMetadata

    @property
    def tells_licence(self) -> bool:
        return bool(self.metadata.licenses() or self.metadata.rights())


def given_layers(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[GivenLayer]:
    """The layers of a run in the order of its parameters, with what they say of themselves now."""
    found = []
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        if definition.isDestination() or not isinstance(definition, _LAYERS) or value in (None, "", []):
            continue
        layers = list(_layers(algorithm, definition, value, parameters, context))
        found += [given_layer(definition.name(), layer, value) for layer in layers]
        if not layers:  # a list of places, which QGIS opens as no layer
            node = _file(str(value))
            entry = {"parameter": definition.name(), "layer": node["name"]}
            found.append(GivenLayer(Input(entry, None, node), QgsLayerMetadata()))
    return found


def given_layer(parameter: str, layer: QgsMapLayer, value: Any = None) -> GivenLayer:
    """A layer as an input of a run; value: what the parameter holds, which may choose features."""
    reading, metadata = stated_record(layer), stated_metadata(layer)
    entry: dict[str, Any] = {"parameter": parameter, "layer": told_name(layer), **_choice(layer, value)}
    if reading.record is None:
        state = written_state(layer) if isinstance(layer, QgsVectorLayer) else {}
        node = _source(entry["layer"], metadata, state, layer.crs().authid(), reading.fault)
        return GivenLayer(Input(entry, None, node), metadata)
    entry["state"] = state_of(layer, reading.record)
    return GivenLayer(Input(entry, reading.record, None), metadata)


def given_table(parameter: str, connection: Connection, path: Path, table: str) -> Input:
    """A table of an open GeoPackage as an input of a run; QGIS does not open it, which would change its journal."""
    metadata = read_metadata(connection, table)
    reading = read_record(keyword_text(metadata, KEYWORD))
    state = {"file": path.name, "table": table, **table_state(connection, table)}
    name = shareable_source(f"{path}|layername={table}")
    entry: dict[str, Any] = {"parameter": parameter, "layer": name}
    if reading.record is None:
        return Input(entry, None, _source(name, metadata, state, "", reading.fault))
    entry["state"] = changed_since(reading.record["written"], state)
    return Input(entry, reading.record, None)


def withheld(given: GivenLayer) -> GivenLayer:
    """The same input without anything but its rights and licences, for outputs that are given away."""
    metadata = QgsLayerMetadata()
    metadata.setRights(given.metadata.rights())
    metadata.setLicenses(given.metadata.licenses())
    if any(constraint.type == NOT_TOLD for constraint in given.metadata.constraints()):
        text = AsmAlgorithm.tr("Licence of {0}: not told").format(WITHHELD)
        metadata.setConstraints([QgsLayerMetadata.Constraint(text, NOT_TOLD)])
    told = {"rights": metadata.rights(), "licences": metadata.licenses()}
    source = {"name": WITHHELD, **{key: entry for key, entry in told.items() if entry}}
    entry = {"parameter": given.entry.entry["parameter"], "layer": WITHHELD}
    return GivenLayer(Input(entry, None, source), metadata)


def state_of(layer: QgsMapLayer, record: dict[str, Any]) -> str:
    """Whether the rows of a layer are still those of its record, see changed_since."""
    is_vector = isinstance(layer, QgsVectorLayer)
    if is_vector and layer.isEditable() and layer.isModified():
        return CHANGED
    return changed_since(record["written"], written_state(layer) if is_vector else {})


def told_name(layer: QgsMapLayer) -> str:
    """A layer by what may be told of it: its file and table, its table and kind of server, or its name."""
    provider = layer.providerType()
    if provider in _FILES:
        return shareable_source(layer.source())
    if provider in _IN_QGIS:
        return f"{layer.name()} ({provider})"
    return shareable_source(f"{provider}://{layer.source()}")


def step_of(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """The run itself as a step of core/provenance.py, without its inputs."""
    values: dict[str, Any] = {}
    files: dict[str, Any] = {}
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination() or isinstance(definition, _LAYERS):
            continue
        value = _value(algorithm, definition, parameters, context)
        if value in (None, "", []):
            continue
        if isinstance(definition, QgsProcessingParameterFile):
            files[definition.name()] = _file(str(value))
        else:
            values[definition.name()] = value
    return {
        "algorithm": algorithm.id(),
        "at": algorithm.started.toString(Qt.DateFormat.ISODate),
        "plugin": plugin_version(),
        "qgis": Qgis.QGIS_VERSION.split("-")[0],
        "parameters": values,
        **({"files": files} if files else {}),
        **algorithm.facts,
    }


def days_of(metadata: QgsLayerMetadata) -> tuple[str, str]:
    """First and last day that metadata state, as 2026-05-31; '' where they state none."""
    spans = metadata.extent().temporalExtents()
    days = [moment.date() for span in spans for moment in (span.begin(), span.end()) if moment.isValid()]
    return (_iso(min(days)), _iso(max(days))) if days else ("", "")


def _layers(
    algorithm: AsmAlgorithm,
    definition: QgsProcessingParameterDefinition,
    value: Any,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Iterator[QgsMapLayer]:
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        yield from algorithm.parameterAsLayerList(parameters, definition.name(), context)
        return
    layer = None
    if list_file(value) is None:
        layer = algorithm.parameterAsVectorLayer(parameters, definition.name(), context)
    if layer is not None:
        yield layer


def _choice(layer: QgsMapLayer, value: Any) -> dict[str, Any]:
    """Which features of a layer were taken, where not all were."""
    choice: dict[str, Any] = {}
    if isinstance(layer, QgsVectorLayer) and layer.subsetString():
        choice["filter"] = layer.subsetString()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly:
            choice["selected"] = int(layer.selectedFeatureCount())
        if value.featureLimit >= 0:
            choice["limit"] = int(value.featureLimit)
        if getattr(value, "filterExpression", ""):  # from QGIS 3.32 on
            choice["expression"] = value.filterExpression
    return choice


def _source(
    name: str, metadata: QgsLayerMetadata, state: dict[str, Any], crs: str, fault: str
) -> dict[str, Any]:
    """A layer that no step made, as far as it tells of itself."""
    first, last = days_of(metadata)
    origin = shareable_source(metadata.parentIdentifier())
    told = {
        "title": metadata.title(),
        "origin": origin if origin != state.get("file") else "",
        "rights": metadata.rights(),
        "licences": metadata.licenses(),
        "first_date": first,
        "last_date": last,
        "history": metadata.history()[-_LINES_OF_HISTORY:],
        "crs": crs,
        "record": fault,
        **{key: entry for key, entry in state.items() if key not in ("file", "table")},
    }
    return {"name": name, **{key: entry for key, entry in told.items() if entry not in ("", [])}}


def _file(text: str) -> dict[str, Any]:
    path = Path(text)
    digest = digest_of_file(path) if path.is_file() and path.suffix.lower() != GEOPACKAGE else ""
    return {"name": shareable_source(text), **({"sha256": digest} if digest else {})}


def _value(
    algorithm: AsmAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Any:
    """The value that a parameter had in the run, its default included; of one kind however it was given."""
    name = definition.name()
    value = parameters.get(name)
    value = definition.defaultValue() if value is None else value
    if isinstance(value, QgsProperty):
        static = value.propertyType() == QgsProperty.Type.StaticProperty
        value = value.staticValue() if static else value.asExpression()
    if value in (None, "", []):
        return None
    if isinstance(definition, QgsProcessingParameterBoolean):
        return algorithm.parameterAsBoolean(parameters, name, context)
    if isinstance(definition, QgsProcessingParameterNumber):
        is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        read = algorithm.parameterAsInt if is_whole else algorithm.parameterAsDouble
        return read(parameters, name, context)
    if isinstance(definition, QgsProcessingParameterEnum) and definition.usesStaticStrings():
        many = definition.allowMultiple()
        read = algorithm.parameterAsEnumStrings if many else algorithm.parameterAsEnumString
        return read(parameters, name, context)
    if isinstance(value, (QDate, QTime, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return value if isinstance(value, (int, float, list, tuple)) else str(value)


def _iso(day: QDate) -> str:
    return day.toString(Qt.DateFormat.ISODate)
