"""A layer by a theme: its renderer, and what the legend says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsFeatureRenderer, QgsSymbol, QgsVectorLayer

from ..core.exceptions import SheetError
from .class_style import class_renderer, class_shows, class_symbol, column_names
from .glyph_legend import glyph_legend
from .symbols import mine_renderer
from .theme import Theme
from .theme_classes import theme_classes


@dataclass(frozen=True)
class LegendEntry:
    """A line of the legend. shows: an expression that holds for the features drawn so ('' for all)."""

    label: str
    symbol: QgsSymbol
    shows: str = ""


@dataclass(frozen=True)
class LegendGroup:
    """Lines of the legend under a heading of their own."""

    heading: str
    entries: list[LegendEntry]
    note: str = ""


@dataclass(frozen=True)
class ThemedLayer:
    """How a theme draws a layer. groups: what else the same signs say, such as rings or white cores."""

    renderer: QgsFeatureRenderer
    heading: str
    entries: list[LegendEntry]
    note: str = ""
    groups: list[LegendGroup] = field(default_factory=list)


def themed_layer(theme: Theme, layer: QgsVectorLayer, language: str, scale: float = 1.0) -> ThemedLayer:
    """The renderer and legend of a layer by a theme; the layer itself is not changed.

    language: en or fr. scale: factor on the sizes of signs and lines, 1 on A0 and on the screen.
    Raises SheetError when the theme draws no layers by itself.
    """
    draws = theme.at("draws")
    if draws not in _DRAWN:
        raise SheetError(f"The theme '{theme.id}' draws no layer; choose another one.")
    return _DRAWN[draws](theme, layer, language, scale)


def _classes(theme: Theme, layer: QgsVectorLayer, language: str, scale: float) -> ThemedLayer:
    columns = column_names(theme, layer)
    entries = [
        LegendEntry(entry.label[language], class_symbol(theme, entry, language, scale), shows)
        for entry, shows in zip(theme_classes(theme), class_shows(theme, columns))
    ]
    renderer = class_renderer(theme, language, columns, scale)
    return ThemedLayer(renderer, heading_of(theme, language), entries, note_of(theme, language))


def _glyph(theme: Theme, layer: QgsVectorLayer, language: str, scale: float) -> ThemedLayer:
    minerals, *others = (
        LegendGroup(heading, [LegendEntry(*entry) for entry in entries])
        for heading, entries in glyph_legend(theme, language, scale)
    )
    return ThemedLayer(
        mine_renderer(theme, language, scale),
        minerals.heading,
        minerals.entries,
        note_of(theme, language),
        others,
    )


def heading_of(theme: Theme, language: str) -> str:
    """The words over the legend of a theme."""
    return theme.document.get("heading", theme.label)[language]


def note_of(theme: Theme, language: str) -> str:
    """What stands under the legend of a theme; may be empty."""
    return theme.document.get("note", {}).get(language, "")


_DRAWN = {"classes": _classes, "glyph": _glyph}
