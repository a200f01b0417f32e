"""The main frame of a sheet: one map, or a row of small ones that share scale, ground and legend."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, replace

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from ..core.wording import say
from .draft import Draft
from .fonts import line_height_mm, sheet_font
from .layer_styles import styled_layers
from .map_frame import add_graticule, extent_in_degrees, graticule_interval, place_map, round_scale
from .recipe import MAIN, Box, LayerSpec
from .score_legend import score_legend
from .sheet_layers import role_words
from .site_styles import themed_points
from .styling import Styling

_GRATICULE_MM = 6.0  # room of the figures between small maps, on the base paper
_HEADING_LINES = 1.5


@dataclass(frozen=True)
class Panel:
    """One map of the main frame. argument: what it shows of its theme, such as a dimension."""

    name: str
    box: Box
    argument: str = ""
    heading: str = ""


def main_panels(styling: Styling, box: Box, extent: QgsRectangle, factor: float) -> list[Panel]:
    """The panels of the main frame in its box; a plain map is the only one.

    Raises SheetError when small maps are asked for of a layer that has no dimension.
    """
    if styling.recipe.main["kind"] == "map":
        return [Panel(MAIN, box)]
    spec = multiplied(styling)
    layer = styling.given(spec.role)
    if layer is None:
        raise SheetError(
            say(
                "The recipe '{0}' needs a layer of {1}; choose one.", styling.recipe.id, role_words(spec.role)
            )
        )
    words = score_legend(layer, styling.theme, styling.request.language).dimensions
    if not words:
        raise SheetError(say("The layer '{0}' has no level; use the output of 'Scorecard'.", layer.name()))
    heading_mm = _HEADING_LINES * line_height_mm(sheet_font(styling.type_pt["heading"], bold=True))
    boxes = _grid(box, len(words), extent.width() / extent.height(), _GRATICULE_MM * factor, heading_mm)
    names = [MAIN, *list(words)[1:]]
    return [
        Panel(name, panel, dimension, heading)
        for name, panel, (dimension, heading) in zip(names, boxes, words.items())
    ]


def multiplied(styling: Styling) -> LayerSpec:
    """The layer that differs from small map to small map: the first with a theme."""
    specs = [spec for spec in styling.recipe.layers() if spec.theme]
    if not specs:
        raise SheetError(
            say("The recipe '{0}' has small maps but no layer with a theme; give it one.", styling.recipe.id)
        )
    return specs[0]


def _grid(box: Box, n: int, shape: float, gap: float, heading: float) -> list[Box]:
    """n boxes in rows, in which an area of this shape (width to height) is drawn as large as can be."""

    def cell(columns: int) -> tuple[float, float]:
        rows = math.ceil(n / columns)
        return (box.width - gap * (columns - 1)) / columns, (box.height - gap * (rows - 1)) / rows - heading

    def size(columns: int) -> float:
        width, height = cell(columns)
        return min(width / shape, height) if min(width, height) > 0 else 0.0

    columns = max(range(1, n + 1), key=size)
    width, height = cell(columns)
    places = [divmod(number, columns) for number in range(n)]
    return [
        Box(box.x + column * (width + gap), box.y + heading + row * (height + heading + gap), width, height)
        for row, column in places
    ]


def place_main(
    layout: QgsPrintLayout,
    panels: list[Panel],
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    styling: Styling,
    factor: float,
) -> Generator[None, None, tuple[dict[str, QgsLayoutItemMap], dict[str, QgsVectorLayer]]]:
    """The maps of the panels at one scale, and their layers by role, added to the layout's project; in steps."""
    project = layout.project()
    main = styling.recipe.main
    scale = round_scale(extent, panels[0].box, main["scale_steps"])
    frames = {
        panel.name: place_map(
            layout, "main_map" if panel.name == MAIN else panel.name, panel.box, crs, extent, scale
        )
        for panel in panels
    }
    degrees = extent_in_degrees(frames[MAIN], project.transformContext())
    styling = replace(styling, degrees=degrees)
    minutes = graticule_interval(degrees, main["graticule"]["minutes"], main["graticule"]["most_lines"])
    spec = multiplied(styling) if panels[0].argument else None
    shared = {}
    for role, layer in styled_layers(styling, but=spec.role if spec else ""):
        shared[role] = layer
        yield
    layers = dict(shared)
    for panel in panels:
        shown = list(shared.values())
        if spec is not None:
            own = themed_points(styling, spec, panel.argument)
            layers[f"{spec.role}_{panel.argument}"] = own
            shown.insert(0, own)
        item = frames[panel.name]
        item.setLayers(shown)
        item.setKeepLayerSet(True)
        item.setBackgroundColor(QColor(styling.theme.at("base.ground")))
        item.setFrameEnabled(True)
        add_graticule(item, minutes, styling.type_pt["grid"], factor, all_sides=spec is None)
    project.addMapLayers(list(layers.values()), False)
    return frames, layers


def panel_headings(draft: Draft, panels: list[Panel]) -> None:
    """What each small map shows, above it, with the number of sites that have a level."""
    font = sheet_font(draft.type_pt["heading"], bold=True)
    for panel in panels:
        if not panel.heading:
            continue
        layer = draft.sheet.layers[f"{multiplied_role(draft)}_{panel.argument}"]
        text = draft.texts["panel"].format(what=panel.heading, n=_with_level(layer, panel.argument))
        height = _HEADING_LINES * line_height_mm(font)
        draft.page.label(
            f"{panel.argument}_heading",
            text,
            Box(panel.box.x, panel.box.y - height - 0.4 * draft.mm, panel.box.width, height),
            font,
        )


def multiplied_role(draft: Draft) -> str:
    """The role of the layer that differs from small map to small map."""
    return next(spec.role for spec in draft.recipe.layers() if spec.theme)


def _with_level(layer: QgsVectorLayer, dimension: str) -> int:
    return sum(1 for _ in layer.getFeatures(f'"{dimension}_level" > 0'))
