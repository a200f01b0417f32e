"""One step of the dock: its standing in words, what has been done, what can be done, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .start_steps import Standing, Step
from .words import plain_label, show_sentence, tr

_BUTTONS_IN_ROW = 2
_FRAME = 2  # pixels, in the colour of the text


class StepPanel(QFrame):
    """The step that comes next has a frame and says so."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = f"{number}. {title}"
        self.is_next = False
        self.buttons: list[QPushButton] = []
        self.heading = QLabel(self._title, self)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setWordWrap(True)
        self.facts, self.todo = plain_label(self), plain_label(self)
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(3)
        for label in (self.heading, self.facts, self.todo):
            column.addWidget(label)
        column.addLayout(self._grid)

    def add_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: slot())
        row, place = divmod(len(self.buttons), _BUTTONS_IN_ROW)
        self._grid.addWidget(button, row, place)
        self.buttons.append(button)
        return button

    def show_step(self, step: Step, is_next: bool) -> None:
        """Show how a step stands."""
        self.is_next = is_next
        words = {
            Standing.DONE: tr("done"),
            Standing.OPEN: tr("to do"),
            Standing.UNREADABLE: tr("cannot be read"),
            Standing.UNKNOWN: tr("not known"),
        }
        standing = words[step.standing]
        if is_next:
            standing = tr("next") if step.standing is Standing.OPEN else tr("{0}; next").format(standing)
        text = tr("{0}: {1}").format(self._title, standing)
        self.heading.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription("\n".join((*step.facts, step.todo)))
        show_sentence(self.facts, "\n".join(step.facts))
        show_sentence(self.todo, step.todo)
        self.setFrameShape(QFrame.Shape.Box if is_next else QFrame.Shape.NoFrame)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self.setLineWidth(_FRAME if is_next else 0)
