"""Every shipped recipe on the demo data: what is on the page, in both languages and colourings."""

import itertools
import re
from dataclasses import replace

import pytest
from asm_atlas.cartography.preflight.page import label_font
from asm_atlas.cartography.recipe import recipe_ids
from asm_atlas.cartography.sheet import build_sheet, private_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from asm_atlas.cartography.theme import read_theme, theme_minerals
from asm_atlas.core.exceptions import SheetError
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QSize
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

CONTEXT = ("provinces", "territories", "titles", "lakes", "rivers", "roads", "towns")
PROVINCE, TERRITORY, SITE = "Haut-Tessou", "Tessoumi", "codmine90001"


@pytest.fixture(scope="module")
def tables(plugin, resources, tmp_path_factory):
    """Paths of the demo's tables: sites, visits, scores, comparison, choropleth."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("tables")
    path = {
        name: str(folder / f"{name}.gpkg")
        for name in ("sites", "visits", "scores", "comparison", "choropleth")
    }
    demo = resources / "demo"
    visits = {"INPUT": str(demo / "visits.csv"), "SITES": path["sites"], "VISITS": path["visits"]}
    processing.run("asm:importvisits", {**visits, "FINDINGS": "TEMPORARY_OUTPUT"})
    of_sites = {"SITES": path["sites"], "VISITS": path["visits"]}
    processing.run("asm:scorecard", {**of_sites, "SCORES": path["scores"]})
    pair = {"SCORES": path["scores"], "X": "security", "Y": "formalisation"}
    processing.run("asm:compareindicators", {**pair, "COMPARISON": path["comparison"]})
    areas = {"GROUP_BY": "polygons", "POLYGONS": str(demo / "territories.geojson"), "NAME_FIELD": "adm2_name"}
    processing.run(
        "asm:summarisescores",
        {
            "SCORES": path["scores"],
            "N_MIN": 5,
            **areas,
            "GROUPS": "TEMPORARY_OUTPUT",
            "AREAS": path["choropleth"],
        },
    )
    return path


def made_up_clusters(sites):
    """Points with codes 0, 1 and 3 in turn."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=pcode:string&field=lisa_cluster:integer", "c", "memory")
    features = []
    for number, site in enumerate(sites.getFeatures()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([site["pcode"], (0, 1, 3)[number % 3]])
        feature.setGeometry(site.geometry())
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture()
def demo_layers(tables, resources, qgis_new_project):
    """Every layer that a recipe can ask for."""
    given = {role: QgsVectorLayer(path, role, "ogr") for role, path in tables.items()}
    for role in (*CONTEXT, "areas"):
        name = "protected_areas" if role == "areas" else role
        given[role] = QgsVectorLayer(str(resources / "demo" / f"{name}.geojson"), role, "ogr")
    return SheetLayers(**given, clusters=made_up_clusters(given["sites"]))


def asked(recipe, **more):
    """A request that the recipe can be built with."""
    area = {"site": "", "territory": TERRITORY}.get(recipe, PROVINCE)
    return SheetRequest(recipe=recipe, area=area, pcode=SITE if recipe == "site" else "", **more)


def texts_of(sheet):
    labels = (item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemLabel))
    return {item.id(): item.text().replace("\n", " ") for item in labels}


@pytest.mark.parametrize("recipe", [name for name in recipe_ids() if name != "protected_area"])
@pytest.mark.parametrize("language, theme", [("en", "mine_glyph"), ("fr", "mine_glyph_safe")])
def test_items_stay_on_the_page_and_off_each_other(demo_layers, sheet_project, recipe, language, theme):
    sheet = build_sheet(demo_layers, asked(recipe, language=language, theme=theme), sheet_project)
    pages = [
        page.mapRectToScene(page.rect()).adjusted(-0.5, -0.5, 0.5, 0.5)
        for page in sheet.layout.pageCollection().pages()
    ]
    items = {
        item.id(): item
        for item in sheet.layout.items()
        if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
    }
    for name, item in items.items():
        # Figures of the graticule stand outside the frame of a map.
        rect = item.rect() if isinstance(item, QgsLayoutItemMap) else item.boundingRect()
        assert any(page.contains(item.mapRectToScene(rect)) for page in pages), name
    labels = {name: item for name, item in items.items() if isinstance(item, QgsLayoutItemLabel)}
    # What stands on a map on purpose keeps the map's names away from it.
    on_map = {
        name
        for name, item in labels.items()
        if any(frame.isLabelBlockingItem(item) for frame in sheet.frames.values())
    }
    assert "fictional" in on_map
    for one, other in itertools.combinations(sorted(labels), 2):
        shared = labels[one].sceneBoundingRect().intersected(labels[other].sceneBoundingRect())
        assert shared.width() <= 0.7 or shared.height() <= 0.7, f"{one} lies on {other}"
    for one, frame in sheet.frames.items():
        inside = frame.mapRectToScene(frame.rect())
        for other in set(labels) - on_map:
            shared = inside.intersected(labels[other].sceneBoundingRect())
            assert shared.width() <= 0.7 or shared.height() <= 0.7, f"{other} lies on {one}"
    for name, item in labels.items():
        assert label_font(item).pointSizeF() >= 6 - 1e-6, name


