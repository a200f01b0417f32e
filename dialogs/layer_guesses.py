"""Which layer of the open project is the sites, the provinces, the lakes ...: a guess the user can change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ..cartography.recipe import Recipe
from ..cartography.sheet_layers import find_field, folded
from ..cartography.symbols import GLYPH_FIELDS
from ..core.score_tables import score_dimensions

# Marks the layers that "Open in layout designer" adds, so that they are not offered as data.
SHEET_LAYER = "asm_atlas/sheet_layer"

_POINT = QgsWkbTypes.GeometryType.PointGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_GEOMETRY = {
    "sites": _POINT,
    "territories": _POLYGON,
    "provinces": _POLYGON,
    "areas": _POLYGON,
    "titles": _POLYGON,
    "lakes": _POLYGON,
    "rivers": _LINE,
    "roads": _LINE,
    "towns": _POINT,
}
# Beginnings of words in the names of layers and files, without case and accents.
_WORDS = {
    "territories": ("territoir", "territor", "adm2", "admin2", "district", "sous"),
    "provinces": ("province", "prefecture", "region", "adm1", "admin1"),
    "areas": ("protect", "proteg", "wdpa", "conservation", "park", "parc", "reserve"),
    "titles": ("title", "titre", "licen", "permit", "permis", "concession", "cami"),
    "lakes": ("lake", "lacs", "water"),
    "rivers": ("river", "rivier", "fleuve", "waterway", "hydro", "stream"),
    "roads": ("road", "route", "highway", "street", "piste"),
    "towns": ("town", "ville", "localit", "settlement", "cities", "city", "places", "agglom"),
}
_WHOLE_WORDS = {"lakes": {"lac"}}
# Field names of the World Database on Protected Areas.
_WDPA_FIELDS = {"wdpaid", "wdpa_pid", "site_id", "site_pid", "iucn_cat", "desig", "desig_eng"}


# Fields that a table of the role must have, and those that tell it from others.
_TABLE_FIELDS = {
    "sites": (
        {"pcode", "visit_id", "qualification", "presence"},
        {"row_kind", "scheme_hash", "lisa_cluster"},
    ),
    "visits": ({"pcode", "visit_id", "row_kind", "visit_date", "on_site"}, {"lisa_cluster"}),
    "actors": ({"visit_id", "actor_class", "slot"}, set()),
    "statuses": ({"pcode", "date", "kind", "qualification", "traceability"}, {"visit_id"}),
}


def vector_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The project's usable vector layers from the top of the layer tree, without those of sheets."""
    ordered = project.layerTreeRoot().layerOrder()
    ordered += [layer for layer in project.mapLayers().values() if layer not in ordered]
    return [
        layer
        for layer in ordered
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and not layer.customProperty(SHEET_LAYER)
    ]


def guess_layers(layers: Sequence[QgsVectorLayer], recipe: Recipe) -> dict[str, QgsVectorLayer]:
    """Role -> layer for the roles that a layer fits by its fields (first) or its name; no layer twice."""
    guesses: dict[str, QgsVectorLayer] = {}
    for role in (*_BY_FIELDS, *(role for role in _WORDS if role not in _BY_FIELDS)):
        free = [layer for layer in layers if layer not in guesses.values()]
        marks = [_fit(role, layer, recipe) for layer in free]
        if marks and max(marks) > 0:
            guesses[role] = free[marks.index(max(marks))]
    return guesses


def guess_tables(layers: Sequence[QgsVectorLayer]) -> dict[str, QgsVectorLayer]:
    """Role -> layer for the tables that a scorecard is made of: sites, visits, actors, statuses.

    Of several that fit, those of the file that holds the sites come first.
    """
    guesses: dict[str, QgsVectorLayer] = {}
    for role, (needed, foreign) in _TABLE_FIELDS.items():
        fitting = [
            layer for layer in layers if needed <= _fields(layer) and not foreign.intersection(_fields(layer))
        ]
        file = _file(guesses["sites"]) if "sites" in guesses else ""
        fitting.sort(key=lambda layer: (_file(layer) != file) if file else False)
        if fitting:
            guesses[role] = fitting[0]
    return guesses


