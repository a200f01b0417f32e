"""Loads the plugin as QGIS does, under the name asm_atlas, whatever the clone is called."""

import gc
import importlib.util
import os
import sys
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

# The same examples on every run there: a new one must not stop a change that has nothing to do with it.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "asm_atlas"
DATA = Path(os.environ.get("ASM_ATLAS_DATA", ROOT.parent / "shared" / "data"))


def scrub_root():
    """Keep the repository's own processing/ from answering to a bare `import processing`."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]


scrub_root()
if PACKAGE not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package  # before exec: relative imports look it up here
    spec.loader.exec_module(package)


# Where Python has its own hook, PyQt ends the process at an error in a task; QGIS, too, has another.
sys.excepthook = lambda *error: sys.__excepthook__(*error)


@pytest.fixture(scope="session", autouse=True)
def no_shadow():
    scrub_root()  # pytest may insert the root again while it sets up packages


@pytest.fixture(scope="session")
def plugin(qgis_iface, qgis_processing):
    """The plugin with its provider registered, as in qgis_process."""
    import asm_atlas

    # A canvas that draws while a project is cleared may end in a crash: QgsExpression::detach lets go of
    # the expression that it still copies (seen with QGIS 3.22).
    qgis_iface.mapCanvas().setRenderFlag(False)
    instance = asm_atlas.classFactory(qgis_iface)
    instance.initProcessing()
    yield instance
    instance.unload()
    # Layers in the frames of caught exceptions must go before QGIS does, or it crashes on leaving.
    gc.collect()


@pytest.fixture()
def run(plugin, qgis_new_project):
    """Run an algorithm by id and get its results; temporary layers come back as layers."""
    from qgis import processing

    def run_algorithm(algorithm_id, **parameters):
        return processing.run(algorithm_id, parameters)

    return run_algorithm


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def data():
    """The folder of real data; tests that use it carry the marker real_data."""
    return DATA


@pytest.fixture(autouse=True)
def unseen_errors(monkeypatch):
    """An error in a slot or a task fails its test; without a hook PyQt would end the process without a word."""
    told = []

    def tell(*error):
        told.append("".join(traceback.format_exception(*error)))

    monkeypatch.setattr(sys, "excepthook", tell)
    yield
    assert not told, "\n".join(told)


@pytest.fixture(scope="session")
def resources():
    return ROOT / "resources"


def pytest_collection_modifyitems(items):
    if DATA.is_dir():
        return
    skip = pytest.mark.skip(reason=f"real data not found at {DATA}; set ASM_ATLAS_DATA to the folder")
    for item in items:
        if "real_data" in item.keywords:
            item.add_marker(skip)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item, nextitem):
    """Let go of the last test's layers before QGIS ends: pytest keeps its arguments until all fixtures are gone."""
    if nextitem is None:
        getattr(item, "funcargs", {}).clear()
