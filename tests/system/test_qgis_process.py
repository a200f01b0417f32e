"""Each algorithm once through qgis_process, as the people do who run the steps in batch."""

import json
import subprocess
from pathlib import Path

import pytest
from qgis.core import NULL, QgsVectorLayer

pytestmark = pytest.mark.subprocess

ALGORITHMS = (
    "importvisits",
    "comparereleases",
    "updateatlas",
    "titleoverlap",
    "scorecard",
    "summarisescores",
    "compareindicators",
    "publicexport",
    "explainscore",
    "nextsteps",
    "scoresensitivity",
    "localmoran",
    "localgeary",
    "hotspots",
    "colocation",
    "prepareprotectedareas",
    "protectedareaoverlap",
    "areabands",
    "buildproject",
    "printsheet",
    "printseries",
)


@pytest.fixture(scope="module")
def qgis(main_job, tmp_path_factory):
    """qgis_process with the plugin enabled in a profile of its own."""
    process = main_job.QgisProcess(tmp_path_factory.mktemp("qgis"))
    process.prepare()
    return process


def test_a_table_of_ones_own_goes_through_with_its_profile(qgis, tmp_path):
    table, profile, sites = tmp_path / "mines.csv", tmp_path / "team.json", tmp_path / "sites.gpkg"
    table.write_text("Mine;Est;Nord;Creuseurs\nKalimbi;678532;9773812;2,5\n", encoding="utf-8")
    document = {
        "schema": "asm-atlas/profile/1",
        "id": "team",
        "version": "1",
        "columns": {"name": "Mine", "longitude": "Est", "latitude": "Nord", "workers": "Creuseurs"},
        "site_key_from": ["name"],
        "units": {"workers": "dozens"},
        "coordinates": {"crs": "EPSG:32735"},
    }
    profile.write_text(json.dumps(document), encoding="utf-8")
    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("VISITS", "FINDINGS")}
    qgis.run("asm:importvisits", INPUT=table, PROFILE_FILE=profile, SITES=sites, **outputs)
    site = next(QgsVectorLayer(str(sites), "sites", "ogr").getFeatures())
    assert (site["pcode"], site["workers"], round(site["longitude"], 4)) == ("kalimbi", 30, 28.6052)


