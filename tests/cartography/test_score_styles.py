"""The signs of scores: a level that is not sure looks it, in any colour, and the legend says how."""

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsRenderContext, QgsVectorLayer
from qgis.PyQt.QtCore import QPointF, QSize
from qgis.PyQt.QtGui import QImage, QPainter

LEVELS = (1, 2, 3, 4)


@pytest.fixture()
def score_layer(qgis_new_project):
    fields = "pcode:string", "scheme:string", "security_level:integer", "security_robust:string"
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&" + "&".join(f"field={field}" for field in fields), "s", "memory"
    )
    row = QgsFeature(layer.fields())
    row.setAttributes(["a", "asm-atlas-1", 1, "firm"])
    assert layer.dataProvider().addFeature(row)
    return layer


@pytest.fixture()
def drawn(score_layer):
    """The pixels of the sign of a site, in grey; '' where it has none."""
    from asm_atlas.cartography.score_styles import style_scores
    from asm_atlas.cartography.theme import read_theme

    def draw(level, robust, language="en"):
        style_scores(score_layer, read_theme("mine_glyph"), language, "security")
        row = QgsFeature(score_layer.fields())
        row.setAttributes(["a", "asm-atlas-1", level, robust])
        image = QImage(QSize(60, 60), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(10)
        expressions = QgsExpressionContext()
        expressions.setFields(score_layer.fields())
        expressions.setFeature(row)
        context.setExpressionContext(expressions)
        renderer = score_layer.renderer()
        renderer.startRender(context, score_layer.fields())
        symbol = renderer.originalSymbolForFeature(row, context)
        if symbol is not None:
            sign = symbol.clone()
            sign.startRender(context, score_layer.fields())
            sign.renderPoint(QPointF(30, 30), row, context)
            sign.stopRender(context)
        renderer.stopRender(context)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return [grey.pixelColor(x, y).red() for y in range(60) for x in range(60)]

    return draw


@pytest.mark.parametrize("level", LEVELS)
def test_the_surer_the_fuller(drawn, level):
    signs = {word: drawn(level, word) for word in ("firm", "probable", "open")}
    colour = signs["firm"][60 * 30 + 30]
    firm, probable, unsure = (signs[word].count(colour) for word in signs)
    assert firm > probable > unsure
    assert signs["probable"][60 * 30 + 30] == 255, "the core is white"
    inside = [signs["open"][60 * y + x] for y in range(24, 36) for x in range(24, 36)]
    assert min(inside) < 60 and max(inside) == 255, "a dark question mark on white"


def test_a_site_to_which_the_indicator_does_not_apply_is_drawn(drawn):
    assert min(drawn(None, "not_applicable")) < 200


def test_no_data_has_neither_core_nor_mark(drawn):
    assert drawn(0, "open") == drawn(0, None)


@pytest.mark.parametrize(
    "language, words",
    [
        pytest.param(
            "en", ("white core: probable", "white with ?: open", "not IPIS' own weights"), id="English"
        ),
        pytest.param(
            "fr", ("cœur blanc : probable", "blanc avec ? : incertain", "pas le barème"), id="French"
        ),
    ],
)
def test_the_legend_says_how_uncertain_levels_look_and_whose_weights_they_are(
    drawn, score_layer, language, words
):
    drawn(1, "firm", language)
    labels = [category.label() for category in score_layer.renderer().categories()]
    for word, label in zip(words, labels[-3:]):
        assert word in label


def test_the_worst_level_lies_on_top(drawn, score_layer):
    drawn(1, "firm")
    clause = score_layer.renderer().orderBy().list()[0]
    order = {}
    for level in (None, 0, *LEVELS):
        row = QgsFeature(score_layer.fields())
        row.setAttributes(["a", "asm-atlas-1", level, "firm"])
        context = QgsExpressionContext()
        context.setFields(score_layer.fields())
        context.setFeature(row)
        order[level] = QgsExpression(clause.expression().expression()).evaluate(context)
    assert clause.ascending()
    assert sorted((4, 3, 2, 1), key=order.get) == [4, 3, 2, 1]
    assert order[None] == order[0] < order[4]
