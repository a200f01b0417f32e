"""The bundled typeface: measures and line breaks."""

import json

import pytest
from asm_atlas.cartography.fonts import FAMILY, line_height_mm, sheet_font, text_width_mm, wrap
from qgis.core import QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtGui import QFontInfo, QFontMetricsF


def test_the_bundled_face_is_used():
    assert QFontInfo(sheet_font(12)).family() == FAMILY


@pytest.mark.parametrize("text", ["Cassitérite, Maï-Maï, Ruashi", "Ng'ombe œuvre Île", "« 1 000 » – l’État"])
def test_the_face_has_the_letters_of_the_data(text):
    metrics = QFontMetricsF(sheet_font(12))
    assert [c for c in text if not metrics.inFontUcs4(ord(c))] == []


def test_width_grows_with_size_and_text():
    assert text_width_mm("Walikale", sheet_font(20)) == pytest.approx(
        2 * text_width_mm("Walikale", sheet_font(10))
    )
    assert text_width_mm("Walikale", sheet_font(10)) > text_width_mm("Wali", sheet_font(10))
    assert line_height_mm(sheet_font(72)) == pytest.approx(25.4 * 1.2)


@pytest.mark.parametrize(
    "text, width",
    [
        ("sources et licences des données de la carte", 30),
        ("cod_adm1_26provinces_dissolved_from_adm2.gpkg", 20),
        ("one\ntwo three", 100),
    ],
)
def test_lines_fit_and_lose_nothing(text, width):
    font = sheet_font(9)
    lines = wrap(text, font, width)
    assert all(text_width_mm(line, font) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) >= text.count("\n") + 1


def missing_letters(texts):
    """The letters that a face of the plugin's font lacks; line ends are no letters."""
    letters = {letter for text in texts for letter in text if letter.isprintable()}
    faces = [QFontMetricsF(sheet_font(12, bold, italic)) for bold, italic in ((0, 0), (1, 0), (0, 1))]
    return {letter for letter in letters for face in faces if not face.inFontUcs4(ord(letter))}


def texts_in(value):
    if isinstance(value, dict):
        return [text for entry in value.values() for text in texts_in(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in texts_in(entry)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("folder", ["sheets", "themes", "vocabularies", "schemes", "reports", "demo"])
def test_every_letter_of_the_plugins_own_words_is_in_the_font(resources, folder):
    texts = []
    for path in sorted((resources / folder).glob("*.json")):
        texts += texts_in(json.loads(path.read_text(encoding="utf-8")))
    texts += [path.read_text(encoding="utf-8") for path in (resources / folder).glob("*.csv")]
    assert texts
    assert missing_letters(texts) == set()


def test_letters_of_the_languages_of_the_region_are_in_the_font():
    # French; Swahili and Kinyarwanda need no more than a to z and an apostrophe; Lingala and Mashi mark tones,
    # and Lingala has open e and o.
    words = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ «»’–—… ng'ombe ɛɔƐƆ áéíóúǎěǐǒǔ"
    assert missing_letters([words]) <= set("ɛɔƐƆ")


@pytest.mark.real_data
def test_every_letter_of_the_names_in_the_data_is_in_the_font(data):
    texts = []
    for path in sorted(data.rglob("*")):
        if path.suffix.lower() not in (".csv", ".geojson", ".shp", ".gpkg"):
            continue
        for detail in QgsProviderRegistry.instance().querySublayers(str(path)):
            layer = QgsVectorLayer(detail.uri(), detail.name(), detail.providerKey())
            if not layer.isValid():
                continue
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
            for feature in layer.getFeatures(request):
                texts += [value for value in feature.attributes() if isinstance(value, str)]
    assert len(texts) > 100_000
    # One site is 'Camp Poussiﾏre' in the release of May 2026: the è of Poussière, read in a wrong code page.
    assert missing_letters(texts) <= {"ﾏ"}


@pytest.mark.parametrize("width", range(18, 60, 3))
@pytest.mark.parametrize(
    "text",
    ["Évaluation : part des sites au niveau « très faible » ; n = 59 % du poids !"],
    ids=["French marks"],
)
def test_no_line_begins_with_a_mark_or_ends_in_an_opening_one(text, width):
    lines = wrap(text, sheet_font(8), width)
    assert " ".join(lines) == text
    assert not [line for line in lines if line[:1] in tuple(":;!?%»=") or line[-1:] in tuple("«=")]


def test_long_names_of_files_are_cut_at_their_joints():
    name = "cod_adm1_26provinces_dissolved_from_adm2.gpkg"
    font = sheet_font(8)
    lines = wrap(name, font, text_width_mm("cod_adm1_26provinces_dissolved_fr", font))
    assert lines == ["cod_adm1_26provinces_dissolved_", "from_adm2.gpkg"]
    assert "".join(wrap("x" * 90, font, 20)) == "x" * 90