@pytest.fixture(scope="module")
def chain(qgis, main_job, resources, tmp_path_factory):
    """The results of the algorithms, each run on the outputs of those before it."""
    out, areas = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("areas")
    atlas, demo = out / "atlas.gpkg", resources / "demo"
    tables = {name: f"{atlas}|layername={name}" for name in ("sites", "visits", "actors", "statuses")}
    results = {"atlas": atlas}
    results["importvisits"] = qgis.run(
        "asm:importvisits",
        INPUT=demo / "visits.csv",
        SITES=main_job.table(atlas, "sites"),
        VISITS=main_job.table(atlas, "visits"),
        ACTORS=main_job.table(atlas, "actors", False),
        STATUSES=main_job.table(atlas, "statuses", False),
        FINDINGS=main_job.table(atlas, "findings"),
    )
    results["comparereleases"] = qgis.run(
        "asm:comparereleases",
        **{f"{age}_{name.upper()}": tables[name] for age in ("OLD", "NEW") for name in ("sites", "visits")},
        SITE_CHANGES=out / "site_changes.gpkg",
        VISIT_CHANGES=out / "visit_changes.gpkg",
        SUMMARY=out / "summary.gpkg",
    )
    results["updateatlas"] = qgis.run(
        "asm:updateatlas",
        ATLAS=atlas,
        FINDINGS=f"{atlas}|layername=findings",
        **{name.upper(): table for name, table in tables.items()},
    )
    results["scorecard"] = qgis.run(
        "asm:scorecard",
        **{name.upper(): table for name, table in tables.items()},
        AS_OF="2024-12-31",
        SCORES=main_job.table(atlas, "scores"),
    )
    scores = f"{atlas}|layername=scores"
    results["summarisescores"] = qgis.run(
        "asm:summarisescores",
        SCORES=scores,
        SITES=tables["sites"],
        GROUP_BY="polygons",
        POLYGONS=demo / "provinces.geojson",
        GROUPS=main_job.table(atlas, "groups", False),
        SUMMARY=main_job.table(atlas, "summary", False),
        AREAS=main_job.table(atlas, "group_areas"),
    )
    results["compareindicators"] = qgis.run(
        "asm:compareindicators",
        SCORES=scores,
        X="security",
        Y="formalisation",
        COMPARISON=main_job.table(atlas, "comparison"),
        COUNTS=main_job.table(atlas, "comparison_counts", False),
    )
    results["publicexport"] = qgis.run(
        "asm:publicexport",
        INPUT=tables["sites"],
        GRID=30000,
        K=3,
        OUTPUT=out / "public.gpkg",
        NOTE=out / "public_note.html",
        REPORT=out / "public_report.html",
    )
    some = {"NEIGHBOURS": "knn", "K": 6, "PERMUTATIONS": 999, "SEED": 1}
    results["localmoran"] = qgis.run(
        "asm:localmoran",
        INPUT=scores,
        FIELD="security_level",
        **some,
        OUTPUT=main_job.table(atlas, "clusters"),
        SUMMARY=main_job.table(atlas, "cluster_summary", False),
        SCATTER=out / "scatter.png",
    )
    results["localgeary"] = qgis.run(
        "asm:localgeary",
        INPUT=scores,
        FIELDS="security_level;access_level",
        **some,
        OUTPUT=out / "geary.gpkg",
    )
    results["hotspots"] = qgis.run(
        "asm:hotspots", INPUT=scores, FIELD="security_score", **some, OUTPUT=out / "hotspots.gpkg"
    )
    results["colocation"] = qgis.run(
        "asm:colocation", INPUT=tables["sites"], FIELDS="presence", **some, OUTPUT=out / "joins.gpkg"
    )
    results["explainscore"] = qgis.run(
        "asm:explainscore",
        SCORES=scores,
        PCODE="codmine90001",
        HTML=out / "why.html",
    )
    results["prepareprotectedareas"] = qgis.run(
        "asm:prepareprotectedareas",
        INPUT=demo / "protected_areas.geojson",
        OUTPUT=areas / "prepared.gpkg",
        DROPPED=areas / "dropped.gpkg",
    )
    results["nextsteps"] = qgis.run(
        "asm:nextsteps",
        SCORES=scores,
        DAY="2024-12-31",
        STEPS=main_job.table(atlas, "next_steps", False),
        SITE_STEPS=main_job.table(atlas, "site_steps"),
    )
    results["scoresensitivity"] = qgis.run(
        "asm:scoresensitivity",
        SCORES=scores,
        N_DRAWS=200,
        SENSITIVITY=main_job.table(atlas, "sensitivity"),
    )
    results["protectedareaoverlap"] = qgis.run(
        "asm:protectedareaoverlap",
        SITES=tables["sites"],
        AREAS=areas / "prepared.gpkg",
        OUTPUT=main_job.table(atlas, "sites_areas"),
        SUMMARY=main_job.table(atlas, "areas"),
    )
    results["areabands"] = qgis.run(
        "asm:areabands", INPUT=areas / "prepared.gpkg", OUTPUT=main_job.table(atlas, "area_bands")
    )
    results["buildproject"] = qgis.run(
        "asm:buildproject", ATLAS=atlas, PROVINCES=demo / "provinces.geojson", PROJECT=out / "atlas.qgz"
    )
    results["printsheet"] = qgis.run(
        "asm:printsheet",
        SITES=tables["sites"],
        PROVINCES=demo / "provinces.geojson",
        AREA="Ngalara",
        PAPER="A3",
        LANGUAGE="fr",
        PDF=out / "sheet.pdf",
    )
    results["printseries"] = qgis.run(
        "asm:printseries",
        SITES=tables["sites"],
        PROVINCES=demo / "provinces.geojson",
        NAMES="Ngalara",
        PAPERS="A4",
        LANGUAGES="en,fr",
        FILES="pdf,png,package",
        PRESET="screen",
        FOLDER=areas / "series",
    )
    return results


def layer_of(chain, name):
    layer = QgsVectorLayer(f"{chain['atlas']}|layername={name}", name, "ogr")
    assert layer.isValid()
    return layer


def test_import(chain):
    result = chain["importvisits"]
    assert result["N_ROWS"] == result["N_VISITS"] + result["N_STATUSES"] + result["N_REJECTED"] > 500
    for name in ("sites", "visits", "actors", "statuses", "findings"):
        assert layer_of(chain, name).featureCount() > 0, name
    assert layer_of(chain, "sites").featureCount() == result["N_SITES"] == 300


def test_a_release_compared_with_itself(chain):
    result = chain["comparereleases"]
    assert {value for name, value in result.items() if name.startswith("N_")} == {0}
    for name in ("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY"):
        layer = QgsVectorLayer(result[name], name, "ogr")
        assert layer.isValid() and layer.featureCount() == 0


def test_an_atlas_updated_from_itself(chain):
    result = chain["updateatlas"]
    told = ("ADDED", "UPDATED", "REMOVED", "KEPT")
    assert {value for name, value in result.items() if name.startswith("N_") and name.endswith(told)} == {0}
    assert result["N_SITES_UNCHANGED"] == 300


