import numpy as np
import pytest
import shapely
from asm_atlas.core.areas import boundary_pieces, containment, overlap, site_cells
from asm_atlas.core.areas.containment import covering
from asm_atlas.core.areas.geodesy import inverse
from asm_atlas.core.areas.overlap import relate
from hypothesis import given, settings
from hypothesis import strategies as st


def distance_m(polygon, lon, lat):
    """Distance of points to the boundary, inside or outside."""
    return np.abs(relate(np.atleast_1d(lon), np.atleast_1d(lat), np.array([polygon]), 0.0).distance_m)


def brute_force(polygon, lon, lat, cuts=20_000):
    """Distance to the nearest of very many points on the straight lines between the corners."""
    best = np.inf
    for ring in shapely.get_rings(shapely.get_parts(polygon)):
        corners = shapely.get_coordinates(ring)
        for start, end in zip(corners, corners[1:]):
            share = np.linspace(0, 1, cuts)
            for _ in range(3):  # closer and closer round the best
                points = start + share[:, None] * (end - start)
                metres = inverse(lon, lat, points[:, 0], points[:, 1])
                place = int(metres.argmin())
                share = np.linspace(share[max(place - 1, 0)], share[min(place + 1, len(share) - 1)], 200)
            best = min(best, metres.min())
    return best


@pytest.mark.parametrize(
    "polygon, point",
    [
        pytest.param(shapely.box(27, -1, 28, 1), (27.4, 0.3), id="inside, across the equator"),
        pytest.param(shapely.box(27, -1, 28, 1), (26.9, 0.0), id="outside, across the equator"),
        pytest.param(shapely.box(12, -13, 31, 5), (22.1, -4.2), id="as wide as DR Congo"),
        pytest.param(shapely.box(27, -1, 28, 1), (0.5, -1.0), id="3,000 km away"),
        pytest.param(shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2)), (1.5, 1.6), id="in a hole"),
        pytest.param(shapely.Polygon([(10, 60), (20, 69), (11, 60)]), (16.0, 64.0), id="slanting, far north"),
        pytest.param(shapely.box(170, -20, 179.9, -10), (-179.5, -15.0), id="over the 180th meridian"),
        pytest.param(shapely.box(-20, 88.5, 60, 89.5), (150.0, 89.9), id="beyond the pole"),
        pytest.param(shapely.box(27, -1, 28, 1), (-153.0, 2.0), id="almost on the other side of the Earth"),
    ],
)
def test_distance_agrees_with_brute_force(polygon, point):
    expected = brute_force(polygon, *point)
    assert distance_m(polygon, *point)[0] == pytest.approx(expected, rel=1e-9, abs=1e-4)


@st.composite
def stars(draw):
    """A star-shaped polygon anywhere but at the poles, and a point near or far."""
    lon, lat = draw(st.floats(-170, 170)), draw(st.floats(-75, 75))
    size = draw(st.sampled_from([0.001, 0.05, 1.0, 4.0]))
    spokes = draw(st.lists(st.floats(0.3, 1), min_size=4, max_size=9))
    angles = np.arange(len(spokes)) * 2 * np.pi / len(spokes)
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * np.array(spokes)[:, None] * size
    away = draw(st.sampled_from([0.3, 2.0, 20.0]))
    shift = [draw(st.floats(-1, 1)) * size * away for _ in range(2)]
    point = ((lon + shift[0] + 180) % 360 - 180, float(np.clip(lat + shift[1], -89, 89)))
    return shapely.Polygon(ring + (lon, lat)), point


@settings(max_examples=60, deadline=None)
@given(stars())
def test_distance_to_any_star_agrees_with_brute_force(case):
    polygon, point = case
    found = distance_m(polygon, *point)[0]
    assert found == pytest.approx(brute_force(polygon, *point, cuts=400), rel=1e-6, abs=1e-3)


@pytest.mark.parametrize(
    "share", [pytest.param(0.0, id="corner"), pytest.param(0.5, id="middle"), pytest.param(0.123, id="edge")]
)
def test_on_the_boundary_is_no_distance(share):
    start, end = np.array([25.0, -3.0]), np.array([26.0, 60.0])
    polygon = shapely.Polygon([start, end, (10.0, 10.0)])
    lon, lat = start + share * (end - start)
    assert distance_m(polygon, lon, lat)[0] < 1e-6


def test_the_cut_at_the_180th_meridian_is_no_boundary():
    fiji = shapely.MultiPolygon([shapely.box(178, -18, 180, -16), shapely.box(-180, -18, -179, -16)])
    found = distance_m(fiji, 179.9, -17.0)[0]
    assert found == pytest.approx(inverse(179.9, -17, 179.9, -16), rel=1e-3)


def test_repeated_corners_do_no_harm():
    polygon = shapely.Polygon([(0, 0), (1, 0), (1, 0), (1, 1), (1, 1), (0, 1)])
    assert distance_m(polygon, 0.5, 0.25) == pytest.approx(27643.6, abs=1)


