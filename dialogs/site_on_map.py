"""The map of QGIS moved to a site."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas

from ..processing.frames import wgs84

_CLOSEST_SCALE = 50_000


def show_site(canvas: QgsMapCanvas, longitude: float, latitude: float, project: QgsProject) -> None:
    """Centre the map on a site (degrees, EPSG:4326), near enough to see it, and let it flash."""
    crs = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(wgs84(), crs, project.transformContext())
    place = QgsPointXY(longitude, latitude)
    canvas.setCenter(transform.transform(place))
    if canvas.scale() > _CLOSEST_SCALE:
        canvas.zoomScale(_CLOSEST_SCALE)
    canvas.refresh()
    canvas.flashGeometries([QgsGeometry.fromPointXY(place)], wgs84())
