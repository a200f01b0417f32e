"""Maps in SVG cut at their frames: QGIS writes what lies beyond too, since its SVG knows no clipping."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayoutItemMap
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtXml import QDomDocument

from ..core.exceptions import SheetError
from ..core.wording import say

_BESIDE_THE_MAP = ("Grids", "Frame")  # parts of a map item that reach over its edge
_MM_PER_INCH = 25.4


def clip_maps(path: Path, maps: list[QgsLayoutItemMap], dpi: float) -> None:
    """Give the layers of maps a clip path. The SVG must have been exported in layers; they are named by the map."""
    document = QDomDocument()
    if not document.setContent(path.read_bytes())[0]:
        raise SheetError(say("{0} was not made: it cannot be read again to cut its maps.", path.name))
    root = document.documentElement()
    root.removeAttribute("baseProfile")  # Tiny has no clip paths
    root.setAttribute("version", "1.1")
    definitions = root.firstChildElement("defs")
    names = {}
    for number, item in enumerate(maps):
        names[item.id()] = f"map{number}"
        definitions.appendChild(_clip_path(document, names[item.id()], item.sceneBoundingRect(), dpi))
    group = root.firstChildElement("g")
    while not group.isNull():
        owner, _, part = group.attribute("inkscape:label").partition(": ")
        if owner in names and part not in _BESIDE_THE_MAP:
            group.setAttribute("clip-path", f"url(#{names[owner]})")
        group = group.nextSiblingElement("g")
    path.write_bytes(bytes(document.toByteArray(0)))


def _clip_path(document: QDomDocument, name: str, box: QRectF, dpi: float):
    """A rectangle (in mm of the page) in the pixels that the SVG counts in."""
    path, rectangle = document.createElement("clipPath"), document.createElement("rect")
    path.setAttribute("id", name)
    for side, value in (("x", box.x()), ("y", box.y()), ("width", box.width()), ("height", box.height())):
        rectangle.setAttribute(side, f"{value * dpi / _MM_PER_INCH:.2f}")
    path.appendChild(rectangle)
    return path
