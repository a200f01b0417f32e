"""One run of a series: which sheets are due, made by workers, put into the folder, noted in its index."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis
from qgis.PyQt.QtCore import QLockFile

from ..cartography.export_presets import ExportOptions
from ..cartography.further_pages import stale_pages
from ..cartography.layer_handover import handed_over
from ..cartography.recipe import Recipe
from ..cartography.series import SeriesSheet
from ..cartography.series_report import EMPTY, FAILED, MADE, NOT_DONE, UNCHANGED, series_report
from ..cartography.sheet_checksum import LayerChecksums, made_of
from ..cartography.sheet_files import publish
from ..cartography.sheet_ground import ground_of
from ..cartography.whole_file import whole_file
from ..core.exceptions import AsmAtlasError, Cancelled, NothingToPrintError, SheetError
from ..core.file_names import distinct_stems, file_stem
from ..core.memory import free_mib
from ..core.series_index import (
    INDEX_NAME,
    Decision,
    IndexedSheet,
    SeriesIndex,
    file_checksum,
    index_document,
    read_index,
)
from ..core.wording import say
from ..core.workers import sheet_mib, workers_that_fit
from .sheet_workers import answers_of_workers

PLACEHOLDERS = ("map_id", "version", "slug", "area", "recipe", "paper", "language", "theme")
SUFFIXES = {"pdf": ".pdf", "png": ".png", "svg": ".svg", "package": ".zip", "report": "_report.html"}
_LOCK = ".series.lock"
_WORK = ".series_work_"


@dataclass(frozen=True)
class SeriesOptions:
    """How the sheets of a series are written.

    kinds: files of each sheet (keys of SUFFIXES). pattern: of their names. map_prefix: of the map numbers.
    n_workers: 0 for one each processor. always: also sheets that have not changed.
    """

    kinds: tuple[str, ...]
    export: ExportOptions
    pattern: str
    map_prefix: str
    n_workers: int = 0
    always: bool = False


@dataclass
class _Due:
    """A sheet that is to be made."""

    sheet: SeriesSheet
    decision: Decision
    made_of: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)


def map_id(prefix: str, number: int) -> str:
    """The printed number of a map, such as ASM-007."""
    return f"{prefix}-{number:03d}"


@contextmanager
def series_folder(folder: Path) -> Iterator[Path]:
    """The folder of a series for one run alone: a folder within it to work in, which is gone afterwards.

    Raises SheetError when it cannot be made or written, or another run is at it.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise SheetError(
            say("The folder {0} cannot be made ({1}); choose another.", folder.name, error.strerror)
        ) from error
    lock = QLockFile(str(folder / _LOCK))
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise SheetError(
                say("Another run is printing into {0}; wait for it or choose another folder.", folder.name)
            )
        raise SheetError(say("{0} cannot be written; choose another folder.", folder.name))
    try:
        for left in folder.glob(f"{_WORK}*"):  # of a run that was killed
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_WORK, dir=folder) as work:
            yield Path(work)
    finally:
        lock.unlock()
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def run_series(
    sheets: list[SeriesSheet],
    options: SeriesOptions,
    folder: Path,
    step: Callable[[float], None],
    tell: Callable[[dict[str, Any]], None],
    language: str,
) -> dict[str, Any]:
    """Make what is due; the report of the series as a document. step: takes 0..1, raises Cancelled to stop.

    tell: called with the row of each sheet as it is done. Sheets that were done before a cancel stay.
    Raises AsmAtlasError when the series cannot be begun, Cancelled when it was stopped before the first sheet was done.
    """
    began = time.perf_counter()
    with series_folder(folder) as work:
        index = read_index(folder)
        rows: dict[str, dict[str, Any]] = {}

        def done(sheet: SeriesSheet, status: str, **facts: Any) -> None:
            rows[sheet.key] = _row(sheet, status, **facts)
            tell(rows[sheet.key])

        due = _plan(sheets, options, index, folder, done, lambda fraction: step(0.1 * fraction))
        n_workers = _n_workers(due, options)
        stopped = ""
        try:
            _make(due, options, index, folder, work, n_workers, done, lambda done: step(0.1 + 0.9 * done))
        except Cancelled as cancelled:
            stopped = str(cancelled)
        if stopped and not any(row["status"] == MADE for row in rows.values()):
            raise Cancelled(stopped)
        for each in due:
            if each.sheet.key not in rows:
                done(each.sheet, NOT_DONE, reason=stopped)
        making = {
            "plugin": sheets[0].request.plugin_version,
            "qgis": Qgis.QGIS_VERSION.split("-")[0],
            "workers": n_workers,
            "seconds": round(time.perf_counter() - began, 1),
        }
        ordered = [rows[sheet.key] for sheet in sheets]
        return series_report(ordered, making, language, dt.datetime.now().astimezone())


