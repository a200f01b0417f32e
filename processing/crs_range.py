"""Layers whose coordinates lie where their coordinate reference system does not hold: it is the wrong one."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from .frames import wgs84

_PLACES_A_SIDE = 9
_MARGIN = 20.0  # degrees; a wide country is often kept in the one zone of UTM that holds its capital
_NEAREST_POLE = 89.0
_DEGREES = QgsRectangle(-180, -90, 180, 90)


def outside_range(source: QgsProcessingFeatureSource, transforms: QgsCoordinateTransformContext) -> str:
    """A sentence that names a layer and its projection when the one lies outside the other; else empty.

    Outside is what PROJ would take round the globe (x = 1e12 in Web Mercator) or to a pole: more than 20 degrees
    off the region that the projection is for. So are coordinates that would be a few hundred metres round its
    origin: they are degrees. Layers in degrees are not looked at here.
    """
    crs, extent = source.sourceCrs(), source.sourceExtent()
    if not crs.isValid() or crs.isGeographic() or extent.isNull():
        return ""
    held = _range_of(crs, transforms)
    if not _DEGREES.contains(extent) and (held.isEmpty() or held.contains(extent)):
        return ""
    text = QCoreApplication.translate(
        "AsmAtlas",
        "The layer '{0}' reaches outside the range of its coordinate reference system, {1} {2} (x {3:.6g} to "
        "{4:.6g}, y {5:.6g} to {6:.6g}); results are wrong unless that is the right one: check it.",
    )
    corners = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    return text.format(source.sourceName(), crs.authid(), crs.description(), *corners)


def _range_of(crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext) -> QgsRectangle:
    """The coordinates that a projection has in its region and a margin; empty where its region is not known."""
    region, held = crs.bounds(), QgsRectangle()
    if region.isEmpty():
        return held
    west, width = region.xMinimum() - _MARGIN, region.width() + 2 * _MARGIN
    if width >= 360:
        west, width = -180.0, 360.0
    south = max(region.yMinimum() - _MARGIN, -_NEAREST_POLE)
    height = min(region.yMaximum() + _MARGIN, _NEAREST_POLE) - south
    from_degrees = QgsCoordinateTransform(wgs84(), crs, transforms)
    steps = [step / (_PLACES_A_SIDE - 1) for step in range(_PLACES_A_SIDE)]
    held.setNull() if hasattr(held, "setNull") else held.setMinimal()  # the first from QGIS 3.34 on
    for place in [QgsPointXY(west + x * width, south + y * height) for x in steps for y in steps]:
        try:
            held.combineExtentWith(from_degrees.transform(place))
        except QgsCsException:  # off the projection
            continue
    held.scale(1.1)  # of a curved edge the grid misses the outermost places
    return held
