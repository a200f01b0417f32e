"""The layers of a sheet, styled and labelled for its paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..core.exceptions import SheetError
from .area_styles import area_label, areas_in_view, category_renderer, tells_categories
from .context_styles import area_renderer, base_renderer, keep_clear, label_layer, text_format
from .group_style import group_dimensions
from .recipe import LayerSpec, Recipe
from .relation_styles import INSIDE, PARTLY, ring_renderer, site_relation_renderer
from .sheet_ground import Ground, points_in, polygons_in
from .sheet_layers import (
    NAMES_OF,
    THEMED_POINTS,
    WGS84,
    SheetLayers,
    boundary_layer,
    find_field,
    is_in_view,
    outside_layer,
    plain_text,
    private_copy,
    title_groups_in_view,
    values_in_view,
)
from .sheet_request import SheetRequest
from .sheet_words import filter_words
from .symbols import mine_renderer, plain_marker, quoted, size_expression
from .theme import DEFAULT_THEME, Theme, read_theme, safe_twin
from .themed import ThemedLayer, themed_layer
from .title_styles import title_renderer

NOT_IN_LEGEND = {"sites", "focus", "outside", "choropleth", *THEMED_POINTS, *NAMES_OF}
# Fields that layers drawn by a theme must have, and what makes them.
_NEEDED = {
    "comparison": (
        ("x_dimension", "y_dimension", "n_classes", "cell", "uncertain"),
        "'Compare two indicators'",
    ),
    "clusters": (("lisa_cluster",), "an analysis of clusters"),
    "choropleth": ((), "'Key figures of the scorecard' (its polygons)"),
}
_OLDEST_YEAR = 2007  # the first year of visits in the open data of IPIS is 2009
RELATION = "relation"  # in place of a theme: sites by how they stand to protected areas
_FOCUS_MM, _FOCUS_COLOUR = 12.0, "#b00012"
_PLACEMENT = QgsPalLayerSettings.Placement


@dataclass(frozen=True)
class Styling:
    """What the layers of a frame are styled from; degrees is the ground that the frame shows."""

    layers: SheetLayers
    ground: Ground
    degrees: QgsRectangle
    recipe: Recipe
    theme: Theme
    request: SheetRequest
    texts: dict[str, str]
    looks: dict[str, ThemedLayer] = field(
        default_factory=dict
    )  # by role (and argument): the legends of themes

    @property
    def type_pt(self) -> dict[str, float]:
        return self.recipe.type_pt(self.request.paper)

    @property
    def symbols(self) -> float:
        return self.recipe.symbol_scale(self.request.paper)

    @property
    def lines(self) -> float:
        return self.recipe.line_scale(self.request.paper)

    @property
    def spacing(self) -> float:
        """Furniture scale, for the spacing of letters."""
        return self.recipe.factor(self.request.paper)

    def given(self, role: str) -> QgsVectorLayer | None:
        """The user's layer that a role is drawn from."""
        return getattr(self.layers, NAMES_OF.get(role, role), None)

    def theme_of(self, spec: LayerSpec, argument: str = "") -> Theme:
        """The theme of a layer in the sheet's colouring, with what it takes."""
        theme_id = "_".join(filter(None, (spec.theme or spec.role, argument)))
        return read_theme(safe_twin(theme_id) if self.theme.is_safe else theme_id)

    def name_field(self, role: str, layer: QgsVectorLayer) -> str:
        """The field of names of a layer, quoted for an expression; '' when it has none."""
        name = self.name_column(role, layer)
        return QgsExpression.quotedColumnRef(name) if name else ""

    def name_column(self, role: str, layer: QgsVectorLayer) -> str:
        """The field of names of a layer; '' when it has none."""
        role = NAMES_OF.get(role, role)
        asked = self.request.name_field if role == self.recipe.ground["role"] else ""
        return find_field(layer, self.recipe.name_fields(role), asked)


