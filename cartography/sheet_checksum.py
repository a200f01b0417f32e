"""Checksums of all that a sheet is made of, so that one can tell whether it would come out the same."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..core.series_index import file_checksum
from .export_presets import ExportOptions
from .layer_metadata import stated_metadata
from .recipe import Recipe
from .sheet_ground import Ground
from .sheet_layers import WGS84, SheetLayers
from .sheet_request import SheetRequest
from .theme import THEMES

_WHOLE = ("provinces", "choropleth")  # the locator shows all provinces
_REACH = 1.5  # of the longer side of the area: farther away no map of the sheet reaches
_TIME_OF_RUN = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ROW_IDS = ("fid", "ogc_fid", "asm_atlas_fid")  # numbers that files give to rows as they like


class LayerChecksums:
    """The rows of layers with their checksums, each layer read once for all sheets of a series."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[QgsRectangle, str, str]]] = {}

    def rows(self, layer: QgsVectorLayer) -> list[tuple[QgsRectangle, str, str]]:
        """Extent in degrees, pcode ('' without one) and checksum of each row."""
        if layer.id() not in self._rows:
            request = QgsFeatureRequest().setDestinationCrs(
                QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
            )
            names = [(i, n) for i, n in enumerate(layer.fields().names()) if n.casefold() not in _ROW_IDS]
            key = layer.fields().lookupField("pcode")
            self._rows[layer.id()] = [
                (feature.geometry().boundingBox(), _key(feature, key), _row(feature, names))
                for feature in layer.getFeatures(request)
            ]
        return self._rows[layer.id()]

    def data(self, layers: SheetLayers, ground: Ground) -> str:
        """Checksum of what a sheet on some ground shows of the layers, whatever the order of their rows."""
        reach = QgsRectangle(ground.extent)
        reach.grow(_REACH * max(reach.width(), reach.height()))
        parts = {}
        for role, layer in layers.present().items():
            rows = self.rows(ground.sites if role == "sites" else layer)
            parts[role] = [_said(layer), *sorted(_shown(role, layer, rows, set(ground.pcodes), reach))]
        return _digest([parts, ground.without_location])


def made_of(
    checksums: LayerChecksums,
    layers: SheetLayers,
    ground: Ground,
    recipe: Recipe,
    request: SheetRequest,
    options: ExportOptions,
    names: Iterable[str],
) -> dict[str, str]:
    """Checksums of data, theme, recipe, plugin and parameters; names: of the files as they are asked for."""
    asked = {**asdict(request), "created": None, "version": "", "plugin_version": "", "recipe_file": ""}
    if request.logo and Path(request.logo).is_file():
        asked["logo"] = file_checksum(Path(request.logo))
    themes = [path.read_text(encoding="utf-8") for path in sorted(THEMES.glob("*.json"))]
    return {
        "data": checksums.data(layers, ground),
        "theme": _digest([request.theme, themes]),
        "recipe": _digest([recipe.document, recipe.texts(request.language)]),
        "plugin": request.plugin_version,
        "parameters": _digest([asked, asdict(options), sorted(names)]),
    }


def _shown(
    role: str,
    layer: QgsVectorLayer,
    rows: list[tuple[QgsRectangle, str, str]],
    pcodes: set[str],
    reach: QgsRectangle,
) -> Iterator[str]:
    """Checksums of the rows that a sheet can show: its own sites', what lies near it, or all."""
    by_pcode = role != "sites" and bool(pcodes) and layer.fields().lookupField("pcode") >= 0
    everything = role == "sites" or role in _WHOLE or (not by_pcode and not layer.isSpatial())
    for extent, pcode, checksum in rows:
        if everything or (pcode in pcodes if by_pcode else extent.intersects(reach)):
            yield checksum


def _said(layer: QgsVectorLayer) -> str:
    """What a layer states of itself, which the margin prints."""
    metadata = stated_metadata(layer)
    # Made again of the same data, a layer differs by the times of the runs.
    history = [_TIME_OF_RUN.sub("", line) for line in metadata.history()]
    spans = [(_plain(span.begin()), _plain(span.end())) for span in metadata.extent().temporalExtents()]
    return _digest(
        [
            *(metadata.title(), metadata.abstract(), metadata.parentIdentifier(), metadata.rights()),
            *(metadata.licenses(), history, spans, layer.crs().authid(), layer.fields().names()),
        ]
    )


def _key(feature: QgsFeature, index: int) -> str:
    return "" if index < 0 or feature[index] in (None, NULL) else str(feature[index])


def _row(feature: QgsFeature, names: list[tuple[int, str]]) -> str:
    digest = hashlib.sha256()
    for index, name in names:
        digest.update(f"{name}={_plain(feature[index])!r};".encode("utf-8", "surrogatepass"))
    if feature.hasGeometry():
        digest.update(bytes(feature.geometry().asWkb()))
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    if value == NULL:
        return None
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, (QDate, QDateTime, QTime)) else value


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
