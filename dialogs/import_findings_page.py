"""Third page of the import wizard: what was found, before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from .import_preview import RowsView, as_plain
from .words import plain_label, tr

if TYPE_CHECKING:
    from .import_trial import Trial

SEVERITIES = ("error", "warning", "info")
COLUMNS = ("severity", "source_row", "pcode", "message", "field", "raw_value", "action")
_RULE = len(COLUMNS)  # the place of the rule in a row of FindingsModel
_AROUND_DEG = 0.05  # some 5 km to each side
_MESSAGE = 66  # letters


class TableModel(QAbstractTableModel):
    """Rows of plain values under translated headings; text is shown as it is."""

    def __init__(self, headings: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = headings
        self.rows: list[tuple[Any, ...]] = []

    def show(self, rows: list[tuple[Any, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str) and value:
            return as_plain(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, int):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings[section] if orientation == Qt.Orientation.Horizontal else section + 1


class FindingsFilter(QSortFilterProxyModel):
    """Findings of one rule, of one severity, or with some words in any cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.severity = ""
        self.rule = ""
        self.words = ""
        self.severity_names: dict[str, str] = {}

    def narrow(self, severity: str, rule: str, words: str) -> None:
        self.severity, self.rule, self.words = severity, rule, words.casefold().strip()
        self.invalidateFilter()

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: N802
        """Severities from grave to slight, numbers by size, empty cells first."""
        names = list(self.severity_names.values())
        rows = self.sourceModel().rows
        one, other = (rows[index.row()][index.column()] for index in (left, right))
        if left.column() == 0:
            return names.index(one) < names.index(other)
        if one is None or other is None:
            return one is None and other is not None
        return one < other

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex) -> bool:  # noqa: N802
        row = self.sourceModel().rows[source_row]
        if self.severity and row[0] != self.severity_names.get(self.severity, self.severity):
            return False
        if self.rule and row[_RULE] != self.rule:
            return False
        return not self.words or any(self.words in str(cell).casefold() for cell in row if cell is not None)


