"""An atlas as input of the import: its visits, and the other tables that lie beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureSource,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..cartography.layer_metadata import file_of, stated_metadata
from ..core.spreadsheet_text import is_spreadsheet, unguarded
from ..core.tables import TABLES
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, plugin_version, progress_steps
from .frames import read_table
from .import_profiles import AUTO, PROFILE, PROFILE_FILE

if TYPE_CHECKING:
    import pandas as pd

    from ..core.importing.importer import ImportResult

_BESIDE = ("actors", "statuses", "sites")
_KEYS = {"actors": ("visit_id", "slot"), "statuses": ("status_id", "pcode", "kind"), "sites": ("pcode",)}


def is_atlas(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    source: QgsFeatureSource,
) -> bool:
    """Whether a layer has the visits of an atlas, and the user has not chosen to read it by a profile."""
    from ..core.importing.own_tables import is_own

    chosen = algorithm.parameterAsEnumString(parameters, PROFILE, context)
    if chosen != AUTO or parameters.get(PROFILE_FILE):
        return False
    return is_own(field.name() for field in source.fields())


def warn_unused(names: Sequence[str], parameters: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Say which of some parameters are given in vain."""
    unused = [name for name in names if parameters.get(name)]
    if unused:
        text = AsmAlgorithm.tr("{0} is not used: the input is an atlas")
        feedback.pushWarning(text.format(", ".join(unused)))


def metadata_again(layer: QgsMapLayer | None, title: str) -> QgsLayerMetadata:
    """What the visits say of themselves, under the title of another output."""
    metadata = stated_metadata(layer)
    metadata.setTitle(f"{title}: {metadata.title().partition(': ')[2]}".rstrip(": "))
    again = AsmAlgorithm.tr("Read again from {file} by ASM Atlas {plugin}.")
    history = again.format(file=metadata.parentIdentifier(), plugin=plugin_version())
    metadata.setHistory([*metadata.history(), *([history] if history not in metadata.history() else [])])
    return metadata


def import_atlas(
    source: QgsFeatureSource, layer: QgsMapLayer | None, feedback: QgsProcessingFeedback
) -> ImportResult:
    """The tables of an atlas read again from its visits.

    The other tables are those of their usual names in the same GeoPackage, or in files beside one that is
    called visits.
    """
    from ..core.importing.own_tables import OWN_COLUMNS, import_own
    from ..core.vocabulary import read_vocabularies

    visits = read_table(source, TABLES["visits"], OWN_COLUMNS, progress_steps(feedback, 0, 20), "visits")
    visits = _as_written(visits, layer)
    beside: dict[str, pd.DataFrame | None] = {}
    for name in _BESIDE:
        found = _beside(layer, name)
        beside[name] = None
        if found is not None:
            feedback.pushInfo(AsmAlgorithm.tr("{0} is read as well").format(found.name()))
            steps = progress_steps(feedback, 20, 35)
            beside[name] = _as_written(read_table(found, TABLES[name], _KEYS[name], steps, name), found)
    return import_own(
        visits,
        read_vocabularies(RESOURCES / "vocabularies"),
        **beside,
        language=language_of_qgis(),
        progress=progress_steps(feedback, 35, 70),
    )


def _as_written(table: pd.DataFrame, layer: QgsMapLayer | None) -> pd.DataFrame:
    """The table without the apostrophes that outputs put before formulas in spreadsheets."""
    if not is_spreadsheet(file_of(layer)):
        return table
    return table.apply(
        lambda column: column.map(lambda cell: unguarded(cell) if isinstance(cell, str) else cell)
    )


def _beside(layer: QgsMapLayer | None, name: str) -> QgsVectorLayer | None:
    """The table of the atlas that lies with a layer of visits; None when there is none."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() not in ("ogr", "delimitedtext"):
        return None
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(parts.get("path") or ""))
    if not path.is_file():
        return None
    if parts.get("layerName") == "visits":
        address = f"{path}|layername={name}"
    elif path.stem.casefold() == "visits" and path.with_stem(name).is_file():
        address = str(path.with_stem(name))
    else:
        return None
    found = QgsVectorLayer(address, f"{path.name}, {name}", "ogr")
    fits = found.isValid() and all(found.fields().lookupField(key) >= 0 for key in _KEYS[name])
    return found if fits else None
