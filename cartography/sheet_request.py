"""What a sheet is asked to be, and what it became."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsVectorLayer

from .page import KeyEntry
from .recipe import Recipe
from .sheet_ground import Ground
from .theme import Theme
from .themed import ThemedLayer

if TYPE_CHECKING:
    from .furniture import Furniture

AUTO = "auto"
DEFAULT_DPI = 300


@dataclass(frozen=True)
class SheetRequest:
    """What the user asks for; empty texts are filled in by the sheet."""

    area: str = ""
    pcode: str = ""
    name_field: str = ""
    recipe: str = "province"
    recipe_file: str = ""
    paper: str = AUTO
    orientation: str = AUTO
    theme: str = "mine_glyph"
    language: str = "en"
    title: str = ""
    subtitle: str = ""
    credits: str = ""
    logo: str = ""
    organisation: str = ""  # name and address
    disclaimer: str = ""
    licence: str = ""
    hand_changes: str = ""  # JSON of cartography/hand_changes.py
    font: str = ""  # family; empty: the plugin's own
    map_id: str = ""
    address: str = ""  # where the latest version is found; printed with a QR code
    dpi: float = DEFAULT_DPI  # at which names are placed
    version: str = "1"
    plugin_version: str = ""
    created: dt.datetime | None = None


@dataclass
class Sheet:
    """A built sheet, ready to be exported or opened in the designer."""

    request: SheetRequest
    recipe: Recipe
    theme: Theme
    layout: QgsPrintLayout
    frames: dict[str, QgsLayoutItemMap]  # by name, the main map first
    layers: dict[str, QgsVectorLayer]
    looks: dict[str, ThemedLayer]  # by name of the layer: what a theme says of it
    ground: Ground
    title: str
    orientation: str
    scale: int
    crs: str
    map_id: str
    words: dict[str, str]  # what the placeholders of titles stand for
    sources: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)  # roles of layers that only blocks show
    notes: list[str] = field(default_factory=list)
    entries: list[KeyEntry] = field(default_factory=list)
    furniture: Furniture | None = None  # what became of the sites of the main map

    @property
    def main(self) -> QgsLayoutItemMap:
        return self.frames["main"]
