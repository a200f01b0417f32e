"""Layers in memory, from rows that a test writes."""

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

SQUARE = "POLYGON ((20 -5, 30 -5, 30 5, 20 5, 20 -5))"


def layer(kind, fields, *rows, crs="EPSG:4326"):
    """A memory layer from rows of WKT (or None) and attributes; fields as {name: type}."""
    query = "&".join(f"field={name}:{kind}" for name, kind in fields.items())
    made = QgsVectorLayer(f"{kind}?crs={crs}&{query}", "given", "memory")
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(attributes)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made
