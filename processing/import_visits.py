"""asm:importvisits, visits to mine sites from any table into the atlas tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
)

from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .gazetteer_source import KEY as GAZETTEER
from .gazetteer_source import add_gazetteer, without_list
from .import_metadata import import_metadata
from .import_profiles import add_profile_parameters, input_with_sheet, to_wgs84
from .import_reading import ADMIN, INPUT, KNOWN, SourceRows, input_source, read_rows
from .outputs import describe, style_table_on_load, write_table
from .own_tables_source import import_atlas, is_atlas, metadata_again, warn_unused
from .survey_source import (
    FORM,
    add_survey_parameters,
    choose_sheet,
)

if TYPE_CHECKING:
    from ..core.importing.importer import ImportResult
    from ..core.importing.profile import Profile

VOCABULARIES = RESOURCES / "vocabularies"


class ImportVisits(AsmAlgorithm):
    """Turns a table of visits and status decisions into sites, visits, actors, statuses and findings."""

    INPUT = INPUT
    KNOWN = KNOWN
    REPAIR = "REPAIR"
    ADMIN = ADMIN
    OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
    STYLED = ("SITES", "VISITS", "FINDINGS")
    COUNTS = ("N_ROWS", "N_VISITS", "N_STATUSES", "N_REJECTED", "N_SITES", "N_FINDINGS")

    def name(self) -> str:
        return "importvisits"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Import mine-site visits")

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
        self.add_table(
            self.INPUT,
            self.tr("Visits table"),
            self.tr(
                "Any table or layer that QGIS opens: CSV, spreadsheet, GeoPackage, database. "
                "Coordinates come from its columns, else from its points."
            ),
        )
        add_profile_parameters(self)
        add_survey_parameters(self)
        self.add_table(
            self.KNOWN,
            self.tr("Known sites"),
            self.tr(
                "Sites with fields pcode or name, and points or fields longitude and latitude, such as the "
                "sites of an earlier import. They place sites without a location: by pcode, else by name "
                "within the same territory or province. The field location_quality says which."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.REPAIR, self.tr("Repair doubtful locations"), defaultValue=False
            ),
            self.tr(
                "Reads swapped coordinates, lost decimal points, and degrees, minutes and seconds where only "
                "one reading lies in the country. Each repair is a finding. When off, such locations are not "
                "used and the finding says what a repair would do."
            ),
        )
        admin = QgsProcessingParameterFeatureSource(
            self.ADMIN,
            self.tr("Administrative units"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        self.add(
            admin,
            self.tr(
                "Provinces or territories to check locations against; the field of their names is found by "
                "the names in the table. A location more than 500 m outside the unit that its row states is "
                "a finding, with the nearest unit and the distance."
            ),
        )
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
            self.add_sink(name, text, kind, help_text, optional)
        self.add_numbers(
            dict(
                zip(
                    self.COUNTS,
                    (
                        self.tr("Source rows"),
                        self.tr("Visits"),
                        self.tr("Status decisions"),
                        self.tr("Rejected rows"),
                        self.tr("Sites"),
                        self.tr("Findings"),
                    ),
                )
            )
        )

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
        source = input_source(self, parameters, context)
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if is_atlas(self, parameters, context, source):
            warn_unused((self.KNOWN, GAZETTEER, self.ADMIN, self.REPAIR), parameters, feedback)
            result = import_atlas(source, layer, feedback)
            return self._write(result, partial(metadata_again, layer), parameters, context, feedback)
        rows, profile = read_rows(self, parameters, context, feedback)
        feedback.pushInfo(
            self.tr("Profile {id}, version {version}").format(id=profile.id, version=profile.version)
        )
        self.facts["profile"] = {
            **{"id": profile.id, "version": profile.version, "of": self.INPUT},
            **{"licence": profile.licence, "licence_url": profile.licence_url},
        }
        repair = self.parameterAsBoolean(parameters, self.REPAIR, context)
        result = self.imported(rows, profile, repair, context, progress_steps(feedback, 35, 70))
        del rows  # of a million rows the table is a gigabyte
        form = self.parameterAsFile(parameters, FORM, context)
        metadata = partial(import_metadata, profile, result, source, layer, form)
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
        tables = [getattr(result, name.lower()) for name in self.OUTPUTS]
        shares = progress_shares(progress_steps(feedback, 70, 99), [len(table) for table in tables])
        shares[0](0)
        results: dict[str, Any] = {}
        for name, table, progress in zip(self.OUTPUTS, tables, shares):
            dest = write_table(self, name, parameters, context, name.lower(), table, progress)
            if dest is not None:
                results[name] = dest
                title = self.parameterDefinition(name).description()
                describe(dest, metadata(title), context)
                if name in self.STYLED:
                    style_table_on_load(dest, context, name.lower())
        feedback.setProgress(100)
        return {**results, **{name: result.counts[name.lower()] for name in self.COUNTS}}

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
            language=language_of_qgis(),
            noted=rows.noted,
            progress=progress,
        )

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
