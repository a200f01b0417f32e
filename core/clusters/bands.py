"""Neighbours within a distance: bands, and the smallest band that leaves no site alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..exceptions import TableError
from ..wording import say
from .leaves import build_leaves, near_leaves, squares
from .nearest import nearest_neighbours
from .places import Places, distances, in_steps, places, reach
from .weights import Weights

# About 1.6 GB while they are put in order.
MOST_PAIRS = 40_000_000
_LEAF_SITES = 16
_LEAF_PAIRS_AT_ONCE = 2**11


def band_weights(
    xy: np.ndarray,
    distance: float,
    geographic: bool,
    standardised: bool = True,
    report: Callable[[float], None] = lambda fraction: None,
) -> Weights:
    """Equal weights of all sites within a distance; arguments and errors as for band_pairs."""
    starts, neighbours, _ = band_pairs(xy, distance, geographic, report)
    return Weights(starts, neighbours, None, standardised)


def smallest_band(
    xy: np.ndarray, geographic: bool, report: Callable[[float], None] = lambda fraction: None
) -> float:
    """The least distance at which every site has a neighbour: the longest way to a nearest neighbour.

    Rounded up to a whole step of places.places (a millimetre), so that a band of this distance, written down
    and read again, leaves nobody alone. Arguments and errors as for nearest_neighbours.
    """
    longest = nearest_neighbours(xy, 1, geographic, report)[1].max()
    step = places(xy, geographic).step
    return float(max(np.ceil(longest / step), 1) * step)


def band_pairs(
    xy: np.ndarray,
    distance: float,
    geographic: bool,
    report: Callable[[float], None] = lambda fraction: None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All pairs of sites no farther apart than the distance: starts, neighbours as in Weights, and distances (m,).

    xy and geographic: as for places.places. distance: metres, or the unit of xy; a pair exactly as far apart, to
    a step (a millimetre), belongs to it. Sites at one place are neighbours at distance 0. Each pair comes both
    ways. report: called with 0..1; what it raises ends the search. Raises TableError for a distance that is
    not above 0, and where there would be more than MOST_PAIRS.
    """
    if not (np.isfinite(distance) and distance > 0):
        raise TableError(say("A band of {0} is no distance; give a number above 0.", distance))
    sites = places(xy, geographic)
    if not len(sites):
        return np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int32), np.zeros(0)
    found = []
    n_found = 0
    for share, pairs in _near_pairs(sites, float(distance)):
        report(0.9 * share)
        found.append(pairs)
        n_found += 2 * len(pairs)
        if n_found > MOST_PAIRS:
            raise TableError(
                say(
                    "Within a distance of {0:g} there are more than {1:,} pairs of neighbours; take "
                    "a smaller distance, or the nearest neighbours.",
                    distance,
                    MOST_PAIRS,
                )
            )
    return _in_rows(sites, np.concatenate(found), report)


def _near_pairs(sites: Places, distance: float) -> Iterator[tuple[float, np.ndarray]]:
    """The share of the work done, and pairs within the distance as lower position times n plus higher."""
    leaves = build_leaves(sites.points, _LEAF_SITES)
    limit = in_steps(sites, np.array(distance))
    widest = float(reach(sites, np.array(distance)))
    for one, other in near_leaves(leaves, np.full(leaves.n_leaves, widest)):
        once = other >= one
        one, other = one[once], other[once]
        for start in range(0, len(one), _LEAF_PAIRS_AT_ONCE):
            some = slice(start, start + _LEAF_PAIRS_AT_ONCE)
            own, others = leaves.site[one[some]][:, :, None], leaves.site[other[some]][:, None, :]
            square = squares(leaves.points[:, one[some]], leaves.points[:, other[some]])
            is_pair = (square <= widest**2) & (own >= 0) & (others >= 0)
            is_pair &= (one[some] != other[some])[:, None, None] | (own < others)
            row, at, place = np.nonzero(is_pair)
            own, others = own[row, at, 0], others[row, 0, place]
            near = in_steps(sites, distances(sites, own, others)) <= limit
            low, high = np.minimum(own, others)[near], np.maximum(own, others)[near]
            yield one[start] / leaves.n_leaves, low.astype(np.int64) * len(sites) + high


def _in_rows(
    sites: Places, pairs: np.ndarray, report: Callable[[float], None]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Starts, neighbours and distances from pairs coded as lower position times n plus higher."""
    n = len(sites)
    low, high = np.divmod(pairs, n)
    pairs = np.concatenate([pairs, high * n + low])
    pairs.sort()
    report(0.95)
    own, other = np.divmod(pairs, n)
    starts = np.searchsorted(pairs, np.arange(n + 1) * n)
    metres = distances(sites, own, other)
    report(1.0)
    return starts.astype(np.int64), other.astype(np.int32), metres
