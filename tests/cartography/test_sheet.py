"""Built sheets: what is on the page, and the sentences when it cannot be."""

import re
from dataclasses import replace

import pytest
from asm_atlas.cartography.export import export_pdf, export_png
from asm_atlas.cartography.export_presets import export_options
from asm_atlas.cartography.map_frame import project_extent
from asm_atlas.cartography.recipe import read_recipe
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers, find_field, folded
from asm_atlas.cartography.sheet_request import SheetRequest
from asm_atlas.core.exceptions import SheetError
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsLayerMetadata,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

SITES = [
    {"lon": 27.2, "lat": -2.1, "name": "Kabanda", "qualification": "green", "workers": 700},
    {
        "lon": 27.6,
        "lat": -2.4,
        "name": "Numbi <b>&",
        "mineral_main": "coltan",
        "minerals": "coltan;cassiterite",
    },
    {"lon": 28.4, "lat": -2.2, "name": "Other province"},
    {"name": "Nowhere"},
]
PROVINCES = [("Ngala-Nord", 27, -2.9, 28, -2), ("Ngala-Sud", 28, -2.9, 29, -2)]


@pytest.fixture()
def layers(make_site_layer, make_area_layer):
    return SheetLayers(
        make_site_layer(SITES),
        provinces=make_area_layer(PROVINCES, "ADM1_FR"),
        areas=make_area_layer([("Parc des Orchidées", 27.3, -2.6, 27.9, -2.3)]),
        titles=make_area_layer(
            [("12", 27.1, -2.2, 27.3, -2.05, "PE"), ("13", 27.5, -2.8, 27.7, -2.7, "ZEA")]
        ),
    )


def labels_of(sheet):
    return {
        item.id(): item.text().replace("\n", " ")
        for item in sheet.layout.items()
        if isinstance(item, QgsLayoutItemLabel)
    }


