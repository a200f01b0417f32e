"""Layers of sites and of areas read for the overlap algorithms, and areas written back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

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
from .area_rows import polygons_of, rows_of_areas
from .frames import read_columns, wgs84
from .geopackage import PlainTable, UnusualTableError, opened

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.areas.cleaning import CleanedAreas
    from ..core.areas.cleaning_near import SitesNear, UnreadAreas

AREA_FIELDS = RESOURCES / "areas" / "fields.json"
_ROWS_BETWEEN_REPORTS = 500
_NAMES_SHOWN = 20
_GEOMETRIES_AT_ONCE = 100
_BYTES_TO_WAIT = 100_000_000  # below, to look for those that matter costs more than to read all
_AREAL = ("POLYGON", "MULTIPOLYGON")
_READY_FOR_CORE = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class AreaLayer:
    """The areas that can be used, with what was done to all that came.

    matters: (m,) bool, the areas that may cover or be the nearest of a site, where read_areas was told the sites;
    polygons of others may be invalid, or no more than boxes.
    """

    frame: pd.DataFrame
    polygons: np.ndarray
    is_repaired: np.ndarray
    report: list[str]
    n_left_out: int
    matters: np.ndarray


@dataclass(frozen=True)
class GivenAreas:
    """Areas as given: a column per role of core.areas.fields.ROLES (name as area_name), geometries of core.

    Text or None, reported_km2 as it is; areas without a key get their place in the layer (from 1), those
    without a name their key. fields: role -> the layer's field. digests: of the geometries, for area_cache.
    unread: which geometries are no more than a box so far; reading one sets its digest as well.
    """

    frame: pd.DataFrame
    geometries: np.ndarray
    fields: dict[str, str]
    digests: np.ndarray
    unread: UnreadAreas | None = None


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
    roles = _roles(source, name_field)
    columns, wkbs = read_columns(
        source,
        lambda fraction: progress(0.5 * fraction),
        names=sorted(set(roles.values())),
        geometry=True,
        crs=wgs84(),
        transform_context=context.transformContext(),
        geometry_as=_wkb_of,
    )
    frame = _frame(columns, roles, len(wkbs), source)
    geometries, digests = _from_wkb(wkbs, lambda fraction: progress(0.5 + 0.5 * fraction))
    return GivenAreas(frame, geometries, roles, digests)


def _given_by_table(
    database: sqlite3.Connection,
    table: PlainTable,
    source: QgsProcessingFeatureSource,
    name_field: str,
    may_wait: bool,
    progress: Callable[[float], None],
) -> GivenAreas:
    """As read_given_areas, out of the layer's database; may_wait: of very large areas boxes will do at first.

    Raises UnusualTableError and sqlite3.Error as well, also from reading what waits.
    """
    import numpy as np
    import shapely

    from ..core.areas.cleaning_near import UnreadAreas

    roles = _roles(source, name_field)
    rows = rows_of_areas(database, table, sorted(set(roles.values())), lambda f: progress(0.5 * f))
    frame = _frame(rows.columns, roles, len(rows.key), source)
    is_box = rows.is_area & np.isfinite(rows.box).all(axis=1)
    if not may_wait or rows.n_bytes < _BYTES_TO_WAIT or table.shape not in _AREAL:
        is_box[:] = False
    geometries, digests = np.full(len(frame), None, dtype=object), digests_of([None] * len(frame))

    def read(wanted: np.ndarray, told: Callable[[float], None]) -> None:
        geometries[wanted], digests[wanted] = polygons_of(database, table, rows, wanted, told)

    def read_later(wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        read(wanted, lambda fraction: progress(1.0))
        return geometries[wanted], known_valid(digests[wanted])

    read(np.flatnonzero(~is_box), lambda fraction: progress(0.5 + 0.5 * fraction))
    geometries[is_box] = shapely.box(*rows.box[is_box].T)
    return GivenAreas(frame, geometries, roles, digests, UnreadAreas(is_box, read_later))


def _roles(source: QgsProcessingFeatureSource, name_field: str) -> dict[str, str]:
    """Role of core.areas.fields -> the layer's field; name_field is that of names when not empty."""
    from ..core.areas.fields import match_fields, read_area_fields

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
    return roles


def _frame(
    columns: dict[str, Sequence[Any]], roles: dict[str, str], n: int, source: QgsProcessingFeatureSource
) -> pd.DataFrame:
    """The frame of GivenAreas, from the values of n areas by field."""
    import pandas as pd

    from ..core.areas.fields import ROLES, as_text

    if n == 0:
        raise TableError(
            tr("The layer '{0}' has no areas; choose a layer with polygons.").format(source.sourceName())
        )
    empty = [None] * n
    texts = {
        role: list(map(as_text, columns[roles[role]])) if role in roles else empty
        for role in ROLES
        if role != "reported_km2"
    }
    frame = pd.DataFrame(texts, dtype=object).rename(columns={"name": "area_name"})
    frame["reported_km2"] = pd.Series(columns.get(roles.get("reported_km2"), empty), dtype=object)
    number = pd.Series(range(1, n + 1), index=frame.index).astype(str)
    frame["area_id"] = frame["area_id"].where(frame["area_id"].notna(), number)
    frame["area_name"] = frame["area_name"].where(frame["area_name"].notna(), frame["area_id"])
    return frame


def read_areas(
    source: QgsProcessingFeatureSource,
    name_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
    second_tier: bool = False,
    near: SitesNear | None = None,
    table: PlainTable | None = None,
) -> AreaLayer:
    """Areas in EPSG:4326, cleaned, as read_given_areas reads them.

    Of layers made by asm:prepareprotectedareas, areas of the second tier are left out unless second_tier,
    and those marked approximate stay so. near: boundaries are checked and repaired only where they can matter
    to these sites.
    table: all of the source, where it is such a table; it is read faster.
    Raises what read_given_areas raises, GeometryError with coordinates outside the globe or without any
    usable area, TableError for a prepared layer whose overlaps were erased or dissolved.
    """

    def half(fraction: float) -> None:
        progress(0.5 * fraction)

    if table is not None:
        try:
            with opened(table.file) as database:
                given = _given_by_table(database, table, source, name_field, near is not None, half)
                return _cleaned(given, source, second_tier, near, progress)
        except (UnusualTableError, sqlite3.Error):
            pass  # QGIS reads it, or says what is wrong with it
    given = read_given_areas(source, name_field, context, half)
    return _cleaned(given, source, second_tier, near, progress)


def _cleaned(
    given: GivenAreas,
    source: QgsProcessingFeatureSource,
    second_tier: bool,
    near: SitesNear | None,
    progress: Callable[[float], None],
) -> AreaLayer:
    """The areas that read_areas yields; progress goes from a half to 1."""
    import pandas as pd

    from ..core.areas.cleaning_near import clean_areas_near

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
    cleaned, is_checked, matters = clean_areas_near(
        given.geometries,
        frame["reported_km2"].tolist(),
        known_valid(given.digests),
        second_tier | ~is_second,
        near,
        lambda fraction: progress(0.5 + 0.5 * fraction),
        given.unread,
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
        matters[used],
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
