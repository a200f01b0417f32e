"""Small charts in the legend columns: horizontal bars with their counts, drawn as shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsMarkerSymbol
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.wording import say
from .context_styles import fill_symbol
from .draft import Draft
from .fonts import line_height_mm, text_width_mm, wrap
from .key import KeyStyle, Section, section_heading
from .page import KeyEntry, Page
from .recipe import Box
from .sheet_layers import plain_text
from .sheet_words import plain_date
from .symbols import PALE, in_codes, letter_marker, luminance, plain_marker, quoted
from .theme import Theme, other_mineral, theme_minerals

_LABEL_SHARE = 0.45  # of the width at most, for the words left of the bars
_BAR_SHARE = 0.72  # of a line
_MOST_YEARS = 9  # bars of years; more years are put together
_ROWS = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
_PLAIN, _UNKNOWN = "#8a7f90", "#ffffff"


@dataclass(frozen=True)
class Bar:
    """A bar of a chart. letter: of the disc before it. shows: expression for the sites that the disc explains."""

    label: str
    count: int
    colour: str
    letter: str = ""
    shows: str = ""


def bars_section(
    name: str, heading: str, bars: Sequence[Bar], note: str = "", theme: Theme | None = None
) -> Section:
    """Horizontal bars: words, a bar as long as its count, the count. Items are called <name>_<number>_bar.

    theme: with it a disc as on the map stands before the words.
    """

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top, font, line = y, style.text, line_height_mm(style.text)
        y += section_heading(page, name, x, y, width, style, heading)
        most = max((bar.count for bar in bars), default=0)
        figures = max((text_width_mm(str(bar.count), font) for bar in bars), default=0) + 0.8 * style.mm
        words = min(
            max((text_width_mm(bar.label, font) for bar in bars), default=0) + 0.3, _LABEL_SHARE * width
        )
        disc = 1.5 * line if theme else 0.0
        start = x + disc + words + 1.2 * style.mm
        room = x + width - start - figures
        for number, bar in enumerate(bars):
            lines = wrap(bar.label, font, words)
            height = len(lines) * line
            if theme is not None:
                sign = disc_symbol(theme, bar, 0.8 * line)
                page.marker(f"{name}_{number}_sign", sign, x + 0.55 * line, y + height / 2)
            box = Box(x + disc, y, words + 0.6, height)
            middle_of = Qt.AlignmentFlag.AlignVCenter
            page.label(f"{name}_{number}_label", "\n".join(lines), box, font, valign=middle_of)
            if bar.count:  # a bar of none says so
                page.entry(KeyEntry(name, f"{name}_{number}_label", bar.label, bar.shows))
            middle = y + (height - _BAR_SHARE * line) / 2
            long = room * bar.count / most if most else 0.0
            if long > 0:
                shape = Box(start, middle, long, _BAR_SHARE * line)
                page.rectangle(
                    f"{name}_{number}_bar", shape, fill_symbol(QColor(bar.colour), "#333333", 0.12)
                )
            page.label(
                f"{name}_{number}_count",
                str(bar.count),
                Box(start + long + 0.6 * style.mm, y, figures + 0.6, height),
                font,
                valign=Qt.AlignmentFlag.AlignVCenter,
            )
            y += height + 0.25 * style.mm
        if note:
            y += page.paragraph(f"{name}_note", note, x, y, width, style.note, colour="#444444")
        return y - top

    return draw


def disc_symbol(theme: Theme, bar: Bar, size_mm: float) -> QgsMarkerSymbol:
    """The disc of a mineral with its letter, as in the glyph of the map."""
    disc = plain_marker(theme, size_mm=size_mm, fill=bar.colour)
    if bar.letter:
        ink = "#111111" if luminance(QColor(bar.colour)) > PALE else "#ffffff"
        letter = letter_marker(bar.letter, ink, size_mm * 0.75 / max(1, 0.65 * len(bar.letter)))
        disc.appendSymbolLayer(letter.symbolLayer(0).clone())
    return disc


def minerals_chart(draft: Draft) -> Section:
    """Sites by main mineral, in the colours of the map; those not known have a bar of their own."""
    language, unknown = draft.request.language, "unknown"
    counts = Counter(
        plain_text(site["mineral_main"]) or unknown for site in draft.sheet.ground.sites.getFeatures(_ROWS)
    )
    bars = []
    for mineral in theme_minerals(draft.theme):
        count = counts.pop(mineral.code, 0)
        if count or mineral.code == unknown:
            shows = f"if(\"mineral_main\" <> '', \"mineral_main\", '{unknown}') = {quoted(mineral.code)}"
            bars.append(Bar(mineral.label[language], count, mineral.colour, mineral.letter, shows))
    if counts:
        other, shows = other_mineral(draft.theme), in_codes("mineral_main", list(counts))
        bars.append(Bar(other.label[language], sum(counts.values()), other.colour, other.letter, shows))
    return bars_section("minerals_chart", draft.texts["minerals_chart"], bars, theme=draft.theme)


def years_chart(draft: Draft) -> Section | None:
    """Visits to the sites of the sheet by year; without a layer of visits their last visits."""
    pcodes, visits = set(draft.sheet.ground.pcodes), draft.layers.visits
    names = visits.fields().names() if visits is not None else []
    if visits is not None and {"pcode", "visit_date"} <= set(names):
        draft.used("visits")
        heading = draft.texts["years_chart"]
        rows = (visit for visit in visits.getFeatures(_ROWS) if plain_text(visit["pcode"]) in pcodes)
    elif draft.sheet.ground.sites.fields().lookupField("visit_date") >= 0:
        heading = draft.texts["years_chart_last"]
        rows = draft.sheet.ground.sites.getFeatures(_ROWS)
    else:
        draft.leave_out("years_chart", say("neither the visits nor the sites have a field visit_date"))
        return None
    years = Counter(plain_date(row["visit_date"])[:4] for row in rows)
    unknown = sum(years.pop(text) for text in list(years) if not text.isdigit())
    bars = [Bar(label, count, _PLAIN) for label, count in years_together(years)]
    bars.append(Bar(draft.texts["fact_unknown"], unknown, _UNKNOWN))
    return bars_section("years_chart", heading, bars)


def years_together(years: Counter, most: int = _MOST_YEARS) -> list[tuple[str, int]]:
    """Counts by year as at most so many spans of equal length, none left out."""
    if not years:
        return []
    numbers = sorted(int(year) for year in years)
    first, last = numbers[0], numbers[-1]
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50, 100, 10_000) if (last - first) // step < most)
    spans = []
    for start in range(first, last + 1, step):
        end = min(start + step - 1, last)
        count = sum(years[str(year)] for year in range(start, end + 1))
        spans.append((str(start) if start == end else f"{start}–{end}", count))
    return spans


CHARTS: dict[str, Callable[[Draft], Section | None]] = {
    "minerals_chart": minerals_chart,
    "years_chart": years_chart,
}
