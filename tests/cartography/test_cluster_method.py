"""How clusters were found, in words: from the layer's metadata to the sheet, in both languages."""

import json
import re
from dataclasses import replace

import pytest
from asm_atlas.cartography.cluster_method import (
    CLUSTER_KEYWORD,
    count_lines,
    method_lines,
    stated_method,
    theme_of_clusters,
)
from asm_atlas.cartography.recipe import read_recipe
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from asm_atlas.cartography.theme import read_theme, safe_twin
from asm_atlas.cartography.themed import themed_layer
from asm_atlas.core.clusters.kernels import KERNELS
from qgis.core import QgsFeature, QgsField, QgsFillSymbol, QgsGeometry, QgsLayoutItemLabel, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

METHOD = {
    "statistic": "moran",
    "fields": ["security_level"],
    "neighbours": "knn",
    "k": 8,
    "standardised": True,
    "median_m": 6430.0,
    "longest_m": 49100.0,
    "permutations": 99999,
    "seed": 123456789,
    "alpha": 0.05,
    "tail": "two_sided",
    "correction": "none",
    "n_used": 1228,
    "n_tested": 1220,
    "n_left_out": 2195,
    "n_isolated": 8,
    "overall": 0.4932,
    "overall_expected": -0.0008,
    "overall_p": 0.002,
    "overall_permutations": 999,
}
# The longest that an algorithm can say.
LONGEST = {
    **METHOD,
    "statistic": "geary_multivariate",
    "fields": ["security_level", "state_services_level", "access_level"],
    "neighbours": "inverse_distance",
    "distance_m": 123456.789,
    "is_smallest": True,
    "power": 1.5,
    "tail": "geoda",
    "n_set_aside": 2341,
    "area": "Haut-Katanga",
}
STATISTICS = {
    "moran": "clusters",
    "moran_bivariate": "clusters",
    "moran_rate": "clusters",
    "geary": "clusters_geary",
    "geary_multivariate": "clusters_geary_multi",
    "g": "clusters_hotspots",
    "gstar": "clusters_hotspots",
    "join_count": "clusters_colocation",
    "colocation": "clusters_colocation",
}


def clusters_layer(method, kind="Point", text=None):
    """Nine features, one of each code and two that no class names."""
    robust = "&".join(f"field={dim}_robust:string" for dim in ("security", "state_services", "access"))
    layer = QgsVectorLayer(
        f"{kind}?crs=EPSG:4326&field=pcode:string&field=lisa_cluster:integer&{robust}", "c", "memory"
    )
    metadata = layer.metadata()
    metadata.setKeywords({CLUSTER_KEYWORD: [json.dumps(method) if text is None else text]})
    layer.setMetadata(metadata)
    for number, code in enumerate((0, 1, 2, 3, 4, 5, 6, None, 9)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"s{number}", code])
        x, y = 28 + number / 10, -2
        square = f"Polygon (({x} {y}, {x + 0.1} {y}, {x + 0.1} {y + 0.1}, {x} {y}))"
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({x} {y})" if kind == "Point" else square))
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def test_the_method_in_english(qgis_new_project):
    lines = method_lines(METHOD, clusters_layer(METHOD), "en") + count_lines(METHOD, "en")
    assert lines == [
        "Local Moran's I: Security (level)",
        "High is a high level or score, as a rule the better end: red is not danger, blue not safety.",
        "Neighbours: the 8 nearest sites; the weights of a site add up to 1. Half of the neighbours are within "
        "6.43 km, the farthest at 49.1 km.",
        "Marked: two-sided p of at most 0.05, not corrected for the number of sites; 99\u00a0999 permutations, seed "
        "123456789.",
        "n = 1\u00a0228 sites used; 2\u00a0195 left out for lack of a value, 8 isolated (no neighbour). By chance alone "
        "about 61 of them would be marked.",
        "All sites together: 0.493, by chance -0.001; p = 0.002 (999 permutations).",
    ]


def test_the_figures_in_french(qgis_new_project):
    lines = method_lines(METHOD, clusters_layer(METHOD), "fr") + count_lines(METHOD, "fr")
    assert lines[0] == "I de Moran local : Sécurité (niveau)"
    assert lines[1].startswith("Haut est un niveau ou une note élevés")
    assert "à moins de 6,43 km, le plus éloigné à 49,1 km" in lines[2] and "d'au plus 0,05," in lines[3]
    assert lines[5].startswith("Tous les sites ensemble : 0,493, par hasard -0,001 ; p = 0,002")


