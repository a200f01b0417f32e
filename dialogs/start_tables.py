"""Which tables of an atlas the open project holds, told by their fields; no rows are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from .layer_guesses import SHEET_LAYER

# Kind -> the fields that a table of it has, and those that tell others from it.
_FIELDS = {
    "sites": (
        {"pcode", "visit_id", "qualification", "presence"},
        {"row_kind", "scheme_hash", "lisa_cluster", "pa_count", "title_class"},
    ),
    "visits": ({"pcode", "visit_id", "row_kind", "visit_date", "on_site"}, {"lisa_cluster"}),
    "actors": ({"visit_id", "actor_class", "slot"}, set()),
    "statuses": ({"pcode", "date", "kind", "qualification", "traceability"}, {"visit_id"}),
    "findings": ({"finding_id", "severity", "rule", "action"}, set()),
    "scores": (
        {"pcode", "visit_id", "state", "age_class", "scheme", "scheme_version", "scheme_hash", "as_of"},
        {"lisa_cluster", "x_dimension"},
    ),
    "site_areas": ({"pa_count", "pa_nearest"}, {"lisa_cluster"}),
    "site_titles": ({"title_class", "title_sure"}, {"lisa_cluster"}),
    "clusters": ({"lisa_cluster", "lisa_label"}, {"rank"}),
}
KINDS = tuple(_FIELDS)
# What the tables are called in an atlas where that is not their kind.
_TABLE_NAMES = {"sites_areas": "site_areas", "sites_titles": "site_titles"}
# Counting the rows of others may ask a server for all of them.
_COUNTED_PROVIDERS = ("ogr", "memory", "spatialite", "delimitedtext")


@dataclass(frozen=True)
class Table:
    """A table of the project; layers with the same source are one.

    layer: id of the first of its layers. file: the file it lies in, table: its name there where the layer's
    source says it; "" for others. rows: None where QGIS
    does not know their number without asking a server.
    """

    name: str
    layer: str
    file: str
    table: str
    rows: int | None
    is_filtered: bool


@dataclass(frozen=True)
class ProjectTables:
    """The tables by kind, the one that tools start with first; layers that cannot be read by the kind they
    were, "" where that is not known; n_layers: all layers but those of sheets."""

    tables: dict[str, tuple[Table, ...]] = field(default_factory=dict)
    unreadable: dict[str, tuple[str, ...]] = field(default_factory=dict)
    n_layers: int = 0

    def first(self, kind: str) -> Table | None:
        found = self.tables.get(kind)
        return found[0] if found else None


def project_tables(project: QgsProject) -> ProjectTables:
    """The tables that the open project holds, from the top of the layer tree.

    Of several of a kind those come first that lie in the file of the first sites.
    """
    found: dict[str, dict[tuple[str, ...], Table]] = {kind: {} for kind in KINDS}
    unreadable: dict[str, list[str]] = {}
    layers = [layer for layer in _ordered(project) if not layer.customProperty(SHEET_LAYER)]
    for layer in layers:
        if not layer.isValid():
            unreadable.setdefault(_kind_by_name(layer), []).append(layer.name())
            continue
        if not isinstance(layer, QgsVectorLayer):
            continue
        fields = {name.casefold() for name in layer.fields().names()}
        kinds = [
            kind for kind, (needed, foreign) in _FIELDS.items() if needed <= fields and not foreign & fields
        ]
        source = _source(layer) if kinds else ()
        for kind in kinds:
            if source not in found[kind]:
                found[kind][source] = _table(layer)
    sites = next(iter(found["sites"].values()), None)
    home = sites.file if sites else ""
    tables = {
        kind: tuple(sorted(those.values(), key=lambda table: bool(home) and table.file != home))
        for kind, those in found.items()
        if those
    }
    return ProjectTables(tables, {kind: tuple(names) for kind, names in unreadable.items()}, len(layers))


def _ordered(project: QgsProject) -> list[QgsMapLayer]:
    shown = project.layerTreeRoot().layerOrder()
    ids = {layer.id() for layer in shown}
    return shown + [layer for key, layer in project.mapLayers().items() if key not in ids]


def _parts(layer: QgsMapLayer) -> dict[str, object]:
    return QgsProviderRegistry.instance().decodeUri(layer.providerType() or "ogr", layer.source())


def _source(layer: QgsVectorLayer) -> tuple[str, ...]:
    """The same for layers that show the same rows."""
    if layer.providerType() == "memory":
        return (layer.id(),)
    parts = _parts(layer)
    if not parts.get("path"):
        return (layer.source(),)
    return (str(parts["path"]), str(parts.get("layerName") or ""), layer.subsetString())


def _table(layer: QgsVectorLayer) -> Table:
    parts = _parts(layer)
    path = str(parts.get("path") or "")
    is_counted = layer.providerType() in _COUNTED_PROVIDERS
    rows = int(layer.featureCount()) if is_counted else -1
    is_file = layer.providerType() != "memory" and Path(path or ".").is_file()
    return Table(
        layer.name(),
        layer.id(),
        path if is_file else "",
        str(parts.get("layerName") or ""),
        rows if rows >= 0 else None,
        bool(layer.subsetString()),
    )


def _kind_by_name(layer: QgsMapLayer) -> str:
    """The kind that a layer was which cannot be opened any more; "" where its source does not tell."""
    parts = _parts(layer)
    table = str(parts.get("layerName") or Path(str(parts.get("path") or "")).stem).casefold()
    table = _TABLE_NAMES.get(table, table)
    return table if table in KINDS else ""
