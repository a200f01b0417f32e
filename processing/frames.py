"""Layers to tables and back: the one border between QGIS values and pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

from ..cartography import field_types
from ..core.columns import Column
from ..core.exceptions import GeometryError, TableError
from ..core.wording import say, to_say

if TYPE_CHECKING:
    import pandas as pd

WGS84 = "EPSG:4326"
_FIELD_TYPES = {
    "text": field_types.TEXT,
    "int": field_types.LONG_WHOLE,
    "real": field_types.REAL,
    "date": field_types.DATE,
}
_KIND_WORDS = {
    "int": to_say("whole numbers"),
    "real": to_say("numbers"),
    "date": to_say("dates such as 2026-05-31"),
}
_ROWS_BETWEEN_REPORTS = 500
_ROWS_AT_ONCE = 50_000
_ALREADY_PLAIN = frozenset((str, int, float, bool))
_PLAIN_OR_NONE = _ALREADY_PLAIN | {type(None)}


def wgs84() -> QgsCoordinateReferenceSystem:
    """The CRS of all atlas tables."""
    return QgsCoordinateReferenceSystem(WGS84)


def fields_of(columns: Iterable[Column]) -> QgsFields:
    """QGIS fields for table columns; the note of each column becomes its comment."""
    fields = QgsFields()
    for column in columns:
        field = QgsField(column.name, _FIELD_TYPES[column.kind])
        field.setComment(column.note)
        fields.append(field)
    return fields


def plain(value: Any) -> Any:
    """A QGIS attribute as a Python scalar: NULL becomes None, dates become ISO text."""
    if type(value) in _ALREADY_PLAIN:  # most are; comparing with NULL is slow
        return value
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        text = value.toString("yyyy-MM-ddTHH:mm:ss")
        return text[:10] if text.endswith("T00:00:00") else text
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss")
    return value


def plain_values(values: Sequence[Any]) -> Sequence[Any]:
    """A column of QGIS attributes as Python scalars."""
    return values if _PLAIN_OR_NONE.issuperset(map(type, values)) else list(map(plain, values))


def as_text(value: Any) -> str | None:
    """An attribute as a text table would write it, so that typed and untyped layers read alike."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        if value != value:
            return None
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def read_columns(
    source: QgsFeatureSource,
    progress: Callable[[float], None],
    *,
    names: Sequence[str] | None = None,
    geometry: bool = False,
    crs: QgsCoordinateReferenceSystem | None = None,
    transform_context: QgsCoordinateTransformContext | None = None,
    geometry_as: Callable[[QgsGeometry], Any] = QgsGeometry,
) -> tuple[dict[str, list[Any]], list[Any]]:
    """Attributes by field name (plain Python values) and, when asked for, geometries.

    names: the fields to read, all when None. crs: geometries are reprojected to it by QGIS. geometry_as: what is
    kept of each geometry.
    Raises GeometryError when the layer has geometries but no CRS and one is asked for.
    """
    fields = source.fields()
    names = list(names) if names is not None else [field.name() for field in fields]
    indexes = [fields.lookupField(name) for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    if geometry and crs is not None:
        if not source.sourceCrs().isValid():
            raise GeometryError(
                say(
                    "The layer '{0}' has no coordinate reference system; set it in the layer's properties.",
                    source.sourceName(),
                )
            )
        request.setDestinationCrs(crs, transform_context or QgsCoordinateTransformContext())
    if not geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    columns: list[list[Any]] = [[] for _ in names]
    geometries: list[Any] = []
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            progress(number / total)
        attributes = feature.attributes()
        for column, index in zip(columns, indexes):
            column.append(plain(attributes[index]))
        if geometry:
            geometries.append(geometry_as(feature.geometry()))
    progress(1.0)
    return dict(zip(names, columns)), geometries


def read_table(
    source: QgsFeatureSource,
    columns: Sequence[Column],
    needed: Sequence[str],
    progress: Callable[[float], None],
    title: str,
) -> pd.DataFrame:
    """An atlas table read back from any layer, with the types of core.tables.

    Columns that the layer lacks are left out; TableError names those of `needed` that it lacks.
    """
    import pandas as pd

    present = [column for column in columns if source.fields().lookupField(column.name) >= 0]
    absent = sorted(set(needed) - {column.name for column in present})
    if absent:
        raise TableError(
            say(
                "The table {0} lacks the fields {1}; use the output of 'Import mine-site visits' or "
                "rename your fields.",
                title,
                ", ".join(absent),
            )
        )
    values, _ = read_columns(source, progress, names=[column.name for column in present])
    frame = pd.DataFrame(index=range(len(next(iter(values.values()), []))))
    for column in present:
        frame[column.name] = typed_column(values[column.name], column, title)
    return frame


def locate(
    frame: pd.DataFrame,
    source: QgsFeatureSource,
    transform_context: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
) -> None:
    """Give the rows of a table read from `source` the longitude and latitude of its geometries.

    Nothing is done where the table has both columns; without geometries they become NaN.
    """
    if {"longitude", "latitude"} <= set(frame.columns):
        return
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        frame["longitude"] = frame["latitude"] = float("nan")
        return
    _, geometries = read_columns(
        source, progress, names=[], geometry=True, crs=wgs84(), transform_context=transform_context
    )
    points = [None if geometry.isNull() else geometry.centroid().asPoint() for geometry in geometries]
    frame["longitude"] = [float("nan") if point is None else point.x() for point in points]
    frame["latitude"] = [float("nan") if point is None else point.y() for point in points]


def typed_column(values: list[Any], column: Column, title: str) -> pd.Series:
    """A column with the type of the contract; TableError names the first value that has another."""
    import pandas as pd

    if column.kind == "text":
        texts = [None if value is None or value == "" else str(value) for value in values]
        return pd.Series(texts, dtype=object)
    given = pd.Series([None if value == "" else value for value in values], dtype=object)
    if column.kind == "date":
        # Text files of GDAL have 2021/03/04; day and month in other orders would be a guess.
        texts = given.map(lambda value: str(value)[:10].replace("/", "-"), na_action="ignore")
        typed = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce").astype("datetime64[ns]")
    else:
        typed = pd.to_numeric(given, errors="coerce").astype("float64")
        typed = typed.where(typed.abs() != float("inf"))
    strange = given[typed.isna() & given.notna()]
    if len(strange):
        raise TableError(
            say(
                "The field {name} of {title} must hold {kind}, not '{value}' (in {n_rows} rows); "
                "correct these values or empty them.",
                name=column.name,
                title=title,
                kind=say(_KIND_WORDS[column.kind]),
                value=strange.iloc[0],
                n_rows=len(strange),
            )
        )
    return typed.round().astype("Int64") if column.kind == "int" else typed


def features_of(
    frame: pd.DataFrame, columns: Sequence[Column], fields: QgsFields, located: bool
) -> Iterable[QgsFeature]:
    """The rows of an atlas table as features; points come from longitude and latitude.

    Rows without coordinates get no geometry. They are made part by part, so that few are in memory at a time.
    """
    if located:
        points = zip(frame["longitude"].tolist(), frame["latitude"].tolist())
    else:
        points = repeat((float("nan"), float("nan")))
    for row, (x, y) in zip(rows_of(frame, columns), points):
        feature = QgsFeature(fields)
        feature.setAttributes(row)
        if x == x and y == y:
            feature.setGeometry(QgsPoint(x, y))
        yield feature


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[list[Any]]:
    """The rows of a table as attributes for QGIS, made part by part."""
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        part = frame.iloc[start : start + _ROWS_AT_ONCE]
        yield from map(list, zip(*(_attributes(part[column.name], column.kind) for column in columns)))


def values_of(series: pd.Series, kind: str) -> list[Any]:
    """The values of a column of an atlas table as Python scalars, None for missing, dates in ISO."""
    if kind == "date":
        series = series.dt.strftime("%Y-%m-%d")
    if kind in ("text", "date"):
        return [str(value) if there else None for value, there in zip(series, series.notna())]
    dtype = "int64" if kind == "int" else "float64"
    values = series.to_numpy(dtype=dtype, na_value=0).tolist()
    return [value if there else None for value, there in zip(values, series.notna().tolist())]


def _attributes(series: pd.Series, kind: str) -> list[Any]:
    """Values for QGIS, which drops rows that hold NumPy ones; null for missing.

    Texts and dates that are repeated are handed to Qt once, not cell by cell: a fifth of the time of writing.
    """
    import pandas as pd

    if kind in ("text", "date"):
        labels, distinct = pd.factorize(series)
        values = [QDate(d.year, d.month, d.day) if kind == "date" else str(d) for d in distinct]
        if len(values) < len(series) / 4:
            values = [QVariant(value) for value in values]
        values.append(NULL)
        return [values[label] for label in labels.tolist()]
    dtype = "int64" if kind == "int" else "float64"
    values = series.to_numpy(dtype=dtype, na_value=0).tolist()
    return [NULL if gone else value for value, gone in zip(values, series.isna().tolist())]


def geometry_type(located: bool) -> QgsWkbTypes.Type:
    """Points for tables on the map, no geometry for the others."""
    return QgsWkbTypes.Type.Point if located else QgsWkbTypes.Type.NoGeometry