def _file(layer: QgsVectorLayer) -> str:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")


def _fit(role: str, layer: QgsVectorLayer, recipe: Recipe) -> int:
    if role in _GEOMETRY and layer.geometryType() != _GEOMETRY[role]:
        return 0
    by_fields = _BY_FIELDS[role](layer, recipe) if role in _BY_FIELDS else 0
    if role == "territories" and not by_fields and _provinces(layer, recipe):
        return 0  # a file "provinces_dissolved_from_adm2" holds provinces
    return 2 * by_fields + _named(role, layer)


def _named(role: str, layer: QgsVectorLayer) -> int:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    file = Path(str(parts.get("path") or "")).stem
    names = f"{layer.name()} {parts.get('layerName') or ''} {file}"
    words = re.findall(r"[a-z0-9]+", folded(names))
    starts = _WORDS.get(role, ())
    whole = _WHOLE_WORDS.get(role, ())
    return int(any(word in whole or (starts and word.startswith(starts)) for word in words))


def _fields(layer: QgsVectorLayer) -> set[str]:
    return {name.casefold() for name in layer.fields().names()}


def _sites(layer: QgsVectorLayer, recipe: Recipe) -> int:
    fields = _fields(layer)
    if {"name", *GLYPH_FIELDS} <= fields:
        return 2 if any(name.startswith(("pa_", "lisa_")) for name in fields) else 3
    is_visits = "row_kind" in fields
    return int({"mineral_main", "qualification"} <= fields and not is_visits)


def _scores(layer: QgsVectorLayer, recipe: Recipe) -> int:
    fields = _fields(layer)
    if not ({"pcode", "state"} <= fields and score_dimensions(fields)):
        return 0
    return 1 if "lisa_cluster" in fields else 2


def _own_names(recipe: Recipe, role: str) -> list[str]:
    """The name fields that speak for this kind of area only ('name' says nothing)."""
    other = recipe.name_fields("territories" if role == "provinces" else "provinces")
    return [name for name in recipe.name_fields(role) if name not in other]


def _territories(layer: QgsVectorLayer, recipe: Recipe) -> int:
    return int(bool(find_field(layer, _own_names(recipe, "territories"))))


def _provinces(layer: QgsVectorLayer, recipe: Recipe) -> int:
    # Layers of territories often name their province too.
    has_name = bool(find_field(layer, _own_names(recipe, "provinces")))
    return int(has_name and not _territories(layer, recipe))


def _areas(layer: QgsVectorLayer, recipe: Recipe) -> int:
    return int(bool(_WDPA_FIELDS & _fields(layer)))


def _titles(layer: QgsVectorLayer, recipe: Recipe) -> int:
    field = find_field(layer, recipe.title_type_fields())
    return int(bool(field) and (field.casefold() != "type" or "parties" in _fields(layer)))


def _choropleth(layer: QgsVectorLayer, recipe: Recipe) -> int:
    is_area = layer.geometryType() == _POLYGON
    return int(is_area and any(name.endswith("_low_share") for name in _fields(layer)))


def _having(needed: set[str]) -> Callable[[QgsVectorLayer, Recipe], int]:
    """Whether a layer has all of some fields."""
    return lambda layer, recipe: int(needed <= _fields(layer))


_BY_FIELDS: dict[str, Callable[[QgsVectorLayer, Recipe], int]] = {
    "clusters": _having(
        {"lisa_cluster"}
    ),  # first: it has all fields of the sites or scores that it is made of
    "sites": _sites,
    "scores": _scores,
    "comparison": _having({"x_dimension", "y_dimension", "cell"}),
    "choropleth": _choropleth,
    "visits": _having(_TABLE_FIELDS["visits"][0]),
    "territories": _territories,
    "provinces": _provinces,
    "areas": _areas,
    "titles": _titles,
}