def _plan(
    sheets: list[SeriesSheet],
    options: SeriesOptions,
    index: SeriesIndex,
    folder: Path,
    done: Callable[..., None],
    step: Callable[[float], None],
) -> list[_Due]:
    """The sheets that are due, with the names of their files; the others are done."""
    checksums = LayerChecksums()
    grounds: dict[tuple, Any] = {}
    planned: list[_Due] = []
    for number, sheet in enumerate(sheets):
        step(number / len(sheets))
        request = sheet.request
        place = (sheet.recipe.id, request.area, request.pcode)
        try:
            if place not in grounds:
                grounds = {
                    place: ground_of(
                        sheet.layers, sheet.recipe, request.area, request.name_field, request.pcode
                    )
                }
        except NothingToPrintError as nothing:
            done(sheet, EMPTY, reason=str(nothing))
            continue
        except AsmAtlasError as error:
            done(sheet, FAILED, reason=str(error))
            continue
        naming = [options.pattern, options.map_prefix, *options.kinds]
        made = made_of(checksums, sheet.layers, grounds[place], sheet.recipe, request, options.export, naming)
        decision = index.decide(sheet.key, sheet.map_key, made, folder, options.always)
        planned.append(_Due(sheet, decision, made))
    stems = distinct_stems({each.sheet.key: _stem(each, options) for each in planned})
    due = []
    for each in planned:
        sheet, decision = each.sheet, each.decision
        before = index.sheets.get(sheet.key)
        each.names = {kind: f"{stems[sheet.key]}{SUFFIXES[kind]}" for kind in options.kinds}
        foreign = _foreign(each.names.values(), before, folder)
        number = map_id(options.map_prefix, decision.number)
        if not decision.is_due:
            done(
                sheet, UNCHANGED, map_id=number, version=decision.version, files=_sizes(folder, before.files)
            )
        elif foreign:
            done(sheet, FAILED, reason=foreign)
        else:
            due.append(each)
    return due


def _foreign(names: Iterable[str], before: IndexedSheet | None, folder: Path) -> str:
    """A sentence on the first file that is in the way and not of the series; empty when none is."""
    for name in names:
        if (folder / name).exists() and name not in (before.files if before else ()):
            return say(
                "{0} is there and not in the index of the series; move it away or choose another folder.",
                name,
            )
    return ""


def _stem(due: _Due, options: SeriesOptions) -> str:
    request, sheet = due.sheet.request, due.sheet
    values = {
        "map_id": map_id(options.map_prefix, due.decision.number),
        "version": f"{due.decision.version:02d}",
        "slug": f"{sheet.recipe.id}-{sheet.area}",
        "area": sheet.area,
        "recipe": sheet.recipe.id,
        "paper": request.paper,
        "language": request.language,
        "theme": request.theme,
    }
    return file_stem(options.pattern, values)


def _n_workers(due: list[_Due], options: SeriesOptions) -> int:
    has_picture = "png" in options.kinds
    each = [
        sheet_mib(*_paper(one.sheet.recipe, one.sheet.request.paper), options.export.dpi, has_picture)
        for one in due
    ]
    if not each:
        return 0
    return workers_that_fit(options.n_workers, len(due), max(each), free_mib(), os.cpu_count() or 1)


