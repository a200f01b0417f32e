"""Sites written back with their results, under names of fields that a file can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsFeature, QgsField, QgsFields, QgsPoint

from ..core.columns import Column
from .frames import fields_of, plain_values, rows_of, values_of
from .geopackage_points import PointRows
from .site_layers import SiteLayer

if TYPE_CHECKING:
    import pandas as pd

_GEOPACKAGE_GEOMETRY, _GEOPACKAGE_KEY = "geom", "fid"


def _is_no_key(sites: SiteLayer, index: int) -> bool:
    """Whether a field has the name of a GeoPackage's row numbers, but not a whole number of its own a row."""
    if sites.fields[index].name().lower() != _GEOPACKAGE_KEY:
        return False
    values = plain_values(sites.columns[index])
    return set(map(type, values)) != {int} or len(set(values)) < len(values)


def site_features(
    sites: SiteLayer, results: pd.DataFrame, columns: Sequence[Column]
) -> tuple[QgsFields, Iterator[QgsFeature], Callable[[], PointRows]]:
    """The fields of the sites without earlier results, then the results (columns); the features; and what yields rows.

    A field with the name that a GeoPackage gives its geometry, or with that of its row numbers and values that
    cannot be such, gets an underscore: it could not be written.
    """
    new = fields_of(columns)
    replaced = {column.name for column in columns}
    kept = [index for index, field in enumerate(sites.fields) if field.name().lower() not in replaced]
    names = {field.name().lower() for field in sites.fields} | replaced
    fields = QgsFields()
    for index in kept:
        field = QgsField(sites.fields[index])
        if field.name().lower() == _GEOPACKAGE_GEOMETRY or _is_no_key(sites, index):
            while field.name().lower() in names:
                field.setName(f"{field.name()}_")
            names.add(field.name().lower())
        fields.append(field)
    for field in new:
        fields.append(field)

    def features() -> Iterator[QgsFeature]:
        points = zip(sites.frame["longitude"].tolist(), sites.frame["latitude"].tolist())
        given = zip(*(sites.columns[index] for index in kept)) if kept else repeat(())
        for attributes, result, (x, y) in zip(given, rows_of(results, columns), points):
            feature = QgsFeature(fields)
            feature.setAttributes([*attributes, *result])
            if x == x and y == y:
                feature.setGeometry(QgsPoint(x, y))
            yield feature

    def rows() -> PointRows:
        given = [sites.columns[index] for index in kept]
        found = [values_of(results[column.name], column.kind) for column in columns]
        lon, lat = sites.frame[["longitude", "latitude"]].to_numpy(dtype=float).T
        return PointRows([*given, *found], lon, lat)

    return fields, features(), rows
