"""Layers by a theme: classes, colours at known places, and what the legend says."""

from datetime import date

import pytest
from asm_atlas.cartography.theme import read_theme, safe_twin, theme_ids
from asm_atlas.cartography.themed import themed_layer
from asm_atlas.core.exceptions import DocumentError, SheetError
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPainter

AS_OF = date(2024, 2, 29)


def shown(themed, layer):
    """Words of the entries that hold for the layer's first feature."""
    first = next(layer.getFeatures()).id()
    found = []
    for entry in themed.entries:
        request = QgsFeatureRequest().setFilterExpression(entry.shows) if entry.shows else QgsFeatureRequest()
        if first in {feature.id() for feature in layer.getFeatures(request)}:
            found.append(entry.label)
    return found


@pytest.fixture()
def pixel(make_site_layer):
    """The colour beside the middle of one site's sign, where no letter stands, at 40 pixels per mm."""

    def draw(theme_id, dx_mm, dy_mm, **answers):
        layer = make_site_layer([{"lon": 27, "lat": -2, "workers": 600, **answers}])
        layer.setRenderer(themed_layer(read_theme(theme_id), layer, "en", as_of=AS_OF).renderer)
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setExtent(QgsRectangle(26.9, -2.1, 27.1, -1.9))
        settings.setOutputSize(QSize(600, 600))
        settings.setOutputDpi(40 * 25.4)
        settings.setFlag(settings.Flag.Antialiasing, False)
        image = QImage(600, 600, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.renderSynchronously()
        painter.end()
        return image.pixelColor(300 + int(dx_mm * 40), 300 + int(dy_mm * 40)).name()

    return draw


@pytest.mark.parametrize(
    "theme_id, answers, plain, safe",
    [
        pytest.param("minerals", {"mineral_main": "gold"}, "#daa520", "#dab90c", id="gold"),
        pytest.param("minerals", {"mineral_main": "lead"}, "#878787", "#7a7e81", id="a rare mineral"),
        pytest.param("minerals", {"mineral_main": None}, "#bdbdbd", "#bdbdbd", id="mineral unknown"),
        pytest.param("minerals", {"mineral_main": "kryptonite"}, "#9e9e9e", "#7a7e81", id="not in the list"),
        pytest.param("qualification", {"qualification": "green"}, "#29b012", "#005f4b", id="green"),
        pytest.param("qualification", {"qualification": "none"}, "#ffffff", "#ffffff", id="no status"),
        pytest.param("qualification", {"qualification": None}, "#dcdcdc", "#dcdcdc", id="status unknown"),
        pytest.param("armed_presence", {"actor_class": "nsag_local"}, "#872a5f", "#872a5f", id="a group"),
        pytest.param(
            "armed_presence",
            {"presence": "yes", "actor_class": "army", "interference": "yes"},
            "#ad5936",
            "#ad5936",
            id="the army, interfering",
        ),
        pytest.param("armed_presence", {}, "#ffffff", "#ffffff", id="none observed"),
        pytest.param(
            "armed_presence", {"presence": None, "actor_class": None}, "#dcdcdc", "#dcdcdc", id="not known"
        ),
        pytest.param("workers", {"workers": 0}, "#ffffff", "#ffffff", id="no miners"),
        pytest.param("workers", {"workers": None}, "#bdbdbd", "#bdbdbd", id="miners not known"),
        pytest.param("data_age", {"visit_date": "2023-05-01"}, "#253494", "#253494", id="a fresh visit"),
        pytest.param("data_age", {"visit_date": None}, "#dcdcdc", "#dcdcdc", id="no visit"),
    ],
)
def test_a_known_site_has_the_colour_of_its_class(pixel, theme_id, answers, plain, safe):
    place = (-1.3, 0) if answers.get("qualification") == "green" else (0, 0.72)  # where no letter is
    assert pixel(theme_id, *place, **answers) == plain
    assert pixel(safe_twin(theme_id), *place, **answers) == safe


@pytest.mark.parametrize(
    "theme_id, n",
    [("minerals", 30), ("qualification", 7), ("armed_presence", 8), ("workers", 6), ("data_age", 6)],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_class_has_a_line_and_every_site_one_class(make_site_layer, theme_id, n, language):
    layer = make_site_layer([{"lon": 27, "lat": -2}])
    themed = themed_layer(read_theme(theme_id), layer, language)
    assert len(themed.entries) == n == len({entry.label for entry in themed.entries})
    assert len(shown(themed, layer)) == 1
    assert [category.label() for category in themed.renderer.categories()] == [
        entry.label for entry in themed.entries
    ]


@pytest.mark.parametrize(
    "visited, words",
    [
        pytest.param("2024-02-29", "less than 1 year", id="on the day"),
        pytest.param("2023-03-01", "less than 1 year", id="a day less than a year"),
        pytest.param("2023-02-28", "1 to 2 years", id="a year before a leap day"),
        pytest.param("2014-02-28", "10 years and more", id="ten years"),
        pytest.param("2025-01-01", "less than 1 year", id="after the day of the sheet"),
        pytest.param("in May", "no visit, or no date of it", id="no date"),
        pytest.param(None, "no visit, or no date of it", id="empty"),
    ],
)
@pytest.mark.parametrize("kind", ["date", "string"])
def test_years_are_counted_back_from_the_day_of_the_sheet(qgis_new_project, kind, visited, words):
    if kind == "date" and visited == "in May":
        pytest.skip("a date field holds no words")
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&field=LAST_VISIT:{kind}", "sites", "memory")
    row = QgsFeature(layer.fields())
    row.setAttributes([visited])
    layer.dataProvider().addFeature(row)
    themed = themed_layer(read_theme("data_age"), layer, "en", as_of=AS_OF)
    assert shown(themed, layer) == [words]
    assert themed.note == "Counted back from 2024-02-29."


@pytest.mark.parametrize(
    "written, words",
    [
        ("PE", "PE: exploitation permit"),
        (" pr (as) ", "PR: research permit"),
        ("ZIN", "ZIN: prohibited zone"),
        ("moon permit", "other title"),
        (None, "other title"),
    ],
)
def test_titles_go_by_the_type_as_written(qgis_new_project, written, words):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=Licence:string", "titles", "memory")
    row = QgsFeature(layer.fields())
    row.setAttributes([written])
    layer.dataProvider().addFeature(row)
    assert shown(themed_layer(read_theme("titles"), layer, "en"), layer) == [words]


@pytest.mark.parametrize("n", [1, 3, 4, 9])
def test_any_number_of_bands_is_told_apart_and_said_in_the_language(qgis_new_project, n):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=band:string", "rings", "memory")
    bands = [f"{place}-{place + 1} km" for place in range(n)]
    for band in reversed(bands):
        row = QgsFeature(layer.fields())
        row.setAttributes([band])
        layer.dataProvider().addFeature(row)
    themed = themed_layer(read_theme("area_bands"), layer, "fr")
    assert [entry.label for entry in themed.entries] == [
        *(f"{place}–{place + 1} km" for place in range(n)),
        "inconnue",
    ]
    assert len({entry.symbol.color().name() for entry in themed.entries[:-1]}) == n


@pytest.mark.parametrize(
    "theme_id, told",
    [
        pytest.param("qualification", "no field 'qualification'.*Statut de qualification", id="one field"),
        pytest.param("data_age", "no field 'last_visit'", id="several names"),
        pytest.param("base", "'base' draws no layer", id="the base map"),
    ],
)
def test_what_cannot_be_drawn_is_told(qgis_new_project, theme_id, told):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=a:string", "points", "memory")
    with pytest.raises(SheetError, match=told):
        themed_layer(read_theme(theme_id), layer, "fr")


@pytest.mark.parametrize("theme_id", ["nothing", "minerals_gold", "scorecards"])
def test_a_theme_that_is_not_there_is_told(theme_id):
    with pytest.raises(DocumentError, match=f"no theme '{theme_id}'.*mine_glyph"):
        read_theme(theme_id)


@pytest.mark.parametrize(
    "theme_id, argument, is_safe",
    [
        ("scorecard_health_safety", "health_safety", False),
        ("scorecard_security_safe", "security", True),
        ("choropleth_median_security", "security", False),
        ("choropleth", "", False),
    ],
)
def test_ids_of_themes_say_what_they_take(theme_id, argument, is_safe):
    theme = read_theme(theme_id)
    assert (theme.argument, theme.is_safe) == (argument, is_safe)
    assert theme.sibling("minerals").is_safe == is_safe


@pytest.mark.parametrize("theme_id", theme_ids())
def test_french_legends_have_blanks_before_their_signs(theme_id):
    def texts(value):
        if isinstance(value, dict):
            if isinstance(value.get("fr"), str):
                yield value["fr"]
            for entry in value.values():
                yield from texts(entry)
        elif isinstance(value, list):
            for entry in value:
                yield from texts(entry)

    for text in texts(read_theme(theme_id).document):
        for place, letter in enumerate(text):
            assert letter not in ":;?%" or place == 0 or text[place - 1] in " \u00a0\u202f", text
