"""Letters in SVG as outlines: a reader's machine need not have the font of the sheet."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QFont, QGlyphRun, QPainterPath, QTextLayout
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..core.exceptions import SheetError
from ..core.wording import say
from .fonts import NO_LIGATURES

_EM_PX = 200  # at which glyphs are drawn: large enough that hinting does not matter
_BOLD_FROM = 600
_KEPT = ("fill", "fill-opacity", "stroke", "opacity", "transform")
_COMMANDS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: " ",
}


def outline_texts(path: Path) -> None:
    """Put glyphs in the place of every text; what it says stays as its aria-label.

    Each glyph is drawn once and used wherever it stands. Raises SheetError when the file is no XML.
    """
    document = QDomDocument()
    if not document.setContent(path.read_bytes())[0]:
        raise SheetError(say("{0} was not made: it cannot be read again to outline its letters.", path.name))
    found = document.elementsByTagName("text")
    texts = [found.at(place).toElement() for place in range(found.count())]
    glyphs: dict[tuple[str, str, int], str] = {}
    definitions = document.documentElement().firstChildElement("defs")
    for text in texts:
        text.parentNode().replaceChild(_outlined(document, text, glyphs, definitions), text)
    path.write_bytes(bytes(document.toByteArray(0)))


def _outlined(
    document: QDomDocument,
    text: QDomElement,
    glyphs: dict[tuple[str, str, int], str],
    definitions: QDomElement,
) -> QDomElement:
    size = float(text.attribute("font-size"))
    outer, inner = document.createElement("g"), document.createElement("g")
    for name in _KEPT:
        if text.hasAttribute(name):
            outer.setAttribute(name, text.attribute(name))
    outer.setAttribute("aria-label", text.text())
    inner.setAttribute(
        "transform", f"translate({text.attribute('x')},{text.attribute('y')}) scale({size / _EM_PX:.5f})"
    )
    outer.appendChild(inner)
    layout = QTextLayout(text.text(), _font(text))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        face = run.rawFont()
        for glyph, position in zip(run.glyphIndexes(), run.positions()):
            key = (face.familyName(), face.styleName(), glyph)
            if key not in glyphs:
                glyphs[key] = f"glyph{len(glyphs)}"
                definitions.appendChild(_glyph(document, glyphs[key], run, glyph))
            use = document.createElement("use")
            use.setAttribute("xlink:href", f"#{glyphs[key]}")
            use.setAttribute("x", f"{position.x():.1f}")
            use.setAttribute("y", f"{position.y() - line.ascent():.1f}")
            inner.appendChild(use)
    return outer


def _font(text: QDomElement) -> QFont:
    font = QFont(text.attribute("font-family"))
    font.setPixelSize(_EM_PX)
    font.setBold(int(text.attribute("font-weight", "400")) >= _BOLD_FROM)
    font.setItalic(text.attribute("font-style") != "normal")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, NO_LIGATURES)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _glyph(document: QDomDocument, name: str, run: QGlyphRun, glyph: int) -> QDomElement:
    outline = run.rawFont().pathForGlyph(glyph)
    parts = []
    for place in range(outline.elementCount()):
        element = outline.elementAt(place)
        parts.append(f"{_COMMANDS[element.type]}{element.x:.1f} {element.y:.1f}")
    path = document.createElement("path")
    path.setAttribute("id", name)
    path.setAttribute("d", "".join(parts))
    return path
