"""The form and the repeats of a survey, and tables that need them before a profile fits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.exceptions import FormError, ProfileError
from ..core.wording import say
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis
from .import_profiles import PROFILES, profile_file, profile_for
from .workbooks import input_with_visits, is_spreadsheet, repeat_sheets, sheet_names, sheet_of, text_table

if TYPE_CHECKING:
    import pandas as pd

    from ..core.importing.notes import Note
    from ..core.importing.survey_form import SurveyForm
    from ..core.importing.survey_repeats import RepeatTable

    Table = tuple[pd.DataFrame, Sequence[Note]]

FORM = "FORM"
REPEATS = "REPEATS"
_RULES = "import_rules"


def add_survey_parameters(algorithm: AsmAlgorithm) -> None:
    """FORM, the XLSForm of a survey, and REPEATS, the tables of its repeat groups."""
    form = QgsProcessingParameterFile(
        FORM,
        algorithm.tr("Survey form (XLSForm)"),
        optional=True,
        fileFilter="XLSForm (*.xlsx *.xls *.ods *.csv)",
    )
    algorithm.add(
        form,
        algorithm.tr(
            "The form of a survey made with KoboToolbox or ODK: a workbook with the sheets survey and choices, or "
            "the sheet survey as CSV with choices beside it. Columns then have the names of the questions, "
            "options their labels, and lists of options are joined."
        ),
        advanced=True,
    )
    repeats = QgsProcessingParameterMultipleLayers(
        REPEATS, algorithm.tr("Repeat tables"), QgsProcessing.SourceType.TypeVector, optional=True
    )
    algorithm.add(
        repeats,
        algorithm.tr(
            "Tables of the survey's repeat groups. Their rows become columns such as actor1_name, actor2_name "
            "of the visit to which they belong. Those in the same workbook as the visits are found without."
        ),
        advanced=True,
    )


def needs_preparing(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    layer: QgsVectorLayer | None,
    header: list[str],
) -> bool:
    """Whether a table must go through `prepared` before a profile can read it.

    So with a form or repeats, for exports of surveys, where the columns have no names, and for spreadsheets
    that no profile reads as they are.
    """
    from ..core.importing.header import is_unnamed

    if parameters.get(FORM) or parameters.get(REPEATS) or is_unnamed(header) or _is_survey(header):
        return True
    return is_spreadsheet(layer) and not _fits(algorithm, parameters, context, header)


def prepared(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    frame: pd.DataFrame,
    layer: QgsVectorLayer | None,
    feedback: QgsProcessingFeedback,
) -> list[Table]:
    """The table with a header and what was found; for surveys flat, and then as it is if it may be read so.

    frame: columns of text. core.importing.survey_export.reads_flat says which of two a profile reads.
    """
    from ..core.importing.header import with_header
    from ..core.importing.survey_export import flatten

    path = algorithm.parameterAsFile(parameters, FORM, context)
    form = read_survey_form(Path(path)) if path else None
    questions = [] if form is None else [question.name.casefold() for question in form.questions]
    frame, notes = with_header(frame, {*known_columns(algorithm, parameters, context), *questions})
    header = list(frame.columns)
    given = form is not None or bool(parameters.get(REPEATS))
    if not given and not _is_survey(header):
        return [(frame, notes)]
    repeats = _repeats(algorithm, parameters, context, layer)
    if form is not None:
        feedback.pushInfo(
            algorithm.tr("Form {file}: {n} questions").format(file=Path(path).name, n=len(form.questions))
        )
    language = language_of_qgis()
    known = _known_words(algorithm, parameters, context)
    flat = flatten(frame, form, repeats, language=language, known=known)
    tables = [(flat.frame, [*notes, *flat.notes])]
    return tables if given else [*tables, (frame, [*notes, *_unread(repeats)])]


def _unread(repeats: Sequence[RepeatTable]) -> list[Note]:
    """Findings on the repeats beside a survey's table that a profile reads as it is."""
    from ..core.importing.notes import Note

    return [Note("survey_repeat_unread", table.name, words={"rows": len(table.frame)}) for table in repeats]


