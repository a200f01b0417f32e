"""The build report: one structure of what a sheet holds, what it lacks and how it was made, as JSON and HTML.

docs/build-report.md describes every field.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import NULL, Qgis, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from ..core.memory import peak_mib
from .export import LabelCount
from .furniture import INDEX
from .layer_metadata import origin_of, stated_metadata
from .preflight import ERROR, PreflightFinding
from .report_page import report_page
from .sheet_layers import COUNTRIES_CREDIT, SheetLayers
from .sheet_request import Sheet
from .whole_file import whole_file

SCHEMA = "asm-atlas/build-report/1"
# A path from the root of a disk, but not the address of a web page; only its last part is told.
_ABSOLUTE = re.compile(
    r"(?:file:/{2,3})?(?<![\w:/.])(?:[A-Za-z]:)?(?:[\\/][^\s\\/'\"<>|]+)+[\\/]([^\s\\/'\"<>|]+)"
)


@dataclass(frozen=True)
class BuiltFile:
    """A file of the sheet, the seconds it took and its resolution."""

    path: Path
    seconds: float
    dpi: float


def build_report(
    sheet: Sheet,
    layers: SheetLayers,
    labels: LabelCount,
    findings: list[PreflightFinding],
    files: list[BuiltFile],
    seconds: float,
) -> dict[str, Any]:
    """The report as a document that JSON can hold; names of files only, never where they lie.

    seconds: of the whole run.
    """
    request, language = sheet.request, sheet.request.language
    page = sheet.layout.pageCollection().page(0).pageSize()
    created = request.created or dt.datetime.now().astimezone()
    errors = sum(finding.severity == ERROR for finding in findings)
    document = {
        "schema": SCHEMA,
        "sheet": {
            "title": sheet.title,
            "map_id": sheet.map_id,
            "version": request.version,
            "created": created.isoformat(timespec="seconds"),
            "area": sheet.ground.name,
            "scale": sheet.scale,
            "crs": {"authid": sheet.main.crs().authid(), "name": sheet.main.crs().description()},
            "languages": [language],
            "page": {
                "paper": request.paper,
                "orientation": sheet.orientation,
                "width_mm": round(page.width(), 1),
                "height_mm": round(page.height(), 1),
            },
            "recipe": _document(sheet.recipe),
            "theme": _document(sheet.theme),
            "notes": list(sheet.notes),
        },
        "sites": {
            "drawn": sheet.ground.sites.featureCount(),
            "without_location": sheet.ground.without_location,
            **_furnished(sheet),
        },
        "labels": {
            "placed": labels.placed,
            "unplaced": [{"pcode": pcode, "name": name} for pcode, name in labels.unplaced],
        },
        "preflight": {
            "errors": errors,
            "warnings": len(findings) - errors,
            "findings": [_finding(finding, language) for finding in findings],
        },
        "sources": _sources(sheet, layers, sheet.recipe.texts(language)),
        "files": [_file(file) for file in files],
        "made_with": {
            "plugin": request.plugin_version,
            "qgis": Qgis.QGIS_VERSION.split("-")[0],
            "seconds": round(seconds, 2),
            "peak_mib": None if peak_mib() is None else round(peak_mib()),
        },
    }
    return _without_paths(document)


def write_report(document: dict[str, Any], path: Path) -> tuple[Path, Path]:
    """Write the report as a page in the sheet's language and as JSON beside it; returns both paths.

    Raises SheetError when one cannot be written.
    """
    page = path.with_suffix(".html") if path.suffix.lower() == ".json" else path
    data = path.with_suffix(".json")
    with whole_file(data) as part:
        part.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    with whole_file(page) as part:
        part.write_text(report_page(document), encoding="utf-8")
    return page, data


def _document(source: Any) -> dict[str, str]:
    """Id, version and checksum of a recipe or theme, parents merged in."""
    text = json.dumps(source.document, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"id": source.id, "version": source.version, "sha256": digest}


def _finding(finding: PreflightFinding, language: str) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "sentence": finding.sentence(language),
        "item": finding.item,
        "layer": finding.layer,
        "page": None if place is None else place.page,
        "rect_mm": None if place is None else [place.x, place.y, place.width, place.height],
    }


def _sources(sheet: Sheet, layers: SheetLayers, texts: dict[str, str]) -> list[dict[str, Any]]:
    """What the layers of the sheet state of themselves, those used for figures alone included."""
    rows = []
    for role, layer in layers.present().items():
        metadata = stated_metadata(layer)
        dated = sheet.ground.sites if role == "sites" else layer
        first, last = _dates(dated)
        rows.append(
            {
                "role": role,
                "layer": texts.get(role, role),
                "file": re.split(r"[\\/]", origin_of(layer))[-1],
                "rights": metadata.rights(),
                "licences": metadata.licenses(),
                "first_date": first,
                "last_date": last,
            }
        )
    if "countries" in sheet.layers:
        row = {"role": "countries", "layer": texts["countries"], "file": "", "rights": [COUNTRIES_CREDIT]}
        rows.append({**row, "licences": [], "first_date": None, "last_date": None})
    return rows


def _dates(layer: QgsVectorLayer) -> tuple[str | None, str | None]:
    """First and last day that the data are about: of the visits, else as the metadata say."""
    if layer.fields().lookupField("visit_date") >= 0:
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        values = [feature["visit_date"] for feature in layer.getFeatures(request)]
        days = sorted(_day(value) for value in values if value not in (None, NULL))
        return (days[0], days[-1]) if days else (None, None)
    ranges = [each for each in stated_metadata(layer).extent().temporalExtents() if each.begin().isValid()]
    days = sorted(
        _day(moment.date()) for each in ranges for moment in (each.begin(), each.end()) if moment.isValid()
    )
    return (days[0], days[-1]) if days else (None, None)


def _day(value: Any) -> str:
    return value.toString("yyyy-MM-dd") if isinstance(value, QDate) else str(value)[:10]


def _file(file: BuiltFile) -> dict[str, Any]:
    data = file.path.read_bytes()
    return {
        "name": file.path.name,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "seconds": round(file.seconds, 2),
        "dpi": round(file.dpi),
    }


def _without_paths(value: Any) -> Any:
    """The same with absolute paths in texts cut to the name of their file."""
    if isinstance(value, dict):
        return {key: _without_paths(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_paths(each) for each in value]
    return _ABSOLUTE.sub(r"\1", value) if isinstance(value, str) else value


def _furnished(sheet: Sheet) -> dict[str, int | None]:
    """Sites of the main map that stand in a ring, in an inset and in the index; None where the sheet has none."""
    furniture = sheet.furniture
    if furniture is None:
        return {"displaced": None, "in_insets": None, "indexed": None}
    kinds = [kind for of_group in sheet.recipe.blocks().values() for kind in of_group]
    return {
        "displaced": furniture.displaced,
        "in_insets": len({number for inset in furniture.insets for number in inset.fids}),
        "indexed": len(furniture.sites) if INDEX in kinds else None,
    }
