"""asm:localgeary: where sites are like their neighbours, in one field or in several at once."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterField

from .cluster_algorithm import ClusterAlgorithm
from .cluster_analysis import Question
from .cluster_sites import INPUT


class LocalGeary(ClusterAlgorithm):
    """Local Geary's c of one field or of several."""

    FIELDS = "FIELDS"

    def name(self) -> str:
        return "localgeary"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Local likeness (Geary's c)")

    def tags(self) -> list[str]:
        return self.tr("LISA,Geary,cluster,multivariate,autocorrelation,GeoDa,scorecard").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Measures how much each site differs from its neighbours, in one field or in several taken together, "
            "such as security, state services and access. Small differences are likeness (positive), large ones mark "
            "a site unlike those around it (negative).\n\n"
            "With one field, likeness is told apart: both high, both low, or on both sides of the mean. With "
            "several, alike says nothing of high or low: see the fields one by one.\n\n"
            "Sites that lack one of the fields are left out, counted and kept in the output with class 5. A cluster "
            "says where like lies by like, not why: see the help page on clusters."
        )

    def add_fields(self) -> None:
        field = QgsProcessingParameterField(self.FIELDS, self.tr("Fields"), None, INPUT, allowMultiple=True)
        self.add(field, self.tr("Numbers, levels, or yes and no. Each counts the same, whatever its unit."))

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        fields = tuple(dict.fromkeys(self.parameterAsFields(parameters, self.FIELDS, context)))
        if len(fields) == 1:
            return Question("geary", fields, spreads=(1, 2, 3))
        return Question("geary_multivariate", fields, spreads=(1,))
