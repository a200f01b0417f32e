"""Walking the items of a layout: where they stand on the page and the text that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemShape,
    QgsSimpleFillSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

from ..fonts import MM_PER_PT
from ..page import layout_items
from .finding import Place, PreflightFinding

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_MEASURE_PX = 200  # large enough that hinting does not matter
_Item = TypeVar("_Item", bound=QgsLayoutItem)


def items_of(layout: QgsLayout, kind: type[_Item] = QgsLayoutItem) -> list[_Item]:
    """The items of a kind that are printed, the lowest first; neither pages nor groups."""
    found = [
        item
        for item in layout_items(layout)
        if isinstance(item, kind) and item.isVisible() and not item.excludeFromExports()
    ]
    return sorted(found, key=lambda item: item.zValue())


def mm_per_unit(layout: QgsLayout) -> float:
    """The layout's own unit in mm."""
    return layout.convertFromLayoutUnits(1, MM).length()


def name_of(item: QgsLayoutItem) -> str:
    """The id of an item, or what the designer calls an item without one."""
    return item.id() or item.displayName()


def page_rect(item: QgsLayoutItem) -> QRectF:
    """The rectangle of an item's body on the layout, turned as the item is; in layout units."""
    return item.mapRectToScene(item.rect())


def place_of(item: QgsLayoutItem, rect: QRectF | None = None) -> Place:
    """Where an item, or a rectangle of the layout, stands on its page."""
    rect = page_rect(item) if rect is None else rect
    layout, number = item.layout(), max(item.page(), 0)
    corner = layout.pageCollection().page(number).pos()
    x, y = rect.x() - corner.x(), rect.y() - corner.y()
    unit = mm_per_unit(layout)
    return Place(*(round(value * unit, 1) for value in (x, y, rect.width(), rect.height())), number + 1)


def finding_at(
    code: str, item: QgsLayoutItem, rect: QRectF | None = None, **values: object
) -> PreflightFinding:
    """A finding about an item; the sentence may name it as {item}."""
    return PreflightFinding(code, {"item": name_of(item), **values}, item.id(), place_of(item, rect))


def label_font(item: QgsLayoutItemLabel) -> QFont:
    """The font of a label with its size in points."""
    if hasattr(item, "textFormat"):  # from QGIS 3.24 on
        return item.textFormat().toQFont()
    return item.font()


def label_colour(item: QgsLayoutItemLabel) -> QColor:
    """The text colour of a label."""
    return item.textFormat().color() if hasattr(item, "textFormat") else item.fontColor()


def is_html(item: QgsLayoutItemLabel) -> bool:
    """Whether a label is written in HTML, which can be neither measured nor kept by newer versions of QGIS."""
    return item.mode() == QgsLayoutItemLabel.Mode.ModeHtml


def text_size(item: QgsLayoutItemLabel) -> tuple[float, float]:
    """Width and height in mm that a label's text takes when it is broken at the width of its box.

    A word longer than the box makes it wider than the box.
    """
    font = QFont(label_font(item))
    mm = font.pointSizeF() * MM_PER_PT / _MEASURE_PX
    font.setPixelSize(_MEASURE_PX)
    unit = mm_per_unit(item.layout())
    inside = item.rect().width() * unit - 2 * item.marginX()
    # The box may be as wide as the text to a hair: rounding must not break a line that Qt will not break.
    box = QRectF(0, 0, max(inside / mm, 1) * 1.005, 1e6)
    used = QFontMetricsF(font).boundingRect(box, int(Qt.TextFlag.TextWordWrap), item.currentText())
    return used.width() * mm, used.height() * mm


def text_rect(item: QgsLayoutItemLabel) -> QRectF:
    """The rectangle that a label's text itself takes on the layout; in layout units."""
    unit = mm_per_unit(item.layout())
    width, height = (size / unit for size in text_size(item))
    box = item.rect()
    side, top = item.marginX() / unit, item.marginY() / unit
    x = {
        Qt.AlignmentFlag.AlignRight: box.width() - side - width,
        Qt.AlignmentFlag.AlignHCenter: (box.width() - width) / 2,
    }.get(item.hAlign(), side)
    y = {
        Qt.AlignmentFlag.AlignBottom: box.height() - top - height,
        Qt.AlignmentFlag.AlignVCenter: (box.height() - height) / 2,
    }.get(item.vAlign(), top)
    return item.mapRectToScene(QRectF(x, y, width, height))


def printed_texts(layout: QgsLayout) -> Iterator[tuple[QgsLayoutItemLabel, str]]:
    """The labels of a layout with their text as it is printed."""
    for item in items_of(layout, QgsLayoutItemLabel):
        yield item, item.currentText()


def shape_colour(item: QgsLayoutItemShape) -> QColor | None:
    """The fill of a shape, None where it has none."""
    for layer in item.symbol().symbolLayers():
        if isinstance(layer, QgsSimpleFillSymbolLayer) and layer.brushStyle() != Qt.BrushStyle.NoBrush:
            return layer.fillColor()
    return None
