"""The sections of the legend columns: how to read a site, statuses, signs, sizes, levels.

Each section is a function (page, x, y, width, style) -> height in mm. On a Page that does not draw
it only measures, so the columns are filled before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import (
    QgsLayerTree,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSizeF
from qgis.PyQt.QtGui import QColor, QFont

from .context_styles import fill_symbol
from .fonts import line_height_mm, set_legend_font, sheet_font, text_width_mm, wrap
from .page import KeyEntry, Page
from .recipe import Box
from .score_legend import ScoreLegend
from .symbols import (
    PALE,
    in_codes,
    letter_marker,
    luminance,
    plain_marker,
    presence_expression,
    presence_signs,
    quoted,
    ring_statuses,
    worker_sizes,
)
from .theme import Mineral, Theme


@dataclass(frozen=True)
class KeyStyle:
    """Type sizes in points, furniture scale (1 on A3) and scale of the key's own symbols."""

    heading_pt: float
    text_pt: float
    note_pt: float
    mm: float
    symbols: float
    language: str
    texts: dict[str, str]

    @property
    def heading(self) -> QFont:
        return sheet_font(self.heading_pt, bold=True)

    @property
    def text(self) -> QFont:
        return sheet_font(self.text_pt)

    @property
    def note(self) -> QFont:
        return sheet_font(self.note_pt, italic=True)

    def smaller(self, share: float, least_pt: float) -> KeyStyle:
        """The same style with type and symbols at a share of their size, type no smaller than least_pt."""
        sizes = (max(least_pt, size * share) for size in (self.heading_pt, self.text_pt, self.note_pt))
        return KeyStyle(*sizes, self.mm, self.symbols * share, self.language, self.texts)


Section = Callable[[Page, float, float, float, KeyStyle], float]


@dataclass(frozen=True)
class Row:
    """One line of the key: a marker (or a stack of them) and its words.

    shows: expression for the sites it explains; "" for a step of a scale, which is shown whole.
    """

    markers: tuple[tuple[QgsMarkerSymbol, float, float], ...]
    text: str
    height_mm: float = 0.0  # least height, for large markers
    shows: str = ""


def section_heading(
    page: Page, name: str, x: float, y: float, width: float, style: KeyStyle, text: str
) -> float:
    return page.paragraph(f"{name}_heading", text, x, y, width, style.heading) + 0.8 * style.mm


def rows_section(name: str, heading: str, rows_at: Callable[[float], list[Row]], note: str = "") -> Section:
    """A heading, rows of marker and words (for a symbol scale), and an optional note in italics."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        rows = rows_at(style.symbols)
        y += section_heading(page, name, x, y, width, style, heading)
        gutter = max([row.height_mm for row in rows] + [5.5 * style.mm])
        line = line_height_mm(style.text)
        for number, row in enumerate(rows):
            lines = wrap(row.text, style.text, width - gutter)
            text_height = len(lines) * line
            height = max(text_height, row.height_mm) + 0.7 * style.mm
            for part, (symbol, dx, dy) in enumerate(row.markers):
                page.marker(f"{name}_{number}_{part}", symbol, x + gutter / 2 + dx, y + height / 2 + dy)
            page.paragraph(
                f"{name}_{number}_text",
                "\n".join(lines),
                x + gutter,
                y + (height - text_height) / 2,
                width - gutter,
                style.text,
            )
            page.entry(KeyEntry(name, f"{name}_{number}_text", row.text, row.shows))
            y += height
        if note:
            y += page.paragraph(
                f"{name}_note", note, x, y + 0.4 * style.mm, width, style.note, colour="#444444"
            )
        return y - top

    return draw


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


def scorecard_section(legend: ScoreLegend, counts: dict[str, list[int]], heading: str, note: str) -> Section:
    """Bars of sites per level for each dimension; counts[dim] are for the legend's levels."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "scorecard", x, y, width, style, heading)
        bar = 3.2 * style.mm
        order = (*legend.levels[1:], legend.levels[0])
        for dim, levels in counts.items():
            y += page.paragraph(f"scorecard_{dim}", legend.dimensions[dim], x, y, width, style.text)
            total = sum(levels)
            left = x
            for level in order:
                part = width * levels[level.number] / total if total else 0
                if part <= 0:
                    continue
                box = Box(left, y, part, bar)
                colour = QColor(level.colour)
                page.rectangle(f"scorecard_{dim}_{level.number}", box, fill_symbol(colour, "#333333", 0.1))
                figure = sheet_font(max(6.0, style.note_pt))
                ink = "#ffffff" if luminance(colour) < PALE else "#1a1a1a"
                text = str(levels[level.number])
                if text_width_mm(text, figure) < part - 0.6 and line_height_mm(figure) <= bar * 1.1:
                    page.label(
                        f"scorecard_{dim}_{level.number}_n",
                        text,
                        Box(left + 0.4 * style.mm, y + (bar - line_height_mm(figure)) / 2, part, bar),
                        figure,
                        colour=ink,
                    )
                left += part
            y += bar + 0.8 * style.mm
        x_at, line = x, line_height_mm(style.note)
        for level in order:
            text, number = level.label, level.number
            needed = line * 0.8 + 0.6 * style.mm + text_width_mm(text, style.note) + 1.6 * style.mm
            if x_at + needed > x + width and x_at > x:
                x_at, y = x, y + line * 1.15
            swatch = Box(x_at, y + line * 0.12, line * 0.8, line * 0.75)
            page.rectangle(
                f"scorecard_key_{number}", swatch, fill_symbol(QColor(level.colour), "#333333", 0.1)
            )
            page.paragraph(
                f"scorecard_key_{number}_text",
                text,
                x_at + line * 0.8 + 0.6 * style.mm,
                y,
                text_width_mm(text, style.note) + 0.6 * style.mm,
                style.note,
            )
            x_at += needed
        y += line * 1.3
        y += page.paragraph("scorecard_note", note, x, y, width, style.note, colour="#444444")
        return y - top

    return draw


