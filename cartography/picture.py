"""What pictures of clusters share: a PNG or SVG written whole, sizes in mm, words, and sites as signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsMarkerSymbol, QgsRenderContext
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPaintDevice, QPainter, QPen
from qgis.PyQt.QtSvg import QSvgGenerator

from ..core.exceptions import SheetError
from ..core.wording import say
from .class_style import class_symbol
from .fonts import MM_PER_PT, sheet_font, wrap
from .theme import Theme
from .theme_classes import ThemeClass, theme_classes
from .whole_file import whole_file

FORMATS = (".png", ".svg")
DOTS_PER_MM = 12.0  # 300 dpi
GAP_MM = 4.0
TITLE_PT, TEXT_PT, SMALL_PT = 11.0, 8.5, 7.5
LINE_MM, TITLE_LINE_MM = TEXT_PT * MM_PER_PT * 1.25, 5.2
INK, FAINT = "#222222", "#888888"
_SIGN_SCALE, _LEFT_OUT_OPACITY = 0.6, 0.4


def check_ending(path: Path) -> None:
    """Raises SheetError for a file that is neither PNG nor SVG."""
    if path.suffix.lower() not in FORMATS:
        raise SheetError(say("{0} must end in .png or .svg; choose one of these.", path.name))


def write_picture(
    path: Path, width: float, height: float, title: str, paint: Callable[[QPainter], None]
) -> None:
    """Write a picture of width x height mm as PNG or SVG, by the ending of the path, whole or not at all.

    paint: draws in dots, DOTS_PER_MM of them. Raises SheetError for another ending or where the file cannot be
    written.
    """
    check_ending(path)
    size = QSize(round(width * DOTS_PER_MM), round(height * DOTS_PER_MM))
    with whole_file(path) as part:
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(part))
            generator.setSize(size)
            generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
            generator.setTitle(title)
            _paint_on(generator, size, paint)
            return
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDotsPerMeterX(round(DOTS_PER_MM * 1000))
        image.setDotsPerMeterY(round(DOTS_PER_MM * 1000))
        _paint_on(image, size, paint)
        if not image.save(str(part), "PNG"):
            raise SheetError(say("{0} cannot be written; choose another file or folder.", path.name))


def _paint_on(device: QPaintDevice, size: QSize, paint: Callable[[QPainter], None]) -> None:
    """Paint on white: in programs with a dark ground nobody could read an SVG without it."""
    painter = QPainter(device)
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), QColor("#ffffff"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        paint(painter)
    finally:
        painter.end()


def title_lines(title: str, width: float) -> list[str]:
    """The title cut to the width of a picture (mm)."""
    return wrap(title, sheet_font(TITLE_PT, bold=True), width - 2 * GAP_MM)


def note_lines(notes: Sequence[str], width: float) -> list[str]:
    """The notes cut to the width of a picture (mm)."""
    return [line for note in notes for line in wrap(note, sheet_font(TEXT_PT), width - 2 * GAP_MM)]


def draw_title(painter: QPainter, lines: Sequence[str], width: float) -> None:
    """Title lines at the top of a picture."""
    painter.setFont(font(TITLE_PT, bold=True))
    for place, line in enumerate(lines):
        draw_text(painter, QRectF(GAP_MM, GAP_MM + place * TITLE_LINE_MM, width, 6), line)


def draw_notes(painter: QPainter, lines: Sequence[str], top: float, width: float) -> None:
    """Note lines from `top` (mm) on."""
    painter.setFont(font(TEXT_PT))
    for place, line in enumerate(lines):
        draw_text(painter, QRectF(GAP_MM, top + place * LINE_MM, width, 5), line)


def draw_text(
    painter: QPainter, box: QRectF, text: str, flags=Qt.AlignmentFlag.AlignLeft, colour: str = INK
) -> None:
    """A line of text in a box (mm), in the painter's font; it may run beyond the box."""
    pen = painter.pen()
    painter.setPen(QColor(colour))
    painter.drawText(in_dots(box), int(flags) | int(Qt.TextFlag.TextDontClip), text)
    painter.setPen(pen)


def line_pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen of a width in mm."""
    return QPen(QColor(colour), width * DOTS_PER_MM, style)


def in_dots(box: QRectF) -> QRectF:
    """A box in mm as dots."""
    return QRectF(*(side * DOTS_PER_MM for side in (box.x(), box.y(), box.width(), box.height())))


def font(size_pt: float, bold: bool = False) -> QFont:
    """The typeface of sheets, in dots."""
    found = sheet_font(size_pt, bold)
    found.setPixelSize(max(1, round(size_pt * MM_PER_PT * DOTS_PER_MM)))
    return found


def classes_by_code(theme: Theme) -> dict[int, ThemeClass]:
    """The classes of a theme on lisa_cluster by their codes, in the order of the legend; the rest is UNDEFINED."""
    from ..core.clusters.categories import UNDEFINED

    return {
        code: entry
        for entry in theme_classes(theme)
        for code in (entry.when[0]["lisa_cluster"] if entry.when else [UNDEFINED])
    }


def sign_of(theme: Theme, entry: ThemeClass, language: str) -> QgsMarkerSymbol:
    """The sign of a class, smaller than on a sheet; sites left out are pale, as they are often the most."""
    symbol = class_symbol(theme, entry, language, _SIGN_SCALE)
    if not entry.when:
        symbol.setOpacity(_LEFT_OUT_OPACITY)
    return symbol


def sign_context(painter: QPainter) -> QgsRenderContext:
    """What signs are drawn with; in an SVG they are shapes, not small images."""
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(DOTS_PER_MM)
    is_svg = isinstance(painter.device(), QSvgGenerator)
    context.setFlag(Qgis.RenderContextFlag.ForceVectorOutput, is_svg)
    return context


def draw_signs(
    painter: QPainter, theme: Theme, language: str, sites: Iterable[tuple[int, float, float]]
) -> None:
    """Sites (code of lisa_cluster, x and y in mm) in the signs of their classes, by the order of these.

    A sign is larger where several sites of a class share a place.
    """
    context = sign_context(painter)
    counted = Counter((int(code), round(x, 4), round(y, 4)) for code, x, y in sites)
    drawn: dict[int, dict[int, list[QPointF]]] = {}
    for (code, x, y), n in counted.items():
        drawn.setdefault(code, {}).setdefault(n, []).append(QPointF(x, y) * DOTS_PER_MM)
    for code, entry in sorted(classes_by_code(theme).items(), key=lambda one: one[1].order):
        _draw_class(context, sign_of(theme, entry, language), drawn.get(code, {}))


def _draw_class(
    context: QgsRenderContext, sign: QgsMarkerSymbol, places: Mapping[int, Sequence[QPointF]]
) -> None:
    """The sites of a class; places by how many sites share them, those of the most first."""
    for n in sorted(places, reverse=True):
        symbol = sign.clone()
        symbol.setSize(sign.size() * n**0.25)
        symbol.startRender(context)
        for point in places[n]:
            symbol.renderPoint(point, None, context)
        symbol.stopRender(context)
