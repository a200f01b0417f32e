"""Awkward layers through the overlap algorithms: huge, broken, empty, coincident, in any projection."""

import numpy as np
import pytest
import shapely
from overlap_layers import (
    BOTH_SIDES,
    CORE,
    DISC,
    EAST,
    FIJI,
    OVERLAP,
    PREPARE,
    RING,
    TITLES,
    WEST,
    areas,
    layer,
    logged,
    overlap,
    records,
    sites,
)
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)


@pytest.mark.parametrize(
    "points, named, expected",
    [  # expected for each site: the areas that cover it, the one that speaks, the nearest place of its boundary
        pytest.param(["POINT (28 0.1)"], [("Ring", RING)], [(None, "Ring", (28, 0.5))], id="in a hole"),
        pytest.param(["POINT (28.5 0.2)"], [("Ring", RING)], [("Ring", "Ring", None)], id="on the rim of a hole"),
        pytest.param(
            ["POINT (27.45 0)", "POINT (27.1 0)"],
            [("Park", WEST), ("Core", CORE)],
            [("Park; Core", "Core", (27.4, 0)), ("Park", "Park", (27, 0))],
            id="nested areas",
        ),
        pytest.param(
            ["POINT (28 0.5)", "POINT (28 1)", "POINT (28.1 0)"],
            [("West", WEST), ("East", EAST)],
            [("West; East", "West", None), ("West; East", "West", None), ("East", "East", (28, 0))],
            id="touching areas, site on the common edge and corner",
        ),
        pytest.param(
            ["POINT (27.1 0)", "POINT (26.9 0)"],
            [("First", WEST), ("Second", WEST)],
            [("First; Second", "First", (27, 0)), (None, "First", (27, 0))],
            id="identical boundaries",
        ),
        pytest.param(
            ["POINT (27.1 0)"], [("Park", WEST), ("Park", WEST)], [("Park", "Park", (27, 0))], id="duplicate areas"
        ),
        pytest.param(
            ["POINT (0.5 0)", "POINT (27.1 0)"],
            [("Park", WEST)],
            [(None, "Park", (27, 0)), ("Park", "Park", (27, 0))],
            id="a site 3,000 km away",
        ),
        pytest.param(
            BOTH_SIDES,
            [("Fiji", FIJI)],
            [("Fiji", "Fiji", (179.5, -16)), ("Fiji", "Fiji", (-179, -17)), (None, "Fiji", (-179, -17)), (None, "Fiji", (178, -17))],
            id="both sides of 180",
        ),
    ],
)  # fmt: skip
def test_sites_among_areas(run, geod, points, named, expected):
    rows = records(overlap(run, sites(*points), areas(*named))["OUTPUT"])
    assert [(row["pa_names"], row["pa_nearest"]) for row in rows] == [each[:2] for each in expected]
    for row, point, (names, _, foot) in zip(rows, points, expected):
        lon, lat = shapely.get_coordinates(shapely.from_wkt(point))[0]
        metres = 0 if foot is None else geod.inv(lon, lat, *foot)[2]
        # The foot is exact but for parallels, which bend away, and meridians seen from far.
        assert row["pa_distance_m"] == pytest.approx(-metres if names else metres, rel=1e-4, abs=1e-6)
        assert (row["pa_band"] == "inside") == (names is not None)


def test_duplicates_each_have_their_pair_and_row(run):
    found = overlap(run, sites("POINT (27.1 0)"), areas(("Park", WEST), ("Park", WEST)))
    assert [row["area_id"] for row in records(found["PAIRS"])] == ["A0", "A1"]
    assert [row["sites_inside"] for row in records(found["SUMMARY"])] == [1, 1]
    assert (found["N_INSIDE"], records(found["OUTPUT"])[0]["pa_count"]) == (1, 2)


