"""Sites by level before and after, one panel an indicator: paired bars that differ by pattern and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .words import tr

_GAP = 10
_LEAST_BAR = 60  # px that the longest bar must have, or the panels stand in one column
NO_LEVEL_COLOUR = "#bdbdbd"
_EDGE = QColor("#333333")


@dataclass(frozen=True)
class LevelBar:
    """Sites at one level; None where the scheme on that side has no such level."""

    words: str
    colour: str
    before: int | None
    after: int | None

    @property
    def is_changed(self) -> bool:
        return None not in (self.before, self.after) and self.before != self.after

    @property
    def numbers(self) -> str:
        if self.is_changed:
            return f"{self.before} → {self.after}"
        return f"{self.before if self.after is None else self.after}"


@dataclass(frozen=True)
class LevelPanel:
    """One indicator."""

    dimension: str
    title: str
    bars: tuple[LevelBar, ...]


class LevelChart(QWidget):
    """Draws panels in as many columns as have room. All that is drawn is its accessible description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels: tuple[LevelPanel, ...] = ()
        self.names = ("", "")
        self.chosen = ""
        self.is_stale = False
        self.text = ""
        self.setAccessibleName(tr("Sites by level, before and after"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    # -- what is shown ----------------------------------------------------------------------------

    def show_panels(self, panels: Sequence[LevelPanel], names: tuple[str, str]) -> None:
        """names: of the scheme before and of the one after."""
        self.panels, self.names, self.text, self.is_stale = tuple(panels), names, "", False
        lines = [
            f"{panel.title}: " + ", ".join(f"{bar.words} {bar.numbers}" for bar in panel.bars)
            for panel in self.panels
        ]
        self.setAccessibleDescription("\n".join(lines))
        self._fit()

    def show_text(self, sentence: str) -> None:
        """A sentence in the place of the chart."""
        self.panels, self.text, self.is_stale = (), sentence, False
        self.setAccessibleDescription(sentence)
        self._fit()

    def show_stale(self) -> None:
        """Grey out the numbers, which are those of an earlier state."""
        self.is_stale = True
        self.update()

    def choose(self, dimension: str) -> None:
        """Mark the panel of an indicator."""
        self.chosen = dimension
        self.update()

    # -- geometry ---------------------------------------------------------------------------------

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def _words_width(self, width: float) -> int:
        """Room for the words of the levels in a panel so wide: what they need, up to two fifths of it."""
        widths = [
            self.fontMetrics().horizontalAdvance(bar.words) for panel in self.panels for bar in panel.bars
        ]
        return int(min(max(widths, default=0) + 6, 0.4 * width))

    def _numbers_width(self) -> int:
        font = self.font()
        font.setBold(True)
        metrics = self.fontMetrics()
        texts = [bar.numbers for panel in self.panels for bar in panel.bars]
        return int(1.1 * max((metrics.horizontalAdvance(text) for text in texts), default=0)) + 8

    def _columns(self) -> int:
        width = (self.width() - _GAP) / 2
        has_room = width - self._words_width(width) - self._numbers_width() >= _LEAST_BAR
        return 2 if has_room and len(self.panels) > 1 else 1

    def _panel_height(self) -> int:
        return self._line * (1 + max((len(panel.bars) for panel in self.panels), default=0)) + _GAP

    def panel_rect(self, number: int) -> QRectF:
        columns = self._columns()
        width = (self.width() - (columns - 1) * _GAP) / columns
        row, column = divmod(number, columns)
        top = self._key_height() + _GAP + row * self._panel_height()
        return QRectF(column * (width + _GAP), top, width, self._panel_height() - _GAP)

    def _fit(self) -> None:
        rows = -(-len(self.panels) // self._columns()) if self.panels else 0
        height = self._key_height() + _GAP + rows * self._panel_height()
        self.setMinimumHeight(height if rows else 6 * self._line)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, 560)

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.setPen(self._ink())
        if not self.panels:
            room = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text)
        else:
            self._paint_key(painter)
            for number, panel in enumerate(self.panels):
                self._paint_panel(painter, self.panel_rect(number), panel)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _ink(self) -> QColor:
        palette = self.palette()
        return (
            palette.color(palette.ColorGroup.Disabled, palette.ColorRole.Text)
            if self.is_stale
            else (palette.text().color())
        )

    def _key_entry_width(self) -> float:
        widths = [self.fontMetrics().horizontalAdvance(name) for name in self.names]
        return max(widths) + 1.6 * self._line + 2 * _GAP

    def _key_height(self) -> int:
        """One line if both names fit side by side, else two."""
        return self._line * (1 if 2 * self._key_entry_width() <= self.width() else 2)

    def _paint_key(self, painter: QPainter) -> None:
        """What the two patterns stand for."""
        line = self._line
        is_one_line = self._key_height() == line
        for is_after, name in enumerate(self.names):
            x = 4 + is_after * is_one_line * self._key_entry_width()
            top = is_after * (not is_one_line) * line
            swatch = QRectF(x, top + 0.3 * line, 1.6 * line, 0.45 * line)
            self._paint_bar(painter, swatch, NO_LEVEL_COLOUR, bool(is_after))
            painter.setPen(self._ink())
            room = QRectF(swatch.right() + 5, top, self.width() - swatch.right() - 5, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._cut(name, room.width()))

    def _cut(self, text: str, width: float) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))

    def _paint_panel(self, painter: QPainter, rect: QRectF, panel: LevelPanel) -> None:
        line = self._line
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._ink())
        head = QRectF(rect.left() + 4, rect.top(), rect.width() - 4, line)
        if panel.dimension == self.chosen:
            mark = QRectF(rect.left(), rect.top() + 2, 3, rect.height() - 2)
            painter.fillRect(mark, self.palette().highlight())
            head.setLeft(head.left() + 4)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self._cut(panel.title, 0.92 * head.width()))
        largest = max((count or 0 for bar in panel.bars for count in (bar.before, bar.after)), default=0)
        for number, bar in enumerate(panel.bars):
            row = QRectF(rect.left() + 8, rect.top() + line * (number + 1), rect.width() - 14, line)
            self._paint_row(painter, row, bar, max(largest, 1))
        font.setBold(False)
        painter.setFont(font)

    def _paint_row(self, painter: QPainter, row: QRectF, bar: LevelBar, largest: int) -> None:
        font = painter.font()
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(self._ink())
        words = QRectF(row.left(), row.top(), self._words_width(row.width()), row.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._cut(bar.words, words.width() - 4))
        numbers = QRectF(row.right() - self._numbers_width(), row.top(), self._numbers_width(), row.height())
        room = numbers.left() - words.right() - 4
        height = (row.height() - 4) / 2
        for is_after, count in enumerate((bar.before, bar.after)):
            if count:
                top = row.top() + 2 + is_after * height
                length = max(room * count / largest, 1.5)  # one site of thousands is still to be seen
                self._paint_bar(
                    painter, QRectF(words.right(), top, length, height), bar.colour, bool(is_after)
                )
        font.setBold(bar.is_changed)
        painter.setFont(font)
        painter.setPen(self._ink())
        painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.numbers)

    def _paint_bar(self, painter: QPainter, rect: QRectF, colour: str, is_after: bool) -> None:
        """After: filled. Before: hatched on a pale ground. Both with a dark edge, so that pale colours show."""
        ground = QColor(colour)
        if self.is_stale:
            ground = QColor("#dddddd")
        painter.save()
        painter.setPen(_EDGE)
        painter.setBrush(ground if is_after else _paler(ground))
        painter.drawRect(rect)
        if not is_after:
            painter.setBrush(QBrush(_EDGE, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(rect)
        painter.restore()


def _paler(colour: QColor) -> QColor:
    """Two parts of white to one of the colour."""
    return QColor(*(255 - (255 - part) // 3 for part in (colour.red(), colour.green(), colour.blue())))
