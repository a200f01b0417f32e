"""The zip of a sheet: its files, a thumbnail, metadata and the build report."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .whole_file import whole_file

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold: the same files always give the same zip
_MODE = 0o644 << 16
_PACKED = (".pdf", ".png")  # packed in themselves; packing again costs time for nothing


def write_package(files: list[Path], path: Path) -> None:
    """Zip files, by name and without folders. Raises SheetError when the zip cannot be written."""
    with whole_file(path) as part, zipfile.ZipFile(part, "w") as archive:
        for file in sorted(files, key=lambda each: each.name):
            entry = zipfile.ZipInfo(file.name, _DATE)
            entry.external_attr = _MODE
            entry.create_system = 3  # the same on every system
            kind = zipfile.ZIP_STORED if file.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
            entry.compress_type = kind
            archive.writestr(entry, file.read_bytes())
