"""The sheet designer: choose, see the real layout, check it, print it, or change it by hand."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCloseEvent, QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..cartography.export_presets import export_options, preset_ids
from ..cartography.hand_changes import HandChange, sheet_key
from ..cartography.own_recipes import Adaptation, adapted_document, general_text, save_recipe, write_document
from ..cartography.recipe import LANGUAGES
from ..cartography.sheet_request import SheetRequest
from ..core.exceptions import AsmAtlasError
from ..processing.dependencies import missing_dependency
from .kept_changes import keep_changes, kept_changes, kept_text, opened_layouts, take_back
from .organisation_page import PAGE
from .quiet_combo import QuietCombo
from .sheet_building import LiveSheet, add_sheet
from .sheet_designer_form import SETTINGS, SheetDesignerForm
from .sheet_export import FORMATS, export_sheet, preset_words
from .sheet_findings import SheetFindings
from .sheet_preview import Asked, SheetPreview
from .sheet_series import SheetSeries
from .sheet_telling import nothing_opened_words, opened_words, sheet_words, taken_words, written_words
from .sheet_view import SheetView
from .words import tr


class SheetDesigner(QDialog):
    """Not modal: the project stays at hand. Once closed it is done with; make a new one."""

    def __init__(self, iface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.project = QgsProject.instance()
        self.setWindowTitle(tr("ASM Atlas: sheet designer"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._folder = tempfile.TemporaryDirectory(prefix="asm_atlas_")
        self.key: dict[str, str] = {}
        self._missing = missing_dependency()
        self._make_widgets()
        self._lay_out()
        self._is_adding = False
        self._is_released = False
        self.builder = SheetPreview(self.preview, self._asked, self._export_options, self)
        self._connect()
        self.schedule_preview()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.message_bar = QgsMessageBar(self)
        self.form = SheetDesignerForm(self.project, self)
        self.preview = SheetView(self)
        self.findings = SheetFindings(self)
        self.series: SheetSeries | None = None
        self.save_button = self._button(tr("Sa&ve as a recipe…"), self.save_as_recipe)
        self.hand_menu = QMenu(self)
        self.open_action = self.hand_menu.addAction(tr("&Open in the layout designer"), self.open_in_designer)
        self.take_action = self.hand_menu.addAction(tr("&Take changes back"), self.take_changes_back)
        self.hand_button = QToolButton(self)
        self.hand_button.setText(tr("By han&d"))
        self.hand_button.setMenu(self.hand_menu)
        self.hand_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hand_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.hand_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.series_button = self._button(tr("Print a &series…"), self.open_series)
        self.preset = QuietCombo(self, [(preset_words(preset), preset) for preset in preset_ids()])
        self.format = QuietCombo(self, [(kind.words(), name) for name, kind in FORMATS.items()])
        self.export_button = self._button(tr("&Export…"), self.export)
        self.close_button = self._button(tr("Close"), self.reject)
        for combo, name in ((self.preset, tr("Made for")), (self.format, tr("Kind of file"))):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setMinimumContentsLength(8)
        for key, combo in (("preset", self.preset), ("format", self.format)):
            combo.choose(QgsSettings().value(f"{SETTINGS}/{key}", combo.itemData(0)))

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter in a field must not print
        button.clicked.connect(lambda _: slot())
        return button

    def _lay_out(self) -> None:
        pane = QWidget(self)
        right = QVBoxLayout(pane)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.findings)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.form)
        splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([400, 860])
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.hand_button)
        buttons.addWidget(self.series_button)
        buttons.addStretch(1)
        label = QLabel(tr("&Made for"), self)
        label.setBuddy(self.preset)
        for widget in (label, self.preset, self.format, self.export_button, self.close_button):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self.message_bar)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)
        self.resize(1280, 690)
        geometry = QgsSettings().value(f"{SETTINGS}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        self.builder.due.connect(self.start_preview)
        self.builder.shown.connect(self._tell_of)
        self.builder.failed.connect(self._tell_failure)
        self.builder.checked.connect(self.findings.show_findings)
        self.form.changed.connect(self.schedule_preview)
        self.form.confirmed.connect(self.build_preview)
        self.form.marks_asked.connect(self.open_marks)
        for combo in (self.preset, self.format):  # the memory that is needed follows them
            combo.currentIndexChanged.connect(lambda _: self.builder.check_soon())
        self.findings.show_me.connect(self.preview.show_place)
        self.findings.removed.connect(self._keep)
        self.project.layersAdded.connect(self._project_changed)
        self.project.layersRemoved.connect(self._project_changed)

    # -- preview ----------------------------------------------------------------------------------

    def schedule_preview(self) -> None:
        """Build the preview soon; changes that follow each other quickly are taken together."""
        has_sites = self.form.layers.sheet_layers() is not None and not self._missing
        for widget in (self.save_button, self.hand_button, self.series_button, self.export_button):
            widget.setEnabled(has_sites)
        self.builder.schedule()

    def _project_changed(self, *_: object) -> None:
        if not self._is_adding:
            self.form.refresh_layers()
            self.schedule_preview()

    def request(self) -> SheetRequest:
        """What is asked for: the recipe with what is changed of it, and the changes by hand that are kept."""
        request = replace(self.form.request(), hand_changes=kept_text(self.project))
        changed = self.form.adaptation()
        if changed == Adaptation():
            return request
        path = Path(self._folder.name) / f"{self.form.recipe.id}.json"
        write_document(adapted_document(self.form.source(), self.form.recipe, changed), path)
        return replace(request, recipe_file=str(path))

    def build_preview(self) -> None:
        """Show the sheet as it would be printed now, or the sentence on why it cannot be, before going on."""
        if self._can_build():
            with self._busy():
                self.builder.build()

    def start_preview(self) -> None:
        """The same beside the window."""
        if self._can_build():
            self.builder.start()

    def _can_build(self) -> bool:
        """Make room for another preview; without packages or sites say what to do."""
        self.builder.stop()
        self.message_bar.clearWidgets()
        self.findings.wait()
        if self.form.layers.sheet_layers() is not None and not self._missing:
            return True
        self.form.show_defaults(None)
        self.preview.show_text(
            self._missing
            or tr(
                "Add a layer of sites first: run 'Import mine-site visits' from the Processing toolbox, "
                "or choose a layer of its sites under Layers."
            )
        )
        return False

    def _asked(self) -> Asked:
        is_changed = bool(kept_changes(self.project, self.key))
        return Asked(self.form.layers.sheet_layers(), self.form.adaptation(), self.request(), is_changed)

    def _tell_of(self, live: LiveSheet) -> None:
        """Say what the sheet is that is shown."""
        self.form.show_defaults(live.sheet)
        self.key = sheet_key(live.sheet)
        self.preview.describe(sheet_words(live.sheet))
        self.findings.show_changes(kept_changes(self.project, self.key))
        if live.is_whole:
            for fault in self.form.faults:
                self._warn(fault)

    def _tell_failure(self, sentence: str) -> None:
        self.form.show_defaults(None)
        self.preview.show_text(sentence)
        self._warn(sentence)

    def check(self) -> None:
        """List what the pre-flight finds on the sheet that is shown, before going on."""
        with self._busy():
            self.builder.check()

    def _export_options(self) -> tuple[float, bool]:
        """The resolution, and whether a picture will be made."""
        kinds = FORMATS[self.format.currentData()].kinds
        return export_options(self.preset.currentData()).dpi, "png" in kinds

    @contextmanager
    def _busy(self) -> Iterator[None]:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _warn(self, sentence: str) -> None:
        self._tell(html.escape(sentence), Qgis.MessageLevel.Warning)

    def _tell(self, text: str, level: Qgis.MessageLevel, more: str = "") -> None:
        self.message_bar.clearWidgets()
        if more:
            self.message_bar.pushMessage("", text, more, level, 0)
        else:
            self.message_bar.pushMessage("", text, level, 0)

    # -- output -----------------------------------------------------------------------------------

    def ask_path(self, caption: str, suggestion: str, kind: str) -> str:
        """The file to write to; '' when the user thinks better of it."""
        path, _ = QFileDialog.getSaveFileName(self, caption, suggestion, kind)
        return path

    def export(self) -> None:
        """Write the sheet as the kind of file that is chosen."""
        layers = self.form.layers.sheet_layers()
        kind = FORMATS[self.format.currentData()]
        if layers is None:
            return
        name = self.form.map_id.text().strip() or self.form.map_id.placeholderText() or "sheet"
        folder = QgsSettings().value(f"{SETTINGS}/folder", str(Path.home()), type=str)
        chosen = self.ask_path(
            tr("Export the sheet"), str(Path(folder) / f"{name}{kind.suffix}"), kind.filter()
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != kind.suffix:
            path = path.with_name(path.name + kind.suffix)
        with self._busy():
            try:
                made = export_sheet(layers, self.request(), kind, path, self.preset.currentData())
            except AsmAtlasError as error:
                self._warn(str(error))
                return
        QgsSettings().setValue(f"{SETTINGS}/folder", str(path.parent))
        text, more = written_words(path, made)
        self._tell(text, Qgis.MessageLevel.Success, more)

    def open_series(self) -> None:
        """Open the window that prints sheets of many areas."""
        layers = self.form.layers.sheet_layers()
        if layers is None or (self.series is not None and self.series.is_running):
            return
        self.series = SheetSeries(
            layers, self.request(), self.form.offered_areas(), self.preset.currentData(), self
        )
        self.series.open()

    def save_as_recipe(self) -> None:
        """Keep recipe, paper, layers, theme and texts as a recipe of the user's own."""
        title, is_sure = QInputDialog.getText(
            self, tr("Save as a recipe"), tr("Name of the recipe:"), text=self.form.recipes.currentText()
        )
        if is_sure:
            self.keep_recipe(title.strip())

    def keep_recipe(self, title: str) -> None:
        """Write the recipe into the profile and choose it; texts written here become texts of all its sheets."""
        area, language = self.form.request().area, self.form.language.currentData()
        texts = {}
        for key, line in (("title", self.form.title), ("subtitle", self.form.subtitle)):
            if line.text().strip():
                words = {each: self.form.recipe.texts(each)[key] for each in LANGUAGES}
                texts[key] = {**words, language: general_text(line.text().strip(), area)}
        changed = replace(self.form.adaptation(), texts=texts, paper=self.form.paper.currentData())
        try:
            path = save_recipe(adapted_document(self.form.source(), self.form.recipe, changed), title)
        except (AsmAtlasError, OSError) as error:
            self._warn(str(error))
            return
        self.form.take_recipe(path)
        text = tr("{0} is written; the recipe is listed with those of ASM Atlas.").format(
            html.escape(str(path))
        )
        self._tell(text, Qgis.MessageLevel.Success)

    # -- by hand ----------------------------------------------------------------------------------

    def open_in_designer(self) -> None:
        """Add the sheet to the project as a layout and open it in QGIS's layout designer."""
        layers = self.form.layers.sheet_layers()
        if layers is None:
            return
        self._is_adding = True
        try:
            with self._busy():
                layout = add_sheet(layers, self.request(), self.project)
        except AsmAtlasError as error:
            self._warn(str(error))
            return
        finally:
            self._is_adding = False
            self.form.refresh_layers()
        self._tell(opened_words(layout), Qgis.MessageLevel.Info)
        self.iface.openLayoutDesigner(layout)

    def take_changes_back(self) -> None:
        """Keep what was changed by hand in the layout of this sheet, for all builds to come."""
        if self.builder.is_due() or self.builder.is_working():
            self.build_preview()  # the key is that of the sheet that the form asks for
        layouts = opened_layouts(self.project, self.key)
        if not layouts:
            self._warn(nothing_opened_words())
            return
        changes, lost = take_back(self.project, layouts[-1])
        self.build_preview()
        self.findings.setCurrentIndex(1)
        level = Qgis.MessageLevel.Warning if lost else Qgis.MessageLevel.Success
        self._tell(taken_words(layouts[-1], len(changes), lost), level)

    def _keep(self, changes: list[HandChange]) -> None:
        """Keep these changes by hand of the sheet alone."""
        keep_changes(self.project, self.key, changes)
        self.build_preview()

    def open_marks(self) -> None:
        """Open the page of the organisation in QGIS's options, then show its marks."""
        self.iface.showOptionsDialog(self, PAGE)
        self.schedule_preview()

    # -- closing ----------------------------------------------------------------------------------

    def release(self) -> None:
        """Stop the work, let go of sheet and project, and remember the settings; once is enough."""
        if self._is_released:
            return
        self._is_released = True
        self.builder.stop()
        if self.series is not None:
            self.series.stop()
        self.form.changed.disconnect(self.schedule_preview)
        self.project.layersAdded.disconnect(self._project_changed)
        self.project.layersRemoved.disconnect(self._project_changed)
        self.form.release()
        self.preview.release()
        self._folder.cleanup()
        for key, value in (
            ("preset", self.preset.currentData()),
            ("format", self.format.currentData()),
            ("geometry", self.saveGeometry()),
        ):
            QgsSettings().setValue(f"{SETTINGS}/{key}", value)

    def done(self, result: int) -> None:
        """Every way to close (button, Escape, window frame) comes through here."""
        self.release()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.release()  # a dialog that was never shown is closed without done()
        super().closeEvent(event)
