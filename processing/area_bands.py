"""asm:areabands: distance bands round protected areas as rings."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime

from ..cartography.layer_metadata import stated_metadata
from .algorithm import AsmAlgorithm, progress_steps
from .area_layers import read_areas, with_polygons
from .frames import features_of, fields_of, wgs84
from .outputs import describe, style_table_on_load, write_features


class AreaBands(AsmAlgorithm):
    """All that lies within 1 km of any area, then 1 to 5 km, and so on: one ring a band."""

    GROUP = "areas"
    INPUT = "INPUT"
    BANDS = "BANDS"
    SECOND_TIER = "SECOND_TIER"
    OUTPUT = "OUTPUT"
    NUMBERS = ("N_AREAS", "N_LEFT_OUT", "N_RINGS")

    def name(self) -> str:
        return "areabands"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Draw distance bands round areas")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes the distance bands of 'Set sites against protected areas' visible: one ring for each band "
            "round all areas together, from the boundary outwards. The rings touch and do not overlap; the "
            "areas themselves are left out.\n\n"
            "The rings follow the distance on the WGS 84 ellipsoid to less than 0.5 % of it, anywhere and "
            "whatever the layer's projection. They are for maps: in which band a site lies is told by 'Set "
            "sites against protected areas', which measures each distance."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, self.tr("Protected areas"), [polygon, point]),
            self.tr("The areas as in 'Set sites against protected areas'; best the prepared ones."),
        )
        self.add(
            QgsProcessingParameterString(
                self.BANDS, self.tr("Distance bands (km)"), defaultValue="1, 5, 10, 50"
            ),
            self.tr("Upper limits in kilometres, rising, at most 1000."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.SECOND_TIER, self.tr("Use areas of the second tier"), defaultValue=False
            ),
            self.tr(
                "For the output of 'Prepare protected areas': also areas that are only proposed, of unknown "
                "status or UNESCO-MAB reserves. Without it they are left out and named in the log."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Bands round areas"), polygon),
            self.tr("A ring for each band with band, from_km, to_km and area_ha, in EPSG:4326."),
        )
        for number, title in zip(
            self.NUMBERS, (self.tr("Areas used"), self.tr("Areas left out"), self.tr("Rings"))
        ):
            self.addOutput(QgsProcessingOutputNumber(number, title))

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.areas.bands import Bands
        from ..core.areas.rings import RING_COLUMNS, rings_of

        bands = Bands.from_text(self.parameterAsString(parameters, self.BANDS, context))
        source = self.given_source(self.INPUT, parameters, context)
        second_tier = self.parameterAsBool(parameters, self.SECOND_TIER, context)
        areas = read_areas(source, "", context, progress_steps(feedback, 0, 20), second_tier)
        rings = rings_of(areas.polygons, bands, progress_steps(feedback, 20, 95))
        left_out = areas.frame["area_name"].iloc[rings.beyond_pole].astype(str).tolist()
        for line in areas.report:
            feedback.pushWarning(line)
        if left_out:
            feedback.pushWarning(
                self.tr("Left out, the bands reach over a pole: {0}.").format("; ".join(left_out))
            )
        n_areas = len(areas.frame) - len(left_out)
        for row in rings.frame.to_dict("records"):
            feedback.pushInfo(self.tr("{0}: {1} ha").format(row["band"], f"{row['area_ha']:,.0f}"))

        progress = progress_steps(feedback, 95, 99)
        progress(0.0)
        fields = fields_of(RING_COLUMNS)
        features = features_of(rings.frame, RING_COLUMNS, fields, located=False)
        output = write_features(
            self,
            self.OUTPUT,
            parameters,
            context,
            fields,
            QgsWkbTypes.Type.MultiPolygon,
            with_polygons(features, rings.polygons),
            len(rings.frame),
            progress,
        )
        describe(output, self._metadata(parameters, context, source.sourceName(), n_areas, bands), context)
        style_table_on_load(output, context, "area_bands")
        feedback.setProgress(100)
        counts = (n_areas, areas.n_left_out + len(left_out), len(rings.frame))
        return {self.OUTPUT: output, **dict(zip(self.NUMBERS, counts))}

    def _metadata(
        self, parameters: dict[str, Any], context: QgsProcessingContext, name: str, n_areas: int, bands
    ) -> QgsLayerMetadata:
        """The areas' own metadata, and what was done."""
        metadata = stated_metadata(self.parameterAsVectorLayer(parameters, self.INPUT, context))
        metadata.setCrs(wgs84())
        metadata.addHistoryItem(
            self.tr(
                "{0}: bands {1} km round {2} areas of '{3}' with ASM Atlas (asm:areabands), geodesic distances "
                "on WGS 84."
            ).format(
                QDateTime.currentDateTime().toString("yyyy-MM-dd"),
                ", ".join(f"{limit:g}" for limit in bands.limits_km),
                n_areas,
                name,
            )
        )
        return metadata
