"""The layers of one sheet: private copies of the user's layers, cut to the area and styled.

The user's own layers, styles and project are never touched.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
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
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QPainter

from ..core.exceptions import SheetError
from .recipe import Recipe
from .symbols import GLYPH_FIELDS
from .theme import Theme
from .title_styles import title_type_expression

WGS84 = "EPSG:4326"
# Drawn from the top: what comes first lies over what follows.
DRAWING_ORDER = (
    "sites",
    "towns",
    "province_names",
    "territory_names",
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
# Tables of a sheet: given with the layers, but not drawn on the map.
TABLE_ROLES = ("scores", "largest")
ROLE_GEOMETRY = {
    "sites": QgsWkbTypes.GeometryType.PointGeometry,
    **dict.fromkeys(
        ("provinces", "territories", "areas", "area_bands", "titles", "lakes"),
        QgsWkbTypes.GeometryType.PolygonGeometry,
    ),
    **dict.fromkeys(("rivers", "roads"), QgsWkbTypes.GeometryType.LineGeometry),
    "towns": QgsWkbTypes.GeometryType.PointGeometry,
}
_ROUND_SITES_DEGREES = 0.05  # about 5 km around the outermost sites
_KM_PER_DEGREE = 111.3
# Fields that the sites of a sheet need, by what the recipe shows of them.
_SITE_FIELDS = {"glyph": ("name", *GLYPH_FIELDS), "relation": ("name", "pa_band", "pa_approximate")}
_SITE_SOURCE = {
    "glyph": "use the sites made by 'Import mine-site visits'",
    "relation": "use the sites made by 'Set sites against protected areas'",
}


@dataclass(frozen=True)
class SheetLayers:
    """The layers that a user hands in; only the sites are needed."""

    sites: QgsVectorLayer
    provinces: QgsVectorLayer | None = None
    territories: QgsVectorLayer | None = None
    areas: QgsVectorLayer | None = None
    area_bands: QgsVectorLayer | None = None
    titles: QgsVectorLayer | None = None
    lakes: QgsVectorLayer | None = None
    rivers: QgsVectorLayer | None = None
    roads: QgsVectorLayer | None = None
    towns: QgsVectorLayer | None = None
    scores: QgsVectorLayer | None = None
    largest: QgsVectorLayer | None = None

    def present(self) -> dict[str, QgsVectorLayer]:
        """The layers given, by role."""
        return {role: layer for role, layer in vars(self).items() if layer is not None}


@dataclass
class Ground:
    """The area of a sheet in degrees and the sites in it."""

    name: str
    area: QgsGeometry | None
    extent: QgsRectangle
    sites: QgsVectorLayer
    is_faded: bool = False  # what lies outside the area is pale
    without_location: int = 0
    pcodes: list[str] = field(default_factory=list)


def find_field(layer: QgsVectorLayer, candidates: Sequence[str], asked: str = "") -> str:
    """The field asked for, or the first candidate that the layer has (any case); '' when none.

    Raises SheetError when a field is asked for that the layer lacks.
    """
    names = {name.casefold(): name for name in layer.fields().names()}
    if asked:
        if asked.casefold() not in names:
            raise SheetError(f"The layer '{layer.name()}' has no field '{asked}'; choose one of its fields.")
        return names[asked.casefold()]
    return next((names[candidate] for candidate in candidates if candidate in names), "")


def folded(text: str) -> str:
    """A name for comparing: no case, no accents, no stray blanks or hyphens."""
    plain = unicodedata.normalize("NFKD", str(text))
    return " ".join(
        "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("-", " ").split()
    )


def _text(value: object) -> str:
    return "" if value in (None, NULL) else str(value)


def area_names(layer: QgsVectorLayer, name_field: str) -> list[str]:
    """The names in a boundary layer, sorted."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sorted({_text(feature[name_field]) for feature in layer.getFeatures(request)} - {""})


def area_geometry(layer: QgsVectorLayer, name_field: str, name: str) -> QgsGeometry:
    """The union of the features of that name, in degrees.

    Raises SheetError listing the names when none matches, or when the layer has no CRS.
    """
    if not layer.crs().isValid():
        raise SheetError(f"The layer '{layer.name()}' has no coordinate reference system; set it first.")
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    parts = [
        feature.geometry()
        for feature in layer.getFeatures(request)
        if folded(_text(feature[name_field])) == folded(name) and feature.hasGeometry()
    ]
    if not parts:
        names = area_names(layer, name_field)
        some = ", ".join(names[:40]) + (" ..." if len(names) > 40 else "")
        raise SheetError(f"'{layer.name()}' has no '{name}' in its field {name_field}; it has: {some}.")
    return QgsGeometry.unaryUnion([part if part.isGeosValid() else part.makeValid() for part in parts])


