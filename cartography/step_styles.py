"""Styles of what-if layers: sites by their next step, and by how far levels hang on the weights."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from .score_legend import score_legend
from .score_styles import disclaimer_category
from .symbols import plain_marker
from .theme import Theme

# Kind of the smallest step: shape, size in mm, colour, words. Told by shape and size as well as by colour.
_KINDS = (
    ("ask", "triangle", 3.4, "#e0a500", {"en": "ask", "fr": "demander"}),
    ("confirm", "diamond", 3.0, "#2f7fbf", {"en": "confirm", "fr": "confirmer"}),
    ("change", "square", 2.6, "#8c2d62", {"en": "change on the ground", "fr": "changer sur le terrain"}),
    ("visit", "circle", 1.6, "#c9c4b8", {"en": "no usable visit", "fr": "aucune visite utilisable"}),
    ("", "circle", 1.0, "#ececec", {"en": "no step", "fr": "aucune démarche"}),
)
# Least share of draws that keep the level: shape, size in mm, colour, words.
_KEEPS = (
    (0.95, "square", 2.2, "#2c7bb6", {"en": "kept in 95% of draws or more", "fr": "gardé dans 95 % des tirages ou plus"}),
    (0.8, "pentagon", 2.8, "#abd9e9", {"en": "80 to 95%", "fr": "80 à 95 %"}),
    (0.5, "diamond", 3.2, "#fdae61", {"en": "50 to 80%", "fr": "50 à 80 %"}),
    (0.0, "triangle", 3.6, "#d7191c", {"en": "less than 50%", "fr": "moins de 50 %"}),
)  # fmt: skip


def style_site_steps(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Sites by the kind of their smallest step; named by the step in words, which is the map tip then."""
    categories = []
    for place, (kind, shape, size, colour, words) in enumerate(_KINDS):
        symbol = plain_marker(theme, size_mm=size, shape=shape, fill=colour)
        symbol.symbolLayer(0).setRenderingPass(
            len(_KINDS) - place
        )  # sites without a step cover none with one
        categories.append(QgsRendererCategory(kind, symbol, words.get(language, words["en"])))
    disclaimer = score_legend(layer, theme, language).disclaimer
    if disclaimer:
        categories.append(disclaimer_category(theme, disclaimer))
    renderer = QgsCategorizedSymbolRenderer("coalesce(\"first_kind\", '')", categories)
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    step = f"first_{language if language in ('en', 'fr') else 'en'}"
    layer.setDisplayExpression(f'concat(coalesce("name", "pcode"), \'. \' || "{step}")')


def style_sensitivity(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """How often the level of one dimension stays; dimension: its id, '' for the scheme's first one."""
    legend = score_legend(layer, theme, language)
    dimension = dimension or next(iter(legend.dimensions), "")
    field = f'"{dimension}_keeps"'
    root = QgsRuleBasedRenderer.Rule(None)
    above = ""
    for place, (least, shape, size, colour, words) in enumerate(_KEEPS, start=1):
        symbol = plain_marker(theme, size_mm=size, shape=shape, fill=colour)
        symbol.symbolLayer(0).setRenderingPass(place)  # what hangs on the weights lies on top
        rule = QgsRuleBasedRenderer.Rule(
            symbol, 0, 0, f"{field} >= {least}{above}", words.get(language, words["en"])
        )
        root.appendChild(rule)
        above = f" AND {field} < {least}"
    symbol = plain_marker(theme, size_mm=1.0, shape="circle", fill="#ececec")
    words = {"en": "not scored", "fr": "non évalué"}
    root.appendChild(
        QgsRuleBasedRenderer.Rule(symbol, 0, 0, f"{field} IS NULL", words.get(language, words["en"]))
    )
    if legend.disclaimer:
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "false", legend.disclaimer))
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
