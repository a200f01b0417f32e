"""How fast visits are scored: all of them, by the default scheme.

Repeats a release with new site keys and measures, each in a process of its own: the scoring of all visits by the
core, from tables in memory, and asm:scorecard from a GeoPackage to a GeoPackage in qgis_process. The scheme scores
visits of any year here, so that every visit counts. Seconds are those of the processor; imports of modules, the
making of the tables and, for qgis_process, the start of the program (an import of ten rows) are taken off.

    .venv/bin/python bench/scorecard.py 10000 100000 1000000
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from import_visits import DEMO, RELEASE, ROOT, START_ROWS, call, load, write_copies
from record import note

STEPS = ("core", "qgis_process")
TITLES = {"core": "score all visits (core)", "qgis_process": "asm:scorecard GPKG to GPKG"}
FIRST_YEAR = "1990-01-01"
TABLES = {"SITES": True, "VISITS": True, "ACTORS": False, "STATUSES": False}  # with points or without


def any_year(target: Path) -> Path:
    """Write the default scheme without its first year."""
    document = json.loads((ROOT / "resources" / "schemes" / "asm_atlas_1.json").read_text("utf-8"))
    target.write_text(json.dumps({**document, "since": FIRST_YEAR}), encoding="utf-8")
    return target


def step_core(source: Path, scheme_file: Path, n_visits: int) -> dict[str, float]:
    """Visits, rows of scores, CPU seconds, and peak MB before and after scoring, of a release repeated."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    load("asm_atlas", ROOT / "__init__.py")
    from asm_atlas.core.scorecard.as_of import parse_as_of
    from asm_atlas.core.scorecard.scheme import read_scheme
    from asm_atlas.core.scorecard.site_scores import score_sites

    scheme = read_scheme(scheme_file)
    tables = repeated(imported(source), n_visits)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    card = score_sites(*tables, scheme, parse_as_of("visit"), date.today(), which="all")
    return {
        "visits": len(tables[1]),
        "rows": int(card.scores["visit_id"].notna().sum()),
        "seconds": time.process_time() - start,
        "before": before,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def imported(source: Path) -> tuple:
    """Sites, visits, actors and statuses of a release."""
    import pandas as pd
    from asm_atlas.core.importing.importer import import_visits
    from asm_atlas.core.importing.profile import recognise
    from asm_atlas.core.importing.profile_documents import read_profiles
    from asm_atlas.core.vocabulary import read_vocabularies

    frame = pd.read_csv(source, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    profile = recognise(list(frame), read_profiles(ROOT / "resources" / "profiles").values())
    result = import_visits(frame, profile, read_vocabularies(ROOT / "resources" / "vocabularies"))
    return result.sites, result.visits, result.actors, result.statuses


def repeated(tables: tuple, n_visits: int) -> list:
    """The tables with at least so many visits: copies whose keys are their own."""
    import numpy as np
    import pandas as pd

    copies = -(-n_visits // len(tables[1]))
    together = []
    for table in tables:
        whole = pd.concat([table] * copies, ignore_index=True)
        number = pd.Series(np.repeat(np.arange(copies), len(table)).astype(str).astype(object))
        for key in {"pcode", "visit_id", "status_id"} & set(whole):
            whole[key] = (whole[key] + "/" + number).where(whole[key].notna(), None)
        together.append(whole)
    return together


def score_by_qgis(process, main_job, path: Path, scheme_file: Path) -> tuple[float, float, int]:
    """CPU seconds, peak MB and rows of the whole algorithm, on the atlas imported from a CSV."""
    atlas, target = path.with_name(f"atlas_{path.stem}.gpkg"), path.with_name(f"scores_{path.stem}.gpkg")
    sinks = {name: main_job.table(atlas, name.lower(), located) for name, located in TABLES.items()}
    sinks["FINDINGS"] = "TEMPORARY_OUTPUT"
    command = [main_job.qgis_process_command(), "run"]
    call(
        [*command, "asm:importvisits", "--json", f"--INPUT={path}", *_arguments(sinks)], process.environment()
    )
    sources = {name: f"{atlas}|layername={name.lower()}" for name in TABLES}
    sources.update(SCHEME_FILE=scheme_file, WHICH="all", SCORES=target)
    seconds, memory, printed = call(
        [*command, "asm:scorecard", "--json", *_arguments(sources)], process.environment()
    )
    atlas.unlink()
    target.unlink()
    return seconds, memory, int(json.loads(printed)["results"]["N_ROWS"])


def _arguments(values: dict[str, object]) -> list[str]:
    return [f"--{name}={value}" for name, value in values.items()]


def measure(
    sizes: list[int], folder: Path, with_qgis: bool
) -> dict[int, dict[str, tuple[int, float, float]]]:
    """Per size and step: rows, CPU seconds and peak MB."""
    source = RELEASE if RELEASE.exists() else DEMO
    print(f"{source.name} repeated; {len(sizes)} sizes", flush=True)
    scheme_file = any_year(folder / "any_year.json")
    main_job = load("main_job", ROOT / "tools" / "main_job.py")
    process = main_job.QgisProcess(folder)
    start = 0.0
    if with_qgis:
        process.prepare()
        tiny = folder / f"{START_ROWS}.csv"
        write_copies(source, tiny, START_ROWS)
        start, *_ = score_by_qgis(process, main_job, tiny, scheme_file)
        print(f"qgis_process starts in {start:.2f} CPU s", flush=True)
    results: dict[int, dict[str, tuple[int, float, float]]] = {}
    for size in sizes:
        arguments = [sys.executable, __file__, "--core", str(source), str(scheme_file), str(size)]
        core = json.loads(call(arguments, dict(os.environ))[2])
        print(f"{size:,}: tables of {core['visits']:,} visits take {core['before']:.0f} MB", flush=True)
        results[size] = {"core": (core["rows"], core["seconds"], core["memory"])}
        if with_qgis:
            path = folder / f"{size}.csv"
            write_copies(source, path, size)
            seconds, memory, rows = score_by_qgis(process, main_job, path, scheme_file)
            results[size]["qgis_process"] = (rows, max(seconds - start, 0.0), memory)
            path.unlink()
    return results


def report(results: dict[int, dict[str, tuple[int, float, float]]]) -> None:
    """Print the table: rows, seconds, microseconds a row and their growth since the size before, peak memory."""
    print(f"{'visits':>9}  {'step':<28}{'rows':>10}{'CPU s':>9}{'us/row':>9}{'growth':>8}{'MB':>8}")
    per_row: dict[str, float] = {}
    for size, steps in results.items():
        for name, (rows, seconds, memory) in steps.items():
            each = seconds / rows
            growth = each / per_row.get(name, each)
            per_row[name] = each
            note(f"{rows} rows", TITLES[name], seconds)
            print(
                f"{size:>9,}  {TITLES[name]:<28}{rows:>10,}{seconds:>9.2f}{each * 1e6:>9.1f}"
                f"{growth:>8.2f}{memory:>8.0f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the scoring of visits.")
    parser.add_argument("visits", nargs="*", type=int, default=[10_000, 100_000], help="numbers of visits")
    parser.add_argument("--core-only", action="store_true", help="leave qgis_process out")
    parser.add_argument("--core", nargs=3, metavar=("FILE", "SCHEME", "VISITS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.core:
        source, scheme_file, n_visits = options.core
        print(json.dumps(step_core(Path(source), Path(scheme_file), int(n_visits))))
        return
    with tempfile.TemporaryDirectory(prefix="asm_atlas_bench_") as folder:
        report(measure(sorted(options.visits), Path(folder), not options.core_only))


if __name__ == "__main__":
    main()
