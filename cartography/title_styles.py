"""Styles of what asm:titleoverlap writes: sites by the class of their title, shared areas of titles."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsVectorLayer

from .class_style import class_renderer
from .context_styles import fill_symbol, with_alpha
from .symbols import plain_marker
from .theme import Theme
from .theme_classes import class_expression, theme_classes

# Class by shape and size as well as by colour; drawn in this order in the legend.
_CLASSES = (
    (
        "zea_active",
        "square",
        3.0,
        "#9f2bae",
        {"en": "artisanal zone", "fr": "zone d'exploitation artisanale"},
    ),
    (
        "cooperative",
        "pentagon",
        3.2,
        "#1d8a4b",
        {"en": "cooperative's title", "fr": "titre d'une coopérative"},
    ),
    ("other_active", "diamond", 3.0, "#e0a500", {"en": "another's title", "fr": "titre d'un autre"}),
    ("none", "circle", 2.2, "#ffffff", {"en": "no active title", "fr": "aucun titre actif"}),
    ("prohibited", "triangle", 3.4, "#ae000e", {"en": "prohibited zone", "fr": "zone interdite"}),
    ("unknown", "circle", 1.6, "#8b8b8b", {"en": "not known", "fr": "inconnu"}),
)
_OVERLAPS = (
    ("no", "#b00012", {"en": "shared area", "fr": "surface partagée"}),
    ("yes", "#9a9a9a", {"en": "sliver (rounded corners)", "fr": "liseré (coins arrondis)"}),
)
_OVERLAP_ALPHA, _OVERLAP_LINE_MM = 0.35, 0.4


def title_type_expression(theme: Theme, field: str) -> str:
    """Code of a title's group from the type as written; 'other' when no group names it."""
    return class_expression(theme_classes(theme.sibling("titles")), {"type": field}, as_written=False)


def title_renderer(
    theme: Theme, field: str, language: str, present: Collection[str], lines: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Titles by group: tint, outline with its own dash, hatch; only the groups in `present`."""
    return class_renderer(theme.sibling("titles"), language, {"type": field}, lines, set(present))


def style_site_titles(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Sites by title_class."""
    categories = [
        QgsRendererCategory(code, plain_marker(theme, size_mm=size, shape=shape, fill=fill), words[language])
        for code, shape, size, fill, words in _CLASSES
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("title_class", categories))


def style_title_overlaps(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Areas that titles share, slivers apart."""
    categories = [
        QgsRendererCategory(
            code, fill_symbol(with_alpha(colour, _OVERLAP_ALPHA), colour, _OVERLAP_LINE_MM), words[language]
        )
        for code, colour, words in _OVERLAPS
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("is_sliver", categories))
