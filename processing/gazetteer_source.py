"""The gazetteer of an import: a layer or table of places, or a JSON list of them, from one parameter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from .algorithm import RESOURCES, AsmAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.importing.gazetteer import Gazetteer

KEY = "GAZETTEER"
_RULES = RESOURCES / "gazetteer" / "names.json"
_LIST_START = b"["


def add_gazetteer(algorithm: AsmAlgorithm) -> None:
    """Give an algorithm the parameter."""
    parameter = QgsProcessingParameterFeatureSource(
        KEY, AsmAlgorithm.tr("Gazetteer"), [QgsProcessing.SourceType.TypeVector], optional=True
    )
    algorithm.add(
        parameter,
        AsmAlgorithm.tr(
            "Names of places with points or fields x and y, and a field class that says which are mines: a layer, "
            "a table, or a JSON list such as that of IPIS's web map. It places sites that no row and no known "
            "site places, by name, when only one place can be meant. Give the administrative units as well: "
            "they tell places of the same name apart. The field location_quality says which sites these are."
        ),
    )


def list_file(value: Any) -> Path | None:
    """The file of a JSON list, which QGIS opens as no layer; None for anything else."""
    if not isinstance(value, str) or not value.lower().endswith(".json"):
        return None
    path = Path(value)
    if not path.is_file():
        return None
    with path.open("rb") as handle:
        start = handle.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    return path if start.startswith(_LIST_START) else None


def without_list(parameters: dict[str, Any]) -> dict[str, Any]:
    """Parameters as QGIS can check them: a JSON list of places is no layer to it."""
    if list_file(parameters.get(KEY)) is None:
        return parameters
    return {key: value for key, value in parameters.items() if key != KEY}


def gazetteer_of(path: Path | None, table: tuple[pd.DataFrame, np.ndarray | None] | None) -> Gazetteer | None:
    """The gazetteer from a JSON list, or from a layer's text columns and points; None when neither is given."""
    from ..core.importing.gazetteer import gazetteer, read_name_rules, read_places

    if path is not None:
        return gazetteer(read_places(path), read_name_rules(_RULES))
    return None if table is None else gazetteer(table[0], read_name_rules(_RULES), table[1])
