"""Sheets to PDF and PNG, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsLayoutRenderContext,
)

from ..core.exceptions import SheetError
from .sheet import Sheet
from .whole_file import whole_file

DEFAULT_DPI = 300


@dataclass(frozen=True)
class LabelCount:
    """How many site names found room on the printed maps, and pcode and name of those that did not."""

    placed: int
    unplaced: list[tuple[str, str]]


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
    with whole_file(path) as part:
        _check(exporter.exportToPdf(str(part), settings), path)
    return _label_count(sheet, exporter)


def export_png(sheet: Sheet, path: Path, dpi: float = DEFAULT_DPI) -> LabelCount:
    """Write the sheet as a picture; returns what became of the site names."""
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.exportMetadata = False
    settings.generateWorldFile = False
    settings.flags = QgsLayoutRenderContext.Flags(QgsLayoutRenderContext.Flag.FlagAntialiasing)
    with whole_file(path) as part:
        _check(exporter.exportToImage(str(part), settings), path)
        if not part.exists():
            raise SheetError(f"{path.name} was not made: the picture format is not supported.")
    return _label_count(sheet, exporter)


def _label_count(sheet: Sheet, exporter: QgsLayoutExporter) -> LabelCount:
    """Names placed and not placed at the final resolution (a label can be tried more than once).

    None of either where no map of the sheet names its sites.
    """
    sites = sheet.ground.sites
    if not sites.labelsEnabled() or not any(sites in item.layers() for item in sheet.frames.values()):
        return LabelCount(0, [])
    placed: set[int] = set()
    seen: set[int] = set()
    every = [label for results in exporter.labelingResults().values() for label in results.allLabels()]
    for label in every:
        if label.layerID == sheet.ground.sites.id():
            seen.add(label.featureId)
            if not label.isUnplaced:
                placed.add(label.featureId)
    unplaced = []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    label = QgsExpression(sheet.ground.sites.labeling().settings().fieldName)
    context = QgsExpressionContext()
    for feature in sheet.ground.sites.getFeatures(request):
        context.setFeature(feature)
        if feature.id() not in placed and label.evaluate(context) not in (None, NULL, ""):
            fields = feature.fields()
            pcode = feature["pcode"] if fields.lookupField("pcode") >= 0 else feature.id()
            unplaced.append((str(pcode), str(feature["name"])))
    return LabelCount(len(placed), sorted(unplaced, key=lambda pair: pair[1]))