def styled_layers(styling: Styling, but: str = "") -> Iterator[tuple[str, QgsVectorLayer]]:
    """Private copies of the main frame's layers with their roles, styled and labelled, the uppermost first.

    Roles without a layer, or with nothing in view, are left out; so is the role `but`.
    """
    for spec in styling.recipe.layers():
        given = styling.given(spec.role)
        is_context = given is not None and spec.role not in ("sites", *THEMED_POINTS)
        if spec.role == but or (is_context and not is_in_view(given, styling.degrees)):
            continue
        layer = _STYLES.get(spec.role, _base)(styling, spec)
        if layer is not None:
            yield spec.role, kept(layer, spec, styling.ground)


def kept(layer: QgsVectorLayer, spec: LayerSpec, ground: Ground) -> QgsVectorLayer:
    """The layer with the features that the recipe's filter holds for."""
    if not spec.filter:
        return layer
    request = QgsFeatureRequest().setFilterExpression(spec.filter.format(**filter_words(ground)))
    few = layer.materialize(request)
    few.setName(layer.name())
    few.setRenderer(layer.renderer().clone())
    if layer.labeling() is not None:
        few.setLabeling(layer.labeling().clone())
        few.setLabelsEnabled(layer.labelsEnabled())
    return few


def _sites(styling: Styling, spec: LayerSpec) -> QgsVectorLayer:
    layer, theme, symbols = styling.ground.sites, styling.theme, styling.symbols
    layer.setName("sites")
    if spec.theme == RELATION:
        return _sites_by_relation(styling, spec)
    if spec.theme == DEFAULT_THEME:
        layer.setRenderer(mine_renderer(theme, styling.request.language, symbols))
    else:
        _draw_by_theme(styling, spec, layer)
    if spec.labels:
        label_layer(
            layer,
            f'CASE WHEN {named_sites(spec, styling.ground)} THEN "name" END'
            if spec.label_filter
            else '"name"',
            text_format(styling.type_pt["site"], "#111111", buffer_mm=0.4),
            _PLACEMENT.OrderedPositionsAroundPoint,
            priority_expression=label_priority(layer),
            distance_expression=f"({size_expression(theme, symbols)}) / 2 + {0.9 * symbols:.2f}",
            wrap_after=18,
        )
    return layer


def named_sites(spec: LayerSpec, ground: Ground) -> str:
    """An expression that holds for the sites that get their name; '' for all."""
    return f"({spec.label_filter.format(**filter_words(ground))})" if spec.label_filter else ""


def _sites_by_relation(styling: Styling, spec: LayerSpec) -> QgsVectorLayer:
    """Sites by their relation to protected areas, counted; with the names of those inside one."""
    sites, symbols = styling.ground.sites, styling.symbols
    counts = Counter(str(row["pa_band"]) for row in sites.getFeatures() if plain_text(row["pa_band"]))
    approximate = sites.uniqueValues(sites.fields().lookupField("pa_approximate"))
    sites.setRenderer(
        site_relation_renderer(
            styling.theme,
            styling.request.language,
            counts,
            _relations_of(styling.layers),
            sites.geometryType(),
            "yes" in approximate,
            symbols,
        )
    )
    if spec.labels:
        label_layer(
            sites,
            f'CASE WHEN "pa_band" IN ({quoted(INSIDE)}, {quoted(PARTLY)}) THEN "name" END',
            text_format(styling.type_pt["site"], "#111111", buffer_mm=0.4),
            _PLACEMENT.OrderedPositionsAroundPoint,
            distance_mm=2.4 * symbols,
            wrap_after=18,
        )
    return sites


def _relations_of(layers: SheetLayers) -> set[object]:
    """All relations to areas that the layers tell, on this sheet or not."""
    told = ((layers.sites, "pa_band"), (layers.area_bands, "band"))
    return {
        value
        for layer, field in told
        if layer is not None and layer.fields().lookupField(field) >= 0
        for value in layer.uniqueValues(layer.fields().lookupField(field))
    }


