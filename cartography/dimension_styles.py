"""Styles of layers that go by one dimension of a scheme, or name its weights: trends, sensitivity, next steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.core import QgsVectorLayer

from ..core.score_tables import trend_dimensions
from .class_style import themed_classes
from .score_legend import score_legend
from .score_styles import disclaimer_category
from .theme import Theme


def style_trends(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """The trend of one dimension; dimension: its id, '' for the first one."""
    dimension = dimension or next(iter(trend_dimensions(layer.fields().names())), "")
    _style(layer, replace(theme.sibling("trends"), argument=dimension), language)


def style_sensitivity(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """How often the level of one dimension stays; dimension: its id, '' for the scheme's first one."""
    dimension = dimension or next(iter(score_legend(layer, theme, language).dimensions), "")
    _style(layer, replace(theme.sibling("sensitivity"), argument=dimension), language)


def style_site_steps(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Sites by the kind of their smallest step; named by the step in words, which is the map tip then."""
    _style(layer, theme.sibling("site_steps"), language)
    step = f"first_{language if language in ('en', 'fr') else 'en'}"
    layer.setDisplayExpression(f'concat(coalesce("name", "pcode"), \'. \' || "{step}")')


def _style(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Draw by the theme; the last line of the legend says whose weights these are."""
    renderer = themed_classes(theme, layer, language, 1.0, date.today()).renderer
    disclaimer = score_legend(layer, theme, language).disclaimer
    if disclaimer:
        renderer.addCategory(disclaimer_category(theme, disclaimer))
    layer.setRenderer(renderer)
