"""The dock "Start here": five steps from field visits to a printed map, and the tools of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..cartography.hand_changes import built_key
from .demo_folder import DemoFolder
from .demo_project import DemoMaker
from .help_pages import help_on_f1
from .import_job import Job
from .printed_sheets import printed_sheets
from .start_counts import Counts, read_counts, row_sources
from .start_panel import StepPanel
from .start_steps import ANALYSE, DATA, FINDINGS, PRINT, SCORE, STEPS, next_step, project_steps
from .start_tables import ProjectTables, project_tables
from .start_tools import AREAS, CLUSTERS, SCORECARD, TITLES, UPDATE, atlas_file, parameters_of
from .words import plain_label, show_sentence, tr

SETTINGS = "asm_atlas/start"
_SCOPE, _SEEN = "asm_atlas", "/findings_seen"
READ_DELAY_MS = 300  # changes that follow each other quickly are read together
_LONGEST_WAIT_S = 30.0


@dataclass(frozen=True)
class Windows:
    """What opens the plugin's own windows."""

    import_wizard: Callable[[], None]
    scheme_editor: Callable[[], None]
    sheet_designer: Callable[[], None]
    help: Callable[[], None]


class StartDock(QgsDockWidget):
    """Reads the open project whenever its layers change, while it is shown."""

    def __init__(self, iface, windows: Windows, parent: QWidget | None = None) -> None:
        super().__init__(tr("ASM Atlas: start here"), parent)
        self.setObjectName("asm_atlas_start")
        help_on_f1(self, "first_steps")
        self.iface = iface
        self.windows = windows
        self.project = QgsProject.instance()
        self.tables = ProjectTables()
        self.counts: Counts | None = None
        self._job: Job | None = None
        self._is_due = True
        self._is_released = False
        self._watched: list[QgsVectorLayer] = []
        self._dialogs: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read)
        self.demo = DemoMaker(iface, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._show()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.about = plain_label(self, tr("From field visits to a printed map:"))
        self.panels = {
            step: StepPanel(number, title, self) for number, (step, title) in enumerate(_titles().items(), 1)
        }
        add = {step: panel.add_button for step, panel in self.panels.items()}
        self.import_button = add[DATA](tr("Import visits…"), self.windows.import_wizard)
        self.update_button = add[DATA](tr("Update…"), lambda: self.run_tool(UPDATE))
        self.update_button.setToolTip(
            tr("Puts a newer release, imported into another file, into the GeoPackage that holds the sites.")
        )
        self.serious_button = add[FINDINGS](tr("Show the serious ones"), self.show_serious)
        self.all_button = add[FINDINGS](tr("Show all"), self.show_all)
        self.score_button = add[SCORE](tr("Score the sites…"), lambda: self.run_tool(SCORECARD))
        self.scheme_button = add[SCORE](tr("Edit a scheme…"), self.windows.scheme_editor)
        self.areas_button = add[ANALYSE](tr("Protected areas…"), lambda: self.run_tool(AREAS))
        self.titles_button = add[ANALYSE](tr("Mining titles…"), lambda: self.run_tool(TITLES))
        self.clusters_button = add[ANALYSE](tr("Clusters…"), lambda: self.run_tool(CLUSTERS))
        for button in (self.score_button, self.areas_button, self.titles_button, self.clusters_button):
            button.setToolTip(
                tr(
                    "Written into the atlas of the sites, in place of an earlier result, unless you choose another output."
                )
            )
        self.sheet_button = add[PRINT](tr("Design a sheet…"), self.windows.sheet_designer)
        self.demo_button = QPushButton(tr("Open the demo…"), self)
        self.demo_button.setToolTip(
            tr("A project of fictional data with every step done, to try things out.")
        )
        self.demo_button.clicked.connect(lambda _: self.open_demo())
        self.read_button = QPushButton(tr("Read again"), self)
        self.read_button.setToolTip(tr("Reads anew what the project holds."))
        self.read_button.clicked.connect(lambda _: self.read())
        self.help_button = QPushButton(tr("Help"), self)
        self.help_button.clicked.connect(lambda _: self.windows.help())
        self.note = plain_label(self)
        self.note.setAccessibleName(tr("Message"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Progress of the demo"))
        self.stop_button = QPushButton(tr("Stop"), self)
        self.stop_button.clicked.connect(lambda _: self.demo.stop())

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.addWidget(self.about)
        for panel in self.panels.values():
            column.addWidget(panel)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        column.addWidget(line)
        last = QGridLayout()
        last.addWidget(self.demo_button, 0, 0)
        last.addWidget(self.help_button, 0, 1)
        last.addWidget(self.read_button, 1, 0)
        column.addLayout(last)
        work = QHBoxLayout()
        work.addWidget(self.progress, 1)
        work.addWidget(self.stop_button)
        column.addLayout(work)
        column.addWidget(self.note)
        column.addStretch(1)
        self.scroll = QScrollArea(self)
        self.scroll.setWidget(inner)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self.scroll)
        self._show_work(False)
        show_sentence(self.note, "")

    def _signals(self) -> tuple:
        """What a project says when it holds other layers or layouts, or other names of them."""
        project, layouts = self.project, self.project.layoutManager()
        return (
            *(project.layersAdded, project.layersRemoved, project.cleared, project.readProject),
            *(project.layerTreeRoot().nameChanged, project.layerTreeRoot().layerOrderChanged),
            *(layouts.layoutAdded, layouts.layoutRemoved, layouts.layoutRenamed),
        )

    def _connect(self) -> None:
        for signal in self._signals():
            signal.connect(self.schedule)
        self.project.layersWillBeRemoved.connect(self._unwatch)
        self.visibilityChanged.connect(self._remember)
        self.toggleViewAction().triggered.connect(self._toggled)
        self.demo.began.connect(lambda: self._show_work(True))
        self.demo.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.demo.ended.connect(self._demo_ended)

    # -- the state of the project -----------------------------------------------------------------

    def schedule(self, *_: object) -> None:
        """Read the project soon; a dock that is not shown reads it when it is."""
        self._is_due = True
        if not self.isHidden():
            self._timer.start(READ_DELAY_MS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_due:
            self._timer.start(0)

    def read(self) -> None:
        """Read which tables there are, and beside the window what their rows say."""
        if self._is_released:
            return
        self._timer.stop()
        self._is_due = False
        before, self.tables = self.tables, project_tables(self.project)
        if any(before.first(kind) != self.tables.first(kind) for kind in ("findings", "scores")):
            self.counts = None
        self._watch()
        self._stop_job()
        sources = row_sources(self.project, self.tables)
        if sources:
            self._job = Job(tr("Reading what has been done"), lambda feedback: read_counts(sources, feedback))
            self._job.signals.succeeded.connect(self._counted)
            self._job.signals.failed.connect(self._not_counted)
            self._job.start()
        else:
            self.counts = Counts()
        self._show()

    @property
    def is_reading(self) -> bool:
        return self._job is not None or self._timer.isActive()

    def _counted(self, counts: Counts) -> None:
        self._job, self.counts = None, counts
        self._show()

    def _not_counted(self, sentence: str) -> None:
        self._job, self.counts = None, Counts()
        self._show()
        show_sentence(self.note, sentence)

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _watch(self) -> None:
        """Hear of other rows or another source of the tables, and of layers that can be read again."""
        self._unwatch()
        ids = {found[0].layer for found in self.tables.tables.values()}
        for key, layer in self.project.mapLayers().items():
            if isinstance(layer, QgsVectorLayer) and (key in ids or not layer.isValid()):
                for signal in _row_signals(layer):
                    signal.connect(self.schedule)
                self._watched.append(layer)

    def _unwatch(self, *_: object) -> None:
        for layer in self._watched:
            for signal in _row_signals(layer):
                signal.disconnect(self.schedule)
        self._watched.clear()

    def _show(self) -> None:
        layouts = [
            layout.name() for layout in self.project.layoutManager().printLayouts() if built_key(layout)
        ]
        is_seen = self.project.readEntry(_SCOPE, _SEEN, "")[0] == self._findings_key() != ""
        steps = project_steps(self.tables, self.counts, is_seen, layouts, printed_sheets(self.project))
        following = next_step(steps)
        for step in steps:
            self.panels[step.id].show_step(step, step.id == following)
        has_findings = self.tables.first("findings") is not None
        self.update_button.setEnabled(atlas_file(self.tables) is not None)
        self.all_button.setEnabled(has_findings)
        self.serious_button.setEnabled(has_findings and self._serious() != "")
        self.serious_button.setText(self._serious_words())
        inner, bar = self.scroll.widget(), self.scroll.verticalScrollBar()
        self.scroll.setMinimumWidth(inner.minimumSizeHint().width() + bar.sizeHint().width())

    def _findings_key(self) -> str:
        findings = self.tables.first("findings")
        return f"{findings.layer}:{findings.rows}" if findings is not None else ""

    # -- tools ------------------------------------------------------------------------------------

    def _serious(self) -> str:
        """The gravest severity there is; "" where there is none or it is not known."""
        found = self.counts.severities if self.counts is not None else None
        return next((severity for severity in ("error", "warning") if (found or {}).get(severity)), "")

    def _serious_words(self) -> str:
        severity = self._serious()
        if not severity:
            return tr("Show the serious ones")
        number = self.counts.severities[severity]
        words = {"error": tr("Show the errors ({0})"), "warning": tr("Show the warnings ({0})")}
        return words[severity].format(number)

    def show_serious(self) -> None:
        """Open the table of findings at its errors, else at its warnings."""
        self._show_findings(f"\"severity\" = '{self._serious()}'")

    def show_all(self) -> None:
        """Open the table of all findings."""
        self._show_findings("")

    def _show_findings(self, expression: str) -> None:
        findings = self.tables.first("findings")
        layer = self.project.mapLayer(findings.layer) if findings is not None else None
        if layer is None:
            self.read()
            return
        self.iface.showAttributeTable(layer, expression)
        self.project.writeEntry(_SCOPE, _SEEN, self._findings_key())
        self._show()

    def run_tool(self, algorithm_id: str) -> None:
        """Open the dialog of an algorithm, filled in with what the project holds."""
        from qgis import processing

        algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
        can_run, reason = algorithm.canExecute()
        if not can_run:
            self.iface.messageBar().pushWarning(tr("ASM Atlas"), reason)
            return
        dialog = processing.createAlgorithmDialog(algorithm_id, parameters_of(algorithm_id, self.project))
        self._dialogs.append(dialog)  # Python's half of it, without which Run does nothing, goes else
        dialog.destroyed.connect(lambda _, dialog=dialog: self._dialogs.remove(dialog))
        dialog.show()

    # -- the demo ---------------------------------------------------------------------------------

    def open_demo(self) -> None:
        """Ask where the demo is to be put, make it there and open it."""
        asked = DemoFolder(self.iface.mainWindow())
        if asked.exec() != DemoFolder.DialogCode.Accepted:
            return
        if asked.wants_earlier and asked.earlier is not None:
            self.demo.open(asked.earlier)
        else:
            self.demo.make(Path(asked.folder()))

    def _show_work(self, is_running: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        self.demo_button.setEnabled(not is_running)
        if is_running:
            show_sentence(self.note, tr("Making the demo …"))

    def _demo_ended(self, sentence: str) -> None:
        self._show_work(False)
        show_sentence(self.note, sentence)

    # -- closing ----------------------------------------------------------------------------------

    def _remember(self, *_: object) -> None:
        """Keep whether the dock is open; one behind another dock, or of a closing window, is not closed."""
        if not self._is_released:
            QgsSettings().setValue(f"{SETTINGS}/is_open", not self.isHidden())

    def _toggled(self, is_open: bool) -> None:
        """Opened by its action, it comes to the front and takes the keyboard to the step that is next."""
        if not is_open:
            return
        self.raise_()
        for panel in self.panels.values():
            if panel.is_next:
                panel.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def release(self) -> None:
        """Stop the work and let go of the project; once is enough."""
        if self._is_released:
            return
        self._is_released = True
        self._timer.stop()
        self._stop_job()
        self.demo.stop(_LONGEST_WAIT_S)
        for signal in self._signals():
            signal.disconnect(self.schedule)
        self.project.layersWillBeRemoved.disconnect(self._unwatch)
        self._unwatch()
        for dialog in list(self._dialogs):
            dialog.close()


def opens_at_start() -> bool:
    """Whether the dock is shown when QGIS starts: the first time in a profile, then as it was left."""
    return QgsSettings().value(f"{SETTINGS}/is_open", True, type=bool)


def _titles() -> dict[str, str]:
    words = (tr("Data"), tr("Findings"), tr("Score"), tr("Analyse"), tr("Print"))
    return dict(zip(STEPS, words))


def _row_signals(layer: QgsVectorLayer) -> tuple:
    """What a layer says when its rows or its source are others."""
    return layer.dataChanged, layer.afterCommitChanges, layer.subsetStringChanged, layer.dataSourceChanged
