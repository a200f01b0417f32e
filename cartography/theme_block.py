"""The legend of layers drawn by a theme: what is on the map, with the number of features of each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsVectorLayer,
)

from .fonts import line_height_mm, wrap
from .key import KeyStyle, Section, section_heading
from .page import KeyEntry, Page
from .recipe import Box
from .themed import LegendEntry, ThemedLayer

_LEAST_ROW_MM = 4.2


@dataclass(frozen=True)
class ThemeLegend:
    """Layers that are drawn alike, each with its look: one, or those of small maps.

    heading: '' for that of the look. names_all: whether classes without a feature are named too.
    """

    name: str
    drawn: Sequence[tuple[QgsVectorLayer, ThemedLayer]]
    heading: str = ""
    names_all: bool = False


def theme_legend_section(legend: ThemeLegend) -> Section:
    """Heading, classes with their counts, note; then the groups of the look, such as how sure a level is."""
    features = [list(layer.getFeatures()) for layer, _ in legend.drawn]
    looks = [look for _, look in legend.drawn]
    layers = [layer for layer, _ in legend.drawn]
    first = looks[0]
    classes = _on_map([look.entries for look in looks], layers, features, legend.names_all)
    parts = [(legend.heading or first.heading, classes, first.note)]
    for place, group in enumerate(first.groups):
        alike = [look.groups[place].entries for look in looks]
        parts.append((group.heading, _on_map(alike, layers, features, False), group.note))
    parts = [part for part in parts if part[1]]

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        for place, (heading, rows, note) in enumerate(parts):
            name = f"{legend.name}_{place}"
            y += section_heading(page, name, x, y, width, style, heading)
            for number, (entry, count) in enumerate(rows):
                y += _row(page, f"{name}_{number}", entry, count, x, y, width, style)
                # Of small maps each has conditions of its own.
                if len(legend.drawn) == 1 and not legend.names_all:
                    layers = (legend.drawn[0][0].id(),)
                    page.entry(KeyEntry(name, f"{name}_{number}_text", entry.label, entry.shows, layers))
            if note:
                y += page.paragraph(f"{name}_note", note, x, y, width, style.note, colour="#444444")
            if place + 1 < len(parts):
                y += 2.0 * style.mm
        return y - top

    return draw


def _row(
    page: Page,
    name: str,
    entry: LegendEntry,
    count: int | None,
    x: float,
    y: float,
    width: float,
    style: KeyStyle,
) -> float:
    gutter = 6.5 * style.mm
    size = entry.symbol.size() if isinstance(entry.symbol, QgsMarkerSymbol) else 0.0
    text = entry.label if count is None or "n =" in entry.label else f"{entry.label} ({count})"
    lines = wrap(text, style.text, width - gutter)
    text_height = len(lines) * line_height_mm(style.text)
    height = max(text_height, size + 0.6, _LEAST_ROW_MM * style.mm * 0.8) + 0.5 * style.mm
    middle = y + height / 2
    if isinstance(entry.symbol, QgsMarkerSymbol):
        page.marker(name, entry.symbol.clone(), x + gutter * 0.42, middle)
    elif isinstance(entry.symbol, QgsFillSymbol):
        swatch = Box(x, middle - 1.5 * style.mm, gutter * 0.8, 3.0 * style.mm)
        page.rectangle(name, swatch, entry.symbol.clone())
    page.paragraph(
        f"{name}_text", "\n".join(lines), x + gutter, middle - text_height / 2, width - gutter, style.text
    )
    return height


def _on_map(
    entries: Sequence[Sequence[LegendEntry]],
    layers: Sequence[QgsVectorLayer],
    features: Sequence[Sequence[QgsFeature]],
    names_all: bool,
) -> list[tuple[LegendEntry, int | None]]:
    """The entries that a feature of any layer is drawn with, and of how many; None where an entry is for all.

    entries, layers, features: of each layer. Small maps repeat their sites, a count over all would say nothing.
    """
    rows: list[tuple[LegendEntry, int | None]] = []
    for place, entry in enumerate(entries[0]):
        if not entry.shows:
            rows.append((entry, None))
            continue
        count = sum(
            _holding(of_layer[place].shows, layer, found)
            for of_layer, layer, found in zip(entries, layers, features)
        )
        if count or names_all:
            rows.append((entry, count if len(layers) == 1 else None))
    return rows


def _holding(expression: str, layer: QgsVectorLayer, features: Sequence[QgsFeature]) -> int:
    parsed = QgsExpression(expression)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    parsed.prepare(context)
    count = 0
    for feature in features:
        context.setFeature(feature)
        count += bool(parsed.evaluate(context))
    return count
