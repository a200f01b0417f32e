"""From values and neighbours to classes: what comes out for each site, and what is said of the rest."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters import global_statistics
from asm_atlas.core.clusters.analysis import COLUMNS, Inference, analyse
from asm_atlas.core.clusters.weights import from_pairs
from asm_atlas.core.exceptions import TableError

QUICK = Inference(permutations=99, global_permutations=9)


def ring(n, reach=2):
    """Each of n sites on a ring beside the reach sites before and after it."""
    steps = [step for step in range(-reach, reach + 1) if step]
    sites = np.repeat(np.arange(n), len(steps))
    return from_pairs(n, sites, (sites + np.tile(steps, n)) % n)


def notes_of(result):
    return {note.code: note.count for note in result.notes}


def test_a_row_for_each_site_in_its_order():
    values = np.random.default_rng(1).normal(size=50)
    table = analyse("moran", values, ring(50), QUICK).table
    assert tuple(table) == COLUMNS
    assert table.lisa_z.to_numpy() == pytest.approx((values - values.mean()) / values.std(ddof=1))
    assert (table.lisa_n == 4).all()
    assert table.lisa_p.between(1 / 100, 1).all()


def test_unknown_and_lonely_sites_are_classes_and_counted():
    values = np.random.default_rng(1).normal(size=12)
    values[[0, 5]] = np.nan, np.inf
    chain = from_pairs(12, [1, 2, 2, 3, 3, 4, 4, 5, 6, 7], [0, 3, 1, 2, 4, 3, 5, 4, 7, 6])
    result = analyse("moran", values, chain, QUICK)
    assert result.table.lisa_cluster[[0, 5]].tolist() == [5, 5]
    assert result.table.lisa_cluster[[1, 8, 9, 10, 11]].tolist() == [6] * 5
    assert result.table.lisa_p[[0, 1, 5, 8]].isna().all()
    assert result.table.lisa_n.tolist() == [0, 0, 2, 2, 1, 0, 1, 1, 0, 0, 0, 0]
    assert notes_of(result) == {"unknown": 2, "isolated": 4, "left_alone": 1}


@pytest.mark.parametrize("values", [[3.0] * 6, [np.nan] * 6, [np.nan, 2, 2, 2, 2, np.nan]])
def test_values_that_are_all_equal_are_undefined(values):
    result = analyse("moran", np.array(values), ring(6), QUICK)
    assert (result.table.lisa_cluster == 5).all()
    assert result.table.lisa_i.isna().all()
    assert np.isnan(result.overall.p)


@pytest.mark.parametrize(
    ("statistic", "choices", "words"),
    [
        pytest.param("morans", {}, "no local statistic 'morans'", id="statistic"),
        pytest.param("moran", {"tail": "both"}, "'both' is none of", id="tail"),
        pytest.param("moran", {"correction": "holm"}, "'holm' is none of", id="correction"),
        pytest.param("moran", {"permutations": 0}, "1 or more", id="no permutations"),
        pytest.param("moran", {"alpha": 5}, "between 0 and 1", id="alpha in per cent"),
    ],
)
def test_choices_that_do_not_fit_are_refused(statistic, choices, words):
    with pytest.raises(TableError, match=words):
        analyse(statistic, np.arange(6.0), ring(6), Inference(**choices))


@pytest.mark.parametrize(
    ("statistic", "values", "words"),
    [
        pytest.param(
            "moran_bivariate", np.ones((6, 1)), "needs 2 variables, not 1", id="one variable of two"
        ),
        pytest.param("moran", np.ones((6, 2)), "needs 1 variables, not 2", id="two variables of one"),
        pytest.param("moran", np.arange(5.0), "5 sites have values and 6", id="other sites"),
        pytest.param("g", np.arange(6.0) - 1, "1 sites have a value below 0", id="G of negative values"),
        pytest.param("join_count", np.arange(6.0), "such as 2", id="join counts of numbers"),
        pytest.param(
            "moran", np.array([0, 1.7e308, 1.7e308, 1.6e308, 0, 0]), "too large", id="beyond reckoning"
        ),
    ],
)
def test_variables_that_do_not_fit_are_refused(statistic, values, words):
    with pytest.raises(TableError, match=words):
        analyse(statistic, values, ring(6), QUICK)


@pytest.mark.parametrize("statistic", ["moran", "geary", "g", "gstar", "join_count"])
@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_next_to_no_sites(statistic, n):
    weights = from_pairs(n, [0, 1][:n] if n > 1 else [], [1, 0][:n] if n > 1 else [])
    result = analyse(statistic, np.arange(float(n)) > 0.5, weights, QUICK)
    assert len(result.table) == n
    assert result.table.lisa_cluster.isin([0, 5, 6]).all()


@pytest.mark.parametrize("statistic", ["moran", "geary", "g", "gstar", "join_count"])
def test_sites_that_all_stand_alone(statistic):
    result = analyse(statistic, np.array([0.0, 1.0, 1.0, 0.0]), from_pairs(4, [], []), QUICK)
    assert (result.table.lisa_cluster == 6).all()
    assert result.table[["lisa_i", "lisa_lag", "lisa_p", "lisa_q"]].isna().all(axis=None)
    assert notes_of(result) == {"isolated": 4}


@pytest.mark.parametrize("scale", [1e-200, 1e-9, 1e9, 1e100])
def test_the_unit_of_the_values_changes_nothing(scale):
    values = np.random.default_rng(3).normal(size=40)
    given, scaled = (analyse("moran", x, ring(40), QUICK).table for x in (values, values * scale))
    assert scaled.lisa_i.to_numpy() == pytest.approx(given.lisa_i.to_numpy())
    assert scaled.lisa_p.tolist() == given.lisa_p.tolist()


def test_the_same_seed_gives_the_same_and_another_seed_another():
    values = np.random.default_rng(3).normal(size=40)
    tables = [analyse("moran", values, ring(40), Inference(999, seed)).table for seed in (1, 1, 2)]
    assert tables[0].equals(tables[1])
    assert not tables[0].equals(tables[2])


def test_equal_weights_written_out_are_as_equal_ones():
    values = np.random.default_rng(3).normal(size=40)
    plain, n = ring(40), 40
    written = from_pairs(
        n, np.repeat(np.arange(n), 4), plain.neighbours, np.full(4 * n, 2.5), standardised=False
    )
    for statistic in ("moran", "geary", "gstar"):
        given = analyse(statistic, np.abs(values), plain, QUICK).table
        other = analyse(statistic, np.abs(values), written, QUICK).table
        assert other.lisa_p.tolist() == given.lisa_p.tolist()
        assert other.lisa_cluster.tolist() == given.lisa_cluster.tolist()


def test_the_mean_of_the_global_statistic_by_chance_is_what_is_expected(monkeypatch):
    drawn, original = [], global_statistics._exchanged
    monkeypatch.setattr(
        global_statistics, "_exchanged", lambda *given: drawn.append(original(*given)) or drawn[-1]
    )
    values = np.random.default_rng(4).exponential(size=30)
    for statistic in ("moran", "geary", "g", "join_count"):
        given = (values > 1).astype(float) if statistic == "join_count" else values
        overall = analyse(statistic, given, ring(30), Inference(9, global_permutations=4_000)).overall
        assert abs(drawn[-1].mean() - overall.expected) < 4 * drawn[-1].std() / np.sqrt(4_000)
