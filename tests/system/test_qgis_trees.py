"""Running the tests in several versions of QGIS: what is laid in the profile, and what the results say."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

REPORT = """<testsuites><testsuite name="pytest" tests="4" failures="1" errors="1" skipped="1" time="12.6">
<testcase classname="tests.test_a" name="good"/>
<testcase classname="tests.test_a" name="bad"><failure message="no"/></testcase>
<testcase classname="tests.test_a" name="worse"><error message="no"/></testcase>
<testcase classname="tests.test_a" name="elsewhere"><skipped/></testcase>
</testsuite></testsuites>"""
GOOD = {"job": "done", "failed": 0}


@pytest.fixture(scope="module")
def trees(root):
    spec = importlib.util.spec_from_file_location("qgis_trees", root / "tools" / "qgis_trees.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_report_is_counted(trees, tmp_path):
    path = tmp_path / "report.xml"
    assert trees.counted(path) == {"tests": "broke off"}
    path.write_text("")
    assert trees.counted(path) == {"tests": "broke off"}
    path.write_text(REPORT)
    found = trees.counted(path)
    assert (found["passed"], found["failed"], found["skipped"], found["seconds"]) == (1, 2, 1, 13)
    assert found["failures"] == ["tests.test_a::bad", "tests.test_a::worse"]


@pytest.mark.parametrize(
    "row, code",
    [
        pytest.param(GOOD, 0, id="all is well"),
        pytest.param({"failed": 0}, 0, id="tests alone"),
        pytest.param({**GOOD, "failed": 1}, 1, id="a test failed"),
        pytest.param({**GOOD, "job": "failed"}, 1, id="the main job failed"),
        pytest.param({**GOOD, "tests": "broke off"}, 1, id="the tests crashed"),
        pytest.param({**GOOD, "tests": "time was up"}, 3, id="not known in time"),
        pytest.param({"job": "failed", "tests": "time was up"}, 1, id="failed before the time was up"),
    ],
)
def test_the_exit_code_tells_failed_from_not_known(trees, row, code):
    assert trees.exit_code({"3.40": GOOD, "3.44": row}) == code


def test_versions_stand_side_by_side(trees):
    native = {"qgis": "3.22.16", "python": "3.11.2", "pandas": "1.5.3", "job": "done", "job_seconds": 40}
    native.update(passed=10, failed=0, skipped=1, seconds=90)
    newer = {**native, "qgis": "3.40.6", "passed": 9, "failed": 1, "failures": ["tests.test_a::bad"]}
    lines = trees.table({"native": native, "3.40": newer, "3.44": {"tests": "broke off"}}).splitlines()
    assert [line.split()[0] for line in lines[1:3]] == ["3.22.16", "3.40.6"]
    assert lines[2].split()[5:8] == ["9", "1", "1"]
    assert "broke off" in lines[3]
    assert lines[4] == "3.40 FAILED tests.test_a::bad"


@pytest.mark.subprocess
def test_without_root_nothing_is_built_and_that_is_said(root, tmp_path):
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can give up root")
    run = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "tools/qgis_trees.py", "build"],
        cwd=root,
        env={**os.environ, "ASM_ATLAS_TREES": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    if "Permission denied" in run.stderr:
        pytest.skip("another user may not read this clone")
    assert run.returncode == 3
    assert run.stderr.startswith("stopped: Trees of other QGIS versions need root")


@pytest.mark.subprocess
def test_no_network_is_one_sentence(trees, tmp_path):
    log = tmp_path / "build.log"
    with pytest.raises(trees.TreeError, match=r"^QGIS 3.40 was not built: fetching failed \(no route\)"):
        trees.attempt(["sh", "-c", "echo no route; exit 1"], log, "QGIS 3.40 was not built: fetching failed")


@pytest.mark.subprocess
def test_the_profile_holds_the_packed_plugin_and_the_tests_beside_it(trees, root, tmp_path):
    if not (root / ".git").exists():
        pytest.skip("this is an installed plugin, not a clone")
    trees.unpack_plugin(tmp_path / "asm_atlas")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    laid = {
        str(p.relative_to(tmp_path / "asm_atlas")) for p in (tmp_path / "asm_atlas").rglob("*") if p.is_file()
    }
    assert {"metadata.txt", "tests/conftest.py", "tools/main_job.py", "docs/design.md"} <= laid
    changed = subprocess.run(
        ["git", "status", "--porcelain", "-z"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    made = {name for name in laid if name.startswith("resources/help/") or name.endswith(".qm")}
    assert {"resources/help/help.css", "resources/i18n/asm_atlas_fr.qm"} <= made
    if not changed:
        assert laid - made == {name for name in names.stdout.split("\0") if name}
