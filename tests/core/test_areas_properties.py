"""The overlap engine against GEOS point by point and against geodesics of pyproj edge by edge.

The rule for a boundary: its edges are straight in longitude and latitude; those along the 180th meridian
or at a pole are where a layer was cut and no boundary, unless there is no other.
"""

import numpy as np
import pytest
import shapely
from asm_atlas.core.areas.overlap import relate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely import affinity

ON_BOUNDARY_M = 0.001
REACH_M = 50_000.0
NEARLY_ANTIPODAL_M = 19_000_000.0
GOLDEN = (np.sqrt(5) - 1) / 2

PLACES = {  # longitude, latitude
    "Kivu": (28.5, -2.5),
    "equator": (27.0, 0.0),
    "Greenwich": (0.0, 51.5),
    "180 degrees": (179.9, -17.0),
    "180 degrees from the east": (-179.7, 66.0),
    "far north": (20.0, 78.0),
    "far south": (-70.0, -62.0),
}


@pytest.fixture(scope="module")
def geod():
    return pytest.importorskip("pyproj").Geod(ellps="WGS84")


def edges_of(polygon):
    """Start and end (n, 2) of the edges that are boundary."""
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.get_parts(polygon))]
    start, end = (np.concatenate([ring[part] for ring in rings]) for part in (np.s_[:-1], np.s_[1:]))
    is_meridian = (start[:, 0] == end[:, 0]) & (np.abs(start[:, 0]) == 180)
    is_pole = (start[:, 1] == end[:, 1]) & (np.abs(start[:, 1]) == 90)
    is_cut = is_meridian | is_pole
    return (start, end) if is_cut.all() else (start[~is_cut], end[~is_cut])


def metres_to_boundary(geod, polygon, lon, lat, samples=64):
    """Geodesic metres from one point to the boundary: per edge the best of some places, then golden section."""
    start, end = edges_of(polygon)
    step = end - start

    def metres(share):
        at = start[:, None] + share[..., None] * step[:, None]
        here = [np.full(share.shape, value) for value in (lon, lat)]
        return geod.inv(*here, at[..., 0], at[..., 1])[2]

    rough = metres(np.tile(np.linspace(0, 1, samples), (len(start), 1)))
    place = rough.argmin(axis=1)[:, None] + [[-1, 1]]
    low, high = (place.clip(0, samples - 1) / (samples - 1)).T[..., None]
    for _ in range(60):
        near, far = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        is_near = metres(near) < metres(far)
        low, high = np.where(is_near, low, near), np.where(is_near, far, high)
    return min(rough.min(), metres((low + high) / 2).min())


def truth(geod, polygons, lon, lat):
    """(sites, areas) metres to the boundary, and whether inside: by GEOS, or on the boundary to a millimetre."""
    metres = np.array([[metres_to_boundary(geod, area, *at) for area in polygons] for at in zip(lon, lat)])
    turns = shapely.points(lon[:, None] + [0.0, 360.0, -360.0], lat[:, None])
    covered = shapely.intersects(turns[:, None, :], polygons[None, :, None]).any(axis=2)
    return metres, covered | (metres <= ON_BOUNDARY_M)


def star(centre, size, spokes):
    angle = np.arange(len(spokes)) * 2 * np.pi / len(spokes)
    return np.column_stack([np.cos(angle), np.sin(angle)]) * np.array(spokes)[:, None] * size + centre


def cut(polygon):
    """A polygon that runs beyond 180 degrees as layers hold it: a part on either side."""
    if polygon.bounds[0] >= -180 and polygon.bounds[2] <= 180:
        return polygon
    parts = []
    for turn in (-360, 0, 360):
        part = shapely.intersection(polygon, shapely.box(turn - 180, -90, turn + 180, 90))
        part = shapely.transform(part, lambda degrees, turn=turn: degrees - [turn, 0])
        parts += [piece for piece in shapely.get_parts(part) if piece.geom_type == "Polygon"]
    return shapely.union_all(parts)


