"""The zip of the plugin: the same bytes each time, what is in it, and what the repository would refuse."""

import csv
import importlib.util
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.subprocess,
    pytest.mark.skipif(
        not (Path(__file__).resolve().parents[2] / ".git").exists(),
        reason="packing needs a clone, this is installed",
    ),
]

GOOD = {
    "asm_atlas/__init__.py": "def classFactory(iface): ...\n",
    "asm_atlas/LICENSE": "GPL\n",
    "asm_atlas/icon.svg": "<svg/>\n",
    "asm_atlas/metadata.txt": (
        "[general]\nname=Atlas\ndescription=Maps\nversion=1\nqgisMinimumVersion=3.22\nauthor=Us\nemail=a@b.c\n"
        "about=Maps\ntracker=https://a.b/c\nrepository=https://a.b\nhomepage=https://a.b\nicon=icon.svg\n"
    ),
}


def tool(root, name):
    spec = importlib.util.spec_from_file_location(name, root / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checks(root):
    return tool(root, "check_zip")


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    return tool(root, "build_zip").build(tmp_path_factory.mktemp("zip") / "asm_atlas.zip")


def zip_of(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def changed(key, value):
    """GOOD with another line in metadata.txt."""
    lines = [line for line in GOOD["asm_atlas/metadata.txt"].splitlines() if not line.startswith(f"{key}=")]
    return {**GOOD, "asm_atlas/metadata.txt": "\n".join([*lines, f"{key}={value}", ""])}


def test_two_builds_are_the_same_bytes(root, built, tmp_path):
    assert tool(root, "build_zip").build(tmp_path / "again.zip").read_bytes() == built.read_bytes()


def test_the_zip_holds_the_plugin_and_nothing_of_the_workshop(root, built):
    tracked = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)
    names = {name.partition("/")[2] for name in zipfile.ZipFile(built).namelist()}
    shipped = {
        name for name in tracked.stdout.splitlines() if name.endswith((".py", ".json", ".ttf", ".svg"))
    }
    workshop = ("tests/", "tools/", "bench/", "docs/", ".ci/")
    assert {name for name in shipped if not name.startswith(workshop)} <= names
    assert not {name for name in names if name.startswith(workshop)}
    assert {"metadata.txt", "LICENSE", "README.md", "CHANGELOG.md"} <= names


def test_the_zip_holds_the_help_in_both_languages(built):
    names = {name.partition("/resources/help/")[2] for name in zipfile.ZipFile(built).namelist()}
    pages = {
        language: {name[3:] for name in names if name.startswith(f"{language}/")} for language in ("en", "fr")
    }
    assert (
        pages["en"] == pages["fr"] > {"index.html", "glossary.html", "import.html", "asm_importvisits.html"}
    )
    assert {name for name in names if name and not name.startswith(("en/", "fr/"))} == {"help.css"}
    with zipfile.ZipFile(built) as archive:
        french = archive.read("asm_atlas/resources/help/fr/asm_importvisits.html").decode("utf-8")
    assert "<h1>Importer des visites de sites miniers</h1>" in french


def test_nothing_stands_against_the_zip(checks, built):
    assert checks.faults_of(built) == []


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param({"Atlas-1/__init__.py": ""}, "small letters", id="name of the folder"),
        pytest.param({**GOOD, "other/a.txt": ""}, "One top folder", id="two folders"),
        pytest.param({"asm_atlas/__init__.py": ""}, "LICENSE is missing", id="no licence"),
        pytest.param({**GOOD, "asm_atlas/run.sh": ""}, "run.sh must not", id="a script"),
        pytest.param({**GOOD, "asm_atlas/a.dll": ""}, "a.dll must not", id="a binary"),
        pytest.param({**GOOD, "asm_atlas/ui_form.py": ""}, "ui_form.py must not", id="a generated form"),
        pytest.param({**GOOD, "asm_atlas/__pycache__/a.pyc": ""}, "a.pyc must not", id="a cache"),
        pytest.param({**GOOD, "asm_atlas/tests/test_a.py": ""}, "not shipped", id="tests"),
        pytest.param({**GOOD, "asm_atlas/../a.py": ""}, "leads out", id="a path that leads out"),
    ],
)
def test_a_bad_structure_is_refused(checks, tmp_path, files, words):
    assert any(words in fault for fault in checks.faults_of(zip_of(tmp_path / "bad.zip", files)))


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param(changed("about", ""), "lacks about", id="no about"),
        pytest.param(changed("author", "Us / them"), "must not hold '/'", id="slash in the author"),
        pytest.param(changed("name", "Atlas Plugin"), "must not hold 'plugin'", id="plugin in the name"),
        pytest.param(changed("about", "<b>Maps</b>"), "no HTML", id="HTML"),
        pytest.param(changed("tracker", "none"), "tracker in metadata.txt", id="no tracker"),
        pytest.param(changed("icon", "gone.svg"), "icon", id="icon that is not there"),
        pytest.param(
            {**GOOD, "asm_atlas/a.py": "match 1:\n  case 1: pass\n"}, "Python 3.9", id="newer Python"
        ),
    ],
)
def test_bad_metadata_and_code_are_refused(checks, tmp_path, files, words):
    faults = checks.faults_of(zip_of(tmp_path / "bad.zip", files))
    assert [fault for fault in faults if words in fault]
    assert len(faults) == 1


def test_what_the_scanners_find_is_refused(checks, tmp_path):
    files = {
        **GOOD,
        "asm_atlas/a.py": "eval('1')\nTOKEN = 'abcd1234'\n",
        "asm_atlas/b.py": "import subprocess\nsubprocess.run('a', shell=True)\n",
        "asm_atlas/c.json": json.dumps({"key": "0123456789abcdef" * 2 + "deadbeef"}),
    }
    faults = checks.faults_of(zip_of(tmp_path / "bad.zip", files))
    assert {fault.split(": ")[0] + " " + fault.split(": ")[1][:12] for fault in faults} == {
        "a.py:1 bandit B307",
        "a.py:2 bandit B105",
        "b.py:2 bandit B602",
        "c.json:1 looks like a",
    }


def test_the_small_plugin_of_the_tables_is_good(checks, tmp_path):
    assert checks.faults_of(zip_of(tmp_path / "good.zip", GOOD)) == []


def test_an_algorithm_runs_from_the_unpacked_zip(built, root, main_job, tmp_path):
    process = main_job.QgisProcess(tmp_path)
    plugins = tmp_path / "profile" / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(built) as archive:
        archive.extractall(plugins)
    process.call("plugins", "enable", "asm_atlas")
    demo = plugins / "asm_atlas" / "resources" / "demo" / "visits.csv"
    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("SITES", "VISITS", "FINDINGS")}
    results = process.run("asm:importvisits", INPUT=demo, **outputs)
    assert results["N_ROWS"] == len(list(csv.DictReader(demo.open(encoding="utf-8"))))
