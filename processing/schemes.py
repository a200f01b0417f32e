"""The schemes of an algorithm: those that ship, one of the user's own, and how outputs name theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsLayerMetadata, QgsProcessingContext, QgsProcessingParameterFile, QgsVectorLayer

from ..cartography.layer_metadata import stated_metadata
from ..cartography.score_legend import SCHEME_KEYWORD
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis

if TYPE_CHECKING:
    from ..core.scorecard.scheme import Scheme

SCHEMES = RESOURCES / "schemes"
DEFAULT_SCHEME = "asm_atlas_1"
SCHEME, SCHEME_FILE = "SCHEME", "SCHEME_FILE"


def shipped_schemes() -> list[str]:
    """Names of the schemes in resources/schemes, the default first."""
    return sorted(
        (path.stem for path in SCHEMES.glob("*.json")), key=lambda name: (name != DEFAULT_SCHEME, name)
    )


def add_scheme(algorithm: AsmAlgorithm, options: list[str], help_text: str, help_of_file: str) -> None:
    """Add the parameters SCHEME, of which the first option is the default, and SCHEME_FILE."""
    algorithm.add_choice(SCHEME, algorithm.tr("Scheme"), options, help_text)
    file = QgsProcessingParameterFile(
        SCHEME_FILE,
        algorithm.tr("Scheme of your own"),
        QgsProcessingParameterFile.Behavior.File,
        "json",
        None,
        True,
    )
    algorithm.add(file, help_of_file)


def given_scheme(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Scheme:
    """The scheme of SCHEME_FILE, else the one chosen in SCHEME. Raises DocumentError."""
    from ..core.scorecard.scheme import read_scheme

    path = algorithm.parameterAsFile(parameters, SCHEME_FILE, context)
    if path:
        scheme = read_scheme(Path(path))
    else:
        scheme = shipped_scheme(algorithm.parameterAsEnumString(parameters, SCHEME, context))
    algorithm.facts["scheme"] = {"id": scheme.id, "version": scheme.version, "hash": scheme.hash}
    return scheme


def shipped_scheme(name: str) -> Scheme:
    """A scheme that ships, by the name of its file."""
    from ..core.scorecard.scheme import read_scheme

    return read_scheme(SCHEMES / f"{name}.json")


def scheme_line(scheme: Scheme) -> str:
    """Whose weights these are, with the id, version and hash of the scheme."""
    return f"{scheme.disclaimer[language_of_qgis()]} ({scheme.id} {scheme.version}, {scheme.hash})"


def scored_metadata(layer: QgsVectorLayer | None, title: str, scheme: Scheme, done: str) -> QgsLayerMetadata:
    """The metadata of a layer (licence, rights, history), with the scheme and what was done by it."""
    from ..core.scorecard.scheme_document import legend_text

    metadata = stated_metadata(layer)
    metadata.setTitle(title)
    metadata.setAbstract(scheme_line(scheme))
    metadata.setKeywords({**metadata.keywords(), SCHEME_KEYWORD: [legend_text(scheme)]})
    metadata.addHistoryItem(done)
    return metadata
