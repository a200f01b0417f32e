"""asm:explainscore: the site asked for, its files, and what is said of sites that are not there."""

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProcessingFeedback


@pytest.fixture()
def score_layer(run, resources):
    """Scores of the demo data."""
    sinks = dict.fromkeys(("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS"), "TEMPORARY_OUTPUT")
    imported = run("asm:importvisits", INPUT=str(resources / "demo" / "visits.csv"), **sinks)
    tables = {name: imported[name] for name in ("SITES", "VISITS", "ACTORS", "STATUSES")}
    return run("asm:scorecard", **tables, WHICH="all", SCORES="TEMPORARY_OUTPUT")["SCORES"]


def scored_row(layer):
    return next(row for row in layer.getFeatures() if row["state"] == "scored")


def test_a_site_is_explained_in_files_and_log(plugin, score_layer, tmp_path):
    from qgis import processing

    row = scored_row(score_layer)
    feedback = QgsProcessingFeedback()
    result = processing.run(
        "asm:explainscore",
        {
            "SCORES": score_layer,
            "PCODE": row["pcode"],
            "LANGUAGE": "fr",
            "HTML": str(tmp_path / "why.html"),
            "TEXT": str(tmp_path / "why.txt"),
        },
        feedback=feedback,
    )
    page = (tmp_path / "why.html").read_text("utf-8")
    text = (tmp_path / "why.txt").read_text("utf-8")
    assert '<html lang="fr">' in page and f"<h1>{row['name']}</h1>" in page
    assert text == result["SAID"]
    assert "Santé et sécurité au travail : " in text
    assert "Barème par défaut d'ASM Atlas – pas le barème d'IPIS" in feedback.textLog()


def test_of_several_visits_the_latest_is_explained(run, score_layer):
    dates = {}
    for row in score_layer.getFeatures():
        if row["date"]:
            dates.setdefault(row["pcode"], []).append(row["date"].toString("yyyy-MM-dd"))
    pcode = next(key for key, days in dates.items() if len(set(days)) > 1)
    said = run("asm:explainscore", SCORES=score_layer, PCODE=pcode)["SAID"]
    assert f"Visit: {max(dates[pcode])}" in said
    assert f"other visits too: {sorted(dates[pcode])[-2]}" in said.replace("\n", " ")


def test_scores_saved_as_csv_are_explained_in_the_same_words(run, score_layer, tmp_path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "CSV"
    path = str(tmp_path / "scores.csv")
    QgsVectorFileWriter.writeAsVectorFormatV3(score_layer, path, QgsCoordinateTransformContext(), options)
    pcode = scored_row(score_layer)["pcode"]
    said = [run("asm:explainscore", SCORES=scores, PCODE=pcode)["SAID"] for scores in (score_layer, path)]
    assert said[0] == said[1] and "Score " in said[0]


def test_the_selected_feature_is_explained(run, score_layer):
    row = scored_row(score_layer)
    score_layer.selectByIds([row.id()])
    selected = QgsProcessingFeatureSourceDefinition(score_layer.id(), True)
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(score_layer, False)
    said = run("asm:explainscore", SCORES=selected)["SAID"]
    assert f"Site: {row['pcode']}" in said


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"PCODE": ""}, "give the pcode of one, or select it", id="no site chosen"),
        pytest.param(
            {"PCODE": "nowhere at all"}, "No site has the pcode 'nowhere at all'", id="no such site"
        ),
        pytest.param({"SCHEME": "oecd_annex_ii_1"}, "made by the scheme 'asm-atlas-1'", id="another scheme"),
        pytest.param(
            {"HTML": "/nowhere/why.html"}, "The folder of why.html does not exist", id="no such folder"
        ),
    ],
)
def test_what_cannot_be_explained(run, score_layer, change, sentence):
    pcode = scored_row(score_layer)["pcode"]
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:explainscore", **{"SCORES": score_layer, "PCODE": pcode, **change})


def test_a_misspelt_site_is_told_the_near_ones(run, score_layer):
    row = scored_row(score_layer)
    for wrong in (row["pcode"][:-1] + "X", row["name"]):
        with pytest.raises(QgsProcessingException, match=r"near to it: .*codmine\d+ \("):
            run("asm:explainscore", SCORES=score_layer, PCODE=wrong)


def test_a_layer_that_is_no_scores_is_refused(run, resources):
    sites = str(resources / "demo" / "provinces.geojson")
    with pytest.raises(QgsProcessingException, match="SCORES is not a table of scores"):
        run("asm:explainscore", SCORES=sites, PCODE="x")


def test_every_parameter_has_help(plugin):
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById("asm:explainscore")
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
