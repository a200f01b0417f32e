"""Themes of classes as renderers: a sign or a fill for each class, in both colourings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from ..core.wording import say
from .context_styles import fill_symbol, hatch, with_alpha
from .symbols import PALE, letter_marker, luminance, plain_marker
from .theme import Theme
from .theme_classes import ThemeClass, class_expression, single_values, theme_classes
from .theme_legend import LegendEntry, ThemedLayer

_LETTER_SHARE, _LETTER_MM = 0.62, 1.5  # of the sign; no smaller than this
_TRIANGLE_SINKS = 0.1  # the middle of a triangle is below that of its height


def column_names(
    theme: Theme, classes: Sequence[ThemeClass], layer: QgsVectorLayer, language: str
) -> dict[str, str]:
    """The layer's column for each field that classes ask for; letter case does not count.

    Raises SheetError when there is none: without it nothing would be drawn, or all as not known.
    """
    columns = {name.casefold(): name for name in layer.fields().names()}
    found = {}
    for field in {field for entry in classes for alternative in entry.when for field in alternative}:
        names = theme.document.get("fields", {}).get(field, [field])
        found[field] = next((columns[name.casefold()] for name in names if name.casefold() in columns), "")
        if not found[field]:
            raise SheetError(
                say(
                    "The layer '{0}' has no field '{1}', which the theme '{2}' reads; choose another "
                    "layer or theme.",
                    layer.name(),
                    field,
                    theme.label[language],
                )
            )
    return found


def themed_classes(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """A layer by a theme of classes."""
    classes = theme_classes(theme, as_of)
    columns = column_names(theme, classes, layer, language)
    entries = [
        LegendEntry(entry.label[language], class_symbol(theme, entry, language, scale), shows)
        for entry, shows in zip(classes, class_shows(theme, classes, columns))
    ]
    renderer = class_renderer(theme, classes, language, columns, scale)
    note = theme.note(language).replace("{as_of}", as_of.isoformat())
    return ThemedLayer(renderer, theme.heading(language), entries, note)


def class_renderer(
    theme: Theme,
    classes: Sequence[ThemeClass],
    language: str,
    columns: Mapping[str, str],
    scale: float = 1.0,
) -> QgsFeatureRenderer:
    """A category per class, the last one for what no class holds; one sign for all where there are no classes."""
    if len(classes) == 1:
        return QgsSingleSymbolRenderer(class_symbol(theme, classes[0], language, scale))
    by, values = class_values(theme, classes, columns)
    renderer = QgsCategorizedSymbolRenderer(
        by,
        [
            QgsRendererCategory(value, class_symbol(theme, entry, language, scale), entry.label[language])
            for entry, value in zip(classes, values)
        ],
    )
    if any(entry.order for entry in classes):
        _put_in_order(theme, renderer, classes, columns)
    return renderer


def class_values(
    theme: Theme, classes: Sequence[ThemeClass], columns: Mapping[str, str]
) -> tuple[str, list[Any]]:
    """What a categorised renderer sorts by, and the value of each class.

    They are the values of the field where every class is one of them, and '' stands for the rest. That is told by
    the expression: QGIS draws other values with the category of '', but leaves them out of counts and legends.
    """
    as_written = theme.document.get("as_written", True)
    simple = single_values(classes) if as_written else None
    if simple is None:
        return class_expression(classes, columns, as_written), [entry.id for entry in classes]
    field, values = simple
    return value_or_rest(columns.get(field, field), values), [*values, ""]


def value_or_rest(column: str, values: Sequence[Any]) -> str:
    """An expression for a field's value if it is one of these, else ''."""
    name = QgsExpression.quotedColumnRef(column)
    return f"if({name} IN ({', '.join(QgsExpression.quotedValue(value) for value in values)}), {name}, '')"


def _put_in_order(
    theme: Theme,
    renderer: QgsCategorizedSymbolRenderer,
    classes: Sequence[ThemeClass],
    columns: Mapping[str, str],
) -> None:
    """Draw features of classes with a higher order over others."""
    places = ", ".join(f"{QgsExpression.quotedString(entry.id)}, {entry.order}" for entry in classes)
    of_class = class_expression(classes, columns, theme.document.get("as_written", True))
    clause = QgsFeatureRequest.OrderByClause(f"map_get(map({places}), {of_class})", True, True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)


def class_shows(theme: Theme, classes: Sequence[ThemeClass], columns: Mapping[str, str]) -> list[str]:
    """For each class an expression that holds for its features; '' where all features are in the one class."""
    if len(classes) == 1:
        return [""]
    of_class = class_expression(classes, columns, theme.document.get("as_written", True))
    return [f"{of_class} = {QgsExpression.quotedString(entry.id)}" for entry in classes]


def class_symbol(theme: Theme, entry: ThemeClass, language: str, scale: float = 1.0) -> QgsSymbol:
    """The sign or fill of a class. scale: factor on sizes of signs, and on lines of areas."""
    if theme.at("geometry") == "polygon":
        return area_symbol(theme, entry.look, scale)
    return sign(theme, entry.look, language, scale)


def sign(theme: Theme, look: Mapping[str, Any], language: str, scale: float = 1.0) -> QgsSymbol:
    """A marker by its look: shape, fill, outline, white core and letter."""
    size = look["size_mm"] * scale
    symbol = plain_marker(
        theme,
        size_mm=size,
        shape=look.get("shape", "circle"),
        fill=look.get("fill", ""),
        stroke=look.get("stroke"),
        stroke_mm=look.get("stroke_mm"),
        dash=look.get("dash", "solid"),
    )
    symbol.symbolLayer(0).setAngle(look.get("angle", 0))
    if look.get("core"):
        core = plain_marker(
            theme, size_mm=size * look["core"], shape=look.get("shape", "circle"), stroke_mm=0
        )
        symbol.appendSymbolLayer(core.symbolLayer(0).clone())
    if look.get("letter"):
        letter = look["letter"]
        letter = letter if isinstance(letter, str) else letter[language]
        pale = look.get("core") or not look.get("fill") or luminance(QColor(look["fill"])) > PALE
        mm = max(_LETTER_SHARE * size, _LETTER_MM * scale) / max(1.0, 0.62 * len(letter))
        of_letter = letter_marker(letter, "#111111" if pale else "#ffffff", mm)
        part = of_letter.symbolLayer(0).clone()
        if look.get("shape") == "triangle" and not look.get("angle"):
            part.setOffset(QPointF(0, _TRIANGLE_SINKS * size))
        symbol.appendSymbolLayer(part)
    return symbol


def area_symbol(theme: Theme, look: Mapping[str, Any], lines: float = 1.0) -> QgsFillSymbol:
    """A fill by its look: tint, outline with its dash, hatch."""
    fill, outline = look.get("fill", ""), theme.document.get("outline", {})
    stroke = look.get("stroke") or outline.get("colour") or fill
    width = look.get("stroke_mm", outline.get("width_mm", 0.3)) * lines
    tint = with_alpha(fill, look.get("alpha", 1.0)) if fill else None
    symbol = fill_symbol(tint, stroke, width, look.get("dash", "solid"))
    if look.get("hatch") is not None:
        under_tint = 0 if look.get("alpha", 1.0) < 1 else symbol.symbolLayerCount()
        colour = look.get("hatch_colour", stroke)
        symbol.insertSymbolLayer(under_tint, hatch(colour, look["hatch"], lines * look.get("hatch_mm", 1.0)))
    return symbol
