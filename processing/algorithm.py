"""Base of all ASM Atlas algorithms: errors, cancel and dependencies are handled here once."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path
from typing import Any, Callable

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..core.exceptions import AsmAtlasError, Cancelled
from .dependencies import missing_dependency

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"


def plugin_version() -> str:
    """The version in metadata.txt."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def progress_steps(feedback: QgsProcessingFeedback, start: float, end: float) -> Callable[[float], None]:
    """A callable for core: takes a fraction 0..1, shows it as start..end percent, stops on cancel.

    The callable raises Cancelled when the user asked to stop.
    """

    def report(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled(AsmAlgorithm.tr("Cancelled; no output was written."))
        feedback.setProgress(start + (end - start) * min(max(fraction, 0.0), 1.0))

    return report


class AsmAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider; subclasses define run_steps instead of processAlgorithm."""

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("AsmAtlas", text)

    def createInstance(self) -> AsmAlgorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "asm_atlas.svg"))

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        sentence = missing_dependency()
        return (not sentence, sentence)

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # Nothing but the toolbox asks canExecute, so batch runs hear of missing packages here.
        sentence = missing_dependency()
        if sentence:
            return False, sentence
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        sentence = missing_dependency()  # also loads shapely before core does, see there
        if sentence:
            raise QgsProcessingException(sentence)
        try:
            return self.run_steps(parameters, context, feedback)
        except AsmAtlasError as error:
            raise QgsProcessingException(str(error)) from error

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The work of the algorithm; AsmAtlasError becomes QgsProcessingException."""
        raise TypeError(f"{type(self).__name__} must define run_steps.")
