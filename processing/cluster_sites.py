"""Sites for local statistics: one row a site, within one area if asked for, and what they have of each field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ..cartography.score_legend import stated_scheme
from ..cartography.sheet_layers import folded
from ..core.exceptions import TableError
from .algorithm import AsmAlgorithm
from .frames import as_text, plain_values
from .geopackage import plain_table
from .site_layers import SiteLayer
from .site_shapes import SiteShapes, read_shapes

if TYPE_CHECKING:
    import numpy as np

    from ..core.clusters.site_values import Variable

INPUT, SITE_KEY, DATE, AREA = "INPUT", "SITE_KEY", "DATE", "AREA"
_DATE_FIELDS = ("visit_date", "date", "last_visit")
_OF_SCORES = re.compile(r"(.+)_(level|score)")
_NAMES_SHOWN = 8
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class ClusterSites:
    """The sites of an analysis, one row each. n_set_aside: rows of earlier visits. area: '' for all sites.

    key_field: '' where sites have no keys. every_key: of all sites of the layer, also beyond the area, None without. places: (n,) where the
    sites stand among them.
    """

    shapes: SiteShapes
    level_codes: tuple[str, ...]
    n_set_aside: int
    area: str
    key_field: str
    n_every: int
    every_key: list[str] | None
    places: np.ndarray

    @property
    def frame(self):
        return self.shapes.frame


def add_sites(algorithm: AsmAlgorithm) -> None:
    """Add the parameter INPUT; the fields are its children."""
    kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(INPUT, tr("Sites or areas"), kinds),
        tr(
            "Points of sites, such as the scores of 'Responsible mining scorecard', or polygons of areas. Several "
            "rows of a site are reduced to the latest before anything else."
        ),
    )


def add_choice_of_sites(algorithm: AsmAlgorithm) -> None:
    """Add the parameters that tell which rows count: AREA, SITE_KEY and DATE."""
    algorithm.add(
        QgsProcessingParameterString(AREA, tr("Province or territory"), None, False, True),
        tr(
            "Only its sites, by the fields admin1 and admin2; those beyond its border count as nobody's "
            "neighbours. Empty: all sites."
        ),
    )
    for key, title, text in (
        (
            SITE_KEY,
            tr("Field of site keys"),
            tr(
                "Rows with the same key are visits to one site, of which the latest counts. Empty: pcode, or "
                "every row is a site."
            ),
        ),
        (
            DATE,
            tr("Field of dates"),
            tr("Tells which visit is the latest. Empty: visit_date, date or last_visit."),
        ),
    ):
        field = QgsProcessingParameterField(key, title, None, INPUT, optional=True)
        algorithm.add(field, text, advanced=True)


def read_cluster_sites(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    progress: Callable[[float], None],
) -> ClusterSites:
    """The sites of INPUT in EPSG:4326, repeat visits reduced to the latest, then those of AREA; all of it is said.

    Raises GeometryError and TableError as read_shapes does, TableError for fields or an area that are not there.
    """
    import numpy as np

    source = algorithm.given_source(INPUT, parameters, context)
    key_field = algorithm.parameterAsString(parameters, SITE_KEY, context)
    layer = algorithm.parameterAsVectorLayer(parameters, INPUT, context)
    table = plain_table(parameters.get(INPUT), layer, source, context)
    shapes = read_shapes(source, key_field, context, progress, table, rows_are_sites=False)
    for line in shapes.report:
        feedback.pushWarning(line)
    shapes, n_set_aside = _one_row_a_site(
        shapes, key_field, algorithm.parameterAsString(parameters, DATE, context), feedback
    )
    every = shapes.frame["pcode"].astype(str).tolist()
    if not key_field and shapes.layer.fields.lookupField("pcode") >= 0:
        key_field = "pcode"
    area = algorithm.parameterAsString(parameters, AREA, context).strip()
    places = np.arange(len(every))
    if area:
        places, area = _within(shapes, area, feedback)
        shapes = taken(shapes, places)
    _tell_places(shapes, feedback)
    levels = stated_scheme(layer).get("levels", []) if layer is not None else []
    codes = tuple(str(level["code"]) for level in levels if "code" in level)
    every_key = every if key_field else None
    return ClusterSites(shapes, codes, n_set_aside, area, key_field, len(every), every_key, places)


def _one_row_a_site(
    shapes: SiteShapes, key_field: str, date_field: str, feedback: QgsProcessingFeedback
) -> tuple[SiteShapes, int]:
    from ..core.clusters.site_values import latest_rows

    fields = shapes.layer.fields
    if not key_field and fields.lookupField("pcode") < 0:
        return shapes, 0  # keys are the ids of features
    if date_field and fields.lookupField(date_field) < 0:
        raise TableError(tr("INPUT has no field '{0}'; choose another one for DATE.").format(date_field))
    found = [date_field] if date_field else [name for name in _DATE_FIELDS if fields.lookupField(name) >= 0]
    dates = [as_text(value) for value in field_values(shapes, found[0])] if found else None
    kept = latest_rows(shapes.frame["pcode"].tolist(), dates)
    n_set_aside = len(shapes.frame) - len(kept)
    by = key_field or "pcode"
    if n_set_aside and dates is None:
        text = tr("{0} rows repeat a key ({1}) and have no field of dates; the last row of each site counts.")
        feedback.pushWarning(text.format(n_set_aside, by))
    elif n_set_aside:
        text = tr(
            "Reduced to sites before anything else: {0} rows are earlier visits (by {1}, {2}); the latest of each "
            "site counts."
        )
        feedback.pushInfo(text.format(n_set_aside, by, found[0]))
    else:
        feedback.pushInfo(tr("Every row is a site of its own (by {0}).").format(by))
    return taken(shapes, kept), n_set_aside


def _within(shapes: SiteShapes, area: str, feedback: QgsProcessingFeedback) -> tuple[np.ndarray, str]:
    """The places of the sites of a province or territory, and its name as the sites have it."""
    import numpy as np

    frame = shapes.frame
    columns = [column for column in ("admin1", "admin2") if column in frame]
    if not columns:
        raise TableError(tr("AREA needs sites with a field admin1 or admin2; leave AREA empty."))
    asked = folded(area)
    for column in columns:
        held = np.array([value is not None and folded(value) == asked for value in frame[column]], dtype=bool)
        if held.any():
            text = tr("{0} ({1}): {2} of {3} sites.")
            places = np.flatnonzero(held)
            area = str(frame[column].iloc[places[0]])
            feedback.pushInfo(text.format(area, column, len(places), len(frame)))
            return places, area
    names = sorted({str(name) for column in columns for name in frame[column].dropna()}, key=str.casefold)
    shown = ", ".join(names[:_NAMES_SHOWN]) + (" ..." if len(names) > _NAMES_SHOWN else "")
    raise TableError(tr("No site lies in '{0}'; choose one of {1}.").format(area, shown))


def _tell_places(shapes: SiteShapes, feedback: QgsProcessingFeedback) -> None:
    """Warn of sites at one place: repeat visits without a key would be clusters of themselves."""
    placed = shapes.frame[["longitude", "latitude"]].dropna()
    n = int(placed.duplicated(keep=False).sum())
    if n:
        text = tr(
            "{0} sites lie at the very place of another; if they are visits to one site, name its key in SITE_KEY."
        )
        feedback.pushWarning(text.format(n))


def taken(shapes: SiteShapes, places: np.ndarray) -> SiteShapes:
    """Some of the sites, by their places."""
    layer, kept = shapes.layer, places.tolist()
    some = SiteLayer(
        layer.fields,
        [[column[place] for place in kept] for column in layer.columns],
        layer.frame.iloc[places].reset_index(drop=True),
        layer.n_many_points,
    )
    footprints = None if shapes.footprints is None else shapes.footprints[places]
    return SiteShapes(some, footprints, shapes.report)


def field_values(shapes: SiteShapes, name: str) -> list[Any]:
    """The values of a field, plain. Raises TableError when there is none of that name."""
    index = shapes.layer.fields.lookupField(name)
    if index < 0:
        raise TableError(tr("INPUT has no field '{0}'; choose one of its fields.").format(name))
    return list(plain_values(shapes.layer.columns[index]))


def variable_of(sites: ClusterSites, name: str, is_yes_no: bool) -> Variable:
    """A field as numbers; levels and scores of a scorecard with their reasons and ranges.

    is_yes_no: only yes and no (1 and 0) are taken. Raises TableError for fields of another kind.
    """
    from ..core.clusters.site_values import number_variable, of_scorecard, yes_no_variable

    shapes = sites.shapes
    fields = shapes.layer.fields
    name = fields[fields.lookupField(name)].name() if fields.lookupField(name) >= 0 else name
    values = field_values(shapes, name)
    found = _OF_SCORES.fullmatch(name)
    is_of_scores = found is not None and all(
        fields.lookupField(needed) >= 0 for needed in ("state", "scheme", f"{found.group(1)}_level")
    )
    if not is_of_scores:
        return (
            yes_no_variable(name, values) if is_yes_no else number_variable(name, values, sites.level_codes)
        )
    dimension, part = found.groups()
    ends = ("level_worst", "level_best") if part == "level" else ("worst", "best")
    levels, lowest, highest = (_numbers(shapes, f"{dimension}_{column}") for column in ("level", *ends))
    variable = number_variable(name, values, sites.level_codes)
    return of_scorecard(variable, field_values(shapes, "state"), levels, lowest, highest, part == "level")


def _numbers(shapes: SiteShapes, name: str) -> np.ndarray | None:
    """A field of numbers, NaN where empty; None where there is no such field."""
    import pandas as pd

    if shapes.layer.fields.lookupField(name) < 0:
        return None
    return pd.to_numeric(pd.Series(field_values(shapes, name), dtype=object), errors="coerce").to_numpy(float)


def tell_left_out(reasons: Sequence[str], feedback: QgsProcessingFeedback) -> None:
    """Say how many sites are left out, by reason."""
    from collections import Counter

    counted = Counter(reason for reason in reasons if reason)
    if counted:
        words = ", ".join(f"{reason} ({n})" for reason, n in sorted(counted.items()))
        text = tr("Left out for lack of a value, class 5 in the output: {0} sites: {1}.")
        feedback.pushInfo(text.format(sum(counted.values()), words))
