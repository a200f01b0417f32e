"""asm:localmoran: where high values lie among high ones, low among low, and where a site stands out."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsProcessingContext, QgsProcessingParameterField

from ..cartography.cluster_method import theme_of_statistic
from ..cartography.moran_scatter import MoranScatter, write_scatter
from ..cartography.recipe import sheet_texts
from ..cartography.theme import read_theme
from ..core.exceptions import TableError
from .algorithm import language_of_qgis
from .cluster_algorithm import ClusterAlgorithm
from .cluster_analysis import Found, Question
from .cluster_pictures import (
    CONNECTIVITY_MAP,
    add_picture,
    add_scatter_points,
    picture_file,
    write_scatter_points,
)
from .cluster_sites import INPUT


class LocalMoran(ClusterAlgorithm):
    """Local Moran's I of one field, of two, or of rates."""

    FIELD, NEIGHBOUR_FIELD, BASE_FIELD, SCATTER = "FIELD", "NEIGHBOUR_FIELD", "BASE_FIELD", "SCATTER"
    PICTURES = (CONNECTIVITY_MAP, SCATTER)

    def name(self) -> str:
        return "localmoran"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Local clusters (Moran's I)")

    def tags(self) -> list[str]:
        return self.tr("LISA,Moran,cluster,outlier,autocorrelation,GeoDa,hot spot,rate,bivariate").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Compares each site with its neighbours: High-High and Low-Low are clusters, Low-High and High-Low are "
            "sites unlike those around them. Which of it could be chance is told by spreading the values anew over "
            "the other sites, time and again.\n\n"
            "FIELD alone: the field against itself. With NEIGHBOUR_FIELD: a site's own FIELD against the other field "
            "of its neighbours (not of the site itself). With BASE_FIELD: rates of FIELD per BASE_FIELD, smoothed so "
            "that few people do not make extreme rates (empirical Bayes).\n\n"
            "Of a scorecard, choose a level (security_level) or a score. Sites without one are left out, counted and "
            "kept in the output with class 5. High is the better end.\n\n"
            "A cluster says where like lies by like, not why. The sites visited are no random sample of all sites: "
            "see the help page on clusters."
        )

    def add_fields(self) -> None:
        for key, title, optional, text in (
            (
                self.FIELD,
                self.tr("Field"),
                False,
                self.tr("Numbers, levels, or yes and no; of rates the events, such as incidents."),
            ),
            (
                self.NEIGHBOUR_FIELD,
                self.tr("Field of the neighbours"),
                True,
                self.tr("For two fields: the one that is looked at among the neighbours."),
            ),
            (
                self.BASE_FIELD,
                self.tr("Base of rates"),
                True,
                self.tr("For rates: what the events are counted per, such as miners or people; above 0."),
            ),
        ):
            field = QgsProcessingParameterField(key, title, None, INPUT, optional=optional)
            self.add(field, text, advanced=optional)

    def question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        own, other, base = (
            self.parameterAsString(parameters, key, context)
            for key in (self.FIELD, self.NEIGHBOUR_FIELD, self.BASE_FIELD)
        )
        if other and base:
            raise TableError(self.tr("NEIGHBOUR_FIELD and BASE_FIELD do not go together; empty one of them."))
        if other:
            return Question("moran_bivariate", (own, other))
        if base:
            return Question("moran_rate", (own, base))
        return Question("moran", (own,))

    def add_more_outputs(self) -> None:
        add_picture(
            self,
            self.SCATTER,
            self.tr("Scatterplot"),
            self.tr(
                "Own values against those of the neighbours as a picture; the output holds the same as lisa_z "
                "and lisa_lag."
            ),
        )
        add_scatter_points(self)

    def write_more(
        self,
        found: Found,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        report: Callable[[float], None],
    ) -> dict[str, Any]:
        written: dict[str, Any] = write_scatter_points(self, found, parameters, context, report)
        path = picture_file(self, self.SCATTER, parameters, context)
        if path is None:
            return written
        shown = found.table[found.table["lisa_p"].notna()]
        texts = sheet_texts(language_of_qgis())
        plot = MoranScatter(
            shown["lisa_z"].tolist(),
            shown["lisa_lag"].tolist(),
            shown["lisa_cluster"].tolist(),
            found.result.overall.value if len(shown) else 0.0,
            found.lines[0],
            (texts["cluster_own"], texts["cluster_others"]),
            [*found.lines[1:], texts["cluster_shared"]],
        )
        write_scatter(
            path, plot, read_theme(theme_of_statistic(found.question.statistic)), language_of_qgis()
        )
        return {**written, self.SCATTER: str(path)}
