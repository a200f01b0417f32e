"""The scheme editor: change what is asked, weighed and cut, and see at once which sites change their level."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProject,
    QgsSettings,
)
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtGui import QCloseEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.exceptions import AsmAtlasError
from ..core.scorecard.scheme import read_scheme
from ..core.scorecard.scheme_changes import next_version
from .help_pages import help_on_f1, open_help
from .scheme_fields import wrapped_label
from .scheme_files import is_shipped, shipped_files, write_scheme
from .scheme_parts import part_form
from .scheme_results import SchemeResults
from .scheme_tree import SchemeTree
from .scheme_undo import SchemeEdits
from .scheme_words import fault_words
from .site_on_map import show_site
from .words import tr, user_language

if TYPE_CHECKING:
    from ..core.scorecard.level_changes import LevelChange

SETTINGS = "asm_atlas/scheme"
_AS_OPENED = ""


class ScorecardEditor(QDialog):
    """Not modal: the project stays at hand. Once closed it is done with; make a new one."""

    def __init__(self, iface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.project = QgsProject.instance()
        self.path = shipped_files()[0]
        self.opened = read_scheme(self.path)
        self.before = self.opened
        self.versions = {self.opened.version}  # taken: opened with, or written
        self.edits = SchemeEdits(self.opened, self)
        self._is_released = False
        self.setWindowTitle(tr("ASM Atlas: scorecard schemes") + "[*]")
        self._make_widgets()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show_part(self.tree.current_path())
        self._document_changed()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.message_bar = QgsMessageBar(self)
        self.heading = wrapped_label(parent=self)
        self.tree = SchemeTree(self.edits, self)
        self.part_area = QScrollArea(self)
        self.part_area.setWidgetResizable(True)
        self.part_area.setFrameShape(QFrame.Shape.NoFrame)
        self.part_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results = SchemeResults(self.project, self.edits, self)
        self.status = wrapped_label(parent=self)
        self.compare_with = QComboBox(self)
        self.compare_with.setAccessibleName(tr("Scheme to compare with"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.compare_with.setSizeAdjustPolicy(policy)
        self.compare_with.setMinimumContentsLength(18)
        self._fill_comparisons()

    def _fill_comparisons(self) -> None:
        with QSignalBlocker(self.compare_with):
            self.compare_with.clear()
            self.compare_with.addItem(tr("as it was opened"), _AS_OPENED)
            for path in shipped_files():
                self.compare_with.addItem(path.stem, str(path))
            self.compare_with.addItem(tr("another file…"), None)

    def _make_actions(self) -> None:
        self.open_menu = QMenu(self)
        for path in shipped_files():
            label = f"{read_scheme(path).label[user_language()]} ({path.stem})".replace("&", "&&")
            self.open_menu.addAction(label, lambda path=path: self.open_scheme(path))
        self.open_menu.addSeparator()
        open_file = self.open_menu.addAction(tr("From a &file…"), self.ask_and_open)
        open_file.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self.addAction(open_file)  # else the shortcut works in the open menu alone
        self.open_button = QToolButton(self)
        self.open_button.setText(tr("&Open"))
        self.open_button.setMenu(self.open_menu)
        self.open_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.open_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.open_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        stack = self.edits.stack
        self.undo_action = stack.createUndoAction(self, tr("Undo"))
        self.undo_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo_action = stack.createRedoAction(self, tr("Redo"))
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.save_button = self._button(tr("Save as a &new version…"), self.save)
        self.save_action = QAction(self)
        self.save_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.save_action.triggered.connect(lambda _: self.save())
        self.undo_action.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self.redo_action.setIcon(QgsApplication.getThemeIcon("/mActionRedo.svg"))
        for action in (self.undo_action, self.redo_action, self.save_action):
            self.addAction(action)
        self.fault_button = self._button(tr("Go to the &fault"), self.go_to_fault)
        self.close_button = self._button(tr("Clos&e"), self.reject)
        self.help_button = self._button(tr("Help"), lambda: open_help("scorecard"))
        help_on_f1(self, "scorecard")

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter in a field must not save
        button.clicked.connect(lambda _: slot())
        return button

    def _action_button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.open_button)
        for action in (self.undo_action, self.redo_action):
            top.addWidget(self._action_button(action))
        top.addWidget(self.heading, 1)
        label = QLabel(tr("Com&pare with"), self)
        label.setBuddy(self.compare_with)
        top.addWidget(label)
        top.addWidget(self.compare_with)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for place, widget in enumerate((self.tree, self.part_area, self.results)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(place, (2, 3, 4)[place])
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([self.tree.comfortable_width(), 380, 560])
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        for button in (self.fault_button, self.save_button, self.close_button, self.help_button):
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.message_bar)
        column.addLayout(top)
        column.addWidget(splitter, 1)
        column.addLayout(bottom)
        self.resize(1280, 680)
        geometry = QgsSettings().value(f"{SETTINGS}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        self.edits.changed.connect(self._document_changed)
        self.tree.chosen.connect(self._show_part)
        self.edits.stack.indexChanged.connect(lambda _: self._show_state())
        self.compare_with.activated.connect(self._compare_chosen)
        self.results.sites.zoom.connect(self.zoom_to)
        self.results.scored.connect(self._show_state)

    # -- the scheme -------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        path = self._ask_file()
        if path:
            self.open_scheme(Path(path))

    def _ask_file(self) -> str:
        """A scheme to read; '' when the user thinks better of it."""
        folder = QgsSettings().value(f"{SETTINGS}/folder", str(Path.home()), type=str)
        kind = tr("Schemes") + " (*.json)"
        return QFileDialog.getOpenFileName(self, tr("Open a scheme"), folder, kind)[0]

    def open_scheme(self, path: Path, is_sure: bool = False) -> None:
        """Edit another scheme; asks first when there are unsaved changes."""
        if not (is_sure or self.edits.stack.isClean()):
            self._ask_about_changes(lambda: self.open_scheme(path, True))
            return
        try:
            scheme = read_scheme(path)
        except AsmAtlasError as error:
            self._warn(str(error))
            return
        self.message_bar.clearWidgets()
        self.path = path
        self.opened = self.before = scheme
        self.versions = {scheme.version}
        self.compare_with.setCurrentIndex(0)
        self.edits.open(scheme)
        self.tree.fill()
        self._show_part(self.tree.current_path())
        self._document_changed()

    def _document_changed(self, path: tuple | None = None) -> None:
        """Show the document everywhere, and score it when it has no fault. path: what was changed."""
        self.tree.refresh()
        current = self.tree.current_path()
        if path is not None and path != ("version",) and path[: len(current)] != current:
            self.tree.choose(path)  # what is undone or done again is shown
        self.part.refresh()
        self.tree.mark(self.results.compare(self.before))
        self._show_state()

    def _show_state(self) -> None:
        """The heading, the sentence below, and whether it can be saved."""
        fault, is_clean = self.edits.fault, self.edits.stack.isClean()
        version = str(self.edits.value(("version",), ""))
        identity = f"{self.edits.name} {version}, {self.edits.scheme.hash if fault is None else '–'}"
        title = self.edits.value(("label", user_language()), "")
        self.heading.setText(f"{title} ({identity})" + ("" if is_clean else f" – {tr('not saved')}"))
        self.setWindowModified(not is_clean)
        self.save_button.setEnabled(fault is None and not is_clean)
        self.fault_button.setVisible(fault is not None)
        if fault is not None:
            reason = tr("Cannot be saved. {0}").format(fault_words(self.edits.document, fault))
            self.status.setText(reason)
        else:
            reason = tr("Nothing has been changed.") if is_clean else ""
            self.status.setText(self.results.scored_words())
            self.status.setToolTip(html.escape("\n".join(self.results.notes)))
        self.save_button.setToolTip(html.escape(reason))
        self.save_button.setAccessibleDescription(reason)

    def go_to_fault(self) -> None:
        fault = self.edits.fault
        if fault is not None:
            steps = [int(step) if step.isdigit() else step for step in fault.path.split(".")]
            self.tree.choose(tuple(steps[:4]))
            self.part.fields()[0].setFocus()

    def _show_part(self, path: tuple) -> None:
        """The form of the part that is chosen in the tree."""
        self.edits.end_run()
        self.part = part_form(self.edits, path, self)
        self.part.show_fault()
        self.part_area.setWidget(self.part)  # deletes the one before
        width = self.part.minimumSizeHint().width() + self.part_area.verticalScrollBar().sizeHint().width()
        self.part_area.setMinimumWidth(min(width, 460))
        before = self.tree
        for field in self.part.fields():
            QWidget.setTabOrder(before, field)
            before = field
        QWidget.setTabOrder(before, self.results.tabBar())
        dimension = self.edits.document["dimensions"][path[1]]["id"] if path else ""
        self.results.choose(dimension)

    # -- comparing --------------------------------------------------------------------------------

    def _compare_chosen(self, _: int) -> None:
        chosen = self.compare_with.currentData()
        path = self._ask_file() if chosen is None else chosen
        if path == _AS_OPENED:
            self.before = self.opened
            self.compare_with.setCurrentIndex(0)
        else:
            try:
                self.before = read_scheme(Path(path))
            except AsmAtlasError as error:
                self._warn(str(error))
                self.before = self.opened
                self.compare_with.setCurrentIndex(0)
            else:
                if chosen is None:
                    place = self.compare_with.count() - 1
                    self.compare_with.insertItem(place, Path(path).name, path)
                    self.compare_with.setCurrentIndex(place)
        self._document_changed()

    def zoom_to(self, change: LevelChange) -> None:
        """Move the map to a site."""
        show_site(self.iface.mapCanvas(), change.longitude, change.latitude, self.project)

    # -- saving -----------------------------------------------------------------------------------

    def ask_path(self, suggestion: str) -> str:
        """The file to write to; '' when the user thinks better of it."""
        kind = tr("Schemes") + " (*.json)"
        return QFileDialog.getSaveFileName(self, tr("Save as a new version"), suggestion, kind)[0]

    def save(self) -> bool:
        """Write the scheme under a raised version to a file of the user's; whether it was written."""
        if self.edits.fault is not None or self.edits.stack.isClean():
            return False
        version = str(self.edits.value(("version",)))
        while version in self.versions:
            version = next_version(version)
        folder = QgsSettings().value(f"{SETTINGS}/folder", str(Path.home()), type=str)
        if not is_shipped(self.path):
            folder = str(self.path.parent)
        chosen = self.ask_path(str(Path(folder) / f"{self.edits.name}_{version}.json".replace(" ", "_")))
        if not chosen:
            return False
        path = Path(chosen)
        if path.suffix.lower() != ".json":
            path = path.with_name(f"{path.name}.json")
        try:
            written_hash = write_scheme({**self.edits.document, "version": version}, path)
        except AsmAtlasError as error:
            self._warn(str(error))
            return False
        self.edits.end_run()
        self.edits.set(("version",), version, tr("Raise the version"))
        self.edits.stack.setClean()
        self.path = path
        self.versions.add(version)
        QgsSettings().setValue(f"{SETTINGS}/folder", str(path.parent))
        self._show_state()
        text = tr(
            "{0} is written: {1} {2}, hash {3}. Choose it in 'Responsible mining scorecard' as a scheme of "
            "your own."
        ).format(html.escape(str(path)), html.escape(self.edits.name), html.escape(version), written_hash)
        self.message_bar.clearWidgets()
        self.message_bar.pushMessage("", text, Qgis.MessageLevel.Success, 0)
        return True

    def _warn(self, sentence: str) -> None:
        self.message_bar.clearWidgets()
        self.message_bar.pushMessage("", html.escape(sentence), Qgis.MessageLevel.Warning, 0)

    # -- closing ----------------------------------------------------------------------------------

    def _ask_about_changes(self, go_on: Callable[[], None]) -> None:
        """Ask in the bar; Escape again goes back to the scheme."""
        self.message_bar.clearWidgets()
        text = tr("The changes to this scheme are not saved.")
        item = self.message_bar.createMessage("", text)
        save = self._button(tr("&Save…"), lambda: self.save() and go_on())
        save.setEnabled(self.save_button.isEnabled())
        discard = self._button(tr("&Discard changes"), go_on)
        for button in (save, discard):
            item.layout().addWidget(button)
        self.message_bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)
        self.question = item
        (save if save.isEnabled() else discard).setFocus()

    @property
    def is_asking(self) -> bool:
        item = self.message_bar.currentItem()
        return item is not None and item is getattr(self, "question", None)

    def reject(self) -> None:
        """Escape, the button and the window frame: ask while there are unsaved changes."""
        if self._is_released or self.edits.stack.isClean():
            super().reject()
        elif self.is_asking:
            self.message_bar.clearWidgets()
            self.tree.setFocus()
        else:
            self._ask_about_changes(self.discard_and_close)

    def discard_and_close(self) -> None:
        """Close without asking."""
        self.release()
        super().reject()

    def release(self) -> None:
        """Stop scoring, let go of the project and remember the size; once is enough."""
        if self._is_released:
            return
        self._is_released = True
        self.edits.stack.blockSignals(True)  # it speaks once more when it is deleted, after the widgets
        self.results.release()
        QgsSettings().setValue(f"{SETTINGS}/geometry", self.saveGeometry())

    def done(self, result: int) -> None:
        self.release()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not (self._is_released or self.edits.stack.isClean()):
            event.ignore()
            if not self.is_asking:
                self.reject()
            return
        self.release()  # a dialog that was never shown is closed without done()
        super().closeEvent(event)