def read_survey_form(path: Path) -> SurveyForm:
    """The form in a workbook, or in a CSV of its survey sheet. Raises FormError naming file, sheet and row."""
    from ..core.importing.survey_form import read_form

    if not path.is_file():
        raise FormError(say("The form {0} is not there; check its path.", path.name))
    if path.suffix.casefold() in (".csv", ".txt"):
        beside = _choices_beside(path)
        choices = None if beside is None else text_table(_opened(str(beside), path))
        return read_form(text_table(_opened(str(path), path)), choices)
    sheets = {name.strip().casefold(): name for name in sheet_names(path)}
    if "survey" not in sheets:
        found = ", ".join(sheets.values()) or say("none")
        raise FormError(say("{0} has no sheet 'survey' (it has: {1}); choose the XLSForm.", path.name, found))
    tables = {
        name: text_table(_opened(sheet_of(path, sheets[name]), path))
        for name in ("survey", "choices", "settings")
        if name in sheets
    }
    return read_form(tables["survey"], tables.get("choices"), tables.get("settings"))


def known_columns(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> set[str]:
    """Names of columns, lower case, that the profile chosen, or any, reads."""
    from ..core.importing.profile_documents import read_profiles

    own = profile_file(algorithm, parameters, context)
    profiles = [own] if own is not None else read_profiles(PROFILES).values()
    return {column.casefold() for profile in profiles for column in profile.source_columns()}


def _choices_beside(survey: Path) -> Path | None:
    """survey.csv has choices.csv, form_survey.csv has form_choices.csv, form.csv has form_choices.csv."""
    stem = survey.stem.casefold()
    wanted = {"choices", f"{stem}_choices", f"{stem}-choices"}
    if "survey" in stem:
        wanted = {stem.replace("survey", "choices")}
    for other in sorted(survey.parent.glob("*")):
        if other.suffix.casefold() == survey.suffix.casefold() and other.stem.casefold() in wanted:
            return other
    return None


def _opened(uri: str, path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri, path.stem, "ogr")
    if not layer.isValid():
        raise FormError(
            say("{0} cannot be read as a form; check that it is the XLSForm of the survey.", path.name)
        )
    return layer


def _repeats(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    layer: QgsVectorLayer | None,
) -> list[RepeatTable]:
    """The tables given, else those in the workbook of the visits that name rows of another sheet."""
    given = parameters.get(REPEATS)
    if not given:
        sheets = repeat_sheets(layer)
    else:
        layers = algorithm.parameterAsLayerList(parameters, REPEATS, context)
        if isinstance(given, (list, tuple)) and len(layers) < len(given):
            raise QgsProcessingException(
                algorithm.tr("A table of {0} cannot be opened; check its path.").format(REPEATS)
            )
        sheets = {_table_name(each): each for each in layers}
    return _repeat_tables(sheets)


def _repeat_tables(sheets: dict[str, QgsVectorLayer]) -> list[RepeatTable]:
    from ..core.importing.header import with_header
    from ..core.importing.survey_repeats import RepeatTable

    marks = {"_parent_index", "_submission__uuid", "parent_key", "key"}
    return [RepeatTable(name, with_header(text_table(each), marks)[0]) for name, each in sheets.items()]


def _table_name(layer: QgsVectorLayer) -> str:
    """The sheet or table that a layer shows, else the layer's own name."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("layerName") or layer.name()


def choose_sheet(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, key: str
) -> dict[str, Any]:
    """The parameters, the input being the sheet of a workbook that has the visits."""

    def fits(header: list[str]) -> bool:
        if parameters.get(FORM):
            return _is_survey(header)
        return _fits(algorithm, parameters, context, header)

    def known() -> set[str]:
        return known_columns(algorithm, parameters, context)

    return {**parameters, key: input_with_visits(parameters.get(key), fits, known)}


def _is_survey(header: Collection[str]) -> bool:
    from ..core.importing.survey_columns import is_export

    return is_export(header)


def _fits(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, header: list[str]
) -> bool:
    from ..core.importing.cut_names import whole_names

    try:
        profile = profile_for(algorithm, parameters, context, header)
    except ProfileError:
        return False
    return not profile.missing(whole_names(header, profile.source_columns()).values())


def _known_words(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Callable[[str], bool]:
    """Whether a vocabulary, or the recoding of the user's own profile, has a word."""
    from ..core.vocabulary import normalise, read_vocabularies

    own = profile_file(algorithm, parameters, context)
    recoded = set() if own is None else {word for words in own.recode.values() for word in words}
    vocabularies = [
        each for name, each in read_vocabularies(RESOURCES / "vocabularies").items() if name != _RULES
    ]

    def known(text: str) -> bool:
        if normalise(text) in recoded:
            return True
        return any(each.match(text).how in ("listed", "variant") for each in vocabularies)

    return known
