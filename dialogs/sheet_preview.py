"""The pane that shows the sheet as it will be printed, or a sentence on why it cannot be."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import QCoreApplication, QRect, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

_MARGIN = 8


class SheetPreview(QWidget):
    """Paints a page fitted to the pane; what it shows is also its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.text = ""
        self.setAccessibleName(QCoreApplication.translate("AsmAtlas", "Preview of the sheet"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(280, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(700, 560)

    def show_page(self, image: QImage, description: str) -> None:
        self.image, self.text = image, ""
        self._describe(description)

    def show_text(self, sentence: str) -> None:
        """Show a sentence in the place of the page."""
        self.image, self.text = QImage(), sentence
        self._describe(sentence)

    def _describe(self, sentence: str) -> None:
        self.setAccessibleDescription(sentence)
        shown = f"<p>{html.escape(sentence)}</p>"  # Qt would guess whether it is markup
        self.setToolTip(shown if not self.image.isNull() else "")
        self.update()

    def page_rect(self) -> QRect:
        """Where the page is drawn, in the pane's pixels."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRect(room.topLeft(), size)
        page.moveCenter(room.center())
        return page

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        colours = self.palette()
        painter.fillRect(self.rect(), colours.mid())
        if self.image.isNull():
            room = self.rect().adjusted(3 * _MARGIN, _MARGIN, -3 * _MARGIN, -_MARGIN)
            painter.fillRect(self.rect(), colours.base())
            painter.setPen(colours.text().color())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text)
        else:
            page = self.page_rect()
            ratio = self.devicePixelRatioF()
            scaled = self.image.scaled(
                page.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(page, scaled)
        if self.hasFocus():
            painter.setPen(colours.highlight().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
