"""Where the latest version of a sheet is found: a QR code, when segno is installed, and the address in letters."""

from __future__ import annotations

import base64
import importlib.util

from qgis.core import QgsLayoutItemPicture
from qgis.PyQt.QtCore import QRectF

from ..core.wording import say
from .draft import Draft
from .key import KeyStyle, Section, section_heading
from .page import Page

MODULE_MM = 0.5  # the least that a phone reads from paper
_QUIET = 4  # white modules around a code, by its standard (ISO/IEC 18004)


def address_block(draft: Draft) -> Section | None:
    """The address of the sheet; None where none is given. Without segno the code is left out and told."""
    address = draft.request.address.strip()
    if not address:
        return None
    rows = qr_rows(address)
    if rows is None:
        draft.sheet.notes.append(
            say("The address is printed without a QR code: the Python library segno is not installed.")
        )

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "address", x, y, width, style, draft.texts["address"])
        if rows is not None:
            side = (len(rows) + 2 * _QUIET) * max(MODULE_MM, 0.32 * style.mm)
            if page.draws:
                _picture(page, rows, x, y, side)
            y += side
        y += page.paragraph("address_text", address, x, y, width, style.text)
        return y - top

    return draw


def qr_rows(text: str) -> list[list[bool]] | None:
    """The modules of a QR code, row by row, True for black; None where segno is not installed."""
    if importlib.util.find_spec("segno") is None:
        return None
    import segno

    return [[bool(module) for module in row] for row in segno.make(text, error="m", micro=False).matrix]


def qr_svg(rows: list[list[bool]]) -> str:
    """The code as an SVG of one unit per module with its quiet zone; runs of modules are one rectangle."""
    side = len(rows) + 2 * _QUIET
    parts = []
    for row_number, row in enumerate(rows):
        start = None
        for place, black in enumerate([*row, False]):
            if black and start is None:
                start = place
            elif not black and start is not None:
                parts.append(f"M{start + _QUIET} {row_number + _QUIET}h{place - start}v1h-{place - start}z")
                start = None
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}mm" height="{side}mm">'
        f'<rect width="{side}" height="{side}" fill="#ffffff"/><path d="{"".join(parts)}" fill="#000000"/></svg>'
    )


def _picture(page: Page, rows: list[list[bool]], x: float, y: float, side: float) -> None:
    item = QgsLayoutItemPicture(page.layout)
    item.setId("qr_code")
    item.setMode(QgsLayoutItemPicture.Format.FormatSVG)
    item.setPicturePath("base64:" + base64.b64encode(qr_svg(rows).encode()).decode())
    item.attemptSetSceneRect(QRectF(x, y, side, side))
    page.layout.addLayoutItem(item)
