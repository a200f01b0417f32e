"""The import as it would come out, in memory: what the wizard shows before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProject

from ..processing.algorithm import progress_steps
from ..processing.import_visits import ImportVisits

if TYPE_CHECKING:
    from ..core.importing.first_rows import FirstRows
    from ..core.importing.importer import ImportResult
    from ..core.importing.profile import Profile
    from ..processing.import_visits import SourceRows
    from .import_job import LogFeedback


@dataclass(frozen=True)
class Trial:
    """An import of all rows, not written: its tables and its profile."""

    result: ImportResult
    profile: Profile


def read_rows(parameters: dict[str, Any], feedback: LogFeedback) -> SourceRows:
    """All rows of the source as asm:importvisits reads them. Raises as it does."""
    return ImportVisits().create().read(parameters, _context(feedback), feedback)


def try_import(rows: SourceRows, profile: Profile, repair: bool, feedback: LogFeedback) -> Trial:
    """Import all rows: orders of dates and the answers of sites are decided by the whole table."""
    progress = progress_steps(feedback, 0, 100)
    result = ImportVisits().imported(rows, profile, repair, _context(feedback), progress)
    return Trial(result, profile)


def _context(feedback: LogFeedback) -> QgsProcessingContext:
    """A context of the thread that asks for it."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setFeedback(feedback)
    return context


def preview(trial: Trial, rows: SourceRows, table: str, limit: int) -> FirstRows:
    """The first rows of a table of the trial."""
    from ..core.importing.first_rows import first_rows

    return first_rows(trial.result, rows.frame, trial.profile, table, limit)
