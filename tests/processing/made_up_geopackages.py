"""GeoPackages written past GDAL, byte by byte, and areas read from them on both ways."""

import hashlib
import sqlite3
import struct

import numpy as np
import shapely
from asm_atlas.core.exceptions import AsmAtlasError
from asm_atlas.processing import area_layers
from asm_atlas.processing.geopackage import plain_table
from asm_atlas.processing.protected_area_overlap import ProtectedAreaOverlap
from osgeo import ogr, osr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

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


def areas_of(layer, table, near=None):
    source, context = source_of(layer)
    try:
        read = area_layers.read_areas(source, "", context, lambda fraction: None, near=near, table=table)
    except (AsmAtlasError, QgsProcessingException) as error:
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
