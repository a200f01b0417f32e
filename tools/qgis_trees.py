"""Newer versions of QGIS beside that of this machine: builds them, runs the main job and the tests in each.

    python tools/qgis_trees.py [build] [run] [table] [--versions native 3.40 3.44] [--tests PATH ...]

Each version is a tree of Debian 13 that debootstrap and apt fill, without containers, kept outside the repository
in ~/.cache/asm-atlas/trees (ASM_ATLAS_TREES moves it). Building and entering a tree needs root; what runs there
sees its own mounts and processes, which end with it. The plugin is the zip of the last commit,
unpacked in the plugin folder of a fresh profile; the tests, which it leaves out, are laid beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
TREES = Path(os.environ.get("ASM_ATLAS_TREES") or Path.home() / ".cache" / "asm-atlas" / "trees")
DATA = Path(os.environ.get("ASM_ATLAS_DATA") or ROOT.parent / "shared" / "data")
NATIVE = "native"
SUITES = {"3.40": "trixie", "3.44": "trixie-backports"}
MIRROR = "http://deb.debian.org/debian"
PACKAGES = ("qgis", "python3-qgis", "python3-pandas", "python3-shapely", "python3-venv")
PACKAGES += ("poppler-utils", "make", "git", "fonts-dejavu-core")
OF_DEBIAN = ("shapely", "numpy")  # development packages that Debian 13 has itself
OF_LINT = ("ruff", "flake8", "bandit", "detect-secrets")
PYTHON = "/opt/tests/bin/python"
PLUGIN = "home/.local/share/QGIS/QGIS3/profiles/default/python/plugins/asm_atlas"
MAIN_JOB = ("/usr/bin/python3", "tools/main_job.py", "--out", "/srv/out")
NOT_KNOWN = 3  # exit code where nothing failed, but a tree could not be had or the time was up
VERSIONS_OF = (
    "import pandas, platform; from qgis.core import Qgis; "
    "print(Qgis.QGIS_VERSION.split('-')[0], platform.python_version(), pandas.__version__.split('+')[0])"
)

# $1 tree, $2 folder of this run, $3 folder of real data or nothing; then the command. proc may be there already.
ENTER = """
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/dev/shm"
mount --bind "$2" "$1/srv"
mount --bind "$2/tmp" "$1/tmp"
if [ -n "$3" ]; then mount --bind "$3" "$1/srv/data"; fi
tree=$1; shift 3
exec chroot "$tree" "$@"
"""


class TreeError(Exception):
    """A tree cannot be built or entered; the message is one sentence."""


# -- building ---------------------------------------------------------------------------------------


def test_packages() -> list[str]:
    """What the tests need from PyPI in a tree."""
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", *OF_DEBIAN, *OF_LINT))]


def check_machine() -> None:
    """Raise TreeError where trees cannot be built or entered at all."""
    if platform.system() != "Linux" or os.geteuid() != 0:
        raise TreeError("Trees of other QGIS versions need root for debootstrap and chroot; run as root.")
    missing = [name for name in ("debootstrap", "unshare", "chroot") if shutil.which(name) is None]
    if missing:
        raise TreeError(f"{' and '.join(missing)} is missing; install it with 'apt-get install debootstrap'.")


def build(version: str, until: float | None = None) -> Path:
    """The tree of a version, made where it is missing or made another way than here."""
    tree = TREES / f"trixie-{version}"
    made_from = json.dumps([MIRROR, SUITES[version], PACKAGES, test_packages()])
    mark = tree / "opt" / "made_from.json"
    if mark.is_file() and mark.read_text(encoding="utf-8") == made_from:
        return tree
    started = time.perf_counter()
    TREES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=TREES, prefix=f"making-{version}-") as folder:
        new = Path(folder) / "tree"
        log = TREES / f"build-{version}.log"
        log.unlink(missing_ok=True)
        for what, command in building(new, version):
            print(f"QGIS {version}: {what} ...", flush=True)
            attempt(command, log, f"QGIS {version} was not built: {what} failed", until)
        (new / "opt" / "made_from.json").write_text(made_from, encoding="utf-8")
        if tree.exists():
            shutil.rmtree(tree)
        new.rename(tree)
    print(f"QGIS {version} built in {time.perf_counter() - started:.0f} s: {tree}", flush=True)
    return tree


def building(tree: Path, version: str) -> list[tuple[str, list[str]]]:
    """The steps that make a tree, and what each does."""
    suite = SUITES[version]
    sources = "".join(f"deb {MIRROR} {name} main\n" for name in dict.fromkeys(("trixie", suite)))
    settle = f"""
        printf '{sources}' > "$1/etc/apt/sources.list"
        printf '#!/bin/sh\\nexit 101\\n' > "$1/usr/sbin/policy-rc.d"  # no services in a tree
        chmod 755 "$1/usr/sbin/policy-rc.d"
        echo force-unsafe-io > "$1/etc/dpkg/dpkg.cfg.d/fast"  # a tree that breaks is made again
        cp /etc/resolv.conf "$1/etc/resolv.conf"
    """
    apt = ["chroot", str(tree), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q"]
    # Wheels are fetched outside: the tree does not have the registry settings of this machine.
    fetch = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
    fetch += ["--python-version", "3.13", "--only-binary=:all:", "--dest", f"{tree}/opt/wheels"]
    inside = ["chroot", str(tree)]
    pip = [*inside, PYTHON, "-m", "pip", "install", "-q", "--no-index", "--find-links", "/opt/wheels"]
    return [
        ("fetching Debian 13", ["debootstrap", "--variant=minbase", "trixie", str(tree), MIRROR]),
        ("settling it", ["sh", "-euc", settle, "settle", str(tree)]),
        ("reading the lists of packages", [*apt, "update"]),
        ("installing QGIS", [*apt, "install", "--no-install-recommends", "-t", suite, *PACKAGES]),
        ("tidying up", [*apt, "clean"]),
        ("fetching test packages", [*fetch, *test_packages()]),
        (
            "making a test environment",
            [*inside, "python3", "-m", "venv", "--system-site-packages", "/opt/tests"],
        ),
        ("installing test packages", [*pip, *test_packages()]),
    ]


def attempt(command: Sequence[str], log: Path, sentence: str, until: float | None = None) -> None:
    """Run a command, its output into a log; raises TreeError with the last line when it fails."""
    left = None if until is None else max(until - time.monotonic(), 1)
    with log.open("a", encoding="utf-8") as output:
        try:
            done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, timeout=left, check=False)
        except subprocess.TimeoutExpired:
            raise TreeError(f"{sentence} (the time was up). All output: {log}") from None
    if done.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "no output")
        raise TreeError(f"{sentence} ({last}); is the network there? All output: {log}")


# -- running ----------------------------------------------------------------------------------------


def unpack_plugin(folder: Path) -> None:
    """The plugin as it is installed, from the last commit, and the files of development that it leaves out."""
    with tempfile.TemporaryDirectory() as elsewhere:
        packed = f"{elsewhere}/plugin.zip"
        make = [sys.executable, "tools/build_zip.py", packed]
        subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(folder.parent)
        index = {**os.environ, "GIT_INDEX_FILE": f"{elsewhere}/index"}  # the user's own stays as it is

        def git(*arguments: str, given: bytes = b"") -> bytes:
            command = ["git", *arguments]
            done = subprocess.run(command, cwd=ROOT, env=index, input=given, check=True, capture_output=True)
            return done.stdout

        git("read-tree", "HEAD")
        names = git("ls-tree", "--name-only", "-z", "HEAD").decode().split("\0")
        left_out = [name for name in names if name and not (folder / name).exists()]
        files = git("ls-files", "-z", "--", *left_out)
        git("checkout-index", "-z", "--stdin", f"--prefix={folder}/", given=files)


class Place:
    """Where the plugin runs: this machine, or a tree with a folder of this run as /srv."""

    def __init__(self, version: str, folder: Path) -> None:
        self.folder = folder
        self.tree = None if version == NATIVE else TREES / f"trixie-{version}"
        self.python = sys.executable if self.tree is None else PYTHON
        if self.tree is not None:
            unpack_plugin(folder / PLUGIN)
            (folder / "tmp").mkdir(mode=0o1777)
            (folder / "data").mkdir()

    def seen(self, path: Path) -> str:
        """A file of this run's folder as programs that run here name it."""
        return str(path) if self.tree is None else f"/srv/{path.relative_to(self.folder)}"

    def command(self, command: Sequence[str]) -> list[str]:
        """A command that runs here, in the folder of the plugin."""
        if self.tree is None:
            return list(command)
        data = DATA.resolve() if DATA.is_dir() else None
        variables = {
            "HOME": "/srv/home",
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "ASM_ATLAS_DATA": "/srv/data" if data else "/srv/no_data",
            "PYTHONDONTWRITEBYTECODE": "1",
            **{name: os.environ[name] for name in ("CI",) if name in os.environ},
        }
        enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc", ENTER, "enter"]
        enter += [str(self.tree), str(self.folder), str(data or "")]
        assigned = [f"{name}={value}" for name, value in variables.items()]
        go = f'cd /srv/{PLUGIN} && exec "$@"'
        return [*enter, "env", "-i", *assigned, "sh", "-c", go, "go", *command]

    def call(self, command: Sequence[str], log: Path, until: float | None) -> int | None:
        """Run a command to its end; its exit code, None when the time was up."""
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        left = (
            [] if until is None else ["timeout", "--signal=KILL", f"{max(until - time.monotonic(), 1):.0f}"]
        )
        with log.open("ab") as output:
            done = subprocess.run(
                [*left, *self.command(command)],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
            # timeout ends its whole group, itself too: unshare alone would leave what it has started.
            if left and done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL):
                output.write(b"\nThe time was up.\n")
                return None
        return done.returncode


