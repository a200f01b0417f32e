"""A disk that is full, read-only or gone, and files that others hold: a sentence, and all as it was (docs/faults.md)."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from faulty_runs import FaultyRun, wait_for
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

pytestmark = pytest.mark.subprocess
NAMES = ("sites", "visits", "actors", "statuses", "findings")


def mounts():
    """Whether a file system can be mounted here, which needs an administrator of Linux."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    return subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not mounts(), reason="only an administrator of Linux mounts a small disk")


@pytest.fixture()
def small_disk(tmp_path):
    """Make a disk of so many bytes, full but for some of them; resize or remount it by the function returned."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = []

    def mount(options):
        again = ["-o", f"remount,{options}"] if mounted else ["-o", options]
        done = subprocess.run(["mount", "-t", "tmpfs", *again, "tmpfs", str(folder)], check=False)
        if done.returncode and not mounted:
            pytest.skip("only an administrator of Linux mounts a small disk")
        mounted.append(options)
        return folder

    yield mount
    if mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def table(path, name):
    geometry = "" if name in ("actors", "statuses") else " (geom)"
    return f"ogr:dbname='{path}' table=\"{name}\"{geometry}"


def to_atlas(resources, path):
    return {
        "INPUT": str(resources / "demo" / "visits.csv"),
        **{name.upper(): table(path, name) for name in NAMES},
    }


def to_files(resources, folder, suffix):
    return {
        "INPUT": str(resources / "demo" / "visits.csv"),
        **{name.upper(): str(folder / f"{name}.{suffix}") for name in NAMES},
    }


def imported(parameters):
    from qgis import processing

    processing.run("asm:importvisits", parameters)
    QgsProject.instance().clear()


def content(folder):
    """Rows of databases and bytes of the other files; hidden ones are told by name."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name.endswith(("-wal", "-shm")):  # QGIS may still have the file open
            continue
        if path.suffix != ".gpkg":
            found[path.name] = path.read_bytes() if path.is_file() else "a folder"
            continue
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            for (name,) in connection.execute("SELECT table_name FROM gpkg_contents").fetchall():
                found[path.name, name] = connection.execute(f'SELECT * FROM "{name}"').fetchall()
    return found


@needs_mount
@pytest.mark.parametrize("kind", ["table", "gpkg", "csv"])
def test_a_full_disk_keeps_what_is_there_and_is_told(plugin, resources, tmp_path, small_disk, kind):
    """The disk has room for the files that are there and not for new ones beside them; grown, it takes them."""
    from qgis import processing

    disk = small_disk("size=8m")
    parameters = (
        to_atlas(resources, disk / "atlas.gpkg") if kind == "table" else to_files(resources, disk, kind)
    )
    imported(parameters)
    before = content(disk)
    usage = shutil.disk_usage(disk)
    with (disk / "ballast").open("wb") as ballast:
        ballast.write(b"0" * (usage.free - 100_000))
    with pytest.raises(QgsProcessingException) as refused:
        processing.run("asm:importvisits", parameters)
    sentence = str(refused.value)
    assert "could not be written whole, as on a full disk; make room" in sentence, sentence
    (disk / "ballast").unlink()
    assert content(disk) == before
    imported(parameters)
    assert set(content(disk)) == set(before)


@needs_mount
def test_room_for_the_new_table_but_not_for_its_place(plugin, resources, small_disk):
    """The copy into the atlas meets the full disk: SQLite undoes it."""
    from qgis import processing

    disk = small_disk("size=8m")
    atlas = disk / "atlas.gpkg"
    imported(to_atlas(resources, atlas))
    before = content(disk)
    single = {
        **to_atlas(resources, atlas),
        **dict.fromkeys(("SITES", "ACTORS", "STATUSES", "FINDINGS"), "TEMPORARY_OUTPUT"),
    }
    alone = disk / "alone.gpkg"
    imported({**single, "VISITS": table(alone, "visits")})
    needed = alone.stat().st_size
    alone.unlink()
    with (disk / "ballast").open("wb") as ballast:
        ballast.write(b"0" * (shutil.disk_usage(disk).free - needed - 40_000))
    with pytest.raises(QgsProcessingException, match="full"):
        processing.run("asm:importvisits", single)
    (disk / "ballast").unlink()
    assert content(disk) == before


@pytest.mark.parametrize("n_bytes", [20_000, 100_000])
def test_files_that_may_not_grow_are_no_success(resources, root, tmp_path, n_bytes):
    """The kernel refuses bytes beyond a limit, as a full disk does, for who is no administrator."""
    out = tmp_path / "out"
    out.mkdir()
    answer = FaultyRun(
        root, tmp_path, "asm:importvisits", to_files(resources, out, "gpkg"), bytes=n_bytes
    ).answer()
    assert "results" not in answer
    assert "cannot be written" in answer["sentence"] or "could not be written whole" in answer["sentence"]
    assert list(out.iterdir()) == []


@needs_mount
def test_a_full_folder_for_temporary_files(resources, root, tmp_path, small_disk):
    """Nothing of an import goes there; what QGIS cannot put there stops no run."""
    disk, out = small_disk("size=64k"), tmp_path / "out"
    out.mkdir()
    (disk / "ballast").write_bytes(b"0" * shutil.disk_usage(disk).free)
    run = FaultyRun(root, tmp_path, "asm:importvisits", to_files(resources, out, "gpkg"), tmpdir=str(disk))
    assert run.answer()["results"]["N_SITES"] == "300"


