"""Names of sites: placed once, then pinned, so that every file shows the same.

QGIS places names anew for every export, and differently at every resolution. An index that says which names found
room has to know beforehand: the names are given their places (name_room.py) and pinned there, and sites without room
get the number of their index row instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import (
    QgsExpression,
    QgsField,
    QgsPalLayerSettings,
    QgsProperty,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from . import field_types

TEXT, X, Y, SHOW, PINNED, NUMBERED = (
    f"asm_sheet_{name}" for name in ("text", "x", "y", "show", "pinned", "numbered")
)
_NUMBER_COLOUR = "#8a0f1a"
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
    name = settings.fieldName if settings.isExpression else QgsExpression.quotedColumnRef(settings.fieldName)
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


def pin(layer: QgsVectorLayer, corners: Mapping[int, tuple[float, float]], of: Iterable[int]) -> None:
    """Pin the texts of features by their lower left corners in degrees; the others of `of` are hidden."""
    values: dict[int, dict[str, object]] = {fid: {SHOW: 0} for fid in of if fid not in corners}
    for fid, (x, y) in corners.items():
        values[fid] = {X: x, Y: y, PINNED: 1, SHOW: 1}
    set_values(layer, values)


def number_style(layer: QgsVectorLayer, least_pt: float) -> QgsTextFormat:
    """How numbers are written in the place of names."""
    style = QgsTextFormat(layer.labeling().settings().format())
    style.setSize(least_pt)
    return style


def write_numbers(
    layer: QgsVectorLayer, corners: Mapping[int, tuple[float, float]], numbers: Mapping[int, int]
) -> None:
    """Pin numbers, by feature id, in the place of names."""
    pin(layer, corners, ())
    set_values(layer, {fid: {TEXT: str(numbers[fid]), NUMBERED: 1} for fid in corners})