class FindingsPage(QWizardPage):
    """Counts, a summary by rule and the findings themselves. Choosing a rule shows its findings."""

    def __init__(self, iface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.trial: Trial | None = None
        self.setTitle(tr("What was found; nothing is written so far"))
        self.setButtonText(QWizard.WizardButton.NextButton, tr("&Import"))
        self.severity_names = {
            "error": tr("error"),
            "warning": tr("warning"),
            "info": tr("info"),
        }
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.counts = plain_label(self)
        self.counts.setAccessibleName(tr("Counts"))
        self.summary_model = TableModel([tr("Severity"), tr("Findings"), tr("Rule"), tr("For example")], self)
        self.summary = RowsView(tr("Summary by rule"), self)
        self.summary.setModel(self.summary_model)
        self.findings_model = TableModel(
            [
                *(tr("Severity"), tr("Row"), tr("Site"), tr("Finding"), tr("Column")),
                *(tr("Value as written"), tr("What was done")),
            ],
            self,
        )
        self.filter = FindingsFilter(self)
        self.filter.severity_names = self.severity_names
        self.filter.setSourceModel(self.findings_model)
        self.findings = RowsView(tr("Findings"), self)
        self.findings.setModel(self.filter)
        self.findings.setSortingEnabled(True)
        self.findings.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.findings.verticalHeader().hide()
        for view in (self.summary, self.findings):
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.summary.verticalHeader().hide()
        self.severity = QComboBox(self)
        self.severity.addItem(tr("all"), "")
        for severity in SEVERITIES:
            self.severity.addItem(self.severity_names[severity], severity)
        self.rule = QComboBox(self)
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(18)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("site, column, value …"))
        self.words.setClearButtonEnabled(True)
        self.shown = plain_label(self)
        self.zoom = QPushButton(tr("&Zoom to"), self)
        self.zoom.setToolTip(tr("Centre the map on the finding chosen, where it has a location."))
        self.export = QPushButton(tr("Sa&ve findings…"), self)
        for button, slot in ((self.zoom, self.zoom_to_finding), (self.export, self.save_findings)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, slot=slot: slot())
        self.severity.currentIndexChanged.connect(self._narrow)
        self.rule.currentIndexChanged.connect(self._narrow)
        self.words.textChanged.connect(self._narrow)
        self.summary.activated.connect(self._rule_chosen)
        self.summary.clicked.connect(self._rule_chosen)
        self.findings.selectionModel().selectionChanged.connect(self._selection_changed)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for text, widget in (
            (tr("&Severity"), self.severity),
            (tr("R&ule"), self.rule),
            (tr("&With the words"), self.words),
        ):
            label = QLabel(text, self)
            label.setBuddy(widget)
            widget.setAccessibleName(text.replace("&", ""))
            line.addWidget(label)
            line.addWidget(widget, 2 if widget is self.words else 1)
        lower = QWidget(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(line)
        below.addWidget(self.findings, 1)
        last = QHBoxLayout()
        last.addWidget(self.shown, 1)
        last.addWidget(self.zoom)
        last.addWidget(self.export)
        below.addLayout(last)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.summary)
        splitter.addWidget(lower)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([170, 330])
        column = QVBoxLayout(self)
        column.addWidget(self.counts)
        column.addWidget(plain_label(self, tr("Choose a rule to see its findings alone.")))
        column.addWidget(splitter, 1)

    # -- what is shown ----------------------------------------------------------------------------

    def show_trial(self, trial: Trial) -> None:
        """Fill the page from an import that was not written."""
        self.trial = trial
        findings = trial.result.findings
        self.counts.setText(counts_sentence(trial.result.counts))
        rules = findings.groupby(["severity", "rule"]).agg(n=("rule", "size"), message=("message", "first"))
        summary = [
            (str(severity), int(row.n), str(rule), str(row.message))  # Qt shows no texts of NumPy
            for (severity, rule), row in zip(rules.index, rules.itertuples(index=False))
        ]
        summary.sort(key=lambda row: (SEVERITIES.index(row[0]), -row[1]))
        self.summary_model.show([(self.severity_names[s], n, rule, text) for s, n, rule, text in summary])
        self.rule.blockSignals(True)
        self.rule.clear()
        self.rule.addItem(tr("all"), "")
        for rule in sorted({rule for _, _, rule, _ in summary}):
            self.rule.addItem(rule, rule)
        self.rule.blockSignals(False)
        columns = [*COLUMNS, "rule"]
        rows = findings[columns].astype(object).where(findings[columns].notna(), None)
        self.findings_model.show(
            [
                (self.severity_names[row[0]], *(_plain(value) for value in row[1:]))
                for row in rows.itertuples(index=False, name=None)
            ]
        )
        self.severity.setCurrentIndex(0)
        self.words.clear()
        self._narrow()
        for view in (self.summary, self.findings):
            view.fit_columns()
            view.horizontalHeader().setStretchLastSection(True)
        self.findings.setColumnWidth(
            COLUMNS.index("message"), _MESSAGE * self.fontMetrics().averageCharWidth()
        )

    def _narrow(self, *_: object) -> None:
        self.filter.narrow(
            self.severity.currentData() or "", self.rule.currentData() or "", self.words.text()
        )
        self.shown.setText(
            tr("{0} of {1} findings shown").format(self.filter.rowCount(), self.findings_model.rowCount())
        )
        self._selection_changed()

    def _rule_chosen(self, index: QModelIndex) -> None:
        rule = self.summary_model.rows[index.row()][2]
        self.severity.setCurrentIndex(0)
        self.words.clear()
        self.rule.setCurrentIndex(self.rule.findData(rule))

    # -- what can be done with a finding ----------------------------------------------------------

    def _location(self) -> QgsPointXY | None:
        chosen = self.findings.selectionModel().selectedRows()
        if self.trial is None or not chosen:
            return None
        row = self.trial.result.findings.iloc[self.filter.mapToSource(chosen[0]).row()]
        x, y = float(row["longitude"]), float(row["latitude"])
        return QgsPointXY(x, y) if x == x and y == y else None

    def _selection_changed(self, *_: object) -> None:
        self.zoom.setEnabled(self.iface is not None and self._location() is not None)

    def zoom_to_finding(self) -> None:
        point, canvas = self._location(), self.iface.mapCanvas()
        if point is None:
            return
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        around = QgsRectangle(point, point)
        around.grow(_AROUND_DEG)
        canvas.setExtent(transform.transformBoundingBox(around))
        canvas.refresh()

    def ask_path(self) -> str:
        """The file for the findings; '' when the user thinks better of it."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Save findings"), "findings.csv", "CSV (*.csv)")
        return path

    def save_findings(self) -> None:
        """Write the findings as a CSV that a spreadsheet shows and never runs."""
        from ..core.importing.findings import findings_text

        path = self.ask_path()
        if not path or self.trial is None:
            return
        try:
            with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
                file.write(findings_text(self.trial.result.findings))
        except OSError as error:
            self.shown.setText(tr("{0} cannot be written: {1}").format(Path(path).name, error.strerror))
            return
        self.shown.setText(tr("{0} is written.").format(path))


def _plain(value: Any) -> Any:
    """A text as Python's own, whatever made it; whole numbers and None as they are."""
    return str(value) if isinstance(value, str) else value


def counts_sentence(counts) -> str:
    """Rows in and what became of them, as a sum that the reader can check."""
    return tr(
        "{n_rows} rows = {n_visits} visits ({n_third_party} told by third parties) + {n_statuses} status "
        "decisions + {n_rejected} rejected. {n_sites} sites, {n_actors} actors, {n_findings} findings."
    ).format(**counts)
