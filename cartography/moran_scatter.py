"""Moran's scatterplot as a picture: each site's own value against that of its neighbours, by class."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsRenderContext
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen
from qgis.PyQt.QtSvg import QSvgGenerator

from ..core.exceptions import SheetError
from .class_style import class_symbol
from .fonts import MM_PER_PT, sheet_font, wrap
from .theme import Theme
from .theme_classes import theme_classes
from .whole_file import whole_file

_SIDE_MM, _LEFT_MM, _GAP_MM, _TITLE_LINE_MM = 120.0, 18.0, 4.0, 5.2
_WIDTH_MM = _LEFT_MM + _SIDE_MM + _GAP_MM
_DOTS_PER_MM = 12.0  # 300 dpi
_TITLE_PT, _TEXT_PT, _SMALL_PT = 11.0, 8.5, 7.5
_SIGN_SCALE = 0.6
_INK, _FAINT = "#222222", "#888888"
FORMATS = (".png", ".svg")


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
    if path.suffix.lower() not in FORMATS:
        raise SheetError(f"{path.name} must end in .png or .svg; choose one of these.")
    text = sheet_font(_TEXT_PT)
    room = _WIDTH_MM - 2 * _GAP_MM
    notes = [line for note in plot.notes for line in wrap(note, text, room)]
    title = wrap(plot.title, sheet_font(_TITLE_PT, bold=True), room)
    top = 2 * _GAP_MM + len(title) * _TITLE_LINE_MM
    frame = QRectF(_LEFT_MM, top, _SIDE_MM, _SIDE_MM)
    height = top + _SIDE_MM + 14.0 + (len(notes) + 1) * _TEXT_PT * MM_PER_PT * 1.25
    size = QSize(round(_WIDTH_MM * _DOTS_PER_MM), round(height * _DOTS_PER_MM))
    with whole_file(path) as part:
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(part))
            generator.setSize(size)
            generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
            generator.setTitle(plot.title)
            _paint(generator, plot, frame, title, notes, theme, language)
            return
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("#ffffff"))
        image.setDotsPerMeterX(round(_DOTS_PER_MM * 1000))
        image.setDotsPerMeterY(round(_DOTS_PER_MM * 1000))
        _paint(image, plot, frame, title, notes, theme, language)
        if not image.save(str(part), "PNG"):
            raise SheetError(f"{path.name} cannot be written; choose another file or folder.")


def _paint(
    device,
    plot: MoranScatter,
    frame: QRectF,
    title: Sequence[str],
    notes: Sequence[str],
    theme: Theme,
    language: str,
) -> None:
    """Draw the plot in a frame (mm), with the lines of its title above and of its notes below."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        x_axis, y_axis = _axis(plot.z), _axis([*plot.lag, plot.slope * min(plot.z, default=0.0)])

        def at(x: float, y: float) -> QPointF:
            along = (x - x_axis[0]) / (x_axis[1] - x_axis[0])
            up = (y - y_axis[0]) / (y_axis[1] - y_axis[0])
            return QPointF(frame.left() + along * frame.width(), frame.bottom() - up * frame.height())

        _words(painter, plot, title, notes, frame)
        _grid(painter, frame, x_axis, y_axis, at)
        _signs(painter, plot, theme, language, at)
        painter.save()
        painter.setClipRect(_in_dots(frame))
        mean = math.fsum(plot.lag) / max(len(plot.lag), 1)
        ends = [at(x, mean + plot.slope * x) for x in x_axis]
        painter.setPen(QPen(QColor(_INK), 0.5 * _DOTS_PER_MM))
        painter.drawLine(ends[0] * _DOTS_PER_MM, ends[1] * _DOTS_PER_MM)
        painter.restore()
    finally:
        painter.end()


def _axis(values: Sequence[float]) -> tuple[float, float, float]:
    """The least and the most shown, and the step of the grid: 1, 2 or 5 times a power of ten; 0 is always shown."""
    low, high = min([0.0, *values]), max([0.0, *values])
    spread = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(spread / 5))
    step = next(power * digit for digit in (1, 2, 5, 10) if spread / (power * digit) <= 8)
    margin = spread * 0.04
    return low - margin, high + margin, step


