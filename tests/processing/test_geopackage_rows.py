"""Layers read from the database of a GeoPackage: the same as through QGIS, and nothing is left beside the file."""

import hashlib
import sqlite3
import struct

import numpy as np
import pytest
import shapely
from asm_atlas.core.areas.cleaning_near import SitesNear
from asm_atlas.processing import area_cache, area_layers, protected_area_overlap, site_layers
from asm_atlas.processing.frames import plain
from asm_atlas.processing.geopackage import plain_table
from asm_atlas.processing.protected_area_overlap import ProtectedAreaOverlap
from osgeo import ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

SQUARE = shapely.box(27, -1, 28, 1)
STARS = [
    shapely.Polygon(
        [(x + r * np.cos(a), y + r * np.sin(a)) for a, r in zip(np.linspace(0, 6.2, 30), [1, 0.5] * 15)]
    )
    for x, y in [(27, 0), (35, 5), (-60, 40), (-179.5, -80)]
]
FIELDS = (("NAME", "TEXT"), ("IUCN_CAT", "TEXT(5)"), ("REP_AREA", "REAL"), ("STATUS_YR", "MEDIUMINT"))
ROW = ("Park é", "II", 12.5, 1999)


def head(shape, flags=None, box=True, version=0):
    """The head of a geometry in a GeoPackage."""
    empty = shape is None or shape.is_empty
    code = 1 if box and not empty else 0
    flags = (1 | code << 1 | 16 * empty) if flags is None else flags
    west, south, east, north = shape.bounds if code else (0, 0, 0, 0)
    return struct.pack("<2sBBi", b"GP", version, flags, 4326) + (
        struct.pack("<4d", west, east, south, north) if code else b""
    )


def stored(shape, **more):
    """A shape, WKB of its own or nothing as a GeoPackage keeps it."""
    if shape is None or isinstance(shape, (bytes, str)):
        return shape
    return head(shape, **more) + shapely.to_wkb(shape, flavor="iso", include_srid=False)


