"""What the algorithms of local statistics share: their parameters, the order of work, and what is said."""

from __future__ import annotations

import json
from typing import Any, Callable

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..cartography.cluster_method import CLUSTER_KEYWORD, count_lines, method_lines
from ..cartography.layer_metadata import stated_metadata
from .algorithm import AsmAlgorithm, language_of_qgis, progress_steps
from .cluster_analysis import Found, Question, Values, method_of, read_values, shares_held, site_table
from .cluster_inference import HOLD_DRAWS, add_inference, given_inference
from .cluster_neighbours import add_neighbours, neighbour_weights, write_weights
from .cluster_outputs import add_outputs, class_labels, write_outputs
from .cluster_pictures import CONNECTIVITY_MAP, add_connectivity_map, picture_file, write_map
from .cluster_sites import INPUT, add_choice_of_sites, add_sites, read_cluster_sites
from .frames import wgs84


class ClusterAlgorithm(AsmAlgorithm):
    """An algorithm of local statistics; subclasses add their fields and tell the question.

    STANDARDISED: whether the weights of a site add up to 1 unless the user says otherwise. PICTURES: keys of outputs that
    are PNG or SVG.
    """

    GROUP = "clusters"
    STANDARDISED = True
    PICTURES: tuple[str, ...] = (CONNECTIVITY_MAP,)
    N_SITES, N_USED, N_LEFT_OUT, N_ISOLATED = "N_SITES", "N_USED", "N_LEFT_OUT", "N_ISOLATED"
    N_SIGNIFICANT, N_CLUSTERS, OVERALL, OVERALL_P = "N_SIGNIFICANT", "N_CLUSTERS", "OVERALL", "OVERALL_P"

    def add_fields(self) -> None:
        """Add the parameters of the fields."""
        raise TypeError(f"{type(self).__name__} must define add_fields.")

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        """What the parameters ask for."""
        raise TypeError(f"{type(self).__name__} must define question.")

    def add_more_outputs(self) -> None:
        """Add outputs of one algorithm alone."""

    def write_more(
        self,
        found: Found,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        report: Callable[[float], None],
    ) -> dict[str, Any]:
        """Write them, the last of all; their values by key."""
        return {}

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        add_sites(self)
        self.add_fields()
        add_neighbours(self, self.STANDARDISED)
        add_inference(self)
        add_choice_of_sites(self)
        add_outputs(self)
        add_connectivity_map(self)
        self.add_more_outputs()
        self.add_numbers(
            {
                self.N_SITES: self.tr("Sites"),
                self.N_USED: self.tr("Sites used"),
                self.N_LEFT_OUT: self.tr("Sites left out for lack of a value"),
                self.N_ISOLATED: self.tr("Sites without a neighbour"),
                self.N_SIGNIFICANT: self.tr("Sites with a class"),
                self.N_CLUSTERS: self.tr("Clusters of two sites and more"),
                self.OVERALL: self.tr("Statistic of all sites together"),
                self.OVERALL_P: self.tr("Its p"),
            }
        )

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.clusters.analysis import analyse
        from ..core.clusters.stability import is_uncertain

        for key in self.PICTURES:  # another ending is told before the work begins
            picture_file(self, key, parameters, context)
        question = self.question(parameters, context)
        n_draws = self.parameterAsInt(parameters, HOLD_DRAWS, context)
        sites = read_cluster_sites(self, parameters, context, feedback, progress_steps(feedback, 0, 15))
        values = read_values(sites, question, feedback)
        inference = given_inference(self, parameters, context, int(values.used.sum()))
        weights, neighbours = neighbour_weights(
            self, sites, values.used, parameters, context, feedback, progress_steps(feedback, 15, 30)
        )
        end = 50 if n_draws else 85
        report = progress_steps(feedback, 30, end)
        result = analyse(question.statistic, values.of_used(), weights, inference, report)
        table = site_table(values, result, weights, question)
        if n_draws and not is_uncertain(values.variables):
            feedback.pushWarning(
                self.tr(
                    "HOLD_DRAWS is not used: the fields have no worst and best case; choose levels or scores."
                )
            )
        elif n_draws:
            report = progress_steps(feedback, end, 85)
            table["lisa_hold"] = shares_held(values, result, weights, question, inference, n_draws, report)
        n_draws = n_draws if "lisa_hold" in table else 0
        method = method_of(question, sites, neighbours, inference, result, table, n_draws)
        layer = self.parameterAsVectorLayer(parameters, INPUT, context)
        language = language_of_qgis()
        lines = [*method_lines(method, layer, language), *count_lines(method, language)]
        metadata = stated_metadata(layer)
        metadata.setTitle(self.tr("Clusters: {0}").format(", ".join(question.fields)))
        metadata.setCrs(wgs84())
        metadata.setKeywords({**metadata.keywords(), CLUSTER_KEYWORD: [json.dumps(method)]})
        metadata.addHistoryItem(" ".join(lines))
        found = Found(question, sites, values.used, weights, result, table, lines, metadata)
        self._tell(found, values, feedback)
        report = progress_steps(feedback, 85, 99)
        report(0.0)
        written: dict[str, Any] = write_outputs(
            self,
            sites,
            table,
            values.used,
            weights,
            question.statistic,
            metadata,
            parameters,
            context,
            feedback,
            report,
        )
        written.update(write_weights(self, sites, values.used, weights, parameters, context))
        written.update(write_map(self, found, parameters, context))
        written.update(self.write_more(found, parameters, context, progress_steps(feedback, 99, 100)))
        feedback.setProgress(100)
        return {**written, **self._numbers(found)}

    def _tell(self, found: Found, values: Values, feedback: QgsProcessingFeedback) -> None:
        """The method and the counts that a user can check."""
        for line in found.lines:
            feedback.pushInfo(line)
        words = {
            "left_alone": self.tr(
                "{0} sites have neighbours, but none with a value; they count as isolated."
            ),
            "undefined": self.tr("{0} sites have a value but no statistic; they are undefined."),
            "on_the_mean": self.tr(
                "{0} sites pass the threshold but lie on the mean, or their neighbours do; they get no class."
            ),
            "constant": self.tr("All {0} values are equal, so nothing can be told; every site is undefined."),
        }
        for note in found.result.notes:
            if note.code in words:
                feedback.pushWarning(words[note.code].format(note.count))
        counted = found.table["lisa_cluster"].value_counts()
        for code, label in class_labels(found.question.statistic).items():
            feedback.pushInfo(self.tr("{0} ({1}): {2} sites").format(label, code, int(counted.get(code, 0))))
        if "lisa_hold" in found.table:
            spread = found.table["lisa_cluster"].isin(found.question.spreads)
            held = found.table.loc[spread, "lisa_hold"]
            text = self.tr("Of {0} sites in a cluster {1} keep their class in at least nine of ten draws.")
            feedback.pushInfo(text.format(len(held), int((held >= 0.9).sum())))

    def _numbers(self, found: Found) -> dict[str, Any]:
        from ..core.clusters.categories import ISOLATED, NOT_SIGNIFICANT, UNDEFINED

        table, overall = found.table, found.result.overall
        classes = table["lisa_cluster"]
        groups = table.loc[table["lisa_group"] > 0, "lisa_group"].value_counts()
        return {
            self.N_SITES: len(table),
            self.N_USED: len(found.result.table),
            self.N_LEFT_OUT: len(table) - len(found.result.table),
            self.N_ISOLATED: int((classes == ISOLATED).sum()),
            self.N_SIGNIFICANT: int((~classes.isin([NOT_SIGNIFICANT, UNDEFINED, ISOLATED])).sum()),
            self.N_CLUSTERS: int((groups > 1).sum()),
            self.OVERALL: None if overall.value != overall.value else float(overall.value),
            self.OVERALL_P: None if overall.p != overall.p else float(overall.p),
        }