@pytest.mark.parametrize(
    "recipe, ids",
    [
        ("province", {"key_heading", "minerals_chart_heading", "qualification_heading", "scorecard_heading"}),
        ("scorecard", {"security_heading", "formalisation_heading", "legend_scores_0_heading"}),
        ("comparison", {"pair_key_heading", "pair_key_1_1_n", "pair_key_3_3_n", "pair_key_note_0"}),
        ("clusters", {"legend_clusters_0_heading", "legend_clusters_0_0_text"}),
        ("territories", {"legend_choropleth_0_heading", "legend_choropleth_0_0_text"}),
        ("site", {"facts_heading", "history_heading", "reasons_heading", "reasons_security"}),
    ],
)
def test_a_recipe_has_its_blocks(demo_layers, sheet_project, recipe, ids):
    sheet = build_sheet(demo_layers, asked(recipe), sheet_project)
    assert ids <= texts_of(sheet).keys()


def test_small_maps_share_their_scale_and_ground(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("scorecard"), sheet_project)
    maps = [item for name, item in sheet.frames.items() if name != "locator"]
    assert next(iter(sheet.frames)) == "main" and len(maps) == 4
    assert len({round(item.scale()) for item in maps}) == 1
    assert len({item.extent().center().toString(0) for item in maps}) == 1
    # Each draws its own indicator, and what lies under it is the same layer.
    own = [item.layers()[0].id() for item in maps]
    assert len(set(own)) == 4
    assert len({tuple(layer.id() for layer in item.layers()[1:]) for item in maps}) == 1
    texts = texts_of(sheet)
    n_security = sum(
        1
        for row in sheet.layers["scores_security"].getFeatures()
        if row["security_level"] not in (None, NULL, 0)
    )
    assert texts["security_heading"] == f"Security (n = {n_security})"


def test_the_key_of_a_comparison_counts_the_sites_of_the_sheet(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("comparison"), sheet_project)
    rows = list(sheet.layers["comparison"].getFeatures())
    texts = texts_of(sheet)
    for i, j in itertools.product((1, 2, 3), repeat=2):
        assert texts[f"pair_key_{i}_{j}_n"] == str(sum(row["cell"] == f"{i}-{j}" for row in rows))
    assert texts["title"] == f"Security / Formalisation: {PROVINCE}"


def test_the_legend_of_clusters_has_those_on_the_map(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("clusters"), sheet_project)
    codes = [row["lisa_cluster"] for row in sheet.layers["clusters"].getFeatures()]
    texts = texts_of(sheet)
    rows = sorted(text for name, text in texts.items() if re.fullmatch(r"legend_clusters_0_\d+_text", name))
    assert len(rows) == 3
    assert [text for text in rows if text.startswith("High-High") or text.startswith("High–High")] == [
        text for text in rows if text.endswith(f"({codes.count(1)})") and text.startswith("High")
    ]


def test_the_classes_of_a_choropleth_are_the_same_on_every_sheet(demo_layers, sheet_project):
    def classes(area):
        sheet = build_sheet(demo_layers, replace(asked("territories"), area=area), sheet_project)
        texts = texts_of(sheet)
        rows = [text for name, text in texts.items() if re.fullmatch(r"legend_choropleth_0_\d+_text", name)]
        return sorted(re.sub(r"n = \d+", "n", row) for row in rows)

    assert classes(PROVINCE) == classes("Ngalara")


def test_a_site_sheet_says_what_its_tables_say(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("site"), sheet_project)
    site = sheet.ground.focus
    texts = texts_of(sheet)
    visits = [row for row in demo_layers.visits.getFeatures() if row["pcode"] == SITE]
    assert texts["title"] == site["name"]
    assert SITE in texts["subtitle"]
    shown = [text for name, text in texts.items() if re.fullmatch(r"history_\d+_0", name)]
    assert len(shown) == min(len(visits), 12)
    assert sorted(shown) == sorted(row["visit_date"].toString("yyyy-MM-dd") for row in visits)[-12:]
    assert sheet.layers["focus"].featureCount() == 1
    # The neighbourhood holds the circle of 10 km.
    assert sheet.main.extent().width() >= 20_000 - 1


def test_what_a_site_sheet_lacks_is_told_in_the_report(demo_layers, sheet_project):
    bare = replace(demo_layers, visits=None, scores=None)
    sheet = build_sheet(bare, asked("site"), sheet_project)
    assert "history_heading" not in texts_of(sheet)
    assert set(sheet.notes) >= {
        "The block 'reasons' is left out: there is no layer of scores.",
        "The block 'history' is left out: there is no layer of visits.",
    }


