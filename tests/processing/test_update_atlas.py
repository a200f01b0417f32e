"""asm:updateatlas run as an algorithm: a team's own atlas, and a newer import."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

NAMES = ("sites", "visits", "actors", "statuses", "findings")
POINTS = ("sites", "visits", "findings")
HEADER = (
    "vid,source,project,pcode,name,visit_date,visit_onsite,longitude,latitude,province,workers_numb,"
    "mineral1,presence,interference,armed_group1,type_armed_group1,mercury"
)
OLD = (
    "1,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.5,Sud-Kivu,120,Or,1,0,FARDC,FARDC,",
    "2,IPIS,IPIS - Madini,codmine00002,Bora,2022-01-02,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "3,IPIS,IPIS - USAID,codmine00003,Cima,2022-01-02,1,28.7,-2.7,Sud-Kivu,7,Or,0,0,,Aucun,0",
)
# New row numbers; Amani moved and uses mercury, Bora is renamed and redated, Cima is gone, Dunia is new.
NEW = (
    "7,IPIS,IPIS - Madini,codmine00002,Bora II,2022-01-20,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "8,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.51,Sud-Kivu,120,Or,1,0,FARDC,FARDC,1",
    "9,IPIS,IPIS - Madini,codmine00004,Dunia,2023-01-02,1,28.8,-2.8,Sud-Kivu,5,Or,0,0,,Aucun,",
)
CIMA, BORA, BORA_NOW = (
    "codmine00003_20220102_ipis-usaid_1",
    "codmine00002_20220102_ipis-madini_1",
    "codmine00002_20220120_ipis-madini_1",
)
SINKS = dict.fromkeys(("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY", "OWN_VALUES"), "TEMPORARY_OUTPUT")


def import_rows(folder, rows, release):
    """A made-up release, imported into a GeoPackage."""
    from qgis import processing

    source, path = folder / f"visits_{release}.csv", folder / f"release_{release}.gpkg"
    source.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    sinks = {n.upper(): f"ogr:dbname='{path}' table=\"{n}\"{' (geom)' * (n in POINTS)}" for n in NAMES}
    processing.run("asm:importvisits", {"INPUT": str(source), **sinks})
    return path


@pytest.fixture(scope="module")
def releases(plugin, tmp_path_factory):
    """The older and the newer release, each in a GeoPackage."""
    folder = tmp_path_factory.mktemp("releases")
    return import_rows(folder, OLD, "2022-05"), import_rows(folder, NEW, "2023-05")


def given_from(path):
    """The tables of an import as parameters of the update."""
    return {name.upper(): f"{path}|layername={name}" for name in NAMES}


@pytest.fixture()
def imported(run, tmp_path):
    """Import rows of a made-up release; its tables as parameters."""
    return lambda rows, release: given_from(import_rows(tmp_path, rows, release))


@pytest.fixture()
def atlas(releases, tmp_path):
    """The older release in a GeoPackage of the user's own."""
    path = tmp_path / "my atlas é.gpkg"
    shutil.copy(releases[0], path)
    return path


@pytest.fixture()
def new(releases):
    return given_from(releases[1])


