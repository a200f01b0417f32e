"""The key of two indicators: a square that stands on its worst corner, with words and numbers of sites.

QGIS takes pictures as legends of layers: the key stands in the layer tree, in the project file and in the
legends of layouts, and needs no file beside the project.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsMarkerSymbol, QgsRenderContext
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from .fonts import sheet_font
from .symbols import PALE, luminance

_WIDTH, _MARGIN, _GAP = 340.0, 8.0, 6.0  # pixels of a screen; the picture may be drawn at a multiple
_SIDE = 112.0  # from the middle of the square to its corner
_TEXT_PX, _TITLE_PX = 12, 13
_PIXELS_IN_MM = 96 / 25.4
_INK, _PAPER = "#222222", "#ffffff"


@dataclass(frozen=True)
class PairKey:
    """words: of the dimension across and upwards. classes: words from the worst class to the best.

    colours, signs, counts: by (x class, y class), from 1, the worst. notes: a sign, or none, and a text each.
    """

    words: tuple[str, str]
    classes: tuple[str, ...]
    colours: Mapping[tuple[int, int], str]
    signs: Mapping[tuple[int, int], QgsMarkerSymbol]
    counts: Mapping[tuple[int, int], int]
    notes: tuple[tuple[QgsMarkerSymbol | None, str], ...]


def draw_pair_key(key: PairKey, scale: float = 1.0) -> QImage:
    """The key as a picture; scale 1 suits a screen, 4 a print."""
    half = _WIDTH / 2 - _MARGIN
    title, text = sheet_font(_TITLE_PX, bold=True), sheet_font(_TEXT_PX)
    title.setPixelSize(_TITLE_PX)
    text.setPixelSize(_TEXT_PX)
    wrapped = Qt.TextFlag.TextWordWrap
    box = QRectF(0, 0, half - 2 * _GAP, 1000)
    title_height = max(
        QFontMetricsF(title).boundingRect(box, wrapped, words).height() for words in _titles(key)
    )
    notes_top = _MARGIN + 2 * _SIDE + _GAP + title_height + _GAP
    note_box = QRectF(0, 0, _WIDTH - 2 * _MARGIN - 30, 1000)
    heights = [
        max(20.0, QFontMetricsF(text).boundingRect(note_box, wrapped, words).height() + 4)
        for _, words in key.notes
    ]
    height = notes_top + sum(heights) + _MARGIN
    image = QImage(
        QSize(round(_WIDTH * scale), round(height * scale)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor(_PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    try:
        _cells(painter, key, text)
        painter.setFont(title)
        painter.setPen(QColor(_INK))
        top = _MARGIN + 2 * _SIDE + _GAP
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        across, upwards = _titles(key)
        x_box = QRectF(_WIDTH / 2 + _GAP, top, box.width(), title_height)
        y_box = QRectF(_WIDTH / 2 - _GAP - box.width(), top, box.width(), title_height)
        painter.drawText(x_box, int(left) | int(wrapped), across)
        painter.drawText(y_box, int(right) | int(wrapped), upwards)
        painter.setFont(text)
        for (sign, words), note_height in zip(key.notes, heights):
            if sign is not None:
                _sign(painter, sign, QPointF(_MARGIN + 12, notes_top + note_height / 2))
            painter.setPen(QColor(_INK))
            place = QRectF(_MARGIN + 30, notes_top, note_box.width(), note_height)
            painter.drawText(place, int(left | Qt.AlignmentFlag.AlignVCenter) | int(wrapped), words)
            notes_top += note_height
    finally:
        painter.end()
    return image


def as_base64(image: QImage) -> str:
    """A picture as QGIS takes it in place of a path."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "base64:" + base64.b64encode(bytes(data)).decode("ascii")


def _titles(key: PairKey) -> tuple[str, str]:
    """The dimensions with an arrow to where it gets better."""
    return f"{key.words[0]} \u2197", f"\u2196 {key.words[1]}"


def _cells(painter: QPainter, key: PairKey, font) -> None:
    """The square on its corner; the worst of both is at the bottom, x rises to the right, y to the left."""
    n = len(key.classes)
    half = _SIDE / n
    bottom = QPointF(_WIDTH / 2, _MARGIN + 2 * _SIDE)
    painter.setFont(font)
    for (i, j), colour in key.colours.items():
        middle = bottom + QPointF((i - j) * half, -(i + j - 1) * half)
        corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        painter.setPen(QPen(QColor(_PAPER), 1.5))
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        _sign(painter, key.signs[(i, j)], middle - QPointF(0, half * 0.3))
        painter.setPen(QColor(_INK if luminance(QColor(colour)) > PALE else _PAPER))
        figure = QRectF(middle.x() - half, middle.y() + half * 0.08, 2 * half, half * 0.6)
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignCenter), str(key.counts[(i, j)]))
    painter.setPen(QColor(_INK))
    line = QFontMetricsF(font).height()
    room = _WIDTH / 2 - _MARGIN
    for place, words in enumerate(key.classes):
        # The middle of the cell's lower edge; the words stand beside it, outside the square.
        out, up = (place + 0.5) * half, (place + 0.5) * half
        right = bottom + QPointF(out + _GAP, -up + 2)
        width = room - out - _GAP
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        box = QRectF(right.x(), right.y(), width, 3 * line)
        painter.drawText(box, flags | int(Qt.AlignmentFlag.AlignLeft), words)
        box.moveRight(bottom.x() - out - _GAP)
        painter.drawText(box, flags | int(Qt.AlignmentFlag.AlignRight), words)


def _sign(painter: QPainter, symbol: QgsMarkerSymbol, middle: QPointF) -> None:
    """A sign in the size it has on the screen."""
    # In the pixels of the picture: QGIS keeps small signs as pictures, which a scaled painter would blur.
    scale = painter.transform().m11()
    painter.save()
    painter.resetTransform()
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(_PIXELS_IN_MM * scale)
    symbol.startRender(context)
    symbol.renderPoint(middle * scale, None, context)
    symbol.stopRender(context)
    painter.restore()
