"""Map tips and forms of scores: expressions alone, in words, with everything from rows escaped."""

import json

import pytest
from qgis.core import NULL, QgsEditFormConfig, QgsExpression, QgsFeature, QgsLayerMetadata, QgsVectorLayer

HOSTILE = "<img src=x onerror=alert(1)> & [% 1 %]"


@pytest.fixture()
def score_layer(qgis_new_project, resources):
    """One row of scores by the default scheme, which the layer's metadata name."""
    from asm_atlas.cartography.score_legend import SCHEME_KEYWORD
    from asm_atlas.core.scorecard.scheme import read_scheme
    from asm_atlas.core.scorecard.scheme_document import legend_text
    from asm_atlas.core.tables import TABLES

    types = {"text": "string(100000)", "int": "integer", "real": "double", "date": "date"}
    fields = "&".join(f"field={column.name}:{types[column.kind]}" for column in TABLES["scores"])
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "scores", "memory")
    metadata = QgsLayerMetadata()
    scheme = read_scheme(resources / "schemes" / "asm_atlas_1.json")
    metadata.setKeywords({SCHEME_KEYWORD: [legend_text(scheme)]})
    layer.setMetadata(metadata)
    return layer


def add_row(layer, **values):
    row = QgsFeature(layer.fields())
    for name, value in {"pcode": "p1", "name": "Site", "state": "scored", **values}.items():
        row[name] = value
    layer.dataProvider().addFeatures([row])
    return next(layer.getFeatures())


def shown(layer, row, template):
    context = layer.createExpressionContext()
    context.setFeature(row)
    expression = QgsExpression(template[len("[% ") : -len(" %]")])
    assert not expression.hasParserError(), expression.parserErrorString()
    value = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    # What QGIS does with the template itself must come to the same.
    assert QgsExpression.replaceExpressionText(template, context) == value
    return value


def styled(layer, language, dimension="security"):
    from asm_atlas.cartography.score_styles import style_scores
    from asm_atlas.cartography.theme import read_theme

    style_scores(layer, read_theme("mine_glyph"), language, dimension)


REASONS = [
    {
        "item": "armed_influence",
        "answer": ["nsag_present", "nsag_active"],
        "points": [0, 0.15],
        "weight": 6,
        "stale": "mark",
        "date": "2021-06-15",
    },
    {"item": "breadth", "answer": [0, 1], "points": [0.8, 1], "weight": 2, "date": None},
    {"item": "frequency", "answer": ["1", "5"], "points": [0, 0], "weight": 2, "date": "2021-06-15"},
    {"cap": "very_low", "item": "armed_influence", "answer": "nsag_active", "certain": False},
]


@pytest.mark.parametrize(
    "language, sentences",
    [
        pytest.param(
            "en",
            [
                "Security: very low",
                "Score 22.5 (16 – 29)",
                "Probable: the open answers could make it very low to low.",
                "It rests on few answers.",
                "Armed influence (worst actor): <b>armed group present, no act recorded or armed group taxes, digs "
                "or controls</b> (stale) <small>(points 0–0.15, 2021-06-15)</small>",
                "Number of different acts: <b>0 to 1</b> <small>(points 0.8–1)</small>",
                "Frequency of the worst actor: <b>irregularly and several times a week or always</b>",
                "Possibly at most “very low” (not known): An armed group taxes, digs or controls",
            ],
            id="English",
        ),
        pytest.param(
            "fr",
            [
                "Sécurité : très faible",
                "Score 22,5 (16 – 29)",
                "Influence armée (pire acteur) : <b>groupe armé présent, aucun acte relevé ou",
                "(ancien) <small>(points 0–0,15, 2021-06-15)</small>",
                "pas le barème d&#x27;IPIS",
            ],
            id="French",
        ),
    ],
)
def test_the_tip_says_why(score_layer, language, sentences):
    row = add_row(
        score_layer,
        security_level=1,
        security_score=22.5,
        security_worst=16,
        security_best=29,
        security_level_worst=1,
        security_level_best=2,
        security_robust="probable",
        security_thin="yes",
        security_reasons=json.dumps(REASONS),
    )
    styled(score_layer, language)
    said = shown(score_layer, row, score_layer.mapTipTemplate())
    for sentence in sentences:
        assert sentence in said


@pytest.mark.parametrize(
    "values, sentence",
    [
        pytest.param({"state": "no_visit"}, "there is nothing to score", id="no visit"),
        pytest.param({"state": "too_old"}, "The visit is older than the scheme uses", id="too old"),
        pytest.param({"security_level": NULL}, "Security: not applicable", id="not applicable"),
        pytest.param({"security_reasons": "not JSON", "security_level": 1}, "very low", id="reasons cut off"),
        pytest.param(
            {"security_level": 0, "security_level_worst": 1, "security_level_best": 4},
            "Possible: very low to high.",
            id="no data",
        ),
    ],
)
def test_rows_that_have_no_score_are_told(score_layer, values, sentence):
    row = add_row(score_layer, **values)
    styled(score_layer, "en")
    assert sentence in shown(score_layer, row, score_layer.mapTipTemplate())


def test_what_comes_from_rows_is_escaped(score_layer):
    reasons = [{"item": HOSTILE, "answer": HOSTILE, "points": [0, 1], "weight": 1, "date": HOSTILE}]
    row = add_row(
        score_layer, name=HOSTILE, pcode=HOSTILE, security_level=1, security_reasons=json.dumps(reasons)
    )
    styled(score_layer, "en")
    said = shown(score_layer, row, score_layer.mapTipTemplate())
    assert "<img" not in said
    assert said.count("&lt;img src=x") == 5


def test_the_form_explains_every_dimension_first(score_layer):
    styled(score_layer, "fr")
    config = score_layer.editFormConfig()
    assert config.layout() == QgsEditFormConfig.EditorLayout.TabLayout
    names = [tab.name() for tab in config.tabs()]
    assert names[:3] == ["Pourquoi ce site a ces scores", "Site", "Sécurité"]
    assert "Accès (contexte)" in names
    (element,) = config.tabs()[0].children()
    assert element.type() != element.AttributeEditorType.AeTypeField
    fields = [child.name() for tab in config.tabs()[1:] for child in tab.children()]
    assert sorted(fields) == sorted(score_layer.fields().names())


def test_the_words_travel_with_the_style(score_layer, tmp_path):
    styled(score_layer, "en")
    score_layer.saveNamedStyle(str(tmp_path / "scores.qml"))
    other = score_layer.clone()
    other.setMapTipTemplate("")
    _, done = other.loadNamedStyle(str(tmp_path / "scores.qml"))
    assert done
    assert other.mapTipTemplate() == score_layer.mapTipTemplate()
    assert other.editFormConfig().tabs()[0].name() == "Why this site has these scores"


def test_answers_that_hold_together_are_those_of_core():
    from asm_atlas.cartography.score_words import SEVERAL
    from asm_atlas.core.scorecard.variables import variable, variable_names

    assert [name for name in variable_names() if variable(name).several] == [SEVERAL]