def sql(path, *statements):
    """Rows of the last statement; those of the user, who has functions for the spatial index too."""
    from asm_atlas.processing.atlas_points import register_functions

    with closing(sqlite3.connect(path)) as connection, connection:
        register_functions(connection)
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def dump(path):
    """Everything in the file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def numbers(result, table):
    return tuple(
        result[f"N_{table}_{outcome}"] for outcome in ("ADDED", "UPDATED", "UNCHANGED", "REMOVED", "KEPT")
    )


def told(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def test_the_newer_release_takes_the_place_of_the_older(run, atlas, new):
    result = run("asm:updateatlas", ATLAS=str(atlas), **new, **SINKS)
    assert {name: numbers(result, name.upper()) for name in NAMES} == {
        "sites": (1, 2, 0, 1, 0),
        "visits": (1, 2, 0, 1, 0),
        "actors": (0, 0, 1, 0, 0),
        "statuses": (0, 0, 0, 0, 0),
        "findings": (0, 0, len(sql(atlas, "SELECT 1 FROM findings")), 0, 0),
    }
    assert result["UPDATED"] == str(atlas)
    assert sql(atlas, "SELECT fid, pcode, name, latitude, mercury FROM sites ORDER BY fid") == [
        (1, "codmine00001", "Amani", -2.51, "yes"),
        (2, "codmine00002", "Bora II", -2.6, "yes"),
        (4, "codmine00004", "Dunia", -2.8, "unknown"),
    ]
    assert sql(atlas, "SELECT fid, visit_id, visit_date FROM visits WHERE pcode = 'codmine00002'") == [
        (2, BORA_NOW, "2022-01-20")
    ]
    assert sorted(set(told(result["SITE_CHANGES"], "pcode", "change"))) == [
        ("codmine00001", "answer_changed"),
        ("codmine00001", "moved"),
        ("codmine00002", "renamed"),
        ("codmine00003", "vanished"),
        ("codmine00004", "new"),
    ]
    assert ("visits", "redated", 1) in told(result["SUMMARY"], "of", "change", "n")
    assert result["VISIT_CHANGES"].featureCount() > 0 and result["OWN_VALUES"].featureCount() == 0


def test_the_rows_are_those_of_a_fresh_import(run, atlas, new, releases):
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    fresh = releases[1]
    for name in NAMES:
        columns = ", ".join(f'"{row[1]}"' for row in sql(fresh, f"PRAGMA table_info({name})")[1:])
        rows = [sorted(sql(path, f"SELECT {columns} FROM {name}"), key=repr) for path in (atlas, fresh)]
        assert rows[0] == rows[1], name


def test_the_same_release_again_changes_nothing(run, atlas, new):
    first = run("asm:updateatlas", ATLAS=str(atlas), **new, VANISHED="keep")
    before, bytes_before = dump(atlas), atlas.read_bytes()
    result = run("asm:updateatlas", ATLAS=str(atlas), **new, VANISHED="keep", **SINKS)
    assert {value for name, value in result.items() if name.endswith(("ADDED", "UPDATED", "REMOVED"))} == {
        0,
        str(atlas),
    }
    assert result["N_SITES_KEPT"] == first["N_SITES_KEPT"] == 1
    assert [result[name].featureCount() for name in SINKS] == [0, 0, 0, 0]
    assert (dump(atlas), atlas.read_bytes()) == (before, bytes_before)


def test_what_users_made_survives(run, atlas, new):
    own = (
        "ALTER TABLE sites ADD COLUMN note TEXT DEFAULT 'to check'",
        "ALTER TABLE sites ADD COLUMN photo BLOB",
        "UPDATE sites SET note = 'seen by ' || name, photo = x'00ff'",
        "ALTER TABLE visits ADD COLUMN checked BOOLEAN",
        "UPDATE visits SET checked = 1",
        "CREATE TABLE photos (id INTEGER PRIMARY KEY, visit_id TEXT, site TEXT, file TEXT)",
        f"INSERT INTO photos VALUES (1, '{BORA}', 'codmine00002', 'b.jpg'), (2, '{CIMA}', 'codmine00003', 'c.jpg')",
        "CREATE VIEW big_sites AS SELECT * FROM sites WHERE workers > 100",
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleQML TEXT)",
        "INSERT INTO layer_styles VALUES (1, 'sites', '<qgis/>')",
        "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)",
        "INSERT INTO qgis_projects VALUES ('ours', x'01', x'02')",
        "CREATE UNIQUE INDEX one_pcode ON sites (pcode)",
        "CREATE UNIQUE INDEX one_visit ON visits (visit_id)",
        "CREATE TABLE log (what TEXT)",
        "CREATE TRIGGER told AFTER UPDATE ON sites BEGIN INSERT INTO log VALUES (new.pcode); END",
    )
    sql(atlas, *own)
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    before = sql(atlas, schema)
    theirs = {
        name: sql(atlas, f"SELECT * FROM {name}") for name in ("photos", "layer_styles", "qgis_projects")
    }
    feedback = QgsProcessingFeedback(False)
    from qgis import processing

    result = processing.run("asm:updateatlas", {"ATLAS": str(atlas), **new, **SINKS}, feedback=feedback)
    assert sql(atlas, schema) == before
    assert theirs == {name: sql(atlas, f"SELECT * FROM {name}") for name in theirs}
    assert sql(atlas, "SELECT pcode, note, photo FROM sites ORDER BY fid") == [
        ("codmine00001", "seen by Amani", b"\x00\xff"),
        ("codmine00002", "seen by Bora", b"\x00\xff"),
        ("codmine00004", "to check", None),
    ]
    assert sql(atlas, "SELECT visit_id, checked FROM visits WHERE checked ORDER BY fid") == [
        ("codmine00001_20210304_ipis-madini_1", 1),
        (BORA_NOW, 1),
    ]
    assert sql(atlas, "SELECT what FROM log ORDER BY what") == [("codmine00001",), ("codmine00002",)]
    fields = ("table_name", "row_id", "field", "value", "key_new", "outcome")
    assert told(result["OWN_VALUES"], *fields) == [
        ("sites", 3, "note", "seen by Cima", None, "removed"),
        ("sites", 3, "photo", "2 bytes", None, "removed"),
        ("visits", 3, "checked", "1", None, "removed"),
        ("visits", 2, "checked", "1", BORA_NOW, "carried"),
        ("photos", 1, "visit_id", BORA, BORA_NOW, "key_changed"),
        ("photos", 2, "visit_id", CIMA, None, "key_gone"),
    ]
    assert "sites 3, removed: codmine00003, note = seen by Cima" in feedback.textLog()


def test_text_of_other_programs_is_no_hindrance(run, atlas, new):
    statements = (
        "ALTER TABLE sites ADD COLUMN note TEXT",
        "UPDATE sites SET note = CAST(x'63e974e9' AS TEXT)",
    )
    sql(atlas, *statements)
    result = run("asm:updateatlas", ATLAS=str(atlas), **new, OWN_VALUES="TEMPORARY_OUTPUT")
    assert told(result["OWN_VALUES"], "value") == [("c\ufffdt\ufffd",)]
    assert sql(atlas, "SELECT hex(note) FROM sites ORDER BY fid")[:2] == [("63E974E9",)] * 2


def test_kept_rows_are_marked_until_they_are_back(run, atlas, new, imported):
    result = run("asm:updateatlas", ATLAS=str(atlas), **new, VANISHED="keep")
    assert (numbers(result, "SITES"), numbers(result, "VISITS")) == ((1, 2, 0, 0, 1), (1, 2, 0, 0, 1))
    marks = "SELECT pcode, absent_from FROM {} WHERE absent_from IS NOT NULL"
    for name in ("sites", "visits"):
        assert sql(atlas, marks.format(name)) == [("codmine00003", "visits_2023-05.csv")]
    metadata = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr").metadata()
    assert [right[-7:] for right in metadata.rights()] == ["2023-05", "2022-05"]
    back = imported((*NEW, OLD[2]), "2024-05")
    result = run("asm:updateatlas", ATLAS=str(atlas), **back)
    assert numbers(result, "SITES") == (0, 1, 3, 0, 0)
    assert sql(atlas, marks.format("sites")) == []


def test_what_the_file_says_of_its_tables_is_right(run, atlas, new):
    sql(atlas, "UPDATE gpkg_contents SET last_change = '2001-01-01T00:00:00.000Z'")
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    assert layer.featureCount() == 3
    assert layer.extent() == QgsRectangle(28.5, -2.8, 28.8, -2.51)
    found = layer.getFeatures(QgsRectangle(28.79, -2.81, 28.81, -2.79))
    assert [row["pcode"] for row in found] == ["codmine00004"]
    assert list(layer.getFeatures(QgsRectangle(28.69, -2.71, 28.71, -2.69))) == []
    assert dict(sql(atlas, "SELECT table_name, feature_count FROM gpkg_ogr_contents"))["sites"] == 3
    assert sql(atlas, "SELECT last_change < '2002' FROM gpkg_contents WHERE table_name = 'sites'") == [(0,)]
    assert sql(atlas, "PRAGMA integrity_check") == [("ok",)]
    dataset = ogr.Open(str(atlas))
    assert dataset.GetLayer("visits").GetFeatureCount() == 3
    metadata = layer.metadata()
    assert metadata.parentIdentifier() == "visits_2023-05.csv"
    assert [right[-7:] for right in metadata.rights()] == ["2023-05"]
    history = metadata.history()
    assert "visits_2022-05.csv" in history[0] and "visits_2023-05.csv" in history[1]
    assert history[2].startswith("Updated from visits_2022-05.csv to visits_2023-05.csv by ASM Atlas")
    assert history[2].endswith("1 added, 2 updated, 1 removed.")


def test_a_spatial_index_without_its_triggers_is_filled_anew(run, atlas, new):
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_sites%'"
    sql(atlas, *(f'DROP TRIGGER "{name}"' for (name,) in sql(atlas, triggers)))
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    found = layer.getFeatures(QgsRectangle(28.79, -2.81, 28.81, -2.79))
    assert [row["pcode"] for row in found] == ["codmine00004"]


def test_an_atlas_of_an_older_version_gets_the_column(run, atlas, new):
    sql(atlas, "ALTER TABLE sites DROP COLUMN mercury", "ALTER TABLE visits DROP COLUMN mercury")
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert sql(atlas, "SELECT mercury FROM sites ORDER BY fid") == [("yes",), ("yes",), ("unknown",)]
    layer = QgsVectorLayer(f"{atlas}|layername=visits", "visits", "ogr")
    assert sorted(row["mercury"] for row in layer.getFeatures()) == ["unknown", "yes", "yes"]


def test_names_in_capitals_and_another_geometry_column(run, atlas, new, imported):
    atlas.unlink()
    for name, source in imported(OLD, "2022-05").items():
        copy_layer(QgsVectorLayer(source, name, "ogr"), atlas, name.capitalize())
    result = run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert numbers(result, "SITES") == (1, 2, 0, 1, 0)
    assert sql(atlas, "SELECT count(*) FROM Sites WHERE shape IS NOT NULL") == [(3,)]


def copy_layer(layer, path, name):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    options.layerOptions = ["GEOMETRY_NAME=shape", "FID=ogc_id"]
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error


@pytest.mark.parametrize(
    "statements, sentence",
    [
        pytest.param(["ALTER TABLE sites RENAME TO mines"], "has no table sites; choose", id="another name"),
        pytest.param(
            ["ALTER TABLE sites DROP COLUMN workers", "ALTER TABLE sites ADD COLUMN workers TEXT"],
            "the field workers as TEXT instead of INTEGER",
            id="another type",
        ),
        pytest.param(
            ["UPDATE gpkg_geometry_columns SET srs_id = -1 WHERE table_name = 'sites'"],
            "is in NONE:-1 instead of EPSG:4326",
            id="another CRS",
        ),
        pytest.param(
            ["UPDATE gpkg_geometry_columns SET geometry_type_name = 'MULTIPOINT'"],
            "holds MULTIPOINT instead of POINT",
            id="another geometry",
        ),
        pytest.param(
            ["DELETE FROM gpkg_geometry_columns WHERE table_name = 'visits'"],
            "has no geometry",
            id="no geometry",
        ),
        pytest.param(
            ["ALTER TABLE sites RENAME TO base", "CREATE VIEW sites AS SELECT * FROM base"],
            "is a view or not registered",
            id="a view",
        ),
        pytest.param(
            ["UPDATE sites SET workers = 'many' WHERE fid = 1"],
            "must hold whole numbers, not 'many'",
            id="text",
        ),
        pytest.param(
            ["INSERT INTO sites (name) VALUES ('mine')"],
            "1 rows of the sites of the atlas have no pcode",
            id="no pcode",
        ),
        pytest.param(
            [
                "ALTER TABLE sites ADD COLUMN code TEXT DEFAULT 'x'",
                "UPDATE sites SET code = substr('xyz', fid, 1)",
                "CREATE UNIQUE INDEX one_code ON sites (code)",
            ],
            "a rule of its tables refuses .*sites.code",
            id="own rule: unique",
        ),
        pytest.param(
            ["ALTER TABLE sites ADD COLUMN by TEXT NOT NULL DEFAULT 'x' CHECK (name != 'Dunia')"],
            "a rule of its tables refuses .*CHECK",
            id="own rule: check",
        ),
        pytest.param(
            [
                "CREATE UNIQUE INDEX one_pcode ON sites (pcode)",
                "CREATE TABLE photos (id INTEGER PRIMARY KEY, pcode TEXT REFERENCES sites (pcode))",
                "INSERT INTO photos VALUES (1, 'codmine00003')",
            ],
            "a table of yours names a site or visit that is gone; keep what has vanished",
            id="own rule: photos need their site",
        ),
        pytest.param(
            ["CREATE TRIGGER area AFTER UPDATE ON sites BEGIN SELECT ST_Area(new.geom); END"],
            "a trigger or view of yours needs what only QGIS knows .*ST_Area",
            id="own trigger that only QGIS can run",
        ),
        pytest.param(
            ["CREATE TRIGGER no AFTER DELETE ON sites BEGIN SELECT RAISE(ABORT, 'never'); END"],
            "refuses a row of the release .never",
            id="own trigger that forbids",
        ),
    ],
)
def test_what_cannot_be_updated_is_told_and_stays(run, atlas, new, statements, sentence):
    sql(atlas, *statements)
    before = dump(atlas)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert dump(atlas) == before


def test_keys_may_change_places_where_they_must_be_unique(run, atlas, imported):
    again = OLD[0].replace("1,IPIS", "{},IPIS").replace(",120,", ",{},")
    first = imported((*OLD[1:], again.format(1, 120), again.format(2, 9)), "2022-06")
    run("asm:updateatlas", ATLAS=str(atlas), **first)
    sql(
        atlas, "CREATE UNIQUE INDEX one_visit ON visits (visit_id)", "ALTER TABLE visits ADD COLUMN note TEXT"
    )
    sql(atlas, "UPDATE visits SET note = workers")
    second = imported((*OLD[1:], again.format(1, 9), again.format(2, 120)), "2022-07")
    run("asm:updateatlas", ATLAS=str(atlas), **second)
    assert sql(atlas, "SELECT count(*) FROM visits WHERE note != workers") == [(0,)]
    assert sql(atlas, "SELECT visit_id FROM visits WHERE workers = 9") == [
        ("codmine00001_20210304_ipis-madini_1",)
    ]


def test_every_table_that_the_atlas_has_must_be_given(run, atlas, new):
    given = {name: source for name, source in new.items() if name != "ACTORS"}
    with pytest.raises(QgsProcessingException, match=r"actors of the earlier release.*give ACTORS too"):
        run("asm:updateatlas", ATLAS=str(atlas), **given)
    del given["FINDINGS"]
    sql(atlas, "DELETE FROM findings")
    result = run("asm:updateatlas", ATLAS=str(atlas), **given, ACTORS=new["ACTORS"])
    assert result["N_SITES_ADDED"] == 1


def test_a_table_that_the_atlas_lacks_has_no_place(run, atlas, new):
    sql(atlas, "DROP TABLE actors", "DELETE FROM gpkg_contents WHERE table_name = 'actors'")
    with pytest.raises(QgsProcessingException, match="has no table actors; leave ACTORS out"):
        run("asm:updateatlas", ATLAS=str(atlas), **new)


def test_results_are_not_written_over_the_atlas(run, atlas, new):
    before = atlas.read_bytes()
    with pytest.raises(QgsProcessingException, match="SITE_CHANGES would be written into the atlas itself"):
        run("asm:updateatlas", ATLAS=str(atlas), **new, SITE_CHANGES=str(atlas))
    assert atlas.read_bytes() == before


@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(
            b"pcode,name\n" * 500, "is no GeoPackage; choose the file that holds your atlas", id="text"
        ),
        pytest.param(b"", "is no GeoPackage", id="empty"),
        pytest.param(b"SQLite format 3\0" + b"\1" * 5000, "is damaged|is no GeoPackage", id="damaged"),
        pytest.param(None, "is not there; check its path", id="no file"),
    ],
)
def test_a_file_that_is_no_atlas(run, new, tmp_path, content, sentence):
    path = tmp_path / "other.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:updateatlas", ATLAS=str(path), **new)
    assert content is None or path.read_bytes() == content


@contextmanager
def as_nobody():
    """Root may write anything; tests of permissions need somebody else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("mode_of_file, mode_of_folder", [(0o444, 0o777), (0o666, 0o555)])
