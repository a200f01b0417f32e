"""asm:publicexport run as an algorithm: files, metadata, notes, and what must not be found in any of them."""

import json
import re
import sqlite3
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

SECRETS = ("Baraka", "codmine", "970 123 456", "informant", "hidden_source", "28.5123")


@pytest.fixture()
def sites_layer(qgis_new_project, tmp_path):
    """Sites with secrets in names, keys, fields, heights and metadata, in a file whose name tells too much."""
    path = tmp_path / "hidden_source_of_Baraka.gpkg"
    fields = (
        "field=pcode:string&field=name:string(0)&field=admin1:string(0)&field=admin2:string(0)&field=last_visit:date&"
        "field=n_visits:integer&field=workers:integer&field=presence:string(0)&field=longitude:double&"
        "field=latitude:double&field=informant:string(0)&field=is_gold:string(0)"
    )
    layer = QgsVectorLayer(f"PointZM?crs=EPSG:4326&{fields}", "sites", "memory")
    for n in range(20):
        x, y = 28.5123 + n * 1e-4, -1.5123 - n * 1e-4
        if n >= 12:
            x += n - 10
        feature = QgsFeature(layer.fields())
        feature.setAttributes(
            [
                f"codmine{n:05d}",
                f"Baraka {n}",
                "Nord-Kivu",
                "Masisi",
                "2021-03-04",
                n,
                60 + n,
                ("yes", "no", None)[n % 3],
            ]
            + [x, y, "+243 970 123 456", "yes"]
        )
        feature.setGeometry(QgsGeometry.fromWkt(f"PointZM({x} {y} 1234.5 77)"))
        layer.dataProvider().addFeature(feature)
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "Baraka_sites"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    stored = QgsVectorLayer(f"{path}|layername=Baraka_sites", "sites of Baraka", "ogr")
    metadata = QgsLayerMetadata()
    metadata.setTitle("Notes of Baraka")
    metadata.setAbstract("Told by Baraka")
    metadata.setParentIdentifier("hidden_source.csv")
    metadata.setLicenses(["ODC-BY 1.0"])
    metadata.setRights(["Contains data of IPIS"])
    metadata.setHistory([f"Imported from {path}"])
    stored.setMetadata(metadata)
    assert stored.featureCount() == 20
    return stored


@pytest.fixture()
def exported(run, sites_layer, tmp_path):
    """Run the export of the sites into files of a folder of its own; the results and the folder."""

    def export(suffix="gpkg", **parameters):
        out = tmp_path / "out"
        out.mkdir(exist_ok=True)
        files = {"OUTPUT": out / f"public.{suffix}", "NOTE": out / "note.html", "REPORT": out / "report.html"}
        given = {"INPUT": sites_layer, **{key: str(path) for key, path in files.items()}, **parameters}
        return run("asm:publicexport", **given), out

    return export


def wkt_of(geometry):
    """Text of a point; '' for none, which a file of OGR holds as an empty one."""
    return "" if geometry.isNull() or geometry.isEmpty() else geometry.asWkt(5)


def rows_of(results):
    layer = QgsVectorLayer(results["OUTPUT"], "public", "ogr")
    return [
        dict(zip(layer.fields().names(), row.attributes()), wkt=wkt_of(row.geometry()))
        for row in layer.getFeatures()
    ]


def test_rows_fields_and_points(exported):
    results, _ = exported()
    rows = rows_of(results)
    assert (results["N_IN"], results["N_OUT"], results["N_LEFT_OUT"]) == (20, 20, 0)
    assert list(rows[0]) == [
        *("fid", "site", "longitude", "latitude", "admin1", "admin2", "last_visit", "workers", "presence"),
        *("is_gold", "location_level", "sites_in_group", "wkt"),
    ]
    at_cell = [row for row in rows if row["location_level"] == "cell"]
    assert (len(at_cell), len(rows) - len(at_cell)) == (12, 8)
    assert {row["wkt"] for row in at_cell} == {"Point (28.5322 -1.49246)"}
    assert {(row["longitude"], row["latitude"]) for row in at_cell} == {(28.5322017, -1.4924623)}
    assert {row["wkt"] for row in rows if row["location_level"] == "admin2"} == {""}
    assert {(row["workers"], row["last_visit"]) for row in rows} == {("50–499", "2021")}
    assert [row["presence"] for row in rows].count(NULL) == 6
    assert {row["longitude"] for row in rows if row["location_level"] == "admin2"} == {NULL}


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "csv", "shp", "kml"])
def test_no_file_that_is_given_away_holds_a_secret(exported, suffix):
    results, out = exported(suffix)
    results["REPORT"], Path(results["REPORT"]).unlink()
    Path(results["REPORT_JSON"]).unlink()
    found = {
        (path.name, secret)
        for path in out.rglob("*")
        for secret in SECRETS
        if secret.encode() in path.read_bytes() or secret.encode("utf-16-le") in path.read_bytes()
    }
    assert found == set()


