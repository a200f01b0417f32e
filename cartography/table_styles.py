"""The style of each atlas table in QGIS: in a project, saved in the GeoPackage, or on load."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFontMarkerSymbolLayer,
    QgsLayerTreeLayer,
    QgsMapLayerLegendUtils,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .area_styles import area_label, category_renderer, tells_categories
from .cluster_method import theme_of_clusters
from .context_styles import (
    area_renderer,
    base_renderer,
    fill_symbol,
    label_layer,
    text_format,
    with_alpha,
)
from .dimension_styles import style_sensitivity, style_site_steps, style_trends
from .findings_table import sentences_first
from .group_style import style_each_dimension
from .pair_style import style_comparison
from .recipe import DEFAULT_RECIPE, Recipe, read_recipe
from .relation_styles import style_area_bands, style_site_areas
from .score_styles import style_scores
from .score_words import as_html
from .sheet_layers import find_field
from .symbols import mine_renderer, quoted
from .theme import Theme
from .themed import themed_layer
from .title_styles import title_renderer

Style = Callable[[QgsVectorLayer, Theme, str], None]


def style_sites(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """The mine glyph with names from close by."""
    renderer = mine_renderer(theme, language)
    plain_swatches(renderer)
    layer.setRenderer(renderer)
    placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    labels = theme.at("mine_glyph.labels")
    style = text_format(labels["pt"], labels["colour"], buffer_mm=labels["halo_mm"])
    label_layer(
        layer,
        QgsExpression.quotedColumnRef(labels["field"]),
        style,
        placement,
        distance_mm=1.8,
        is_printed=False,
    )


def plain_swatches(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Let QGIS draw swatches as plain discs: a swatch has no site, so all parts would lie upon each other.

    Parts that depend on the site get their size, or their letter, from an expression that needs a site.
    """
    keys = QgsSymbolLayer.Property
    for index, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        for part in symbol.symbolLayers():
            properties = part.dataDefinedProperties()
            if not properties.isActive(keys.PropertyLayerEnabled):
                continue
            letter = isinstance(part, QgsFontMarkerSymbolLayer)  # of size 0 it would never be drawn
            key = keys.PropertyCharacter if letter else keys.PropertySize
            if properties.isActive(key):
                value = properties.property(key).expressionString()
            else:
                value = quoted(part.character()) if letter else f"{part.size():.3f}"
            of_site = f'CASE WHEN "mineral_main" IS NULL THEN {value} ELSE {value} END'
            part.setDataDefinedProperty(key, QgsProperty.fromExpression(of_site))
            if letter:
                part.setCharacter(" ")
            else:
                part.setSize(0)
        renderer.updateCategorySymbol(index, symbol)


def show_present_minerals(node: QgsLayerTreeLayer) -> None:
    """Leave the minerals that no site has out of the legend; sites that get one later are still drawn."""
    layer = node.layer()
    values = layer.uniqueValues(layer.fields().lookupField("mineral_main"))
    present = {"unknown" if value in (None, NULL, "") else value for value in values}
    categories = layer.renderer().categories()
    if present - {category.value() for category in categories}:
        present.add("")
    shown = [index for index, category in enumerate(categories) if category.value() in present]
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, shown)


def style_by(theme_id: str) -> Style:
    """The style of a theme that is drawn as it stands."""

    def style(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
        layer.setRenderer(themed_layer(theme.sibling(theme_id), layer, language).renderer)

    return style


def style_clusters(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Classes of the local statistic that the layer's metadata name."""
    layer.setRenderer(themed_layer(theme.sibling(theme_of_clusters(layer)), layer, language).renderer)


def style_areas(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Protected areas with their names: by IUCN category where the layer tells it, else alike."""
    if tells_categories(layer):
        layer.setRenderer(category_renderer(theme, language, lines=theme.at("base.screen_lines")))
    else:
        layer.setRenderer(area_renderer(theme))
    name = _name_field(layer, "areas")
    if name:
        style = text_format(theme.at("areas.label_pt"), theme.at("areas.label_colour"), italic=True)
        label_layer(
            layer,
            area_label(layer, name),
            style,
            QgsPalLayerSettings.Placement.Horizontal,
            obstacle=False,
            is_printed=False,
        )


def style_titles(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Mining titles by type."""
    field = find_field(layer, _recipe().title_type_fields())
    codes = [entry["id"] for entry in theme.at("titles.classes")] + ["other"]
    layer.setRenderer(title_renderer(theme, field or "type", language, codes))


def _recipe() -> Recipe:
    """The recipe that says which fields of layers are read, so that project and sheet read alike."""
    return read_recipe(DEFAULT_RECIPE)


def _name_field(layer: QgsVectorLayer, role: str) -> str:
    return find_field(layer, _recipe().name_fields(role))


def base_style(role: str) -> Style:
    """The style of a base layer by its role, with names where it has them."""

    def style(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
        renderer = base_renderer(theme, role)
        if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry and role in (
            "provinces",
            "territories",
        ):
            part = theme.at("base.province" if role == "provinces" else "base.territory")
            dash = "solid" if role == "provinces" else "dash"
            renderer.setSymbol(
                fill_symbol(
                    with_alpha("#ffffff", 0.0),
                    part["colour"],
                    part["width_mm"] * theme.at("base.screen_lines"),
                    dash,
                )
            )
        layer.setRenderer(renderer)
        names = theme.at("base.names")
        name = _name_field(layer, role) if role in names else ""
        if name:
            around = role == "towns"
            look = dict(names[role])
            placements = QgsPalLayerSettings.Placement
            label_layer(
                layer,
                QgsExpression.quotedColumnRef(name),
                text_format(look.pop("pt"), look.pop("colour"), **look),
                placements.OrderedPositionsAroundPoint if around else placements.Horizontal,
                distance_mm=1.2 if around else 0.0,
                obstacle=around,
                is_printed=False,
            )

    return style


def plain_map_tip(layer: QgsVectorLayer) -> None:
    """A map tip that shows what names the row as text: QGIS's own would render markup in the data."""
    shown = layer.displayExpression() or "''"
    if "%]" in shown:  # a name of a column that would end the expression of the tip
        shown = "''"
    layer.setMapTipTemplate(f"[% {as_html(shown)} %]")


def _with_tip(style: Style) -> Style:
    def styled(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
        style(layer, theme, language)
        plain_map_tip(layer)

    return styled


def style_findings(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Findings by their theme, and a table that shows their sentences first."""
    style_by("findings")(layer, theme, language)
    sentences_first(layer)


_STYLES: dict[str, Style] = {
    "sites": style_sites,
    "visits": style_by("visits"),
    "findings": style_findings,
    "scores": style_scores,
    "trends": style_trends,
    "site_changes": style_by("site_changes"),
    "site_steps": style_site_steps,
    "sensitivity": style_sensitivity,
    "sites_areas": style_site_areas,
    "sites_titles": style_by("site_titles"),
    "title_overlaps": style_by("title_overlaps"),
    "comparison": style_comparison,
    "clusters": style_clusters,
    "group_areas": style_each_dimension,
    "areas": style_areas,
    "prepared_areas": style_areas,
    "area_bands": style_area_bands,
    "titles": style_titles,
    **{role: base_style(role) for role in ("provinces", "territories", "lakes", "rivers", "roads", "towns")},
}
# Scores have a tip of their own.
TABLE_STYLES: dict[str, Style] = {
    role: style if role == "scores" else _with_tip(style) for role, style in _STYLES.items()
}