def test_a_file_or_folder_without_permission(run, atlas, releases, mode_of_file, mode_of_folder):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        path, source = Path(folder) / "atlas.gpkg", Path(other) / "new.gpkg"
        shutil.copy(atlas, path)
        shutil.copy(releases[1], source)
        Path(other).chmod(0o755)
        new = given_from(source)
        path.chmod(mode_of_file)
        Path(folder).chmod(mode_of_folder)
        before = path.read_bytes()
        with as_nobody(), pytest.raises(QgsProcessingException, match=r"atlas.gpkg.* cannot be written; "):
            run("asm:updateatlas", ATLAS=str(path), **new)
        assert path.read_bytes() == before
        Path(folder).chmod(0o777)


@pytest.mark.parametrize("state", ["loaded", "reading", "editing"])
def test_an_atlas_that_qgis_has_open_is_updated(run, atlas, new, state):
    layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    name = layer.fields().lookupField("name")
    rows = layer.getFeatures() if state == "reading" else None
    assert rows is None or next(rows)["name"] == "Amani"
    if state == "editing":
        assert layer.startEditing() and layer.changeAttributeValue(1, name, "Amani 2")
        assert sql(atlas, "PRAGMA journal_mode") == [("wal",)]
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    del rows
    if state == "editing":
        assert layer.commitChanges()
    layer.reload()
    names = ["Amani 2" if state == "editing" else "Amani", "Bora II", "Dunia"]
    assert [row["name"] for row in layer.getFeatures()] == names
    del layer
    assert sql(atlas, "SELECT name FROM sites ORDER BY fid") == [(name,) for name in names]
    assert sql(atlas, "PRAGMA integrity_check") == [("ok",)]


