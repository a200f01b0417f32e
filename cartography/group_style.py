"""Groups of sites as a choropleth: the share of sites in the lower half of the levels.

Five fixed classes, so that maps of other years and dimensions can be laid side by side. Where too few
sites have a level there is a hatch with their number, and nothing that looks like a low share.
"""

from __future__ import annotations

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol, hatch, label_layer, text_format
from .score_legend import dimension_words, score_legend
from .theme import Theme

_OUTLINE, _OUTLINE_MM = "#7d7d7d", 0.25
_LABEL_PT = 8.0
_WORDS = {
    "en": {
        "title": "{dimension}: share of sites at {levels}",
        "of_n": "{low}–{high} % (n = {n})",
        "too_few": "fewer than {n_min} sites with a level (n = {n})",
        "nobody": "no site (n = {n})",
        "no_name": "no group of this name (n = {n})",
        "or": " or ",
    },
    "fr": {
        "title": "{dimension} : part des sites au niveau {levels}",
        "of_n": "{low}–{high} % (n = {n})",
        "too_few": "moins de {n_min} sites avec un niveau (n = {n})",
        "nobody": "aucun site (n = {n})",
        "no_name": "aucun groupe de ce nom (n = {n})",
        "or": " ou ",
    },
}


def group_dimensions(layer: QgsVectorLayer) -> list[str]:
    """The dimensions that a layer of groups has a share for, in order."""
    ends = "_low_share"
    return [name[: -len(ends)] for name in layer.fields().names() if name.endswith(ends)]


def style_groups(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """Polygons by the share of one dimension, with name, share and number of sites.

    dimension: its id; '' for the first of the layer.
    """
    dimension = dimension or next(iter(group_dimensions(layer)), "")
    words = _WORDS["fr" if language == "fr" else "en"]
    share, n_sites = f'"{dimension}_low_share"', f'"{dimension}_sites"'
    classes = _classes(theme, dimension, words, _least(layer))
    counts = _counts(layer, [test for _, test, _ in classes])
    root = QgsRuleBasedRenderer.Rule(None)
    heading = QgsRuleBasedRenderer.Rule(None, 0, 0, "", _title(layer, theme, language, dimension, words))
    for (symbol, test, label), count in zip(classes, counts):
        heading.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, test, label.replace("{n}", str(count))))
    disclaimer = score_legend(layer, theme, language).disclaimer
    if disclaimer:
        heading.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", disclaimer))
    root.appendChild(heading)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    figure = (
        f"CASE WHEN {share} IS NOT NULL THEN "
        f"round(100 * {share}) || ' % (n = ' || {n_sites} || ')' "
        f"WHEN \"sites\" > 0 THEN 'n = ' || {n_sites} ELSE '' END"
    )
    label = f"\"group_name\" || '\\n' || {figure}"
    placement = QgsPalLayerSettings.Placement.Horizontal
    label_layer(layer, label, text_format(_LABEL_PT, "#222222", buffer_mm=0.8), placement, obstacle=False)


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


def _title(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str, words: dict[str, str]) -> str:
    levels = [level.label for level in score_legend(layer, theme, language).levels if level.number > 0]
    low = words["or"].join(levels[: len(levels) // 2])
    return words["title"].format(dimension=dimension_words(layer, dimension, language), levels=low)


def _classes(
    theme: Theme, dimension: str, words: dict[str, str], n_min: int
) -> list[tuple[QgsFillSymbol, str, str]]:
    """Symbol, filter and label (with a place for n) of each class."""
    share, n_sites = f'"{dimension}_low_share"', f'"{dimension}_sites"'
    colours = theme.at("choropleth.colours")
    classes = []
    for place, colour in enumerate(colours):
        low, high = place / len(colours), (place + 1) / len(colours)
        ends = "<=" if place == len(colours) - 1 else "<"
        text = words["of_n"].format(low=round(100 * low), high=round(100 * high), n="{n}")
        symbol = fill_symbol(QColor(colour), _OUTLINE, _OUTLINE_MM)
        classes.append((symbol, f"{share} >= {low:g} AND {share} {ends} {high:g}", text))
    hatched = fill_symbol(QColor("#ffffff"), _OUTLINE, _OUTLINE_MM)
    hatched.appendSymbolLayer(hatch("#8a8a8a", 45, 0.9))
    few = f'{share} IS NULL AND "sites" > 0'
    classes.append((hatched, few, words["too_few"].format(n_min=n_min, n="{n}")))
    white = fill_symbol(QColor("#ffffff"), _OUTLINE, _OUTLINE_MM)
    classes.append((white, f'"sites" = 0 AND coalesce({n_sites}, 0) = 0', words["nobody"]))
    dotted = fill_symbol(QColor("#ffffff"), _OUTLINE, _OUTLINE_MM, "dot")
    classes.append((dotted, '"sites" IS NULL', words["no_name"]))
    return classes


def _least(layer: QgsVectorLayer) -> int:
    values = [value for value in layer.uniqueValues(layer.fields().lookupField("n_min")) if value != NULL]
    return int(values[0]) if values else 0


def _counts(layer: QgsVectorLayer, tests: list[str]) -> list[int]:
    """How many polygons each filter holds for."""
    flag = QgsFeatureRequest.Flag.NoGeometry
    return [
        sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(test).setFlags(flag)))
        for test in tests
    ]
