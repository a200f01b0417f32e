"""Second page of the import wizard: how the columns are read, with the rows as they will come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.exceptions import ProfileError
from ..processing.import_profiles import PROFILE, PROFILES
from .import_choices import ImportChoices
from .import_job import Job, LogFeedback
from .import_preview import ROWS_SHOWN, FirstRowsModel, RowsView
from .import_trial import Trial, preview, read_rows, try_import
from .words import plain_label, tr, user_language

if TYPE_CHECKING:
    from ..core.importing.profile import Profile
    from ..processing.import_visits import SourceRows

TRIAL_DELAY_MS = 500
_NAMES_SHOWN = 6


class MappingPage(QWizardPage):
    """Reads the source once, and tries the import anew with each change; complete with a trial that worked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: ImportChoices | None = None
        self.rows: SourceRows | None = None
        self.trial: Trial | None = None
        self.job: Job | None = None
        self._profiles: dict[str, Profile] = {}
        self.setTitle(tr("How the columns are read"))
        self._make_widgets()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TRIAL_DELAY_MS)
        self._timer.timeout.connect(self.start_trial)

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.recognition = plain_label(self)
        self.recognition.setAccessibleName(tr("Profile recognised"))
        self.profile = QComboBox(self)
        self.profile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.profile.setAccessibleName(tr("Read as"))
        self.profile.currentIndexChanged.connect(self._profile_chosen)
        self.shown_table = QComboBox(self)
        for text, table in (
            (tr("Visits"), "visits"),
            (tr("Sites"), "sites"),
            (tr("Actors"), "actors"),
            (tr("Statuses"), "statuses"),
        ):
            self.shown_table.addItem(text, table)
        self.shown_table.setAccessibleName(tr("Table shown"))
        self.shown_table.currentIndexChanged.connect(self.show_rows)
        self.model = FirstRowsModel(self)
        self.view = RowsView(tr("First rows as they will come out"), self)
        self.view.setModel(self.model)
        self.state = plain_label(self)
        self.state.setAccessibleName(tr("State of the preview"))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.setMaximumWidth(180)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(tr("&Read as"), self)
        label.setBuddy(self.profile)
        top.addWidget(label)
        top.addWidget(self.profile, 1)
        below = QWidget(self)
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        label = QLabel(tr("Preview &of"), self)
        label.setBuddy(self.shown_table)
        for widget in (label, self.shown_table):
            line.addWidget(widget)
        line.addWidget(self.state, 1)
        line.addWidget(self.progress)
        lower.addLayout(line)
        lower.addWidget(self.view, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(below)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(self.recognition)
        column.addLayout(top)
        column.addWidget(self.splitter, 1)

    # -- reading ----------------------------------------------------------------------------------

    def read(self, choices: ImportChoices) -> None:
        """Read the source, unless it is the one read already."""
        if self.choices is not None and self.rows is not None and choices.inputs() == self.choices.inputs():
            self.choices = choices
            return
        self.stop()
        self.choices, self.rows = choices, None
        self._forget_trial()
        self.recognition.setText(tr("Reading {0} …").format(choices.name))
        inputs = choices.inputs()
        self._start(tr("Reading {0}").format(choices.name), lambda f: read_rows(inputs, f), self._read)

    def _read(self, rows: SourceRows) -> None:
        from ..core.importing.profile import recognise
        from ..core.importing.profile_documents import read_profiles

        self._end_job()
        self.rows = rows
        self._profiles = read_profiles(PROFILES)
        try:
            found = recognise(list(rows.frame.columns), self._profiles.values()).id
        except ProfileError:
            found = ""
        self._recognised = found
        self.profile.blockSignals(True)
        self.profile.clear()
        for profile in self._profiles.values():
            self.profile.addItem(f"{profile.label[user_language()]} ({profile.id})", profile.id)
        self.profile.setCurrentIndex(self.profile.findData(found))
        self.profile.blockSignals(False)
        self._profile_chosen()

    _recognised = ""

    # -- the profile ------------------------------------------------------------------------------

    def chosen_profile(self) -> Profile | None:
        return self._profiles.get(self.profile.currentData())

    def profile_parameters(self) -> dict[str, Any]:
        """The parameters of asm:importvisits that say how columns are read."""
        return {PROFILE: self.profile.currentData()}

    def _profile_chosen(self, *_: object) -> None:
        self._describe_profile()
        self.schedule_trial()

    def _describe_profile(self) -> None:
        profile = self.chosen_profile()
        if profile is None or self.rows is None:
            return
        header = list(self.rows.frame.columns)
        known = {name.casefold() for name in profile.fitted(header).source_columns()}
        present = {name.casefold() for name in header}
        lacking = [n for n in profile.fitted(header).source_columns() if n.casefold() not in present]
        first = tr("Recognised by its columns") if profile.id == self._recognised else tr("Chosen by you")
        words = tr("{0}: {1}, version {2}. It knows {3} of the {4} columns.").format(
            first, profile.label[user_language()], profile.version, len(present & known), len(present)
        )
        if lacking:
            words += " " + tr("Not in the table: {0}.").format(_some(lacking))
        self.recognition.setText(words)

    # -- the trial --------------------------------------------------------------------------------

    def schedule_trial(self) -> None:
        """Try the import soon; changes that follow each other quickly are taken together."""
        self._forget_trial()
        self._timer.start()

    def start_trial(self) -> None:
        """Import all rows in memory and show the first."""
        self._timer.stop()
        self.stop()
        profile, rows = self.chosen_profile(), self.rows
        if profile is None or rows is None or self.choices is None:
            return
        repair = self.choices.repair
        self.state.setText(tr("Trying the import …"))
        self._start(tr("Trying the import"), lambda f: try_import(rows, profile, repair, f), self._tried)

    def _tried(self, trial: Trial) -> None:
        self._end_job()
        self.trial = trial
        self.show_rows()
        self.completeChanged.emit()

    def show_rows(self, *_: object) -> None:
        """Show the first rows of the table chosen."""
        if self.trial is None or self.rows is None:
            self.model.show(None)
            return
        rows = preview(self.trial, self.rows, self.shown_table.currentData(), ROWS_SHOWN)
        self.model.show(rows)
        self.view.fit_columns()
        text = tr("{0} of {1} rows. Bold: written otherwise in the source; the tooltip says how.")
        self.state.setText(text.format(len(rows.texts), rows.n_rows))

    def _forget_trial(self) -> None:
        self.trial = None
        self.completeChanged.emit()

    def isComplete(self) -> bool:  # noqa: N802
        return self.trial is not None

    # -- jobs -------------------------------------------------------------------------------------

    def _start(
        self, description: str, work: Callable[[LogFeedback], Any], done: Callable[[Any], None]
    ) -> None:
        job = Job(description, work)
        job.signals.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        job.signals.succeeded.connect(done)
        job.signals.failed.connect(self._failed)
        self.job = job
        self.progress.setValue(0)
        self.progress.show()
        job.start()

    def _failed(self, sentence: str) -> None:
        self._end_job()
        self.model.show(None)
        self.state.setText(sentence)
        if self.rows is None:
            self.recognition.setText(sentence)

    def _end_job(self) -> None:
        self.job = None
        self.progress.hide()

    def stop(self) -> None:
        """Stop what is under way; its result is not wanted any more."""
        self._timer.stop()
        if self.job is not None:
            self.job.stop()
            self._end_job()


def _some(names: list[str]) -> str:
    """Some names, and how many more there are."""
    more = len(names) - _NAMES_SHOWN
    text = ", ".join(names[:_NAMES_SHOWN])
    return tr("{0} and {1} more").format(text, more) if more > 0 else text
