"""Second page of the import wizard: how the columns are read, with the rows as they will come out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.exceptions import AsmAtlasError
from ..processing.import_profiles import PROFILE, PROFILE_FILE, PROFILES
from .import_choices import ImportChoices
from .import_job import Job, LogFeedback
from .import_mapping import MappingEditor
from .import_preview import PreviewPane
from .import_profile_file import ask_open, ask_save, holds, left_by_import, opened, saved
from .import_profile_words import atlas_words, own_id, own_words, profile_words
from .import_trial import Trial, draft, read_rows, recognised, try_import, vocabularies
from .quiet_combo import QuietCombo
from .words import plain_label, show_sentence, tr, user_language

if TYPE_CHECKING:
    from ..core.importing.profile import Profile
    from ..processing.import_reading import SourceRows

OWN, ATLAS = "own", "atlas"
TRIAL_DELAY_MS = 500


class MappingPage(QWizardPage):
    """Reads the source once, and tries the import anew with each change; complete with a trial that worked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: ImportChoices | None = None
        self.rows: SourceRows | None = None
        self.atlas: Trial | None = None
        self.trial: Trial | None = None
        self.job: Job | None = None
        self._profiles: dict[str, Profile] = {}
        self._recognised = ""
        self._has_document = False
        self._saved: Path | None = None
        self._unasked: Path | None = None
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
        self.problem = plain_label(self)
        self.problem.setAccessibleName(tr("What is still needed"))
        font = self.problem.font()
        font.setBold(True)
        self.problem.setFont(font)
        self.problem.hide()
        self.editor = MappingEditor(self)
        self.editor.hide()
        self.editor.changed.connect(self.schedule_trial)
        self.open = QPushButton(tr("O&pen profile…"), self)
        self.save = QPushButton(tr("&Save profile…"), self)
        for button, slot in ((self.open, self.open_profile), (self.save, self.save_profile)):
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(lambda _, slot=slot: slot())
        self.profile = QuietCombo(self)
        self.profile.setEnabled(False)
        self.profile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.profile.setAccessibleName(tr("Read as"))
        self.profile.currentIndexChanged.connect(self._profile_chosen)
        self.preview = PreviewPane(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(tr("&Read as"), self)
        label.setBuddy(self.profile)
        top.addWidget(label)
        top.addWidget(self.profile, 1)
        top.addWidget(self.open)
        top.addWidget(self.save)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.editor)
        self.splitter.addWidget(self.preview)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([300, 220])
        column = QVBoxLayout(self)
        column.addWidget(self.recognition)
        column.addWidget(self.problem)
        column.addLayout(top)
        column.addWidget(self.splitter, 1)

    # -- reading ----------------------------------------------------------------------------------

    def read(self, choices: ImportChoices) -> None:
        """Read the source, unless it is the one read already."""
        is_read = self.rows is not None or self.atlas is not None
        if self.choices is not None and is_read and choices.inputs() == self.choices.inputs():
            self.choices = choices
            return
        self.stop()
        self.choices, self.rows = choices, None
        self._forget_trial()
        self.atlas = None
        self.editor.hide()
        for widget in (self.profile, self.open, self.save):
            widget.setEnabled(False)
        self.profile.blockSignals(True)
        self.profile.clear()
        self.profile.blockSignals(False)
        self.recognition.setText(tr("Reading {0} …").format(choices.name))
        inputs = choices.inputs()
        self._start(tr("Reading {0} …").format(choices.name), lambda f: read_rows(inputs, f), self._read)

    def _read(self, rows: SourceRows | Trial) -> None:
        from ..core.importing.profile_documents import read_profiles

        self._end_job()
        if isinstance(rows, Trial):
            self._show_atlas(rows)
            return
        self.rows = rows
        self._profiles = read_profiles(PROFILES)
        found = self._recognised = recognised(rows, self._profiles.values())
        self.profile.blockSignals(True)
        self.profile.clear()
        for profile in self._profiles.values():
            self.profile.addItem(f"{profile.label[user_language()]} ({profile.id})", profile.id)
        self.profile.addItem(tr("Another table: map its columns"), OWN)
        self.profile.choose(found or OWN)
        self.profile.blockSignals(False)
        self._has_document = False
        self._saved = None
        self.editor.set_table(rows.frame)
        for button in (self.profile, self.open):
            button.setEnabled(True)
        self._profile_chosen()

    def _show_atlas(self, atlas: Trial) -> None:
        self.atlas = atlas
        self.profile.blockSignals(True)
        self.profile.addItem(tr("An atlas: taken as it is"), ATLAS)
        self.profile.blockSignals(False)
        given = [name for name, value in self.choices.inputs().items() if value]
        self.recognition.setText(atlas_words(given))
        self._tried(atlas)

    # -- the profile ------------------------------------------------------------------------------

    @property
    def is_own(self) -> bool:
        """Whether the columns are read by the mapping on the page."""
        return self.profile.currentData() == OWN

    def chosen_profile(self) -> Profile | None:
        """The profile to read by. Raises DocumentError where the mapping makes none."""
        from ..core.importing.profile_documents import check_codes, profile_from

        if not self.is_own:
            return self._profiles.get(self.profile.currentData())
        profile = profile_from(self.document(), tr("The mapping"))
        check_codes(profile, vocabularies())
        return profile

    def document(self) -> dict[str, Any]:
        """The mapping as a profile document, for the table that was chosen."""
        document = self.editor.document()
        document.pop("sheet", None)
        if self.choices is not None and self.choices.sheet:
            document["sheet"] = self.choices.sheet
        return document

    def _profile_chosen(self, *_: object) -> None:
        if self.is_own and not self._has_document:
            self._suggest()
            return
        self.editor.setVisible(self.is_own)
        self.save.setEnabled(self.is_own)
        self.schedule_trial()

    def _suggest(self) -> None:
        """Fill the mapping with what the columns seem to hold."""
        rows = self.rows
        identity = own_id(self.choices.name)
        self._start(tr("Looking at the columns …"), lambda f: draft(rows, identity, f), self._suggested)

    def _suggested(self, drafted: tuple[dict[str, Any], dict[tuple[str, str], str]]) -> None:
        self._end_job()
        self._show_document(*drafted)

    def _show_document(self, document: dict[str, Any], reasons: dict[tuple[str, str], str]) -> None:
        self._has_document = True
        self.editor.show_document(document, reasons)
        self.profile.blockSignals(True)
        self.profile.choose(OWN)
        self.profile.blockSignals(False)
        self._profile_chosen()

    def _describe_profile(self) -> None:
        if self.rows is None:
            return
        if self.is_own:
            header = self.editor.header
            text = own_words(bool(self._recognised), self.editor.unused(header))
        else:
            profile = self._profiles[self.profile.currentData()]
            header = list(self.rows.read_by(profile).frame.columns)
            text = profile_words(profile, header, profile.id == self._recognised)
        self.recognition.setText(text)

    # -- profiles in files ------------------------------------------------------------------------

    def ask_open(self) -> str:
        return ask_open(self, tr("Open a profile"))

    def ask_save(self, suggestion: str) -> str:
        return ask_save(self, tr("Save the profile"), suggestion)

    def open_profile(self) -> None:
        from ..core.importing.profile_documents import profile_from

        path = self.ask_open()
        if not path or self.rows is None:
            return
        try:
            document = opened(Path(path))
        except (AsmAtlasError, OSError) as error:
            show_sentence(self.problem, str(error))
            return
        self.editor.set_table(self.rows.read_by(profile_from(document, Path(path).name)).frame)
        self._show_document(document, {})
        self.recognition.setText(tr("Read as the profile {0} says.").format(Path(path).name))

    def save_profile(self) -> None:
        document = self.document()
        path = self.ask_save(f"{document.get('id', 'profile')}.json")
        if not path:
            return
        try:
            self._saved = saved(path, document)
        except (OSError, ValueError) as error:
            show_sentence(self.problem, tr("{0} cannot be written: {1}").format(Path(path).name, error))
            return
        show_sentence(
            self.problem, tr("{0} is written; it can be used in batch and shared.").format(self._saved)
        )

    def profile_parameters(self) -> dict[str, Any]:
        """The parameters of asm:importvisits that say how columns are read.

        A mapping that was not saved is written beside the output, so that the import can be done again.
        Raises OSError.
        """
        if self.atlas is not None:
            return {}
        if not self.is_own:
            return {PROFILE: self.profile.currentData()}
        document = self.document()
        if holds(self._saved, document):
            return {PROFILE_FILE: str(self._saved)}
        path, is_new = left_by_import(self.choices.geopackage, document)
        if is_new:
            self._unasked = path
        return {PROFILE_FILE: str(path)}

    def withdraw_profile(self) -> None:
        """Remove the profile that was written for an import which then wrote nothing."""
        if self._unasked is not None:
            self._unasked.unlink(missing_ok=True)
            self._unasked = None

    # -- the trial --------------------------------------------------------------------------------

    def schedule_trial(self) -> None:
        """Try the import soon; changes that follow each other quickly are taken together."""
        self._forget_trial()
        self._describe_profile()
        self._timer.start()

    def start_trial(self) -> None:
        """Import all rows in memory and show the first."""
        self._timer.stop()
        self.stop()
        rows = self.rows
        if rows is None or self.choices is None:
            return
        sentence = self.editor.problem() if self.is_own else ""
        try:
            profile = self.chosen_profile() if not sentence else None
        except AsmAtlasError as error:
            sentence = str(error)
        if sentence or profile is None:
            self._failed(sentence)
            return
        repair = self.choices.repair
        self._start(tr("Trying the import …"), lambda f: try_import(rows, profile, repair, f), self._tried)

    def _tried(self, trial: Trial) -> None:
        self._end_job()
        self.trial = trial
        show_sentence(self.problem, "")
        if self.atlas is None and self.is_own:
            self.editor.show_words(trial.words, trial.profile, vocabularies())
        self.preview.show_trial(trial)
        self.completeChanged.emit()

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
        job.signals.progressed.connect(lambda percent: self.preview.progress.setValue(int(percent)))
        job.signals.succeeded.connect(done)
        job.signals.failed.connect(self._failed)
        self.job = job
        self.preview.show_work(description)
        job.start()

    def _failed(self, sentence: str) -> None:
        self._end_job()
        self.preview.show_nothing()
        show_sentence(
            self.problem, tr("Still needed: {0}").format(sentence) if self.rows is not None else sentence
        )
        if self.rows is None:
            self.recognition.setText("")

    def _end_job(self) -> None:
        self.job = None
        self.preview.progress.hide()

    def stop(self) -> None:
        """Stop what is under way; its result is not wanted any more."""
        self._timer.stop()
        if self.job is not None:
            self.job.stop()
            self._end_job()
