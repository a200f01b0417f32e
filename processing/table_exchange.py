"""Tables put into a GeoPackage that is there, in the place of those of the same name, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsProviderRegistry, QgsVectorLayer

from ..core.exceptions import OutputError
from .atlas_errors import in_words
from .written_rows import is_full, not_whole


def put_tables(source: Path, target: Path, tables: Sequence[str]) -> None:
    """Copy tables of source to target, with the numbers of their rows and their metadata; all of them or none.

    Raises AtlasError where target is locked, read-only or damaged, OutputError where its disk is full: it is as
    it was then.
    """
    said: list[str] = []
    with _errors_kept(said):
        try:
            _exchange(str(source), str(target), tables)
        except RuntimeError as error:
            if is_full(target.parent):  # which SQLite may take for damage
                raise OutputError(not_whole(target)) from error
            raise in_words(RuntimeError("; ".join([str(error), *said])), target) from error
    for table in tables:
        metadata = QgsVectorLayer(f"{source}|layername={table}", table, "ogr").metadata()
        QgsProviderRegistry.instance().saveLayerMetadata("ogr", f"{target}|layername={table}", metadata)


@contextmanager
def _errors_kept(said: list[str]) -> Iterator[None]:
    """Have GDAL tell its errors here, and raise them, whatever it was told before."""
    raised = gdal.GetUseExceptions()
    gdal.UseExceptions()
    gdal.PushErrorHandler(lambda kind, number, message: said.append(message))
    try:
        yield
    finally:
        gdal.PopErrorHandler()
        if not raised:
            gdal.DontUseExceptions()


def _exchange(source: str, target: str, tables: Sequence[str]) -> None:
    """Raises RuntimeError; what was begun is undone."""
    written = gdal.OpenEx(source, gdal.OF_VECTOR)
    dataset = gdal.OpenEx(target, gdal.OF_VECTOR | gdal.OF_UPDATE)
    is_done = False
    try:
        _checked(dataset.StartTransaction())
        for table in tables:
            layer = written.GetLayerByName(table)
            if layer is not None:
                _replace(dataset, layer, table)
        _checked(dataset.CommitTransaction())
        is_done = True
    finally:
        if not is_done:
            with suppress(RuntimeError):  # it was not begun, or SQLite has undone it
                dataset.RollbackTransaction()
        del dataset


def _replace(dataset: gdal.Dataset, source: ogr.Layer, table: str) -> None:
    for place in range(dataset.GetLayerCount()):
        if dataset.GetLayer(place).GetName().casefold() == table.casefold():
            _checked(dataset.DeleteLayer(place))
            break
    options = [f"FID={source.GetFIDColumn()}"]
    if source.GetGeometryColumn():
        options.append(f"GEOMETRY_NAME={source.GetGeometryColumn()}")
    layer = dataset.CreateLayer(table, source.GetSpatialRef(), source.GetGeomType(), options)
    if layer is None:
        raise RuntimeError(f"{table} was not made")
    definition = source.GetLayerDefn()
    for place in range(definition.GetFieldCount()):
        _checked(layer.CreateField(definition.GetFieldDefn(place)))
    for row in source:
        copy = ogr.Feature(layer.GetLayerDefn())
        copy.SetFrom(row)
        copy.SetFID(row.GetFID())
        _checked(layer.CreateFeature(copy))
    _checked(layer.SyncToDisk())


def _checked(code: int | None) -> None:
    if code:
        raise RuntimeError(f"GDAL answers {code}")