def _area_bands(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.given(spec.role)
    if layer is None:
        return None
    copy = private_copy(layer, styling.texts[spec.role])
    bands = values_in_view(layer, '"band"', styling.degrees)
    relations = _relations_of(styling.layers)
    copy.setRenderer(ring_renderer(styling.request.language, bands, relations, styling.lines))
    return copy


def label_priority(layer: QgsVectorLayer) -> str:
    """An expression, 0 to 10: names of sites with more workers are placed first, then those visited last."""
    by_workers = (
        'CASE WHEN "workers" >= 500 THEN 8 WHEN "workers" >= 50 THEN 6 WHEN "workers" >= 1 THEN 4 ELSE 2 END'
    )
    if layer.fields().lookupField("visit_date") < 0:
        return by_workers
    # A class of workers is two steps, so that twenty years of visits never outweigh it.
    by_year = f'clamp(0, (year("visit_date") - {_OLDEST_YEAR}) / 20.0, 1)'
    return f"({by_workers}) + coalesce({by_year}, 0)"


def check_fields(role: str, layer: QgsVectorLayer) -> None:
    """Raise SheetError naming what a layer lacks for its role, and which algorithm makes it."""
    needed, maker = _NEEDED.get(role, ((), ""))
    lacking = [name for name in needed if layer.fields().lookupField(name) < 0]
    if role == "choropleth" and not group_dimensions(layer):
        lacking.append("<indicator>_low_share")
    if lacking:
        raise SheetError(f"The layer '{layer.name()}' lacks {', '.join(lacking)}; use the output of {maker}.")


def themed_points(styling: Styling, spec: LayerSpec, argument: str = "") -> QgsVectorLayer | None:
    """The points of a role on the sheet's ground, drawn by their theme; argument: what it takes, if anything."""
    given = styling.given(spec.role)
    if given is None:
        return None
    check_fields(spec.role, given)
    if not given.crs().isValid():
        raise SheetError(f"The layer '{given.name()}' has no coordinate reference system; set it first.")
    layer, _ = points_in(given, styling.ground.region)
    if layer.featureCount() == 0:
        raise SheetError(
            f"The layer '{given.name()}' has no point on this sheet; check the area and its CRS."
        )
    layer.setName("_".join(filter(None, (spec.role, argument))))
    _draw_by_theme(styling, spec, layer, argument)
    keep_clear(layer)
    return layer


def themed_polygons(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    """The polygons of a role, drawn by their theme."""
    given = styling.given(spec.role)
    if given is None:
        return None
    check_fields(spec.role, given)
    layer = polygons_in(given, styling.ground.area)
    layer.setName(spec.role)
    _draw_by_theme(styling, spec, layer)
    dimension = next(iter(group_dimensions(layer)), "")
    if dimension and spec.labels:
        share, n_sites = f'"{dimension}_low_share"', f'"{dimension}_sites"'
        figure = f"CASE WHEN {share} IS NOT NULL THEN round(100 * {share}) || ' % (n = ' || {n_sites} || ')' ELSE '' END"
        label = f"trim(coalesce(\"group_name\", '') || '\n' || {figure})"
        style = text_format(styling.type_pt["town"], "#222222", buffer_mm=0.7)
        label_layer(layer, label, style, _PLACEMENT.Horizontal, obstacle=False, priority=6)
    return layer


def _draw_by_theme(styling: Styling, spec: LayerSpec, layer: QgsVectorLayer, argument: str = "") -> None:
    """Give a private layer the renderer of its theme; the legend is kept by role."""
    theme = styling.theme_of(spec, argument)
    look = themed_layer(theme, layer, styling.request.language, styling.symbols)
    layer.setRenderer(look.renderer.clone())
    styling.looks["_".join(filter(None, (spec.role, argument)))] = look


def _focus(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    """A ring round the site that the sheet is about."""
    if styling.ground.focus is None:
        return None
    layer = QgsVectorLayer(f"Point?crs={WGS84}&field=name:string", "focus", "memory")
    site = QgsFeature(layer.fields())
    site["name"] = styling.ground.name
    site.setGeometry(styling.ground.focus.geometry())
    layer.dataProvider().addFeatures([site])
    layer.updateExtents()
    size = _FOCUS_MM * styling.symbols
    ring = plain_marker(styling.theme, size_mm=size, fill="", stroke="#ffffff", stroke_mm=1.6)
    core = plain_marker(styling.theme, size_mm=size, fill="", stroke=_FOCUS_COLOUR, stroke_mm=0.8)
    ring.appendSymbolLayer(core.symbolLayer(0).clone())
    layer.setRenderer(QgsSingleSymbolRenderer(ring))
    name = text_format(styling.type_pt["town"], _FOCUS_COLOUR, bold=True, buffer_mm=0.7)
    around = _PLACEMENT.OrderedPositionsAroundPoint
    label_layer(layer, '"name"', name, around, priority=10, distance_mm=size / 2 + 0.6)
    return layer


def _boundaries(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.given(spec.role)
    if layer is None:
        return None
    lines = boundary_layer(layer, styling.texts[spec.role], styling.degrees)
    lines.setRenderer(base_renderer(styling.theme, spec.role, styling.lines))
    return lines


def _province_names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _names(styling, spec)
    if copy is None:
        return None
    name = styling.name_field(spec.role, copy)
    style = text_format(styling.type_pt["province"], "#8a7f90", buffer_mm=0, spacing_pt=2.5 * styling.spacing)
    expression = _spaced_capitals(name)
    if styling.ground.area is not None:
        wanted = quoted(styling.ground.name)
        expression = f"CASE WHEN lower({name}) = lower({wanted}) THEN '' ELSE {expression} END"
    label_layer(copy, expression, style, _PLACEMENT.Horizontal, priority=5, obstacle=False)
    return copy


def _territory_names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _names(styling, spec)
    if copy is None:
        return None
    style = text_format(
        styling.type_pt["territory"], "#6b5f73", buffer_mm=0, spacing_pt=1.5 * styling.spacing
    )
    expression = _spaced_capitals(styling.name_field(spec.role, copy))
    label_layer(copy, expression, style, _PLACEMENT.Horizontal, priority=6, obstacle=False)
    return copy


def _spaced_capitals(name: str) -> str:
    """An expression: a name in capitals with blanks round it, for QGIS 3.22 measures names without letter spacing."""
    return f"'  ' || upper({name}) || '  '"


def _names(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    """A copy that draws nothing but its names; None without a layer or a field of names."""
    layer = styling.given(spec.role)
    if layer is None or not styling.name_field(spec.role, layer):
        return None
    copy = private_copy(layer, styling.texts[NAMES_OF[spec.role]])
    copy.setRenderer(QgsNullSymbolRenderer())
    return copy


def _outside(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    if styling.ground.area is None:
        return None
    wide = QgsRectangle(styling.degrees)
    wide.grow(max(wide.width(), wide.height()))
    layer = outside_layer(styling.ground.area, wide, "outside")
    layer.setRenderer(base_renderer(styling.theme, "outside"))
    return layer


def _titles(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.given(spec.role)
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


def _areas(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.given(spec.role)
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
            wrap_after=18,
            may_leave_polygon=True,
        )
    return copy


def _lakes(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _base(styling, spec)
    name = styling.name_field(spec.role, copy) if copy is not None else ""
    if name and spec.labels:
        colour = styling.theme.at("base.lake.label")
        style = text_format(styling.type_pt["territory"], colour, italic=True, buffer_mm=0)
        label_layer(copy, name, style, _PLACEMENT.Horizontal, priority=3, obstacle=False)
    return copy


def _towns(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    copy = _base(styling, spec)
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


def _base(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    layer = styling.given(spec.role)
    if layer is None:
        return None
    copy = private_copy(layer, styling.texts[spec.role])
    copy.setRenderer(base_renderer(styling.theme, spec.role, styling.lines))
    return copy


_STYLES: dict[str, Callable[[Styling, LayerSpec], QgsVectorLayer | None]] = {
    "sites": _sites,
    **dict.fromkeys(THEMED_POINTS, themed_points),
    "choropleth": themed_polygons,
    "focus": _focus,
    "provinces": _boundaries,
    "territories": _boundaries,
    "province_names": _province_names,
    "territory_names": _territory_names,
    "outside": _outside,
    "titles": _titles,
    "areas": _areas,
    "area_bands": _area_bands,
    "lakes": _lakes,
    "towns": _towns,
}
