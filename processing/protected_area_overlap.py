"""asm:protectedareaoverlap: mine sites set against protected areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..cartography.layer_metadata import stated_metadata
from ..cartography.theme import vocabulary_terms
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .area_layers import AreaLayer, read_areas, with_polygons
from .frames import features_of, fields_of, wgs84
from .geopackage import plain_table
from .outputs import describe, style_table_on_load, write_features, write_table
from .overlap_log import tell_counts
from .overlap_note import history_line, note_rows
from .site_shapes import SiteShapes, read_shapes, shape_features
from .unit_polygons import units_of_sites

if TYPE_CHECKING:
    import pandas as pd

    from ..core.areas.screening import Screening
    from ..core.columns import Column

_RULES = RESOURCES / "areas" / "rules.json"


class ProtectedAreaOverlap(AsmAlgorithm):
    """Which areas cover each site, which is nearest, how far its boundary is; counts per area and unit."""

    GROUP = "areas"
    SITES, AREAS, BANDS, SECOND_TIER = "SITES", "AREAS", "BANDS", "SECOND_TIER"
    SITE_KEY, AREA_NAME_FIELD = "SITE_KEY", "AREA_NAME_FIELD"
    ADMIN, ADMIN_NAME_FIELD, N_LARGEST = "ADMIN", "ADMIN_NAME_FIELD", "N_LARGEST"
    OUTPUT, PAIRS, SUMMARY = "OUTPUT", "PAIRS", "SUMMARY"
    BY_UNIT, LARGEST, NOTE = "BY_UNIT", "LARGEST", "NOTE"
    NUMBERS = ("N_SITES", "N_INSIDE", "N_PARTLY", "N_REPAIRED", "N_AREAS", "N_LEFT_OUT", "N_NO_GEOMETRY")

    def name(self) -> str:
        return "protectedareaoverlap"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Set sites against protected areas")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Finds for each mine site the protected areas that cover it, the strictest IUCN category among "
            "them, the nearest area, the distance and direction to its boundary (metres, negative inside) and "
            "the distance band. Sites are points or footprints: polygons of mines, titles or concessions, of "
            "which the share inside is told as well. Lists the pairs of site and area, counts sites and "
            "workers per area and per administrative unit, and names the largest overlaps.\n\n"
            "All distances are measured on the WGS 84 ellipsoid, whatever the layers' projections, and decide "
            "the band themselves, also close to its limits. A point on a boundary, or within 1 mm of it, is "
            "inside. A footprint is inside when all of it is, and at a distance of 0 when it is partly inside; "
            "one that only touches an area is not inside.\n\n"
            "Invalid polygons are repaired and named in the log. Where only the sites or their table by unit are "
            "asked for, areas too far from every site to matter are neither read nor checked; the log tells how many. Points, as in the World Database on Protected "
            "Areas, become circles of their reported area and are marked as approximate; points without one "
            "are left out and named. QGIS loads a file of polygons and points as two layers: give the file "
            "itself, or run it for both. Every designation in the layer is used, whatever its status: run "
            "'Prepare protected areas' first to leave out what is no more than proposed.\n\n"
            "A site inside several areas counts in each of them in the summary, so do not add up its rows; the "
            "totals in the log and the table by unit count each site once."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        source = QgsProcessingParameterFeatureSource
        table, tr = QgsProcessing.SourceType.TypeVector, self.tr
        self.add(
            source(self.SITES, tr("Mine sites"), [point, polygon]),
            tr(
                "Points, or polygons of mines, titles or concessions, in any projection. The fields pcode "
                "(key), workers, minerals, presence, last_visit, admin1 and admin2 are used where they exist; "
                "all fields are kept, earlier pa_ results are replaced."
            ),
        )
        self.add(
            source(self.AREAS, tr("Protected areas"), [polygon, point]),
            tr(
                "Polygons, or points with their area in square kilometres in REP_AREA, in any projection. "
                "The fields of the World Database on Protected Areas are recognised, old and new."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.BANDS, tr("Distance bands (km)"), defaultValue="1, 5, 10, 50"),
            tr("Upper limits in kilometres, rising. A site exactly at a limit is in the nearer band."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_NAME_FIELD,
                tr("Name field of the areas"),
                parentLayerParameterName=self.AREAS,
                optional=True,
            ),
            tr("Found by itself when left empty: NAME_ENG, NAME, nom and the like."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.SECOND_TIER, tr("Use areas of the second tier"), defaultValue=False
            ),
            tr(
                "For the output of 'Prepare protected areas': also areas that are only proposed, of unknown "
                "status or UNESCO-MAB reserves. Without it they are left out and named in the log."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.SITE_KEY,
                tr("Key field of the sites"),
                parentLayerParameterName=self.SITES,
                optional=True,
            ),
            tr("What the tables call a site: pcode when left empty. For titles choose their number."),
        )
        self.add(
            source(self.ADMIN, tr("Administrative units"), [polygon], None, True),
            tr("For the table by unit. Without it the fields admin1 and admin2 of the sites tell the unit."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ADMIN_NAME_FIELD,
                tr("Name field of the units"),
                parentLayerParameterName=self.ADMIN,
                optional=True,
            ),
            tr("Found by itself when left empty: ADM2_FR, ADM1_FR, NAME, nom and the like."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.N_LARGEST,
                tr("Number of largest overlaps"),
                QgsProcessingParameterNumber.Type.Integer,
                10,
                False,
                1,
            ),
            tr("Rows of the table of the largest overlaps."),
            advanced=True,
        )
        self.add_sink(
            self.OUTPUT,
            tr("Sites with areas"),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
            tr(
                "The sites with pa_count, pa_names, pa_iucn (strictest category), pa_nearest, pa_distance_m "
                "(negative inside), pa_bearing, pa_band, pa_approximate and pa_share (of footprints; a point "
                "has no share), in EPSG:4326."
            ),
        )
        self.add_sink(
            self.PAIRS,
            tr("Pairs of site and area"),
            table,
            tr(
                "A row for each site and each area that covers some of it or lies within the largest band; for "
                "footprints with their share and hectares inside."
            ),
            optional=True,
        )
        self.add_sink(
            self.SUMMARY,
            tr("Areas with counts"),
            polygon,
            tr(
                "The areas as used (repaired, circles for points), with sites and workers inside, in each band "
                "those that lie inside no area, and minerals, armed presence and latest visit of those inside."
            ),
            optional=True,
        )
        self.add_sink(
            self.BY_UNIT,
            tr("Sites by administrative unit"),
            table,
            tr(
                "Sites and workers by unit, IUCN category and band. A site counts in one row: with the "
                "strictest category inside, in a band with that of the nearest area. A footprint belongs to "
                "the unit of a point on it."
            ),
            optional=True,
        )
        self.add_sink(
            self.LARGEST,
            tr("Largest overlaps"),
            table,
            tr(
                "Each site once: footprints by the hectares inside an area, points by their workers, then by "
                "the depth inside. Sites whose workers are not known come last; they may be large."
            ),
            optional=True,
        )
        self.add_sink(
            self.NOTE,
            tr("Footnote"),
            table,
            tr(
                "A row for each fact: sources and month, filters, what was left out and why, projections, "
                "ellipsoid and rules."
            ),
            optional=True,
        )
        titles = (
            tr("Sites"),
            tr("Sites inside an area"),
            tr("Footprints partly inside an area"),
            tr("Areas repaired"),
            tr("Areas used"),
            tr("Areas left out"),
            tr("Sites without geometry"),
        )
        self.add_numbers(dict(zip(self.NUMBERS, titles)))

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.areas.area_rules import read_area_rules
        from ..core.areas.bands import INSIDE, Bands
        from ..core.areas.cleaning_near import SitesNear
        from ..core.areas.overlap import ON_BOUNDARY_M
        from ..core.areas.screening import NO_GEOMETRY, screen
        from ..core.areas.screening_columns import (
            LARGEST_COLUMNS,
            NOTE_COLUMNS,
            PAIR_COLUMNS,
            PARTLY,
            SITE_COLUMNS,
            UNIT_COLUMNS,
            summary_columns,
        )

        bands = Bands.from_text(self.parameterAsString(parameters, self.BANDS, context))
        site_source = self.given_source(self.SITES, parameters, context)
        area_source = self.given_source(self.AREAS, parameters, context)
        name_field = self.parameterAsString(parameters, self.AREA_NAME_FIELD, context)
        second_tier = self.parameterAsBool(parameters, self.SECOND_TIER, context)
        key_field = self.parameterAsString(parameters, self.SITE_KEY, context)
        layer = self.parameterAsVectorLayer
        site_layer, area_layer = (layer(parameters, key, context) for key in (self.SITES, self.AREAS))
        site_table = plain_table(parameters.get(self.SITES), site_layer, site_source, context)
        area_table = plain_table(parameters.get(self.AREAS), area_layer, area_source, context)
        progress = progress_steps(feedback, 0, 10)
        sites = read_shapes(site_source, key_field, context, progress, site_table)
        with_pairs = any(parameters.get(key) for key in (self.PAIRS, self.SUMMARY, self.LARGEST))
        near = None
        if not with_pairs and not parameters.get(self.NOTE) and sites.footprints is None:
            near = SitesNear(*sites.frame[["longitude", "latitude"]].to_numpy().T, ON_BOUNDARY_M)
        progress = progress_steps(feedback, 10, 25)
        areas = read_areas(area_source, name_field, context, progress, second_tier, near, area_table)
        language = language_of_qgis()
        screening = screen(
            sites.frame,
            areas.frame,
            areas.polygons,
            bands,
            progress_steps(feedback, 25, 75),
            footprints=sites.footprints,
            with_pairs=with_pairs,
            matters=areas.matters,
            iucn_order=read_area_rules(_RULES).iucn_order,
            mineral_words={term["code"]: term[language] for term in vocabulary_terms("minerals")},
        )
        if site_layer is not None and site_layer == area_layer:
            feedback.pushWarning(
                self.tr(
                    "SITES and AREAS are the same layer, so that each area covers itself; choose the mine sites."
                )
            )
        tell_counts(sites, areas, screening, feedback)
        by_unit = self._by_unit(sites, areas, screening, parameters, context, feedback)
        has_footprints = sites.footprints is not None
        largest = None
        if parameters.get(self.LARGEST):
            from ..core.areas.overlap_tables import largest_overlaps

            n_largest = self.parameterAsInt(parameters, self.N_LARGEST, context)
            largest = largest_overlaps(screening, sites.frame, areas.frame, has_footprints, n_largest)
        of_sites, of_areas = (
            (source.sourceName(), source.sourceCrs(), stated_metadata(layer))
            for source, layer in ((site_source, site_layer), (area_source, area_layer))
        )
        note = note_rows(sites, areas, screening, bands, second_tier, of_sites, of_areas)

        tables = (
            (self.PAIRS, screening.pairs, PAIR_COLUMNS),
            (self.BY_UNIT, by_unit, UNIT_COLUMNS),
            (self.LARGEST, largest, LARGEST_COLUMNS),
            (self.NOTE, note, NOTE_COLUMNS),
        )
        sizes = [0 if frame is None else len(frame) for _, frame, _ in tables]
        of_output, of_summary, *of_tables = progress_shares(
            progress_steps(feedback, 80, 99), [len(sites.frame), len(areas.frame), *sizes]
        )
        of_output(0.0)
        fields, kind, features, rows = shape_features(sites, screening.sites, SITE_COLUMNS)
        n = len(sites.frame)
        written = {
            self.OUTPUT: write_features(
                self, self.OUTPUT, parameters, context, fields, kind, features, n, of_output, rows
            )
        }
        written[self.SUMMARY] = None
        if screening.summary is not None:
            written[self.SUMMARY] = self._write_summary(
                screening.summary,
                areas,
                summary_columns(bands, has_footprints),
                parameters,
                context,
                of_summary,
            )
        for (key, frame, columns), progress in zip(tables, of_tables):
            if frame is not None:
                written[key] = write_table(
                    self, key, parameters, context, key.lower(), frame, progress, columns
                )

        done = history_line(areas, bands, second_tier, of_areas)
        self._describe(written, of_sites[2], of_areas[2], done, context)
        style_table_on_load(written[self.OUTPUT], context, "sites_areas")
        style_table_on_load(written[self.SUMMARY], context, "areas")
        feedback.setProgress(100)

        totals = dict(zip(screening.totals["relation"], screening.totals["sites"].tolist()))
        n_areas = (int(areas.is_repaired.sum()), len(areas.frame), areas.n_left_out)
        counts = (len(sites.frame), totals[INSIDE], totals.get(PARTLY, 0), *n_areas, totals[NO_GEOMETRY])
        return {
            **{key: dest for key, dest in written.items() if dest is not None},
            **dict(zip(self.NUMBERS, counts)),
        }

    def _by_unit(
        self,
        sites: SiteShapes,
        areas: AreaLayer,
        screening: Screening,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> pd.DataFrame | None:
        """The table by unit, None when it was not asked for."""
        from ..core.areas.overlap_tables import by_unit

        has_polygons = bool(parameters.get(self.ADMIN))
        if not parameters.get(self.BY_UNIT):
            if has_polygons:
                feedback.pushWarning(
                    self.tr("ADMIN is not used: no table by unit was asked for; choose a file for BY_UNIT.")
                )
            return None
        source = self.given_source(self.ADMIN, parameters, context) if has_polygons else None
        name_field = self.parameterAsString(parameters, self.ADMIN_NAME_FIELD, context)
        progress = progress_steps(feedback, 75, 80)
        units, report = units_of_sites(sites.frame, source, name_field, context, progress)
        for line in report:
            feedback.pushWarning(line)
        return by_unit(screening, units, sites.frame["workers"].to_numpy(dtype=float), areas.frame)

    def _write_summary(
        self,
        summary: pd.DataFrame,
        areas: AreaLayer,
        columns: tuple[Column, ...],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Callable[[float], None],
    ) -> str | None:
        repaired = ["yes" if done else "no" for done in areas.is_repaired.tolist()]
        fields = fields_of(columns)
        rows = features_of(summary.assign(repaired=repaired), columns, fields, located=False)
        return write_features(
            self,
            self.SUMMARY,
            parameters,
            context,
            fields,
            QgsWkbTypes.Type.MultiPolygon,
            with_polygons(rows, areas.polygons),
            len(areas.frame),
            progress,
        )

    def _describe(
        self, written: dict[str, str | None], of_sites, of_areas, done: str, context: QgsProcessingContext
    ) -> None:
        """Put on each output the metadata of its layer, the rights of both, and what was done."""
        of_sites.setRights(list(dict.fromkeys(of_sites.rights() + of_areas.rights())))
        of_sites.setLicenses(list(dict.fromkeys(of_sites.licenses() + of_areas.licenses())))
        for metadata in (of_sites, of_areas):
            metadata.setCrs(wgs84())
            metadata.addHistoryItem(done)
        for key, dest in written.items():
            describe(dest, of_areas if key == self.SUMMARY else of_sites, context)
