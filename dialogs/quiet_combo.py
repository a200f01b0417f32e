"""A combo box among many: the wheel scrolls what it lies in unless it has the focus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

_NARROWEST = 12  # characters; longer entries are cut, not the form widened


class QuietCombo(QComboBox):
    """Entries are pairs of text and value."""

    def __init__(self, parent: QWidget | None = None, entries: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for text, value in entries:
            self.addItem(text, value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def choose(self, value: Any) -> None:
        """Choose the entry of a value; the first when there is none."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def choose_or_add(self, value: Any) -> None:
        """Choose the entry of a value, which is added as it is when it is not offered."""
        if value is not None and self.findData(value) < 0:
            self.addItem(str(value), value)
        self.choose(value)
