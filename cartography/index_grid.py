"""The alphanumeric grid on the main map: lines of round kilometres, letters and numbers along the frame."""

from __future__ import annotations

from qgis.core import QgsLayoutItemMapGrid
from qgis.PyQt.QtCore import Qt

from ..core.sheets.grid_squares import GridSquares, grid_squares
from .context_styles import line_symbol
from .draft import Draft
from .fonts import line_height_mm, sheet_font, text_width_mm
from .recipe import Box

_COLOUR, _LINE_MM = "#8a5a00", 0.15
_LEAST_SHARE = 0.3  # of a square: less of it on the map has no room for its letter


def squares_of_map(draft: Draft) -> GridSquares | None:
    """The squares of the main map as the recipe asks for, None when it does not."""
    asked = draft.recipe.main.get("index_grid")
    if asked is None:
        return None
    extent = draft.sheet.main.extent()
    edges = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    return grid_squares(edges, draft.sheet.scale, *asked["side_mm"][draft.request.paper])


def draw_index_grid(draft: Draft, squares: GridSquares) -> None:
    """Lines on the map and the letters inside its frame, on all four sides, as label blockers."""
    main = draft.sheet.main
    grid = QgsLayoutItemMapGrid("index grid", main)
    grid.setCrs(main.crs())
    grid.setIntervalX(squares.side_m)
    grid.setIntervalY(squares.side_m)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    grid.setLineSymbol(line_symbol(_COLOUR, _LINE_MM, "dot"))
    grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.NoFrame)
    main.grids().addGrid(grid)
    box, extent = draft.arrangement.boxes["main"], main.extent()
    for letter, west, east in squares.column_edges():
        west, east = max(west, extent.xMinimum()), min(east, extent.xMaximum())
        if east - west >= _LEAST_SHARE * squares.side_m:
            x = box.x + ((west + east) / 2 - extent.xMinimum()) / extent.width() * box.width
            _letter(draft, f"square_{letter}_top", letter, x, box.y, 0, 1)
            _letter(draft, f"square_{letter}_bottom", letter, x, box.y + box.height, 0, -1)
    for number, south, north in squares.row_edges():
        south, north = max(south, extent.yMinimum()), min(north, extent.yMaximum())
        if north - south >= _LEAST_SHARE * squares.side_m:
            y = box.y + (extent.yMaximum() - (south + north) / 2) / extent.height() * box.height
            _letter(draft, f"square_{number}_left", number, box.x, y, 1, 0)
            _letter(draft, f"square_{number}_right", number, box.x + box.width, y, -1, 0)


def _letter(draft: Draft, name: str, text: str, x: float, y: float, inwards_x: int, inwards_y: int) -> None:
    """A letter centred on a point of the frame, then moved inwards until its box touches the frame."""
    font = sheet_font(draft.type_pt["grid"], bold=True)
    width, height = text_width_mm(text, font) + 1.2, line_height_mm(font)
    gap = 0.4 * draft.mm
    centre_x, centre_y = x + inwards_x * (width / 2 + gap), y + inwards_y * (height / 2 + gap)
    label = draft.page.label(
        name,
        text,
        Box(centre_x - width / 2, centre_y - height / 2, width, height),
        font,
        colour=_COLOUR,
        align=Qt.AlignmentFlag.AlignHCenter,
        valign=Qt.AlignmentFlag.AlignVCenter,
        background="#ffffff",
    )
    draft.sheet.main.addLabelBlockingItem(label)
