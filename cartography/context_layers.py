"""The layers around the sites of a sheet, styled and labelled for its paper."""

from __future__ import annotations

from qgis.core import QgsNullSymbolRenderer, QgsPalLayerSettings, QgsRectangle, QgsVectorLayer

from .area_styles import area_label, areas_in_view, category_renderer, tells_categories
from .context_styles import area_renderer, base_renderer, label_layer, text_format
from .recipe import LayerSpec
from .relation_styles import ring_renderer
from .sheet_layers import (
    NAMES_OF,
    boundary_layer,
    find_field,
    outside_layer,
    private_copy,
    title_groups_in_view,
    values_in_view,
)
from .site_styles import told_relations
from .styling import Styling
from .symbols import quoted
from .title_styles import title_renderer

_PLACEMENT = QgsPalLayerSettings.Placement


def area_bands(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.near(spec.role)
    if layer is None:
        return None
    copy = private_copy(layer, styling.texts[spec.role])
    bands = values_in_view(layer, '"band"', styling.degrees)
    relations = told_relations(styling.layers)
    copy.setRenderer(ring_renderer(styling.request.language, bands, relations, styling.lines))
    return copy


def boundaries(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.near(spec.role)
    if layer is None:
        return None
    lines = boundary_layer(layer, styling.texts[spec.role], styling.degrees)
    lines.setRenderer(base_renderer(styling.theme, spec.role, styling.lines))
    return lines


def province_names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _names(styling, spec)
    if copy is None:
        return None
    name = styling.name_field(spec.role, copy)
    style = text_format(styling.type_pt["province"], "#8a7f90", buffer_mm=0, spacing_pt=2.5 * styling.spacing)
    expression = _spaced_capitals(name)
    if styling.ground.area is not None:
        wanted = quoted(styling.ground.name)
        expression = f"CASE WHEN lower({name}) = lower({wanted}) THEN '' ELSE {expression} END"
    label_layer(copy, expression, style, _PLACEMENT.Horizontal, priority=5, obstacle=False, is_coarse=True)
    return copy


def territory_names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _names(styling, spec)
    if copy is None:
        return None
    style = text_format(
        styling.type_pt["territory"], "#6b5f73", buffer_mm=0, spacing_pt=1.5 * styling.spacing
    )
    expression = _spaced_capitals(styling.name_field(spec.role, copy))
    area = styling.ground.area
    if area is not None and styling.recipe.ground["role"] == "provinces":
        # Beyond the border they would crowd the names of the provinces there.
        inside = [
            str(unit.id()) for unit in copy.getFeatures() if area.contains(unit.geometry().pointOnSurface())
        ]
        expression = f"CASE WHEN $id IN ({', '.join(inside) or 'NULL'}) THEN {expression} ELSE '' END"
    label_layer(copy, expression, style, _PLACEMENT.Horizontal, priority=6, obstacle=False, is_coarse=True)
    return copy


def _spaced_capitals(name: str) -> str:
    """An expression: a name in capitals with blanks round it, for QGIS 3.22 measures names without letter spacing."""
    return f"'  ' || upper({name}) || '  '"


def _names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    """A copy that draws nothing but its names; None without a layer or a field of names."""
    layer = styling.near(spec.role)
    if layer is None or not styling.name_field(spec.role, layer):
        return None
    copy = private_copy(layer, styling.texts[NAMES_OF[spec.role]])
    copy.setRenderer(QgsNullSymbolRenderer())
    return copy


def outside(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    if styling.ground.area is None:
        return None
    wide = QgsRectangle(styling.degrees)
    wide.grow(max(wide.width(), wide.height()))
    layer = outside_layer(styling.ground.area, wide, "outside")
    layer.setRenderer(base_renderer(styling.theme, "outside"))
    return layer


def titles(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.near(spec.role)
    if layer is None:
        return None
    type_field = find_field(layer, styling.recipe.title_type_fields())
    groups = title_groups_in_view(layer, styling.theme, type_field, styling.degrees)
    if not groups:
        return None
    copy = private_copy(layer, styling.texts["titles"])
    language = styling.request.language
    copy.setRenderer(title_renderer(styling.theme, type_field or "type", language, groups, styling.lines))
    return copy


def areas(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.near(spec.role)
    if layer is None:
        return None
    copy = private_copy(layer, styling.texts["areas"])
    theme = styling.theme
    hidden: set[int] = set()
    if tells_categories(layer):
        classes, hidden = areas_in_view(layer, theme, styling.degrees)
        of_ground = theme.at("base.ground")
        renderer = category_renderer(theme, styling.request.language, classes, styling.lines, of_ground)
    else:
        renderer = area_renderer(theme, styling.lines)
    copy.setRenderer(renderer)
    name = styling.name_column(spec.role, copy)
    if name and spec.labels:
        style = text_format(
            styling.type_pt["town"], theme.at("areas.label_colour"), italic=True, buffer_mm=0.6
        )
        label_layer(
            copy,
            area_label(layer, name, hidden),
            style,
            _PLACEMENT.Horizontal,
            priority=9 if styling.recipe.ground["role"] == spec.role else 4,
            obstacle=False,
            is_coarse=True,
            wrap_after=18,
            may_leave_polygon=True,
        )
    return copy


def lakes(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = base(styling, spec)
    name = styling.name_field(spec.role, copy) if copy is not None else ""
    if name and spec.labels:
        colour = styling.theme.at("base.lake.label")
        style = text_format(styling.type_pt["territory"], colour, italic=True, buffer_mm=0)
        label_layer(copy, name, style, _PLACEMENT.Horizontal, priority=3, obstacle=False, is_coarse=True)
    return copy


def towns(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = base(styling, spec)
    name = styling.name_field(spec.role, copy) if copy is not None else ""
    if name and spec.labels:
        town = styling.theme.at("base.town")
        label_layer(
            copy,
            name,
            text_format(styling.type_pt["town"], town["colour"], bold=True, buffer_mm=0.6),
            _PLACEMENT.OrderedPositionsAroundPoint,
            priority=9,
            distance_mm=town["size_mm"] / 2 + 1.0,
        )
    return copy


def base(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.near(spec.role)
    if layer is None:
        return None
    copy = private_copy(layer, styling.texts[spec.role])
    copy.setRenderer(base_renderer(styling.theme, spec.role, styling.lines))
    return copy