def test_the_geopackage_has_no_free_pages_and_is_alone(exported):
    results, out = exported()
    with sqlite3.connect(results["OUTPUT"]) as database:
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")] == ["public"]
    assert {path.name for path in out.iterdir() if not path.name.startswith("public.gpkg-")} == {
        *("public.gpkg", "note.html", "note.json", "report.html", "report.json")
    }


def test_an_older_file_is_replaced_whole(exported, sites_layer, tmp_path):
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "public.gpkg"
    target.write_bytes(Path(sites_layer.source().split("|")[0]).read_bytes())
    results, _ = exported()
    assert b"Baraka" not in Path(results["OUTPUT"]).read_bytes()


def test_the_metadata_say_what_was_done_and_not_from_where(exported):
    results, _ = exported()
    metadata = QgsVectorLayer(results["OUTPUT"], "public", "ogr").metadata()
    assert (metadata.licenses(), metadata.rights()) == (["ODC-BY 1.0"], ["Contains data of IPIS"])
    told = " ".join([metadata.title(), metadata.abstract(), metadata.parentIdentifier(), *metadata.history()])
    assert "list sites 1.0" in told and "grid 10000 metres, groups of at least 5 sites" in told
    assert not [secret for secret in (*SECRETS, "gpkg", "/") if secret in told]


def test_the_report_adds_up_and_the_note_is_for_readers(exported):
    results, _ = exported(SMALL_GROUPS="drop")
    report = json.loads(Path(results["REPORT_JSON"]).read_text("utf-8"))
    assert report["rows_in"] == report["rows_out"] + sum(report["rows_left_out"].values()) == 20
    assert {row["field"]: row["why"] for row in report["fields"]}["informant"] == "not_listed"
    assert sum(group["rows"] for group in report["groups"]) == 20
    page = Path(results["REPORT"]).read_text("utf-8")
    assert "INTERNAL" in page and "informant" in page
    note = Path(results["NOTE"]).read_text("utf-8")
    assert (
        "INTERNAL" not in note
        and "cells of at least 10000 metres" in note
        and "Contains data of IPIS" in note
    )


def test_markup_in_the_data_is_escaped_in_the_report(run, qgis_new_project, tmp_path):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=pcode:string&field=admin1:string(0)&field=<b>:string", "x", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["a", "<script>alert(1)</script>", "x"])
    feature.setGeometry(QgsGeometry.fromWkt("Point(28 -2)"))
    layer.dataProvider().addFeature(feature)
    results = run(
        "asm:publicexport",
        INPUT=layer,
        LIST="sites",
        K=1,
        OUTPUT="TEMPORARY_OUTPUT",
        REPORT=str(tmp_path / "report.html"),
    )
    page = Path(results["REPORT"]).read_text("utf-8")
    assert "<script" not in page and "&lt;script&gt;" in page and "&lt;b&gt;" in page
    assert results["OUTPUT"].featureCount() == 1


