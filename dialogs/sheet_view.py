"""The pane that shows the real layout of a sheet, or a sentence on why there is none."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsLayout
from qgis.gui import QgsLayoutView, QgsLayoutViewToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QKeySequence, QPen, QTransform
from qgis.PyQt.QtWidgets import (
    QAction,
    QGraphicsRectItem,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..cartography.preflight.finding import Place
from .sheet_building import LiveSheet
from .words import tr

_AROUND = 0.35  # share of a place's size that is shown around it
_LEAST_MM = 40.0
_PAGE_AROUND = 0.03  # of the width of the page
_MARK = "#d3007f"


class SheetView(QWidget):
    """Maps are drawn beside the window; wheel, drag and keys move about. What it shows is also its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live: LiveSheet | None = None
        self.text = ""
        self.view = QgsLayoutView(self)
        self.view.setAccessibleName(tr("Preview of the sheet"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setMinimumSize(280, 240)
        self.tool = QgsLayoutViewToolPan(self.view)
        self.view.setTool(self.tool)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMargin(24)
        self._mark: QGraphicsRectItem | None = None
        self._whole: QTransform | None = None  # of the view, when all of the page is seen
        self.view.viewport().installEventFilter(self)
        self.stack = QStackedLayout()
        self.stack.addWidget(self.sentence)
        self.stack.addWidget(self.view)
        bar = QHBoxLayout()
        self.buttons = [
            self._button(tr("Whole page"), "mActionZoomFullExtent.svg", "Ctrl+0", self.show_page),
            self._button(tr("Zoom in"), "mActionZoomIn.svg", "Ctrl++", self.view.zoomIn),
            self._button(tr("Zoom out"), "mActionZoomOut.svg", "Ctrl+-", self.view.zoomOut),
        ]
        for button in self.buttons:
            bar.addWidget(button)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)  # it says names of the data
        self.heading.setWordWrap(True)
        bar.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addLayout(self.stack, 1)

    def _button(self, text: str, icon: str, keys: str, slot) -> QToolButton:
        action = QAction(QgsApplication.getThemeIcon(f"/{icon}"), text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(lambda _: slot())
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def layout_shown(self) -> QgsLayout | None:
        """The layout that is to be seen; None while a sentence stands in its place."""
        return self.live.sheet.layout if self.live is not None and not self.text else None

    def show_sheet(self, live: LiveSheet) -> None:
        """Show another sheet; the one before is closed. The place looked at stays where the page is of one size."""
        before, old = self.view.mapToScene(self.view.viewport().rect()).boundingRect(), self.live
        stays = old is not None and not self.text and _page_size(old) == _page_size(live) and self._is_near()
        self._unmark()
        self.live, self.text = live, ""
        self.view.setCurrentLayout(live.sheet.layout)
        if old is not None:
            old.close()
        self.stack.setCurrentWidget(self.view)
        if stays:
            self.view.fitInView(before, Qt.AspectRatioMode.KeepAspectRatio)
            self.view.emitZoomLevelChanged()
        else:
            self.show_page()

    def show_text(self, sentence: str) -> None:
        """Show a sentence in the place of the page."""
        self.text = sentence
        self.sentence.setText(sentence)
        self.stack.setCurrentWidget(self.sentence)
        self.describe("")
        self.view.setAccessibleDescription(sentence)

    def describe(self, sentence: str) -> None:
        """Say beside the page what it is, also to screen readers."""
        self.heading.setText(sentence)
        self.view.setAccessibleDescription(sentence)

    def show_page(self) -> None:
        """Fit the whole page into the pane."""
        self._unmark()
        if self.live is not None:
            self._fit()

    def _fit(self) -> None:
        """Fit the first page; an index on further pages would make it small."""
        page = self.live.sheet.layout.pageCollection().page(0)
        around = _PAGE_AROUND * page.rect().width()
        self.view.fitInView(
            page.mapRectToScene(page.rect()).adjusted(-around, -around, around, around),
            Qt.AspectRatioMode.KeepAspectRatio,
        )
        self.view.emitZoomLevelChanged()
        self._whole = self.view.transform()

    def _is_near(self) -> bool:
        """Whether the user looks at a part of the page."""
        return self._whole is not None and self.view.transform() != self._whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the whole page in a pane that changes its size."""
        if event.type() == QEvent.Type.Resize and self.live is not None and not self._is_near():
            self._fit()
        return super().eventFilter(watched, event)

    def show_place(self, place: Place) -> None:
        """Zoom to a rectangle of the page and frame it."""
        if self.layout_shown() is None:
            return
        self._unmark()
        pages = self.live.sheet.layout.pageCollection()
        corner = pages.page(min(place.page, pages.pageCount()) - 1).pos()
        rect = QRectF(corner.x() + place.x, corner.y() + place.y, place.width, place.height)
        self._mark = QGraphicsRectItem(rect)
        pen = QPen(QColor(_MARK), 3)
        pen.setCosmetic(True)
        self._mark.setPen(pen)
        self._mark.setZValue(1e6)
        self.live.sheet.layout.addItem(self._mark)
        around = max(_LEAST_MM, max(rect.width(), rect.height()) * _AROUND)
        self.view.fitInView(
            rect.adjusted(-around, -around, around, around), Qt.AspectRatioMode.KeepAspectRatio
        )
        self.view.emitZoomLevelChanged()

    def _unmark(self) -> None:
        if self._mark is not None:
            if not sip.isdeleted(self._mark):
                sip.delete(self._mark)
            self._mark = None

    def release(self) -> None:
        """Let go of the sheet; the view goes first, since it has marks of its own in the layout."""
        self._unmark()
        if not sip.isdeleted(self.view):
            sip.delete(self.view)
        if self.live is not None:
            self.live.close()
            self.live = None


def _page_size(live: LiveSheet) -> tuple[float, float]:
    size = live.sheet.layout.pageCollection().page(0).pageSize()
    return size.width(), size.height()
