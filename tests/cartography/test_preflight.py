"""Every rule of the pre-flight: a sheet that is good, and one change that trips the rule."""

import json

import pytest
from asm_atlas.cartography.context_styles import text_format
from asm_atlas.cartography.fonts import set_label_font
from asm_atlas.cartography.preflight import (
    ERROR,
    WARNING,
    check_layout,
    check_sheet,
    refuse,
)
from asm_atlas.cartography.preflight.page import label_font
from asm_atlas.core.exceptions import SheetError
from qgis.core import (
    QgsBlurEffect,
    QgsCoordinateReferenceSystem,
    QgsDropShadowEffect,
    QgsEffectStack,
    QgsHeatmapRenderer,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSymbolLayerReference,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFont, QPainter

MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply


@pytest.fixture()
def sheet(good_sheet):
    return good_sheet


def found(sheet, code, dpi=100, has_picture=True):
    return [finding for finding in check_sheet(sheet, dpi, has_picture) if finding.code == code]


def label(sheet, text, x, y, width, height, name="added"):
    item = QgsLayoutItemLabel(sheet.layout)
    item.setId(name)
    item.setText(text)
    font = QFont("Lato")
    font.setPointSizeF(9)
    set_label_font(item, font)
    item.attemptSetSceneRect(QRectF(x, y, width, height))
    sheet.layout.addLayoutItem(item)
    return item


def html(item):
    item.setMode(QgsLayoutItemLabel.Mode.ModeHtml)


def picture(sheet, path):
    item = QgsLayoutItemPicture(sheet.layout)
    item.setId("stamp")
    item.setPicturePath(path)
    item.attemptSetSceneRect(QRectF(230, 8, 10, 10))
    sheet.layout.addLayoutItem(item)


def shape(sheet, x, y, width, height):
    item = QgsLayoutItemShape(sheet.layout)
    item.setId("box")
    item.attemptSetSceneRect(QRectF(x, y, width, height))
    sheet.layout.addLayoutItem(item)
    return item


def second_map(sheet, extent, with_layers=True):
    item = QgsLayoutItemMap(sheet.layout)
    item.setId("second")
    item.attemptSetSceneRect(QRectF(250, 8, 15, 15))
    item.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    if extent is not None:
        item.zoomToExtent(extent)
    item.setLayers([sheet.layers["sites"]] if with_layers else [])
    item.setKeepLayerSet(True)
    sheet.layout.addLayoutItem(item)
    return item


def table(sheet, n_rows):
    item = QgsLayoutItemManualTable.create(sheet.layout)
    sheet.layout.addMultiFrame(item)
    item.setContentTextFormat(text_format(8, "#1a1a1a"))
    item.setHeaderTextFormat(text_format(8, "#1a1a1a"))
    item.setTableContents([[QgsTableCell(f"Site {n}")] for n in range(n_rows)])
    frame = QgsLayoutFrame(sheet.layout, item)
    frame.setId("index")
    frame.attemptSetSceneRect(QRectF(230, 8, 20, 20))
    item.addFrame(frame)


def sites(sheet):
    return sheet.layers["sites"]


def stack(effect):
    effects = QgsEffectStack()
    effects.appendEffect(effect)
    return effects


def effect_on_symbol(sheet):
    renderer = sheet.layers["areas"].renderer()
    symbol = renderer.symbol().clone()
    symbol.symbolLayer(0).setPaintEffect(stack(QgsDropShadowEffect()))
    renderer.setSymbol(symbol)


def change_text(layer, change):
    labeling = layer.labeling().clone()
    settings = labeling.settings("")
    text = settings.format()
    change(text)
    settings.setFormat(text)
    labeling = type(layer.labeling())(settings)
    layer.setLabeling(labeling)


def mask_on_text(text):
    mask = text.mask()
    mask.setEnabled(True)
    mask.setMaskedSymbolLayers([QgsSymbolLayerReference()])
    text.setMask(mask)


def shadow_on_text(text):
    shadow = text.shadow()
    shadow.setEnabled(True)
    text.setShadow(shadow)


def pale_text(text):
    text.setColor(QColor("#eeeeee"))


def pale(label):
    set_label_font(label, label_font(label), QColor("#dddddd"))


def font_of_text(text):
    text.setFont(QFont("Nowhere Grotesque"))


def test_a_good_sheet_has_nothing_to_mend(sheet):
    assert check_sheet(sheet, 100) == []


CHANGES = [
    # maps
    pytest.param(
        "extent_invalid",
        "second",
        lambda s: second_map(s, None).setExtent(QgsRectangle()),
        id="map without extent",
    ),
    pytest.param(
        "frame_blank", "second", lambda s: second_map(s, QgsRectangle(10, 50, 11, 51)), id="map elsewhere"
    ),
    pytest.param(
        "frame_blank",
        "second",
        lambda s: second_map(s, QgsRectangle(27, -3, 28, -2), False),
        id="map without layers",
    ),
    # pictures
    pytest.param("picture_missing", "stamp", lambda s: picture(s, "/nowhere/logo.png"), id="picture gone"),
    pytest.param("picture_missing", "stamp", lambda s: picture(s, ""), id="picture never chosen"),
    pytest.param("picture_missing", "stamp", lambda s: picture(s, __file__), id="no picture"),
    # fonts
    pytest.param(
        "font_missing",
        "subtitle",
        lambda s: set_label_font(s.layout.itemById("subtitle"), QFont("Nowhere Sans")),
        id="font gone",
    ),
    pytest.param(
        "font_missing", "main_map", lambda s: change_text(sites(s), font_of_text), id="font of labels gone"
    ),
    pytest.param(
        "glyph_missing", "added", lambda s: label(s, "鉱山", 230, 8, 20, 8), id="letters the font lacks"
    ),
    # texts and tables
    pytest.param(
        "text_overflow",
        "added",
        lambda s: label(s, "much too long for one line", 230, 8, 14, 5),
        id="text cut below",
    ),
    pytest.param(
        "text_overflow", "added", lambda s: label(s, "Muhindo-Kabambare", 230, 8, 14, 9), id="word too wide"
    ),
    pytest.param(
        "text_overflow",
        "added",
        lambda s: label(s, "[% 'Kabambare ' || 2 * 1000000 %]", 230, 8, 14, 4),
        id="expression",
    ),
    pytest.param("table_overflow", "index", lambda s: table(s, 40), id="rows not shown"),
    pytest.param(
        "legend_overflow",
        "context_legend",
        lambda s: s.layout.itemById("context_legend").attemptResize(QgsLayoutSize(40, 10)),
        id="legend cut",
    ),
    # places
    pytest.param(
        "text_off_page", "added", lambda s: label(s, "beyond the edge", 285, 8, 30, 8), id="text off the page"
    ),
    pytest.param("item_off_page", "box", lambda s: shape(s, 290, 8, 30, 8), id="shape off the page"),
    pytest.param(
        "items_overlap", "added", lambda s: label(s, "over the title", 10, 10, 60, 8), id="text on text"
    ),
    pytest.param(
        "items_overlap",
        "added",
        lambda s: (shape(s, 230, 8, 10, 6), label(s, "crossing it", 233, 9, 30, 5)),
        id="text across a box",
    ),
    pytest.param(
        "no_blocker", "added", lambda s: label(s, "on the map", 100, 100, 30, 6), id="text on the map"
    ),
    pytest.param(
        "hidden_by_map",
        "main_map",
        lambda s: label(s, "beneath the map", 100, 100, 30, 6).setZValue(-1),
        id="text under the map",
    ),
    pytest.param("html_label", "added", lambda s: html(label(s, "<b>x</b>", 230, 8, 14, 5)), id="HTML"),
    # what becomes a picture
    pytest.param(
        "item_opacity",
        "subtitle",
        lambda s: s.layout.itemById("subtitle").setItemOpacity(0.5),
        id="item opacity",
    ),
    pytest.param("item_blend", "main_map", lambda s: s.main.setBlendMode(MULTIPLY), id="item blend mode"),
    pytest.param(
        "layer_opacity", "main_map", lambda s: s.layers["areas"].setOpacity(0.4), id="layer opacity"
    ),
    pytest.param(
        "layer_blend", "main_map", lambda s: s.layers["areas"].setBlendMode(MULTIPLY), id="layer blend mode"
    ),
    pytest.param(
        "layer_blend",
        "main_map",
        lambda s: s.layers["areas"].setFeatureBlendMode(MULTIPLY),
        id="feature blend",
    ),
    pytest.param(
        "layer_effect",
        "main_map",
        lambda s: s.layers["areas"].renderer().setPaintEffect(stack(QgsBlurEffect())),
        id="effect of a renderer",
    ),
    pytest.param("layer_effect", "main_map", effect_on_symbol, id="effect of a symbol layer"),
    pytest.param(
        "layer_effect", "main_map", lambda s: change_text(sites(s), shadow_on_text), id="shadow of labels"
    ),
    pytest.param("layer_mask", "main_map", lambda s: change_text(sites(s), mask_on_text), id="label mask"),
    pytest.param(
        "layer_raster",
        "main_map",
        lambda s: s.layers["areas"].renderer().setForceRasterRender(True),
        id="forced raster",
    ),
    pytest.param(
        "layer_raster", "main_map", lambda s: sites(s).setRenderer(QgsHeatmapRenderer()), id="heat map"
    ),
    # statements
    pytest.param(
        "scale_wrong",
        "scale_ratio",
        lambda s: s.main.setScale(s.main.scale() * 1.5),
        id="scale changed by hand",
    ),
    pytest.param(
        "scale_wrong", "added", lambda s: label(s, "Échelle 1/250.000", 230, 8, 40, 8), id="another ratio"
    ),
    pytest.param(
        "scale_bar_unlinked",
        "scale_bar",
        lambda s: s.layout.itemById("scale_bar").setLinkedMap(None),
        id="bar of no map",
    ),
    pytest.param(
        "crs_wrong",
        "crs",
        lambda s: s.layout.itemById("crs").setText("UTM 36S (EPSG:32736)"),
        id="another projection",
    ),
    # legend
    pytest.param(
        "legend_entry_idle",
        "context_legend",
        lambda s: s.layers["areas"].dataProvider().truncate(),
        id="legend of a layer that draws nothing",
    ),
    # contrast
    pytest.param(
        "label_contrast_low", "main_map", lambda s: change_text(sites(s), pale_text), id="pale names"
    ),
    pytest.param(
        "text_contrast_low",
        "caveat",
        lambda s: pale(s.layout.itemById("caveat")),
        id="pale text",
    ),
]


@pytest.mark.parametrize("code, item, change", CHANGES)
def test_a_change_by_hand_trips_its_rule(sheet, code, item, change):
    assert found(sheet, code) == []
    change(sheet)
    findings = found(sheet, code)
    assert [finding.item for finding in findings] == [item]
    (finding,) = findings
    assert finding.place is not None and finding.place.page == 1
    for language in ("en", "fr"):
        sentence = finding.sentence(language)
        assert "{" not in sentence and len(sentence) > 40
    assert finding.severity in (ERROR, WARNING)


def test_a_finding_says_where_on_the_page(sheet):
    label(sheet, "much too long for one line", 230, 8, 14, 5)
    (finding,) = found(sheet, "text_overflow")
    assert finding.place == (230, 8, 14, 5, 1)
    assert finding.sentence().startswith("The text 'much too long for one line' of 'added' is ")
    assert "1,5" not in finding.sentence() and " mm" in finding.sentence("fr")


def test_a_file_path_is_not_told(sheet):
    picture(sheet, "/home/anna/secret/logo.png")
    (finding,) = found(sheet, "picture_missing")
    assert "'logo.png'" in finding.sentence() and "anna" not in finding.sentence()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: label(s, "fits well", 230, 8, 20, 8), id="a text in its box"),
        pytest.param(lambda s: picture(s, "base64:" + PIXEL), id="a picture inside the layout"),
        pytest.param(lambda s: table(s, 2), id="a table in its frame"),
        pytest.param(
            lambda s: (shape(s, 229, 7, 40, 10), label(s, "in a box", 231, 9, 30, 6)), id="a text in a shape"
        ),
        pytest.param(
            lambda s: s.main.addLabelBlockingItem(label(s, "on the map", 100, 100, 30, 6)),
            id="a blocker on the map",
        ),
        pytest.param(lambda s: label(s, "B7", 100, 100, 6, 6, "grid_B7"), id="a letter of the grid"),
        pytest.param(
            lambda s: label(s, "beyond", 400, 8, 20, 8).setExcludeFromExports(True), id="not printed"
        ),
        pytest.param(lambda s: label(s, "beyond", 400, 8, 20, 8).setVisibility(False), id="hidden"),
        pytest.param(lambda s: label(s, "ratio 1:12 of 2021/22", 230, 8, 40, 8), id="other figures"),
        pytest.param(lambda s: label(s, f"1:{s.scale:,}", 230, 8, 30, 8), id="the right ratio, English"),
        pytest.param(
            lambda s: s.layers["areas"].renderer().setPaintEffect(idle_stack()), id="QGIS's idle effect"
        ),
        pytest.param(
            lambda s: s.layers["areas"].renderer().symbol().setOpacity(0.9), id="translucent symbol"
        ),
    ],
)
def test_what_is_allowed_is_not_told(sheet, change):
    change(sheet)
    assert check_sheet(sheet, 100) == []


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def idle_stack():
    from qgis.core import QgsDrawSourceEffect

    return stack(QgsDrawSourceEffect())


