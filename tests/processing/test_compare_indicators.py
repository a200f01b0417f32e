"""asm:compareindicators run as an algorithm: sites, counts, look and key."""

import csv

import pandas as pd
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModel,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

SINKS = {"COMPARISON": "TEMPORARY_OUTPUT", "COUNTS": "TEMPORARY_OUTPUT"}
PAIR = {"X": "security_level", "Y": "formalisation"}


@pytest.fixture()
def scores_layer(qgis_new_project):
    """Scores of two indicators: level, worst and best of each."""
    parts = [
        f"field={dim}_{part}:integer"
        for dim in ("security", "formalisation")
        for part in ("level", "level_worst", "level_best")
    ]
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=pcode:string&field=state:string&field=date:date&field=scheme:string&"
        + "&".join(parts),
        "scores",
        "memory",
    )
    for pcode, state, *levels in (
        ("a", "scored", 1, 1, 1, 4, 4, 4),
        ("b", "scored", 2, 2, 3, 1, 1, 1),
        ("c", "scored", 4, 2, 4, 3, 1, 3),
        ("d", "scored", 0, 1, 4, 2, 2, 2),
        ("e", "inactive", 0, None, None, 0, None, None),
    ):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([pcode, state, "2021-05-01", "asm-atlas-1", *levels])
        feature.setGeometry(QgsGeometry.fromWkt("Point(28 -2)"))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture()
def styled_layer(run, scores_layer):
    """A function: the comparison with the classes asked for, styled in a language, in the project."""
    from asm_atlas.cartography.pair_style import style_comparison
    from asm_atlas.cartography.theme import read_theme

    def made(classes="three", language="en"):
        result = run("asm:compareindicators", SCORES=scores_layer, **PAIR, CLASSES=classes, **SINKS)
        layer = result["COMPARISON"]
        style_comparison(layer, read_theme("mine_glyph"), language)
        QgsProject.instance().addMapLayer(layer)
        return layer

    return made


def test_sites_and_counts(run, scores_layer):
    result = run("asm:compareindicators", SCORES=scores_layer, **PAIR, **SINKS)
    assert (result["N_SITES"], result["N_COMPARED"], result["N_UNCERTAIN"]) == (5, 3, 1)
    assert result["TAU_B"] == pytest.approx(-1 / 3)
    names = ("cell", "cells_possible", "uncertain", "why_not")
    assert {
        row["pcode"]: tuple(row[name] for name in names) for row in result["COMPARISON"].getFeatures()
    } == {
        "a": ("1-3", "1-3", "no", NULL),
        "b": ("2-1", "2-1", "no", NULL),
        "c": ("3-2", "2-1;2-2;3-1;3-2", "yes", NULL),
        "d": ("not_compared", NULL, NULL, "security:no_data"),
        "e": ("not_compared", NULL, NULL, "inactive"),
    }
    counts = [(row["kind"], row["reason"], row["sites"]) for row in result["COUNTS"].getFeatures()]
    assert counts[9:] == [
        ("not_compared", "inactive", 1),
        ("not_compared", "security:no_data", 1),
        ("compared", NULL, 3),
        ("total", NULL, 5),
    ]
    assert sum(n for kind, _, n in counts if kind == "cell") == 3


def test_the_log_gives_the_correlation_with_its_n(plugin, scores_layer):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    processing.run("asm:compareindicators", {"SCORES": scores_layer, **PAIR, **SINKS}, feedback=feedback)
    log = feedback.textLog()
    assert "Kendall's tau-b -0.333 (n = 3)" in log
    assert "Scores: no correlation" in log  # this table has levels only
    assert "Not compared, security:no_data: 1 sites" in log


@pytest.mark.parametrize("classes, n", [("three", 3), ("each_level", 4)])
def test_no_two_cells_look_alike_and_none_differs_by_colour_alone(styled_layer, classes, n):
    categories = styled_layer(classes).renderer().categories()
    assert len(categories) == n * n + 1
    markers = [category.symbol().symbolLayer(0) for category in categories]
    assert len({(marker.shape(), round(marker.size(), 2)) for marker in markers}) == n * n + 1
    assert len({marker.color().name() for marker in markers}) == n * n + 1


