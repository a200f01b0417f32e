"""Areas prepared: each rule of status, geometry, zones and totals, and what must hold for any areas."""

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas import geodesy
from asm_atlas.core.areas.area_account import DROPPED_COLUMNS, RULES
from asm_atlas.core.areas.area_rules import read_area_rules
from asm_atlas.core.areas.area_totals import erase_overlaps
from asm_atlas.core.areas.dateline import crosses_dateline, cut_at_dateline
from asm_atlas.core.areas.fields import ROLES
from asm_atlas.core.areas.preparing import PREPARED_COLUMNS, Choices, prepare_areas
from asm_atlas.core.exceptions import Cancelled, DocumentError, GeometryError
from hypothesis import given, settings
from hypothesis import strategies as st

SQUARE = shapely.box(27, -1, 28, 1)
MAB = "UNESCO-MAB Biosphere Reserve"


@pytest.fixture(scope="module")
def rules(resources):
    return read_area_rules(resources / "areas" / "rules.json")


def table(*rows):
    names = ["area_name" if role == "name" else role for role in ROLES]
    made = pd.DataFrame([{**dict.fromkeys(names), **row} for row in rows], columns=names, dtype=object)
    made["area_id"] = made["area_id"].where(made["area_id"].notna(), [f"P{n}" for n in range(len(made))])
    made["area_name"] = made["area_name"].where(made["area_name"].notna(), made["area_id"])
    return made


def prepared(rules, rows, geometries=None, has_status=True, **choices):
    rows = [{"status": "Designated", **row} for row in rows]
    geometries = geometries or [shapely.box(n, 0, n + 0.5, 0.5) for n in range(len(rows))]
    return prepare_areas(table(*rows), geometries, rules, Choices(**choices), has_status)


def account(found):
    return {
        row["rule"]: (row["action"], row["count"], row["names"]) for row in found.dropped.to_dict("records")
    }


@pytest.mark.parametrize(
    "status, designation, status_set, reason",
    [
        pytest.param("Designated", "National Park", "unep_wcmc", None, id="designated"),
        pytest.param("Inscribed", "World Heritage Site", "unep_wcmc", None, id="inscribed"),
        pytest.param("Established", None, "unep_wcmc", None, id="established"),
        pytest.param("Adopted", None, "unep_wcmc", None, id="adopted"),
        pytest.param("Adopted", None, "wdpar", "status_other", id="adopted, as wdpar"),
        pytest.param(" designated ", None, "wdpar", None, id="other letter case"),
        pytest.param("Classé", None, "unep_wcmc", None, id="French"),
        pytest.param("Proposed", None, "unep_wcmc", "proposed", id="proposed"),
        pytest.param("Proposed", MAB, "unep_wcmc", "proposed", id="proposed biosphere: the first rule"),
        pytest.param("Not Reported", None, "unep_wcmc", "status_unknown", id="not reported"),
        pytest.param(None, None, "unep_wcmc", "status_unknown", id="empty"),
        pytest.param("Degazetted", None, "unep_wcmc", "status_other", id="a word of its own"),
        pytest.param("Designated", MAB, "unep_wcmc", "biosphere", id="UNESCO-MAB"),
        pytest.param("Designated", "Biosphere Reserve", "unep_wcmc", None, id="national biosphere reserve"),
    ],
)
def test_status_and_designation_decide_on_the_tier(rules, status, designation, status_set, reason):
    rows = [{"status": status, "designation": designation, "area_name": "A"}]
    without = prepared(rules, rows, status_set=status_set)
    kept = prepared(rules, rows, status_set=status_set, second_tier=True)
    assert (len(without.areas), without.n_left_out) == ((1, 0) if reason is None else (0, 1))
    assert kept.areas["tier"].tolist() == [1 if reason is None else 2]
    assert kept.areas["tier_reason"].tolist() == [reason]
    assert account(without) == ({} if reason is None else {reason: ("left_out", 1, "A (P0)")})
    assert account(kept) == ({} if reason is None else {reason: ("second_tier", 1, "A (P0)")})


def test_a_layer_that_states_no_status_is_kept_and_noted(rules):
    found = prepared(rules, [{"status": None}, {"status": None, "designation": MAB}], has_status=False)
    assert found.areas["area_id"].tolist() == ["P0"]
    assert account(found) == {"biosphere": ("left_out", 1, "P1"), "status_absent": ("noted", 2, "P0; P1")}


BOW_TIE = shapely.from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
SPECK = shapely.box(5, 5, 5.000001, 5.000001)
MIXED = shapely.GeometryCollection([SQUARE, shapely.LineString([(5, 5), (6, 6)])])
ACROSS = shapely.from_wkt("POLYGON ((179 -1, -179 -1, -179 1, 179 1, 179 -1))")
BEYOND = shapely.box(179, -1, 181, 1)


