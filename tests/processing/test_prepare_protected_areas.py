"""asm:prepareprotectedareas on layers as people have them, and its output in the overlap."""

import shutil

import pytest
import shapely
from asm_atlas.processing.prepare_protected_areas import release_month
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ALGORITHM, OVERLAP = "asm:prepareprotectedareas", "asm:protectedareaoverlap"
PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"
PLANNED = "POLYGON ((28.2 -1, 29 -1, 29 1, 28.2 1, 28.2 -1))"


def layer(kind, fields, *rows, crs="EPSG:4326", name="areas"):
    """A memory layer; fields as {name: type}, rows of WKT (or None) and attributes."""
    query = "&".join(f"field={title}:{type_}" for title, type_ in fields.items())
    made = QgsVectorLayer(f"{kind}?crs={crs}&{query}", name, "memory")
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(attributes)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    return made


def rows_of(made):
    names = [field.name() for field in made.fields()]
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in made.getFeatures()
    ]


@pytest.fixture()
def prepare(run):
    def prepared(source, **options):
        return run(ALGORITHM, INPUT=source, OUTPUT="TEMPORARY_OUTPUT", DROPPED="TEMPORARY_OUTPUT", **options)

    return prepared


def counts(found):
    return {row["rule"]: row["count"] for row in rows_of(found["DROPPED"])}


OLD = {
    "WDPAID": "double", "WDPA_PID": "string", "PA_DEF": "string", "NAME": "string", "DESIG_ENG": "string",
    "DESIG_TYPE": "string", "IUCN_CAT": "string", "MARINE": "string", "REP_AREA": "double", "STATUS": "string",
    "STATUS_YR": "integer", "PARENT_ISO3": "string",
}  # fmt: skip
NEW = {
    "SITE_ID": "integer", "SITE_PID": "string", "SITE_TYPE": "string", "NAME_ENG": "string", "NAME": "string",
    "DESIG_ENG": "string", "DESIG_TYPE": "string", "IUCN_CAT": "string", "REALM": "string",
    "REP_AREA": "double", "STATUS": "string", "STATUS_YR": "integer", "PRNT_ISO3": "string",
}  # fmt: skip


def old_layer():
    row = [
        PARK,
        7.0,
        "7_A",
        "1",
        "Park",
        "National Park",
        "National",
        "II",
        "1",
        100.0,
        "Designated",
        0,
        "COD",
    ]
    return layer("Polygon", OLD, row)


def new_layer():
    row = [
        PARK,
        7,
        "7_A",
        "PA",
        "Park",
        "Parc",
        "National Park",
        "National",
        "II",
        "Coastal",
        100.0,
        "Designated",
    ]
    return layer("Polygon", NEW, [*row, 0, "COD"])


@pytest.mark.parametrize(
    "make_layer",
    [pytest.param(old_layer, id="until 2025"), pytest.param(new_layer, id="since the end of 2025")],
)
def test_both_schemas_of_the_world_database_give_the_same_area(prepare, make_layer):
    (row,) = rows_of(prepare(make_layer())["OUTPUT"])
    assert row.pop("area_ha") == pytest.approx(2_461_755, rel=1e-6)
    assert row == {
        "area_id": "7_A", "area_name": "Park", "designation": "National Park", "iucn_cat": "II",
        "status": "Designated", "tier": 1, "approximate": "no", "tier_reason": None, "site_id": "7",
        "designation_type": "National", "status_year": None, "site_type": "PA", "realm": "Coastal",
        "parent_iso3": "COD", "reported_km2": 100.0, "zones": 1, "repaired": "no", "overlaps": "kept",
    }  # fmt: skip


def test_a_plain_national_layer(prepare):
    source = layer(
        "Polygon", {"nom": "string", "Statut": "string"}, (PARK, "Parc", "Classé"), (PLANNED, "P", "Projeté")
    )
    found = prepare(source)
    assert [row["area_name"] for row in rows_of(found["OUTPUT"])] == ["Parc"]
    (dropped,) = rows_of(found["DROPPED"])
    assert (dropped["rule"], dropped["action"], dropped["names"]) == ("status_other", "left_out", "P (2)")
    assert (found["N_GIVEN"], found["N_AREAS"], found["N_LEFT_OUT"]) == (2, 1, 1)


def test_points_in_metres_become_dashed_circles(prepare):
    fields = {"NAME": "string", "STATUS": "string", "REP_AREA": "double"}
    at = "POINT (611000 9780000)"
    source = layer(
        "Point", fields, (at, "A", "Designated", 100.0), (at, "B", "Designated", None), crs="EPSG:32735"
    )
    found = prepare(source)
    (row,) = rows_of(found["OUTPUT"])
    assert (row["area_name"], row["approximate"]) == ("A", "yes")
    assert row["area_ha"] == pytest.approx(10_000, rel=1e-5)
    assert counts(found) == {"circle": 1, "point_without_area": 1}


