"""The record that a layer carries of how it was made, and what tells whether its rows are still those written."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from qgis.core import QgsDataProvider, QgsLayerMetadata, QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

from ..cartography.layer_metadata import keyword_text, metadata_beside
from ..core.provenance import Reading, read_record
from .atlas_metadata import read_metadata
from .providers import provider_says

KEYWORD = "asm_atlas:provenance"
GEOPACKAGE = ".gpkg"
_MOST_BYTES = 256_000_000  # digested in about half a second; larger files stay unchecked
_ROWS_OF = {".shp": (".dbf", ".shp"), ".tab": (".dat", ".map")}  # the files that hold rows and geometries


def stated_record(layer: QgsMapLayer) -> Reading:
    """The record of a layer: its file's, which a project may have outlived, else that of the layer itself.

    Without record and fault where there is none.
    """
    path, table = file_and_table(layer)
    for metadata in (_metadata_of_file(path, table), layer.metadata()):
        text = keyword_text(metadata, KEYWORD)
        if not text:
            continue
        reading = read_record(text)
        if reading.record is None or not is_of_another_file(path, reading.record["written"]):
            return reading
    return Reading(None, "")


def is_of_another_file(path: Path | None, written: dict[str, Any]) -> bool:
    """Whether metadata beside a file speak of another one there: sites.csv and sites.shp share sites.qmd."""
    name = written.get("file")
    if path is None or not isinstance(name, str) or Path(name).name != name or name == path.name:
        return False
    return path.suffix.lower() != GEOPACKAGE and path.with_name(name).is_file()


def _metadata_of_file(path: Path | None, table: str) -> QgsLayerMetadata:
    if path is None:
        return QgsLayerMetadata()
    if path.suffix.lower() != GEOPACKAGE:
        return metadata_beside(path) or QgsLayerMetadata()
    try:
        with closing(_opened(path)) as connection:
            return read_metadata(connection, table)
    except sqlite3.Error:  # locked: the layer's own will do
        return QgsLayerMetadata()


def file_and_table(layer: QgsMapLayer) -> tuple[Path | None, str]:
    """The file of a layer that GDAL or QGIS's text provider reads, and the table in a GeoPackage or other container."""
    if layer.providerType() not in ("ogr", "delimitedtext"):
        return None, ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(parts.get("path") or ""))
    if not parts.get("path") or not path.is_file():
        return None, ""
    table = str(parts.get("layerName") or "")
    if not table and path.suffix.lower() == GEOPACKAGE:
        table = first_table(layer)
    return path, table


def first_table(layer: QgsVectorLayer) -> str:
    """The table that a layer of a file shows whose source names none."""
    sublayers = provider_says(layer, lambda provider: provider.subLayers())
    return sublayers[0].split(QgsDataProvider.sublayerSeparator())[1] if sublayers else ""


def written_state(layer: QgsVectorLayer) -> dict[str, Any]:
    """file and table by name, rows, and last_change of a GeoPackage's table or sha256 of another file.

    Empty for servers, whose rows would have to be fetched. A filter of the layer does not count.
    """
    if layer.providerType() == "memory":
        return {"rows": int(layer.featureCount())}
    path, table = file_and_table(layer)
    if path is None:
        return {}
    state: dict[str, Any] = {"file": path.name, **({"table": table} if table else {})}
    if path.suffix.lower() == GEOPACKAGE:
        try:
            with closing(_opened(path)) as connection:
                state.update(table_state(connection, table))
        except sqlite3.Error:  # locked
            pass
    else:
        state["sha256"] = digest_of_file(path)
    if "rows" not in state and not layer.subsetString() and layer.featureCount() >= 0:
        state["rows"] = int(layer.featureCount())
    return {key: entry for key, entry in state.items() if entry != ""}


def table_state(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Time of the last change and rows as a GeoPackage tells them of a table, as far as it does."""
    state: dict[str, Any] = {}
    for key, column, contents in (
        ("last_change", "last_change", "gpkg_contents"),
        ("rows", "feature_count", "gpkg_ogr_contents"),
    ):
        query = f"SELECT {column} FROM {contents} WHERE lower(table_name) = lower(?)"
        try:
            found = connection.execute(query, (table,)).fetchone()
        except sqlite3.OperationalError:  # without the tables that GDAL keeps
            continue
        if found and found[0] not in (None, ""):
            state[key] = found[0]
    return state


def _opened(path: Path) -> sqlite3.Connection:
    """The database, read only; as it stands where nobody writes to it, since reading may leave files behind."""
    in_use = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
    mode = "mode=ro" if in_use else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, timeout=1)


def digest_of_file(path: Path) -> str:
    """SHA-256 of the bytes of a file, of a Shapefile's rows and geometries; '' when they are too many."""
    parts = [path.with_suffix(suffix) for suffix in _ROWS_OF.get(path.suffix.lower(), (path.suffix,))]
    parts = [part for part in parts if part.is_file()]
    try:
        if sum(part.stat().st_size for part in parts) > _MOST_BYTES:
            return ""
        digest = hashlib.sha256()
        for part in parts:
            with part.open("rb") as handle:
                for block in iter(lambda handle=handle: handle.read(1 << 20), b""):
                    digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()
