"""The mine glyph, pixel by pixel: what a known answer looks like."""

import pytest
from asm_atlas.cartography.symbols import mine_renderer, presence_expression, size_expression
from asm_atlas.cartography.theme import read_theme
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

THEME = "mine_glyph"
BLACK, WHITE, GREY = "#1a1a1a", "#ffffff", "#a8a8a8"


def evaluated(layer, expression):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    parsed = QgsExpression(expression)
    assert not parsed.hasParserError(), parsed.parserErrorString()
    value = parsed.evaluate(context)
    assert not parsed.hasEvalError(), parsed.evalErrorString()
    return value


@pytest.mark.parametrize(
    "answers, expected",
    [
        pytest.param({"presence": "no", "actor_class": "none"}, "none", id="none observed"),
        pytest.param({"presence": None, "actor_class": None}, "unknown", id="empty is not none"),
        pytest.param({"presence": "unknown", "actor_class": "unknown"}, "unknown", id="neither answered"),
        pytest.param(
            {"presence": "yes", "actor_class": "unknown"}, "unidentified", id="an actor not classified"
        ),
        pytest.param({"presence": "unknown", "actor_class": None}, "unknown", id="not answered"),
        pytest.param({"presence": "not_asked", "actor_class": None}, "unknown", id="not asked"),
        pytest.param({"presence": "yes", "actor_class": None}, "unidentified", id="somebody"),
        pytest.param({"presence": "yes", "actor_class": "nsag_local"}, "group", id="local group"),
        pytest.param(
            {"presence": "no", "actor_class": "nsag_local"}, "group", id="a named group beats the no"
        ),
        pytest.param(
            {"presence": "yes", "actor_class": "army_interf"}, "state_interference", id="army interfering"
        ),
        pytest.param(
            {"presence": "yes", "actor_class": "police_no_interf"}, "state", id="police, nothing seen"
        ),
        pytest.param(
            {"presence": "yes", "actor_class": "police_no_interf", "interference": "yes"},
            "state_interference",
            id="interference reported all the same",
        ),
        pytest.param(
            {"presence": "yes", "actor_class": "army_no_data"}, "state_unknown", id="army, not recorded"
        ),
        pytest.param(
            {"presence": "yes", "actor_class": "private_security"}, "private", id="private security"
        ),
    ],
)
def test_presence_class(make_site_layer, answers, expected):
    layer = make_site_layer([{"lon": 27, "lat": -2, **answers}])
    assert evaluated(layer, presence_expression(read_theme(THEME))) == expected


@pytest.mark.parametrize(
    "workers, expected_mm", [(None, 1.8), (0, 1.8), (1, 2.5), (49, 2.5), (50, 3.5), (500, 5.0), (16458, 6.8)]
)
def test_size_by_miners(make_site_layer, workers, expected_mm):
    layer = make_site_layer([{"lon": 27, "lat": -2, "workers": workers}])
    assert evaluated(layer, size_expression(read_theme(THEME), 1.0)) == pytest.approx(expected_mm)


@pytest.fixture()
def glyph(make_site_layer):
    """Colours found in the drawing of one site with these answers, at 40 pixels per mm."""

    def draw(**answers):
        layer = make_site_layer([{"lon": 27, "lat": -2, "workers": 600, **answers}])
        layer.setRenderer(mine_renderer(read_theme(THEME), "en"))
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setExtent(QgsRectangle(26.9, -2.1, 27.1, -1.9))
        settings.setOutputSize(QSize(600, 600))
        settings.setOutputDpi(40 * 25.4)
        settings.setFlag(settings.Flag.Antialiasing, False)
        image = QImage(600, 600, QImage.Format.Format_RGB32)
        settings.setBackgroundColor(QColor("#ffff00"))
        painter = QPainter(image)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.renderSynchronously()
        painter.end()
        return lambda dx_mm, dy_mm: image.pixelColor(300 + int(dx_mm * 40), 300 + int(dy_mm * 40)).name()

    return draw


@pytest.mark.parametrize(
    "mineral, colour",
    [
        ("gold", "#daa520"),
        ("coltan", "#1e90ff"),
        ("unknown", "#bdbdbd"),
        (None, "#bdbdbd"),
        ("kryptonite", "#9e9e9e"),
    ],
)
def test_the_fill_is_the_mineral(glyph, mineral, colour):
    assert glyph(mineral_main=mineral, minerals=mineral)(0, 0) == colour


def test_an_inactive_site_is_white_with_a_dot(glyph):
    at = glyph(state="inactive")
    assert at(0, 0) == "#daa520"
    assert at(1.7, 0) == WHITE


@pytest.mark.parametrize("status, colour", [("green", "#29b012"), ("red", "#b00012"), ("blue", "#277ad9")])
def test_the_ring_is_the_status(glyph, status, colour):
    at = glyph(qualification=status)
    ring = {at(2.5 + 0.35 + 0.3, 0.05 * step) for step in range(-8, 9)}
    assert colour in ring


@pytest.mark.parametrize("status", [None, "not_classified"])
def test_no_decision_no_ring(glyph, status):
    at = glyph(qualification=status)
    assert at(3.1, 0) == "#ffff00"


@pytest.mark.parametrize(
    "actor, fill",
    [("nsag_foreign", BLACK), ("army_interf", BLACK), ("army_no_interf", WHITE), ("army_no_data", GREY)],
)
def test_the_sign_of_armed_presence(glyph, actor, fill):
    at = glyph(presence="yes", actor_class=actor)
    corner = 5.0 * 0.36 + 0.55 * 2
    assert at(corner, -corner) == fill


def test_none_observed_and_not_known_look_different(glyph):
    def ink(at):
        corner = 5.0 * 0.36 + 0.55 * 2
        spots = [(corner + dx / 10, -corner + dy / 10) for dx in range(-8, 9) for dy in range(-10, 11)]
        return sum(at(x, y) == "#6b6b6b" for x, y in spots)

    assert ink(glyph(presence="no", actor_class="none")) == 0
    assert ink(glyph(presence="unknown", actor_class=None)) > 5


def test_the_second_mineral_is_a_dot_on_the_left(glyph):
    at = glyph(mineral_main="gold", minerals="gold;coltan")
    assert at(-2.5 - 1.3 * 0.35, 0) == "#1e90ff"
    assert glyph(mineral_main="gold", minerals="gold")(-2.5 - 1.3 * 0.35, 0) == "#ffff00"
