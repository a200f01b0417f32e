"""What hinders the update of an atlas, in words: its file, its tables, and what SQLite says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from ..core.exceptions import AtlasError


def tr(text: str) -> str:
    return QCoreApplication.translate("AsmAtlas", text)


def unfit_table(path: Path, table: str, what: str) -> AtlasError:
    text = tr(
        "The table {table} of {file} {what}, so that it cannot be updated; import into a new GeoPackage, or "
        "mend the table."
    )
    return AtlasError(text.format(table=table, file=path.name, what=what))


def no_geopackage(path: Path) -> AtlasError:
    return AtlasError(tr("{0} is no GeoPackage; choose the file that holds your atlas.").format(path.name))


def in_words(error: Exception, path: Path) -> AtlasError:
    """What an error of SQLite means to the person who updates."""
    said = str(error)
    if "not a database" in said:
        return no_geopackage(path)
    if isinstance(error, sqlite3.IntegrityError):
        text = tr(
            "{file} was not changed: a rule of its tables refuses a row of the release ({said}); {advice}"
        )
        advice = tr("remove the rule or mend the rows.")
        if "FOREIGN KEY" in said:
            advice = tr("a table of yours names a site or visit that is gone; keep what has vanished.")
        return AtlasError(text.format(file=path.name, said=said, advice=advice))
    for part, text in (
        (
            "locked",
            tr("{file} is locked by another program; save your edits there, close it and run again."),
        ),
        ("readonly", tr("{file} cannot be written; ask for the permission or copy it elsewhere.")),
        ("unable to open", tr("{file} or its folder cannot be written; copy the atlas elsewhere.")),
        ("malformed", tr("{file} is damaged ({said}); go back to a copy of it.")),
        ("disk", tr("{file} was not changed: the disk is full or fails ({said}); make room and run again.")),
        (
            "no such function",
            tr(
                "{file} was not changed: a trigger or view of yours needs what only QGIS knows ({said}); remove it, "
                "update, and make it again."
            ),
        ),
    ):
        if part in said:
            return AtlasError(text.format(file=path.name, said=said))
    text = tr("{file} was not changed: the database refuses ({said}); mend what it names and run again.")
    return AtlasError(text.format(file=path.name, said=said))