@st.composite
def worlds(draw):
    """Areas of one region in degrees, and sites near, on, far from and exactly at their boundaries."""
    place = np.array(PLACES[draw(st.sampled_from(sorted(PLACES)))])
    size = draw(st.sampled_from([0.0005, 0.02, 0.5, 4.0]))
    shape = st.lists(st.floats(0.3, 1), min_size=3, max_size=8)
    shift = st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(np.array)
    areas = []
    kinds = ["star", "holed", "islands", "wide", "nested", "touching", "same"]
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=5)):
        centre, spokes = place + draw(shift) * size, draw(shape)
        last = areas[-1] if areas else shapely.Polygon(star(centre, size, spokes))
        ring = star(centre, size, spokes)
        if kind == "holed":
            area = shapely.Polygon(ring, [star(centre, size * draw(st.floats(0.1, 0.9)), spokes)[::-1]])
        elif kind == "islands":
            area = shapely.union_all([shapely.Polygon(ring + [n * 2.1 * size, 0]) for n in range(3)])
        elif kind == "wide":
            area = shapely.box(centre[0] - 12, centre[1], centre[0] + 10, centre[1] + size)
        elif kind == "nested":
            area = affinity.scale(shapely.convex_hull(last), 0.5, 0.5)
        elif kind == "touching":
            _, south, east, north = last.bounds
            area = shapely.box(east, south, east + size, north)
        else:
            area = last if kind == "same" else shapely.Polygon(ring)
        areas.append(area)
    if draw(st.booleans()):
        areas = [cut(area) for area in areas]
    polygons = np.array([*areas, None], dtype=object)[:-1]

    sites = []
    for kind in draw(
        st.lists(st.sampled_from(["near", "corner", "edge", "beside", "far"]), min_size=1, max_size=5)
    ):
        start, end = edges_of(areas[draw(st.integers(0, len(areas) - 1))])
        edge = draw(st.integers(0, len(start) - 1))
        if kind == "near":
            site = place + draw(shift) * 3 * size
        elif kind == "corner":
            site = start[edge]
        elif kind == "far":
            site = np.array([draw(st.floats(-180, 180)), draw(st.floats(-89, 89))])
        else:
            site = start[edge] + draw(st.floats(0, 1)) * (end[edge] - start[edge])
            if kind == "beside":  # half a millimetre to some metres
                site = site + draw(st.sampled_from([5e-9, -5e-9, 3e-8, -3e-8, 1e-5]))
        sites += [site] * draw(st.sampled_from([1, 1, 1, 2]))
    lon, lat = np.array(sites, dtype=float).T
    lon = np.where(np.abs(lon) > 180, (lon + 180) % 360 - 180, lon)
    return polygons, lon, lat


SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_pairs_and_distances(geod, polygons, lon, lat, reach_m):
    """The pairs are those of GEOS, the distances those of geodesics, and the nearest area is the nearest."""
    metres, is_inside = truth(geod, polygons, lon, lat)
    found = relate(lon, lat, polygons, reach_m)

    pairs = list(zip(found.site.tolist(), found.area.tolist()))
    assert pairs == sorted(set(pairs))
    undecided = np.isclose(metres, ON_BOUNDARY_M, rtol=0, atol=1e-5) | np.isclose(metres, reach_m, rtol=1e-6)
    must = set(
        zip(*(places.tolist() for places in np.nonzero((is_inside | (metres <= reach_m)) & ~undecided)))
    )
    assert must <= set(pairs)

    at = found.site, found.area
    sure = ~undecided[at]
    assert found.is_inside[sure].tolist() == is_inside[at][sure].tolist()
    measured = sure & (metres[at] < NEARLY_ANTIPODAL_M)
    signed = np.where(is_inside, -metres, metres)[at]
    assert found.distance_m[measured] == pytest.approx(signed[measured], rel=1e-6, abs=1e-4)

    speaks = found.nearest()
    assert found.site[speaks].tolist() == list(range(len(lon)))
    covered = is_inside.any(axis=1)
    eligible = np.where(is_inside | ~covered[:, None], metres, np.inf)
    best, chosen = eligible.min(axis=1), eligible[np.arange(len(lon)), found.area[speaks]]
    decided = ~undecided.any(axis=1) & (best < NEARLY_ANTIPODAL_M)
    assert chosen[decided] == pytest.approx(best[decided], rel=1e-6, abs=ON_BOUNDARY_M)

    # Beside the pairs that matter, each site has its nearest area and nothing else.
    extra = ~(found.is_inside | (found.distance_m <= reach_m))
    assert set(np.flatnonzero(extra).tolist()) <= set(speaks.tolist())


@SLOW
@given(world=worlds())
def test_pairs_are_those_of_geos_and_distances_those_of_geodesics(geod, world):
    assert_pairs_and_distances(geod, *world, REACH_M)


