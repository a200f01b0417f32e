"""The import as it would come out, in memory: what the wizard shows before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProject

from ..core.exceptions import ProfileError
from ..processing.algorithm import RESOURCES, progress_steps
from ..processing.import_reading import INPUT, input_source
from ..processing.import_reading import read_rows as read_source
from ..processing.import_visits import VOCABULARIES, ImportVisits
from ..processing.own_tables_source import import_atlas, is_atlas

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
    """An import of all rows, not written: those rows, its tables, its profile, and the words of coded columns.

    rows, profile: None for the visits of an atlas, which are taken as they are.
    """

    rows: SourceRows | None
    result: ImportResult
    profile: Profile | None
    words: Mapping[str, Sequence[CodedWord]]


def read_rows(parameters: dict[str, Any], feedback: LogFeedback) -> SourceRows | Trial:
    """All rows of the source as asm:importvisits reads them; of an atlas what comes of it. Raises as it does."""
    algorithm, context = ImportVisits().create(), _context(feedback)
    source = input_source(algorithm, parameters, context)
    if is_atlas(algorithm, parameters, context, source):
        layer = algorithm.parameterAsVectorLayer(parameters, INPUT, context)
        return Trial(None, import_atlas(source, layer, feedback), None, {})
    return read_source(algorithm, parameters, context, feedback, settled=False)[0]


def try_import(rows: SourceRows, profile: Profile, repair: bool, feedback: LogFeedback) -> Trial:
    """Import all rows: orders of dates and the answers of sites are decided by the whole table."""
    from ..core.importing.mapping_places import coded_words

    rows = rows.read_by(profile)
    progress = progress_steps(feedback, 0, 100)
    result = ImportVisits().imported(rows, profile, repair, _context(feedback), progress)
    return Trial(rows, result, profile, coded_words(rows.frame, profile, vocabularies()))


def recognised(rows: SourceRows, profiles: Collection[Profile]) -> str:
    """The id of the profile that fits the columns, as asm:importvisits finds it; "" when none does."""
    from ..core.importing.profile import recognise

    for header in rows.headers():
        try:
            return recognise(header, profiles).id
        except ProfileError:
            continue
    return ""


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


def preview(trial: Trial, table: str, limit: int) -> FirstRows:
    """The first rows of a table of the trial."""
    from ..core.importing.first_rows import first_rows

    frame = trial.rows.frame if trial.rows is not None else None
    return first_rows(trial.result, frame, trial.profile, table, limit)
