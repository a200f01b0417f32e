"""Any layer read for the public export: all its fields, their kinds, and a point for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from .frames import read_columns, wgs84

if TYPE_CHECKING:
    from ..core.public.export import Given

_KINDS = {
    **dict.fromkeys(
        (QVariant.String, QVariant.Date, QVariant.DateTime, QVariant.Time, QVariant.StringList), "text"
    ),
    **dict.fromkeys(
        (QVariant.Int, QVariant.UInt, QVariant.LongLong, QVariant.ULongLong, QVariant.Bool), "int"
    ),
    QVariant.Double: "real",
}


def read_given(
    source: QgsProcessingFeatureSource, context: QgsProcessingContext, progress: Callable[[float], None]
) -> Given:
    """All fields and a point for each row: of its geometry, else of its fields longitude and latitude."""
    import numpy as np

    from ..core.public.export import Given
    from ..core.public.fields import as_number

    fields: QgsFields = source.fields()
    with_points = source.wkbType() != QgsWkbTypes.Type.NoGeometry
    values, geometries = read_columns(
        source,
        progress,
        geometry=with_points,
        crs=wgs84() if with_points else None,
        transform_context=context.transformContext(),
        geometry_as=_point,
    )
    if with_points:
        lon, lat = (np.array([point[axis] for point in geometries], dtype=float) for axis in (0, 1))
    else:
        own = {name.casefold(): name for name in values}
        none = [None] * len(next(iter(values.values()), []))
        lon, lat = (
            np.array(
                [
                    np.nan if number is None else number
                    for number in map(as_number, values.get(own.get(axis), none))
                ],
                dtype=float,
            )
            for axis in ("longitude", "latitude")
        )
    kinds = {field.name(): _KINDS.get(field.type(), "other") for field in fields}
    for name, column in values.items():
        if any(isinstance(value, (bool, list, tuple)) for value in column):
            values[name] = [_scalar(value) for value in column]
    return Given(values, kinds, lon, lat)


def _scalar(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return ";".join(map(str, value)) if isinstance(value, (list, tuple)) else value


def _point(geometry: QgsGeometry) -> tuple[float, float]:
    if geometry.isNull() or geometry.isEmpty():
        return float("nan"), float("nan")
    centroid = geometry.centroid()
    if centroid.isNull() or centroid.isEmpty():
        return float("nan"), float("nan")
    point = centroid.asPoint()
    return point.x(), point.y()
