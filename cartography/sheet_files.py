"""All files of one sheet: made in a folder of their own, then put where they belong together."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from .build_report import BuiltFile, build_report, write_report
from .export import LabelCount, export_pdf, export_png, export_svg, export_thumbnail, pages_of
from .export_presets import ExportOptions
from .preflight import PreflightFinding, check_sheet, label_loss, refuse
from .sheet_layers import SheetLayers
from .sheet_metadata import sheet_metadata, write_metadata
from .sheet_package import write_package
from .sheet_request import Sheet
from .whole_file import whole_file

PDF, PNG, SVG, REPORT, REPORT_JSON, PACKAGE = "pdf", "png", "svg", "report", "report_json", "package"
KINDS = (PDF, PNG, SVG, REPORT, PACKAGE)
_EXPORTS = {PDF: export_pdf, PNG: export_png, SVG: export_svg}


@dataclass(frozen=True)
class SheetFiles:
    """The files made of a sheet by kind, its build report and what became of the site names."""

    files: dict[str, Path]
    report: dict[str, Any]
    labels: LabelCount
    findings: list[PreflightFinding]


def checked(sheet: Sheet, options: ExportOptions, has_picture: bool) -> list[PreflightFinding]:
    """The warnings of the pre-flight. Raises SheetError with the sentences of its errors."""
    findings = check_sheet(sheet, options.dpi, has_picture)
    refuse(findings)
    return findings


def make_sheet_files(
    sheet: Sheet,
    layers: SheetLayers,
    findings: list[PreflightFinding],
    names: dict[str, str],
    options: ExportOptions,
    folder: Path,
    began: float,
    progress: Callable[[float], None] = lambda fraction: None,
) -> SheetFiles:
    """Write the files named, by kind, into a folder; nothing else is left in it.

    names: of pdf, png, svg, report (HTML; its JSON beside it) and package (zip of all, with a thumbnail and
    metadata). began: when the sheet was begun (time.perf_counter). Raises SheetError when one cannot be made.
    """
    files: dict[str, Path] = {}
    built: list[BuiltFile] = []
    labels = None
    for number, kind in enumerate(_EXPORTS):
        if kind in names:
            started = time.perf_counter()
            files[kind] = folder / names[kind]
            counted = _EXPORTS[kind](sheet, files[kind], options)
            labels = labels or counted
            built.append(BuiltFile(files[kind], time.perf_counter() - started, options.dpi))
            further = pages_of(sheet, files[kind])[1:] if kind in (PNG, SVG) else []
            for page, path in enumerate(further, 2):
                files[f"{kind}_{page}"] = path
                built.append(BuiltFile(path, 0.0, options.dpi))
        progress((number + 1) / (len(_EXPORTS) + 1))
    assert labels is not None, "a sheet has at least one of pdf, png and svg"
    findings = [*findings, *label_loss(sheet.main, labels.placed, len(labels.unplaced))]
    report = build_report(sheet, layers, labels, findings, built, time.perf_counter() - began)
    if REPORT in names:
        files[REPORT], files[REPORT_JSON] = write_report(report, folder / names[REPORT])
    if PACKAGE in names:
        package = folder / names[PACKAGE]
        with tempfile.TemporaryDirectory(dir=folder) as inner:
            extra = _beside(sheet, report, options, Path(inner) / package.stem, REPORT not in names)
            write_package([*files.values(), *extra], package)
        files[PACKAGE] = package
    progress(1.0)
    return SheetFiles(files, report, labels, findings)


def publish(files: dict[Path, Path]) -> None:
    """Move files (from -> to) to where they belong: all of them, or none where one cannot be written.

    Raises SheetError naming the file.
    """
    with ExitStack() as stack:
        for source, target in files.items():
            shutil.move(str(source), str(stack.enter_context(whole_file(target))))


def _beside(
    sheet: Sheet, report: dict[str, Any], options: ExportOptions, stem: Path, has_report: bool
) -> list[Path]:
    """What only the package holds: thumbnail, metadata in two forms, and the report where it is no file itself."""
    thumbnail, as_json, as_xml, page = (
        stem.with_name(f"{stem.name}_{name}")
        for name in ("thumbnail.png", "metadata.json", "metadata.xml", "report.html")
    )
    export_thumbnail(sheet, thumbnail)
    write_metadata(sheet_metadata(sheet, report, options.preset), as_json, as_xml)
    return [thumbnail, as_json, as_xml, *(write_report(report, page) if has_report else ())]
