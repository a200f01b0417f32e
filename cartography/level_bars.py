"""Levels of the scorecard as bars, a bar for each dimension."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol
from .fonts import line_height_mm, sheet_font, text_width_mm
from .key import KeyStyle, Section, section_heading
from .page import Page
from .recipe import Box
from .score_legend import ScoreLegend
from .symbols import PALE, luminance


def scorecard_section(legend: ScoreLegend, counts: dict[str, list[int]], heading: str, note: str) -> Section:
    """Bars of sites per level for each dimension; counts[dim] are for the legend's levels."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "scorecard", x, y, width, style, heading)
        bar = 3.2 * style.mm
        order = (*legend.levels[1:], legend.levels[0])
        for dim, levels in counts.items():
            y += page.paragraph(f"scorecard_{dim}", legend.dimensions[dim], x, y, width, style.text)
            total = sum(levels)
            left = x
            for level in order:
                part = width * levels[level.number] / total if total else 0
                if part <= 0:
                    continue
                box = Box(left, y, part, bar)
                colour = QColor(level.colour)
                page.rectangle(f"scorecard_{dim}_{level.number}", box, fill_symbol(colour, "#333333", 0.1))
                figure = sheet_font(max(6.0, style.note_pt))
                ink = "#ffffff" if luminance(colour) < PALE else "#1a1a1a"
                text = str(levels[level.number])
                if text_width_mm(text, figure) < part - 0.6 and line_height_mm(figure) <= bar * 1.1:
                    page.label(
                        f"scorecard_{dim}_{level.number}_n",
                        text,
                        Box(left + 0.4 * style.mm, y, part, bar),
                        figure,
                        colour=ink,
                        valign=Qt.AlignmentFlag.AlignVCenter,
                    )
                left += part
            y += bar + 0.8 * style.mm
        x_at, line = x, line_height_mm(style.note)
        for level in order:
            text, number = level.label, level.number
            needed = line * 0.8 + 0.6 * style.mm + text_width_mm(text, style.note) + 1.6 * style.mm
            if x_at + needed > x + width and x_at > x:
                x_at, y = x, y + line * 1.15
            swatch = Box(x_at, y + line * 0.12, line * 0.8, line * 0.75)
            page.rectangle(
                f"scorecard_key_{number}", swatch, fill_symbol(QColor(level.colour), "#333333", 0.1)
            )
            page.paragraph(
                f"scorecard_key_{number}_text",
                text,
                x_at + line * 0.8 + 0.6 * style.mm,
                y,
                text_width_mm(text, style.note) + 0.6 * style.mm,
                style.note,
            )
            x_at += needed
        y += line * 1.3
        y += page.paragraph("scorecard_note", note, x, y, width, style.note, colour="#444444")
        return y - top

    return draw
