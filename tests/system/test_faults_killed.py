"""Runs that are killed while they write: what was there stays whole, and the next run tidies up (docs/faults.md)."""

import signal
import sqlite3
from contextlib import closing

import pytest
from faulty_runs import FaultyRun
from qgis.core import QgsProject

pytestmark = pytest.mark.subprocess

NAMES = ("sites", "visits", "actors", "statuses", "findings")


def table(path, name):
    geometry = "" if name in ("actors", "statuses") else " (geom)"
    return f"ogr:dbname='{path}' table=\"{name}\"{geometry}"


@pytest.fixture(scope="module")
def made(plugin, resources, tmp_path_factory):
    """A folder with an atlas of all tables but scores, and the scores in a file of their own."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("made")
    atlas = folder / "atlas.gpkg"
    visits = resources / "demo" / "visits.csv"
    processing.run("asm:importvisits", {"INPUT": str(visits), **{n.upper(): table(atlas, n) for n in NAMES}})
    tables = {name.upper(): f"{atlas}|layername={name}" for name in NAMES if name != "findings"}
    processing.run("asm:scorecard", {**tables, "SCORES": table(atlas, "scores")})
    QgsProject.instance().clear()
    return folder


@pytest.fixture()
def out(made, tmp_path):
    """A folder with a copy of the atlas, at rest."""
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "atlas.gpkg"
    with closing(sqlite3.connect(made / "atlas.gpkg")) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = delete")
    return folder


def given(kind, out, resources):
    """Parameters of a run that replaces what is there: the algorithm, and when it writes (percent)."""
    demo, atlas = resources / "demo", out / "atlas.gpkg"
    if kind in ("import", "import to files"):
        outputs = {
            name.upper(): table(atlas, name) if kind == "import" else str(out / f"{name}.gpkg")
            for name in NAMES
        }
        return "asm:importvisits", {"INPUT": str(demo / "visits.csv"), **outputs}, 90
    tables = {name.upper(): f"{atlas}|layername={name}" for name in NAMES if name != "findings"}
    if kind == "scorecard":
        return "asm:scorecard", {**tables, "SCORES": table(atlas, "scores")}, 92
    if kind == "areas":
        areas = {"INPUT": str(demo / "protected_areas.geojson"), "OUTPUT": str(out / "areas.shp")}
        return "asm:prepareprotectedareas", areas, 85
    if kind == "project":
        layers = {"PROVINCES": str(demo / "provinces.geojson"), "LAKES": str(demo / "lakes.geojson")}
        return "asm:buildproject", {"ATLAS": str(atlas), **layers, "PROJECT": str(out / "atlas.qgz")}, 50
    sheet = {
        "SITES": f"{atlas}|layername=sites",
        "PROVINCES": str(demo / "provinces.geojson"),
        "PAPER": "A4",
        "PDF": str(out / "sheet.pdf"),
    }
    return "asm:printsheet", sheet, 50


def state(out):
    """What lies in a folder: rows of databases, bytes of other files; not what a killed run left apart."""
    found = {}
    for path in sorted(out.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix == ".gpkg":
            with closing(sqlite3.connect(path)) as connection:  # undoes what was half done
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                tables = connection.execute("SELECT table_name FROM gpkg_contents ORDER BY 1").fetchall()
                for (name,) in tables:
                    found[path.name, name] = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        elif not path.name.endswith(("-journal", "-wal", "-shm")):
            found[path.name] = path.read_bytes()
    return found


@pytest.mark.parametrize(
    "kind, how",
    [
        ("import", signal.SIGKILL),
        ("import to files", signal.SIGTERM),
        ("scorecard", signal.SIGKILL),
        ("areas", signal.SIGTERM),
        ("project", signal.SIGKILL),
        ("sheet", signal.SIGKILL),
    ],
)
def test_what_was_there_stays(made, out, root, resources, tmp_path, kind, how):
    from qgis import processing

    algorithm, parameters, percent = given(kind, out, resources)
    if kind != "import" and kind != "scorecard":
        processing.run(algorithm, parameters)
        QgsProject.instance().clear()
    before = state(out)
    run = FaultyRun(root, tmp_path, algorithm, parameters, percent=percent, signal=how)
    assert run.answer() == {"killed": how.name}
    after = state(out)
    if kind == "project":  # its copies of layers are put in place as one, before the project is
        assert {key: len(rows) for key, rows in after.items()} == {
            key: len(rows) for key, rows in before.items()
        }
    else:
        assert after == before
    left = [path.name for path in out.iterdir() if path.name.startswith(".")]
    assert (left == []) == (kind == "project")
    processing.run(algorithm, parameters)
    QgsProject.instance().clear()
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
    assert set(state(out)) == set(before)


def test_a_killed_first_run_leaves_no_half_file(root, resources, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    algorithm, parameters, percent = given("import", out, resources)
    run = FaultyRun(root, tmp_path, algorithm, parameters, percent=percent, signal=signal.SIGKILL)
    assert run.answer() == {"killed": "SIGKILL"}
    assert state(out) == {}