@pytest.mark.parametrize(
    "geometry, km2, expected",
    [
        pytest.param(SQUARE, None, {}, id="good polygon"),
        pytest.param(None, None, {"no_geometry": "left_out"}, id="null"),
        pytest.param(shapely.Polygon(), None, {"no_geometry": "left_out"}, id="empty"),
        pytest.param(shapely.Point(28, -2), None, {"point_without_area": "left_out"}, id="point, area unknown"),
        pytest.param(shapely.Point(28, -2), 0, {"point_without_area": "left_out"}, id="point of area 0"),
        pytest.param(shapely.Point(28, -2), -5, {"point_without_area": "left_out"}, id="point of area -5"),
        pytest.param(shapely.Point(28, -2), "inf", {"point_without_area": "left_out"}, id="infinite area"),
        pytest.param(shapely.Point(28, -2), "12.5", {"circle": "changed"}, id="point, area as text"),
        pytest.param(shapely.MultiPoint([(28, -2), (28.01, -2)]), 50, {"circle": "changed"}, id="two points"),
        pytest.param(shapely.Point(28, 89.9), 9e4, {"circle_too_large": "left_out"}, id="over the pole"),
        pytest.param(shapely.Point(28, 0), 4e8, {"circle_too_large": "left_out"}, id="most of the globe"),
        pytest.param(
            shapely.Point(179.99, -17), 100, {"circle": "changed", "dateline": "changed"}, id="circle at 180"
        ),
        pytest.param(
            shapely.LineString([(0, 0), (1, 1)]), None, {"not_areal": "left_out"}, id="line"
        ),
        pytest.param(BOW_TIE, None, {"repaired": "changed"}, id="bow-tie"),
        pytest.param(MIXED, None, {"parts_dropped": "changed"}, id="line beside a polygon"),
        pytest.param(SPECK, None, {"sliver": "left_out"}, id="a speck"),
        pytest.param(
            shapely.MultiPolygon([SQUARE, SPECK]), None, {"sliver_parts": "changed"}, id="a speck beside"
        ),
        pytest.param(ACROSS, None, {"dateline": "changed"}, id="jumps over 180"),
        pytest.param(BEYOND, None, {"dateline": "changed"}, id="runs beyond 180"),
        pytest.param(
            shapely.GeometryCollection([BEYOND, shapely.Point(181, 0)]),
            None,
            {"dateline": "changed", "parts_dropped": "changed"},
            id="beyond 180 with a point",
        ),
    ],
)  # fmt: skip
def test_geometry_is_repaired_drawn_or_left_out(rules, geometry, km2, expected):
    found = prepared(rules, [{"reported_km2": km2}], [geometry])
    assert {rule: action for rule, (action, _, _) in account(found).items()} == expected
    is_out = "left_out" in expected.values()
    assert (len(found.areas), found.n_left_out) == ((0, 1) if is_out else (1, 0))
    assert shapely.is_valid(found.polygons).all()
    if not is_out:
        assert found.areas["approximate"].tolist() == ["yes" if "circle" in expected else "no"]
        west, _, east, _ = found.polygons[0].bounds
        assert -180 <= west < east <= 180


def test_the_circle_has_the_reported_area_on_either_side_of_180(rules):
    found = prepared(rules, [{"reported_km2": 100}], [shapely.Point(179.99, -17)])
    assert found.areas["area_ha"][0] == pytest.approx(10_000, rel=1e-5)
    assert found.polygons[0].geom_type == "MultiPolygon"


def test_metres_called_degrees_are_refused(rules):
    with pytest.raises(GeometryError, match="correct the layer's coordinate"):
        prepared(rules, [{}], [shapely.box(500_000, 9_700_000, 600_000, 9_800_000)])


def test_the_row_that_is_named_counts_areas_of_the_second_tier(rules):
    squares = [SQUARE, SQUARE, shapely.box(500_000, 9_700_000, 600_000, 9_800_000)]
    with pytest.raises(GeometryError, match="the first in row 3:"):
        prepared(rules, [{"status": "Proposed"}, {}, {}], squares)


def test_codes_of_the_older_schema_become_words(rules):
    old = {"realm": "2", "site_type": "0", "status_year": "0", "parent_iso3": "COD"}
    new = {"realm": "Coastal", "site_type": "PA", "status_year": "1984"}
    found = prepared(rules, [old, new]).areas
    assert found["realm"].tolist() == ["Marine", "Coastal"]
    assert found["site_type"].tolist() == ["OECM", "PA"]
    assert found["status_year"].astype(object).where(found["status_year"].notna(), None).tolist() == [
        None,
        1984,
    ]
    assert list(found.columns) == [column.name for column in PREPARED_COLUMNS]