@pytest.mark.parametrize("paper", ["A0", "A3", "A4"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_items_are_on_the_page_and_apart(layers, sheet_project, paper, orientation):
    request = SheetRequest(area="Ngala-Nord", paper=paper, orientation=orientation, language="fr")
    sheet = build_sheet(layers, request, sheet_project)
    pages = [page.sceneBoundingRect() for page in sheet.layout.pageCollection().pages()]
    items = {
        item.id(): item.sceneBoundingRect()
        for item in sheet.layout.items()
        if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
    }
    assert {
        "title",
        "subtitle",
        "main_map",
        "locator",
        "scale_bar",
        "context_legend",
        "caveat",
        "imprint",
    } <= items.keys()
    for name, rect in items.items():
        if not isinstance(
            sheet.layout.itemById(name), QgsLayoutItemMap
        ):  # graticule figures stand outside the frame
            assert any(page.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect) for page in pages), name
    texts = {
        name: rect
        for name, rect in items.items()
        if isinstance(sheet.layout.itemById(name), QgsLayoutItemLabel)
    }
    names = sorted(texts)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            shared = texts[one].intersected(texts[other])
            slack = 0.7  # a label's box is a little larger than its text
            assert shared.width() <= slack or shared.height() <= slack, f"{one} lies on {other}"


def test_the_map_shows_the_whole_area_at_a_round_scale_in_its_zone(layers, sheet_project):
    sheet = build_sheet(layers, SheetRequest(area="ngala nord", paper="A0"), sheet_project)
    step = sheet.scale / 10 ** (len(str(sheet.scale)) - 1)
    assert step in read_recipe("province").main["scale_steps"]
    assert sheet.main.crs().authid() == "EPSG:32735"
    assert f"1:{sheet.scale:,}".replace(",", " ") in labels_of(sheet)["scale_ratio"]
    assert "EPSG:32735" in labels_of(sheet)["crs"]
    area = project_extent(sheet.ground.extent, sheet.main.crs(), sheet_project.transformContext())
    assert sheet.main.extent().contains(area)


def test_only_the_sites_of_the_area_are_drawn_and_the_rest_is_counted(layers, sheet_project):
    sheet = build_sheet(layers, SheetRequest(area="Ngala-Nord"), sheet_project)
    assert sorted(feature["name"] for feature in sheet.ground.sites.getFeatures()) == [
        "Kabanda",
        "Numbi <b>&",
    ]
    assert sheet.ground.without_location == 1
    everything = build_sheet(layers, SheetRequest(), sheet_project)
    assert everything.ground.sites.featureCount() == 3


def test_the_legend_names_what_is_on_the_map_and_nothing_else(layers, sheet_project):
    sheet = build_sheet(layers, SheetRequest(area="Ngala-Nord"), sheet_project)
    texts = labels_of(sheet)
    minerals = {
        text: texts[name.replace("label", "count")]
        for name, text in texts.items()
        if re.fullmatch(r"minerals_chart_\d+_label", name)
    }
    assert minerals == {"Gold": "1", "Coltan (tantalum)": "1", "Unknown": "0"}
    tree = sheet.layout.itemById("context_legend").model().rootGroup()
    entries = [node.layer().name() for node in tree.findLayers()]
    # Layers of one line first: after the classes of titles it would look like one of them.
    assert entries == ["Province boundary", "Protected area", "Mining titles"]


def test_sources_come_from_metadata_and_say_when_none_is_stated(layers, sheet_project):
    metadata = QgsLayerMetadata()
    metadata.setRights(["Contains data of the Institute"])
    metadata.setLicenses(["ODC-BY 1.0"])
    layers.sites.setMetadata(metadata)
    sheet = build_sheet(layers, SheetRequest(area="Ngala-Nord"), sheet_project)
    assert sheet.sources[0] == "Mining sites: Contains data of the Institute; ODC-BY 1.0"
    assert sheet.sources[-1].startswith("Source and licence not stated: Province boundary (areas)")


def test_fictional_data_are_marked(layers, sheet_project):
    plain = build_sheet(layers, SheetRequest(area="Ngala-Nord"), sheet_project)
    assert "fictional" not in labels_of(plain)
    metadata = QgsLayerMetadata()
    metadata.setAbstract("Fictional: everything is invented")
    layers.sites.setMetadata(metadata)
    marked = build_sheet(layers, SheetRequest(area="Ngala-Nord", language="fr"), sheet_project)
    assert labels_of(marked)["fictional"] == "DONNÉES FICTIVES – lieu imaginaire"
    assert "countries" not in marked.layers


def test_texts_of_the_user_are_printed_as_they_are(layers, sheet_project):
    request = SheetRequest(
        area="Ngala-Nord",
        title="Or & <coltan>",
        subtitle="Essai",
        credits="Fait par l'Institut",
        map_id="IPIS-COD-001",
        version="3",
    )
    texts = labels_of(build_sheet(layers, request, sheet_project))
    assert texts["title"] == "Or & <coltan>"
    assert texts["subtitle"] == "Essai"
    assert texts["credits"] == "Fait par l'Institut"
    assert "IPIS-COD-001, version 3" in texts["imprint"]


@pytest.mark.parametrize(
    "change, told",
    [
        pytest.param({"area": "Atlantis"}, "has no 'Atlantis'.*Ngala-Nord", id="unknown province"),
        pytest.param(
            {"area": "Ngala-Nord", "logo": "nowhere.png"}, "logo 'nowhere.png' is not there", id="no logo"
        ),
        pytest.param({"area": "Ngala-Nord", "paper": "B5"}, "paper 'B5'", id="unknown paper"),
        pytest.param({"area": "Ngala-Nord", "title": "word " * 200}, "too long", id="title too long"),
        pytest.param(
            {"area": "Ngala-Nord", "paper": "A4", "credits": "words of thanks " * 400},
            "do not fit",
            id="credits too long",
        ),
        pytest.param({"area": "Ngala-Nord", "name_field": "nom"}, "has no field 'nom'", id="unknown field"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(layers, sheet_project, change, told):
    with pytest.raises(SheetError, match=told):
        build_sheet(layers, SheetRequest(**change), sheet_project)


def test_sites_that_are_areas_stand_at_a_point_on_them(layers, sheet_project, make_site_layer):
    points = make_site_layer(SITES)
    outlines = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "footprints", "memory")
    outlines.dataProvider().addAttributes(list(points.fields()))
    outlines.updateFields()
    rows = []
    for site in points.getFeatures():
        row = QgsFeature(outlines.fields())
        row.setAttributes(site.attributes())
        outline = site.geometry().buffer(0.01, 4)
        outline.convertToMultiType()
        row.setGeometry(outline)
        rows.append(row)
    outlines.dataProvider().addFeatures(rows)
    outlines.updateExtents()
    as_points = build_sheet(replace(layers, sites=points), SheetRequest(area="Ngala-Nord"), sheet_project)
    sheet = build_sheet(replace(layers, sites=outlines), SheetRequest(area="Ngala-Nord"), sheet_project)
    assert sheet.ground.pcodes == as_points.ground.pcodes
    for one, other in zip(sheet.ground.sites.getFeatures(), as_points.ground.sites.getFeatures()):
        assert one.geometry().distance(other.geometry()) < 0.01
    assert any("'footprints' are areas" in note for note in sheet.notes)
    assert not any("are areas" in note for note in as_points.notes)


def test_layers_that_cannot_serve_as_sites_are_told(layers, make_site_layer, make_area_layer, sheet_project):
    with pytest.raises(SheetError, match="lacks the fields mineral_main, "):
        build_sheet(replace(layers, sites=layers.areas), SheetRequest(), sheet_project)
    lines = QgsVectorLayer("LineString?crs=EPSG:4326", "lines", "memory")
    with pytest.raises(SheetError, match="has no points"):
        build_sheet(replace(layers, sites=lines), SheetRequest(), sheet_project)
    with pytest.raises(SheetError, match="no site with a location"):
        build_sheet(
            replace(layers, sites=make_site_layer([{"name": "Nowhere"}])), SheetRequest(), sheet_project
        )
    far = make_site_layer([{"lon": 10, "lat": 50}])
    with pytest.raises(SheetError, match="no site with a location in 'Ngala-Nord'"):
        build_sheet(replace(layers, sites=far), SheetRequest(area="Ngala-Nord"), sheet_project)
    with pytest.raises(SheetError, match="a layer of provinces is needed"):
        build_sheet(replace(layers, provinces=None), SheetRequest(area="Ngala-Nord"), sheet_project)
    bare = make_site_layer(SITES)
    bare.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(SheetError, match="no coordinate reference system"):
        build_sheet(replace(layers, sites=bare), SheetRequest(), sheet_project)
    lacking = make_site_layer(SITES)
    lacking.dataProvider().deleteAttributes([lacking.fields().lookupField("presence")])
    lacking.updateFields()
    with pytest.raises(SheetError, match="lacks the fields presence"):
        build_sheet(replace(layers, sites=lacking), SheetRequest(), sheet_project)


def test_the_layers_of_the_user_stay_as_they_are(layers, sheet_project):
    before = {
        role: (layer.renderer().dump(), layer.labelsEnabled()) for role, layer in layers.present().items()
    }
    build_sheet(layers, SheetRequest(area="Ngala-Nord"), sheet_project)
    after = {
        role: (layer.renderer().dump(), layer.labelsEnabled()) for role, layer in layers.present().items()
    }
    assert before == after


def test_export_is_whole_and_counts_the_names(layers, sheet_project, tmp_path):
    sheet = build_sheet(layers, SheetRequest(area="Ngala-Nord", paper="A4"), sheet_project)
    counted = export_pdf(sheet, tmp_path / "sheet.pdf")
    assert counted.placed + len(counted.unplaced) == 2
    export_png(sheet, tmp_path / "sheet.png", export_options("screen", 80))
    image = QImage(str(tmp_path / "sheet.png"))
    width_mm, height_mm = (210, 297) if sheet.orientation == "portrait" else (297, 210)
    assert image.width() == pytest.approx(width_mm / 25.4 * 80, abs=2)
    assert image.height() == pytest.approx(height_mm / 25.4 * 80, abs=2)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == ["sheet.pdf", "sheet.png", "sheet_2.png"], "the index is a page of its own"


def test_an_unwritable_target_is_told_and_leaves_nothing(layers, sheet_project, tmp_path):
    sheet = build_sheet(layers, SheetRequest(area="Ngala-Nord", paper="A4"), sheet_project)
    with pytest.raises(SheetError, match=r"folder of x\.pdf does not exist"):
        export_pdf(sheet, tmp_path / "missing" / "x.pdf")
    target = tmp_path / "taken.pdf"
    target.mkdir()
    with pytest.raises(SheetError, match=r"taken\.pdf"):
        export_pdf(sheet, target)
    assert list(target.iterdir()) == []


@pytest.mark.parametrize(
    "one, other, same",
    [("Sud-Kivu", "SUD KIVU", True), ("Équateur", "equateur", True), ("Kasaï", "Kasaï-Oriental", False)],
)
def test_names_compare_without_case_accents_and_hyphens(one, other, same):
    assert (folded(one) == folded(other)) is same


def test_a_field_is_found_in_any_case(make_area_layer):
    layer = make_area_layer(PROVINCES, "ADM1_FR")
    assert find_field(layer, ["adm1_name", "adm1_fr"]) == "ADM1_FR"
    assert find_field(layer, ["nom"]) == ""
