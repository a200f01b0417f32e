"""Trends are told apart without colour, and every row is drawn."""

import pytest
from qgis.core import QgsFeature, QgsRenderContext, QgsVectorLayer


@pytest.fixture()
def trend_layer(qgis_new_project):
    fields = "field=security_trend:string&field=security_level_change:integer"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "trends", "memory")
    rows = []
    for trend, change in (("up", 1), ("down", 0), ("same", 0), ("not_sure", 1), (None, None)):
        row = QgsFeature(layer.fields())
        row.setAttributes([trend, change])
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    return layer


@pytest.mark.parametrize("language, last", [("en", "no comparison"), ("fr", "pas de comparaison")])
def test_every_trend_has_a_sign_of_its_own(trend_layer, language, last):
    from asm_atlas.cartography.dimension_styles import style_trends
    from asm_atlas.cartography.theme import read_theme

    style_trends(trend_layer, read_theme("mine_glyph"), language)
    renderer = trend_layer.renderer()
    assert last in [category.label() for category in renderer.categories()]
    context = QgsRenderContext()
    context.setExpressionContext(trend_layer.createExpressionContext())
    renderer.startRender(context, trend_layer.fields())
    markers = []
    for row in trend_layer.getFeatures():
        context.expressionContext().setFeature(row)
        markers.append(renderer.symbolForFeature(row, context).symbolLayer(0))
    renderer.stopRender(context)
    assert len({(marker.shape(), marker.angle(), marker.size()) for marker in markers}) == 5
    assert [marker.strokeStyle() for marker in markers].count(
        markers[3].strokeStyle()
    ) == 1  # dotted: not sure
    assert sorted(
        range(5), key=[place(trend_layer, row) for row in trend_layer.getFeatures()].__getitem__
    ) == [*(4, 3, 2, 0, 1)]


def place(layer, row):
    """The place of a row among all, from the bottom."""
    context = layer.createExpressionContext()
    context.setFeature(row)
    return layer.renderer().orderBy().list()[0].expression().evaluate(context)
