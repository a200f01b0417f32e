"""What two schemes make different: settings in words, and the sites that change their level."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.scorecard.scheme_changes import Difference
from .scheme_fields import wrapped_label
from .scheme_words import difference_words
from .words import tr

if TYPE_CHECKING:
    from ..core.scorecard.level_changes import LevelChange

_COLUMNS = 5
_LONGEST = 240  # characters of a difference; the tip holds the rest
ROW_ROLE = Qt.ItemDataRole.UserRole
_SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class ChangesModel(QAbstractTableModel):
    """Sites that change: pcode, name, indicator, before, after."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes: Sequence[LevelChange] = ()
        self.titles: dict[str, str] = {}
        self.words: dict[int, str] = {}

    def show_changes(
        self, changes: Sequence[LevelChange], titles: dict[str, str], words: dict[int, str]
    ) -> None:
        self.beginResetModel()
        self.changes, self.titles, self.words = changes, titles, words
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.changes)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Site"), tr("Name"), tr("Indicator"), tr("Before"), tr("After"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.changes[index.row()]
        if role == ROW_ROLE:
            return change
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(change)[index.column()]
        if role == _SORT_ROLE:  # levels from the worst up, not by the alphabet
            place = list(self.titles).index(change.dimension)
            sorted_by = (change.pcode, change.name, place, change.before, change.after)
            return sorted_by[index.column()]
        return None

    def _texts(self, change: LevelChange) -> tuple[str, ...]:
        after = self.words[change.after]
        if min(change.before, change.after) > 0:
            after = f"{'▲' if change.after > change.before else '▼'} {after}"
        title = self.titles[change.dimension]
        return change.pcode, change.name, title, self.words[change.before], after


class _OneIndicator(QSortFilterProxyModel):
    """Sorts, and leaves out other indicators when one is set."""

    dimension = ""

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: N802
        return not self.dimension or self.sourceModel().changes[row].dimension == self.dimension


class ChangedSites(QWidget):
    """The table of sites that change their level. `zoom` asks for the map to go to one."""

    zoom = pyqtSignal(object)  # LevelChange

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = wrapped_label(parent=self)
        self.model = ChangesModel(self)
        self.proxy = _OneIndicator(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(_SORT_ROLE)
        self.proxy.setSortLocaleAware(True)
        self.table = QTableView(self)
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(tr("Sites that change their level"))
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(100)  # rows that are looked at
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for stretched in (1, 2):
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader()
        rows.setDefaultSectionSize(self.table.fontMetrics().height() + 6)
        self.only_chosen = QCheckBox(tr("&Only the chosen indicator"), self)
        self.zoom_button = QPushButton(tr("&Zoom to the site"), self)
        self.zoom_button.setAutoDefault(False)
        self.zoom_button.setEnabled(False)
        self.zoom_button.clicked.connect(lambda _: self.zoom_to_current())
        self.table.activated.connect(lambda _: self.zoom_to_current())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_button())
        self.only_chosen.toggled.connect(lambda _: self._filter())
        self.dimension = ""
        line = QHBoxLayout()
        line.addWidget(self.only_chosen, 1)
        line.addWidget(self.zoom_button)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addLayout(line)

    def show_changes(
        self, changes: Sequence[LevelChange] | None, titles: dict[str, str], words: dict[int, str]
    ) -> None:
        """changes: None where the levels of the two schemes cannot be compared."""
        self.model.show_changes(changes or (), titles, words)
        if changes is None:
            text = tr("The two schemes have different levels; no site can be compared one by one.")
        else:
            text = changes_words(changes)
        self.summary.setText(text)
        self._show_button()

    def show_sentence(self, sentence: str) -> None:
        """Why there is no list."""
        self.show_changes((), {}, {})
        self.summary.setText(sentence)

    def choose(self, dimension: str) -> None:
        self.dimension = dimension
        self._filter()

    def _filter(self) -> None:
        self.proxy.dimension = self.dimension if self.only_chosen.isChecked() else ""
        self.proxy.invalidateFilter()
        self._show_button()

    def current_change(self) -> LevelChange | None:
        rows = self.table.selectionModel().selectedRows()
        return self.proxy.data(rows[0], ROW_ROLE) if rows else None

    def _show_button(self) -> None:
        change = self.current_change()
        has_place = change is not None and change.longitude == change.longitude
        self.zoom_button.setEnabled(has_place)
        self.zoom_button.setToolTip(
            tr("The site has no location.") if change is not None and not has_place else ""
        )

    def zoom_to_current(self) -> None:
        if self.zoom_button.isEnabled():
            self.zoom.emit(self.current_change())


def changes_words(changes: Sequence[LevelChange]) -> str:
    """How many sites change, and in which direction."""
    if not changes:
        return tr("No site changes its level.")
    n_sites = len({change.pcode for change in changes})
    with_levels = [change for change in changes if min(change.before, change.after) > 0]
    up = sum(change.after > change.before for change in with_levels)
    return tr("{0} sites change: {1} levels rise, {2} fall, {3} begin or cease to have one.").format(
        n_sites, up, len(with_levels) - up, len(changes) - len(with_levels)
    )


class Differences(QWidget):
    """The settings that differ, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel(self)
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([tr("Where"), tr("What")])
        self.table.setAccessibleName(tr("Settings that differ between the two schemes"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self._fit_rows())
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)

    def show_differences(
        self, differences: Sequence[Difference], documents: tuple[dict[str, Any], dict[str, Any]]
    ) -> None:
        """documents: the scheme before and the one after."""
        self.table.setRowCount(len(differences))
        for row, difference in enumerate(differences):
            for column, text in enumerate(difference_words(difference, documents)):
                shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
                cell = QTableWidgetItem(shown)
                cell.setToolTip("" if shown == text else f"<p>{html.escape(text)}</p>")
                self.table.setItem(row, column, cell)
        self._fit_rows()
        count = len(differences)
        self.summary.setText(tr("{0} settings differ.").format(count) if count else tr("Nothing differs."))

    def _fit_rows(self) -> None:
        if self.isVisible():  # before that the columns have no width
            self.table.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._fit_rows()
