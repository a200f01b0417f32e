"""The layer metadata of an atlas table, read and written within a transaction on the GeoPackage."""

from __future__ import annotations

import sqlite3

from qgis.core import QgsDateTimeRange, QgsLayerMetadata
from qgis.PyQt.QtXml import QDomDocument

# What QGIS itself writes and looks for (QgsOgrProviderMetadata::saveLayerMetadata).
_STANDARD = "http://mrcc.com/qgis.dtd"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT "
    "NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
    "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
    "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
    "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
    "column_name TEXT, row_id_value INTEGER, "
    "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
    "md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
    "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
    "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
)
_FIND = (
    "SELECT m.id, m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id "
    "WHERE lower(r.table_name) = lower(?) AND r.column_name IS NULL AND r.row_id_value IS NULL "
    f"AND m.md_standard_uri = '{_STANDARD}' ORDER BY m.id DESC"
)


def read_metadata(connection: sqlite3.Connection, table: str) -> QgsLayerMetadata:
    """What the file says of a table; empty metadata when it says nothing."""
    metadata = QgsLayerMetadata()
    found = _found(connection, table)
    if found is not None:
        document = QDomDocument()
        document.setContent(found[1])
        metadata.readMetadataXml(document.documentElement())
    return metadata


def write_metadata(connection: sqlite3.Connection, table: str, metadata: QgsLayerMetadata) -> None:
    """Have the file say this of a table, as QGIS would."""
    document = QDomDocument("qgis")
    root = document.createElement("qgis")
    document.appendChild(root)
    metadata.writeMetadataXml(root, document)
    text = document.toString()
    found = _found(connection, table)
    if found is not None:
        connection.execute("UPDATE gpkg_metadata SET metadata = ? WHERE id = ?", (text, found[0]))
        connection.execute(
            "UPDATE gpkg_metadata_reference SET timestamp = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
            "WHERE md_file_id = ?",
            (found[0],),
        )
        return
    for statement in _TABLES:
        connection.execute(statement)
    for name in ("gpkg_metadata", "gpkg_metadata_reference"):
        connection.execute(
            "INSERT INTO gpkg_extensions SELECT ?, NULL, 'gpkg_metadata', "
            "'http://www.geopackage.org/spec120/#extension_metadata', 'read-write' WHERE NOT EXISTS "
            "(SELECT 1 FROM gpkg_extensions WHERE table_name = ? AND extension_name = 'gpkg_metadata')",
            (name, name),
        )
    number = connection.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, 'text/xml', ?)",
        (_STANDARD, text),
    ).lastrowid
    connection.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (table, number),
    )


def updated_metadata(old: QgsLayerMetadata, new: QgsLayerMetadata, kept: bool, line: str) -> QgsLayerMetadata:
    """What a table says of itself after an update: words of the old, source, rights and dates of the new.

    kept: rows of earlier releases are still there, so that their rights and dates count too. line: what was
    done; it goes below the history of both.
    """
    metadata = QgsLayerMetadata(old if old.title() or old.history() else new)
    metadata.setParentIdentifier(new.parentIdentifier())
    for given, stated, put in (
        (new.rights(), old.rights(), metadata.setRights),
        (new.licenses(), old.licenses(), metadata.setLicenses),
    ):
        put(list(dict.fromkeys([*given, *stated])) if kept or not given else given)
    metadata.setConstraints([*new.constraints(), *(old.constraints() if kept else [])])
    metadata.setLinks(list({link.url: link for link in [*old.links(), *new.links()]}.values()))
    spans = [*new.extent().temporalExtents(), *(old.extent().temporalExtents() if kept else [])]
    if spans:
        extent = QgsLayerMetadata.Extent(metadata.extent())
        begins, ends = [span.begin() for span in spans], [span.end() for span in spans]
        extent.setTemporalExtents([QgsDateTimeRange(min(begins), max(ends))])
        metadata.setExtent(extent)
    metadata.setHistory([*dict.fromkeys([*old.history(), *new.history()]), line])
    return metadata


def _found(connection: sqlite3.Connection, table: str) -> tuple[int, str] | None:
    there = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('gpkg_metadata', 'gpkg_metadata_reference')"
    ).fetchone()
    return connection.execute(_FIND, (table,)).fetchone() if there[0] == 2 else None
