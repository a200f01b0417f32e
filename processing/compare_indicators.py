"""asm:compareindicators, two indicators of the scorecard side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from ..cartography.theme import DEFAULT_THEME, read_theme
from ..core.exceptions import TableError
from ..core.figure_tables import COMPARISON, COMPARISON_COUNTS
from .algorithm import AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .outputs import describe, style_table_on_load, write_table
from .scores_source import read_scores, scores_metadata, tell_older_rows

if TYPE_CHECKING:
    from ..core.scorecard.comparison import Comparison
    from ..core.scorecard.correlation import RankCorrelation

_LEGEND_SCALE = 4.0


class CompareIndicators(AsmAlgorithm):
    """A class for each site by two dimensions, counts per class, rank correlation."""

    SCORES, X, Y, CLASSES = "SCORES", "X", "Y", "CLASSES"
    COMPARISON, COUNTS, LEGEND = "COMPARISON", "COUNTS", "LEGEND"
    N_SITES, N_COMPARED, N_UNCERTAIN = "N_SITES", "N_COMPARED", "N_UNCERTAIN"
    RHO, TAU_B = "RHO", "TAU_B"

    def name(self) -> str:
        return "compareindicators"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Compare two indicators")

    def tags(self) -> list[str]:
        return self.tr("bivariate,correlation,Spearman,Kendall,scorecard,score,levels").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Sets two indicators of the scorecard side by side: each site gets a class by both, drawn with a "
            "colour, a shape and a size of its own, and the classes are counted.\n\n"
            "Three classes keep the worst and the best level, on which knock-outs act, and join those "
            "between. Sites without a level in one of the two are not compared; they are counted by the "
            "reason. A level that depends on what is not known is a range: 'certain' counts the sites that "
            "can be in no other class, 'possible' those that may be in it.\n\n"
            "Spearman's rho and Kendall's tau-b (ties counted) are given for the levels and for the scores, "
            "with their number of sites. There are no p-values: the sites visited are no random sample, and "
            "neighbouring sites are not independent. A correlation says nothing of causes."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_table(
            self.SCORES,
            self.tr("Scores"),
            self.tr(
                "The output of 'Responsible mining scorecard'. Of several rows of a site the latest counts."
            ),
        )
        for key, title, default, place in (
            (self.X, self.tr("Indicator across"), "security_level", self.tr("It sets the shape.")),
            (self.Y, self.tr("Indicator upwards"), "formalisation_level", self.tr("It sets the size.")),
        ):
            field = QgsProcessingParameterField(key, title, default, self.SCORES)
            text = self.tr("The field with its level, such as security_level, or its name alone, security.")
            self.add(field, f"{text} {place}")
        self.add_choice(
            self.CLASSES,
            self.tr("Classes"),
            ["three", "each_level"],
            self.tr(
                "three: worst level, those between, best level. each_level: more classes than colours can "
                "tell; shape and size still do."
            ),
        )
        self.add_sink(
            self.COMPARISON,
            self.tr("Sites compared"),
            QgsProcessing.SourceType.TypeVectorPoint,
            self.tr("One point a site with its class, the classes possible, or why it is not compared."),
        )
        self.add_sink(
            self.COUNTS,
            self.tr("Counts"),
            QgsProcessing.SourceType.TypeVector,
            self.tr("One row per pair of classes and per reason for not being compared."),
            optional=True,
        )
        legend = QgsProcessingParameterFileDestination(
            self.LEGEND, self.tr("Legend"), "PNG (*.png)", optional=True, createByDefault=False
        )
        self.add(legend, self.tr("The legend as a picture for print layouts; the layer has it in any case."))
        self.add_numbers(
            {
                self.N_SITES: self.tr("Sites"),
                self.N_COMPARED: self.tr("Sites compared"),
                self.N_UNCERTAIN: self.tr("Sites that may belong to another class"),
                self.RHO: self.tr("Spearman's rho of the levels"),
                self.TAU_B: self.tr("Kendall's tau-b of the levels"),
            }
        )

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.scorecard.comparison import NOT_COMPARED, compare

        scores = read_scores(
            self, self.SCORES, parameters, context, feedback, progress_steps(feedback, 0, 60)
        )
        x, y = (self._dimension(key, scores.dimensions, parameters, context) for key in (self.X, self.Y))
        classes = self.parameterAsEnumString(parameters, self.CLASSES, context)
        found = compare(scores.frame, x, y, scores.level_codes, classes)
        progress_steps(feedback, 60, 75)(1)
        self._tell(found, x, y, feedback)

        done = self.tr("Compared {0} with {1}: {2}").format(x, y, _correlation_line(found.by_level))
        metadata = scores_metadata(self, parameters, context, done)
        metadata.setTitle(self.tr("Sites by {0} and {1}").format(x, y))
        of_sites, of_counts = progress_shares(
            progress_steps(feedback, 75, 99), [len(found.sites), len(found.counts)]
        )
        sites = write_table(
            self, self.COMPARISON, parameters, context, "comparison", found.sites, of_sites, COMPARISON
        )
        counts = write_table(
            self,
            self.COUNTS,
            parameters,
            context,
            "comparison_counts",
            found.counts,
            of_counts,
            COMPARISON_COUNTS,
        )
        describe(sites, metadata, context)
        describe(counts, metadata, context)
        style_table_on_load(sites, context, "comparison")
        results: dict[str, Any] = {self.COMPARISON: sites}
        if counts is not None:
            results[self.COUNTS] = counts
        path = self.parameterAsFileOutput(parameters, self.LEGEND, context)
        if path:
            results[self.LEGEND] = self._write_legend(path, sites, context)
        feedback.setProgress(100)
        compared = found.sites["cell"] != NOT_COMPARED
        results[self.N_SITES] = len(found.sites)
        results[self.N_COMPARED] = int(compared.sum())
        results[self.N_UNCERTAIN] = int((found.sites["uncertain"] == "yes").sum())
        for key, value in ((self.RHO, found.by_level.rho), (self.TAU_B, found.by_level.tau_b)):
            results[key] = None if value != value else value
        return results

    def _dimension(
        self, key: str, dimensions: tuple[str, ...], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> str:
        asked = self.parameterAsString(parameters, key, context)
        for dimension in sorted(dimensions, key=len, reverse=True):
            if asked == dimension or asked.startswith(f"{dimension}_"):
                return dimension
        raise TableError(
            self.tr("{0}: SCORES has no indicator '{1}'; choose one of {2}.").format(
                key, asked, ", ".join(dimensions)
            )
        )

    def _tell(self, found: Comparison, x: str, y: str, feedback: QgsProcessingFeedback) -> None:
        """The counts that a user can check."""
        tell_older_rows(found.n_set_aside, feedback)
        for row in found.counts.to_dict("records"):
            if row["kind"] == "cell":
                line = self.tr("{0} {1}, {2} {3}: {4} sites, {5} of them certain, {6} possible").format(
                    x, row["x_levels"], y, row["y_levels"], row["sites"], row["certain"], row["possible"]
                )
            elif row["kind"] == "not_compared":
                line = self.tr("Not compared, {0}: {1} sites").format(row["reason"], row["sites"])
            elif row["kind"] == "compared":
                line = self.tr("Compared: {0} sites, {1} of them certain").format(
                    row["sites"], row["certain"]
                )
            else:
                line = self.tr("Total: {0} sites").format(row["sites"])
            feedback.pushInfo(line)
        feedback.pushInfo(self.tr("Levels: {0}").format(_correlation_line(found.by_level)))
        feedback.pushInfo(self.tr("Scores: {0}").format(_correlation_line(found.by_score)))

    def _write_legend(self, path: str, dest: str, context: QgsProcessingContext) -> str:
        from ..cartography.pair_legend import draw_pair_key
        from ..cartography.pair_style import comparison_key

        language = language_of_qgis()
        layer = QgsProcessingUtils.mapLayerFromString(dest, context)
        image = draw_pair_key(comparison_key(layer, read_theme(DEFAULT_THEME), language), _LEGEND_SCALE)
        if not image.save(path, "PNG"):
            raise QgsProcessingException(
                self.tr("{0} cannot be written; choose another file or folder.").format(Path(path).name)
            )
        return path


def _correlation_line(found: RankCorrelation) -> str:
    if found.rho != found.rho:
        return AsmAlgorithm.tr("no correlation, one of the two never changes (n = {0})").format(found.n)
    return AsmAlgorithm.tr("Spearman's rho {0:.3f}, Kendall's tau-b {1:.3f} (n = {2})").format(
        found.rho, found.tau_b, found.n
    )
