"""Sites for the overlap with protected areas, as points or as footprints, with what is summed up of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.columns import Column
from ..core.exceptions import GeometryError, TableError
from .algorithm import AsmAlgorithm
from .area_layers import report_lines, shapely_of
from .frames import as_text, plain, plain_values, wgs84
from .geopackage import PlainTable
from .geopackage_points import PointRows
from .site_features import site_features
from .site_layers import SiteLayer, read_sites, site_report

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_ROWS_BETWEEN_REPORTS = 500
_FACTS = ("name", "admin1", "admin2", "minerals", "presence")
_VISIT_FIELDS = ("last_visit", "visit_date")
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class SiteShapes:
    """The sites as read; footprints: (n,) their polygons in degrees, None without one, or None for points.

    The frame of layer has, beside its columns, those of name, admin1, admin2, minerals, presence and
    last_visit that the layer has. The longitude and latitude of a footprint are of a point on it.
    report: a sentence for everything that was not as it should be.
    """

    layer: SiteLayer
    footprints: np.ndarray | None
    report: list[str]

    @property
    def frame(self) -> pd.DataFrame:
        return self.layer.frame


def read_shapes(
    source: QgsProcessingFeatureSource,
    key_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    table: PlainTable | None = None,
    rows_are_sites: bool = True,
) -> SiteShapes:
    """Sites in EPSG:4326 of a layer of points or of polygons; key_field stands in for pcode when not empty.

    table: all of the source, where it is such a table; points are read faster then.
    rows_are_sites: rows that repeat a pcode count one by one, and the report says so.

    Raises GeometryError for other layers, without a CRS, without any usable geometry or with coordinates
    outside the globe, TableError without features or without the field asked for.
    """
    if key_field and source.fields().lookupField(key_field) < 0:
        raise TableError(
            tr("The layer '{0}' has no field '{1}'; choose another key field.").format(
                source.sourceName(), key_field
            )
        )
    kinds = QgsWkbTypes.GeometryType
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind == kinds.UnknownGeometry:
        kind = next((f.geometry().type() for f in source.getFeatures() if f.hasGeometry()), kind)
    if kind not in (kinds.PointGeometry, kinds.PolygonGeometry, kinds.UnknownGeometry):
        raise GeometryError(
            tr(
                "The layer '{0}' does not hold points or polygons; choose a layer with a point or a footprint "
                "for each site."
            ).format(source.sourceName())
        )
    if kind != kinds.PolygonGeometry:
        layer = read_sites(source, context, progress, table)
        _add_facts(layer, key_field)
        return SiteShapes(layer, None, [*_key_report(layer, key_field), *site_report(layer, rows_are_sites)])
    return _read_footprints(source, key_field, context, progress, rows_are_sites)


def _read_footprints(
    source: QgsProcessingFeatureSource,
    key_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    rows_are_sites: bool,
) -> SiteShapes:
    import pandas as pd
    import shapely

    from ..core.areas.cleaning import clean_areas

    name = source.sourceName()
    if not source.sourceCrs().isValid():
        raise GeometryError(
            tr(
                "The layer '{0}' has no coordinate reference system; set it in the layer's properties."
            ).format(name)
        )
    request = QgsFeatureRequest().setDestinationCrs(wgs84(), context.transformContext())
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    fields = source.fields()
    key, workers = fields.lookupField("pcode"), fields.lookupField("workers")
    attributes, rows, geometries = [], [], []
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            progress(number / total)
        values = feature.attributes()
        attributes.append(values)
        pcode = as_text(plain(values[key]) if key >= 0 else feature.id())
        rows.append((pcode, plain(values[workers]) if workers >= 0 else None))
        geometries.append(shapely_of(feature.geometry()))
    if not rows:
        raise TableError(tr("The layer '{0}' has no sites; choose a layer with footprints.").format(name))
    frame = pd.DataFrame(rows, columns=["pcode", "workers"])
    frame["workers"] = pd.to_numeric(frame["workers"], errors="coerce").astype("float64")
    _check_degrees(geometries, frame["pcode"], name)
    cleaned = clean_areas(geometries)
    footprints = cleaned.polygons
    if not cleaned.is_used.any():
        raise GeometryError(
            tr("None of the {0} footprints of '{1}' can be used ({2}); choose a layer with polygons.").format(
                len(frame), name, ", ".join(sorted(set(cleaned.report["reason"])))
            )
        )
    inner = shapely.point_on_surface(footprints)
    frame["longitude"], frame["latitude"] = shapely.get_x(inner), shapely.get_y(inner)
    layer = SiteLayer(fields, list(zip(*attributes)), frame, 0)
    _add_facts(layer, key_field)
    progress(1.0)
    report = _key_report(layer, key_field) + report_lines(cleaned, frame["pcode"].astype(str).tolist())
    return SiteShapes(layer, footprints, report + site_report(layer, rows_are_sites))


def _check_degrees(geometries: list, pcodes: pd.Series, name: str) -> None:
    import numpy as np
    import shapely

    bounds = shapely.bounds(np.array([*geometries, None], dtype=object)[:-1])
    astray = (np.abs(bounds[:, [0, 2]]) > 180).any(axis=1) | (np.abs(bounds[:, [1, 3]]) > 90).any(axis=1)
    if astray.any():
        raise GeometryError(
            tr(
                "{0} footprints lie outside the degrees of the globe (the first: {1}); correct the coordinate "
                "reference system of the layer '{2}'."
            ).format(int(astray.sum()), pcodes[int(np.flatnonzero(astray)[0])], name)
        )


def _key_report(layer: SiteLayer, key_field: str) -> list[str]:
    if key_field or layer.fields.lookupField("pcode") >= 0:
        return []
    return [tr("The sites have no field pcode; their feature ids stand for it. SITE_KEY can name a field.")]


def _add_facts(layer: SiteLayer, key_field: str) -> None:
    """Put into the frame what the layer states of each site beside its workers, and the key asked for."""
    import pandas as pd

    def values(field: int) -> pd.Series:
        texts = list(map(as_text, plain_values(layer.columns[field])))
        return pd.Series(texts, index=layer.frame.index, dtype=object)

    if key_field:
        layer.frame["pcode"] = values(layer.fields.lookupField(key_field))
    for fact in _FACTS:
        field = layer.fields.lookupField(fact)
        if field >= 0:
            layer.frame[fact] = values(field)
    field = next((f for f in map(layer.fields.lookupField, _VISIT_FIELDS) if f >= 0), -1)
    if field >= 0:
        days = values(field).str[:10].str.replace("/", "-", regex=False)
        layer.frame["last_visit"] = pd.to_datetime(days, format="%Y-%m-%d", errors="coerce")


def shape_features(
    sites: SiteShapes, results: pd.DataFrame, columns: Sequence[Column]
) -> tuple[QgsFields, QgsWkbTypes.Type, Iterator[QgsFeature], Callable[[], PointRows] | None]:
    """Fields, kind of geometry and features of the sites with their results (columns) in place of earlier.

    And what yields the rows of points, for write_features.
    """
    fields, features, rows = site_features(sites.layer, results, columns)
    if sites.footprints is None:
        return fields, QgsWkbTypes.Type.Point, features, rows
    return fields, QgsWkbTypes.Type.MultiPolygon, _with_footprints(features, sites.footprints), None


def _with_footprints(features: Iterator[QgsFeature], footprints: np.ndarray) -> Iterator[QgsFeature]:
    import shapely

    for feature, wkb in zip(features, shapely.to_wkb(footprints).tolist()):
        geometry = QgsGeometry()
        if wkb is not None:
            geometry.fromWkb(wkb)
            geometry.convertToMultiType()
        feature.setGeometry(geometry)
        yield feature