@needs_mount
def test_a_read_only_disk(plugin, resources, small_disk):
    """Permissions do not stop an administrator, a read-only disk does."""
    from qgis import processing

    disk = small_disk("size=8m")
    imported(to_atlas(resources, disk / "atlas.gpkg"))
    before = content(disk)
    small_disk("ro")
    for parameters in (to_atlas(resources, disk / "atlas.gpkg"), to_files(resources, disk, "csv")):
        with pytest.raises(QgsProcessingException, match="cannot be written"):
            processing.run("asm:importvisits", parameters)
    small_disk("rw")  # SQLite reads no file with a log on a disk that it cannot write
    assert content(disk) == before
    imported(to_atlas(resources, disk / "atlas.gpkg"))


def test_an_atlas_that_another_program_writes(plugin, resources, tmp_path):
    from qgis import processing

    atlas = tmp_path / "atlas.gpkg"
    imported(to_atlas(resources, atlas))
    before = content(tmp_path)
    with closing(sqlite3.connect(atlas, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 60000")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(QgsProcessingException, match=r"atlas.gpkg is locked by another program"):
            processing.run("asm:importvisits", to_atlas(resources, atlas))
        other.execute("ROLLBACK")
    assert content(tmp_path) == before


def test_readers_do_not_hinder(plugin, resources, tmp_path):
    """QGIS shows the atlas, and another program reads it in the way of a log (WAL)."""
    atlas = tmp_path / "atlas.gpkg"
    imported(to_atlas(resources, atlas))
    with closing(sqlite3.connect(atlas)) as other:
        other.execute("PRAGMA journal_mode = wal")
        rows = other.execute("SELECT pcode FROM sites")
        rows.fetchone()
        layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
        shown = layer.getFeatures()
        next(shown)
        imported(to_atlas(resources, atlas))
        rows.fetchall()
        shown.close()
    assert ogr.Open(str(atlas)).GetLayer("sites").GetFeatureCount() == 300


def test_edits_that_are_not_saved_are_not_overwritten(run, resources, tmp_path):
    atlas = tmp_path / "atlas.gpkg"
    imported(to_atlas(resources, atlas))
    sites_layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    QgsProject.instance().addMapLayer(sites_layer)
    sites_layer.startEditing()
    first = next(sites_layer.getFeatures())
    sites_layer.changeAttributeValue(first.id(), sites_layer.fields().lookupField("name"), "by hand")
    with pytest.raises(QgsProcessingException, match="edits of sites that are not saved"):
        run("asm:importvisits", **to_atlas(resources, atlas))
    assert sites_layer.commitChanges()
    assert next(sites_layer.getFeatures())["name"] == "by hand"
    run("asm:importvisits", **to_atlas(resources, atlas))


def test_the_folder_is_taken_away_meanwhile(resources, root, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    tell, until = tmp_path / "tell", tmp_path / "until"
    run = FaultyRun(
        root,
        tmp_path,
        "asm:importvisits",
        to_files(resources, out, "csv"),
        percent=90,
        tell=str(tell),
        until=str(until),
    )
    wait_for(tell.exists)
    shutil.rmtree(out)
    until.touch()
    answer = run.answer()
    assert "results" not in answer and "csv" in answer["sentence"], answer
    assert not out.exists()


def test_two_runs_at_one_atlas(resources, root, tmp_path):
    """Both write while the other does: the atlas holds the whole tables of one of them, and both are told."""
    atlas = tmp_path / "atlas.gpkg"
    tell, until = tmp_path / "tell", tmp_path / "until"
    parameters = to_atlas(resources, atlas)
    first = FaultyRun(
        root, tmp_path, "asm:importvisits", parameters, percent=90, tell=str(tell), until=str(until)
    )
    wait_for(tell.exists)
    second = FaultyRun(root, tmp_path, "asm:importvisits", parameters).answer()
    until.touch()
    assert second["results"]["N_SITES"] == first.answer()["results"]["N_SITES"] == "300"
    found = content(tmp_path)
    assert {name: len(rows) for (_, name), rows in ((k, v) for k, v in found.items() if len(k) == 2)} == {
        "sites": 300,
        "visits": 521,
        "actors": 276,
        "statuses": 80,
        "findings": 118,
    }


def test_the_source_is_replaced_meanwhile(resources, root, tmp_path):
    """Another program puts a shorter file in its place while the run is at its beginning: rows of one of the two."""
    out, source = tmp_path / "out", tmp_path / "visits.csv"
    out.mkdir()
    lines = (resources / "demo" / "visits.csv").read_bytes().splitlines(keepends=True)
    source.write_bytes(b"".join(lines))
    tell, until = tmp_path / "tell", tmp_path / "until"
    parameters = {**to_files(resources, out, "gpkg"), "INPUT": str(source)}
    run = FaultyRun(
        root, tmp_path, "asm:importvisits", parameters, percent=0.1, tell=str(tell), until=str(until)
    )
    wait_for(tell.exists)
    other = tmp_path / "other.csv"
    other.write_bytes(b"".join(lines[:200]))
    other.replace(source)
    until.touch()
    answer = run.answer()
    assert answer["results"]["N_ROWS"] in {"602", "199"}, answer
    assert ogr.Open(str(out / "sites.gpkg")).GetLayer(0).GetFeatureCount() == int(
        answer["results"]["N_SITES"]
    )


def test_two_series_in_one_folder(plugin, tmp_path):
    from asm_atlas.core.exceptions import SheetError
    from asm_atlas.processing.series_run import series_folder

    folder = tmp_path / "series"
    with series_folder(folder), pytest.raises(SheetError, match="Another run is printing into series; wait"):
        series_folder(folder).__enter__()
