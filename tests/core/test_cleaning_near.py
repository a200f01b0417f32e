"""Areas read and checked only where they matter: the others change nothing that is asked."""

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas import cleaning_near
from asm_atlas.core.areas.bands import Bands
from asm_atlas.core.areas.cleaning import clean_areas
from asm_atlas.core.areas.cleaning_near import SitesNear, UnreadAreas, clean_areas_near
from asm_atlas.core.areas.overlap import ON_BOUNDARY_M, relate
from asm_atlas.core.areas.screening import screen

NAN = float("nan")


def star(rng, lon, lat, size):
    angle = np.sort(rng.uniform(0, 2 * np.pi, 40))
    away = size * rng.uniform(0.3, 1, 40)
    return shapely.Polygon(np.column_stack([lon + away * np.cos(angle), lat + away * np.sin(angle)]))


def bow_tie(lon, lat, size):
    return shapely.Polygon([(lon, lat), (lon + size, lat + size), (lon + size, lat), (lon, lat + size)])


def world(seed, n=60, side=8.0):
    """Stars, a third of them bow-ties, with a null, a point, an empty one and one without numbers; clustered sites."""
    rng = np.random.default_rng(seed)
    lon, lat = rng.uniform(20, 20 + side, n), rng.uniform(-side / 2, side / 2, n)
    shapes = [
        bow_tie(x, y, 0.3) if i % 3 == 0 else star(rng, x, y, 0.4) for i, (x, y) in enumerate(zip(lon, lat))
    ]
    shapes[4], shapes[7], shapes[10] = None, shapely.Point(lon[7], lat[7]), shapely.Polygon()
    shapes[13] = shapely.Polygon([(24, 1), (24, NAN), (25, 1), (24, 1)])
    shapes[16] = shapely.Polygon([(24, 1), (NAN, 2), (25, 1), (24, 1)])
    middle = rng.uniform((20, -side / 2), (20 + side, side / 2), (5, 2))
    sites = np.concatenate([middle[rng.integers(0, 5, 80)] + rng.normal(0, 0.05, (80, 2)), [[NAN, NAN]]])
    return np.array([*shapes, None], dtype=object)[:-1], [30.0] * n, sites[:, 0], sites[:, 1]


def bits(found, place):
    return [
        found.site.tolist(), place[found.area].tolist(), found.distance_m.tobytes(), found.is_inside.tolist(),
        found.bearing_deg.tobytes(),
    ]  # fmt: skip


def found_among(shapes, km2, lon, lat, is_used, reach_m, **more):
    """What relate finds with all areas checked, and with those that matter; and what clean_areas_near told."""
    none = np.zeros(len(shapes), dtype=bool)
    every = clean_areas(more.pop("truth", shapes), km2)
    near = clean_areas_near(shapes, km2, none, is_used, SitesNear(lon, lat, reach_m), **more)
    located, found = np.isfinite(lon), []
    for polygons, wanted in ((every.polygons, every.is_used & is_used), (near[0].polygons, near[2])):
        place = np.flatnonzero(wanted)
        found.append(bits(relate(lon[located], lat[located], polygons[place], reach_m), place))
    return found, every, near


@pytest.mark.parametrize("reach_m", [ON_BOUNDARY_M, 20_000.0])
@pytest.mark.parametrize("seed", range(12))
def test_all_relations_are_those_of_areas_that_were_all_checked(seed, reach_m):
    shapes, km2, lon, lat = world(seed)
    some = np.random.default_rng(seed).random(len(shapes)) < 0.9
    found, every, (near, is_checked, matters) = found_among(shapes, km2, lon, lat, some, reach_m)
    assert found[0] == found[1]
    assert is_checked[matters & ~near.is_approximate].all()
    assert (every.is_repaired & ~is_checked).any()  # there was something to save
    checked = every.report[is_checked[every.report["row"]]]
    listed = near.report[is_checked[near.report["row"]]]
    pd.testing.assert_frame_equal(listed.reset_index(drop=True), checked.reset_index(drop=True))


@pytest.mark.parametrize("reach_m", [ON_BOUNDARY_M, 20_000.0])
@pytest.mark.parametrize("seed", range(12))
def test_areas_are_read_where_they_matter_alone(seed, reach_m):
    shapes, km2, lon, lat = world(seed)
    is_box = np.array([shape is not None and shape.geom_type == "Polygon" for shape in shapes])
    is_box &= np.isfinite(shapely.bounds(shapes)).all(axis=1)
    boxes, asked = shapes.copy(), []
    boxes[is_box] = shapely.box(*shapely.bounds(shapes[is_box]).T)

    def read(places):
        asked.extend(places.tolist())
        return shapes[places], np.zeros(len(places), dtype=bool)

    some = np.random.default_rng(seed).random(len(shapes)) < 0.9
    unread = UnreadAreas(is_box, read)
    found, _, (_, is_checked, matters) = found_among(
        boxes, km2, lon, lat, some, reach_m, truth=shapes, unread=unread
    )
    assert found[0] == found[1]
    assert len(asked) == len(set(asked)) < is_box.sum()
    assert set(np.flatnonzero(matters & is_box)) <= set(asked)
    assert is_checked[asked].all()


