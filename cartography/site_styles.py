"""The sites of a sheet, and what is drawn by a theme, styled and labelled for its paper."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsFeature,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.exceptions import SheetError
from ..core.wording import say, to_say
from .cluster_method import theme_of_clusters
from .context_styles import keep_clear, label_layer, text_format
from .group_style import group_dimensions
from .recipe import LayerSpec
from .relation_styles import INSIDE, PARTLY, site_relation_renderer
from .sheet_ground import Ground, points_in, polygons_in
from .sheet_layers import WGS84, SheetLayers, plain_text
from .sheet_words import filter_words
from .styling import Styling
from .symbols import mine_renderer, plain_marker, quoted, size_expression
from .theme import DEFAULT_THEME
from .themed import themed_layer

# Fields that layers drawn by a theme must have, and what makes them.
_NEEDED = {
    "comparison": (
        ("x_dimension", "y_dimension", "n_classes", "cell", "uncertain"),
        to_say("'Compare two indicators'"),
    ),
    "clusters": (("lisa_cluster",), to_say("an algorithm of the group Clusters")),
    "choropleth": ((), to_say("'Key figures of the scorecard' (its polygons)")),
}
_OLDEST_YEAR = 2007  # the first year of visits in the open data of IPIS is 2009
RELATION = "relation"  # in place of a theme: sites by how they stand to protected areas
_FOCUS_MM, _FOCUS_COLOUR = 12.0, "#b00012"
_PLACEMENT = QgsPalLayerSettings.Placement


def site_layer(styling: Styling, spec: LayerSpec) -> QgsVectorLayer:
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
            told_relations(styling.layers),
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


def told_relations(layers: SheetLayers) -> set[object]:
    """All relations to areas that the layers tell, on this sheet or not."""
    told = ((layers.sites, "pa_band"), (layers.area_bands, "band"))
    return {
        value
        for layer, field in told
        if layer is not None and layer.fields().lookupField(field) >= 0
        for value in layer.uniqueValues(layer.fields().lookupField(field))
    }


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
        raise SheetError(
            say(
                "The layer '{0}' lacks {1}; use the output of {2}.",
                layer.name(),
                ", ".join(lacking),
                say(maker),
            )
        )


def themed_points(styling: Styling, spec: LayerSpec, argument: str = "") -> QgsVectorLayer | None:
    """The points of a role on the sheet's ground, drawn by their theme; argument: what it takes, if anything."""
    given = styling.given(spec.role)
    if given is None:
        return None
    check_fields(spec.role, given)
    if not given.crs().isValid():
        raise SheetError(
            say("The layer '{0}' has no coordinate reference system; set it first.", given.name())
        )
    layer, _ = points_in(given, styling.ground.region)
    if layer.featureCount() == 0:
        raise SheetError(
            say("The layer '{0}' has no point on this sheet; check the area and its CRS.", given.name())
        )
    layer.setName("_".join(filter(None, (spec.role, argument))))
    _draw_by_theme(styling, spec, layer, argument)
    keep_clear(layer)
    return layer


def clusters_layer(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
    """Classes of a local statistic, of points or of areas."""
    given = styling.given(spec.role)
    if given is not None and given.geometryType() == QgsWkbTypes.GeometryType.NullGeometry:
        raise SheetError(
            say("The layer '{0}' is a table; choose clusters of points or polygons.", given.name())
        )
    return themed_polygons(styling, spec) if are_areas(given) else themed_points(styling, spec)


def are_areas(layer: QgsVectorLayer | None) -> bool:
    return layer is not None and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


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
    given = styling.given(spec.role)
    if spec.theme == "clusters" and given is not None:  # each statistic has classes of its own
        theme = theme.sibling(theme_of_clusters(given))
    look = themed_layer(theme, layer, styling.request.language, styling.symbols)
    layer.setRenderer(look.renderer.clone())
    styling.looks["_".join(filter(None, (spec.role, argument)))] = look


def focus_ring(styling: Styling, spec: LayerSpec) -> QgsVectorLayer | None:
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
