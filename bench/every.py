"""All benchmarks one after the other, and one table of their figures with ratios.

    .venv/bin/python bench/every.py [--out out/benchmarks.md] [--only import overlap]

Ratios say how many times the seconds of the step those of its peer are, in the same run: 20.00 is twenty times as fast.
Each benchmark runs with the sizes below, an hour in all on two processors; its own call takes others. Compare figures of
one run only, and look at the load: it stands in the table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from record import NOTED_IN

ROOT = Path(__file__).resolve().parents[1]
BENCHMARKS = {
    "import": ("import_visits.py", ("10000", "100000")),
    "scorecard": ("scorecard.py", ("10000",)),
    "sensitivity": ("score_sensitivity.py", ("1000", "5000")),
    "overlap": ("overlap.py", ("5000x500", "5000x10000")),
    "clusters": ("clusters.py", ("3000", "30000")),
    "sheets": ("sheets.py", ()),
}
HEADS = ("benchmark", "size", "step", "seconds", "beside", "its seconds", "ratio")


def run(name: str) -> tuple[list[dict[str, object]], str]:
    """The figures of a benchmark, and a sentence where it failed."""
    script, sizes = BENCHMARKS[name]
    with tempfile.TemporaryDirectory(prefix="asm_atlas_bench_") as folder:
        figures = Path(folder) / "figures"
        figures.touch()
        command = [sys.executable, str(ROOT / "bench" / script), *sizes]
        done = subprocess.run(command, env={**os.environ, NOTED_IN: str(figures)}, cwd=ROOT, check=False)
        lines = figures.read_text(encoding="utf-8").splitlines()
    failed = f"{name} ended with code {done.returncode}." if done.returncode else ""
    return [{"benchmark": name, **json.loads(line)} for line in lines], failed


def table(figures: list[dict[str, object]]) -> str:
    """A table in Markdown, a row a figure."""
    rows = [HEADS, tuple("---" for _ in HEADS)]
    for figure in figures:
        seconds, theirs = figure["seconds"], figure["theirs"]
        rows.append(
            (
                str(figure["benchmark"]),
                str(figure["size"]),
                str(figure["step"]),
                shown(seconds),
                str(figure["beside"]),
                "" if theirs is None else shown(theirs),
                "" if theirs is None else f"{theirs / seconds:.2f}",
            )
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def shown(seconds: float) -> str:
    """Seconds with three figures that count."""
    return f"{seconds:.4f}" if seconds < 0.1 else f"{seconds:.2f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "benchmarks.md")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    options = parser.parse_args()
    began, load = time.strftime("%Y-%m-%d %H:%M"), os.getloadavg()[0]
    figures, failures = [], []
    for name in options.only:
        print(f"\n== {name}", flush=True)
        found, failed = run(name)
        figures += found
        failures += [failed] if failed else []
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}"
    load_after = os.getloadavg()[0]
    head = f"{began}, {machine}, load {load:.1f} before and {load_after:.1f} after."
    text = "\n\n".join([head, table(figures), *failures])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(f"{text}\n", encoding="utf-8")
    print(f"\n{text}\n\n{options.out}")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
