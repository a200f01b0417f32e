"""Whether all rows of an output came into its file: a full disk may be met when the file is closed, unsaid."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication

from ..core.exceptions import OutputError

_COUNTED = ("GPKG", "SQLite", "ESRI Shapefile", "FlatGeobuf", "CSV")  # others guess at headings
_LITTLE_ROOM = 1_000_000  # bytes


def check_rows(file: Path, dest: str, n: int) -> None:
    """Raises OutputError where the layer dest, of a file that was written and closed, has not n rows."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", dest)
    path = Path(str(parts.get("path") or ""))
    if not path.exists():
        return  # a database of a server
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        is_whole = dataset is not None and _has_rows(dataset, parts.get("layerName"), n)
    except RuntimeError:  # a file cut short, where GDAL is told to raise
        is_whole = False
    if not is_whole:
        raise OutputError(not_whole(file))


def _has_rows(dataset: gdal.Dataset, name: str | None, n: int) -> bool:
    driver = dataset.GetDriver().ShortName
    if driver not in _COUNTED:
        return True  # also without a layer: a sheet without rows is none
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    if layer is None:
        return False
    return layer.GetFeatureCount(1) == n or (driver == "CSV" and layer.GetLayerDefn().GetFieldCount() < 2)


def refused(reason: str, file: Path | None, output: str) -> OutputError:
    """What QGIS says of an output that it cannot make or write to, with what to do."""
    if file is None:
        text = QCoreApplication.translate(
            "AsmAtlas", "{0} cannot be written ({1}); choose another file or folder."
        )
        return OutputError(text.format(output, reason))
    if is_full(file.parent):
        return OutputError(not_whole(file))
    for folder in (str(file.parent), file.parent.as_posix()):  # which is the run's own
        reason = reason.replace(f"{folder}{os.sep}", "").replace(f"{folder}/", "")
    text = QCoreApplication.translate(
        "AsmAtlas", "{0} cannot be written ({1}); choose another file or folder."
    )
    return OutputError(text.format(output, reason))


def is_full(folder: Path) -> bool:
    """Whether a disk has next to no room."""
    try:
        return shutil.disk_usage(folder).free < _LITTLE_ROOM
    except OSError:
        return False


def not_whole(file: Path) -> str:
    """The sentence on a file for which there was no room."""
    text = QCoreApplication.translate(
        "AsmAtlas", "{0} could not be written whole, as on a full disk; make room or choose another folder."
    )
    return text.format(file.name)
