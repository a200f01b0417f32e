"""The pre-flight of what a map shows and says: sources, colours, legend, memory, names."""

import pytest
from asm_atlas.cartography.preflight import (
    ERROR,
    check_sheet,
    label_loss,
)
from asm_atlas.cartography.preflight import raster as raster_rules
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from qgis.core import (
    QgsLayerMetadata,
    QgsRendererCategory,
    QgsSymbol,
)
from qgis.PyQt.QtGui import QColor

REQUEST = SheetRequest(area="Ngala-Nord", paper="A3", orientation="portrait")


@pytest.fixture()
def sheet(good_sheet):
    return good_sheet


def found(sheet, code, dpi=100, has_picture=True):
    return [finding for finding in check_sheet(sheet, dpi, has_picture) if finding.code == code]


def two_titles(sheet, colours):
    """The one title and a second class for the same value's neighbour, in given colours."""
    layer = sheet.layers["titles"]
    renderer = layer.renderer().clone()
    renderer.setClassAttribute("type")
    renderer.deleteAllCategories()
    names = ("PE", "PR")
    for name, colour in zip(names, colours):
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(colour))
        symbol.symbolLayer(0).setStrokeColor(QColor(colour))
        renderer.addCategory(QgsRendererCategory(name, symbol, name))
    layer.setRenderer(
        renderer
    )  # legends follow the layer; from QGIS 3.34 on new classes have keys of their own


@pytest.fixture()
def titled_sheet(stated_layers, make_area_layer, sheet_project):
    titles = make_area_layer([("12", 27.1, -2.2, 27.3, -2.05, "PE"), ("13", 27.5, -2.8, 27.7, -2.7, "PR")])
    titles.setMetadata(stated_layers.titles.metadata())
    given = SheetLayers(stated_layers.sites, provinces=stated_layers.provinces, titles=titles)
    return build_sheet(given, REQUEST, sheet_project)


# -- sources and projection ------------------------------------------------------------------------


def test_layers_without_source_are_named_once(stated_layers, sheet_project):
    stated_layers.provinces.setMetadata(QgsLayerMetadata())
    stated_layers.provinces.setName("my provinces")
    sheet = build_sheet(stated_layers, REQUEST, sheet_project)
    (finding,) = found(sheet, "source_not_stated")
    assert finding.values["layers"] == "Province boundary"
    assert found(sheet, "source_not_printed") == []


def test_a_source_that_is_stated_but_not_printed(sheet):
    sheet.layout.itemById("sources").setText("Mining sites: somebody")
    (finding,) = found(sheet, "source_not_printed")
    assert "sites" in finding.values["layers"] and "Protected area" in finding.values["layers"]


def test_no_projection_printed(sheet):
    sheet.layout.removeLayoutItem(sheet.layout.itemById("crs"))
    (finding,) = found(sheet, "crs_not_printed")
    assert "EPSG:32735" in finding.sentence()


# -- colours -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "colours, code",
    [
        pytest.param(("#fdae61", "#a6d96a"), "colours_too_near", id="orange and light green"),
        pytest.param(("#8b5928", "#006600"), "colours_near", id="brown and dark green"),
        pytest.param(("#d7191c", "#2c7bb6"), "", id="red and blue"),
    ],
)
def test_classes_that_look_alike(titled_sheet, colours, code):
    two_titles(titled_sheet, colours)
    findings = [f for f in check_sheet(titled_sheet, 100) if f.code.startswith("colours")]
    assert [finding.code for finding in findings] == ([code] if code else [])
    if code:
        assert "PE and PR" in findings[0].sentence()
        assert findings[0].layer == titled_sheet.layers["titles"].id()


def test_a_hatch_is_a_second_cue(titled_sheet):
    two_titles(titled_sheet, ("#fdae61", "#a6d96a"))
    layer = titled_sheet.layers["titles"]
    category = layer.renderer().categories()[0]
    symbol = category.symbol().clone()
    symbol.symbolLayer(0).setBrushStyle(symbol.symbolLayer(0).brushStyle().__class__(7))
    layer.renderer().updateCategorySymbol(0, symbol)
    assert not [f for f in check_sheet(titled_sheet, 100) if f.code.startswith("colours")]


