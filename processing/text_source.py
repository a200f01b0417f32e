"""Which inputs are plain text files on disk, so that they need not be read feature by feature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QVariant

from .providers import provider_says

if TYPE_CHECKING:
    from ..core.importing.text_file import TextFile

_MOST_COLUMNS = 2000  # GDAL's limit for delimited text (OGR_CSV_MAX_FIELD_COUNT)
# Options of delimited text layers that leave the cells as they are in the file.
_PLAIN_OPTIONS = {
    "type": {"csv"},
    "detectTypes": {"yes", "no"},
    "geomType": {"none"},
    "delimiter": {",", ";", "\\t", "\t"},
    "quote": {'"'},
    "escape": {'"'},
    "useHeader": {"yes"},
    "trimFields": {"no"},
    "skipEmptyFields": {"no"},
    "encoding": None,
    "spatialIndex": None,
    "subsetIndex": None,
    "watchFile": {"no"},
}


def columns_left_out(layer: QgsMapLayer | None) -> bool:
    """Whether a text file may have more columns than GDAL reads."""
    return isinstance(layer, QgsVectorLayer) and layer.fields().count() == _MOST_COLUMNS


def text_file_of(layer: QgsMapLayer | None, given: Any) -> TextFile | None:
    """The text file behind an input whose cells can be read from it; None where only the layer knows them.

    given: the value of the parameter; definitions of sources may select or limit features. Layers that are
    edited, filtered, joined or located, and fields of yes and no, are left to QGIS. Numbers are taken as
    they are written, whatever type the layer gives them.
    """
    from ..core.importing.text_file import examine

    if not isinstance(given, (str, QgsVectorLayer)) or not isinstance(layer, QgsVectorLayer):
        return None
    if layer.isEditable() or layer.subsetString() or layer.isSpatial():
        return None
    if layer.wkbType() not in (QgsWkbTypes.Type.NoGeometry, QgsWkbTypes.Type.Unknown):
        return None
    if any(field.type() == QVariant.Bool for field in layer.fields()):
        return None
    options = _options(layer)
    if options is None:
        return None
    path, encoding, separator = options
    if not path.is_file() or path.with_suffix(".csvt").exists():
        return None
    return examine(path, [field.name() for field in layer.fields()], encoding, separator)


def whole_text_of(layer: QgsMapLayer | None, given: Any) -> Path | None:
    """The text file of which GDAL gives every row; None for other inputs, and where features are chosen."""
    if not isinstance(given, (str, QgsVectorLayer)) or not isinstance(layer, QgsVectorLayer):
        return None
    if layer.providerType() != "ogr" or layer.isEditable() or layer.subsetString():
        return None
    options = _options(layer)
    return options[0] if options is not None and options[0].is_file() else None


def _options(layer: QgsVectorLayer) -> tuple[Path, str, str | None] | None:
    """Path, encoding and separator (None: to be found) of a layer of delimited text, else None."""
    if layer.providerType() == "ogr":
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        kind, encoding = provider_says(layer, lambda provider: (provider.storageType(), provider.encoding()))
        plain = kind == "CSV" and not parts.get("openOptions") and not parts.get("vsiPrefix")
        return (Path(parts["path"]), encoding, None) if plain else None
    if layer.providerType() != "delimitedtext":
        return None
    chosen = dict(parse_qsl(urlsplit(layer.source()).query, keep_blank_values=True))
    for name, value in chosen.items():
        if name not in _PLAIN_OPTIONS or (
            _PLAIN_OPTIONS[name] is not None and value not in _PLAIN_OPTIONS[name]
        ):
            return None
    path = QgsProviderRegistry.instance().decodeUri("delimitedtext", layer.source())["path"]
    separator = chosen.get("delimiter", ",").replace("\\t", "\t")
    return Path(path), chosen.get("encoding", "UTF-8"), separator
