"""A layer of mining titles read for asm:titleoverlap, with its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsLayerMetadata, QgsProcessingContext, QgsProcessingFeatureSource, QgsWkbTypes

from ..core.exceptions import GeometryError, TableError
from .algorithm import RESOURCES, AsmAlgorithm
from .area_layers import report_lines, shapely_of
from .frames import as_text, read_columns, wgs84

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

TITLE_WORDS = RESOURCES / "areas" / "titles.json"
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class TitleLayer:
    """The titles that can be used, all that came, and what was done to them.

    every: as classify_titles yields it, all rows; frame and polygons: those with a usable geometry.
    """

    every: pd.DataFrame
    frame: pd.DataFrame
    polygons: np.ndarray
    n_repaired: int
    report: list[str]
    absent: list[str]


def read_titles(
    source: QgsProcessingFeatureSource,
    at: date,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> TitleLayer:
    """Titles in EPSG:4326 with their standing on the day `at`; without a number they get their place from 1.

    Raises GeometryError for a layer of anything but polygons, without a CRS, with coordinates outside the
    globe or without any usable polygon, TableError without features or without a field for the type.
    """
    import pandas as pd

    from ..core.areas.cleaning import clean_areas
    from ..core.areas.fields import match_fields
    from ..core.areas.titles import ROLES, classify_titles, read_title_words

    name = source.sourceName()
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry):
        raise GeometryError(
            tr("The layer '{0}' does not hold polygons; choose a layer of mining titles.").format(name)
        )
    words = read_title_words(TITLE_WORDS)
    roles = match_fields([field.name() for field in source.fields()], words.fields)
    if "type" not in roles:
        raise TableError(
            tr("The layer '{0}' has no field for the type of title; rename it to 'type'.").format(name)
        )
    columns, geometries = read_columns(
        source,
        progress,
        names=sorted(set(roles.values())),
        geometry=True,
        crs=wgs84(),
        transform_context=context.transformContext(),
    )
    if not geometries:
        raise TableError(tr("The layer '{0}' has no titles; choose another layer.").format(name))
    empty = [None] * len(geometries)
    texts = {role: [as_text(value) for value in columns.get(roles.get(role), empty)] for role in ROLES}
    every = classify_titles(pd.DataFrame(texts, dtype=object), words, at)
    number = pd.Series(range(1, len(every) + 1), index=every.index).astype(str)
    every["code"] = every["code"].where(every["code"].notna(), number)
    cleaned = clean_areas([shapely_of(geometry) for geometry in geometries])
    used = cleaned.is_used
    if not used.any():
        raise GeometryError(
            tr("None of the {0} titles of '{1}' can be used ({2}); choose a layer with polygons.").format(
                len(every), name, ", ".join(sorted(set(cleaned.report["reason"])))
            )
        )
    return TitleLayer(
        every,
        every[used].reset_index(drop=True),
        cleaned.polygons[used],
        int(cleaned.is_repaired.sum()),
        report_lines(cleaned, every["code"].tolist()),
        [role for role in ROLES if role not in roles and role != "granted"],
    )


def stated_date(metadata: QgsLayerMetadata) -> date | None:
    """The day for which a layer speaks by its metadata: the end of its time span, else its beginning.

    Dates of revision and publication are not asked: QGIS has them only from 3.30 on.
    """
    spans = metadata.extent().temporalExtents()
    moments = [span.end() if span.end().isValid() else span.begin() for span in spans]
    return next((moment.date().toPyDate() for moment in moments if moment.isValid()), None)
