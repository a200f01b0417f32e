"""The mine glyph: mineral by fill, miners by size, status by ring and letter, armed presence by sign.

Everything is drawn from the columns of the sites table by data-defined properties, so that the
same renderer serves the printed sheet, the project and the user's own layers. No opacity, blend
mode or effect: those would turn the print into a picture.
"""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFontMarkerSymbolLayer,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor

from .fonts import FAMILY, register_fonts
from .theme import Mineral, Theme, other_mineral, theme_minerals
from .theme_classes import class_expression, theme_classes

# Fields of the sites table that the glyph reads.
GLYPH_FIELDS = (
    "mineral_main",
    "minerals",
    "workers",
    "state",
    "qualification",
    "presence",
    "interference",
    "actor_class",
)

_SHAPES = {
    "circle": QgsSimpleMarkerSymbolLayerBase.Shape.Circle,
    "square": QgsSimpleMarkerSymbolLayerBase.Shape.Square,
    "triangle": QgsSimpleMarkerSymbolLayerBase.Shape.Triangle,
    "diamond": QgsSimpleMarkerSymbolLayerBase.Shape.Diamond,
    "pentagon": QgsSimpleMarkerSymbolLayerBase.Shape.Pentagon,
    "hexagon": QgsSimpleMarkerSymbolLayerBase.Shape.Hexagon,
    "star": QgsSimpleMarkerSymbolLayerBase.Shape.Star,
}
PEN_STYLES = {
    "solid": Qt.PenStyle.SolidLine,
    "dash": Qt.PenStyle.DashLine,
    "dot": Qt.PenStyle.DotLine,
    "dash dot": Qt.PenStyle.DashDotLine,
}
PALE = 0.3  # from this luminance on black letters read better than white ones
_LETTER_MM = 2.2  # 6.2 pt: the least that is read at arm's length


def luminance(colour: QColor) -> float:
    """How light a colour looks, 0..1 (relative luminance as in WCAG 2, with a plain gamma of 2.2)."""
    shares = ((0.2126, colour.redF()), (0.7152, colour.greenF()), (0.0722, colour.blueF()))
    return sum(weight * value**2.2 for weight, value in shares)


def mixed(first: str, second: str, share: float) -> str:
    """The colour between two, channel by channel; share: of the second, 0..1."""
    one, other = QColor(first), QColor(second)
    parts = zip(one.getRgb()[:3], other.getRgb()[:3])
    return QColor(*(round((1 - share) * a + share * b) for a, b in parts)).name()


def quoted(value: str) -> str:
    """A text as an expression literal."""
    return QgsExpression.quotedValue(value)


def in_codes(field: str, codes: list[str]) -> str:
    """An expression: the field holds one of the codes."""
    return f'"{field}" IN ({", ".join(quoted(code) for code in codes)})' if codes else "false"


def size_expression(theme: Theme, scale: float) -> str:
    """Diameter of a site's disc in mm, by its number of miners; unknown as the smallest."""
    sizes, otherwise = worker_sizes(theme)
    cases = " ".join(
        f'WHEN "workers" >= {low} THEN {size * scale:.3f}' for low, size in sorted(sizes, reverse=True)
    )
    return f"(CASE {cases} ELSE {otherwise * scale:.3f} END)"


def worker_sizes(theme: Theme) -> tuple[list[tuple[int, float]], float]:
    """Least number of miners and mm of each class of size, rising; and mm where it is not known."""
    classes = theme.at("workers.classes")
    sizes = [(entry["when"]["workers"]["from"], entry["size_mm"]) for entry in classes]
    return sorted(sizes), theme.at("workers.rest.size_mm")


def ring_statuses(theme: Theme) -> list[dict]:
    """The statuses that have a ring round the glyph, in legend order: entries of the theme qualification."""
    ringed = theme.at("mine_glyph.ring.classes")
    return [entry for entry in theme.at("qualification.classes") if entry["id"] in ringed]


def presence_signs(theme: Theme) -> list[dict]:
    """The classes of armed presence that have a sign at the glyph: all but none observed."""
    return [entry for entry in theme.at("armed_presence.classes") if entry["id"] != "none"]


def presence_expression(theme: Theme) -> str:
    """Id of the armed-presence class; 'none' only where a visit says so, else 'unknown'.

    A known class of actor comes before the yes/no answer: a named group is shown even where the two
    contradict each other. An unknown class alone is no presence.
    """
    return class_expression(theme_classes(theme.sibling("armed_presence")), {})


