"""The bar on which the cuts between levels are dragged."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .scheme_words import number_words
from .words import tr

_REACH = 8  # px within which a cut is taken hold of
_SIDE = 10


class CutBar(QWidget):
    """Scores 0..100 cut into levels. Mouse: drag a cut. Keys: up, down choose one, left, right move it."""

    moved = pyqtSignal(int, float)  # which cut, where to
    let_go = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cuts: list[float] = []
        self.levels: list[tuple[str, str]] = []
        self.current = 0
        self._held: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Drag a cut, or choose one with up and down and move it with left and right."))

    def sizeHint(self) -> QSize:  # noqa: N802
        line = self.fontMetrics().height()
        return QSize(260, 3 * line + 12)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, self.sizeHint().height())

    def show_cuts(self, cuts: Sequence[float], levels: Sequence[tuple[str, str]]) -> None:
        """cuts: 0..100, rising where the scheme has no fault. levels: (words, colour), the worst first."""
        self.cuts, self.levels = list(cuts), list(levels)
        self.current = min(self.current, max(len(self.cuts) - 1, 0))
        parts = ", ".join(number_words(cut) for cut in self.cuts)
        self.setAccessibleName(tr("Cut-offs between the levels"))
        self.setAccessibleDescription(parts)
        self.update()

    def x_of(self, value: float) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * min(max(value, 0), 100) / 100

    def _value_at(self, point: QPoint) -> float:
        share = (point.x() - _SIDE) / max(self.width() - 2 * _SIDE, 1)
        return float(round(100 * min(max(share, 0), 1)))

    def _cut_at(self, point: QPoint) -> int | None:
        near = [(abs(self.x_of(cut) - point.x()), place) for place, cut in enumerate(self.cuts)]
        near = [entry for entry in near if entry[0] <= _REACH]
        return min(near)[1] if near else None

    def _move(self, place: int, value: float) -> None:
        """Not beyond its neighbours; the number fields can."""
        low = self.cuts[place - 1] + 1 if place else 1
        high = self.cuts[place + 1] - 1 if place + 1 < len(self.cuts) else 100
        self.moved.emit(place, min(max(value, low), max(high, low)))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held = self._cut_at(event.pos())
        if self._held is not None:
            self.current = self._held
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None:
            self._move(self._held, self._value_at(event.pos()))
        else:
            over = self._cut_at(event.pos()) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None:
            self._held = None
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        turns = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in turns and self.cuts:
            self.current = (self.current + turns[event.key()]) % len(self.cuts)
            self.let_go.emit()
            self.update()
        elif event.key() in steps and self.cuts:
            self._move(self.current, self.cuts[self.current] + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        line = self.fontMetrics().height()
        track = QRectF(_SIDE, line + 4, self.width() - 2 * _SIDE, line)
        ends = [0.0, *self.cuts, 100.0]
        for (words, colour), start, end in zip(self.levels, ends, ends[1:]):
            part = QRectF(self.x_of(start), track.top(), self.x_of(end) - self.x_of(start), track.height())
            painter.fillRect(part, QColor(colour))
            painter.setPen(text_on(QColor(colour)))
            shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(part.width()) - 4)
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, shown)
        painter.setPen(self.palette().windowText().color())
        painter.drawRect(track)
        for place, cut in enumerate(self.cuts):
            x = self.x_of(cut)
            is_current = place == self.current and self.hasFocus()
            painter.fillRect(QRectF(x - 2, track.top() - 3, 4, line + 6), self.palette().windowText())
            words = QRectF(x - 30, 0, 60, line)
            if is_current:
                painter.fillRect(words.adjusted(12, 0, -12, 0), self.palette().highlight())
            role = self.palette().highlightedText() if is_current else self.palette().windowText()
            painter.setPen(role.color())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, number_words(cut))
        painter.setPen(self.palette().windowText().color())
        below = QRectF(_SIDE, track.bottom() + 2, track.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, "100")
        painter.end()


def text_on(ground: QColor) -> QColor:
    """Black or white, whichever is easier to read on a colour (relative luminance of WCAG 2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (ground.redF(), ground.greenF(), ground.blueF()))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return QColor("black") if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else QColor("white")
