"""A table as a section of the columns: headed columns of text, lines broken by us, nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol
from .fonts import line_height_mm, sheet_font, wrap
from .key import KeyStyle, Section, section_heading
from .page import Page
from .recipe import Box

_RULE_MM = 0.15
_GAP = 0.2  # of a line, between rows


@dataclass(frozen=True)
class Column:
    """A column: its header, its share of the width, and whether it holds figures."""

    header: str
    share: float
    is_figure: bool = False


def table_section(
    name: str, heading: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], note: str = ""
) -> Section:
    """A heading, a table with a rule under its header, and a note in italics.

    Items are called <name>_<row>_<column>; the header is row "head".
    """
    total = sum(column.share for column in columns)

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, name, x, y, width, style, heading)
        bold = sheet_font(style.text_pt, bold=True)
        if any(column.header for column in columns):
            y += _row(page, f"{name}_head", [column.header for column in columns], x, y, width, bold)
            line = Box(x, y - line_height_mm(bold) * _GAP / 2, width, _RULE_MM)
            y += line_height_mm(bold) * _GAP
            page.rectangle(f"{name}_rule", line, fill_symbol(QColor("#333333"), None, 0))
        for number, row in enumerate(rows):
            y += _row(page, f"{name}_{number}", row, x, y, width, style.text)
        if note:
            y += page.paragraph(f"{name}_note", note, x, y, width, style.note, colour="#444444")
        return y - top

    def _row(
        page: Page, row_name: str, cells: Sequence[str], x: float, y: float, width: float, font
    ) -> float:
        line = line_height_mm(font)
        gutter = line * 0.5
        most = 1
        for place, (column, cell) in enumerate(zip(columns, cells)):
            room = width * column.share / total
            # Figures keep off the words to their right.
            free = gutter * (2.0 if column.is_figure else 0.4)
            lines = wrap(cell, font, room - free - gutter * 0.8)
            most = max(most, len(lines))
            if cell:
                align = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
                page.label(
                    f"{row_name}_{place}",
                    "\n".join(lines),
                    # A little more room than measured, inside the gutter.
                    Box(x, y, room - free, len(lines) * line + 0.3),
                    font,
                    align=align,
                )
            x += room
        return most * line + line * _GAP

    return draw
