"""The whole pre-flight of a sheet, or of any print layout."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsApplication, QgsPrintLayout

from ...core.exceptions import SheetError
from ..displaced_sites import LEADERS
from ..page import KeyEntry
from ..sheet_request import Sheet
from . import colours, fonts, frames, items, legends, raster, statements
from .drawn import drawn_layers
from .finding import PreflightFinding, errors_of

# Layers of a sheet by what the rules need to know of their role.
_MADE_BY_US = {"outside", "locator_area", "locator_provinces", "focus"}  # of layers that are drawn anyhow
_FAINT = {"outside", "countries", "lakes", "rivers", "roads", "provinces", "territories", "towns"}
_NAMES = {"province_names", "territory_names"}
_NOT_IN_LEGEND = {"outside", "countries", "locator_provinces", "locator_area", "focus"} | _NAMES


@dataclass(frozen=True)
class _Known:
    """What is known of a layout beside itself: ids of layers with a role, lines of the key."""

    derived: set[str] = field(default_factory=set)
    faint: set[str] = field(default_factory=set)
    not_in_legend: set[str] = field(default_factory=set)
    entries: list[KeyEntry] = field(default_factory=list)
    sites: str = ""


def check_sheet(sheet: Sheet, dpi: float, has_picture: bool = True) -> list[PreflightFinding]:
    """Everything found on a sheet, errors first; also after its layout was changed by hand.

    dpi: of the export. has_picture: whether a PNG will be made, which takes memory for every pixel.
    Whether names find room is known only after the export: see label_loss.
    """

    def ids(roles: set[str]) -> set[str]:
        return {layer.id() for role, layer in sheet.layers.items() if role in roles}

    # Of the main map and of each inset: lines to sites that were moved aside.
    leaders = ids({role for role in sheet.layers if role.endswith(LEADERS)})
    unexplained = ids(_NOT_IN_LEGEND) | leaders
    known = _Known(ids(_MADE_BY_US), ids(_FAINT), unexplained, sheet.entries, sheet.ground.sites.id())
    return _findings(sheet.layout, dpi, has_picture, known)


def check_layout(layout: QgsPrintLayout, dpi: float, has_picture: bool = True) -> list[PreflightFinding]:
    """The same for a print layout that is not one of our sheets."""
    return _findings(layout, dpi, has_picture, _Known())


def _findings(layout: QgsPrintLayout, dpi: float, has_picture: bool, known: _Known) -> list[PreflightFinding]:
    drawn = drawn_layers(layout)
    rasterised = raster.rasterised(layout)
    found = [
        *frames.frames(layout, drawn),
        *items.pictures(layout),
        *fonts.fonts(layout, drawn),
        *items.overflow(layout),
        *items.off_page(layout),
        *items.overlaps(layout),
        *items.html_frames(layout),
        *statements.scales(layout),
        *statements.projections(layout),
        *statements.sources(layout, known.derived),
        *rasterised,
        *raster.memory(layout, dpi, has_picture, rasterised),
        *legends.legends(layout, drawn, known.not_in_legend),
        *legends.idle_entries(layout, drawn, known.entries, known.sites),
        *colours.colour_vision(drawn),
        *colours.contrast(layout, drawn, known.faint),
    ]
    errors = errors_of(found)
    return [*errors, *(finding for finding in found if finding not in errors)]


def refuse(findings: list[PreflightFinding]) -> None:
    """Raise SheetError with the sentences of all errors; do nothing where there is none."""
    errors = errors_of(findings)
    if errors:
        raise SheetError(" ".join(finding.sentence(ui_language()) for finding in errors))


def ui_language() -> str:
    """The language of sentences on the screen: French where QGIS is French, else English."""
    return "fr" if QgsApplication.locale().startswith("fr") else "en"
