"""Contiguity against tessellations whose neighbours are known, and the departments of Guerry."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.clusters.contiguity import contiguity_weights, higher_order
from asm_atlas.core.clusters.weights import counts, from_pairs
from asm_atlas.core.exceptions import Cancelled, GeometryError, TableError
from hypothesis import given, settings
from hypothesis import strategies as st

SQUARES = {(x, y): shapely.box(x, y, x + 1, y + 1) for x in range(3) for y in range(3)}
RING = shapely.box(0, 0, 3, 3).difference(SQUARES[1, 1])


def rows(weights):
    return [found.tolist() for found in np.split(weights.neighbours, weights.starts[1:-1])]


@pytest.mark.parametrize(
    ("polygons", "queen", "rook"),
    [
        pytest.param([SQUARES[0, 0], SQUARES[0, 1]], [[1], [0]], [[1], [0]], id="side by side"),
        pytest.param([SQUARES[0, 0], SQUARES[1, 1]], [[1], [0]], [[], []], id="corner to corner"),
        pytest.param([SQUARES[0, 0], SQUARES[2, 0]], [[], []], [[], []], id="apart"),
        pytest.param([RING, SQUARES[1, 1]], [[1], [0]], [[1], [0]], id="an enclave in its hole"),
        pytest.param([RING, shapely.box(1.2, 1.2, 1.8, 1.8)], [[], []], [[], []], id="an island in a hole"),
        pytest.param(
            [RING, shapely.box(1.2, 1.2, 2, 2)], [[1], [0]], [[1], [0]], id="an island ashore at two sides"
        ),
        pytest.param(
            [shapely.box(0, 0, 1, 3), SQUARES[1, 1]], [[1], [0]], [[1], [0]], id="a side without corners"
        ),
        pytest.param(
            [shapely.Polygon([(0, 0), (0, 3), (1, 1.5)]), SQUARES[1, 1]],
            [[1], [0]],
            [[], []],
            id="a tip that meets a side",
        ),
        pytest.param([SQUARES[0, 0], shapely.box(0.5, 0.5, 2, 2)], [[1], [0]], [[1], [0]], id="overlapping"),
        pytest.param(
            [shapely.box(0, 0, 3, 3), SQUARES[1, 1]], [[1], [0]], [[1], [0]], id="drawn over one another"
        ),
        pytest.param(
            [SQUARES[0, 0]] * 3, [[1, 2], [0, 2], [0, 1]], [[1, 2], [0, 2], [0, 1]], id="drawn thrice"
        ),
        pytest.param(
            [shapely.union(SQUARES[0, 0], SQUARES[2, 2]), SQUARES[1, 2], SQUARES[1, 1]],
            [[1, 2], [0, 2], [0, 1]],
            [[1], [0, 2], [1]],
            id="two parts",
        ),
        pytest.param(
            [shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), shapely.box(2, 0, 3, 1)],
            [[1], [0]],
            [[1], [0]],
            id="a bow that crosses itself",
        ),
        pytest.param([SQUARES[0, 0], None, SQUARES[0, 1]], [[2], [], [0]], [[2], [], [0]], id="one missing"),
        pytest.param([shapely.Polygon(), SQUARES[0, 1]], [[], []], [[], []], id="one empty"),
        pytest.param([shapely.Point(0, 0).buffer(1)], [[]], [[]], id="only one"),
        pytest.param(
            [shapely.Polygon([(0, 0, 5), (1, 0, 5), (1, 1, 5), (0, 1, 5)]), SQUARES[1, 0]],
            [[1], [0]],
            [[1], [0]],
            id="with heights",
        ),
    ],
)
def test_neighbours_by_hand(polygons, queen, rook):
    assert rows(contiguity_weights(polygons)) == queen
    assert rows(contiguity_weights(polygons, rook=True)) == rook
    assert rows(contiguity_weights(polygons, snap=1e-9)) == queen
    assert rows(contiguity_weights(polygons, rook=True, snap=1e-9)) == rook


def test_no_polygons():
    assert len(contiguity_weights([])) == 0
    assert len(contiguity_weights([], rook=True)) == 0


@st.composite
def tessellations(draw):
    """Labels of the cells of a lattice, -1 for a gap, and a polygon for each label: parts, holes, islands."""
    wide, high, n = draw(st.integers(1, 9)), draw(st.integers(1, 9)), draw(st.integers(1, 25))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    labels = random.integers(-1, n, (wide, high))
    cells = [[shapely.box(x, y, x + 1, y + 1) for y in range(high)] for x in range(wide)]
    cells = np.array(cells, dtype=object).reshape(wide, high)
    return labels, [shapely.union_all(cells[labels == label]) for label in range(n)]


def touching(labels, steps):
    """Pairs of labels whose cells are so many steps apart."""
    wide, high = labels.shape
    found = set()
    for dx, dy in steps:
        here = labels[max(-dx, 0) : wide - max(dx, 0), max(-dy, 0) : high - max(dy, 0)]
        there = labels[max(dx, 0) : wide + min(dx, 0), max(dy, 0) : high + min(dy, 0)]
        found |= set(zip(here.ravel().tolist(), there.ravel().tolist()))
    return {(one, other) for one, other in found if one != other and min(one, other) >= 0}


SIDES = [(1, 0), (-1, 0), (0, 1), (0, -1)]
CORNERS = [(1, 1), (1, -1), (-1, 1), (-1, -1)]


def pairs(weights):
    return {(site, other) for site, found in enumerate(rows(weights)) for other in found}


@settings(max_examples=80, deadline=None)
@given(tessellations(), st.sampled_from([0.0, 0.001]))
def test_neighbours_on_lattices(tessellation, snap):
    labels, polygons = tessellation
    assert pairs(contiguity_weights(polygons, snap=snap)) == touching(labels, SIDES + CORNERS)
    assert pairs(contiguity_weights(polygons, rook=True, snap=snap)) == touching(labels, SIDES)


@settings(max_examples=60, deadline=None)
@given(tessellations())
def test_gaps_are_bridged_by_a_larger_tolerance_only(tessellation):
    labels, polygons = tessellation
    shrunk = [shapely.buffer(polygon, -0.01, join_style="mitre") for polygon in polygons]
    assert pairs(contiguity_weights(shrunk, snap=0.019)) == set()
    assert pairs(contiguity_weights(shrunk, snap=0.03)) == touching(labels, SIDES + CORNERS)
    assert pairs(contiguity_weights(shrunk, rook=True, snap=0.019)) == set()
    assert pairs(contiguity_weights(shrunk, rook=True, snap=0.03)) == touching(labels, SIDES)


@pytest.mark.parametrize("seed", range(3))
def test_random_cells_against_relations_of_each_pair(seed):
    random = np.random.default_rng(seed)
    points = shapely.multipoints(random.random((200, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(points))
    words = shapely.relate(cells[:, None], cells).tolist()
    each = [(one, other) for one in range(len(cells)) for other in range(len(cells)) if one != other]
    # Places 0, 1, 3, 4: interior or boundary of the one with interior or boundary of the other.
    queen = {(one, other) for one, other in each if {words[one][other][at] for at in (0, 1, 3, 4)} != {"F"}}
    rook = {
        (one, other) for one, other in queen if words[one][other][0] == "2" or words[one][other][4] == "1"
    }
    assert pairs(contiguity_weights(cells)) == queen
    assert pairs(contiguity_weights(cells, rook=True)) == rook


# 0 - 1 - 2 - 3 in a row, 4 beside 0 and 2
CHAIN = from_pairs(5, [0, 1, 1, 2, 2, 3, 0, 4, 4, 2], [1, 0, 2, 1, 3, 2, 4, 0, 2, 4])


@pytest.mark.parametrize(
    ("order", "with_lower", "expected"),
    [
        pytest.param(1, False, [[1, 4], [0, 2], [1, 3, 4], [2], [0, 2]], id="first"),
        pytest.param(2, False, [[2], [3, 4], [0], [1, 4], [1, 3]], id="second alone"),
        pytest.param(
            2, True, [[1, 2, 4], [0, 2, 3, 4], [0, 1, 3, 4], [1, 2, 4], [0, 1, 2, 3]], id="first and second"
        ),
        pytest.param(3, False, [[3], [], [], [0], []], id="third alone"),
        pytest.param(9, False, [[], [], [], [], []], id="beyond the farthest"),
        pytest.param(
            9, True, [[1, 2, 3, 4], [0, 2, 3, 4], [0, 1, 3, 4], [0, 1, 2, 4], [0, 1, 2, 3]], id="all"
        ),
    ],
)
def test_higher_orders(order, with_lower, expected):
    assert rows(higher_order(CHAIN, order, with_lower)) == expected


def test_higher_orders_of_isolated_sites_and_of_none():
    alone = from_pairs(3, [], [])
    assert rows(higher_order(alone, 3, True)) == [[], [], []]
    assert len(higher_order(from_pairs(0, [], []), 2)) == 0


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        pytest.param(
            lambda: contiguity_weights([SQUARES[0, 0], shapely.Point(1, 1)]),
            GeometryError,
            "1 features are no polygons .* row 2",
            id="a point",
        ),
        pytest.param(lambda: contiguity_weights([], snap=-1), TableError, "tolerance of -1", id="tolerance"),
        pytest.param(lambda: higher_order(CHAIN, 0), TableError, "order 0", id="order"),
    ],
)
def test_what_is_refused(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_the_search_can_be_stopped():
    def stop(fraction):
        if fraction > 0.5:
            raise Cancelled("stopped")

    x, y = np.meshgrid(np.arange(60.0), np.arange(60.0))
    with pytest.raises(Cancelled):
        contiguity_weights(shapely.box(x, y, x + 1, y + 1).ravel(), report=stop)


@pytest.mark.real_data
def test_departments_of_guerry_have_the_published_neighbours(data):
    ogr = pytest.importorskip("osgeo.ogr")
    source = ogr.Open(str(data / "lisa/guerry/Guerry.shp"))
    layer = source.GetLayer()
    polygons = [shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb())) for row in layer]
    expected = pd.read_csv(data / "lisa/expected/guerry_queen_neighbours.csv")["neighbours"]
    weights = contiguity_weights(polygons)
    assert rows(weights) == [sorted(map(int, text.split())) for text in expected]
    assert counts(weights).sum() == 420
