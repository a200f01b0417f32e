"""The Help button of an algorithm: an address of a file that is there, in QGIS's language."""

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale, QUrl


@pytest.fixture(params=["plain", "Mes données 50 % #1 &"])
def folder(request, plugin, monkeypatch, tmp_path):
    """Pages of two algorithms, one of them in English alone, in a folder with any name."""
    from asm_atlas.processing import help_files

    folder = tmp_path / request.param
    for page in ("en/asm_scorecard", "fr/asm_scorecard", "en/asm_hotspots"):
        path = folder / f"{page}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>", encoding="utf-8")
    monkeypatch.setattr(help_files, "FOLDER", folder)
    return folder


@pytest.fixture()
def french():
    before = QLocale()
    QgsApplication.setLocale(QLocale("fr"))
    yield
    QgsApplication.setLocale(before)


def address(name):
    return QgsApplication.processingRegistry().algorithmById(f"asm:{name}").helpUrl()


def opened(text):
    """The file that QGIS asks the system to open for an address, and what a browser would take for an anchor."""
    url = QUrl(text)
    return url.toLocalFile(), url.fragment(), url.isValid()


def test_the_address_leads_to_the_file(folder):
    assert opened(address("scorecard")) == (str(folder / "en/asm_scorecard.html"), "", True)
    assert "#" not in address("scorecard")


def test_in_french_it_leads_to_the_french_page_else_to_the_english_one(folder, french):
    assert opened(address("scorecard"))[0] == str(folder / "fr/asm_scorecard.html")
    assert opened(address("hotspots"))[0] == str(folder / "en/asm_hotspots.html")


def test_without_pages_there_is_no_address(folder):
    assert address("importvisits") == ""


def test_every_algorithm_asks_for_the_page_of_its_name(folder):
    for algorithm in QgsApplication.processingRegistry().providerById("asm").algorithms():
        (folder / "en" / f"asm_{algorithm.name()}.html").write_text("<p>", encoding="utf-8")
        assert opened(algorithm.helpUrl())[0] == str(folder / "en" / f"asm_{algorithm.name()}.html")
