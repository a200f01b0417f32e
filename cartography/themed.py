"""A layer by a theme: its renderer, and what the legend says of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from qgis.core import QgsVectorLayer, QgsWkbTypes

from ..core.exceptions import SheetError
from ..core.wording import say
from .area_styles import themed_areas
from .class_style import themed_classes
from .glyph_legend import themed_glyph
from .group_style import group_dimensions, themed_rates
from .pair_style import themed_pairs
from .relation_styles import themed_bands
from .score_legend import dimension_words, score_legend
from .score_styles import themed_levels
from .theme import Theme
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

__all__ = ["LegendEntry", "LegendGroup", "ThemedLayer", "themed_layer"]


def themed_layer(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float = 1.0, *, as_of: date | None = None
) -> ThemedLayer:
    """The renderer and legend of a layer by a theme; the layer itself is not changed.

    language: en or fr. scale: factor on the sizes of signs and lines, 1 on A0 and on the screen. as_of: the day
    that years are counted back from; today if not given. Raises SheetError when the theme draws no layers.
    """
    draws = theme.at("draws")
    if draws not in _DRAWN:
        raise SheetError(say("The theme '{0}' draws no layer; choose another one.", theme.id))
    if "takes" in theme.document and not theme.argument:
        theme = dataclasses.replace(theme, argument=_first_dimension(theme, layer, language))
    if draws == "classes" and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        theme = dataclasses.replace(theme, document={**theme.document, "geometry": "polygon"})
    themed = _DRAWN[draws](theme, layer, language, scale, as_of or date.today())
    if "takes" not in theme.document:
        return themed
    words = dimension_words(layer, theme.argument, language)
    disclaimer = score_legend(layer, theme, language).disclaimer
    return dataclasses.replace(
        themed,
        heading=themed.heading.replace("{dimension}", words),
        note="\n".join(filter(None, (themed.note, disclaimer))),
    )


def _first_dimension(theme: Theme, layer: QgsVectorLayer, language: str) -> str:
    """The dimension of a layer that a theme shows when none is asked for."""
    of_layer = group_dimensions(layer) if theme.at("draws") == "rates" else ()
    return next(iter(of_layer or score_legend(layer, theme, language).dimensions), "")


_DRAWN: dict[str, Callable[[Theme, QgsVectorLayer, str, float, date], ThemedLayer]] = {
    "classes": themed_classes,
    "glyph": themed_glyph,
    "levels": themed_levels,
    "pairs": themed_pairs,
    "rates": themed_rates,
    "bands": themed_bands,
    "areas": themed_areas,
}
