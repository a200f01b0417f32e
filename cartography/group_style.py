"""Groups of sites as a choropleth: the share of sites in the lower half of the levels.

Five fixed classes, so that maps of other years and dimensions can be laid side by side. Where too few
sites have a level there is a hatch with their number, and nothing that looks like a low share.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.core import (
    NULL,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..core.score_tables import dimensions_of
from .class_style import area_symbol
from .context_styles import label_layer, text_format
from .score_legend import dimension_words, score_legend
from .theme import Theme
from .theme_legend import LegendEntry, ThemedLayer


def group_dimensions(layer: QgsVectorLayer) -> list[str]:
    """The dimensions that a layer of groups has a share for, in order."""
    return list(dimensions_of(layer.fields().names(), "_low_share"))


def themed_rates(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Polygons by one figure of the dimension that the theme takes; every line of the legend says its n."""
    classes = _classes(theme, layer, language, scale)
    flag = QgsFeatureRequest.Flag.NoGeometry
    entries = []
    for place, (symbol, test, label) in enumerate(classes):
        request = QgsFeatureRequest().setFilterExpression(test).setFlags(flag)
        count = sum(1 for _ in layer.getFeatures(request))
        if place == len(classes) - 1 and not count:
            continue  # an area without a group is a fault of names, not a class of the series
        entries.append(LegendEntry(label.replace("{n}", str(count)), symbol, test))
    heading = theme.heading(language).replace("{levels}", _low_levels(layer, theme, language))
    root = QgsRuleBasedRenderer.Rule(None)
    for entry in entries:
        root.appendChild(QgsRuleBasedRenderer.Rule(entry.symbol.clone(), 0, 0, entry.shows, entry.label))
    return ThemedLayer(QgsRuleBasedRenderer(root), heading, entries, theme.note(language))


def style_groups(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """Polygons by the share of one dimension, with name, share and number of sites.

    dimension: its id; '' for the first of the layer.
    """
    dimension = dimension or next(iter(group_dimensions(layer)), "")
    language = "fr" if language == "fr" else "en"
    choropleth = replace(theme.sibling("choropleth"), argument=dimension)
    themed = themed_rates(choropleth, layer, language, 1.0, date.today())
    words = themed.heading.replace("{dimension}", dimension_words(layer, dimension, language))
    root = QgsRuleBasedRenderer.Rule(None)
    heading = QgsRuleBasedRenderer.Rule(None, 0, 0, "", words)
    for rule in themed.renderer.rootRule().children():
        heading.appendChild(rule.clone())
    disclaimer = score_legend(layer, theme, language).disclaimer
    if disclaimer:
        heading.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", disclaimer))
    root.appendChild(heading)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    share, n_sites = f'"{dimension}_low_share"', f'"{dimension}_sites"'
    figure = (
        f"CASE WHEN {share} IS NOT NULL THEN "
        f"round(100 * {share}) || ' % (n = ' || {n_sites} || ')' "
        f"WHEN \"sites\" > 0 THEN 'n = ' || {n_sites} ELSE '' END"
    )
    placement = QgsPalLayerSettings.Placement.Horizontal
    labels = theme.at("choropleth.labels")
    label = f"{QgsExpression.quotedColumnRef(labels['field'])} || '\\n' || {figure}"
    style = text_format(labels["pt"], labels["colour"], buffer_mm=labels["halo_mm"])
    label_layer(layer, label, style, placement, obstacle=False, is_printed=False)


def style_each_dimension(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """A named style per dimension to choose from in the layer's menu; the first one is shown."""
    styles = layer.styleManager()
    names = [dimension_words(layer, dimension, language) for dimension in group_dimensions(layer)]
    for place, (dimension, name) in enumerate(zip(group_dimensions(layer), names)):
        if place == 0:
            styles.renameStyle(styles.currentStyle(), name)
        else:
            styles.addStyleFromLayer(name)
            styles.setCurrentStyle(name)
        style_groups(layer, theme, language, dimension)
    if names:
        styles.setCurrentStyle(names[0])


def _low_levels(layer: QgsVectorLayer, theme: Theme, language: str) -> str:
    """The levels of the lower half in words."""
    levels = [level.label for level in score_legend(layer, theme, language).levels if level.number > 0]
    return {"en": " or ", "fr": " ou "}[language].join(levels[: len(levels) // 2])


def _classes(
    theme: Theme, layer: QgsVectorLayer, language: str, lines: float
) -> list[tuple[QgsFillSymbol, str, str]]:
    """Symbol, filter and label (with a place for n) of each class."""
    dimension = theme.argument
    figure, n_sites = f'"{dimension}_{theme.at("figure")}"', f'"{dimension}_sites"'
    breaks = theme.at("breaks")
    labels = theme.at("labels_of")
    classes = []
    for place, (low, high, colour) in enumerate(zip(breaks, breaks[1:], theme.at("colours"))):
        ends = "<=" if place == len(breaks) - 2 else "<"
        factor = 100 if theme.at("figure") == "low_share" else 1
        text = labels["class"][language].format(low=round(factor * low), high=round(factor * high), n="{n}")
        symbol = area_symbol(theme, {"fill": colour}, lines)
        classes.append((symbol, f"{figure} >= {low:g} AND {figure} {ends} {high:g}", text))
    tests = (
        ("too_few", f'{figure} IS NULL AND "sites" > 0'),
        ("no_site", f'"sites" = 0 AND coalesce({n_sites}, 0) = 0'),
        ("no_group", '"sites" IS NULL'),
    )
    for key, test in tests:
        look = theme.at(key)
        text = look["label"][language].format(n_min=_least(layer), n="{n}")
        classes.append((area_symbol(theme, look, lines), test, text))
    return classes


def _least(layer: QgsVectorLayer) -> int:
    values = [value for value in layer.uniqueValues(layer.fields().lookupField("n_min")) if value != NULL]
    return int(values[0]) if values else 0
