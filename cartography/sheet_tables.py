"""The tables of a sheet, as its recipe declares them: which layer, which columns, how many rows."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutTable,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.escaping import printable
from ..core.exceptions import SheetError
from ..core.wording import say
from .context_styles import text_format
from .draft import Draft
from .fonts import sheet_font
from .recipe import Box
from .sheet_layers import folded

_BETWEEN_NAMES = "; "
_LINE_MM, _LINE_COLOUR, _HEADING_FILL = 0.1, "#b9b2a6", "#efece4"
_RIGHT = ("number", "depth")
_OFF = "\u00a0" * 4  # figures keep off the words to their right


def draw_tables(draft: Draft) -> None:
    """Draw every table of the recipe whose layer was given.

    Raises SheetError when a layer lacks a column or a table does not fit its box.
    """
    for table in draft.recipe.tables():
        layer = getattr(draft.layers, table["layer"])
        if layer is None:
            draft.leave_out(table["box"], say("there is no layer for {0}", table["layer"].upper()))
        else:
            draft.used(table["layer"])
            _draw(draft, table, layer)


def _draw(draft: Draft, table: dict[str, Any], layer: QgsVectorLayer) -> None:
    page, texts, type_pt, mm = draft.page, draft.texts, draft.type_pt, draft.mm
    box = draft.arrangement.boxes[table["box"]]
    heading = sheet_font(type_pt["heading"], bold=True)
    area = draft.request.area
    text = texts[table["heading_area" if area else "heading"]].format(area=area)
    used = page.paragraph(f"{table['box']}_heading", text, box.x, box.y, box.width, heading)
    below = Box(box.x, box.y + used + 0.8 * mm, box.width, box.height - used - 0.8 * mm)
    columns, rows = table_rows(table, layer, area, texts)
    if not rows:
        font = sheet_font(type_pt["text"])
        page.paragraph(f"{table['box']}_none", texts[table["none"]], below.x, below.y, below.width, font)
        return
    size = type_pt["text"]
    while size >= draft.recipe.least_pt:
        if _placed(draft, table["box"], columns, rows, below, size):
            return
        size -= 0.5
    raise SheetError(
        say("The table '{0}' does not fit; give fewer rows or shorter names.", texts[table["heading"]])
    )


def table_rows(
    table: dict[str, Any], layer: QgsVectorLayer, area: str, texts: dict[str, str]
) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """The columns of a recipe's table that hold anything, and the texts of its rows in the layer's order.

    With an area, the rows whose field of areas names it. Raises SheetError when the layer lacks a column.
    """
    absent = [
        column["field"] for column in table["columns"] if layer.fields().lookupField(column["field"]) < 0
    ]
    if absent:
        raise SheetError(
            say(
                "The layer '{0}' lacks the fields {1}; choose the output '{2}'.",
                layer.name(),
                ", ".join(absent),
                texts[table["heading"]],
            )
        )
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    features = [
        feature
        for feature in layer.getFeatures(request)
        if not area or folded(area) in map(folded, str(feature[table["areas"]]).split(_BETWEEN_NAMES))
    ][: table["rows"]]
    columns = [
        column
        for column in table["columns"]
        if any(feature[column["field"]] not in (None, NULL, "") for feature in features)
    ]
    return columns, [[_text(feature, column, texts) for column in columns] for feature in features]


def _text(feature: QgsFeature, column: dict[str, Any], texts: dict[str, str]) -> str:
    value, kind = feature[column["field"]], column["as"]
    if value in (None, NULL, ""):
        return texts["not_known"]
    if kind == "number":
        return f"{value:,.0f}".replace(",", " ")
    if kind == "depth":
        metres = max(-value, 0.0)
        return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.1f} km"
    if isinstance(value, (QDate, QDateTime)):
        return value.toString("yyyy-MM-dd")
    return printable(str(value)).replace("\n", " ")


def _placed(
    draft: Draft, name: str, columns: list[dict[str, Any]], rows: list[list[str]], box: Box, size_pt: float
) -> bool:
    """Put the table on the page with that type; False, and nothing is put, when it is higher than its box."""
    margin = 0.7 * draft.mm
    item = QgsLayoutItemManualTable.create(draft.page.layout)
    item.setCellMargin(margin)
    item.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    item.setGridStrokeWidth(_LINE_MM)
    item.setGridColor(QColor(_LINE_COLOUR))
    item.setVerticalGrid(False)
    item.setContentTextFormat(text_format(size_pt, "#1a1a1a", buffer_mm=0))
    labels = [draft.texts[column["label"]] for column in columns]
    item.setTableContents(
        [
            [_cell(text, column, size_pt, is_heading=number == 0) for text, column in zip(texts, columns)]
            for number, texts in enumerate([labels, *rows])
        ]
    )
    room = box.width - 2 * margin * len(columns) - _LINE_MM * (len(columns) + 1)
    whole = sum(column["width"] for column in columns)
    item.setColumnWidths([room * column["width"] / whole for column in columns])
    draft.page.layout.addMultiFrame(item)
    frame = QgsLayoutFrame(draft.page.layout, item)
    frame.setId(name)
    frame.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
    item.addFrame(frame)
    if item.totalSize().height() > box.height:
        draft.page.layout.removeMultiFrame(item)
        draft.page.layout.removeLayoutItem(frame)
        return False
    frame.attemptSetSceneRect(QRectF(box.x, box.y, box.width, item.totalSize().height() + 0.1))
    return True


def _cell(text: str, column: dict[str, Any], size_pt: float, is_heading: bool) -> QgsTableCell:
    is_figure = column["as"] in _RIGHT
    cell = QgsTableCell(text + _OFF if is_figure else text)
    cell.setTextFormat(text_format(size_pt, "#1a1a1a", bold=is_heading, buffer_mm=0))
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    cell.setHorizontalAlignment(side)
    if is_heading:
        cell.setBackgroundColor(QColor(_HEADING_FILL))
    return cell
