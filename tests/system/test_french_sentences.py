"""What goes wrong in core and cartography is said in French where QGIS speaks French."""

import importlib.util
import json
import shutil

import pytest
from qgis.core import QgsApplication, QgsProcessingException

pytestmark = pytest.mark.skipif(
    shutil.which("lrelease") is None, reason="lrelease is missing; install qttools5-dev-tools"
)
NBSP = "\u00a0"


@pytest.fixture(scope="module")
def compiled(root, tmp_path_factory):
    """The folder of the translation, compiled from the files as they are."""
    spec = importlib.util.spec_from_file_location("translations", root / "tools" / "translations.py")
    translations = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(translations)
    folder = tmp_path_factory.mktemp("i18n")
    translations.compile_languages(folder)
    return folder


@pytest.fixture()
def french(plugin, compiled, monkeypatch):
    """QGIS in French, with the plugin's translation installed."""
    from asm_atlas.processing import translation

    monkeypatch.setattr(QgsApplication, "locale", lambda: "fr")
    monkeypatch.setattr(translation, "FOLDER", compiled)
    translator = translation.install_translation()
    assert translator is not None
    yield
    translation.remove_translation(translator)


@pytest.fixture(scope="module")
def imported(plugin, root, tmp_path_factory):
    """Parameters of the tables of the demo visits."""
    from qgis import processing

    path = tmp_path_factory.mktemp("imported")
    tables = {name: str(path / f"{name.lower()}.gpkg") for name in ("SITES", "VISITS")}
    visits = str(root / "resources" / "demo" / "visits.csv")
    processing.run("asm:importvisits", {"INPUT": visits, **tables, "FINDINGS": "TEMPORARY_OUTPUT"})
    return tables


def changed(path, folder, **entries):
    """A copy of a document with other entries."""
    document = json.loads(path.read_text(encoding="utf-8"))
    copy = folder / path.name
    copy.write_text(json.dumps({**document, **entries}), encoding="utf-8")
    return str(copy)


OUTPUTS = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
IMPORTS = [
    pytest.param(
        "a,b\n1,2\n",
        {},
        f"Aucun profil d'import ne convient aux colonnes{NBSP}; ont été cherchées",
        id="columns that no profile knows",
    ),
    pytest.param(
        "a,b\n1,2\n",
        {"PROFILE": "ipis_cod"},
        "Le profil ipis_cod demande les colonnes",
        id="columns that the profile needs",
    ),
    pytest.param(
        "a,b\n1,2\n",
        {"PROFILE_FILE": {"columns": {"colour": "b"}}},
        f"ipis_cod.json{NBSP}: «{NBSP}columns.colour{NBSP}» n'est pas une colonne de l'atlas{NBSP}; retirez-la.",
        id="a profile that is wrong",
    ),
]


@pytest.mark.parametrize(("rows", "given", "sentence"), IMPORTS)
def test_a_bad_import(run, french, root, tmp_path, rows, given, sentence):
    table = tmp_path / "visites.csv"
    table.write_text(rows, encoding="utf-8")
    if "PROFILE_FILE" in given:
        profile = root / "resources" / "profiles" / "ipis_cod.json"
        given = {"PROFILE_FILE": changed(profile, tmp_path, **given["PROFILE_FILE"])}
    with pytest.raises(QgsProcessingException) as error:
        run("asm:importvisits", INPUT=str(table), **given, **OUTPUTS)
    assert sentence in str(error.value)


SCHEMES = [
    pytest.param({"schema": 9}, f"«{NBSP}schema{NBSP}» doit être 1, la seule structure", id="another layout"),
    pytest.param(
        {"dimensions": []}, f"«{NBSP}dimensions{NBSP}» doit contenir au moins 1 dimension.", id="empty"
    ),
    pytest.param({"version": 3}, f"«{NBSP}version{NBSP}» doit être de type texte, pas 3.", id="no text"),
    pytest.param({"id": "Ä"}, "chiffres, - et _, pas", id="a strange name"),
    pytest.param({"colour": 1}, f"«{NBSP}colour{NBSP}» n'est pas connu ici{NBSP}; ", id="an unknown entry"),
]


@pytest.mark.parametrize(("entries", "sentence"), SCHEMES)
def test_a_bad_scheme(run, french, imported, root, tmp_path, entries, sentence):
    scheme = changed(root / "resources" / "schemes" / "asm_atlas_1.json", tmp_path, **entries)
    with pytest.raises(QgsProcessingException, match=r"asm_atlas_1\.json") as error:
        run("asm:scorecard", **imported, SCHEME_FILE=scheme, SCORES="TEMPORARY_OUTPUT")
    assert sentence in str(error.value)


SHEETS = [
    pytest.param(
        {"RECIPE": "site"},
        f"La carte traite d'un seul site{NBSP}; donnez son pcode comme PCODE.",
        id="a sheet of no site",
    ),
    pytest.param(
        {"RECIPE": "site", "PCODE": "nowhere"},
        f"Aucun site avec une position n'a le pcode «{NBSP}nowhere{NBSP}»",
        id="a site that is not there",
    ),
    pytest.param(
        {"RECIPE": "scorecard"},
        f"La recette «{NBSP}scorecard{NBSP}» demande une couche pour SCORES{NBSP}; choisissez-en une.",
        id="no scores",
    ),
]


@pytest.mark.parametrize(("given", "sentence"), SHEETS)
def test_a_sheet_that_cannot_be_made(run, french, imported, tmp_path, given, sentence):
    with pytest.raises(QgsProcessingException) as error:
        run("asm:printsheet", SITES=imported["SITES"], PDF=str(tmp_path / "carte.pdf"), **given)
    assert sentence in str(error.value)


def test_english_is_back_when_the_translation_is_gone(run, imported):
    with pytest.raises(QgsProcessingException, match="The sheet is about one site"):
        run("asm:printsheet", SITES=imported["SITES"], RECIPE="site", PDF="TEMPORARY_OUTPUT")
