import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import shapely
from asm_atlas.core.areas.screening_columns import SITE_COLUMNS
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLayerMetadata,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QVariant

ALGORITHM = "asm:protectedareaoverlap"
PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"
HERITAGE = "POLYGON ((27.5 -1, 28.5 -1, 28.5 1, 27.5 1, 27.5 -1))"
BOW_TIE = "POLYGON ((29 0, 30 1, 30 0, 29 1, 29 0))"


def layer(kind, fields, rows, crs="EPSG:4326", name="layer"):
    """A memory layer from rows of WKT (or None) and attributes."""
    made = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, name, "memory")
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    provider = made.dataProvider()
    provider.addAttributes([QgsField(title, kind) for title, kind in fields])
    made.updateFields()
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(attributes)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert provider.addFeature(feature)
    return made


def sites(*rows, **options):
    fields = [("pcode", QVariant.String), ("workers", QVariant.Int), ("last_visit", QVariant.Date)]
    full = [(wkt, pcode, workers, QDate(2024, 5, 1)) for wkt, pcode, workers in rows]
    return layer("Point", fields, full, **options)


def areas(*rows, kind="Polygon", **options):
    fields = [
        ("SITE_PID", QVariant.String),
        ("NAME", QVariant.String),
        ("DESIG_ENG", QVariant.String),
        ("IUCN_CAT", QVariant.String),
        ("STATUS", QVariant.String),
        ("REP_AREA", QVariant.Double),
    ]
    full = [
        (wkt, f"P{n}", name, "National Park", "II", "Designated", km2)
        for n, (wkt, name, km2) in enumerate(rows)
    ]
    return layer(kind, fields, full, **options)


def three_sites():
    return sites(("POINT (27.6 0)", "a", 100), ("POINT (28.55 0)", "b", None), (None, "c", 5), name="sites")


def two_areas():
    return areas((PARK, "Park", 0), (HERITAGE, "Heritage", 0), name="areas")


def records(made):
    names = [field.name() for field in made.fields()]
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in made.getFeatures()
    ]


def everything(run, site_layer, area_layer, **options):
    return run(
        ALGORITHM,
        SITES=site_layer,
        AREAS=area_layer,
        OUTPUT="TEMPORARY_OUTPUT",
        PAIRS="TEMPORARY_OUTPUT",
        SUMMARY="TEMPORARY_OUTPUT",
        **options,
    )


def test_the_three_outputs(run):
    found = everything(run, three_sites(), two_areas())
    numbers = {
        name: found[name] for name in ("N_SITES", "N_INSIDE", "N_REPAIRED", "N_AREAS", "N_NO_GEOMETRY")
    }
    assert numbers == {"N_SITES": 3, "N_INSIDE": 1, "N_REPAIRED": 0, "N_AREAS": 2, "N_NO_GEOMETRY": 1}

    inside, near, nowhere = records(found["OUTPUT"])
    assert (inside["pcode"], inside["workers"], inside["last_visit"]) == ("a", 100, QDate(2024, 5, 1))
    assert (inside["pa_count"], inside["pa_names"], inside["pa_band"]) == (2, "Park; Heritage", "inside")
    assert inside["pa_nearest"] == "Heritage"
    assert inside["pa_distance_m"] == pytest.approx(-11131.949, abs=0.001)  # 0.1 degree of the equator
    assert (near["pa_count"], near["pa_names"], near["pa_band"]) == (0, None, "5-10 km")
    assert near["pa_distance_m"] == pytest.approx(5565.975, abs=0.001)
    assert near["pa_approximate"] == "no"
    assert [nowhere[column.name] for column in SITE_COLUMNS] == [None] * len(SITE_COLUMNS)
    assert [feature.hasGeometry() for feature in found["OUTPUT"].getFeatures()] == [True, True, False]

    assert [(row["pcode"], row["area_id"], row["relation"]) for row in records(found["PAIRS"])] == [
        ("a", "P0", "inside"),
        ("a", "P1", "inside"),
        ("b", "P1", "5-10 km"),
    ]
    park, heritage = records(found["SUMMARY"])
    assert (park["area_name"], park["designation"], park["iucn_cat"]) == ("Park", "National Park", "II")
    assert (park["sites_inside"], park["workers_inside"], park["workers_unknown"]) == (1, 100, 0)
    assert (heritage["sites_inside"], heritage["sites_10km"], heritage["workers_10km"]) == (1, 1, None)
    assert heritage["workers_unknown"] == 1
    geometry = next(found["SUMMARY"].getFeatures()).geometry()
    assert geometry.isMultipart()
    assert geometry.area() == pytest.approx(2)


