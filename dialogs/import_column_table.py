"""Which column of a table fills which column of the atlas: one row for each, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from .import_preview import as_plain
from .quiet_combo import QuietCombo
from .words import tr

ATLAS, COLUMN, EXAMPLES, WHY = range(4)
_NONE, _CONSTANT, _MADE = "", "\0constant", "\0made"  # no column has such a name
_KEY_PARTS = (
    ("name", "admin2"),
    ("name", "admin1", "admin2"),
    ("name", "admin1"),
    ("name", "admin2", "village"),
    ("name", "village"),
    ("name",),
)


class ColumnTable(QTreeWidget):
    """`changed` says that another column, constant or key was chosen."""

    changed = pyqtSignal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self.combos: dict[str, QuietCombo] = {}
        self.constant_lines: dict[str, QLineEdit] = {}
        self.key_parts = QuietCombo(None)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._cells: dict[str, QStackedWidget] = {}
        self._examples: Mapping[str, str] = {}
        self._reasons: Mapping[tuple[str, str], str] = {}
        self._patterns: Mapping[str, int] = {}
        self.setAccessibleName(tr("Columns of the atlas and of the table"))
        self.setHeaderLabels([tr("In the atlas"), tr("Column of the table"), tr("For example"), tr("Why")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its combo boxes have it
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def fill(
        self,
        groups: Mapping[str, Sequence[str]],
        header: Sequence[str],
        constants: Sequence[str],
        examples: Mapping[str, str],
        patterns: Mapping[str, int],
    ) -> None:
        """Make the rows for a table. groups: places by title. constants: places that all rows may share."""
        self.clear()
        self.combos.clear()
        self.constant_lines.clear()
        self._items.clear()
        self._cells.clear()
        self._examples, self._patterns = examples, patterns
        for title, places in groups.items():
            group = QTreeWidgetItem(self, [title])
            font = group.font(ATLAS)
            font.setBold(True)
            group.setFont(ATLAS, font)
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
            for place in places:
                self._add(place, group, header, constants)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in ((ATLAS, 29), (COLUMN, 29), (EXAMPLES, 34)):
            self.setColumnWidth(column, letters * letter)

    def _add(
        self, place: str, group: QTreeWidgetItem, header: Sequence[str], constants: Sequence[str]
    ) -> None:
        item = QTreeWidgetItem(group, [self.titles[place]])
        combo = QuietCombo(self, [(tr("none"), _NONE)])
        if place == "pcode":
            combo.addItem(tr("made of other columns:"), _MADE)
            self.key_parts = QuietCombo(self)
            self.key_parts.setAccessibleName(tr("Site key made of"))
            self.key_parts.currentIndexChanged.connect(lambda _: self.changed.emit())
            self._add_entry(place, item, self.key_parts)
        if place.removesuffix(".1") in constants:
            combo.addItem(tr("the same for all rows:"), _CONSTANT)
            line = QLineEdit(self)
            line.setAccessibleName(tr("{0}, for all rows").format(self.titles[place]))
            line.textChanged.connect(lambda _: self.changed.emit())
            self.constant_lines[place] = line
            self._add_entry(place, item, line)
        if place.startswith("actors."):
            for pattern, count in self._patterns.items():
                combo.addItem(pattern.replace("{slot}", f"1…{count}"), pattern)
        for name in header:
            combo.addItem(name, name)
        combo.setAccessibleName(self.titles[place])
        combo.currentIndexChanged.connect(lambda _, place=place: self._chosen(place))
        self.setItemWidget(item, COLUMN, combo)
        self.combos[place], self._items[place] = combo, item

    def _add_entry(self, place: str, item: QTreeWidgetItem, entry: QWidget) -> None:
        """A cell that shows examples, or an entry that takes their place."""
        cell = QStackedWidget(self)
        label = QLabel(cell)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setIndent(3)
        cell.addWidget(label)
        cell.addWidget(entry)
        self.setItemWidget(item, EXAMPLES, cell)
        self._cells[place] = cell

    # -- what was entered -------------------------------------------------------------------------

    def show_document(
        self,
        columns: Mapping[str, str],
        constants: Mapping[str, str],
        key_parts: Sequence[str],
        reasons: Mapping[tuple[str, str], str],
    ) -> None:
        """Show a mapping. reasons: why a column is suggested for a place, by both; lists without number."""
        self._reasons = reasons
        self.blockSignals(True)
        for place, combo in self.combos.items():
            combo.blockSignals(True)
            value = columns.get(place, _NONE)
            if value and combo.findData(value) < 0:
                combo.addItem(tr("{0} (not in the table)").format(value), value)
            if place in self.constant_lines and constants.get(place.removesuffix(".1")):
                value = _CONSTANT
                self.constant_lines[place].setText(constants[place.removesuffix(".1")])
            if place == "pcode" and key_parts:
                value = _MADE
            combo.choose(value)
            combo.blockSignals(False)
        self._offer_key_parts(tuple(key_parts))
        for place in self.combos:
            self._describe(place)
        self.blockSignals(False)

    def columns(self) -> dict[str, str]:
        """Source column by place."""
        chosen = {place: combo.currentData() for place, combo in self.combos.items()}
        return {place: value for place, value in chosen.items() if value not in (_NONE, _CONSTANT, _MADE)}

    def constants(self) -> dict[str, str]:
        """Word by what all rows share; places of lists without their number."""
        return {
            place.removesuffix(".1"): line.text().strip()
            for place, line in self.constant_lines.items()
            if self.combos[place].currentData() == _CONSTANT and line.text().strip()
        }

    def unsaid_constants(self) -> list[str]:
        """What all rows are to share, though it is not said what."""
        return [
            place.removesuffix(".1")
            for place, line in self.constant_lines.items()
            if self.combos[place].currentData() == _CONSTANT and not line.text().strip()
        ]

    def site_key_from(self) -> list[str]:
        is_made = "pcode" in self.combos and self.combos["pcode"].currentData() == _MADE
        return self.key_parts.currentData().split("+") if is_made and self.key_parts.currentData() else []

    def slots(self) -> int:
        """How many actors the columns with a number stand for."""
        used = [self._patterns.get(column, 0) for column in self.columns().values()]
        return max(used, default=0) or 1

    def _chosen(self, place: str) -> None:
        self._offer_key_parts(tuple(self.site_key_from()))
        self._describe(place)
        self.changed.emit()

    def _offer_key_parts(self, wanted: tuple[str, ...]) -> None:
        mapped = self.columns()
        offered = [parts for parts in _KEY_PARTS if set(parts) <= set(mapped)]
        if wanted and wanted not in offered and set(wanted) <= set(mapped):
            offered.insert(0, wanted)
        self.key_parts.blockSignals(True)
        self.key_parts.clear()
        for parts in offered:
            self.key_parts.addItem(" + ".join(mapped[part] for part in parts), "+".join(parts))
        self.key_parts.choose("+".join(wanted))
        self.key_parts.blockSignals(False)
        self._describe("pcode")

    def _describe(self, place: str) -> None:
        item, value = self._items[place], self.combos[place].currentData()
        examples = self._examples.get(value, "")
        if not examples and value in self._patterns:
            examples = self._examples.get(value.replace("{slot}", "1"), "")
        is_listed = place[-1].isdigit() and "." in place
        base = place.rsplit(".", 1)[0] if is_listed else place
        reason = self._reasons.get((base, str(value).replace("{slot}", "1")), "")
        for column, text in ((EXAMPLES, examples), (WHY, reason)):
            item.setText(column, text if column == WHY or place not in self._cells else "")
            item.setToolTip(column, as_plain(text) if text else "")
        if place in self._cells:
            cell = self._cells[place]
            cell.setCurrentIndex(int(value in (_CONSTANT, _MADE)))
            cell.widget(0).setText(examples)
        self.combos[place].setAccessibleDescription(" ".join(filter(None, (examples, reason))))
