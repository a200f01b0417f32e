"""Names of sites: placed once at the resolution of the print, then pinned, so that every file shows the same.

QGIS places names anew for every export, and differently at every resolution. An index that says which names found
room has to know beforehand: the names are placed in a trial, pinned where they came to lie, and sites without room
get the number of their index row instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsField,
    QgsLabelingResults,
    QgsLayoutItemMap,
    QgsMapRendererCustomPainterJob,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProperty,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QImage, QPainter

from . import field_types
from .sheet_layers import WGS84

TEXT, X, Y, SHOW, PINNED, NUMBERED = (
    f"asm_sheet_{name}" for name in ("text", "x", "y", "show", "pinned", "numbered")
)
_NUMBER_COLOUR = "#8a0f1a"
_MM_PER_INCH = 25.4
_PROPERTY = QgsPalLayerSettings.Property


def add_label_fields(layer: QgsVectorLayer, least_pt: float) -> None:
    """Fields of a private layer that say what is written where, and labels that follow them; names first."""
    layer.dataProvider().addAttributes(
        [
            QgsField(TEXT, field_types.TEXT),
            QgsField(X, field_types.REAL),
            QgsField(Y, field_types.REAL),
            QgsField(SHOW, field_types.WHOLE),
            QgsField(PINNED, field_types.WHOLE),
            QgsField(NUMBERED, field_types.WHOLE),
        ]
    )
    layer.updateFields()
    if layer.labeling() is None:
        return
    settings = layer.labeling().settings()
    name = settings.fieldName if settings.isExpression else f'"{settings.fieldName}"'
    settings.fieldName, settings.isExpression = f'coalesce("{TEXT}", {name})', True
    properties = settings.dataDefinedProperties()
    properties.setProperty(_PROPERTY.PositionX, QgsProperty.fromField(X))
    properties.setProperty(_PROPERTY.PositionY, QgsProperty.fromField(Y))
    properties.setProperty(_PROPERTY.Show, QgsProperty.fromExpression(f'coalesce("{SHOW}", 1) = 1'))
    pinned = QgsProperty.fromExpression(f'coalesce("{PINNED}", 0) = 1')
    properties.setProperty(_PROPERTY.AlwaysShow, pinned)
    for name, value in (("Color", f"'{_NUMBER_COLOUR}'"), ("Size", str(least_pt))):
        of_numbers = QgsProperty.fromExpression(f'CASE WHEN "{NUMBERED}" = 1 THEN {value} END')
        properties.setProperty(getattr(_PROPERTY, name), of_numbers)
    settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def set_values(layer: QgsVectorLayer, values: Mapping[int, Mapping[str, object]]) -> None:
    """Change fields of features: values by field name, by feature id."""
    places = {name: layer.fields().lookupField(name) for name in (TEXT, X, Y, SHOW, PINNED, NUMBERED)}
    layer.dataProvider().changeAttributeValues(
        {fid: {places[name]: value for name, value in of.items()} for fid, of in values.items()}
    )


def placed_labels(
    item: QgsLayoutItemMap, layer: QgsVectorLayer, dpi: float, alone: bool = False
) -> dict[int, QgsRectangle]:
    """Where the labels of a layer come to lie on a map item at a resolution: rectangles in map units by feature.

    The map is drawn onto a picture of one pixel: only the labels matter, and of other layers only those with
    labels; alone: not even these.
    """
    layers = [
        other for other in item.layers() if other.id() == layer.id() or (other.labelsEnabled() and not alone)
    ]
    results = _trial(item, layers, dpi)
    found: dict[int, QgsRectangle] = {}
    for label in results.allLabels() if results else []:
        if label.layerID == layer.id() and not label.isUnplaced:
            found[label.featureId] = QgsRectangle(label.labelRect)
    return found


def _trial(item: QgsLayoutItemMap, layers: list[QgsVectorLayer], dpi: float) -> QgsLabelingResults | None:
    item.layout().renderContext().setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
    per_mm = dpi / _MM_PER_INCH
    size = QSizeF(item.rect().width() * per_mm, item.rect().height() * per_mm)
    settings = item.mapSettings(item.extent(), size, dpi, True)
    settings.setLayers(layers)
    pixel = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    pixel.setDotsPerMeterX(round(per_mm * 1000))
    pixel.setDotsPerMeterY(round(per_mm * 1000))
    painter = QPainter(pixel)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return job.takeLabelingResults()


def pin(
    item: QgsLayoutItemMap,
    layer: QgsVectorLayer,
    dpi: float,
    candidates: Iterable[int],
    alone: bool = False,
) -> set[int]:
    """Place the labels of a layer and pin those of the candidates that found room; their feature ids.

    The other candidates are hidden until they get another text. alone: without the names of other layers.
    """
    to_degrees = QgsCoordinateTransform(
        item.crs(), QgsCoordinateReferenceSystem(WGS84), item.layout().project().transformContext()
    )
    rectangles = placed_labels(item, layer, dpi, alone)
    values: dict[int, dict[str, object]] = {}
    placed = set()
    for fid in candidates:
        rectangle = rectangles.get(fid)
        if rectangle is None:
            values[fid] = {SHOW: 0}
            continue
        corner = to_degrees.transform(QgsPointXY(rectangle.xMinimum(), rectangle.yMinimum()))
        values[fid] = {X: corner.x(), Y: corner.y(), PINNED: 1, SHOW: 1}
        placed.add(fid)
    set_values(layer, values)
    return placed


def write_numbers(layer: QgsVectorLayer, numbers: Mapping[int, int]) -> None:
    """Write numbers, by feature id, in the place of names; they are free to be placed."""
    set_values(
        layer,
        {
            fid: {TEXT: str(number), NUMBERED: 1, SHOW: 1, PINNED: 0, X: NULL, Y: NULL}
            for fid, number in numbers.items()
        },
    )
