"""Outputs whole or as they were: a run writes into a folder of its own, and its end puts all of it in place.

The folder lies beside the outputs, so that a disk has room for both or the earlier files stay. A run that is
killed leaves it; the next run that writes there removes it. Rows appended to a layer of the user's, outputs
in memory and in databases of servers are written where they belong.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable
from uuid import uuid4

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProperty,
)
from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from ..core.exceptions import OutputError
from ..core.wording import say
from .destinations import destination_file, destination_table
from .table_exchange import put_tables

_PART = ".asm_atlas_part_"
_LOCK, _BEFORE = "lock", "before"
_BESIDE_SQLITE = ("-wal", "-shm")


@dataclass(eq=False)
class PartFolder:
    """Where a run writes what belongs into folder; tables: name of a file there -> those that are put into it."""

    folder: Path
    path: Path
    lock: QLockFile
    tables: dict[str, list[str]] = field(default_factory=dict)


_active: list[PartFolder] = []  # of the runs that are under way


@contextmanager
def whole_outputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Iterator[tuple[dict[str, Any], Callable[[dict[str, Any]], dict[str, Any]]]]:
    """The parameters to run with, and what to call with the results when all is written; returns them as asked for.

    Raises OutputError where a folder cannot be written or something cannot be put in place; then nothing is.
    """
    parts: dict[Path, PartFolder] = {}
    try:
        given = dict(parameters)
        for definition in algorithm.destinationParameterDefinitions() if algorithm.SETS_APART else ():
            value = parameters.get(definition.name())
            if _is_set_apart(definition, value):
                given[definition.name()] = _apart(value, parts)
        yield given, lambda results: _put_in_place(list(parts.values()), results, context)
    finally:
        for part in parts.values():
            _close_layers(part, context)
            _let_go(part)


@contextmanager
def part_folder(folder: Path) -> Iterator[Path]:
    """A folder within another to write what is put there when it is whole; it is gone afterwards.

    Raises OutputError where it cannot be made.
    """
    part = _new_part(folder)
    try:
        yield part.path
    finally:
        _let_go(part)


def _let_go(part: PartFolder) -> None:
    _active.remove(part)
    shutil.rmtree(part.path, ignore_errors=True)
    part.lock.unlock()


def _is_set_apart(definition: Any, value: Any) -> bool:
    if not isinstance(definition, (QgsProcessingParameterFeatureSink, QgsProcessingParameterFileDestination)):
        return False
    if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
        return False
    path = destination_file(value)
    return path is not None and not str(path).startswith("/vsi")


def _apart(value: Any, parts: dict[Path, PartFolder]) -> Any:
    """The parameter's value with the file of the same name in the folder of its own."""
    path, table = destination_file(value), destination_table(value)
    folder = path.parent
    if folder not in parts:
        parts[folder] = _new_part(folder)
    part = parts[folder]
    if table:
        part.tables.setdefault(path.name, []).append(table)
    is_definition = isinstance(value, QgsProcessingOutputLayerDefinition)
    text = value.sink if is_definition else value
    text = text.staticValue() if isinstance(text, QgsProperty) else text
    if text.startswith("ogr:"):
        uri = QgsDataSourceUri(text[len("ogr:") :])
        uri.setDatabase(str(part.path / path.name))
        text = f"ogr:{uri.uri(False)}"
    else:
        text = str(part.path / path.name)
    if not is_definition:
        return text
    definition = QgsProcessingOutputLayerDefinition(value)
    definition.sink = QgsProperty.fromValue(text)
    definition.destinationProject = None  # loads_on_completion has it loaded from its place
    return definition


def _new_part(folder: Path) -> PartFolder:
    if not folder.is_dir():
        raise OutputError(say("There is no folder {0}; make it or choose another.", folder.name))
    try:
        for left in folder.glob(f"{_PART}*"):
            _remove_left(left, folder)
        path = folder / f"{_PART}{uuid4().hex[:12]}"
        lock = _lock_of(path)
        lock.tryLock(0)  # before the folder is there, or another run would take it for one that was left
        path.mkdir()
    except OSError as error:
        raise _unwritable(folder.name or str(folder), error) from error
    _active.append(PartFolder(folder, path, lock))
    return _active[-1]


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(f"{path}.{_LOCK}")
    lock.setStaleLockTime(0)  # a run may take hours: only one whose process is gone has left it
    return lock


