"""The font that ships with the plugin: registration, sizes in millimetres, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import (
    QgsFontUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLegendStyle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF

from ..core.escaping import printable
from ..core.exceptions import SheetError
from ..core.wording import say

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
FAMILY = "Lato"
MM_PER_PT = 25.4 / 72
LINE_HEIGHT = 1.2  # of the type size; ascent + descent of Lato
NO_LIGATURES = 0.02  # Qt counts in 64ths: less is nothing
# Blanks where a line may end: French sets one before its marks, and no line begins with such a mark.
_BREAKS = re.compile(r"(?<![=«])[ \t]+(?![:;!?%»=](?:\s|$))")
_JOINTS = "_-/."
_MEASURE_PX = 200  # large enough that hinting does not matter

_registered: list[int] = []
_family = [FAMILY]  # the innermost last; sheets are built one at a time, on the main thread


def register_fonts() -> None:
    """Make the bundled faces known to Qt, once a process.

    Raises SheetError when a face cannot be loaded: another font would shift the whole sheet.
    """
    if _registered:
        return
    for path in sorted(FONTS.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise SheetError(say("The font file {0} cannot be loaded; install the plugin again.", path.name))
        _registered.append(number)


def release_fonts() -> None:
    """Have Qt forget the bundled faces (when the plugin is unloaded)."""
    while _registered:
        QFontDatabase.removeApplicationFont(_registered.pop())


def is_installed(family: str) -> bool:
    """Whether this machine, or the plugin, has a font family."""
    return QgsFontUtils.fontFamilyMatchOnSystem(family)[0]


def set_label_font(item: QgsLayoutItemLabel, font: QFont, colour: QColor | None = None) -> None:
    """Set the text of a layout label in a font, and in a colour where one is given."""
    if hasattr(item, "setTextFormat"):  # from QGIS 3.24 on
        style = _in_font(item.textFormat(), font)
        if colour is not None:
            style.setColor(colour)
        item.setTextFormat(style)
        return
    item.setFont(font)
    if colour is not None:
        item.setFontColor(colour)


def set_legend_font(legend: QgsLayoutItemLegend, part: QgsLegendStyle.Style, font: QFont) -> None:
    """Set a part of a layout legend in a font."""
    style = legend.style(part)
    if hasattr(style, "setTextFormat"):  # from QGIS 3.30 on
        style.setTextFormat(_in_font(style.textFormat(), font))
    else:
        style.setFont(font)
    legend.setStyle(part, style)


def _in_font(style: QgsTextFormat, font: QFont) -> QgsTextFormat:
    style.setFont(font)
    style.setSize(font.pointSizeF())
    style.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    return style


@contextmanager
def typeface(family: str) -> Iterator[None]:
    """Have sheets set in another family than the plugin's own; '' is the own one.

    Raises SheetError when the machine does not have it: Qt would take just any other.
    """
    register_fonts()
    if family and not is_installed(family):
        raise SheetError(
            say(
                "The font '{0}' is not installed; install it, or choose another under Settings > "
                "Options > ASM Atlas.",
                family,
            )
        )
    _family.append(family or FAMILY)
    try:
        yield
    finally:
        _family.pop()


def sheet_font(size_pt: float, bold: bool = False, italic: bool = False) -> QFont:
    """The sheet's typeface in a size in points."""
    register_fonts()
    font = QFont(_family[-1])
    font.setPointSizeF(size_pt)
    font.setBold(bold)
    font.setItalic(italic)
    # Any letter spacing makes Qt set no ligatures: Lato's "ti" and "tt" cannot be searched in a PDF.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, NO_LIGATURES)
    return font


def text_width_mm(text: str, font: QFont) -> float:
    """Width of one line of text, in mm."""
    large = QFont(font)
    large.setPixelSize(_MEASURE_PX)
    return QFontMetricsF(large).horizontalAdvance(text) / _MEASURE_PX * font.pointSizeF() * MM_PER_PT


def line_height_mm(font: QFont) -> float:
    """Distance between base lines, in mm."""
    if font.family() == FAMILY:
        return font.pointSizeF() * MM_PER_PT * LINE_HEIGHT
    large = QFont(font)
    large.setPixelSize(_MEASURE_PX)
    return font.pointSizeF() * MM_PER_PT * QFontMetricsF(large).height() / _MEASURE_PX


def wrap(text: str, font: QFont, width_mm: float) -> list[str]:
    """The text cut into lines no wider than width_mm; words longer than that are cut too."""
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in _BREAKS.split(paragraph.strip()):
            longer = f"{line} {word}" if line else word
            if text_width_mm(longer, font) <= width_mm:
                line = longer
                continue
            if line:
                lines.append(line)
            while (cut := _cut(word, font, width_mm)) < len(word):
                lines.append(word[:cut])
                word = word[cut:]
            line = word
        lines.append(line)
    return lines


def _cut(word: str, font: QFont, width_mm: float) -> int:
    """How many letters of a long word go on a line: up to a joint of its parts, as of file names, if there is one.

    Only beginnings not much longer than the line are measured: words of thousands of letters would take minutes.
    """
    fits, fails = 1, 2
    while fails < len(word) and text_width_mm(word[:fails], font) <= width_mm:
        fits, fails = fails, 2 * fails
    if fails >= len(word):
        if len(word) <= 1 or text_width_mm(word, font) <= width_mm:
            return len(word)
        fails = len(word)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        fits, fails = (middle, fails) if text_width_mm(word[:middle], font) <= width_mm else (fits, middle)
    joint = max(word.rfind(mark, 0, fits) for mark in _JOINTS) + 1
    return joint if joint > fits / 2 else fits
