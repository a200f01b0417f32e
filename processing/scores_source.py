"""SCORES read for the algorithms that sum them up, and the tables that say more of the same sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsFeatureSource,
    QgsLayerMetadata,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..cartography.layer_metadata import stated_metadata
from ..cartography.score_legend import OVERALL, stated_scheme
from ..core.columns import Column
from ..core.exceptions import TableError
from ..core.figure_tables import SCHEME_COLUMNS
from ..core.score_tables import has_overall, score_columns, score_dimensions
from ..core.tables import SITES, VISITS
from .algorithm import AsmAlgorithm
from .frames import locate, read_columns, read_table

if TYPE_CHECKING:
    import pandas as pd

_LEVEL_PARTS = ("level", "level_worst", "level_best")
_PARTS = (*_LEVEL_PARTS, "score", "worst", "best")
_HEADING = ("pcode", "name", "admin1", "admin2", "visit_id", "date", "state")
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class ScoreTable:
    """frame: SCORES without reasons, with longitude and latitude. dimensions: in order, overall last.

    level_codes: words for the levels 1, 2 ... disclaimer: whose weights these are.
    """

    frame: pd.DataFrame
    dimensions: tuple[str, ...]
    level_codes: tuple[str, ...]
    disclaimer: str


def read_scores(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    progress: Callable[[float], None],
) -> ScoreTable:
    """The SCORES given as the parameter `name`; its dimensions are told by its columns.

    Raises TableError without a dimension, with a column that is missing, or with values of another kind.
    """
    from ..core.scorecard.scheme import DEFAULT_LEVELS, MOST_LEVELS
    from ..core.scorecard.standing import highest_level

    source = source_of(algorithm, name, parameters, context)
    fields = source.fields().names()
    dimensions = [
        dimension
        for dimension in (*score_dimensions(fields), *([OVERALL] if has_overall(fields) else ()))
        if all(f"{dimension}_{part}" in fields for part in _LEVEL_PARTS)
    ]
    if not dimensions:
        raise TableError(
            tr(
                "The layer '{0}' has no level of any indicator (fields such as security_level and "
                "security_level_worst); choose the output of 'Responsible mining scorecard'."
            ).format(source.sourceName())
        )
    wanted = {
        *_HEADING,
        *(column.name for column in SCHEME_COLUMNS),
        *(f"{dim}_{part}" for dim in dimensions for part in _PARTS),
    }
    plain = [dimension for dimension in dimensions if dimension != OVERALL]
    columns = [column for column in score_columns(plain, OVERALL in dimensions) if column.name in wanted]
    columns += [Column(axis, "real", "degrees, EPSG:4326") for axis in ("longitude", "latitude")]
    columns += [column for column in SITES if column.name in ("workers", "minerals", "project")]
    frame = read_table(source, columns, ("pcode", "state", "date"), progress, name)
    locate(frame, source, context.transformContext(), progress)
    frame["visit_id"] = frame.get("visit_id")

    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    stated = stated_scheme(layer) if layer is not None else {}
    codes = tuple(level["code"] for level in stated.get("levels", ()) if "code" in level)
    if not codes:
        n_levels = highest_level(frame, dimensions)
        if n_levels > MOST_LEVELS:
            raise TableError(
                tr("{0} holds the level {1}, but no scheme has more than {2}; correct it.").format(
                    name, n_levels, MOST_LEVELS
                )
            )
        codes = tuple(level.code for level in DEFAULT_LEVELS)
        if n_levels > len(codes):
            codes = tuple(f"level_{level}" for level in range(1, n_levels + 1))
        if not stated:
            feedback.pushWarning(
                tr("{0} does not say which levels its scheme has; {1} are taken: {2}.").format(
                    source.sourceName(), len(codes), ", ".join(codes)
                )
            )
    abstract = stated_metadata(layer).abstract() if layer is not None else ""
    return ScoreTable(frame, tuple(dimensions), codes, abstract)


def source_of(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> QgsFeatureSource | None:
    """A source by its parameter; None when it is optional and not given. Raises QgsProcessingException."""
    source = algorithm.parameterAsSource(parameters, name, context)
    definition = algorithm.parameterDefinition(name)
    needed = parameters.get(name) or not definition.flags() & definition.Flag.FlagOptional
    if source is None and needed:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return source


def read_facts(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    facts: tuple[str, ...],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    progress: Callable[[float], None],
) -> pd.DataFrame | None:
    """Keys and the columns `facts` of SITES or VISITS, as far as the layer has them; None when not given."""
    source = source_of(algorithm, name, parameters, context)
    if source is None:
        return None
    contract, key = (VISITS, "visit_id") if name == "VISITS" else (SITES, "pcode")
    wanted = {"pcode", "visit_id", *facts}
    frame = read_table(
        source, [column for column in contract if column.name in wanted], (key,), progress, name
    )
    for fact in facts:  # a field of the user's own
        if fact not in frame and source.fields().lookupField(fact) >= 0:
            frame[fact] = own_field(source, fact, progress)
    return frame


def own_field(source: QgsFeatureSource, field: str, progress: Callable[[float], None]) -> pd.Series:
    """The values of one field as they are."""
    import pandas as pd

    index = source.fields().lookupField(field)
    values, _ = read_columns(source, progress, names=[source.fields()[index].name()])
    return pd.Series(next(iter(values.values())), dtype=object)


def tell_older_rows(n: int, feedback: QgsProcessingFeedback) -> None:
    """Say how many rows of SCORES do not count, because their site has a later one."""
    if n:
        feedback.pushInfo(
            tr("{0} rows are older ones of sites that have several; the latest counts.").format(n)
        )


def scores_metadata(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, done: str
) -> QgsLayerMetadata:
    """The metadata of SCORES (licence, rights, scheme, history), with what was done to it."""
    metadata = stated_metadata(algorithm.parameterAsVectorLayer(parameters, "SCORES", context))
    metadata.addHistoryItem(done)
    return metadata
