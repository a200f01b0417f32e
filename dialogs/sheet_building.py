"""Sheets for the dialog: a picture of one, or one in the user's project."""

from __future__ import annotations

from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject, QgsVectorSimplifyMethod
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from ..cartography.sheet import build_sheet
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import Sheet, SheetRequest
from ..core.exceptions import AsmAtlasError, SheetError
from .layer_guesses import SHEET_LAYER

MM_PER_INCH = 25.4


def page_image(sheet: Sheet, long_side_px: int) -> QImage:
    """The sheet's page as a picture. Raises SheetError when there is no memory for it."""
    size = sheet.layout.pageCollection().page(0).pageSize()
    dpi = long_side_px / max(size.width(), size.height()) * MM_PER_INCH
    simplified = QgsVectorSimplifyMethod()  # to the pixel; else national borders take seconds
    simplified.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    sheet.layout.renderContext().setSimplifyMethod(simplified)
    image = QgsLayoutExporter(sheet.layout).renderPageToImage(0, QSize(), dpi)
    if image.isNull():
        raise SheetError("There is not enough memory for the preview; close other programs and try again.")
    return image


def item_text(sheet: Sheet, item_id: str) -> str:
    """The text of a label on the sheet."""
    return sheet.layout.itemById(item_id).text()


def add_sheet(layers: SheetLayers, request: SheetRequest, project: QgsProject) -> QgsPrintLayout:
    """Build the sheet in the user's project: its layers in a hidden group, its layout in the manager.

    Raises AsmAtlasError with a sentence; then the project is as it was.
    """
    before = set(project.mapLayers())
    sheet = None
    sentence = ""
    try:
        sheet = build_sheet(layers, request, project)
    except AsmAtlasError as error:
        sentence = str(error)
    added = [layer_id for layer_id in project.mapLayers() if layer_id not in before]
    if sheet is None:
        project.removeMapLayers(added)
        raise SheetError(sentence)
    group = project.layerTreeRoot().insertGroup(0, f"ASM Atlas: {sheet.title}")
    for layer in sheet.layers.values():
        layer.setCustomProperty(SHEET_LAYER, True)
        group.addLayer(layer)
    # The layout's maps hold their own layers; on the canvas they would lie over the user's.
    group.setItemVisibilityChecked(False)
    group.setExpanded(False)
    manager = project.layoutManager()
    name, number = sheet.title, 2
    while manager.layoutByName(name) is not None:
        name, number = f"{sheet.title} ({number})", number + 1
    sheet.layout.setName(name)
    manager.addLayout(sheet.layout)
    return sheet.layout