def test_scorecard(chain):
    layer = layer_of(chain, "scores")
    states = [row["state"] for row in layer.getFeatures()]
    result = chain["scorecard"]
    assert (result["N_SITES"], result["N_SCORED"]) == (len(states), states.count("scored"))
    assert {row["as_of"] for row in layer.getFeatures()} == {"2024-12-31"}


def test_key_figures(chain):
    result = chain["summarisescores"]
    total = [row for row in layer_of(chain, "groups").getFeatures() if row["group_kind"] == "total"]
    assert result["N_SITES"] == total[0]["sites"] == chain["scorecard"]["N_SITES"]
    assert total[0]["scored"] == chain["scorecard"]["N_SCORED"]
    assert layer_of(chain, "group_areas").featureCount() == 3


def test_indicators_compared(chain):
    result = chain["compareindicators"]
    counts = {row["kind"]: row["sites"] for row in layer_of(chain, "comparison_counts").getFeatures()}
    assert (counts["compared"], counts["total"]) == (result["N_COMPARED"], result["N_SITES"])
    assert layer_of(chain, "comparison").featureCount() == result["N_SITES"] == chain["scorecard"]["N_SITES"]


def test_public_export(chain):
    result = chain["publicexport"]
    layer = QgsVectorLayer(result["OUTPUT"], "public", "ogr")
    assert layer.featureCount() == result["N_OUT"] == result["N_IN"] - result["N_LEFT_OUT"]
    assert result["N_IN"] == chain["scorecard"]["N_SITES"]
    assert min(row["sites_in_group"] for row in layer.getFeatures()) >= 3
    assert not {"pcode", "name", "village"} & set(layer.fields().names())
    note = json.loads(Path(result["NOTE_JSON"]).read_text("utf-8"))
    assert (note["k"], note["list"]["id"], note["rows"]) == (3, "sites", result["N_OUT"])


def test_clusters(chain):
    result, n = chain["localmoran"], chain["scorecard"]["N_SITES"]
    rows = list(layer_of(chain, "clusters").getFeatures())
    known = [
        row
        for row in rows
        if row.hasGeometry() and row["state"] == "scored" and row["security_level"] not in (NULL, 0)
    ]
    assert len(rows) == result["N_SITES"] == n and result["N_USED"] == len(known)
    assert {row["lisa_cluster"] == 5 for row in known} == {False}
    assert result["N_SIGNIFICANT"] == sum(row["lisa_cluster"] in (1, 2, 3, 4) for row in rows)
    counts = [
        row["sites"] for row in layer_of(chain, "cluster_summary").getFeatures() if row["kind"] == "class"
    ]
    assert sum(counts) == n and Path(result["SCATTER"]).stat().st_size > 10_000
    for name in ("localgeary", "hotspots", "colocation"):
        layer = QgsVectorLayer(chain[name]["OUTPUT"], name, "ogr")
        assert layer.featureCount() == chain[name]["N_USED"] + chain[name]["N_LEFT_OUT"] == n, name
        assert '"seed": 1' in layer.metadata().keywords("asm_atlas:clusters")[0], name


def test_explanation(chain):
    result = chain["explainscore"]
    assert "Site: codmine90001" in result["SAID"]
    assert "<table>" in Path(result["HTML"]).read_text("utf-8")


def test_prepared_areas(chain):
    found = chain["prepareprotectedareas"]
    assert (found["N_GIVEN"], found["N_AREAS"], found["N_LEFT_OUT"]) == (8, 7, 1)
    dropped = QgsVectorLayer(found["DROPPED"], "dropped", "ogr")
    rows = [(row["rule"], row["count"], row["names"]) for row in dropped.getFeatures()]
    assert rows == [("proposed", 1, "Sources de la Lwa (990008)"), ("repaired", 1, "Zémara-Nord (990003)")]


def test_steps(chain):
    assert layer_of(chain, "next_steps").featureCount() == chain["nextsteps"]["N_STEPS"] > 0
    assert layer_of(chain, "site_steps").featureCount() == chain["scorecard"]["N_SITES"]


def test_sensitivity(chain):
    assert layer_of(chain, "sensitivity").featureCount() == chain["scoresensitivity"]["N_SITES"]
    assert chain["scoresensitivity"]["N_SITES"] == chain["scorecard"]["N_SITES"]


def test_overlap(chain):
    bands = [row["pa_band"] for row in layer_of(chain, "sites_areas").getFeatures()]
    assert chain["protectedareaoverlap"]["N_INSIDE"] == bands.count("inside") > 0
    assert layer_of(chain, "areas").featureCount() == chain["protectedareaoverlap"]["N_AREAS"]
    assert "PAIRS" not in chain["protectedareaoverlap"]


