"""The scheme that is edited, as a document: every change can be undone and is checked at once."""

from __future__ import annotations

import copy
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ..core.exceptions import DocumentError
from ..core.scorecard.scheme import scheme_of
from ..core.scorecard.scheme_model import Scheme

Path = tuple[Any, ...]
ABSENT = object()  # in the place of a value: the key is not there
_SET_VALUE = 1  # id of the command: only those of one kind are merged


def value_at(document: Any, path: Path) -> Any:
    """The value at a path of keys and places, ABSENT where there is none."""
    value = document
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError):
            return ABSENT
    return value


class SetValue(QUndoCommand):
    """Puts a value at a path. Changes of one place that follow each other in one run become one step."""

    def __init__(self, edits: SchemeEdits, path: Path, value: Any, text: str, run: int) -> None:
        super().__init__(text)
        self.edits, self.path, self.run = edits, path, run
        found = value_at(edits.document, path)
        self.before = found if found is ABSENT else copy.deepcopy(found)
        self.after = value

    def id(self) -> int:
        return _SET_VALUE

    def redo(self) -> None:
        self.edits.put(self.path, self.after)

    def undo(self) -> None:
        self.edits.put(self.path, self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if other.path != self.path or other.run != self.run:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


class SchemeEdits(QObject):
    """A scheme document with its undo stack. `changed` comes after each change, done or undone."""

    changed = pyqtSignal(object)  # path

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._run = 0
        self.open(scheme)

    def open(self, scheme: Scheme) -> None:
        """Begin with another scheme; nothing can be undone."""
        self.stack.clear()
        self.document: dict[str, Any] = copy.deepcopy(dict(scheme.document))
        self.scheme: Scheme | None = scheme  # None while the document is at fault
        self.last_scheme = scheme  # as it was last without fault
        self.fault: DocumentError | None = None

    def value(self, path: Path, default: Any = None) -> Any:
        found = value_at(self.document, path)
        return default if found is ABSENT else found

    def set(self, path: Path, value: Any, text: str) -> None:
        """Change one value (ABSENT takes the key out); text: what is done, for the undo button."""
        if value_at(self.document, path) != value:
            self.stack.push(SetValue(self, path, value, text, self._run))

    def end_run(self) -> None:
        """What is changed from now on is a step of its own."""
        self._run += 1

    def put(self, path: Path, value: Any) -> None:
        """For the commands: put the value there without a trace in the undo stack."""
        holder: Any = self.document
        for step in path[:-1]:
            holder = holder[step]
        if value is ABSENT:
            holder.pop(path[-1], None)
        else:
            holder[path[-1]] = copy.deepcopy(value)
        self._check()
        self.changed.emit(path)

    def _check(self) -> None:
        try:
            self.scheme, self.fault = scheme_of(self.document, self.name), None
        except DocumentError as error:
            self.scheme, self.fault = None, error
        else:
            self.last_scheme = self.scheme

    @property
    def name(self) -> str:
        return str(self.document.get("id", ""))
