"""Checks of input files before QGIS opens them: what would never end, or swell without measure."""

from __future__ import annotations

import codecs
import os
import stat
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProperty,
    QgsProviderRegistry,
)

from ..core.wording import say

_TEXT_SUFFIXES = (".csv", ".tsv", ".txt")  # spreadsheets save them in UTF-16, which GDAL does not read
_ZIP, _GZIP = b"PK", b"\x1f\x8b"
# How workbooks (.xlsx, .ods; .xls), pictures and PDF begin. GDAL 3.10 reads them as text where the name says so.
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG\r", b"\xff\xd8\xff", b"%PDF-", _GZIP)
# Tables pack to a tenth, repetitive ones to a hundredth; deflate reaches 1,032.
_MOST_RATIO = 300
_SMALL_BYTES = 200_000_000
_MOST_BYTES = 4_000_000_000


def unusable_input(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> str:
    """A sentence on the first input file that must not be opened; empty when there is none."""
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        for path in _files(parameters.get(definition.name())):
            sentence = _unusable(path)
            if sentence:
                return sentence
    return ""


def _files(value: Any) -> Iterable[Path]:
    """The files that a value of a parameter names."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    for text in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(text, str) and text and "\0" not in text:
            path = str(QgsProviderRegistry.instance().decodeUri("ogr", text).get("path") or "")
            # A path into an archive goes on behind it.
            yield from (
                part for part in (Path(path), *Path(path).parents) if _is_there(part) and not part.is_dir()
            )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, or links that go round
        return False


def _unusable(path: Path) -> str:
    name = path.name
    if not stat.S_ISREG(path.stat().st_mode):
        return say("{0} is no file but a device or a pipe; give a file.", name)
    if not os.access(path, os.R_OK):
        return say("{0} may not be read; ask for the right to, or give another file.", name)
    if is_no_text(path):
        return say(
            "{0} is no text, though its name says so; give it the ending of its kind, or choose another file.",
            name,
        )
    if path.suffix.lower() in _TEXT_SUFFIXES and _start(path) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return say("{0} is text in UTF-16; save it as UTF-8.", name)
    size = inflated_size(path)
    if size > _MOST_BYTES or (size > _SMALL_BYTES and size > _MOST_RATIO * path.stat().st_size):
        return say(
            "{0} would swell to {1:.1f} GB when it is unpacked; check where it comes from, or unpack it.",
            name,
            size / 1e9,
        )
    return ""


def is_no_text(path: Path) -> bool:
    """Whether a file is called text but begins as a workbook, a picture or another file that is none."""
    return path.suffix.lower() in _TEXT_SUFFIXES and _start(path, 5).startswith(_NO_TEXT)


def _start(path: Path, n_bytes: int = 2) -> bytes:
    with path.open("rb") as handle:
        return handle.read(n_bytes)


def inflated_size(path: Path) -> int:
    """Bytes that an archive says its contents have, and at least what its parts take packed; 0 for other files."""
    start = _start(path)
    if start == _GZIP:
        with path.open("rb") as handle:
            handle.seek(-4, os.SEEK_END)
            return struct.unpack("<I", handle.read(4))[0]  # modulo 4 GB, which is enough to be refused
    if start != _ZIP:
        return 0
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(max(entry.file_size, entry.compress_size) for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return 0  # GDAL will say that it cannot be read
