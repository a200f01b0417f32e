"""Made-up sites with neighbours and values, and inference the long way, for the tests of local statistics."""

from __future__ import annotations

import numpy as np
from asm_atlas.core.clusters.draws import draw_table
from asm_atlas.core.clusters.weights import counts, from_pairs, weight_values

WEIGHTS = ("uniform", "ragged", "general", "general ragged")


def made_up_weights(kind, n, random, k=6, most=20):
    """Weights of n sites with random neighbours: k each, or from 0 to most; equal or of any size."""
    numbers = random.integers(0, most, n) if "ragged" in kind else np.full(n, k)
    near = [
        (site + 1 + random.choice(n - 1, number, replace=False)) % n for site, number in enumerate(numbers)
    ]
    sites, near = np.repeat(np.arange(n), numbers), np.concatenate(near).astype(int)
    return from_pairs(n, sites, near, random.uniform(0.1, 2, len(sites)) if "general" in kind else None)


def pair_sums(weights, site, ids, own, others):
    """Sums over drawn neighbours of the weight times own . others; ids: (draws, k)."""
    row = slice(weights.starts[site], weights.starts[site + 1])
    return (others[ids] @ own[site]) @ weight_values(weights)[row]


def counts_one_by_one(weights, own, others, statistic, tolerance, permutations, seed):
    """At least and at most, by a loop over the sites with the table of draws that all share."""
    k = counts(weights)
    table = draw_table(len(k), int(k.max()) + 1, permutations, seed)
    at_least, at_most = np.zeros(len(k), int), np.zeros(len(k), int)
    for site in np.flatnonzero(k):
        ids = table[: k[site]].T.copy()
        is_own = ids == site
        ids[is_own] = table[k[site]][is_own.any(axis=1)]
        sums = pair_sums(weights, site, ids, own, others)
        at_least[site] = (sums >= statistic[site] - tolerance[site]).sum()
        at_most[site] = (sums <= statistic[site] + tolerance[site]).sum()
    return at_least, at_most


def samples(n, site, k, draws, random):
    """Samples of k of the other sites, (draws, k), made for one site alone: free draws that repeat none."""
    found = np.empty((0, k), dtype=int)
    while len(found) < draws:
        ids = random.integers(0, n - 1, (draws, k))
        ordered = np.sort(ids, axis=1)
        found = np.concatenate([found, ids[np.all(ordered[:, 1:] != ordered[:, :-1], axis=1)]])
    return found[:draws] + (found[:draws] >= site)
