"""The tools of the five steps, filled in with what the open project holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProcessingOutputLayerDefinition, QgsProject, QgsVectorLayer

from ..cartography.recipe import DEFAULT_RECIPE, read_recipe
from ..core.score_tables import score_dimensions
from .import_choices import OUTPUTS, file_table
from .layer_guesses import guess_layers, vector_layers
from .start_tables import ProjectTables, project_tables

SCORECARD, UPDATE, AREAS, TITLES, CLUSTERS = (
    "asm:scorecard",
    "asm:updateatlas",
    "asm:protectedareaoverlap",
    "asm:titleoverlap",
    "asm:localmoran",
)
_MADE_BY_THE_OVERLAP = ("sites_inside", "band")


def parameters_of(algorithm: str, project: QgsProject) -> dict[str, Any]:
    """What the dialog of an algorithm starts with; what the project does not hold is left to the user.

    Outputs go into the GeoPackage that holds the sites, where they replace a table of their name.
    """
    tables = project_tables(project)
    found = _PARAMETERS[algorithm](tables, project)
    return {key: value for key, value in found.items() if value not in (None, "")}


def atlas_file(tables: ProjectTables) -> Path | None:
    """The GeoPackage that holds the sites; None where they lie elsewhere."""
    sites = tables.first("sites")
    is_geopackage = sites is not None and sites.file.casefold().endswith(".gpkg")
    return Path(sites.file) if is_geopackage else None


def _layer(tables: ProjectTables, *kinds: str) -> str | None:
    """The first table of the first kind that is there."""
    return next((tables.first(kind).layer for kind in kinds if tables.first(kind) is not None), None)


def _into_atlas(
    tables: ProjectTables, project: QgsProject, outputs: dict[str, tuple[str, bool]]
) -> dict[str, QgsProcessingOutputLayerDefinition]:
    """outputs: parameter -> table and whether it has a geometry."""
    atlas = atlas_file(tables)
    # QGIS finds no new table in a file that it has open as a whole, without the name of a table.
    if atlas is None or not tables.first("sites").table:
        return {}
    return {
        key: QgsProcessingOutputLayerDefinition(file_table(atlas, table, located), project)
        for key, (table, located) in outputs.items()
    }


def _scorecard(tables: ProjectTables, project: QgsProject) -> dict[str, Any]:
    inputs = {kind.upper(): _layer(tables, kind) for kind in ("visits", "actors", "statuses")}
    sites = _layer(tables, "site_titles", "sites")  # with titles the question on titles is answered
    return {"SITES": sites, **inputs, **_into_atlas(tables, project, {"SCORES": ("scores", True)})}


def _update(tables: ProjectTables, project: QgsProject) -> dict[str, Any]:
    """The atlas, and the tables of another import in the project as the newer release."""
    atlas = atlas_file(tables)
    newer = {
        parameter: next((t.layer for t in tables.tables.get(kind, ()) if Path(t.file) != atlas), None)
        for parameter, kind in OUTPUTS.items()
    }
    return {"ATLAS": str(atlas) if atlas else None, **newer}


def _areas(tables: ProjectTables, project: QgsProject) -> dict[str, Any]:
    outputs = {
        "OUTPUT": ("sites_areas", True),
        "PAIRS": ("pairs", False),
        "SUMMARY": ("areas", True),
        "BY_UNIT": ("area_units", False),
        "LARGEST": ("largest_overlaps", False),
        "NOTE": ("area_note", False),
    }
    return {
        "SITES": _layer(tables, "sites"),
        "AREAS": _guessed(project, "areas"),
        **_into_atlas(tables, project, outputs),
    }


def _titles(tables: ProjectTables, project: QgsProject) -> dict[str, Any]:
    outputs = {
        "OUTPUT": ("sites_titles", True),
        "PAIRS": ("title_pairs", False),
        "OVERLAPS": ("title_overlaps", True),
        "SUMMARY": ("title_counts", False),
    }
    return {
        "SITES": _layer(tables, "sites"),
        "TITLES": _guessed(project, "titles"),
        **_into_atlas(tables, project, outputs),
    }


def _clusters(tables: ProjectTables, project: QgsProject) -> dict[str, Any]:
    scores = tables.first("scores")
    layer = project.mapLayer(scores.layer) if scores is not None else None
    if not isinstance(layer, QgsVectorLayer):
        return {}
    dimensions = score_dimensions(layer.fields().names())
    outputs = {"OUTPUT": ("clusters", True), "SUMMARY": ("cluster_summary", False)}
    return {
        "INPUT": layer.id(),
        "FIELD": f"{dimensions[0]}_level" if dimensions else None,
        **_into_atlas(tables, project, outputs),
    }


def _guessed(project: QgsProject, role: str) -> str | None:
    """The layer that plays a role on sheets; not one that the overlap made of areas."""
    layers = [layer for layer in vector_layers(project) if not _is_made_of_areas(layer)]
    found: QgsMapLayer | None = guess_layers(layers, read_recipe(DEFAULT_RECIPE)).get(role)
    return found.id() if found is not None else None


def _is_made_of_areas(layer: QgsVectorLayer) -> bool:
    return any(layer.fields().lookupField(name) >= 0 for name in _MADE_BY_THE_OVERLAP)


_PARAMETERS = {
    SCORECARD: _scorecard,
    UPDATE: _update,
    AREAS: _areas,
    TITLES: _titles,
    CLUSTERS: _clusters,
}