@pytest.mark.parametrize("reach_m", [0.0, REACH_M, 5_000_000.0])
@pytest.mark.parametrize("seed", range(4))
def test_areas_all_over_the_globe_and_round_the_poles(geod, seed, reach_m):
    rng = np.random.default_rng(seed)
    west = rng.uniform(-180, 179, 8)
    south = np.concatenate([rng.uniform(-89, 89, 4), rng.uniform(85, 89, 2), rng.uniform(-89.5, -85, 2)])
    east = np.minimum(west + rng.choice([0.01, 1, 30, 150], 8), 180)
    polygons = shapely.box(west, south, east, np.minimum(south + rng.choice([0.01, 0.4, 5], 8), 90))
    lon = np.concatenate([rng.uniform(-180, 180, 6), [0, 30]])
    lat = np.concatenate([rng.uniform(-90, 90, 4), rng.uniform(86, 90, 2), [90, -90]])
    assert_pairs_and_distances(geod, polygons, lon, lat, reach_m)


def bits(found, site=None, area=None):
    """The pairs within reach as a dictionary, sites and areas renamed by the arrays given."""
    within = found.is_inside | (found.distance_m <= REACH_M)
    site = found.site if site is None else site[found.site]
    area = found.area if area is None else area[found.area]
    keys = zip(site[within].tolist(), area[within].tolist())
    return dict(zip(keys, zip(found.distance_m[within].tolist(), found.is_inside[within].tolist())))


def nearest_metres(found):
    return found.distance_m[found.nearest()]


@settings(max_examples=60, deadline=None)
@given(world=worlds(), seed=st.integers(0, 1000))
def test_neither_order_nor_company_changes_a_bit(world, seed):
    polygons, lon, lat = world
    whole = relate(lon, lat, polygons, REACH_M)
    rng = np.random.default_rng(seed)

    site, area = rng.permutation(len(lon)), rng.permutation(len(polygons))
    shuffled = relate(lon[site], lat[site], polygons[area], REACH_M)
    assert bits(shuffled, site, area) == bits(whole)
    assert np.abs(nearest_metres(shuffled) - nearest_metres(whole)[site]).max() <= ON_BOUNDARY_M

    some = np.flatnonzero(rng.random(len(lon)) < 0.5)
    alone = relate(lon[some], lat[some], polygons, REACH_M)
    of_some = np.isin(whole.site, some)
    for name in ("area", "distance_m", "is_inside"):
        assert getattr(alone, name).tolist() == getattr(whole, name)[of_some].tolist()
    assert some[alone.site].tolist() == whole.site[of_some].tolist()


def test_parts_of_many_sites_are_the_rows_of_the_whole():
    rng = np.random.default_rng(11)
    centres = np.column_stack([rng.uniform(12, 31, 60), rng.uniform(-13, 5, 60)])
    rings = [star(centre, rng.uniform(0.05, 1.5), rng.uniform(0.4, 1, 300)) for centre in centres]
    polygons = shapely.polygons([np.vstack([ring, ring[:1]]) for ring in rings])
    lon, lat = rng.uniform(10, 33, 3000), rng.uniform(-15, 7, 3000)
    whole = relate(lon, lat, polygons, REACH_M)
    for size in (1, 7, 640):
        for begin in (0, 1234, 2999):
            part = slice(begin, begin + size)
            alone = relate(lon[part], lat[part], polygons, REACH_M)
            rows = (whole.site >= begin) & (whole.site < begin + size)
            assert (alone.site + begin).tolist() == whole.site[rows].tolist()
            assert alone.area.tolist() == whole.area[rows].tolist()
            assert alone.distance_m.tolist() == whole.distance_m[rows].tolist()


CAP = shapely.box(-180, 80, 180, 90)
FIJI = shapely.MultiPolygon([shapely.box(178, -18, 180, -16), shapely.box(-180, -18, -179, -16)])
EAST_OF_180 = shapely.box(-180, -18, -179, -16)


