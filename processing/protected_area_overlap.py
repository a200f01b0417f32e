"""asm:protectedareaoverlap: mine sites set against protected areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime

from ..cartography.layer_metadata import stated_metadata
from .algorithm import AsmAlgorithm, progress_steps
from .area_layers import (
    AreaLayer,
    SiteLayer,
    read_areas,
    read_sites,
    site_features,
    site_report,
    with_polygons,
)
from .frames import features_of, fields_of, wgs84
from .outputs import describe, style_table_on_load, write_features

if TYPE_CHECKING:
    from ..core.areas.screening import Screening


class ProtectedAreaOverlap(AsmAlgorithm):
    """Which areas cover each site, which is nearest, how far its boundary is; counts per area."""

    GROUP = "areas"
    SITES = "SITES"
    AREAS = "AREAS"
    BANDS = "BANDS"
    AREA_NAME_FIELD = "AREA_NAME_FIELD"
    SECOND_TIER = "SECOND_TIER"
    OUTPUT = "OUTPUT"
    PAIRS = "PAIRS"
    SUMMARY = "SUMMARY"
    NUMBERS = ("N_SITES", "N_INSIDE", "N_REPAIRED", "N_AREAS", "N_LEFT_OUT", "N_NO_GEOMETRY")

    def name(self) -> str:
        return "protectedareaoverlap"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Set sites against protected areas")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Finds for each mine site the protected areas that cover it, the nearest area, the distance to "
            "its boundary in metres (negative inside) and the distance band. Lists the pairs of site and "
            "area, and counts sites and workers per area.\n\n"
            "Distances are measured on the WGS 84 ellipsoid, whatever the layers' projections. A site on a "
            "boundary is inside. Invalid polygons are repaired and named in the log. Points, as in the World "
            "Database on Protected Areas, become circles of their reported area and are marked as "
            "approximate; points without one are left out and named. QGIS loads a file of polygons and points "
            "as two layers: give the file itself, or run it for both. Every designation in the layer is "
            "used, whatever its status: run 'Prepare protected areas' first to leave out what is no more than "
            "proposed.\n\n"
            "A site inside several areas counts in each of them in the summary, so do not add up its rows; "
            "the totals in the log count each site once."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        table = QgsProcessing.SourceType.TypeVector
        sites = QgsProcessingParameterFeatureSource(self.SITES, self.tr("Mine sites"), [point])
        sites.setHelp(
            self.tr(
                "Points in any projection. The fields pcode (key) and workers are used where they exist; "
                "all fields are kept, earlier pa_ results are replaced."
            )
        )
        areas = QgsProcessingParameterFeatureSource(self.AREAS, self.tr("Protected areas"), [polygon, point])
        areas.setHelp(
            self.tr(
                "Polygons, or points with their area in square kilometres in REP_AREA, in any projection. "
                "The fields of the World Database on Protected Areas are recognised, old and new."
            )
        )
        bands = QgsProcessingParameterString(
            self.BANDS, self.tr("Distance bands (km)"), defaultValue="1, 5, 10, 50"
        )
        bands.setHelp(
            self.tr("Upper limits in kilometres, rising. A site exactly at a limit is in the nearer band.")
        )
        name_field = QgsProcessingParameterField(
            self.AREA_NAME_FIELD,
            self.tr("Name field of the areas"),
            parentLayerParameterName=self.AREAS,
            optional=True,
        )
        name_field.setHelp(self.tr("Found by itself when left empty: NAME_ENG, NAME, nom and the like."))
        second_tier = QgsProcessingParameterBoolean(
            self.SECOND_TIER, self.tr("Use areas of the second tier"), defaultValue=False
        )
        second_tier.setHelp(
            self.tr(
                "For the output of 'Prepare protected areas': also areas that are only proposed, of unknown "
                "status or UNESCO-MAB reserves. Without it they are left out and named in the log."
            )
        )
        output = QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Sites with areas"), point)
        output.setHelp(
            self.tr(
                "The sites with pa_count, pa_names, pa_nearest, pa_distance_m (negative inside), pa_band and "
                "pa_approximate, in EPSG:4326."
            )
        )
        pairs = QgsProcessingParameterFeatureSink(
            self.PAIRS, self.tr("Pairs of site and area"), table, optional=True
        )
        pairs.setHelp(
            self.tr("A row for each site and each area that covers it or lies within the largest band.")
        )
        summary = QgsProcessingParameterFeatureSink(
            self.SUMMARY, self.tr("Areas with counts"), polygon, optional=True
        )
        summary.setHelp(
            self.tr(
                "The areas as used (repaired, circles for points), with sites and workers inside, and in "
                "each band those that lie inside no area."
            )
        )
        for parameter in (sites, areas, bands, name_field, second_tier, output, pairs, summary):
            self.addParameter(parameter)
        for number, title in zip(
            self.NUMBERS,
            (
                self.tr("Sites"),
                self.tr("Sites inside an area"),
                self.tr("Areas repaired"),
                self.tr("Areas used"),
                self.tr("Areas left out"),
                self.tr("Sites without geometry"),
            ),
        ):
            self.addOutput(QgsProcessingOutputNumber(number, title))

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.areas.bands import Bands
        from ..core.areas.screening import SITE_COLUMNS, screen

        bands = Bands.from_text(self.parameterAsString(parameters, self.BANDS, context))
        site_source = self.given_source(self.SITES, parameters, context)
        area_source = self.given_source(self.AREAS, parameters, context)
        name_field = self.parameterAsString(parameters, self.AREA_NAME_FIELD, context)

        sites = read_sites(site_source, context, progress_steps(feedback, 0, 10))
        second_tier = self.parameterAsBool(parameters, self.SECOND_TIER, context)
        areas = read_areas(area_source, name_field, context, progress_steps(feedback, 10, 25), second_tier)
        screening = screen(sites.frame, areas.frame, areas.polygons, bands, progress_steps(feedback, 25, 80))
        self._tell(sites, areas, screening, feedback)

        rows = site_features(sites, screening.sites, SITE_COLUMNS)
        report = progress_steps(feedback, 80, 100)
        report(0.0)
        output = write_features(
            self, self.OUTPUT, parameters, context, rows[0], QgsWkbTypes.Type.Point, rows[1]
        )
        pairs = self._write_pairs(parameters, context, screening)
        summary = self._write_summary(parameters, context, areas, bands, screening)
        site_metadata, area_metadata = self._metadata(
            parameters, context, area_source, len(areas.frame), bands
        )
        describe(output, site_metadata, context)
        describe(pairs, site_metadata, context)
        describe(summary, area_metadata, context)
        style_table_on_load(output, context, "sites_areas")
        style_table_on_load(summary, context, "areas")
        report(1.0)

        totals = screening.totals["sites"].tolist()
        counts = (
            len(sites.frame),
            totals[0],
            int(areas.is_repaired.sum()),
            len(areas.frame),
            areas.n_left_out,
            totals[-1],
        )
        results = {self.OUTPUT: output, **dict(zip(self.NUMBERS, counts))}
        results.update(
            {key: dest for key, dest in ((self.PAIRS, pairs), (self.SUMMARY, summary)) if dest is not None}
        )
        return results

    def _tell(
        self, sites: SiteLayer, areas: AreaLayer, screening: Screening, feedback: QgsProcessingFeedback
    ) -> None:
        """The counts that a user can check, and everything that was not as it should be."""
        for line in areas.report:
            feedback.pushWarning(line)
        for line in site_report(sites):
            feedback.pushWarning(line)
        if not len(screening.pairs):
            feedback.pushWarning(
                self.tr(
                    "No site lies inside an area or within the largest band; check that both layers show the "
                    "same region and that longitude and latitude are not swapped."
                )
            )
        statuses = areas.frame["status"].dropna().value_counts()
        feedback.pushInfo(
            self.tr("{0} areas used, {1} repaired, {2} left out. {3}").format(
                len(areas.frame),
                int(areas.is_repaired.sum()),
                areas.n_left_out,
                ", ".join(f"{status}: {n}" for status, n in statuses.items()),
            )
        )
        feedback.pushInfo(self.tr("Each site counted once:"))
        for row in screening.totals.to_dict("records"):
            workers = "-" if row["workers"] != row["workers"] else f"{row['workers']:,.0f}"
            feedback.pushInfo(
                self.tr("{0}: {1} sites, {2} workers ({3} sites with unknown workers)").format(
                    row["relation"], row["sites"], workers, row["workers_unknown"]
                )
            )

    def _write_pairs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, screening: Screening
    ) -> str | None:
        from ..core.areas.screening import PAIR_COLUMNS

        fields = fields_of(PAIR_COLUMNS)
        features = features_of(screening.pairs, PAIR_COLUMNS, fields, located=False)
        return write_features(
            self, self.PAIRS, parameters, context, fields, QgsWkbTypes.Type.NoGeometry, features
        )

    def _write_summary(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        areas: AreaLayer,
        bands,
        screening: Screening,
    ) -> str | None:
        from ..core.areas.screening import summary_columns

        columns = summary_columns(bands)
        table = screening.summary.assign(
            repaired=["yes" if done else "no" for done in areas.is_repaired.tolist()]
        )
        fields = fields_of(columns)
        features = with_polygons(features_of(table, columns, fields, located=False), areas.polygons)
        return write_features(
            self, self.SUMMARY, parameters, context, fields, QgsWkbTypes.Type.MultiPolygon, features
        )

    def _metadata(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        area_source: QgsProcessingFeatureSource,
        n_areas: int,
        bands,
    ) -> tuple[QgsLayerMetadata, QgsLayerMetadata]:
        """Metadata for the sites and for the areas: each layer's own, rights of both, and what was done."""
        of_sites = stated_metadata(self.parameterAsVectorLayer(parameters, self.SITES, context))
        of_areas = stated_metadata(self.parameterAsVectorLayer(parameters, self.AREAS, context))
        done = self.tr(
            "{0}: set against {1} areas of '{2}' with ASM Atlas (asm:protectedareaoverlap), bands {3} km, "
            "geodesic distances on WGS 84."
        ).format(
            QDateTime.currentDateTime().toString("yyyy-MM-dd"),
            n_areas,
            area_source.sourceName(),
            ", ".join(f"{limit:g}" for limit in bands.limits_km),
        )
        of_sites.setRights(list(dict.fromkeys(of_sites.rights() + of_areas.rights())))
        of_sites.setLicenses(list(dict.fromkeys(of_sites.licenses() + of_areas.licenses())))
        for metadata in (of_sites, of_areas):
            metadata.setCrs(wgs84())
            metadata.addHistoryItem(done)
        return of_sites, of_areas
