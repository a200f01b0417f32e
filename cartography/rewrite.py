"""Writing other words on a sheet that is built: the preview of a title need not draw the maps anew."""

from __future__ import annotations

from dataclasses import replace

from .draft import Draft
from .margin import NOTES, default_map_id, notes, title_block
from .sheet import sheet_title
from .sheet_request import SheetRequest
from .site_index import retitle_pages

_WORDS = (
    "title",
    "subtitle",
    "credits",
    "logo",
    "organisation",
    "disclaimer",
    "licence",
    "map_id",
    "version",
)  # fields of a request that touch nothing but the items below
_ITEMS = ("title", "subtitle", "logo", *NOTES)


def only_words_differ(one: SheetRequest, other: SheetRequest) -> bool:
    """Whether two requests ask for the same maps and blocks."""
    blank = dict.fromkeys(_WORDS, "")
    return replace(one, **blank) == replace(other, **blank)


def rewrite(draft: Draft, request: SheetRequest) -> Draft | None:
    """Write the words of another request on a whole sheet without changes by hand; maps and blocks stay.

    Returns the new draft; None, with the sheet half written, where it must be built anew. Raises SheetError when
    words do not fit.
    """
    sheet, layout = draft.sheet, draft.page.layout
    request = replace(request, paper=draft.request.paper)
    draft = replace(draft, request=request)
    sheet.request = request
    sheet.title = sheet_title(request, draft.recipe, sheet.ground, sheet.words)
    sheet.map_id = request.map_id or default_map_id(sheet.ground.name, request.paper)
    if not retitle_pages(draft):
        return None
    for name in _ITEMS:
        item = layout.itemById(name)
        if item is not None:
            layout.removeLayoutItem(item)
    title_block(draft)
    notes(draft)
    layout.setName(sheet.title)
    return draft
