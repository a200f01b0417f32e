"""Figures of the benchmarks for one table: each is printed where it is measured and noted here as well."""

from __future__ import annotations

import json
import os
from pathlib import Path

NOTED_IN = "ASM_ATLAS_BENCH_FIGURES"


def note(size: str, step: str, seconds: float, beside: str = "", their_seconds: float | None = None) -> None:
    """Note the seconds of a step, and of what it is set beside; nothing happens outside `make bench`.

    The seconds of both are those that the benchmark prints: of the processor, or by the clock where it says so.
    """
    target = os.environ.get(NOTED_IN)
    if not target:
        return
    figure = {"size": size, "step": step, "seconds": seconds, "beside": beside, "theirs": their_seconds}
    with Path(target).open("a", encoding="utf-8") as file:
        file.write(json.dumps(figure) + "\n")
