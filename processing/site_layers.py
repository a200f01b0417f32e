"""Layers of sites with a point each, read for the overlap algorithms."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.exceptions import GeometryError, TableError
from .algorithm import AsmAlgorithm
from .frames import plain_values, wgs84
from .geopackage import PlainTable, UnusualTableError, opened
from .site_rows import rows_of_sites

if TYPE_CHECKING:
    import pandas as pd

_ROWS_BETWEEN_REPORTS = 500
_NAMES_SHOWN = 20
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class SiteLayer:
    """The sites as read: fields and a column of values for each as they came, and the table for core."""

    fields: QgsFields
    columns: list[Sequence[Any]]
    frame: pd.DataFrame
    n_many_points: int


def read_sites(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    table: PlainTable | None = None,
) -> SiteLayer:
    """Sites in EPSG:4326; the fields pcode (else the feature's id) and workers are used where they exist.

    table: all of the source, where it is such a table; it is read faster.
    Raises GeometryError for a layer of anything but points, without a CRS, without any point or with
    points outside the globe, TableError without features.
    """
    import pandas as pd

    from ..core.areas.fields import as_text

    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.UnknownGeometry):
        raise GeometryError(
            tr("The layer '{0}' does not hold points; choose a layer with a point for each site.").format(
                source.sourceName()
            )
        )
    if not source.sourceCrs().isValid():
        raise GeometryError(
            tr(
                "The layer '{0}' has no coordinate reference system; set it in the layer's properties."
            ).format(source.sourceName())
        )
    columns, ids, lon, lat, n_many = _read(source, context, progress, table)
    if len(lon) == 0:
        raise TableError(
            tr("The layer '{0}' has no sites; choose a layer with points.").format(source.sourceName())
        )
    fields = source.fields()
    key, workers = fields.lookupField("pcode"), fields.lookupField("workers")
    frame = pd.DataFrame(
        {
            "pcode": pd.Series(
                [as_text(value) for value in (plain_values(columns[key]) if key >= 0 else ids)]
            ),
            "longitude": lon,
            "latitude": lat,
            "workers": pd.Series(list(plain_values(columns[workers]))) if workers >= 0 else None,
        }
    )
    frame["workers"] = pd.to_numeric(frame["workers"], errors="coerce").astype("float64")
    if frame["longitude"].isna().all():
        raise GeometryError(
            tr(
                "None of the {0} sites of '{1}' has a location; import them with coordinates or choose "
                "another layer."
            ).format(len(frame), source.sourceName())
        )
    astray = (frame["longitude"].abs() > 180) | (frame["latitude"].abs() > 90)
    if astray.any():
        first = frame[astray].iloc[0]
        raise GeometryError(
            tr(
                "{0} sites lie outside the degrees of the globe (the first, {1}, at {2:.6g}, {3:.6g}); "
                "correct the coordinate reference system of the layer '{4}'."
            ).format(
                int(astray.sum()),
                first["pcode"],
                first["longitude"],
                first["latitude"],
                source.sourceName(),
            )
        )
    progress(1.0)
    return SiteLayer(fields, columns, frame, n_many)


def _read(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    table: PlainTable | None,
) -> tuple[list[Sequence[Any]], Sequence[int], Sequence[float], Sequence[float], int]:
    """Columns of SiteLayer, ids of the features, longitudes and latitudes, and the sites with several points."""
    if table is not None:
        try:
            with opened(table.file) as database:
                rows = rows_of_sites(database, table, progress)
            return rows.columns, rows.columns[0], rows.lon, rows.lat, 0
        except (UnusualTableError, sqlite3.Error):
            pass  # QGIS reads it, or says what is wrong with it
    request = QgsFeatureRequest().setDestinationCrs(wgs84(), context.transformContext())
    attributes, ids, places, n_many = [], [], [], 0
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            progress(number / total)
        attributes.append(feature.attributes())
        ids.append(feature.id())
        place, is_many = _point_of(feature.geometry())
        places.append(place)
        n_many += is_many
    return list(zip(*attributes)), ids, *(list(zip(*places)) or [(), ()]), n_many


def _point_of(geometry: QgsGeometry) -> tuple[tuple[float, float], bool]:
    """Longitude and latitude of a site (NaN without a point), and whether it has more points."""
    point = geometry.constGet()
    if isinstance(point, QgsPoint):  # most are, and the rest is slow
        return (point.x(), point.y()), False
    is_point = geometry.type() == QgsWkbTypes.GeometryType.PointGeometry
    if geometry.isNull() or geometry.isEmpty() or not is_point:
        return (float("nan"), float("nan")), False
    vertices = geometry.vertices()
    first = vertices.next()
    return (first.x(), first.y()), vertices.hasNext()


def site_report(sites: SiteLayer, rows_are_sites: bool = True) -> list[str]:
    """A sentence for everything about the sites that was not as it should be.

    rows_are_sites: rows that repeat a pcode count one by one, and it is said.
    """
    frame, lines = sites.frame, []
    if sites.n_many_points:
        lines.append(tr("{0} sites have several points; the first was used.").format(sites.n_many_points))
    repeated = int(frame["pcode"].duplicated().sum())
    if repeated and rows_are_sites:
        lines.append(tr("{0} rows repeat a pcode; each row counts as a site.").format(repeated))
    lost = frame.loc[frame["longitude"].isna(), "pcode"].astype(str).tolist()
    if lost:
        shown = ", ".join(lost[:_NAMES_SHOWN]) + (" ..." if len(lost) > _NAMES_SHOWN else "")
        lines.append(tr("{0} sites have no geometry and got no result: {1}").format(len(lost), shown))
    at_zero = int(((frame["longitude"] == 0) & (frame["latitude"] == 0)).sum())
    if at_zero:
        lines.append(
            tr("{0} sites lie at longitude 0, latitude 0; correct their coordinates.").format(at_zero)
        )
    return lines
