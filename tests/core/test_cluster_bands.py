"""Distance bands against all pairs of sites, and weights that fall with distance."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.areas.geodesy import inverse
from asm_atlas.core.clusters import bands
from asm_atlas.core.clusters.bands import band_pairs, band_weights, smallest_band
from asm_atlas.core.clusters.kernels import KERNELS, inverse_distance_weights, kernel_weights
from asm_atlas.core.clusters.nearest import nearest_neighbours
from asm_atlas.core.clusters.places import places
from asm_atlas.core.clusters.weights import counts, owners, weight_sums, weight_values
from asm_atlas.core.exceptions import Cancelled, TableError
from hypothesis import given, settings
from hypothesis import strategies as st

LINE = np.array([[0.0, 0.0], [300.0, 400.0], [600.0, 800.0], [600.0, 800.0], [9000.0, 0.0]])


def rows(weights):
    return [found.tolist() for found in np.split(weights.neighbours, weights.starts[1:-1])]


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        pytest.param(500, [[1], [0, 2, 3], [1, 3], [1, 2], []], id="exactly on the edge"),
        pytest.param(499.999, [[], [], [3], [2], []], id="a millimetre short"),
        pytest.param(1e9, [[1, 2, 3, 4], [0, 2, 3, 4], [0, 1, 3, 4], [0, 1, 2, 4], [0, 1, 2, 3]], id="all"),
    ],
)
def test_bands_by_hand(distance, expected):
    assert rows(band_weights(LINE, distance, False)) == expected


def test_no_site_and_one_site_have_no_neighbours():
    assert len(band_weights(np.zeros((0, 2)), 5, False)) == 0
    assert rows(band_weights(np.zeros((1, 2)), 5, True)) == [[]]


def test_the_smallest_band_leaves_nobody_alone():
    assert smallest_band(LINE[:4], False) == pytest.approx(500, abs=1e-6)
    random = np.random.default_rng(1)
    for geographic in (False, True):
        xy = random.random((400, 2)) * 5 + 10
        least = smallest_band(xy, geographic)
        assert counts(band_weights(xy, float(f"{least:.12g}"), geographic)).min() == 1
        assert counts(band_weights(xy, least * 0.99999, geographic)).min() == 0
    assert counts(band_weights(LINE[2:4], smallest_band(LINE[2:4], False), False)).tolist() == [1, 1]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 300), st.integers(0, 2**32 - 1), st.booleans(), st.sampled_from([1e3, 3e4, 4e5, 3e6, 3e7])
)
def test_bands_are_those_of_all_pairs(n, seed, geographic, metres):
    random = np.random.default_rng(seed)
    unit = random.random((n, 2))[random.integers(0, n, n)]
    around = np.array([[179.0, -1.0], [20.0, 88.0], [-180.0, -90.0]])[seed % 3]
    wide = np.array([[2.0, 2.0], [40.0, 2.0], [360.0, 180.0]])[seed % 3]
    xy = around + unit * wide if geographic else unit * metres * 3
    sites = places(xy, geographic)
    if geographic:
        lon, lat = sites.degrees
        apart = inverse(lon[:, None], lat[:, None], lon, lat)
    else:
        apart = np.hypot(*(sites.points[:, :, None] - sites.points[:, None]))
    np.fill_diagonal(apart, np.inf)
    near = np.rint(apart / sites.step) <= np.rint(metres / sites.step)
    doubtful = np.abs(apart - metres) < 2e-3
    starts, neighbours, measured = band_pairs(xy, metres, geographic)
    found = np.zeros((n, n), dtype=bool)
    found[np.repeat(np.arange(n), np.diff(starts)), neighbours] = True
    assert not ((found != near) & ~doubtful).any()
    assert np.array_equal(found, found.T)
    assert measured == pytest.approx(apart[found], abs=2e-4)


def test_too_many_pairs_are_refused_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr(bands, "MOST_PAIRS", 1000)
    with pytest.raises(TableError, match="more than 1,000 pairs of neighbours; take a smaller distance"):
        band_weights(np.random.default_rng(2).random((200, 2)), 5, False)


@pytest.mark.parametrize("distance", [0, -5, np.nan, np.inf])
def test_a_distance_that_is_none_is_refused(distance):
    with pytest.raises(TableError, match="no distance"):
        band_weights(LINE, distance, False)


def test_the_search_can_be_stopped():
    def stop(fraction):
        if fraction > 0.5:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        band_weights(np.random.default_rng(3).random((30_000, 2)), 0.01, False, report=stop)


def test_inverse_distance_by_hand():
    weights = inverse_distance_weights(LINE, False, distance=600, floor=100, standardised=False)
    # 1 / 500 m; the two at one place weigh as if 100 m apart.
    assert rows(weights) == [[1], [0, 2, 3], [1, 3], [1, 2], []]
    assert weights.values == pytest.approx([0.002, 0.002, 0.002, 0.002, 0.002, 0.01, 0.002, 0.01])
    squared = inverse_distance_weights(LINE, False, k=2, power=2, floor=100)
    assert squared.values[squared.starts[2] : squared.starts[3]] == pytest.approx([1 / 26, 25 / 26])
    assert weight_sums(squared) == pytest.approx(np.ones(5))


@pytest.mark.parametrize(
    ("kernel", "expected"),
    [
        pytest.param("uniform", [0.5, 0.5, 0.5], id="uniform"),
        pytest.param("triangular", [0.75, 0.5], id="triangular: nothing at the edge"),
        pytest.param("epanechnikov", [0.703125, 0.5625], id="epanechnikov"),
        pytest.param("quartic", [0.823974609375, 0.52734375], id="quartic"),
        pytest.param(
            "gaussian", [0.38666811680284924, 0.3520653267642995, 0.24197072451914337], id="gaussian"
        ),
    ],
)
def test_kernels_of_a_fixed_bandwidth(kernel, expected):
    xy = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0], [-4.0, 0.0], [90.0, 90.0]])
    weights = kernel_weights(xy, False, kernel, bandwidth=4, standardised=False)
    assert weights.values[: weights.starts[1]] == pytest.approx(expected)
    assert counts(weights)[-1] == 0


@pytest.mark.parametrize("kernel", sorted(KERNELS))
def test_kernels_of_an_adaptive_bandwidth_keep_all_neighbours(kernel):
    xy = np.random.default_rng(4).random((60, 2)) * 1e5
    xy[:10] = xy[0]  # ten at one place have the floor as bandwidth
    weights = kernel_weights(xy, False, kernel, k=6, standardised=False)
    ids, metres = nearest_neighbours(xy, 6, False)
    assert counts(weights).tolist() == [6] * 60
    assert np.array_equal(weights.neighbours, np.sort(ids, axis=1).ravel())
    dense = np.zeros((60, 60))
    dense[owners(weights), weights.neighbours] = weight_values(weights)
    width = np.maximum(metres[:, -1] * 1.0000001, 50)
    expected = KERNELS[kernel]((metres / width[:, None]).ravel())
    assert np.take_along_axis(dense, ids, axis=1).ravel() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            lambda: inverse_distance_weights(LINE, False, k=2, floor=0), "floor of 0", id="no floor"
        ),
        pytest.param(lambda: inverse_distance_weights(LINE, False, k=2, power=-1), "power of -1", id="power"),
        pytest.param(lambda: inverse_distance_weights(LINE, False), "either a number or", id="neither"),
        pytest.param(lambda: kernel_weights(LINE, False, k=2, bandwidth=5), "one of the two", id="both"),
        pytest.param(lambda: kernel_weights(LINE, False, "cubic", k=2), "no kernel 'cubic'", id="kernel"),
        pytest.param(
            lambda: kernel_weights(LINE, False, k=2, floor=np.nan), "no bandwidth", id="kernel floor"
        ),
    ],
)
def test_what_is_refused(call, words):
    with pytest.raises(TableError, match=words):
        call()
