"""Metadata of a sheet for catalogues: one set of fields, as JSON and as ISO 19115-3 XML.

The fields follow the list that humanitarian map packages carry: number, version, title, summary, status,
language, dates, extent, paper, projection, datum, scale, resolution, themes, sources, limits of use and files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRectangle

from ..core.documents import expect, read_document
from .iso_metadata import iso_xml
from .map_frame import extent_in_degrees
from .report_page import WORDS
from .sheet_request import Sheet
from .whole_file import whole_file

SCHEMA = "asm-atlas/sheet-metadata/1"
_DECIMALS = 5  # of degrees: about 1 m


def sheet_metadata(sheet: Sheet, report: dict[str, Any], preset: str) -> dict[str, Any]:
    """The fields of a sheet, taken from its build report; extents in degrees (WGS 84)."""
    said, request = report["sheet"], sheet.request
    shown = extent_in_degrees(sheet.main, QgsProject.instance().transformContext())
    subtitle = sheet.layout.itemById("subtitle")
    days = [day for source in report["sources"] if source["role"] == "sites" for day in _days(source)]
    texts = sheet.recipe.texts(request.language)
    words = expect(read_document(WORDS), request.language, dict, WORDS.name)
    return {
        "schema": SCHEMA,
        "map_number": said["map_id"],
        "version": said["version"],
        "title": said["title"],
        "summary": subtitle.currentText() if subtitle else "",
        "status": "final",
        "language": request.language,
        "area": said["area"],
        "created": said["created"],
        "data_from": min(days, default=None),
        "data_to": max(days, default=None),
        "extent": _box(shown),
        "paper": said["page"],
        "crs": {**said["crs"], "datum": _datum(sheet)},
        "scale": said["scale"],
        "resolution_dpi": max((file["dpi"] for file in report["files"]), default=None),
        "preset": preset,
        "product": sheet.recipe.label[request.language],
        "themes": [words["asm"], said["theme"]["id"]],
        "producer": request.credits,
        "sources": report["sources"],
        "use_limits": [texts["caveat"], texts["disclaimer"]],
        "notes": said["notes"],
        "files": [{key: file[key] for key in ("name", "bytes", "sha256")} for file in report["files"]],
        "made_with": {key: report["made_with"][key] for key in ("plugin", "qgis")},
    }


def write_metadata(fields: dict[str, Any], json_path: Path, xml_path: Path) -> None:
    """Write the fields as JSON and as ISO 19115-3. Raises SheetError when a file cannot be written."""
    with whole_file(json_path) as part:
        part.write_text(json.dumps(fields, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    with whole_file(xml_path) as part:
        part.write_bytes(iso_xml(fields))


def _days(source: dict[str, Any]) -> list[str]:
    return [day for day in (source["first_date"], source["last_date"]) if day]


def _box(extent: QgsRectangle) -> dict[str, float]:
    sides = {
        "west": extent.xMinimum(),
        "south": extent.yMinimum(),
        "east": extent.xMaximum(),
        "north": extent.yMaximum(),
    }
    return {side: round(value, _DECIMALS) for side, value in sides.items()}


def _datum(sheet: Sheet) -> str:
    """The name before the slash of a projected system, such as WGS 84."""
    return sheet.main.crs().description().split(" / ")[0]
