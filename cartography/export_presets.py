"""What a sheet is exported for: press, office or screen, read from resources/exports/presets.json."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.documents import expect, read_document
from .theme import RESOURCES

PRESETS = RESOURCES / "exports" / "presets.json"
SCHEMA = "asm-atlas/export-presets/1"


@dataclass(frozen=True)
class ExportOptions:
    """How the files of a sheet are written.

    lossless: pictures in the PDF are not compressed as JPEG. simplify: vertices that cannot be seen at the
    resolution are left out. layers: the layers of the PDF can be switched on and off in a reader.
    georeference: the PDF knows where it lies.
    """

    preset: str
    dpi: int
    lossless: bool = True
    simplify: bool = True
    layers: bool = False
    georeference: bool = True


def preset_ids() -> list[str]:
    """Ids of the presets, the default first."""
    return list(_presets())


def export_options(
    preset: str, dpi: int | None = None, layers: bool = False, georeference: bool = True
) -> ExportOptions:
    """The options of a preset, at its own resolution unless another is asked for.

    Raises DocumentError when there is no such preset.
    """
    own = expect(_presets(), preset, dict, PRESETS.name)
    return ExportOptions(preset, dpi or own["dpi"], own["lossless"], own["simplify"], layers, georeference)


def default_options() -> ExportOptions:
    """The options of the first preset."""
    return export_options(preset_ids()[0])


def _presets() -> dict:
    return expect(read_document(PRESETS), "presets", dict, PRESETS.name)
