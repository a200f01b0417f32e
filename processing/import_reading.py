"""What an import of visits reads, before and besides the profile: rows, points, known sites, units, places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..core.exceptions import ProfileError
from .algorithm import AsmAlgorithm, progress_steps
from .frames import as_text, read_columns, wgs84
from .gazetteer_source import KEY as GAZETTEER
from .gazetteer_source import gazetteer_of, list_file
from .import_profiles import profile_for
from .live_sources import check_complete, unreachable
from .shapefiles import in_own_encoding
from .survey_source import needs_preparing, prepared
from .text_source import columns_left_out, text_file_of, whole_text_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.importing.gazetteer import Gazetteer
    from ..core.importing.neighbours import AdminLayer
    from ..core.importing.notes import Note
    from ..core.importing.profile import Profile
    from ..core.importing.text_file import TextFile

INPUT, KNOWN, ADMIN = "INPUT", "KNOWN", "ADMIN"


@dataclass(frozen=True)
class SourceRows:
    """What an import reads before a profile is applied.

    frame: text columns. points: (n, 2) degrees of EPSG:4326, the layer's own, None where it has none.
    noted: what was found while reading. known: known sites as text columns, and their
    points. admin: units that locations are checked against. as_is: of a survey that was made flat, the table
    without that and its notes.
    """

    frame: pd.DataFrame
    points: np.ndarray | None
    noted: Sequence[Note]
    known: tuple[pd.DataFrame, np.ndarray | None] | None
    gazetteer: Gazetteer | None
    admin: AdminLayer | None
    as_is: tuple[pd.DataFrame, Sequence[Note]] | None = None

    def headers(self) -> list[list[str]]:
        """The names of the columns, and those of the table as it is; profiles are looked for in this order."""
        tables = [self.frame] if self.as_is is None else [self.frame, self.as_is[0]]
        return [list(table.columns) for table in tables]

    def read_by(self, profile: Profile) -> SourceRows:
        """The rows that a profile reads: of a survey the flat ones, or those of the export as it is."""
        from ..core.importing.survey_export import reads_flat

        if self.as_is is None:
            return self
        frame, noted = self.as_is
        if reads_flat(profile.source_columns(), self.frame.columns, frame.columns):
            return replace(self, as_is=None)
        return replace(self, frame=frame, noted=noted, as_is=None)


def read_rows(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    settled: bool = True,
) -> tuple[SourceRows, Profile | None]:
    """All that is read before a profile is applied, and the profile.

    settled: the profile is that of the parameters, and points are read only if no column gives
    coordinates; else there is none so far, and points are read where the layer says in which CRS they
    are. Raises QgsProcessingException, AsmAtlasError.
    """
    from ..core.importing.swallowed_rows import check_all_lines_read

    source = input_source(algorithm, parameters, context)
    layer = algorithm.parameterAsVectorLayer(parameters, INPUT, context)
    own = in_own_encoding(layer, parameters[INPUT])
    if own is not None:
        feedback.pushInfo(algorithm.tr("The texts of {0} are read as cp1252").format(layer.name()))
        source = own
    # Asked before the rows are read: a server's later answer counts only what it has sent.
    announced = source.featureCount()
    if columns_left_out(layer):
        feedback.pushWarning(algorithm.tr("Only the first 2,000 columns of the table are read."))
    file = text_file_of(layer, parameters[INPUT])
    header = [field.name() for field in source.fields()] if file is None else list(file.names)
    raw = needs_preparing(algorithm, parameters, context, layer, header)
    profile = profile_for(algorithm, parameters, context, header) if settled and not raw else None
    progress = progress_steps(feedback, 0, 35)
    if file is not None:
        frame, points = _read_file(file, feedback, progress), None
    else:
        with_points = _of_points(source) and not (profile is not None and _located(header, profile))
        with_points = with_points and (settled or source.sourceCrs().isValid())
        frame, points = _texts(source, with_points, context, progress)
        check_complete(layer, announced, len(frame))
        whole = whole_text_of(layer, parameters[INPUT])
        if whole is not None:
            check_all_lines_read(whole, frame)
    noted: Sequence[Note] = []
    as_is = None
    if raw:
        (frame, noted), *others = prepared(algorithm, parameters, context, frame, layer, feedback)
        as_is = others[0] if others else None
    known = _known(algorithm, parameters, context, feedback)
    admin = _admin(algorithm, parameters, context, feedback)
    gazetteer = _gazetteer(algorithm, parameters, context, feedback)
    rows = SourceRows(frame, points, noted, known, gazetteer, admin, as_is)
    if raw and settled:
        profile = _profile(algorithm, parameters, context, rows.headers())
    return (rows if profile is None else rows.read_by(profile)), profile


def _profile(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    headers: Sequence[list[str]],
) -> Profile:
    """The profile of the parameters, or that which fits the first of some headers that any fits."""
    for header in headers[:-1]:
        try:
            return profile_for(algorithm, parameters, context, header)
        except ProfileError:
            continue
    return profile_for(algorithm, parameters, context, headers[-1])


def input_source(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsFeatureSource:
    """The table to import; raises QgsProcessingException, for a server with its address."""
    source = algorithm.parameterAsSource(parameters, INPUT, context)
    if source is None:
        sentence = unreachable(parameters.get(INPUT))
        raise QgsProcessingException(sentence or algorithm.invalidSourceError(parameters, INPUT))
    return source


def _known(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> tuple[pd.DataFrame, np.ndarray | None] | None:
    source = _optional_source(algorithm, KNOWN, parameters, context)
    if source is None:
        return None
    return _texts(source, _of_points(source), context, progress_steps(feedback, 35, 35))


def _gazetteer(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Gazetteer | None:
    path = list_file(parameters.get(GAZETTEER))
    source = None if path is not None else _optional_source(algorithm, GAZETTEER, parameters, context)
    progress = progress_steps(feedback, 35, 35)
    return gazetteer_of(path, source and _texts(source, _of_points(source), context, progress))


def _admin(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> AdminLayer | None:
    import numpy as np
    import shapely

    from ..core.importing.neighbours import AdminLayer

    source = _optional_source(algorithm, ADMIN, parameters, context)
    if source is None:
        return None
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise QgsProcessingException(
            algorithm.tr("{0} needs a layer of polygons; choose another layer.").format(ADMIN)
        )
    columns, geometries = read_columns(
        source,
        progress_steps(feedback, 35, 35),
        geometry=True,
        crs=wgs84(),
        transform_context=context.transformContext(),
    )
    there = [place for place, geometry in enumerate(geometries) if not geometry.isEmpty()]
    wkb = [bytes(geometries[place].asWkb()) for place in there]
    return AdminLayer(
        np.array(shapely.make_valid(shapely.from_wkb(wkb)), dtype=object).reshape(-1),
        {name: [as_text(values[place]) for place in there] for name, values in columns.items()},
    )


def _optional_source(
    algorithm: AsmAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsFeatureSource | None:
    """The source of a parameter, None when it is not given; raises when it cannot be opened."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None and parameters.get(name):
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return source


