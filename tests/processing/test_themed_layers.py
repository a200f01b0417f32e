"""Themes on layers that the algorithms write: a line of the legend shows what is drawn with its sign, and no more."""

import pytest
from asm_atlas.cartography.theme import read_theme
from asm_atlas.cartography.themed import themed_layer
from qgis.core import QgsFeatureRequest, QgsRenderContext

SITES = ("mine_glyph", "minerals", "qualification", "armed_presence", "workers", "data_age")
SINK = "TEMPORARY_OUTPUT"


@pytest.fixture(
    params=[
        pytest.param("demo", id="demonstration data"),
        pytest.param("release", marks=pytest.mark.real_data, id="release of 2026"),
    ]
)
def layers_by_theme(request, run, resources, data):
    """Layers that themes draw, by the id of the theme."""
    demo = resources / "demo"
    visits, areas, titles, units = (
        [
            demo / name
            for name in ("visits.csv", "protected_areas.geojson", "titles.geojson", "territories.geojson")
        ]
        if request.param == "demo"
        else [
            data / "ipis" / "cod_mines_ipis_2026-05.csv",
            data / "protected" / "protectedareas_wri_2017.geojson",
            data / "titles" / "licences_cami_2020.geojson",
            data / "admin" / "cod_adm1_26provinces_dissolved_from_adm2.gpkg",
        ]
    )
    tables = ("SITES", "VISITS", "ACTORS", "STATUSES")
    made = run("asm:importvisits", INPUT=str(visits), **dict.fromkeys((*tables, "FINDINGS"), SINK))
    given = {name: made[name] for name in tables}
    scored = run("asm:scorecard", **given, SCORES=SINK, WHICH="all", TREND=SINK)
    scores = run("asm:scorecard", **given, SCORES=SINK)["SCORES"]
    pairs = run(
        "asm:compareindicators", SCORES=scores, X="security", Y="formalisation", COMPARISON=SINK, COUNTS=SINK
    )
    groups = run(
        "asm:summarisescores",
        SCORES=scores,
        GROUP_BY="polygons",
        POLYGONS=str(units),
        **dict.fromkeys(("AREAS", "GROUPS", "SUMMARY"), SINK),
    )
    outputs = dict.fromkeys(("OUTPUT", "PAIRS", "SUMMARY"), SINK)
    near = run(
        "asm:protectedareaoverlap", SITES=made["SITES"], AREAS=str(areas), BANDS="1, 5, 10, 50", **outputs
    )
    titled = run("asm:titleoverlap", SITES=made["SITES"], TITLES=str(titles), **outputs, OVERLAPS=SINK)
    sensitive = run("asm:scoresensitivity", SCORES=scores, SENSITIVITY=SINK)
    quick = {"INPUT": scores, "PERMUTATIONS": 999, "NEIGHBOURS": "band", "DISTANCE": 20_000, "OUTPUT": SINK}
    three = ["security_level", "state_services_level", "access_level"]
    clusters = {
        "clusters": run("asm:localmoran", FIELD="security_level", **quick),
        "clusters_geary": run("asm:localgeary", FIELDS=["security_level"], **quick),
        "clusters_geary_multi_safe": run("asm:localgeary", FIELDS=three, **quick),
        "clusters_hotspots": run("asm:hotspots", FIELD="security_score", **quick),
        "clusters_colocation_safe": run("asm:colocation", FIELDS=three, AT_MOST=2, **quick),
    }
    return {
        **dict.fromkeys(SITES, made["SITES"]),
        "findings": made["FINDINGS"],
        "scorecard_security": scores,
        "scorecard_formalisation_safe": scores,
        "trends_security": scored["TREND"],
        "sensitivity": sensitive["SENSITIVITY"],
        "comparison": pairs["COMPARISON"],
        "choropleth_security": groups["AREAS"],
        "choropleth_median_formalisation": groups["AREAS"],
        "site_areas": near["OUTPUT"],
        "site_titles": titled["OUTPUT"],
        "title_overlaps": titled["OVERLAPS"],
        **{theme_id: result["OUTPUT"] for theme_id, result in clusters.items()},
    }


def ids_of(layer, expression):
    request = QgsFeatureRequest().setFilterExpression(expression) if expression else QgsFeatureRequest()
    return {feature.id() for feature in layer.getFeatures(request)}


def drawn_as(theme_id, layer, renderer):
    """Ids of the features drawn by each line of QGIS's own legend, and the drawn symbol in words."""
    words = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    found, symbols = {}, {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context) & words.keys()  # a rule tells its parent too
        assert len(keys) == 1, f"{theme_id}: {feature.attributeMap()} is drawn {len(keys)} times"
        label = words[next(iter(keys))]
        found.setdefault(label, set()).add(feature.id())
        if renderer.type() == "categorizedSymbol" and label not in symbols:
            symbols[label] = renderer.originalSymbolForFeature(feature, context).dump()
    renderer.stopRender(context)
    return found, symbols


def test_a_line_of_the_legend_shows_what_is_drawn_with_its_sign(layers_by_theme):
    for theme_id, layer in layers_by_theme.items():
        themed = themed_layer(read_theme(theme_id), layer, "fr")
        drawn, symbols = drawn_as(theme_id, layer, themed.renderer.clone())
        said = {entry.label: ids_of(layer, entry.shows) for entry in themed.entries}
        assert len(said) == len(themed.entries), f"{theme_id}: two lines of the same words"
        assert {label: ids for label, ids in said.items() if ids} == drawn, theme_id
        assert sum(len(ids) for ids in drawn.values()) == layer.featureCount(), theme_id
        if theme_id != "mine_glyph":  # its lines show parts of the sign
            for entry in themed.entries:
                assert entry.label not in symbols or symbols[entry.label] == entry.symbol.dump(), theme_id


def test_parts_of_the_glyph_are_said_of_the_right_sites(layers_by_theme):
    layer = layers_by_theme["mine_glyph"]
    themed = themed_layer(read_theme("mine_glyph"), layer, "en")
    rings, signs, sizes = themed.groups
    for group in themed.groups:
        everywhere = [ids_of(layer, entry.shows) for entry in group.entries]
        assert sum(len(ids) for ids in everywhere) == layer.featureCount(), group.heading
        assert set().union(*everywhere) == {feature.id() for feature in layer.getFeatures()}
    rows = {feature.id(): feature for feature in layer.getFeatures()}
    green = {n for n, row in rows.items() if row["qualification"] == "green"}
    assert ids_of(layer, rings.entries[0].shows) == green and green
    none = next(entry for entry in signs.entries if entry.label == "none observed")
    assert ids_of(layer, none.shows) == {
        n for n, row in rows.items() if row["presence"] == "no" and row["actor_class"] == "none"
    }
    many = {n for n, row in rows.items() if row["workers"] and row["workers"] >= 500}
    assert ids_of(layer, f"{sizes.entries[0].shows} OR {sizes.entries[1].shows}") == many and many


def test_certainty_is_said_beside_the_levels(layers_by_theme):
    layer = layers_by_theme["scorecard_security"]
    themed = themed_layer(read_theme("scorecard_security"), layer, "en")
    (certainty,) = themed.groups
    assert [len(entry.label) > 0 for entry in certainty.entries] == [True] * 3
    for word, entry in zip(("firm", "probable", "open"), certainty.entries):
        assert ids_of(layer, entry.shows) == {
            row.id() for row in layer.getFeatures() if row["security_robust"] == word
        }
    assert "not IPIS' own weights" in themed.note and themed.heading == "Security"