def test_qgis_measures_the_same_areas(prepare, resources):
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    ruler.setEllipsoid("EPSG:7030")
    found = prepare(str(resources / "demo" / "protected_areas.geojson"))
    for feature in found["OUTPUT"].getFeatures():
        assert feature["area_ha"] == pytest.approx(ruler.measureArea(feature.geometry()) / 1e4, rel=1e-5)


REAL = [
    pytest.param("wdpa_cod_utm35s/cod_conservation_utm.shp", (45, 43, 2), {"proposed": 1, "biosphere": 1},
                 (30_870_249, 23_704_103), id="World Database, 2017"),
    pytest.param("protectedareas_wri_2017.geojson", (49, 49, 0), {"status_absent": 49}, (26_382_006, 26_379_880), id="WRI, 2017"),
]  # fmt: skip


@pytest.mark.real_data
@pytest.mark.parametrize("file, numbers, dropped, sums", REAL)
def test_real_layers(prepare, data, file, numbers, dropped, sums):
    found = {
        totals: prepare(str(data / "protected" / file), TOTALS=totals)
        for totals in ("none", "erase", "dissolve")
    }
    whole = found["none"]
    assert (whole["N_GIVEN"], whole["N_AREAS"], whole["N_LEFT_OUT"]) == numbers
    assert counts(whole) == dropped
    assert whole["AREA_HA"] == pytest.approx(sums[0], rel=1e-6)
    for totals in ("erase", "dissolve"):
        assert found[totals]["AREA_HA"] == pytest.approx(sums[1], rel=1e-6)


@pytest.mark.real_data
@pytest.mark.parametrize("file", [param.values[0] for param in REAL])
def test_real_areas_agree_with_geographiclib(prepare, data, file):
    geod = pytest.importorskip("pyproj").Geod(ellps="WGS84")
    for feature in prepare(str(data / "protected" / file))["OUTPUT"].getFeatures():
        parts = shapely.get_parts(shapely.from_wkb(feature.geometry().asWkb().data()))
        m2 = sum(
            abs(geod.geometry_area_perimeter(shapely.geometry.polygon.orient(part))[0]) for part in parts
        )
        assert feature["area_ha"] == pytest.approx(m2 / 1e4, rel=1e-6), feature["area_name"]


def two_tiers():
    fields = {"NAME": "string", "STATUS": "string"}
    return layer("Polygon", fields, (PARK, "Park", "Designated"), (PLANNED, "Planned", "Proposed"))


def screened(run, areas, **options):
    from qgis import processing

    sites = layer("Point", {"pcode": "string"}, ("POINT (27.5 0)", "a"), ("POINT (28.6 0)", "b"))
    feedback = QgsProcessingFeedback(False)
    outputs = dict.fromkeys(("OUTPUT", "PAIRS", "SUMMARY"), "TEMPORARY_OUTPUT")
    found = processing.run(OVERLAP, {"SITES": sites, "AREAS": areas, **outputs, **options}, feedback=feedback)
    return found, feedback.textLog()


def test_the_overlap_leaves_the_second_tier_out_and_names_it(run, prepare):
    prepared = prepare(two_tiers(), SECOND_TIER=True)["OUTPUT"]
    found, log = screened(run, prepared)
    assert [row["pa_names"] for row in rows_of(found["OUTPUT"])] == ["Park", None]
    assert found["N_LEFT_OUT"] == 1 and "Left out, second tier (1): Planned." in log

    found, log = screened(run, prepared, SECOND_TIER=True)
    assert [row["pa_names"] for row in rows_of(found["OUTPUT"])] == ["Park", "Planned"]
    assert {row["area_name"]: row["tier"] for row in rows_of(found["PAIRS"])} == {"Park": 1, "Planned": 2}


def test_a_shapefile_that_cuts_the_names_keeps_tiers_and_circles(run, tmp_path):
    fields = {"NAME": "string", "STATUS": "string", "DESIG_ENG": "string", "REP_AREA": "double"}
    place = "POINT (27.5 0)"
    source = layer(
        "Point", fields, (place, "A", "Designated", "Park", 9.0), (place, "B", "Proposed", "Park", 9.0)
    )
    out = str(tmp_path / "prepared.shp")
    run(ALGORITHM, INPUT=source, SECOND_TIER=True, OUTPUT=out)
    found, _ = screened(run, out)
    kept = [(row["area_name"], row["designation"], row["approximate"]) for row in rows_of(found["SUMMARY"])]
    assert kept == [("A", "Park", "yes")]


