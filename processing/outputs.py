"""Writing results: sinks, layer metadata that travels with them, and styles on load."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Callable

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsLayerMetadata,
    QgsLayerTree,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QTimer

from ..cartography.table_styles import TABLE_STYLES, show_present_minerals
from ..cartography.theme import DEFAULT_THEME, read_theme
from ..core.columns import Column
from ..core.spreadsheet_text import guarded, is_spreadsheet
from ..core.tables import LOCATED, TABLES
from .algorithm import AsmAlgorithm, language_of_qgis
from .destinations import destination_file
from .frames import features_of, fields_of, geometry_type, wgs84
from .geopackage import UnusualTableError
from .geopackage_points import PointRows, fill_points, new_geopackage
from .whole_outputs import in_place, loads_on_completion
from .written_rows import check_rows, refused

_FEATURES_BETWEEN_REPORTS = 100  # polygons of 100,000 corners take a hundredth of a second each
_CACHE_OPTION = "OGR_SQLITE_CACHE"


def write_table(
    algorithm: AsmAlgorithm,
    output: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    table: str,
    frame,
    progress: Callable[[float], None] = lambda fraction: None,
    columns: Sequence[Column] = (),
) -> str | None:
    """Write a frame with the columns of an atlas table to a sink; its id, or None if not wanted.

    progress: called with fractions 0..1. columns: those of a table that has not always the same ones, as
    scores.
    """
    located = table in LOCATED
    columns = columns or TABLES[table]
    fields = fields_of(columns)
    features = features_of(frame, columns, fields, located)
    return write_features(
        algorithm, output, parameters, context, fields, geometry_type(located), features, len(frame), progress
    )


@contextmanager
def _roomy_cache() -> Iterator[None]:
    """Files of SQLite opened meanwhile may keep 256 MB of themselves in memory instead of 2.

    A spatial index that outgrows its cache is read and written again with nearly every feature. QGIS opens
    the file of a sink with the first feature. A user's own setting of the option stands.
    """
    before = gdal.GetConfigOption(_CACHE_OPTION)
    gdal.SetConfigOption(_CACHE_OPTION, before or "256")
    try:
        yield
    finally:
        gdal.SetConfigOption(_CACHE_OPTION, before)


@_roomy_cache()
def write_features(
    algorithm: AsmAlgorithm,
    output: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    fields: QgsFields,
    geometry: QgsWkbTypes.Type,
    features: Iterable[QgsFeature],
    n: int,
    progress: Callable[[float], None],
    rows: Callable[[], PointRows] | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
) -> str | None:
    """Write n features to a sink, of EPSG:4326 or of another crs; its id, or None when the output was not asked for.

    rows: yields the same as the features, where they are points; into a new GeoPackage they are written faster.
    progress: called with fractions 0..1; when it raises, the algorithm takes away all it has written.
    In files that people open with a spreadsheet, text that would be run as a formula gets an apostrophe.
    Raises QgsProcessingException when the sink cannot be made or refuses a feature.
    """
    definition = algorithm.parameterDefinition(output)
    if not parameters.get(output) and definition.flags() & definition.Flag.FlagOptional:
        return None
    file = destination_file(parameters.get(output))
    crs = wgs84() if crs is None else crs
    sink, dest = _sink(algorithm, output, parameters, context, fields, geometry, crs)
    geopackage = new_geopackage(parameters.get(output), dest) if rows is not None else None
    if geopackage is not None:
        del sink  # closes the file
        try:
            fill_points(geopackage, fields, rows(), progress)
            progress(1.0)
            return dest
        except (UnusualTableError, sqlite3.Error):  # the file is made anew
            sink, dest = _sink(algorithm, output, parameters, context, fields, geometry, crs)
    if is_spreadsheet(file):
        features = _without_formulas(features, output, context)
    n_written = 0
    try:
        for number, feature in enumerate(features):
            if number % _FEATURES_BETWEEN_REPORTS == 0:
                progress(number / n)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                reason = algorithm.writeFeatureError(sink, parameters, output)
                raise refused(reason, file, output)
            n_written += 1
        progress(1.0)
        sink.flushBuffer()
    finally:
        del sink  # closes the file, also where an error keeps this frame alive
    if file is not None:
        check_rows(file, dest, n_written)
    return dest


def _sink(
    algorithm: AsmAlgorithm,
    output: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    fields: QgsFields,
    geometry: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
) -> tuple[QgsFeatureSink, str]:
    """A sink and its id; raises QgsProcessingException."""
    try:
        sink, dest = algorithm.parameterAsSink(parameters, output, context, fields, geometry, crs)
    except QgsProcessingException as error:  # says what failed, not what to do
        raise refused(str(error), destination_file(parameters.get(output)), output) from error
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, output))
    loads_on_completion(algorithm.asked.get(output), algorithm.parameterDefinition(output), dest, context)
    return sink, dest


def _without_formulas(
    features: Iterable[QgsFeature], output: str, context: QgsProcessingContext
) -> Iterable[QgsFeature]:
    """The features with text that no spreadsheet runs; the log says how many values were changed."""
    changed = 0
    for feature in features:
        for place, value in enumerate(feature.attributes()):
            if isinstance(value, str) and guarded(value) != value:
                feature.setAttribute(place, guarded(value))
                changed += 1
        yield feature
    if changed and context.feedback() is not None:
        text = AsmAlgorithm.tr(
            "{0}: {1} values have an apostrophe before them, or a spreadsheet would run them"
        )
        context.feedback().pushWarning(text.format(output, changed))


def describe(dest: str | None, metadata: QgsLayerMetadata, context: QgsProcessingContext) -> None:
    """Have an output say this of itself; how it was made is added, and all saved, when the run is at its end."""
    if dest is None:
        return
    layer = QgsProcessingUtils.mapLayerFromString(dest, context)
    if layer is not None:
        layer.setMetadata(metadata)


def refresh(layer: QgsVectorLayer) -> None:
    """Have a loaded layer show what its file holds now, and state the source that the file states."""
    stated = QgsVectorLayer(layer.source(), layer.name(), layer.providerType()).metadata()
    if stated.parentIdentifier() not in ("", layer.metadata().parentIdentifier()):
        layer.setMetadata(stated)
    if not layer.isEditable():
        layer.dataProvider().reloadData()
    layer.triggerRepaint()


class _StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Styles an output when QGIS loads it into a project, and finds it a place among the layers."""

    def __init__(self, style: Callable[[QgsMapLayer], None], arrange: Arrange | None) -> None:
        super().__init__()
        self._style = style
        self._arrange = arrange

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802
        if layer.providerType() == "ogr":
            # Opened before later tables were written into the same file: SQLite would not answer all it is asked.
            layer.dataProvider().reloadData()
        self._style(layer)
        layer.triggerRepaint()
        project, layer_id = context.project(), layer.id()
        if self._arrange is None or project is None:
            return
        node = project.layerTreeRoot().findLayer(layer_id)
        if node is not None:
            self._arrange(node)
        else:  # newer versions of QGIS put layers into the tree after this call
            QTimer.singleShot(0, lambda: self._arrange_later(layer_id))

    def _arrange_later(self, layer_id: str) -> None:
        node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
        if node is not None:
            self._arrange(node)


