"""Sheets to PDF, PNG and SVG, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

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
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QSize, Qt

from ..core.exceptions import SheetError
from ..core.wording import say
from .export_presets import ExportOptions, default_options
from .sheet_request import Sheet
from .svg_clip import clip_maps
from .svg_text import outline_texts
from .whole_file import whole_file

_Flag = QgsLayoutRenderContext.Flag
_NO_GEOMETRY = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
_UNSEEN_MM = 0.05  # of paper: vertices that move a line by less are left out
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
        results.MemoryError: say("there is not enough memory; lower the resolution"),
        results.FileError: say("the file cannot be written; choose another folder"),
        results.PrintError: say("the printer driver failed; try another folder or paper"),
    }.get(result, say("the layout could not be drawn"))
    raise SheetError(say("{0} was not made: {1}.", path.name, reason))


def _flags(*more: QgsLayoutRenderContext.Flag) -> QgsLayoutRenderContext.Flags:
    flags = QgsLayoutRenderContext.Flags(_Flag.FlagAntialiasing)
    for flag in more:
        flags |= flag
    return flags


def _simplification(options: ExportOptions) -> QgsVectorSimplifyMethod:
    """How vertices are left out that cannot be seen on paper; points, and so sites, stay where they are."""
    method = QgsVectorSimplifyMethod()
    if options.simplify:
        method.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
        method.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.Visvalingam)
        method.setForceLocalOptimization(True)
        method.setThreshold(_UNSEEN_MM * options.dpi / 25.4)
    else:
        method.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.NoSimplification)
    return method


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
    settings.simplifyGeometries = False  # QGIS's own tolerance is a tenth of a dot
    settings.exportMetadata = True
    settings.appendGeoreference = options.georeference
    settings.writeGeoPdf = options.layers
    settings.includeGeoPdfFeatures = False
    if options.lossless:
        settings.flags = _flags(_Flag.FlagUseAdvancedEffects, _Flag.FlagLosslessImageRendering)
    else:
        settings.flags = _flags(_Flag.FlagUseAdvancedEffects)
    context = sheet.layout.renderContext()
    as_before = QgsVectorSimplifyMethod(context.simplifyMethod())
    with whole_file(path) as part:
        context.setSimplifyMethod(_simplification(options))
        try:
            result = exporter.exportToPdf(str(part), settings)
        finally:
            context.setSimplifyMethod(as_before)
        if options.layers and result == QgsLayoutExporter.ExportResult.PrintError:
            raise SheetError(
                say(
                    "{0} was not made: this QGIS cannot write a PDF with layers; export without them.",
                    path.name,
                )
            )
        _check(result, path)
    return _label_count(sheet, exporter)


def export_png(sheet: Sheet, path: Path, options: ExportOptions | None = None) -> LabelCount:
    """Write the sheet as a picture, further pages beside it (pages_of); returns what became of the site names."""
    options = options or default_options()
    exporter = QgsLayoutExporter(sheet.layout)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = options.dpi
    settings.exportMetadata = False
    settings.generateWorldFile = False
    settings.flags = _flags()
    settings.pages = [0]
    with whole_file(path) as part:
        _check(exporter.exportToImage(str(part), settings), path)
        if not part.exists():
            raise SheetError(say("{0} was not made: the picture format is not supported.", path.name))
    labels = _label_count(sheet, exporter)
    for number, further in enumerate(pages_of(sheet, path)[1:], 1):
        settings.pages = [number]
        with whole_file(further) as part:
            # QGIS itself adds the number of a further page to the name that it is given.
            made = _numbered(part, number)
            try:
                _check(exporter.exportToImage(str(part), settings), further)
                made.replace(part)
            finally:
                made.unlink(missing_ok=True)
    return labels


def export_svg(sheet: Sheet, path: Path, options: ExportOptions | None = None) -> LabelCount:
    """Write the sheet as SVG in layers for a drawing program, letters as outlines, further pages beside it (pages_of).

    Returns what became of the site names.
    """
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
    first, *further = pages_of(sheet, Path("sheet.svg"))
    # A folder of its own: of a name with several dots QGIS makes other names for further pages.
    with whole_file(path) as part, TemporaryDirectory(dir=path.parent) as folder:
        made = Path(folder)
        _check(exporter.exportToSvg(str(made / first), settings), path)
        clip_maps(made / first, list(sheet.frames.values()), options.dpi)
        for page in (first, *further):
            outline_texts(made / page)
        for page, target in zip(further, pages_of(sheet, path)[1:]):
            (made / page).replace(target)
        (made / first).replace(part)
    return _label_count(sheet, exporter)


def pages_of(sheet: Sheet, path: Path) -> list[Path]:
    """The files of a picture or SVG: path for the sheet, <name>_2, <name>_3 ... for further pages."""
    n_pages = sheet.layout.pageCollection().pageCount()
    return [path, *(_numbered(path, number) for number in range(1, n_pages))]


def _numbered(path: Path, page: int) -> Path:
    """The name that QGIS gives to a further page, counted from 0."""
    return path.with_name(f"{path.stem}_{page + 1}{path.suffix}")


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
            raise SheetError(say("{0} was not made; there is not enough memory or room for it.", path.name))


def _label_count(sheet: Sheet, exporter: QgsLayoutExporter) -> LabelCount:
    """Names placed on a map or in an inset, and not placed, at the final resolution; none where none is written.

    A label can be tried more than once; the number of an index row is no name. Names that the recipe leaves out
    are in neither; the sheet's notes count them.
    """
    sites, furniture = sheet.layers.get("sites"), sheet.furniture
    if sites is None or sites.labeling() is None or not sites.labelsEnabled():
        return LabelCount(0, [])
    maps = [item for item in sheet.frames.values() if sites in item.layers()]
    if not maps:
        return LabelCount(0, [])
    placed = set().union(*(_written(item, sites, exporter) for item in maps))
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
