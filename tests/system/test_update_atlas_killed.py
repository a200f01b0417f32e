"""An update of an atlas that is killed, or finds the disk full: afterwards the atlas is as it was.

The update runs in a process of its own. It is killed by the kernel at a chosen byte of the file (a limit on
the size of files), at a chosen SQL statement (a trace of SQLite), or from outside at a chosen time.
"""

import csv
import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from made_up_releases import sinks_in
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer

pytestmark = pytest.mark.subprocess

UPDATE = """
import importlib.util, json, os, resource, signal, sqlite3, sys

root, atlas, new, how, value = sys.argv[1:]
spec = importlib.util.spec_from_file_location(
    "asm_atlas", os.path.join(root, "__init__.py"), submodule_search_locations=[root]
)
package = importlib.util.module_from_spec(spec)
sys.modules["asm_atlas"] = package
spec.loader.exec_module(package)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

app = QgsApplication([], False)
app.initQgis()
from asm_atlas.processing.provider import AsmAtlasProvider

provider = AsmAtlasProvider()
QgsApplication.processingRegistry().addProvider(provider)
connect = sqlite3.connect
left = [int(value.partition(":")[0]) if how == "statement" else 0]


def traced(*args, **options):
    connection = connect(*args, **options)

    def trace(statement):
        if statement.startswith(value.partition(":")[2]):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    connection.set_trace_callback(trace)
    return connection


if how == "statement":
    sqlite3.connect = traced
elif how in ("limit", "full"):
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if how == "limit" else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
tables = ("sites", "visits", "actors", "statuses", "findings")
given = {name.upper(): f"{new}|layername={name}" for name in tables}
algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:updateatlas")
try:
    algorithm.run({"ATLAS": atlas, **given}, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
except QgsProcessingException as error:
    print(str(error), flush=True)
    os._exit(3)
print("updated", flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def releases(plugin, resources, tmp_path_factory):
    """An atlas with a user's column, table and style, and a newer release of it."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("releases")
    with (resources / "demo" / "visits.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    workers = header.index("workers_numb")
    newer = [
        [*row[:workers], str(place), *row[workers + 1 :]] for place, row in enumerate(rows) if place % 17
    ]
    for name, part in (("old", rows[:-40]), ("new", newer)):
        source, path = folder / f"{name}.csv", folder / f"{name}.gpkg"
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *part])
        processing.run("asm:importvisits", {"INPUT": str(source), **sinks_in(path)})
    QgsProject.instance().clear()
    with closing(sqlite3.connect(folder / "old.gpkg")) as connection, connection:
        connection.execute("ALTER TABLE sites ADD COLUMN note TEXT")
        connection.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY, pcode TEXT, image BLOB)")
        connection.execute("INSERT INTO photos SELECT fid, pcode, randomblob(4000) FROM sites")
        connection.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)")
        connection.execute("INSERT INTO layer_styles VALUES (1, '<qgis/>')")
    return folder


@pytest.fixture()
def atlas(releases, tmp_path):
    """A copy through SQLite: QGIS may still hold the original open, with rows that only its log has."""
    path = tmp_path / "atlas.gpkg"
    with closing(sqlite3.connect(releases / "old.gpkg")) as old, closing(sqlite3.connect(path)) as new:
        old.backup(new)
        set_journal(path, "delete")
    return path


def set_journal(path, mode):
    """How SQLite keeps a half-done change of the file: 'delete' (a journal) or 'wal' (as QGIS while it edits)."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {mode}").fetchone() == (mode,)


@pytest.fixture()
def update(releases, root, atlas, main_job, tmp_path):
    """Start the update of the atlas in a process; how and value say what befalls it."""

    def start(how="nothing", value=""):
        environment = main_job.QgisProcess(tmp_path).environment()
        return subprocess.Popen(
            [
                sys.executable,
                "-c",
                UPDATE,
                str(root),
                str(atlas),
                str(releases / "new.gpkg"),
                how,
                str(value),
            ],
            env=environment,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def dump(path):
    """Everything in the file, as SQL; opening it undoes what was half done."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return list(connection.iterdump())


