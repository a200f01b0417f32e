"""Outputs of local statistics: sites with their classes, the summary, pairs of neighbours as lines, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsLineString,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ..cartography.cluster_method import theme_of_statistic
from ..cartography.table_styles import plain_map_tip
from ..cartography.theme import read_theme
from ..cartography.theme_classes import theme_classes
from ..cartography.themed import themed_layer
from .algorithm import AsmAlgorithm, language_of_qgis, progress_shares
from .cluster_sites import ClusterSites
from .frames import fields_of, rows_of
from .outputs import describe, style_on_load, write_features, write_table
from .site_shapes import shape_features
from .unit_polygons import units_of_sites

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.clusters.weights import Weights

OUTPUT, SUMMARY, CONNECTIVITY = "OUTPUT", "SUMMARY", "CONNECTIVITY"
ADMIN, ADMIN_NAME_FIELD = "ADMIN", "ADMIN_NAME_FIELD"
tr = AsmAlgorithm.tr


def add_outputs(algorithm: AsmAlgorithm) -> None:
    """Add ADMIN, OUTPUT, SUMMARY and CONNECTIVITY."""
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(ADMIN, tr("Administrative units"), polygon, None, True),
        tr("Polygons by which the summary counts. Empty: the fields admin1 and admin2 of the sites."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterField(ADMIN_NAME_FIELD, tr("Field of their names"), None, ADMIN, optional=True),
        tr("Needed only where the name of the field is not one of the usual ones."),
        advanced=True,
    )
    algorithm.add_sink(
        OUTPUT,
        tr("Clusters"),
        QgsProcessing.SourceType.TypeVectorAnyGeometry,
        tr(
            "All fields, and lisa_i, lisa_lag, lisa_z, lisa_p, lisa_q (false discovery rate), lisa_cluster (class), "
            "lisa_label, lisa_n (neighbours), lisa_group (cluster) and lisa_reason; in EPSG:4326."
        ),
    )
    algorithm.add_sink(
        SUMMARY,
        tr("Summary"),
        QgsProcessing.SourceType.TypeVector,
        tr(
            "Sites by class, by reason for being left out, by unit and class; the five largest clusters by name."
        ),
        optional=True,
    )
    algorithm.add_sink(
        CONNECTIVITY,
        tr("Who is whose neighbour"),
        QgsProcessing.SourceType.TypeVectorLine,
        tr("A line for each pair of neighbours, with the weights both ways and the distance."),
        optional=True,
        by_default=False,
    )


def class_labels(statistic: str) -> dict[int, str]:
    """Words of the classes by code, in the order of the legend, in the language of QGIS."""
    from ..core.clusters.categories import UNDEFINED

    labels = {}
    for entry in theme_classes(read_theme(theme_of_statistic(statistic))):
        code = entry.when[0]["lisa_cluster"][0] if entry.when else UNDEFINED
        labels[code] = entry.label[language_of_qgis()]
    return labels


def write_outputs(
    algorithm: AsmAlgorithm,
    sites: ClusterSites,
    table: pd.DataFrame,
    used: np.ndarray,
    weights: Weights,
    statistic: str,
    metadata: QgsLayerMetadata,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    report: Callable[[float], None],
) -> dict[str, str]:
    """Write OUTPUT, SUMMARY and CONNECTIVITY as far as they are asked for; their ids by key.

    table: lisa_* a row per site, lisa_group 0 in none. used: (n,) bool, the sites
    that the weights are of.
    """
    from ..core.clusters.cluster_columns import PAIR_COLUMNS, SUMMARY_COLUMNS, site_columns

    labels = class_labels(statistic)
    summary = _summary(algorithm, sites, table, labels, parameters, context, feedback, report)
    pairs = _pairs(sites, used, weights) if parameters.get(CONNECTIVITY) else None
    columns = site_columns("lisa_hold" in table)
    results = table.assign(
        lisa_label=table["lisa_cluster"].map(labels),
        lisa_group=table["lisa_group"].where(table["lisa_group"] > 0).astype("Int64"),
        lisa_reason=table["lisa_reason"].where(table["lisa_reason"] != "", None),
    )
    sizes = [len(table), 0 if summary is None else len(summary), 0 if pairs is None else len(pairs)]
    of_output, of_summary, of_pairs = progress_shares(report, sizes)
    of_output(0.0)
    fields, kind, features, rows = shape_features(sites.shapes, results, columns)
    written = {
        OUTPUT: write_features(
            algorithm, OUTPUT, parameters, context, fields, kind, features, len(table), of_output, rows
        )
    }
    if summary is not None:
        written[SUMMARY] = write_table(
            algorithm, SUMMARY, parameters, context, "cluster_summary", summary, of_summary, SUMMARY_COLUMNS
        )
    if pairs is not None:
        written[CONNECTIVITY] = write_features(
            algorithm,
            CONNECTIVITY,
            parameters,
            context,
            fields_of(PAIR_COLUMNS),
            QgsWkbTypes.Type.LineString,
            _lines(pairs),
            len(pairs),
            of_pairs,
        )
    written = {key: dest for key, dest in written.items() if dest is not None}
    for dest in written.values():
        describe(dest, metadata, context)
    style_on_load(written.get(OUTPUT), context, clusters_style(statistic))
    return written


def clusters_style(statistic: str) -> Callable[[QgsMapLayer], None]:
    """What draws a layer with lisa_cluster by the theme of its statistic."""
    theme, language = read_theme(theme_of_statistic(statistic)), language_of_qgis()

    def style(layer: QgsMapLayer) -> None:
        layer.setRenderer(themed_layer(theme, layer, language).renderer)
        plain_map_tip(layer)

    return style


def _summary(
    algorithm: AsmAlgorithm,
    sites: ClusterSites,
    table: pd.DataFrame,
    labels: Mapping[int, str],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    report: Callable[[float], None],
) -> pd.DataFrame | None:
    """The table of the summary; None when it is not asked for."""
    from ..core.clusters.summary import cluster_summary

    has_polygons = bool(parameters.get(ADMIN))
    if not parameters.get(SUMMARY):
        if has_polygons:
            feedback.pushWarning(
                tr("ADMIN is not used: no summary was asked for; choose a file for SUMMARY.")
            )
        return None
    source = algorithm.given_source(ADMIN, parameters, context) if has_polygons else None
    name_field = algorithm.parameterAsString(parameters, ADMIN_NAME_FIELD, context)
    units, lines = units_of_sites(sites.frame, source, name_field, context, lambda done: report(0.0))
    for line in lines:
        feedback.pushWarning(line)
    facts = sites.frame[[column for column in ("pcode", "name") if column in sites.frame]]
    return cluster_summary(facts.join(table), units, labels)


def pairs_of_places(used: np.ndarray, weights: Weights) -> pd.DataFrame:
    """A row for each two sites of which one is a neighbour of the other: one, two, and the weights forth and back.

    used: (n,) bool, the sites that the weights are of; one < two are places 0..n-1.
    """
    import numpy as np
    import pandas as pd

    from ..core.clusters.weights import owners, weight_values

    places = np.flatnonzero(used)
    one, other = places[owners(weights)], places[weights.neighbours]
    ends = pd.DataFrame(
        {
            "one": np.minimum(one, other),
            "two": np.maximum(one, other),
            "back": one > other,
            "weight": weight_values(weights),
        }
    )
    ends["forth"], ends["back"] = (ends["weight"].where(ends["back"] == is_back) for is_back in (False, True))
    return ends.groupby(["one", "two"], sort=True)[["forth", "back"]].first().reset_index()


def _pairs(sites: ClusterSites, used: np.ndarray, weights: Weights) -> pd.DataFrame:
    """PAIR_COLUMNS with the coordinates of both ends, a row for each of pairs_of_places."""
    import pandas as pd

    from ..core.areas.geodesy import inverse

    pairs = pairs_of_places(used, weights)
    frame = sites.frame
    lon, lat = (frame[axis].to_numpy(float) for axis in ("longitude", "latitude"))
    one, two = pairs["one"].to_numpy(), pairs["two"].to_numpy()
    keys = frame["pcode"].astype(str).to_numpy(dtype=object)
    return pd.DataFrame(
        {
            "site": keys[one],
            "neighbour": keys[two],
            "weight": pairs["forth"],
            "weight_back": pairs["back"],
            "distance_m": inverse(lon[one], lat[one], lon[two], lat[two]),
            "lon_1": lon[one],
            "lat_1": lat[one],
            "lon_2": lon[two],
            "lat_2": lat[two],
        }
    )


def _lines(pairs: pd.DataFrame) -> Iterator[QgsFeature]:
    from ..core.clusters.cluster_columns import PAIR_COLUMNS

    fields = fields_of(PAIR_COLUMNS)
    ends = zip(*(pairs[column].tolist() for column in ("lon_1", "lat_1", "lon_2", "lat_2")))
    for row, (lon_1, lat_1, lon_2, lat_2) in zip(rows_of(pairs, PAIR_COLUMNS), ends):
        feature = QgsFeature(fields)
        feature.setAttributes(row)
        feature.setGeometry(QgsGeometry(QgsLineString([lon_1, lon_2], [lat_1, lat_2])))
        yield feature
