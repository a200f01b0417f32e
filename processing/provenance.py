"""What every output layer says of how it was made; AsmAlgorithm has it said for all sinks of a run.

For people and other programs it stands in QGIS's own fields (history, rights, licences, constraints, links, dates,
extent), for asm:provenance as one record in a keyword, see core/provenance.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsAbstractMetadataBase,
    QgsBox3d,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsNotSupportedException,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)

from ..cartography.layer_metadata import keyword_text, metadata_beside
from ..core.provenance import new_record, read_record, record_text, shareable_text
from .algorithm import AsmAlgorithm
from .given_inputs import NOT_TOLD, GivenLayer, given_layers, step_of, withheld
from .layer_record import GEOPACKAGE, KEYWORD, file_and_table, is_of_another_file, written_state

_DATA = (".csv", ".fgb", ".geojson", ".gml", ".kml", ".ods", ".shp", ".tab", ".xlsx")

tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class Described:
    """What an algorithm has said of a layer that it has written: its metadata, and its CRS, which a plot has not."""

    metadata: QgsLayerMetadata
    crs: QgsCoordinateReferenceSystem


def described_outputs(
    algorithm: AsmAlgorithm, results: Mapping[str, Any], context: QgsProcessingContext
) -> dict[str, Described]:
    """By output, what the algorithm has said of the layers that its sinks have written."""
    layers = _written_layers(algorithm, results, context)
    return {
        output: Described(QgsLayerMetadata(layer.metadata()), layer.crs())
        for output, layer in layers.items()
        if layer is not None
    }


def tell_provenance(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    results: Mapping[str, Any],
    described: Mapping[str, Described],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> None:
    """Complete the metadata of all layers that the sinks of a run have written, and save them where the layers are.

    described: as described_outputs gave it before the layers were put in their place. What cannot be saved is told in
    the log; the rows are written all the same.
    """
    layers = _written_layers(algorithm, results, context)
    for output, layer in layers.items():
        if layer is not None and output in described:
            layer.setMetadata(described[output].metadata)
            layer.setCrs(described[output].crs)
    if layers:
        given = given_layers(algorithm, parameters, context)
        step = step_of(algorithm, parameters, context)
        if algorithm.WITHHOLDS_SOURCES:
            given = [withheld(each) for each in given]
            step = {name: entry for name, entry in step.items() if name != "files"}
        tell_of_layers(algorithm, layers, step, given, feedback)


def _written_layers(
    algorithm: AsmAlgorithm, results: Mapping[str, Any], context: QgsProcessingContext
) -> dict[str, QgsVectorLayer | None]:
    return {
        definition.name(): QgsProcessingUtils.mapLayerFromString(results[definition.name()], context)
        for definition in algorithm.destinationParameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSink) and results.get(definition.name())
    }


def tell_of_layers(
    algorithm: AsmAlgorithm,
    layers: Mapping[str, QgsVectorLayer | None],
    step: Mapping[str, Any],
    given: Sequence[GivenLayer],
    feedback: QgsProcessingFeedback,
) -> None:
    """The same for some layers by the output that they are."""
    beside: dict[Path, str] = {}
    for output, layer in layers.items():
        if layer is None:
            feedback.pushWarning(tr("{0} cannot be opened to say how it was made.").format(output))
            continue
        path, _ = file_and_table(layer)
        if path is not None and path.suffix.lower() == GEOPACKAGE:
            # Opened before later tables were written into the same file: SQLite would not answer all it is asked.
            layer.dataProvider().reloadData()
        metadata = QgsLayerMetadata(layer.metadata())
        definition = algorithm.parameterDefinition(output)
        if not metadata.title():
            metadata.setTitle(definition.description() if definition is not None else output)
        metadata.setType("dataset")
        _add_licences(metadata, step, given)
        _add_dates(metadata, given)
        _add_box(metadata, layer)
        _add_history(metadata, step, given)
        set_record(metadata, new_record(step, [each.entry for each in given], output, written_state(layer)))
        layer.setMetadata(metadata)
        sentence = _save(layer, metadata, beside)
        if sentence:
            feedback.pushWarning(f"{output}: {sentence}")


def set_record(metadata: QgsLayerMetadata, record: Mapping[str, Any]) -> None:
    """Have metadata carry a record, instead of any that they have."""
    metadata.setKeywords({**metadata.keywords(), KEYWORD: [record_text(record)]})


def _add_licences(metadata: QgsLayerMetadata, step: Mapping[str, Any], given: Sequence[GivenLayer]) -> None:
    """Rights, licences and constraints of all inputs: no output is declared freer than what it was made of."""
    profile = step.get("profile", {})
    rights, licences = metadata.rights(), metadata.licenses()
    constraints = list(metadata.constraints())
    links = list(metadata.links())
    for each in given:
        rights += each.metadata.rights()
        licences += each.metadata.licenses()
        constraints += each.metadata.constraints()
        links += each.metadata.links()
        by_profile = profile.get("licence") and each.entry.entry["parameter"] == profile.get("of")
        is_told = each.tells_licence or any(entry.type == NOT_TOLD for entry in each.metadata.constraints())
        if not is_told and not by_profile:
            text = tr("Licence of {0}: not told").format(shareable_text(each.entry.entry["layer"]))
            constraints.append(QgsLayerMetadata.Constraint(text, NOT_TOLD))
    if profile.get("licence_url") and profile.get("licence") in licences:
        link = QgsAbstractMetadataBase.Link(profile["licence"], "WWW:LINK", profile["licence_url"])
        link.description = tr("Text of the licence")
        links.append(link)
    metadata.setRights(list(dict.fromkeys(rights)))
    metadata.setLicenses(list(dict.fromkeys(licences)))
    metadata.setConstraints(list({(each.type, each.constraint): each for each in constraints}.values()))
    metadata.setLinks(list({(each.name, each.url): each for each in links}.values()))


def _add_dates(metadata: QgsLayerMetadata, given: Sequence[GivenLayer]) -> None:
    """The days of all inputs, where the algorithm states none for the output."""
    if metadata.extent().temporalExtents():
        return
    spans = [span for each in given for span in each.metadata.extent().temporalExtents()]
    begins = [span.begin() for span in spans if span.begin().isValid()]
    ends = [span.end() for span in spans if span.end().isValid()]
    if begins and ends:
        extent = QgsLayerMetadata.Extent(metadata.extent())
        extent.setTemporalExtents([QgsDateTimeRange(min(begins), max(ends))])
        metadata.setExtent(extent)


def _add_box(metadata: QgsLayerMetadata, layer: QgsVectorLayer) -> None:
    extent = QgsLayerMetadata.Extent(metadata.extent())
    extent.setSpatialExtents([])
    box = layer.extent() if layer.isSpatial() and layer.crs().isValid() else QgsRectangle()
    if not box.isNull() and box.isFinite():
        shown = QgsLayerMetadata.SpatialExtent()
        shown.extentCrs = layer.crs()
        shown.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
        extent.setSpatialExtents([shown])
    metadata.setExtent(extent)


def _add_history(metadata: QgsLayerMetadata, step: Mapping[str, Any], given: Sequence[GivenLayer]) -> None:
    """Histories of all inputs, then the run, then what the algorithm says of it."""
    before = [line for each in given for line in each.metadata.history()]
    own = [line for line in metadata.history() if line not in before]
    inputs = ", ".join(
        f"{each.entry.entry['parameter']} {shareable_text(each.entry.entry['layer'])}" for each in given
    )
    line = tr("{0}: {1}, ASM Atlas {2}, QGIS {3}; from {4}").format(
        *(step["at"], step["algorithm"], step["plugin"], step["qgis"], inputs or tr("no layer"))
    )
    metadata.setHistory([*dict.fromkeys([*before, line, *own])])


def _save(layer: QgsVectorLayer, metadata: QgsLayerMetadata, beside: dict[Path, str]) -> str:
    """Save metadata inside a GeoPackage or beside another file; a sentence where that is not possible.

    beside: the files of metadata that the run has written, with the file that each is about.
    """
    if layer.providerType() == "memory":
        return ""
    path, table = file_and_table(layer)
    if layer.providerType() != "ogr" or path is None:
        return tr("how it was made is kept in the project only; the database or server has no place for it.")
    if path.suffix.lower() != GEOPACKAGE:
        target = path.with_suffix(".qmd")
        other = beside.get(target) or _other_owner(target, path)
        if other:
            text = tr("{0} is about {1} and was left as it is; how {2} was made is kept in the project only.")
            return text.format(target.name, other, path.name)
        beside[target] = path.name
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    if table:  # without it, metadata find no place in a GeoPackage
        parts["layerName"] = table
    try:
        saved, message = registry.saveLayerMetadata("ogr", registry.encodeUri("ogr", parts), metadata)
    except QgsNotSupportedException as error:
        saved, message = False, str(error)
    if saved:
        return ""
    return tr("how it was made could not be saved ({0}).").format(message)


def _other_owner(target: Path, path: Path) -> str:
    """The other file that metadata beside a file are about; '' when they may be replaced."""
    metadata = metadata_beside(path)
    if metadata is None:
        return ""
    record = read_record(keyword_text(metadata, KEYWORD)).record
    if record is not None:
        return str(record["written"]["file"]) if is_of_another_file(path, record["written"]) else ""
    beside = (path.with_suffix(suffix) for suffix in _DATA if suffix != path.suffix.lower())
    return next((other.name for other in beside if other.is_file()), "")