@pytest.mark.parametrize(
    "name, value",
    [
        pytest.param("_CORNERS_OF_AN_AREA", 1, id="few corners"),
        pytest.param("_PLACES_AT_ONCE", 2, id="few places at once"),
        pytest.param("_MOST_SITES", 1, id="sites far from their places"),
    ],
)
def test_a_coarse_bound_changes_nothing(monkeypatch, name, value):
    monkeypatch.setattr(cleaning_near, name, value)
    shapes, km2, lon, lat = world(3)
    found, _, _ = found_among(shapes, km2, lon, lat, np.ones(len(shapes), dtype=bool), ON_BOUNDARY_M)
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "sites",
    [
        pytest.param(
            [(179.9, 10.0), (-179.95, 10.5), (180.0, 9.0)], id="on both sides of the 180th meridian"
        ),
        pytest.param([(0.0, 89.9), (120.0, 90.0), (-60.0, 88.0)], id="round a pole"),
        pytest.param([(100.0, -45.0)], id="half round the Earth"),
    ],
)
def test_sites_where_degrees_mislead(sites):
    rng = np.random.default_rng(1)
    lon = [170, 178, -178, -170, 0, 90, -90, 179, -60, 30]
    lat = [10, 11, 9, 10, 87, 88, 86, 80, 70, 0]
    shapes = np.array([star(rng, x, y, 0.9) for x, y in zip(lon, lat)], dtype=object)
    lon, lat = np.array(sites).T
    every = np.ones(len(shapes), dtype=bool)
    found, _, _ = found_among(shapes, [None] * len(shapes), lon, lat, every, ON_BOUNDARY_M)
    assert found[0] == found[1]


def test_an_invalid_area_gives_no_bound():
    """The spike of the only area near the site goes with the repair: the nearest is another one."""
    spike = shapely.Polygon([(10, 0), (12, 0), (12, 1), (10, 1), (10, 0.5), (5, 0.5), (10, 0.5)])
    other = shapely.box(0, 0, 3, 1)
    shapes, site = np.array([spike, other], dtype=object), np.array([4.9])
    none = np.zeros(2, dtype=bool)
    near, is_checked, _ = clean_areas_near(
        shapes, [None] * 2, none, ~none, SitesNear(site, np.array([0.5]), 0.001)
    )
    assert is_checked.all()
    assert near.is_repaired.tolist() == [True, False]
    assert relate(site, np.array([0.5]), near.polygons, 0.001).area.tolist() == [1]


def test_without_located_sites_nothing_is_checked():
    shapes, km2, *_ = world(1)
    none = np.zeros(len(shapes), dtype=bool)
    near = SitesNear(np.array([NAN]), np.array([NAN]), ON_BOUNDARY_M)
    assert clean_areas_near(shapes, km2, none, ~none, near)[0].is_used.any()


@pytest.mark.parametrize("seed", range(4))
def test_sites_and_totals_do_not_depend_on_pairs(seed):
    shapes, km2, lon, lat = world(seed)
    cleaned = clean_areas(shapes, km2)
    polygons = cleaned.polygons[cleaned.is_used]
    sites = pd.DataFrame({"longitude": lon, "latitude": lat, "pcode": "s", "workers": 1.0})
    areas = pd.DataFrame({"area_id": [f"a{n}" for n in range(len(polygons))]}, dtype=object)
    areas["area_name"] = areas["area_id"]
    areas[["designation", "iucn_cat", "status"]] = None
    areas["tier"], areas["approximate"] = pd.array([1] * len(areas), dtype="Int64"), "no"
    full = screen(sites, areas, polygons, Bands((1, 5, 10, 50)))
    short = screen(sites, areas, polygons, Bands((1, 5, 10, 50)), with_pairs=False)
    pd.testing.assert_frame_equal(short.sites, full.sites, check_exact=True)
    pd.testing.assert_frame_equal(short.totals, full.totals, check_exact=True)
    assert short.area_of_site.tolist() == full.area_of_site.tolist()
    assert short.pairs is short.summary is None
