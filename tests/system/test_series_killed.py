"""A series whose process is killed: its workers end, whole sheets stay, the next run goes on."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.subprocess,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc"),
]


@pytest.fixture(scope="module")
def qgis(main_job, tmp_path_factory):
    """qgis_process with the plugin enabled in a profile of its own."""
    process = main_job.QgisProcess(tmp_path_factory.mktemp("qgis"))
    process.prepare()
    return process


def children(pid):
    """Workers that a process has started, by their command."""
    try:
        pids = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return []
    return [int(child) for child in pids if b"sheet_worker" in Path(f"/proc/{child}/cmdline").read_bytes()]


def runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(what, seconds=60):
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.05)


def test_a_killed_series_leaves_no_worker_and_goes_on(qgis, main_job, resources, tmp_path):
    sites, folder = tmp_path / "sites.gpkg", tmp_path / "series"
    given = {"INPUT": resources / "demo" / "visits.csv", "SITES": sites}
    qgis.run("asm:importvisits", **given, VISITS="TEMPORARY_OUTPUT", FINDINGS="TEMPORARY_OUTPUT")
    series = {
        "SITES": sites,
        "PROVINCES": resources / "demo" / "provinces.geojson",
        "PAPERS": "A4",
        "FILES": "pdf",
        "WORKERS": 1,
        "FOLDER": folder,
    }
    arguments = [f"--{name}={value}" for name, value in series.items()]
    command = [main_job.qgis_process_command(), "run", "asm:printseries", *arguments]
    with subprocess.Popen(
        command, env=qgis.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        wait_until(lambda: list(folder.glob("*.pdf")))
        workers = children(process.pid)
        process.kill()
    assert len(workers) == 1
    wait_until(lambda: not runs(workers[0]), seconds=30)
    whole = list(folder.glob("*.pdf"))
    assert 1 <= len(whole) < 3
    assert all(pdf.read_bytes().rstrip().endswith(b"%%EOF") for pdf in whole)
    indexed = json.loads((folder / "series_index.json").read_text(encoding="utf-8"))["sheets"]
    result = qgis.run("asm:printseries", **series)
    assert result["N_MADE"] + result["N_UNCHANGED"] == 3 and result["N_UNCHANGED"] == len(indexed)
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
