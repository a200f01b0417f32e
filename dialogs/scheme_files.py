"""Scheme files: the shipped ones, and writing a new version that overwrites none of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ..core.exceptions import DocumentError
from ..core.scorecard.scheme_document import scheme_text, text_hash
from ..processing.schemes import SCHEMES, shipped_schemes
from .words import tr


def shipped_files() -> list[Path]:
    """The schemes of the plugin, the default first."""
    return [SCHEMES / f"{name}.json" for name in shipped_schemes()]


def is_shipped(path: Path) -> bool:
    """Whether a file lies among the plugin's own schemes, by whatever way it is reached."""
    return path.resolve().parent == SCHEMES.resolve()


def write_scheme(document: dict[str, Any], path: Path) -> str:
    """Write a document that was checked; the hash of the file.

    The file is written beside its place and renamed. Raises DocumentError when it cannot be written or
    would lie among the plugin's own schemes.
    """
    if is_shipped(path):
        raise DocumentError(
            tr("{0} lies in the plugin's own folder; choose another folder for schemes of your own.").format(
                path.name
            )
        )
    text = scheme_text(document)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        os.replace(part, path)  # noqa: PTH105 (also over an existing file on Windows)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DocumentError(
            tr("{0} cannot be written ({1}); choose another folder.").format(path.name, error.strerror)
        ) from error
    return text_hash(text)