def test_an_area_that_is_the_whole_globe_keeps_its_edges():
    assert distance_m(shapely.box(-180, -90, 180, 90), 0.0, 45.0)[0] == pytest.approx(inverse(0, 45, 0, 90))


def blobs(n, seed, west=20.0, side=4.0):
    """Areas of 5 to 400 corners, many of them overlapping, some with a hole or in two parts."""
    rng = np.random.default_rng(seed)
    made = []
    for x, y, size in zip(
        rng.uniform(west, west + side, n), rng.uniform(-2, 2, n), rng.uniform(0.05, 0.5, n)
    ):
        area = shapely.Point(x, y).buffer(size, quad_segs=int(rng.integers(2, 100)))
        if rng.random() < 0.3:
            area = area.difference(shapely.Point(x, y).buffer(size / 2))
        if rng.random() < 0.3:
            area = area.union(shapely.Point(x + 1.5, y).buffer(size / 3))
        made.append(area)
    return np.array(made, dtype=object)


def same(one, other):
    return all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=name == "bearing_deg")
        for name in ("site", "area", "distance_m", "is_inside", "bearing_deg")
    )


@pytest.mark.parametrize(
    "module, name, value",
    [
        pytest.param(overlap, "_CORNERS_IN_BLOCK", 100, id="an area or so at a time"),
        pytest.param(overlap, "_CORNERS_IN_BLOCK", 10**9, id="all areas at once"),
        pytest.param(overlap, "_SITES_IN_STEP", 1, id="a cell at a time"),
        pytest.param(overlap, "_SITES_IN_STEP", 10**9, id="all cells at once"),
        pytest.param(overlap, "_CELLS_IN_BLOCK", 3, id="few cells against the boxes"),
        pytest.param(containment, "_SITES_IN_TEST", 2, id="few sites against a polygon"),
        pytest.param(containment, "_CORNERS_FOR_A_SITE", 0, id="all areas by counting edges"),
        pytest.param(containment, "_CORNERS_FOR_A_SITE", 10**9, id="all areas prepared"),
        pytest.param(containment, "_PAIRS_IN_BLOCK", 1, id="few sites in boxes"),
        pytest.param(containment, "_SITES_GATHERED", 5, id="each area with its own sites"),
        pytest.param(containment, "_PIECES_AT_ONCE", 1, id="a piece at a time against a site"),
        pytest.param(boundary_pieces, "EDGES_IN_PIECE", 2, id="short pieces"),
        pytest.param(boundary_pieces, "_NODES_IN_NODE", 3, id="small nodes"),
        pytest.param(overlap, "_CORNERS_SAMPLED", 1, id="one corner an area"),
        pytest.param(overlap, "_SAMPLED_M", 1e6, id="corners of few areas"),
        pytest.param(site_cells, "_CELL_M", 100.0, id="small cells"),
        pytest.param(site_cells, "_CELL_M", 500_000.0, id="cells as large as a province"),
        pytest.param(site_cells, "_MOST_SITES", 1, id="a site a cell"),
    ],
)
def test_blocks_and_cells_do_not_change_a_bit(monkeypatch, module, name, value):
    areas = blobs(60, seed=4)
    rng = np.random.default_rng(5)
    # Clustered, far, on corners and twice at one place.
    corners = shapely.get_coordinates(areas)[::301]
    places = np.concatenate(
        [rng.normal((22, 0), (1.5, 1.0), (400, 2)), [(0, 0), (-150, 60)], corners, corners]
    )
    whole = relate(*places.T, areas, 30_000.0)
    monkeypatch.setattr(module, name, value)
    assert same(relate(*places.T, areas, 30_000.0), whole)


def test_other_sites_and_areas_do_not_change_a_bit():
    areas, rng = blobs(40, seed=6), np.random.default_rng(7)
    places = rng.normal((22, 0), (1.5, 1.0), (100, 2))
    whole = relate(*places.T, areas, 2e7)
    some = relate(*places[::9].T, areas[::5], 2e7)
    distance, bearing = (part.reshape(100, 40)[::9, ::5] for part in (whole.distance_m, whole.bearing_deg))
    assert some.distance_m.tolist() == distance.ravel().tolist()
    assert some.bearing_deg.tolist() == bearing.ravel().tolist()


def test_an_area_of_ten_thousand_islands_is_as_near_as_its_nearest_island():
    rng = np.random.default_rng(8)
    x, y = (axis.ravel() * 0.05 for axis in np.meshgrid(np.arange(100), np.arange(100)))
    islands = shapely.buffer(shapely.points(x, y), rng.uniform(0.005, 0.02, 10_000), quad_segs=2)
    places = np.column_stack([rng.uniform(-1, 6, 30), rng.uniform(-1, 6, 30)])
    one = relate(*places.T, np.array([shapely.MultiPolygon(rng.permutation(islands).tolist())]), 1e4)
    nearest = relate(*places.T, islands, 1e4)
    assert one.distance_m.tolist() == nearest.distance_m[nearest.nearest()].tolist()