def write(
    path,
    blobs,
    rows=None,
    kind="POLYGON",
    fields=FIELDS,
    table="areas",
    geometry="geom",
    key="fid",
    index=False,
    epsg=4326,
):
    """A GeoPackage with a table of these geometries, byte by byte."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    options = [f"GEOMETRY_NAME={geometry}", f"FID={key}", f"SPATIAL_INDEX={'YES' if index else 'NO'}"]
    dataset.CreateLayer(
        table,
        crs,
        getattr(ogr, {"POLYGON": "wkbPolygon", "POINT": "wkbPoint"}.get(kind, "wkbUnknown")),
        options,
    )
    dataset = None
    quoted = table.replace('"', '""')
    names = ['"' + name.replace('"', '""') + '"' for name, _ in fields]
    with sqlite3.connect(path) as database:
        database.create_function("ST_IsEmpty", 1, lambda blob: blob is None)
        for axis in ("MinX", "MaxX", "MinY", "MaxY"):
            database.create_function(f"ST_{axis}", 1, lambda blob: 0.0)
        database.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = ?", (kind,))
        for name, (_, declared) in zip(names, fields):
            database.execute(f'ALTER TABLE "{quoted}" ADD COLUMN {name} {declared}')
        columns = ", ".join(['"' + geometry.replace('"', '""') + '"', *names])
        places = ", ".join("?" * (1 + len(names)))
        for blob, row in zip(blobs, rows or [ROW[: len(fields)]] * len(blobs)):
            database.execute(f'INSERT INTO "{quoted}" ({columns}) VALUES ({places})', (blob, *row))
    database.close()
    return path


def opened(path, table=None):
    layer = QgsVectorLayer(str(path) if table is None else f"{path}|layername={table}", "layer", "ogr")
    assert layer.isValid()
    return layer


def source_of(layer, given=None):
    """What given_source yields of a layer, and the context."""
    context, algorithm = QgsProcessingContext(), ProtectedAreaOverlap()
    algorithm.initAlgorithm()
    context.setProject(QgsProject.instance())
    return algorithm.given_source("AREAS", {"AREAS": given or layer}, context), context


def table_of(layer, given=None):
    source, context = source_of(layer, given)
    return plain_table(given or layer, layer, source, context)


def state(path):
    """The file and what lies beside it."""
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(file.name for file in path.parent.iterdir())


@pytest.fixture(autouse=True)
def no_cache(plugin, qgis_new_project, tmp_path_factory, monkeypatch):
    file = tmp_path_factory.mktemp("cache") / "valid_areas"
    monkeypatch.setattr(area_cache, "cache_file", lambda: file)


@pytest.fixture()
def through_qgis(monkeypatch):
    """Counts how often areas and sites were read feature by feature."""
    calls, true_read = [], area_layers.read_given_areas
    monkeypatch.setattr(area_layers, "read_given_areas", lambda *args: calls.append(1) or true_read(*args))
    return calls


def areas_of(layer, table, near=None):
    source, context = source_of(layer)
    try:
        read = area_layers.read_areas(source, "", context, lambda fraction: None, near=near, table=table)
    except Exception as error:  # noqa: BLE001 - compared
        return repr(error)
    return (
        read.frame.to_dict("list"), shapely.to_wkb(read.polygons).tolist(), read.is_repaired.tolist(), read.report,
        read.n_left_out, read.matters.tolist(),
    )  # fmt: skip


def z_of(shape):
    return shapely.force_3d(shape, 7.0)


BOW_TIE = shapely.Polygon([(27, 0), (28, 1), (28, 0), (27, 1)])
HOLED = shapely.difference(SQUARE, shapely.box(27.2, -0.5, 27.5, 0.5))
UNCLOSED = b"\1" + struct.pack("<III", 3, 1, 3) + struct.pack("<6d", 27, 0, 28, 0, 28, 1)
CURVE = bytes(
    ogr.CreateGeometryFromWkt(
        "CURVEPOLYGON (CIRCULARSTRING (27 0, 28 1, 29 0, 28 -1, 27 0))"
    ).ExportToIsoWkb()
)
NUMBERLESS = shapely.to_wkb(SQUARE).replace(struct.pack("<d", 28.0), struct.pack("<d", float("nan")))
PLAIN, BY_QGIS = True, False


@pytest.mark.parametrize(
    "blobs, is_plain",
    [
        pytest.param([stored(star) for star in STARS], PLAIN, id="polygons"),
        pytest.param([stored(SQUARE), None, stored(shapely.Polygon())], PLAIN, id="null and empty"),
        pytest.param(
            [stored(SQUARE), stored(shapely.Point(30, 3), box=False)],
            PLAIN,
            id="a point with a reported area",
        ),
        pytest.param([stored(shapely.union_all(STARS)), stored(HOLED)], PLAIN, id="multipolygons and holes"),
        pytest.param([stored(SQUARE), stored(BOW_TIE)], PLAIN, id="invalid rings"),
        pytest.param([stored(SQUARE), stored(HOLED, box=False)], PLAIN, id="no box in the head"),
        pytest.param(
            [stored(SQUARE), head(SQUARE) + NUMBERLESS], BY_QGIS, id="coordinates that are no numbers"
        ),
        pytest.param(
            [stored(SQUARE), head(shapely.box(0, 0, 1, 1)) + shapely.to_wkb(SQUARE)],
            BY_QGIS,
            id="a box that is not true",
        ),
        pytest.param([stored(SQUARE), stored(z_of(HOLED))], BY_QGIS, id="heights"),
        pytest.param([stored(SQUARE), head(SQUARE) + CURVE], BY_QGIS, id="curves"),
        pytest.param(
            [
                stored(SQUARE),
                head(SQUARE) + shapely.to_wkb(shapely.set_srid(SQUARE, 4326), include_srid=True),
            ],
            BY_QGIS,
            id="EWKB",
        ),
        pytest.param(
            [stored(SQUARE), head(HOLED) + shapely.to_wkb(HOLED, byte_order=0)], BY_QGIS, id="big-endian WKB"
        ),
        pytest.param([stored(SQUARE), stored(shapely.LineString([(27, 0), (28, 1)]))], BY_QGIS, id="a line"),
        pytest.param([stored(SQUARE), head(SQUARE) + UNCLOSED], BY_QGIS, id="a ring that does not close"),
        pytest.param([stored(SQUARE), stored(HOLED)[:-9]], BY_QGIS, id="a geometry cut short"),
        pytest.param([stored(SQUARE), b"GP"], BY_QGIS, id="no geometry at all"),
        pytest.param([stored(SQUARE), "POLYGON"], BY_QGIS, id="a text for a geometry"),
        pytest.param([stored(SQUARE), shapely.to_wkb(SQUARE)], BY_QGIS, id="WKB without a head"),
        pytest.param([stored(SQUARE), stored(HOLED, flags=3 | 32)], BY_QGIS, id="an extended head"),
        pytest.param([None, None], PLAIN, id="no geometry anywhere"),
        pytest.param([], PLAIN, id="no rows"),
        pytest.param([stored(shapely.box(500, 0, 501, 1))], PLAIN, id="outside the globe"),
    ],
)
@pytest.mark.parametrize("wait", [False, True], ids=["all read", "read where they matter"])
def test_areas_are_the_same_on_both_ways(tmp_path, through_qgis, monkeypatch, blobs, is_plain, wait):
    path = write(tmp_path / "areas.gpkg", blobs)
    layer, before = opened(path), state(path)
    near = SitesNear(np.array([27.3, 34.0]), np.array([0.1, 5.0]), 0.001) if wait else None
    monkeypatch.setattr(area_layers, "_BYTES_TO_WAIT", 0)
    table = table_of(layer)
    assert table is not None
    fast = areas_of(layer, table, near)
    assert bool(through_qgis) != is_plain
    slow = areas_of(layer, None, near)
    if wait and is_plain and not isinstance(slow, str):  # boxes stand for what does not matter
        keep = [number for number, matters in enumerate(fast[5]) if matters]
        fast, slow = ((*found[:1], [found[1][n] for n in keep], *found[2:]) for found in (fast, slow))
    assert fast == slow
    assert state(path) == before


@pytest.mark.parametrize(
    "declared, values, is_plain",
    [
        pytest.param("TEXT", ["a", None, "", "  é "], PLAIN, id="texts"),
        pytest.param("TEXT(3)", ["abcdef"], PLAIN, id="a text longer than declared"),
        pytest.param("TEXT", ["a\0b"], BY_QGIS, id="a text with a zero"),
        pytest.param("TEXT", [b"\xff\xfe"], BY_QGIS, id="bytes for a text"),
        pytest.param("MEDIUMINT", ["many"], BY_QGIS, id="a text for a number"),
        pytest.param("MEDIUMINT", [2**40, 1], BY_QGIS, id="a number too large for its type"),
        pytest.param("INTEGER", [2**40, None], PLAIN, id="whole numbers"),
        pytest.param("REAL", [1.5, 3, None, float("inf")], PLAIN, id="numbers"),
        pytest.param("BOOLEAN", [1, 0, None], PLAIN, id="yes and no"),
        pytest.param("BOOLEAN", [5], BY_QGIS, id="neither yes nor no"),
        pytest.param("DATE", ["2020-02-29", None], PLAIN, id="dates"),
        pytest.param("DATE", ["2020-02-31"], BY_QGIS, id="a day that is none"),
        pytest.param("DATETIME", ["2020-02-29T12:00:00Z"], BY_QGIS, id="times"),
        pytest.param("BLOB", [b"x"], BY_QGIS, id="bytes"),
    ],
)
@pytest.mark.parametrize("kind", ["areas", "sites"])
def test_values_are_the_same_on_both_ways(
    tmp_path, through_qgis, monkeypatch, kind, declared, values, is_plain
):
    shape = stored(SQUARE) if kind == "areas" else stored(shapely.Point(27, 0), box=False)
    name, declared_shape = ("NAME", "POLYGON") if kind == "areas" else ("pcode", "POINT")
    rows = [(value,) for value in values]
    path = write(tmp_path / "a.gpkg", [shape] * len(rows), rows, declared_shape, ((name, declared),))
    if b"\xff\xfe" in values:
        with sqlite3.connect(path) as database:
            database.execute(f"UPDATE areas SET {name} = CAST({name} AS TEXT)")
        database.close()
    layer, before = opened(path), state(path)
    if kind == "areas":
        fast = areas_of(layer, table_of(layer))
        assert bool(through_qgis) != is_plain
        assert fast == areas_of(layer, None)
    else:
        source, context = source_of(layer)
        fast, slow = (
            site_layers._read(source, context, lambda fraction: None, table)
            for table in (table_of(layer), None)
        )
        used_table = isinstance(fast[2], np.ndarray)
        assert used_table == is_plain
        columns = [[list(map(plain, column)) for column in found[0]] for found in (fast, slow)]
        assert columns[0] == columns[1]
        assert list(fast[1]) == list(slow[1])
        assert [list(axis) for axis in fast[2:4]] == [list(axis) for axis in slow[2:4]]
        frames = [
            site_layers.read_sites(source, context, lambda f: None, table).frame
            for table in (table_of(layer), None)
        ]
        assert frames[0].equals(frames[1])
    assert state(path) == before


@pytest.mark.parametrize(
    "blobs, is_plain",
    [
        pytest.param([stored(shapely.Point(27.123456789, -2), box=False)], PLAIN, id="points"),
        pytest.param(
            [None, stored(shapely.Point(1, 2), box=False), stored(shapely.Point())],
            PLAIN,
            id="null and empty",
        ),
        pytest.param([stored(shapely.Point(27, -2, 5), box=False)], PLAIN, id="heights"),
        pytest.param(
            [stored(shapely.Point(27, -2, 5), box=False), stored(shapely.Point(1, 2), box=False)],
            BY_QGIS,
            id="some with heights",
        ),
        pytest.param([stored(shapely.Point(27, -2))], BY_QGIS, id="a box in the head"),
        pytest.param([stored(shapely.MultiPoint([(1, 2), (3, 4)]), box=False)], BY_QGIS, id="several points"),
        pytest.param(
            [head(None, flags=1) + shapely.to_wkb(shapely.Point(1, 2), byte_order=0)],
            BY_QGIS,
            id="big-endian WKB",
        ),
        pytest.param([stored(shapely.Point(27, -2), box=False)[:-3]], BY_QGIS, id="cut short"),
    ],
)
def test_points_are_the_same_on_both_ways(tmp_path, blobs, is_plain):
    path = write(tmp_path / "sites.gpkg", blobs, [("s",)] * len(blobs), "POINT", (("pcode", "TEXT"),))
    layer, before = opened(path), state(path)
    source, context = source_of(layer)
    fast, slow = (
        site_layers._read(source, context, lambda f: None, table) for table in (table_of(layer), None)
    )
    assert isinstance(fast[2], np.ndarray) == is_plain
    for one, other in zip(fast[2:4], slow[2:4]):
        np.testing.assert_array_equal(np.array(one), np.array(other))
    assert fast[4] == slow[4]
    assert state(path) == before


NAMES = [
    'a "quoted" one',
    "select",
    "täble",
    "with space; DROP TABLE areas --",
    "a.b",
    "100%",
    "per'cent",
]


@pytest.mark.parametrize("table", NAMES)
def test_names_of_tables_and_columns_are_never_sql(tmp_path, through_qgis, table):
    fields = (("NAME", "TEXT"), ("IUCN_CAT", "TEXT"), (f"{table} too", "TEXT"))
    path = write(
        tmp_path / "hostile é #1?.gpkg",
        [stored(SQUARE)] * 2,
        [("n", "II", "x")] * 2,
        fields=fields,
        table=table,
        geometry="the shape",
        key="row no",
    )
    layer = opened(path, table)
    found = table_of(layer)
    assert (found.name, found.geometry, found.key) == (table, "the shape", "row no")
    fast = areas_of(layer, found)
    assert through_qgis == []
    assert fast == areas_of(layer, None)


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
