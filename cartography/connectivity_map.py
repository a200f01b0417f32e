"""Who is whose neighbour as a picture: lines between sites, above them the sites in the signs of their classes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QPainter

from .picture import (
    DOTS_PER_MM,
    FAINT,
    GAP_MM,
    INK,
    LINE_MM,
    SMALL_PT,
    TEXT_PT,
    TITLE_LINE_MM,
    classes_by_code,
    draw_notes,
    draw_signs,
    draw_text,
    draw_title,
    font,
    in_dots,
    line_pen,
    note_lines,
    sign_context,
    sign_of,
    title_lines,
    write_picture,
)
from .theme import Theme

LINE_COLOUR = "#a8a8a8"
_WIDTH_MM = 180.0
_LOWEST_MM, _HIGHEST_MM, _MARGIN_MM = 60.0, 200.0, 5.0  # height of the frame; of the sites to its sides
_LEAST_DEGREES = 0.001  # shown of the ground where all sites lie at one place
_BAR_SHARE = 0.25  # of the frame's width, at most
_KEY_LINE_MM = 4.4


@dataclass(frozen=True)
class ConnectivityMap:
    """longitude, latitude (degrees), classes (codes): of the sites with a place; lines: places of both ends in these.

    title, notes: words above and below.
    """

    longitude: Sequence[float]
    latitude: Sequence[float]
    classes: Sequence[int]
    lines: Sequence[tuple[int, int]]
    title: str
    notes: Sequence[str]


@dataclass(frozen=True)
class _Ground:
    """How the ground lies in the frame: mm per degree along both axes, and what is in its middle."""

    frame: QRectF
    middle: tuple[float, float]
    scale: tuple[float, float]
    metres_per_mm: float

    def at(self, longitude: float, latitude: float) -> QPointF:
        x = self.frame.center().x() + (longitude - self.middle[0]) * self.scale[0]
        y = self.frame.center().y() - (latitude - self.middle[1]) * self.scale[1]
        return QPointF(x, y)


def write_connectivity_map(path: Path, plot: ConnectivityMap, theme: Theme, language: str) -> None:
    """Write the picture as PNG or SVG, by the ending of the path; there is at least one site.

    theme: of classes on lisa_cluster. Raises SheetError for another ending or where the file cannot be written.
    """
    title, notes = title_lines(plot.title, _WIDTH_MM), note_lines(plot.notes, _WIDTH_MM)
    ground = _ground(plot, 2 * GAP_MM + len(title) * TITLE_LINE_MM)
    below = ground.frame.bottom() + 9.0
    n_key = (len(_shown(plot, theme)) + 1) // 2
    under_key = below + n_key * _KEY_LINE_MM + 2.0

    def paint(painter: QPainter) -> None:
        draw_title(painter, title, _WIDTH_MM)
        draw_notes(painter, notes, under_key, _WIDTH_MM)
        _scale_bar(painter, ground)
        _key(painter, plot, theme, language, below)
        _draw_map(painter, plot, ground, theme, language)

    write_picture(path, _WIDTH_MM, under_key + (len(notes) + 1) * LINE_MM, plot.title, paint)


def _ground(plot: ConnectivityMap, top: float) -> _Ground:
    """The frame, as high as the ground needs, under the title; one scale in both directions."""
    from ..core.areas.geodesy import metres_per_degree

    west, east = min(plot.longitude), max(plot.longitude)
    south, north = min(plot.latitude), max(plot.latitude)
    middle = ((west + east) / 2, (south + north) / 2)
    along, up = (max(float(metres), 1.0) for metres in metres_per_degree(middle[1]))
    width_m = max(east - west, _LEAST_DEGREES) * along
    height_m = max(north - south, _LEAST_DEGREES) * up
    width = _WIDTH_MM - 2 * GAP_MM
    room = width - 2 * _MARGIN_MM
    height = min(max(room * height_m / width_m + 2 * _MARGIN_MM, _LOWEST_MM), _HIGHEST_MM)
    metres_per_mm = max(width_m / room, height_m / (height - 2 * _MARGIN_MM))
    frame = QRectF(GAP_MM, top, width, height)
    return _Ground(frame, middle, (along / metres_per_mm, up / metres_per_mm), metres_per_mm)


def _draw_map(painter: QPainter, plot: ConnectivityMap, ground: _Ground, theme: Theme, language: str) -> None:
    places = [ground.at(lon, lat) for lon, lat in zip(plot.longitude, plot.latitude)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line_pen(LINE_COLOUR, 0.12))
    painter.drawLines(
        [QLineF(places[one] * DOTS_PER_MM, places[two] * DOTS_PER_MM) for one, two in plot.lines]
    )
    painter.setPen(line_pen(FAINT, 0.2))
    painter.drawRect(in_dots(ground.frame))
    draw_signs(painter, theme, language, [(code, at.x(), at.y()) for code, at in zip(plot.classes, places)])


def _scale_bar(painter: QPainter, ground: _Ground) -> None:
    """A bar of 1, 2 or 5 times a power of ten metres under the frame, with its length in words."""
    most = ground.metres_per_mm * ground.frame.width() * _BAR_SHARE
    power = 10.0 ** math.floor(math.log10(most))
    metres = next(power * digit for digit in (5, 2, 1) if power * digit <= most or digit == 1)
    length = metres / ground.metres_per_mm
    left, y = ground.frame.left(), ground.frame.bottom() + 2.5
    painter.setPen(line_pen(INK, 0.2))
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRect(in_dots(QRectF(left, y, length, 0.8)))
    painter.setFont(font(SMALL_PT))
    words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    draw_text(painter, QRectF(left + length + 1.5, y - 1.3, 30, 4), words)


def _shown(plot: ConnectivityMap, theme: Theme) -> list[int]:
    """The classes that sites have, in the order of the legend."""
    return [code for code in classes_by_code(theme) if code in set(plot.classes)]


def _key(painter: QPainter, plot: ConnectivityMap, theme: Theme, language: str, top: float) -> None:
    """The signs with their words and numbers of sites, in two columns."""
    context = sign_context(painter)
    classes, counted = classes_by_code(theme), Counter(plot.classes)
    codes = _shown(plot, theme)
    per_column = (len(codes) + 1) // 2
    painter.setFont(font(TEXT_PT))
    for number, code in enumerate(codes):
        column, row = divmod(number, per_column)
        left = GAP_MM + column * (_WIDTH_MM - 2 * GAP_MM) / 2
        middle = top + (row + 0.5) * _KEY_LINE_MM
        symbol = sign_of(theme, classes[code], language)
        symbol.startRender(context)
        symbol.renderPoint(QPointF(left + 1.5, middle) * DOTS_PER_MM, None, context)
        symbol.stopRender(context)
        words = f"{classes[code].label[language]} ({counted[code]})"
        box = QRectF(left + 4.5, middle - 2, 70, 4)
        draw_text(painter, box, words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
