"""Which sheets were printed from the open project: kept with it when it is saved, by the names of their files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsProject

_SCOPE, _KEY = "asm_atlas", "/printed_sheets"
_MOST = 50


def note_printed(project: QgsProject, path: Path) -> None:
    """Note a file as printed today; a folder stands for a series."""
    line = f"{date.today().isoformat()} {path.name}"
    others = [other for other in printed_sheets(project) if other != line]
    project.writeEntry(_SCOPE, _KEY, [*others, line][-_MOST:])


def printed_sheets(project: QgsProject) -> list[str]:
    """Day and file name of each, the latest last."""
    return project.readListEntry(_SCOPE, _KEY, [])[0]