def _texts(
    source: QgsFeatureSource, with_points: bool, context: QgsProcessingContext, progress
) -> tuple[pd.DataFrame, np.ndarray | None]:
    """The source as text columns, and its points in EPSG:4326 when asked for."""
    import numpy as np
    import pandas as pd

    if not with_points:
        columns, _ = read_columns(source, progress)
        points = None
    else:
        columns, geometries = read_columns(
            source, progress, geometry=True, crs=wgs84(), transform_context=context.transformContext()
        )
        points = np.array([_coordinates(geometry) for geometry in geometries], dtype=float).reshape(-1, 2)
    texts = {name: [as_text(value) for value in values] for name, values in columns.items()}
    return pd.DataFrame(texts, dtype=object), points


def _read_file(file: TextFile, feedback: QgsProcessingFeedback, progress) -> pd.DataFrame:
    from ..core.importing.text_file import FALLBACK_ENCODING, read_text_file

    if file.encoding == FALLBACK_ENCODING:
        feedback.pushInfo(
            AsmAlgorithm.tr("{file} is read as {encoding}").format(
                file=file.path.name, encoding=file.encoding
            )
        )
    return read_text_file(file, progress)


def _located(header: Sequence[str], profile: Profile) -> bool:
    """Whether columns give coordinates, so that the layer's own points are not used."""
    has = {name.casefold() for name in header}
    columns = {key: column.casefold() for key, column in profile.columns.items()}
    located = columns.get("longitude") in has and columns.get("latitude") in has
    return located or columns.get("geometry") in has


def _of_points(source: QgsFeatureSource) -> bool:
    return QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry


def _coordinates(geometry: QgsGeometry) -> tuple[float, float]:
    """Of a point, or of a multipoint of one; NaN for anything else."""
    if geometry.isNull() or geometry.isEmpty():
        return float("nan"), float("nan")
    points = geometry.asMultiPoint() if geometry.isMultipart() else [geometry.asPoint()]
    if len(points) != 1:
        return float("nan"), float("nan")
    return points[0].x(), points[0].y()
