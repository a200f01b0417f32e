"""The first rows as they will come out, with what the source wrote where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..core.escaping import html_text
from .import_trial import preview
from .words import plain_label, tr

if TYPE_CHECKING:
    from ..core.importing.first_rows import FirstRows
    from .import_trial import Trial

ROWS_SHOWN = 200
_WIDEST = 32  # letters


class FirstRowsModel(QAbstractTableModel):
    """Cells of FirstRows; a changed cell is bold and says in its tooltip what the source wrote."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: FirstRows | None = None

    def show(self, rows: FirstRows | None) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if self.rows is None or parent.isValid() else len(self.rows.texts)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if self.rows is None or parent.isValid() else len(self.rows.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.rows is None or not index.isValid():
            return None
        text = self.rows.texts[index.row()][index.column()]
        written = self.rows.written[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text if text or not written else tr("(not used)")
        if role == Qt.ItemDataRole.FontRole and written is not None:
            font = QFont()
            font.setBold(True)
            font.setItalic(not text)
            return font
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            if written is None:
                return None
            sentence = tr("Written in the source: {0}").format(written) if written else tr("Empty there")
            return as_plain(sentence) if role == Qt.ItemDataRole.ToolTipRole else sentence
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.rows is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            texts = {
                Qt.ItemDataRole.DisplayRole: self.rows.columns,
                Qt.ItemDataRole.ToolTipRole: self.rows.notes,
            }
            return texts[role][section] if role in texts else None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.rows.source_rows[section]
            return str(section + 1 if row is None else row)
        return None


def as_plain(text: str) -> str:
    """A tooltip's text so that Qt shows it letter by letter: it guesses markup from what it sees."""
    return f"<p style='white-space:pre-wrap'>{html_text(text)}</p>"


class RowsView(QTableView):
    """A table to read and to move in with the arrow keys; Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it has chosen a row; the window must not take it for Next

    def fit_columns(self) -> None:
        """Columns as wide as their cells, within reason."""
        self.resizeColumnsToContents()
        widest = _WIDEST * self.fontMetrics().averageCharWidth()
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 6, widest))


class PreviewPane(QWidget):
    """The first rows of a table of the trial, what it is a part of, and how far the work is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self.table = QComboBox(self)
        for text, table in (
            (tr("Visits"), "visits"),
            (tr("Sites"), "sites"),
            (tr("Actors"), "actors"),
            (tr("Statuses"), "statuses"),
        ):
            self.table.addItem(text, table)
        self.table.setAccessibleName(tr("Table shown"))
        self.table.currentIndexChanged.connect(self._show_rows)
        self.model = FirstRowsModel(self)
        self.view = RowsView(tr("First rows as they will come out"), self)
        self.view.setModel(self.model)
        self.state = plain_label(self)
        self.state.setAccessibleName(tr("State of the preview"))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.setMaximumWidth(180)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        label = QLabel(tr("Pre&view of"), self)
        label.setBuddy(self.table)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.table)
        line.addWidget(self.state, 1)
        line.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.view, 1)

    def show_trial(self, trial: Trial) -> None:
        self._trial = trial
        self._show_rows()

    def show_nothing(self) -> None:
        self._trial = None
        self.model.show(None)
        self.state.setText(tr("There is nothing to show yet."))

    def show_work(self, sentence: str) -> None:
        """Say what is under way; the rows shown so far stay."""
        self.state.setText(sentence)
        self.progress.setValue(0)
        self.progress.show()

    def _show_rows(self, *_: object) -> None:
        if self._trial is None:
            return
        rows = preview(self._trial, self.table.currentData(), ROWS_SHOWN)
        self.model.show(rows)
        self.view.fit_columns()
        text = tr("{0} of {1} rows.").format(len(rows.texts), rows.n_rows)
        if any(cell is not None for row in rows.written for cell in row):
            text = f"{text} {tr('Bold: written otherwise in the source; the tooltip says how.')}"
        self.state.setText(text)
