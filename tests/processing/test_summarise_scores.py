"""asm:summarisescores run as an algorithm: rows written, areas, styles, messages."""

import csv
from collections import Counter

import pandas as pd
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

SINKS = {"GROUPS": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"}
AREAS = {
    "Kivu": "Polygon((28 -4, 29 -4, 29 -1, 28 -1, 28 -4))",
    "Ituri": "Polygon((29 -1, 31 -1, 31 3, 29 3, 29 -1))",
    "Nobody": "Polygon((10 0, 11 0, 11 1, 10 0))",
}


def scores_layer_of(rows):
    """Scores of one indicator: (pcode, admin1, state, level, worst, best, longitude, latitude)."""
    names = ("security_level", "security_level_worst", "security_level_best")
    query = "&".join(f"field={name}:integer" for name in names)
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=pcode:string&field=admin1:string&field=state:string&field=date:date"
        f"&field=visit_id:string&field=scheme:string&field=security_score:double&{query}",
        "scores",
        "memory",
    )
    for pcode, admin1, state, level, worst, best, x, y in rows:
        feature = QgsFeature(layer.fields())
        score = None if not level else level * 20.0
        feature.setAttributes(
            [pcode, admin1, state, "2021-05-01", f"v{pcode}", "asm-atlas-1", score, level, worst, best]
        )
        if x is not None:
            feature.setGeometry(QgsGeometry.fromWkt(f"Point({x} {y})"))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def polygon_layer_of(areas):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=nom:string", "provinces", "memory")
    for name, wkt in areas.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture()
def scores_layer(qgis_new_project):
    return scores_layer_of(
        [
            ("a", "Kivu", "scored", 1, 1, 1, 28.5, -2),
            ("b", "Kivu", "scored", 2, 2, 3, 28.6, -2),
            ("c", "kivu ", "scored", 4, 4, 4, 28.7, -2),
            ("d", "Kivu", "scored", 0, 1, 4, 28.7, -2),
            ("e", "Ituri", "scored", 3, 3, 3, 30, 1),
            ("f", "Ituri", "inactive", 0, None, None, 50, 1),
            ("g", None, "scored", None, None, None, None, None),
        ]
    )


@pytest.fixture()
def polygon_layer(qgis_new_project):
    return polygon_layer_of(AREAS)


@pytest.fixture()
def sites_layer(qgis_new_project):
    layer = QgsVectorLayer(
        "None?field=pcode:string&field=visit_id:string&field=workers:integer&field=minerals:string"
        "&field=zone:string",
        "sites",
        "memory",
    )
    for pcode, workers, minerals in (
        ("a", 10, "gold"),
        ("b", 20, "gold;coltan"),
        ("c", None, "coltan"),
        ("e", 5, None),
    ):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([pcode, f"v{pcode}", workers, minerals, f"zone {pcode in 'ab'}"])
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def rows_of(layer, *names):
    return {row["group_name"]: tuple(row[name] for name in names) for row in layer.getFeatures()}


def test_groups_by_province(run, scores_layer):
    result = run("asm:summarisescores", SCORES=scores_layer, GROUP_BY="province", N_MIN=3, **SINKS)
    assert (result["N_SITES"], result["N_GROUPS"], result["N_TOO_FEW"]) == (7, 3, 2)
    names = ("sites", "scored", "inactive", "security_sites", "security_no_data", "security_not_applicable")
    assert rows_of(result["GROUPS"], *names) == {
        "Ituri": (2, 1, 1, 1, 0, 0),
        "Kivu": (4, 4, 0, 3, 1, 0),
        "unknown": (1, 1, 0, 0, 0, 1),
        "total": (7, 6, 1, 4, 1, 1),
    }
    shares = ("security_low_share", "security_low_least", "security_low_most", "security_median")
    found = rows_of(result["GROUPS"], *shares)
    assert found["Kivu"] == pytest.approx((2 / 3, 1 / 3, 2 / 3, 40))  # b may be medium
    assert found["Ituri"] == (NULL,) * 4
    assert rows_of(result["GROUPS"], "security_too_few")["Ituri"] == ("yes",)
    table = [
        (row["standing"], row["sites"], row["share"])
        for row in result["SUMMARY"].getFeatures()
        if row["group_name"] == "Kivu"
    ]
    assert [(standing, n) for standing, n, _ in table] == [
        ("very_low", 1),
        ("low", 1),
        ("medium", 0),
        ("high", 1),
        ("no_data", 1),
        ("not_applicable", 0),
        ("inactive", 0),
        ("too_old", 0),
        ("no_visit", 0),
    ]
    assert table[0][2] == pytest.approx(1 / 3)
    assert table[4][2] == NULL


