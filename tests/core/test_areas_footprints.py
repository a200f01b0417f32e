import numpy as np
import pytest
import shapely
from asm_atlas.core.areas import footprint_shares as shares_module
from asm_atlas.core.areas import footprints as footprints_module
from asm_atlas.core.areas import geodesy
from asm_atlas.core.areas.footprint_shares import footprint_shares
from asm_atlas.core.areas.footprints import relate_footprints
from asm_atlas.core.areas.overlap import relate
from asm_atlas.core.exceptions import Cancelled

PARK = shapely.box(27, -1, 28, 1)
HERITAGE = shapely.box(27.5, -1, 28.5, 1)
RING = shapely.box(29, -1, 31, 1).difference(shapely.box(29.5, -0.5, 30.5, 0.5))
PIN = shapely.box(27.2, 0.2, 27.21, 0.21)


def array(*geometries):
    return np.array([*geometries, None], dtype=object)[:-1]


def star(rng, lon, lat, radius, corners):
    angle = np.sort(rng.uniform(0, 2 * np.pi, corners))
    reach = radius * rng.uniform(0.4, 1, corners)
    drawn = shapely.Polygon(np.column_stack([lon + reach * np.cos(angle), lat + reach * np.sin(angle)]))
    parts = shapely.get_parts(shapely.make_valid(drawn))
    return shapely.union_all(parts[shapely.get_type_id(parts) == 3])


@pytest.fixture(scope="module")
def random_case():
    """Areas with up to 400 corners and footprints from 100 m to 30 km, many across boundaries."""
    rng = np.random.default_rng(5)
    areas = [star(rng, *rng.uniform([26, -3], [28, -1]), 0.4, int(rng.integers(5, 400))) for _ in range(10)]
    areas[3] = areas[3].difference(shapely.affinity.scale(areas[3], 0.3, 0.3))
    footprints = [
        star(rng, *rng.uniform([25.5, -3.5], [28.5, -0.5]), 10 ** rng.uniform(-3, -0.5), 12)
        for _ in range(50)
    ]
    for number in range(0, 50, 5):
        lon, lat = shapely.get_coordinates(areas[number % 10])[number]
        footprints[number] = star(rng, lon, lat, 0.01, 9)
    return array(*footprints), array(*areas)


def nearest_of(footprint, area):
    """Metres between two boundaries: corners of each against the edges of the other."""

    def from_corners(one, other):
        lon, lat = shapely.get_coordinates(one).T
        return np.abs(relate(lon, lat, array(other), 0.0).distance_m).min()

    return min(from_corners(footprint, area), from_corners(area, footprint))


# what stands to a footprint how


@pytest.mark.parametrize(
    "footprint, area, inside, partly, share",
    [
        pytest.param(shapely.box(27.4, 0, 27.6, 0.1), PARK, True, False, 1.0, id="inside"),
        pytest.param(PARK, PARK, True, False, 1.0, id="the same polygon: inside"),
        pytest.param(shapely.box(27, 0, 27.1, 0.1), PARK, True, False, 1.0, id="inside, touching the boundary"),
        # Between two meridians areas go with the difference of longitude.
        pytest.param(shapely.box(27.9, 0, 28.3, 0.1), PARK, False, True, 0.25, id="a quarter inside"),
        pytest.param(shapely.box(26, -2, 29, 2), PIN, False, True, None, id="round a small area"),
        pytest.param(shapely.box(28, 0, 28.1, 0.1), PARK, False, False, 0.0, id="touching from outside"),
        pytest.param(shapely.box(29.9, -0.1, 30.1, 0.1), RING, False, False, 0.0, id="in a hole: outside"),
        pytest.param(shapely.box(29.4, -0.6, 30.6, 0.6), RING, False, True, None, id="over a hole: partly"),
        pytest.param(shapely.box(28 - 1e-10, 0, 28.1, 0.1), PARK, False, False, 0.0, id="less than 1 m2 shared"),
        pytest.param(shapely.box(27.9, 0, 28 + 1e-10, 0.1), PARK, True, False, 1.0, id="less than 1 m2 outside"),
        pytest.param(
            shapely.union_all([shapely.box(27.4, 0, 27.5, 0.1), shapely.box(28.4, 0, 28.5, 0.1)]),
            PARK,
            False,
            True,
            0.5,
            id="one of two parts inside",
        ),
    ],
)  # fmt: skip
def test_how_a_footprint_stands_to_an_area(footprint, area, inside, partly, share):
    found = relate_footprints(array(footprint), array(area), 50_000.0)
    assert (found.is_inside.tolist(), found.is_partly.tolist()) == ([inside], [partly])
    if share is not None:
        assert found.share[0] == found.inside_any[0] == pytest.approx(share, abs=1e-6)
    assert found.shared_ha[0] == pytest.approx(
        found.share[0] * geodesy.area_ha(shapely.segmentize(footprint, 0.01)), rel=1e-6
    )
    assert found.distance_m[0] == 0 or not partly