ZONES = [
    {"area_id": "7_A", "site_id": "7", "area_name": "Park", "iucn_cat": "VI", "status_year": "1990"},
    {"area_id": "8", "site_id": "8", "area_name": "Other", "iucn_cat": "II"},
    {"area_id": "7_B", "site_id": "7", "area_name": "Park", "iucn_cat": "Ib", "status_year": "1984"},
    {"area_id": "9", "site_id": None, "area_name": "Unkeyed"},
    {"area_id": "10", "site_id": None, "area_name": "Unkeyed too"},
]


def test_zones_of_one_site_are_merged_on_request(rules):
    apart, merged = prepared(rules, ZONES), prepared(rules, ZONES, merge_zones=True)
    assert len(apart.areas) == 5 and account(apart) == {}
    assert merged.areas["area_id"].tolist() == ["7", "8", "9", "10"]
    park = merged.areas.iloc[0]
    assert (park["area_name"], park["iucn_cat"], park["status_year"], park["zones"]) == (
        "Park",
        "Ib",
        1984,
        2,
    )
    assert account(merged) == {"zones_merged": ("changed", 1, "Park (7): 2")}
    assert merged.areas["area_ha"].sum() == pytest.approx(apart.areas["area_ha"].sum())
    assert merged.n_left_out == 0


def test_a_zone_of_the_second_tier_is_not_merged_into_the_first(rules):
    rows = [ZONES[0], {**ZONES[2], "status": "Proposed"}]
    found = prepared(rules, rows, merge_zones=True, second_tier=True)
    assert found.areas["tier"].tolist() == [1, 2]


def overlapping(a, b):
    """Two squares of which the first covers the west half of the second."""
    return [a, b], [shapely.box(27, 0, 28, 1), shapely.box(27.5, 0, 28.5, 1)]


@pytest.mark.parametrize(
    "a, b, keeper",
    [
        pytest.param({"iucn_cat": "II"}, {"iucn_cat": "Ia"}, 1, id="stricter category"),
        pytest.param({"iucn_cat": "Not Reported"}, {"iucn_cat": "VI"}, 1, id="any category before none"),
        pytest.param({"iucn_cat": None}, {"iucn_cat": "Not Assigned"}, 1, id="an empty category comes last"),
        pytest.param({"status_year": "1990"}, {"status_year": "1984"}, 1, id="earlier year"),
        pytest.param({"status_year": "0"}, {"status_year": "2020"}, 1, id="unknown year comes last"),
        pytest.param({"status_year": "1990"}, {"status_year": "1990"}, 0, id="the first of equals"),
        pytest.param(
            {"iucn_cat": "Ia", "status": "Proposed"}, {"iucn_cat": "VI"}, 1, id="first tier before second"
        ),
    ],
)
def test_who_keeps_an_overlap(rules, a, b, keeper):
    rows, squares = overlapping(a, b)
    found = prepared(rules, rows, squares, totals="erase", second_tier=True)
    whole = geodesy.area_ha(np.array(squares))
    kept = found.areas["area_ha"].to_numpy() / whole
    assert kept[keeper] == pytest.approx(1) and kept[1 - keeper] == pytest.approx(0.5, rel=1e-4)
    assert account(found)["overlaps_erased"][1:] == (1, f"P{1 - keeper}")
    assert found.areas["overlaps"].tolist() == ["erased", "erased"]


def test_an_area_that_is_all_covered_is_named(rules):
    found = prepared(
        rules, [{"iucn_cat": "II"}, {}], [SQUARE, shapely.box(27.2, 0, 27.5, 0.5)], totals="erase"
    )
    assert account(found) == {"erased": ("left_out", 1, "P1")}
    assert found.n_left_out == 1


def test_screening_keeps_every_designation(rules):
    found = prepared(rules, [{}, {}], [SQUARE, SQUARE])
    assert len(found.areas) == 2 and found.areas["overlaps"].tolist() == ["kept", "kept"]


def test_dissolved_there_is_a_row_for_each_tier_that_can_be_added_up(rules):
    rows, squares = overlapping({}, {"status": "Proposed"})
    found = prepared(rules, rows, squares, totals="dissolve", second_tier=True)
    assert found.areas["area_id"].tolist() == ["tier 1", "tier 2"]
    union = geodesy.area_ha(shapely.union_all(squares))
    assert found.areas["area_ha"].sum() == pytest.approx(union, rel=1e-4)


def test_repeated_keys_are_noted(rules):
    assert account(prepared(rules, [{"area_id": "1"}, {"area_id": "1"}])) == {
        "key_repeated": ("noted", 2, "1; 1")
    }