def _remove_left(left: Path, folder: Path) -> None:
    """Remove the folder of a run that was killed; a file that was about to be replaced comes back."""
    if not left.is_dir():
        return
    lock = _lock_of(left)
    if not lock.tryLock(0):
        return
    for kept in (left / _BEFORE).glob("*"):
        if not (folder / kept.name).exists():
            kept.replace(folder / kept.name)
    shutil.rmtree(left, ignore_errors=True)
    lock.unlock()


def _put_in_place(
    parts: list[PartFolder], results: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Replace files and tables by what was written, all or, where one cannot be, none; the results as asked for."""
    undo: list[Callable[[], Any]] = []
    is_done = False
    try:
        for part in parts:
            _close_layers(part, context)
            own = {source: part.folder / source.name for source in sorted(part.path.iterdir())}
            for source, target in own.items():
                if not (source.name in part.tables and target.exists()):
                    _put_file(source, target, part.path / _BEFORE, undo, set(own.values()))
        for part in parts:
            for name, tables in part.tables.items():
                if (part.path / name).exists():
                    put_tables(part.path / name, part.folder / name, tables)
        is_done = True
    finally:
        for step in reversed(() if is_done else undo):
            with suppress(OSError):
                step()
    return {key: _in_place(value, parts) for key, value in results.items()}


def in_place(dest: str) -> str:
    """Where an output that a run is writing will be found."""
    return _in_place(dest, _active)


def loads_on_completion(
    asked: Any, definition: QgsProcessingParameterFeatureSink, dest: str, context: QgsProcessingContext
) -> None:
    """Have QGIS load an output, as its definition asks, from where it will be; not where QGIS does so itself."""
    is_definition = isinstance(asked, QgsProcessingOutputLayerDefinition)
    if not is_definition or asked.destinationProject is None or in_place(dest) == dest:
        return
    name = asked.destinationName or definition.description()
    details = QgsProcessingContext.LayerDetails(name, asked.destinationProject, definition.name())
    context.addLayerToLoadOnCompletion(in_place(dest), details)


def _in_place(value: Any, parts: list[PartFolder]) -> Any:
    """A result with the folder that was asked for."""
    for part in parts if isinstance(value, str) else ():
        for written in (str(part.path), part.path.as_posix()):
            value = value.replace(written, str(part.folder))
    return value


def _put_file(
    source: Path, target: Path, before: Path, undo: list[Callable[[], Any]], own: set[Path]
) -> None:
    """Put a file where another may be; undo gets what brings the other back. Raises OutputError.

    own: the places of all files of the run, which may belong together, as those of a shapefile do.
    """
    try:
        before.mkdir(exist_ok=True)
        for old in _files_of(target):
            if old in own and old != target:
                continue
            kept = before / old.name
            try:
                os.link(old, kept)  # so that there is no moment without the file
            except OSError:
                old.replace(kept)
            undo.append(lambda kept=kept, old=old: kept.replace(old))
            if old != target:
                old.unlink(missing_ok=True)
        if not target.exists():
            undo.append(lambda: target.unlink())
        source.replace(target)
    except OSError as error:
        raise _unwritable(target.name, error) from error


def _files_of(path: Path) -> list[Path]:
    """A file that is there with those that belong to it, as the parts of a shapefile."""
    if not path.is_file():
        return []
    beside = [path.with_name(path.name + suffix) for suffix in _BESIDE_SQLITE]
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        files = [Path(name) for name in (dataset.GetFileList() or ())] if dataset is not None else []
    except RuntimeError:  # no data at all, where GDAL is told to raise
        files = []
    dataset = None  # closes it
    same = [file for file in (*files, *beside) if file.parent == path.parent and file.is_file()]
    return list(dict.fromkeys([path, *same]))


def _close_layers(part: PartFolder, context: QgsProcessingContext) -> None:
    """Let go of the layers by which the run looked at what it wrote: open files cannot be moved everywhere."""
    store = context.temporaryLayerStore()
    for layer in list(store.mapLayers().values()):
        if part.path.name in layer.source():
            store.removeMapLayer(layer.id())


def _unwritable(name: str, error: OSError) -> OutputError:
    text = QCoreApplication.translate(
        "AsmAtlas", "{0} cannot be written ({1}); choose another file or folder."
    )
    return OutputError(text.format(name, error.strerror or error))
