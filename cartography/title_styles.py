"""Mining titles by type, for layers whose field of types is known."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsCategorizedSymbolRenderer

from .class_style import class_renderer
from .theme import Theme
from .theme_classes import class_expression, theme_classes


def title_type_expression(theme: Theme, field: str) -> str:
    """Code of a title's group from the type as written; 'other' when no group names it."""
    return class_expression(theme_classes(theme.sibling("titles")), {"type": field}, as_written=False)


def title_renderer(
    theme: Theme, field: str, language: str, present: Collection[str], lines: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Titles by group: tint, outline with its own dash, hatch; only the groups in `present`."""
    titles = theme.sibling("titles")
    renderer = class_renderer(titles, theme_classes(titles), language, {"type": field}, lines)
    for place in reversed(range(len(renderer.categories()))):
        if renderer.categories()[place].value() not in present:
            renderer.deleteCategory(place)
    return renderer
