"""Sheets for the designer: one that lives while it is shown, or one in the user's project."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorSimplifyMethod

from ..cartography.hand_changes import make_changes, remember_built
from ..cartography.sheet import build_sheet, private_sheet
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import Sheet, SheetRequest
from ..core.exceptions import AsmAtlasError, SheetError
from .layer_guesses import SHEET_LAYER


class LiveSheet:
    """A sheet in a project of its own that stays until it is closed. Raises AsmAtlasError with a sentence."""

    def __init__(self, layers: SheetLayers, request: SheetRequest) -> None:
        self._stack = ExitStack()
        self.sheet: Sheet = self._stack.enter_context(private_sheet(layers, request, quick=True))
        simplified = QgsVectorSimplifyMethod()  # to the pixel; else national borders take seconds
        simplified.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
        self.sheet.layout.renderContext().setSimplifyMethod(simplified)

    def close(self) -> None:
        """Delete the layout and its project; nothing may show it any more."""
        self._stack.close()


def item_text(sheet: Sheet, item_id: str) -> str:
    """The text of a label on the sheet; '' where a hand has taken it away."""
    item = sheet.layout.itemById(item_id)
    return item.text() if item is not None else ""


def add_sheet(layers: SheetLayers, request: SheetRequest, project: QgsProject) -> QgsPrintLayout:
    """Build the sheet in the user's project: its layers in a hidden group, its layout in the manager.

    Changes by hand that are kept for it are made on it. Raises AsmAtlasError with a sentence; then the project
    is as it was.
    """
    before = set(project.mapLayers())
    sheet = None
    sentence = ""
    try:
        sheet = build_sheet(layers, replace(request, hand_changes=""), project)
        remember_built(sheet)  # so that what is taken back later holds the older changes too
        make_changes(sheet, request.hand_changes)
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
