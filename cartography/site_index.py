"""The index of all sites of a map: a block of the sheet where it fits, else pages of its own behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qgis.core import QgsLayoutItemPage, QgsLayoutSize
from qgis.PyQt.QtGui import QColor, QFont

from ..core.escaping import layout_text
from ..core.exceptions import SheetError
from ..core.wording import say
from .context_styles import fill_symbol
from .draft import Draft
from .fonts import MM_PER_PT, line_height_mm, sheet_font, text_width_mm, wrap
from .key import KeyStyle, Section, section_heading
from .mapped_sites import number_of_miners
from .page import MM, Page
from .recipe import Box
from .sheet_layers import plain_text
from .sheet_words import plain_date
from .symbols import worker_sizes
from .theme import theme_minerals, vocabulary_terms

COLUMNS = ("number", "name", "square", "mineral", "status", "workers", "visit")
_WIDEST = {
    "number": 5.0,
    "name": 13.0,
    "square": 5.0,
    "mineral": 11.0,
    "status": 9.0,
    "workers": 7.0,
    "visit": 6.0,
}
_GUTTER = 0.7  # of a line, between the columns of the table
_MARGIN = 8.0  # of further pages, on the base paper
_MEASURE = 0.95  # of texts, whose boxes are a little wider
_BAND_ROWS = 10  # rows of one tint, to lead the eye
_BAND = "#efebe2"
# Type sizes, the largest first. QGIS rounds type to 0.1 mm and lines to the same: of these sizes a line of 1.2 times
# the type is not rounded, and long columns stay in step.
_SIZES_PT = tuple(mm / MM_PER_PT for mm in (4.0, 3.5, 3.0, 2.5))


@dataclass(frozen=True)
class IndexRow:
    """A row of the index, as it is printed, by column."""

    number: str
    name: str
    square: str
    mineral: str
    status: str
    workers: str
    visit: str

    def cells(self) -> tuple[str, ...]:
        return tuple(getattr(self, column) for column in COLUMNS)


def index_rows(draft: Draft) -> list[IndexRow]:
    """A row for each site on the main map, in the order of the names.

    An asterisk after the number: the map shows the number and not the name; two: neither had room. After the
    square stands the sign of the inset that a name is only found in.
    """
    furniture, language, unknown = draft.sheet.furniture, draft.request.language, draft.texts["fact_unknown"]
    minerals = {mineral.code: mineral.label[language] for mineral in theme_minerals(draft.theme)}
    statuses = {term["code"]: term[language] for term in vocabulary_terms("qualification")}
    rows = []
    for site in furniture.sites:
        feature, mark, inset = site.feature, "", ""
        if furniture.has_names and site.number not in furniture.named:
            inset = furniture.in_inset.get(site.number, "")
            if not inset:
                mark = "*" if site.number in furniture.numbered else "**"
        square = furniture.squares.square_of(*site.place) if furniture.squares else ""
        mineral = plain_text(feature["mineral_main"])
        status = plain_text(feature["qualification"])
        visit = plain_date(feature["visit_date"]) if "visit_date" in feature.fields().names() else ""
        rows.append(
            IndexRow(
                f"{site.number}{mark}",
                site.name or unknown,
                f"{square} {inset}".strip(),
                minerals.get(mineral, mineral) or unknown,
                statuses.get(status, status) or "–",
                _workers(draft, number_of_miners(feature)),
                visit or unknown,
            )
        )
    return rows


def _workers(draft: Draft, workers: float | None) -> str:
    """The class of a number of miners, as in the key."""
    breaks = [least for least, _ in worker_sizes(draft.theme)[0] if least > 0]
    if workers is None:
        return draft.texts["fact_unknown"]
    reached = [place for place, least in enumerate(breaks) if workers >= least]
    if not reached:
        return "0"
    low = breaks[reached[-1]]
    if reached[-1] + 1 == len(breaks):
        return f"≥ {low}"
    return f"{low}–{breaks[reached[-1] + 1] - 1}"


def index_block(draft: Draft) -> Section | None:
    """The index as a block of the columns; None without sites on the map."""
    rows = index_rows(draft)
    if not rows:
        draft.leave_out("index", say("the map has no layer of sites"))
        return None
    heads, note, font = _heads(draft), draft.texts["index_note"], sheet_font(_SIZES_PT[-1])

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "index", x, y, width, style, draft.texts["index"].format(n=len(rows)))
        table = _Table(heads, rows, font, width)
        if table.too_wide:
            return 1e6
        y += table.draw(page, "index", x, y, range(len(rows)))
        small = sheet_font(font.pointSizeF(), italic=True)
        y += page.paragraph("index_note", note, x, y, width, small, colour="#444444")
        return y - top

    return draw


def index_pages(draft: Draft) -> Iterator[None]:
    """Pour the index onto further pages of the same paper, in columns, each a step; no row is lost."""
    arrangement = draft.arrangement
    rows = index_rows(draft)
    margin = _MARGIN * draft.mm
    heading = sheet_font(draft.type_pt["subtitle"], bold=True)
    small = sheet_font(draft.type_pt["small"], italic=True)
    width = arrangement.page_width - 2 * margin
    measure = _MEASURE * width
    note = wrap(draft.texts["index_note"], small, measure)
    longest = _page_title(draft, 99, 99)
    heading_mm = (len(wrap(longest, heading, measure)) + 0.4) * line_height_mm(heading)
    top = margin + heading_mm + (len(note) + 0.6) * line_height_mm(small)
    room = arrangement.page_height - top - margin
    for size in _SIZES_PT:
        table, columns, per_page = _pour(_heads(draft), rows, size, width, room)
        if len(columns) <= per_page:
            break
    longest_row = max(range(len(rows)), key=table.lines.__getitem__)
    if table.head_mm + table.lines[longest_row] * table.line > room:
        raise SheetError(
            say(
                "The name '{0}...' is longer than a page of the index; shorten it in the data.",
                rows[longest_row].name[:40],
            )
        )
    pages = -(-len(columns) // per_page)
    if pages == 1:
        columns = table.even(per_page)
    for page_number in range(pages):
        offset = _add_page(draft)
        title = _page_title(draft, page_number + 1, pages)
        name, y = f"index_{page_number + 1}", offset + margin
        draft.page.paragraph(f"{name}_title", title, margin, y, measure, heading)
        y += heading_mm
        draft.page.paragraph(f"{name}_note", "\n".join(note), margin, y, measure, small, colour="#444444")
        for place, of_column in enumerate(columns[page_number * per_page : (page_number + 1) * per_page]):
            x = margin + place * (width + table.gap) / per_page
            table.draw(draft.page, f"{name}_{place}", x, offset + top, of_column)
            yield
    told = say("The index of {0} sites is on 1 further page of the sheet.", len(rows))
    if pages > 1:
        told = say("The index of {0} sites is on {1} further pages of the sheet.", len(rows), pages)
    draft.sheet.notes.append(told)


def retitle_pages(draft: Draft) -> bool:
    """Write the title of the sheet, which has changed, over its index; False where it needs another number of lines."""
    pages = draft.page.layout.pageCollection().pageCount() - 1
    labels = [draft.page.layout.itemById(f"index_{page + 1}_title") for page in range(pages)]
    if not pages or None in labels:
        return not pages
    heading = sheet_font(draft.type_pt["subtitle"], bold=True)
    measure = _MEASURE * (draft.arrangement.page_width - 2 * _MARGIN * draft.mm)
    titles = ["\n".join(wrap(_page_title(draft, n + 1, pages), heading, measure)) for n in range(pages)]
    if any(title.count("\n") != label.text().count("\n") for title, label in zip(titles, labels)):
        return False
    for title, label in zip(titles, labels):
        label.setText(layout_text(title))
    return True


def _page_title(draft: Draft, page: int, pages: int) -> str:
    n = len(draft.sheet.furniture.sites)
    return draft.texts["index_title"].format(title=draft.sheet.title, n=n, page=page, pages=pages)


def _add_page(draft: Draft) -> float:
    """A further page of the sheet's paper; its upper edge in mm of the layout."""
    collection = draft.page.layout.pageCollection()
    page = QgsLayoutItemPage(draft.page.layout)
    page.setPageSize(QgsLayoutSize(draft.arrangement.page_width, draft.arrangement.page_height, MM))
    collection.addPage(page)
    return page.pos().y()