def test_other_projections_give_the_same(run):
    truth = records(everything(run, three_sites(), two_areas())["OUTPUT"])
    point = QgsGeometry.fromWkt("POINT (27.6 0)")
    context = QgsCoordinateTransformContext()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    point.transform(QgsCoordinateTransform(wgs84, QgsCoordinateReferenceSystem("EPSG:32735"), context))
    park = QgsGeometry.fromWkt(PARK)
    park.transform(QgsCoordinateTransform(wgs84, QgsCoordinateReferenceSystem("EPSG:3857"), context))
    found = everything(
        run,
        sites((point.asWkt(12), "a", 100), crs="EPSG:32735"),
        areas((park.asWkt(12), "Park", 0), crs="EPSG:3857"),
    )
    row = records(found["OUTPUT"])[0]
    assert row["pa_count"] == 1
    assert row["pa_distance_m"] == pytest.approx(-0.4 * 111319.4908, abs=0.01)
    assert truth[0]["pa_band"] == row["pa_band"]
    assert found["OUTPUT"].crs().authid() == found["SUMMARY"].crs().authid() == "EPSG:4326"


def test_a_broken_polygon_is_repaired_and_named(run, plugin):
    feedback = QgsProcessingFeedback()
    from qgis import processing

    found = processing.run(
        ALGORITHM,
        {
            "SITES": sites(("POINT (29.1 0.3)", "a", 1), ("POINT (29.5 0.9)", "b", 1)),
            "AREAS": areas((BOW_TIE, "Crossed", 0), (None, "Nothing", 0), (PARK, "Park", 0)),
            "OUTPUT": "TEMPORARY_OUTPUT",
            "SUMMARY": "TEMPORARY_OUTPUT",
        },
        feedback=feedback,
    )
    assert (found["N_REPAIRED"], found["N_AREAS"], found["N_LEFT_OUT"]) == (1, 2, 1)
    assert [row["pa_names"] for row in records(found["OUTPUT"])] == ["Crossed", None]
    assert [row["repaired"] for row in records(found["SUMMARY"])] == ["yes", "no"]
    log = feedback.textLog()
    assert "Repaired: Crossed, Self-intersection" in log
    assert "Left out: Nothing, no geometry" in log


def test_points_are_areas_of_their_reported_size(run):
    found = everything(
        run,
        sites(("POINT (28.01 0)", "a", 1), ("POINT (28.5 0)", "b", 1)),
        areas(("POINT (28 0)", "Circle", 100), ("POINT (20 0)", "No size", 0), kind="Point"),
    )
    assert [row["pa_names"] for row in records(found["OUTPUT"])] == ["Circle", None]
    assert [row["pa_approximate"] for row in records(found["OUTPUT"])] == ["yes", "yes"]
    assert [row["approximate"] for row in records(found["SUMMARY"])] == ["yes"]
    assert found["N_LEFT_OUT"] == 1


def test_earlier_results_are_replaced(run):
    once = everything(run, three_sites(), two_areas())["OUTPUT"]
    twice = everything(run, once, areas((HERITAGE, "Heritage", 0)), BANDS="2")["OUTPUT"]
    names = [field.name() for field in twice.fields()]
    assert names == ["pcode", "workers", "last_visit", *(column.name for column in SITE_COLUMNS)]
    assert [row["pa_names"] for row in records(twice)] == ["Heritage", None, None]
    assert records(twice)[1]["pa_band"] == "beyond 2 km"


def test_plain_layers_need_no_known_fields(run):
    plain = layer("Polygon", [("label", QVariant.String)], [(PARK, "Le parc"), (HERITAGE, None)])
    bare = layer("Point", [], [("POINT (27.6 0)",)])
    by_itself = everything(run, bare, plain)
    assert records(by_itself["OUTPUT"])[0]["pa_names"] == "1; 2"
    assert records(by_itself["PAIRS"])[0]["pcode"] == "1"
    named = everything(run, bare, plain, AREA_NAME_FIELD="label")
    assert records(named["OUTPUT"])[0]["pa_names"] == "Le parc; 2"
    assert records(named["SUMMARY"])[0]["workers_inside"] is None