def test_the_overlap_keeps_circles_approximate(run, prepare):
    fields = {"NAME": "string", "STATUS": "string", "REP_AREA": "double"}
    prepared = prepare(layer("Point", fields, ("POINT (27.5 0)", "A", "Designated", 100.0)))["OUTPUT"]
    found, _ = screened(run, prepared)
    assert [row["pa_approximate"] for row in rows_of(found["OUTPUT"])] == ["yes", "yes"]
    assert [row["approximate"] for row in rows_of(prepare(prepared)["OUTPUT"])] == ["yes"]


@pytest.mark.parametrize("totals", ["erase", "dissolve"])
def test_the_overlap_refuses_areas_made_for_totals(run, prepare, totals):
    prepared = prepare(two_tiers(), TOTALS=totals)["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="prepare the areas again"):
        screened(run, prepared)


def test_a_field_tier_of_another_layer_means_nothing(run):
    source = layer("Polygon", {"NAME": "string", "tier": "integer"}, (PARK, "Park", 2))
    found, _ = screened(run, source)
    assert [row["pa_names"] for row in rows_of(found["OUTPUT"])] == ["Park", None]


def test_merging_without_keys_is_warned_of(run):
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    parameters = {"INPUT": two_tiers(), "MERGE_ZONES": True, "OUTPUT": "TEMPORARY_OUTPUT"}
    found = processing.run(ALGORITHM, parameters, feedback=feedback)
    assert "no SITE_ID or WDPAID; no zones were merged" in feedback.textLog()
    assert "DROPPED" not in found


def test_nothing_left_is_said(run):
    from qgis import processing

    source = layer("Polygon", {"NAME": "string", "STATUS": "string"}, (PLANNED, "Planned", "Proposed"))
    feedback = QgsProcessingFeedback(False)
    found = processing.run(ALGORITHM, {"INPUT": source, "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert found["N_AREAS"] == 0
    assert "No area is left; see the table" in feedback.textLog()


@pytest.mark.parametrize(
    "name, month",
    [
        ("WDPA_WDOECM_May2026_Public_COD_shp-polygons", "2026-05"),
        ("WDPA_Sept_2025", "2025-09"),
        ("protectedareas_wri_2017", ""),
    ],
)
def test_the_month_of_a_release_is_in_its_name(name, month):
    assert release_month(name) == month


def test_metadata_tell_source_month_filters_and_counts(run, resources, tmp_path):
    demo, copy = resources / "demo" / "protected_areas.geojson", tmp_path / "WDPA_May2026_XKM.geojson"
    shutil.copy(demo, copy)
    shutil.copy(demo.with_suffix(".qmd"), copy.with_suffix(".qmd"))
    out = tmp_path / "prepared.gpkg"
    run(ALGORITHM, INPUT=str(copy), STATUSES="wdpar", OUTPUT=str(out))
    metadata = QgsVectorLayer(str(out), "prepared", "ogr").metadata()
    assert metadata.rights() or metadata.licenses()
    done = metadata.history()[-1]
    for words in (
        "release 2026-05",
        "statuses wdpar",
        "second tier left out",
        "1 left out; by rule: proposed 1",
    ):
        assert words in done


def test_the_style_shows_category_tier_and_circle(plugin, prepare):
    from asm_atlas.cartography.table_styles import TABLE_STYLES
    from asm_atlas.cartography.theme import DEFAULT_THEME, read_theme
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize

    fields = {"NAME": "string", "STATUS": "string", "IUCN_CAT": "string", "REP_AREA": "double"}
    west, east = "POLYGON ((0 0, 1 0, 1 2, 0 2, 0 0))", "POLYGON ((1.2 0, 2.2 0, 2.2 2, 1.2 2, 1.2 0))"
    made = prepare(
        layer("Polygon", fields, (west, "A", "Designated", "II", 0.0), (east, "B", "Proposed", "II", 0.0)),
        SECOND_TIER=True,
    )["OUTPUT"]
    for language in ("en", "fr"):
        TABLE_STYLES["prepared_areas"](made, read_theme(DEFAULT_THEME), language)
        assert len(made.renderer().categories()) == 7
    made.setLabelsEnabled(False)
    QgsProject.instance().addMapLayer(made)
    settings = QgsMapSettings()
    settings.setLayers([made])
    settings.setExtent(made.extent())
    settings.setOutputSize(QSize(440, 400))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()

    def colours(left, right):
        return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(150, 250)}

    assert len(colours(60, 140)) == 1  # one tint
    assert len(colours(300, 380)) > 1  # a hatch