def test_a_site_with_two_minerals_counts_in_both(plugin, scores_layer, sites_layer):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    parameters = {"SCORES": scores_layer, "SITES": sites_layer, "GROUP_BY": "mineral", **SINKS}
    result = processing.run("asm:summarisescores", parameters, feedback=feedback)
    found = rows_of(result["GROUPS"], "sites", "shared", "miners", "miners_unknown")
    assert found["Gold"] == (2, 1, 30, 0)
    assert found["Coltan (tantalum)"] == (2, 1, 20, 1)
    assert found["unknown"] == (4, 0, 5, 3)
    assert found["total"] == (7, 1, 35, 4)
    assert "1 rows count in several groups" in feedback.textLog()


def test_without_sites_miners_are_not_known(plugin, scores_layer):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    parameters = {"SCORES": scores_layer, "GROUP_BY": "year", **SINKS}
    groups = processing.run("asm:summarisescores", parameters, feedback=feedback)["GROUPS"]
    assert rows_of(groups, "sites", "miners", "miners_unknown") == {
        "2021": (7, NULL, 7),
        "total": (7, NULL, 7),
    }
    assert "Nothing is known of workers" in feedback.textLog()


def summed_by_polygons(run, scores_layer, polygon_layer):
    return run(
        "asm:summarisescores",
        SCORES=scores_layer,
        GROUP_BY="polygons",
        POLYGONS=polygon_layer,
        N_MIN=2,
        AREAS="TEMPORARY_OUTPUT",
        **SINKS,
    )


def test_polygons_by_location(run, scores_layer, polygon_layer):
    result = summed_by_polygons(run, scores_layer, polygon_layer)
    assert rows_of(result["GROUPS"], "group_kind", "sites") == {
        "Kivu": ("group", 4),
        "Ituri": ("group", 1),
        "Nobody": ("group", 0),
        "outside": ("outside", 1),
        "unknown": ("unknown", 1),
        "total": ("total", 7),
    }
    areas = rows_of(result["AREAS"], "sites", "security_too_few", "security_low_share")
    assert areas["Kivu"] == (4, "no", pytest.approx(2 / 3))
    assert (areas["Ituri"], areas["Nobody"]) == ((1, "yes", NULL), (0, "yes", NULL))
    assert [row.geometry().area() for row in result["AREAS"].getFeatures()] == pytest.approx([3, 8, 0.5])


def test_polygons_by_name_leave_unclear_names_empty(run, scores_layer):
    polygons = polygon_layer_of({"KIVU": AREAS["Kivu"], "Ituri": AREAS["Ituri"], "ituri": AREAS["Nobody"]})
    result = run(
        "asm:summarisescores",
        SCORES=scores_layer,
        GROUP_BY="province",
        POLYGONS=polygons,
        AREAS="TEMPORARY_OUTPUT",
        N_MIN=1,
        **SINKS,
    )
    assert [(row["group_name"], row["sites"]) for row in result["AREAS"].getFeatures()] == [
        ("Kivu", 4),
        ("Ituri", NULL),
        ("ituri", NULL),
    ]


def test_areas_come_styled_for_each_indicator(run, scores_layer, polygon_layer):
    from asm_atlas.cartography.group_style import style_each_dimension
    from asm_atlas.cartography.theme import read_theme

    result = summed_by_polygons(run, scores_layer, polygon_layer)
    layer = result["AREAS"]
    style_each_dimension(layer, read_theme("mine_glyph"), "en")
    assert layer.styleManager().currentStyle() == "Security"
    heading = layer.renderer().rootRule().children()[0]
    assert heading.label() == "Security: share of sites at very low or low"
    labels = [rule.label() for rule in heading.children()]
    assert labels[3:] == [
        "60–80 % (n = 1)",
        "80–100 % (n = 0)",
        "fewer than 2 sites with a level (n = 1)",
        "no site (n = 1)",
        "ASM Atlas default scheme – not IPIS' own weights",
    ]
    hatched = heading.children()[5].symbol()
    assert hatched.symbolLayerCount() == 2
    assert hatched.symbolLayer(0).fillColor().name() == "#ffffff"
    # Every polygon is drawn by one rule and no more.
    drawn = Counter()
    for rule in heading.children()[:-1]:
        drawn.update(row["group_name"] for row in layer.getFeatures(rule.filterExpression()))
    assert drawn == {"Kivu": 1, "Ituri": 1, "Nobody": 1}


