"""What the algorithms of local statistics share: sites, neighbours, permutations, outputs and what is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingFeedback

from ..cartography.cluster_method import CLUSTER_KEYWORD, method_lines, theme_of_statistic
from ..cartography.layer_metadata import stated_metadata
from ..cartography.theme import read_theme
from ..cartography.theme_classes import theme_classes
from ..core.exceptions import TableError
from .algorithm import AsmAlgorithm, language_of_qgis, progress_steps
from .cluster_inference import HOLD_DRAWS, add_inference, given_inference
from .cluster_neighbours import WEIGHTS, add_neighbours, neighbour_weights, write_weights
from .cluster_outputs import CONNECTIVITY, OUTPUT, SUMMARY, add_outputs, write_outputs
from .cluster_sites import (
    INPUT,
    ClusterSites,
    add_choice_of_sites,
    add_sites,
    read_cluster_sites,
    tell_left_out,
    variable_of,
)
from .frames import wgs84

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.clusters.analysis import Inference, LocalResult
    from ..core.clusters.method import Neighbours
    from ..core.clusters.site_values import Variable
    from ..core.clusters.weights import Weights

LEAST_SITES = 3


@dataclass(frozen=True)
class Question:
    """What is asked: the statistic (as core.clusters.analysis names them) of which fields.

    is_yes_no: the fields hold yes and no. at_most: numbers up to it are a yes. standardised_by_default: whether
    weights add up to 1 where the user does not say.
    """

    statistic: str
    fields: tuple[str, ...]
    is_yes_no: bool = False
    at_most: float | None = None


@dataclass(frozen=True)
class Found:
    """An analysis: sites, their table of results, neighbours among all of them, and the method."""

    sites: ClusterSites
    question: Question
    table: pd.DataFrame
    weights: Weights
    method: dict[str, Any]
    used: np.ndarray
    result: LocalResult


class ClusterAlgorithm(AsmAlgorithm):
    """An algorithm of local statistics; subclasses add their fields and tell the question.

    STATISTICS: those it offers; STANDARDISED: whether weights add up to 1 by default. SPREADS: classes whose
    neighbouring sites are joined to clusters.
    """

    GROUP = "clusters"
    STANDARDISED = True
    SPREADS: tuple[int, ...] = (1, 2)
    N_SITES, N_USED, N_LEFT_OUT, N_ISOLATED = "N_SITES", "N_USED", "N_LEFT_OUT", "N_ISOLATED"
    N_SIGNIFICANT, N_CLUSTERS, OVERALL, OVERALL_P = "N_SIGNIFICANT", "N_CLUSTERS", "OVERALL", "OVERALL_P"

    def add_fields(self) -> None:
        """Add the parameters of the fields."""
        raise TypeError(f"{type(self).__name__} must define add_fields.")

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        """What the parameters ask for."""
        raise TypeError(f"{type(self).__name__} must define question.")

    def add_more_outputs(self) -> None:
        """Add outputs of a single algorithm."""

    def write_more(self, found: Found, parameters: dict[str, Any], context: QgsProcessingContext) -> dict:
        """Write outputs of a single algorithm; the last of all."""
        return {}

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        add_sites(self)
        self.add_fields()
        add_neighbours(self, self.STANDARDISED)
        add_inference(self)
        add_choice_of_sites(self)
        add_outputs(self)
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
        found = self.found(parameters, context, feedback)
        self._tell(found, parameters, context, feedback)
        metadata = stated_metadata(self.parameterAsVectorLayer(parameters, INPUT, context))
        metadata.setTitle(self.tr("Clusters: {0}").format(", ".join(found.question.fields)))
        metadata.setCrs(wgs84())
        metadata.setKeywords({**metadata.keywords(), CLUSTER_KEYWORD: [found.method["text"]]})
        metadata.addHistoryItem(" ".join(self._lines(found, parameters, context)))
        progress = progress_steps(feedback, 85, 99)
        progress(0.0)
        written = write_outputs(self, found, self.class_labels(found.question.statistic), metadata, parameters, context, progress)
        path = write_weights(self, found, parameters, context)
        if path:
            written[WEIGHTS] = path
        written.update(self.write_more(found, parameters, context))
        feedback.setProgress(100)
        return {**written, **self._numbers(found)}
