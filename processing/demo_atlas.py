"""The demo as an atlas of its own: the fictional data of the plugin through every step, in a folder of the user's."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
)

from ..core.exceptions import AtlasError, Cancelled
from .algorithm import RESOURCES, ROOT, AsmAlgorithm

tr = AsmAlgorithm.tr
DEMO = RESOURCES / "demo"
PROJECT = "atlas.qgz"
_ATLAS = "atlas.gpkg"
_TO_TRY = ("visits.csv", "visits.qmd", "README.md")  # for a first import of one's own
_TITLES_DATE = "2025-12-31"
_CLUSTER_FIELDS = "security_level;state_services_level;access_level"
_N_LARGEST = 1000
_MODE = 0o755
_CONTEXT = ("territories", "titles", "lakes", "rivers", "roads", "towns")


def unusable_folder(folder: Path) -> str:
    """A sentence on why the demo cannot be put there; empty where it can. The folder is new, or is empty."""
    if not folder.is_absolute() or not folder.name:
        return tr("Give the whole path of a folder.")
    if ROOT in (folder.resolve(), *folder.resolve().parents):
        return tr("{0} lies in the folder of the plugin, which goes with an update; choose another.").format(
            folder.name
        )
    if folder.is_dir() and any(folder.iterdir()):
        return tr("{0} holds files already; choose another name.").format(folder.name)
    if folder.exists() and not folder.is_dir():
        return tr("{0} is a file; choose another name.").format(folder.name)
    if not folder.parent.is_dir():
        return tr("There is no folder {0}; choose another.").format(folder.parent)
    if not os.access(folder.parent, os.W_OK):
        return tr("Nothing can be written to {0}; choose another folder.").format(folder.parent)
    return ""


def make_tables(target: Path, feedback: QgsProcessingFeedback) -> Path:
    """Make the tables of the demo in a folder beside the target, for place_demo; may run in any thread.

    Raises Cancelled, AtlasError, OSError or QgsProcessingException; nothing is left behind then.
    """
    with ExitStack() as undo:
        part = Path(tempfile.mkdtemp(prefix=".asm_atlas_demo_", dir=target.parent))
        undo.callback(discard_tables, part)
        for name in _TO_TRY:
            shutil.copyfile(DEMO / name, part / name)
        steps = _steps(part / _ATLAS)
        shares = QgsProcessingMultiStepFeedback(len(steps) + 1, feedback)
        for number, (algorithm, parameters) in enumerate(steps):
            shares.setCurrentStep(number)
            _run(algorithm, parameters, shares)
        undo.pop_all()
    return part


def discard_tables(part: Path) -> None:
    """Take away what make_tables made."""
    shutil.rmtree(part, ignore_errors=True)


def place_demo(part: Path, target: Path, language: str) -> Path:
    """Build the project and give the folder its name; the project's file. In the window's thread.

    Raises AtlasError, OSError or QgsProcessingException; nothing is left behind then.
    """
    context = {role.upper(): str(DEMO / f"{role}.geojson") for role in ("provinces", *_CONTEXT)}
    parameters = {
        "ATLAS": str(part / _ATLAS),
        **context,
        "TITLE": tr("ASM Atlas demo: the fictional country of Kessouma"),
        "LANGUAGE": language,
        "PROJECT": str(part / PROJECT),
    }
    with ExitStack() as undo:
        undo.callback(discard_tables, part)
        _run("asm:buildproject", parameters, QgsProcessingFeedback(False))
        sentence = unusable_folder(target)
        if sentence:
            raise AtlasError(sentence)
        if target.is_dir():
            target.rmdir()  # empty
        part.chmod(_MODE)  # it was made for its maker alone
        part.rename(target)
        undo.pop_all()
    return target / PROJECT


def _steps(atlas: Path) -> list[tuple[str, dict[str, Any]]]:
    """Algorithms and their parameters, in order."""

    def out(name: str, located: bool = True) -> str:
        path = str(atlas).replace("\\", "/").replace("'", "\\'")
        return f"ogr:dbname='{path}' table=\"{name}\"{' (geom)' if located else ''}"

    def table(name: str) -> str:
        return f"{atlas}|layername={name}"

    return [
        (
            "asm:importvisits",
            {
                "INPUT": str(DEMO / "visits.csv"),
                "SITES": out("sites"),
                "VISITS": out("visits"),
                "ACTORS": out("actors", False),
                "STATUSES": out("statuses", False),
                "FINDINGS": out("findings"),
            },
        ),
        (
            "asm:titleoverlap",
            {
                "SITES": table("sites"),
                "TITLES": str(DEMO / "titles.geojson"),
                "TITLES_DATE": _TITLES_DATE,
                "OUTPUT": out("sites_titles"),
                "PAIRS": out("title_pairs", False),
                "OVERLAPS": out("title_overlaps"),
                "SUMMARY": out("title_counts", False),
            },
        ),
        (
            "asm:scorecard",
            {
                "SITES": table("sites_titles"),
                "VISITS": table("visits"),
                "ACTORS": table("actors"),
                "STATUSES": table("statuses"),
                "SCORES": out("scores"),
            },
        ),
        (
            "asm:localgeary",
            {
                "INPUT": table("scores"),
                "FIELDS": _CLUSTER_FIELDS,
                "OUTPUT": out("clusters"),
                "SUMMARY": out("cluster_summary", False),
            },
        ),
        (
            "asm:prepareprotectedareas",
            {
                "INPUT": str(DEMO / "protected_areas.geojson"),
                "OUTPUT": out("prepared_areas"),
                "DROPPED": out("areas_left_out", False),
            },
        ),
        ("asm:areabands", {"INPUT": table("prepared_areas"), "OUTPUT": out("area_bands")}),
        (
            "asm:protectedareaoverlap",
            {
                "SITES": table("sites"),
                "AREAS": table("prepared_areas"),
                "N_LARGEST": _N_LARGEST,
                "OUTPUT": out("sites_areas"),
                "PAIRS": out("pairs", False),
                "SUMMARY": out("areas"),
                "BY_UNIT": out("area_units", False),
                "LARGEST": out("largest_overlaps", False),
                "NOTE": out("area_note", False),
            },
        ),
    ]


def _run(algorithm_id: str, parameters: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Run an algorithm in this thread. Raises Cancelled or QgsProcessingException with its sentence."""
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled; no output was written."))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    context = QgsProcessingContext()
    context.setFeedback(feedback)
    good, sentence = algorithm.checkParameterValues(parameters, context)
    if not good:
        raise QgsProcessingException(sentence)
    _, is_done = algorithm.run(parameters, context, feedback, {}, False)
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled; no output was written."))
    if not is_done:
        raise QgsProcessingException(tr("{0} failed.").format(algorithm.displayName()))