@pytest.mark.parametrize(
    "polygon, site, is_inside",
    [
        pytest.param(CAP, (30, 89), True, id="near the pole, in an area round it"),
        pytest.param(CAP, (180, 85), True, id="on the cut of an area round the pole"),
        pytest.param(CAP, (30, 90), True, id="at the pole, in an area round it"),
        pytest.param(CAP, (30, 79.9), False, id="outside an area round the pole"),
        pytest.param(shapely.box(20, 70, 40, 80), (-150, 89), False, id="over the pole from the area"),
        pytest.param(FIJI, (180, -17), True, id="on the cut of an area across 180"),
        pytest.param(FIJI, (-180, -17), True, id="on the cut, called -180"),
        pytest.param(FIJI, (-178.9, -17), False, id="east of an area across 180"),
        pytest.param(shapely.box(179, -1, 181, 1), (-179.5, 0), True, id="in a box beyond 180"),
        pytest.param(shapely.box(-60, -70, 60, 70), (0, 0), True, id="half a hemisphere"),
        pytest.param(shapely.box(-60, -70, 60, 70), (100, 5), False, id="beside half a hemisphere"),
        pytest.param(
            shapely.box(12, 60, 60, 60.001), (36, 64), False, id="a long parallel, site north of it"
        ),
        pytest.param(shapely.box(27, -1, 28, 1), (27.5, 0.0), True, id="inside, on the equator"),
        pytest.param(shapely.Point(28, -2).buffer(1e-7), (28.1, -2), False, id="a speck of a centimetre"),
        pytest.param(
            shapely.Polygon([(20, 0), (30, 1e-9), (30, 2e-9)]), (25, 0.1), False, id="a needle of 1,000 km"
        ),
        pytest.param(
            shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2)), (1.5, 1.4), False, id="in a hole"
        ),
        pytest.param(
            shapely.MultiPolygon(
                [shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2)), shapely.box(1.2, 1.2, 1.8, 1.8)]
            ),
            (1.5, 1.4),
            True,
            id="on an island in a hole",
        ),
    ],
)
def test_hand_made_places(geod, polygon, site, is_inside):
    found = relate(*np.array([site], dtype=float).T, np.array([polygon], dtype=object), REACH_M)
    expected = metres_to_boundary(geod, polygon, *site, samples=2000)
    assert found.is_inside.tolist() == [is_inside]
    assert found.distance_m[0] == pytest.approx(-expected if is_inside else expected, rel=1e-6, abs=1e-4)


def test_a_site_at_180_lies_in_an_area_that_ends_at_minus_180():
    found = relate(np.array([180.0]), np.array([-17.0]), np.array([EAST_OF_180], dtype=object), REACH_M)
    assert found.is_inside.tolist() == [True]


@pytest.mark.parametrize(
    "off_m, is_inside",
    [
        pytest.param(0.0009, True, id="just within a millimetre"),
        pytest.param(0.0011, False, id="just beyond a millimetre"),
        pytest.param(0.5, False, id="half a metre"),
    ],
)
@pytest.mark.parametrize("place", sorted(PLACES))
def test_a_millimetre_outside_is_still_on_the_boundary(geod, place, off_m, is_inside):
    lon, lat = PLACES[place]
    square = shapely.box(lon - 0.05, lat - 0.05, lon, lat + 0.05)
    site = geod.fwd(lon, lat, 90, off_m)[:2]
    found = relate(*np.array([site]).T, np.array([square], dtype=object), REACH_M)
    assert found.is_inside.tolist() == [is_inside]
    assert found.distance_m[0] == pytest.approx(-off_m if is_inside else off_m, rel=1e-3)


def test_of_equal_boundaries_the_first_area_speaks():
    square = shapely.box(27, -1, 28, 1)
    same = np.array([square, shapely.normalize(square), shapely.reverse(square)], dtype=object)
    found = relate(np.array([27.3, 26.0, 20.0]), np.array([0.2, 0.2, 3.0]), same, REACH_M)
    assert found.area[found.nearest()].tolist() == [0, 0, 0]
    assert found.area[found.site == 0].tolist() == [0, 1, 2]
    assert len(set(np.round(found.distance_m[found.site == 0], 6).tolist())) == 1


def test_progress_rises_to_the_end():
    rng = np.random.default_rng(2)
    polygons = shapely.box(
        *(rng.uniform(-60, 60, (2, 200)).repeat(2, 0)[[0, 2, 1, 3]] + [[0], [0], [1], [1]])
    )
    told = []
    relate(rng.uniform(-60, 60, 500), rng.uniform(-60, 60, 500), polygons, REACH_M, told.append)
    assert told == sorted(told)
    assert told[0] < 0.5 and told[-1] == 1.0
