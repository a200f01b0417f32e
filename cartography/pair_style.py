"""Two indicators side by side: a colour, a shape and a size for each cell.

Colour mixes both, the first indicator also sets the shape and the second the size, so that no cell is told
by hue alone. The worse the darker, the more pointed and the larger. A site whose levels are a range that
reaches other cells has a white core; sites that are not compared are small and grey.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)

from .class_style import sign, value_or_rest
from .pair_legend import PairKey, as_base64, draw_pair_key
from .score_legend import dimension_words, score_legend
from .score_styles import lay_core
from .symbols import mixed, plain_marker
from .theme import Theme
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

_NOT_COMPARED = "not_compared"


@dataclass(frozen=True)
class _Pair:
    """What the layer compares: words of the dimensions and classes, sites per cell."""

    words: tuple[str, str]
    classes: tuple[str, ...]
    counts: Counter
    n_uncertain: int
    disclaimer: str


def themed_pairs(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """A sign per cell, from the best of both to the worst, and one for what is not compared."""
    pair, not_compared = _pair(layer, theme, language), theme.at("comparison.not_compared")
    places = [(i, j) for j in range(len(pair.classes), 0, -1) for i in range(len(pair.classes), 0, -1)]
    entries = [
        LegendEntry(
            _label(pair, i, j), cell_symbol(theme, len(pair.classes), i, j, scale), f"\"cell\" = '{i}-{j}'"
        )
        for i, j in places
    ]
    cells = ", ".join(f"'{i}-{j}'" for i, j in places)
    text = f"{not_compared['label'][language]} (n = {pair.counts[_NOT_COMPARED]})"
    grey = sign(theme, not_compared, language, scale)
    entries.append(LegendEntry(text, grey, f'("cell" IS NULL OR "cell" NOT IN ({cells}))'))
    values = [*(f"{i}-{j}" for i, j in places), ""]
    renderer = QgsCategorizedSymbolRenderer(
        value_or_rest("cell", values[:-1]),
        [
            QgsRendererCategory(value, entry.symbol.clone(), entry.label)
            for value, entry in zip(values, entries)
        ],
    )
    # Large signs, and what is not compared, lie at the bottom.
    clauses = [
        QgsFeatureRequest.OrderByClause('coalesce("y_class", 0)', True, True),
        QgsFeatureRequest.OrderByClause('"pcode"', True, True),
    ]
    renderer.setOrderBy(QgsFeatureRequest.OrderBy(clauses))
    renderer.setOrderByEnabled(True)
    uncertain = LegendEntry(
        theme.at("comparison.uncertain.label")[language], _cored(theme, scale), "\"uncertain\" = 'yes'"
    )
    heading = theme.heading(language).replace("{x}", pair.words[0]).replace("{y}", pair.words[1])
    return ThemedLayer(renderer, heading, entries, pair.disclaimer, [LegendGroup("", [uncertain])])


def style_comparison(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """A category per cell, and the square key as the layer's legend."""
    language = "fr" if language == "fr" else "en"
    theme = theme.sibling("comparison")
    layer.setRenderer(themed_pairs(theme, layer, language, 1.0, date.today()).renderer)
    layer.setLegendPlaceholderImage(as_base64(draw_pair_key(comparison_key(layer, theme, language))))


def pair_colours(theme: Theme, n: int) -> list[list[str]]:
    """Colours of n x n cells, [y][x] from the best class to the worst: the theme's nine, or between them."""
    nine = theme.at("comparison.colours")

    def at(across: float, up: float) -> str:
        i, j = min(int(across), 1), min(int(up), 1)
        low, high = (mixed(row[i], row[i + 1], across - i) for row in (nine[j], nine[j + 1]))
        return mixed(low, high, up - j)

    steps = [2 * place / (n - 1) for place in range(n)]
    return [[at(across, up) for across in steps] for up in steps]


