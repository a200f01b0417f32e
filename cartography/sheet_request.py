"""What a sheet is asked to be, and what it became."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsVectorLayer

from .recipe import Recipe
from .sheet_layers import Ground
from .theme import Theme

AUTO = "auto"


@dataclass(frozen=True)
class SheetRequest:
    """What the user asks for; empty texts are filled in by the sheet."""

    area: str = ""
    name_field: str = ""
    recipe: str = "province"
    paper: str = "A0"
    orientation: str = AUTO
    theme: str = "mine_glyph"
    language: str = "en"
    title: str = ""
    subtitle: str = ""
    credits: str = ""
    logo: str = ""
    map_id: str = ""
    version: str = "1"
    plugin_version: str = ""
    created: dt.datetime | None = None


@dataclass(frozen=True)
class KeyEntry:
    """A line of the key: its section, the layout item with its words, and the features it explains.

    shows: expression that holds for the features drawn with it. layer: their layer's id; "" for the sites.
    """

    section: str
    item: str
    label: str
    shows: str
    layer: str = ""


@dataclass
class Sheet:
    """A built sheet, ready to be exported or opened in the designer."""

    request: SheetRequest
    recipe: Recipe
    theme: Theme
    layout: QgsPrintLayout
    main: QgsLayoutItemMap
    layers: dict[str, QgsVectorLayer]
    ground: Ground
    title: str
    orientation: str
    scale: int
    crs: str
    map_id: str
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    entries: list[KeyEntry] = field(default_factory=list)
    # Sites by what became of them, where the sheet does it: displaced, in_insets, indexed.
    site_counts: dict[str, int] = field(default_factory=dict)