def _grid(painter: QPainter, frame: QRectF, x_axis, y_axis, at) -> None:
    """Frame, figures along it, and the two means that part the plot in four."""
    painter.setFont(_font(_SMALL_PT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(_FAINT), 0.2 * _DOTS_PER_MM))
    painter.drawRect(_in_dots(frame))
    for figure in _figures(x_axis):
        place = QPointF(at(figure, 0).x(), frame.bottom())
        box = QRectF(place.x() - 10, place.y() + 1, 20, 4)
        _text(painter, box, f"{figure:g}", Qt.AlignmentFlag.AlignHCenter, _FAINT)
    for figure in _figures(y_axis):
        place = at(0, figure).y()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        _text(painter, QRectF(frame.left() - 11, place - 2, 10, 4), f"{figure:g}", right, _FAINT)
    painter.setPen(QPen(QColor(_FAINT), 0.2 * _DOTS_PER_MM, Qt.PenStyle.DashLine))
    origin = at(0, 0) * _DOTS_PER_MM
    dots = _in_dots(frame)
    painter.drawLine(QPointF(origin.x(), dots.top()), QPointF(origin.x(), dots.bottom()))
    painter.drawLine(QPointF(dots.left(), origin.y()), QPointF(dots.right(), origin.y()))


def _figures(axis: tuple[float, float, float]) -> list[float]:
    low, high, step = axis
    return [round(number * step, 10) for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _signs(painter: QPainter, plot: MoranScatter, theme: Theme, language: str, at) -> None:
    """The sites in the signs of their classes, those that are not significant first; larger where several share one."""
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(_DOTS_PER_MM)
    # Levels take few values, so that many sites share a place.
    counted = Counter(
        (int(code), round(x, 6), round(y, 6)) for code, x, y in zip(plot.classes, plot.z, plot.lag)
    )
    drawn: dict[tuple[int, int], list[QPointF]] = {}
    for (code, x, y), n in counted.items():
        drawn.setdefault((code, n), []).append(at(x, y) * _DOTS_PER_MM)
    classes = [entry for entry in theme_classes(theme) if entry.when]
    for entry in sorted(classes, key=lambda entry: entry.order):
        sign = class_symbol(theme, entry, language, _SIGN_SCALE)
        for code, n in sorted(drawn, reverse=True):
            if code not in entry.when[0]["lisa_cluster"]:
                continue
            symbol = sign.clone()
            symbol.setSize(sign.size() * n**0.25)
            symbol.startRender(context)
            for point in drawn[(code, n)]:
                symbol.renderPoint(point, None, context)
            symbol.stopRender(context)


def _words(
    painter: QPainter, plot: MoranScatter, title: Sequence[str], notes: Sequence[str], frame: QRectF
) -> None:
    painter.setFont(_font(_TITLE_PT, bold=True))
    left = Qt.AlignmentFlag.AlignLeft
    for place, line in enumerate(title):
        _text(painter, QRectF(_GAP_MM, _GAP_MM + place * _TITLE_LINE_MM, _WIDTH_MM, 6), line, left)
    painter.setFont(_font(_TEXT_PT))
    centre = Qt.AlignmentFlag.AlignHCenter
    _text(painter, QRectF(frame.left(), frame.bottom() + 5.5, frame.width(), 5), plot.axes[0], centre)
    painter.save()
    painter.translate(2.0 * _DOTS_PER_MM, frame.bottom() * _DOTS_PER_MM)
    painter.rotate(-90)
    _text(painter, QRectF(0, 0, frame.height(), 5), plot.axes[1], centre)
    painter.restore()
    y = frame.bottom() + 13.0
    for line in notes:
        _text(painter, QRectF(_GAP_MM, y, _WIDTH_MM, 5), line, left)
        y += _TEXT_PT * MM_PER_PT * 1.25


def _text(painter: QPainter, box: QRectF, text: str, flags, colour: str = _INK) -> None:
    pen = painter.pen()
    painter.setPen(QColor(colour))
    painter.drawText(_in_dots(box), int(flags) | int(Qt.TextFlag.TextDontClip), text)
    painter.setPen(pen)


def _in_dots(box: QRectF) -> QRectF:
    return QRectF(*(side * _DOTS_PER_MM for side in (box.x(), box.y(), box.width(), box.height())))


def _font(size_pt: float, bold: bool = False) -> QFont:
    font = sheet_font(size_pt, bold)
    font.setPixelSize(max(1, round(size_pt * MM_PER_PT * _DOTS_PER_MM)))
    return font
