"""How fast visits are imported, beside what pandas and GDAL need for the same file.

Writes a release repeated with new site keys as CSV and measures, each in a process of its own: pandas.read_csv
(dtype=str), reading and recoding by the core, asm:importvisits to a GeoPackage in qgis_process, ogr2ogr from CSV
to GeoPackage. Seconds are those of the processor; the imports of modules and, for qgis_process, the start
of the program (measured on a file of ten rows) are taken off. Files of up to 100,000 rows are measured three
times, and the median counts.

    .venv/bin/python bench/import_visits.py 10000 100000 1000000
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from record import note

ROOT = Path(__file__).resolve().parents[1]
RELEASE = Path(os.environ.get("ASM_ATLAS_DATA", ROOT.parent / "shared" / "data")) / (
    "ipis/cod_mines_ipis_2026-05.csv"
)
DEMO = ROOT / "resources" / "demo" / "visits.csv"
START_ROWS = 10
# Copies have keys of their own. All have six digits, as five are too few for a million rows: the profile reports
# them as unusual, so that files of all sizes have about one finding a row.
_KEYS_FROM, _KEYS_PER_COPY = 100_000, 5_000
_DEMO_KEYS_FROM = 90_000
# Copies lie 67 m apart in a row: at one point each would be a near duplicate of the first, and large files
# would have half a finding a row more than small ones.
_DEGREES_PER_COPY = 0.0006
_KEY = re.compile(r"(codmine)(\d{5})")
_REPEATS, _REPEATED_UP_TO = 3, 100_000
STEPS = ("read_csv", "core", "ogr2ogr", "qgis_process")
MEASURED_BY = {"core": "read_csv", "qgis_process": "ogr2ogr"}
TITLES = {
    "read_csv": "pandas.read_csv(dtype=str)",
    "core": "read and recode (core)",
    "qgis_process": "asm:importvisits to GPKG",
    "ogr2ogr": "ogr2ogr CSV to GPKG",
}


def write_copies(source: Path, target: Path, n_rows: int) -> None:
    """Write the rows of a release again and again, with other site keys and places each time, up to n_rows."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    base = _DEMO_KEYS_FROM if source == DEMO else 0
    vid, latitude = header.index("vid"), header.index("latitude")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for start in range(0, n_rows, len(rows)):
            copy = start // len(rows)
            shift = _KEYS_FROM + copy * _KEYS_PER_COPY - base
            for number, row in enumerate(rows[: n_rows - start], start=start + 1):
                cells = [_shifted(cell, shift) if "codmine" in cell else cell for cell in row]
                cells[vid] = str(number)
                if cells[latitude]:
                    cells[latitude] = f"{float(cells[latitude]) + copy * _DEGREES_PER_COPY:.6f}"
                writer.writerow(cells)


def _shifted(text: str, shift: int) -> str:
    return _KEY.sub(lambda match: f"{match[1]}{int(match[2]) + shift:05d}", text)


def load(name: str, path: Path):
    """A module, or the plugin as a package, from its file."""
    folders = [str(path.parent)] if path.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=folders)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # before exec: relative imports and dataclasses look it up here
    spec.loader.exec_module(module)
    return module


def step_read_csv(path: Path) -> float:
    """CPU seconds of reading all cells as text."""
    import pandas as pd

    start = time.process_time()
    pd.read_csv(path, dtype=str)
    return time.process_time() - start


