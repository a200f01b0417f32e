"""What a theme makes of a layer: a renderer and lines of the legend."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsFeatureRenderer, QgsSymbol


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
