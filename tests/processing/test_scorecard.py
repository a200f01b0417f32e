"""asm:scorecard run as an algorithm: rows written, metadata, messages."""

import json
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "core" / "data" / "scorecard_examples.json").read_text("utf-8")
)
VISIT_DEFAULTS = {
    "row_kind": "visit",
    "services_full": "no",
    **dict.fromkeys(("mercury", "children", "presence", "interference", "traceability"), "unknown"),
}


def layer_of(name, records, geometry="None", defaults=None):
    """A memory layer of text fields, in the project; points from longitude and latitude."""
    from asm_atlas.core.tables import TABLES

    records = [{**(defaults or {}), **record} for record in records]
    fields = list(dict.fromkeys(key for record in records for key in record))
    kinds = {column.name: column.kind for column in TABLES[name]}
    types = {"text": "string", "int": "integer", "real": "double", "date": "date"}
    query = "&".join(f"field={field}:{types[kinds.get(field, 'text')]}" for field in fields)
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326&{query}", name, "memory")
    rows = []
    for record in records:
        row = QgsFeature(layer.fields())
        row.setAttributes([record.get(field) for field in fields])
        if geometry == "Point":
            row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["longitude"], record["latitude"])))
        rows.append(row)
    assert layer.dataProvider().addFeatures(rows)[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture()
def example_layers(qgis_new_project):
    from asm_atlas.core.tables import BEHAVIOURS

    return {
        "SITES": layer_of("sites", EXAMPLES["sites"], "Point"),
        "VISITS": layer_of("visits", EXAMPLES["visits"], defaults=VISIT_DEFAULTS),
        "ACTORS": layer_of("actors", EXAMPLES["actors"], defaults=dict.fromkeys(BEHAVIOURS, "no")),
        "STATUSES": layer_of("statuses", EXAMPLES["statuses"], defaults={"traceability": None}),
    }


def levels(layer, dimension):
    return {row["pcode"]: row[f"{dimension}_level"] for row in layer.getFeatures()}


def test_the_worked_examples_are_written(run, example_layers):
    result = run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")
    assert (result["N_SITES"], result["N_SCORED"]) == (4, 4)
    written = {row["pcode"]: row for row in result["SCORES"].getFeatures()}
    for case in EXAMPLES["expected"]:
        row, dim = written[case["pcode"]], case["dimension"]
        assert row[f"{dim}_level"] == case["level"]
        assert row[f"{dim}_worst"] == pytest.approx(case["worst"], abs=0.005)
        assert row[f"{dim}_robust"] == (case["robust"] or NULL)
    assert written["ex1"].geometry().asPoint() == QgsPointXY(28.1, -2.1)
    assert result["SCORES"].crs().authid() == "EPSG:4326"


def test_a_fixed_date_uses_neither_later_visits_nor_later_decisions(run, example_layers):
    result = run("asm:scorecard", **example_layers, AS_OF="2022-12-31", SCORES="TEMPORARY_OUTPUT")
    states = {row["pcode"]: row["state"] for row in result["SCORES"].getFeatures()}
    assert states == {"ex1": "scored", "ex2": "scored", "ex3": "no_visit", "ex4": "scored"}
    assert levels(result["SCORES"], "formalisation")["ex1"] == 2  # green has expired


def test_without_actors_presence_is_never_nobody(run, example_layers):
    del example_layers["ACTORS"]
    result = run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")
    best = {row["pcode"]: row["security_best"] for row in result["SCORES"].getFeatures()}
    assert best["ex1"] == pytest.approx(51)  # 6*.25 + 2*1 + 2*.8 of 10: interference, the rest unknown
    assert best["ex4"] == 100


def test_points_come_from_the_geometry_where_the_fields_are_absent(run, example_layers):
    records = [
        {k: v for k, v in site.items() if k not in ("longitude", "latitude")} for site in EXAMPLES["sites"]
    ]
    layer = layer_of("sites", records, "None")
    located = QgsVectorLayer("Point?crs=EPSG:4326&field=pcode:string&field=visit_id:string", "s", "memory")
    row = QgsFeature(located.fields())
    row.setAttributes(["ex1", "v1"])
    row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(29.5, -1.5)))
    located.dataProvider().addFeatures([row])
    QgsProject.instance().addMapLayer(located)
    for sites, expected in ((located, "Point (29.5 -1.5)"), (layer, "")):
        result = run("asm:scorecard", **{**example_layers, "SITES": sites}, SCORES="TEMPORARY_OUTPUT")
        first = next(result["SCORES"].getFeatures())
        assert first.geometry().asWkt(1) == expected


