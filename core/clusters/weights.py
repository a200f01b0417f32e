"""Who is a neighbour of whom and with which weight: the one structure that all local statistics read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..exceptions import TableError
from ..wording import say


@dataclass(frozen=True)
class Weights:
    """Neighbours in compressed rows, built once and used for all variables.

    starts: (n + 1,) int64; neighbours of site i are neighbours[starts[i]:starts[i + 1]], ascending, never i.
    neighbours: (m,) int32, positions 0..n-1.
    values: (m,) float64 weights above 0, or None where all neighbours of a site weigh the same.
    standardised: the weights of each site that has neighbours add up to 1; else each is 1 (values None) or
    as given.
    """

    starts: np.ndarray
    neighbours: np.ndarray
    values: np.ndarray | None = None
    standardised: bool = True

    def __len__(self) -> int:
        return len(self.starts) - 1


def from_pairs(
    n: int,
    sites: np.ndarray,
    neighbours: np.ndarray,
    values: np.ndarray | None = None,
    standardised: bool = True,
) -> Weights:
    """Weights of n sites from pairs in any order.

    sites, neighbours: (m,) positions 0..n-1; values: (m,) weights, None for equal ones. Values are divided
    by their sum per site where standardised. Raises TableError for a site that is its own neighbour, a pair
    given twice, positions out of range, and values that are not finite and above 0.
    """
    sites, neighbours = np.asarray(sites, dtype=np.int64), np.asarray(neighbours, dtype=np.int64)
    if len(sites) and (min(sites.min(), neighbours.min()) < 0 or max(sites.max(), neighbours.max()) >= n):
        raise TableError(say("A pair of neighbours lies outside the {0} sites; check the weights.", n))
    if np.any(sites == neighbours):
        raise TableError(say("A site is given as its own neighbour; take such pairs out of the weights."))
    order = np.lexsort((neighbours, sites))
    sites, neighbours = sites[order], neighbours[order]
    if np.any((sites[1:] == sites[:-1]) & (neighbours[1:] == neighbours[:-1])):
        raise TableError(say("A pair of neighbours is given twice; take the second out of the weights."))
    starts = np.concatenate([[0], np.cumsum(np.bincount(sites, minlength=n))]).astype(np.int64)
    if values is not None:
        values = np.asarray(values, dtype=float)[order]
        if not np.all(np.isfinite(values) & (values > 0)):
            raise TableError(say("Weights must be finite and above 0; take other pairs out of the weights."))
        if standardised:
            values = values / np.bincount(sites, weights=values, minlength=n)[sites]
    return Weights(starts, neighbours.astype(np.int32), values, standardised)


def counts(weights: Weights) -> np.ndarray:
    """Number of neighbours of each site, (n,) int64; 0: isolated."""
    return np.diff(weights.starts)


def owners(weights: Weights) -> np.ndarray:
    """The site that each entry of weights.neighbours belongs to, (m,)."""
    return np.repeat(np.arange(len(weights)), counts(weights))


def weight_values(weights: Weights) -> np.ndarray:
    """The weight of each entry of weights.neighbours, (m,), equal ones written out."""
    if weights.values is not None:
        return weights.values
    if not weights.standardised:
        return np.ones(len(weights.neighbours))
    return np.repeat(1 / np.maximum(counts(weights), 1), counts(weights))


def are_equal(weights: Weights) -> bool:
    """Whether all neighbours of a site weigh the same, for every site."""
    if weights.values is None or not len(weights.values):
        return True
    firsts = np.append(weights.values, 0)[weights.starts[:-1]]
    return bool(np.all(weights.values == np.repeat(firsts, counts(weights))))


def neighbour_sums(weights: Weights, entries: np.ndarray, reckon: np.ufunc = np.add) -> np.ndarray:
    """Sums by site of what stands beside weights.neighbours: (m, ...) to (n, ...); 0 for isolated sites.

    reckon: np.maximum for the largest instead.
    """
    sums = np.zeros((len(weights), *entries.shape[1:]))
    sites = counts(weights) > 0
    if sites.all() and len(sites):
        reckon.reduceat(entries, weights.starts[:-1], axis=0, out=sums)
    elif sites.any():
        sums[sites] = reckon.reduceat(entries, weights.starts[:-1][sites], axis=0)
    return sums


def weight_sums(weights: Weights) -> np.ndarray:
    """The sum of the weights of each site, (n,); 0: isolated."""
    if weights.values is not None:
        return neighbour_sums(weights, weights.values)
    return np.minimum(counts(weights), 1 if weights.standardised else np.inf).astype(float)


def lag(weights: Weights, variable: np.ndarray) -> np.ndarray:
    """The weighted sum of the neighbours' values, (n,); their mean where standardised, 0 for isolated sites."""
    drawn = np.asarray(variable, dtype=float)[weights.neighbours]
    if weights.values is not None:
        drawn *= weights.values
    sums = neighbour_sums(weights, drawn)
    if weights.values is None and weights.standardised:
        sums /= np.maximum(counts(weights), 1)
    return sums


def among(weights: Weights, kept: np.ndarray) -> Weights:
    """The weights between the sites kept only, standardised anew where they were.

    kept: (n,) bool. Positions count the kept sites; a site whose neighbours are all left out is isolated.
    """
    kept = np.asarray(kept, dtype=bool)
    sites = owners(weights)
    inside = kept[sites] & kept[weights.neighbours]
    place = np.cumsum(kept) - 1
    values = None if weights.values is None else weights.values[inside]
    return from_pairs(
        int(kept.sum()),
        place[sites[inside]],
        place[weights.neighbours[inside]],
        values,
        weights.standardised,
    )
