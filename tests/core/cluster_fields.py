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


def nearest(n, random, k=8):
    """The k nearest of n random places, weighed the same, and the distances."""
    xy = random.uniform(size=(n, 2))
    apart = np.hypot(*(xy[:, None] - xy).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    near = np.argsort(apart, axis=1)[:, :k]
    return np.repeat(np.arange(n), k), near.ravel(), np.take_along_axis(apart, near, axis=1).ravel()


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


def share_by_force(weights, own, others, statistic, sites, draws, random):
    """Share of draws at least as large, by samples of the other sites made for each site alone."""
    n, shares = len(weights), []
    for site in sites:
        k = weights.starts[site + 1] - weights.starts[site]
        keys = random.random((draws, n - 1))
        ids = np.argpartition(keys, k - 1, axis=1)[:, :k]
        ids = np.take_along_axis(ids, random.random(ids.shape).argsort(axis=1), axis=1)
        sums = pair_sums(weights, site, ids + (ids >= site), own, others)
        shares.append((sums >= statistic[site] - 1e-9).mean())
    return np.array(shares)