def test_tables_saved_as_text_are_scored_alike(run, example_layers, tmp_path):
    expected = run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")["SCORES"]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "CSV"
    texts = {}
    for name, layer in example_layers.items():
        texts[name] = str(tmp_path / f"{name}.csv")
        error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, texts[name], QgsProject.instance().transformContext(), options
        )
        assert error == QgsVectorFileWriter.WriterError.NoError
    scores = run("asm:scorecard", **texts, SCORES="TEMPORARY_OUTPUT")["SCORES"]
    assert [row.attributes() for row in scores.getFeatures()] == [
        row.attributes() for row in expected.getFeatures()
    ]


def test_metadata_travels(run, example_layers):
    metadata = QgsLayerMetadata()
    metadata.setLicenses(["ODC-BY 1.0"])
    metadata.setRights(["Contains data of somebody"])
    metadata.setHistory(["Imported from a file"])
    example_layers["SITES"].setMetadata(metadata)
    written = run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")["SCORES"].metadata()
    assert (written.licenses(), written.rights()) == (["ODC-BY 1.0"], ["Contains data of somebody"])
    assert "not IPIS' own weights" in written.abstract()
    before, run_line, scored = written.history()
    assert before == "Imported from a file" and ": asm:scorecard, ASM Atlas" in run_line
    assert scored.startswith("Scored by asm-atlas-1 1.0 (") and "as of visit" in scored


def test_the_log_gives_levels_and_the_disclaimer(run, example_layers):
    feedback = QgsProcessingFeedback()
    from qgis import processing

    processing.run("asm:scorecard", {**example_layers, "SCORES": "TEMPORARY_OUTPUT"}, feedback=feedback)
    log = feedback.textLog()
    assert "Security: very low 1, low 2, medium 0, high 1, no data 0, not applicable 0; 75% firm" in log
    assert "ASM Atlas default scheme – not IPIS' own weights" in log
    assert "Columns that VISITS lacks, taken as not asked: access_dry" in log


@pytest.fixture()
def demo_tables(run, resources):
    """The tables of the demo import."""
    sinks = dict.fromkeys(("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS"), "TEMPORARY_OUTPUT")
    imported = run("asm:importvisits", INPUT=str(resources / "demo" / "visits.csv"), **sinks)
    return {name: imported[name] for name in ("SITES", "VISITS", "ACTORS", "STATUSES")}


def test_every_visit_is_scored(run, demo_tables):
    result = run("asm:scorecard", **demo_tables, WHICH="all", SCORES="TEMPORARY_OUTPUT")
    rows = list(result["SCORES"].getFeatures())
    keys = Counter((row["pcode"], row["date"], row["scheme"], row["visit_id"]) for row in rows)
    assert result["N_ROWS"] == len(rows) > result["N_SITES"]
    assert max(keys.values()) == 1
    own = [row for row in demo_tables["VISITS"].getFeatures() if row["row_kind"] == "visit"]
    dated = {row["visit_id"] for row in own if row["visit_date"] != NULL}
    assert {row["visit_id"] for row in rows if row["visit_id"]} == dated
    assert "visits: all" in result["SCORES"].metadata().history()[-1]
    yearly = run("asm:scorecard", **demo_tables, WHICH="per_year", SCORES="TEMPORARY_OUTPUT")
    assert result["N_SITES"] <= yearly["N_ROWS"] < result["N_ROWS"]


def test_the_trend_has_a_row_for_each_site(run, demo_tables):
    result = run(
        "asm:scorecard", **demo_tables, SCORES="TEMPORARY_OUTPUT", TREND="TEMPORARY_OUTPUT", MAX_AGE=2
    )
    rows = list(result["TREND"].getFeatures())
    assert len(rows) == result["N_SITES"]
    for row in rows:
        assert (row["security_trend"] == NULL) == (row["security_why"] != NULL)
    compared = [row for row in rows if row["security_trend"] != NULL]
    assert compared
    assert all(row["security_date_first"] < row["security_date_last"] for row in compared)
    assert "not IPIS' own weights" in result["TREND"].metadata().abstract()


def test_without_its_output_there_is_no_trend(run, example_layers):
    assert "TREND" not in run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")


def test_stale_answers_are_marked_or_unknown(run, example_layers):
    settings = {**example_layers, "AS_OF": "2026-05-31", "MAX_AGE": 5}
    marked = run("asm:scorecard", **settings, SCORES="TEMPORARY_OUTPUT")["SCORES"]
    unknown = run("asm:scorecard", **settings, STALE="unknown", SCORES="TEMPORARY_OUTPUT")["SCORES"]
    rows = {row["pcode"]: row for row in marked.getFeatures()}
    assert json.loads(rows["ex4"]["security_reasons"])[0]["stale"] == "mark"  # visited in 2020
    assert "stale" not in json.loads(rows["ex3"]["security_reasons"])[0]  # visited in 2023
    assert levels(marked, "security")["ex4"] == 4
    assert levels(unknown, "security")["ex4"] == 0
    assert "stale after 5 years: unknown" in unknown.metadata().history()[-1]


