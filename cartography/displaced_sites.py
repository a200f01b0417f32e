"""Drawing sites at one place in a ring round it, with thin lines to the place itself."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMarkerLineSymbolLayer,
    QgsPointXY,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from .context_styles import line_symbol
from .mapped_sites import MappedSite, moved_points
from .sheet_layers import WGS84
from .symbols import plain_marker
from .theme import Theme

LEADERS = "leaders"
_COLOUR, _LINE_MM, _DOT_MM = "#333333", 0.15, 0.6


def displace(
    layer: QgsVectorLayer,
    sites: Sequence[MappedSite],
    fids: dict[int, int],
    scale: float,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
    theme: Theme,
) -> tuple[QgsVectorLayer | None, int]:
    """Move the sites of a layer that are at one place at this scale; the layer of their lines and their number.

    fids: feature id in the layer by the number of the site. The layer of lines is None when nothing is moved.
    """
    from ..core.sheets.displacement import displaced_places

    places = displaced_places([site.place for site in sites], [site.size_mm for site in sites], scale)
    if not places:
        return None, 0
    moved = {
        fids[sites[row].number]: drawn for place in places for row, drawn in zip(place.sites, place.drawn)
    }
    moved_points(layer, moved, crs, project)
    lines = QgsVectorLayer(f"LineString?crs={WGS84}", LEADERS, "memory")
    to_degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), project.transformContext())
    features = []
    for place in places:
        centre = to_degrees.transform(QgsPointXY(place.x, place.y))
        for drawn in place.drawn:
            feature = QgsFeature()
            feature.setGeometry(
                QgsGeometry.fromPolylineXY([centre, to_degrees.transform(QgsPointXY(*drawn))])
            )
            features.append(feature)
    lines.dataProvider().addFeatures(features)
    lines.updateExtents()
    symbol = line_symbol(_COLOUR, _LINE_MM)
    # By its property: the methods for it differ from QGIS 3.24 on.
    dot = QgsMarkerLineSymbolLayer.create({"placement": "firstvertex"})
    dot.setSubSymbol(plain_marker(theme, size_mm=_DOT_MM, fill=_COLOUR, stroke_mm=0))
    symbol.appendSymbolLayer(dot)
    lines.setRenderer(QgsSingleSymbolRenderer(symbol))
    return lines, len(moved)
