"""Weights that fall with distance: inverse distance and kernels, with a floor for sites at one place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..exceptions import TableError
from ..wording import say
from .bands import band_pairs
from .nearest import nearest_neighbours
from .weights import Weights, from_pairs

# Sites no farther apart count as at one place on a sheet too; a position of a hand-held receiver is no better.
FLOOR_M = 50.0

# Of the share of the bandwidth, 0..1. Constant factors fall out of standardised weights; they are those of
# Silverman (1986), Density Estimation, table 3.1, and of PySAL.
KERNELS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "uniform": lambda share: np.full(len(share), 0.5),
    "triangular": lambda share: 1 - share,
    "epanechnikov": lambda share: 0.75 * (1 - share**2),
    "quartic": lambda share: 15 / 16 * (1 - share**2) ** 2,
    "gaussian": lambda share: np.exp(-(share**2) / 2) / np.sqrt(2 * np.pi),
}


def inverse_distance_weights(
    xy: np.ndarray,
    geographic: bool,
    k: int | None = None,
    distance: float | None = None,
    power: float = 1.0,
    floor: float = FLOOR_M,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Weights 1 / d**power of the k nearest neighbours, or of all within a distance (one of the two is given).

    xy, geographic, distance, report: as for bands.band_pairs. floor: metres, or the unit of xy; nearer sites
    weigh as at the floor, so that two at one place do not outweigh all others. Raises TableError for a floor
    or power that is not above 0, and as the search does.
    """
    if not (floor > 0 and np.isfinite(floor)):
        raise TableError(
            say("A floor of {0:g} gives sites at one place endless weight; give one above 0.", floor)
        )
    if not (power > 0 and np.isfinite(power)):
        raise TableError(say("A power of {0:g} does not fall with distance; give one above 0.", power))
    own, other, metres = _neighbours(xy, geographic, k, distance, report)
    # The floor over the distance rather than one over it: the same weights, without underflow.
    values = (floor / np.maximum(metres, floor)) ** power / floor**power
    return from_pairs(len(xy), own, other, values, standardised)


def kernel_weights(
    xy: np.ndarray,
    geographic: bool,
    kernel: str = "triangular",
    k: int | None = None,
    bandwidth: float | None = None,
    floor: float = FLOOR_M,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Weights by a kernel of the share d / bandwidth; the site itself has no weight.

    kernel: a name in KERNELS; gaussian is cut at the bandwidth, as in PySAL. bandwidth: fixed, metres or the
    unit of xy; or k: adaptive, a site's bandwidth is the distance to its k-th neighbour (a ten-millionth more, as
    in PySAL, so that the k-th keeps a weight above 0), at least the floor. With a fixed bandwidth, sites at its
    very edge weigh nothing in kernels that end at 0 and are no neighbours. Arguments else as for
    inverse_distance_weights. Raises TableError for an unknown kernel, and as the search does.
    """
    if kernel not in KERNELS:
        raise TableError(say("There is no kernel '{0}'; take one of {1}.", kernel, ", ".join(KERNELS)))
    own, other, metres = _neighbours(xy, geographic, k, bandwidth, report)
    if bandwidth is None:
        if not (floor > 0 and np.isfinite(floor)):
            raise TableError(
                say("A floor of {0:g} leaves sites at one place no bandwidth; give one above 0.", floor)
            )
        width = np.maximum(metres.reshape(-1, k)[:, -1] * 1.0000001, floor)[own]
    else:
        width = bandwidth
    # A pair on the edge to a millimetre may be farther by less than that.
    values = KERNELS[kernel](np.minimum(metres / width, 1.0))
    weighs = values > 0
    return from_pairs(len(xy), own[weighs], other[weighs], values[weighs], standardised)


def _neighbours(
    xy: np.ndarray,
    geographic: bool,
    k: int | None,
    distance: float | None,
    report: Callable[[float], None],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sites, neighbours and distances (m,): the k nearest, nearest first, or all within the distance."""
    if (k is None) == (distance is None):
        raise TableError(say("Neighbours need either a number or a distance; give one of the two."))
    if k is not None:
        ids, metres = nearest_neighbours(xy, k, geographic, report)
        return np.repeat(np.arange(len(ids)), k), ids.ravel(), metres.ravel()
    starts, neighbours, metres = band_pairs(xy, distance, geographic, report)
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts)), neighbours, metres
