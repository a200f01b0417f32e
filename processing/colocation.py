"""asm:colocation: where sites with a yes, to one condition or to several at once, lie together."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterField, QgsProcessingParameterNumber

from .cluster_algorithm import ClusterAlgorithm
from .cluster_analysis import Question
from .cluster_sites import INPUT


class Colocation(ClusterAlgorithm):
    """Local join counts of one yes/no field, or of several."""

    FIELDS, AT_MOST = "FIELDS", "AT_MOST"
    STANDARDISED = False

    def name(self) -> str:
        return "colocation"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Co-location (local join counts)")

    def tags(self) -> list[str]:
        return self.tr("join count,co-location,colocation,cluster,binary,yes,no,GeoDa").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "For fields of yes and no, such as presence (armed presence), or levels that are low: counts the "
            "neighbours of each yes that are a yes too, and marks where they are more than chance would put there. "
            "With several fields only sites with a yes to all of them count.\n\n"
            "Unknown is not no: such sites are left out, counted and kept in the output with class 5.\n\n"
            "That two things lie together does not say that one causes the other: see the help page on clusters."
        )

    def add_fields(self) -> None:
        field = QgsProcessingParameterField(self.FIELDS, self.tr("Fields"), None, INPUT, allowMultiple=True)
        self.add(field, self.tr("yes, no and unknown (or 1, 0 and empty); with AT_MOST numbers or levels."))
        number = QgsProcessingParameterNumber
        self.add(
            number(self.AT_MOST, self.tr("Yes up to"), number.Type.Double, None, True),
            self.tr(
                "For numbers and levels: up to this value is a yes, above it a no. Level 1 is the worst."
            ),
        )

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        fields = tuple(dict.fromkeys(self.parameterAsFields(parameters, self.FIELDS, context)))
        at_most = None
        if parameters.get(self.AT_MOST) not in (None, ""):
            at_most = self.parameterAsDouble(parameters, self.AT_MOST, context)
        statistic = "join_count" if len(fields) == 1 else "colocation"
        return Question(statistic, fields, is_yes_no=True, at_most=at_most, spreads=(1,))
