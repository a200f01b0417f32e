"""Administrative units as polygons: which field of a layer names them, and the layer read."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

from ..cartography.recipe import DEFAULT_RECIPE, read_recipe
from .area_layers import AreaLayer, read_areas


def unit_name_field(source: QgsProcessingFeatureSource, provinces: bool = False) -> str:
    """The field with the names of units, '' for none known; of provinces alone, or of the smallest units."""
    of_units = read_recipe(DEFAULT_RECIPE).document["name_fields"]
    candidates = of_units["provinces"] if provinces else [*of_units["territories"], *of_units["provinces"]]
    names = {name.casefold(): name for name in source.fields().names()}
    return next((names[name] for name in candidates if name in names), "")


def read_units(
    source: QgsProcessingFeatureSource,
    name_field: str,
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> AreaLayer:
    """The units as areas with area_name; name_field overrules the field found when not empty."""
    return read_areas(source, name_field or unit_name_field(source), context, progress)
