"""What the signs of the mine glyph say, part by part, for the legend of a map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.core import QgsVectorLayer

from .class_style import class_shows, class_symbol, sign
from .symbols import letter_marker, marker_of, mine_renderer, plain_marker, presence_signs, ring_statuses
from .theme import Theme, theme_minerals
from .theme_classes import theme_classes
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

_RING_MM, _DISC_MM, _DISC_FILL = 4.2, 3.2, "#d9d2c3"


def themed_glyph(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Sites by the mine glyph; the minerals are its entries, rings, signs and sizes its groups."""
    parts = (
        ("qualification", _rings(theme, language, scale)),
        ("armed_presence", _signs(theme, language, scale)),
        ("workers", _sizes(theme, language, scale)),
    )
    groups = [LegendGroup(theme.sibling(part).heading(language), entries) for part, entries in parts]
    minerals = _minerals(theme, language, scale)
    renderer = mine_renderer(theme, language, scale)
    return ThemedLayer(renderer, theme.heading(language), minerals, theme.note(language), groups)


def _of_classes(theme: Theme, language: str, scale: float) -> dict[str, LegendEntry]:
    """The lines of another theme by the ids of its classes."""
    return {
        entry.id: LegendEntry(entry.label[language], class_symbol(theme, entry, language, scale), shows)
        for entry, shows in zip(theme_classes(theme), class_shows(theme, theme_classes(theme), {}))
    }


def _minerals(theme: Theme, language: str, scale: float) -> list[LegendEntry]:
    lines = _of_classes(theme.sibling("minerals"), language, scale)
    for mineral in theme_minerals(theme):
        look = {"size_mm": _DISC_MM, "fill": mineral.colour, "letter": mineral.letter}
        lines[mineral.code] = replace(lines[mineral.code], symbol=sign(theme, look, language, scale))
    return list(lines.values())


def _rings(theme: Theme, language: str, scale: float) -> list[LegendEntry]:
    lines = _of_classes(theme.sibling("qualification"), language, scale)
    for status in ring_statuses(theme):
        ring = plain_marker(
            theme,
            size_mm=_RING_MM * scale,
            fill="",
            stroke=status["fill"],
            stroke_mm=theme.at("mine_glyph.ring.width_mm") * scale,
            dash=status["ring_dash"],
        )
        letter = letter_marker(status["letter"][language], "#1a1a1a", 2.4 * scale)
        both = marker_of([ring.symbolLayer(0).clone(), letter.symbolLayer(0).clone()])
        lines[status["id"]] = replace(lines[status["id"]], symbol=both)
    ringed = [lines[status["id"]] for status in ring_statuses(theme)]
    without = plain_marker(theme, size_mm=_DISC_MM * scale)
    return [*ringed, LegendEntry(theme.at("mine_glyph.ring.without")[language], without, _none_of(ringed))]


def _signs(theme: Theme, language: str, scale: float) -> list[LegendEntry]:
    lines = _of_classes(theme.sibling("armed_presence"), language, scale)
    presence = theme.at("mine_glyph.presence")
    for entry in presence_signs(theme):
        symbol = plain_marker(
            theme,
            size_mm=presence["size_mm"] * scale,
            shape=entry["shape"],
            fill=entry["sign_fill"],
            stroke=presence["colour"],
            stroke_mm=0.3 * scale,
        )
        lines[entry["id"]] = replace(lines[entry["id"]], symbol=symbol)
    unknown = presence["unknown"]
    question = letter_marker(unknown["letter"], unknown["colour"], 2.2 * scale)
    lines["unknown"] = replace(lines["unknown"], symbol=question)
    nothing = plain_marker(theme, size_mm=0, fill="", stroke_mm=0)
    lines["none"] = replace(lines["none"], symbol=nothing)
    return list(lines.values())


def _sizes(theme: Theme, language: str, scale: float) -> list[LegendEntry]:
    workers = theme.sibling("workers")
    lines, smallest_mm = [], theme.at("workers.rest.size_mm")
    for entry, shows in zip(theme_classes(workers), class_shows(workers, theme_classes(workers), {})):
        if entry.look["size_mm"] > smallest_mm:
            disc = plain_marker(theme, size_mm=entry.look["size_mm"] * scale, fill=_DISC_FILL)
            lines.append(LegendEntry(entry.label[language], disc, shows))
    smallest = plain_marker(theme, size_mm=smallest_mm * scale, fill=_DISC_FILL)
    return [*lines, LegendEntry(theme.at("mine_glyph.smallest")[language], smallest, _none_of(lines))]


def _none_of(lines: list[LegendEntry]) -> str:
    return f"NOT ({' OR '.join(line.shows for line in lines)})"
