"""The window that prints a sheet of each of many areas: asm:printseries with progress and a way to stop it."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..cartography.export_presets import preset_ids
from ..cartography.recipe import LANGUAGES
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import SheetRequest
from .help_pages import help_on_f1, open_help
from .quiet_combo import QuietCombo
from .sheet_export import preset_words
from .words import plain_label, tr

SETTINGS = "asm_atlas/series"
_KINDS = ("pdf", "png", "svg", "package", "report")


class WindowFeedback(QgsProcessingFeedback):
    """Shows lines and progress, and lets the window live: worker processes draw the sheets meanwhile."""

    def __init__(self, bar: QProgressBar, lines: QPlainTextEdit) -> None:
        super().__init__(False)
        self._bar, self._lines = bar, lines
        self.progressChanged.connect(self._show)

    def _show(self, percent: float) -> None:
        self._bar.setValue(round(percent))
        QCoreApplication.processEvents()

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self._say(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self._say(tr("Warning: {0}").format(warning))

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self._say(tr("Error: {0}").format(error))

    def _say(self, line: str) -> None:
        self._lines.appendPlainText(line)
        QCoreApplication.processEvents()


class SheetSeries(QDialog):
    """Modal to the designer, whose request all sheets share but for area and language.

    printed: sheets were made in a folder.
    """

    printed = pyqtSignal(Path)

    def __init__(
        self, layers: SheetLayers, request: SheetRequest, areas: list[str], preset: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.layers, self.asked = layers, request
        self.is_running = False
        self._feedback: WindowFeedback | None = None
        self.setWindowTitle(tr("ASM Atlas: print a series of sheets"))
        self._make_widgets(areas, preset)
        self._lay_out()
        self._enable()

    def _make_widgets(self, areas: list[str], preset: str) -> None:
        self.areas = QListWidget(self)
        chosen = self.asked.area or self.asked.pcode
        for area in areas:
            row = QListWidgetItem(area, self.areas)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = not self.asked.pcode or area == chosen
            row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.all_button = self._button(tr("&All"), lambda: self._check_all(Qt.CheckState.Checked))
        self.none_button = self._button(tr("N&one"), lambda: self._check_all(Qt.CheckState.Unchecked))
        names = {"en": "English", "fr": "Français"}
        self.languages = {code: QCheckBox(names[code], self) for code in LANGUAGES}
        self.languages[self.asked.language].setChecked(True)
        words = {"package": tr("package (zip)"), "report": tr("report")}
        self.kinds = {kind: QCheckBox(words.get(kind, kind.upper()), self) for kind in _KINDS}
        for kind in ("pdf", "report"):
            self.kinds[kind].setChecked(True)
        self.preset = QuietCombo(self, [(preset_words(each), each) for each in preset_ids()])
        self.preset.choose(preset)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(QgsSettings().value(f"{SETTINGS}/folder", "", type=str))
        self.folder.setFocusProxy(self.folder.lineEdit())
        self.prefix = QuietCombo(self)
        self.prefix.setEditable(True)
        self.prefix.addItem(QgsSettings().value(f"{SETTINGS}/prefix", "ASM", type=str))
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("What was done"))
        self.bar = QProgressBar(self)
        self.result = QLabel(self)
        self.result.setTextFormat(Qt.TextFormat.RichText)
        self.result.setWordWrap(True)
        self.result.setOpenExternalLinks(True)
        self.run_button = self._button(tr("&Print"), self.run)
        self.run_button.setDefault(True)
        self.stop_button = self._button(tr("&Stop"), self.stop)
        self.close_button = self._button(tr("&Close"), self.reject)
        self.help_button = self._button(tr("Help"), lambda: open_help("sheets"))
        help_on_f1(self, "sheets")
        for row in (self.areas,):
            row.itemChanged.connect(lambda _: self._enable())
        for check in (*self.languages.values(), *self.kinds.values()):
            check.toggled.connect(lambda _: self._enable())
        self.folder.fileChanged.connect(lambda _: self._enable())

    def _button(self, text: str, slot) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: slot())
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        note = tr(
            "Recipe, paper, theme, layers, marks and credits are those of the designer; title, subtitle, map number "
            "and version are made for each sheet. Sheets of which nothing has changed are not made again."
        )
        column.addWidget(plain_label(self, note))
        form = QFormLayout()
        ends = QHBoxLayout()
        ends.addWidget(self.areas, 1)
        side = QVBoxLayout()
        side.addWidget(self.all_button)
        side.addWidget(self.none_button)
        side.addStretch(1)
        ends.addLayout(side)
        form.addRow(self._label(tr("A&reas"), self.areas), ends)
        for text, checks in ((tr("Languages"), self.languages), (tr("Files"), self.kinds)):
            line = QHBoxLayout()
            for check in checks.values():
                line.addWidget(check)
            line.addStretch(1)
            form.addRow(text, line)
        form.addRow(self._label(tr("&Made for"), self.preset), self.preset)
        form.addRow(self._label(tr("Map &numbers begin with"), self.prefix), self.prefix)
        form.addRow(self._label(tr("&Folder"), self.folder), self.folder)
        column.addLayout(form)
        column.addWidget(self.lines, 1)
        column.addWidget(self.bar)
        column.addWidget(self.result)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.run_button, self.stop_button, self.close_button, self.help_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(620, 600)

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field.lineEdit() if isinstance(field, QgsFileWidget) else field)
        field.setAccessibleName(text.replace("&", ""))
        return label

    def _check_all(self, state: Qt.CheckState) -> None:
        for row in range(self.areas.count()):
            self.areas.item(row).setCheckState(state)

    def chosen_areas(self) -> list[str]:
        rows = [self.areas.item(row) for row in range(self.areas.count())]
        return [row.text() for row in rows if row.checkState() == Qt.CheckState.Checked]

    def _enable(self) -> None:
        is_ready = bool(
            self.chosen_areas()
            and self.folder.filePath().strip()
            and any(check.isChecked() for check in self.languages.values())
            and any(self.kinds[kind].isChecked() for kind in ("pdf", "png", "svg"))
        )
        self.run_button.setEnabled(is_ready and not self.is_running)
        self.stop_button.setEnabled(self.is_running)
        self.close_button.setEnabled(not self.is_running)

    def parameters(self) -> dict[str, object]:
        """Parameters of asm:printseries."""
        asked = self.asked
        chosen = {
            **{role.upper(): layer for role, layer in self.layers.present().items()},
            "NAMES": "\n".join(self.chosen_areas()),
            "NAME_FIELD": asked.name_field,
            "PAPERS": [asked.paper],
            "ORIENTATION": asked.orientation,
            "THEME": asked.theme,
            "LANGUAGES": [code for code, check in self.languages.items() if check.isChecked()],
            "CREDITS": asked.credits,
            "LOGO": asked.logo,
            "ORGANISATION": asked.organisation,
            "DISCLAIMER": asked.disclaimer,
            "LICENCE": asked.licence,
            "FONT": asked.font,
            "HAND_CHANGES": asked.hand_changes,
            "MAP_PREFIX": self.prefix.currentText().strip(),
            "PRESET": self.preset.currentData(),
            "FILES": [kind for kind, check in self.kinds.items() if check.isChecked()],
            "FOLDER": self.folder.filePath().strip(),
        }
        if asked.recipe_file:
            return {**chosen, "RECIPE_FILE": asked.recipe_file}
        return {**chosen, "RECIPES": [asked.recipe]}

    def run(self) -> None:
        """Print the sheets; the window stays alive, and Stop ends the work after the sheets at hand."""
        from qgis import processing

        if self.is_running:
            return
        self.is_running = True
        self._feedback = WindowFeedback(self.bar, self.lines)
        self.lines.clear()
        self.result.clear()
        self._enable()
        try:
            made = processing.run("asm:printseries", self.parameters(), feedback=self._feedback)
        except QgsProcessingException as error:
            self.result.setText(html.escape(str(error)))
        else:
            self.bar.setValue(100)
            self._tell(made)
            if made["N_MADE"]:
                self.printed.emit(Path(self.folder.filePath().strip()))
            settings = QgsSettings()
            settings.setValue(f"{SETTINGS}/folder", self.folder.filePath().strip())
            settings.setValue(f"{SETTINGS}/prefix", self.prefix.currentText().strip())
        finally:
            self.is_running = False
            self._feedback = None
            self._enable()

    def _tell(self, made: dict[str, object]) -> None:
        link = QUrl.fromLocalFile(str(Path(str(made["REPORT"])))).toString()
        text = tr("{0} sheets made, {1} unchanged, {2} areas without a site, {3} failed.").format(
            made["N_MADE"], made["N_UNCHANGED"], made["N_EMPTY"], made["N_FAILED"]
        )
        self.result.setText(
            f'{text} <a href="{html.escape(link)}">{html.escape(tr("Report of the series"))}</a>'
        )

    def stop(self) -> None:
        """Ask the series to stop; what was made stays."""
        if self._feedback is not None:
            self._feedback.cancel()

    def reject(self) -> None:
        """Escape while sheets are made stops them and leaves the window open."""
        if self.is_running:
            self.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.is_running:
            self.stop()
            event.ignore()
        else:
            super().closeEvent(event)