def test_choices_are_those_of_core(plugin):
    from asm_atlas.core.scorecard import choice, stale
    from asm_atlas.processing import scorecard

    assert (scorecard.WHICH, scorecard.STALE) == (choice.WHICH, stale.STALE)


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"AS_OF": "last week"}, "write a date like 2026-05-31", id="reference date"),
        pytest.param({"SCHEME_FILE": "absent.json"}, "cannot be read", id="no such file"),
        pytest.param({"SCHEME": "mine"}, "SCHEME", id="no such scheme"),
        pytest.param({"WHICH": "first"}, "choose one of latest, all, per_year", id="no such choice"),
        pytest.param({"MAX_AGE": 0}, "MAX_AGE", id="no such age"),
    ],
)
def test_bad_parameters_are_explained(run, example_layers, change, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:scorecard", **{**example_layers, **change}, SCORES="TEMPORARY_OUTPUT")


def test_a_field_missing_from_the_scheme_is_named(run, example_layers, resources, tmp_path):
    document = json.loads((resources / "schemes" / "asm_atlas_1.json").read_text("utf-8"))
    del document["dimensions"][0]["items"][1]["w"]
    (tmp_path / "mine.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"mine.json: 'dimensions.0.items.1.w' is missing"):
        run(
            "asm:scorecard",
            **example_layers,
            SCHEME_FILE=str(tmp_path / "mine.json"),
            SCORES="TEMPORARY_OUTPUT",
        )


def test_a_table_without_the_needed_fields_is_explained(run, example_layers):
    example_layers["VISITS"] = layer_of("visits", [{"visit_id": "v1", "pcode": "ex1"}])
    with pytest.raises(QgsProcessingException, match="VISITS lacks the fields on_site, presence, row_kind"):
        run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")


def test_an_empty_table_of_sites_gives_an_empty_table_of_scores(run, example_layers):
    example_layers["SITES"].dataProvider().truncate()
    result = run("asm:scorecard", **example_layers, SCORES="TEMPORARY_OUTPUT")
    assert (result["N_SITES"], result["N_SCORED"], result["SCORES"].featureCount()) == (0, 0, 0)


def test_cancel_writes_nothing(plugin, example_layers, tmp_path):
    from qgis.core import QgsApplication

    class CancelledAtScoring(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress > 60:
                self.cancel()

    target = tmp_path / "scores.gpkg"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:scorecard")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {key: layer.id() for key, layer in example_layers.items()}
    _, done = algorithm.run({**parameters, "SCORES": str(target)}, context, CancelledAtScoring())
    assert not done
    assert not target.exists()


@pytest.mark.parametrize(
    "part",
    [
        *("SITES", "VISITS", "ACTORS", "STATUSES", "SCHEME", "SCHEME_FILE", "AS_OF", "WHICH", "MAX_AGE"),
        *("STALE", "SCORES", "TREND"),
    ],
)
def test_every_parameter_has_help(plugin, part):
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById("asm:scorecard")
    assert algorithm.parameterDefinition(part).help()
    assert algorithm.shortHelpString()


@pytest.mark.real_data
def test_levels_on_the_release_of_may_2026(run, data):
    """Counts of an independent prototype on the same file, which allows itself two sites more or less."""
    visits = QgsVectorLayer(str(data / "ipis" / "cod_mines_ipis_2026-05.csv"), "visits", "ogr")
    QgsProject.instance().addMapLayer(visits)
    names = ("SITES", "VISITS", "ACTORS", "STATUSES")
    sinks = dict.fromkeys((*names, "FINDINGS"), "TEMPORARY_OUTPUT")
    imported = run("asm:importvisits", INPUT=visits, **sinks)
    tables = {name: imported[name] for name in names}
    result = run("asm:scorecard", **tables, SCORES="TEMPORARY_OUTPUT")
    rows = list(result["SCORES"].getFeatures())
    states = Counter(row["state"] for row in rows)
    assert (states["scored"], states["inactive"]) == (1228, 274)
    assert result["N_SITES"] == sum(states.values()) == 3423

    scored = [row for row in rows if row["state"] == "scored"]
    expected = {
        "security": {1: 386, 2: 192, 3: 16, 4: 634},
        "health_safety": {0: 52, 1: 414, 3: 187, 4: 575},
        "state_services": {0: 140, 1: 230, 2: 108, 3: 6, 4: 744},
        "formalisation": {"not applicable": 6, 1: 841, 2: 56, 3: 275, 4: 50},
    }
    firm = {"security": 1136, "health_safety": 1170, "state_services": 1088, "formalisation": 1202}
    for dimension, counts in expected.items():
        levels = [row[f"{dimension}_level"] for row in scored]
        assert Counter("not applicable" if level == NULL else level for level in levels) == counts
        assert sum(row[f"{dimension}_robust"] == "firm" for row in scored) == firm[dimension]
        assert all(
            json.loads(row[f"{dimension}_reasons"]) for row in scored if row[f"{dimension}_level"] != NULL
        )
