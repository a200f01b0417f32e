"""The key of a sheet: its style, and sections of a heading with signs and their words.

Each section is a function (page, x, y, width, style) -> height in mm. On a Page that does not draw
it only measures, so the columns are filled before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsMarkerSymbol
from qgis.PyQt.QtGui import QFont

from .fonts import line_height_mm, sheet_font, wrap
from .page import KeyEntry, Page


@dataclass(frozen=True)
class KeyStyle:
    """Type sizes in points, furniture scale (1 on A3) and scale of the key's own symbols."""

    heading_pt: float
    text_pt: float
    note_pt: float
    mm: float
    symbols: float
    language: str
    texts: dict[str, str]

    @property
    def heading(self) -> QFont:
        return sheet_font(self.heading_pt, bold=True)

    @property
    def text(self) -> QFont:
        return sheet_font(self.text_pt)

    @property
    def note(self) -> QFont:
        return sheet_font(self.note_pt, italic=True)

    def smaller(self, share: float, least_pt: float) -> KeyStyle:
        """The same style with type and symbols at a share of their size, type no smaller than least_pt."""
        sizes = (max(least_pt, size * share) for size in (self.heading_pt, self.text_pt, self.note_pt))
        return KeyStyle(*sizes, self.mm, self.symbols * share, self.language, self.texts)


Section = Callable[[Page, float, float, float, KeyStyle], float]


@dataclass(frozen=True)
class Row:
    """One line of the key: a marker (or a stack of them) and its words.

    shows: expression for the sites it explains; "" for a step of a scale, which is shown whole.
    """

    markers: tuple[tuple[QgsMarkerSymbol, float, float], ...]
    text: str
    height_mm: float = 0.0  # least height, for large markers
    shows: str = ""


def section_heading(
    page: Page, name: str, x: float, y: float, width: float, style: KeyStyle, text: str
) -> float:
    return page.paragraph(f"{name}_heading", text, x, y, width, style.heading) + 0.8 * style.mm


def rows_section(name: str, heading: str, rows_at: Callable[[float], list[Row]], note: str = "") -> Section:
    """A heading, rows of marker and words (for a symbol scale), and an optional note in italics."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        rows = rows_at(style.symbols)
        y += section_heading(page, name, x, y, width, style, heading)
        gutter = max([row.height_mm for row in rows] + [5.5 * style.mm])
        line = line_height_mm(style.text)
        for number, row in enumerate(rows):
            lines = wrap(row.text, style.text, width - gutter)
            text_height = len(lines) * line
            height = max(text_height, row.height_mm) + 0.7 * style.mm
            for part, (symbol, dx, dy) in enumerate(row.markers):
                page.marker(f"{name}_{number}_{part}", symbol, x + gutter / 2 + dx, y + height / 2 + dy)
            page.paragraph(
                f"{name}_{number}_text",
                "\n".join(lines),
                x + gutter,
                y + (height - text_height) / 2,
                width - gutter,
                style.text,
            )
            page.entry(KeyEntry(name, f"{name}_{number}_text", row.text, row.shows))
            y += height
        if note:
            y += page.paragraph(
                f"{name}_note", note, x, y + 0.4 * style.mm, width, style.note, colour="#444444"
            )
        return y - top

    return draw
