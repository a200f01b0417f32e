"""Further pages of pictures that an earlier, longer version of the same sheet has left beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..core.series_index import file_checksum

_PICTURES = (".png", ".svg")


def stale_pages(folder: Path, names: Iterable[str], before: Mapping[str, str]) -> list[Path]:
    """Files in a folder that are further pages of the files just written there, but none of them.

    names: of the files just written. before: of the version before, with their SHA-256; a file that it does not name,
    or that somebody has changed since, is not ours to remove.
    """
    written = set(names)
    pictures = [Path(name) for name in written if Path(name).suffix.lower() in _PICTURES]
    stale = []
    for name, checksum in sorted(before.items()):
        if name in written or Path(name).name != name:
            continue
        is_page = any(
            re.fullmatch(rf"{re.escape(each.stem)}_[0-9]+{re.escape(each.suffix)}", name) for each in pictures
        )
        path = folder / name
        if is_page and path.is_file() and file_checksum(path) == checksum:
            stale.append(path)
    return stale


def left_pages(report: Path | None, targets: Iterable[Path]) -> list[Path]:
    """The same by the build report (JSON) of the version before, where there is one that can be read."""
    if report is None or not report.is_file():
        return []
    try:
        rows = json.loads(report.read_text(encoding="utf-8"))["files"]
        before = {str(row["name"]): str(row["sha256"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return []  # not a report of ours
    by_folder: dict[Path, list[str]] = {}
    for target in targets:
        by_folder.setdefault(target.parent, []).append(target.name)
    return [page for folder, names in by_folder.items() for page in stale_pages(folder, names, before)]
