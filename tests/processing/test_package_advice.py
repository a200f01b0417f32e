"""The commands that bring a package, by system; and the states of packages, as words."""

import sys
from dataclasses import replace

import pytest
from asm_atlas.processing import dependencies
from asm_atlas.processing.package_advice import (
    PackageState,
    SystemFacts,
    advice,
    document,
    python_of,
    system_of,
    version_numbers,
)

DEBIAN = {"ID": "debian", "VERSION_ID": "12"}


@pytest.mark.parametrize(
    "platform, environment, os_release, is_conda, system",
    [
        pytest.param("linux", {}, DEBIAN, False, "debian", id="Debian"),
        pytest.param("linux", {}, {"ID": "ubuntu", "ID_LIKE": "debian"}, False, "debian", id="Ubuntu"),
        pytest.param(
            "linux", {}, {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, False, "debian", id="Mint"
        ),
        pytest.param("linux", {}, {"ID": "fedora"}, False, "fedora", id="Fedora"),
        pytest.param(
            "linux", {}, {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, False, "fedora", id="Rocky"
        ),
        pytest.param("linux", {}, {"ID": "arch"}, False, "linux", id="Arch"),
        pytest.param("linux", {}, {}, False, "linux", id="Linux that tells nothing"),
        pytest.param(
            "linux",
            {"FLATPAK_ID": "org.qgis.qgis"},
            {"ID": "org.kde.Platform"},
            False,
            "flatpak",
            id="Flatpak",
        ),
        pytest.param("linux", {}, DEBIAN, True, "conda", id="conda on Debian"),
        pytest.param("win32", {"OSGEO4W_ROOT": "C:\\OSGeo4W"}, {}, False, "osgeo4w", id="network installer"),
        pytest.param(
            "win32",
            {"OSGEO4W_ROOT": "C:\\Users\\a b\\AppData\\Local\\Programs\\OSGeo4W"},
            {},
            False,
            "osgeo4w",
            id="network installer for one user",
        ),
        pytest.param(
            "win32",
            {"OSGEO4W_ROOT": "C:\\PROGRA~1\\QGIS34~1.6"},
            {},
            False,
            "windows",
            id="standalone, short",
        ),
        pytest.param(
            "win32", {"OSGEO4W_ROOT": "C:\\Program Files\\QGIS 3.40.6"}, {}, False, "windows", id="standalone"
        ),
        pytest.param("win32", {}, {}, False, "windows", id="Windows that tells nothing"),
        pytest.param("darwin", {}, {}, False, "macos", id="macOS"),
    ],
)
def test_systems_are_told_apart(platform, environment, os_release, is_conda, system):
    assert system_of(platform, environment, os_release, is_conda) == system


BUNDLE = "/Applications/QGIS-LTR.app/Contents"


@pytest.mark.parametrize(
    "prefix, there, python",
    [
        pytest.param(
            f"{BUNDLE}/MacOS", {f"{BUNDLE}/MacOS/bin/python3"}, f"{BUNDLE}/MacOS/bin/python3", id="up to 3.40"
        ),
        pytest.param(
            f"{BUNDLE}/Frameworks", {f"{BUNDLE}/MacOS/python"}, f"{BUNDLE}/MacOS/python", id="from 3.44"
        ),
        pytest.param("/opt/homebrew", set(), "/opt/homebrew/bin/python3", id="no bundle"),
    ],
)
def test_the_python_of_macos_is_that_of_the_bundle(prefix, there, python):
    assert python_of("macos", prefix, (3, 12), there.__contains__) == python


FACTS = {
    "debian 12": SystemFacts("debian", "/usr/bin/python3", (3, 11), is_externally_managed=True),
    "debian 13": SystemFacts("debian", "/usr/bin/python3", (3, 13), is_externally_managed=True),
    "ubuntu 22.04": SystemFacts("debian", "/usr/bin/python3", (3, 10)),
    "fedora": SystemFacts("fedora", "/usr/bin/python3", (3, 13)),
    "linux": SystemFacts("linux", "/opt/qgis env/bin/python3", (3, 12), is_externally_managed=True),
    "flatpak": SystemFacts("flatpak", "/usr/bin/python3", (3, 12)),
    "conda": SystemFacts("conda", "python", (3, 12), prefix="/opt/conda/envs/gis"),
    "osgeo4w": SystemFacts("osgeo4w", "python", (3, 12)),
    "windows": SystemFacts("windows", "python", (3, 12)),
    "macos": SystemFacts("macos", "/Applications/QGIS.app/Contents/MacOS/bin/python3", (3, 9)),
}
HELD = {
    "debian 12": "1.24.2",
    "debian 13": "2.2.4",
    "ubuntu 22.04": "1.21.5",
    "fedora": "2.2.6",
    "macos": "1.20.1",
}


def states(system, **problems):
    """States of the packages, ready but for those named."""
    version = HELD.get(system, "1.26.4")
    numpy = PackageState("numpy", "1.20", version=version, place="/usr/lib/python3/dist-packages/numpy")
    found = [
        numpy,
        PackageState("pandas", "1.5"),
        PackageState("shapely", "2.0"),
        PackageState("segno", "1.4"),
    ]
    return [replace(state, problem=problems.get(state.name, "")) for state in found]


PIP_12 = "/usr/bin/python3 -m pip install --user --break-system-packages"


@pytest.mark.parametrize(
    "system, problems, command",
    [
        pytest.param("debian 12", {}, None, id="nothing is wrong"),
        ("debian 12", {"shapely": "missing"}, f'{PIP_12} "shapely>=2.0" "numpy<1.25"'),
        ("debian 12", {"shapely": "old"}, f'{PIP_12} "shapely>=2.0" "numpy<1.25"'),
        ("debian 12", {"pandas": "missing"}, "sudo apt install python3-pandas"),
        (
            "debian 12",
            {"pandas": "missing", "shapely": "missing"},
            f'sudo apt install python3-pandas && {PIP_12} "shapely>=2.0" "numpy<1.25"',
        ),
        pytest.param(
            "debian 12",
            {"numpy": "missing", "pandas": "missing", "shapely": "missing"},
            "sudo apt install python3-numpy python3-pandas",
            id="pip comes after numpy, which it must keep",
        ),
        ("debian 13", {"shapely": "missing"}, "sudo apt install python3-shapely"),
        (
            "debian 13",
            {"pandas": "missing", "shapely": "missing"},
            "sudo apt install python3-pandas python3-shapely",
        ),
        (
            "ubuntu 22.04",
            {"pandas": "old", "shapely": "old"},
            '/usr/bin/python3 -m pip install --user "pandas>=1.5" "shapely>=2.0" "numpy<1.22"',
        ),
        (
            "fedora",
            {"pandas": "missing", "shapely": "missing"},
            "sudo dnf install python3-pandas python3-shapely",
        ),
        ("fedora", {"segno": "missing"}, '/usr/bin/python3 -m pip install --user "segno>=1.4" "numpy<2.3"'),
        pytest.param(
            "linux",
            {"shapely": "missing"},
            '"/opt/qgis env/bin/python3" -m pip install --user --break-system-packages "shapely>=2.0" "numpy<1.27"',
            id="another Linux, with a blank in a path",
        ),
        (
            "flatpak",
            {"shapely": "missing"},
            'flatpak run --devel --command=pip3 org.qgis.qgis install --user "shapely>=2.0" "numpy<1.27"',
        ),
        (
            "conda",
            {"pandas": "missing", "shapely": "old"},
            'conda install --prefix /opt/conda/envs/gis --channel conda-forge "pandas>=1.5" "shapely>=2.0"',
        ),
        ("osgeo4w", {"pandas": "missing", "shapely": "old"}, "setup -P python3-pandas,python3-shapely"),
        ("osgeo4w", {"segno": "missing"}, 'python -m pip install --user "segno>=1.4" "numpy<1.27"'),
        ("windows", {"shapely": "old"}, 'python -m pip install --user "shapely>=2.0" "numpy<1.27"'),
        (
            "macos",
            {"pandas": "missing", "shapely": "missing"},
            "/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install "
            '"pandas>=1.5" "shapely>=2.0" "numpy<1.21"',
        ),
        pytest.param(
            "windows",
            {"numpy": "missing", "pandas": "missing"},
            'python -m pip install --user "numpy>=1.20" "pandas>=1.5"',
            id="no numpy to keep",
        ),
        pytest.param(
            "windows",
            {"pandas": "mismatch"},
            'python -m pip install --user --force-reinstall "pandas>=1.5" "numpy<1.27"',
            id="made for another numpy, installed beside it",
        ),
    ],
)
def test_the_command_of_a_system(system, problems, command):
    found = advice(FACTS[system], states(system, **problems))
    assert (found.command if found else None) == command


@pytest.mark.parametrize(
    "system, where",
    [
        ("debian 12", "terminal"),
        ("macos", "terminal"),
        ("osgeo4w", "osgeo4w_shell"),
        ("windows", "osgeo4w_shell"),
    ],
)
def test_where_the_command_is_typed(system, where):
    assert advice(FACTS[system], states(system, shapely="missing")).where == where


def test_pip_itself_is_brought_where_it_lacks():
    facts = replace(FACTS["debian 12"], has_pip=False)
    command = advice(facts, states("debian 12", shapely="missing")).command
    assert command == f'sudo apt install python3-pip && {PIP_12} "shapely>=2.0" "numpy<1.25"'
    assert advice(facts, states("debian 12", pandas="missing")).command == "sudo apt install python3-pandas"


USER_SITE = "/home/a/.local/lib/python3.11/site-packages"


def placed(numpy, pandas, problem):
    numpy = PackageState("numpy", "1.20", version="2.4.6", place=f"{numpy}/numpy")
    pandas = PackageState("pandas", "1.5", version="1.5.3", place=f"{pandas}/pandas", problem=problem)
    return [numpy, pandas]


@pytest.mark.parametrize(
    "numpy, pandas, problem, command",
    [
        pytest.param(
            USER_SITE,
            "/usr/lib/python3/dist-packages",
            "mismatch",
            "/usr/bin/python3 -m pip uninstall --break-system-packages numpy",
            id="the user's numpy hides the one that fits",
        ),
        pytest.param(
            "/usr/lib/python3/dist-packages",
            "/usr/lib/python3/dist-packages",
            "broken",
            "sudo apt install --reinstall python3-pandas",
            id="the system's package is broken",
        ),
        pytest.param(
            "/usr/lib/python3/dist-packages",
            USER_SITE,
            "mismatch",
            f'{PIP_12} --force-reinstall "pandas>=1.5" "numpy<2.5"',
            id="the user's package does not fit",
        ),
    ],
)
def test_what_fails_on_import_is_mended_where_it_lies(numpy, pandas, problem, command):
    facts = replace(FACTS["debian 12"], user_site=USER_SITE)
    assert advice(facts, placed(numpy, pandas, problem)).command == command


@pytest.mark.parametrize(
    "text, numbers",
    [("2.1.2", (2, 1)), ("1.5.3+dfsg-2", (1, 5)), ("2.0rc1", (2, 0)), ("0+unknown", None), ("", None)],
)
def test_versions_are_read(text, numbers):
    assert version_numbers(text) == numbers


def test_every_system_can_bring_every_package():
    for name, system in document()["systems"].items():
        facts = SystemFacts(name, "python3", (3, 12), prefix="/opt")
        for package in document()["packages"]:
            found = advice(facts, states(name, **{package: "missing"}))
            assert package in found.command, (name, package)
            assert set(system.get("names", {})) <= set(document()["packages"])


NUMPY_2 = "numpy.dtype size changed, may indicate binary incompatibility"
LONG = "\n\nIMPORTANT: PLEASE READ THIS FOR ADVICE\n" + "word " * 60


@pytest.fixture()
def folder_of(tmp_path, monkeypatch):
    """Put a package of a few lines where Python finds it first; it is forgotten afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [module for module in sys.modules if module.split(".")[0] in ("numpy", "pandas", "shapely")]:
        monkeypatch.delitem(sys.modules, name)
    dependencies._import_fault.cache_clear()
    yield lambda name, code: (tmp_path / name).mkdir() or (tmp_path / name / "__init__.py").write_text(code)
    dependencies._import_fault.cache_clear()
    for name in ("pandas", "shapely"):  # the real ones come back only where they were loaded
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    "name, code, problem, detail",
    [
        pytest.param(
            "pandas",
            f"raise ValueError('{NUMPY_2}. Expected 96 from C header')",
            "mismatch",
            NUMPY_2,
            id="made for numpy 2",
        ),
        pytest.param(
            "pandas",
            "raise ImportError('Unable to import:\\n\\nnumpy.core.multiarray failed to import')",
            "mismatch",
            "numpy.core.multiarray failed to import",
            id="the line that matters is not the first",
        ),
        pytest.param("shapely", "raise OSError('geos_c.dll')", "broken", "geos_c.dll", id="a library lacks"),
        pytest.param(
            "shapely", "import no_such_part", "broken", "No module named 'no_such_part'", id="a part lacks"
        ),
        pytest.param(
            "shapely", "def f(:", "broken", "invalid syntax (__init__.py, line 1)", id="other Python"
        ),
        pytest.param("shapely", "raise RuntimeError", "broken", "RuntimeError", id="without a word"),
        pytest.param("shapely", "__version__ = '1.8.5'", "old", "", id="shapely 1.8"),
        pytest.param(
            "shapely",
            "__version__ = '0+unknown'\nfrom_wkb = None",
            "",
            "",
            id="shapely that tells no version",
        ),
        pytest.param("pandas", "__version__ = '1.3.5'", "old", "", id="pandas too old"),
    ],
)
def test_what_is_found_of_a_package(folder_of, name, code, problem, detail):
    folder_of(name, code)
    needed = document()["packages"][name]["needed"]
    for _ in range(2):  # a second look says the same
        state = dependencies._look_at(name, needed, False, True)
        assert (state.problem, state.detail) == (problem, detail)
        assert state.place.endswith(name)


def test_a_long_complaint_is_cut_and_names_no_home(folder_of, monkeypatch, tmp_path):
    monkeypatch.setattr(dependencies.Path, "home", lambda: tmp_path)
    folder_of("shapely", f"raise ImportError({f'{tmp_path}/lib: {LONG}'!r})")
    state = dependencies._look_at("shapely", "2.0", False, True)
    assert state.detail == "~/lib"
    folder_of("pandas", "raise ImportError('word ' * 60)")
    assert len(dependencies._look_at("pandas", "1.5", False, True).detail) == 140


def test_an_empty_folder_is_not_a_package(tmp_path, monkeypatch):
    (tmp_path / "asm_empty").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert dependencies._look_at("asm_empty", "1.0", False, True).problem == "missing"


def test_the_sentence_names_all_that_is_wrong_and_ends_with_the_command(monkeypatch):
    monkeypatch.setattr(dependencies, "facts_of_this_system", lambda: FACTS["debian 12"])
    found = states("debian 12", pandas="missing", shapely="old")[:3]
    found[2] = replace(found[2], version="1.8.5")
    assert dependencies.sentence_on(found) == (
        "ASM Atlas cannot work: the Python package pandas 1.5 or later is missing, the Python package shapely 1.8.5 "
        "is too old, 2.0 or later is needed; close QGIS and run in a terminal: sudo apt install python3-pandas && "
        f'{PIP_12} "shapely>=2.0" "numpy<1.25"'
    )
    assert dependencies.sentence_on(states("debian 12")) == ""
