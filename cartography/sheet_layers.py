"""The layers of one sheet: private copies of the user's layers, cut to the area and styled.

The user's own layers, styles and project are never touched.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QPainter

from ..core.exceptions import SheetError
from ..core.wording import say, to_say
from .layer_metadata import stated_metadata
from .theme import Theme
from .title_styles import title_type_expression

WGS84 = "EPSG:4326"
# Layers that only write names, and the role whose layer they take them from.
NAMES_OF = {"province_names": "provinces", "territory_names": "territories"}
# Layers of points that are drawn by a theme of their own, cut to the sites of the sheet.
THEMED_POINTS = ("scores", "comparison", "clusters")
# What a frame can be told to draw.
ROLE_LAYERS = (
    "sites",
    *THEMED_POINTS,
    "focus",
    "choropleth",
    "towns",
    *NAMES_OF,
    "provinces",
    "territories",
    "outside",
    "roads",
    "rivers",
    "titles",
    "lakes",
    "areas",
    "area_bands",
)
# What a sheet can be about: one of the areas of these roles.
GROUND_ROLES = ("provinces", "territories", "areas", "sites")
ROLE_GEOMETRY = {
    "sites": QgsWkbTypes.GeometryType.PointGeometry,
    **dict.fromkeys(
        ("provinces", "territories", "areas", "area_bands", "titles", "lakes", "choropleth"),
        QgsWkbTypes.GeometryType.PolygonGeometry,
    ),
    **dict.fromkeys(("rivers", "roads"), QgsWkbTypes.GeometryType.LineGeometry),
    **dict.fromkeys(("towns", "comparison"), QgsWkbTypes.GeometryType.PointGeometry),
}
COUNTRIES_CREDIT = "Natural Earth"


@dataclass(frozen=True)
class SheetLayers:
    """The layers that a user hands in; only the sites are needed."""

    sites: QgsVectorLayer
    provinces: QgsVectorLayer | None = None
    territories: QgsVectorLayer | None = None
    areas: QgsVectorLayer | None = None
    area_bands: QgsVectorLayer | None = None
    largest: QgsVectorLayer | None = None
    titles: QgsVectorLayer | None = None
    lakes: QgsVectorLayer | None = None
    rivers: QgsVectorLayer | None = None
    roads: QgsVectorLayer | None = None
    towns: QgsVectorLayer | None = None
    scores: QgsVectorLayer | None = None
    comparison: QgsVectorLayer | None = None
    clusters: QgsVectorLayer | None = None
    choropleth: QgsVectorLayer | None = None
    visits: QgsVectorLayer | None = None

    def present(self) -> dict[str, QgsVectorLayer]:
        """The layers given, by role."""
        return {role: layer for role, layer in vars(self).items() if layer is not None}


_ROLE_WORDS = {
    "sites": to_say("sites"),
    "areas": to_say("areas"),
    "provinces": to_say("provinces"),
    "territories": to_say("territories"),
    "scores": to_say("scores"),
    "comparison": to_say("comparison"),
    "clusters": to_say("clusters"),
    "choropleth": to_say("choropleth"),
}


def role_words(role: str) -> str:
    """What sentences call the layer of a role, in the user's language."""
    return say(_ROLE_WORDS.get(role, role))


def find_field(layer: QgsVectorLayer, candidates: Sequence[str], asked: str = "") -> str:
    """The field asked for, or the first candidate that the layer has (any case); '' when none.

    Raises SheetError when a field is asked for that the layer lacks.
    """
    names = {name.casefold(): name for name in layer.fields().names()}
    if asked:
        if asked.casefold() not in names:
            raise SheetError(
                say("The layer '{0}' has no field '{1}'; choose one of its fields.", layer.name(), asked)
            )
        return names[asked.casefold()]
    return next((names[candidate] for candidate in candidates if candidate in names), "")


def folded(text: str) -> str:
    """A name for comparing: no case, no accents, no stray blanks or hyphens."""
    plain = unicodedata.normalize("NFKD", str(text))
    return " ".join(
        "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("-", " ").split()
    )


