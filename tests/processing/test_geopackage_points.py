"""Sites written into the database of a GeoPackage: the file is that which QGIS's sink writes."""

import sqlite3

import pytest
from asm_atlas.processing import outputs
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime

PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"


def made(kind, fields, rows):
    """A memory layer; rows of WKT (or None) and values."""
    query = "&".join(f"field={field}" for field in fields)
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&{query}", "layer", "memory")
    features = []
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def content(path):
    """All that a GeoPackage holds, but for the time of writing and the nodes of its index."""
    with sqlite3.connect(path) as database:
        database.text_factory = bytes
        names = [
            name.decode()
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        names = [name for name in names if not name.startswith(("rtree_", "gpkg_metadata"))]
        found = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}
        found["gpkg_contents"] = database.execute(
            "SELECT table_name, data_type, identifier, srs_id, round(min_x, 9), round(min_y, 9), round(max_x, 9), "
            "round(max_y, 9) FROM gpkg_contents"
        ).fetchall()
        found["schema"] = sorted(
            database.execute("SELECT type, name, sql FROM sqlite_master").fetchall(), key=repr
        )
        tree = [
            name for _, name, _ in found["schema"] if name.startswith(b"rtree_") and name.endswith(b"_geom")
        ]
        assert database.execute("SELECT rtreecheck(?)", (tree[0].decode(),)).fetchone() == (b"ok",)
        assert database.execute("PRAGMA integrity_check").fetchone() == (b"ok",)
        boxes = f'SELECT id, round(minx, 4), round(maxy, 4) FROM "{tree[0].decode()}" ORDER BY id'
        found["index"] = database.execute(boxes).fetchall()
    database.close()
    return found


@pytest.fixture()
def written(run, tmp_path, monkeypatch):
    """The content of the output for some sites: filled straight in, and written by the sink; and how it went."""

    def write(sites):
        filled, true_fill = [], outputs.fill_points

        def fill(*arguments):
            true_fill(*arguments)
            filled.append(True)

        monkeypatch.setattr(outputs, "fill_points", fill)
        both = []
        for folder in ("filled", "sink"):
            path = tmp_path / folder / "sites é.gpkg"
            path.parent.mkdir()
            run(
                "asm:protectedareaoverlap",
                SITES=sites,
                AREAS=made("Polygon", ["NAME:string"], [(PARK, "p")]),
                OUTPUT=str(path),
            )
            both.append(content(path))
            monkeypatch.setattr(outputs, "new_geopackage", lambda value, dest: None)
        return *both, filled

    return write


POINTS = ("POINT (27.5 0.123456789)", "POINT (29 0)", None, "POINT (-179.9 -33)")
KINDS = ("t:string", "i:integer", "l:int8", "d:double(0,0)", "b:boolean", "day:date")
VALUES = ("é ' \" ;", -5, 2**40, 1e-300, True, QDate(2026, 5, 31))


@pytest.mark.parametrize(
    "fields, values",
    [
        pytest.param(("pcode:string",), ("s",), id="a key"),
        pytest.param(KINDS, VALUES, id="fields of all plain kinds"),
        pytest.param(KINDS, (NULL,) * len(KINDS), id="nulls of all plain kinds"),
        pytest.param(KINDS, ("",) + (NULL,) * 5, id="an empty text"),
        pytest.param(("d:double(0,0)",), (float("inf"),), id="a number without end"),
        pytest.param(("d:double(0,0)",), (float("nan"),), id="not a number"),
        pytest.param(('a "b"; DROP TABLE x --:string', "select:integer"), ("x", 1), id="hostile names"),
        pytest.param(
            ("geom:string", "FID:string", "pa_count:integer"), ("g", "7", 9), id="names that are taken"
        ),
        pytest.param((), (), id="no fields"),
    ],
)
def test_the_file_is_that_of_the_sink(written, fields, values):
    filled, by_sink, n_filled = written(made("Point", fields, [(wkt, *values) for wkt in POINTS]))
    assert n_filled == [True]
    assert filled == by_sink


@pytest.mark.parametrize("numbers", [(7, 3, 12, 1), (0, 1, 2, 3)], ids=["mixed", "from 0"])
def test_row_numbers_of_the_sites_are_kept(written, numbers):
    rows = [(wkt, number, f"s{number}") for wkt, number in zip(POINTS, numbers)]
    filled, by_sink, n_filled = written(made("Point", ("fid:int8", "pcode:string"), rows))
    assert n_filled == [True]
    assert filled == by_sink
    assert sorted(row[0] for row in filled["sites é"]) == sorted(numbers)


