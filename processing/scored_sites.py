"""Scores with their reasons and the scheme that made them: what "what if" algorithms start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..core.score_tables import score_columns
from .algorithm import AsmAlgorithm
from .frames import locate, read_table
from .schemes import add_scheme, given_scheme, shipped_schemes
from .scores_source import tell_older_rows

if TYPE_CHECKING:
    import pandas as pd

    from ..core.scorecard.scheme import Scheme

SCORES = "SCORES"
_NEEDED = ("pcode", "state", "date", "scheme", "scheme_version", "scheme_hash")


def add_scored_sites(algorithm: AsmAlgorithm) -> None:
    """Add the parameters SCORES, SCHEME and SCHEME_FILE."""
    tr = algorithm.tr
    algorithm.add_table(
        SCORES,
        tr("Scores"),
        tr(
            "The scores of 'Responsible mining scorecard', with the reasons behind them. Of several rows of a "
            "site the latest counts."
        ),
    )
    add_scheme(
        algorithm,
        shipped_schemes(),
        tr("The scheme that made the scores; another one is refused."),
        tr("The scheme as JSON, where the scores were made by one of your own."),
    )


def read_scored_sites(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    progress: Callable[[float], None],
) -> tuple[pd.DataFrame, Scheme]:
    """The latest scores of each site, located, and their scheme.

    Raises TableError when columns of the scheme's dimensions are missing.
    """
    from ..core.scorecard.scored_answers import check_scheme
    from ..core.scorecard.standing import latest_places

    source = algorithm.parameterAsSource(parameters, SCORES, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, SCORES))
    scheme = given_scheme(algorithm, parameters, context)
    columns = score_columns(scheme.dimension_ids, scheme.overall is not None)
    heading = [column for column in columns if column.name in _NEEDED]
    if any(source.fields().lookupField(f"{dim}_reasons") < 0 for dim in scheme.dimension_ids):
        # Before it is said that fields are missing: most likely it is the wrong scheme.
        check_scheme(read_table(source, heading, _NEEDED, progress, SCORES), scheme)
    needed = [f"{dim}_{part}" for dim in scheme.dimension_ids for part in ("level", "reasons")]
    if scheme.overall is not None:
        needed.append("overall_level")
    frame = read_table(source, columns, (*_NEEDED, *needed), progress, SCORES)
    locate(frame, source, context.transformContext(), progress)
    latest = frame.take(latest_places(frame)).reset_index(drop=True)
    tell_older_rows(len(frame) - len(latest), feedback)
    return latest, scheme
