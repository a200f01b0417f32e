"""Who is whose neighbour: the parameters of all local statistics, and the weights that they lead to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
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

from ..cartography.whole_file import whole_file
from ..core.exceptions import GeometryError, TableError
from .algorithm import AsmAlgorithm
from .cluster_sites import ClusterSites

if TYPE_CHECKING:
    import numpy as np

    from ..core.clusters.method import Neighbours
    from ..core.clusters.weights import Weights

NEIGHBOURS, K, DISTANCE, STANDARDISE = "NEIGHBOURS", "K", "DISTANCE", "STANDARDISE"
POWER, KERNEL, ORDER, LOWER_ORDERS, SNAP = "POWER", "KERNEL", "ORDER", "LOWER_ORDERS", "SNAP"
WEIGHTS_FILE, GWT_COLUMN, WEIGHTS = "WEIGHTS_FILE", "GWT_COLUMN", "WEIGHTS"
_GWT = ".gwt"
KNN, BAND, INVERSE, KERNEL_KIND = "knn", "band", "inverse_distance", "kernel"
QUEEN, ROOK, DELAUNAY, FILE = "queen", "rook", "delaunay", "file"
_KINDS = [KNN, BAND, INVERSE, KERNEL_KIND, QUEEN, ROOK, DELAUNAY, FILE]
_GWT_COLUMNS = ["weights", "distances"]
_KERNELS = ["triangular", "uniform", "epanechnikov", "quartic", "gaussian"]
_PAIRS_AT_ONCE = 1_000_000
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
            tr(
                "For file: GAL or GWT of the whole layer, by the keys of its sites; without keys by row numbers."
            ),
        ),
        (
            QgsProcessingParameterEnum(
                GWT_COLUMN,
                tr("Third column of a GWT file"),
                _GWT_COLUMNS,
                defaultValue=_GWT_COLUMNS[0],
                usesStaticStrings=True,
            ),
            tr(
                "weights, as PySAL writes it and this algorithm; distances, as GeoDa writes it for bands and nearest "
                "neighbours, which then weigh the same."
            ),
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
    algorithm.add(
        file,
        tr(
            "Who is whose neighbour: GAL names them, GWT has their weights too. For GeoDa, PySAL or this algorithm."
        ),
    )


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
    are read for all sites and then kept among those used; all else is found among those used. Raises TableError and
    GeometryError for what does not fit the sites.
    """
    from ..core.clusters.weights import among

    kind = algorithm.parameterAsEnumString(parameters, NEIGHBOURS, context)
    standardised = algorithm.parameterAsBool(parameters, STANDARDISE, context)
    if kind in (QUEEN, ROOK):
        weights, chosen = _by_border(algorithm, kind, sites, standardised, parameters, context, report)
        return among(weights, used), chosen
    if kind == FILE:
        weights, chosen = _from_file(algorithm, sites, standardised, parameters, context)
        return among(weights, used), chosen
    xy = _points(sites)[used]
    weights, chosen = _by_distance(
        algorithm,
        kind,
        xy,
        standardised,
        parameters,
        context,
        feedback,
        lambda done: report(0.8 * done),
    )
    return weights, _with_distances(chosen, xy, weights, lambda done: report(0.8 + 0.2 * done))


def _points(sites: ClusterSites) -> np.ndarray:
    """(n, 2) degrees of the points of sites, or of the centroids of polygons."""
    import numpy as np
    import shapely

    footprints = sites.shapes.footprints
    if footprints is None:
        return sites.frame[["longitude", "latitude"]].to_numpy(dtype=float)
    middle = shapely.centroid(footprints)
    return np.column_stack([shapely.get_x(middle), shapely.get_y(middle)])


def _by_distance(
    algorithm: AsmAlgorithm,
    kind: str,
    xy: np.ndarray,
    standardised: bool,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    report: Callable[[float], None],
) -> tuple[Weights, Neighbours]:
    from ..core.clusters.bands import band_weights, smallest_band
    from ..core.clusters.delaunay import delaunay_weights
    from ..core.clusters.kernels import inverse_distance_weights, kernel_weights
    from ..core.clusters.method import Neighbours
    from ..core.clusters.nearest import knn_weights

    k = algorithm.parameterAsInt(parameters, K, context)
    if kind == KNN:
        return knn_weights(xy, k, True, standardised, report), Neighbours(kind, k, standardised=standardised)
    if kind == DELAUNAY:
        weights = delaunay_weights(xy, True, standardised, report)
        return weights, Neighbours(kind, standardised=standardised)
    is_given = parameters.get(DISTANCE) not in (None, "")
    distance = algorithm.parameterAsDouble(parameters, DISTANCE, context) if is_given else None
    if kind == KERNEL_KIND:
        kernel = algorithm.parameterAsEnumString(parameters, KERNEL, context)
        k = None if is_given else k
        weights = kernel_weights(xy, True, kernel, k, distance, standardised=standardised, report=report)
        return weights, Neighbours(kind, k, distance, kernel=kernel, standardised=standardised)
    if not is_given:
        distance = smallest_band(xy, True, report)
        text = tr(
            "DISTANCE is empty: {0} m are taken, the least with which every site has a neighbour; where sites lie "
            "close together that makes many neighbours."
        )
        feedback.pushInfo(text.format(f"{distance:,.3f}"))
    if kind == BAND:
        weights = band_weights(xy, distance, True, standardised, report)
        return weights, Neighbours(
            kind, distance_m=distance, is_smallest=not is_given, standardised=standardised
        )
    power = algorithm.parameterAsDouble(parameters, POWER, context)
    weights = inverse_distance_weights(
        xy, True, distance=distance, power=power, standardised=standardised, report=report
    )
    return weights, Neighbours(
        kind, distance_m=distance, is_smallest=not is_given, power=power, standardised=standardised
    )


