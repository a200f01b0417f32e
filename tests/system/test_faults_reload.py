"""The plugin is loaded and unloaded ten times with its windows open, and nothing is left (docs/faults.md)."""

import json
import os
import subprocess
import sys

import pytest
from qgis.core import QgsProject

pytestmark = [
    pytest.mark.subprocess,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc"),
]
ROUNDS = 10
MOST_GROWTH_MIB = 40  # over the last half of the rounds; Python keeps some of the code of each


@pytest.fixture(scope="module")
def reloaded(plugin, root, resources, tmp_path_factory):
    from qgis import processing

    folder = tmp_path_factory.mktemp("reload")
    temporary = folder / "temporary"
    temporary.mkdir()
    names = ("sites", "visits", "actors", "statuses", "findings")
    tables = {name.upper(): str(folder / f"{name}.gpkg") for name in names}
    processing.run("asm:importvisits", {"INPUT": str(resources / "demo" / "visits.csv"), **tables})
    del tables["FINDINGS"]
    processing.run("asm:scorecard", {**tables, "SCORES": str(folder / "scores.gpkg")})
    QgsProject.instance().clear()
    script = root / "tests" / "system" / "reloading.py"
    done = subprocess.run(
        [sys.executable, str(script), str(root), str(ROUNDS), str(folder)],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "TMPDIR": str(temporary),
            "XDG_RUNTIME_DIR": str(temporary),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        },
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("ANSWER")]
    assert lines, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return json.loads(lines[0][len("ANSWER") :])


def test_every_window_was_open(reloaded):
    assert {"open_import_wizard", "open_sheet_designer", "open_scheme_editor"} <= set(reloaded["openers"])
    assert reloaded["while_on"] >= 3


def test_nothing_is_left_or_grows(reloaded):
    """The first two rounds are left out: Qt and pandas keep some things of theirs from their first use on."""
    _, first, *others = reloaded["rounds"]
    for after in others:
        assert after == first
    assert (first["menu"], first["toolbar"], first["factories"], first["docks"], first["tasks"]) == (0,) * 5
    assert "asm" not in first["providers"] and first["temporary"] == [] and first["modules"] == 0
    assert first["fonts"] == 0
    assert set(first["windows"]) == {"QMainWindow"}


def test_memory_stays(reloaded):
    half = len(reloaded["memory"]) // 2
    assert reloaded["memory"][-1] - reloaded["memory"][half] < MOST_GROWTH_MIB, reloaded["memory"]
