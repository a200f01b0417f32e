"""Print how many of the lines of each room the last `make coverage` reached.

    python tools/coverage_by_room.py

Reads .coverage in the repository. A room is a folder with Python files; lines run only in processes of their own
(qgis_process, workers of a series) count as not reached.
"""

from __future__ import annotations

import sys
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parents[1]


def rooms(data: coverage.Coverage) -> dict[str, tuple[int, int]]:
    """Lines and lines reached by room."""
    found: dict[str, tuple[int, int]] = {}
    for file in sorted(data.get_data().measured_files()):
        path = Path(file)
        if not path.is_relative_to(ROOT) or not path.exists():
            continue
        _, lines, _, missing, _ = data.analysis2(file)
        folder = path.relative_to(ROOT).parent.as_posix()
        room = "plugin" if folder == "." else folder
        before = found.get(room, (0, 0))
        found[room] = (before[0] + len(lines), before[1] + len(lines) - len(missing))
    return found


def table(found: dict[str, tuple[int, int]]) -> str:
    """A line a room, and all together."""
    whole = tuple(map(sum, zip(*found.values())))
    lines = [f"{'room':<24}{'lines':>8}{'reached':>9}"]
    for room, (lines_of, reached) in [*found.items(), ("all", whole)]:
        lines.append(f"{room:<24}{lines_of:>8}{reached / max(lines_of, 1):>9.1%}")
    return "\n".join(lines)


if __name__ == "__main__":
    data = coverage.Coverage(data_file=ROOT / ".coverage")
    data.load()
    found = rooms(data)
    if not found:
        sys.exit("Nothing is measured; run `make coverage` first.")
    print(table(found))
