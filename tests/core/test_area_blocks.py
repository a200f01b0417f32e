"""Work in blocks of areas: the size of the blocks does not change a bit of any result."""

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas import geodesy
from asm_atlas.core.areas.area_pairs import meeting
from asm_atlas.core.areas.area_rules import read_area_rules
from asm_atlas.core.areas.fields import ROLES
from asm_atlas.core.areas.preparing import Choices, prepare_areas
from asm_atlas.core.exceptions import Cancelled

BOW_TIE = shapely.from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
ACROSS = shapely.from_wkt("POLYGON ((179 -1, -179 -1, -179 1, 179 1, 179 -1))")
SPECK = shapely.box(5, 5, 5.000001, 5.000001)


def some_areas(n):
    """Overlapping boxes with a bow-tie, a speck, a point, an area over 180 degrees and a null in between."""
    rng = np.random.default_rng(8)
    west, south = rng.uniform(20, 24, (2, n))
    boxes = shapely.box(west, south, west + rng.uniform(0.1, 1, n), south + 0.5)
    odd = [BOW_TIE, SPECK, shapely.Point(28, -2), ACROSS, None, shapely.MultiPolygon([boxes[0], SPECK])]
    boxes[5 :: n // len(odd)][: len(odd)] = odd
    return boxes


@pytest.mark.parametrize("sizes", [[], [0], [10], [10, 600_000, 10], [400_000, 400_000], [3] * 50_000])
def test_blocks_hold_every_geometry_once(sizes):
    rings = {
        n: shapely.linestrings(np.zeros((max(n, 2), 2))) if n else shapely.LineString() for n in set(sizes)
    }
    geometries = np.array([rings[n] for n in sizes] + [None], dtype=object)[:-1]
    blocks = geodesy.blocks_of(geometries)
    assert len(blocks) >= 1
    places = [place for block in blocks for place in range(block.start, block.stop)]
    assert places == list(range(len(sizes)))
    assert all(sum(sizes[block]) <= 1_000_000 for block in blocks)


@pytest.mark.parametrize("corners", [1, 60, 1000])
def test_the_size_of_blocks_changes_no_area(monkeypatch, corners):
    areas = some_areas(60)
    whole = geodesy.area_ha(areas)
    monkeypatch.setattr(geodesy, "_CORNERS_IN_BLOCK", corners)
    np.testing.assert_array_equal(geodesy.area_ha(areas), whole)
    assert geodesy.area_ha(areas[0]).shape == ()


@pytest.mark.parametrize("totals", ["none", "erase", "dissolve"])
def test_the_size_of_blocks_changes_nothing_prepared(monkeypatch, resources, totals):
    rules = read_area_rules(resources / "areas" / "rules.json")
    geometries = some_areas(60)
    names = ["area_name" if role == "name" else role for role in ROLES]
    table = pd.DataFrame(None, index=range(60), columns=names, dtype=object)
    table["area_id"] = table["area_name"] = [f"P{n}" for n in range(60)]
    table["site_id"], table["reported_km2"] = [str(n // 3) for n in range(60)], 10.0

    def run():
        choices = Choices(merge_zones=True, totals=totals)
        return prepare_areas(table, list(geometries), rules, choices, has_status=False)

    whole = run()
    monkeypatch.setattr(geodesy, "_CORNERS_IN_BLOCK", 90)
    blocks = run()
    pd.testing.assert_frame_equal(blocks.areas, whole.areas)
    pd.testing.assert_frame_equal(blocks.dropped, whole.dropped)
    assert shapely.to_wkb(blocks.polygons).tolist() == shapely.to_wkb(whole.polygons).tolist()
    assert blocks.n_left_out == whole.n_left_out


@pytest.mark.parametrize("corners", [1, 200, 500_000])
def test_areas_that_meet_are_those_of_geos(monkeypatch, corners):
    monkeypatch.setattr(geodesy, "_CORNERS_IN_BLOCK", corners)
    areas = np.append(
        some_areas(40)[[0, 1, 2, 3, 4, 30, 31, 32]], [shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)]
    )
    table = shapely.intersects(areas[:, None], areas[None, :]) & ~np.eye(len(areas), dtype=bool)
    row, other = meeting(areas)
    assert [row.tolist(), other.tolist()] == [places.tolist() for places in np.nonzero(table)]
    assert [8, 9] in np.column_stack([row, other]).tolist()  # they touch at a corner


def test_cancel_is_asked_between_blocks(monkeypatch):
    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled("stopped")

    monkeypatch.setattr(geodesy, "_CORNERS_IN_BLOCK", 100)
    for work in (geodesy.area_ha, meeting):
        with pytest.raises(Cancelled):
            work(shapely.box(np.arange(60), 0, np.arange(60) + 1.5, 1), stop)
