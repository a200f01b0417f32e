"""The style of a table of trends: up, down and level by shape and size as well as by colour."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ..core.score_tables import trend_dimensions
from .score_legend import score_legend
from .score_styles import disclaimer_category
from .symbols import plain_marker
from .theme import Theme

# Value, shape, angle, size in mm, fill, outline, legend. Blue and vermilion stay apart for all readers.
_TRENDS = (
    (
        "up",
        "triangle",
        0,
        3.6,
        "#2c7bb6",
        "solid",
        {"en": "up; larger: by a level or more", "fr": "en hausse ; grand : d'un niveau au moins"},
    ),
    (
        "down",
        "triangle",
        180,
        3.6,
        "#d55e00",
        "solid",
        {"en": "down; larger: by a level or more", "fr": "en baisse ; grand : d'un niveau au moins"},
    ),
    ("same", "square", 0, 2.2, "#8a8a8a", "solid", {"en": "the same", "fr": "inchangé"}),
    (
        "not_sure",
        "circle",
        0,
        2.6,
        "",
        "dot",
        {"en": "not sure: the intervals overlap", "fr": "incertain : les intervalles se recoupent"},
    ),
    ("", "circle", 0, 1.2, "#d5d5d5", "solid", {"en": "no comparison", "fr": "pas de comparaison"}),
)
_LEVEL_STEP_MM = 1.4


def style_trends(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """The trend of one dimension; an arrow is larger where the level changed too.

    dimension: its id; '' for the first one. A hollow dotted circle is a change that is not sure.
    """
    dimension = dimension or next(iter(trend_dimensions(layer.fields().names())), "")
    categories = []
    # Sites without a comparison lie at the bottom, those that went down on top.
    for place, (value, shape, angle, size, fill, dash, words) in enumerate(_TRENDS):
        symbol = plain_marker(theme, size_mm=size, shape=shape, fill=fill, dash=dash)
        marker = symbol.symbolLayer(0)
        marker.setAngle(angle)
        marker.setRenderingPass(len(_TRENDS) + (value == "down") * len(_TRENDS) - place)
        if value == "not_sure":
            marker.setStrokeWidth(0.5)
        if value in ("up", "down"):
            larger = f'if("{dimension}_level_change" <> 0, {size + _LEVEL_STEP_MM}, {size})'
            marker.setDataDefinedProperty(
                QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(larger)
            )
        categories.append(QgsRendererCategory(value, symbol, words.get(language, words["en"])))
    disclaimer = score_legend(layer, theme, language).disclaimer
    if disclaimer:
        categories.append(disclaimer_category(theme, disclaimer))
    renderer = QgsCategorizedSymbolRenderer(f"coalesce(\"{dimension}_trend\", '')", categories)
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