class Log(QgsProcessingFeedback):
    """Keeps the warnings."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


def own_list(folder, **changes):
    document = {
        "schema": "asm-atlas/public/1",
        "id": "own",
        "version": "1",
        "provenance": "A test.",
        "label": {"en": "Own", "fr": "La nôtre"},
        "extends": ["sites"],
        "reasons": {"asked": {"en": "asked for", "fr": "demandé"}},
        "rules": [{"fields": ["informant"], "do": "pass", "why": "asked"}],
        **changes,
    }
    path = folder / "own.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def test_direct_identifiers_that_a_list_lets_through_are_warned_of(plugin, sites_layer, tmp_path):
    from qgis import processing

    log = Log()
    given = {
        "INPUT": sites_layer,
        "LIST_FILE": own_list(tmp_path),
        "OUTPUT": "TEMPORARY_OUTPUT",
        "KEY": "keep",
        "K": 1,
    }
    result = processing.run("asm:publicexport", given, feedback=log)
    assert "informant" in result["OUTPUT"].fields().names()
    assert [text for text in log.warnings if "informant may hold direct identifiers (phone 20)" in text]
    assert [text for text in log.warnings if "keys of sites are kept" in text]
    assert [text for text in log.warnings if "With K at 1" in text]


@pytest.mark.parametrize(
    "parameters, sentence",
    [
        pytest.param({"K": 0}, "K must be at least 1, not 0", id="k"),
        pytest.param({"GRID": 0}, "GRID must be greater than 0", id="grid of nothing"),
        pytest.param(
            {"GRID": -10, "GRID_UNIT": "degrees"}, "GRID must be greater than 0 and at most 10", id="grid"
        ),
        pytest.param({"LIST": "everything"}, "LIST; choose one of auto, sites", id="no such list"),
        pytest.param({"GROUP_FIELDS": ["name"]}, "does not pass 'name'", id="group that is not published"),
        pytest.param(
            {"OUTPUT": "ogr:dbname='{out}/a.gpkg' table=\"t\" (geom)"}, "file of its own", id="table"
        ),
    ],
)
def test_nonsense_is_refused_in_a_sentence(exported, tmp_path, parameters, sentence):
    parameters = {k: v.format(out=tmp_path) if isinstance(v, str) else v for k, v in parameters.items()}
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        exported(**parameters)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    "names, key",
    [
        pytest.param({"NOTE": "a.html", "REPORT": "a.json"}, "REPORT", id="report over the note"),
        pytest.param({"OUTPUT": "a.json", "NOTE": "a.html"}, "NOTE", id="note over the table"),
    ],
)
def test_no_page_replaces_another_output(exported, tmp_path, names, key):
    files = {name: str(tmp_path / "out" / file) for name, file in names.items()}
    with pytest.raises(QgsProcessingException, match=f"{key} and the JSON beside it would replace another"):
        exported(**files)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    "kind, wkt, moved",
    [
        pytest.param("Polygon", "POLYGON ((28 -2, 28.001 -2, 28.001 -2.001, 28 -2))", True, id="polygon"),
        pytest.param("MultiPoint", "MULTIPOINT ((28 -2), (28.001 -2))", True, id="points"),
        pytest.param("LineString", "LINESTRING (28 -2, 28.001 -2)", True, id="line"),
        pytest.param("Point", "POINT EMPTY", False, id="empty point"),
        pytest.param("Point", None, False, id="none"),
    ],
)
def test_geometries_of_all_kinds_become_points(run, qgis_new_project, kind, wkt, moved):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=pcode:string&field=admin1:string", "x", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["a", "P"])
    if wkt:
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    (row,) = run("asm:publicexport", INPUT=layer, LIST="sites", K=1, OUTPUT="TEMPORARY_OUTPUT")[
        "OUTPUT"
    ].getFeatures()
    assert row["location_level"] == ("cell" if moved else "no_location")
    assert (wkt_of(row.geometry()) != "") == moved


def test_a_list_of_ones_own_with_a_fault_is_named_with_its_path(exported, tmp_path):
    path = own_list(tmp_path, rules=[{"fields": ["latitude"], "do": "pass", "why": "asked"}])
    with pytest.raises(QgsProcessingException, match=r"own.json: 'rules.0.fields.0' names coordinates"):
        exported(LIST_FILE=path)


def test_another_crs_gives_the_same_cells(run, exported, sites_layer):
    plain, _ = exported()
    projected = run(
        "native:reprojectlayer", INPUT=sites_layer, TARGET_CRS="EPSG:32735", OUTPUT="TEMPORARY_OUTPUT"
    )
    again = run("asm:publicexport", INPUT=projected["OUTPUT"], OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    cells = sorted(wkt_of(row.geometry()) for row in again.getFeatures())
    assert cells == sorted(row["wkt"] for row in rows_of(plain))


def test_a_table_without_geometries_uses_its_coordinates(run, sites_layer, exported, tmp_path):
    plain, _ = exported()
    table = run("native:dropgeometries", INPUT=sites_layer, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    again = run("asm:publicexport", INPUT=table, OUTPUT=str(tmp_path / "again.gpkg"))
    assert rows_of(again) == rows_of(plain)


def test_selected_features_and_an_empty_layer(run, sites_layer):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    sites_layer.selectByExpression("n_visits < 6")
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(sites_layer)
    some = QgsProcessingFeatureSourceDefinition(sites_layer.id(), True)
    result = run("asm:publicexport", INPUT=some, OUTPUT="TEMPORARY_OUTPUT")
    assert (result["N_IN"], result["N_OUT"]) == (6, 6)
    sites_layer.selectByExpression("n_visits < 0")
    result = run("asm:publicexport", INPUT=some, OUTPUT="TEMPORARY_OUTPUT")
    assert (result["N_IN"], result["N_OUT"]) == (0, 0)


@pytest.mark.real_data
def test_the_release_of_may_2026(run, release_tables, tmp_path):
    given = {"INPUT": release_tables["SITES"], "REPORT": str(tmp_path / "report.html")}
    merged = run("asm:publicexport", **given, OUTPUT=str(tmp_path / "merged.gpkg"))
    assert (merged["N_IN"], merged["N_OUT"]) == (3423, 3423)
    frame = pd.DataFrame(rows_of(merged)).replace({NULL: None})
    assert frame["sites_in_group"].min() >= 5
    assert frame["location_level"].value_counts().to_dict() == {"cell": 1924, "admin2": 1434, "admin1": 65}
    kivu = frame[frame["admin1"] == "Nord-Kivu"].groupby(["admin2", "location_level"]).size().to_dict()
    assert kivu == {
        ("Beni", "admin2"): 28,
        ("Beni", "cell"): 39,
        ("Lubero", "admin2"): 109,
        ("Lubero", "cell"): 145,
        ("Masisi", "admin2"): 37,
        ("Masisi", "cell"): 80,
        ("Walikale", "admin2"): 108,
        ("Walikale", "cell"): 233,
        ("withheld", "admin1"): 8,
    }
    dropped = run("asm:publicexport", **given, SMALL_GROUPS="drop", OUTPUT=str(tmp_path / "dropped.gpkg"))
    assert (dropped["N_OUT"], dropped["N_LEFT_OUT"]) == (1963, 1460)
    report = json.loads(Path(dropped["REPORT_JSON"]).read_text("utf-8"))
    assert report["rows_left_out"] == {"too_few": 1455, "hides_others": 5}


@pytest.mark.real_data
def test_real_places_and_names_are_not_in_the_files(run, release_tables, tmp_path):
    """Joined by key, name and coordinate with its own source, the output gives nothing back."""
    source = pd.DataFrame(
        [row.attributes() for row in QgsVectorLayer(release_tables["SITES"], "s", "ogr").getFeatures()],
        columns=QgsVectorLayer(release_tables["SITES"], "s", "ogr").fields().names(),
    )
    result = run("asm:publicexport", INPUT=release_tables["SITES"], OUTPUT=str(tmp_path / "public.gpkg"))
    held = Path(result["OUTPUT"]).read_bytes()
    assert not [key for key in source["pcode"] if key.encode() in held]
    public = pd.DataFrame(
        {key: None if value == NULL else value for key, value in row.items()} for row in rows_of(result)
    )
    for axis in ("longitude", "latitude"):
        exact = set(source[axis].astype(float).round(6))
        assert not exact & set(public[axis].dropna().astype(float).round(6))
    # Sorted as the source is, row by row: no better than chance within a territory.
    by_order = source.sort_values("pcode").reset_index(drop=True)
    near = (by_order["longitude"].astype(float) - public["longitude"].astype(float)).abs() < 0.05
    assert near.mean() < 0.1


@pytest.mark.real_data
def test_scores_and_visits_of_the_release(run, release_tables, scored_release):
    for table, n in ((scored_release, 3423), (release_tables["VISITS"], 5801)):
        result = run("asm:publicexport", INPUT=table, OUTPUT="TEMPORARY_OUTPUT")
        assert (result["N_IN"], result["N_OUT"]) == (n, n)
        names = set(result["OUTPUT"].fields().names())
        assert not names & {
            "pcode",
            "name",
            "visit_id",
            "comment",
            "security_reasons",
            "security_score",
            "actors",
        }
