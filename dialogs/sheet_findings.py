"""What the pre-flight finds on the sheet, and what was changed on it by hand: two lists below the preview."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QShortcut,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..cartography.hand_changes import ADDED, HIDDEN, PLACE, HandChange
from ..cartography.preflight import ui_language
from ..cartography.preflight.finding import ERROR, PreflightFinding
from .words import tr

_ROWS = 4
_DELETE = QKeySequence(QKeySequence.StandardKey.Delete)
_LONGEST = 60


class SheetFindings(QTabWidget):
    """show_me: a Place that the user wants to see. removed: the changes that are left after one was removed."""

    show_me = pyqtSignal(object)
    removed = pyqtSignal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: list[PreflightFinding] = []
        self.changes: list[HandChange] = []
        self.checks, self.by_hand = self._list(), self._list()
        self.checks.setAccessibleName(tr("Checks of the sheet"))
        self.by_hand.setAccessibleName(tr("Changes by hand"))
        self.show_button = self._button(tr("Sho&w me"), self._show_chosen)
        self.remove_button = self._button(tr("Remove"), self._remove_chosen)
        self.remove_button.setToolTip(
            tr("Remove ({0})").format(_DELETE.toString(QKeySequence.SequenceFormat.NativeText))
        )
        QShortcut(_DELETE, self.by_hand, self._remove_chosen, context=Qt.ShortcutContext.WidgetShortcut)
        self.checks.itemActivated.connect(lambda _: self._show_chosen())
        self.checks.itemSelectionChanged.connect(self._enable)
        self.by_hand.itemSelectionChanged.connect(self._enable)
        self.addTab(self._page(self.checks, self.show_button), "")
        self.addTab(self._page(self.by_hand, self.remove_button), "")
        self.setFixedHeight(_ROWS * self.fontMetrics().lineSpacing() + 70)
        self.wait()
        self.show_changes([])

    def _list(self) -> QListWidget:
        rows = QListWidget(self)
        rows.setWordWrap(True)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return rows

    def _button(self, text: str, slot) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: slot())
        return button

    def _page(self, rows: QListWidget, button: QPushButton) -> QWidget:
        page = QWidget(self)
        line = QHBoxLayout(page)
        line.setContentsMargins(4, 4, 4, 4)
        line.addWidget(rows, 1)
        column = QVBoxLayout()
        column.addWidget(button)
        column.addStretch(1)
        line.addLayout(column)
        return page

    # -- checks -----------------------------------------------------------------------------------

    def wait(self) -> None:
        """The checks of another sheet will come."""
        self.findings = []
        self.checks.clear()
        self.setTabText(0, tr("&Checks"))
        self._enable()

    def show_findings(self, findings: list[PreflightFinding], notes: list[str]) -> None:
        """List findings, errors first, and what the sheet says of how it was made."""
        self.findings = findings
        self.checks.clear()
        for finding in findings:
            is_error = finding.severity == ERROR
            words = tr("Error: {0}") if is_error else tr("Warning: {0}")
            row = QListWidgetItem(words.format(finding.sentence(ui_language())))
            icon = "mIconCritical.svg" if is_error else "mIconWarning.svg"
            row.setIcon(QgsApplication.getThemeIcon(f"/{icon}"))
            row.setData(Qt.ItemDataRole.UserRole, finding)
            self.checks.addItem(row)
        for note in notes:
            row = QListWidgetItem(note)
            row.setIcon(QgsApplication.getThemeIcon("/mIconInfo.svg"))
            self.checks.addItem(row)
        if not findings:
            row = QListWidgetItem(tr("Nothing is found that would spoil the print."))
            row.setIcon(QgsApplication.getThemeIcon("/mIconSuccess.svg"))
            self.checks.insertItem(0, row)
        self.setTabText(0, tr("&Checks ({0})").format(len(findings)))
        self._enable()

    def _finding(self) -> PreflightFinding | None:
        chosen = self.checks.selectedItems()
        return chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None

    def _show_chosen(self) -> None:
        finding = self._finding()
        if finding is not None and finding.place is not None:
            self.show_me.emit(finding.place)

    # -- changes by hand --------------------------------------------------------------------------

    def show_changes(self, changes: list[HandChange]) -> None:
        if changes != self.changes or not self.tabText(1):
            self.changes = list(changes)
            self.by_hand.clear()
            self.by_hand.addItems([change_words(change) for change in changes])
            self.setTabText(1, tr("Chan&ges by hand ({0})").format(len(changes)))
        self._enable()

    def _remove_chosen(self) -> None:
        row = self.by_hand.currentRow()
        if self.by_hand.selectedItems() and 0 <= row < len(self.changes):
            self.removed.emit([change for number, change in enumerate(self.changes) if number != row])

    def _enable(self) -> None:
        finding = self._finding()
        self.show_button.setEnabled(finding is not None and finding.place is not None)
        self.remove_button.setEnabled(bool(self.by_hand.selectedItems()))


def change_words(change: HandChange) -> str:
    """A change as the list says it."""
    if change.kind == HIDDEN:
        return tr("{0}: hidden").format(change.item)
    if change.kind == PLACE:
        x, y, *size = (round(value) for value in change.value)
        if size:
            return tr("{0}: at {1}, {2} mm, {3} x {4} mm").format(change.item, x, y, *size)
        return tr("{0}: at {1}, {2} mm").format(change.item, x, y)
    if change.kind == ADDED:
        return tr("{0}: added").format(change.item[:_LONGEST])
    return tr("{0}: the text '{1}'").format(change.item, change.value[:_LONGEST])