def test_layers_of_the_open_project_show_and_state_the_new_release(run, atlas, new):
    layer = QgsVectorLayer(f"{atlas}|layername=sites|subset=latitude < -2.6", "sites", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.featureCount() == 1
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert [row["name"] for row in layer.getFeatures()] == ["Dunia"]
    assert layer.extent() == QgsRectangle(28.8, -2.8, 28.8, -2.8)
    assert layer.metadata().parentIdentifier() == "visits_2023-05.csv"


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_an_atlas_that_another_program_writes_is_locked(run, atlas, new, mode, monkeypatch):
    monkeypatch.setattr("asm_atlas.processing.atlas_file._WAIT_S", 0.1)
    sql(atlas, f"PRAGMA journal_mode = {mode}")
    before = dump(atlas)
    with closing(sqlite3.connect(atlas, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QgsProcessingException, match="is locked by another program; save your edits"):
            run("asm:updateatlas", ATLAS=str(atlas), **new)
        other.execute("ROLLBACK")
    assert dump(atlas) == before


@pytest.mark.parametrize("percent", [1, 35, 65, 70, 80])
def test_cancel_leaves_the_atlas_as_it_was(atlas, new, percent):
    class Cancelled(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress >= percent:
                self.cancel()

    before = dump(atlas)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:updateatlas")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _, done = algorithm.run({"ATLAS": str(atlas), **new}, context, Cancelled(False))
    assert not done
    assert dump(atlas) == before


def test_a_failure_half_way_leaves_the_atlas_as_it_was(run, atlas, new, monkeypatch):
    def fails(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("asm_atlas.processing.update_atlas.write_metadata", fails)
    before = dump(atlas)
    with pytest.raises(QgsProcessingException, match=r"was not changed: the disk is full .* make room"):
        run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert dump(atlas) == before


def test_results_computed_from_the_earlier_release_are_named(atlas, new):
    from qgis import processing

    sql(
        atlas,
        "CREATE TABLE scores (fid INTEGER PRIMARY KEY, pcode TEXT)",
        "INSERT INTO scores VALUES (1, 'codmine00003')",
    )
    feedback = QgsProcessingFeedback(False)
    processing.run("asm:updateatlas", {"ATLAS": str(atlas), **new}, feedback=feedback)
    assert "run these again: scores" in feedback.textLog()
    assert "key_gone" not in feedback.textLog()


@pytest.mark.real_data
def test_dr_congo_from_2024_to_2026(run, data, tmp_path):
    files = {}
    for age, file in (("old", "cod_mines_ipis_2024-02-29.csv"), ("new", "cod_mines_ipis_2026-05.csv")):
        atlas = files[age] = tmp_path / f"{age}.gpkg"
        sinks = {n.upper(): f"ogr:dbname='{atlas}' table=\"{n}\"{' (geom)' * (n in POINTS)}" for n in NAMES}
        run("asm:importvisits", INPUT=str(data / "ipis" / file), **sinks)
    atlas, new = files["old"], given_from(files["new"])
    sql(
        atlas,
        "ALTER TABLE sites ADD COLUMN note TEXT",
        "UPDATE sites SET note = 'site ' || pcode",
        "ALTER TABLE visits ADD COLUMN note TEXT",
        "UPDATE visits SET note = 'visit ' || visit_id",
        "CREATE TABLE photos (id INTEGER PRIMARY KEY, pcode TEXT, file TEXT)",
        "INSERT INTO photos SELECT fid, pcode, pcode || '.jpg' FROM sites",
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleQML TEXT)",
        "INSERT INTO layer_styles VALUES (1, 'sites', '<qgis/>')",
    )
    fids = dict(sql(atlas, "SELECT pcode, fid FROM sites"))
    photos = sql(atlas, "SELECT * FROM photos")
    result = run("asm:updateatlas", ATLAS=str(atlas), **new, **SINKS)

    assert numbers(result, "SITES") == (23, 1564, 1836, 9, 0)
    assert numbers(result, "VISITS") == (227, 3152, 2422, 19, 0)
    changes = {row[:2] for row in told(result["SITE_CHANGES"], "pcode", "change", "distance_m")}
    kinds = [change for _, change in changes]
    assert [kinds.count(kind) for kind in ("vanished", "new", "renamed", "moved")] == [9, 23, 25, 91]
    persisting = sql(atlas, "SELECT pcode, fid, note FROM sites WHERE note IS NOT NULL")
    assert len(persisting) == 3400
    assert all(fids[pcode] == fid and note == f"site {pcode}" for pcode, fid, note in persisting)
    assert sql(atlas, "SELECT count(*) FROM visits WHERE note IS NULL") == [(227,)]
    assert sql(atlas, "SELECT * FROM photos") == photos
    assert sql(atlas, "SELECT f_table_name FROM layer_styles") == [("sites",)]
    # Each note is where it was, or is told: 9 sites and 19 visits went, other visits have another key now.
    outcomes = told(result["OWN_VALUES"], "table_name", "outcome")
    renamed = sql(atlas, "SELECT count(*) FROM visits WHERE note != 'visit ' || visit_id")[0][0]
    assert {pair: outcomes.count(pair) for pair in set(outcomes)} == {
        ("sites", "removed"): 9,
        ("visits", "removed"): 19,
        ("visits", "carried"): renamed,
        ("photos", "key_gone"): 9,
    }
    assert renamed >= 32
    for name in NAMES:
        columns = ", ".join(f'"{row[1]}"' for row in sql(files["new"], f"PRAGMA table_info({name})")[1:])
        rows = [sorted(sql(path, f"SELECT {columns} FROM {name}"), key=repr) for path in files.values()]
        assert rows[0] == rows[1], name

    before = dump(atlas)
    again = run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert [
        sum(again[f"N_{n.upper()}_{what}"] for n in NAMES) for what in ("ADDED", "UPDATED", "REMOVED")
    ] == [0] * 3
    assert dump(atlas) == before