@pytest.mark.parametrize(
    "corners", [pytest.param(0, id="by counting edges"), pytest.param(10**9, id="prepared")]
)
def test_sites_inside_are_those_of_geos_one_by_one(monkeypatch, corners):
    monkeypatch.setattr(containment, "_CORNERS_FOR_A_SITE", corners)
    areas, rng = blobs(50, seed=9), np.random.default_rng(10)
    places = np.concatenate([rng.uniform((20, -2), (24, 2), (500, 2)), shapely.get_coordinates(areas)[::50]])
    site, area = covering(*places.T, areas)
    expected = shapely.intersects_xy(areas[:, None], places[:, 0], places[:, 1])
    assert np.column_stack([area, site]).tolist() == np.argwhere(expected).tolist()


@st.composite
def steps_and_places(draw):
    """Areas of steps, slants and a hole on a grid, and places on and beside their corners, edges and levels."""
    part = st.tuples(
        st.integers(0, 6), st.integers(0, 6), st.integers(1, 4), st.integers(1, 4), st.booleans()
    )
    made = []
    for x, y, wide, high, is_slant in draw(st.lists(part, min_size=1, max_size=5)):
        box = shapely.box(x, y, x + wide, y + high)
        made.append(box if not is_slant else shapely.Polygon([(x, y), (x + wide, y), (x + wide, y + high)]))
    area = shapely.union_all(made).difference(shapely.box(2.25, 2.25, 2.75, 2.75))
    turn = draw(st.sampled_from([(1.0, 0.0), (0.1, 30.0), (1 / 3, -178.0)]))
    grid = np.stack(np.meshgrid(np.arange(-1, 11, 0.25), np.arange(-1, 11, 0.25)), axis=-1).reshape(-1, 2)
    moved = shapely.transform(area, lambda xy: xy * turn[0] + (turn[1], 0))
    ring = shapely.get_coordinates(moved)
    middles = (ring[1:] + ring[:-1]) / 2
    beside = np.concatenate([np.nextafter(ring, 400), np.nextafter(ring, -400)])
    return moved, np.concatenate([grid * turn[0] + (turn[1], 0), ring, middles, beside])


@settings(max_examples=60, deadline=None)
@given(steps_and_places())
def test_sites_on_edges_and_corners_are_decided_as_by_geos(case):
    area, places = case
    rows = np.arange(len(places))
    found = containment.inside(np.array([area, area]), None, (*places.T, rows * 0 + 1), lambda _: None)
    few = [covering(*places[[row]].T, np.array([area]))[0].size for row in rows[:: len(rows) // 40]]
    expected = shapely.intersects_xy(area, *places.T)
    assert found.tolist() == expected.tolist()
    assert [n == 1 for n in few] == expected[:: len(rows) // 40].tolist()


def test_of_equal_areas_far_away_the_first_is_the_nearest():
    square = shapely.box(27, -1, 28, 1)
    found = relate(np.array([0.5]), np.array([-1.0]), np.array([square, square, square]), 5e4)
    assert found.area.tolist() == [0]


def test_equal_areas_in_reach_are_equally_far():
    square = shapely.box(27, -1, 28, 1)
    found = relate(np.array([26.9, 27.2]), np.array([0.3, 0.3]), np.array([square, square]), 5e4)
    assert found.distance_m[0] == found.distance_m[1] > 0 > found.distance_m[2] == found.distance_m[3]


def test_progress_rises_step_by_step(monkeypatch):
    monkeypatch.setattr(overlap, "_SITES_IN_STEP", 50)
    told = []
    rng = np.random.default_rng(11)
    relate(*rng.normal((22, 0), (1.5, 1.0), (500, 2)).T, blobs(60, seed=12), 3e4, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert max(np.diff(told)) < 0.2
    assert len(told) > 60


def test_no_sites_at_all():
    found = relate(np.empty(0), np.empty(0), blobs(3, seed=1), 5e4)
    assert (len(found.site), found.nearest().tolist()) == (0, [])


def test_a_site_at_180_is_counted_once_in_an_area_on_both_sides():
    fiji = shapely.MultiPolygon([shapely.box(178, -18, 180, -16), shapely.box(-180, -18, -179, -16)])
    found = relate(np.array([180.0, -180.0]), np.array([-17.0, -17.0]), np.array([fiji]), 5e4)
    assert (found.site.tolist(), found.is_inside.tolist()) == ([0, 1], [True, True])
    assert (
        found.distance_m[0] == found.distance_m[1] == pytest.approx(-inverse(180, -17, -179, -17), rel=1e-3)
    )