def _with_distances(
    chosen: Neighbours, xy: np.ndarray, weights: Weights, report: Callable[[float], None]
) -> Neighbours:
    """What was chosen, with how far neighbours are in the median and at most."""
    import numpy as np

    from ..core.clusters.places import distances, places
    from ..core.clusters.weights import owners

    if not len(weights.neighbours):
        return chosen
    sites, own, n = places(xy, True), owners(weights), len(weights.neighbours)
    apart = np.empty(n, dtype=np.float32)  # three figures of them are told
    for start in range(0, n, _PAIRS_AT_ONCE):
        report(start / n)
        part = slice(start, start + _PAIRS_AT_ONCE)
        apart[part] = distances(sites, own[part], weights.neighbours[part])
    return replace(chosen, median_m=float(np.median(apart)), longest_m=float(apart.max()))


def _by_border(
    algorithm: AsmAlgorithm,
    kind: str,
    sites: ClusterSites,
    standardised: bool,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    report: Callable[[float], None],
) -> tuple[Weights, Neighbours]:
    from ..core.clusters.contiguity import contiguity_weights, higher_order
    from ..core.clusters.method import Neighbours

    if sites.shapes.footprints is None:
        raise GeometryError(
            tr("NEIGHBOURS is {0}, which needs polygons, and INPUT holds points; choose knn or band.").format(
                kind
            )
        )
    order = algorithm.parameterAsInt(parameters, ORDER, context)
    with_lower = algorithm.parameterAsBool(parameters, LOWER_ORDERS, context)
    snap = algorithm.parameterAsDouble(parameters, SNAP, context)
    polygons = _in_metres(sites.shapes.footprints) if snap else sites.shapes.footprints
    weights = contiguity_weights(polygons, kind == ROOK, snap, standardised, report)
    if order > 1:
        weights = higher_order(weights, order, with_lower)
    chosen = Neighbours(
        kind,
        order=order,
        lower_orders=with_lower if order > 1 else None,
        snap_m=snap or None,
        standardised=standardised,
    )
    return weights, chosen


def _in_metres(polygons: np.ndarray) -> np.ndarray:
    """Polygons of degrees in metres of the latitude in the middle of them all, near enough to snap borders."""
    import numpy as np
    import shapely

    from ..core.areas.geodesy import metres_per_degree

    bounds = shapely.total_bounds(polygons)
    factors = np.array([float(factor) for factor in metres_per_degree((bounds[1] + bounds[3]) / 2)])
    return shapely.transform(polygons, lambda degrees: degrees * factors)


def _from_file(
    algorithm: AsmAlgorithm,
    sites: ClusterSites,
    standardised: bool,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> tuple[Weights, Neighbours]:
    """The weights of a file, which is for all sites of the layer, among those of the area."""
    import numpy as np

    from ..core.clusters.method import Neighbours
    from ..core.clusters.weight_files import read_gal, read_gwt
    from ..core.clusters.weights import among

    given = algorithm.parameterAsFile(parameters, WEIGHTS_FILE, context)
    if not given:
        raise TableError(tr("NEIGHBOURS is file and WEIGHTS_FILE is empty; choose a GAL or GWT file."))
    path = Path(given)
    if path.suffix.lower() == _GWT:
        column = algorithm.parameterAsEnumString(parameters, GWT_COLUMN, context)
        weights = read_gwt(path, column, sites.every_key, standardised)
    else:
        weights = read_gal(path, sites.every_key, standardised)
    if len(weights) != sites.n_every:
        raise TableError(
            tr("{0} is for {1} sites, and INPUT has {2}; choose the file of this layer.").format(
                path.name, len(weights), sites.n_every
            )
        )
    kept = np.zeros(len(weights), dtype=bool)
    kept[sites.places] = True
    return among(weights, kept), Neighbours(FILE, file=path.name, standardised=standardised)


def write_weights(
    algorithm: AsmAlgorithm,
    sites: ClusterSites,
    used: np.ndarray,
    weights: Weights,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> dict[str, Any]:
    """Write WEIGHTS where it is asked for: of all sites of the layer; those that are not used have no neighbours."""
    import numpy as np

    from ..core.clusters.weight_files import write_gal, write_gwt
    from ..core.clusters.weights import Weights, counts

    given = algorithm.parameterAsFileOutput(parameters, WEIGHTS, context)
    if not given:
        return {}
    path, places = Path(given), sites.places[used]
    n_neighbours = np.zeros(sites.n_every, dtype=np.int64)
    n_neighbours[places] = counts(weights)
    starts = np.concatenate([[0], np.cumsum(n_neighbours)])
    neighbours = places[weights.neighbours].astype(np.int32)
    of_all = Weights(starts, neighbours, weights.values, weights.standardised)
    write = write_gwt if path.suffix.lower() == _GWT else write_gal
    with whole_file(path) as part:
        write(part, of_all, sites.every_key, key=sites.key_field)
    return {WEIGHTS: given}