def plain_text(value: object) -> str:
    return "" if value in (None, NULL) else str(value)


def area_names(layer: QgsVectorLayer, name_field: str) -> list[str]:
    """The names in a boundary layer, sorted."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sorted({plain_text(feature[name_field]) for feature in layer.getFeatures(request)} - {""})


def near_copy(layer: QgsVectorLayer, extent: QgsRectangle) -> QgsVectorLayer:
    """A copy in memory, in degrees, of the features near an extent (degrees): files are read once a sheet."""
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    copy = layer.materialize(request.setFilterRect(extent))
    copy.setName(layer.name())
    copy.setMetadata(stated_metadata(layer))
    return copy


def private_copy(layer: QgsVectorLayer, name: str) -> QgsVectorLayer:
    """A copy to style freely: no opacity, blend mode, labels or scale limits of the original."""
    copy = layer.clone()
    copy.setName(name)
    copy.setOpacity(1.0)
    copy.setBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    copy.setFeatureBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    copy.setScaleBasedVisibility(False)
    copy.setLabelsEnabled(False)
    return copy


def boundary_layer(layer: QgsVectorLayer, name: str, extent: QgsRectangle) -> QgsVectorLayer:
    """The outlines of polygons near an extent (degrees), each shared border once.

    Drawn twice, the dashes of two neighbours would fill each other's gaps.
    """
    lines = QgsVectorLayer(f"MultiLineString?crs={WGS84}", name, "memory")
    lines.setMetadata(stated_metadata(layer))
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    request.setFilterRect(extent)
    rings = [
        QgsGeometry(feature.geometry().constGet().boundary())
        for feature in layer.getFeatures(request)
        if feature.hasGeometry()
    ]
    if rings:
        feature = QgsFeature(lines.fields())
        feature.setGeometry(QgsGeometry.unaryUnion(rings).mergeLines())
        lines.dataProvider().addFeatures([feature])
        lines.updateExtents()
    return lines


def polygon_layer(area: QgsGeometry, name: str) -> QgsVectorLayer:
    """A memory layer (degrees) of one polygon."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={WGS84}", name, "memory")
    feature = QgsFeature(layer.fields())
    multi = QgsGeometry(area)
    multi.convertToMultiType()
    feature.setGeometry(multi)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def outside_layer(area: QgsGeometry, extent: QgsRectangle, name: str) -> QgsVectorLayer:
    """Everything around an area within an extent (degrees), as one polygon to fade it."""
    return polygon_layer(QgsGeometry.fromRect(extent).difference(area), name)


def countries_layer(name: str) -> QgsVectorLayer | None:
    """The country outlines that come with QGIS (Natural Earth), or None where they are missing."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=countries", name, "ogr")
    metadata = QgsLayerMetadata()
    metadata.setRights([COUNTRIES_CREDIT])
    layer.setMetadata(metadata)
    return layer if layer.isValid() else None


def values_in_view(layer: QgsVectorLayer, expression: str, extent: QgsRectangle) -> Counter:
    """How often each value of an expression occurs among features that meet an extent (degrees)."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    parsed = QgsExpression(expression)
    parsed.prepare(context)
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    request.setFilterRect(extent)
    found: Counter = Counter()
    for feature in layer.getFeatures(request):
        context.setFeature(feature)
        found[parsed.evaluate(context)] += 1
    return found


def is_in_view(layer: QgsVectorLayer, extent: QgsRectangle) -> bool:
    """Whether any geometry of the layer meets an extent (degrees)."""
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    request.setNoAttributes()
    request.setFilterRect(extent)
    frame = QgsGeometry.fromRect(extent)
    return any(feature.geometry().intersects(frame) for feature in layer.getFeatures(request))


def title_groups_in_view(
    layer: QgsVectorLayer, theme: Theme, type_field: str, extent: QgsRectangle
) -> list[str]:
    """Codes of the title groups that occur in an extent (degrees)."""
    if not type_field:
        return ["other"]
    return list(values_in_view(layer, title_type_expression(theme, type_field), extent))
