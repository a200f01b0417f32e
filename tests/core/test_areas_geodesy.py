import numpy as np
import pytest
import shapely
from asm_atlas.core.areas import geodesy


@pytest.mark.parametrize(
    "start, end, metres",
    [  # geodesics of GeographicLib (Karney 2013) on WGS 84
        pytest.param((10, 0), (11, 0), 111319.4908, id="along the equator"),
        pytest.param((27.5, -0.3), (27.5, 0.2), 55287.1419, id="across the equator"),
        pytest.param((30.25, 1.57), (15.31, -4.32), 1784967.8034, id="Bunia to Kinshasa"),
        pytest.param((28.85, -2.5), (28.850009, -2.5), 1.0009, id="one metre"),
        pytest.param((179.9, -17), (-179.9, -16.9), 24005.9363, id="across the 180th meridian"),
        pytest.param((0, 90), (45, 0), 10001965.7293, id="pole to equator"),
        pytest.param((28.85, -2.5), (2.35, 48.85), 6238431.0775, id="Bukavu to Paris"),
        pytest.param((20, 70), (25, 70.1), 190747.757, id="high latitude"),
        pytest.param((28, 1), (28, 1), 0.0, id="same point"),
    ],
)
def test_distance(start, end, metres):
    assert geodesy.inverse(*start, *end) == pytest.approx(metres, abs=1e-4)


@pytest.mark.parametrize(
    "start, end, degrees",
    [
        pytest.param((28.85, -2.5), (2.35, 48.85), 339.21459, id="Bukavu to Paris"),
        pytest.param((179.9, -17), (-179.9, -16.9), 62.57717, id="across the 180th meridian"),
        pytest.param((28.85, -2.5), (28.85, -3), 180, id="south"),
        pytest.param((10, 0), (9, 0), 270, id="west along the equator"),
        pytest.param((28, 1), (28, 1), np.nan, id="same point"),
    ],
)
def test_azimuth(start, end, degrees):
    _, azimuth = geodesy.inverse_and_azimuth(*start, *end)
    assert azimuth == pytest.approx(degrees, abs=1e-5, nan_ok=True)


def test_distance_to_the_antipode_is_close():
    assert geodesy.inverse(0, 0, 179.9, 0.1) == pytest.approx(20_003_931, rel=0.006)


@pytest.mark.parametrize("reach_m", [0.01, 10.0, 5_000.0, 50_000.0, 99_000.0])
def test_what_is_told_from_the_chord_is_the_geodesic(reach_m):
    rng = np.random.default_rng(2)
    lon, lat = rng.uniform(-180, 180, 500), np.degrees(np.arcsin(rng.uniform(-1, 1, 500)))
    away = rng.uniform(0.2, 1, 500) * reach_m
    end = geodesy.direct(lon, lat, rng.uniform(0, 360, 500), away)
    metres, azimuth = geodesy.inverse_and_azimuth(lon, lat, *end)
    offset = geodesy.to_cartesian(*end) - geodesy.to_cartesian(lon, lat)
    found_metres, found_azimuth = geodesy.from_chord(lon, lat, offset)
    assert found_metres == pytest.approx(metres, rel=1e-8, abs=1e-7)
    turn = np.abs((found_azimuth - azimuth + 180) % 360 - 180)
    assert turn.max() < max(1e-5, 1e-5 / reach_m)


@pytest.mark.parametrize(
    "start, azimuth, metres, end",
    [
        pytest.param((28.85, -2.5), 45, 50_000, (29.16782931570611, -2.1802254318882697), id="north-east"),
        pytest.param((15, 0), 270, 3_000_000, (-11.949458523585644, 0), id="west along the equator"),
        pytest.param(
            (-179.95, -17), 250, 20_000, (-180.12654947, -17.06173265), id="over the 180th meridian"
        ),
    ],
)
def test_point_reached(start, azimuth, metres, end):
    assert geodesy.direct(*start, azimuth, metres) == pytest.approx(end, abs=1e-8)


def test_circle_has_the_area_and_one_radius():
    circle = geodesy.circle(28.0, -3.0, 1000.0)
    lon, lat = shapely.get_coordinates(circle).T
    radii = geodesy.inverse(28.0, -3.0, lon, lat)
    assert np.ptp(radii) < 0.001
    assert radii[0] == pytest.approx(np.sqrt(1000e6 / np.pi), rel=2e-4)
    assert geodesy.area_ha(circle) == pytest.approx(100_000, rel=1e-5)


@pytest.mark.parametrize("south, north", [(0, 1), (-13, 5), (60, 61)])
def test_area_between_parallels(south, north):
    # Strips of 1/1000 degree of latitude, each as wide as its middle parallel.
    middle = np.linspace(south, north, 1000 * (north - south) + 1)[:-1] + 0.0005
    east, north_step = geodesy.metres_per_degree(middle)
    strips = (east * north_step * 0.001).sum() / 1e4
    along_parallels = shapely.segmentize(shapely.box(20, south, 21, north), 0.001)
    assert geodesy.area_ha(along_parallels) == pytest.approx(strips, rel=1e-9)


@pytest.mark.parametrize(
    "wkt, ha",
    [  # areas of GeographicLib (Karney 2013) on WGS 84
        pytest.param(
            "POLYGON ((20 59, 21 59, 21 60, 20 60, 20 59))",
            630960.9196,
            id="far north",
        ),
        pytest.param(
            "POLYGON ((28 -1, 28.5 -0.5, 28 0.5, 27.5 0, 28 -1))",
            923187.0097,
            id="across the equator",
        ),
        pytest.param(
            "POLYGON ((20 -5, 20 -4, 21 -4, 21 -5, 20 -5), (20.2 -4.8, 20.8 -4.8, 20.8 -4.2, 20.2 -4.8))",
            1006420.4057,
            id="a hole, rings of both directions",
        ),
    ],
)
def test_area_within_geodesics(wkt, ha):
    assert geodesy.area_ha(shapely.from_wkt(wkt)) == pytest.approx(ha, rel=1e-6)


def test_areas_of_parts_and_of_nothing():
    square = shapely.box(20, 0, 21, 1)
    nested = shapely.GeometryCollection([shapely.MultiPolygon([square]), shapely.Point(1, 1)])
    areas = geodesy.area_ha(np.array([square, None, nested, shapely.Polygon()], dtype=object))
    assert areas[[0, 2]] == pytest.approx(float(geodesy.area_ha(square)))
    assert np.isnan(areas[1]) and areas[3] == 0
