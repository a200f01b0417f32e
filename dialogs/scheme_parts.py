"""The forms on a whole scheme, an indicator and a question."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.scorecard.scheme import LARGEST_WEIGHT
from ..core.scorecard.scheme_changes import weight_shares
from ..core.scorecard.scheme_model import LOWEST
from .bars import ShareBar
from .cut_bar import CutBar
from .points_table import PointsTable
from .scheme_fields import NumberField, PartForm, wrapped_label, written
from .scheme_undo import ABSENT, Path, SchemeEdits
from .scheme_words import applicability_words, condition_words, question_labels, rule_words
from .words import tr, user_language


def part_form(edits: SchemeEdits, path: Path, parent: QWidget) -> PartForm:
    """The form for the part at a path: (), ("dimensions", 0) or ("dimensions", 0, "items", 2)."""
    kinds = {0: SchemePart, 2: DimensionPart, 4: QuestionPart}
    return kinds[len(path)](edits, path, parent)


def level_words(edits: SchemeEdits) -> list[tuple[str, str]]:
    """(words, colour for colour-blind readers) of the scheme's levels, the worst first."""
    language = user_language()
    scheme = edits.last_scheme
    return [(level.label[language], level.safe_colour) for level in scheme.levels]


class SchemePart(PartForm):
    """Titles, texts, least coverage and cut-offs of the scheme."""

    def __init__(self, edits: SchemeEdits, path: Path, parent: QWidget) -> None:
        super().__init__(edits, path, parent)
        self.cut_bar = CutBar(self)
        self.cut_bar.moved.connect(
            lambda place, value: edits.set(("cuts", place), int(value), tr("Change cut-offs"))
        )
        self.cut_bar.let_go.connect(edits.end_run)
        self.form.addRow(wrapped_label(tr("Cut-offs: a score at a cut belongs to the level above it."), self))
        self.form.addRow(self.cut_bar)
        self.cuts = [
            self.number(("cuts", place), tr("cut-offs"), high=100, decimals=1)
            for place in range(len(edits.value(("cuts",), [])))
        ]
        line = QHBoxLayout()
        for place, spin in enumerate(self.cuts):
            spin.setAccessibleName(tr("Cut-off {0}").format(place + 1))
            self.leave_keys(spin)
            line.addWidget(spin)
        line.addStretch(1)
        self.form.addRow(line)
        self.add_fault_row(("cuts",))
        self.min_coverage = self.number(
            ("min_coverage",), tr("least coverage"), high=100, factor=100, decimals=0, step=5, suffix=" %"
        )
        self.min_coverage.setToolTip(tr("With less answered a site has neither score nor level."))
        self.add_row(tr("&Least coverage"), self.min_coverage, ("min_coverage",))
        self.title_en = self.line(tr("Title, English"), ("label", "en"))
        self.title_fr = self.line(tr("Title, French"), ("label", "fr"))
        self.text_en = self.paragraph(tr("Text, English"), ("text", "en"), 4)
        self.text_fr = self.paragraph(tr("Text, French"), ("text", "fr"), 4)
        self.paragraph(tr("Disclaimer, English"), ("disclaimer", "en"), 2)
        self.paragraph(tr("Disclaimer, French"), ("disclaimer", "fr"), 2)
        self.provenance = self.paragraph(tr("&Provenance"), ("provenance",), 3)
        self.column.addStretch(1)
        self.on_refresh(self._show_cuts)

    def _show_cuts(self) -> None:
        self.cut_bar.show_cuts(self.edits.value(("cuts",), []), level_words(self.edits))


