"""A process that makes sheets one after the other, as the process that started it asks.

Layouts belong to the main thread, so sheets are made side by side only in processes. It is told what to do in
lines of JSON on its standard input and answers each with one on its standard output. It ends when the input ends,
also in the midst of a sheet: then the process that started it is gone or wants no more.
"""

from __future__ import annotations

import importlib.util
import json
import os
import queue
import shutil
import sys
import threading
import time
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "asm_atlas"


def load_plugin() -> None:
    """The plugin as a package, whatever its folder is called."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package  # before exec: relative imports look it up here
    spec.loader.exec_module(package)


def make(job: dict[str, Any], opened: dict[str, Any]) -> dict[str, Any]:
    """Make one sheet: the answer, with names of files and the build report, or with the reason of a failure.

    opened: layers that earlier sheets used, by how they were handed over.
    """
    from asm_atlas.cartography.export_presets import ExportOptions
    from asm_atlas.cartography.layer_handover import taken_over
    from asm_atlas.cartography.sheet import private_sheet
    from asm_atlas.cartography.sheet_files import checked, make_sheet_files
    from asm_atlas.cartography.sheet_layers import SheetLayers
    from asm_atlas.cartography.sheet_request import SheetRequest
    from asm_atlas.core.exceptions import AsmAtlasError

    began, cpu = time.perf_counter(), time.process_time()
    try:
        roles = {}
        for role, given in job["layers"].items():
            key = json.dumps(given)
            opened[key] = opened.get(key) or taken_over(given)
            roles[role] = opened[key]
        layers, options = SheetLayers(**roles), ExportOptions(**job["options"])
        with private_sheet(layers, SheetRequest(**job["request"])) as sheet:
            findings = checked(sheet, options, "png" in job["names"])
            made = make_sheet_files(
                sheet, layers, findings, job["names"], options, Path(job["folder"]), began
            )
    except AsmAtlasError as error:
        return {"reason": str(error)}
    return {
        "files": {kind: path.name for kind, path in made.files.items()},
        "report": made.report,
        "seconds": round(time.perf_counter() - began, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
    }


def listen(lines: TextIO, jobs: queue.Queue, working_in: list[Path], temporary: list[Path]) -> None:
    """Pass jobs on; when the input ends, end the process and what it was writing."""
    for line in lines:
        jobs.put(json.loads(line))
    for folder in (*working_in, *temporary):
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)  # leaving as usual would wait for the sheet that is being made


def serve() -> None:
    """Make sheets until the input ends."""
    # What libraries print must not get among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    lines = os.fdopen(os.dup(0), encoding="utf-8")
    jobs: queue.Queue = queue.Queue()
    working_in: list[Path] = []
    temporary: list[Path] = []  # the folder of this process for temporary files
    threading.Thread(target=listen, args=(lines, jobs, working_in, temporary), daemon=True).start()
    load_plugin()
    from asm_atlas.processing.dependencies import missing_dependency
    from asm_atlas.processing.translation import install_translation
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QLocale

    hello = jobs.get()
    temporary.append(Path(hello["temporary"]))
    QgsApplication.setPrefixPath(hello["prefix"], True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.setLocale(QLocale(hello["locale"]))
    translator = install_translation()  # noqa: F841 (lives as long as it is used)
    missing_dependency()  # loads shapely as QGIS can bear it
    opened: dict[str, Any] = {}
    while True:
        job = jobs.get()
        working_in[:] = [Path(job["folder"])]
        answer = make(job, opened)
        working_in.clear()
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    # The folder of this file would answer to `import processing`'s parts.
    sys.path[:] = [
        entry for entry in sys.path if Path(entry or ".").resolve() not in (ROOT, ROOT / "processing")
    ]
    serve()
