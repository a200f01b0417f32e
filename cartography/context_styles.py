"""Styles of everything around the sites: areas, titles, boundaries, water, roads, towns.

Transparency is colour alpha only; a layer opacity would turn the print into a picture.
"""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsFillSymbol,
    QgsFillSymbolLayer,
    QgsLabeling,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .fonts import sheet_font
from .symbols import PEN_STYLES, marker_of
from .theme import Theme

_COARSE_MM = 0.5  # of paper: what polygons lose where only their names are placed
_MM_PER_DEGREE = 111_320_000


def with_alpha(colour: str, alpha: float) -> QColor:
    """A colour with an opacity of 0..1."""
    mixed = QColor(colour)
    mixed.setAlphaF(alpha)
    return mixed


def fill_symbol(
    fill: QColor | None, outline: str | None, width_mm: float, dash: str = "solid"
) -> QgsFillSymbol:
    """A polygon fill with an outline; None leaves one of them out."""
    layer = QgsSimpleFillSymbolLayer()
    if fill is None:
        layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    else:
        layer.setFillColor(fill)
    if outline is None:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    else:
        layer.setStrokeColor(QColor(outline))
        layer.setStrokeWidth(width_mm)
        layer.setStrokeStyle(PEN_STYLES[dash])
        layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, layer)
    return symbol


def line_symbol(colour: str, width_mm: float, dash: str = "solid") -> QgsLineSymbol:
    """A line with round joins."""
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width_mm)
    layer.setPenStyle(PEN_STYLES[dash])
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.RoundCap)
    symbol = QgsLineSymbol.createSimple({})
    symbol.changeSymbolLayer(0, layer)
    return symbol


def hatch(colour: str, angle: float, lines: float) -> QgsFillSymbolLayer:
    """Parallel lines at an angle in degrees; lines is a factor on their width and distance."""
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle)
    layer.setDistance(2.2 * lines)
    layer.setSubSymbol(line_symbol(colour, 0.2 * lines))
    return layer


def area_renderer(theme: Theme, lines: float = 1.0) -> QgsSingleSymbolRenderer:
    """Protected areas: one tint with a dark outline; lines is a factor on line widths."""
    fill = with_alpha(theme.at("areas.colour"), theme.at("areas.alpha"))
    return QgsSingleSymbolRenderer(
        fill_symbol(fill, theme.at("areas.outline.colour"), theme.at("areas.outline.width_mm") * lines)
    )


def base_renderer(theme: Theme, role: str, lines: float = 1.0) -> QgsSingleSymbolRenderer:
    """Renderer of a base layer by its role (provinces, lakes, towns ...); lines scales line widths."""
    base = theme.at("base")
    if role == "provinces":
        symbol = line_symbol(base["province"]["colour"], base["province"]["width_mm"] * lines)
    elif role == "territories":
        symbol = line_symbol(base["territory"]["colour"], base["territory"]["width_mm"] * lines, "dash")
    elif role == "outside":
        fill = with_alpha(base["outside"]["colour"], base["outside"]["alpha"])
        symbol = fill_symbol(fill, None, 0)
    elif role == "countries":
        symbol = fill_symbol(
            QColor(base["country"]["fill"]), base["country"]["colour"], base["country"]["width_mm"] * lines
        )
    elif role == "lakes":
        symbol = fill_symbol(QColor(base["lake"]["fill"]), base["lake"]["outline"], 0.2 * lines)
    elif role == "rivers":
        symbol = line_symbol(base["river"]["colour"], base["river"]["width_mm"] * lines)
    elif role == "roads":
        symbol = line_symbol(base["road"]["colour"], base["road"]["width_mm"] * lines)
    else:
        marker = QgsSimpleMarkerSymbolLayer(
            QgsSimpleMarkerSymbolLayerBase.Shape.Square, base["town"]["size_mm"]
        )
        marker.setColor(QColor("#ffffff"))
        marker.setStrokeColor(QColor(base["town"]["colour"]))
        marker.setStrokeWidth(0.35 * lines)
        symbol = marker_of([marker])
    return QgsSingleSymbolRenderer(symbol)


def text_format(
    size_pt: float,
    colour: str,
    *,
    bold: bool = False,
    italic: bool = False,
    buffer_mm: float = 0.5,
    spacing_pt: float = 0.0,
) -> QgsTextFormat:
    """Text in the sheet's typeface with a solid white halo."""
    font = sheet_font(size_pt, bold, italic)
    if spacing_pt:
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, spacing_pt)
    style = QgsTextFormat()
    style.setFont(font)
    style.setNamedStyle({(True, False): "Bold", (False, True): "Italic"}.get((bold, italic), "Regular"))
    style.setSize(size_pt)
    style.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    style.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(buffer_mm > 0)
    halo.setSize(buffer_mm)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    halo.setColor(QColor("#ffffff"))
    style.setBuffer(halo)
    return style


def keep_clear(layer: QgsVectorLayer) -> None:
    """Have the names of other layers keep off the signs of one that has none itself."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "''"
    settings.isExpression = True
    settings.drawLabels = False
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    settings.setObstacleSettings(obstacles)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


# Control signs, which no SVG may hold, and signs that turn the direction of a text or break its line.
_NO_LETTERS = QgsExpression.quotedString(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}\\x{fffe}\\x{ffff}]"
)


def label_layer(
    layer: QgsVectorLayer,
    expression: str,
    style: QgsTextFormat,
    placement: QgsPalLayerSettings.Placement,
    *,
    priority: int = 5,
    priority_expression: str = "",
    distance_mm: float = 0.0,
    distance_expression: str = "",
    obstacle: bool = True,
    wrap_after: int = 0,
    may_leave_polygon: bool = False,
    is_coarse: bool = False,
    is_printed: bool = True,
) -> None:
    """Label a layer; priority 0..10, higher is placed first. A name may stand beside a polygon too small for it.

    is_coarse: the polygons, in degrees, are simplified for their names: QGIS tries places against every corner.
    is_printed: signs that are no letters are left out; in a project the user reads the expression.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = f"regexp_replace({expression}, {_NO_LETTERS}, ' ')" if is_printed else expression
    settings.isExpression = True
    settings.setFormat(style)
    settings.placement = placement
    settings.priority = priority
    settings.dist = distance_mm
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.autoWrapLength = wrap_after
    if may_leave_polygon:
        # Added to the flags there are: their own type has another name in each version of QGIS.
        outside = QgsLabeling.PolygonPlacementFlag.AllowPlacementOutsideOfPolygon
        settings.setPolygonPlacementFlags(settings.polygonPlacementFlags() | outside)
    if is_coarse:
        settings.geometryGeneratorEnabled = True
        settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
        settings.geometryGenerator = f"simplify($geometry, @map_scale * {_COARSE_MM / _MM_PER_DEGREE})"
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(obstacle)
    settings.setObstacleSettings(obstacles)
    properties = QgsPropertyCollection()
    if placement == QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint:
        # Right and left first: the corners belong to the signs of the mine glyph.
        order = QgsProperty.fromValue("R,L,TL,BL,T,B,TR,BR")
        properties.setProperty(QgsPalLayerSettings.Property.PredefinedPositionOrder, order)
    if priority_expression:
        properties.setProperty(
            QgsPalLayerSettings.Property.Priority, QgsProperty.fromExpression(priority_expression)
        )
    if distance_expression:
        properties.setProperty(
            QgsPalLayerSettings.Property.LabelDistance, QgsProperty.fromExpression(distance_expression)
        )
    settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
