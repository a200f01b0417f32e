"""Work of the import wizard that runs beside the window: one job, its progress, and a way to stop it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..core.exceptions import AsmAtlasError, Cancelled

_running: set[Job] = set()  # the task manager keeps only the C++ half of a task


_beside_window: set[object] = set()  # work that runs in other threads now


def keep_garbage(work: object) -> None:
    """Have Python collect no cyclic garbage while some work runs beside the window.

    It would be collected in the thread that happens to allocate; closed windows and layers are part of it,
    and Qt lets only their own thread delete those: QGIS crashes, or objects at their addresses turn stale.
    """
    _beside_window.add(work)
    gc.disable()


def let_garbage_go(work: object) -> None:
    """The work has ended."""
    _beside_window.discard(work)
    if not _beside_window:
        gc.enable()


class LogFeedback(QgsProcessingFeedback):
    """Keeps the lines that an algorithm tells, and the last error among them."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.error = ""

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.lines.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.lines.append(error)
        self.error = error


class JobSignals(QObject):
    """Signals of a job; they live in the window's thread.

    progressed: percent. succeeded: what the work returned. failed: a sentence. Nothing comes after a stop.
    """

    progressed = pyqtSignal(float)
    succeeded = pyqtSignal(object)
    failed = pyqtSignal(str)


class Job(QgsTask):
    """Runs work(feedback) in a thread of QGIS; the work touches no widget and no project.

    The work stops with Cancelled soon after stop(), and what it raises otherwise becomes a sentence.
    """

    def __init__(self, description: str, work: Callable[[LogFeedback], Any]) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self.signals = JobSignals()
        self.feedback = LogFeedback()
        self.feedback.progressChanged.connect(self.setProgress)
        self.progressChanged.connect(self.signals.progressed)
        self._work = work
        self._result: Any = None
        self._sentence = ""
        self._is_stopped = False

    def start(self) -> None:
        _running.add(self)
        keep_garbage(self)
        QgsApplication.taskManager().addTask(self)

    def stop(self) -> None:
        """Ask the work to stop; no signal comes any more."""
        self._is_stopped = True
        if self in _running:
            self.cancel()

    def wait(self, seconds: float) -> bool:
        """Let the work come to its end, for so long at most; whether it has ended."""
        until = time.monotonic() + seconds
        while self in _running and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        return self not in _running

    def cancel(self) -> None:
        self.feedback.cancel()
        super().cancel()

    def run(self) -> bool:
        try:
            self._result = self._work(self.feedback)
        except Cancelled:
            self._is_stopped = True
            return False
        except (AsmAtlasError, QgsProcessingException, OSError, MemoryError) as error:
            self._sentence = str(error) or type(error).__name__
            return False
        return True

    def finished(self, result: bool) -> None:
        _running.discard(self)
        let_garbage_go(self)
        self._work = None  # it holds the tables
        if self._is_stopped:
            return
        if result:
            self.signals.succeeded.emit(self._result)
        else:
            self.signals.failed.emit(
                self._sentence
                or QCoreApplication.translate(
                    "AsmAtlas", "The work broke off; the Python messages of QGIS say why."
                )
            )
