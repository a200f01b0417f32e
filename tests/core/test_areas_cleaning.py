import pytest
import shapely
from asm_atlas.core.areas.cleaning import clean_areas
from asm_atlas.core.areas.fields import as_text, match_fields, read_area_fields
from asm_atlas.core.exceptions import GeometryError

SQUARE = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"


@pytest.mark.parametrize(
    "given, repaired, reason",
    [
        pytest.param(
            "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
            "MULTIPOLYGON (((0 0, 1 1, 0 2, 0 0)), ((1 1, 2 0, 2 2, 1 1)))",
            "Self-intersection",
            id="bow-tie: both wings stay",
        ),
        pytest.param(
            "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))",
            "POLYGON ((0 0, 2 0, 2 1, 3 1, 3 3, 1 3, 1 2, 0 2, 0 0))",
            "Self-intersection",
            id="overlapping parts: joined, the overlap is no hole",
        ),
        pytest.param(
            "POLYGON ((0 0, 2 0, 2 2, 1 2, 1 5, 1 2, 0 2, 0 0))", SQUARE, "Self-intersection", id="spike"
        ),
        pytest.param(
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 5 1, 5 2, 1 2, 1 1))",
            "POLYGON ((0 0, 4 0, 4 1, 1 1, 1 2, 4 2, 4 4, 0 4, 0 0))",
            "Self-intersection",
            id="hole that leaves the polygon",
        ),
        pytest.param(
            "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0), (5 5, 6 5, 6 6, 5 5))",
            SQUARE,
            "Hole lies outside shell",
            id="hole outside",
        ),
    ],
)
def test_repair_follows_the_rings(given, repaired, reason):
    cleaned = clean_areas([shapely.from_wkt(given), shapely.from_wkt(SQUARE)])
    assert shapely.equals(cleaned.polygons[0], shapely.from_wkt(repaired))
    assert cleaned.is_repaired.tolist() == [True, False]
    assert cleaned.report["row"].tolist() == [0]
    assert cleaned.report["action"].tolist() == ["repaired"]
    assert cleaned.report["reason"][0].startswith(reason)


def test_lines_beside_polygons_are_dropped_and_counted():
    mixed = f"GEOMETRYCOLLECTION ({SQUARE}, LINESTRING (5 5, 6 6), POINT (9 9))"
    cleaned = clean_areas([shapely.from_wkt(mixed)])
    assert shapely.equals(cleaned.polygons[0], shapely.from_wkt(SQUARE))
    assert cleaned.report["n_parts_dropped"].tolist() == [2]
    assert cleaned.report["area_change_ha"].tolist() == [0]


@pytest.mark.parametrize(
    "given, km2, reason",
    [
        pytest.param(None, None, "no geometry", id="null"),
        pytest.param("POLYGON EMPTY", None, "no geometry", id="empty"),
        pytest.param("POINT (28 -2)", None, "point without a reported area", id="point, area not known"),
        pytest.param("POINT (28 -2)", 0, "point without a reported area", id="point of no area"),
        pytest.param("POINT (28 -2)", "n/a", "point without a reported area", id="point, area no number"),
        pytest.param("LINESTRING (0 0, 1 1)", 5, "not a polygon", id="line"),
        pytest.param("POLYGON ((0 0, 1 0, 2 0, 0 0))", None, "no area left after repair", id="flat polygon"),
    ],
)
def test_areas_left_out_are_listed(given, km2, reason):
    geometry = None if given is None else shapely.from_wkt(given)
    cleaned = clean_areas([geometry, shapely.from_wkt(SQUARE)], [km2, 7])
    assert cleaned.is_used.tolist() == [False, True]
    assert cleaned.polygons[0] is None
    assert cleaned.report[["row", "action", "reason"]].values.tolist() == [[0, "left_out", reason]]


def test_points_become_circles_of_their_area():
    places = [shapely.Point(28, -2), shapely.MultiPoint([(20, 0), (22, 0)])]
    cleaned = clean_areas(places, [100, 100])
    assert cleaned.is_approximate.tolist() == [True, True]
    assert cleaned.is_repaired.tolist() == [False, False]
    assert shapely.get_num_geometries(cleaned.polygons).tolist() == [1, 2]
    assert cleaned.report["area_ha"].tolist() == [10_000, 10_000]


def test_projected_coordinates_are_refused():
    with pytest.raises(GeometryError, match=r"row 2.*coordinate reference system"):
        clean_areas([shapely.box(0, 0, 1, 1), shapely.box(500_000, 9_000_000, 600_000, 9_100_000)])


@pytest.mark.parametrize(
    "names, found",
    [
        pytest.param(
            [
                "WDPA_PID",
                "NAME",
                "ORIG_NAME",
                "DESIG",
                "DESIG_ENG",
                "IUCN_CAT",
                "STATUS",
                "REP_AREA",
            ],
            ["WDPA_PID", "NAME", "DESIG_ENG", "IUCN_CAT", "STATUS", "REP_AREA"],
            id="World Database until 2025",
        ),
        pytest.param(
            ["SITE_PID", "NAME_ENG", "NAME", "DESIG_ENG", "IUCN_CAT", "STATUS", "REP_AREA"],
            ["SITE_PID", "NAME_ENG", "DESIG_ENG", "IUCN_CAT", "STATUS", "REP_AREA"],
            id="World Database since",
        ),
        pytest.param(["gid", "Nom", "Type"], [None, "Nom", "Type", None, None, None], id="plain layer"),
        pytest.param(["a"], [None] * 6, id="nothing known"),
    ],
)
def test_fields_are_recognised(names, found, resources):
    roles = match_fields(names, read_area_fields(resources / "areas" / "fields.json"))
    expected = zip(("area_id", "name", "designation", "iucn_cat", "status", "reported_km2"), found)
    assert roles == {role: field for role, field in expected if field is not None}


@pytest.mark.parametrize(
    "value, text",
    [
        (555555524.0, "555555524"),
        (" Okapi ", "Okapi"),
        ("", None),
        (None, None),
        (1.5, "1.5"),
        (float("nan"), None),
    ],
)
def test_attributes_as_text(value, text):
    assert as_text(value) == text
