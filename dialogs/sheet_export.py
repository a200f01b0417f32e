"""Writing one sheet from the designer: the kinds of file, and the preset that they are made for."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from ..cartography.export_presets import export_options
from ..cartography.sheet import private_sheet
from ..cartography.sheet_files import SheetFiles, checked, make_sheet_files, publish
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import SheetRequest
from ..processing.whole_outputs import part_folder
from .words import tr


@dataclass(frozen=True)
class FileFormat:
    """A choice of the list: its suffix, and the kinds of file that are made for it."""

    name: str
    suffix: str
    kinds: tuple[str, ...]

    def words(self) -> str:
        return {
            "pdf": "PDF",
            "png": "PNG",
            "svg": "SVG",
            "report": tr("PDF with report"),
            "package": tr("Package (zip)"),
        }[self.name]

    def filter(self) -> str:
        return f"{self.suffix[1:].upper()} (*{self.suffix})"


FORMATS = {
    entry.name: entry
    for entry in (
        FileFormat("pdf", ".pdf", ("pdf",)),
        FileFormat("report", ".pdf", ("pdf", "report")),
        FileFormat("png", ".png", ("png",)),
        FileFormat("svg", ".svg", ("svg",)),
        FileFormat("package", ".zip", ("pdf", "png", "report", "package")),
    )
}


def preset_words(preset: str) -> str:
    """A preset as the list names it."""
    words = {"press": tr("press"), "office": tr("office printer"), "screen": tr("screen")}
    return words.get(preset, preset)


def export_sheet(
    layers: SheetLayers, request: SheetRequest, kind: FileFormat, path: Path, preset: str
) -> SheetFiles:
    """Build, check and write a sheet; the report lies beside it, a package holds all.

    Raises SheetError with the sentences of all errors of the pre-flight, or with why a file cannot be written.
    """
    began = time.perf_counter()
    names = {each: f"{path.stem}{'_report.html' if each == 'report' else '.' + each}" for each in kind.kinds}
    names[kind.kinds[-1] if kind.name == "package" else kind.kinds[0]] = path.name
    options = export_options(preset)
    with private_sheet(layers, request) as sheet, part_folder(path.parent) as folder:
        findings = checked(sheet, options, "png" in names)
        made = make_sheet_files(sheet, layers, findings, names, options, folder, began)
        wanted = made.files
        if kind.name == "package":
            wanted = {"package": made.files["package"]}
        publish({source: path.parent / source.name for source in wanted.values()})
    return made
