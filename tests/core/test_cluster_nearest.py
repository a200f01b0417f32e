"""Nearest neighbours against all pairs of sites: coincident sites, ties, the dateline, the poles."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.areas.geodesy import inverse
from asm_atlas.core.clusters.nearest import knn_weights, nearest_neighbours
from asm_atlas.core.clusters.places import distances, places
from asm_atlas.core.clusters.weights import counts, lag
from asm_atlas.core.exceptions import Cancelled, TableError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RULES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def from_all_pairs(xy, k, geographic, rows=slice(None)):
    """(rows, k) positions and distances by the distance of each site to each, ties by position."""
    sites = places(xy, geographic)
    if geographic:
        lon, lat = sites.degrees
        apart = inverse(lon[rows, None], lat[rows, None], lon, lat)
    else:
        apart = np.hypot(*(sites.points[:, rows, None] - sites.points[:, None]))
    own = np.arange(len(xy))
    rank = np.rint(apart / sites.step).astype(np.int64) * len(xy) + own
    rank[own[rows, None] == own] = np.iinfo(np.int64).max
    order = np.argsort(rank, axis=1)[:, :k]
    return order, np.take_along_axis(apart, order, axis=1)


@pytest.mark.parametrize(
    ("xy", "k", "geographic", "expected"),
    [
        pytest.param([[0, 0], [1, 0], [3, 0], [7, 0]], 1, False, [[1], [0], [1], [2]], id="on a line"),
        pytest.param([[0, 0], [1, 0], [2, 0]], 2, False, [[1, 2], [0, 2], [1, 0]], id="all others"),
        pytest.param([[5, 5], [5, 5]], 1, False, [[1], [0]], id="two at one place"),
        pytest.param([[0, 0]] * 4, 2, False, [[1, 2], [0, 2], [0, 1], [0, 1]], id="all at one place"),
        pytest.param(
            [[9, 9], [0, 0], [0, 0], [0, 0], [1, 0]],
            1,
            False,
            [[4], [2], [1], [1], [1]],
            id="the first of those at one place",
        ),
        pytest.param(
            [[0, 0], [0, 1], [1, 0], [0, -1]], 1, False, [[1], [0], [0], [0]], id="ties by position"
        ),
        pytest.param([[0.1, 0], [0.2, 0], [0.3, 0]], 1, False, [[1], [0], [1]], id="ties but for rounding"),
        pytest.param([[179.9, 0], [-179.9, 0], [179.5, 0]], 1, True, [[1], [0], [0]], id="over the dateline"),
        pytest.param([[180, 5], [-180, 5], [0, 0]], 1, True, [[1], [0], [0]], id="one place, two longitudes"),
        pytest.param([[0, 89.9], [180, 89.9], [0, 89]], 1, True, [[1], [0], [0]], id="over the pole"),
        pytest.param([[10, 90], [-70, 90], [0, 80]], 1, True, [[1], [0], [0]], id="two at the pole"),
        # A degree of latitude is shorter than one of longitude on the equator: 110.6 km and 111.3 km.
        pytest.param([[0, 0], [1, 0], [0, 1]], 1, True, [[2], [0], [0]], id="geodesics, not degrees"),
    ],
)
def test_neighbours_by_hand(xy, k, geographic, expected):
    ids, _ = nearest_neighbours(np.array(xy, dtype=float), k, geographic)
    assert ids.tolist() == expected


def test_distances_are_nearest_first_and_in_metres():
    xy = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]])
    assert nearest_neighbours(xy, 2, False)[1].tolist() == [[5, 10], [5, 5], [5, 10]]
    metres = nearest_neighbours(np.array([[29.0, 0.0], [29.0, 1.0]]), 1, True)[1]
    assert metres == pytest.approx(110574.389, abs=1e-3)  # a degree of the meridian from the equator


@st.composite
def crowds(draw):
    """Sites as files have them: anywhere, on a lattice, on a line, at few places, round dateline and poles."""
    geographic = draw(st.booleans())
    n = draw(st.integers(2, 300))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    unit = random.random((n, 2))
    kind = draw(st.sampled_from(["anywhere", "lattice", "line", "few places", "tails", "edge"]))
    if kind == "lattice":
        unit = np.round(unit, 1)
    elif kind == "line":
        unit[:, draw(st.integers(0, 1))] = 0.5
    elif kind == "few places":
        unit = unit[random.integers(0, max(n // 20, 1), n)]
    elif kind == "tails":
        unit = np.exp(-9 * unit)
    size = draw(st.sampled_from([1e-4, 1.0, 100.0] if geographic else [1.0, 1e3, 1e6]))
    if geographic and kind == "edge":
        lat = draw(st.sampled_from([0.0, 89.9, -90.0]))
        xy = np.column_stack([180 + size * (unit[:, 0] - 0.5), np.clip(lat + unit[:, 1] - 0.5, -90, 90)])
    elif geographic:
        xy = unit * size + np.array([-50.0, -49.0])
    else:
        xy = unit * size
    k = draw(st.integers(1, n - 1) if draw(st.booleans()) else st.integers(1, min(n - 1, 12)))
    return xy, k, geographic


@RULES
@given(crowds())
def test_neighbours_are_those_of_all_pairs(crowd):
    xy, k, geographic = crowd
    ids, apart = nearest_neighbours(xy, k, geographic)
    expected, expected_apart = from_all_pairs(xy, k, geographic)
    assert np.abs(apart - expected_apart).max() < (2e-4 if geographic else 1e-9 * max(np.abs(xy).max(), 1))
    # Where two formulas of the geodesic fall on either side of a half millimetre a tie may be told otherwise.
    assert (ids != expected).any(axis=1).mean() <= (0.01 if geographic else 0)


def test_neighbours_of_the_whole_globe_at_every_distance():
    random = np.random.default_rng(4)
    xy = np.column_stack([random.uniform(-180, 180, 200), np.degrees(np.arcsin(random.uniform(-1, 1, 200)))])
    ids, metres = nearest_neighbours(xy, 199, True)
    expected, expected_metres = from_all_pairs(xy, 199, True)
    assert np.array_equal(ids, expected)
    assert metres == pytest.approx(expected_metres, abs=2e-4)


@pytest.mark.parametrize("km", [0.001, 1, 100, 299, 301, 5000])
def test_a_distance_is_the_geodesic_and_the_same_both_ways(km):
    random = np.random.default_rng(5)
    lon, lat = random.uniform(-180, 180, 500), random.uniform(-80, 80, 500)
    turn = random.uniform(0, 2 * np.pi, 500)
    xy = np.column_stack([lon, lat])
    away = np.column_stack([np.cos(turn) / np.cos(np.radians(lat)), np.sin(turn)]) * km / 111.32
    sites = places(np.concatenate([xy, np.clip(xy + away, [-360, -90], [360, 90])]), True)
    one, other = np.arange(500), np.arange(500, 1000)
    metres = distances(sites, one, other)
    assert np.array_equal(metres, distances(sites, other, one))
    expected = inverse(*sites.degrees[:, one], *sites.degrees[:, other])
    assert metres == pytest.approx(expected, abs=1e-4)


def test_weights_of_the_nearest_average_their_values():
    weights = knn_weights(np.array([[0, 0], [1, 0], [3, 0], [7, 0]]), 2, False)
    assert counts(weights).tolist() == [2, 2, 2, 2]
    assert weights.neighbours.tolist() == [1, 2, 0, 2, 0, 1, 1, 2]
    assert lag(weights, np.array([1.0, 2.0, 4.0, 8.0])).tolist() == [3, 2.5, 1.5, 3]


@pytest.mark.parametrize(
    ("xy", "k", "geographic", "words"),
    [
        pytest.param([[0, 0], [1, 1]], 2, False, "2 neighbours are asked of 2 sites", id="as many as sites"),
        pytest.param([[0, 0], [1, 1]], 0, False, "0 neighbours", id="none"),
        pytest.param([], 1, False, "of 0 sites", id="no sites"),
        pytest.param([[0, 0], [np.nan, 1]], 1, False, "1 sites have no coordinates .* row 2", id="no place"),
        pytest.param([[0, 0], [500000, 1]], 1, True, "reference system", id="metres taken for degrees"),
    ],
)
def test_what_is_refused(xy, k, geographic, words):
    with pytest.raises(TableError, match=words):
        nearest_neighbours(np.array(xy, dtype=float).reshape(-1, 2), k, geographic)


def test_progress_rises_and_the_search_can_be_stopped():
    xy = np.random.default_rng(6).random((20_000, 2))
    seen = []
    nearest_neighbours(xy, 4, False, seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 1)
    assert len(seen) > 5

    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        nearest_neighbours(xy, 4, False, stop)


@pytest.mark.real_data
@pytest.mark.parametrize("row", ["site", "visit"])
def test_mines_of_the_release(data, row):
    visits = pd.read_csv(data / "ipis/cod_mines_ipis_2026-05.csv", low_memory=False)
    rows = visits.drop_duplicates("pcode") if row == "site" else visits.head(4000)
    places_of = rows[["longitude", "latitude"]]
    # Repeat visits stand at one place: each row must still have eight others.
    assert places_of.duplicated().sum() > (1000 if row == "visit" else -1)
    xy = places_of.to_numpy(dtype=float)
    assert len(xy) > 3400
    ids, metres = nearest_neighbours(xy, 8, True)
    some = slice(None, None, 7)
    expected, expected_metres = from_all_pairs(xy, 8, True, some)
    assert np.array_equal(ids[some], expected)
    assert np.abs(metres[some] - expected_metres).max() < 1e-4
    assert not (ids == np.arange(len(xy))[:, None]).any()
