"""The main map's ground: projection, round scale, extent and graticule."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsLayout,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from ..core.wording import say
from .context_styles import line_symbol, text_format
from .recipe import Box

WGS84 = "EPSG:4326"
AFRICA_ALBERS = "ESRI:102022"
_AFRICA = QgsRectangle(-26, -36, 60, 38)
# A UTM zone is 6 degrees wide; beyond one and a half zones its scale error on the map passes 0.3 %.
_WIDEST_UTM_DEGREES = 9.0


def map_crs(area: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """The projection for an area in degrees: its UTM zone, or an equal-area one when it is wider.

    Africa gets Africa Albers Equal Area Conic (ESRI:102022), other places a Lambert azimuthal
    equal-area projection centred on the area.
    """
    centre = area.center()
    if area.width() <= _WIDEST_UTM_DEGREES and abs(centre.y()) < 84:
        zone = min(max(int((centre.x() + 180) // 6) + 1, 1), 60)
        return QgsCoordinateReferenceSystem(f"EPSG:{(32700 if centre.y() < 0 else 32600) + zone}")
    if _AFRICA.contains(area):
        return QgsCoordinateReferenceSystem(AFRICA_ALBERS)
    crs = QgsCoordinateReferenceSystem()
    crs.createFromProj(
        f"+proj=laea +lat_0={centre.y():.1f} +lon_0={centre.x():.1f} +datum=WGS84 +units=m +no_defs"
    )
    return crs


def project_extent(
    area: QgsRectangle, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> QgsRectangle:
    """An extent in degrees as an extent in another CRS.

    Raises SheetError when the result is not a real area.
    """
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, context)
    extent = transform.transformBoundingBox(area)
    if extent.isEmpty() or not extent.isFinite():
        raise SheetError(say("The area to print has no extent; check the geometries and CRS of the layers."))
    return extent


def round_scale(extent: QgsRectangle, box: Box, steps: Sequence[float]) -> float:
    """The next rounder scale denominator at which the extent (in metres) fits the box (in mm).

    steps: the round numbers of a power of ten, from 1 to below 10, rising.
    """
    needed = max(extent.width() / box.width, extent.height() / box.height) * 1000
    power = 10 ** math.floor(math.log10(needed))
    for step in [*steps, 10]:
        if step * power >= needed * (1 - 1e-9):
            return step * power
    return 10 * power


def shown_extent(extent: QgsRectangle, box: Box, steps: Sequence[float]) -> QgsRectangle:
    """What a frame shows round an extent at the scale that round_scale gives, in the same metres."""
    scale, centre = round_scale(extent, box, steps), extent.center()
    half_width, half_height = box.width / 1000 * scale / 2, box.height / 1000 * scale / 2
    return QgsRectangle(
        centre.x() - half_width, centre.y() - half_height, centre.x() + half_width, centre.y() + half_height
    )


def place_map(
    layout: QgsLayout,
    name: str,
    box: Box,
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    scale: float,
) -> QgsLayoutItemMap:
    """A map item centred on an extent at a scale.

    The item gets its size before its extent, and its extent before it joins the layout: any other
    order prints a blank map on QGIS 3.22. Raises SheetError when the extent did not hold.
    """
    item = QgsLayoutItemMap(layout)
    item.setId(name)
    item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
    item.setCrs(crs)
    item.zoomToExtent(extent)
    item.setScale(scale)
    layout.addLayoutItem(item)
    if item.extent().isEmpty() or not math.isfinite(item.scale()) or not item.extent().contains(extent):
        raise SheetError(say("The map could not be set to the area; check the extent of the layers."))
    return item


def extent_in_degrees(item: QgsLayoutItemMap, context: QgsCoordinateTransformContext) -> QgsRectangle:
    """The ground a map item shows, in degrees."""
    transform = QgsCoordinateTransform(item.crs(), QgsCoordinateReferenceSystem(WGS84), context)
    return transform.transformBoundingBox(item.extent())


def layer_extent_in_degrees(layer: QgsVectorLayer, context: QgsCoordinateTransformContext) -> QgsRectangle:
    """A layer's extent in degrees."""
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(WGS84), context)
    return transform.transformBoundingBox(layer.extent())


def graticule_interval(degrees: QgsRectangle, steps: Sequence[float], most: int) -> float:
    """Minutes between graticule lines: the finest step with no more than so many lines per axis."""
    longest = max(degrees.width(), degrees.height()) * 60
    return next((step for step in steps if longest / step <= most), steps[-1])


def add_graticule(
    item: QgsLayoutItemMap, minutes: float, size_pt: float, mm: float, all_sides: bool = True
) -> None:
    """A thin geographic grid with its figures outside the frame; mm scales the distances.

    all_sides: else the figures stand on the left and at the bottom only.
    """
    grid = QgsLayoutItemMapGrid("graticule", item)
    grid.setCrs(QgsCoordinateReferenceSystem(WGS84))
    grid.setIntervalX(minutes / 60)
    grid.setIntervalY(minutes / 60)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    grid.setLineSymbol(line_symbol("#7b93a3", 0.12))
    grid.setAnnotationEnabled(True)
    grid.setAnnotationTextFormat(text_format(size_pt, "#3f5564", buffer_mm=0))
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinute)
    grid.setAnnotationPrecision(0)
    grid.setAnnotationFrameDistance(0.8 * mm)
    sides = QgsLayoutItemMapGrid.BorderSide
    for side in (sides.Left, sides.Right, sides.Top, sides.Bottom):
        grid.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame, side)
    # A parallel that is not level in the projection may meet the upper edge: its figure belongs to the sides.
    shown = QgsLayoutItemMapGrid.DisplayMode
    for side, figures in (
        (sides.Left, shown.LatitudeOnly),
        (sides.Bottom, shown.LongitudeOnly),
        (sides.Right, shown.LatitudeOnly if all_sides else shown.HideAll),
        (sides.Top, shown.LongitudeOnly if all_sides else shown.HideAll),
    ):
        grid.setAnnotationDisplay(figures, side)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, sides.Left)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.VerticalDescending, sides.Right)
    grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
    grid.setFrameWidth(0.6 * mm)
    grid.setFramePenSize(0.2)
    grid.setFramePenColor(QColor("#333333"))
    grid.setUnits(QgsLayoutItemMapGrid.GridUnit.MapUnit)
    item.grids().addGrid(grid)
