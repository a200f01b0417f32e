"""Spreadsheets as input: which sheet holds the visits, and sheets as tables of text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.exceptions import SourceError
from .frames import as_text, plain, read_columns
from .providers import provider_says

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES = (".xlsx", ".xls", ".ods", ".xlsm")
# Columns that name rows of another sheet, in exports of KoboToolbox and ODK.
_OF_REPEATS = {"_parent_index", "_parent_table_name", "parent_key"}


def is_spreadsheet(layer: QgsVectorLayer | None) -> bool:
    """Whether a layer is a sheet of a workbook."""
    if layer is None:
        return False
    return provider_says(layer, lambda provider: provider.storageType()) in ("XLSX", "XLS", "ODS")


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook; none when it cannot be opened."""
    return [each.name() for each in QgsProviderRegistry.instance().querySublayers(str(path))]


def sheet_of(path: Path, name: str) -> str:
    """The address of one sheet."""
    return f"{path}|layername={name}"


def text_table(layer: QgsVectorLayer) -> pd.DataFrame:
    """A table as columns of text, None for empty; delimited text is read in its own encoding."""
    import pandas as pd

    from ..core.importing.text_file import read_text_file
    from .text_source import text_file_of

    file = text_file_of(layer, layer)
    if file is not None:
        return read_text_file(file)
    columns, _ = read_columns(layer, lambda fraction: None)
    texts = {name: [as_text(value) for value in values] for name, values in columns.items()}
    return pd.DataFrame(texts, dtype=object)


def input_with_visits(given: Any, fits: Callable[[list[str]], bool], known: Callable[[], set[str]]) -> Any:
    """The input, of a workbook given without a sheet the only one with visits.

    fits: whether a profile reads a table with these columns. known: names of columns that tell a header, see
    core.importing.header. Of surveys it is the sheet that is no repeat of another. Raises SourceError naming
    the sheets when none or several have visits.
    """
    if (
        not isinstance(given, str)
        or Path(given).suffix.casefold() not in SUFFIXES
        or not Path(given).is_file()
    ):
        return given
    path = Path(given)
    names = sheet_names(path)
    if len(names) < 2:
        return given
    columns = {name: sheet_header(path, name, known()) for name in names}
    main = {name: header for name, header in columns.items() if not _is_repeat(header)}
    found = [name for name, header in main.items() if fits(header)]
    if not found and len(main) < len(columns):
        found = list(main)
    if len(found) == 1:
        return sheet_of(path, found[0])
    text = QCoreApplication.translate(
        "AsmAtlas",
        "{0} has the sheets {1}, of which {2} can be visits; add the sheet to its path, such as {0}|layername={3}.",
    )
    raise SourceError(
        text.format(path.name, ", ".join(names), ", ".join(found) or "none", (found or names)[0])
    )


def repeat_sheets(layer: QgsVectorLayer | None) -> dict[str, QgsVectorLayer]:
    """The sheets beside a layer's own whose rows belong to rows of another sheet, by name."""
    if layer is None or layer.providerType() != "ogr":
        return {}
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(parts.get("path") or "")
    if path.suffix.casefold() not in SUFFIXES or not path.is_file():
        return {}
    own = parts.get("layerName")
    sheets = {}
    for name in sheet_names(path):
        if name != own and _is_repeat(sheet_header(path, name, _OF_REPEATS)):
            sheets[name] = QgsVectorLayer(sheet_of(path, name), name, "ogr")
    return sheets


def sheet_header(path: Path, name: str, known: set[str]) -> list[str]:
    """The names of a sheet's columns, from its rows where the program found none."""
    import pandas as pd

    from ..core.importing.header import ROWS_SEARCHED, with_header

    layer = QgsVectorLayer(sheet_of(path, name), name, "ogr")
    header = [field.name() for field in layer.fields()]
    rows = [
        [as_text(plain(value)) for value in feature.attributes()]
        for feature in layer.getFeatures(QgsFeatureRequest().setLimit(ROWS_SEARCHED + 1))
    ]
    frame = pd.DataFrame(rows, columns=header, dtype=object)
    return list(with_header(frame, known)[0].columns)


def _is_repeat(header: list[str]) -> bool:
    return not _OF_REPEATS.isdisjoint(name.casefold() for name in header)
