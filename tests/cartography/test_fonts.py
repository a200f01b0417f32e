"""The bundled typeface: measures and line breaks."""

import pytest
from asm_atlas.cartography.fonts import FAMILY, line_height_mm, sheet_font, text_width_mm, wrap
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