def test_a_layer_whose_file_is_gone(sheet):
    gone = QgsVectorLayer("/nowhere/roads.gpkg", "roads", "ogr")
    sheet.layout.project().addMapLayer(gone, False)
    sheet.main.setLayers([*sheet.main.layers(), gone])
    (finding,) = found(sheet, "layer_broken")
    assert finding.layer == gone.id() and finding.severity == ERROR


# -- the whole ---------------------------------------------------------------------------------------


def test_errors_come_first_and_stop(sheet):
    refuse(check_sheet(sheet, 100))
    label(sheet, "beyond the edge", 285, 8, 30, 8)
    picture(sheet, "/nowhere/logo.png")
    findings = check_sheet(sheet, 100)
    assert [finding.severity for finding in findings[:2]] == [ERROR, ERROR]
    with pytest.raises(SheetError, match=r"'logo\.png'.*beyond the edge of the page"):
        refuse(findings)


def test_a_layout_that_is_not_ours(sheet_project, make_site_layer):
    layer = make_site_layer([{"lon": 27.5, "lat": -2.5}])
    sheet_project.addMapLayer(layer)
    layout = QgsPrintLayout(sheet_project)
    layout.initializeDefaults()
    sheet_project.layoutManager().addLayout(layout)
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(10, 10, 200, 150))
    item.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    item.zoomToExtent(QgsRectangle(27, -3, 28, -2))
    layout.addLayoutItem(item)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setTextFormat(text_format(8, "#1a1a1a"))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(220, 20))
    codes = {finding.code for finding in check_layout(layout, 100)}
    assert codes == {"scale_bar_unlinked", "crs_not_printed", "source_not_stated", "class_not_in_legend"}


def test_an_empty_layout_has_no_findings(sheet_project):
    layout = QgsPrintLayout(sheet_project)
    assert check_layout(layout, 100) == []


def test_every_sentence_is_there_in_both_languages(resources):
    document = json.loads((resources / "reports" / "preflight.json").read_text(encoding="utf-8"))
    assert set(document["rules"]) == set(document["en"]["sentences"]) == set(document["fr"]["sentences"])
    assert set(document["en"]["words"]) == set(document["fr"]["words"])
    for code in document["rules"]:
        english, french = (document[language]["sentences"][code] for language in ("en", "fr"))
        assert braces(english) == braces(french), code
        assert ";" in english or ":" in english, "says what to do"


def braces(text):
    return {part.split("}")[0] for part in text.split("{")[1:]}


def test_the_project_of_the_user_is_not_asked(sheet):
    """A sheet in a project of its own is judged by that project."""
    assert QgsProject.instance().mapLayers() == {}
    assert check_sheet(sheet, 100) == []
