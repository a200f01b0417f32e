"""Areas checked only where they matter: what is left unchecked changes nothing that is asked."""

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas import overlap
from asm_atlas.core.areas.bands import Bands
from asm_atlas.core.areas.cleaning import clean_areas
from asm_atlas.core.areas.cleaning_near import SitesNear, clean_areas_near
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


@pytest.mark.parametrize("reach_m", [ON_BOUNDARY_M, 20_000.0])
@pytest.mark.parametrize("seed", range(12))
def test_all_relations_are_those_of_areas_that_were_all_checked(seed, reach_m):
    shapes, km2, lon, lat = world(seed)
    some = np.random.default_rng(seed).random(len(shapes)) < 0.9
    none = np.zeros(len(shapes), dtype=bool)
    every = clean_areas(shapes, km2)
    near, is_checked = clean_areas_near(shapes, km2, none, some, SitesNear(lon, lat, reach_m))
    found = []
    for cleaned in (every, near):
        place = np.flatnonzero(cleaned.is_used & some)
        found.append(bits(relate(lon[:-1], lat[:-1], cleaned.polygons[place], reach_m), place))
    assert found[0] == found[1]
    assert not is_checked.all()
    assert (every.is_repaired & ~is_checked).any()  # there was something to save
    checked = every.report[is_checked[every.report["row"]]]
    listed = near.report[is_checked[near.report["row"]]]
    pd.testing.assert_frame_equal(listed.reset_index(drop=True), checked.reset_index(drop=True))


@pytest.mark.parametrize("name, value", [("_CORNERS_SAMPLED", 10), ("_CELLS_IN_BLOCK", 2)])
def test_a_coarse_bound_changes_nothing(monkeypatch, name, value):
    shapes, km2, lon, lat = world(3)
    none, every = np.zeros(len(shapes), dtype=bool), np.ones(len(shapes), dtype=bool)
    place = np.flatnonzero(clean_areas(shapes, km2).is_used)
    whole = bits(relate(lon[:-1], lat[:-1], clean_areas(shapes, km2).polygons[place], ON_BOUNDARY_M), place)
    monkeypatch.setattr(overlap, name, value)
    near, _ = clean_areas_near(shapes, km2, none, every, SitesNear(lon, lat, ON_BOUNDARY_M))
    place = np.flatnonzero(near.is_used)
    assert bits(relate(lon[:-1], lat[:-1], near.polygons[place], ON_BOUNDARY_M), place) == whole


def test_an_invalid_area_gives_no_bound():
    """The spike of the only area near the site goes with the repair: the nearest is another one."""
    spike = shapely.Polygon([(10, 0), (12, 0), (12, 1), (10, 1), (10, 0.5), (5, 0.5), (10, 0.5)])
    other = shapely.box(0, 0, 3, 1)
    shapes, site = np.array([spike, other], dtype=object), np.array([4.9])
    none = np.zeros(2, dtype=bool)
    near, is_checked = clean_areas_near(
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
