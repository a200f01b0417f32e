"""Outputs whole or absent: what a run that fails or is cancelled had begun to write is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsProcessingOutputLayerDefinition, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication

from .destinations import destination_file, destination_table

_BESIDE_SQLITE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class BegunOutput:
    """A file that a run has begun to write; table: only this table is its own, the file was there before."""

    path: Path
    table: str = ""


def begun_output(value: Any, dest: str, was_there: bool) -> BegunOutput | None:
    """What a sink writes, from the parameter's value and the id of the sink; was_there: its file, before.

    None for layers in memory and in databases of servers, and for rows appended to a layer of the user's.
    """
    if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", dest)
    path = Path(str(parts.get("path") or ""))
    if not path.is_file():
        path = destination_file(value)
        if path is None:
            return None
    return BegunOutput(path, destination_table(value) if was_there else "")


def take_away(begun: Iterable[BegunOutput], feedback: QgsProcessingFeedback) -> None:
    """Remove what was begun, the last first; what cannot be removed is told."""
    for output in reversed(list(begun)):
        if not output.path.exists():
            continue
        if not (_without_table(output) if output.table else _without_file(output.path)):
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} is not whole and cannot be removed; delete it."
            )
            feedback.pushWarning(text.format(output.table or output.path.name))


def _without_table(output: BegunOutput) -> bool:
    try:
        dataset = gdal.OpenEx(str(output.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        return dataset is not None and dataset.DeleteLayer(output.table) in (None, 0)
    except (RuntimeError, ValueError):  # where GDAL is told to raise
        return False


def _without_file(path: Path) -> bool:
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        files = {Path(name) for name in (dataset.GetFileList() or ())} if dataset is not None else set()
    except RuntimeError:  # a file cut short, where GDAL is told to raise
        files = set()
    dataset = None  # closes it
    files |= {path, *(path.with_name(path.name + suffix) for suffix in _BESIDE_SQLITE)}
    try:
        for file in files:
            file.unlink(missing_ok=True)
    except OSError:  # another program holds it
        return False
    return True