def check_sites(sites: QgsVectorLayer, shown: str) -> None:
    """Raise SheetError unless the layer can be drawn as sites with what is to be shown of them."""
    if sites.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        raise SheetError(f"The layer '{sites.name()}' has no points; choose the sites of an import.")
    if not sites.crs().isValid():
        raise SheetError(f"The layer '{sites.name()}' has no coordinate reference system; set it first.")
    absent = [name for name in _SITE_FIELDS[shown] if sites.fields().lookupField(name) < 0]
    if absent:
        raise SheetError(
            f"The layer '{sites.name()}' lacks the fields {', '.join(absent)}; {_SITE_SOURCE[shown]}."
        )


def sites_in(sites: QgsVectorLayer, area: QgsGeometry | None) -> tuple[QgsVectorLayer, int]:
    """A memory layer (degrees) of the sites inside an area, and the number without location.

    A site on the boundary is inside. Without an area all located sites are taken.
    """
    copy = QgsVectorLayer(f"Point?crs={WGS84}", "sites", "memory")
    copy.dataProvider().addAttributes(list(sites.fields()))
    copy.updateFields()
    engine = None
    if area is not None:
        engine = QgsGeometry.createGeometryEngine(area.constGet())
        engine.prepareGeometry()
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    rows, without_location = [], 0
    for feature in sites.getFeatures(request):
        if not feature.hasGeometry() or feature.geometry().isEmpty():
            without_location += 1
            continue
        if engine is not None and not engine.intersects(feature.geometry().constGet()):
            continue
        row = QgsFeature(copy.fields())
        row.setAttributes(feature.attributes())
        row.setGeometry(feature.geometry())
        rows.append(row)
    copy.dataProvider().addFeatures(rows)
    copy.updateExtents()
    return copy, without_location


def ground_of(layers: SheetLayers, recipe: Recipe, area_name: str, name_field: str = "") -> Ground:
    """The ground of the sheet: a named area of the layer that the recipe tells, or all sites without a name.

    With the recipe's round_km the sheet shows all sites as far as that round the area, else those in it.
    Raises SheetError when there is nothing to print.
    """
    check_sites(layers.sites, recipe.document["sites"])
    role, round_km = recipe.document["ground"]["layer"], recipe.document["ground"]["round_km"]
    area = frame = None
    if area_name:
        boundaries = getattr(layers, role)
        if boundaries is None:
            raise SheetError(
                f"To print '{area_name}' a layer of {role} is needed; choose one or print all sites."
            )
        wanted = find_field(boundaries, recipe.document["name_fields"][role], name_field)
        if not wanted:
            raise SheetError(f"The layer '{boundaries.name()}' has no field of names; choose it yourself.")
        area = area_geometry(boundaries, wanted, area_name)
        frame = _grown(area.boundingBox(), round_km)
    sites, without_location = sites_in(
        layers.sites, QgsGeometry.fromRect(frame) if round_km and frame else area
    )
    if sites.featureCount() == 0:
        where = f"in '{area_name}'" if area_name else f"in '{layers.sites.name()}'"
        raise SheetError(
            f"There is no site with a location {where}; check the area and the CRS of the layers."
        )
    extent = frame if frame is not None else sites.extent().buffered(_ROUND_SITES_DEGREES)
    pcodes = []
    if sites.fields().lookupField("pcode") >= 0:
        pcodes = [_text(feature["pcode"]) for feature in sites.getFeatures()]
    is_faded = area is not None and not round_km
    return Ground(area_name, area, extent, sites, is_faded, without_location, pcodes)


def _grown(extent: QgsRectangle, km: float) -> QgsRectangle:
    """An extent in degrees with km more on each side."""
    up = km / _KM_PER_DEGREE
    across = up / max(math.cos(math.radians(extent.center().y())), 0.01)
    return QgsRectangle(
        extent.xMinimum() - across, extent.yMinimum() - up, extent.xMaximum() + across, extent.yMaximum() + up
    )


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