class DimensionPart(PartForm):
    """Titles, weights and knock-outs of an indicator."""

    def __init__(self, edits: SchemeEdits, path: Path, parent: QWidget) -> None:
        super().__init__(edits, path, parent)
        self.weights: list[QWidget] = []
        self.bars: list[ShareBar] = []
        self.cap_boxes: list[QCheckBox] = []
        self.cap_levels: list[QComboBox] = []
        dimension = edits.value(path)
        self.form.addRow(wrapped_label(rule_words(dimension), self))
        if dimension.get("rule") != LOWEST:
            self.column.addWidget(self._weights_box(dimension))
        for place, cap in enumerate(dimension.get("caps", [])):
            if not place:
                self.column.addWidget(
                    wrapped_label(tr("Knock-outs: a level that cannot be exceeded where"), self)
                )
            self.column.addWidget(self._cap_box((*path, "caps", place), cap))
        self.form = self.new_form()
        self.column.addLayout(self.form)
        self.min_items = self.count(
            (*path, "min_items"), tr("least number of answers"), len(dimension["items"])
        )
        self.min_items.setToolTip(tr("With fewer answers a score is marked as thin."))
        self.add_row(tr("&Least number of answers"), self.min_items, (*path, "min_items"))
        self.title_en = self.line(tr("Title, English"), (*path, "label", "en"))
        self.title_fr = self.line(tr("Title, French"), (*path, "label", "fr"))
        self.column.addStretch(1)

    def _weights_box(self, dimension: dict[str, Any]) -> QGroupBox:
        box = QGroupBox(tr("Weights and their shares"), self)
        grid = QGridLayout(box)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        language = user_language()
        for row, item in enumerate(dimension["items"]):
            title = item["label"][language]
            path = (*self.path, "items", row, "w")
            spin = self.number(path, tr("weight"), high=LARGEST_WEIGHT, step=0.5)
            spin.setAccessibleName(tr("Weight of {0}").format(title))
            self.leave_keys(spin)
            bar = ShareBar(box)
            for column, widget in enumerate((wrapped_label(title, box), spin, bar)):
                grid.addWidget(widget, row, column)
            self.weights.append(spin)
            self.bars.append(bar)
        self.on_refresh(self._show_shares)
        return box

    def _show_shares(self) -> None:
        for bar, share in zip(self.bars, weight_shares(self.edits.value(self.path))):
            bar.show_share(share)

    def _cap_box(self, path: Path, cap: dict[str, Any]) -> QWidget:
        """A knock-out: on or off, the level, and why."""
        words = condition_words(cap["when"], question_labels(self.edits.document))
        frame = QGroupBox(self)
        frame.setAccessibleName(tr("Knock-out: {0}").format(words))
        column = QVBoxLayout(frame)
        line = QHBoxLayout()
        box = QCheckBox(tr("on, at most"), frame)
        box.setAccessibleName(tr("Knock-out on: {0}").format(words))
        box.toggled.connect(
            lambda is_on: self.edits.set(
                (*path, "enabled"), ABSENT if is_on else False, tr("Switch a knock-out")
            )
        )
        level = QComboBox(frame)
        level.setAccessibleName(tr("Level at most: {0}").format(words))
        for entry in self.edits.last_scheme.levels:
            level.addItem(entry.label[user_language()], entry.code)
        level.activated.connect(lambda _: self._change_level((*path, "level"), level.currentData()))
        self.leave_keys(level)
        line.addWidget(box)
        line.addWidget(level)
        line.addStretch(1)
        column.addWidget(wrapped_label(words, frame))
        column.addLayout(line)
        column.addWidget(wrapped_label(tr("Why: {0}").format(cap["ground"][user_language()]), frame))

        def show() -> None:
            with QSignalBlocker(box), QSignalBlocker(level):
                is_on = self.edits.value((*path, "enabled"), True)
                box.setChecked(is_on)
                level.setCurrentIndex(level.findData(self.edits.value((*path, "level"))))
                level.setEnabled(is_on)

        self.on_refresh(show)
        self.cap_boxes.append(box)
        self.cap_levels.append(level)
        return frame

    def _change_level(self, path: Path, code: str) -> None:
        self.edits.end_run()
        self.edits.set(path, code, tr("Change a knock-out"))


class QuestionPart(PartForm):
    """Weight, points, applicability and provenance of a question."""

    def __init__(self, edits: SchemeEdits, path: Path, parent: QWidget) -> None:
        super().__init__(edits, path, parent)
        self.item = edits.value(path)
        self.bar: ShareBar | None = None
        if edits.value(path[:2]).get("rule") != LOWEST:
            self._add_weight()
        self.table = PointsTable(edits, path, self)
        self.form.addRow(self.table)
        self.on_refresh(self.table.refresh)
        if self.table.is_count:
            self.form.addRow(self._step_buttons())
        self.add_fault_row((*path, self.table.key))
        self._add_unknown()
        words = " ".join(applicability_words(self.item, question_labels(edits.document)))
        self.applicability = wrapped_label(words, self)
        self.form.addRow(self.applicability)
        self.title_en = self.line(tr("Question, English"), (*path, "label", "en"))
        self.title_fr = self.line(tr("Question, French"), (*path, "label", "fr"))
        self.provenance = self.paragraph(tr("&Provenance"), (*path, "provenance"), 3)
        self.column.addStretch(1)

    def _add_weight(self) -> None:
        path = (*self.path, "w")
        self.weight = self.number(path, tr("weight"), high=LARGEST_WEIGHT, step=0.5)
        self.bar = ShareBar(self)
        field = QWidget(self)
        line = QHBoxLayout(field)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.weight)
        line.addWidget(self.bar, 1)
        self.add_row(tr("&Weight"), field, path, self.weight)
        self.on_refresh(self._show_share)

    def _show_share(self) -> None:
        self.bar.show_share(weight_shares(self.edits.value(self.path[:2]))[self.path[3]])

    def _step_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for text, slot in (
            (tr("&Add a step"), self.table.add_step),
            (tr("&Take out the step"), self.table.remove_step),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, slot=slot: slot())
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _add_unknown(self) -> None:
        """Points of an open answer, between two numbers; [0, 1] where the scheme does not say."""
        path = (*self.path, "unknown")
        field = QWidget(self)
        line = QHBoxLayout(field)
        line.setContentsMargins(0, 0, 0, 0)
        self.unknown: list[NumberField] = []
        for words in (tr("lowest"), tr("highest")):
            spin = NumberField(self)
            spin.setDecimals(4)
            spin.setRange(0, 1)
            spin.setSingleStep(0.05)
            spin.valueChanged.connect(lambda _: self._change_unknown())
            spin.editingFinished.connect(self.edits.end_run)
            spin.setAccessibleName(tr("Unknown answer, {0} points").format(words))
            self.leave_keys(spin)
            self.unknown.append(spin)
        line.addWidget(self.unknown[0])
        line.addWidget(QLabel("–", field))
        line.addWidget(self.unknown[1])
        line.addStretch(1)
        label = QLabel(tr("&Unknown answer"), self)
        label.setBuddy(self.unknown[0])
        self.form.addRow(label, field)
        self.add_fault_row(path)
        self.on_refresh(self._show_unknown)

    def _show_unknown(self) -> None:
        held = self.edits.value((*self.path, "unknown"), [0, 1])
        ends = held if isinstance(held, list) else [held, held]
        for spin, end in zip(self.unknown, ends):
            with QSignalBlocker(spin):
                spin.setValue(float(end))

    def _change_unknown(self) -> None:
        value = [written(spin.value()) for spin in self.unknown]
        self.edits.set((*self.path, "unknown"), value, tr("Change points"))
