"""asm:prepareprotectedareas: a layer of protected areas made fit for screening, and what was left out."""

from __future__ import annotations

import re
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
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime

from ..cartography.layer_metadata import stated_metadata
from .algorithm import RESOURCES, AsmAlgorithm, progress_shares, progress_steps
from .area_layers import read_given_areas, with_polygons
from .frames import features_of, fields_of, wgs84
from .outputs import describe, style_table_on_load, write_features, write_table

if TYPE_CHECKING:
    from ..core.areas.preparing import Choices, Prepared

_RULES = RESOURCES / "areas" / "rules.json"
_NAMES_SHOWN = 300  # characters of the names of a rule in the log
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class PrepareProtectedAreas(AsmAlgorithm):
    """Any layer of areas to a clean one with areas on the ellipsoid, and a table of what was left out."""

    GROUP = "areas"
    INPUT = "INPUT"
    STATUSES = "STATUSES"
    SECOND_TIER = "SECOND_TIER"
    MERGE_ZONES = "MERGE_ZONES"
    TOTALS = "TOTALS"
    NAME_FIELD = "NAME_FIELD"
    OUTPUT = "OUTPUT"
    DROPPED = "DROPPED"
    NUMBERS = ("N_GIVEN", "N_AREAS", "N_LEFT_OUT", "AREA_HA")

    def name(self) -> str:
        return "prepareprotectedareas"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Prepare protected areas")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes a layer of protected areas fit for 'Set sites against protected areas': by status, with "
            "repaired polygons, points as circles, and the area in hectares on the WGS 84 ellipsoid. A table "
            "tells for each rule how many areas were left out or changed, and which.\n\n"
            "Reads the World Database on Protected Areas before and after its changes of late 2025, and plain "
            "national layers. Areas that are only proposed, of unknown or another status, and UNESCO-MAB "
            "biosphere reserves are of the second tier: left out unless asked for, and always reported. A "
            "layer without a field of status is taken as designated, which the table notes.\n\n"
            "Every designation stays, however many overlap; for screening leave 'Overlaps' at none. Erased or "
            "dissolved, areas can be added up, but a site would lose designations. The published columns of "
            "area are not used, but for the circles of points."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, self.tr("Protected areas"), [polygon, point]),
            self.tr(
                "Polygons, or points with their area in square kilometres in REP_AREA, in any projection. QGIS "
                "loads a file of both as two layers: give the file itself, or run it for both."
            ),
        )
        self.add_choice(
            self.STATUSES,
            self.tr("Statuses kept"),
            ["unep_wcmc", "wdpar"],
            self.tr(
                "unep_wcmc: Designated, Inscribed, Adopted, Established. wdpar: the same without Adopted, as "
                "that R package does."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.SECOND_TIER, self.tr("Keep the second tier"), defaultValue=False
            ),
            self.tr(
                "Proposed areas, those of unknown or another status and UNESCO-MAB reserves come out too, with "
                "2 in the field tier. Other tools do not know that field."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.MERGE_ZONES, self.tr("Merge zones of one site"), defaultValue=False
            ),
            self.tr(
                "Rows with the same SITE_ID (earlier WDPAID) become one area, of the strictest category."
            ),
        )
        self.add_choice(
            self.TOTALS,
            self.tr("Overlaps (for area totals only)"),
            ["none", "erase", "dissolve"],
            self.tr(
                "none: all areas whole, for screening. erase: overlaps go to the stricter IUCN category, then "
                "the earlier year of status. dissolve: one area."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                self.tr("Name field"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            ),
            self.tr("Found by itself when left empty: NAME_ENG, NAME, nom and the like."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Prepared areas"), polygon),
            self.tr(
                "Polygons in EPSG:4326 with area_ha, tier and tier_reason, approximate (circles) and the fields "
                "of the World Database under names that do not change."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.DROPPED,
                self.tr("Areas left out or changed"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
            ),
            self.tr("A row for each rule that concerned an area: the rule, how many areas, their names."),
        )
        for number, title in zip(
            self.NUMBERS,
            (
                self.tr("Areas given"),
                self.tr("Areas prepared"),
                self.tr("Areas left out"),
                self.tr("Sum of area_ha"),
            ),
        ):
            self.addOutput(QgsProcessingOutputNumber(number, title))

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.areas.area_account import DROPPED_COLUMNS
        from ..core.areas.area_rules import read_area_rules
        from ..core.areas.preparing import PREPARED_COLUMNS, Choices, prepare_areas

        source = self.given_source(self.INPUT, parameters, context)
        choices = Choices(
            self.parameterAsString(parameters, self.STATUSES, context),
            self.parameterAsBool(parameters, self.SECOND_TIER, context),
            self.parameterAsBool(parameters, self.MERGE_ZONES, context),
            self.parameterAsString(parameters, self.TOTALS, context),
        )
        name_field = self.parameterAsString(parameters, self.NAME_FIELD, context)
        given = read_given_areas(source, name_field, context, progress_steps(feedback, 0, 20))
        if choices.merge_zones and "site_id" not in given.fields:
            feedback.pushWarning(self.tr("The layer has no SITE_ID or WDPAID; no zones were merged."))
        prepared = prepare_areas(
            given.frame,
            given.geometries,
            read_area_rules(_RULES),
            choices,
            "status" in given.fields,
            progress_steps(feedback, 20, 80),
        )
        self._tell(prepared, len(given.frame), feedback)

        sizes = [len(prepared.areas), len(prepared.dropped)]
        of_areas, of_dropped = progress_shares(progress_steps(feedback, 80, 99), sizes)
        of_areas(0.0)
        fields = fields_of(PREPARED_COLUMNS)
        features = features_of(prepared.areas, PREPARED_COLUMNS, fields, located=False)
        output = write_features(
            self,
            self.OUTPUT,
            parameters,
            context,
            fields,
            QgsWkbTypes.Type.MultiPolygon,
            with_polygons(features, prepared.polygons),
            len(prepared.areas),
            of_areas,
        )
        dropped = write_table(
            self,
            self.DROPPED,
            parameters,
            context,
            "dropped",
            prepared.dropped,
            of_dropped,
            DROPPED_COLUMNS,
        )
        metadata = self._metadata(parameters, context, source, choices, prepared)
        describe(output, metadata, context)
        describe(dropped, metadata, context)
        style_table_on_load(output, context, "prepared_areas")
        feedback.setProgress(100)
        sum_ha = float(prepared.areas["area_ha"].sum())
        counts = (len(given.frame), len(prepared.areas), prepared.n_left_out, sum_ha)
        results = {self.OUTPUT: output, **dict(zip(self.NUMBERS, counts))}
        return results if dropped is None else {**results, self.DROPPED: dropped}

    def _tell(self, prepared: Prepared, n_given: int, feedback: QgsProcessingFeedback) -> None:
        actions = {
            "left_out": self.tr("left_out"),
            "second_tier": self.tr("second_tier"),
            "changed": self.tr("changed"),
            "noted": self.tr("noted"),
        }
        for row in prepared.dropped.to_dict("records"):
            names = row["names"]
            if len(names) > _NAMES_SHOWN:
                names = names[:_NAMES_SHOWN].rsplit("; ", 1)[0] + "; ..."
            line = self.tr("{0} ({1}), {2}: {3}").format(
                actions[row["action"]], row["count"], row["what"], names
            )
            feedback.pushInfo(line) if row["action"] == "changed" else feedback.pushWarning(line)
        feedback.pushInfo(
            self.tr(
                "{0} areas given, {1} prepared, {2} left out; {3} ha on the ellipsoid in all rows."
            ).format(
                n_given,
                len(prepared.areas),
                prepared.n_left_out,
                f"{prepared.areas['area_ha'].sum():,.0f}",
            )
        )
        if not len(prepared.areas):
            feedback.pushWarning(self.tr("No area is left; see the table of areas left out."))

    def _metadata(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
        choices: Choices,
        prepared: Prepared,
    ) -> QgsLayerMetadata:
        """The source's own metadata, with its month where its name says it, the filters and the counts."""
        metadata = stated_metadata(self.parameterAsVectorLayer(parameters, self.INPUT, context))
        metadata.setCrs(wgs84())
        counts = ", ".join(f"{row['rule']} {row['count']}" for row in prepared.dropped.to_dict("records"))
        month = release_month(f"{source.sourceName()} {metadata.parentIdentifier()}")
        metadata.addHistoryItem(
            self.tr(
                "{0}: prepared from '{1}' ({2}) with ASM Atlas (asm:prepareprotectedareas): statuses {3}, second "
                "tier {4}, zones {5}, overlaps {6}; areas on WGS 84; {7} areas, {8} left out; by rule: {9}."
            ).format(
                QDateTime.currentDateTime().toString("yyyy-MM-dd"),
                source.sourceName(),
                self.tr("release {0}").format(month) if month else self.tr("release not stated"),
                choices.status_set,
                self.tr("kept") if choices.second_tier else self.tr("left out"),
                self.tr("merged") if choices.merge_zones else self.tr("as given"),
                choices.totals,
                len(prepared.areas),
                prepared.n_left_out,
                counts or self.tr("nothing changed"),
            )
        )
        return metadata


def release_month(name: str) -> str:
    """'2026-05' from a name such as WDPA_WDOECM_May2026_Public_COD; '' when it has no month."""
    found = re.search(rf"({'|'.join(_MONTHS)})[a-z]*[ _-]?((?:19|20)\d\d)", name, re.IGNORECASE)
    if not found:
        return ""
    return f"{found[2]}-{_MONTHS.index(found[1].title()) + 1:02d}"
