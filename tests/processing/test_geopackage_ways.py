"""Which layers are read from the database of a GeoPackage and which by QGIS, and that whole runs are the same."""

import sqlite3

import numpy as np
import pytest
import shapely
from asm_atlas.processing import area_layers, protected_area_overlap
from asm_atlas.processing.frames import plain
from made_up_geopackages import (
    BOW_TIE,
    SQUARE,
    STARS,
    areas_of,
    opened,
    stored,
    table_of,
    write,
)
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

pytestmark = pytest.mark.usefixtures("no_cache")


def filtered(path):
    layer = opened(path)
    assert layer.setSubsetString("fid = 1")
    return layer


def edited(path):
    layer = opened(path)
    assert layer.startEditing()
    return layer


def joined(path):
    layer, other = (
        opened(path),
        QgsVectorLayer("NoGeometry?field=NAME:string&field=more:string", "o", "memory"),
    )
    QgsProject.instance().addMapLayer(other)
    info = QgsVectorLayerJoinInfo()
    info.setJoinFieldName("NAME")
    info.setTargetFieldName("NAME")
    info.setJoinLayer(other)
    assert layer.addJoin(info)
    return layer


def with_virtual_field(path):
    layer = opened(path)
    layer.addExpressionField("1", QgsField("one", QVariant.Int))
    return layer


def in_another_crs(path):
    layer = opened(path)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4284"))
    return layer


def of_one_type(path):
    return QgsVectorLayer(f"{path}|layername=areas|geometrytype=Polygon", "layer", "ogr")


def with_log(path):
    layer = opened(path)  # QGIS ends a log that it finds
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = WAL")
    database.close()
    return layer


def as_view(path):
    with sqlite3.connect(path) as database:
        database.execute("CREATE VIEW v AS SELECT fid AS OGC_FID, geom, NAME FROM areas")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('v', 'features', 'v', 4326)"
        )
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 4326, 0, 0)")
    database.close()
    return opened(path, "v")


def as_shapefile(path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    target = str(path.with_suffix(".shp"))
    QgsVectorFileWriter.writeAsVectorFormatV3(
        opened(path), target, QgsProject.instance().transformContext(), options
    )
    return opened(target)


@pytest.mark.parametrize(
    "prepare",
    [
        filtered,
        edited,
        joined,
        with_virtual_field,
        in_another_crs,
        of_one_type,
        with_log,
        as_view,
        as_shapefile,
    ],
)
def test_layers_that_show_something_else_are_read_by_qgis(tmp_path, prepare):
    path = write(tmp_path / "areas.gpkg", [stored(SQUARE)] * 2)
    layer = prepare(path)
    assert layer.isValid()
    before = sorted(tmp_path.iterdir())
    assert table_of(layer) is None
    assert sorted(tmp_path.iterdir()) == before
    assert isinstance(areas_of(layer, None), tuple)


def test_selections_and_limits_are_read_by_qgis(tmp_path):
    path = write(tmp_path / "areas.gpkg", [stored(SQUARE)] * 2)
    layer = QgsProject.instance().addMapLayer(opened(path))
    layer.selectByIds([1])
    for given, is_read in (
        (QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True), False),
        (QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=1), False),
        (QgsProcessingFeatureSourceDefinition(layer.id()), True),
        (layer.id(), True),
    ):
        assert (table_of(layer, given) is not None) == is_read


def test_a_file_that_may_not_be_written_is_read(tmp_path):
    path = write(tmp_path / "areas.gpkg", [stored(SQUARE)])
    path.chmod(0o444)
    layer = opened(path)
    assert areas_of(layer, table_of(layer)) == areas_of(layer, None)


def test_a_database_that_is_locked_is_read_by_qgis(tmp_path, through_qgis):
    path = write(tmp_path / "areas.gpkg", [stored(SQUARE)])
    layer = opened(path)
    table = table_of(layer)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    areas_of(layer, table)
    other.close()
    assert through_qgis == [1]


def test_whole_runs_are_the_same_on_both_ways(run, tmp_path, monkeypatch):
    rng = np.random.default_rng(7)
    blobs = [stored(shapely.affinity.translate(STARS[0], x, y)) for x, y in rng.uniform(-8, 8, (60, 2))]
    blobs[5], blobs[9] = None, stored(BOW_TIE)
    areas = write(tmp_path / "areas.gpkg", blobs, [(f"a{n}", "II", 5.0, 2000 + n) for n in range(60)])
    places = [stored(shapely.Point(x, y), box=False) for x, y in rng.normal((27, 0), 1.5, (300, 2))]
    places[3] = None
    rows = [(f"s{n}", n if n % 7 else None, "2024-05-31") for n in range(300)]
    fields = (("pcode", "TEXT"), ("workers", "MEDIUMINT"), ("last_visit", "DATE"))
    sites = write(tmp_path / "sites.gpkg", places, rows, "POINT", fields)
    found = {}
    for way in ("table", "wait", "qgis"):
        monkeypatch.setattr(area_layers, "_BYTES_TO_WAIT", 0 if way == "wait" else 10**9)
        if way == "qgis":
            monkeypatch.setattr(protected_area_overlap, "plain_table", lambda *given: None)
        for asked in ((), ("PAIRS", "SUMMARY", "LARGEST", "NOTE")):
            more = dict.fromkeys(asked, "TEMPORARY_OUTPUT")
            results = run(
                "asm:protectedareaoverlap",
                SITES=str(sites),
                AREAS=str(areas),
                OUTPUT="TEMPORARY_OUTPUT",
                **more,
            )
            for key, value in results.items():
                if isinstance(value, QgsVectorLayer):
                    value = [
                        ([plain(v) for v in feature.attributes()], feature.geometry().asWkt(17))
                        for feature in value.getFeatures()
                    ]
                found.setdefault((key, asked), []).append(value)
    assert len(found) > 8
    for key, (by_table, waiting, by_qgis) in found.items():
        if key != ("N_REPAIRED", ()):
            assert by_table == waiting == by_qgis, key