@pytest.mark.parametrize(
    "off_m, is_inside",
    [pytest.param(0.0009, True, id="0.9 mm"), pytest.param(0.0011, False, id="1.1 mm"), pytest.param(0.1, False, id="10 cm")],
)  # fmt: skip
@pytest.mark.parametrize("azimuth, edge", [(90, (28, 0.2)), (270, (27, -0.3)), (0, (27.5, 1)), (45, (28, 1))])
def test_within_a_millimetre_of_the_boundary_is_inside(run, geod, off_m, is_inside, azimuth, edge):
    lon, lat, _ = geod.fwd(*edge, azimuth, off_m)
    found = overlap(run, sites(shapely.Point(lon, lat)), areas(("Park", WEST)))
    (row,) = records(found["OUTPUT"])
    assert (row["pa_band"] == "inside", found["N_INSIDE"]) == (is_inside, int(is_inside))


def test_an_area_of_half_a_million_corners(run, geod):
    angle = np.linspace(0, 2 * np.pi, 500_000, endpoint=False)
    disc = shapely.Polygon(np.column_stack([28 + np.cos(angle), np.sin(angle)]))
    points = ["POINT (28 0)", "POINT (28 1.1)", "POINT (29.2 0)", "POINT (27.9 0.3)", "POINT (40 0)"]
    rows = records(overlap(run, sites(*points), areas(("Disc", disc)))["OUTPUT"])
    assert [row["pa_names"] for row in rows] == ["Disc", None, None, "Disc", None]
    site = np.full(len(angle), 27.9), np.full(len(angle), 0.3)
    to_corner = geod.inv(*site, *shapely.get_coordinates(disc)[:-1].T)[2]
    expected = [
        -geod.inv(28, 0, 28, 1)[2],  # a degree of latitude is shorter than one of longitude
        geod.inv(28, 1.1, 28, 1)[2],
        geod.inv(29.2, 0, 29, 0)[2],
        -to_corner.min(),  # corners stand 1.4 m apart
        geod.inv(40, 0, 29, 0)[2],
    ]
    assert [row["pa_distance_m"] for row in rows] == pytest.approx(expected, rel=1e-6)


def islands():
    """A multipolygon of 10,000 squares of 0.01 degree, 0.02 degree apart, from 27 E, 0 N."""
    west, south = np.meshgrid(27 + 0.02 * np.arange(100), 0.02 * np.arange(100))
    west, south = west.ravel(), south.ravel()
    return shapely.multipolygons(shapely.box(west, south, west + 0.01, south + 0.01))


def test_an_area_of_ten_thousand_islands(run, geod):
    points = ["POINT (27.005 0.001)", "POINT (27.0151 0.005)", "POINT (28.985 1.985)", "POINT (26.99 0.005)"]
    rows = records(overlap(run, sites(*points), areas(("Islands", islands())))["OUTPUT"])
    assert [row["pa_names"] for row in rows] == ["Islands", None, "Islands", None]
    assert [row["pa_count"] for row in rows] == [1, 0, 1, 0]
    assert rows[0]["pa_distance_m"] == pytest.approx(-geod.inv(27.005, 0.001, 27.005, 0)[2], rel=1e-6)
    assert rows[1]["pa_distance_m"] == pytest.approx(geod.inv(27.0151, 0.005, 27.02, 0.005)[2], rel=1e-6)
    assert rows[3]["pa_distance_m"] == pytest.approx(geod.inv(26.99, 0.005, 27, 0.005)[2], rel=1e-6)


def test_thousands_of_sites_at_one_place(run):
    found = overlap(run, sites(*["POINT (27.1 0)"] * 5000), areas(("Park", WEST), ("Core", CORE)))
    rows = records(found["OUTPUT"])
    assert len(rows) == len(records(found["PAIRS"])) - 5000 == 5000  # Core is 33 km away, within 50 km
    assert {(row["pa_names"], row["pa_distance_m"]) for row in rows} == {("Park", rows[0]["pa_distance_m"])}
    assert [row["sites_inside"] for row in records(found["SUMMARY"])] == [5000, 0]
    assert [row["workers_inside"] for row in records(found["SUMMARY"])] == [50_000, 0]


