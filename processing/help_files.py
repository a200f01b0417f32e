"""Where the shipped help pages lie; `make help` builds them, and the zip holds them."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "help"


def help_file(page: str, language: str) -> Path | None:
    """The file of a page in a language, else in English; None where the pages are not built."""
    files = [FOLDER / each / f"{page}.html" for each in (language, "en")]
    return next((file for file in files if file.is_file()), None)


def help_address(page: str, language: str) -> str:
    """The same as an address that a browser takes, blanks and marks such as # encoded; '' where there is none."""
    file = help_file(page, language)
    return bytes(QUrl.fromLocalFile(str(file)).toEncoded()).decode("ascii") if file else ""
