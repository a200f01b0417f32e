"""Sites at one place, dense zones and free places, against plain counting."""

import math

import numpy as np
import pytest
import shapely
from asm_atlas.core.sheets.dense_zones import crowded_sites, inset_zones
from asm_atlas.core.sheets.displacement import SAME_PLACE_M, displaced_places
from asm_atlas.core.sheets.empty_places import EmptyPlaces
from asm_atlas.core.sheets.meeting_boxes import meeting_boxes


def random_points(n, width, seed):
    return np.random.default_rng(seed).uniform(0, width, (n, 2))


@pytest.mark.parametrize(
    "points, scale, expected",
    [
        pytest.param([(0, 0), (0, 0), (900, 0)], 500_000, [[0, 1]], id="two at one point"),
        pytest.param([(0, 0), (49, 0)], 500_000, [[0, 1]], id="within the tolerance"),
        pytest.param([(0, 0), (51, 0)], 500_000, [], id="a metre beyond it: crowded, not the same place"),
        pytest.param([(0, 0), (49, 0)], 10_000, [], id="apart on a large scale"),
        pytest.param([(0, 0), (40, 0), (80, 0)], 500_000, [[0, 1]], id="no chains"),
        pytest.param([(5, 5)], 500_000, [], id="one site"),
        pytest.param([], 500_000, [], id="none"),
    ],
)
def test_only_sites_of_one_place_are_displaced(points, scale, expected):
    found = displaced_places(points, [3.0] * len(points), scale)
    assert [place.sites for place in found] == expected


@pytest.mark.parametrize("n", [2, 3, 4, 7, 23])
def test_symbols_of_a_ring_do_not_overlap_and_stand_round_their_place(n):
    sizes = [2.0 + 0.7 * (row % 4) for row in range(n)]
    (place,) = displaced_places([(1000.0, 2000.0)] * n, sizes, 250_000)
    assert (place.x, place.y) == (1000, 2000)
    paper = np.array(place.drawn) / 250
    for one in range(n):
        for other in range(one + 1, n):
            assert math.dist(paper[one], paper[other]) >= (sizes[one] + sizes[other]) / 2
    assert np.hypot(*(np.array(place.drawn) - (1000, 2000)).T) == pytest.approx(
        math.dist(place.drawn[0], (1000, 2000))
    )


def test_no_displaced_symbols_of_many_sites_overlap_within_their_place():
    points = np.repeat(random_points(60, 400_000, 1), 4, axis=0) + random_points(240, 30, 2)
    places = displaced_places(points.tolist(), [3.5] * 240, 500_000)
    assert sum(len(place.sites) for place in places) == 240
    assert places == displaced_places(points.tolist(), [3.5] * 240, 500_000)
    for place in places:
        assert all(math.dist(points[site], points[place.sites[0]]) <= SAME_PLACE_M for site in place.sites)
        gaps = shapely.points(np.array(place.drawn) / 500)
        assert min(a.distance(b) for a in gaps for b in gaps if a is not b) >= 3.5


def test_crowded_sites_against_all_pairs():
    points, scale = random_points(300, 60_000, 3), 500_000
    sizes = np.random.default_rng(4).uniform(2, 7, 300)
    expected = [
        any(
            math.dist(points[a], points[b]) / scale * 1000 < (sizes[a] + sizes[b]) / 2
            for b in range(300)
            if a != b
        )
        for a in range(300)
    ]
    assert crowded_sites(points.tolist(), sizes.tolist(), scale).tolist() == expected
    assert 20 < sum(expected) < 300


def windows_with_most(points, width, height):
    """The most points in any window whose west and south edges lie on points: plain counting."""
    return max(
        int(((points >= (x, y)) & (points <= (x + width, y + height))).all(axis=1).sum())
        for x in points[:, 0]
        for y in points[:, 1]
        if ((points >= (x, y)) & (points <= (x + width, y + height))).any()
    )


def inside(points, zone):
    return ((points >= (zone.west, zone.south)) & (points <= (zone.east, zone.north))).all(axis=1)


