"""Where the dialog builds its sheets: in a project that lives for one picture, or in the user's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject, QgsVectorSimplifyMethod
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from ..cartography.sheet import build_sheet
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import Sheet, SheetRequest
from ..core.exceptions import AsmAtlasError, SheetError
from .layer_guesses import SHEET_LAYER

MM_PER_INCH = 25.4
# Of the candidates for names inside polygons QGIS tries 2.5 per square centimetre of paper: on an A0
# sheet that is nine tenths of the time of a preview, in which these names hardly move.
_QUICK_CANDIDATES = 0.05


@contextmanager
def private_sheet(layers: SheetLayers, request: SheetRequest, quick: bool = False) -> Iterator[Sheet]:
    """The sheet in a project of its own, both gone afterwards; quick places names more coarsely.

    Raises AsmAtlasError with a sentence.
    """
    project = QgsProject()
    if quick:
        settings = project.labelingEngineSettings()
        settings.setMaximumPolygonCandidatesPerCmSquared(_QUICK_CANDIDATES)
        project.setLabelingEngineSettings(settings)
    sheet = None
    sentence = ""
    try:
        sheet = build_sheet(layers, request, project)
    except AsmAtlasError as error:
        sentence = str(error)
    if sheet is None:
        # Raised anew: the first traceback would keep a half-built layout alive longer than its project.
        raise SheetError(sentence)
    try:
        yield sheet
    finally:
        sip.delete(sheet.layout)  # a layout that outlives its project crashes QGIS
        sip.delete(project)


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