def _paper(recipe: Recipe, paper: str) -> list[float]:
    return recipe.document["page"]["papers_mm"][paper]


def _make(
    due: list[_Due],
    options: SeriesOptions,
    index: SeriesIndex,
    folder: Path,
    work: Path,
    n_workers: int,
    done: Callable[..., None],
    step: Callable[[float], None],
) -> None:
    """Make the sheets side by side; each is put into the folder and noted in the index when it is whole."""
    given: dict[str, dict[str, Any]] = {}
    jobs, by_folder = [], {}
    for number, each in enumerate(due):
        inner = work / str(number)
        inner.mkdir()
        by_folder[str(inner)] = each
        layers = {}
        for role, layer in each.sheet.layers.present().items():
            if layer.id() not in given:
                given[layer.id()] = handed_over(layer, f"{role}_{len(given)}", work)
            layers[role] = given[layer.id()]
        jobs.append(
            {
                "request": asdict(_request(each, options)),
                "layers": layers,
                "options": asdict(options.export),
                "names": each.names,
                "folder": str(inner),
            }
        )
    finished: list[str] = []
    step(0)
    for job, answer in answers_of_workers(jobs, n_workers, lambda: step(len(finished) / len(jobs))):
        each = by_folder[job["folder"]]
        finished.append(each.sheet.key)
        number = map_id(options.map_prefix, each.decision.number)
        if "reason" in answer:
            done(each.sheet, FAILED, map_id=number, reason=answer["reason"])
            continue
        names = list(answer["files"].values())
        inner = Path(job["folder"])
        # Only now is known how many further pages a picture has.
        foreign = _foreign(names, index.sheets.get(each.sheet.key), folder)
        if foreign:
            done(each.sheet, FAILED, map_id=number, reason=foreign)
            continue
        checksums = {name: file_checksum(inner / name) for name in names}
        # Noted first: of a run that is killed in between, files are missing, which the next one makes again.
        before = index.sheets.get(each.sheet.key)
        made = answer["report"]["sheet"]["created"]
        index.made(each.sheet.key, each.decision, made, checksums, each.made_of)
        _write_index(index, folder)
        try:
            publish({inner / name: folder / name for name in names})
        except SheetError as error:
            index.put_back(each.sheet.key, before)
            _write_index(index, folder)
            done(each.sheet, FAILED, map_id=number, reason=str(error))
            continue
        for page in stale_pages(folder, names, before.files if before else {}):
            page.unlink()
        done(
            each.sheet,
            MADE,
            map_id=number,
            version=each.decision.version,
            changed=list(each.decision.reasons),
            files=_sizes(folder, names),
            seconds=answer["seconds"],
            cpu_seconds=answer["cpu_seconds"],
            peak_mib=answer["report"]["made_with"]["peak_mib"],
            warnings=answer["report"]["preflight"]["warnings"],
        )


def _write_index(index: SeriesIndex, folder: Path) -> None:
    with whole_file(folder / INDEX_NAME) as part:
        part.write_text(index_document(index), encoding="utf-8")


def _request(due: _Due, options: SeriesOptions) -> Any:
    number = map_id(options.map_prefix, due.decision.number)
    return replace(due.sheet.request, map_id=number, version=str(due.decision.version))


def _row(sheet: SeriesSheet, status: str, **facts: Any) -> dict[str, Any]:
    request = sheet.request
    return {
        "recipe": sheet.recipe.id,
        "area": sheet.area,
        "paper": request.paper,
        "language": request.language,
        "status": status,
        **{"map_id": "", "version": None, "changed": [], "reason": "", "files": []},
        **{"seconds": None, "cpu_seconds": None, "peak_mib": None, "warnings": 0},
        **facts,
    }


def _sizes(folder: Path, names: Any) -> list[dict[str, Any]]:
    return [{"name": name, "bytes": (folder / name).stat().st_size} for name in names]