def test_bands_round_areas(chain):
    rings = [(row["band"], row["area_ha"] > 0) for row in layer_of(chain, "area_bands").getFeatures()]
    assert rings == [(band, True) for band in ("0-1 km", "1-5 km", "5-10 km", "10-50 km")]
    assert chain["areabands"]["N_AREAS"] == chain["prepareprotectedareas"]["N_AREAS"]


def test_project(chain):
    assert chain["buildproject"]["PROJECT"].endswith("atlas.qgz")
    assert chain["buildproject"]["N_LAYERS"] == 20  # the scores four times, one for each dimension


def test_sheet(chain):
    result = chain["printsheet"]
    assert result["N_LABELLED"] + result["N_UNLABELLED"] == result["N_SITES"] > 0
    pdf = chain["atlas"].parent / "sheet.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert sorted(file.name for file in pdf.parent.iterdir()) == [
        "atlas.gpkg",
        "atlas.qgz",
        "geary.gpkg",
        "hotspots.gpkg",
        "joins.gpkg",
        "public.gpkg",
        "public_note.html",
        "public_note.json",
        "public_report.html",
        "public_report.json",
        "scatter.png",
        "sheet.pdf",
        "site_changes.gpkg",
        "summary.gpkg",
        "visit_changes.gpkg",
        "why.html",
    ]


def test_list_and_help_show_the_algorithms(qgis):
    listed = json.loads(qgis.call("list", "--json"))["providers"]["asm"]
    assert (listed["name"], sorted(listed["algorithms"])) == (
        "ASM Atlas",
        sorted(f"asm:{name}" for name in ALGORITHMS),
    )
    shown = qgis.call("help", "asm:importvisits")
    assert "Each source row becomes exactly one of a visit, a status decision or a rejected row" in shown
    for parameter in ("INPUT: Visits table", "PROFILE: Profile", "SITES: Sites", "FINDINGS: Findings"):
        assert parameter in shown


@pytest.mark.parametrize(
    "algorithm, parameters, sentence",
    [
        pytest.param("importvisits", {"INPUT": "gone.csv"}, "gone.csv", id="no such file"),
        pytest.param("importvisits", {"INPUT": "provinces"}, "No import profile fits", id="other columns"),
        pytest.param("nothing", {}, "asm:nothing", id="no such algorithm"),
    ],
)
def test_a_failure_has_an_exit_code_and_a_sentence(
    qgis, main_job, resources, tmp_path, algorithm, parameters, sentence
):
    if parameters.get("INPUT") == "provinces":
        parameters = {"INPUT": resources / "demo" / "provinces.geojson"}
    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("SITES", "VISITS", "FINDINGS")}
    with pytest.raises(main_job.JobError, match=sentence):
        qgis.run(f"asm:{algorithm}", **parameters, **outputs)
    assert list(tmp_path.iterdir()) == []


def test_the_plugin_is_silent_on_the_error_channel(qgis, main_job):
    """What it prints there, everybody reads who runs any other algorithm with the plugin enabled."""
    done = subprocess.run(
        [main_job.qgis_process_command(), "list"],
        env=qgis.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "asm_atlas" not in done.stderr and "Traceback" not in done.stderr


def test_a_json_list_of_places_is_a_gazetteer(qgis, tmp_path):
    """One string names it, although QGIS opens no such list as a layer."""
    visits = tmp_path / "export.csv"
    visits.write_text(
        '"",pcode,name,visit_date,province,mineral1,armed_group1,qualification,project\n'
        "1,codmine00001,Mine Bora,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini\n",
        encoding="utf-8",
    )
    places = tmp_path / "places.json"
    places.write_text(json.dumps([{"s": "bora", "i": "mine", "x": "28.6", "y": "-2.6"}]), encoding="utf-8")
    sinks = {name: tmp_path / f"{name.lower()}.gpkg" for name in ("SITES", "VISITS", "FINDINGS")}
    qgis.run("asm:importvisits", INPUT=visits, GAZETTEER=places, **sinks)
    layer = QgsVectorLayer(str(tmp_path / "sites.gpkg"), "sites", "ogr")
    assert [row["location_quality"] for row in layer.getFeatures()] == ["gazetteer_mine"]


def test_series(chain):
    result = chain["printseries"]
    assert (result["N_MADE"], result["N_FAILED"]) == (2, 0)
    stems = [f"ASM-001-v01-province-ngalara-{language}" for language in ("en", "fr")]
    made = {file.name for file in Path(result["FOLDER"]).iterdir()}
    index = {"series_index.json", "series_report.html", "series_report.json"}
    # The index of sites takes two pages of this paper.
    suffixes = (".pdf", ".png", "_2.png", "_3.png", ".zip")
    assert made == {f"{stem}{suffix}" for stem in stems for suffix in suffixes} | index
