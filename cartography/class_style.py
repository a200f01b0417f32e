"""Themes of classes as renderers: a sign or a fill for each class, in both colourings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .context_styles import fill_symbol, hatch, with_alpha
from .symbols import letter_marker, luminance, plain_marker
from .theme import Theme
from .theme_classes import ThemeClass, class_expression, single_values, theme_classes

_LETTER_SHARE, _LETTER_MM = 0.62, 1.5  # of the sign; no smaller than this
_PALE = 0.3  # from this luminance on black letters read better than white ones


def column_names(theme: Theme, layer: QgsVectorLayer) -> dict[str, str]:
    """The layer's column for each field that goes by several names; the first name where it has none."""
    columns = {name.casefold(): name for name in layer.fields().names()}
    found = {}
    for field, names in theme.document.get("fields", {}).items():
        found[field] = next(
            (columns[name.casefold()] for name in names if name.casefold() in columns), names[0]
        )
    return found


def class_renderer(
    theme: Theme,
    language: str,
    columns: Mapping[str, str],
    scale: float = 1.0,
    present: Collection[str] | None = None,
) -> QgsCategorizedSymbolRenderer:
    """A category per class; the last one draws what no class holds. present: ids to leave the others out."""
    classes = theme_classes(theme)
    as_written = theme.document.get("as_written", True)
    simple = single_values(classes) if as_written else None
    if simple is not None:
        by, values = columns.get(simple[0], simple[0]), [*simple[1], ""]
    else:
        by, values = class_expression(classes, columns, as_written), [entry.id for entry in classes]
    renderer = QgsCategorizedSymbolRenderer(
        by,
        [
            QgsRendererCategory(value, class_symbol(theme, entry, language, scale), entry.label[language])
            for entry, value in zip(classes, values)
            if present is None or entry.id in present
        ],
    )
    if any(entry.order for entry in classes):
        put_in_order(renderer, classes, columns, as_written)
    return renderer


def put_in_order(
    renderer: QgsCategorizedSymbolRenderer,
    classes: list[ThemeClass],
    columns: Mapping[str, str],
    as_written: bool = True,
) -> None:
    """Draw features of classes with a higher order over others."""
    places = ", ".join(f"{QgsExpression.quotedString(entry.id)}, {entry.order}" for entry in classes)
    of_class = class_expression(classes, columns, as_written)
    clause = QgsFeatureRequest.OrderByClause(f"map_get(map({places}), {of_class})", True, True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)


def class_shows(theme: Theme, columns: Mapping[str, str]) -> list[str]:
    """For each class an expression that holds for its features, in the order of theme_classes."""
    classes = theme_classes(theme)
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
        pale = look.get("core") or not look.get("fill") or luminance(QColor(look["fill"])) > _PALE
        mm = max(_LETTER_SHARE * size, _LETTER_MM * scale) / max(1.0, 0.62 * len(letter))
        of_letter = letter_marker(letter, "#111111" if pale else "#ffffff", mm)
        symbol.appendSymbolLayer(of_letter.symbolLayer(0).clone())
    return symbol


def area_symbol(theme: Theme, look: Mapping[str, Any], lines: float = 1.0) -> QgsFillSymbol:
    """A fill by its look: tint, outline with its dash, hatch."""
    fill, outline = look.get("fill", ""), theme.document.get("outline", {})
    stroke = look.get("stroke") or outline.get("colour") or fill
    width = look.get("stroke_mm", outline.get("width_mm", 0.3)) * lines
    tint = with_alpha(fill, look.get("alpha", 1.0)) if fill else None
    symbol = fill_symbol(tint, stroke, width, look.get("dash", "solid"))
    if look.get("hatch") is not None:
        symbol.insertSymbolLayer(0, hatch(stroke, look["hatch"], lines))
    return symbol