def test_empty_and_null_geometries_on_both_sides(plugin):
    found, log = logged(
        OVERLAP,
        SITES=sites("POINT (27.1 0)", None, "POINT EMPTY"),
        AREAS=areas(("Null", None), ("Empty", "MULTIPOLYGON EMPTY"), ("Park", WEST), ("Hollow", "POLYGON EMPTY")),
        SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert [row["pa_names"] for row in records(found["OUTPUT"])] == ["Park", None, None]
    assert [row["pa_band"] for row in records(found["OUTPUT"])] == ["inside", None, None]
    assert [row["area_name"] for row in records(found["SUMMARY"])] == ["Park"]
    assert (found["N_SITES"], found["N_NO_GEOMETRY"], found["N_AREAS"], found["N_LEFT_OUT"]) == (3, 2, 1, 3)
    for sentence in (
        "Left out: Null, no geometry",
        "Left out: Empty, no geometry",
        "Left out: Hollow, no geo",
    ):
        assert sentence in log
    assert "2 sites have no geometry and got no result: s1, s2" in log


@pytest.mark.parametrize(
    "kind, given",
    [
        pytest.param("MultiPolygonZM", "MULTIPOLYGON ZM (((27 -1 5 1, 28 -1 5 1, 28 1 5 1, 27 1 5 1, 27 -1 5 1)))", id="Z and M"),
        pytest.param("CurvePolygon", "CURVEPOLYGON (COMPOUNDCURVE ((27 -1, 28 -1, 28 1, 27 1, 27 -1)))", id="curve polygon of straight edges"),
        pytest.param("MultiSurface", "MULTISURFACE (((27 -1, 28 -1, 28 1, 27 1, 27 -1)))", id="multisurface"),
        pytest.param("Polygon", "POLYGON ((27 -1, 27 -1, 28 -1, 28 1, 28 1, 27 1, 27 -1))", id="repeated corners"),
        pytest.param("Polygon", "POLYGON ((27 -1, 28 -1, 28 1, 28.9 1, 28 1, 27 1, 27 -1))", id="a spike of no width"),
        pytest.param("Polygon", "POLYGON ((27 -1, 27 1, 28 1, 28 -1, 27 -1))", id="the other way round"),
        pytest.param("MultiPolygon", "MULTIPOLYGON (((27 -1, 27.6 -1, 27.6 1, 27 1, 27 -1)), ((27.5 -1, 28 -1, 28 1, 27.5 1, 27.5 -1)))", id="parts that overlap"),
    ],
)  # fmt: skip
def test_every_way_to_write_the_same_area(run, geod, kind, given):
    points = ["POINT Z (27.55 0 900)", "POINT Z (28.5 0 900)", "POINT Z (27.9 0.3 900)"]
    found = overlap(run, sites(*points, kind="PointZ"), areas(("West", given), kind=kind))
    rows = records(found["OUTPUT"])
    assert [row["pa_names"] for row in rows] == ["West", None, "West"]
    assert rows[0]["pa_distance_m"] == pytest.approx(-geod.inv(27.55, 0, 28, 0)[2], rel=1e-6)
    assert rows[1]["pa_distance_m"] == pytest.approx(geod.inv(28.5, 0, 28, 0)[2], rel=1e-6)


def test_a_disc_of_arcs_is_round(run, geod):
    found = overlap(
        run, sites("POINT (28 0)", "POINT (28.7 0.7)"), areas(("Disc", DISC), kind="CurvePolygon")
    )
    rows = records(found["OUTPUT"])
    assert [row["pa_names"] for row in rows] == [
        "Disc",
        "Disc",
    ]  # the second is outside the square of the arcs
    assert rows[0]["pa_distance_m"] == pytest.approx(-geod.inv(28, 0, 28, 1)[2], rel=1e-3)


def test_sites_of_several_points_are_told(plugin):
    site_layer = sites("MULTIPOINT ((27.1 0), (20 0))", "MULTIPOINT ((27.2 0))", kind="MultiPoint")
    found, log = logged(OVERLAP, SITES=site_layer, AREAS=areas(("West", WEST)))
    assert [row["pa_names"] for row in records(found["OUTPUT"])] == ["West", "West"]
    assert "1 sites have several points; the first was used" in log


def test_fields_named_like_the_outputs_are_replaced_or_kept(run, tmp_path):
    fields = ["PA_Names:string", "pa_count:string", "area_id:integer", "distance_m:double", "pcode:string"]
    site_layer = layer("Point", fields, ("POINT (27.1 0)", "old", "many", 7, 1.5, "s0"))
    target = tmp_path / "sites.gpkg"
    run(OVERLAP, SITES=site_layer, AREAS=areas(("West", WEST)), OUTPUT=str(target))
    written = QgsVectorLayer(str(target), "x", "ogr")
    (row,) = records(written)
    assert (row["pa_names"], row["pa_count"], row["area_id"], row["distance_m"]) == ("West", 1, 7, 1.5)
    names = [field.name().lower() for field in written.fields()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("algorithm, area_key", [(OVERLAP, "AREAS"), (TITLES, "TITLES")])
@pytest.mark.parametrize(
    "fields, numbers, written_as",
    [
        pytest.param(["fid:integer"], [(1,), (1,)], ["fid_"], id="repeated"),
        pytest.param(["FID:string"], [("x",), ("y",)], ["FID_"], id="text"),
        pytest.param(["fid:integer", "fid_:string"], [(1, "p"), (1, "q")], ["fid__", "fid_"], id="again"),
        pytest.param(["fid:integer"], [(7,), (9,)], ["fid"], id="row numbers"),
    ],
)
def test_any_field_fid_can_be_written(run, tmp_path, algorithm, area_key, fields, numbers, written_as):
    rows = [(f"POINT ({x} 0)", *given, x) for x, given in zip((27.1, 20), numbers)]
    site_layer = layer("Point", [*fields, "pcode:double"], *rows)
    area_layer = layer("Polygon", ["type:string", "NAME:string"], (WEST, "PE", "West"))
    target = tmp_path / "sites.gpkg"
    run(algorithm, **{"SITES": site_layer, area_key: area_layer, "OUTPUT": str(target)})
    written = records(QgsVectorLayer(str(target), "x", "ogr"))
    assert [tuple(row[name] for name in written_as) for row in written] == numbers
    assert [row["pcode"] for row in written] == [27.1, 20]


def many_sites():
    rng = np.random.default_rng(4)
    return sites(*(shapely.Point(x, y) for x, y in rng.uniform(20, 30, (600, 2)).tolist()))


def many_areas():
    rng = np.random.default_rng(5)
    rows = [(shapely.box(x, y, x + 0.3, y + 0.3), "PR", "Park", "Designated", n // 2) for n, (x, y) in enumerate(rng.uniform(20, 30, (120, 2)).tolist())]  # fmt: skip
    return layer("Polygon", ["type:string", "NAME:string", "STATUS:string", "SITE_ID:integer"], *rows)


CANCELLED = {
    OVERLAP: ({"SITES": many_sites, "AREAS": many_areas}, ("OUTPUT", "PAIRS", "SUMMARY")),
    PREPARE: ({"INPUT": many_areas, "MERGE_ZONES": lambda: True, "TOTALS": lambda: "erase"}, ("OUTPUT", "DROPPED")),
    TITLES: ({"SITES": many_sites, "TITLES": many_areas}, ("OUTPUT", "PAIRS", "OVERLAPS", "SUMMARY")),
}  # fmt: skip


@pytest.mark.parametrize("percent", [0, 5, 12, 20, 26, 45, 60, 70, 79])
@pytest.mark.parametrize("algorithm", CANCELLED)
def test_cancel_in_any_phase_leaves_no_file(plugin, qgis_new_project, tmp_path, algorithm, percent):
    from qgis import processing

    inputs, outputs = CANCELLED[algorithm]
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda done: done >= percent and feedback.cancel())
    parameters = {key: make() for key, make in inputs.items()}
    parameters.update({key: str(tmp_path / f"{key}.gpkg") for key in outputs})
    with pytest.raises(QgsProcessingException, match="Cancelled; no output was written"):
        processing.run(algorithm, parameters, feedback=feedback, context=QgsProcessingContext())
    assert list(tmp_path.iterdir()) == []


class CancelledWhileWriting(QgsProcessingFeedback):
    """Cancelled by the user once the outputs are being written, from 80 % on."""

    def setProgress(self, percent):  # noqa: N802
        if percent >= 80 and self.progress() >= 80:
            self.cancel()
        super().setProgress(percent)


@pytest.mark.parametrize("algorithm", CANCELLED)
def test_cancel_while_writing_leaves_all_or_nothing(plugin, qgis_new_project, tmp_path, algorithm):
    from qgis import processing

    inputs, outputs = CANCELLED[algorithm]
    feedback = CancelledWhileWriting(False)
    parameters = {key: make() for key, make in inputs.items()}
    parameters.update({key: str(tmp_path / f"{key}.gpkg") for key in outputs})
    try:
        processing.run(algorithm, parameters, feedback=feedback, context=QgsProcessingContext())
        left = {f"{key}.gpkg" for key in outputs}
    except QgsProcessingException:
        left = set()
    assert feedback.isCanceled()
    assert {path.name for path in tmp_path.iterdir()} == left


def test_areas_against_themselves_are_warned_of(plugin):
    both = areas(("West", WEST), ("East", EAST))
    found, log = logged(OVERLAP, SITES=both, AREAS=both)
    assert found["N_INSIDE"] == 2
    assert "SITES and AREAS are the same layer" in log
    _, log = logged(OVERLAP, SITES=both, AREAS=areas(("West", WEST)))
    assert "the same layer" not in log


def test_titles_meet_the_same_layers(run, geod):
    fields = ["code:string", "type:string", "statut:string"]
    title_layer = layer(
        "MultiSurface",
        fields,
        (DISC, "1", "ZEA", "Actif"),
        (None, "2", "PE", "Actif"),
        ("POLYGON ((27.5 -1, 28 1, 28 -1, 27.5 1, 27.5 -1))", "3", "PE", "Actif"),
        (CORE, "4", "PR", "Actif"),
        crs="EPSG:3857",
    )
    on_edge = "POINT (27.6 0.05)"
    found = run(
        TITLES,
        SITES=sites("POINT (28.7 0.7)", "POINT (27.55 0)", on_edge, None, "POINT (0 0)", crs="EPSG:32735"),
        TITLES=title_layer,
        TITLES_DATE="2026-01-01",
        OUTPUT="TEMPORARY_OUTPUT",
        PAIRS="TEMPORARY_OUTPUT",
    )
    assert [row["n_titles"] for row in records(found["OUTPUT"])] == [1, 3, 3, None, 0]
    pairs = [(row["pcode"], row["title_code"], row["on_boundary"]) for row in records(found["PAIRS"])]
    assert pairs == [
        ("s0", "1", "no"), ("s1", "1", "no"), ("s1", "3", "no"), ("s1", "4", "no"),
        ("s2", "1", "no"), ("s2", "3", "no"), ("s2", "4", "yes"),
    ]  # fmt: skip
    assert (found["N_TITLES"], found["N_LEFT_OUT"], found["N_NO_GEOMETRY"]) == (3, 1, 1)