@pytest.mark.parametrize(
    "change, said",
    [
        ({"tail": "geoda"}, "about 122 of them"),
        ({"correction": "fdr"}, "two-sided q of at most 0.05, false discovery rate"),
        ({"neighbours": "band", "distance_m": 16304.073, "is_smallest": True}, "within 16.3 km (the least"),
        ({"neighbours": "kernel", "kernel": "gaussian", "distance_m": 20000.0}, "Gaussian kernel of 20 km"),
        ({"neighbours": "kernel", "kernel": "quartic"}, "as wide as the 8 nearest sites"),
        ({"neighbours": "queen", "order": 2}, "a border or a corner, order 2"),
        ({"neighbours": "file", "file": "guerry.gal"}, "those of the file guerry.gal"),
        ({"statistic": "join_count", "at_most": 2}, "Local join counts: Security (level) at most 2"),
        ({"statistic": "join_count"}, "; each counts as one."),
        ({"statistic": "moran_rate", "fields": ["incidents", "people"]}, "Bayes): incidents per people"),
        ({"area": "Lubero", "n_set_aside": 4}, "Sites of Lubero only"),
    ],
)
def test_what_was_chosen_is_said(qgis_new_project, change, said):
    method = {**METHOD, **change}
    lines = method_lines(method, clusters_layer(method), "en") + count_lines(method, "en")
    assert said in " ".join(lines)
    if change.get("correction") == "fdr" or change.get("statistic") == "join_count":
        assert "by chance alone" not in " ".join(lines).casefold()
    assert "{" not in " ".join(method_lines(method, None, "fr") + count_lines(method, "fr"))


@pytest.mark.parametrize(
    "change, is_said",
    [
        pytest.param({}, True, id="a level"),
        pytest.param({"statistic": "gstar", "fields": ["security_score"]}, True, id="hot spots of a score"),
        pytest.param({"fields": ["incidents"]}, False, id="another field"),
        pytest.param(
            {"statistic": "moran_bivariate", "fields": ["access_level", "incidents"]}, False, id="one other"
        ),
        pytest.param({"statistic": "geary_multivariate"}, False, id="alike or not"),
        pytest.param({"statistic": "join_count", "at_most": 2}, False, id="yes or no"),
    ],
)
def test_the_better_end_is_said_of_high_levels_and_scores_alone(qgis_new_project, change, is_said):
    method = {**METHOD, **change}
    lines = method_lines(method, clusters_layer(method), "en")
    assert any("the better end" in line for line in lines) == is_said


@pytest.mark.parametrize("kernel", KERNELS)
def test_kernels_have_a_name_in_french(qgis_new_project, kernel):
    method = {**METHOD, "neighbours": "kernel", "kernel": kernel, "distance_m": 20000.0}
    line = " ".join(method_lines(method, clusters_layer(method), "fr"))
    names = "uniforme|triangulaire|d'Epanechnikov|quartique|gaussien"
    assert re.search(f"noyau ({names}) de 20 km", line)


@pytest.mark.parametrize("text", ["", "not JSON", "[1]"])
def test_metadata_edited_by_hand_say_nothing(qgis_new_project, text):
    layer = clusters_layer(METHOD, text=text)
    assert stated_method(layer) == {} and theme_of_clusters(layer) == "clusters"


@pytest.mark.parametrize("kind", ["Point", "Polygon"])
@pytest.mark.parametrize("statistic", STATISTICS)
def test_each_statistic_has_its_classes(qgis_new_project, statistic, kind):
    layer = clusters_layer({**METHOD, "statistic": statistic}, kind)
    assert theme_of_clusters(layer) == STATISTICS[statistic]
    for theme_id in (STATISTICS[statistic], safe_twin(STATISTICS[statistic])):
        look = themed_layer(read_theme(theme_id), layer, "fr")
        kinds = {entry.symbol.type() for entry in look.entries}
        assert len(kinds) == 1 and layer.geometryType() in {int(one) for one in kinds} | kinds
        assert {"non significatif", "sans valeur"} <= {entry.label for entry in look.entries}


