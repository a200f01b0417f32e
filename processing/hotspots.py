"""asm:hotspots: where high values, or low ones, lie together."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterField

from .cluster_algorithm import ClusterAlgorithm
from .cluster_analysis import Question
from .cluster_sites import INPUT


class HotSpots(ClusterAlgorithm):
    """Getis-Ord G and G*."""

    FIELD, STATISTIC = "FIELD", "STATISTIC"

    def name(self) -> str:
        return "hotspots"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Hot and cold spots (Getis-Ord)")

    def tags(self) -> list[str]:
        return self.tr("Getis,Ord,Gi,hot spot,cold spot,cluster,autocorrelation,GeoDa").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Finds sites around which values are higher (hot) or lower (cold) than chance would put there. gstar "
            "counts the site itself among its neighbours, g does not. Unlike Moran's I it does not tell sites that "
            "stand out from those around them.\n\n"
            "Values should be 0 or above. Of a scorecard, a hot spot of levels is a good place, a cold spot a bad "
            "one. Sites without a value are left out, counted and kept in the output with class 5.\n\n"
            "A hot spot says where, not why: see the help page on clusters."
        )

    def add_fields(self) -> None:
        field = QgsProcessingParameterField(self.FIELD, self.tr("Field"), None, INPUT)
        self.add(field, self.tr("Numbers, levels, or yes and no."))
        self.add_choice(
            self.STATISTIC,
            self.tr("Statistic"),
            ["gstar", "g"],
            self.tr("gstar: with the site itself. g: its neighbours alone."),
        )

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        field = self.parameterAsString(parameters, self.FIELD, context)
        return Question(self.parameterAsEnumString(parameters, self.STATISTIC, context), (field,))
