"""The import as it would come out, in memory: what the wizard shows before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProject

from ..processing.algorithm import RESOURCES, progress_steps
from ..processing.import_reading import read_rows as read_source
from ..processing.import_visits import VOCABULARIES, ImportVisits

if TYPE_CHECKING:
    from ..core.importing.first_rows import FirstRows
    from ..core.importing.importer import ImportResult
    from ..core.importing.mapping_places import CodedWord
    from ..core.importing.profile import Profile
    from ..core.vocabulary import Vocabulary
    from ..processing.import_reading import SourceRows
    from .import_job import LogFeedback

COLUMNS = RESOURCES / "columns" / "columns.json"


@dataclass(frozen=True)
class Trial:
    """An import of all rows, not written: its tables, its profile, and the words of coded columns."""

    result: ImportResult
    profile: Profile
    words: Mapping[str, Sequence[CodedWord]]


def read_rows(parameters: dict[str, Any], feedback: LogFeedback) -> SourceRows:
    """All rows of the source as asm:importvisits reads them. Raises as it does."""
    return read_source(ImportVisits().create(), parameters, _context(feedback), feedback, settled=False)[0]


def try_import(rows: SourceRows, profile: Profile, repair: bool, feedback: LogFeedback) -> Trial:
    """Import all rows: orders of dates and the answers of sites are decided by the whole table."""
    from ..core.importing.mapping_places import coded_words

    progress = progress_steps(feedback, 0, 100)
    result = ImportVisits().imported(rows, profile, repair, _context(feedback), progress)
    return Trial(result, profile, coded_words(rows.frame, profile, vocabularies()))


def vocabularies() -> dict[str, Vocabulary]:
    from ..core.vocabulary import read_vocabularies

    return read_vocabularies(VOCABULARIES)


def draft(
    rows: SourceRows, identity: str, feedback: LogFeedback
) -> tuple[dict[str, Any], dict[tuple[str, str], str]]:
    """A profile document suggested for a table, and why: by place (lists without number) and column."""
    from ..core.importing.column_names import read_columns
    from ..core.importing.drafts import draft_document
    from ..core.importing.suggestions import suggest

    columns, known = read_columns(COLUMNS), vocabularies()
    suggestions = suggest(rows.frame, known, columns)
    reasons = {
        (each.target.rsplit(".", 1)[0], each.column): f"{each.confidence:.0%}: {each.reason}"
        for each in suggestions
    }
    return draft_document(suggestions, rows.frame, identity, known, columns), reasons


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