def test_the_first_zone_covers_the_densest_part():
    rng = np.random.default_rng(5)
    dense, less = rng.normal((80_000, 20_000), 4000, (150, 2)), rng.normal((20_000, 70_000), 3000, (60, 2))
    points = np.vstack([random_points(30, 100_000, 6), dense, less])
    sizes = [3.0] * len(points)
    zones = inset_zones(points.tolist(), sizes, 500_000, 120, 120, [200_000], 2, 10)
    first, second = zones
    assert first.west < 80_000 < first.east and first.south < 20_000 < first.north
    assert second.west < 20_000 < second.east and second.south < 70_000 < second.north
    crowded = points[crowded_sites(points.tolist(), sizes, 500_000)]
    assert first.crowded == inside(crowded, first).sum()
    assert first.crowded >= 0.95 * windows_with_most(crowded, 24_000, 24_000)
    assert first.scale == 200_000
    assert first.east - first.west == first.north - first.south == pytest.approx(24_000)


def test_an_inset_takes_the_scale_that_untangles_the_most():
    # Rows of pairs 600 m apart: at 1:250 000 they still touch, at 1:100 000 they stand free.
    x = np.repeat(np.arange(10) * 2000.0, 2) + np.tile([0.0, 600.0], 10)
    points = np.column_stack([x, np.zeros(20)])
    (zone,) = inset_zones(points.tolist(), [3.0] * 20, 500_000, 250, 100, [250_000, 100_000, 50_000], 1, 4)
    assert (zone.scale, zone.crowded) == (100_000, 20)


def test_zones_do_not_overlap_and_thin_ones_are_left_out():
    points = random_points(2000, 100_000, 7).tolist()
    sizes = [3.0] * 2000
    zones = inset_zones(points, sizes, 500_000, 160, 120, [100_000], 6, 5)
    assert len(zones) == 6
    boxes = [shapely.box(zone.west, zone.south, zone.east, zone.north) for zone in zones]
    assert all(a.intersection(b).area < 1 for a in boxes for b in boxes if a is not b)
    assert inset_zones(points, sizes, 500_000, 160, 120, [100_000], 6, 2000) == []
    assert inset_zones([], [], 500_000, 160, 120, [100_000], 6, 1) == []
    assert inset_zones([(0, 0), (50_000, 0)], [3.0] * 2, 500_000, 160, 120, [100_000], 6, 1) == []


def test_a_free_place_covers_neither_points_nor_the_area():
    empty = EmptyPlaces(200, 150)
    area = shapely.Polygon([(0, 0), (140, 0), (100, 150), (0, 150)])
    empty.take_polygon(area.wkb)
    points = [(195, 145), (150, 20)]
    empty.take_points(points, 3)
    x, y = empty.place(40, 40, 4)
    box = shapely.box(x, y, x + 40, y + 40)
    assert box.intersection(area).area < 0.02 * box.area
    assert all(box.distance(shapely.Point(point)) >= 2 for point in points)
    assert shapely.box(4, 4, 196, 146).covers(box)
    second = empty.place(40, 40, 4)
    assert second is None or not box.intersects(
        shapely.box(*second, second[0] + 40, second[1] + 40).buffer(-1)
    )
    assert empty.place(190, 100, 4) is None
    assert empty.place(300, 10, 0) is None


@pytest.mark.parametrize(
    "boxes, expected",
    [
        pytest.param([(0, 0, 2, 2), (1, 1, 3, 3), (5, 5, 6, 6)], [(0, 1)], id="two overlap"),
        pytest.param([(0, 0, 1, 1), (1, 0, 2, 1)], [(0, 1)], id="they share an edge"),
        pytest.param(
            [(0, 0, 9, 9), (20, 0, 21, 1), (4, 4, 4, 4)], [(0, 2)], id="one is a point within another"
        ),
        pytest.param([(0, 0, 1, 1)], [], id="one alone"),
        pytest.param([], [], id="none"),
    ],
)
def test_boxes_that_meet(boxes, expected):
    assert meeting_boxes(boxes) == expected
