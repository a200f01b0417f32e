"""Text that a spreadsheet would take for a formula: kept from running in files that spreadsheets open."""

from __future__ import annotations

import re
from pathlib import Path

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
# What spreadsheets run, after OWASP's page on CSV injection, with the full-width signs; of:= is how GDAL marks
# formulas in ODS. Apostrophes before it are taken along, so that reading takes off just the one that was put on.
_RUN = re.compile(r"'*(?:[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|of:=)")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
MARK = "'"


def is_spreadsheet(path: Path | None) -> bool:
    """Whether people open a file with a spreadsheet."""
    return path is not None and path.suffix.lower() in SUFFIXES


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it; plain numbers stay as they are."""
    return MARK + text if _RUN.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith(MARK) and guarded(text[1:]) == text else text
