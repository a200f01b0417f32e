"""Sites by their relation to areas, rings and areas by category: told apart by more than colour."""

import itertools

import pytest
from asm_atlas.cartography.area_styles import category_renderer
from asm_atlas.cartography.relation_styles import (
    relation_words,
    relations_in_order,
    ring_renderer,
    site_relation_renderer,
    style_site_areas,
)
from asm_atlas.cartography.theme import read_theme
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtGui import QColor

POINT, POLYGON = QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry
RELATIONS = ["inside", "partly inside", "0-1 km", "1-5 km", "5-10 km", "10-50 km", "beyond 50 km"]


@pytest.fixture()
def theme(qgis_new_project):
    return read_theme("mine_glyph")


def first_parts(renderer):
    """The first part of each category's symbol, copied: QGIS deletes those of a list that is let go."""
    categories = renderer.categories()
    symbols = [category.symbol() for category in categories]
    return {category.value(): symbol.symbolLayer(0).clone() for category, symbol in zip(categories, symbols)}


def test_relations_are_sorted_from_the_inside_out_by_number():
    given = ["beyond 100 km", "10-100 km", "2.5-10 km", NULL, "inside", "0-2.5 km", "", None, "partly inside"]
    assert relations_in_order(given) == [
        "inside",
        "partly inside",
        "0-2.5 km",
        "2.5-10 km",
        "10-100 km",
        "beyond 100 km",
    ]


@pytest.mark.parametrize(
    "relation, language, words",
    [
        pytest.param("inside", "fr", "dans une aire", id="inside"),
        pytest.param("partly inside", "en", "partly inside", id="partly"),
        pytest.param("0-2.5 km", "fr", "0–2.5 km", id="a band"),
        pytest.param("beyond 50 km", "fr", "au-delà de 50 km", id="beyond"),
    ],
)
def test_relations_are_said_in_the_language(relation, language, words):
    assert relation_words(relation, language) == words


def test_each_relation_has_a_sign_of_its_own_shape_or_size_and_lightness(theme):
    renderer = site_relation_renderer(theme, "en", dict.fromkeys(RELATIONS), RELATIONS, POINT)
    signs = list(first_parts(renderer).values())
    assert len({(sign.shape(), sign.size()) for sign in signs}) == len(RELATIONS)
    sizes = [sign.size() for sign in signs]
    assert sizes == sorted(sizes, reverse=True), "the nearer, the larger"
    lightness = [QColor(sign.color()).lightnessF() for sign in signs]
    assert lightness == sorted(lightness), "the nearer, the darker"
    passes = [sign.renderingPass() for sign in signs]
    assert passes == sorted(passes, reverse=True) and renderer.usingSymbolLevels()


@pytest.mark.parametrize(
    "here, known",
    [
        pytest.param(["5-10 km", "10-50 km"], RELATIONS, id="all bands are known"),
        pytest.param(["0-1 km", "5-10 km", "10-50 km"], [], id="one is missing between"),
        pytest.param(["1-5 km", "10-50 km", "beyond 50 km"], [], id="several are missing"),
    ],
)
def test_a_band_has_the_same_sign_and_hue_where_other_bands_have_no_sites(theme, here, known):
    everywhere = first_parts(site_relation_renderer(theme, "en", dict.fromkeys(RELATIONS), RELATIONS, POINT))
    some = first_parts(site_relation_renderer(theme, "en", dict.fromkeys(here), known, POINT))
    for band, sign in some.items():
        assert (sign.shape(), sign.size(), sign.color()) == (
            everywhere[band].shape(),
            everywhere[band].size(),
            everywhere[band].color(),
        )
    rings = first_parts(ring_renderer("en", [band for band in here if band[0].isdigit()], known))
    for band, ring in rings.items():
        assert ring.color().name() == everywhere[band].color().name()


def test_footprints_inside_and_partly_inside_differ_by_their_outline(theme):
    renderer = site_relation_renderer(theme, "en", dict.fromkeys(RELATIONS), RELATIONS, POLYGON)
    parts = first_parts(renderer)
    assert parts["inside"].strokeStyle() != parts["partly inside"].strokeStyle()
    assert parts["inside"].strokeWidth() > parts["0-1 km"].strokeWidth()


def test_counts_stand_in_the_legend(theme):
    renderer = site_relation_renderer(theme, "fr", {"inside": 3, "beyond 50 km": 1200}, (), POINT)
    assert [category.label() for category in renderer.categories()] == [
        "dans une aire : 3",
        "au-delà de 50 km : 1200",
    ]


def test_a_white_core_says_that_the_boundary_is_approximate(theme):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=pa_band:string&field=pa_approximate:string", "s", "memory"
    )
    for band, approximate in (("inside", "yes"), ("inside", "no"), ("0-1 km", "no")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([band, approximate])
        feature.setGeometry(QgsGeometry.fromWkt("POINT (28 -2)"))
        layer.dataProvider().addFeature(feature)
    style_site_areas(layer, theme, "en")
    categories = layer.renderer().categories()
    assert [category.value() for category in categories] == ["inside", "0-1 km", "approximate"]
    symbol = categories[0].symbol()
    core = symbol.symbolLayer(1)
    assert core.size() == 0, "nothing in the swatch of the legend"
    expression = core.dataDefinedProperties().property(core.Property.PropertySize).expressionString()
    assert "\"pa_approximate\" = 'yes'" in expression


def test_rings_of_any_number_get_paler_outwards(qgis_new_project):
    bands = ["1-5 km", "0-1 km", "10-50 km", "50-100 km", "5-10 km", "100-200 km"]
    rings = first_parts(ring_renderer("en", bands, ()))
    assert list(rings) == relations_in_order(bands)
    lightness = [ring.color().lightnessF() for ring in rings.values()]
    assert lightness == sorted(lightness) and len(set(lightness)) == len(bands)
    assert all(ring.strokeWidth() > 0 for ring in rings.values())


def test_categories_of_areas_differ_in_lightness_and_outline(theme):
    renderer = category_renderer(theme, "en", ground="#ffffff")
    groups = list(first_parts(renderer).values())[:5]
    assert [category.label() for category in renderer.categories()[:4]] == [
        "Ia, Ib: strict reserve",
        "II, III: national park, monument",
        "IV, V: habitat, landscape",
        "VI: sustainable use",
    ]
    lightness = [group.color().lightnessF() for group in groups[:3]]
    assert lightness == sorted(lightness)
    widths = [group.strokeWidth() for group in groups[:4]]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == 4
    passes = [group.renderingPass() for group in groups]
    assert passes == sorted(passes, reverse=True), "the strictest on top"
    for one, other in itertools.combinations(groups, 2):
        apart = [abs(a - b) for a, b in zip(one.color().getRgb()[:3], other.color().getRgb()[:3])]
        assert max(apart) >= 15


def test_only_the_classes_asked_for_are_in_the_legend(theme):
    labels = [category.label() for category in category_renderer(theme, "en", {1, "second"}).categories()]
    assert labels[0].startswith("II, III") and labels[1].startswith("hatched") and len(labels) == 2
