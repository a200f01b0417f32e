"""Nothing goes over the network: a run of QGIS in a net of its own, and what it tried to reach."""

import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.subprocess
PRINT_SERVICE = 631  # of the machine itself, which QGIS's printer driver asks when it makes a PDF


@pytest.fixture()
def alone(main_job, tmp_path):
    """Call qgis_process without a network; the addresses that it tried."""
    if any(shutil.which(name) is None for name in ("unshare", "strace")):
        pytest.skip("unshare or strace is missing; install util-linux and strace")
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode:
        pytest.skip("a net of one's own needs the rights of root")
    folder = tmp_path / "qgis"
    folder.mkdir()
    qgis = main_job.QgisProcess(folder)
    qgis.prepare()

    def call(algorithm, **parameters):
        trace = tmp_path / "trace"
        command = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(trace), "unshare", "-n"]
        arguments = [f"--{name}={value}" for name, value in parameters.items()]
        done = subprocess.run(
            [*command, main_job.qgis_process_command(), "run", f"asm:{algorithm}", *arguments],
            env=qgis.environment(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if "ptrace" in done.stderr:
            pytest.skip("strace may not look at processes here")
        assert done.returncode == 0, done.stderr
        ports = re.findall(r"AF_INET6?, sin6?_port=htons\((\d+)\)", trace.read_text(errors="replace"))
        return {int(port) for port in ports}

    return call


def test_import_project_and_sheet_reach_for_no_server(alone, resources, tmp_path):
    demo, atlas = resources / "demo", tmp_path / "atlas.gpkg"
    reached = alone(
        "importvisits",
        INPUT=demo / "visits.csv",
        SITES=f"ogr:dbname='{atlas}' table=\"sites\" (geom)",
        VISITS=f"ogr:dbname='{atlas}' table=\"visits\" (geom)",
        FINDINGS=f"ogr:dbname='{atlas}' table=\"findings\" (geom)",
    )
    reached |= alone(
        "buildproject", ATLAS=atlas, PROVINCES=demo / "provinces.geojson", PROJECT=tmp_path / "a.qgz"
    )
    reached |= alone(
        "printsheet",
        SITES=f"{atlas}|layername=sites",
        PROVINCES=demo / "provinces.geojson",
        AREA="Ngalara",
        PAPER="A3",
        DPI=60,
        PDF=tmp_path / "sheet.pdf",
        PACKAGE=tmp_path / "sheet.zip",
    )
    assert reached <= {PRINT_SERVICE}
