"""Makes the demo beside the window, then opens its project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication

from ..core.exceptions import AsmAtlasError
from ..processing.demo_atlas import discard_tables, make_tables, place_demo
from ..processing.dependencies import missing_dependency
from .import_job import Job, LogFeedback
from .words import tr, user_language


class DemoMaker(QObject):
    """One demo at a time. began; progressed: percent; ended: a sentence where it failed, else ""."""

    began = pyqtSignal()
    progressed = pyqtSignal(float)
    ended = pyqtSignal(str)

    def __init__(self, iface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self._job: Job | None = None
        self._target = Path()
        self._made: list[Path] = []

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def make(self, target: Path) -> None:
        """Make the demo in a new folder and open it."""
        sentence = missing_dependency()
        if sentence:
            self.ended.emit(sentence)
            return
        made: list[Path] = []

        def work(feedback: LogFeedback) -> Path:
            made.append(make_tables(target, feedback))
            return made[0]

        self._target, self._made = target, made
        self._job = Job(tr("Making the demo of ASM Atlas"), work)
        self._job.signals.progressed.connect(self.progressed)
        self._job.signals.succeeded.connect(self._tables_made)
        self._job.signals.failed.connect(self._end)
        self.began.emit()
        self._job.start()

    def stop(self, wait_s: float = 0.0) -> None:
        """Stop it; nothing of the demo stays. wait_s: how long to wait for its end."""
        if self._job is None:
            return
        job, made, self._job = self._job, self._made, None

        def discard() -> None:
            for part in made:  # the work had just ended
                discard_tables(part)

        job.taskCompleted.connect(discard)
        job.taskTerminated.connect(discard)
        job.stop()
        if wait_s:
            job.wait(wait_s)
        self.ended.emit("")

    def _tables_made(self, part: Path) -> None:
        if self._job is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            path = place_demo(part, self._target, user_language())
        except (AsmAtlasError, QgsProcessingException, OSError) as error:
            self._end(str(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._end("")
        self.open(path)

    def open(self, path: Path) -> None:
        """Open a project; QGIS asks first what becomes of changes to the open one."""
        if self.iface.newProject(True):
            self.iface.addProject(str(path))
        else:
            text = tr("The demo is in {0}; open {1} when you like.")
            self.iface.messageBar().pushInfo(tr("ASM Atlas"), text.format(path.parent, path.name))

    def _end(self, sentence: str) -> None:
        self._job = None
        self.ended.emit(sentence)
