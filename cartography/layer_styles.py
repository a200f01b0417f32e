"""The layers of a sheet, styled and labelled for its paper."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    NULL,
    QgsExpression,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsVectorLayer,
)

from .area_styles import area_classes, area_label, category_renderer, tells_categories
from .context_styles import area_renderer, base_renderer, label_layer, text_format
from .recipe import Recipe
from .relation_styles import INSIDE, PARTLY, ring_renderer, site_relation_renderer
from .sheet_layers import (
    TABLE_ROLES,
    Ground,
    SheetLayers,
    boundary_layer,
    find_field,
    is_in_view,
    outside_layer,
    private_copy,
    title_groups_in_view,
    values_in_view,
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
    relations = _relations_of(layers)
    _SITE_STYLES[recipe.document["sites"]](
        ground.sites, theme, request.language, type_pt["site"], symbols, relations
    )
    for role, layer in layers.present().items():
        if role in ("sites", *TABLE_ROLES) or not is_in_view(layer, degrees):
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
        elif role == "areas" and tells_categories(layer):
            classes = area_classes(layer, theme, degrees)
            ground_colour = theme.at("base.ground")
            copy.setRenderer(category_renderer(theme, request.language, classes, lines, ground_colour))
        elif role == "areas":
            copy.setRenderer(area_renderer(theme, lines))
        elif role == "area_bands":
            bands = values_in_view(layer, '"band"', degrees)
            copy.setRenderer(ring_renderer(request.language, bands, relations, lines))
        else:
            copy.setRenderer(base_renderer(theme, role, lines))
        name = find_field(layer, names.get(role, []), request.name_field if role == "provinces" else "")
        quoted_name = QgsExpression.quotedColumnRef(name)
        if name and role == "areas":
            style = text_format(type_pt["town"], theme.at("areas.label_colour"), italic=True, buffer_mm=0.6)
            priority = 9 if recipe.document["ground"]["layer"] == role else 4
            label_layer(
                copy,
                area_label(layer, name),
                style,
                placement.Horizontal,
                priority=priority,
                obstacle=False,
                wrap_after=18,
                may_leave_polygon=True,
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
            if ground.is_faded:
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
    if ground.is_faded:
        wide = QgsRectangle(degrees)
        wide.grow(max(degrees.width(), degrees.height()))
        drawn["outside"] = outside_layer(ground.area, wide, "outside")
        drawn["outside"].setRenderer(base_renderer(theme, "outside"))
    return drawn


def _relations_of(layers: SheetLayers) -> set[object]:
    """All relations to areas that the layers tell, on this sheet or not."""
    told = ((layers.sites, "pa_band"), (layers.area_bands, "band"))
    return {
        value
        for layer, field in told
        if layer is not None and layer.fields().lookupField(field) >= 0
        for value in layer.uniqueValues(layer.fields().lookupField(field))
    }


def _style_glyphs(
    sites: QgsVectorLayer,
    theme: Theme,
    language: str,
    label_pt: float,
    symbols: float,
    relations: set[object],
) -> None:
    """The mine glyph, with the names of all sites."""
    sites.setRenderer(mine_renderer(theme, language, symbols))
    size = size_expression(theme, symbols)
    label_layer(
        sites,
        '"name"',
        text_format(label_pt, "#111111", buffer_mm=0.4),
        QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
        priority_expression=(
            'min(10, (CASE WHEN "qualification" IS NOT NULL THEN 2 ELSE 0 END) + '
            '(CASE WHEN "workers" >= 500 THEN 8 WHEN "workers" >= 50 THEN 5 '
            'WHEN "workers" >= 1 THEN 3 ELSE 1 END))'
        ),
        distance_expression=f"({size}) / 2 + {0.9 * symbols:.2f}",
        wrap_after=18,
    )


def _style_relations(
    sites: QgsVectorLayer,
    theme: Theme,
    language: str,
    label_pt: float,
    symbols: float,
    relations: set[object],
) -> None:
    """Sites by their relation to protected areas, counted; with the names of those inside one."""
    counts = Counter(str(row["pa_band"]) for row in sites.getFeatures() if row["pa_band"] not in (None, NULL))
    approximate = sites.uniqueValues(sites.fields().lookupField("pa_approximate"))
    sites.setRenderer(
        site_relation_renderer(
            theme, language, counts, relations, sites.geometryType(), "yes" in approximate, symbols
        )
    )
    label_layer(
        sites,
        f'CASE WHEN "pa_band" IN ({quoted(INSIDE)}, {quoted(PARTLY)}) THEN "name" END',
        text_format(label_pt, "#111111", buffer_mm=0.4),
        QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
        distance_mm=2.4 * symbols,
        wrap_after=18,
    )


_SITE_STYLES = {"glyph": _style_glyphs, "relation": _style_relations}