def test_optional_outputs_are_left_out(run):
    found = run(ALGORITHM, SITES=three_sites(), AREAS=two_areas(), OUTPUT="TEMPORARY_OUTPUT")
    assert found["N_INSIDE"] == 1
    assert "PAIRS" not in found


@pytest.mark.parametrize(
    "site_layer, area_layer, options, sentence",
    [
        pytest.param(sites, two_areas, {}, "has no sites", id="no sites"),
        pytest.param(three_sites, areas, {}, "has no areas", id="no areas"),
        pytest.param(three_sites, two_areas, {"BANDS": "5, 1"}, "positive kilometres", id="falling bands"),
        pytest.param(three_sites, two_areas, {"BANDS": "near"}, "not numbers", id="bands in words"),
        pytest.param(
            lambda: sites(("POINT (27 0)", "a", 1), crs=""),
            two_areas,
            {},
            "no coordinate ref",
            id="sites, no CRS",
        ),
        pytest.param(
            three_sites,
            lambda: areas((PARK, "x", 0), crs=""),
            {},
            "no coordinate ref",
            id="areas, no CRS",
        ),
        pytest.param(
            lambda: sites(("POINT (500000 9000000)", "a", 1)),
            two_areas,
            {},
            "1 sites lie outside",
            id="sites in metres",
        ),
        pytest.param(
            three_sites,
            lambda: areas(("POLYGON ((500000 0, 600000 0, 600000 9, 500000 0))", "x", 0)),
            {},
            "1 areas lie outside",
            id="areas in metres",
        ),
        pytest.param(
            three_sites, lambda: areas((None, "x", 0)), {}, "None of the 1 areas", id="no usable area"
        ),
    ],
)
def test_bad_input_gets_a_sentence(run, site_layer, area_layer, options, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        everything(run, site_layer(), area_layer(), **options)


def test_metadata_travels(run, tmp_path):
    site_layer, area_layer = three_sites(), two_areas()
    of_sites, of_areas = QgsLayerMetadata(), QgsLayerMetadata()
    of_sites.setTitle("Mine sites")
    of_sites.setRights(["IPIS"])
    of_areas.setRights(["UNEP-WCMC"])
    of_areas.setLicenses(["non-commercial"])
    site_layer.setMetadata(of_sites)
    area_layer.setMetadata(of_areas)
    target = str(tmp_path / "sites.gpkg")
    run(ALGORITHM, SITES=site_layer, AREAS=area_layer, OUTPUT=target, SUMMARY=str(tmp_path / "areas.gpkg"))
    written = QgsVectorLayer(target, "x", "ogr").metadata()
    assert written.title() == "Mine sites"
    assert written.rights() == ["IPIS", "UNEP-WCMC"]
    assert "2 areas of 'areas'" in written.history()[-1]
    summary = QgsVectorLayer(str(tmp_path / "areas.gpkg"), "x", "ogr").metadata()
    # areas with their numbers of sites
    assert (summary.rights(), summary.licenses()) == (["UNEP-WCMC", "IPIS"], ["non-commercial"])


def test_cancel_leaves_nothing(plugin, tmp_path):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda percent: percent > 30 and feedback.cancel())
    target = tmp_path / "sites.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            ALGORITHM,
            {"SITES": three_sites(), "AREAS": two_areas(), "OUTPUT": str(target)},
            feedback=feedback,
            context=QgsProcessingContext(),
        )
    assert not target.exists()


def test_a_field_called_geom_can_be_written(run, tmp_path):
    with_geom = layer(
        "Point", [("pcode", QVariant.String), ("geom", QVariant.String)], [("POINT (27 0)", "a", "01")]
    )
    target = str(tmp_path / "sites.gpkg")
    run(ALGORITHM, SITES=with_geom, AREAS=two_areas(), OUTPUT=target)
    assert records(QgsVectorLayer(target, "x", "ogr"))[0]["geom_"] == "01"


