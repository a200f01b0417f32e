"""The import wizard: a table of visits, how it is read, what was found, and then the layers."""

from __future__ import annotations

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from qgis.PyQt.QtWidgets import QWidget, QWizard

from ..processing.dependencies import missing_dependency
from .help_pages import help_on_f1, open_help
from .import_findings_page import FindingsPage
from .import_finish_page import FinishPage
from .import_mapping_page import MappingPage
from .import_source_page import SETTINGS, SourcePage
from .words import tr

SOURCE, MAPPING, FINDINGS, FINISH = range(4)


class ImportWizard(QWizard):
    """Not modal: the project stays at hand. Once closed it is done with; make a new one."""

    def __init__(self, iface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ASM Atlas: import mine-site visits"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setTitleFormat(Qt.TextFormat.PlainText)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.HaveHelpButton)
        self.helpRequested.connect(lambda: open_help("import"))
        help_on_f1(self, "import")
        self.setAcceptDrops(True)
        project = QgsProject.instance()
        self.source = SourcePage(project, self)
        self.mapping = MappingPage(self)
        self.findings = FindingsPage(iface, self)
        self.finish = FinishPage(project, self)
        for number, page in (
            (SOURCE, self.source),
            (MAPPING, self.mapping),
            (FINDINGS, self.findings),
            (FINISH, self.finish),
        ):
            self.setPage(number, page)
        self.finish.ended.connect(self._import_ended)
        self._is_leaving = False
        self._is_released = False
        sentence = missing_dependency()
        if sentence:
            self.source.block(sentence)
        self.resize(1060, 700)
        geometry = QgsSettings().value(f"{SETTINGS}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def initializePage(self, number: int) -> None:  # noqa: N802
        super().initializePage(number)
        QTimer.singleShot(0, self._update_buttons)  # QWizard sets them after this call
        if number == MAPPING:
            self.source.remember()
            self.mapping.read(self.source.choices())
        elif number == FINDINGS:
            self.findings.show_trial(self.mapping.trial)
        elif number == FINISH:
            self.finish.start(
                self.source.choices(), self.mapping.profile_parameters, self.mapping.trial.result.counts
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return in a field goes on from the first page only: it must not start an import unseen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentId() != SOURCE:
            event.accept()
            return
        super().keyPressEvent(event)

    # -- files dropped on the window --------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.currentId() == SOURCE and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.source.set_file(paths[0])
            event.acceptProposedAction()

    # -- closing ----------------------------------------------------------------------------------

    def reject(self) -> None:
        """Escape, Cancel and the window frame: what is under way is stopped first."""
        if self.finish.is_running:
            self._is_leaving = True
            self.finish.stop()
            return
        super().reject()

    def _update_buttons(self) -> None:
        """No way back from an import that runs or has written; nothing left to cancel then."""
        if self._is_released or self.currentId() != FINISH:
            return
        has_written = self.finish.results is not None
        self.button(QWizard.WizardButton.BackButton).setEnabled(
            not self.finish.is_running and not has_written
        )
        self.button(QWizard.WizardButton.CancelButton).setEnabled(not has_written)

    def _import_ended(self, has_written: bool) -> None:
        # Rows that were already being written when the user stopped are said, not hidden.
        if not has_written:
            self.mapping.withdraw_profile()
        is_leaving, self._is_leaving = self._is_leaving, False
        if is_leaving and not has_written:
            super().reject()
        self._update_buttons()

    def release(self) -> None:
        """Stop the work, let go of the project and remember the window; once is enough."""
        if self._is_released:
            return
        self._is_released = True
        self.mapping.stop()
        if not self.finish.release():
            self.mapping.withdraw_profile()
        self.source.release()
        QgsSettings().setValue(f"{SETTINGS}/geometry", self.saveGeometry())

    def done(self, result: int) -> None:
        """Every way to close comes through here."""
        self.release()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.finish.is_running and not self._is_released:
            self.reject()
            event.ignore()
            return
        self.release()  # a wizard that was never shown is closed without done()
        super().closeEvent(event)