def run(version: str, tests: Sequence[str], until: float | None) -> dict[str, object]:
    """The main job and the tests in one version; a row of the table."""
    log = TREES / f"run-{version}.log"
    log.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="asm_atlas_") as name:
        place = Place(version, Path(name))
        found = subprocess.run(
            place.command([place.python, "-c", VERSIONS_OF]),
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        if found.returncode:
            raise TreeError(f"QGIS {version} does not start ({found.stderr.strip().splitlines()[-1]}).")
        row: dict[str, object] = dict(zip(("qgis", "python", "pandas"), found.stdout.split()))
        job = [place.python, *MAIN_JOB[1:-1], place.seen(place.folder / "out")]
        if place.tree is not None:
            job[0] = MAIN_JOB[0]  # as users have it, without the environment of the tests
        started = time.perf_counter()
        row["job"] = {0: "done", None: "time was up"}.get(place.call(job, log, until), "failed")
        row["job_seconds"] = round(time.perf_counter() - started)
        report = place.folder / "report.xml"
        suite = [place.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
        code = place.call([*suite, f"--junitxml={place.seen(report)}"], log, until)
        row.update(counted(report))
        if code not in (0, 1):  # 1: some failed
            row["tests"] = "time was up" if code is None else "broke off"
    return row


def counted(report: Path) -> dict[str, object]:
    """Counts of a JUnit report, and the tests that failed; without one the tests broke off."""
    if not report.is_file() or not report.stat().st_size:
        return {"tests": "broke off"}
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))
    bad = [case for case in suite.iter("testcase") if {"failure", "error"} & {part.tag for part in case}]
    count = {name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")}
    failed = count["failures"] + count["errors"]
    return {
        "passed": count["tests"] - failed - count["skipped"],
        "failed": failed,
        "skipped": count["skipped"],
        "seconds": round(float(suite.get("time", "0"))),
        "failures": [f"{case.get('classname')}::{case.get('name')}" for case in bad],
    }


def table(rows: dict[str, dict[str, object]]) -> str:
    """The results of all versions side by side, and the tests that failed."""
    names = ("qgis", "python", "pandas", "job", "job_seconds", "passed", "failed", "skipped", "seconds")
    heads = ("QGIS", "Python", "pandas", "main job", "s", "passed", "failed", "skipped", "s")
    lines = [heads]
    for row in rows.values():
        cells = [str(row.get(name, "-")) for name in names]
        if "tests" in row:
            cells[5] = str(row["tests"])
        lines.append(tuple(cells))
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    text = ["  ".join(cell.rjust(width) for cell, width in zip(line, widths)) for line in lines]
    text += [f"{version} FAILED {name}" for version, row in rows.items() for name in row.get("failures", ())]
    return "\n".join(text)


def exit_code(rows: dict[str, dict[str, object]]) -> int:
    """0: all is well; 1: something failed; NOT_KNOWN: the time was up before that was known."""
    states = {row.get(step, "done") for row in rows.values() for step in ("job", "tests")}
    if states & {"failed", "broke off"} or any(row.get("failed") for row in rows.values()):
        return 1
    return 0 if states <= {"done"} else NOT_KNOWN


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("steps", nargs="*", default=["build", "run", "table"], help="build, run, table")
    parser.add_argument("--versions", nargs="+", default=[NATIVE, *SUITES], choices=[NATIVE, *SUITES])
    parser.add_argument("--tests", nargs="+", default=[], help="the whole suite when none is given")
    parser.add_argument("--minutes", type=float, help="stop building and running after so long")
    parser.add_argument("--native-report", type=Path, help="JUnit report of a suite that has run here")
    options = parser.parse_args()
    results = TREES / "results.json"
    until = None if options.minutes is None else time.monotonic() + 60 * options.minutes
    rows = {}
    try:
        if {"build", "run"} & set(options.steps):
            check_machine()
            for version in options.versions:
                if "build" in options.steps and version != NATIVE:
                    build(version, until)
        if "run" in options.steps:
            results.unlink(missing_ok=True)
            for version in options.versions:
                print(
                    f"QGIS {version}: main job and tests; output goes to {TREES}/run-{version}.log",
                    flush=True,
                )
                rows[version] = run(version, options.tests, until)
                results.write_text(json.dumps(rows), encoding="utf-8")
    except TreeError as error:
        print(f"stopped: {error}", file=sys.stderr)
        return NOT_KNOWN
    if "table" in options.steps:
        if not rows and results.is_file():
            rows = json.loads(results.read_text(encoding="utf-8"))
        if options.native_report:
            rows = {NATIVE: counted(options.native_report), **rows}
        print(table(rows))
    return exit_code(rows)


if __name__ == "__main__":
    sys.exit(main())