@pytest.mark.parametrize("field, expected", [("state", {"scored": 6, "inactive": 1}), ("zone", None)])
def test_any_field_of_scores_or_sites(run, scores_layer, sites_layer, field, expected):
    result = run(
        "asm:summarisescores", SCORES=scores_layer, SITES=sites_layer, GROUP_BY="field", FIELD=field, **SINKS
    )
    found = {name: sites for name, (sites,) in rows_of(result["GROUPS"], "sites").items() if name != "total"}
    assert found == (expected or {"zone True": 2, "zone False": 2, "unknown": 3})


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"GROUP_BY": "polygons"}, "POLYGONS is empty", id="no polygons"),
        pytest.param({"GROUP_BY": "field"}, "FIELD is empty", id="no field"),
        pytest.param(
            {"GROUP_BY": "field", "FIELD": "nothing"}, "No table has the field 'nothing'", id="field"
        ),
        pytest.param({"GROUP_BY": "territory"}, "SCORES lacks the field admin2", id="no such column"),
    ],
)
def test_what_is_missing_is_said(run, scores_layer, change, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:summarisescores", SCORES=scores_layer, **change, **SINKS)


def test_a_table_that_holds_no_scores_is_explained(run, sites_layer):
    with pytest.raises(QgsProcessingException, match="no level of any indicator"):
        run("asm:summarisescores", SCORES=sites_layer, GROUP_BY="year", **SINKS)


def test_a_level_that_no_scheme_has_is_named(run, qgis_new_project):
    layer = scores_layer_of([("a", "Kivu", "scored", 9, 9, 9, 28, -2)])
    layer.dataProvider().changeAttributeValues({1: {layer.fields().lookupField("scheme"): "mine"}})
    with pytest.raises(
        QgsProcessingException, match="SCORES holds the level 9, but no scheme has more than 6"
    ):
        run("asm:summarisescores", SCORES=layer, GROUP_BY="year", **SINKS)


@pytest.fixture(scope="module")
def release(plugin, data):
    """Scores and sites of the release of May 2026."""
    from qgis import processing

    names = ("SITES", "VISITS", "ACTORS", "STATUSES")
    sinks = dict.fromkeys((*names, "FINDINGS"), "TEMPORARY_OUTPUT")
    path = str(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    imported = processing.run("asm:importvisits", {"INPUT": path, **sinks})
    tables = {name: imported[name] for name in names}
    scores = processing.run("asm:scorecard", {**tables, "SCORES": "TEMPORARY_OUTPUT"})["SCORES"]
    return {"SCORES": scores, "SITES": tables["SITES"]}


@pytest.mark.real_data
def test_provinces_of_the_release_of_may_2026(plugin, release, data):
    """Counts and miners from the raw file and a plain reading of the scores."""
    from qgis import processing

    result = processing.run(
        "asm:summarisescores",
        {
            **release,
            "GROUP_BY": "province",
            "POLYGONS": str(data / "admin" / "cod_adm1_26provinces_dissolved_from_adm2.gpkg"),
            "AREAS": "TEMPORARY_OUTPUT",
            **SINKS,
        },
    )
    scores = pd.DataFrame(
        [
            {name: row[name] for name in ("pcode", "admin1", "state", "security_level", "security_score")}
            for row in release["SCORES"].getFeatures()
        ]
    ).replace({NULL: None})
    scored = scores[(scores["state"] == "scored") & (scores["security_level"].fillna(0) > 0)]
    found = {row["group_name"]: row for row in result["GROUPS"].getFeatures()}
    assert found["total"]["sites"] == 3423
    assert [found["total"][f"security_level_{level}"] for level in (1, 2, 3, 4)] == [386, 192, 16, 634]
    for name, part in scored.groupby("admin1"):
        levels = part["security_level"].astype(int)
        assert [found[name][f"security_level_{level}"] for level in (1, 2, 3, 4)] == [
            (levels == level).sum() for level in (1, 2, 3, 4)
        ]
        if len(part) >= 5:
            assert found[name]["security_low_share"] == pytest.approx((levels <= 2).mean())
            assert found[name]["security_median"] == pytest.approx(part["security_score"].median())
    drawn = {row["group_name"] for row in result["AREAS"].getFeatures() if row["sites"] != NULL}
    assert drawn == set(scores["admin1"].dropna())

    # Miners: the last IPIS visit of each site in the raw file (ties: the lowest vid).
    with (data / "ipis" / "cod_mines_ipis_2026-05.csv").open(encoding="utf-8") as file:
        raw = pd.DataFrame(csv.DictReader(file))
    own = raw[raw["project"].str.startswith("IPIS")].copy()
    own["vid"] = own["vid"].astype(int)
    last = own.sort_values(["visit_date", "vid"], ascending=[False, True]).drop_duplicates("pcode")
    workers = pd.to_numeric(last["workers_numb"], errors="coerce")
    assert found["total"]["miners"] == workers.sum()
    assert found["total"]["miners_unknown"] == 3423 - workers.notna().sum()
