"""Which Python packages are needed, what is found of them, and one sentence on how to get what is missing."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from qgis.PyQt.QtCore import QCoreApplication

from .package_advice import Advice, PackageState, advice, document, facts_of_this_system, version_numbers

# What an import of a package that does not fit its surroundings has been seen to raise.
_FAULTS = (
    ImportError,
    ValueError,
    AttributeError,
    TypeError,
    NameError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    SystemError,
)
_SIGNS_OF_NUMPY = (
    "numpy.dtype size changed",
    "compiled against",
    "compiled using NumPy",
    "numpy.core.multiarray failed to import",
    "numpy._core.multiarray failed to import",
    "_ARRAY_API not found",
)
_MOST_LETTERS = 140


def missing_dependency() -> str:
    """A sentence on the needed packages that are absent, too old or of no use; empty when all are ready.

    Imports the packages, shapely as QGIS can bear it.
    """
    return sentence_on([state for state in look_at_packages() if not state.is_optional])


def foreseen_problems() -> str:
    """What is wrong with the needed packages as far as it is seen without an import, for the start of QGIS.

    One that fails only on import is told when it is first used.
    """
    states = [state for state in look_at_packages(is_importing=False) if not state.is_optional]
    return problems_of(states)


def look_at_packages(is_importing: bool = True) -> list[PackageState]:
    """What is found of each package, numpy first. Optional ones are never imported."""
    states: list[PackageState] = []
    for name, package in document()["packages"].items():
        # Without numpy the others say only that it is not there.
        may_import = (
            is_importing and not package["optional"] and not any(state.problem for state in states[:1])
        )
        states.append(_look_at(name, package["needed"], package["optional"], may_import))
    return states


def _look_at(name: str, needed: str, is_optional: bool, may_import: bool) -> PackageState:
    state = {"name": name, "needed": needed, "is_optional": is_optional}
    place = _place(name)
    if not place:
        return PackageState(**state, problem="missing")
    state |= {"place": place, "version": _stated_version(name)}
    fault = _import_fault(name) if may_import else ""
    if fault:
        is_numpy = name != "numpy" and any(sign in fault for sign in _SIGNS_OF_NUMPY)
        return PackageState(**state, problem="mismatch" if is_numpy else "broken", detail=_told(fault))
    module = sys.modules.get(name) if may_import else None
    if module is not None:
        state["version"] = getattr(module, "__version__", state["version"])
    found = version_numbers(state["version"])
    is_old = found is not None and found < (version_numbers(needed) or found)
    if name == "shapely" and module is not None:
        is_old = not hasattr(module, "from_wkb")  # some builds report no version; 1.8 lacks this function
    return PackageState(**state, problem="old" if is_old else "")


def _place(name: str) -> str:
    """The folder of a package, empty where there is none; a folder that pip left empty counts as none."""
    try:
        spec = importlib.util.find_spec(name)
    except ImportError:
        return ""
    return "" if spec is None or spec.origin is None else str(Path(spec.origin).parent)


def _stated_version(name: str) -> str:
    try:
        return importlib.metadata.version(name) or ""
    except importlib.metadata.PackageNotFoundError:
        return ""


@cache
def _import_fault(name: str) -> str:
    """What an import says, empty when it works. Tried once: half-loaded parts would say something else."""
    try:
        _load(name)
    except _FAULTS as error:
        return f"{error}" or type(error).__name__
    return ""


def _told(fault: str) -> str:
    """What matters of what an import said, as a part of a sentence and without the user's own folder."""
    lines = [line.strip() for line in fault.splitlines() if line.strip()]
    signs = [line for line in lines if any(sign in line for sign in _SIGNS_OF_NUMPY)]
    line = short_path((signs or lines)[0]).split(". ")[0].rstrip(".:")
    return line if len(line) <= _MOST_LETTERS else line[: _MOST_LETTERS - 1] + "…"


def short_path(text: str) -> str:
    """A text in which the user's folder is ~: reports for support are passed on."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


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


def tr(text: str) -> str:
    return QCoreApplication.translate("AsmAtlas", text)


def problem_words(state: PackageState, numpy: PackageState) -> str:
    """What is wrong with a package, as part of a sentence; empty when nothing is."""
    title = f"{state.name} {state.version}".strip()
    if state.problem == "missing":
        return tr("the Python package {0} {1} or later is missing").format(state.name, state.needed)
    if state.problem == "old":
        return tr("the Python package {0} is too old, {1} or later is needed").format(title, state.needed)
    if state.problem == "mismatch":
        return tr("the Python package {0} is installed but does not fit numpy {1} ({2})").format(
            title, numpy.version, state.detail
        )
    if state.problem == "broken":
        return tr("the Python package {0} is installed but cannot be imported ({1})").format(
            title, state.detail
        )
    return ""


def where_words(found: Advice) -> str:
    """Where the command is typed."""
    if found.where == "osgeo4w_shell":
        return tr("close QGIS and run in the OSGeo4W Shell of the start menu")
    return tr("close QGIS and run in a terminal")


def sentence_on(states: list[PackageState]) -> str:
    """One sentence: what is wrong and the command, which stands last so that it can be copied."""
    found = advice(facts_of_this_system(), states)
    if found is None:
        return ""
    return tr("ASM Atlas cannot work: {0}; {1}: {2}").format(
        problems_of(states), where_words(found), found.command
    )


def problems_of(states: list[PackageState]) -> str:
    """What is wrong with some packages, numpy first among them; empty when nothing is."""
    return ", ".join(filter(None, (problem_words(state, states[0]) for state in states)))
