"""Delaunay neighbours: empty circles, lines, sites at one place, sphere and plane."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from asm_atlas.core.areas.geodesy import E2
from asm_atlas.core.clusters import delaunay
from asm_atlas.core.clusters.delaunay import delaunay_weights
from asm_atlas.core.clusters.weights import counts, weight_sums
from asm_atlas.core.exceptions import TableError
from hypothesis import given, settings
from hypothesis import strategies as st


def rows(weights):
    return [found.tolist() for found in np.split(weights.neighbours, weights.starts[1:-1])]


def pairs(weights):
    return {(one, other) for one, row in enumerate(rows(weights)) for other in row}


@pytest.mark.parametrize("geographic", [False, True])
@pytest.mark.parametrize(
    ("xy", "expected"),
    [
        pytest.param([], [], id="no site"),
        pytest.param([[1, 1]], [[]], id="one site"),
        pytest.param([[1, 1], [2, 5]], [[1], [0]], id="two sites"),
        pytest.param([[1, 1], [1, 1]], [[1], [0]], id="two at one place"),
        pytest.param([[0, 0], [4, 0], [0, 4]], [[1, 2], [0, 2], [0, 1]], id="a triangle"),
        pytest.param([[0, 0], [0, 3], [0, 1], [0, 8]], [[2], [2, 3], [0, 1], [1]], id="on a meridian"),
        pytest.param([[3, 0], [0, 0], [1, 0]], [[2], [2], [0, 1]], id="on the equator"),
        pytest.param(
            [[0, 0], [4, 0], [0, 4], [1, 1]],
            [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]],
            id="one in the middle",
        ),
        pytest.param(
            [[0, 0], [0, 5], [0, 1], [0, 0], [0, 1]],
            [[2, 3, 4], [2, 4], [0, 1, 3, 4], [0, 2, 4], [0, 1, 2, 3]],
            id="pairs at one place",
        ),
        # The short diagonal of a kite.
        pytest.param([[0, 3], [2, 0], [0, -3], [-2, 0]], [[1, 3], [0, 2, 3], [1, 3], [0, 1, 2]], id="a kite"),
    ],
)
def test_neighbours_by_hand(xy, expected, geographic):
    weights = delaunay_weights(np.array(xy, dtype=float).reshape(-1, 2), geographic)
    assert [row for row in rows(weights) if len(weights)] == expected


def test_triangles_reach_over_dateline_and_pole():
    xy = np.array([[179.0, 0.0], [-179.0, 0.0], [180.0, 2.0], [180.0, 0.7]])
    assert rows(delaunay_weights(xy, True))[3] == [0, 1, 2]
    xy = np.array([[0.0, 89.0], [120.0, 89.0], [-120.0, 89.0], [50.0, 90.0]])
    assert rows(delaunay_weights(xy, True))[3] == [0, 1, 2]


def empty_circle_pairs(points, beyond):
    """Pairs on a plane through three of (n, 3) points with no point on the side away from the place `beyond`.

    On a sphere that side is a circle's inside; so it is in a plane whose points are lifted to a paraboloid.
    """
    found = set()
    for three in combinations(range(len(points)), 3):
        a, b, c = points[list(three)]
        normal = np.cross(b - a, c - a)
        normal = normal * -np.sign(normal @ (beyond - a))
        if ((np.delete(points, three, axis=0) - a) @ normal < 0).all():
            found |= set(combinations(three, 2))
    return found


def on_the_conformal_sphere(lon, lat):
    """Earth-centred unit vectors; conformal latitude by hyperbolic functions."""
    e, sine = np.sqrt(E2), np.sin(np.radians(lat))
    conformal = np.arcsin(np.tanh(np.arctanh(sine) - e * np.arctanh(e * sine)))
    lam = np.radians(lon)
    return np.stack(
        [np.cos(conformal) * np.cos(lam), np.cos(conformal) * np.sin(lam), np.sin(conformal)], axis=1
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 22), st.integers(0, 2**32 - 1), st.booleans(), st.sampled_from([0.1, 1.0, 40.0]))
def test_circles_through_neighbours_are_empty(n, seed, geographic, wide):
    xy = np.random.default_rng(seed).random((n, 2)) * wide + [28.0, 10.0]
    found = pairs(delaunay_weights(xy, geographic))
    if geographic:
        points = on_the_conformal_sphere(*xy.T)
        beyond = -points.mean(axis=0) / np.linalg.norm(points.mean(axis=0))
        expected = empty_circle_pairs(points, beyond)
    else:
        plane = (xy - xy.mean(axis=0)) / wide
        lifted = np.column_stack([plane, (plane**2).sum(axis=1)])
        expected = empty_circle_pairs(lifted, np.array([0.0, 0.0, 1e6]))
    assert {(one, other) for one, other in found if one < other} == expected


@pytest.mark.parametrize("geographic", [False, True])
@pytest.mark.parametrize(
    "xy",
    [
        pytest.param(np.column_stack([np.full(500, 29.0), np.linspace(-20, 20, 500)]), id="meridian"),
        pytest.param(np.column_stack([np.linspace(10, 50, 500), np.full(500, 7.0)]), id="parallel"),
        pytest.param(np.column_stack([np.arange(400) % 20, np.arange(400) // 20]) * 0.1 + 20, id="lattice"),
        pytest.param(np.round(np.random.default_rng(1).random((2000, 2)), 2), id="few decimals"),
        pytest.param(
            np.random.default_rng(2).random((300, 2))[np.random.default_rng(3).integers(0, 300, 900)],
            id="repeated",
        ),
    ],
)
def test_everybody_is_reached_and_neighbours_are_mutual(xy, geographic):
    weights = delaunay_weights(xy, geographic)
    n = len(xy)
    assert counts(weights).min() >= 1
    assert weight_sums(weights) == pytest.approx(np.ones(n))
    assert pairs(weights) == {(other, one) for one, other in pairs(weights)}
    reached, last = {0}, {0}
    found = rows(weights)
    while last:
        last = {other for one in last for other in found[one]} - reached
        reached |= last
    assert len(reached) == n


def test_what_is_refused(monkeypatch):
    with pytest.raises(TableError, match="half the globe"):
        delaunay_weights(np.array([[0.0, 90.0], [0.0, -20.0], [120.0, -20.0], [-120.0, -20.0]]), True)
    monkeypatch.setattr(delaunay, "MOST_PAIRS", 100)
    with pytest.raises(TableError, match="would make 380 pairs of neighbours"):
        delaunay_weights(np.zeros((20, 2)), False)
