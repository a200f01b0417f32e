"""Moran's scatterplot as a picture: each site's own value against that of its neighbours, by class."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QPainter

from .cluster_method import figure
from .picture import (
    DOTS_PER_MM,
    FAINT,
    GAP_MM,
    INK,
    LINE_MM,
    SMALL_PT,
    TEXT_PT,
    TITLE_LINE_MM,
    draw_notes,
    draw_signs,
    draw_text,
    draw_title,
    font,
    in_dots,
    line_pen,
    note_lines,
    title_lines,
    write_picture,
)
from .theme import Theme

_SIDE_MM, _LEFT_MM = 120.0, 18.0
_WIDTH_MM = _LEFT_MM + _SIDE_MM + GAP_MM


@dataclass(frozen=True)
class MoranScatter:
    """z, lag: of the sites with a value and a neighbour; classes: their codes.

    slope: of the line through the means, which is Moran's I. title, notes: words above and below; axes: of x and y.
    """

    z: Sequence[float]
    lag: Sequence[float]
    classes: Sequence[int]
    slope: float
    title: str
    axes: tuple[str, str]
    notes: Sequence[str]


def write_scatter(path: Path, plot: MoranScatter, theme: Theme, language: str) -> None:
    """Write the picture as PNG or SVG, by the ending of the path.

    theme: of classes on lisa_cluster. Raises SheetError for another ending or where the file cannot be written.
    """
    title, notes = title_lines(plot.title, _WIDTH_MM), note_lines(plot.notes, _WIDTH_MM)
    frame = QRectF(_LEFT_MM, 2 * GAP_MM + len(title) * TITLE_LINE_MM, _SIDE_MM, _SIDE_MM)
    height = frame.bottom() + 14.0 + (len(notes) + 1) * LINE_MM

    def paint(painter: QPainter) -> None:
        draw_title(painter, title, _WIDTH_MM)
        draw_notes(painter, notes, frame.bottom() + 13.0, _WIDTH_MM)
        _axis_words(painter, plot, frame)
        _plot(painter, plot, frame, theme, language)

    write_picture(path, _WIDTH_MM, height, plot.title, paint)


def _plot(painter: QPainter, plot: MoranScatter, frame: QRectF, theme: Theme, language: str) -> None:
    """Draw grid, sites and slope in a frame (mm)."""
    x_axis, y_axis = _axis(plot.z), _axis([*plot.lag, plot.slope * min(plot.z, default=0.0)])

    def at(x: float, y: float) -> QPointF:
        along = (x - x_axis[0]) / (x_axis[1] - x_axis[0])
        up = (y - y_axis[0]) / (y_axis[1] - y_axis[0])
        return QPointF(frame.left() + along * frame.width(), frame.bottom() - up * frame.height())

    _grid(painter, frame, x_axis, y_axis, at, language)
    points = [at(x, y) for x, y in zip(plot.z, plot.lag)]
    sites = [(code, point.x(), point.y()) for code, point in zip(plot.classes, points)]
    draw_signs(painter, theme, language, sites)
    painter.save()
    painter.setClipRect(in_dots(frame))
    mean = math.fsum(plot.lag) / max(len(plot.lag), 1)
    ends = [at(x, mean + plot.slope * x) for x in x_axis]
    painter.setPen(line_pen(INK, 0.5))
    painter.drawLine(ends[0] * DOTS_PER_MM, ends[1] * DOTS_PER_MM)
    painter.restore()


def _axis(values: Sequence[float]) -> tuple[float, float, float]:
    """The least and the most shown, and the step of the grid: 1, 2 or 5 times a power of ten; 0 is always shown."""
    low, high = min([0.0, *values]), max([0.0, *values])
    spread = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(spread / 5))
    step = next(power * digit for digit in (1, 2, 5, 10) if spread / (power * digit) <= 8)
    margin = spread * 0.04
    return low - margin, high + margin, step


def _grid(painter: QPainter, frame: QRectF, x_axis, y_axis, at, language: str) -> None:
    """Frame, figures along it, and the two means that part the plot in four."""
    painter.setFont(font(SMALL_PT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line_pen(FAINT, 0.2))
    painter.drawRect(in_dots(frame))
    for value in _figures(x_axis):
        place = QPointF(at(value, 0).x(), frame.bottom())
        box = QRectF(place.x() - 10, place.y() + 1, 20, 4)
        draw_text(painter, box, figure(value, "g", language), Qt.AlignmentFlag.AlignHCenter, FAINT)
    for value in _figures(y_axis):
        place = at(0, value).y()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(
            painter, QRectF(frame.left() - 11, place - 2, 10, 4), figure(value, "g", language), right, FAINT
        )
    painter.setPen(line_pen(FAINT, 0.2, Qt.PenStyle.DashLine))
    origin = at(0, 0) * DOTS_PER_MM
    dots = in_dots(frame)
    painter.drawLine(QPointF(origin.x(), dots.top()), QPointF(origin.x(), dots.bottom()))
    painter.drawLine(QPointF(dots.left(), origin.y()), QPointF(dots.right(), origin.y()))


def _figures(axis: tuple[float, float, float]) -> list[float]:
    low, high, step = axis
    return [round(number * step, 10) for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _axis_words(painter: QPainter, plot: MoranScatter, frame: QRectF) -> None:
    painter.setFont(font(TEXT_PT))
    centre = Qt.AlignmentFlag.AlignHCenter
    draw_text(painter, QRectF(frame.left(), frame.bottom() + 5.5, frame.width(), 5), plot.axes[0], centre)
    painter.save()
    painter.translate(2.0 * DOTS_PER_MM, frame.bottom() * DOTS_PER_MM)
    painter.rotate(-90)
    draw_text(painter, QRectF(0, 0, frame.height(), 5), plot.axes[1], centre)
    painter.restore()
