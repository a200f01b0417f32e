"""What the user chose in the import wizard, as parameters of asm:importvisits."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProviderRegistry,
)

from ..core.tables import LOCATED
from ..processing.input_files import is_no_text

OUTPUTS = {
    "SITES": "sites",
    "VISITS": "visits",
    "ACTORS": "actors",
    "STATUSES": "statuses",
    "FINDINGS": "findings",
}


@dataclass(frozen=True)
class ImportChoices:
    """Choices of the first page.

    source: value of INPUT, a file (with its table) or the id of a layer. name: of the source, for people.
    known, admin: ids of layers, "" for none. form: file of a survey's form, "" for none. repeats: ids of layers
    and files. gazetteer: id of a layer or a file, "" for none. geopackage: where to write; None for temporary
    layers.
    """

    source: str
    name: str
    known: str
    admin: str
    form: str
    repeats: tuple[str, ...]
    gazetteer: str
    repair: bool
    geopackage: Path | None

    @property
    def sheet(self) -> str:
        """The table of a file with several; "" where there is nothing to choose."""
        return self.source.partition("|layername=")[2].split("|")[0]

    def inputs(self) -> dict[str, Any]:
        """The parameters that say what is read, without the profile."""
        given = {
            "INPUT": self.source,
            "FORM": self.form,
            "REPEATS": list(self.repeats),
            "GAZETTEER": self.gazetteer,
            "KNOWN": self.known,
            "ADMIN": self.admin,
            "REPAIR": self.repair,
        }
        return {name: value for name, value in given.items() if value not in ("", [])}

    def outputs(self, project: QgsProject | None) -> dict[str, Any]:
        """The parameters that say where it is written; with a project the layers are meant for it."""
        return {
            name: QgsProcessingOutputLayerDefinition(self._sink(table), project)
            for name, table in OUTPUTS.items()
        }

    def _sink(self, table: str) -> str:
        if self.geopackage is None:
            return QgsProcessing.TEMPORARY_OUTPUT
        return table_in(self.geopackage, table)


def table_in(geopackage: Path, table: str) -> str:
    """A table of a GeoPackage as Processing writes it; other tables of the file stay."""
    return file_table(geopackage, table, table in LOCATED)


def file_table(geopackage: Path, table: str, located: bool) -> str:
    """The same for a table with a geometry or without."""
    path = str(geopackage).replace("\\", "/").replace("'", "\\'")
    return f"ogr:dbname='{path}' table=\"{table}\"{' (geom)' if located else ''}"


def tables_of(path: str) -> list[tuple[str, str]]:
    """Name and address of each table that QGIS finds in a file; none when it cannot be read."""
    if not os.access(path, os.R_OK) or is_no_text(Path(path)):
        return []
    found = [
        details
        for details in QgsProviderRegistry.instance().querySublayers(path)
        if details.providerKey() == "ogr"
    ]
    return [(details.name(), details.uri()) for details in found]
