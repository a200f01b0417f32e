"""What of a map is free for the names of sites: not its edge, not what lies on it, no sign and no other name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsMapRendererCustomPainterJob,
    QgsPalLabeling,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProperty,
    QgsRectangle,
    QgsRenderContext,
    QgsTextFormat,
    QgsTextRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QImage, QPainter

from .context_styles import keep_clear
from .mapped_sites import SignBoxes
from .page import layout_items
from .sheet_layers import WGS84, plain_text

if TYPE_CHECKING:
    from ..core.sheets.empty_places import EmptyPlaces

_MM_PER_INCH = 25.4
_EDGE_MM = 0.5
_CLEAR_MM = 0.5  # between a sign and its name
_TOWN_MM = 1.2  # half of what the sign of a place takes
_PROPERTY = QgsPalLayerSettings.Property


@dataclass(frozen=True)
class SiteName:
    """A text at a site. x, y: its sign in mm from the upper left corner of the map."""

    x: float
    y: float
    text: str
    gap_mm: float
    rank: float


class NameRoom:
    """One map at the resolution of the print, the names of its sites and what is still free of its paper."""

    def __init__(self, item: QgsLayoutItemMap, layer: QgsVectorLayer, dpi: float, signs: SignBoxes) -> None:
        from ..core.sheets.name_places import paper

        self.item, self.layer = item, layer
        self._extent = item.extent()
        self._mm_per_m = item.rect().width() / self._extent.width()
        size = QSizeF(*(side * dpi / _MM_PER_INCH for side in (item.rect().width(), item.rect().height())))
        self._settings = item.mapSettings(self._extent, size, dpi, True)
        self._dpi = dpi
        context = item.layout().project().transformContext()
        degrees = QgsCoordinateReferenceSystem(WGS84)
        self._to_map = QgsCoordinateTransform(degrees, item.crs(), context)
        self._to_degrees = QgsCoordinateTransform(item.crs(), degrees, context)
        self.free: EmptyPlaces = paper(item.rect().width(), item.rect().height())
        self._take_what_lies_on_it()
        for rectangle in self._other_names():
            self._take(rectangle)
        self.names: dict[int, SiteName] = {}
        self._read_sites(signs)

    def place(
        self, texts: Mapping[int, str], style: QgsTextFormat | None = None
    ) -> dict[int, tuple[float, float]]:
        """Lower left corners in degrees, by feature, of the texts that find room; what they take is then taken.

        style: of the texts, where it is not that of the names.
        """
        from ..core.sheets.name_places import NameBox, place_names

        settings = self.layer.labeling().settings()
        style = style or settings.format()
        render = QgsRenderContext.fromMapSettings(self._settings)
        render.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        mm_per_dot = _MM_PER_INCH / self._dpi
        boxes = []
        for fid, text in texts.items():
            name = self.names[fid]
            lines = QgsPalLabeling.splitToLines(text, settings.wrapChar, settings.autoWrapLength)
            width = QgsTextRenderer.textWidth(render, style, lines) * mm_per_dot
            height = QgsTextRenderer.textHeight(render, style, lines, QgsTextRenderer.DrawMode.Label)
            height *= mm_per_dot
            line = height / len(lines)
            boxes.append(NameBox(name.x, name.y, width, height, line, name.gap_mm, name.rank))
        found = {}
        for fid, box, corner in zip(texts, boxes, place_names(boxes, self.free)):
            if corner is not None:
                found[fid] = self._degrees(corner[0], corner[1] + box.height_mm)
        return found

    def _paper(self, point: QgsPointXY) -> tuple[float, float]:
        """A point of the map's CRS in mm from the upper left corner of the frame."""
        return (
            (point.x() - self._extent.xMinimum()) * self._mm_per_m,
            (self._extent.yMaximum() - point.y()) * self._mm_per_m,
        )

    def _degrees(self, x: float, y: float) -> tuple[float, float]:
        point = self._to_degrees.transform(
            QgsPointXY(
                self._extent.xMinimum() + x / self._mm_per_m, self._extent.yMaximum() - y / self._mm_per_m
            )
        )
        return point.x(), point.y()

    def _take(self, rectangle: QgsRectangle) -> None:
        x, y = self._paper(QgsPointXY(rectangle.xMinimum(), rectangle.yMaximum()))
        self.free.take_box(x, y, rectangle.width() * self._mm_per_m, rectangle.height() * self._mm_per_m)

    def _take_what_lies_on_it(self) -> None:
        width, height = self.item.rect().width(), self.item.rect().height()
        for x, y, wide, tall in (
            (0, 0, width, _EDGE_MM),
            (0, height - _EDGE_MM, width, _EDGE_MM),
            (0, 0, _EDGE_MM, height),
            (width - _EDGE_MM, 0, _EDGE_MM, height),
        ):
            self.free.take_box(x, y, wide, tall)
        for other in layout_items(self.item.layout()):
            if self.item.isLabelBlockingItem(other):
                box = self.item.mapRectFromScene(other.sceneBoundingRect())
                self.free.take_box(box.x(), box.y(), box.width(), box.height())

    def _others(self) -> list[QgsVectorLayer]:
        """The other layers of the map that have names."""
        return [each for each in self.item.layers() if each.labelsEnabled() and each.id() != self.layer.id()]

    def _other_names(self) -> list[QgsRectangle]:
        """Where the names of other layers come to lie, which the signs of the sites are in the way of.

        They are placed by QGIS in a trial on a picture of one pixel: only the names matter.
        """
        others = self._others()
        if not others:
            return []
        names = self.layer.labeling().clone()
        keep_clear(self.layer)
        try:
            self.item.layout().renderContext().setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
            self._settings.setLayers([self.layer, *others])
            pixel = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            for set_dots in (pixel.setDotsPerMeterX, pixel.setDotsPerMeterY):
                set_dots(round(self._dpi / _MM_PER_INCH * 1000))
            painter = QPainter(pixel)
            job = QgsMapRendererCustomPainterJob(self._settings, painter)
            job.renderSynchronously()
            painter.end()
        finally:
            self.layer.setLabeling(names)
        results = job.takeLabelingResults()
        labels = results.allLabels() if results else []
        return [QgsRectangle(label.labelRect) for label in labels if not label.isUnplaced]

    def _read_sites(self, signs: SignBoxes) -> None:
        """Take the signs of all sites, and of the towns; keep the names."""
        settings = self.layer.labeling().settings()
        context = self.item.createExpressionContext()
        context.appendScope(QgsExpressionContextUtils.layerScope(self.layer))
        context.setFields(self.layer.fields())
        name = QgsExpression(settings.fieldName)
        name.prepare(context)
        properties = settings.dataDefinedProperties()
        gap, rank = (
            _prepared(properties.property(key), context)
            for key in (_PROPERTY.LabelDistance, _PROPERTY.Priority)
        )
        for site in self.layer.getFeatures():
            x, y = self._paper(self._to_map.transform(site.geometry().centroid().asPoint()))
            boxes = signs(site)
            for left, top, width, height in boxes:
                self.free.take_box(x + left, y + top, width, height)
            context.setFeature(site)
            text = plain_text(name.evaluate(context)).strip()
            beyond_sign = _CLEAR_MM - min(left for left, _, _, _ in boxes)
            gap_mm = max(gap.valueAsDouble(context, settings.dist)[0], beyond_sign)
            ranked = rank.valueAsDouble(context, settings.priority)[0]
            self.names[site.id()] = SiteName(x, y, text, gap_mm, ranked)
        for other in self._others():
            if other.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
                self._take_towns(other)

    def _take_towns(self, layer: QgsVectorLayer) -> None:
        context = self.item.layout().project().transformContext()
        request = QgsFeatureRequest().setDestinationCrs(self.item.crs(), context)
        for feature in layer.getFeatures(request.setFilterRect(self._extent)):
            x, y = self._paper(feature.geometry().centroid().asPoint())
            self.free.take_box(x - _TOWN_MM, y - _TOWN_MM, 2 * _TOWN_MM, 2 * _TOWN_MM)


def _prepared(value: QgsProperty, context: QgsExpressionContext) -> QgsProperty:
    value.prepare(context)
    return value
