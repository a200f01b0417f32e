"""The table of what each answer to a question is worth."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QModelIndex, QRegularExpression, QSignalBlocker, Qt
from qgis.PyQt.QtGui import QRegularExpressionValidator, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from .bars import BAR_ROLE, BarDelegate
from .scheme_fields import written
from .scheme_undo import Path, SchemeEdits
from .scheme_words import answer_words, number_words
from .words import tr

FIRST, POINTS, UP_TO, BAR = range(4)
_EDITABLE = Qt.ItemFlag.ItemIsEditable


class _NumberDelegate(QStyledItemDelegate):
    """Lets only numbers be typed, with a point or a comma."""

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        edit = QLineEdit(parent)
        edit.setFrame(False)
        edit.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}[.,]?[0-9]{0,16}"), edit))
        return edit


class PointsTable(QTableWidget):
    """Answers or steps of one question with their points; an empty cell is as good as unknown.

    item: path of the question. A second number makes the points an interval.
    """

    def __init__(self, edits: SchemeEdits, item: Path, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.edits, self.item_path = edits, item
        self.is_count = "steps" in edits.value(item, {})
        self.key = "steps" if self.is_count else "points"
        first = tr("From (count)") if self.is_count else tr("Answer")
        self.setHorizontalHeaderLabels([first, tr("Points"), tr("up to"), ""])
        self.horizontalHeaderItem(POINTS).setToolTip(tr("0 is worst, 1 is best; empty: as good as unknown."))
        self.horizontalHeaderItem(UP_TO).setToolTip(tr("Where the answer leaves the points open: the best."))
        self.verticalHeader().hide()
        self.setItemDelegate(_NumberDelegate(self))
        self.setItemDelegateForColumn(BAR, BarDelegate(self))
        self.setTabKeyNavigation(False)  # Tab leaves the table; the arrow keys move in it
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Points of each answer"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BAR if self.is_count else FIRST, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.itemChanged.connect(self._cell_changed)
        self.refresh()

    def _entries(self) -> list[tuple[Any, Any]]:
        """(answer or least count, points) of each row."""
        held = self.edits.value((*self.item_path, self.key))
        if self.is_count:
            return [(step.get("from"), step.get("points")) for step in held]
        return list(held.items())

    def refresh(self) -> None:
        """Show the points of the document."""
        entries = self._entries()
        with QSignalBlocker(self):
            self.setRowCount(len(entries))
            for row, (first, points) in enumerate(entries):
                low, high = points if isinstance(points, list) else (points, points)
                var = self.edits.value((*self.item_path, "var"))
                head = number_words(first) if self.is_count else answer_words(var, first)
                self._put(row, FIRST, head, self.is_count and row > 0)
                self._put(row, POINTS, "" if low is None else number_words(low), True)
                self._put(row, UP_TO, "" if high == low else number_words(high), low is not None)
                bar = self._cell(row, BAR)
                bar.setFlags(Qt.ItemFlag.ItemIsEnabled)
                bar.setData(BAR_ROLE, self._bar(low, high))
                bar.setToolTip(tr("As good as unknown") if low is None else "")
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def _bar(self, low: Any, high: Any) -> tuple[float, float] | None:
        if low is None:
            low, high = self.edits.value((*self.item_path, "unknown"), [0, 1])
        ends = (low, high)
        return ends if all(isinstance(end, (int, float)) for end in ends) else None

    def _put(self, row: int, column: int, text: str, editable: bool) -> None:
        cell = self._cell(row, column)
        cell.setText(text)
        cell.setFlags(cell.flags() | _EDITABLE if editable else cell.flags() & ~_EDITABLE)
        if column != FIRST or self.is_count:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        """The cell as it is there: one that is being edited must not be replaced."""
        if self.item(row, column) is None:
            self.setItem(row, column, QTableWidgetItem())
        return self.item(row, column)

    def _cell_changed(self, cell: QTableWidgetItem) -> None:
        row, column = cell.row(), cell.column()
        number = _number(cell.text())
        first, points = self._entries()[row]
        place: Path = (row, "points") if self.is_count else (first,)
        low, high = points if isinstance(points, list) else (points, points)
        if column == FIRST:
            place, value = (row, "from"), number
        elif column == POINTS:
            value = number if high == low or number is None else [number, high]
        else:
            value = low if number is None or number == low else [low, number]
        if number is None and self.is_count and column != UP_TO:
            self.refresh()  # a step needs both its numbers
            return
        self.edits.end_run()
        self.edits.set((*self.item_path, self.key, *place), value, tr("Change points"))

    # -- steps ------------------------------------------------------------------------------------

    def add_step(self) -> None:
        """A step after the last, worth as much."""
        steps = list(self.edits.value((*self.item_path, "steps")))
        last = steps[-1]
        start = last["from"] * 2 if last["from"] > 0 else 1
        self._set_steps([*steps, {"from": written(start), "points": last["points"]}], tr("Add a step"))
        self.setCurrentCell(len(steps), FIRST)

    def remove_step(self) -> None:
        """Take out the step of the current row; the first, from 0, stays."""
        steps = list(self.edits.value((*self.item_path, "steps")))
        row = self.currentRow()
        if 0 < row < len(steps):
            self._set_steps(steps[:row] + steps[row + 1 :], tr("Take out a step"))

    def _set_steps(self, steps: list[dict[str, Any]], text: str) -> None:
        self.edits.end_run()
        self.edits.set((*self.item_path, "steps"), steps, text)


def _number(text: str) -> float | int | None:
    """The number in a cell, None where there is none."""
    plain = text.strip().replace(",", ".")
    if not plain or plain == ".":
        return None
    return written(float(plain))