@pytest.mark.parametrize(
    "footprint, metres, bearing",
    [
        pytest.param(shapely.box(28.1, 0, 28.2, 0.1), 11131.949, 270, id="outside, side by side"),
        pytest.param(shapely.box(27.4, -0.1, 27.5, 0.1), -44527.796, 270, id="inside, to the nearer side"),
        pytest.param(shapely.box(27.9, 0, 28.1, 0.1), 0, None, id="partly inside"),
        pytest.param(shapely.box(28, 0, 28.1, 0.1), 0, None, id="touching"),
        pytest.param(
            shapely.Polygon([(28, 3), (30, 1), (30, 3)]), 156873, 225, id="corner of the area, long edge"
        ),
    ],
)
def test_the_distance_of_a_footprint(footprint, metres, bearing):
    found = relate_footprints(array(footprint), array(PARK), 50_000.0)
    assert found.distance_m[0] == pytest.approx(metres, rel=1e-4, abs=0.01)
    assert np.isnan(found.bearing_deg[0]) if bearing is None else abs(found.bearing_deg[0] - bearing) < 0.3


def test_distances_are_the_least_between_the_boundaries(random_case):
    footprints, areas = random_case
    found = relate_footprints(footprints, areas, 50_000.0)
    kinds = {"inside": 0, "partly": 0, "outside": 0}
    for row in range(len(found.site)):
        if found.is_partly[row]:
            kinds["partly"] += 1
            assert found.distance_m[row] == 0
            continue
        kinds["inside" if found.is_inside[row] else "outside"] += 1
        truth = nearest_of(footprints[found.site[row]], areas[found.area[row]])
        assert abs(found.distance_m[row]) == pytest.approx(truth, rel=1e-6, abs=0.001)
        assert (found.distance_m[row] < 0) == found.is_inside[row]
    assert min(kinds.values()) > 5


def test_no_area_within_reach_is_missed(random_case):
    footprints, areas = random_case
    found = relate_footprints(footprints, areas, 20_000.0)
    pairs = set(zip(found.site.tolist(), found.area.tolist()))
    for site in range(len(footprints)):
        distances = {}
        for area in range(len(areas)):
            is_met = footprints[site].intersects(areas[area])
            distances[area] = 0 if is_met else nearest_of(footprints[site], areas[area])
            assert (site, area) in pairs or (not is_met and distances[area] > 20_000)
        assert (site, min(distances, key=distances.get)) in pairs


def test_shares_are_those_of_geos_and_of_another_geodesic_library(random_case):
    geod = pytest.importorskip("pyproj").Geod(ellps="WGS84")
    footprints, areas = random_case
    found = footprint_shares(footprints, areas)
    shares = dict(zip(zip(found.footprint.tolist(), found.area.tolist()), found.share.tolist()))

    def measured(geometry):
        drawn = shapely.geometry.polygon.orient(shapely.segmentize(geometry, 0.02))
        return abs(geod.geometry_area_perimeter(drawn)[0]) / 1e4

    def size(geometry):
        parts = shapely.get_parts(geometry)
        return sum(measured(part) for part in parts if part.geom_type == "Polygon")

    for site, footprint in enumerate(footprints):
        whole = size(footprint)
        for area, polygon in enumerate(areas):
            cut = size(shapely.intersection(footprint, polygon))
            assert shares.get((site, area), 0.0) == pytest.approx(cut / whole, abs=2e-6)
        union = size(shapely.intersection(footprint, shapely.union_all(areas)))
        assert found.inside_any[site] == pytest.approx(union / whole, abs=2e-6)


def test_ground_in_two_areas_counts_once():
    across = shapely.box(27.25, 0, 28.75, 0.1)  # half in the park, two thirds in the heritage site
    found = footprint_shares(array(across, PIN), array(PARK, HERITAGE))
    assert found.share[:2] == pytest.approx([0.5, 2 / 3])
    assert found.inside_any == pytest.approx([1.25 / 1.5, 1.0])


