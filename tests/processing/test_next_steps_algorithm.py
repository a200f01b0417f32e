"""asm:nextsteps and asm:scoresensitivity run as algorithms on scores of hand-made sites."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "core" / "data" / "scorecard_examples.json").read_text("utf-8")
)
DEFAULTS = {
    "visits": {
        "row_kind": "visit",
        "services_full": "no",
        **dict.fromkeys(("mercury", "children", "presence", "interference", "traceability"), "unknown"),
    },
    "statuses": {"traceability": None},
}
STEPS = dict.fromkeys(("STEPS", "SITE_STEPS"), "TEMPORARY_OUTPUT")
SENSITIVITY = {"SENSITIVITY": "TEMPORARY_OUTPUT"}
DAY = {"DAY": "2023-06-01"}


@pytest.fixture()
def example_layers(qgis_new_project):
    from asm_atlas.core.tables import BEHAVIOURS, TABLES

    defaults = {**DEFAULTS, "actors": dict.fromkeys(BEHAVIOURS, "no")}
    types = {"text": "string", "int": "integer", "real": "double", "date": "date"}
    layers = {}
    for name in ("sites", "visits", "actors", "statuses"):
        records = [{**defaults.get(name, {}), **record} for record in EXAMPLES[name]]
        fields = list(dict.fromkeys(key for record in records for key in record))
        kinds = {column.name: types[column.kind] for column in TABLES[name]}
        query = "&".join(f"field={field}:{kinds.get(field, 'string')}" for field in fields)
        layer = QgsVectorLayer(f"None?{query}", name, "memory")
        for record in records:
            row = QgsFeature(layer.fields())
            row.setAttributes([record.get(field) for field in fields])
            assert layer.dataProvider().addFeature(row)
        QgsProject.instance().addMapLayer(layer)
        layers[name.upper()] = layer
    return layers


@pytest.fixture()
def score_layer(run, example_layers):
    def scored(scheme="asm_atlas_1"):
        layer = run("asm:scorecard", **example_layers, SCHEME=scheme, SCORES="TEMPORARY_OUTPUT")["SCORES"]
        QgsProject.instance().addMapLayer(layer)
        return layer

    return scored


def test_steps_of_the_worked_examples(run, score_layer):
    result = run("asm:nextsteps", SCORES=score_layer(), **DAY, **STEPS)
    steps = list(result["STEPS"].getFeatures())
    assert result["N_STEPS"] == len(steps) > 10
    mine = [row for row in steps if (row["pcode"], row["dimension"]) == ("ex3", "health_safety")]
    # Gold, off site, neither children nor mercury known: children alone settle 3 of 5.
    assert [(row["kind"], row["questions"], row["level_after"], row["level_if_bad"]) for row in mine] == [
        ("ask", "children", 4, 1)
    ]
    held = [row["words_en"] for row in steps if (row["pcode"], row["kind"]) == ("ex2", "cap")]
    assert any("An armed group taxes, digs or controls" in words for words in held)
    sites = {row["pcode"]: row for row in result["SITE_STEPS"].getFeatures()}
    assert len(sites) == 4
    assert sites["ex3"].geometry().asPoint().x() == pytest.approx(
        next(site["longitude"] for site in EXAMPLES["sites"] if site["pcode"] == "ex3")
    )
    assert sites["ex3"]["overall_one_step"] in (None, NULL), "the default scheme has no overall level"


def test_one_answer_from_green_is_counted_and_named(plugin, score_layer):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    parameters = {"SCORES": score_layer("site_criteria_1"), "SCHEME": "site_criteria_1", **DAY, **STEPS}
    result = processing.run("asm:nextsteps", parameters, feedback=feedback)
    log = feedback.textLog()
    assert f"{result['N_ONE_STEP']} sites are one" in log or result["N_ONE_STEP"] != 1
    assert "Criteria pre-check" in log
    assert "not a qualification; only the official decision counts" in log
    assert "Sites by territory" in log


def test_sensitivity_of_the_worked_examples(run, score_layer):
    scores = score_layer()
    result = run("asm:scoresensitivity", SCORES=scores, N_DRAWS=2000, **SENSITIVITY)
    sites = {row["pcode"]: row for row in result["SENSITIVITY"].getFeatures()}
    levels = {row["pcode"]: row["security_level"] for row in scores.getFeatures()}
    assert {pcode: row["security_level"] for pcode, row in sites.items()} == levels
    assert sites["ex4"]["security_keeps"] == 1, "one question alone has all the weight"
    assert sites["ex2"]["security_keeps"] == 1, "a knock-out holds whatever the weights"
    # One service of three seen, with 3 of the weight of 7: below one half, but not by much.
    assert 0.5 < sites["ex1"]["state_services_keeps"] < 0.95
    shares = [sites["ex1"][f"state_services_share_{level}"] for level in range(5)]
    assert sum(shares) == pytest.approx(1)
    again = run("asm:scoresensitivity", SCORES=scores, N_DRAWS=2000, **SENSITIVITY)["SENSITIVITY"]
    assert [row.attributes() for row in again.getFeatures()] == [
        row.attributes() for row in result["SENSITIVITY"].getFeatures()
    ]


def test_seed_and_spread_stand_in_the_history(run, score_layer):
    result = run("asm:scoresensitivity", SCORES=score_layer(), SEED=7, SPREAD=0.3, N_DRAWS=50, **SENSITIVITY)
    history = result["SENSITIVITY"].metadata().history()
    assert history[-1] == "50 sets of weights drawn, spread 0.3, seed 7"
    assert ": asm:scoresensitivity, ASM Atlas" in history[-2]
    assert history[-3].startswith("Scored by asm-atlas-1")
    steps = run("asm:nextsteps", SCORES=score_layer(), OLD_YEARS=2, **DAY, **STEPS)["SITE_STEPS"]
    assert "Next steps of 2023-06-01, answers old after 2 years" in steps.metadata().history()[-1]
    assert "not IPIS' own weights" in steps.metadata().abstract()


@pytest.mark.parametrize("scheme", ["asm_atlas_1", "oecd_annex_ii_1", "site_criteria_1"])
def test_answers_set_aside_for_their_age_are_to_be_asked(run, example_layers, scheme):
    aged = {"SCHEME": scheme, "AS_OF": "2026-05-31", "MAX_AGE": 1, "STALE": "unknown"}
    scores = run("asm:scorecard", **example_layers, **aged, SCORES="TEMPORARY_OUTPUT")["SCORES"]
    found = run("asm:nextsteps", SCORES=scores, SCHEME=scheme, DAY="2026-05-31", **STEPS)["STEPS"]
    kinds = {row["kind"] for row in found.getFeatures() if row["kind"] != "visit"}
    assert kinds == {"ask"}, "nothing is known well enough to be changed or confirmed"
    table = run("asm:scoresensitivity", SCORES=scores, SCHEME=scheme, N_DRAWS=50, **SENSITIVITY)
    assert table["N_SITES"] == 4


def test_of_several_rows_of_a_site_the_latest_counts(plugin, example_layers):
    from qgis import processing

    visits = example_layers["VISITS"]
    older = QgsFeature(next(row for row in visits.getFeatures() if row["pcode"] == "ex1"))
    older.setAttribute("visit_id", "older")
    older.setAttribute("visit_date", "2019-01-01")
    older.setAttribute("children", "yes")
    assert visits.dataProvider().addFeature(older)
    found = {}
    for which in ("latest", "all"):
        scored = {**example_layers, "WHICH": which, "SCORES": "TEMPORARY_OUTPUT"}
        scores = processing.run("asm:scorecard", scored)["SCORES"]
        feedback = QgsProcessingFeedback()
        result = processing.run("asm:nextsteps", {"SCORES": scores, **DAY, **STEPS}, feedback=feedback)
        sensitivity = {"SCORES": scores, "N_DRAWS": 50, **SENSITIVITY}
        assert processing.run("asm:scoresensitivity", sensitivity)["N_SITES"] == 4
        found[which] = sorted(str(row.attributes()) for row in result["STEPS"].getFeatures())
        assert ("1 rows are older ones of sites" in feedback.textLog()) == (which == "all")
    assert found["all"] == found["latest"]


def test_old_years_make_bad_answers_worth_asking_again(run, score_layer):
    scores = score_layer()
    kinds = {}
    for years in (0, 50):
        steps = run("asm:nextsteps", SCORES=scores, OLD_YEARS=years, **DAY, **STEPS)["STEPS"]
        kinds[years] = {row["kind"] for row in steps.getFeatures()}
    assert "confirm" in kinds[0] and "change" not in kinds[0]
    assert "change" in kinds[50]


@pytest.mark.parametrize("algorithm, sinks", [("nextsteps", STEPS), ("scoresensitivity", SENSITIVITY)])
def test_scores_of_another_scheme_are_refused(run, score_layer, algorithm, sinks):
    with pytest.raises(QgsProcessingException, match=r"made by the scheme asm-atlas-1 .* choose the scheme"):
        run(f"asm:{algorithm}", SCORES=score_layer(), SCHEME="oecd_annex_ii_1", **sinks)


@pytest.mark.parametrize("algorithm, sinks", [("nextsteps", STEPS), ("scoresensitivity", SENSITIVITY)])
def test_a_layer_that_is_no_scores_is_refused(run, example_layers, algorithm, sinks):
    with pytest.raises(QgsProcessingException, match="SCORES lacks the fields"):
        run(f"asm:{algorithm}", SCORES=example_layers["SITES"], **sinks)


@pytest.mark.parametrize(
    "algorithm, change, sentence",
    [
        pytest.param("nextsteps", {"DAY": "soon"}, "planning day 'soon'", id="day"),
        pytest.param("nextsteps", {"MOST_ANSWERS": 9}, "MOST_ANSWERS|Most answers", id="too many answers"),
        pytest.param("scoresensitivity", {"SPREAD": 2}, "SPREAD|[Ss]pread", id="spread"),
        pytest.param("scoresensitivity", {"N_DRAWS": 0}, "N_DRAWS|Draws", id="draws"),
    ],
)
def test_bad_parameters_are_explained(run, score_layer, algorithm, change, sentence):
    sinks = STEPS if algorithm == "nextsteps" else SENSITIVITY
    with pytest.raises(QgsProcessingException, match=sentence):
        run(f"asm:{algorithm}", SCORES=score_layer(), **{**sinks, **change})


@pytest.mark.parametrize("algorithm, sinks", [("nextsteps", STEPS), ("scoresensitivity", SENSITIVITY)])
def test_cancel_writes_nothing(plugin, score_layer, tmp_path, algorithm, sinks):
    from qgis.core import QgsApplication

    class CancelledHalfWay(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress > 30:
                self.cancel()

    files = {name: str(tmp_path / f"{name}.gpkg") for name in sinks}
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    found = QgsApplication.processingRegistry().createAlgorithmById(f"asm:{algorithm}")
    _, done = found.run({"SCORES": score_layer().id(), **files}, context, CancelledHalfWay())
    assert not done
    assert not list(tmp_path.iterdir())


@pytest.mark.real_data
def test_the_release_of_may_2026(run, data):
    """Every site whose pre-check is not green has a step that raises it."""
    visits = str(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    names = ("SITES", "VISITS", "ACTORS", "STATUSES")
    imported = run(
        "asm:importvisits", INPUT=visits, **dict.fromkeys((*names, "FINDINGS"), "TEMPORARY_OUTPUT")
    )
    tables = {name: imported[name] for name in names}
    scheme = "site_criteria_1"
    scores = run("asm:scorecard", **tables, SCHEME=scheme, SCORES="TEMPORARY_OUTPUT")["SCORES"]
    result = run("asm:nextsteps", SCORES=scores, SCHEME=scheme, DAY="2026-05-31", MOST_ANSWERS=4, **STEPS)
    raised = {
        row["pcode"]
        for row in result["STEPS"].getFeatures()
        if row["dimension"] == "overall" and row["kind"] in ("ask", "change")
    }
    below = {
        row["pcode"]
        for row in scores.getFeatures()
        if row["state"] == "scored" and row["overall_level"] != NULL and row["overall_level"] < 4
    }
    assert raised == below
    kinds = {row["first_kind"] or "" for row in result["SITE_STEPS"].getFeatures()}
    assert kinds == {"ask", "change", "confirm", "visit", ""}
    table = run("asm:scoresensitivity", SCORES=scores, SCHEME=scheme, **SENSITIVITY)["SENSITIVITY"]
    keeps = [row["armed_groups_keeps"] for row in table.getFeatures()]
    assert {value for value in keeps if value != NULL} == {1.0}, "the worst answer decides, not weights"
