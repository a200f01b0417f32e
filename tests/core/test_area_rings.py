"""Rings round areas: as far as the geodesic says, touching, without overlap, anywhere on the globe."""

import json

import numpy as np
import pytest
import shapely
from asm_atlas.core.areas.bands import BandError, Bands
from asm_atlas.core.areas.cleaning import clean_areas
from asm_atlas.core.areas.overlap import relate
from asm_atlas.core.areas.rings import rings_of
from asm_atlas.core.exceptions import Cancelled, GeometryError

BANDS = Bands((1, 5, 10, 50))
PARK = shapely.box(27, -1, 28, 1)
HOLED = shapely.box(29, -1, 31, 1).difference(shapely.box(29.3, -0.7, 30.7, 0.7))


def star(lon, lat, radius, corners=41):
    """A polygon with deep and shallow bays."""
    turns = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    reach = radius * (0.55 + 0.25 * np.sin(3 * turns) + 0.2 * np.cos(17 * turns))
    return shapely.Polygon(np.column_stack([lon + reach * np.cos(turns), lat + reach * np.sin(turns)]))


WIDE = [star(13 + 3 * place, -8 + 2.3 * place, 0.6) for place in range(6)]  # over all of DR Congo
ACROSS = [shapely.box(179.7, 10, 180, 10.4), shapely.box(-180, 10, -179.8, 10.4)]


def areas_of(polygons):
    return np.array(polygons, dtype=object)


def signed_distance(points, areas, reach_m):
    """Metres to the nearest area, 0 inside one, inf beyond reach."""
    found = relate(points[:, 0], points[:, 1], areas, reach_m)
    metres = np.full(len(points), np.inf)
    np.minimum.at(metres, found.site, np.maximum(found.distance_m, 0))
    return metres


PLACES = pytest.mark.parametrize(
    "polygons",
    [
        pytest.param([PARK], id="on the equator"),
        pytest.param([HOLED], id="a hole"),
        pytest.param(WIDE, id="as wide as DR Congo"),
        pytest.param(ACROSS, id="across the dateline"),
        pytest.param([star(25, 71, 0.9), star(30, 70, 0.4)], id="far north"),
        pytest.param([star(28, -2, 3.5, 400)], id="larger than a piece"),
        pytest.param([shapely.box(28, -2, 28.0001, -1.9999)], id="ten metres wide"),
        pytest.param(
            [PARK, shapely.box(27.5, -1, 28.5, 1), shapely.box(27.4, 0, 27.6, 0.1)], id="overlapping"
        ),
        pytest.param([shapely.box(20, 60, 30, 60.5)], id="a long straight edge"),
    ],
)


@PLACES
def test_points_lie_in_the_ring_of_their_geodesic_distance(polygons):
    areas = areas_of(polygons)
    rings = rings_of(areas, BANDS)
    random = np.random.default_rng(11)
    bounds = shapely.bounds(areas)
    room = np.array([1.2 / np.cos(np.radians(bounds[:, 1].mean())), 0.6])
    low, high = bounds[:, :2].min(axis=0) - room, bounds[:, 2:].max(axis=0) + room
    if polygons is ACROSS:
        low[0], high[0] = 179, 181
    points = random.uniform(low, high, (4000, 2))
    edges = shapely.get_coordinates(shapely.segmentize(areas, 0.03))
    edges = edges[random.integers(0, len(edges), 4000)]
    near = edges + random.normal(0, 0.05, (4000, 2)) * [room[0], 1.0]
    points = np.concatenate([points, near])
    points[:, 0] = (points[:, 0] + 180) % 360 - 180
    metres = signed_distance(points, areas, BANDS.reach_m * 1.02)
    limits = np.array(BANDS.limits_km) * 1000
    is_clear = (np.abs(metres[:, None] / limits - 1) > 0.005).all(axis=1) & ~((metres > 0) & (metres < 1))
    expected = np.where(metres <= 0, -1, np.searchsorted(limits, metres))
    for place, ring in enumerate(rings.polygons):
        shapely.prepare(ring)
        inside = shapely.intersects_xy(ring, points)
        wrong = np.flatnonzero(is_clear & (inside != (expected == place)))
        assert wrong.size == 0, (BANDS.labels[place + 1], points[wrong[:3]], metres[wrong[:3]])
        assert (expected == place)[is_clear].any()