def test_classes_that_are_not_on_the_map_do_not_count(titled_sheet):
    two_titles(titled_sheet, ("#fdae61", "#a6d96a"))
    layer = titled_sheet.layers["titles"]
    layer.setSubsetString("\"type\" = 'PE'")
    assert not [f for f in check_sheet(titled_sheet, 100) if f.code.startswith("colours")]


def test_pale_symbols_are_told_with_the_worst(titled_sheet):
    two_titles(titled_sheet, ("#ffdead", "#0047ab"))
    (finding,) = found(titled_sheet, "contrast_low")
    assert finding.values["one"] == "PE" and finding.values["n"] == 1
    two_titles(titled_sheet, ("#0047ab", "#961f21"))
    assert found(titled_sheet, "contrast_low") == []


# -- legend ------------------------------------------------------------------------------------------


def test_a_class_that_no_legend_explains(titled_sheet):
    two_titles(titled_sheet, ("#d7191c", "#2c7bb6"))
    legend = titled_sheet.layout.itemById("context_legend")
    root = legend.model().rootGroup()
    assert found(titled_sheet, "class_not_in_legend") == []
    root.removeLayer(titled_sheet.layers["titles"])
    (finding,) = found(titled_sheet, "class_not_in_legend")
    assert finding.values["labels"] == "PE, PR"
    assert finding.layer == titled_sheet.layers["titles"].id()


def test_lines_of_the_key_without_a_site(sheet):
    assert found(sheet, "key_entry_idle") == []
    provider = sheet.layers["sites"].dataProvider()
    provider.deleteFeatures(
        [row.id() for row in sheet.layers["sites"].getFeatures() if row["name"] == "Kabanda"]
    )
    (finding,) = found(sheet, "key_entry_idle")
    assert finding.values["labels"] == "Green"
    assert finding.item == "qualification_0_text" and finding.place.page == 1
    sheet.layout.removeLayoutItem(sheet.layout.itemById(finding.item))
    assert found(sheet, "key_entry_idle") == []


def test_a_disc_of_a_chart_without_a_site(sheet):
    named = [entry.label for entry in sheet.entries if entry.section == "minerals_chart"]
    assert named, "the discs of the chart are part of the key"
    layer = sheet.layers["sites"]
    mineral = layer.fields().lookupField("mineral_main")
    layer.dataProvider().changeAttributeValues(
        {row.id(): {mineral: "sapphire"} for row in layer.getFeatures()}
    )
    (finding,) = found(sheet, "key_entry_idle")
    assert finding.values["labels"] == ", ".join(named) and finding.item.startswith("minerals_chart")


# -- memory and labels -------------------------------------------------------------------------------


def test_memory_follows_the_pixels(sheet, monkeypatch):
    a3_at_300 = 4 * 3508 * 4961 / 2**20
    assert raster_rules.needed_mib(sheet.layout, 300, True, set()) == pytest.approx(
        200 + a3_at_300, rel=0.002
    )
    assert raster_rules.needed_mib(sheet.layout, 300, False, set()) == 200
    assert raster_rules.needed_mib(sheet.layout, 300, False, {"effect"}) == pytest.approx(
        200 + 5.4 * a3_at_300, rel=0.002
    )
    monkeypatch.setattr(raster_rules, "free_mib", lambda: 500.0)
    (finding,) = found(sheet, "memory", dpi=300)
    assert finding.severity == ERROR and "of the 500 MiB" in finding.sentence()
    assert found(sheet, "memory", dpi=100) == []
    assert found(sheet, "memory", dpi=300, has_picture=False) == []
    sheet.layers["areas"].setOpacity(0.4)
    (finding,) = found(sheet, "memory", dpi=300, has_picture=False)
    assert "opacity" in finding.sentence()
    monkeypatch.setattr(raster_rules, "free_mib", lambda: None)
    assert found(sheet, "memory", dpi=300) == []


def test_more_pixels_than_can_be_drawn(sheet):
    (finding,) = found(sheet, "too_many_pixels", dpi=2000)
    assert "33071 pixels" in finding.sentence()
    assert found(sheet, "too_many_pixels", dpi=2000, has_picture=False) == []


@pytest.mark.parametrize("placed, unplaced, n", [(75, 25, 0), (70, 30, 1), (0, 0, 0), (0, 3, 1)])
def test_names_without_room(sheet, placed, unplaced, n):
    findings = label_loss(sheet.main, placed, unplaced)
    assert len(findings) == n
    if n:
        assert f"{unplaced} of {placed + unplaced} names" in findings[0].sentence()
