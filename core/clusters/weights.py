"""Who is a neighbour of whom and with which weight: the one structure that all local statistics read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..exceptions import TableError


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
        raise TableError(f"A pair of neighbours lies outside the {n} sites; check the weights.")
    if np.any(sites == neighbours):
        raise TableError("A site is given as its own neighbour; take such pairs out of the weights.")
    order = np.lexsort((neighbours, sites))
    sites, neighbours = sites[order], neighbours[order]
    if np.any((sites[1:] == sites[:-1]) & (neighbours[1:] == neighbours[:-1])):
        raise TableError("A pair of neighbours is given twice; take the second out of the weights.")
    starts = np.concatenate([[0], np.cumsum(np.bincount(sites, minlength=n))]).astype(np.int64)
    if values is not None:
        values = np.asarray(values, dtype=float)[order]
        if not np.all(np.isfinite(values) & (values > 0)):
            raise TableError("Weights must be finite and above 0; take other pairs out of the weights.")
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


def weight_sums(weights: Weights) -> np.ndarray:
    """The sum of the weights of each site, (n,); 0: isolated."""
    return np.bincount(owners(weights), weights=weight_values(weights), minlength=len(weights))


def lag(weights: Weights, variable: np.ndarray) -> np.ndarray:
    """The weighted sum of the neighbours' values, (n,); their mean where standardised, 0 for isolated sites."""
    drawn = np.asarray(variable, dtype=float)[weights.neighbours]
    if weights.values is not None:
        drawn = drawn * weights.values
    sums = np.bincount(owners(weights), weights=drawn, minlength=len(weights))
    if weights.values is None and weights.standardised:
        sums = sums / np.maximum(counts(weights), 1)
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