def cell_symbol(theme: Theme, n: int, x_class: int, y_class: int, scale: float = 1.0) -> QgsMarkerSymbol:
    """The sign of a cell, with a white core where the site says that it is uncertain."""
    colour = pair_colours(theme, n)[n - y_class][n - x_class]
    shape, sizes = theme.at("comparison.shapes")[str(n)][x_class - 1], theme.at("comparison.size_mm")
    step = (sizes["worst"] - sizes["best"]) / (n - 1)
    size = (sizes["worst"] - step * (y_class - 1)) * scale
    symbol = plain_marker(theme, size_mm=size, shape=shape, fill=colour)
    core = theme.at("comparison.uncertain.core") * size
    lay_core(symbol, theme, shape, f"if(\"uncertain\" = 'yes', {core:.2f}, 0)")
    return symbol


def _cored(theme: Theme, scale: float = 1.0) -> QgsMarkerSymbol:
    """A sample of a sign with a white core."""
    core = theme.at("comparison.uncertain.core")
    return sign(theme, {"shape": "circle", "size_mm": 3.2, "fill": "#8a8a8a", "core": core}, "en", scale)


def _on_its_colour(theme: Theme, n: int, x_class: int, y_class: int) -> QgsMarkerSymbol:
    """The sign of a cell with a white rim, to be seen on a ground of its own colour."""
    cell = cell_symbol(theme, n, x_class, y_class)
    shape = theme.at("comparison.shapes")[str(n)][x_class - 1]
    rim = plain_marker(theme, size_mm=cell.size(), shape=shape, stroke="#ffffff", stroke_mm=0.9)
    rim.appendSymbolLayer(cell.symbolLayer(0).clone())
    return rim


def _pair(layer: QgsVectorLayer, theme: Theme, language: str) -> _Pair:
    from ..core.scorecard.comparison import EACH_LEVEL, THREE, class_levels

    names = ("x_dimension", "y_dimension", "n_classes", "cell", "uncertain")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [[row[name] for name in names] for row in layer.getFeatures(request)]
    dimensions = rows[0][:2] if rows else ("x", "y")
    n = int(rows[0][2]) if rows else 3
    legend = score_legend(layer, theme, language)
    labels = [level.label for level in legend.levels if level.number > 0]
    members = class_levels(len(labels), THREE)
    if len(members) != n:
        members = class_levels(n, EACH_LEVEL)
        labels = labels if len(labels) == n else [str(level) for level in range(1, n + 1)]
    ends = [(labels[levels[0] - 1], labels[levels[-1] - 1]) for levels in members]
    classes = [low if low == high else f"{low} – {high}" for low, high in ends]
    return _Pair(
        tuple(dimension_words(layer, str(dimension), language) for dimension in dimensions),
        tuple(classes),
        Counter(_NOT_COMPARED if row[3] == NULL else str(row[3]) for row in rows),
        sum(row[4] == "yes" for row in rows),
        legend.disclaimer,
    )


def _label(pair: _Pair, i: int, j: int) -> str:
    x, y = pair.words
    return f"{x}: {pair.classes[i - 1]}; {y}: {pair.classes[j - 1]} (n = {pair.counts[f'{i}-{j}']})"


def _key(pair: _Pair, theme: Theme, language: str) -> PairKey:
    n = len(pair.classes)
    colours = pair_colours(theme, n)
    places = [(i, j) for i in range(1, n + 1) for j in range(1, n + 1)]
    grey = plain_marker(theme, size_mm=1.6, fill=theme.at("comparison.not_compared.fill"))
    not_compared = theme.at("comparison.not_compared.label")[language]
    notes = [(grey, f"{not_compared} (n = {pair.counts[_NOT_COMPARED]})")]
    if pair.n_uncertain:
        words = theme.at("comparison.uncertain.label")[language]
        notes.insert(0, (_cored(theme), f"{words} (n = {pair.n_uncertain})"))
    if pair.disclaimer:
        notes.append((None, pair.disclaimer))
    return PairKey(
        pair.words,
        pair.classes,
        {(i, j): colours[n - j][n - i] for i, j in places},
        {(i, j): _on_its_colour(theme, n, i, j) for i, j in places},
        {(i, j): pair.counts[f"{i}-{j}"] for i, j in places},
        tuple(notes),
    )


def comparison_key(layer: QgsVectorLayer, theme: Theme, language: str) -> PairKey:
    """The key of a layer of comparisons, for a picture of its own."""
    language = "fr" if language == "fr" else "en"
    return _key(_pair(layer, theme, language), theme, language)