@pytest.mark.parametrize("language, theme", [("en", "mine_glyph"), ("fr", "mine_glyph_safe")])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("method", [METHOD, LONGEST], ids=["usual", "longest"])
def test_the_sheet_says_it_on_its_own_paper(sheet_project, method, orientation, language, theme):
    clusters = clusters_layer(method)
    sites = sites_at(clusters)
    request = SheetRequest(recipe="clusters", language=language, theme=theme, orientation=orientation)
    sheet = build_sheet(SheetLayers(sites, clusters=clusters, **ground()), request, sheet_project)
    assert sheet.request.paper == read_recipe("clusters").papers[0] == "A4"
    labels = {
        item.id(): item.text().replace("\n", " ")
        for item in sheet.layout.items()
        if isinstance(item, QgsLayoutItemLabel)
    }
    said = [
        labels[name] for name in sorted(labels) if name.startswith(("cluster_method_", "cluster_counts_"))
    ]
    for line in [*method_lines(method, clusters, language), *count_lines(method, language)]:
        assert line in said
    headings = ("cluster_method", "cluster_counts", "legend_clusters_0", "context")
    assert {f"{name}_heading" for name in headings} <= labels.keys(), sorted(labels)
    assert not [note for note in sheet.notes if "cluster" in note]
    nothing = clusters_layer(METHOD, text="")
    silent = build_sheet(SheetLayers(sites, clusters=nothing), replace(request, paper="A3"), sheet_project)
    assert any("'cluster_method' is left out" in note for note in silent.notes)


def ground():
    """What lies round the clusters: each layer has its line in the key."""
    square = "Polygon ((27.5 -2.5, 29.4 -2.5, 29.4 -1.6, 27.5 -1.6, 27.5 -2.5))"
    shapes = {
        "provinces": square,
        "territories": square,
        "lakes": "Polygon ((28 -2.3, 28.2 -2.3, 28.2 -2.2, 28 -2.3))",
        "rivers": "LineString (27.6 -2.4, 29.2 -1.7)",
    }
    layers = {}
    for role, shape in shapes.items():
        kind = shape.partition(" ")[0]
        layers[role] = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=name:string", role, "memory")
        feature = QgsFeature(layers[role].fields())
        feature.setAttributes(["Ground"])
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        layers[role].dataProvider().addFeatures([feature])
        layers[role].updateExtents()
    return layers


def sites_at(clusters):
    """A site in the middle of each cluster feature."""
    sites = QgsVectorLayer("Point?crs=EPSG:4326&field=pcode:string&field=name:string", "sites", "memory")
    for field in ("mineral_main", "qualification", "presence", "actor_class", "workers", "minerals", "state"):
        sites.dataProvider().addAttributes([_text_field(field)])
    sites.updateFields()
    for row in clusters.getFeatures():
        feature = QgsFeature(sites.fields())
        feature["pcode"] = feature["name"] = row["pcode"]
        feature.setGeometry(row.geometry().centroid())
        sites.dataProvider().addFeatures([feature])
    sites.updateExtents()
    return sites


@pytest.mark.parametrize("theme", ["mine_glyph", "mine_glyph_safe"])
def test_clusters_of_areas_lie_under_lines_and_water(sheet_project, theme):
    clusters = clusters_layer({**METHOD, "neighbours": "queen"}, "Polygon")
    lakes = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "lakes", "memory")
    lake = QgsFeature(lakes.fields())
    lake.setGeometry(QgsGeometry.fromWkt("Polygon ((28.2 -2, 28.3 -2, 28.3 -1.9, 28.2 -2))"))
    lakes.dataProvider().addFeatures([lake])
    lakes.updateExtents()
    request = SheetRequest(recipe="clusters", theme=theme)
    sheet = build_sheet(
        SheetLayers(sites_at(clusters), clusters=clusters, lakes=lakes), request, sheet_project
    )
    drawn = list(sheet.layers)
    assert drawn.index("lakes") < drawn.index("clusters")
    symbols = [entry.symbol for entry in sheet.looks["clusters"].entries]
    assert {type(symbol) for symbol in symbols} == {QgsFillSymbol}
    counted = [item.text() for item in sheet.layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert "High–High: high among high (1)" in [text.replace("\n", " ") for text in counted]


def _text_field(name):
    return QgsField(name, QVariant.Int if name == "workers" else QVariant.String)
