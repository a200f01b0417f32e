"""Long work in slices of the event loop, so that the window lives while it is done."""

from __future__ import annotations

import time
from collections.abc import Generator

from qgis.PyQt.QtCore import QObject, QTimer

_SLICE_S = 0.03
_PAUSE_MS = 5  # for keys, for painting and for the threads that draw maps


class Slices(QObject):
    """Takes the steps of a generator, one generator at a time; it catches itself what its steps raise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._slice)

    def is_running(self) -> bool:
        return self._steps is not None

    def start(self, steps: Generator[None, None, None]) -> None:
        """Begin with this work, in place of what was going on."""
        self.stop()
        self._steps = steps
        self._timer.start()

    def finish(self) -> None:
        """Do the rest at once."""
        while self._steps is not None:
            self._step()
        self._timer.stop()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()

    def _slice(self) -> None:
        end = time.monotonic() + _SLICE_S
        while self._steps is not None and time.monotonic() < end:
            self._step()
        if self._steps is not None:
            self._timer.start()

    def _step(self) -> None:
        steps = self._steps
        if next(steps, self) is self and self._steps is steps:
            self._steps = None
