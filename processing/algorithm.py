"""Base of all ASM Atlas algorithms: errors, cancel and dependencies are handled here once."""

from __future__ import annotations

from collections.abc import Sequence
from configparser import ConfigParser
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Callable

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime
from qgis.PyQt.QtGui import QIcon

from ..core.exceptions import AsmAtlasError, Cancelled
from .crs_range import outside_range
from .dependencies import missing_dependency
from .destinations import unsaved_edits, unusable_destination
from .edit_watch import EditWatch, edits_watched
from .help_files import help_address
from .input_files import unusable_input
from .live_sources import unreachable
from .told_sources import without_sources
from .whole_outputs import whole_outputs

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"


def plugin_version() -> str:
    """The version in metadata.txt."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def language_of_qgis() -> str:
    """The language that words are written in: "fr" where QGIS is in French, else "en"."""
    return "fr" if QgsApplication.locale().startswith("fr") else "en"


def progress_steps(feedback: QgsProcessingFeedback, start: float, end: float) -> Callable[[float], None]:
    """A callable for core: takes a fraction 0..1, shows it as start..end percent, stops on cancel.

    The callable raises Cancelled when the user asked to stop.
    """

    def report(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled(AsmAlgorithm.tr("Cancelled; no output was written."))
        feedback.setProgress(start + (end - start) * min(max(fraction, 0.0), 1.0))

    return report


def progress_shares(report: Callable[[float], None], sizes: Sequence[int]) -> list[Callable[[float], None]]:
    """A callable 0..1 for each part of a work that report tells of, by the sizes of the parts."""
    whole, before, shares = max(sum(sizes), 1), 0, []
    for size in sizes:
        shares.append(lambda done, start=before, size=size: report((start + done * size) / whole))
        before += size
    return shares


class AsmAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider; subclasses define run_steps instead of processAlgorithm.

    GROUP: where the toolbox shows it: sites, areas, clusters or maps. SETS_APART: whether files are written elsewhere
    first and put in place at the end (whole_outputs.py); False where the algorithm sees to it. WITHHOLDS_SOURCES: the
    outputs name the licences of what they were made of, but no file, date or step of it.
    edit_watch: of the layers that a run is given; one that changes a file of the user's checks it before.
    asked: the parameters, with the outputs where they are to be at the end. facts: what a run adds to the records of
    its outputs, beside its parameters and inputs, such as the profile and the scheme that it took. started: when, UTC.
    """

    GROUP = "sites"
    SETS_APART = True
    WITHHOLDS_SOURCES = False
    edit_watch: EditWatch
    asked: dict[str, Any]
    facts: dict[str, Any]
    started: QDateTime

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("AsmAtlas", text)

    def group(self) -> str:
        words = {
            "sites": self.tr("Sites"),
            "areas": self.tr("Areas"),
            "clusters": self.tr("Clusters"),
            "maps": self.tr("Maps"),
        }
        return words[self.GROUP]

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    def createInstance(self) -> AsmAlgorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "asm_atlas.svg"))

    def helpUrl(self) -> str:  # noqa: N802
        """The algorithm's shipped page in the language of QGIS; '' where the pages are not built."""
        return help_address(f"asm_{self.name()}", language_of_qgis())

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
        sentence = (
            self._unknown_parameter(parameters)
            or unusable_input(self, parameters)  # before QGIS opens the files to check them
            or self._unclear_switch(parameters)
        )
        if sentence:
            return False, sentence
        sentence = unsaved_edits(self, parameters, context)
        if sentence:
            return False, sentence
        good, message = super().checkParameterValues(parameters, context)
        if good:
            return True, message
        servers = [value for value in parameters.values() if unreachable(value) and value in message]
        if servers:
            return False, unreachable(servers[0])
        message = without_sources(self, message, parameters)
        return False, f"{message.rstrip('.')}; {self._advice(parameters, context)}"

    def _unknown_parameter(self, parameters: dict[str, Any]) -> str:
        """A sentence on a value for a parameter that is not there; QGIS passes it over without a word.

        A province that is misspelt in a batch run would print the whole country.
        """
        known = [definition.name() for definition in self.parameterDefinitions()]
        for name in parameters:
            if name not in known:
                alike = get_close_matches(name.upper(), known, 1) or [", ".join(known)]
                text = self.tr("{0} is no parameter of {1}; its name may be {2}.")
                return text.format(name, self.id(), alike[0])
        return ""

    def _unclear_switch(self, parameters: dict[str, Any]) -> str:
        """A sentence on a switch that is neither on nor off; QGIS takes any word for on, "no" included."""
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if not isinstance(definition, QgsProcessingParameterBoolean) or not isinstance(value, str):
                continue
            if value.casefold() not in ("true", "false", "1", "0", ""):
                return self.tr("{0} must be true or false, not '{1}'.").format(definition.name(), value)
        return ""

    def _advice(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """What to do about the first value that cannot be used; QGIS tells only which it is."""
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if definition.checkValueIsAcceptable(value, context):
                continue
            if isinstance(definition, QgsProcessingParameterEnum):
                return self.tr("choose one of {0}.").format(", ".join(definition.options()))
            if value in (None, ""):
                return self.tr("it is needed.")
        return self.tr("check its path and choose a file or layer of the kind asked for.")

    def add(
        self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False
    ) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_choice(self, key: str, text: str, options: list[str], help_text: str) -> None:
        """Add a choice between words; the first is the default."""
        choice = QgsProcessingParameterEnum(
            key, text, options, defaultValue=options[0], usesStaticStrings=True
        )
        self.add(choice, help_text)

    def add_table(self, key: str, text: str, help_text: str, optional: bool = False) -> None:
        """Add an input of rows, with points or without."""
        kinds = [QgsProcessing.SourceType.TypeVector]
        self.add(QgsProcessingParameterFeatureSource(key, text, kinds, None, optional), help_text)

    def add_sink(
        self,
        key: str,
        text: str,
        kind: QgsProcessing.SourceType,
        help_text: str,
        optional: bool = False,
        by_default: bool = True,
    ) -> None:
        """Add an output of features; by_default: an optional one that the toolbox writes unless told not to."""
        sink = QgsProcessingParameterFeatureSink(key, text, kind, None, optional, by_default)
        self.add(sink, help_text)

    def add_numbers(self, titles: dict[str, str]) -> None:
        """Add outputs that are numbers, by their keys."""
        for key, title in titles.items():
            self.addOutput(QgsProcessingOutputNumber(key, title))

    def given_source(
        self, key: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        """The features given, invalid geometries among them: core repairs those and says so.

        QGIS itself would refuse them or let them by, as its settings are. The log warns of a layer that lies
        outside the range of its CRS.
        """
        source = self.parameterAsSource(parameters, key, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, key))
        source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        sentence = outside_range(source, context.transformContext())
        if sentence and context.feedback() is not None:
            context.feedback().pushWarning(sentence)
        return source

    def given_layers(
        self,
        keys: dict[str, str],
        geometries: dict[str, QgsWkbTypes.GeometryType],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> dict[str, QgsVectorLayer]:
        """The vector layers given, by role (keys: role -> parameter; geometries: role -> what it must be).

        Raises QgsProcessingException naming a parameter whose layer cannot be opened or does not fit:
        qgis_process does not check the type of a layer.
        """
        layers = {}
        for role, key in keys.items():
            layer = self.parameterAsVectorLayer(parameters, key, context)
            if layer is not None:
                layers[role] = layer
            elif parameters.get(key):
                raise QgsProcessingException(
                    self.tr("The layer for {0} cannot be opened; check its path.").format(key)
                )
            if layer is not None and layer.geometryType() != geometries.get(role, layer.geometryType()):
                raise QgsProcessingException(
                    self.tr("{0} needs a layer of {1}, not of {2}; choose another layer.").format(
                        key,
                        QgsWkbTypes.geometryDisplayString(geometries[role]),
                        QgsWkbTypes.geometryDisplayString(layer.geometryType()),
                    )
                )
        return layers

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from .provenance import described_outputs, tell_provenance  # which know this class

        # missing_dependency also loads shapely before core does, see there
        sentence = (
            missing_dependency()
            or unusable_input(self, parameters)
            or unusable_destination(self, parameters, context)
        )
        if sentence:
            raise QgsProcessingException(sentence)
        self.facts, self.started = {}, QDateTime.currentDateTimeUtc()
        try:
            with (
                edits_watched(self, parameters, context, feedback) as watch,
                whole_outputs(self, parameters, context) as (given, put_in_place),
            ):
                self.edit_watch, self.asked = watch, parameters
                results = self.run_steps(given, context, feedback)
                if not watch.is_over:
                    watch.check()
                described = described_outputs(self, results, context)
                results = put_in_place(results)
        except AsmAtlasError as error:
            raise QgsProcessingException(without_sources(self, str(error), parameters)) from error
        except QgsProcessingException as error:  # QGIS repeats the whole source, password included
            raise QgsProcessingException(without_sources(self, str(error), parameters)) from None
        tell_provenance(self, parameters, results, described, context, feedback)
        return results

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The work of the algorithm; AsmAtlasError becomes QgsProcessingException."""
        raise TypeError(f"{type(self).__name__} must define run_steps.")
