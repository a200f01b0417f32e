"""Putting plain items on a layout page: labels, rectangles, markers, pictures, in mm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMarker,
    QgsLayoutItemPicture,
    QgsLayoutItemPolygon,
    QgsLayoutItemRegistry,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsMarkerSymbol,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

from ..core.escaping import layout_text
from .fonts import line_height_mm, set_label_font, wrap
from .recipe import Box

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_MIDDLE = QgsLayoutItem.ReferencePoint.Middle
_NO_ITEMS = (QgsLayoutItemRegistry.ItemType.LayoutGroup, QgsLayoutItemRegistry.ItemType.LayoutPage)


def layout_items(layout: QgsLayout) -> list[QgsLayoutItem]:
    """The items of a layout but pages and groups.

    By way of the model: of QGraphicsScene.items() Python does not know markers as layout items any more once
    their layout was shown elsewhere.
    """
    model = layout.itemsModel()
    found = [model.itemFromIndex(model.index(row, 0)) for row in range(model.rowCount())]
    return [item for item in found if item is not None and item.type() not in _NO_ITEMS]


@dataclass(frozen=True)
class KeyEntry:
    """A line of the key: its section, the layout item with its words, and the features it explains.

    shows: expression that holds for the features drawn with it. layers: ids of theirs; none for the sites.
    """

    section: str
    item: str
    label: str
    shows: str
    layers: tuple[str, ...] = ()


class Page:
    """A layout to draw on; with draws=False nothing is added, so that heights can be learned first.

    Drawing functions of cartography/key.py run twice: once to measure, once for real.
    """

    def __init__(self, layout: QgsLayout, draws: bool = True) -> None:
        self.layout = layout
        self.draws = draws
        self.entries: list[KeyEntry] = []

    def entry(self, entry: KeyEntry) -> None:
        """Note a line of the key, so that the pre-flight can compare it with the map."""
        if self.draws and entry.shows:
            self.entries.append(entry)

    def label(
        self,
        name: str,
        text: str,
        box: Box,
        font: QFont,
        *,
        colour: str = "#1a1a1a",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        valign: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
        background: str | None = None,
        frame: str | None = None,
    ) -> QgsLayoutItemLabel | None:
        """Text in a box; the text must fit, lines are broken by the caller."""
        if not self.draws:
            return None
        item = QgsLayoutItemLabel(self.layout)
        item.setId(name)
        item.setText(layout_text(text))
        set_label_font(item, font, QColor(colour))
        item.setMarginX(0)
        item.setMarginY(0)
        item.setHAlign(align)
        item.setVAlign(valign)
        if background:
            item.setBackgroundEnabled(True)
            item.setBackgroundColor(QColor(background))
        if frame:
            item.setFrameEnabled(True)
            item.setFrameStrokeColor(QColor(frame))
        item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
        self.layout.addLayoutItem(item)
        return item

    def paragraph(
        self, name: str, text: str, x: float, y: float, width: float, font: QFont, **style
    ) -> float:
        """Text broken to a width; draws it and returns its height in mm."""
        lines = wrap(text, font, width)
        height = len(lines) * line_height_mm(font)
        # A little more room than measured: screens and printers round glyphs differently.
        self.label(name, "\n".join(lines), Box(x, y, width * 1.03, height + 0.6), font, **style)
        return height

    def rectangle(self, name: str, box: Box, symbol: QgsFillSymbol) -> None:
        """A rectangle drawn with a fill symbol."""
        if not self.draws:
            return
        item = QgsLayoutItemShape(self.layout)
        item.setId(name)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(symbol)
        item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
        self.layout.addLayoutItem(item)

    def polygon(self, name: str, corners: list[tuple[float, float]], symbol: QgsFillSymbol) -> None:
        """A polygon drawn with a fill symbol."""
        if not self.draws:
            return
        item = QgsLayoutItemPolygon(QPolygonF([QPointF(x, y) for x, y in corners]), self.layout)
        item.setId(name)
        item.setSymbol(symbol)
        self.layout.addLayoutItem(item)

    def marker(self, name: str, symbol: QgsMarkerSymbol, x: float, y: float) -> None:
        """A marker centred on a point; x and y are that of the symbol's own origin."""
        if not self.draws:
            return
        item = QgsLayoutItemMarker(self.layout)
        item.setId(name)
        item.setReferencePoint(_MIDDLE)
        item.setSymbol(symbol)
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x, y, MM))

    def picture(self, name: str, path: Path, box: Box) -> None:
        """A picture fitted into a box, right aligned at the top."""
        if not self.draws:
            return
        item = QgsLayoutItemPicture(self.layout)
        item.setId(name)
        item.setPicturePath(str(path))
        item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperRight)
        item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
        self.layout.addLayoutItem(item)
