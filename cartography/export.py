"""Sheets to PDF and PNG, whole or not at all, and the build report beside them."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutRenderContext,
    QgsVectorLayer,
)

from ..core.exceptions import SheetError
from .sheet import Sheet
from .sheet_request import DEFAULT_DPI

_NO_GEOMETRY = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)


@dataclass(frozen=True)
class LabelCount:
    """How many site names found room on the printed map, and the pcodes of those that did not."""

    placed: int
    unplaced: list[tuple[str, str]]  # pcode, name


@contextmanager
def _whole_file(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes its place only if nothing failed."""
    if not path.parent.is_dir():
        raise SheetError(f"The folder of {path.name} does not exist; make it or choose another.")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise SheetError(f"{path.name} cannot be written there; choose another folder.")
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise SheetError(f"{path.name} cannot be written ({error.strerror}); choose another file.") from error
    finally:
        part.unlink(missing_ok=True)


def _check(result: QgsLayoutExporter.ExportResult, path: Path) -> None:
    results = QgsLayoutExporter.ExportResult
    if result == results.Success:
        return
    reason = {
        results.MemoryError: "there is not enough memory; lower the resolution",
        results.FileError: "the file cannot be written; choose another folder",
        results.PrintError: "the printer driver failed; try another folder or paper",
    }.get(result, "the layout could not be drawn")
    raise SheetError(f"{path.name} was not made: {reason}.")


def export_pdf(sheet: Sheet, path: Path, dpi: float = DEFAULT_DPI) -> LabelCount:
    """Write the sheet as a vector PDF with text as text; returns what became of the site names."""
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.rasterizeWholeImage = False
    settings.forceVectorOutput = False
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.simplifyGeometries = True
    settings.exportMetadata = True
    settings.appendGeoreference = True
    with _whole_file(path) as part:
        _check(exporter.exportToPdf(str(part), settings), path)
    return _label_count(sheet, exporter)


def export_png(sheet: Sheet, path: Path, dpi: float = DEFAULT_DPI) -> LabelCount:
    """Write the sheet as a picture, further pages beside it as <name>_2 ...; returns what became of the site names."""
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.exportMetadata = False
    settings.generateWorldFile = False
    settings.flags = QgsLayoutRenderContext.Flags(QgsLayoutRenderContext.Flag.FlagAntialiasing)
    settings.pages = [0]
    with _whole_file(path) as part:
        _check(exporter.exportToImage(str(part), settings), path)
        if not part.exists():
            raise SheetError(f"{path.name} was not made: the picture format is not supported.")
    labels = _label_count(sheet, exporter)
    for number in range(1, sheet.layout.pageCollection().pageCount()):
        settings.pages = [number]
        further = path.with_name(f"{path.stem}_{number + 1}{path.suffix}")
        with _whole_file(further) as part:
            # QGIS itself adds the number of a further page to the name that it is given.
            made = part.with_name(f"{part.stem}_{number + 1}{part.suffix}")
            try:
                _check(exporter.exportToImage(str(part), settings), further)
                made.replace(part)
            finally:
                made.unlink(missing_ok=True)
    return labels


def _label_count(sheet: Sheet, exporter: QgsLayoutExporter) -> LabelCount:
    """Names placed, on the main map or in an inset, and not placed at the final resolution.

    A label can be tried more than once; the number of an index row is no name.
    """
    sites, furniture = sheet.layers.get("sites"), sheet.furniture
    if sites is None or sites.labeling() is None:
        return LabelCount(0, [])  # the recipe writes no names
    placed = _written(sheet.main, sites, exporter)
    label = QgsExpression(sites.labeling().settings().fieldName)
    if furniture is not None and furniture.has_names:
        label = QgsExpression(furniture.label)
        fids = {site.number: site.feature.id() for site in furniture.sites}
        for inset in furniture.insets:
            written = _written(inset.item, inset.layer, exporter)
            placed |= {fids[number] for number, fid in inset.fids.items() if fid in written}
        placed -= {fids[number] for number in furniture.numbered}
    unplaced = []
    context = QgsExpressionContext()
    for feature in sites.getFeatures(_NO_GEOMETRY):
        context.setFeature(feature)
        if feature.id() not in placed and label.evaluate(context) not in (None, NULL, ""):
            pcode = feature["pcode"] if feature.fields().lookupField("pcode") >= 0 else feature.id()
            unplaced.append((str(pcode), str(feature["name"])))
    return LabelCount(len(placed), sorted(unplaced, key=lambda pair: pair[1]))


def _written(item: QgsLayoutItemMap, layer: QgsVectorLayer, exporter: QgsLayoutExporter) -> set[int]:
    """Ids of the features of a layer that have a label on a map."""
    results = exporter.labelingResults().get(item.uuid())
    return {
        label.featureId
        for label in (results.allLabels() if results else [])
        if label.layerID == layer.id() and not label.isUnplaced
    }


def write_report(sheet: Sheet, labels: LabelCount, files: list[tuple[Path, float]], path: Path) -> None:
    """The build report as an HTML page: what is on the sheet, what is not, files and seconds."""

    def table(rows: list[tuple[str, object]]) -> str:
        cells = "".join(f"<tr><th>{_escape(name)}</th><td>{_escape(value)}</td></tr>" for name, value in rows)
        return f"<table>{cells}</table>"

    ground = sheet.ground
    facts = [
        ("Title", sheet.title),
        ("Map id", sheet.map_id),
        ("Area", ground.name or "all sites"),
        ("Orientation", sheet.orientation),
        ("Scale", f"1:{sheet.scale}"),
        ("CRS", sheet.crs),
        ("Sites drawn", ground.sites.featureCount()),
        ("Sites of the layer without location, not drawn", ground.without_location),
        ("Site names placed", labels.placed),
        ("Site names without room", len(labels.unplaced)),
        *_furniture_facts(sheet),
    ]
    made = [(file.name, f"{file.stat().st_size / 1e6:.1f} MB in {seconds:.1f} s") for file, seconds in files]
    sources = "".join(f"<li>{_escape(line)}</li>" for line in sheet.sources)
    missing = "".join(f"<li>{_escape(name)} ({_escape(pcode)})</li>" for pcode, name in labels.unplaced)
    notes = "".join(f"<p><strong>{_escape(note)}</strong></p>" for note in sheet.notes)
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Build report</title>'
        "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto}th{text-align:left;"
        "padding-right:1em}ul{columns:3}</style></head><body>"
        f"<h1>Build report</h1>{notes}{table(facts)}<h2>Files</h2>{table(made)}"
        f"<h2>Sources</h2><ul style='columns:1'>{sources}</ul>"
        f"<h2>Sites whose name has no room on the sheet</h2><ul>{missing or '<li>none</li>'}</ul>"
        "</body></html>\n"
    )
    with _whole_file(path) as part:
        part.write_text(page, encoding="utf-8")


def _furniture_facts(sheet: Sheet) -> list[tuple[str, object]]:
    furniture = sheet.furniture
    if furniture is None or not furniture.sites:
        return []
    insets = [
        f"{inset.sign} 1:{round(inset.item.scale())} ({len(inset.fids)} sites)" for inset in furniture.insets
    ]
    return [
        ("Sites at one place, drawn in a ring round it", furniture.displaced),
        ("Insets", "; ".join(insets) or "none"),
        ("Names only in an inset", len(set(furniture.in_inset) - furniture.named)),
        ("Number of the index in the place of the name", len(furniture.numbered)),
    ]


def _escape(value: object) -> str:
    return html.escape(str(value))
