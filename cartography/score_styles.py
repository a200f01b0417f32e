"""Scores on a map: level by colour, shape and size, and how sure it is by the inside of the sign.

A firm level is a full sign. A probable one has a white core, so that its colour is a ring; an open one is
white inside with a question mark. Both are told from a full sign in any colour and in black and white.
"""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from .score_legend import score_legend
from .score_words import put_into_words
from .symbols import letter_marker, plain_marker, quoted
from .theme import Theme

# Level by shape and size in mm as well as by colour: no data, then from the worst level to the best.
_NO_DATA_SHAPE = ("circle", 1.6)
_LEVEL_SHAPES = (
    ("triangle", 4.4),
    ("diamond", 4.2),
    ("pentagon", 3.6),
    ("square", 3.0),
    ("hexagon", 2.9),
    ("star", 3.2),
)
_NOT_APPLICABLE_MM = 1.2
_CORES = {"probable": 0.5, "open": 0.78}  # of the sign's own size
_LETTER = 0.75
_LEGEND_MM = 3.2
_LEGEND_GREY = "#8a8a8a"
_WORDS = {
    "en": {
        "probable": "white core: probable, one level up or down is possible",
        "open": "white with ?: open, the level could be quite another",
        "not_applicable": "not applicable",
    },
    "fr": {
        "probable": "cœur blanc : probable, un niveau de plus ou de moins est possible",
        "open": "blanc avec ? : incertain, le niveau pourrait être tout autre",
        "not_applicable": "sans objet",
    },
}


def style_scores(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str = "") -> None:
    """Levels of one dimension; not firm ones are white inside. The legend says so, and whose weights these are.

    dimension: its id; '' for the scheme's first one.
    """
    legend = score_legend(layer, theme, language)
    dimension = dimension or next(iter(legend.dimensions), "")
    words = _WORDS["fr" if language == "fr" else "en"]
    categories = []
    for level in reversed(legend.levels):
        shape, size = _level_shape(level.number, len(legend.levels) - 1)
        symbol = plain_marker(theme, size_mm=size, shape=shape, fill=level.colour)
        if level.number > 0:
            _show_certainty(symbol, theme, shape, size, f'"{dimension}_robust"')
        categories.append(QgsRendererCategory(level.number, symbol, level.label))
    nowhere = plain_marker(theme, size_mm=_NOT_APPLICABLE_MM, fill="")
    categories.append(QgsRendererCategory(None, nowhere, words["not_applicable"]))
    # No site has these values: they are there for the legend.
    for robust in _CORES:
        sample = plain_marker(theme, size_mm=_LEGEND_MM, shape="square", fill=_LEGEND_GREY)
        _show_certainty(sample, theme, "square", _LEGEND_MM, quoted(robust))
        categories.append(QgsRendererCategory(robust, sample, words[robust]))
    if legend.disclaimer:
        categories.append(disclaimer_category(theme, legend.disclaimer))
    renderer = QgsCategorizedSymbolRenderer(f"{dimension}_level", categories)
    # What has no level lies at the bottom, the worst level on top: no good sign hides a bad one.
    from_below = f'if(coalesce("{dimension}_level", 0) = 0, -99, -"{dimension}_level")'
    clause = QgsFeatureRequest.OrderByClause(from_below, True, True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    put_into_words(layer, theme, language, dimension)


def disclaimer_category(theme: Theme, disclaimer: str) -> QgsRendererCategory:
    """A line of the legend that says whose weights these are, without a sign."""
    nothing = plain_marker(theme, size_mm=0, fill="", stroke_mm=0)
    return QgsRendererCategory("disclaimer", nothing, disclaimer)


def lay_core(symbol: QgsMarkerSymbol, theme: Theme, shape: str, size: str) -> None:
    """Lay a white core over a sign. size: an expression for its mm; where it fails there is none."""
    blank = plain_marker(theme, size_mm=0, shape=shape, stroke_mm=0)
    core = blank.symbolLayer(0).clone()
    core.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(size))
    symbol.appendSymbolLayer(core)


def _show_certainty(symbol: QgsMarkerSymbol, theme: Theme, shape: str, size_mm: float, robust: str) -> None:
    """Lay a white core over a sign, and a question mark, where the expression `robust` says so.

    Both have size 0, or a blank, unless the expression holds: a swatch of the legend has no site.
    """
    lay_core(symbol, theme, shape, _core_size(robust, size_mm))
    letter = letter_marker(" ", "#111111", _LETTER * size_mm)
    mark = letter.symbolLayer(0).clone()
    asks = f"if(coalesce({robust}, '') = 'open', '?', ' ')"
    mark.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression(asks))
    symbol.appendSymbolLayer(mark)


def _core_size(robust: str, size_mm: float, cores: Mapping[str, float] = _CORES) -> str:
    cases = " ".join(f"WHEN {robust} = '{word}' THEN {part * size_mm:.2f}" for word, part in cores.items())
    return f"CASE {cases} ELSE 0 END"


def _level_shape(level: int, n_levels: int) -> tuple[str, float]:
    """Shape and size in mm: the worst level is a triangle, the best of up to four a square."""
    if level == 0:
        return _NO_DATA_SHAPE
    if n_levels < 4 and level == n_levels:
        return _LEVEL_SHAPES[3]
    return _LEVEL_SHAPES[level - 1]