@pytest.mark.subprocess
def test_qgis_process_keeps_both_geos_apart(root, tmp_path):
    """In qgis_process the system's GEOS comes first; shapely's own must not be mixed with it."""

    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "asm_atlas").symlink_to(root)
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(tmp_path / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "PYTHONPATH": str(Path(shapely.__file__).parents[1]),
    }
    features = [
        {"type": "Feature", "properties": {}, "geometry": json.loads(QgsGeometry.fromWkt(PARK).asJson())}
    ]
    (tmp_path / "areas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    features[0]["geometry"] = {"type": "Point", "coordinates": [27.1, 0]}
    (tmp_path / "sites.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    subprocess.run(
        [program, "plugins", "enable", "asm_atlas"], env=environment, check=True, capture_output=True
    )
    done = subprocess.run(
        [program, "run", ALGORITHM, "--SITES=sites.geojson", "--AREAS=areas.geojson", "--OUTPUT=out.gpkg"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "inside: 1 sites" in done.stdout


def measured(area, point):
    """Distance in metres by QGIS's ellipsoid to the nearest of very many points of a boundary."""
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    ruler.setEllipsoid("EPSG:7030")
    rings = [ring for part in area.asMultiPolygon() for ring in part]
    boundary = QgsGeometry.fromMultiPolylineXY(rings)
    # Look closely only where the boundary is near; 0.01 degree is the planar search's slack.
    nearby = boundary.nearestPoint(QgsGeometry.fromPointXY(point)).asPoint()
    reach = 1.02 * point.distance(nearby) + 1e-4
    part = boundary.intersection(QgsGeometry.fromPointXY(point).buffer(reach, 36)).densifyByDistance(
        reach / 3000
    )
    return min(ruler.measureLine(point, QgsPointXY(vertex)) for vertex in part.vertices())


def real_sites(data):
    import pandas as pd

    table = pd.read_csv(data / "ipis" / "cod_mines_ipis_2026-05.csv", low_memory=False)
    table = table.drop_duplicates("pcode", keep="last")
    rows = [
        (
            f"POINT ({row.longitude!r} {row.latitude!r})",
            row.pcode,
            None if row.workers_numb != row.workers_numb else int(row.workers_numb),
        )
        for row in table.itertuples()
    ]
    return sites(*rows)


AREA_FILES = [
    pytest.param("protectedareas_wri_2017.geojson", 49, "name", id="layer of IPIS' web map"),
    pytest.param("wdpa_cod_utm35s/cod_conservation_utm.shp", 45, "NAME", id="World Database, UTM"),
]


@pytest.mark.real_data
@pytest.mark.parametrize("file, n_areas, name_field", AREA_FILES)
def test_real_sites_agree_with_qgis(run, data, file, n_areas, name_field):
    site_layer = real_sites(data)
    area_layer = QgsVectorLayer(str(data / "protected" / file), "areas", "ogr")
    begun = time.perf_counter()
    found = everything(run, site_layer, area_layer)
    seconds = time.perf_counter() - begun
    assert (found["N_SITES"], found["N_AREAS"], found["N_REPAIRED"]) == (3423, n_areas, 0)

    joined = run(
        "native:joinattributesbylocation",
        INPUT=site_layer,
        JOIN=area_layer,
        PREDICATE=[0],
        METHOD=0,
        JOIN_FIELDS=[name_field],
        DISCARD_NONMATCHING=True,
        OUTPUT="TEMPORARY_OUTPUT",
    )["OUTPUT"]
    by_qgis = sorted((row["pcode"], row[name_field].strip()) for row in records(joined))
    pairs = records(found["PAIRS"])
    ours = sorted((row["pcode"], row["area_name"]) for row in pairs if row["relation"] == "inside")
    assert ours == by_qgis
    assert found["N_INSIDE"] == len({pcode for pcode, _ in by_qgis})

    rows = records(found["OUTPUT"])
    assert sum(row["pa_band"] == "inside" for row in rows) == found["N_INSIDE"]
    assert sum(row["sites_inside"] for row in records(found["SUMMARY"])) == len(by_qgis)
    assert seconds < 20

    polygons = {feature["area_id"]: feature.geometry() for feature in found["SUMMARY"].getFeatures()}
    points = {feature["pcode"]: feature.geometry().asPoint() for feature in found["OUTPUT"].getFeatures()}
    for row in pairs[:: max(len(pairs) // 12, 1)]:
        truth = measured(polygons[row["area_id"]], points[row["pcode"]])
        assert abs(row["distance_m"]) == pytest.approx(truth, rel=1e-5, abs=0.01)