@pytest.mark.parametrize("theme", ["mine_glyph", "mine_glyph_safe"])
def test_a_known_site_has_the_colour_of_its_mineral(make_site_layer, sheet_project, theme):
    rows = [{"lon": 28.0, "lat": -2.0, "workers": 6000}, {"lon": 28.4, "lat": -2.4, "workers": 1}]
    sites = make_site_layer(
        [{**row, "name": None, "minerals": "cobalt", "mineral_main": "cobalt"} for row in rows]
    )
    sheet = build_sheet(SheetLayers(sites), SheetRequest(paper="A4", theme=theme), sheet_project)
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), sheet.main.crs(), QgsProject.instance()
    )
    place = to_map.transform(QgsPointXY(28.0, -2.0))
    extent, rect = sheet.main.extent(), sheet.main.rect()
    at = sheet.main.mapToScene(
        QPointF(
            (place.x() - extent.xMinimum()) / extent.width() * rect.width(),
            (extent.yMaximum() - place.y()) / extent.height() * rect.height(),
        )
    )
    dpi = 150
    image = QgsLayoutExporter(sheet.layout).renderPageToImage(0, QSize(), dpi)
    # Beside the middle, where a letter may stand: the disc is 4 mm wide.
    pixel = image.pixelColor(round((at.x() - 1.0) / 25.4 * dpi), round((at.y() + 0.6) / 25.4 * dpi))
    colours = {mineral.code: mineral.colour for mineral in theme_minerals(read_theme(theme))}
    assert pixel.name() == QColor(colours["cobalt"]).name()


def test_a_filter_keeps_what_it_holds_for(demo_layers, sheet_project, tmp_path):
    own = tmp_path / "towns.json"
    own.write_text(
        """{"id": "few", "extends": "province", "frames": {"main": {"layers": [
        {"role": "sites", "theme": "mine_glyph"}, {"role": "provinces"},
        {"role": "titles", "filter": "upper(\\"type\\") = 'PE'"}]}}}""",
        encoding="utf-8",
    )
    request = SheetRequest(area=PROVINCE, paper="A4", recipe_file=str(own))
    sheet = build_sheet(demo_layers, request, sheet_project)
    kinds = {row["type"] for row in sheet.layers["titles"].getFeatures()}
    assert kinds == {"PE"}


@pytest.mark.parametrize(
    "recipe, change, told",
    [
        ("scorecard", {"scores": None}, "needs a layer for SCORES"),
        (
            "comparison",
            {"comparison": "sites"},
            "lacks x_dimension.*use the output of 'Compare two indicators'",
        ),
        ("clusters", {"clusters": "sites"}, "lacks lisa_cluster"),
        ("territories", {"choropleth": "provinces"}, "lacks <indicator>_low_share"),
    ],
)
def test_a_layer_that_does_not_fit_its_recipe_is_told(demo_layers, recipe, change, told):
    given = {
        role: getattr(demo_layers, other) if isinstance(other, str) else other
        for role, other in change.items()
    }
    with pytest.raises(SheetError, match=told), private_sheet(replace(demo_layers, **given), asked(recipe)):
        pass


def test_the_project_of_the_user_stays_as_it_is(demo_layers, tmp_path):
    """File, layers, styles, layouts and the mark of unsaved changes."""
    project = QgsProject.instance()
    for layer in demo_layers.present().values():
        project.addMapLayer(layer)
    path = tmp_path / "mine.qgz"
    assert project.write(str(path))
    before = path.read_bytes()

    def state():
        styles = {}
        for name, layer in project.mapLayers().items():
            document = QDomDocument("qgis")
            layer.exportNamedStyle(document)
            styles[name] = document.toString()
        return styles, [layout.name() for layout in project.layoutManager().layouts()], project.isDirty()

    untouched = state()
    for recipe in ("province", "scorecard", "site", "territories"):
        with private_sheet(demo_layers, asked(recipe)):
            pass
    assert state() == untouched
    assert path.read_bytes() == before


def territories_named(sheet):
    """Names and provinces of the territories that the main map names."""
    layers = (layer for layer in sheet.main.layers() if layer.name() == "Territory boundary")
    layer = next(layer for layer in layers if layer.labelsEnabled())
    expression = QgsExpression(layer.labeling().settings().fieldName)
    context = layer.createExpressionContext()
    named = []
    for unit in layer.getFeatures():
        context.setFeature(unit)
        if expression.evaluate(context).strip():
            named.append((unit["adm2_name"], unit["adm1_name"]))
    return named


def test_a_sheet_of_a_province_names_its_own_territories_alone(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("province_a3"), sheet_project)
    named = territories_named(sheet)
    assert {province for _, province in named} == {PROVINCE}
    assert len(named) > 1


def test_a_sheet_of_a_territory_names_those_round_it(demo_layers, sheet_project):
    sheet = build_sheet(demo_layers, asked("territory"), sheet_project)
    named = territories_named(sheet)
    assert {name for name, _ in named} > {TERRITORY}
