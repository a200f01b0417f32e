"""qgis_process where packages are hidden, too old or of no use: all is listed, and a run says the one sentence."""

import os
import re
import subprocess

import pytest
from qgis.core import Qgis
from test_qgis_process import ALGORITHMS

pytestmark = pytest.mark.subprocess

HIDDEN = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Hidden())
"""
DISTRIBUTION = "Metadata-Version: 2.1\nName: {0}\nVersion: {1}\n"
SIZE_CHANGED = (
    "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88"
)
# As 1.8 tells itself, without the functions of 2.0, and with what QGIS from 3.40 on wants of it.
SHAPELY_1_8 = "__version__ = '1.8.5.post1'\nfrom . import geometry\n"


@pytest.fixture(scope="module")
def qgis(main_job, tmp_path_factory):
    """qgis_process with the plugin enabled in a profile of its own."""
    process = main_job.QgisProcess(tmp_path_factory.mktemp("qgis"))
    process.prepare()
    return process


@pytest.fixture()
def call(qgis, main_job, tmp_path):
    """Call qgis_process with a folder of stand-ins before all other packages: files by their path in it."""

    def call(files, *arguments):
        folder = tmp_path / "stand-ins"
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        environment = qgis.environment()
        environment["PYTHONPATH"] = os.pathsep.join([str(folder), environment["PYTHONPATH"]])
        command = [main_job.qgis_process_command(), *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    return call


def hidden(*names):
    return {"sitecustomize.py": HIDDEN.format(names=set(names))}


CASES = [
    pytest.param(
        hidden("pandas"), ["the Python package pandas 1.5 or later is missing"], id="pandas is missing"
    ),
    pytest.param(
        hidden("shapely"), ["the Python package shapely 2.0 or later is missing"], id="shapely is missing"
    ),
    pytest.param(
        hidden("pandas", "shapely"),
        ["pandas 1.5 or later is missing, the Python package shapely 2.0 or later is missing"],
        id="both are missing",
    ),
    pytest.param(
        hidden("numpy", "pandas", "shapely"),
        [
            "the Python package numpy 1.20 or later is missing, the Python package pandas 1.5 or later is missing"
        ],
        id="numpy is missing and what rests on it",
    ),
    pytest.param(
        {
            "shapely/__init__.py": SHAPELY_1_8,
            "shapely/geometry/__init__.py": "from . import base\n",
            "shapely/geometry/base.py": "class BaseGeometry:\n    pass\n",
            "Shapely-1.8.5.dist-info/METADATA": DISTRIBUTION.format("Shapely", "1.8.5"),
        },
        ["the Python package shapely 1.8.5.post1 is too old, 2.0 or later is needed"],
        id="shapely 1.8",
    ),
    pytest.param(
        {
            "pandas/__init__.py": "__version__ = '1.3.5'\n",
            "pandas-1.3.5.dist-info/METADATA": DISTRIBUTION.format("pandas", "1.3.5"),
        },
        ["the Python package pandas 1.3.5 is too old, 1.5 or later is needed"],
        id="pandas 1.3",
    ),
    pytest.param(
        {"pandas/__init__.py": f"raise ValueError({SIZE_CHANGED!r})\n"},
        [
            "is installed but does not fit numpy",
            "(numpy.dtype size changed, may indicate binary incompatibility)",
        ],
        id="pandas made for another numpy",
    ),
    pytest.param(
        {"shapely/__init__.py": "raise ImportError('DLL load failed while importing lib')\n"},
        ["is installed but cannot be imported (DLL load failed while importing lib)"],
        id="shapely whose library lacks",
        marks=pytest.mark.skipif(
            Qgis.QGIS_VERSION_INT >= 34000,
            reason="QGIS imports shapely itself there, and its Python does not start with such a one",
        ),
    ),
]


@pytest.mark.parametrize("files, said", CASES)
def test_all_is_listed_and_a_run_says_what_is_wrong(call, resources, tmp_path, files, said):
    listed = call(files, "list")
    assert listed.returncode == 0, listed.stderr
    for name in ALGORITHMS:
        assert f"asm:{name}\t" in listed.stdout, name
    assert "Nothing can be computed yet" not in listed.stdout + listed.stderr  # that is for the window

    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("SITES", "VISITS", "FINDINGS")}
    arguments = [f"--{key}={path}" for key, path in outputs.items()]
    done = call(files, "run", "asm:importvisits", f"--INPUT={resources / 'demo' / 'visits.csv'}", *arguments)
    answer = done.stdout + done.stderr
    assert done.returncode == 1, answer
    # No traceback; without numpy one of QGIS's own plugins has one.
    assert not re.search(r'File ".*asm_atlas', answer), answer
    sentences = {line.strip() for line in answer.splitlines() if "ASM Atlas cannot work: " in line}
    assert len(sentences) == 1, answer
    sentence = sentences.pop()
    for part in said:
        assert part in sentence
    assert "; close QGIS and run in a terminal: " in sentence
    assert not [path for path in outputs.values() if path.exists()]
