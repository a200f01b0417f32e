"""The tree of a scheme: indicators and their questions, with weights as numbers and bars."""

from __future__ import annotations

import html
from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QIcon
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ..core.scorecard.scheme_changes import Difference, weight_shares
from ..core.scorecard.scheme_model import LOWEST
from .bars import BAR_ROLE, BarDelegate, percent
from .scheme_fields import dotted, starts_with, warning_icon
from .scheme_undo import Path, SchemeEdits
from .scheme_words import number_words
from .words import tr, user_language

NAME, WEIGHT, SHARE = range(3)
_PATH = Qt.ItemDataRole.UserRole


class SchemeTree(QTreeWidget):
    """Shows the document of the edits; `chosen` gives the path of the part that is current."""

    chosen = pyqtSignal(tuple)

    def __init__(self, edits: SchemeEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits = edits
        self.setHeaderLabels([tr("Indicator, question"), tr("Weight"), tr("Share")])
        self.setAccessibleName(tr("Indicators and questions of the scheme"))
        self.setItemDelegateForColumn(SHARE, BarDelegate(self))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(14)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WEIGHT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SHARE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(SHARE, QFontMetrics(self.font()).horizontalAdvance("100%") + 52)
        self.currentItemChanged.connect(self._current_changed)
        self.fill()

    def comfortable_width(self) -> int:
        """Room for the numbers and the beginnings of the titles, whatever the font."""
        numbers = self.columnWidth(SHARE) + self.header().sectionSizeHint(WEIGHT)
        return numbers + 30 * self.fontMetrics().averageCharWidth()

    def fill(self) -> None:
        """Make the rows anew, for another scheme, and choose the first indicator."""
        self.clear()
        root = self._add(self, ())
        for place, dimension in enumerate(self.edits.document["dimensions"]):
            row = self._add(root, ("dimensions", place))
            for item in range(len(dimension["items"])):
                self._add(row, ("dimensions", place, "items", item))
        self.expandAll()
        self.refresh()
        self.setCurrentItem(root.child(0))

    def _add(self, parent: QTreeWidget | QTreeWidgetItem, path: Path) -> QTreeWidgetItem:
        row = QTreeWidgetItem(parent)
        row.setData(NAME, _PATH, path)
        row.setTextAlignment(WEIGHT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def rows(self) -> Iterator[QTreeWidgetItem]:
        stack = [self.topLevelItem(0)] if self.topLevelItemCount() else []
        while stack:
            row = stack.pop(0)
            yield row
            stack = [row.child(place) for place in range(row.childCount())] + stack

    def refresh(self) -> None:
        """Show titles, weights, shares and the fault as they are now."""
        fault = self.edits.fault
        language = user_language()
        for row in self.rows():
            path = row.data(NAME, _PATH)
            part = self.edits.value(path)
            title = part["label"].get(language, "")
            row.setText(NAME, title)
            row.setToolTip(NAME, html.escape(title))
            is_at_fault = fault is not None and (not path or starts_with(fault.path, dotted(path)))
            row.setIcon(NAME, warning_icon() if is_at_fault else QIcon())
            if len(path) == 4:
                self._show_weight(row, path, part)

    def _show_weight(self, row: QTreeWidgetItem, path: Path, part: dict) -> None:
        dimension = self.edits.value(path[:2])
        if dimension.get("rule") == LOWEST:
            row.setText(WEIGHT, "–")
            return
        share = weight_shares(dimension)[path[3]]
        row.setText(WEIGHT, number_words(part["w"]))
        row.setText(SHARE, percent(share))
        row.setData(SHARE, BAR_ROLE, (share, share))

    def mark(self, differences: list[Difference]) -> None:
        """Set in bold what differs from the scheme that it is compared with."""
        document = self.edits.document
        changed = {(entry.dimension, entry.item) for entry in differences}
        for row in self.rows():
            path = row.data(NAME, _PATH)
            dimension = document["dimensions"][path[1]] if path else {}
            item = dimension["items"][path[3]]["var"] if len(path) == 4 else ""
            font = row.font(NAME)
            font.setBold((dimension.get("id", ""), item) in changed)
            row.setFont(NAME, font)

    def current_path(self) -> Path:
        row = self.currentItem()
        return tuple(row.data(NAME, _PATH)) if row is not None else ()

    def choose(self, path: Path) -> None:
        """Make the part at a path current, or the nearest one that holds it."""
        rows = {tuple(row.data(NAME, _PATH)): row for row in self.rows()}
        while path not in rows:
            path = path[:-1]
        self.setCurrentItem(rows[path])

    def _current_changed(self, row: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.chosen.emit(tuple(row.data(NAME, _PATH)))