def step_core(path: Path) -> float:
    """CPU seconds of reading and recoding without QGIS."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    load("asm_atlas", ROOT / "__init__.py")
    from asm_atlas.core.importing.importer import import_visits
    from asm_atlas.core.importing.profile import recognise
    from asm_atlas.core.importing.profile_documents import read_profiles
    from asm_atlas.core.importing.text_file import examine, read_text_file
    from asm_atlas.core.vocabulary import read_vocabularies

    profiles = read_profiles(ROOT / "resources" / "profiles")
    vocabularies = read_vocabularies(ROOT / "resources" / "vocabularies")
    start = time.process_time()
    with path.open(encoding="utf-8", newline="") as handle:
        names = next(csv.reader(handle))
    file = examine(path, names, "utf-8")
    import_visits(read_text_file(file), recognise(names, profiles.values()), vocabularies)
    return time.process_time() - start


def python_step(name: str, path: Path) -> tuple[float, float]:
    """(CPU seconds that a step reports, peak MB) in a fresh interpreter."""
    _, memory, printed = call([sys.executable, __file__, "--step", name, str(path)], dict(os.environ))
    return float(printed), memory


def call(command: list[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """(CPU seconds, peak MB, what it printed) of a command; leaves with its last words when it fails."""
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        complaints.seek(0)
        if process.returncode:
            sys.exit(f"{command[0]} failed:\n{complaints.read().decode(errors='replace')[-2000:]}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed.read().decode()


def import_by_qgis(process, main_job, path: Path) -> tuple[float, float]:
    """(CPU seconds, peak MB) of the whole algorithm, start of the program included."""
    atlas = path.with_name(f"atlas_{path.stem}.gpkg")
    sinks = {
        name: main_job.table(atlas, name.lower(), name in ("SITES", "VISITS", "FINDINGS"))
        for name in ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
    }
    arguments = [f"--{name}={value}" for name, value in {"INPUT": path, **sinks}.items()]
    command = [main_job.qgis_process_command(), "run", "asm:importvisits", "--json", *arguments]
    seconds, memory, printed = call(command, process.environment())
    results = json.loads(printed)["results"]
    assert results["N_ROWS"] == results["N_VISITS"] + results["N_STATUSES"] + results["N_REJECTED"]
    atlas.unlink()
    return seconds, memory


def convert_by_gdal(path: Path) -> tuple[float, float]:
    """(CPU seconds, peak MB) of ogr2ogr."""
    target = path.with_name(f"ogr_{path.stem}.gpkg")
    seconds, memory, _ = call(["ogr2ogr", "-f", "GPKG", str(target), str(path)], dict(os.environ))
    target.unlink()
    return seconds, memory


def measure(sizes: list[int], folder: Path) -> dict[int, dict[str, tuple[float, float]]]:
    """Per size and step: CPU seconds and peak MB."""
    source = RELEASE if RELEASE.exists() else DEMO
    main_job = load("main_job", ROOT / "tools" / "main_job.py")
    process = main_job.QgisProcess(folder)
    process.prepare()
    tiny = folder / f"{START_ROWS}.csv"
    write_copies(source, tiny, START_ROWS)
    start, _ = median(_REPEATS, import_by_qgis, process, main_job, tiny)
    print(f"{source.name} repeated; qgis_process starts in {start:.2f} CPU s", flush=True)
    results: dict[int, dict[str, tuple[float, float]]] = {}
    for n_rows in sizes:
        path = folder / f"{n_rows}.csv"
        subprocess.run([sys.executable, __file__, "--write", str(n_rows), str(path)], check=True)
        repeats = _REPEATS if n_rows <= _REPEATED_UP_TO else 1
        steps = {name: median(repeats, python_step, name, path) for name in ("read_csv", "core")}
        steps["ogr2ogr"] = median(repeats, convert_by_gdal, path)
        seconds, memory = median(repeats, import_by_qgis, process, main_job, path)
        results[n_rows] = {**steps, "qgis_process": (max(seconds - start, 0.0), memory)}
        path.unlink()
    return results


def median(repeats: int, step: Callable[..., tuple[float, float]], *arguments: object) -> tuple[float, float]:
    """(CPU seconds, peak MB) of a step run again and again: the median and the most."""
    seconds, memory = zip(*(step(*arguments) for _ in range(repeats)))
    return statistics.median(seconds), max(memory)


def report(results: dict[int, dict[str, tuple[float, float]]]) -> None:
    """Print the table.

    times: seconds beside those of the step that it is measured by. growth: of the cost of a row since the
    size before.
    """
    print(f"{'rows':>9}  {'step':<27}{'CPU s':>9}{'times':>7} {'of':<9}{'us/row':>8}{'growth':>8}{'MB':>7}")
    before: dict[str, float] = {}
    for n_rows, steps in results.items():
        for name in STEPS:
            seconds, memory = steps[name]
            base = MEASURED_BY.get(name)
            times = f"{seconds / steps[base][0]:.2f}" if base else ""
            per_row = seconds / n_rows * 1e6
            growth = f"{per_row / before[name]:.2f}" if before.get(name) else ""
            before[name] = per_row
            note(f"{n_rows} rows", TITLES[name], seconds, base or "", steps[base][0] if base else None)
            print(
                f"{n_rows:>9,}  {TITLES[name]:<27}{seconds:>9.2f}{times:>7} {base or '':<9}{per_row:>8.1f}"
                f"{growth:>8}{memory:>7.0f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the import of visits.")
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000], help="numbers of rows")
    parser.add_argument("--step", nargs=2, metavar=("STEP", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--write", nargs=2, metavar=("ROWS", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        name, path = options.step
        print({"read_csv": step_read_csv, "core": step_core}[name](Path(path)))
    elif options.write:
        write_copies(RELEASE if RELEASE.exists() else DEMO, Path(options.write[1]), int(options.write[0]))
    else:
        with tempfile.TemporaryDirectory(prefix="asm_atlas_bench_") as folder:
            report(measure(sorted(options.rows), Path(folder)))


if __name__ == "__main__":
    main()
