"""Pieces of sheets and names from other hands: nothing is fetched, nothing runs, nothing takes for ever."""

import json

import pytest
from asm_atlas.cartography.fonts import sheet_font, text_width_mm, wrap
from asm_atlas.cartography.hand_changes import ADDED, make_changes, sheet_key
from asm_atlas.cartography.table_styles import plain_map_tip
from asm_atlas.core.escaping import layout_text
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsExpression, QgsExpressionContext, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

PICTURE = '<LayoutItem type="65640" id="stamp" file="{0}" size="20,20,mm" position="30,30,mm"/>'
LABEL = '<LayoutItem type="65641" id="note" labelText="{0}" size="20,20,mm" position="30,30,mm"/>'


@pytest.mark.parametrize(
    "added, is_left_out",
    [
        pytest.param(PICTURE.format("http://192.0.2.1/x.svg"), True, id="picture of the web"),
        pytest.param(PICTURE.format("//192.0.2.1/share/x.svg"), True, id="picture of a share"),
        pytest.param(PICTURE.format("\\\\192.0.2.1\\share\\x.svg"), True, id="picture of a share of Windows"),
        pytest.param(PICTURE.format("/vsicurl/http://192.0.2.1/x.png"), True, id="picture by GDAL"),
        pytest.param(
            PICTURE.format("").replace(
                "/>", "><o><Option value=\"'https://192.0.2.1/' || 'x'\"/></o></LayoutItem>"
            ),
            True,
            id="picture of an expression",
        ),
        pytest.param(PICTURE.format("base64:PHN2Zy8+"), False, id="picture within"),
        pytest.param(LABEL.format("see http://192.0.2.1/"), False, id="text that says an address"),
    ],
)
def test_a_change_by_hand_fetches_nothing(good_sheet, added, is_left_out):
    change = {"kind": ADDED, "item": "stamp", "value": added, "was": ""}
    document = [{"sheet": sheet_key(good_sheet), "changes": [change]}]
    sentences = make_changes(good_sheet, json.dumps(document))
    assert any("comes from an address" in sentence for sentence in sentences) == is_left_out
    ids = {item.id() for item in good_sheet.layout.items() if hasattr(item, "id")}
    assert bool(ids & {"stamp", "note"}) != is_left_out


@given(st.text(alphabet="[%]'a 1", max_size=12))
def test_a_label_of_a_layout_gives_the_letters_back(text):
    shown = QgsExpression.replaceExpressionText(layout_text(text), QgsExpressionContext())
    assert shown == text


@pytest.mark.parametrize(
    "word", ["y" * 10_000, "a-" * 3000, "\u0301" * 500, "x"], ids=["letters", "joints", "marks", "one"]
)
def test_words_of_any_length_are_broken(qgis_app, word):
    font = sheet_font(7)
    lines = wrap(word, font, 40)
    assert "".join(lines) == word
    assert all(text_width_mm(line, font) <= 40 or len(line) == 1 for line in lines)


def test_the_name_of_a_column_cannot_leave_a_map_tip(qgis_new_project):
    name = "name%]<img src='http://192.0.2.1/x'>"
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "given", "memory")
    assert layer.dataProvider().addAttributes([QgsField(name, QVariant.String)])
    layer.updateFields()
    layer.setDisplayExpression(f'"{name}"')
    plain_map_tip(layer)
    assert "img" not in layer.mapTipTemplate() and layer.mapTipTemplate().count("%]") == 1
