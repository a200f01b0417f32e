"""The layers of a sheet, styled and labelled for its paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from . import context_layers
from .recipe import LayerSpec
from .sheet_ground import Ground
from .sheet_layers import NAMES_OF, THEMED_POINTS, is_in_view
from .sheet_words import filter_words
from .site_styles import (
    are_areas,
    clusters_layer,
    focus_ring,
    site_layer,
    themed_points,
    themed_polygons,
)
from .styling import Styling

NOT_IN_LEGEND = {"sites", "focus", "outside", "choropleth", *THEMED_POINTS, *NAMES_OF}
_CUT_TO_GROUND = ("sites", *THEMED_POINTS)


def styled_layers(styling: Styling, but: str = "") -> Iterator[tuple[str, QgsVectorLayer]]:
    """Private copies of the main frame's layers with their roles, styled and labelled, the uppermost first.

    Roles without a layer, or with nothing in view, are left out; so is the role `but`.
    """
    # Areas would cover the lines and the water that points lie upon.
    specs = sorted(
        styling.recipe.layers(),
        key=lambda spec: spec.role == "clusters" and are_areas(styling.given("clusters")),
    )
    for spec in specs:
        if spec.role == but:
            continue
        near = None if spec.role in _CUT_TO_GROUND else styling.near(spec.role)
        if near is not None and not is_in_view(near, styling.degrees):
            continue
        layer = _STYLES.get(spec.role, context_layers.base)(styling, spec)
        if layer is not None:
            yield spec.role, kept(layer, spec, styling.ground)


def kept(layer: QgsVectorLayer, spec: LayerSpec, ground: Ground) -> QgsVectorLayer:
    """The layer with the features that the recipe's filter holds for."""
    if not spec.filter:
        return layer
    request = QgsFeatureRequest().setFilterExpression(spec.filter.format(**filter_words(ground)))
    few = layer.materialize(request)
    few.setName(layer.name())
    few.setRenderer(layer.renderer().clone())
    if layer.labeling() is not None:
        few.setLabeling(layer.labeling().clone())
        few.setLabelsEnabled(layer.labelsEnabled())
    return few


_STYLES: dict[str, Callable[[Styling, LayerSpec], QgsVectorLayer | None]] = {
    "sites": site_layer,
    **dict.fromkeys(THEMED_POINTS, themed_points),
    "clusters": clusters_layer,
    "choropleth": themed_polygons,
    "focus": focus_ring,
    "provinces": context_layers.boundaries,
    "territories": context_layers.boundaries,
    "province_names": context_layers.province_names,
    "territory_names": context_layers.territory_names,
    "outside": context_layers.outside,
    "titles": context_layers.titles,
    "areas": context_layers.areas,
    "area_bands": context_layers.area_bands,
    "lakes": context_layers.lakes,
    "towns": context_layers.towns,
}
