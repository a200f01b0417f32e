"""The index of a series of sheets: what was made of what, so that unchanged sheets are not made again.

One JSON file in the folder of the series. Per sheet: number, version, files with their checksums, and the
checksums of all that it was made of.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .documents import expect, expect_kind, read_document
from .exceptions import DocumentError
from .wording import say

SCHEMA = "asm-atlas/series-index/1"
INDEX_NAME = "series_index.json"
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# Why a sheet is made, beside the names of what has changed.
NEW, FILES_MISSING, FILES_CHANGED, ASKED = "new", "files_missing", "files_changed", "asked"


@dataclass(frozen=True)
class IndexedSheet:
    """A sheet as it was made last.

    files: name -> SHA-256. made_of: what (data, theme, recipe, plugin, parameters) -> checksum.
    """

    number: int
    version: int
    made: str
    files: dict[str, str]
    made_of: dict[str, str]


@dataclass(frozen=True)
class Decision:
    """Whether a sheet is to be made and as which version; reasons: what has changed, or one of the words above."""

    is_due: bool
    number: int
    version: int
    reasons: tuple[str, ...] = ()


@dataclass
class SeriesIndex:
    """The sheets of a folder by key."""

    sheets: dict[str, IndexedSheet] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)  # of maps: the languages of a map share its number

    def number_of(self, map_key: str) -> int:
        """The number of a map, a new one where it has none yet."""
        return self.numbers.setdefault(map_key, max(self.numbers.values(), default=0) + 1)

    def decide(self, key: str, map_key: str, made_of: dict[str, str], folder: Path, always: bool) -> Decision:
        """Whether a sheet is due. A change raises its version; files that are gone are made again as they were.

        A file that somebody has changed raises the version too: his stays where names hold the version.
        """
        number = self.number_of(map_key)
        before = self.sheets.get(key)
        if before is None:
            return Decision(True, number, 1, (NEW,))
        changed = tuple(what for what in made_of if before.made_of.get(what) != made_of[what])
        missing = [name for name in before.files if not (folder / name).is_file()]
        touched = any(
            name not in missing and file_checksum(folder / name) != checksum
            for name, checksum in before.files.items()
        )
        reasons = (
            changed + ((FILES_CHANGED,) if touched else ()) + ((ASKED,) if always and not changed else ())
        )
        if reasons:
            return Decision(True, number, before.version + 1, reasons)
        if missing:
            return Decision(True, number, before.version, (FILES_MISSING,))
        return Decision(False, number, before.version)

    def made(
        self, key: str, decision: Decision, made: str, files: dict[str, str], made_of: dict[str, str]
    ) -> None:
        """Note a sheet that was made."""
        self.sheets[key] = IndexedSheet(decision.number, decision.version, made, files, made_of)

    def put_back(self, key: str, before: IndexedSheet | None) -> None:
        """Take a note back: the sheet is as it was before, None for not made."""
        if before is None:
            self.sheets.pop(key)
        else:
            self.sheets[key] = before


def read_index(folder: Path) -> SeriesIndex:
    """The index of a folder, an empty one where there is none yet.

    Raises DocumentError when the file is not an index that this version understands.
    """
    path = folder / INDEX_NAME
    if not path.exists():
        return SeriesIndex()
    try:
        document = read_document(path)
        if document.get("schema") != SCHEMA:
            raise DocumentError(say("{0} is not an index of this version of ASM Atlas.", path.name))
        sheets = {
            key: _sheet(entry, path.name)
            for key, entry in expect(document, "sheets", dict, path.name).items()
        }
        numbers = expect(document, "numbers", dict, path.name)
        if not all(isinstance(number, int) and number > 0 for number in numbers.values()):
            raise DocumentError(say("{0} holds numbers of maps that are none.", path.name))
    except DocumentError as error:
        raise DocumentError(
            say(
                "{0}; move it away to begin the series anew, or choose another folder.",
                str(error).rstrip("."),
            )
        ) from error
    return SeriesIndex(sheets, dict(numbers))


def index_document(index: SeriesIndex) -> str:
    """The index as JSON text, the same for the same index."""
    document = {
        "schema": SCHEMA,
        "numbers": index.numbers,
        "sheets": {key: vars(sheet) for key, sheet in index.sheets.items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def file_checksum(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        for block in iter(lambda: handle.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _sheet(entry: Any, name: str) -> IndexedSheet:
    expect_kind(entry, "sheets", dict, name)
    for key, kind in (("number", int), ("version", int), ("made", str), ("files", dict), ("made_of", dict)):
        expect(entry, key, kind, name)
    for file in entry["files"]:
        if not _FILE_NAME.fullmatch(file):
            raise DocumentError(say("{0} names a file outside its folder ('{1}').", name, file))
    return IndexedSheet(**{key: entry[key] for key in ("number", "version", "made", "files", "made_of")})
