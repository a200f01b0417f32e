"""Sheets for the designer: one that lives while it is shown, or one in the user's project."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorSimplifyMethod
from qgis.PyQt import sip

from ..cartography.draft import Draft
from ..cartography.fonts import typeface
from ..cartography.hand_changes import make_changes, remember_built
from ..cartography.rewrite import rewrite
from ..cartography.sheet import build_sheet, private_project, sheet_steps
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import Sheet, SheetRequest
from ..core.exceptions import AsmAtlasError, SheetError
from .layer_guesses import SHEET_LAYER


class LiveSheet:
    """A sheet in a project of its own that stays until it is closed.

    It grows by steps; draft is there when its first page is whole, which can be shown from then on.
    """

    def __init__(self, layers: SheetLayers, request: SheetRequest) -> None:
        self.draft: Draft | None = None
        self.is_whole = False
        self._font = request.font
        self._project = private_project(quick=True)
        self._layout = QgsPrintLayout(self._project)
        simplified = QgsVectorSimplifyMethod()  # to the pixel; else national borders take seconds
        simplified.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
        self._layout.renderContext().setSimplifyMethod(simplified)
        self._steps = sheet_steps(layers, request, self._layout, quick=True)

    @property
    def sheet(self) -> Sheet:
        return self.draft.sheet

    def grow(self) -> bool:
        """Take a step; whether there may be another. Raises AsmAtlasError with a sentence."""
        with typeface(self._font):
            draft = next(self._steps, None)
            if draft is None and self.draft is not None:
                self.is_whole = True
                return False
        self.draft = draft
        return True

    def rewrite(self, request: SheetRequest) -> bool:
        """Write other words on the whole sheet; False when it must be built anew. Raises AsmAtlasError."""
        with typeface(self._font):
            draft = rewrite(self.draft, request)
        self.draft = draft or self.draft
        return draft is not None

    def close(self) -> None:
        """Delete the layout and its project; nothing may show it any more."""
        self._steps.close()
        sip.delete(self._layout)  # a layout that outlives its project crashes QGIS
        sip.delete(self._project)


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
