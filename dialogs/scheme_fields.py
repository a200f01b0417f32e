"""A form on a part of the scheme: fields that write into the document, and faults shown beside them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from qgis.PyQt.QtGui import QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .scheme_undo import Path, SchemeEdits
from .words import tr

# Colours of their own for both text and ground, so that a dark theme does not hide it.
FAULT_STYLE = "QLabel { color: #5c1400; background: #fde3d0;}"


class UndoKeys(QObject):
    """Leaves undo and redo to the editor, which undoes typing too, and the wheel to the form."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ShortcutOverride and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        ):
            event.ignore()
            return True
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return not isinstance(watched, QPlainTextEdit)
        return super().eventFilter(watched, event)


class WrappedLabel(QLabel):
    """Plain text over as many lines as it needs; forms by themselves leave too little height."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        height = max(self.heightForWidth(self.width()), 0)
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


def wrapped_label(text: str = "", parent: QWidget | None = None) -> WrappedLabel:
    """A label that shows texts of documents as they are and breaks lines."""
    label = WrappedLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    return label


class NumberField(QDoubleSpinBox):
    """A number without the zeros at its end."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        text = f"{value:.{self.decimals()}f}"  # all digits: what is shown is read back
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", self.locale().decimalPoint())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for what is usual, neither for the largest number allowed nor for 0 and 1 alone."""
        size, letter = super().sizeHint(), self.fontMetrics().averageCharWidth()
        return QSize(min(max(size.width(), 7 * letter + 30), 11 * letter + 30), size.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class PartForm(QWidget):
    """Base of the forms. path: where the part stands in the document."""

    def __init__(self, edits: SchemeEdits, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits, self.path = edits, path
        self._refreshers: list[Callable[[], None]] = []
        self._faults: dict[str, WrappedLabel] = {}
        self._keys = UndoKeys(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.top_fault = self._fault_label()
        self.column.addWidget(self.top_fault)
        self.form = self.new_form()
        self.column.addLayout(self.form)

    # -- building ---------------------------------------------------------------------------------

    def new_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(4)
        return form

    def _fault_label(self) -> WrappedLabel:
        label = wrapped_label(parent=self)
        label.setStyleSheet(FAULT_STYLE)
        label.setMargin(3)
        label.hide()
        return label

    def add_row(
        self, text: str, field: QWidget, path: Path, editor: QWidget | None = None, name: str = ""
    ) -> None:
        """A labelled field; faults at its path are shown below it. editor: what takes the keys."""
        editor = editor or field
        label = QLabel(text, self)
        label.setBuddy(editor)
        editor.setAccessibleName(name or text.replace("&", ""))
        self.form.addRow(label, field)
        self.add_fault_row(path)
        self.leave_keys(editor)

    def add_fault_row(self, path: Path) -> None:
        fault = self._fault_label()
        self._faults[dotted(path)] = fault
        self.form.addRow(fault)

    def leave_keys(self, editor: QWidget) -> None:
        editor.installEventFilter(self._keys)
        if isinstance(editor, QAbstractSpinBox):
            editor.lineEdit().installEventFilter(self._keys)
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def on_refresh(self, refresher: Callable[[], None]) -> None:
        """What shows a value of the document anew; called once at the start and after each change."""
        self._refreshers.append(refresher)
        refresher()

    def line(self, text: str, path: Path) -> QLineEdit:
        edit = QLineEdit(self)
        edit.textEdited.connect(lambda new: self._write(path, new, text))
        edit.editingFinished.connect(self.edits.end_run)

        def show() -> None:
            value = str(self.edits.value(path, ""))
            if edit.text() != value:
                edit.setText(value)
                edit.setCursorPosition(0)

        self.add_row(text, edit, path)
        self.on_refresh(show)
        return edit

    def paragraph(self, text: str, path: Path, n_lines: int = 3) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setTabChangesFocus(True)
        edit.setUndoRedoEnabled(False)
        metrics = edit.fontMetrics()
        edit.setFixedHeight(n_lines * metrics.lineSpacing() + 12)
        # A scheme's texts are of one paragraph each.
        edit.textChanged.connect(lambda: self._write(path, " ".join(edit.toPlainText().split("\n")), text))

        def show() -> None:
            value = str(self.edits.value(path, ""))
            if " ".join(edit.toPlainText().split("\n")) != value:
                with QSignalBlocker(edit):
                    edit.setPlainText(value)

        self.add_row(text, edit, path)
        self.on_refresh(show)
        return edit

    def number(
        self,
        path: Path,
        what: str,
        *,
        high: float,
        factor: float = 1,
        step: float = 1,
        decimals: int = 4,
        suffix: str = "",
    ) -> QDoubleSpinBox:
        """A field for a number that the document holds divided by the factor; not yet in the form."""
        spin = NumberField(self)
        spin.setDecimals(decimals)
        spin.setRange(0, high)
        spin.setSingleStep(step)
        spin.setSuffix(suffix)
        spin.valueChanged.connect(lambda new: self._write(path, written(new / factor), what))
        spin.editingFinished.connect(self.edits.end_run)

        def show() -> None:
            value = float(self.edits.value(path, 0)) * factor
            if abs(spin.value() - value) > 10**-decimals / 2:
                with QSignalBlocker(spin):
                    spin.setValue(value)

        self.on_refresh(show)
        return spin

    def count(self, path: Path, what: str, high: int) -> QSpinBox:
        """A field for a whole number from 1."""
        spin = QSpinBox(self)
        spin.setRange(1, high)
        spin.valueChanged.connect(lambda new: self._write(path, new, what))
        spin.editingFinished.connect(self.edits.end_run)

        def show() -> None:
            with QSignalBlocker(spin):
                spin.setValue(int(self.edits.value(path, 1)))

        self.on_refresh(show)
        return spin

    def _write(self, path: Path, value: object, text: str) -> None:
        self.edits.set(path, value, tr("Change {0}").format(text.replace("&", "").lower()))

    def fields(self) -> list[QWidget]:
        """What takes the focus by Tab, in order."""
        return [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(child.parent(), (QAbstractSpinBox, QAbstractItemView))
        ]

    # -- showing ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the document as it is now."""
        for refresher in self._refreshers:
            refresher()
        self.show_fault()

    def show_fault(self) -> None:
        """Show the fault, if it lies in this part, by the nearest field."""
        fault = self.edits.fault
        own = dotted(self.path)
        is_here = fault is not None and (not own or starts_with(fault.path, own))
        if is_here and not own and fault.path.startswith("dimensions."):
            is_here = False
        places = [place for place in self._faults if is_here and starts_with(fault.path, place)]
        nearest = max(places, key=len, default=None)
        sentence = tr("To be mended: {0}.").format(fault.expectation or str(fault)) if is_here else ""
        for place, label in self._faults.items():
            label.setText(sentence if place == nearest else "")
            label.setVisible(place == nearest)
            label.fit()
        self.top_fault.setText(sentence if nearest is None else "")
        self.top_fault.setVisible(bool(is_here) and nearest is None)
        self.top_fault.fit()


def dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def starts_with(path: str, place: str) -> bool:
    return path == place or path.startswith(f"{place}.")


def written(value: float) -> float | int:
    """A number as schemes write it: rounded from the noise of a field, whole ones without a point."""
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded


def warning_icon():
    return QgsApplication.getThemeIcon("/mIconWarning.svg")
