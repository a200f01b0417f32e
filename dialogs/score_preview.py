"""Scoring in the background: two schemes on the chosen layers, while the editor stays free."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.exceptions import AsmAtlasError, Cancelled
from ..core.scorecard.scheme_model import Scheme
from ..core.tables import ACTORS, SITES, STATUSES, VISITS
from ..processing.dependencies import missing_dependency
from ..processing.frames import locate, read_table
from .import_job import keep_garbage, let_garbage_go
from .words import tr

if TYPE_CHECKING:
    import pandas as pd

    from ..core.scorecard.level_changes import LevelComparison

DELAY_MS = 100  # so that a wheel turned or a cut dragged is scored once
_NEEDED = {
    "sites": ("pcode", "visit_id"),
    "visits": ("visit_id", "pcode", "row_kind", "visit_date", "on_site", "workers", "presence"),
    "actors": ("visit_id", "actor_class"),
    "statuses": ("pcode", "date", "kind", "qualification", "traceability"),
}
# QGIS holds tasks, not the Python objects around them; these must live until they have ended.
_running: set[ScoreTask] = set()


class LayerSnapshot:
    """A layer's rows as they are now, uncommitted edits included, to be read in another thread."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._rows = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._name = layer.fields(), layer.crs(), layer.name()
        self._count, self._type = layer.featureCount(), layer.wkbType()

    def fields(self) -> QgsFields:
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802
        return self._crs

    def sourceName(self) -> str:  # noqa: N802
        return self._name

    def featureCount(self) -> int:  # noqa: N802
        return self._count

    def wkbType(self) -> Any:  # noqa: N802
        return self._type

    def getFeatures(self, request: QgsFeatureRequest) -> QgsFeatureIterator:  # noqa: N802
        return self._rows.getFeatures(request)


@dataclass
class ScoreInput:
    """The tables of the chosen layers, read once, and the scores of both schemes by hash.

    notes: what scoring said of these tables.
    """

    snapshots: dict[str, LayerSnapshot | None]
    transform_context: QgsCoordinateTransformContext
    tables: dict[str, pd.DataFrame | None] = field(default_factory=dict)
    scores: dict[str, pd.DataFrame] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class ScoreTask(QgsTask):
    """Scores both schemes. comparison: the result; sentence: why there is none."""

    def __init__(self, given: ScoreInput, before: Scheme, after: Scheme, owner: ScorePreview) -> None:
        super().__init__(tr("Trying a scorecard scheme"), QgsTask.Flag.CanCancel)
        self.given, self.before, self.after = given, before, after
        self.owner: ScorePreview | None = owner
        self.comparison: LevelComparison | None = None
        self.sentence = ""

    def run(self) -> bool:
        try:
            self._read()
            self._score()
        except Cancelled:
            return False
        except AsmAtlasError as error:
            self.sentence = str(error)
            return False
        return True

    def _progress(self, fraction: float) -> None:
        if self.isCanceled():
            raise Cancelled

    def _read(self) -> None:
        from ..core.scorecard.answers import OPTIONAL_SITES, OPTIONAL_VISITS

        columns = {
            "sites": (*SITES, *OPTIONAL_SITES),
            "visits": (*VISITS, *OPTIONAL_VISITS),
            "actors": ACTORS,
            "statuses": STATUSES,
        }
        for role, snapshot in self.given.snapshots.items():
            if role in self.given.tables:
                continue
            frame = None
            if snapshot is not None:
                frame = read_table(snapshot, columns[role], _NEEDED[role], self._progress, role.upper())
                if role == "sites":
                    locate(frame, snapshot, self.given.transform_context, self._progress)
            self.given.tables[role] = frame

    def _score(self) -> None:
        from ..core.scorecard.level_changes import compare_levels, rescored

        for scheme, base in ((self.before, None), (self.after, self.before)):
            if scheme.hash in self.given.scores:
                continue
            if base is None:
                self.given.scores = {}
                self.given.scores[scheme.hash] = self._score_all(scheme)
            else:
                done = self.given.scores[base.hash]
                self.given.scores[scheme.hash] = rescored(done, base, scheme, self._score_all)
        self.given.scores = {scheme.hash: self.given.scores[scheme.hash] for scheme in self._schemes()}
        frames = [self.given.scores[scheme.hash] for scheme in self._schemes()]
        self.comparison = compare_levels(frames[0], frames[1], self._schemes())

    def _schemes(self) -> tuple[Scheme, Scheme]:
        return self.before, self.after

    def _score_all(self, scheme: Scheme) -> pd.DataFrame:
        from ..core.scorecard.as_of import parse_as_of
        from ..core.scorecard.site_scores import score_sites

        tables = [self.given.tables[role] for role in _NEEDED]
        as_of = parse_as_of(scheme.rules.as_of)
        card = score_sites(*tables, scheme, as_of, date.today(), self._progress)
        self.given.notes = tuple(dict.fromkeys((*self.given.notes, *card.notes)))
        return card.scores

    def finished(self, result: bool) -> None:
        _running.discard(self)
        let_garbage_go(self)
        if self.owner is not None:
            self.owner.task_ended(self, result)


class ScorePreview(QObject):
    """Scores the newest state soon; what is asked meanwhile is scored next, and older runs are cancelled."""

    started = pyqtSignal()
    done = pyqtSignal(object, tuple)  # LevelComparison, notes
    failed = pyqtSignal(str)

    def __init__(self, transform_context: QgsCoordinateTransformContext, parent: QObject | None = None):
        super().__init__(parent)
        self.transform_context = transform_context
        self._layers: dict[str, QgsVectorLayer | None] = {}
        self._given: ScoreInput | None = None
        self._wanted: tuple[Scheme, Scheme] | None = None
        self._task: ScoreTask | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        return self._task is not None or self._timer.isActive()

    def read_again(self, layers: dict[str, QgsVectorLayer | None]) -> None:
        """Use these layers, or the rows that they have now, from the next run on."""
        self._layers, self._given = layers, None

    def score(self, before: Scheme, after: Scheme) -> None:
        """Score both schemes as soon as nothing more is changed."""
        self._wanted = (before, after)
        if self._task is not None:
            self._task.cancel()
        self._timer.start()

    def stop(self) -> None:
        """Forget what was asked; a run that is on its way is cancelled and not heard."""
        self._timer.stop()
        self._wanted = None
        if self._task is not None:
            self._task.owner = None
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        if self._task is not None or self._wanted is None:
            return  # the end of the running task starts it
        missing = missing_dependency()
        if missing:
            self.failed.emit(missing)
            return
        if self._given is None:
            snapshots = {
                role: None if layer is None else LayerSnapshot(layer) for role, layer in self._layers.items()
            }
            self._given = ScoreInput(snapshots, self.transform_context)
        self._task = ScoreTask(self._given, *self._wanted, self)
        self._wanted = None
        _running.add(self._task)
        keep_garbage(self._task)
        self.started.emit()
        QgsApplication.taskManager().addTask(self._task)

    def task_ended(self, task: ScoreTask, result: bool) -> None:
        """For the task: it is over, well or not."""
        if task is not self._task:
            return
        self._task = None
        if self._wanted is not None:
            if not self._timer.isActive():
                self._start()
        elif result:
            self.done.emit(task.comparison, task.given.notes)
        else:
            self.failed.emit(task.sentence or tr("Scoring was stopped."))
