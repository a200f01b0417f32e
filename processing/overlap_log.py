"""What the log says of sites set against protected areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from .algorithm import AsmAlgorithm
from .area_layers import AreaLayer
from .site_shapes import SiteShapes

if TYPE_CHECKING:
    from ..core.areas.screening import Screening

tr = AsmAlgorithm.tr


def tell_counts(
    sites: SiteShapes, areas: AreaLayer, screening: Screening, feedback: QgsProcessingFeedback
) -> None:
    """The counts that a user can check, and everything that was not as it should be."""
    for line in [*areas.report, *sites.report]:
        feedback.pushWarning(line)
    if not screening.totals["sites"].iloc[:-2].any():  # all but beyond the bands and without geometry
        feedback.pushWarning(
            tr(
                "No site lies inside an area or within the largest band; check that both layers show the "
                "same region and that longitude and latitude are not swapped."
            )
        )
    statuses = areas.frame["status"].dropna().value_counts()
    feedback.pushInfo(
        tr("{0} areas used, {1} repaired, {2} left out. {3}").format(
            len(areas.frame),
            int(areas.is_repaired.sum()),
            areas.n_left_out,
            ", ".join(f"{status}: {n}" for status, n in statuses.items()),
        )
    )
    feedback.pushInfo(tr("Each site counted once:"))
    for row in screening.totals.to_dict("records"):
        workers = "-" if row["workers"] != row["workers"] else f"{row['workers']:,.0f}"
        feedback.pushInfo(
            tr("{0}: {1} sites, {2} workers ({3} sites with unknown workers)").format(
                _relation_words(row["relation"]), row["sites"], workers, row["workers_unknown"]
            )
        )


def _relation_words(relation: str) -> str:
    """A code of pa_band in words; the bands between two limits are figures in any language."""
    if relation.startswith("beyond "):
        return tr("beyond {0} km").format(relation.split()[1])
    words = {"inside": tr("inside"), "partly inside": tr("partly inside"), "no geometry": tr("no geometry")}
    return words.get(relation, relation)
