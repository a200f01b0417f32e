"""What the sheet designer tells: what a sheet is, what was written, what became of changes by hand."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.core import QgsPrintLayout
from qgis.PyQt.QtCore import QUrl

from ..cartography.sheet_files import SheetFiles
from ..cartography.sheet_request import Sheet
from .words import tr


def sheet_words(sheet: Sheet) -> str:
    """A sheet in a sentence, as plain text."""
    orientation = {"portrait": tr("portrait"), "landscape": tr("landscape")}[sheet.orientation]
    scale = f"{sheet.scale:,}".replace(",", " ")  # as on the sheet
    text = tr("{0}: {1} {2}, scale 1:{3}, {4} sites.").format(
        sheet.title, sheet.request.paper, orientation, scale, sheet.ground.sites.featureCount()
    )
    if sheet.ground.without_location:
        lost = tr("{0} sites have no location and are not drawn.").format(sheet.ground.without_location)
        text = f"{text} {lost}"
    return text


def written_words(path: Path, made: SheetFiles) -> tuple[str, str]:
    """What was written, and the names without room, as HTML."""
    link = f'<a href="{html.escape(QUrl.fromLocalFile(str(path)).toString())}">{html.escape(str(path))}</a>'
    text = tr("{0} is written: {1} site names placed, {2} without room, {3} warnings.").format(
        link, made.labels.placed, len(made.labels.unplaced), len(made.findings)
    )
    lines = [f"{name} ({pcode})" for pcode, name in made.labels.unplaced]
    names = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    return text, tr("Sites whose name has no room on the sheet:") + f"<ul>{names}</ul>" if lines else ""


def opened_words(layout: QgsPrintLayout) -> str:
    """That a sheet is open in the layout designer, as HTML."""
    return tr(
        "'{0}' is open in the layout designer. Changes made there come back by 'By hand'; "
        "its layers are temporary."
    ).format(html.escape(layout.name()))


def nothing_opened_words() -> str:
    return tr(
        "The project has no layout of this sheet; open it in the layout designer first and change it there."
    )


def taken_words(layout: QgsPrintLayout, n_changes: int, lost: list[str]) -> str:
    """How many changes by hand are kept, and which are not, as HTML."""
    text = tr("{0} changes of '{1}' are kept with the project.").format(n_changes, html.escape(layout.name()))
    if not lost:
        return text
    more = tr(
        "Kept are place, size, text and visibility, and added texts, pictures and shapes. Other changes "
        "are not: {0}."
    ).format(", ".join(html.escape(name) for name in lost))
    return f"{text} {more}"
