"""What the signs of the mine glyph say, part by part, for the legend of a map."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsMarkerSymbol

from .class_style import class_shows, class_symbol
from .symbols import letter_marker, marker_of, plain_marker, presence_signs, ring_statuses
from .theme import Theme
from .theme_classes import theme_classes

_RING_MM, _DISC_MM, _DISC_FILL = 4.2, 3.2, "#d9d2c3"


class Line(NamedTuple):
    """A line of the legend: words, sign, and an expression that holds for the sites drawn with it."""

    label: str
    symbol: QgsMarkerSymbol
    shows: str


def glyph_legend(theme: Theme, language: str, scale: float) -> list[tuple[str, list[Line]]]:
    """Headings and lines: minerals, rings of statuses, signs of armed presence, sizes."""
    return [
        (theme.at("minerals.heading")[language], _minerals(theme, language, scale)),
        (theme.at("qualification.heading")[language], _rings(theme, language, scale)),
        (theme.at("armed_presence.heading")[language], _signs(theme, language, scale)),
        (theme.at("workers.heading")[language], _sizes(theme, language, scale)),
    ]


def _of_classes(theme: Theme, language: str, scale: float) -> dict[str, Line]:
    """The lines of another theme by the ids of its classes."""
    return {
        entry.id: Line(entry.label[language], class_symbol(theme, entry, language, scale), shows)
        for entry, shows in zip(theme_classes(theme), class_shows(theme, {}))
    }


def _minerals(theme: Theme, language: str, scale: float) -> list[Line]:
    return list(_of_classes(theme.sibling("minerals"), language, scale).values())


def _rings(theme: Theme, language: str, scale: float) -> list[Line]:
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
        lines[status["id"]] = lines[status["id"]]._replace(symbol=both)
    ringed = [lines[status["id"]] for status in ring_statuses(theme)]
    without = plain_marker(theme, size_mm=_DISC_MM * scale)
    return [*ringed, Line(theme.at("mine_glyph.ring.without")[language], without, _none_of(ringed))]


def _signs(theme: Theme, language: str, scale: float) -> list[Line]:
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
        lines[entry["id"]] = lines[entry["id"]]._replace(symbol=symbol)
    unknown = presence["unknown"]
    question = letter_marker(unknown["letter"], unknown["colour"], 2.2 * scale)
    lines["unknown"] = lines["unknown"]._replace(symbol=question)
    nothing = plain_marker(theme, size_mm=0, fill="", stroke_mm=0)
    lines["none"] = lines["none"]._replace(symbol=nothing)
    return list(lines.values())


def _sizes(theme: Theme, language: str, scale: float) -> list[Line]:
    workers = theme.sibling("workers")
    lines, smallest_mm = [], theme.at("workers.rest.size_mm")
    for entry, shows in zip(theme_classes(workers), class_shows(workers, {})):
        if entry.look["size_mm"] > smallest_mm:
            disc = plain_marker(theme, size_mm=entry.look["size_mm"] * scale, fill=_DISC_FILL)
            lines.append(Line(entry.label[language], disc, shows))
    smallest = plain_marker(theme, size_mm=smallest_mm * scale, fill=_DISC_FILL)
    return [*lines, Line(theme.at("mine_glyph.smallest")[language], smallest, _none_of(lines))]


def _none_of(lines: list[Line]) -> str:
    return f"NOT ({' OR '.join(line.shows for line in lines)})"
