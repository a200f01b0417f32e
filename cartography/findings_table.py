"""The attribute table of findings: what was found first, in a column that can be read."""

from __future__ import annotations

from qgis.core import QgsAttributeTableConfig, QgsVectorLayer

# Column -> width in pixels at 96 dpi; the others follow as they are.
_FIRST = {
    "severity": 80,
    "message": 520,
    "pcode": 110,
    "field": 110,
    "raw_value": 160,
    "action": 90,
    "source_row": 90,
}


def sentences_first(layer: QgsVectorLayer) -> None:
    """Order the columns of the layer's attribute table for reading; every column stays in it."""
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    places = {name: place for place, name in enumerate(_FIRST)}
    columns = sorted(config.columns(), key=lambda column: places.get(column.name, len(places)))
    for column in columns:
        column.width = _FIRST.get(column.name, -1)
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)