@PLACES
def test_rings_touch_without_overlap_and_are_valid(polygons):
    areas = areas_of(polygons)
    rings = rings_of(areas, BANDS).polygons
    assert shapely.is_valid(rings).all()
    bounds = shapely.bounds(rings)
    assert (bounds[:, 0] >= -180).all() and (bounds[:, 2] <= 180).all()
    everything = shapely.union_all([*areas, *rings])
    together = shapely.area(shapely.union_all(areas)) + shapely.area(rings).sum()
    assert shapely.area(everything) == pytest.approx(together, rel=1e-9)


def test_the_outline_agrees_with_an_independent_geodesic():
    geod = pytest.importorskip("pyproj").Geod(ellps="WGS84")
    area = star(28, -2, 0.4)
    edge = shapely.get_coordinates(shapely.segmentize(shapely.boundary(area), 0.0005))
    covered = area
    for limit, ring in zip(BANDS.limits_km, rings_of(areas_of([area]), BANDS).polygons):
        covered = shapely.union_all([covered, ring])
        outline = shapely.boundary(covered)
        for place in np.linspace(0, shapely.length(outline), 25, endpoint=False):
            point = shapely.get_coordinates(shapely.line_interpolate_point(outline, place))[0]
            lon, lat = np.full(len(edge), point[0]), np.full(len(edge), point[1])
            metres = geod.inv(lon, lat, edge[:, 0], edge[:, 1])[2].min()
            assert metres == pytest.approx(limit * 1000, rel=0.005)


def test_the_table_says_which_ring_is_which_and_how_large():
    frame = rings_of(areas_of([PARK]), Bands((0.5, 2))).frame
    assert frame["band"].tolist() == ["0-0.5 km", "0.5-2 km"]
    assert frame[["from_km", "to_km"]].to_numpy().tolist() == [[0, 0.5], [0.5, 2]]
    # The perimeter of the park times the width, and a circle's share at the four corners.
    perimeter_km = 2 * 111.3 + 2 * 221.15
    expected = np.array([0.5, 1.5]) * perimeter_km + np.pi * np.array([0.25, 4 - 0.25])
    assert frame["area_ha"].to_numpy() == pytest.approx(expected * 100, rel=0.005)


def test_areas_near_a_pole_are_named_and_the_others_drawn():
    rings = rings_of(areas_of([shapely.box(10, 89.7, 20, 89.9), PARK]), BANDS)
    assert rings.beyond_pole.tolist() == [0]
    assert shapely.bounds(rings.polygons)[:, 3].max() < 2
    with pytest.raises(GeometryError, match="reach over a pole"):
        rings_of(areas_of([shapely.box(10, 89.7, 20, 89.9)]), BANDS)


def test_bands_wider_than_can_be_drawn_are_refused():
    with pytest.raises(BandError, match="2000 km is too wide"):
        rings_of(areas_of([PARK]), Bands((1, 2000)))


def test_progress_rises_to_the_end_and_may_stop_the_work():
    told = []
    rings_of(areas_of(WIDE), BANDS, told.append)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 6

    def cancel(fraction):
        raise Cancelled("stop")

    with pytest.raises(Cancelled):
        rings_of(areas_of(WIDE), BANDS, cancel)


@pytest.mark.real_data
def test_rings_of_the_areas_of_dr_congo(data):
    document = json.loads(
        (data / "protected" / "protectedareas_wri_2017.geojson").read_text(encoding="utf-8")
    )
    shapes = [shapely.from_geojson(json.dumps(row["geometry"])) for row in document["features"]]
    areas = clean_areas(shapes, [None] * len(shapes)).polygons
    rings = rings_of(areas, BANDS).polygons
    assert shapely.is_valid(rings).all()
    covered = shapely.union_all(areas)
    random = np.random.default_rng(5)
    for limit, ring in zip(BANDS.limits_km, rings):
        covered = shapely.union_all([covered, ring])
        outline = shapely.boundary(covered)
        at = random.random(400) * shapely.length(outline)
        points = shapely.get_coordinates(shapely.line_interpolate_point(outline, at))
        metres = signed_distance(points, areas, limit * 1100)
        assert np.abs(metres / limit / 1000 - 1).max() < 0.005
