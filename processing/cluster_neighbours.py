"""Who is whose neighbour: the parameters of all local statistics, and the weights that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from .algorithm import AsmAlgorithm
from .cluster_sites import ClusterSites

if TYPE_CHECKING:
    import numpy as np

    from ..core.clusters.method import Neighbours
    from ..core.clusters.weights import Weights

NEIGHBOURS, K, DISTANCE, STANDARDISE = "NEIGHBOURS", "K", "DISTANCE", "STANDARDISE"
POWER, KERNEL, ORDER, LOWER_ORDERS, SNAP = "POWER", "KERNEL", "ORDER", "LOWER_ORDERS", "SNAP"
WEIGHTS_FILE, WEIGHTS = "WEIGHTS_FILE", "WEIGHTS"
KNN, BAND, INVERSE, KERNEL_KIND = "knn", "band", "inverse_distance", "kernel"
QUEEN, ROOK, DELAUNAY, FILE = "queen", "rook", "delaunay", "file"
_KINDS = [KNN, BAND, INVERSE, KERNEL_KIND, QUEEN, ROOK, DELAUNAY, FILE]
_KERNELS = ["triangular", "uniform", "epanechnikov", "quartic", "gaussian"]
tr = AsmAlgorithm.tr


def add_neighbours(algorithm: AsmAlgorithm, standardised: bool) -> None:
    """Add NEIGHBOURS and what goes with it, and the output WEIGHTS; standardised: the default of STANDARDISE."""
    number = QgsProcessingParameterNumber
    algorithm.add_choice(
        NEIGHBOURS,
        tr("Neighbours"),
        _KINDS,
        tr(
            "knn: the K nearest sites. band: all within DISTANCE. inverse_distance: the same, the nearer the "
            "more. kernel: weights that fall to nothing at DISTANCE, or at the K-th nearest site. queen, rook: "
            "polygons that share a border (queen: or a corner). delaunay: ends of Delaunay triangles. file: "
            "WEIGHTS_FILE."
        ),
    )
    algorithm.add(
        number(K, tr("Number of nearest sites"), number.Type.Integer, 8, False, 1, 10_000),
        tr("For knn, and for kernel without DISTANCE."),
    )
    algorithm.add(
        number(DISTANCE, tr("Distance in metres"), number.Type.Double, None, True, 0),
        tr(
            "For band, inverse_distance and kernel. Empty: the least with which every site has a neighbour, which "
            "the log tells; for kernel the way to the K-th nearest site."
        ),
    )
    for parameter, text in (
        (
            number(POWER, tr("Power of the distance"), number.Type.Double, 1.0, False, 0.1, 10),
            tr("For inverse_distance: weights are 1 / distance to this power."),
        ),
        (
            QgsProcessingParameterEnum(
                KERNEL, tr("Kernel"), _KERNELS, defaultValue=_KERNELS[0], usesStaticStrings=True
            ),
            tr("For kernel: how weights fall with distance."),
        ),
        (
            number(ORDER, tr("Order of contiguity"), number.Type.Integer, 1, False, 1, 50),
            tr("For queen and rook: 2 takes the neighbours of neighbours."),
        ),
        (
            QgsProcessingParameterBoolean(LOWER_ORDERS, tr("Lower orders too"), defaultValue=True),
            tr("With an order above 1: neighbours of lower orders stay neighbours."),
        ),
        (
            number(SNAP, tr("Snapping in metres"), number.Type.Double, 0.0, False, 0, 10_000),
            tr("For queen and rook: borders nearer than this are shared; for layers with gaps and overlaps."),
        ),
        (
            QgsProcessingParameterBoolean(
                STANDARDISE, tr("Weights of a site add up to 1"), defaultValue=standardised
            ),
            tr("Else each neighbour weighs 1, or what its distance, kernel or file gives."),
        ),
        (
            QgsProcessingParameterFile(WEIGHTS_FILE, tr("File of weights"), optional=True),
            tr("For file: GAL or GWT, with the keys of the sites or their row numbers."),
        ),
    ):
        algorithm.add(parameter, text, advanced=True)
    file = QgsProcessingParameterFileDestination(
        WEIGHTS,
        tr("Weights as a file"),
        "GAL (*.gal);;GWT (*.gwt)",
        optional=True,
        createByDefault=False,
    )
    algorithm.add(file, tr("The weights among the sites used; GAL names neighbours, GWT their weights too."))


def neighbour_weights(
    algorithm: AsmAlgorithm,
    sites: ClusterSites,
    used: np.ndarray,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    report: Callable[[float], None],
) -> tuple[Weights, Neighbours]:
    """Weights among the sites used, (n,) bool, and what was chosen.

    Distances are geodesic metres between the points of sites, of polygons between their centroids. Borders and files
    are read for all sites and then kept among those used; all else is found among those used.
    """

    from ..core.clusters.method import Neighbours
    from ..core.clusters.nearest import knn_weights

    xy = sites.frame[["longitude", "latitude"]].to_numpy(dtype=float)
    k = algorithm.parameterAsInt(parameters, K, context)
    standardised = algorithm.parameterAsBool(parameters, STANDARDISE, context)
    return knn_weights(xy[used], k, True, standardised, report), Neighbours(
        "knn", k=k, standardised=standardised
    )


def write_weights(algorithm, sites, used, weights, parameters, context) -> dict[str, Any]:
    return {}