@pytest.mark.parametrize(
    "field, value",
    [
        pytest.param(
            "t:datetime", QDateTime.fromString("2026-05-31T12:30:00", "yyyy-MM-ddTHH:mm:ss"), id="a time"
        ),
        pytest.param("t:string", "a\0b", id="a text with a zero"),
        pytest.param("t:string[]", ["a", "b"], id="a list"),
        pytest.param("d:double(10,2)", 1.23456, id="a number to be rounded"),
        pytest.param("fid:int8", -4, id="a negative row number"),
    ],
)
def test_what_is_unusual_is_left_to_the_sink(written, field, value):
    layer = made("Point", (field,), [(POINTS[0], value)])
    filled, by_sink, n_filled = written(layer)
    # From 3.40 on QGIS itself cuts a text at a zero before it reaches anyone.
    is_cut = isinstance(value, str) and "\0" not in next(layer.getFeatures()).attribute(0)
    assert n_filled == ([True] if is_cut else [])
    assert filled == by_sink


def test_a_database_that_refuses_is_left_to_the_sink(run, tmp_path, monkeypatch):
    def refuse(*arguments):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(outputs, "fill_points", refuse)
    path = tmp_path / "sites.gpkg"
    sites = made("Point", ("pcode:string",), [(POINTS[0], "a"), (POINTS[1], "b")])
    areas = made("Polygon", ["NAME:string"], [(PARK, "p")])
    run("asm:protectedareaoverlap", SITES=sites, AREAS=areas, OUTPUT=str(path))
    assert [row[:3] for row in rows_of(path)] == [(1, "a", 1), (2, "b", 0)]


def rows_of(path):
    layer = QgsVectorLayer(str(path), "read", "ogr")
    return [tuple(feature.attributes()) for feature in layer.getFeatures()]


def test_the_output_can_be_searched_edited_and_written_again(run, tmp_path):
    grid = [(f"POINT ({20 + i % 60 / 10} {i // 60 / 10})", f"s{i}") for i in range(3_000)]
    sites = made("Point", ("pcode:string",), grid)
    areas = made("Polygon", ["NAME:string"], [(PARK, "p")])
    path = tmp_path / "sites.gpkg"
    for _ in range(2):  # the second run replaces the file
        run("asm:protectedareaoverlap", SITES=sites, AREAS=areas, OUTPUT=str(path))
    layer = QgsVectorLayer(str(path), "read", "ogr")
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(20.95, 0.95, 21.35, 1.15))
    found = sorted(feature["pcode"] for feature in layer.getFeatures(request))
    assert found == sorted(f"s{60 * row + column}" for row in (10, 11) for column in range(10, 14))
    assert layer.featureCount() == 3_000
    assert layer.extent().toString(1) == "20.0,0.0 : 25.9,4.9"
    assert layer.startEditing() and layer.deleteFeatures([1, 2, 3]) and layer.commitChanges()
    assert layer.featureCount() == 2_997
    dataset = ogr.Open(str(path), 1)
    feature = ogr.Feature(dataset.GetLayer(0).GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (21.01 1.01)"))
    dataset.GetLayer(0).CreateFeature(feature)
    feature = dataset = None
    layer = QgsVectorLayer(str(path), "again", "ogr")
    assert sum(1 for _ in layer.getFeatures(request)) == 9
    assert content(path)["gpkg_ogr_contents"] == [(b"sites", 2_998)]


def test_cancel_while_rows_are_put_in_leaves_no_file(plugin, qgis_new_project, tmp_path, monkeypatch):
    from qgis import processing

    feedback, path = QgsProcessingFeedback(False), tmp_path / "sites.gpkg"
    true_fill = outputs.fill_points

    def fill(file, fields, rows, progress):
        feedback.cancel()
        true_fill(file, fields, rows, progress)

    monkeypatch.setattr(outputs, "fill_points", fill)
    parameters = {
        "SITES": made("Point", ("pcode:string",), [(POINTS[0], "a")]),
        "AREAS": made("Polygon", ["NAME:string"], [(PARK, "p")]),
        "OUTPUT": str(path),
    }
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "asm:protectedareaoverlap", parameters, context=QgsProcessingContext(), feedback=feedback
        )
    assert list(tmp_path.iterdir()) == []
