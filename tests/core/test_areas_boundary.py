import numpy as np
import pytest
import shapely
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
