"""The sections of the key that explain the mine glyph: its parts, statuses, armed presence, sizes, minerals."""

from __future__ import annotations

from .key import KeyStyle, Row, Section, rows_section, section_heading
from .page import Page
from .symbols import (
    in_codes,
    letter_marker,
    plain_marker,
    presence_expression,
    presence_signs,
    quoted,
    ring_statuses,
    worker_sizes,
)
from .theme import Mineral, Theme


def qualification_section(
    theme: Theme, texts: dict[str, str], language: str, labels: dict, present: set[str]
) -> Section:
    """Rings of the statuses in `present` with their letters; labels: code -> language -> words."""
    ringed = [status for status in ring_statuses(theme) if status["id"] in present]
    has_others = bool(present - {status["id"] for status in ringed})

    def rows_at(scale: float) -> list[Row]:
        rows = []
        for status in ringed:
            ring = plain_marker(
                theme,
                size_mm=4.2 * scale,
                fill="",
                stroke=status["fill"],
                stroke_mm=theme.at("mine_glyph.ring.width_mm") * scale,
                dash=status["ring_dash"],
            )
            letter = letter_marker(status["letter"][language], "#1a1a1a", 2.4 * scale)
            shows = in_codes("qualification", [status["id"]])
            markers = ((ring, 0, 0), (letter, 0, 0))
            rows.append(Row(markers, labels[status["id"]][language], 5.2 * scale, shows))
        if has_others:
            none = plain_marker(theme, size_mm=3.2 * scale, fill="#ffffff")
            rows.append(Row(((none, 0, 0),), texts["qualification_none"], 4.2 * scale))
        return rows

    return rows_section("qualification", texts["qualification"], rows_at, texts["qualification_note"])


def presence_section(theme: Theme, texts: dict[str, str], language: str, present: set[str]) -> Section:
    """Signs of armed presence, one row for each class in `present`, with none and not known."""
    colour, unknown = theme.at("mine_glyph.presence.colour"), theme.at("mine_glyph.presence.unknown")
    presence = presence_expression(theme)
    not_known = theme.at("armed_presence.rest.label")[language]

    def rows_at(scale: float) -> list[Row]:
        size = theme.at("mine_glyph.presence.size_mm") * scale * 1.15
        rows = []
        for entry in presence_signs(theme):
            if entry["id"] not in present:
                continue
            sign = plain_marker(
                theme,
                size_mm=size,
                shape=entry["shape"],
                fill=entry["sign_fill"],
                stroke=colour,
                stroke_mm=0.3 * scale,
            )
            shows = f"{presence} = {quoted(entry['id'])}"
            rows.append(Row(((sign, 0, 0),), entry["label"][language], 3.2 * scale, shows))
        if "unknown" in present:
            question = letter_marker(unknown["letter"], unknown["colour"], 3.4 * scale)
            rows.append(Row(((question, 0, 0),), not_known, 3.2 * scale, f"{presence} = 'unknown'"))
        if "none" in present:
            rows.append(Row((), texts["presence_none"], 3.2 * scale, f"{presence} = 'none'"))
        return rows

    return rows_section("presence", texts["presence"], rows_at)


def workers_section(theme: Theme, texts: dict[str, str], map_scale: float) -> Section:
    """Sizes of discs by number of miners, as large as they are on the map."""
    sizes, unknown_mm = worker_sizes(theme)
    breaks = [(0, unknown_mm), *(entry for entry in sizes if entry[0] > 0)]

    def rows_at(_: float) -> list[Row]:
        rows = []
        for place, (low, size) in enumerate(breaks):
            if low == 0:
                text = texts["workers_unknown"]
            elif place + 1 < len(breaks):
                text = texts["workers_range"].format(low=low, high=breaks[place + 1][0] - 1)
            else:
                text = texts["workers_from"].format(low=low)
            marker = plain_marker(theme, size_mm=size * map_scale, fill="#d9d2c3")
            rows.append(Row(((marker, 0, 0),), text, (size + 0.5) * map_scale))
        return rows

    return rows_section("workers", texts["workers"], rows_at)


def minerals_section(
    theme: Theme, texts: dict[str, str], language: str, minerals: list[tuple[Mineral, int]]
) -> Section:
    """Fill colours of the minerals on the map with the number of sites of each."""

    def rows_at(scale: float) -> list[Row]:
        return [
            Row(
                ((plain_marker(theme, size_mm=3.4 * scale, fill=mineral.colour), 0, 0),),
                f"{mineral.label[language]} ({count})",
                4.0 * scale,
            )
            for mineral, count in minerals
        ]

    return rows_section("minerals", texts["minerals"], rows_at)


def glyph_section(
    theme: Theme, texts: dict[str, str], language: str, example: Mineral, second: Mineral
) -> Section:
    """One site drawn large, with a word for each of its parts, in the colours of two minerals of the map."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "key", x, y, width, style, texts["key"])
        disc = 7.5 * style.mm
        centre_x, centre_y = x + disc * 0.85, y + disc * 1.1
        status = ring_statuses(theme)[0]
        group = presence_signs(theme)[0]
        corner = disc * 0.66
        parts = [
            (
                plain_marker(
                    theme,
                    size_mm=disc * 1.22,
                    fill="",
                    stroke=status["fill"],
                    stroke_mm=disc * 0.09,
                    dash=status["ring_dash"],
                ),
                0,
                0,
            ),
            (plain_marker(theme, size_mm=disc, fill=example.colour, stroke_mm=0.3), 0, 0),
            (plain_marker(theme, size_mm=disc * 0.28, fill=second.colour, stroke_mm=0.2), -disc * 0.58, 0),
            (
                plain_marker(
                    theme, size_mm=disc * 0.42, shape=group["shape"], fill=group["sign_fill"], stroke_mm=0.2
                ),
                corner,
                -corner,
            ),
            (letter_marker(status["letter"][language], "#1a1a1a", disc * 0.42), corner, corner),
        ]
        for number, (symbol, dx, dy) in enumerate(parts):
            page.marker(f"key_glyph_{number}", symbol, centre_x + dx, centre_y + dy)
        small = disc * 0.62
        dot = theme.at("mine_glyph.inactive.dot_share")
        inactive = (
            plain_marker(theme, size_mm=small, fill=theme.at("mine_glyph.inactive.fill")),
            plain_marker(theme, size_mm=small * dot, fill=example.colour, stroke_mm=0.1),
        )
        for number, symbol in enumerate(inactive, len(parts)):
            page.marker(f"key_glyph_{number}", symbol, centre_x, centre_y + disc * 1.25)
        text_x = centre_x + disc * 1.1
        row_y = y
        for part in ("key_presence", "key_fill", "key_size", "key_ring", "key_second", "key_inactive"):
            row_y += page.paragraph(part, texts[part], text_x, row_y, x + width - text_x, style.text)
            row_y += 0.5 * style.mm
        return max(row_y, centre_y + disc * 1.7) - top

    return draw
