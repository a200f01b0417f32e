"""Administrative units as polygons: which field of a layer names them, and the layer read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

from ..cartography.recipe import DEFAULT_RECIPE, read_recipe
from ..core.wording import say
from .area_layers import read_areas

if TYPE_CHECKING:
    import pandas as pd


def unit_name_field(source: QgsProcessingFeatureSource, provinces: bool = False) -> str:
    """The field with the names of units, '' for none known; of provinces alone, or of the smallest units."""
    fields = read_recipe(DEFAULT_RECIPE).name_fields
    candidates = fields("provinces") if provinces else [*fields("territories"), *fields("provinces")]
    names = {name.casefold(): name for name in source.fields().names()}
    return next((names[name] for name in candidates if name in names), "")


def units_of_sites(
    sites: pd.DataFrame,
    source: QgsProcessingFeatureSource | None,
    name_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> tuple[pd.DataFrame, list[str]]:
    """Columns within and unit, a row per site, and sentences for the user.

    The units are those of the layer (name_field overrules the field found when not empty), or without one
    what the fields admin1 and admin2 of the sites tell.
    """
    from ..core.areas.overlap_tables import units_of_fields, units_of_polygons

    if source is not None:
        units = read_areas(source, name_field or unit_name_field(source), context, progress)
        lon, lat = (sites[axis].to_numpy(dtype=float) for axis in ("longitude", "latitude"))
        return units_of_polygons(lon, lat, units.polygons, units.frame["area_name"]), units.report
    report = []
    if not {"admin1", "admin2"} & set(sites.columns):
        report.append(
            say("The sites have neither admin1 nor admin2, so the unit of all is unknown; give ADMIN.")
        )
    return units_of_fields(sites), report
