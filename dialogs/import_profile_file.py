"""The mapping of the import wizard as a profile in a file: one that is saved, opened, or left by an import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

_JSON = "JSON (*.json)"


def ask_open(parent: QWidget, title: str) -> str:
    """The file to open; '' when the user thinks better of it."""
    return QFileDialog.getOpenFileName(parent, title, "", _JSON)[0]


def ask_save(parent: QWidget, title: str, suggestion: str) -> str:
    """The file to save to; '' when the user thinks better of it."""
    return QFileDialog.getSaveFileName(parent, title, suggestion, _JSON)[0]


def opened(path: Path) -> dict[str, Any]:
    """A profile document that a profile can be made of. Raises DocumentError, OSError."""
    from ..core.documents import read_document
    from ..core.importing.profile_documents import profile_from

    document = read_document(path)
    profile_from(document, path.name)
    return document


def saved(path: str, document: dict[str, Any]) -> Path:
    """Write a document; .json is added. Raises OSError, ValueError."""
    target = Path(path) if path.lower().endswith(".json") else Path(f"{path}.json")
    target.write_bytes(_content(document))
    return target


def holds(path: Path | None, document: dict[str, Any]) -> bool:
    """Whether a file has just this document."""
    return path is not None and path.is_file() and path.read_bytes() == _content(document)


def left_by_import(output: Path | None, document: dict[str, Any]) -> tuple[Path, bool]:
    """The document beside an output (None: in the temporary folder), and whether it was written now.

    Another file is never overwritten: the name gets a number. Raises OSError.
    """
    folder = output.parent if output is not None else Path(QgsProcessingUtils.tempFolder())
    stem, number = f"{output.stem if output is not None else 'import'}_profile", 1
    path = folder / f"{stem}.json"
    while path.exists() and not holds(path, document):
        number += 1
        path = folder / f"{stem}_{number}.json"
    if path.exists():
        return path, False
    path.write_bytes(_content(document))
    return path, True


def _content(document: dict[str, Any]) -> bytes:
    from ..core.importing.profile_documents import document_text

    return document_text(document).encode()
