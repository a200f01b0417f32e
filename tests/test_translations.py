"""Strings for people are found in the code, kept in step with their translations, and all of them are translated."""

import importlib.util
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("code", "strings"),
    [
        pytest.param('self.tr("Sites")', ["Sites"], id="method"),
        pytest.param('tr("Sites {0}").format(n)', ["Sites {0}"], id="function"),
        pytest.param('tr("One "\n   "line")', ["One line"], id="parts of a text"),
        pytest.param('QCoreApplication.translate("AsmAtlas", "Visits")', ["Visits"], id="with its context"),
        pytest.param('raise E(say("No {0}.", n))', ["No {0}."], id="sentence of core"),
        pytest.param('f(tr("b"), tr("a"))\ntr("0")', ["b", "a", "0"], id="in the order of the code"),
        pytest.param("text.translate(TABLE)", [], id="another translate"),
        pytest.param("tr(text)", [], id="no literal"),
    ],
)
def test_strings_are_found(translations, code, strings):
    assert translations.strings_of(code) == strings


def test_a_file_of_translations_is_read_as_it_was_written(translations, tmp_path):
    texts = ["a & b", "<b>x</b>", 'say "it"', "two\nlines", "é…", "not yet"]
    known = {text: text.upper() for text in texts[:-1]}
    path = tmp_path / "core.ts"
    path.write_text(translations.ts_text("fr", {"core/a.py": texts}, known), encoding="utf-8")
    assert translations.translations_of(path) == {**known, "not yet": ""}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("{0} of {1}", ["0", "1"]),
        ("{name}", ["name"]),
        ("{0:.1f} km", ["0"]),
        ("none", []),
        ("{{0}}", []),
        ("a { alone", []),
    ],
)
def test_placeholders(translations, text, fields):
    assert translations.placeholders(text) == fields


def test_a_string_of_several_rooms_is_translated_once(translations):
    texts = [
        text for files in translations.strings_by_room().values() for file in files.values() for text in file
    ]
    assert len(texts) > 1000
    assert len(texts) == len(set(texts))


def test_everything_is_translated_with_the_same_placeholders(translations):
    assert [fault for language in translations.LANGUAGES for fault in translations.faults(language)] == []


@pytest.mark.skipif(
    shutil.which("lrelease") is None, reason="lrelease is missing; install qttools5-dev-tools"
)
def test_french_is_compiled_and_spoken(translations, tmp_path):
    from qgis.PyQt.QtCore import QTranslator

    (compiled,) = translations.compile_languages(tmp_path)
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert (
        translator.translate("AsmAtlas", "Import mine-site visits") == "Importer des visites de sites miniers"
    )