def _lookup(expression: str, values: dict[str, str], otherwise: str) -> str:
    """An expression that looks a text up in a table."""
    if not values:
        return quoted(otherwise)
    pairs = ", ".join(f"{quoted(key)}, {quoted(value)}" for key, value in values.items())
    return f"coalesce(map_get(map({pairs}), {expression}), {quoted(otherwise)})"


def _marker(
    shape: str, size: float, fill: str | None, stroke: str, width_mm: float
) -> QgsSimpleMarkerSymbolLayer:
    layer = QgsSimpleMarkerSymbolLayer(_SHAPES[shape], size)
    colour = QColor(fill) if fill else QColor(0, 0, 0, 0)
    layer.setColor(colour)
    layer.setStrokeColor(QColor(stroke))
    layer.setStrokeWidth(width_mm)
    if width_mm == 0:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def _define(layer: QgsSymbolLayer, **expressions: str) -> QgsSymbolLayer:
    """Set data-defined properties by the end of their enum name, e.g. Size="expression"."""
    for name, expression in expressions.items():
        if name == "LayerEnabled":
            expression = f"coalesce({expression}, false)"  # NULL would leave the layer on
        key = getattr(QgsSymbolLayer.Property, f"Property{name}")
        layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
    return layer


def marker_of(layers: list[QgsSymbolLayer]) -> QgsMarkerSymbol:
    """A marker of these layers, the first at the bottom; it takes them over.

    Handing a list to the constructor leaves two owners and crashes QGIS 3.22.
    """
    symbol = QgsMarkerSymbol.createSimple({})
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def mine_symbol(
    theme: Theme, mineral: Mineral, minerals: list[Mineral], language: str, scale: float
) -> QgsMarkerSymbol:
    """The glyph for one mineral's colour and letter; all else follows each site's own attributes.

    scale: factor on all sizes (1 on A0). language: of the status letters.
    """
    colour = mineral.colour
    register_fonts()
    size = size_expression(theme, scale)
    outline, outline_mm = theme.at("outline.colour"), theme.at("outline.width_mm")
    layers: list[QgsSymbolLayer] = []

    statuses = ring_statuses(theme)
    ring_mm, gap_mm = theme.at("mine_glyph.ring.width_mm") * scale, theme.at("mine_glyph.ring.gap_mm") * scale
    has_status = in_codes("qualification", [entry["id"] for entry in statuses])
    ring_size = f"{size} + {2 * gap_mm + ring_mm:.3f}"
    ring_colour = _lookup('"qualification"', {entry["id"]: entry["fill"] for entry in statuses}, "#000000")
    casing = _marker("circle", 4, "#ffffff", "#ffffff", ring_mm + 0.5 * scale)
    layers.append(_define(casing, Size=ring_size, LayerEnabled=has_status))
    ring = _marker("circle", 4, None, "#000000", ring_mm)
    ring.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    ring_dash = _lookup('"qualification"', {entry["id"]: entry["ring_dash"] for entry in statuses}, "solid")
    layers.append(
        _define(ring, Size=ring_size, LayerEnabled=has_status, StrokeColor=ring_colour, StrokeStyle=ring_dash)
    )

    inactive = "\"state\" = 'inactive'"
    disc = _marker("circle", 3, colour, outline, outline_mm)
    hollow = quoted(theme.at("mine_glyph.inactive.fill"))
    layers.append(
        _define(disc, Size=size, FillColor=f"CASE WHEN {inactive} THEN {hollow} ELSE {quoted(colour)} END")
    )
    if mineral.letter:
        ink = "#111111" if luminance(QColor(colour)) > PALE else "#ffffff"
        initials = QgsFontMarkerSymbolLayer(FAMILY, mineral.letter, 1.2 * scale, QColor(ink))
        initials.setFontStyle("Bold")
        character = f"CASE WHEN {inactive} THEN ' ' ELSE {quoted(mineral.letter)} END"
        layers.append(
            _define(
                initials,
                Size=f"{size} * {0.75 / max(1, 0.65 * len(mineral.letter)):.2f}",
                Character=character,
            )
        )
    dot = _marker("circle", 1.5, colour, outline, 0.1)
    layers.append(
        _define(dot, Size=f"{size} * {theme.at('mine_glyph.inactive.dot_share')}", LayerEnabled=inactive)
    )

    second_mm = theme.at("mine_glyph.second_mineral.size_mm") * scale
    second = _marker("circle", second_mm, "#ffffff", outline, 0.15)
    second_code = "array_get(string_to_array(\"minerals\", ';'), 1)"
    second_colour = _lookup(second_code, {m.code: m.colour for m in minerals}, theme.at("minerals.rest.fill"))
    layers.append(
        _define(
            second,
            LayerEnabled="coalesce(\"minerals\", '') LIKE '%;%'",
            FillColor=second_colour,
            Offset=f"to_string(-({size}) / 2 - {second_mm * 0.35:.3f}) || ',0'",
        )
    )
    layers.extend(_presence_layers(theme, size, scale))
    letter = QgsFontMarkerSymbolLayer(FAMILY, " ", _LETTER_MM * max(scale, 0.75), QColor("#1a1a1a"))
    letter.setFontStyle("Bold")
    letters = _lookup('"qualification"', {entry["id"]: entry["letter"][language] for entry in statuses}, " ")
    corner = f"({size}) * 0.36 + {(gap_mm + ring_mm + 0.75 * scale):.3f}"
    layers.append(
        _define(
            letter,
            LayerEnabled=has_status,
            Character=letters,
            Offset=f"to_string({corner}) || ',' || to_string({corner})",
        )
    )

    return marker_of(layers)