def is_of_one_sign(layer: QgsVectorLayer) -> bool:
    """Whether the layer's name is all that its line of the legend says; a lone class has a name of its own."""
    return isinstance(layer.renderer(), QgsSingleSymbolRenderer)


def layers_section(texts: dict[str, str], name: str, layers: list[QgsVectorLayer]) -> Section:
    """QGIS's own legend of layers, on an explicit tree and at its measured size; name: key of the heading."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, name, x, y, width, style, texts[name])
        legend = QgsLayoutItemLegend(page.layout)
        legend.setId(f"{name}_legend")
        legend.setAutoUpdateModel(False)
        root: QgsLayerTree = legend.model().rootGroup()
        root.removeAllChildren()
        for layer in layers:
            node = root.addLayer(layer)
            if len(layers) == 1 or is_of_one_sign(layer):
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
            legend.model().refreshLayerLegend(node)
        styles = {
            QgsLegendStyle.Style.Subgroup: sheet_font(style.text_pt, bold=True),
            QgsLegendStyle.Style.SymbolLabel: style.text,
            QgsLegendStyle.Style.Group: style.text,
            QgsLegendStyle.Style.Title: style.heading,
        }
        for part, font in styles.items():
            set_legend_font(legend, part, font)
        line = line_height_mm(style.text)
        legend.setSymbolWidth(5.0 * style.mm)
        legend.setSymbolHeight(line * 0.75)
        legend.setBoxSpace(0)
        legend.setColumnSpace(0)
        for part, side, space in (
            (QgsLegendStyle.Style.Title, QgsLegendStyle.Side.Bottom, 0.0),  # kept free even without a title
            (QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top, line * 0.3),
            (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, line * 0.3),
            (QgsLegendStyle.Style.SymbolLabel, QgsLegendStyle.Side.Left, 1.2 * style.mm),
        ):
            settings = legend.style(part)
            settings.setMargin(side, space)
            legend.setStyle(part, settings)
        legend.setSplitLayer(False)
        _wrap_legend(legend, style.text, width - 6.5 * style.mm)
        size: QSizeF = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()
        slack = line * 0.5  # the last text's descenders are outside the measured size
        if page.draws:
            legend.setResizeToContents(False)
            legend.attemptSetSceneRect(QRectF(x, y, width, size.height() + slack))
            page.layout.addLayoutItem(legend)
        else:
            legend.deleteLater()
        return y - top + size.height() + slack

    return draw


def _wrap_legend(legend: QgsLayoutItemLegend, font: QFont, width: float) -> None:
    """Break long legend texts ourselves: QGIS wraps them from 3.44 on only."""
    mark = "\n"
    legend.setWrapString(mark)
    model = legend.model()
    for tree_layer in model.rootGroup().findLayers():
        for number, node in enumerate(model.layerLegendNodes(tree_layer)):
            text = str(node.data(0) or "") or tree_layer.layer().name()
            lines = wrap(text, font, width)
            if len(lines) > 1:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(tree_layer, number, mark.join(lines))
        model.refreshLayerLegend(tree_layer)