def opens(path):
    """Number of sites as QGIS and GDAL see them, with what an index finds."""
    layer = QgsVectorLayer(f"{path}|layername=sites", "sites", "ogr")
    assert layer.isValid()
    found = sum(1 for _ in layer.getFeatures(layer.extent()))
    located = sum(1 for row in layer.getFeatures() if row.hasGeometry())
    assert found == located > 0
    dataset = ogr.Open(str(path))
    assert dataset.GetLayer("sites").GetFeatureCount() == layer.featureCount()
    return layer.featureCount()


def test_the_update_that_the_others_interrupt(update, atlas, releases):
    before, n_before = dump(atlas), opens(atlas)
    process = update()
    assert process.communicate()[0] == "updated\n"
    assert dump(atlas) != before
    assert opens(atlas) == opens(releases / "new.gpkg") != n_before
    assert atlas.stat().st_size > (releases / "old.gpkg").stat().st_size


@pytest.mark.parametrize("share", [0.02, 0.2, 0.4, 0.6, 1.0])
def test_killed_while_bytes_are_written(update, atlas, share):
    """The kernel kills at the first byte beyond the limit; pages before it are written already."""
    before, bytes_before = dump(atlas), atlas.read_bytes()
    process = update("limit", int(atlas.stat().st_size * share))
    output, errors = process.communicate()
    assert process.returncode == -signal.SIGXFSZ, (output, errors)
    # Before the journal is whole, the file is not touched; then old and new pages stand side by side.
    assert (atlas.read_bytes() != bytes_before) == (share >= 0.4)
    opens(atlas)
    assert dump(atlas) == before


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("1:DELETE", id="at the first row removed"),
        pytest.param('300:UPDATE "visits"', id="in the midst of the visits"),
        pytest.param('1:INSERT INTO "actors"', id="at the first actor added"),
        pytest.param("1:UPDATE gpkg_metadata", id="when all rows are there"),
        pytest.param("1:COMMIT", id="before it is final"),
    ],
)
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_killed_at_a_statement(update, atlas, statement, mode):
    set_journal(atlas, mode)
    before = dump(atlas)
    process = update("statement", statement)
    output, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, (output, errors)
    assert ogr.Open(str(atlas)).GetLayer("sites").GetFeatureCount() > 0, "without writing to it"
    opens(atlas)
    assert dump(atlas) == before


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.03, 0.1, 0.2])
def test_killed_from_outside(update, atlas, releases, seconds):
    """Whenever it comes, all of the release is there or nothing of it."""
    before = dump(atlas)
    process = update()
    journal = atlas.with_name("atlas.gpkg-journal")
    while process.poll() is None and not journal.exists():
        time.sleep(0.0005)
    time.sleep(seconds)
    process.kill()
    finished = process.communicate()[0] == "updated\n"
    n_sites = opens(atlas)
    same = dump(atlas) == before
    assert same or n_sites == opens(releases / "new.gpkg")
    assert not (same and finished)


@pytest.mark.parametrize("share", [0.02, 0.4, 1.0])
def test_a_full_disk_is_told(update, atlas, share):
    before = dump(atlas)
    process = update("full", int(atlas.stat().st_size * share))
    output, errors = process.communicate()
    assert process.returncode == 3, (output, errors)
    assert output.startswith("atlas.gpkg was not changed: the disk is full or fails"), json.dumps(output)
    opens(atlas)
    assert dump(atlas) == before
    assert not list(atlas.parent.glob("atlas.gpkg-*"))


@pytest.mark.parametrize("how", ["limit", "full"])
@pytest.mark.parametrize("share", [0.02, 0.2, 0.4, 1.0])
def test_with_a_log_all_is_old_or_all_is_new(update, atlas, how, share):
    """QGIS keeps files that it edits in this mode: the log takes the change before the file does.

    A limit that the log keeps within is met when the log is copied to the file: the change is final then.
    """
    set_journal(atlas, "wal")
    before = dump(atlas)
    process = update(how, int(atlas.stat().st_size * share))
    output, errors = process.communicate()
    is_final = share >= 0.4
    ends = {"limit": -signal.SIGXFSZ, "full": 0 if is_final else 3}
    assert process.returncode == ends[how], (output, errors)
    if how == "full":
        assert output.startswith("updated" if is_final else "atlas.gpkg was not changed: the disk is full")
    opens(atlas)
    after = dump(atlas)
    assert (after != before) == is_final
    if is_final:  # an update of what is up to date changes nothing
        assert update().communicate()[0] == "updated\n"
        assert dump(atlas) == after
