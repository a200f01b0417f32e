"""Whether classes can be told apart, also by colour-blind readers, and stand out from their ground.

Two classes that differ in more than colour (shape, size, dash, pattern, letter) have a second cue and pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMarker,
    QgsLayoutItemPicture,
    QgsLayoutItemPolygon,
    QgsLayoutItemShape,
    QgsLinePatternFillSymbolLayer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsSymbolLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from .drawn import DrawnLayer, MapClass, classes_in_use, expression_context, label_settings, symbol_layers
from .finding import PreflightFinding, Word, rule
from .page import (
    finding_at,
    is_html,
    items_of,
    label_colour,
    name_of,
    page_rect,
    place_of,
    shape_colour,
    text_rect,
)

_PROPERTIES = QgsSymbolLayer.Property
_COLOURS = (_PROPERTIES.PropertyFillColor, _PROPERTIES.PropertyStrokeColor)
_CUES = (
    _PROPERTIES.PropertyName,
    _PROPERTIES.PropertyStrokeStyle,
    _PROPERTIES.PropertyCharacter,
    _PROPERTIES.PropertySize,
    _PROPERTIES.PropertyStrokeWidth,
    _PROPERTIES.PropertyAngle,
    _PROPERTIES.PropertyLayerEnabled,
)


@dataclass(frozen=True)
class _Mark:
    """What one class looks like: a colour for each part, and everything else that tells it from others."""

    name: str
    colours: tuple[str, ...]
    cues: tuple[object, ...]


def colour_vision(drawn: list[DrawnLayer]) -> list[PreflightFinding]:
    """Classes of one map that are hard to tell apart: the worst pair of each layer, and of layers with each other."""
    findings = []
    for item in dict.fromkeys(entry.map for entry in drawn):
        entries = [entry for entry in drawn if entry.map is item]
        ground = _opaque(item.backgroundColor(), "#ffffff") if item.hasBackground() else "#ffffff"
        tints = []
        for entry in entries:
            classes = classes_in_use([entry])
            own = [_mark(found.label or entry.layer.name(), found.symbol, ground) for found in classes]
            worst = _worst_pair(own)
            for values in _value_marks(entry, classes, ground, _names(own)):
                worst = min(worst, _worst_pair(values), key=lambda pair: pair[0])
            findings.extend(_too_near(worst, item, entry.layer.name(), entry.layer.id()))
            if entry.layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
                tints.append(own)
        # Tints of different layers lie side by side; signs and lines mean what their layer means.
        between = [_worst_pair(one + other, split=len(one)) for one, other in combinations(tints, 2)]
        worst = min(between, key=lambda pair: pair[0], default=_NOTHING)
        findings.extend(_too_near(worst, item, name_of(item), ""))
    return findings


_NOTHING: tuple[float, str, str, str] = (float("inf"), "", "", "")


def _names(marks: list[_Mark]) -> dict[str, str]:
    """Names of classes by a colour that only they have."""
    owners: dict[str, set[str]] = {}
    for mark in marks:
        for colour in mark.colours:
            owners.setdefault(colour, set()).add(mark.name)
    return {colour: next(iter(names)) for colour, names in owners.items() if len(names) == 1}


def _too_near(
    worst: tuple[float, str, str, str], item: QgsLayoutItem, where: str, layer: str
) -> Iterator[PreflightFinding]:
    distance, vision, one, other = worst
    limits = rule("colours_too_near")
    if distance >= limits["near"]:
        return
    code = "colours_too_near" if distance < limits["too_near"] else "colours_near"
    values = {"where": where, "one": one, "other": other, "distance": distance, "vision": Word(vision)}
    yield PreflightFinding(code, values, item.id(), place_of(item), layer)


def _worst_pair(marks: list[_Mark], split: int | None = None) -> tuple[float, str, str, str]:
    """Least distance, vision and the two names; with split only pairs across that place count."""
    from ...core.colour_vision import VISIONS, distances

    colours = list(dict.fromkeys(colour for mark in marks for colour in mark.colours))
    at = {colour: number for number, colour in enumerate(colours)}
    pairs = [
        (one, other)
        for (i, one), (j, other) in combinations(enumerate(marks), 2)
        if one.cues == other.cues and (split is None or i < split <= j)
    ]
    worst = _NOTHING
    for vision in VISIONS if pairs else ():
        apart = distances(colours, vision)
        for one, other in pairs:
            # The part in which they differ most tells them apart.
            parts = zip(one.colours, other.colours)
            distance = max((float(apart[at[a], at[b]]) for a, b in parts), default=0.0)
            if distance < worst[0]:
                worst = (distance, vision, one.name, other.name)
    return worst


def _mark(name: str, symbol: QgsSymbol, ground: str) -> _Mark:
    colours: list[str] = []
    cues: list[object] = []
    for layer in symbol_layers(symbol):
        of_part = _colours_of(layer)
        colours.extend(_opaque(colour, ground, symbol.opacity()) for colour in of_part)
        cues.append((layer.layerType(), len(of_part), *_cues_of(layer)))
    return _Mark(name, tuple(colours), tuple(cues))


def _colours_of(layer: QgsSymbolLayer) -> list[QColor]:
    """The colours that a symbol layer paints with: fill first, then outline."""
    if isinstance(layer, QgsSimpleMarkerSymbolLayer):
        filled = [layer.fillColor()] if layer.fillColor().alpha() else []
        return filled + ([layer.strokeColor()] if layer.strokeStyle() != Qt.PenStyle.NoPen else [])
    if isinstance(layer, QgsSimpleFillSymbolLayer):
        filled = [layer.fillColor()] if layer.brushStyle() != Qt.BrushStyle.NoBrush else []
        return filled + ([layer.strokeColor()] if layer.strokeStyle() != Qt.PenStyle.NoPen else [])
    if layer.subSymbol() is not None:
        return []  # its parts follow
    return [layer.color()]


def _cues_of(layer: QgsSymbolLayer) -> tuple[object, ...]:
    if isinstance(layer, QgsSimpleMarkerSymbolLayer):
        return layer.shape(), layer.strokeStyle(), round(layer.size(), 1), round(layer.angle())
    if isinstance(layer, QgsSimpleFillSymbolLayer):
        return layer.brushStyle(), layer.strokeStyle()
    if isinstance(layer, QgsSimpleLineSymbolLayer):
        return layer.penStyle(), round(layer.width(), 1), layer.useCustomDashPattern()
    if isinstance(layer, QgsLinePatternFillSymbolLayer):
        return (round(layer.lineAngle()), round(layer.distance(), 1))
    if isinstance(layer, QgsFontMarkerSymbolLayer):
        return (layer.character(),)
    return ()


def _value_marks(
    entry: DrawnLayer, classes: list[MapClass], ground: str, names: dict[str, str]
) -> Iterator[list[_Mark]]:
    """Colours that follow the values of features (rings, second minerals, signs): a list for each such part."""
    seen: set[str] = set()
    for found in classes:
        for layer in symbol_layers(found.symbol):
            properties = layer.dataDefinedProperties()
            for key in _COLOURS:
                if not properties.isActive(key):
                    continue
                text = properties.property(key).asExpression()
                if text in seen:
                    continue
                seen.add(text)
                marks = _marks_by_value(entry, layer, key, ground)
                yield [replace(mark, name=names.get(mark.name, mark.name)) for mark in marks]


def _marks_by_value(entry: DrawnLayer, layer: QgsSymbolLayer, key: int, ground: str) -> Iterator[_Mark]:
    properties = layer.dataDefinedProperties()
    context = expression_context(entry.layer, entry.map)
    active = [cue for cue in _CUES if properties.isActive(cue)]
    wanted = {name for cue in (key, *active) for name in properties.property(cue).referencedFields(context)}
    fields = sorted(wanted & set(entry.layer.fields().names()))
    seen: set[tuple[str, ...]] = set()
    found: set[_Mark] = set()
    for feature in (feature for rows in entry.by_class.values() for feature in rows):
        values = tuple(str(feature[name]) for name in fields)
        if values in seen:
            continue
        seen.add(values)
        context.setFeature(feature)
        cues = tuple(str(properties.property(cue).value(context)[0]) for cue in active)
        enabled = properties.isActive(_PROPERTIES.PropertyLayerEnabled)
        if enabled and not properties.valueAsBool(_PROPERTIES.PropertyLayerEnabled, context, True):
            continue
        written = properties.property(key).value(context)[0]
        colour = QgsSymbolLayerUtils.decodeColor(str(written)) if written else QColor()
        if colour.isValid() and colour.alpha():
            shown = _opaque(colour, ground)
            mark = _Mark(shown, (shown,), cues)
            if mark not in found:
                found.add(mark)
                yield mark


def contrast(drawn: list[DrawnLayer], base: set[str]) -> list[PreflightFinding]:
    """Symbols and names that hardly differ from their ground; layers in `base` (ids) are meant to be faint."""
    from ...core.colour_vision import contrast as ratio

    least = rule("contrast_low")["least"]
    findings = []
    for entry in drawn:
        if entry.layer.id() in base:
            continue
        ground = _opaque(entry.map.backgroundColor(), "#ffffff") if entry.map.hasBackground() else "#ffffff"
        faint = []
        for found in classes_in_use([entry]):
            colours = _mark("", found.symbol, ground).colours
            best = max((ratio(colour, ground) for colour in colours), default=least)
            if best < least:
                faint.append((best, found.label or entry.layer.name()))
        if faint:
            best, name = min(faint)
            values = {"where": entry.layer.name(), "one": name, "ratio": best, "n": len(faint)}
            place = place_of(entry.map)
            findings.append(PreflightFinding("contrast_low", values, entry.map.id(), place, entry.layer.id()))
        if entry.features:
            findings.extend(_label_contrast(entry, ground, least))
    return findings


def _label_contrast(entry: DrawnLayer, ground: str, least: float) -> Iterator[PreflightFinding]:
    from ...core.colour_vision import contrast as ratio

    for settings in label_settings(entry.layer):
        text = settings.format()
        behind = ground
        for part, colour in (
            (text.background(), text.background().fillColor()),
            (text.buffer(), text.buffer().color()),
        ):
            if part.enabled():
                behind = _opaque(colour, ground, part.opacity())
        reached = ratio(_opaque(text.color(), behind, text.opacity()), behind)
        if reached < least:
            values = {"where": entry.layer.name(), "ratio": reached}
            yield PreflightFinding(
                "label_contrast_low", values, entry.map.id(), place_of(entry.map), entry.layer.id()
            )


def text_contrast(layout: QgsLayout) -> Iterator[PreflightFinding]:
    """Texts of the layout that hardly differ from what they stand on."""
    from ...core.colour_vision import contrast as ratio

    least = rule("contrast_low")["least"]
    below: list[tuple[QgsLayoutItem, QRectF]] = []
    for item in items_of(layout):
        is_text = isinstance(item, QgsLayoutItemLabel) and not is_html(item) and item.currentText().strip()
        behind = _behind(item, below) if is_text else ""
        if behind:
            reached = ratio(_opaque(label_colour(item), behind), behind)
            if reached < least:
                yield finding_at("text_contrast_low", item, ratio=reached)
        if _may_be_ground(item):
            below.append((item, page_rect(item)))


def _may_be_ground(item: QgsLayoutItem) -> bool:
    kinds = (
        QgsLayoutItemPicture,
        QgsLayoutItemShape,
        QgsLayoutItemMarker,
        QgsLayoutItemPolygon,
        QgsLayoutItemMap,
    )
    return isinstance(item, kinds)


def _behind(item: QgsLayoutItemLabel, below: list[tuple[QgsLayoutItem, QRectF]]) -> str:
    """The colour behind a text: its own background, or that of the uppermost item that holds it; else white.

    below: with their rectangles. '' on a picture, whose colours are not known.
    """
    if item.hasBackground() and item.backgroundColor().alpha():
        return _opaque(item.backgroundColor(), "#ffffff")
    centre = text_rect(item).center()
    for other, rect in reversed(below):
        if not rect.contains(centre):
            continue
        if isinstance(other, QgsLayoutItemPicture):
            return ""
        if isinstance(other, QgsLayoutItemShape) and shape_colour(other) is not None:
            return _opaque(shape_colour(other), "#ffffff")
        if isinstance(other, (QgsLayoutItemMarker, QgsLayoutItemPolygon)):
            painted = [colour for part in symbol_layers(other.symbol()) for colour in _colours_of(part)[:1]]
            if painted:
                return _opaque(painted[-1], "#ffffff")
        if other.hasBackground() and isinstance(other, QgsLayoutItemMap):
            return _opaque(other.backgroundColor(), "#ffffff")
    return "#ffffff"


def _opaque(colour: QColor, ground: str, opacity: float = 1.0) -> str:
    """A colour as it looks on a ground."""
    from ...core.colour_vision import over

    alpha = colour.alphaF() * opacity
    return colour.name() if alpha >= 1 else over(colour.name(), alpha, ground)
