"""The layers of a sheet, styled and labelled for its paper."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsNullSymbolRenderer, QgsPalLayerSettings, QgsRectangle, QgsVectorLayer

from .context_styles import area_renderer, base_renderer, label_layer, text_format
from .recipe import Recipe
from .sheet_layers import (
    Ground,
    SheetLayers,
    boundary_layer,
    find_field,
    outside_layer,
    private_copy,
    title_groups_in_view,
)
from .sheet_request import SheetRequest
from .symbols import mine_renderer, quoted, size_expression
from .theme import Theme
from .title_styles import title_renderer

_NAME_ROLES = {"provinces": "province_names", "territories": "territory_names"}
NOT_IN_LEGEND = {"sites", "outside", *_NAME_ROLES.values()}


def styled_layers(
    layers: SheetLayers,
    ground: Ground,
    degrees: QgsRectangle,
    recipe: Recipe,
    theme: Theme,
    request: SheetRequest,
    texts: dict[str, str],
) -> dict[str, QgsVectorLayer]:
    """Private copies of the layers by role, styled and labelled for this paper."""
    type_pt = recipe.type_pt(request.paper)
    symbols = recipe.document["symbol_scale"][request.paper]
    lines = recipe.document["line_scale"][request.paper]
    furniture = recipe.arrangement(request.paper, "portrait").factor
    names = recipe.document["name_fields"]
    placement = QgsPalLayerSettings.Placement
    drawn: dict[str, QgsVectorLayer] = {"sites": ground.sites}
    ground.sites.setName("sites")
    ground.sites.setRenderer(mine_renderer(theme, request.language, symbols))
    size = size_expression(theme, symbols)
    label_layer(
        ground.sites,
        '"name"',
        text_format(type_pt["site"], "#111111", buffer_mm=0.4),
        placement.OrderedPositionsAroundPoint,
        priority_expression=(
            'min(10, (CASE WHEN "qualification" IS NOT NULL THEN 2 ELSE 0 END) + '
            '(CASE WHEN "workers" >= 500 THEN 8 WHEN "workers" >= 50 THEN 5 '
            'WHEN "workers" >= 1 THEN 3 ELSE 1 END))'
        ),
        distance_expression=f"({size}) / 2 + {0.9 * symbols:.2f}",
        wrap_after=18,
    )
    for role, layer in layers.present().items():
        if role in ("sites", "scores"):
            continue
        copy = private_copy(layer, texts[role])
        if role in ("provinces", "territories"):
            drawn[role] = boundary_layer(layer, texts[role], degrees)
            drawn[role].setRenderer(base_renderer(theme, role, lines))
            copy.setRenderer(QgsNullSymbolRenderer())
        elif role == "titles":
            type_field = find_field(layer, recipe.document["title_type_fields"])
            groups = title_groups_in_view(layer, theme, type_field, degrees)
            if not groups:
                continue
            copy.setRenderer(title_renderer(theme, type_field or "type", request.language, groups, lines))
        elif role == "areas":
            copy.setRenderer(area_renderer(theme, lines))
        else:
            copy.setRenderer(base_renderer(theme, role, lines))
        name = find_field(layer, names.get(role, []), request.name_field if role == "provinces" else "")
        quoted_name = QgsExpression.quotedColumnRef(name)
        if name and role == "areas":
            style = text_format(type_pt["town"], theme.at("areas.label_colour"), italic=True, buffer_mm=0.6)
            label_layer(
                copy, quoted_name, style, placement.Horizontal, priority=4, obstacle=False, wrap_after=18
            )
        elif name and role == "lakes":
            style = text_format(type_pt["territory"], theme.at("base.lake.label"), italic=True, buffer_mm=0)
            label_layer(copy, quoted_name, style, placement.Horizontal, priority=3, obstacle=False)
        elif name and role == "territories":
            style = text_format(type_pt["territory"], "#6b5f73", buffer_mm=0, spacing_pt=1.5 * furniture)
            label_layer(
                copy, f"upper({quoted_name})", style, placement.Horizontal, priority=6, obstacle=False
            )
        elif name and role == "provinces":
            style = text_format(type_pt["province"], "#8a7f90", buffer_mm=0, spacing_pt=2.5 * furniture)
            expression = f"upper({quoted_name})"
            if ground.area is not None:
                wanted = quoted(ground.name)
                expression = f"CASE WHEN lower({quoted_name}) = lower({wanted}) THEN '' ELSE {expression} END"
            label_layer(copy, expression, style, placement.Horizontal, priority=5, obstacle=False)
        elif name and role == "towns":
            style = text_format(type_pt["town"], theme.at("base.town.colour"), bold=True, buffer_mm=0.6)
            distance = theme.at("base.town.size_mm") / 2 + 1.0
            label_layer(
                copy,
                quoted_name,
                style,
                placement.OrderedPositionsAroundPoint,
                priority=9,
                distance_mm=distance,
            )
        drawn[_NAME_ROLES.get(role, role)] = copy
    if ground.area is not None:
        wide = QgsRectangle(degrees)
        wide.grow(max(degrees.width(), degrees.height()))
        drawn["outside"] = outside_layer(ground.area, wide, "outside")
        drawn["outside"].setRenderer(base_renderer(theme, "outside"))
    return drawn
