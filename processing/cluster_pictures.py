"""Pictures of local statistics: the map of who is whose neighbour, and the points of Moran's scatterplot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..cartography.cluster_method import grouped, theme_of_statistic
from ..cartography.connectivity_map import ConnectivityMap, write_connectivity_map
from ..cartography.picture import check_ending
from ..cartography.recipe import sheet_texts
from ..cartography.theme import read_theme
from .algorithm import AsmAlgorithm, language_of_qgis
from .cluster_analysis import Found
from .cluster_outputs import class_labels, clusters_style, pairs_of_places
from .frames import fields_of, rows_of
from .outputs import describe, style_on_load, write_features

if TYPE_CHECKING:
    import pandas as pd

CONNECTIVITY_MAP, SCATTER_POINTS = "CONNECTIVITY_MAP", "SCATTER_POINTS"
tr = AsmAlgorithm.tr


def add_picture(algorithm: AsmAlgorithm, key: str, title: str, help_text: str) -> None:
    """Add an optional output that is a PNG or SVG."""
    file = QgsProcessingParameterFileDestination(
        key, title, "PNG (*.png);;SVG (*.svg)", optional=True, createByDefault=False
    )
    algorithm.add(file, help_text)


def add_connectivity_map(algorithm: AsmAlgorithm) -> None:
    """Add CONNECTIVITY_MAP."""
    add_picture(
        algorithm,
        CONNECTIVITY_MAP,
        tr("Map of who is whose neighbour"),
        tr("Lines between neighbours and above them the sites in the signs of their classes, as PNG or SVG."),
    )


def add_scatter_points(algorithm: AsmAlgorithm) -> None:
    """Add SCATTER_POINTS."""
    algorithm.add_sink(
        SCATTER_POINTS,
        tr("Scatterplot as points"),
        QgsProcessing.SourceType.TypeVectorPoint,
        tr(
            "A point for each site with a p, at x = lisa_z and y = lisa_lag: a plot and not a map, so that it has no "
            "coordinate reference system."
        ),
        optional=True,
        by_default=False,
    )


def picture_file(
    algorithm: AsmAlgorithm, key: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> Path | None:
    """The file of a picture, None where it is not asked for. Raises SheetError for another ending."""
    text = algorithm.parameterAsFileOutput(parameters, key, context)
    if not text:
        return None
    check_ending(Path(text))
    return Path(text)


def write_map(
    algorithm: AsmAlgorithm, found: Found, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """Write CONNECTIVITY_MAP if it is asked for; its file by key."""
    import numpy as np

    path = picture_file(algorithm, CONNECTIVITY_MAP, parameters, context)
    if path is None:
        return {}
    language = language_of_qgis()
    texts = sheet_texts(language)
    frame = found.sites.frame
    placed = frame["longitude"].notna().to_numpy()
    number = np.cumsum(placed) - 1  # of the sites with a place
    pairs = pairs_of_places(found.used, found.weights)
    lines = list(zip(*(number[pairs[end].to_numpy()].tolist() for end in ("one", "two"))))
    notes = [*found.lines[1:], texts["cluster_lines"].format(n=grouped(len(lines)))]
    if frame.loc[placed, ["longitude", "latitude"]].duplicated().any():
        notes.append(texts["cluster_same_place"])
    if not placed.all():
        notes.append(texts["cluster_no_place"].format(n=grouped(int((~placed).sum()))))
    plot = ConnectivityMap(
        frame.loc[placed, "longitude"].tolist(),
        frame.loc[placed, "latitude"].tolist(),
        found.table.loc[placed, "lisa_cluster"].tolist(),
        lines,
        texts["cluster_connectivity"].format(subject=found.lines[0]),
        notes,
    )
    write_connectivity_map(path, plot, read_theme(theme_of_statistic(found.question.statistic)), language)
    return {CONNECTIVITY_MAP: str(path)}


def write_scatter_points(
    algorithm: AsmAlgorithm,
    found: Found,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    report: Callable[[float], None],
) -> dict[str, str]:
    """Write SCATTER_POINTS if it is asked for; its id by key."""
    from ..core.clusters.cluster_columns import scatter_columns

    if not parameters.get(SCATTER_POINTS):
        return {}
    facts = found.sites.frame[[name for name in ("pcode", "name") if name in found.sites.frame]]
    labels = found.table["lisa_cluster"].map(class_labels(found.question.statistic))
    points = facts.astype({"pcode": str}).join(found.table.assign(lisa_label=labels))
    points = points[points["lisa_p"].notna()]
    columns = scatter_columns("name" in facts)
    no_crs = QgsCoordinateReferenceSystem()
    dest = write_features(
        algorithm,
        SCATTER_POINTS,
        parameters,
        context,
        fields_of(columns),
        QgsWkbTypes.Type.Point,
        _points(points, columns),
        len(points),
        report,
        crs=no_crs,
    )
    metadata = found.metadata.clone()
    metadata.setCrs(no_crs)
    describe(dest, metadata, context)
    _take_crs_away(QgsProcessingUtils.mapLayerFromString(dest, context))
    style = clusters_style(found.question.statistic)

    def plotted(layer: QgsMapLayer) -> None:
        _take_crs_away(layer)
        style(layer)

    style_on_load(dest, context, plotted)
    return {SCATTER_POINTS: dest}


def _take_crs_away(layer: QgsMapLayer | None) -> None:
    """Layers in memory get EPSG:4326 when they are given none, and GeoPackages an undefined one of degrees."""
    if layer is not None:
        layer.setCrs(QgsCoordinateReferenceSystem())


def _points(points: pd.DataFrame, columns) -> Iterator[QgsFeature]:
    fields = fields_of(columns)
    places = zip(points["lisa_z"].tolist(), points["lisa_lag"].tolist())
    for row, (x, y) in zip(rows_of(points, columns), places):
        feature = QgsFeature(fields)
        feature.setAttributes(row)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        yield feature