def test_words_and_counts_of_the_cells(styled_layer):
    labels = [category.label() for category in styled_layer(language="fr").renderer().categories()]
    assert labels[0] == "Sécurité: élevé; Formalisation: élevé (n = 0)"
    assert "Sécurité: faible – moyen; Formalisation: très faible (n = 1)" in labels
    assert labels[-1] == "non comparé (n = 2)"


def test_the_key_is_the_legend_and_travels_with_the_project(styled_layer, tmp_path):
    layer = styled_layer()
    project = QgsProject.instance()
    nodes = QgsLayerTreeModel(project.layerTreeRoot()).layerLegendNodes(
        project.layerTreeRoot().findLayer(layer.id())
    )
    assert [type(node).__name__ for node in nodes] == ["QgsImageLegendNode"]
    path = str(tmp_path / "project.qgs")
    assert project.write(path)
    again = QgsProject()
    assert again.read(path)
    key = again.mapLayersByName(layer.name())[0].legendPlaceholderImage()
    assert key == layer.legendPlaceholderImage()
    assert key.startswith("base64:")
    again.clear()


def test_the_key_as_a_picture(run, scores_layer, tmp_path):
    path = str(tmp_path / "key.png")
    run("asm:compareindicators", SCORES=scores_layer, **PAIR, LEGEND=path, **SINKS)
    key = QImage(path)
    assert key.width() == 1360
    middle = key.width() // 2
    # The corner of the worst in both is at the bottom of the square, the best at its top.
    colours = [key.pixelColor(middle, y).name() for y in (60, 900)]
    assert colours == ["#d3d3d3", "#551601"]


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"X": "safety"}, "X: SCORES has no indicator 'safety'; choose one of", id="no such one"),
        pytest.param({"X": "formalisation"}, "Both indicators are formalisation", id="the same twice"),
    ],
)
def test_what_cannot_be_compared_is_said(run, scores_layer, change, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:compareindicators", SCORES=scores_layer, **{**PAIR, **change}, **SINKS)


@pytest.mark.real_data
def test_security_and_formalisation_of_the_release_of_may_2026(plugin, data):
    """Cells and correlation from a plain crosstab of the scores; totals from the raw file."""
    from qgis import processing

    names = ("SITES", "VISITS", "ACTORS", "STATUSES")
    sinks = dict.fromkeys((*names, "FINDINGS"), "TEMPORARY_OUTPUT")
    path = data / "ipis" / "cod_mines_ipis_2026-05.csv"
    imported = processing.run("asm:importvisits", {"INPUT": str(path), **sinks})
    tables = {name: imported[name] for name in names}
    scores = processing.run("asm:scorecard", {**tables, "SCORES": "TEMPORARY_OUTPUT"})["SCORES"]
    result = processing.run(
        "asm:compareindicators", {"SCORES": scores, **PAIR, "CLASSES": "each_level", **SINKS}
    )
    rows = pd.DataFrame(
        [
            (row["security_level"], row["formalisation_level"])
            for row in scores.getFeatures()
            if row["state"] == "scored" and NULL not in (row["security_level"], row["formalisation_level"])
        ],
        columns=["x", "y"],
    ).astype(int)
    rows = rows[(rows > 0).all(axis=1)]
    expected = rows.value_counts().to_dict()
    found = {
        (row["x_class"], row["y_class"]): row["sites"]
        for row in result["COUNTS"].getFeatures()
        if row["kind"] == "cell" and row["sites"]
    }
    assert found == expected
    assert result["RHO"] == pytest.approx(rows.corr("spearman").loc["x", "y"])
    assert result["N_COMPARED"] == len(rows) == 1222
    with path.open(encoding="utf-8") as file:
        assert result["N_SITES"] == len({row["pcode"] for row in csv.DictReader(file)})
