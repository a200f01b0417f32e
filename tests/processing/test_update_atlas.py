"""asm:updateatlas run as an algorithm: a team's own atlas, and a newer import."""

import pytest
from asm_atlas.core.provenance import lineage, sources_of
from asm_atlas.processing.given_inputs import state_of
from asm_atlas.processing.layer_record import stated_record
from made_up_releases import (
    BORA,
    BORA_NOW,
    CIMA,
    NAMES,
    NEW,
    OLD,
    SINKS,
    dump,
    given_from,
    numbers,
    sinks_in,
    sql,
    told,
)
from osgeo import ogr
from qgis.core import QgsProcessingFeedback, QgsRectangle, QgsVectorLayer


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
    history = [line for line in metadata.history() if not line.startswith("20")]
    assert "visits_2022-05.csv" in history[0] and "visits_2023-05.csv" in history[1]
    assert history[2].startswith("Updated from visits_2022-05.csv to visits_2023-05.csv by ASM Atlas")
    assert history[2].endswith("1 added, 2 updated, 1 removed.")


def test_the_tables_say_that_they_were_updated_and_from_what(run, atlas, new):
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    for table in ("sites", "actors"):
        layer = QgsVectorLayer(f"{atlas}|layername={table}", table, "ogr")
        record = stated_record(layer).record
        made = record["steps"][record["step"]]
        assert (made["algorithm"], record["output"]) == ("asm:updateatlas", table)
        assert [step["algorithm"] for _, step in lineage(record)][1:] == ["asm:importvisits"] * 2
        given = {entry["parameter"]: entry for entry in made["inputs"]}
        assert given["ATLAS"]["step"] != given["SITES"]["step"]
        assert {entry["state"] for entry in made["inputs"]} <= {"unchanged", "copied"}
        assert state_of(layer, record) == "unchanged"
        assert len(sources_of(record)) == 2


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
        run("asm:importvisits", INPUT=str(data / "ipis" / file), **sinks_in(atlas))
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
