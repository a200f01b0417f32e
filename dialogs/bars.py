"""Bars for numbers: in a cell of a table or a tree, and as a small widget; length and text say the same."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .words import tr

BAR_ROLE = Qt.ItemDataRole.UserRole + 1  # (lowest, highest) in 0..1, or None for no bar
_FILL = QColor("#2c7bb6")  # as the best level of the default scheme
_MARGIN = 3


def paint_bar(painter: QPainter, rect: QRectF, ends: tuple[float, float], palette: QPalette) -> None:
    """A track of 0..1: solid up to the lowest value, hatched from there to the highest."""
    low, high = (min(max(end, 0.0), 1.0) for end in ends)
    painter.save()
    painter.setPen(palette.mid().color())
    painter.setBrush(palette.base())
    painter.drawRect(rect)
    solid = QRectF(rect.left(), rect.top(), rect.width() * low, rect.height())
    painter.fillRect(solid, _FILL)
    if high > low:
        open_part = QRectF(solid.right(), rect.top(), rect.width() * (high - low), rect.height())
        painter.setPen(_FILL)
        painter.setBrush(QBrush(_FILL, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(open_part)
    painter.restore()


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of BAR_ROLE, and the cell's text to the right of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        text, ends = index.data(Qt.ItemDataRole.DisplayRole), index.data(BAR_ROLE)
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        room = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if text:
            width = option.fontMetrics.horizontalAdvance("100%") + _MARGIN
            words = QRectF(room.right() - width, room.top(), width, room.height())
            room.setRight(words.left() - _MARGIN)
            is_chosen = bool(option.state & style.StateFlag.State_Selected)
            role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
            painter.setPen(option.palette.color(role))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if ends is not None and room.width() > 0:
            height = min(room.height(), option.fontMetrics.height())
            room = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
            paint_bar(painter, room, ends, option.palette)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        size = super().sizeHint(option, index)
        return QSize(6 * option.fontMetrics.averageCharWidth() + 60, size.height())


class ShareBar(QWidget):
    """The share of a weight in the sum, as a bar and a percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("100%") + 90, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance("100%") + 40, self.sizeHint().height())

    def show_share(self, share: float) -> None:
        self.share = share
        self.setAccessibleName(tr("Share in the indicator: {0}").format(percent(share)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0, _MARGIN, 0, -_MARGIN)
        width = self.fontMetrics().horizontalAdvance("100%") + _MARGIN
        words = QRectF(room.right() - width, 0, width, self.height())
        room.setRight(words.left() - _MARGIN)
        paint_bar(painter, room, (self.share, self.share), self.palette())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(self.share)
        )
        painter.end()


def percent(share: float) -> str:
    return f"{100 * share:.0f}%"
