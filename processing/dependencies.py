"""Which Python packages the algorithms need, and one sentence on how to get them."""

from __future__ import annotations

import importlib

from qgis.PyQt.QtCore import QCoreApplication

NEEDED = {"pandas": (1, 5), "shapely": (2, 0)}


def missing_dependency() -> str:
    """A sentence on the first package that is absent or too old; empty when all are there.

    shapely 2 is told by a function that 1.8 lacks, since some builds report no version.
    """
    for package, (major, minor) in NEEDED.items():
        try:
            module = importlib.import_module(package)
        except ImportError:
            return _sentence(package, major, minor)
        if package == "shapely":
            if not hasattr(module, "from_wkb"):
                return _sentence(package, major, minor)
        elif tuple(int(part) for part in module.__version__.split(".")[:2]) < (major, minor):
            return _sentence(package, major, minor)
    return ""


def _sentence(package: str, major: int, minor: int) -> str:
    text = QCoreApplication.translate(
        "AsmAtlas",
        "The Python package {0} {1}.{2} or later is missing; install it for the Python of QGIS "
        "(python3 -m pip install --user \"{0}>={1}.{2}\") and start QGIS again.",
    )
    return text.format(package, major, minor)