Arrange = Callable[[QgsLayerTreeLayer], None]
_DRAWN_ABOVE_AREAS = (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.LineGeometry)
HIDDEN_ON_LOAD = ("visits", "findings")  # they lie on the sites and would cover their signs
_alive: list[_StyleOnLoad] = []  # QGIS does not keep post-processors alive (qgis/QGIS#47533)


def style_on_load(
    dest: str | None,
    context: QgsProcessingContext,
    style: Callable[[QgsMapLayer], None],
    arrange: Arrange | None = None,
) -> None:
    """Have `style` called with the output's layer, and `arrange` with its node, if it gets loaded."""
    dest = None if dest is None else in_place(dest)
    if dest is not None and context.willLoadLayerOnCompletion(dest):
        processor = _StyleOnLoad(style, arrange)
        _alive.append(processor)
        context.layerToLoadOnCompletionDetails(dest).setPostProcessor(processor)


def style_table_on_load(dest: str | None, context: QgsProcessingContext, table: str) -> None:
    """Give an output the style of an atlas table if it gets loaded, labelled in the language of QGIS."""
    theme = read_theme(DEFAULT_THEME)
    language = language_of_qgis()

    def arrange(node: QgsLayerTreeLayer) -> None:
        if table in HIDDEN_ON_LOAD:
            node.setItemVisibilityChecked(False)
        elif table == "sites":
            show_present_minerals(node)
            node.layer().legendChanged.emit()
        elif table in ("areas", "prepared_areas", "area_bands", "group_areas", "title_overlaps"):
            _move_below_points(node)

    style_on_load(dest, context, lambda layer: TABLE_STYLES[table](layer, theme, language), arrange)


def _move_below_points(node: QgsLayerTreeLayer) -> None:
    """Move a layer of areas under its siblings of points and lines, which it would tint."""
    parent = node.parent()
    siblings = parent.children()
    places = [
        place
        for place, sibling in enumerate(siblings)
        if QgsLayerTree.isLayer(sibling)
        and isinstance(sibling.layer(), QgsVectorLayer)
        and sibling.layer().geometryType() in _DRAWN_ABOVE_AREAS
    ]
    if places and max(places) > siblings.index(node):
        parent.insertChildNode(max(places) + 1, node.clone())
        parent.removeChildNode(node)


def release_post_processors() -> None:
    """Forget the post-processors of earlier runs (when the plugin is unloaded)."""
    _alive.clear()
