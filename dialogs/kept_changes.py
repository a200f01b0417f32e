"""Changes by hand in the project: kept with it when it is saved, one document for each sheet."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsPrintLayout, QgsProject

from ..cartography.hand_changes import (
    HandChange,
    built_key,
    changes_document,
    changes_of,
    found_changes,
    read_changes,
)
from ..core.exceptions import DocumentError

_SCOPE, _KEY = "asm_atlas", "/hand_changes"


def kept_text(project: QgsProject) -> str:
    """All changes of the project as SheetRequest.hand_changes takes them."""
    return project.readEntry(_SCOPE, _KEY, "")[0]


def kept_changes(project: QgsProject, key: dict[str, str]) -> list[HandChange]:
    """The changes kept for a sheet; none where what the project holds cannot be read."""
    return [
        change
        for document in _documents(project)
        if document["sheet"] == key
        for change in changes_of(document)
    ]


def keep_changes(project: QgsProject, key: dict[str, str], changes: list[HandChange]) -> None:
    """Keep these changes for a sheet in the place of the older ones."""
    others = [document for document in _documents(project) if document["sheet"] != key]
    if changes:
        others.append(changes_document(key, changes))
    if others:
        project.writeEntry(_SCOPE, _KEY, json.dumps(others, ensure_ascii=False))
    else:
        project.removeEntry(_SCOPE, _KEY)


def take_back(project: QgsProject, layout: QgsPrintLayout) -> tuple[list[HandChange], list[str]]:
    """Keep what was changed by hand in a layout; the changes, and the names of what cannot be kept."""
    changes, lost = found_changes(layout)
    keep_changes(project, built_key(layout) or {}, changes)
    return changes, lost


def opened_layouts(project: QgsProject, key: dict[str, str]) -> list[QgsPrintLayout]:
    """The layouts of the project that were built as a sheet of this key, the latest last."""
    return [layout for layout in project.layoutManager().printLayouts() if built_key(layout) == key]


def _documents(project: QgsProject) -> list[dict[str, Any]]:
    try:
        return read_changes(kept_text(project))
    except DocumentError:
        return []  # told when the sheet is built
