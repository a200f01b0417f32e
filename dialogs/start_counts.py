"""What the rows of findings and scores say; read beside the window, from what their layers were at the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.documents import document_hash, read_document
from ..core.exceptions import Cancelled
from ..processing.schemes import SCHEMES, shipped_schemes
from .start_tables import ProjectTables
from .words import tr

_READ = {
    "findings": ("severity",),
    "scores": ("pcode", "state", "date", "scheme", "scheme_version", "scheme_hash", "as_of"),
}


@dataclass(frozen=True)
class SchemeUsed:
    """A scheme that scores were made with. is_older: the plugin ships a later version of it."""

    id: str
    version: str
    as_of: str
    is_older: bool
    shipped_version: str


@dataclass(frozen=True)
class ScoreCounts:
    """sites: different sites. states: rows by state. last: the latest visit scored, as 2026-05-31, "" without."""

    sites: int
    states: dict[str, int]
    last: str
    schemes: tuple[SchemeUsed, ...]


@dataclass(frozen=True)
class Counts:
    """severities: findings by severity. None for what was not read: it is not there, or is on a server."""

    severities: dict[str, int] | None = None
    scores: ScoreCounts | None = None


RowSources = dict[str, QgsVectorLayerFeatureSource]  # by kind


def row_sources(project: QgsProject, tables: ProjectTables) -> RowSources:
    """The rows of findings and scores, of files and memory alone; to be called in the window's thread.

    They can be read in another thread, whatever becomes of the layers.
    """
    sources: RowSources = {}
    for kind in _READ:
        table = tables.first(kind)
        layer = project.mapLayer(table.layer) if table is not None and table.rows is not None else None
        if isinstance(layer, QgsVectorLayer):
            sources[kind] = QgsVectorLayerFeatureSource(layer)
    return sources


def read_counts(sources: RowSources, feedback: QgsFeedback) -> Counts:
    """Count the rows. Raises Cancelled when the user asked to stop."""
    severities = scores = None
    if "findings" in sources:
        rows = _rows(sources["findings"], _READ["findings"], feedback)
        severities = dict(Counter(severity for (severity,) in rows))
    if "scores" in sources:
        scores = _score_counts(_rows(sources["scores"], _READ["scores"], feedback))
    return Counts(severities, scores)


def _score_counts(rows: Iterator[tuple[str, ...]]) -> ScoreCounts:
    sites: set[str] = set()
    states: Counter[str] = Counter()
    used: dict[tuple[str, ...], None] = {}
    last = ""
    for pcode, state, date, *scheme in rows:
        sites.add(pcode)
        states[state] += 1
        used.setdefault(tuple(scheme))
        if state == "scored":
            last = max(last, date)
    return ScoreCounts(len(sites), dict(states), last, tuple(_scheme_used(*scheme) for scheme in used))


def _scheme_used(scheme: str, version: str, file_hash: str, as_of: str) -> SchemeUsed:
    for name in shipped_schemes():
        path = SCHEMES / f"{name}.json"
        shipped = read_document(path)
        if shipped["id"] == scheme:
            is_older = document_hash(path) != file_hash and _numbers(version) < _numbers(shipped["version"])
            return SchemeUsed(scheme, version, as_of, is_older, str(shipped["version"]))
    return SchemeUsed(scheme, version, as_of, False, "")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in str(version).split("."))


def _rows(
    source: QgsVectorLayerFeatureSource, names: tuple[str, ...], feedback: QgsFeedback
) -> Iterator[tuple[str, ...]]:
    fields = source.fields()
    places = [fields.lookupField(name) for name in names]
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(places)
    for number, feature in enumerate(source.getFeatures(request)):
        if number % 500 == 0 and feedback.isCanceled():
            raise Cancelled(tr("Stopped."))
        yield tuple(_text(feature.attribute(place)) for place in places)


def _text(value: object) -> str:
    """A cell as text; dates as 2026-05-31, "" for an empty one."""
    if value is None or value == NULL:
        return ""
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else str(value)