def test_nothing_left_is_a_table_all_the_same(rules):
    found = prepared(rules, [{"status": "Proposed"}], totals="dissolve", merge_zones=True)
    assert len(found.areas) == 0 and len(found.polygons) == 0
    assert list(found.dropped.columns) == [column.name for column in DROPPED_COLUMNS]


def test_cancel_stops_between_areas():
    def stop(fraction):
        raise Cancelled("stop")

    squares = np.array([SQUARE, SQUARE], dtype=object)
    with pytest.raises(Cancelled):
        erase_overlaps(squares, np.arange(2), stop)


@pytest.mark.parametrize(
    "wkt, crosses",
    [
        pytest.param("POLYGON ((170 0, 179 0, 179 1, 170 0))", False, id="near"),
        pytest.param("POLYGON ((-180 -90, 180 -90, 180 -60, -180 -60, -180 -90))", False, id="polar cap"),
        pytest.param("MULTIPOLYGON (((179 0, 180 0, 180 1, 179 0)), ((-180 0, -179 0, -180 1, -180 0)))", False,
                     id="already cut"),
        pytest.param("POLYGON ((179 0, -179 0, -179 1, 179 0))", True, id="jump"),
        pytest.param("POLYGON ((-185 0, -175 0, -175 1, -185 0))", True, id="beyond -180"),
        pytest.param("POLYGON ((500000 0, 500001 0, 500001 1, 500000 0))", False, id="metres"),
    ],
)  # fmt: skip
def test_what_crosses_the_dateline(wkt, crosses):
    assert crosses_dateline(np.array([shapely.from_wkt(wkt)])).tolist() == [crosses]


def test_a_hole_is_cut_with_its_area():
    holed = shapely.from_wkt(
        "POLYGON ((178 -2, -178 -2, -178 2, 178 2, 178 -2), (-179.5 -1, -179 -1, -179 1, -179.5 1, -179.5 -1))"
    )
    cut = cut_at_dateline(holed)
    assert cut.area == pytest.approx(4 * 4 - 0.5 * 2)
    assert cut.is_valid and cut.bounds == (-180, -2, 180, 2)


def test_rules_that_lack_a_part_are_refused(tmp_path, resources):
    document = json.loads((resources / "areas" / "rules.json").read_text(encoding="utf-8"))
    del document["status_sets"]["wdpar"]
    (tmp_path / "rules.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"rules\.json: 'status_sets.wdpar' is missing"):
        read_area_rules(tmp_path / "rules.json")


STATUSES = ["Designated", "Proposed", "Not Reported", None, "Adopted", "Odd"]
areas_of_any_kind = st.lists(
    st.tuples(
        st.sampled_from(STATUSES),
        st.sampled_from(["Ia", "II", "VI", "Not Reported", None]),
        st.sampled_from(["0", "1984", "2001", None]),
        st.sampled_from(["1", "2", None]),
        st.floats(-179, 178.5),
        st.floats(-60, 60),
        st.floats(0.01, 2),
        st.sampled_from(["box", "bow_tie", "point", "none"]),
    ),
    min_size=1,
    max_size=8,
)


def shape(kind, x, y, size):
    if kind == "none":
        return None
    if kind == "point":
        return shapely.Point(x, y)
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    return shapely.Polygon(corners if kind == "box" else [corners[n] for n in (0, 2, 1, 3)])


@settings(deadline=None)
@given(areas_of_any_kind, st.booleans(), st.booleans())
def test_every_area_is_either_prepared_or_named(rules, given_areas, second_tier, merge_zones):
    rows = [
        {
            "status": status,
            "iucn_cat": iucn,
            "status_year": year,
            "site_id": site,
            "reported_km2": size * 1000,
        }
        for status, iucn, year, site, _, _, size, _ in given_areas
    ]
    shapes = [shape(kind, x, y, size) for *_, x, y, size, kind in given_areas]
    options = {"second_tier": second_tier, "merge_zones": merge_zones}
    found = prepared(rules, rows, shapes, **options)
    assert int(found.areas["zones"].sum()) + found.n_left_out == len(rows)
    out = found.dropped[found.dropped["action"] == "left_out"]
    assert int(out["count"].sum()) == found.n_left_out
    assert set(found.dropped["rule"]) <= set(RULES)
    assert shapely.is_valid(found.polygons).all()

    erased = prepared(rules, rows, shapes, totals="erase", **options).areas["area_ha"].sum()
    dissolved = prepared(rules, rows, shapes, totals="dissolve", **options).areas["area_ha"].sum()
    assert erased == pytest.approx(dissolved, rel=1e-3, abs=1e-3)
    assert erased <= found.areas["area_ha"].sum() * (1 + 1e-3) + 1e-3