def _heads(draft: Draft) -> list[str]:
    return [draft.texts[f"index_{column}"] for column in COLUMNS]


def _pour(
    heads: list[str], rows: list[IndexRow], size: float, width: float, room: float
) -> tuple[_Table, list[range], int]:
    """The table at a type size, the rows of each of its columns on paper, and how many of those a page holds."""
    table = _Table(heads, rows, sheet_font(size))
    per_page = max(1, int((width + table.gap) // (table.width + table.gap)))
    return table, table.columns(room), per_page


class _Table:
    """The cells of the index broken into lines for a type size, and the widths of its columns."""

    def __init__(
        self, heads: Sequence[str], rows: Sequence[IndexRow], font: QFont, width: float | None = None
    ) -> None:
        self.font, self.bold = font, sheet_font(font.pointSizeF(), bold=True)
        self.line = line_height_mm(font)
        gutter, em = _GUTTER * self.line, self.line / 1.2
        most = [_WIDEST[column] * em for column in COLUMNS]
        cells = [row.cells() for row in rows]
        self.widths = [
            min(
                limit,
                max(
                    text_width_mm(heads[place], self.bold),
                    *(text_width_mm(text, font) for text in {row[place] for row in cells}),
                )
                + 0.3,
            )
            for place, limit in enumerate(most)
        ]
        self.gutter, self.gap = gutter, 2.5 * gutter
        self.width = sum(self.widths) + gutter * (len(COLUMNS) - 1)
        self.too_wide = False
        if width is not None:
            name = COLUMNS.index("name")
            self.widths[name] += width - self.width
            self.too_wide = self.widths[name] < 5 * em
            self.width = width
        broken: dict[tuple[int, str], list[str]] = {}

        def lines_of(place: int, text: str) -> list[str]:
            key = (place, text)
            if key not in broken:
                broken[key] = wrap(text, font, max(self.widths[place], em))
            return broken[key]

        self.heads = [wrap(head, self.bold, max(room, em)) for head, room in zip(heads, self.widths)]
        self.head_mm = (max(len(lines) for lines in self.heads) + 0.4) * self.line
        self.cells = [[lines_of(place, text) for place, text in enumerate(row)] for row in cells]
        self.lines = [max(len(lines) for lines in row) for row in self.cells]

    def columns(self, room: float) -> list[range]:
        """The rows of each column on paper, of this height in mm with its heads."""
        columns, first, used = [], 0, self.head_mm
        for number, lines in enumerate(self.lines):
            height = lines * self.line
            if used + height > room and number > first:
                columns.append(range(first, number))
                first, used = number, self.head_mm
            used += height
        return [*columns, range(first, len(self.lines))]

    def even(self, most: int) -> list[range]:
        """The rows of so many columns at most, all about as long."""
        room = self.head_mm + sum(self.lines) * self.line / most
        while len(self.columns(room)) > most:
            room += self.line
        return self.columns(room)

    def draw(self, page: Page, name: str, x: float, y: float, rows: range) -> float:
        """Draw some of the rows under the heads; their height in mm with the heads."""
        top, left = y, x
        for place, lines in enumerate(self.heads):
            box = Box(left, y, self.widths[place] + self.gutter * 0.5, self.head_mm)
            page.label(f"{name}_head_{COLUMNS[place]}", "\n".join(lines), box, self.bold)
            left += self.widths[place] + self.gutter
        y += self.head_mm
        page.rectangle(
            f"{name}_rule",
            Box(x, y - 0.25 * self.line, self.width, 0.15),
            fill_symbol(QColor("#333333"), None, 0),
        )
        return y + self._rows(page, name, x, y, rows) - top

    def _rows(self, page: Page, name: str, x: float, y: float, rows: range) -> float:
        """Rows as one label a column, on one shape for all tints: thousands of items take QGIS long."""
        edges = [y]
        for row in rows:
            edges.append(edges[-1] + self.lines[row] * self.line)
        left, right = x - 0.3 * self.gutter, x + self.width + 0.3 * self.gutter
        comb = [(left, y)]
        for first in range(_BAND_ROWS, len(rows), 2 * _BAND_ROWS):
            upper, lower = edges[first], edges[min(first + _BAND_ROWS, len(rows))]
            comb += [(left, upper), (right, upper), (right, lower), (left, lower)]
        if len(comb) > 1:
            page.polygon(f"{name}_bands", comb, fill_symbol(QColor(_BAND), None, 0))
        height = edges[-1] - y
        for place, column in enumerate(COLUMNS):
            text: list[str] = []
            for row in rows:
                lines = self.cells[row][place]
                text += [*lines, *[""] * (self.lines[row] - len(lines))]
            box = Box(x, y, self.widths[place] + self.gutter * 0.5, height + 0.3)
            page.label(f"{name}_{column}", "\n".join(text), box, self.font)
            x += self.widths[place] + self.gutter
        return height
