"""Layers read from the database of a GeoPackage: the same as through QGIS, and nothing is left beside the file."""

import sqlite3

import numpy as np
import pytest
import shapely
from asm_atlas.core.areas.cleaning_near import SitesNear
from asm_atlas.processing import area_layers, site_layers
from asm_atlas.processing.frames import plain
from made_up_geopackages import (
    BOW_TIE,
    CURVE,
    HOLED,
    NUMBERLESS,
    SQUARE,
    STARS,
    UNCLOSED,
    areas_of,
    head,
    opened,
    source_of,
    state,
    stored,
    table_of,
    write,
    z_of,
)

pytestmark = pytest.mark.usefixtures("no_cache")

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
