"""Layers of sites and of areas read for the overlap algorithms, and areas written back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.exceptions import GeometryError, TableError
from .algorithm import RESOURCES, AsmAlgorithm
from .area_cache import digests_of, known_valid, remember_valid
from .frames import read_columns, wgs84

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
class AreaLayer:
    """The areas that can be used, with what was done to all that came."""

    frame: pd.DataFrame
    polygons: np.ndarray
    is_repaired: np.ndarray
    report: list[str]
    n_left_out: int


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
    report = report_lines(cleaned, names)
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


def report_lines(cleaned: CleanedAreas, names: list[str]) -> list[str]:
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


def shapely_of(geometry: QgsGeometry):
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
