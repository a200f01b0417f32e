"""Made-up sites and areas for the overlap, and what comes out of it."""

import shapely
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

OVERLAP, PREPARE, TITLES = "asm:protectedareaoverlap", "asm:prepareprotectedareas", "asm:titleoverlap"
WEST, EAST = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))", "POLYGON ((28 -1, 29 -1, 29 1, 28 1, 28 -1))"
CORE = "POLYGON ((27.4 -0.1, 27.6 -0.1, 27.6 0.1, 27.4 0.1, 27.4 -0.1))"
RING = "POLYGON ((27 -1, 29 -1, 29 1, 27 1, 27 -1), (27.5 -0.5, 28.5 -0.5, 28.5 0.5, 27.5 0.5, 27.5 -0.5))"
FIJI = (
    "MULTIPOLYGON (((178 -18, 180 -18, 180 -16, 178 -16, 178 -18)), "
    "((-180 -18, -179 -18, -179 -16, -180 -16, -180 -18)))"
)
DISC = "CURVEPOLYGON (CIRCULARSTRING (27 0, 28 1, 29 0, 28 -1, 27 0))"
BOTH_SIDES = ("POINT (179.5 -16.2)", "POINT (-179.1 -17)", "POINT (-178.9 -17)", "POINT (177.9 -17)")


def geometry_of(given, crs="EPSG:4326"):
    """A geometry for a layer in a CRS from WKT in degrees, or from shapely's."""
    if isinstance(given, str):
        made = QgsGeometry.fromWkt(given)
    else:
        made = QgsGeometry()
        made.fromWkb(shapely.to_wkb(given))
    wgs84, wanted = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs)
    if wanted != wgs84:
        made.transform(QgsCoordinateTransform(wgs84, wanted, QgsCoordinateTransformContext()))
    return made


def layer(kind, fields, *rows, crs="EPSG:4326", name="layer"):
    """A memory layer; fields such as "pcode:string"; rows of a geometry in degrees (or None) and values."""
    query = "&".join(["crs=" + crs, *(f"field={field}" for field in fields)])
    made = QgsVectorLayer(f"{kind}?{query}", name, "memory")
    features = []
    for given, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if given is not None:
            feature.setGeometry(geometry_of(given, crs))
        features.append(feature)
    done, _ = made.dataProvider().addFeatures(features)
    assert done, made.dataProvider().lastError()
    return made


def sites(*points, kind="Point", **options):
    rows = [(point, f"s{number}", 10) for number, point in enumerate(points)]
    return layer(kind, ["pcode:string", "workers:integer"], *rows, name="sites", **options)


def areas(*named, kind="MultiPolygon", **options):
    rows = [(given, f"A{number}", name, "Designated") for number, (name, given) in enumerate(named)]
    fields = ["SITE_PID:string", "NAME:string", "STATUS:string"]
    return layer(kind, fields, *rows, name="areas", **options)


def records(made):
    names = [field.name() for field in made.fields()]
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in made.getFeatures()
    ]


def overlap(run, site_layer, area_layer, **options):
    outputs = dict.fromkeys(("OUTPUT", "PAIRS", "SUMMARY"), "TEMPORARY_OUTPUT")
    return run(OVERLAP, SITES=site_layer, AREAS=area_layer, **outputs, **options)


def logged(algorithm, **parameters):
    """Results and log of a run."""
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    found = processing.run(algorithm, {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, feedback=feedback)
    return found, feedback.textLog()
