"""Layers of sites and of areas read for the overlap algorithms, and areas written back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.exceptions import GeometryError, TableError
from .algorithm import RESOURCES, AsmAlgorithm
from .area_cache import digests_of, known_valid, remember_valid
from .frames import plain, read_columns, wgs84

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.areas.cleaning import CleanedAreas
    from ..core.areas.cleaning_near import SitesNear

AREA_FIELDS = RESOURCES / "areas" / "fields.json"
_ROWS_BETWEEN_REPORTS = 500
_NAMES_SHOWN = 20
_GEOMETRIES_AT_ONCE = 100
_READY_FOR_CORE = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class SiteLayer:
    """The sites as read: fields and attributes as they came, and the table for core."""

    fields: QgsFields
    attributes: list[list[Any]]
    frame: pd.DataFrame
    n_many_points: int


@dataclass(frozen=True)
class AreaLayer:
    """The areas that can be used, with what was done to all that came."""

    frame: pd.DataFrame
    polygons: np.ndarray
    is_repaired: np.ndarray
    report: list[str]
    n_left_out: int


def read_sites(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> SiteLayer:
    """Sites in EPSG:4326; the fields pcode (else the feature's id) and workers are used where they exist.

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
    request = QgsFeatureRequest().setDestinationCrs(wgs84(), context.transformContext())
    fields = source.fields()
    key, workers = fields.lookupField("pcode"), fields.lookupField("workers")
    attributes, rows, n_many = [], [], 0
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            progress(number / total)
        values = feature.attributes()
        attributes.append(values)
        point, is_many = _point_of(feature.geometry())
        n_many += is_many
        pcode = as_text(plain(values[key]) if key >= 0 else feature.id())
        rows.append((pcode, *point, plain(values[workers]) if workers >= 0 else None))
    if not rows:
        raise TableError(
            tr("The layer '{0}' has no sites; choose a layer with points.").format(source.sourceName())
        )
    frame = pd.DataFrame(rows, columns=["pcode", "longitude", "latitude", "workers"])
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
    return SiteLayer(fields, attributes, frame, n_many)


@dataclass(frozen=True)
class GivenAreas:
    """Areas as given: a column per role of core.areas.fields.ROLES (name as area_name), geometries of core.

    Text or None, reported_km2 as it is; areas without a key get their place in the layer (from 1), those
    without a name their key. fields: role -> the layer's field. digests: of the geometries, for area_cache.
    """

    frame: pd.DataFrame
    geometries: np.ndarray
    fields: dict[str, str]
    digests: np.ndarray


def read_given_areas(
    source: QgsProcessingFeatureSource,
    name_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> GivenAreas:
    """Areas in EPSG:4326; name_field overrules the field found for names when not empty.

    Raises GeometryError for a table or without a CRS, TableError without features or without the field
    asked for.
    """
    import pandas as pd

    from ..core.areas.fields import ROLES, as_text, match_fields, read_area_fields

    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        raise GeometryError(
            tr("The layer '{0}' is a table without areas; choose a layer with polygons.").format(
                source.sourceName()
            )
        )
    roles = match_fields([field.name() for field in source.fields()], read_area_fields(AREA_FIELDS))
    if name_field:
        if source.fields().lookupField(name_field) < 0:
            raise TableError(
                tr("The layer '{0}' has no field '{1}'; choose another name field.").format(
                    source.sourceName(), name_field
                )
            )
        roles["name"] = name_field
    columns, wkbs = read_columns(
        source,
        lambda fraction: progress(0.5 * fraction),
        names=sorted(set(roles.values())),
        geometry=True,
        crs=wgs84(),
        transform_context=context.transformContext(),
        geometry_as=_wkb_of,
    )
    if not wkbs:
        raise TableError(
            tr("The layer '{0}' has no areas; choose a layer with polygons.").format(source.sourceName())
        )
    empty = [None] * len(wkbs)
    values = {role: columns.get(roles.get(role), empty) for role in ROLES}
    texts = {role: [as_text(value) for value in values[role]] for role in ROLES if role != "reported_km2"}
    frame = pd.DataFrame(texts, dtype=object).rename(columns={"name": "area_name"})
    frame["reported_km2"] = pd.Series(values["reported_km2"], dtype=object)
    number = pd.Series(range(1, len(frame) + 1), index=frame.index).astype(str)
    frame["area_id"] = frame["area_id"].where(frame["area_id"].notna(), number)
    frame["area_name"] = frame["area_name"].where(frame["area_name"].notna(), frame["area_id"])
    geometries, digests = _from_wkb(wkbs, lambda fraction: progress(0.5 + 0.5 * fraction))
    return GivenAreas(frame, geometries, roles, digests)


def read_areas(
    source: QgsProcessingFeatureSource,
    name_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    second_tier: bool = False,
    near: SitesNear | None = None,
) -> AreaLayer:
    """Areas in EPSG:4326, cleaned, as read_given_areas reads them.

    Of layers made by asm:prepareprotectedareas, areas of the second tier are left out unless second_tier,
    and those marked approximate stay so. near: boundaries are checked and repaired only where they can matter
    to these sites; `relate` with them does not look at the others.
    Raises what read_given_areas raises, GeometryError with coordinates outside the globe or without any
    usable area, TableError for a prepared layer whose overlaps were erased or dissolved.
    """
    import pandas as pd

    from ..core.areas.cleaning_near import clean_areas_near

    given = read_given_areas(source, name_field, context, lambda fraction: progress(0.5 * fraction))
    frame = given.frame
    is_prepared = {"tier", "tier_reason", "overlaps"} <= set(given.fields)
    if is_prepared and frame["overlaps"].isin(["erased", "dissolved"]).any():
        raise TableError(
            tr(
                "The overlaps in '{0}' were taken out for area totals; prepare the areas again without that."
            ).format(source.sourceName())
        )
    is_second = (frame["tier"] == "2").to_numpy() & is_prepared
    if is_second.all() and not second_tier:
        raise GeometryError(
            tr("All areas of '{0}' are of the second tier; switch the second tier on to use them.").format(
                source.sourceName()
            )
        )
    frame["tier"] = pd.array([2 if second else 1 for second in is_second.tolist()], dtype="Int64")
    cleaned, is_checked = clean_areas_near(
        given.geometries,
        frame["reported_km2"].tolist(),
        known_valid(given.digests),
        second_tier | ~is_second,
        near,
        lambda fraction: progress(0.5 + 0.5 * fraction),
    )
    as_it_came = cleaned.is_used & ~cleaned.is_repaired & ~cleaned.is_approximate
    remember_valid(given.digests[as_it_came & is_checked])
    stated = frame["approximate"] == "yes"
    frame["approximate"] = ["yes" if circle else "no" for circle in (stated | cleaned.is_approximate)]
    used = cleaned.is_used & (second_tier | ~is_second)
    if not used.any():
        raise GeometryError(
            tr("None of the {0} areas of '{1}' can be used ({2}); choose a layer with polygons.").format(
                len(frame), source.sourceName(), ", ".join(sorted(set(cleaned.report["reason"])))
            )
        )
    names = frame["area_name"].tolist()
    report = _report_lines(cleaned, names)
    if not is_checked[used & as_it_came].all():
        report.append(
            tr("Not checked, too far from every site to matter: {0} of {1} areas.").format(
                int((used & as_it_came & ~is_checked).sum()), int(used.sum())
            )
        )
    if is_second.any() and not second_tier:
        report.append(
            tr("Left out, second tier ({0}): {1}.").format(
                int(is_second.sum()), "; ".join(frame.loc[is_second, "area_name"])
            )
        )
    return AreaLayer(
        frame[used].reset_index(drop=True),
        cleaned.polygons[used],
        cleaned.is_repaired[used],
        report,
        int((~used).sum()),
    )


def _report_lines(cleaned: CleanedAreas, names: list[str]) -> list[str]:
    words = {
        "repaired": tr("Repaired: {name}, {reason}; now {area} ha, changed by {change} ha."),
        "circle": tr("Taken as a circle: {name}, {area} ha (boundary approximate)."),
        "left_out": tr("Left out: {name}, {reason}."),
    }
    lines = []
    for row in cleaned.report.to_dict("records"):
        line = words[row["action"]].format(
            name=names[row["row"]],
            reason=row["reason"],
            area=f"{row['area_ha']:,.0f}",
            change=f"{row['area_change_ha']:+,.1f}",
        )
        if row["n_parts_dropped"]:
            line += " " + tr("{0} lines or points dropped.").format(row["n_parts_dropped"])
        lines.append(line)
    return lines


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


def _shapely_of(geometry: QgsGeometry):
    """One QGIS geometry for core; None when it is empty or cannot be read."""
    return _from_wkb([_wkb_of(geometry)])[0][0]


def _wkb_of(geometry: QgsGeometry) -> bytes | None:
    """A QGIS geometry for core: flat and with straight edges; None when it is empty."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    kind = geometry.wkbType()
    if kind in _READY_FOR_CORE:
        return geometry.asWkb().data()
    straight = geometry.constGet().segmentize() if QgsWkbTypes.isCurvedType(kind) else None
    flat = QgsGeometry(straight if straight is not None else geometry.constGet().clone())
    flat.get().dropZValue()
    flat.get().dropMValue()
    return flat.asWkb().data()


def _from_wkb(
    texts: list[bytes | None], progress: Callable[[float], None] = lambda fraction: None
) -> tuple[np.ndarray, np.ndarray]:
    """Geometries of core, None for what cannot be read, and digests; the list is emptied, as both are large."""
    import numpy as np
    import shapely

    geometries, digests = np.full(len(texts), None, dtype=object), [digests_of([])]
    for begin in range(0, len(texts), _GEOMETRIES_AT_ONCE):
        progress(begin / len(texts))
        part = slice(begin, begin + _GEOMETRIES_AT_ONCE)
        digests.append(digests_of(texts[part]))
        geometries[part] = shapely.from_wkb(texts[part], on_invalid="ignore")
        texts[part] = [None] * len(texts[part])
    return geometries, np.concatenate(digests)


def with_polygons(features: Iterable[QgsFeature], polygons: np.ndarray) -> Iterator[QgsFeature]:
    """The features with the polygons (degrees, in the same order) as multipolygons."""
    import shapely

    for feature, wkb in zip(features, shapely.to_wkb(polygons).tolist()):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        yield feature


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