def test_areas_over_the_180th_meridian_hold_both_sides():
    circle = geodesy.circle(179.95, -17.0, 1000.0)
    east, west = shapely.box(179.9, -17.01, 179.92, -17), shapely.box(-179.99, -17.01, -179.98, -17)
    away = shapely.box(-179.5, -17.01, -179.4, -17)
    found = relate_footprints(array(east, west, away), array(circle), 50_000.0)
    assert found.is_inside.tolist() == [True, True, False]
    assert found.distance_m[2] == pytest.approx(geodesy.inverse(179.95, -17, -179.5, -17) - 17841, abs=20)


def test_large_areas_are_clipped_as_whole_ones():
    rng = np.random.default_rng(8)
    angle = np.linspace(0, 2 * np.pi, 20_000, endpoint=False)
    reach = 0.5 * (1 + 0.1 * np.sin(37 * angle)) + rng.uniform(0, 0.002, len(angle))
    area = shapely.Polygon(np.column_stack([27 + reach * np.cos(angle), reach * np.sin(angle)]))
    edge = shapely.get_coordinates(area)[:: len(angle) // 60]
    footprints = array(*(star(rng, lon, lat, 0.02, 20) for lon, lat in edge))
    found = footprint_shares(footprints, array(area))
    truth = geodesy.area_ha(shapely.intersection(footprints, area)) / geodesy.area_ha(footprints)
    assert found.share == pytest.approx(truth, abs=1e-9)


def test_footprints_round_islands_and_in_holes():
    islands = shapely.MultiPolygon([shapely.box(20 + n, 0, 20.01 + n, 0.01) for n in range(100)])
    lake = shapely.box(27, -3, 29, -2).difference(shapely.box(27.5, -2.8, 28.5, -2.2))
    drawn = {
        "round an island": shapely.box(24.9, -0.1, 25.1, 0.1),
        "between islands": shapely.box(25.4, 0, 25.6, 0.01),
        "an island itself": shapely.box(25, 0, 25.01, 0.01),
        "in the hole": shapely.box(28, -2.6, 28.1, -2.5),
        "round the hole": shapely.box(27.4, -2.9, 28.6, -2.1),
        "along the hole": shapely.box(28.5, -2.5, 28.6, -2.4),
        "touching from the hole": shapely.box(28.4, -2.5, 28.5, -2.4),
    }
    found = footprint_shares(array(*drawn.values()), array(islands, lake))
    names = list(drawn)
    shares = {(names[row], area): share for row, area, share in zip(found.footprint, found.area, found.share)}
    assert shares == {
        ("round an island", 0): pytest.approx(0.0025, rel=1e-3),
        ("an island itself", 0): 1.0,
        ("round the hole", 1): pytest.approx(0.375, rel=1e-3),
        ("along the hole", 1): 1.0,
        ("touching from the hole", 1): 0.0,
    }


@pytest.mark.parametrize(
    "module, name, value",
    [
        pytest.param(footprints_module, "_CORNERS_IN_BLOCK", 300, id="distances, few areas at a time"),
        pytest.param(shares_module, "_CORNERS_IN_BLOCK", 300, id="shares, few areas at a time"),
        pytest.param(shares_module, "_PAIRS_AT_ONCE", 3, id="few pairs against the pieces"),
    ],
)
def test_blocks_do_not_change_the_result(random_case, monkeypatch, module, name, value):
    footprints, areas = random_case
    once = relate_footprints(footprints, areas, 50_000.0)
    monkeypatch.setattr(module, name, value)
    again = relate_footprints(footprints, areas, 50_000.0)
    for name in ("site", "area", "distance_m", "is_inside", "share", "shared_ha", "inside_any"):
        assert np.array_equal(getattr(once, name), getattr(again, name)), name


def test_the_area_that_speaks_for_a_footprint():
    within_both = shapely.box(27.6, 0, 27.7, 0.1)
    more_in_heritage = shapely.box(27.9, 0.5, 28.4, 0.6)
    found = relate_footprints(array(within_both, more_in_heritage), array(PARK, HERITAGE), 50_000.0)
    speaks = found.nearest()
    assert found.area[speaks].tolist() == [1, 1]
    assert found.distance_m[speaks] == pytest.approx([-11131.9, -11131.9], rel=1e-3)


def test_cancel_ends_the_work():
    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        relate_footprints(array(PIN), array(PARK, HERITAGE, RING), 5e4, stop)
