"""Sheets to PDF, PNG and SVG, whole or not at all."""

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
from qgis.PyQt.QtCore import QSize, Qt

from ..core.exceptions import SheetError
from .export_presets import ExportOptions, default_options
from .sheet_request import Sheet
from .svg_clip import clip_maps
from .whole_file import whole_file

_Flag = QgsLayoutRenderContext.Flag
_THUMBNAIL_DRAWN_PX = 1600  # drawn larger than it is kept: small letters would be left out
_THUMBNAIL_PX = 400


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


def _flags(*more: QgsLayoutRenderContext.Flag) -> QgsLayoutRenderContext.Flags:
    flags = QgsLayoutRenderContext.Flags(_Flag.FlagAntialiasing)
    for flag in more:
        flags |= flag
    return flags


def export_pdf(sheet: Sheet, path: Path, options: ExportOptions | None = None) -> LabelCount:
    """Write the sheet as a vector PDF with text as text; returns what became of the site names.

    Raises SheetError when it cannot be written, or layers are asked for and this QGIS cannot write them.
    """
    options = options or default_options()
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = options.dpi
    settings.rasterizeWholeImage = False
    settings.forceVectorOutput = False
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.simplifyGeometries = options.simplify
    settings.exportMetadata = True
    settings.appendGeoreference = options.georeference
    settings.writeGeoPdf = options.layers
    settings.includeGeoPdfFeatures = False
    if options.lossless:
        settings.flags = _flags(_Flag.FlagUseAdvancedEffects, _Flag.FlagLosslessImageRendering)
    else:
        settings.flags = _flags(_Flag.FlagUseAdvancedEffects)
    with whole_file(path) as part:
        result = exporter.exportToPdf(str(part), settings)
        if options.layers and result == QgsLayoutExporter.ExportResult.PrintError:
            raise SheetError(
                f"{path.name} was not made: this QGIS cannot write a PDF with layers; export without them."
            )
        _check(result, path)
    return _label_count(sheet, exporter)


def export_png(sheet: Sheet, path: Path, options: ExportOptions | None = None) -> LabelCount:
    """Write the sheet as a picture; returns what became of the site names."""
    options = options or default_options()
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = options.dpi
    settings.exportMetadata = False
    settings.generateWorldFile = False
    settings.flags = _flags()
    with whole_file(path) as part:
        _check(exporter.exportToImage(str(part), settings), path)
        if not part.exists():
            raise SheetError(f"{path.name} was not made: the picture format is not supported.")
    return _label_count(sheet, exporter)


def export_svg(sheet: Sheet, path: Path, options: ExportOptions | None = None) -> LabelCount:
    """Write the sheet as SVG in layers for a drawing program, text as text; returns what became of the names."""
    options = options or default_options()
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = options.dpi
    settings.forceVectorOutput = False
    settings.simplifyGeometries = options.simplify
    settings.exportMetadata = True
    settings.exportAsLayers = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.flags = _flags(_Flag.FlagUseAdvancedEffects)
    with whole_file(path) as part:
        _check(exporter.exportToSvg(str(part), settings), path)
        clip_maps(part, list(sheet.frames.values()), options.dpi)
    return _label_count(sheet, exporter)


def export_thumbnail(sheet: Sheet, path: Path) -> None:
    """Write a small PNG of the whole page, its longer side 400 pixels."""
    size = QSize(_THUMBNAIL_DRAWN_PX, _THUMBNAIL_DRAWN_PX)
    image = QgsLayoutExporter(sheet.layout).renderPageToImage(0, size)
    small = image.scaled(
        _THUMBNAIL_PX,
        _THUMBNAIL_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    with whole_file(path) as part:
        if small.isNull() or not small.save(str(part), "PNG"):
            raise SheetError(f"{path.name} was not made; there is not enough memory or room for it.")


def _label_count(sheet: Sheet, exporter: QgsLayoutExporter) -> LabelCount:
    """Names placed and not placed at the final resolution (a label can be tried more than once).

    Names that the recipe leaves out are in neither; the sheet's notes count them. None of either where no map of the sheet names its sites.
    """
    sites = sheet.ground.sites
    if not (sites.labelsEnabled() and sites.labeling()) or not any(
        sites in item.layers() for item in sheet.frames.values()
    ):
        return LabelCount(0, [])
    placed: set[int] = set()
    every = [label for results in exporter.labelingResults().values() for label in results.allLabels()]
    for label in every:
        if label.layerID == sites.id() and not label.isUnplaced:
            placed.add(label.featureId)
    unplaced = []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    label = QgsExpression(sites.labeling().settings().fieldName)
    context = QgsExpressionContext()
    for feature in sites.getFeatures(request):
        context.setFeature(feature)
        if feature.id() not in placed and label.evaluate(context) not in (None, NULL, ""):
            fields = feature.fields()
            pcode = feature["pcode"] if fields.lookupField("pcode") >= 0 else feature.id()
            unplaced.append((str(pcode), str(feature["name"])))
    return LabelCount(len(placed), sorted(unplaced, key=lambda pair: pair[1]))
