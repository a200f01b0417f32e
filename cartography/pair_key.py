"""The key of two indicators as a section of a sheet: a square on its worst corner, all in vectors."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol
from .fonts import line_height_mm, sheet_font, wrap
from .key import KeyStyle, Section, section_heading
from .page import Page
from .pair_legend import PairKey
from .recipe import Box
from .symbols import PALE, luminance

_SIGN = 0.6  # of half a cell for the largest sign at most, so that the figure below stays free
_SHARE = 0.62  # of the width: the square from corner to corner
_LARGEST_MM = 62.0  # the same on the base paper, however wide the column
_NOTE_GUTTER_MM = 6.5


def pair_key_section(key: PairKey, heading: str) -> Section:
    """The worst of both lies at the bottom; the first gets better to the upper right, the second to the upper left.

    Each cell has its colour, its sign and its number of sites.
    """

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "pair_key", x, y, width, style, heading)
        n = len(key.classes)
        half = min(width * _SHARE, _LARGEST_MM * style.mm) / 2 / n
        middle, bottom = x + width / 2, y + 2 * n * half
        figure = sheet_font(max(6.0, min(style.text_pt, half / 0.3528 * 0.5)))
        share = min(1.0, half * _SIGN / max(sign.size() for sign in key.signs.values()))
        for (i, j), colour in key.colours.items():
            cell_x, cell_y = middle + (i - j) * half, bottom - (i + j - 1) * half
            name = f"pair_key_{i}_{j}"
            corners = [
                (cell_x, cell_y - half),
                (cell_x + half, cell_y),
                (cell_x, cell_y + half),
                (cell_x - half, cell_y),
            ]
            page.polygon(name, corners, fill_symbol(QColor(colour), "#ffffff", 0.3))
            sign = key.signs[(i, j)].clone()
            sign.setSize(sign.size() * share)
            page.marker(f"{name}_sign", sign, cell_x, cell_y - half * 0.32)
            ink = "#1a1a1a" if luminance(QColor(colour)) > PALE else "#ffffff"
            height = line_height_mm(figure)
            page.label(
                f"{name}_n",
                str(key.counts[(i, j)]),
                Box(cell_x - half, cell_y + half * 0.36 - height / 2, 2 * half, height + 0.3),
                figure,
                colour=ink,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
        lowest = _class_words(page, key, style, x, width, bottom, half)
        y = max(bottom, lowest) + 1.0 * style.mm
        y += _axis_words(page, key, style, x, y, width)
        for number, (sign, words) in enumerate(key.notes):
            y += _note(page, f"pair_key_note_{number}", sign, words, x, y, width, style)
        return y - top

    return draw


def _class_words(
    page: Page, key: PairKey, style: KeyStyle, x: float, width: float, bottom: float, half: float
) -> float:
    """The classes beside the lower edges, the first indicator's on the right; returns the lowest edge."""
    middle, line = x + width / 2, line_height_mm(style.note)
    lowest = bottom
    for place, words in enumerate(key.classes):
        out = (place + 0.5) * half
        edge = bottom - out
        room = width / 2 - out - 1.5 * style.mm
        lines = wrap(words, style.note, room)
        height = len(lines) * line
        for side, left, align in (
            ("x", middle + out + 1.5 * style.mm, Qt.AlignmentFlag.AlignLeft),
            ("y", x, Qt.AlignmentFlag.AlignRight),
        ):
            box = Box(left, edge + half * 0.12, room, height + 0.3)
            page.label(f"pair_key_{side}_{place + 1}", "\n".join(lines), box, style.note, align=align)
        lowest = max(lowest, edge + half * 0.12 + height)
    return lowest


def _axis_words(page: Page, key: PairKey, style: KeyStyle, x: float, y: float, width: float) -> float:
    """The two indicators under their edges: each gets better upwards."""
    font = sheet_font(style.text_pt, bold=True)
    across, upwards = key.words
    half = width / 2 - 1.0 * style.mm
    wrapped = [wrap(words, font, half) for words in (upwards, across)]
    height = max(len(lines) for lines in wrapped) * line_height_mm(font)
    for lines, name, left, align in (
        (wrapped[0], "pair_key_y", x, Qt.AlignmentFlag.AlignRight),
        (wrapped[1], "pair_key_x", x + width / 2 + 1.0 * style.mm, Qt.AlignmentFlag.AlignLeft),
    ):
        page.label(name, "\n".join(lines), Box(left, y, half, height + 0.3), font, align=align)
    return height + 1.0 * style.mm


def _note(
    page: Page, name: str, sign, words: str, x: float, y: float, width: float, style: KeyStyle
) -> float:
    gutter = _NOTE_GUTTER_MM * style.mm if sign is not None else 0.0
    height = max(
        len(wrap(words, style.text, width - gutter)) * line_height_mm(style.text),
        sign.size() if sign is not None else 0.0,
    )
    if sign is not None:
        page.marker(f"{name}_sign", sign.clone(), x + gutter * 0.42, y + line_height_mm(style.text) / 2)
    page.paragraph(name, words, x + gutter, y, width - gutter, style.text)
    return height + 0.6 * style.mm
