"""Which Python packages the algorithms need, and one sentence on how to get them."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType

from qgis.PyQt.QtCore import QCoreApplication

NEEDED = {"pandas": (1, 5), "shapely": (2, 0)}


def missing_dependency() -> str:
    """A sentence on the first package that is absent or too old; empty when all are there.

    shapely 2 is told by a function that 1.8 lacks, since some builds report no version.
    """
    for package, (major, minor) in NEEDED.items():
        try:
            module = _load(package)
        except ImportError:
            return _sentence(package, major, minor)
        if package == "shapely":
            if not hasattr(module, "from_wkb"):
                return _sentence(package, major, minor)
        elif tuple(int(part) for part in module.__version__.split(".")[:2]) < (major, minor):
            return _sentence(package, major, minor)
    return ""


def _load(package: str) -> ModuleType:
    """Import a package, shapely so that its libraries prefer their own symbols to those of QGIS.

    QGIS and qgis_process are linked to the system's GEOS; shapely from PyPI brings its own. Loaded as
    usual, shapely's C++ calls land in the system's GEOS and the process ends in a segmentation fault
    (seen with GEOS 3.11 and 3.13). Only Linux needs this, and only there the flag exists.
    """
    deep_bind = getattr(os, "RTLD_DEEPBIND", 0)
    if package != "shapely" or not deep_bind or package in sys.modules:
        return importlib.import_module(package)
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | deep_bind)
    try:
        return importlib.import_module(package)
    finally:
        sys.setdlopenflags(flags)


def _sentence(package: str, major: int, minor: int) -> str:
    text = QCoreApplication.translate(
        "AsmAtlas",
        "The Python package {0} {1}.{2} or later is missing; install it for the Python of QGIS "
        '(python3 -m pip install --user "{0}>={1}.{2}") and start QGIS again.',
    )
    return text.format(package, major, minor)
