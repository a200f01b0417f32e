"""Fonts that are not there, and letters that a font does not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsFontUtils,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutTable,
    QgsLegendStyle,
)
from qgis.PyQt.QtGui import QFont, QFontMetricsF

from .drawn import DrawnLayer, label_settings, label_texts, symbol_layers, symbols_of
from .finding import PreflightFinding
from .page import is_html, items_of, label_font, name_of, place_of

# Names that every system answers with a font of its own: no font is missing, though another machine
# may set the text a little wider.
_GENERIC = {"", "sans", "sans serif", "serif", "monospace", "ms shell dlg", "ms shell dlg 2"}
_MOST_NAMED = 12


@dataclass(frozen=True)
class _Use:
    """A font and what is written with it, at an item of the page; layer where a map writes it."""

    font: QFont
    item: QgsLayoutItem
    texts: Iterable[str] = ()
    layer_id: str = ""
    layer_name: str = ""


def fonts(layout: QgsLayout, drawn: list[DrawnLayer]) -> list[PreflightFinding]:
    """Missing fonts, each once for an item or layer, and the letters that a font lacks."""
    findings: dict[tuple[str, str, str], PreflightFinding] = {}
    for use in (*_fonts_of_items(layout), *_fonts_of_layers(drawn)):
        where = use.layer_name or name_of(use.item)
        family = use.font.family()
        if not _is_there(family):
            code, values = "font_missing", {"where": where, "font": family}
        else:
            missing = _missing_letters(use.font, use.texts)
            if not missing:
                continue
            code, values = "glyph_missing", {"where": where, "font": family, "letters": missing}
        finding = PreflightFinding(code, values, use.item.id(), place_of(use.item), use.layer_id)
        findings.setdefault((code, where, str(values)), finding)
    return list(findings.values())


def _is_there(family: str) -> bool:
    if family.casefold() in _GENERIC:
        return True
    return QgsFontUtils.fontFamilyMatchOnSystem(family)[0]


def _missing_letters(font: QFont, texts: Iterable[str]) -> str:
    """The letters that the font lacks, in the order of the code table; many are cut short."""
    letters = sorted({letter for text in texts for letter in text})
    metrics = QFontMetricsF(font)
    missing = [
        letter
        for letter in letters
        # separators and control characters are not drawn
        if unicodedata.category(letter)[0] not in "ZC" and not metrics.inFontUcs4(ord(letter))
    ]
    more = " …" if len(missing) > _MOST_NAMED else ""
    return " ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing[:_MOST_NAMED]) + more


def _fonts_of_items(layout: QgsLayout) -> Iterator[_Use]:
    for item in items_of(layout):
        if isinstance(item, QgsLayoutItemLabel) and not is_html(item):
            yield _Use(label_font(item), item, [item.currentText()])
        elif isinstance(item, QgsLayoutItemScaleBar):
            yield _Use(item.textFormat().toQFont(), item, [item.unitLabel()])
        elif isinstance(item, QgsLayoutItemMap):
            for grid in item.grids().asList():
                if grid.enabled() and grid.annotationEnabled():
                    yield _Use(grid.annotationTextFormat().toQFont(), item)
        elif isinstance(item, QgsLayoutItemLegend):
            yield from _fonts_of_legend(item)
    for table in layout.multiFrames():
        frames = [frame for frame in table.frames() if frame.isVisible()]
        if isinstance(table, QgsLayoutTable) and frames:
            cells = [str(value) for row in table.tableContents() for value in row if value is not None]
            yield _Use(table.contentTextFormat().toQFont(), frames[0], cells)
            headers = [column.heading() for column in table.headers()]
            if any(headers) and table.headerMode() != QgsLayoutTable.HeaderMode.NoHeaders:
                yield _Use(table.headerTextFormat().toQFont(), frames[0], headers)


def _fonts_of_legend(item: QgsLayoutItemLegend) -> Iterator[_Use]:
    model = item.model()
    nodes = [node for layer in model.rootGroup().findLayers() for node in model.layerLegendNodes(layer)]
    styles = QgsLegendStyle.Style
    texts = {
        styles.Title: [item.title()],
        styles.Group: [group.name() for group in model.rootGroup().findGroups()],
        styles.Subgroup: [layer.name() for layer in model.rootGroup().findLayers()],
        styles.SymbolLabel: [str(node.data(0) or "") for node in nodes],
    }
    for style, written in texts.items():
        part = item.style(style)
        font = part.textFormat().toQFont() if hasattr(part, "textFormat") else item.styleFont(style)
        if any(written):
            yield _Use(font, item, written)


def _fonts_of_layers(drawn: list[DrawnLayer]) -> Iterator[_Use]:
    for entry in drawn:
        layer = entry.layer
        for settings in label_settings(layer):
            font = settings.format().toQFont()
            yield _Use(font, entry.map, label_texts(entry, settings), layer.id(), layer.name())
        for symbol in symbols_of(layer.renderer()):
            for part in symbol_layers(symbol):
                if isinstance(part, QgsFontMarkerSymbolLayer):
                    font = QFont(part.fontFamily())
                    yield _Use(font, entry.map, [part.character()], layer.id(), layer.name())
