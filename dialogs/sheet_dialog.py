"""The sheet dialog: choose, see the sheet, then print it or open it in the layout designer."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QCloseEvent, QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..cartography.export import LabelCount, export_pdf, export_png
from ..cartography.export_presets import default_options
from ..cartography.preflight import check_sheet, refuse
from ..cartography.sheet import private_sheet
from ..cartography.sheet_request import Sheet
from ..core.exceptions import AsmAtlasError
from .sheet_building import add_sheet, page_image
from .sheet_form import SETTINGS, SheetForm
from .sheet_preview import SheetPreview
from .words import tr

PREVIEW_DELAY_MS = 600
PREVIEW_LONG_SIDE_PX = 1000  # an A series page is then 707 px wide in portrait


class SheetDialog(QDialog):
    """Not modal: the project stays at hand. Once closed it is done with; make a new one."""

    def __init__(self, iface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.project = QgsProject.instance()
        self.setWindowTitle(tr("ASM Atlas: print a mine-site sheet"))
        self.message_bar = QgsMessageBar(self)
        self.form = SheetForm(self.project, self)
        self.preview = SheetPreview(self)
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)  # it says names of the data
        self.status.setWordWrap(True)
        self.designer_button = self._button(tr("Open in la&yout designer"), self.open_in_designer)
        self.pdf_button = self._button(tr("Export PD&F…"), self.export_to_pdf)
        self.png_button = self._button(tr("E&xport PNG…"), self.export_to_png)
        self.close_button = self._button(tr("Clos&e"), self.reject)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self.build_preview)
        self._is_adding = False
        self._is_released = False
        self.form.changed.connect(self.schedule_preview)
        self.project.layersAdded.connect(self._project_changed)
        self.project.layersRemoved.connect(self._project_changed)
        self.schedule_preview()

    # -- building ---------------------------------------------------------------------------------

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter in a field must not print
        button.clicked.connect(lambda _: slot())
        return button

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(self.form.minimumSizeHint().width() + bar)
        pane = QWidget(self)
        right = QVBoxLayout(pane)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.status)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(scroll)
        splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([430, 760])
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in self._output_buttons():
            buttons.addWidget(button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.message_bar)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)
        self.resize(1200, 690)
        geometry = QgsSettings().value(f"{SETTINGS}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _output_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        return self.designer_button, self.pdf_button, self.png_button

    # -- preview ----------------------------------------------------------------------------------

    def schedule_preview(self) -> None:
        """Build the preview soon; changes that follow each other quickly are taken together."""
        has_sites = self.form.sheet_layers() is not None
        for button in self._output_buttons():
            button.setEnabled(has_sites)
        self._timer.start()

    def _project_changed(self, *_: object) -> None:
        if not self._is_adding:
            self.form.refresh_layers()
            self.schedule_preview()

    def build_preview(self) -> None:
        """Show the sheet as it would be printed now, or the sentence on why it cannot be."""
        self._timer.stop()
        self.message_bar.clearWidgets()
        layers = self.form.sheet_layers()
        if layers is None:
            self.form.show_defaults(None)
            self.status.clear()
            self.preview.show_text(
                tr(
                    "Add a layer of sites first: run 'Import mine-site visits' from the Processing toolbox, "
                    "or choose a layer of its sites under Sites."
                )
            )
            return
        with self._busy(tr("Building preview…")):
            try:
                with private_sheet(layers, self.form.request(), quick=True) as sheet:
                    image = page_image(sheet, PREVIEW_LONG_SIDE_PX)
                    description = self._description(sheet)
                    self.form.show_defaults(sheet)
            except AsmAtlasError as error:
                self.form.show_defaults(None)
                self.preview.show_text(str(error))
                self._warn(str(error))
                description = ""
            else:
                self.preview.show_page(image, description)
        self.status.setText(description)

    def _description(self, sheet: Sheet) -> str:
        request = self.form.request()
        orientation = {"portrait": tr("portrait"), "landscape": tr("landscape")}[sheet.orientation]
        scale = f"{sheet.scale:,}".replace(",", " ")  # as on the sheet
        text = tr("{0}: {1} {2}, scale 1:{3}, {4} sites.").format(
            sheet.title, request.paper, orientation, scale, sheet.ground.sites.featureCount()
        )
        if sheet.ground.without_location:
            lost = tr("{0} sites have no location and are not drawn.").format(sheet.ground.without_location)
            text = f"{text} {lost}"
        return text

    @contextmanager
    def _busy(self, text: str) -> Iterator[None]:
        before = self.status.text()
        self.status.setText(text)
        self.status.repaint()  # the work that follows leaves no time for the event loop
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            QGuiApplication.restoreOverrideCursor()
            self.status.setText(before)

    def _warn(self, sentence: str) -> None:
        self.message_bar.clearWidgets()
        self.message_bar.pushMessage("", html.escape(sentence), Qgis.MessageLevel.Warning, 0)

    # -- output -----------------------------------------------------------------------------------

    def ask_path(self, caption: str, suggestion: str, kind: str) -> str:
        """The file to write to; '' when the user thinks better of it."""
        path, _ = QFileDialog.getSaveFileName(self, caption, suggestion, kind)
        return path

    def export_to_pdf(self) -> None:
        self._export(export_pdf, ".pdf", tr("Export PDF"), "PDF (*.pdf)")

    def export_to_png(self) -> None:
        self._export(export_png, ".png", tr("Export PNG"), "PNG (*.png)")

    def _export(
        self, write: Callable[[Sheet, Path], LabelCount], suffix: str, caption: str, kind: str
    ) -> None:
        layers = self.form.sheet_layers()
        if layers is None:
            return
        name = self.form.map_id.text().strip() or self.form.map_id.placeholderText() or "sheet"
        folder = QgsSettings().value(f"{SETTINGS}/folder", str(Path.home()), type=str)
        chosen = self.ask_path(caption, str(Path(folder) / f"{name}{suffix}"), kind)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        with self._busy(tr("Writing {0}…").format(path.name)):
            try:
                with private_sheet(layers, self.form.request()) as sheet:
                    refuse(check_sheet(sheet, default_options().dpi, has_picture=suffix == ".png"))
                    labels = write(sheet, path)
            except AsmAtlasError as error:
                self._warn(str(error))
                return
        QgsSettings().setValue(f"{SETTINGS}/folder", str(path.parent))
        self._tell_written(path, labels)

    def _tell_written(self, path: Path, labels: LabelCount) -> None:
        link = f'<a href="{QUrl.fromLocalFile(str(path)).toString()}">{html.escape(str(path))}</a>'
        text = tr("{0} is written: {1} site names placed, {2} without room.").format(
            link, labels.placed, len(labels.unplaced)
        )
        self.message_bar.clearWidgets()
        if not labels.unplaced:
            self.message_bar.pushMessage("", text, Qgis.MessageLevel.Success, 0)
            return
        names = "".join(f"<li>{html.escape(f'{name} ({pcode})')}</li>" for pcode, name in labels.unplaced)
        more = tr("Sites whose name has no room on the sheet:") + f"<ul>{names}</ul>"
        self.message_bar.pushMessage("", text, more, Qgis.MessageLevel.Success, 0)

    def open_in_designer(self) -> None:
        layers = self.form.sheet_layers()
        if layers is None:
            return
        self._is_adding = True
        try:
            with self._busy(tr("Building the layout…")):
                layout = add_sheet(layers, self.form.request(), self.project)
        except AsmAtlasError as error:
            self._warn(str(error))
            return
        finally:
            self._is_adding = False
            self.form.refresh_layers()
        self.message_bar.clearWidgets()
        self.message_bar.pushMessage(
            "",
            tr(
                "'{0}' is open in the layout designer; print it before you close QGIS: its sites and "
                "boundaries are temporary layers."
            ).format(html.escape(layout.name())),
            Qgis.MessageLevel.Info,
            0,
        )
        self.iface.openLayoutDesigner(layout)

    # -- closing ----------------------------------------------------------------------------------

    def release(self) -> None:
        """Stop the timer, let go of the project and remember the settings; once is enough."""
        if self._is_released:
            return
        self._is_released = True
        self._timer.stop()
        self.form.changed.disconnect(self.schedule_preview)
        self.project.layersAdded.disconnect(self._project_changed)
        self.project.layersRemoved.disconnect(self._project_changed)
        self.form.release()
        self.form.remember()
        QgsSettings().setValue(f"{SETTINGS}/geometry", self.saveGeometry())

    def done(self, result: int) -> None:
        """Every way to close (button, Escape, window frame) comes through here."""
        self.release()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.release()  # a dialog that was never shown is closed without done()
        super().closeEvent(event)
