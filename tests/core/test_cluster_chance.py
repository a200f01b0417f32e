"""What p says is what chance does: beside samples drawn for each site alone, and on fields without clusters."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.analysis import Inference, analyse
from asm_atlas.core.clusters.rates import standardised_rates
from asm_atlas.core.clusters.weights import counts, weight_values
from cluster_fields import made_up_weights, samples

N, SITES, DRAWS = 1_200, 150, 20_000
# Permutations, and seeds over which the error is averaged: sites share their draws, and so its sign.
SEEDS = {999: 30, 9_999: 12, 99_999: 2}


def scores(values):
    return (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)


def made_up_values(statistic, n, random):
    """Values without any order in space."""
    if statistic == "moran_rate":
        population = random.lognormal(5, 1, n)
        return np.column_stack([random.poisson(0.1 * population), population])
    if statistic == "join_count":
        return (random.random((n, 1)) < 0.3).astype(float)
    if statistic == "colocation":
        return (random.random((n, 2)) < 0.7).astype(float)
    if statistic in ("g", "gstar"):
        return random.exponential(size=(n, 1))
    return random.normal(size=(n, {"moran_bivariate": 2, "geary_multivariate": 3}.get(statistic, 1)))


def statistic_of(statistic, values, weights):
    """A function (site, ids, w) -> the statistic with these neighbours, by its plain formula; ids: (draws, k)."""
    if statistic == "moran_rate":
        z = scores(standardised_rates(*values.T))
        return lambda site, ids, w: z[site] * (z[ids] @ w)
    if statistic in ("moran", "moran_bivariate"):
        z = scores(values)
        return lambda site, ids, w: z[site, 0] * (z[ids, -1] @ w)
    if statistic.startswith("geary"):
        z = scores(values)
        return lambda site, ids, w: ((z[site] - z[ids]) ** 2).mean(axis=2) @ w
    if statistic == "g":
        x = values[:, 0]
        return lambda site, ids, w: x[ids] @ w / (x.sum() - x[site])
    if statistic == "gstar":
        x = values[:, 0]
        return lambda site, ids, w: (x[ids] @ w + w.max() * x[site]) / (1 + w.max()) / x.sum()
    has = values.prod(axis=1)
    return lambda site, ids, w: has[site] * has[ids].sum(axis=1)


@pytest.mark.parametrize(
    ("statistic", "kind"),
    [
        ("moran", "uniform"),
        ("moran", "ragged"),
        ("moran", "general"),
        ("moran", "general ragged"),
        ("moran_bivariate", "ragged"),
        ("moran_rate", "uniform"),
        ("geary", "uniform"),
        ("geary", "general ragged"),
        ("geary_multivariate", "ragged"),
        ("geary_multivariate", "general"),
        ("g", "uniform"),
        ("gstar", "general ragged"),
        ("join_count", "ragged"),
        ("colocation", "uniform"),
    ],
)
def test_p_beside_samples_for_each_site_alone(statistic, kind):
    random = np.random.default_rng(20)
    weights = made_up_weights(kind, N, random, k=8, most=16)
    values = made_up_values(statistic, N, random)
    plain, w = statistic_of(statistic, values, weights), weight_values(weights)
    tested = analyse(statistic, values, weights, Inference(9, global_permutations=0)).table.lisa_p.notna()
    sites = random.choice(np.flatnonzero(tested), SITES, replace=False)
    shares, k = [], counts(weights)
    for site in sites:
        row = slice(weights.starts[site], weights.starts[site + 1])
        own = plain(site, weights.neighbours[row][None], w[row])
        drawn = plain(site, samples(N, site, k[site], DRAWS, random), w[row])
        shares.append((drawn >= own - 1e-9 * abs(own)).mean())
    shares = np.clip(shares, 1 / DRAWS, 1 - 1 / DRAWS)
    for permutations, seeds in SEEDS.items():
        error = np.sqrt(shares * (1 - shares) * (1 / DRAWS + 1 / permutations))
        squares = []
        for seed in range(seeds):
            chosen = Inference(permutations, seed, tail="greater", global_permutations=0)
            p = analyse(statistic, values, weights, chosen).table.lisa_p.to_numpy()[sites]
            squares.append(np.mean(((p * (permutations + 1) - 1) / permutations - shares) ** 2 / error**2))
        assert 0.8 < np.sqrt(np.mean(squares)) < 1.2


EXPECTED = {"two_sided": 0.05, "geoda": 0.10, "greater": 0.05, "less": 0.05}
CONTINUOUS = ("moran", "moran_bivariate", "moran_rate", "geary", "geary_multivariate", "g", "gstar")


@pytest.mark.parametrize("kind", ["ragged", "general"])
@pytest.mark.parametrize("tail", EXPECTED)
@pytest.mark.parametrize("statistic", [*CONTINUOUS, "join_count", "colocation"])
def test_as_many_false_clusters_as_alpha_says(statistic, tail, kind):
    random = np.random.default_rng(7)
    rates = []
    for seed in range(50):
        weights = made_up_weights(kind, 200, random, k=8)
        values = made_up_values(statistic, 200, random)
        p = analyse(
            statistic, values, weights, Inference(199, seed, tail=tail, global_permutations=0)
        ).table.lisa_p
        rates.append((p.dropna() <= 0.05).mean())
    off, error = np.mean(rates) - EXPECTED[tail], np.std(rates, ddof=1) / np.sqrt(len(rates))
    assert error < 0.007
    assert off < 3.5 * error
    # Of a few yes and no the draws that tie count on both sides, so that p is too large rather than too small.
    assert off > -3.5 * error or statistic in ("join_count", "colocation")


@pytest.mark.parametrize("correction", ["fdr", "bonferroni"])
def test_corrections_leave_fields_without_clusters_blank(correction):
    random = np.random.default_rng(8)
    chosen = Inference(9_999, correction=correction, global_permutations=0)
    fields, marked = 150, 0
    for _ in range(fields):
        weights = made_up_weights("uniform", 100, random)
        classes = analyse("moran", random.normal(size=100), weights, chosen).table.lisa_cluster
        marked += classes.between(1, 4).any()
    assert marked <= fields * 0.05 + 3 * np.sqrt(fields * 0.05 * 0.95)


@pytest.mark.parametrize("tail", EXPECTED)
@pytest.mark.parametrize("statistic", [*CONTINUOUS, "join_count"])
def test_as_many_false_global_results_as_alpha_says(statistic, tail):
    random = np.random.default_rng(9)
    fields = 250
    found = 0
    for seed in range(fields):
        weights = made_up_weights(["ragged", "general"][seed % 2], 40, random, most=8)
        chosen = Inference(1, seed, tail=tail, global_permutations=99)
        found += analyse(statistic, made_up_values(statistic, 40, random), weights, chosen).overall.p <= 0.04
    # Of 99 permutations a two-sided p is 0.02, 0.04, ...: 0.04 is held by two on either side.
    expected = 0.08 if tail == "geoda" else 0.04
    error = np.sqrt(expected * (1 - expected) / fields)
    assert abs(found / fields - expected) < 3.5 * error
