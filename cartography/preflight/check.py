"""The whole pre-flight of a sheet, or of any print layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from qgis.core import QgsApplication, QgsPrintLayout

from ...core.exceptions import SheetError
from ..displaced_sites import LEADERS
from ..page import KeyEntry
from ..sheet_request import Sheet
from . import colours, fonts, frames, items, legends, raster, statements
from .drawn import in_view, maps_and_layers
from .finding import ERROR, PreflightFinding, errors_of

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
    return _all(check_steps(sheet, dpi, has_picture))


def check_steps(sheet: Sheet, dpi: float, has_picture: bool = True) -> Iterator[list[PreflightFinding]]:
    """The work of check_sheet in steps, so that a window can live between them; each yields what it found."""

    def ids(roles: set[str]) -> set[str]:
        return {layer.id() for role, layer in sheet.layers.items() if role in roles}

    # Of the main map and of each inset: lines to sites that were moved aside.
    leaders = ids({role for role in sheet.layers if role.endswith(LEADERS)})
    unexplained = ids(_NOT_IN_LEGEND) | leaders
    known = _Known(
        ids(_MADE_BY_US) | leaders, ids(_FAINT), unexplained, sheet.entries, sheet.ground.sites.id()
    )
    return _steps(sheet.layout, dpi, has_picture, known)


def check_layout(layout: QgsPrintLayout, dpi: float, has_picture: bool = True) -> list[PreflightFinding]:
    """The same for a print layout that is not one of our sheets."""
    return _all(_steps(layout, dpi, has_picture, _Known()))


def errors_first(findings: list[PreflightFinding]) -> list[PreflightFinding]:
    """The findings, those that stop an export first."""
    return sorted(findings, key=lambda finding: finding.severity != ERROR)


def _all(steps: Iterator[list[PreflightFinding]]) -> list[PreflightFinding]:
    return errors_first([finding for found in steps for finding in found])


def _steps(
    layout: QgsPrintLayout, dpi: float, has_picture: bool, known: _Known
) -> Iterator[list[PreflightFinding]]:
    drawn = []
    for item, layer in maps_and_layers(layout):
        drawn.append(in_view(item, layer))
        yield []
    rasterised = raster.rasterised(layout)
    rules: tuple[Callable[[], Iterable[PreflightFinding]], ...] = (
        lambda: frames.frames(layout, drawn),
        lambda: items.pictures(layout),
        lambda: fonts.fonts(layout, drawn),
        lambda: items.overflow(layout),
        lambda: items.off_page(layout),
        lambda: items.overlaps(layout),
        lambda: items.html_frames(layout),
        lambda: statements.scales(layout),
        lambda: statements.projections(layout),
        lambda: statements.sources(layout, known.derived),
        lambda: rasterised,
        lambda: raster.memory(layout, dpi, has_picture, rasterised),
        lambda: legends.legends(layout, drawn, known.not_in_legend),
        lambda: legends.idle_entries(layout, drawn, known.entries, known.sites),
        lambda: colours.colour_vision(drawn),
        lambda: colours.contrast(drawn, known.faint),
        lambda: colours.text_contrast(layout),
    )
    for found in rules:
        yield list(found())


def refuse(findings: list[PreflightFinding]) -> None:
    """Raise SheetError with the sentences of all errors; do nothing where there is none."""
    errors = errors_of(findings)
    if errors:
        raise SheetError(" ".join(finding.sentence(ui_language()) for finding in errors))


def ui_language() -> str:
    """The language of sentences on the screen: French where QGIS is French, else English."""
    return "fr" if QgsApplication.locale().startswith("fr") else "en"
