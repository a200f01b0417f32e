"""Last page of the import wizard: writing, and what was written."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase, QGuiApplication
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..processing.import_profiles import PROFILE_FILE
from ..processing.import_visits import ImportVisits
from .import_choices import ImportChoices
from .import_command import command_of
from .import_findings_page import counts_sentence
from .import_job import LogFeedback, keep_garbage, let_garbage_go
from .import_layers import add_layers
from .words import plain_label, tr

_LONGEST_WAIT_S = 30.0
_abandoned: list[tuple[object, ...]] = []


class FinishPage(QWizardPage):
    """Runs asm:importvisits as a batch would; complete when it has written."""

    ended = pyqtSignal(bool)  # whether it has written

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.task: QgsProcessingAlgRunnerTask | None = None
        self.results: dict[str, Any] | None = None
        self.context: QgsProcessingContext | None = None
        self.feedback: LogFeedback | None = None
        self._expected: Mapping[str, int] = {}
        self._profile_file = ""
        self.setTitle(tr("Import"))
        self.setFinalPage(True)
        self.state = plain_label(self)
        self.state.setAccessibleName(tr("State of the import"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Progress"))
        self.log = QPlainTextEdit(self)
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("Log"))
        self.log.setTabChangesFocus(True)
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = QPushButton(tr("Cop&y the command"), self)
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(tr("The same import for qgis_process, to be run without a window."))
        self.copy.clicked.connect(lambda _: QGuiApplication.clipboard().setText(self.command))
        self.command = ""
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addWidget(self.log, 1)
        column.addLayout(line)

    def start(
        self, choices: ImportChoices, profile: Callable[[], dict[str, Any]], expected: Mapping[str, int]
    ) -> None:
        """Write. profile: gives the parameters that say how columns are read. expected: counts shown before."""
        algorithm = ImportVisits().create()
        self._choices, self._expected, self.results = choices, expected, None
        self.context = QgsProcessingContext()
        self.context.setProject(self.project)
        self.context.setTransformContext(self.project.transformContext())
        self.feedback = LogFeedback()
        self.context.setFeedback(self.feedback)
        try:
            parameters = {**choices.inputs(), **profile(), **choices.outputs(self.project)}
        except OSError as error:
            self._failed(tr("The profile cannot be written: {0}").format(error.strerror))
            return
        self._profile_file = parameters.get(PROFILE_FILE, "")
        self.command = command_of(parameters, self.project)
        self.log.setPlainText(self.command)
        self.progress.setRange(0, 100)
        self.progress.setValue(0)
        self.progress.show()
        good, message = algorithm.checkParameterValues(parameters, self.context)
        if not good:
            self._failed(message)
            return
        self.state.setText(tr("Writing …"))
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self.task.progressChanged.connect(self._progressed)
        self.task.executed.connect(self._executed)
        keep_garbage(self.feedback)
        QgsApplication.taskManager().addTask(self.task)

    @property
    def is_running(self) -> bool:
        return self.task is not None

    def stop(self) -> None:
        """Ask the run to stop; `ended` says when it has, and whether it had written by then."""
        if self.task is not None:
            self.state.setText(tr("Stopping …"))
            self.task.cancel()

    def release(self) -> bool:
        """Stop the run and let it end, before the objects that it uses are gone; whether it has written."""
        task = self.task
        if task is None:
            self.context = self.feedback = None  # the layers that a run opened go with them
            return self.results is not None
        task.executed.disconnect(self._executed)
        task.progressChanged.disconnect(self._progressed)
        ended: list[bool] = []
        work = self.feedback

        def end(successful: bool, results: dict[str, Any]) -> None:
            let_garbage_go(work)
            ended.append(successful)

        task.executed.connect(end)
        task.cancel()
        until = time.monotonic() + _LONGEST_WAIT_S
        while not ended and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        if not ended:  # it still uses them
            _abandoned.append((task, self.context, self.feedback))
        self.task = self.context = self.feedback = None
        return any(ended)

    def isComplete(self) -> bool:  # noqa: N802
        return self.results is not None

    def _progressed(self, percent: float) -> None:
        self.progress.setValue(int(percent))

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        self.task = None
        let_garbage_go(self.feedback)
        if not successful:
            self._failed(self.feedback.error or tr("The import was stopped; nothing was written."))
            return
        self.results = results
        self.setTitle(tr("Imported"))
        self.progress.hide()
        add_layers(results, self.context, self.feedback, self.project, self._choices.name)
        counts = {name: results.get(name.upper()) for name in self._expected}
        lines = [
            counts_sentence({**self._expected, **{n: v for n, v in counts.items() if v is not None}}),
            self._where(),
        ]
        if self._profile_file:
            text = tr("The mapping is kept in {0}; open it for the next table of this kind.")
            lines.append(text.format(self._profile_file))
        if any(value is not None and value != self._expected[name] for name, value in counts.items()):
            lines.insert(
                0, tr("The source has changed since the findings were shown; look at the layer of findings.")
            )
        self.state.setText("\n".join(lines))
        self.log.setPlainText("\n".join([*self.feedback.lines, "", self.command]))
        self.completeChanged.emit()
        self.ended.emit(True)

    def _where(self) -> str:
        if self._choices.geopackage is None:
            return tr("The layers are in the project and go when QGIS closes; export those to keep.")
        return tr("Written to {0}; the layers are in the project.").format(self._choices.geopackage)

    def _failed(self, sentence: str) -> None:
        self.progress.hide()
        self.state.setText(sentence)
        lines = self.feedback.lines if self.feedback is not None else []
        self.log.setPlainText("\n".join([*lines, "", self.command]))
        self.completeChanged.emit()
        self.ended.emit(False)
