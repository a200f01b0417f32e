"""asm:scoresensitivity, how far levels depend on the weights of a scheme."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
)

from ..core.score_tables import sensitivity_columns
from .algorithm import AsmAlgorithm, language_of_qgis, progress_steps
from .outputs import describe, style_table_on_load, write_table
from .schemes import scheme_line, scored_metadata
from .scored_sites import SCORES, add_scored_sites, read_scored_sites

_STEADY = 0.95  # a level kept in so many draws is called steady in the log and on the map


class ScoreSensitivity(AsmAlgorithm):
    """Draws weights at random around the scheme's and counts how often each site keeps its level."""

    N_DRAWS = "N_DRAWS"
    SEED = "SEED"
    SPREAD = "SPREAD"
    SENSITIVITY = "SENSITIVITY"
    N_SITES = "N_SITES"

    def name(self) -> str:
        return "scoresensitivity"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Sensitivity of scores to weights")

    def tags(self) -> list[str]:
        return self.tr("score,weights,robustness,Dirichlet,Monte Carlo,uncertainty,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Weights are a choice. This draws them at random around those of the scheme and tells for each "
            "site and indicator how often its level stays the same, which other level is the most frequent, "
            "and the share of each level (0: no data).\n\n"
            "The shares of weight of an indicator come from a Dirichlet distribution whose mean is the "
            "scheme: a share p has the standard deviation SPREAD * sqrt(p * (1 - p)). Points, knock-outs, "
            "the least coverage and what is not known stay as they are. Where the worst answer decides, "
            "weights do not matter and every level is kept.\n\n"
            "The same seed gives the same result. It says how far a level hangs on the weights, not whether "
            "it is right."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        add_scored_sites(self)
        number = QgsProcessingParameterNumber
        self.add(
            number(self.N_DRAWS, self.tr("Draws"), number.Type.Integer, 10_000, False, 1, 1_000_000),
            self.tr("How many sets of weights are drawn."),
        )
        self.add(
            number(
                self.SPREAD, self.tr("Spread of the weights"), number.Type.Double, 0.2, False, 0.001, 0.999
            ),
            self.tr(
                "How far weights are drawn from the scheme's, above 0 and below 1. With 0.2 a question that "
                "has half of the weight mostly gets 0.3 to 0.7."
            ),
        )
        self.add(
            number(self.SEED, self.tr("Seed"), number.Type.Integer, 1, False, 0, 2_147_483_647),
            self.tr("Start of the random numbers; the same one gives the same result."),
        )
        self.add_sink(
            self.SENSITIVITY,
            self.tr("Sensitivity"),
            QgsProcessing.SourceType.TypeVectorPoint,
            self.tr("One point a site with the share of draws in which each level stays."),
        )
        self.add_numbers({self.N_SITES: self.tr("Sites")})

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.scorecard.sensitivity import Draws, sensitivity

        draws = Draws(
            self.parameterAsInt(parameters, self.N_DRAWS, context),
            self.parameterAsInt(parameters, self.SEED, context),
            self.parameterAsDouble(parameters, self.SPREAD, context),
        )
        scores, scheme = read_scored_sites(
            self, parameters, context, feedback, progress_steps(feedback, 0, 20)
        )
        table = sensitivity(scores, scheme, draws, progress_steps(feedback, 20, 85))
        language = language_of_qgis()
        for dim in scheme.dimensions:
            keeps = table[f"{dim.id}_keeps"].dropna()
            feedback.pushInfo(
                self.tr(
                    "{label}: {steady} of {n} sites keep their level in at least {share:.0%} of draws"
                ).format(
                    label=dim.label[language],
                    steady=int((keeps >= _STEADY).sum()),
                    n=len(keeps),
                    share=_STEADY,
                )
            )
        feedback.pushInfo(scheme_line(scheme))

        progress = progress_steps(feedback, 85, 99)
        progress(0)
        columns = sensitivity_columns(scheme.dimension_ids, scheme.top_level)
        dest = write_table(
            self, self.SENSITIVITY, parameters, context, "sensitivity", table, progress, columns
        )
        history = self.tr("{n} sets of weights drawn, spread {spread:g}, seed {seed}").format(
            n=draws.n, spread=draws.spread, seed=draws.seed
        )
        title = self.tr("Sensitivity of scores to weights")
        scores_layer = self.parameterAsVectorLayer(parameters, SCORES, context)
        describe(dest, scored_metadata(scores_layer, title, scheme, history), context)
        style_table_on_load(dest, context, "sensitivity")
        feedback.setProgress(100)
        return {self.SENSITIVITY: dest, self.N_SITES: len(table)}
