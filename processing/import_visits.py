"""asm:importvisits, visits to mine sites from any table into the atlas tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsFeatureSource,
    QgsGeometry,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..cartography.layer_metadata import file_of, stated_metadata
from .algorithm import RESOURCES, AsmAlgorithm, plugin_version, progress_steps
from .frames import as_text, read_columns, wgs84
from .gazetteer_source import KEY as GAZETTEER
from .gazetteer_source import add_gazetteer, gazetteer_of, list_file, without_list
from .import_profiles import add_profile_parameters, input_with_sheet, profile_for, to_wgs84
from .live_sources import check_complete, unreachable
from .outputs import describe, style_table_on_load, write_table
from .own_tables_source import import_atlas, is_atlas, metadata_again, warn_unused
from .shapefiles import in_own_encoding
from .survey_source import (
    FORM,
    add_survey_parameters,
    choose_sheet,
    needs_preparing,
    prepared,
    unread_repeats,
)
from .text_source import columns_left_out, text_file_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.importing.gazetteer import Gazetteer
    from ..core.importing.importer import ImportResult
    from ..core.importing.neighbours import AdminLayer
    from ..core.importing.notes import Note
    from ..core.importing.profile import Profile
    from ..core.importing.text_file import TextFile

VOCABULARIES = RESOURCES / "vocabularies"
_RELEASE = re.compile(r"(20\d\d-\d\d(?:-\d\d)?)(?!\d)")


@dataclass(frozen=True)
class SourceRows:
    """What an import reads before a profile is applied.

    frame: text columns. points: (n, 2) degrees of EPSG:4326, the layer's own, None where it has none.
    noted: what was found while reading. known: known sites as text columns, and their points. admin: units that locations are checked against.
    """

    frame: pd.DataFrame
    points: np.ndarray | None
    noted: Sequence[Note]
    known: tuple[pd.DataFrame, np.ndarray | None] | None
    gazetteer: Gazetteer | None
    admin: AdminLayer | None


class ImportVisits(AsmAlgorithm):
    """Turns a table of visits and status decisions into sites, visits, actors, statuses and findings."""

    INPUT = "INPUT"
    KNOWN = "KNOWN"
    REPAIR = "REPAIR"
    ADMIN = "ADMIN"
    OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
    STYLED = ("SITES", "VISITS", "FINDINGS")
    COUNTS = ("N_ROWS", "N_VISITS", "N_STATUSES", "N_REJECTED", "N_SITES", "N_FINDINGS")

    def name(self) -> str:
        return "importvisits"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Import mine-site visits")

    def group(self) -> str:
        return self.tr("Sites")

    def groupId(self) -> str:  # noqa: N802
        return "sites"

    def tags(self) -> list[str]:
        return self.tr("IPIS,artisanal,mine,survey,open data,import,clean").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Reads visits to artisanal mine sites, such as the open data of IPIS, from any table or layer "
            "and sorts them into sites, visits, armed actors and status decisions.\n\n"
            "Each source row becomes exactly one of a visit, a status decision or a rejected row. Blank "
            "answers stay unknown and never become no; questions that the table does not have are marked "
            "not asked. The latest visit of the source's own teams speaks for a site; rows told by third "
            "parties are kept as visits but do not speak.\n\n"
            "Whatever was recoded, doubtful or left out is a row of the findings: look at them before "
            "using the sites. Nothing is repaired silently, and doubtful coordinates are not used.\n\n"
            "The visits of an atlas may be imported again, such as the table visits of an atlas.gpkg: nothing "
            "changes but what you have changed. Actors, statuses and sites are read from the same GeoPackage."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        source = QgsProcessingParameterFeatureSource(
            self.INPUT, self.tr("Visits table"), [QgsProcessing.SourceType.TypeVector]
        )
        source.setHelp(
            self.tr(
                "Any table or layer that QGIS opens: CSV, spreadsheet, GeoPackage, database. "
                "Coordinates come from its columns, else from its points."
            )
        )
        known = QgsProcessingParameterFeatureSource(
            self.KNOWN,
            self.tr("Known sites"),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        )
        known.setHelp(
            self.tr(
                "Sites with fields pcode or name, and points or fields longitude and latitude, such as the "
                "sites of an earlier import. They place sites without a location: by pcode, else by name "
                "within the same territory or province. The field location_quality says which."
            )
        )
        self.addParameter(source)
        add_profile_parameters(self)
        add_survey_parameters(self)
        self.addParameter(known)
        repair = QgsProcessingParameterBoolean(
            self.REPAIR, self.tr("Repair doubtful locations"), defaultValue=False
        )
        repair.setHelp(
            self.tr(
                "Reads swapped coordinates, lost decimal points, and degrees, minutes and seconds where only "
                "one reading lies in the country. Each repair is a finding. When off, such locations are not "
                "used and the finding says what a repair would do."
            )
        )
        admin = QgsProcessingParameterFeatureSource(
            self.ADMIN,
            self.tr("Administrative units"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        admin.setHelp(
            self.tr(
                "Provinces or territories to check locations against; the field of their names is found by "
                "the names in the table. A location more than 500 m outside the unit that its row states is "
                "a finding, with the nearest unit and the distance."
            )
        )
        self.addParameter(repair)
        self.addParameter(admin)
        add_gazetteer(self)
        point, table = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVector
        for name, text, kind, optional, help_text in (
            ("SITES", self.tr("Sites"), point, False, self.tr("One point a site, with the latest answers.")),
            ("VISITS", self.tr("Visits"), point, False, self.tr("One row a visit, third parties included.")),
            ("ACTORS", self.tr("Actors"), table, True, self.tr("Armed and state actors of each visit.")),
            ("STATUSES", self.tr("Statuses"), table, True, self.tr("Qualification and programme lists.")),
            (
                "FINDINGS",
                self.tr("Findings"),
                point,
                False,
                self.tr("What was recoded, doubtful, left out or rejected, with the source row."),
            ),
        ):
            sink = QgsProcessingParameterFeatureSink(name, text, kind, None, optional)
            sink.setHelp(help_text)
            self.addParameter(sink)
        for name, text in zip(
            self.COUNTS,
            (
                self.tr("Source rows"),
                self.tr("Visits"),
                self.tr("Status decisions"),
                self.tr("Rejected rows"),
                self.tr("Sites"),
                self.tr("Findings"),
            ),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        return super().checkParameterValues(without_list(parameters), context)

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        parameters = input_with_sheet(self, parameters, context, self.INPUT)
        parameters = choose_sheet(self, parameters, context, self.INPUT)
        source = self._source(parameters, context)
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if is_atlas(self, parameters, context, source):
            warn_unused((self.KNOWN, GAZETTEER, self.ADMIN, self.REPAIR), parameters, feedback)
            result = import_atlas(source, layer, feedback)
            return self._write(result, partial(metadata_again, layer), parameters, context, feedback)
        rows, profile = self.read(parameters, context, feedback)
        feedback.pushInfo(
            self.tr("Profile {id}, version {version}").format(id=profile.id, version=profile.version)
        )
        repair = self.parameterAsBoolean(parameters, self.REPAIR, context)
        result = self.imported(rows, profile, repair, context, progress_steps(feedback, 35, 70))
        del rows  # of a million rows the table is a gigabyte
        form = self.parameterAsFile(parameters, FORM, context)
        metadata = partial(self._metadata, profile, result, source, layer, form)
        return self._write(result, metadata, parameters, context, feedback)

    def _write(
        self,
        result: ImportResult,
        metadata: Callable[[str], QgsLayerMetadata],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write the outputs. metadata: that of an output, by its title."""
        self._report(result, feedback)
        progress_steps(feedback, 70, 100)(0)
        rows = sum(len(getattr(result, name.lower())) for name in self.OUTPUTS)
        written = 0
        results: dict[str, Any] = {}
        for name in self.OUTPUTS:
            table = getattr(result, name.lower())

            def progress(fraction: float, before: int = written, n: int = len(table)) -> None:
                feedback.setProgress(70 + 30 * (before + fraction * n) / max(rows, 1))

            dest = write_table(self, name, parameters, context, name.lower(), table, progress=progress)
            written += len(table)
            if dest is not None:
                results[name] = dest
                title = self.parameterDefinition(name).description()
                describe(dest, metadata(title), context)
                if name in self.STYLED:
                    style_table_on_load(dest, context, name.lower())
        feedback.setProgress(100)
        return {**results, **{name: result.counts[name.lower()] for name in self.COUNTS}}

    def read(
        self,
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
        source = self._source(parameters, context)
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        own = in_own_encoding(layer, parameters[self.INPUT])
        if own is not None:
            feedback.pushInfo(self.tr("The texts of {0} are read as cp1252").format(layer.name()))
            source = own
        # Asked before the rows are read: a server's later answer counts only what it has sent.
        announced = source.featureCount()
        if columns_left_out(layer):
            feedback.pushWarning(self.tr("Only the first 2,000 columns of the table are read."))
        file = text_file_of(layer, parameters[self.INPUT])
        header = [field.name() for field in source.fields()] if file is None else list(file.names)
        raw = needs_preparing(self, parameters, context, layer, header)
        profile = profile_for(self, parameters, context, header) if settled and not raw else None
        progress = progress_steps(feedback, 0, 35)
        if file is not None:
            frame, points = self._read_file(file, feedback, progress), None
        else:
            with_points = _of_points(source) and not (profile is not None and _located(header, profile))
            with_points = with_points and (settled or source.sourceCrs().isValid())
            frame, points = self._texts(source, with_points, context, progress)
            check_complete(layer, announced, len(frame))
        noted: Sequence[Note] = unread_repeats(layer, header)
        if raw:
            frame, noted = prepared(self, parameters, context, frame, layer, feedback)
            profile = profile_for(self, parameters, context, list(frame.columns)) if settled else None
        known, admin = self._known(parameters, context, feedback), self._admin(parameters, context, feedback)
        gazetteer = self._gazetteer(parameters, context, feedback)
        return SourceRows(frame, points, noted, known, gazetteer, admin), profile

    def imported(
        self, rows: SourceRows, profile: Profile, repair: bool, context: QgsProcessingContext, progress
    ) -> ImportResult:
        """The atlas tables of all rows, nothing written. Raises AsmAtlasError."""
        from ..core.importing.importer import import_visits
        from ..core.importing.known_sites import known_sites
        from ..core.vocabulary import read_vocabularies

        return import_visits(
            rows.frame,
            profile,
            read_vocabularies(VOCABULARIES),
            points=rows.points,
            known=known_sites(rows.known[0], profile, rows.known[1]) if rows.known is not None else None,
            gazetteer=rows.gazetteer,
            repair=repair,
            admin=rows.admin,
            to_wgs84=to_wgs84(self, profile, context),
            language="fr" if QgsApplication.locale().startswith("fr") else "en",
            noted=rows.noted,
            progress=progress,
        )

    def _source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsFeatureSource:
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            sentence = unreachable(parameters.get(self.INPUT))
            raise QgsProcessingException(sentence or self.invalidSourceError(parameters, self.INPUT))
        return source

    def _known(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[pd.DataFrame, np.ndarray | None] | None:
        source = self._optional_source(self.KNOWN, parameters, context)
        if source is None:
            return None
        return self._texts(source, _of_points(source), context, progress_steps(feedback, 35, 35))

    def _gazetteer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Gazetteer | None:
        path = list_file(parameters.get(GAZETTEER))
        source = None if path is not None else self._optional_source(GAZETTEER, parameters, context)
        progress = progress_steps(feedback, 35, 35)
        return gazetteer_of(path, source and self._texts(source, _of_points(source), context, progress))

    def _admin(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> AdminLayer | None:
        import numpy as np
        import shapely

        from ..core.importing.neighbours import AdminLayer

        source = self._optional_source(self.ADMIN, parameters, context)
        if source is None:
            return None
        if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
            raise QgsProcessingException(
                self.tr("{0} needs a layer of polygons; choose another layer.").format(self.ADMIN)
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
        self, name: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsFeatureSource | None:
        """The source of a parameter, None when it is not given; raises when it cannot be opened."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None and parameters.get(name):
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source

    def _texts(
        self, source: QgsFeatureSource, with_points: bool, context: QgsProcessingContext, progress
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

    def _read_file(self, file: TextFile, feedback: QgsProcessingFeedback, progress) -> pd.DataFrame:
        from ..core.importing.text_file import FALLBACK_ENCODING, read_text_file

        if file.encoding == FALLBACK_ENCODING:
            feedback.pushInfo(
                self.tr("{file} is read as {encoding}").format(file=file.path.name, encoding=file.encoding)
            )
        return read_text_file(file, progress)

    def _report(self, result: ImportResult, feedback: QgsProcessingFeedback) -> None:
        for name, text in (
            ("n_rows", self.tr("{n} source rows")),
            ("n_visits", self.tr("{n} visits")),
            ("n_third_party", self.tr("{n} of them told by third parties")),
            ("n_statuses", self.tr("{n} status decisions")),
            ("n_rejected", self.tr("{n} rejected rows")),
            ("n_sites", self.tr("{n} sites")),
            ("n_findings", self.tr("{n} findings")),
        ):
            feedback.pushInfo(text.format(n=result.counts[name]))
        counts = result.findings.groupby(["severity", "rule"]).size()
        for (severity, rule), number in counts.sort_values(ascending=False).items():
            line = f"  {severity}: {rule} {number}"
            if severity == "info":
                feedback.pushInfo(line)
            else:
                feedback.pushWarning(line)

    def _metadata(
        self,
        profile: Profile,
        result: ImportResult,
        source: QgsFeatureSource,
        layer: QgsMapLayer | None,
        form: str,
        title: str,
    ) -> QgsLayerMetadata:
        """What travels with the outputs; rights that the input layer states go before the profile's."""
        path = file_of(layer)
        name = path.name if path is not None else source.sourceName()
        release = _RELEASE.search(name)
        stated = stated_metadata(layer)
        language = "fr" if QgsApplication.locale().startswith("fr") else "en"
        metadata = QgsLayerMetadata()
        metadata.setType("dataset")
        metadata.setTitle(f"{title}: {stated.title() or profile.label[language]}")
        metadata.setAbstract(stated.abstract())
        metadata.setLicenses(stated.licenses() or [text for text in (profile.licence,) if text])
        credit = profile.credit_sentence(release.group(1) if release else None)
        metadata.setRights(stated.rights() or [text for text in (credit,) if text])
        metadata.setParentIdentifier(stated.parentIdentifier() or name)
        metadata.setCrs(wgs84())
        dates = result.visits["visit_date"].dropna()
        if len(dates):
            extent = QgsLayerMetadata.Extent()
            extent.setTemporalExtents([QgsDateTimeRange(_midnight(dates.min()), _midnight(dates.max()))])
            metadata.setExtent(extent)
        form_read = self.tr("Survey form: {file}.").format(file=Path(form).name)
        metadata.setHistory(
            [
                *stated.history(),
                *([form_read] if form else []),
                self.tr("Imported from {file} with profile {id} {version} by ASM Atlas {plugin}.").format(
                    file=name, id=profile.id, version=profile.version, plugin=plugin_version()
                ),
            ]
        )
        return metadata


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


def _midnight(stamp: pd.Timestamp) -> QDateTime:
    return QDateTime(QDate(stamp.year, stamp.month, stamp.day), QTime(0, 0))