def _presence_layers(theme: Theme, size: str, scale: float) -> list[QgsSymbolLayer]:
    presence = presence_expression(theme)
    classes = presence_signs(theme)
    colour = theme.at("mine_glyph.presence.colour")
    sign_mm = theme.at("mine_glyph.presence.size_mm") * scale
    corner = f"({size}) * 0.36 + {(0.55 * sign_mm):.3f}"
    offset = f"to_string({corner}) || ',' || to_string(-({corner}))"
    sign = _marker("triangle", sign_mm, colour, colour, 0.3 * scale)
    known = f"{presence} NOT IN ('none', 'unknown')"
    fills = {entry["id"]: entry["sign_fill"] for entry in classes}
    _define(
        sign,
        LayerEnabled=known,
        Name=_lookup(presence, {entry["id"]: entry["shape"] for entry in classes}, "circle"),
        FillColor=_lookup(presence, fills, "#ffffff"),
        Offset=offset,
    )
    casing = _marker("triangle", sign_mm + 0.7 * scale, "#ffffff", "#ffffff", 0.3 * scale)
    _define(
        casing,
        LayerEnabled=known,
        Name=_lookup(presence, {entry["id"]: entry["shape"] for entry in classes}, "circle"),
        Offset=offset,
    )
    unknown = theme.at("mine_glyph.presence.unknown")
    question = QgsFontMarkerSymbolLayer(
        FAMILY, unknown["letter"], _LETTER_MM * max(scale, 0.75), QColor(unknown["colour"])
    )
    question.setFontStyle("Bold")
    _define(question, LayerEnabled=f"{presence} = 'unknown'", Offset=offset)
    return [casing, sign, question]


def mine_renderer(theme: Theme, language: str, scale: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """The glyph for every mineral of the vocabulary; small sites are drawn over large ones."""
    minerals = theme_minerals(theme)
    categories = [
        QgsRendererCategory(
            mineral.code,
            mine_symbol(theme, mineral, minerals, language, scale),
            mineral.label[language],
        )
        for mineral in minerals
    ]
    other = other_mineral(theme)
    symbol = mine_symbol(theme, other, minerals, language, scale)
    categories.append(QgsRendererCategory("", symbol, other.label[language]))
    # What is not in the list is '' for QGIS's counts and legends too; what is empty is not known.
    listed = in_codes("mineral_main", [mineral.code for mineral in minerals])
    known = f'if({listed} OR "mineral_main" IS NULL, "mineral_main", \'\')'
    renderer = QgsCategorizedSymbolRenderer(f"coalesce({known}, 'unknown')", categories)
    clause = QgsFeatureRequest.OrderByClause('coalesce("workers", 0)', False, False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    return renderer


def plain_marker(
    theme: Theme,
    *,
    size_mm: float,
    fill: str = "#ffffff",
    shape: str = "circle",
    stroke: str | None = None,
    stroke_mm: float | None = None,
    dash: str = "solid",
) -> QgsMarkerSymbol:
    """One marker of the key, without data-defined properties."""
    width = theme.at("outline.width_mm") if stroke_mm is None else stroke_mm
    layer = _marker(shape, size_mm, fill or None, stroke or theme.at("outline.colour"), width)
    layer.setStrokeStyle(PEN_STYLES[dash] if width else Qt.PenStyle.NoPen)
    return marker_of([layer])


def letter_marker(
    letter: str, colour: str, size_mm: float, offset: tuple[float, float] = (0, 0)
) -> QgsMarkerSymbol:
    """A letter of the key, drawn with the sheet's font."""
    register_fonts()
    layer = QgsFontMarkerSymbolLayer(FAMILY, letter, size_mm, QColor(colour))
    layer.setFontStyle("Bold")
    layer.setOffset(QPointF(*offset))
    return marker_of([layer])
