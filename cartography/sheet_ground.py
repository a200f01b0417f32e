"""What a sheet is about: its area, or its one site, and the sites on it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.exceptions import NothingToPrintError, SheetError
from ..core.wording import say, to_say
from .layer_metadata import stated_metadata
from .map_frame import map_crs
from .recipe import Recipe
from .sheet_layers import WGS84, SheetLayers, area_names, find_field, folded, plain_text, role_words
from .symbols import GLYPH_FIELDS

_ROUND_SITES_DEGREES = 0.05  # about 5 km around the outermost sites
_BUFFER_SEGMENTS = 16  # of a quarter circle
_NEAR_SITES = 3
_SITE_GEOMETRIES = (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry)
# Fields that the sites of a sheet need, by what its recipe shows of them, and what makes them.
_SITE_FIELDS = {
    "mine_glyph": (("name", *GLYPH_FIELDS), to_say("'Import mine-site visits'")),
    "relation": (("name", "pa_band", "pa_approximate"), to_say("'Set sites against protected areas'")),
}


@dataclass
class Ground:
    """The area of a sheet in degrees and the sites in it, or around it.

    region: the area with what is around it, None for all sites. focus: the site of a site sheet.
    """

    name: str
    area: QgsGeometry | None
    region: QgsGeometry | None
    extent: QgsRectangle
    sites: QgsVectorLayer
    without_location: int = 0
    pcodes: list[str] = field(default_factory=list)
    focus: QgsFeature | None = None
    notes: list[str] = field(default_factory=list)  # sentences for the report


def ground_of(
    layers: SheetLayers, recipe: Recipe, area_name: str, name_field: str = "", pcode: str = ""
) -> Ground:
    """A named area of the recipe's role, or the neighbourhood of a site, or all sites when none is named.

    Raises SheetError when there is nothing to print.
    """
    check_sites(layers.sites, recipe)
    notes = _outlines_note(layers.sites)
    about, around_km = recipe.ground["role"], recipe.ground["around_km"]
    if about == "sites":
        return replace(_site_ground(layers.sites, pcode, around_km), notes=notes)
    if pcode:
        raise SheetError(
            say("The recipe '{0}' is not about one site; leave PCODE empty or choose 'site'.", recipe.id)
        )
    if recipe.ground["must_name"] and not area_name:
        raise SheetError(
            say(
                "The recipe '{0}' is about one of the {1}; give its name as AREA.",
                recipe.id,
                role_words(about),
            )
        )
    area = region = None
    if area_name:
        areas = getattr(layers, about)
        if areas is None:
            raise SheetError(
                say(
                    "To print '{0}' a layer of {1} is needed; choose one or print all sites.",
                    area_name,
                    role_words(about),
                )
            )
        wanted = find_field(areas, recipe.name_fields(about), name_field)
        if not wanted:
            raise SheetError(say("The layer '{0}' has no field of names; choose it yourself.", areas.name()))
        area, n_parts = area_geometry(areas, wanted, area_name)
        if n_parts > 1:
            notes.append(
                say(
                    "{0} features of '{1}' are named {2}; they are taken together.",
                    n_parts,
                    areas.name(),
                    area_name,
                )
            )
        region = surrounded(area, around_km)
    sites, without_location = points_in(layers.sites, region)
    if sites.featureCount() == 0:
        where = say("in '{0}'", area_name or layers.sites.name())
        if area_name and around_km:
            where = say("in '{0}' or within {1:g} km of it", area_name, around_km)
        raise NothingToPrintError(
            say("There is no site with a location {0}; check the area and the CRS of the layers.", where)
        )
    extent = region.boundingBox() if region is not None else sites.extent().buffered(_ROUND_SITES_DEGREES)
    return Ground(area_name, area, region, extent, sites, without_location, _pcodes(sites), notes=notes)


def _outlines_note(sites: QgsVectorLayer) -> list[str]:
    if sites.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        return []
    return [
        say(
            "The sites of '{0}' are areas; each is drawn, and counted as inside or outside of what is "
            "printed, at a point on its surface.",
            sites.name(),
        )
    ]


def in_frame(
    ground: Ground, sites: QgsVectorLayer, shown: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> Ground:
    """The ground with every site that the frame shows: where nothing is pale, no site may be missing.

    shown: the frame's extent in its CRS.
    """
    region = QgsGeometry.fromRect(shown).densifyByCount(_BUFFER_SEGMENTS)
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    region.transform(to_degrees)
    inside, _ = points_in(sites, region)
    return replace(ground, region=region, sites=inside, pcodes=_pcodes(inside))


def surrounded(area: QgsGeometry, around_km: float) -> QgsGeometry:
    """A geometry in degrees with what lies within a distance of it, measured in its UTM zone or equal area."""
    if not around_km:
        return area
    project = QgsProject.instance()
    to_metres = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), map_crs(area.boundingBox()), project.transformContext()
    )
    wide = QgsGeometry(area)
    wide.transform(to_metres)
    wide = wide.buffer(around_km * 1000, _BUFFER_SEGMENTS)
    to_degrees = QgsCoordinateTransform(
        to_metres.destinationCrs(), QgsCoordinateReferenceSystem(WGS84), project.transformContext()
    )
    wide.transform(to_degrees)
    return wide


def _site_ground(layer: QgsVectorLayer, pcode: str, around_km: float) -> Ground:
    """The neighbourhood of one site. Raises SheetError naming near sites when there is none of that pcode."""
    if not pcode:
        raise SheetError(say("The sheet is about one site; give its pcode as PCODE."))
    every, without_location = points_in(layer, None)
    if every.fields().lookupField("pcode") < 0:
        raise SheetError(say("The layer '{0}' has no field pcode; use the sites of an import.", layer.name()))
    known = {plain_text(site["pcode"]).casefold(): site for site in every.getFeatures()}
    focus = known.get(pcode.casefold())
    if focus is None:
        names = {plain_text(site["name"]).casefold(): key for key, site in known.items()}
        near = [names[name] for name in difflib.get_close_matches(pcode.casefold(), list(names), _NEAR_SITES)]
        near += difflib.get_close_matches(pcode.casefold(), list(known), _NEAR_SITES)
        some = ", ".join(f"{known[key]['pcode']} ({known[key]['name']})" for key in near[:_NEAR_SITES])
        if some:
            raise SheetError(
                say("No site with a location has the pcode '{0}'; near to it: {1}.", pcode, some)
            )
        raise SheetError(say("No site with a location has the pcode '{0}'; choose one of the layer.", pcode))
    region = surrounded(focus.geometry(), around_km)
    sites, _ = points_in(every, region)
    name = plain_text(focus["name"]) or plain_text(focus["pcode"])
    return Ground(name, None, region, region.boundingBox(), sites, without_location, _pcodes(sites), focus)


def _pcodes(sites: QgsVectorLayer) -> list[str]:
    if sites.fields().lookupField("pcode") < 0:
        return []
    return [plain_text(feature["pcode"]) for feature in sites.getFeatures()]


def area_geometry(layer: QgsVectorLayer, name_field: str, name: str) -> tuple[QgsGeometry, int]:
    """The union of the features of that name, in degrees, and how many they are.

    Raises SheetError listing the names when none matches, or when the layer has no CRS.
    """
    if not layer.crs().isValid():
        raise SheetError(
            say("The layer '{0}' has no coordinate reference system; set it first.", layer.name())
        )
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    parts = [
        feature.geometry()
        for feature in layer.getFeatures(request)
        if folded(plain_text(feature[name_field])) == folded(name) and feature.hasGeometry()
    ]
    if not parts:
        names = area_names(layer, name_field)
        some = ", ".join(names[:40]) + (" ..." if len(names) > 40 else "")
        raise SheetError(
            say(
                "'{layer}' has no '{name}' in its field {field}; it has: {some}.",
                layer=layer.name(),
                name=name,
                field=name_field,
                some=some,
            )
        )
    whole = QgsGeometry.unaryUnion([part if part.isGeosValid() else part.makeValid() for part in parts])
    return whole, len(parts)


def check_sites(sites: QgsVectorLayer, recipe: Recipe) -> None:
    """Raise SheetError unless the layer can be drawn as sites with what the recipe shows of them."""
    if sites.geometryType() not in _SITE_GEOMETRIES:
        raise SheetError(say("The layer '{0}' has no points; choose the sites of an import.", sites.name()))
    if not sites.crs().isValid():
        raise SheetError(
            say("The layer '{0}' has no coordinate reference system; set it first.", sites.name())
        )
    theme = next((spec.theme for spec in recipe.layers() if spec.role == "sites"), "")
    needed, maker = _SITE_FIELDS.get(theme, ((), ""))
    absent = [name for name in needed if sites.fields().lookupField(name) < 0]
    if absent:
        raise SheetError(
            say(
                "The layer '{0}' lacks the fields {1}; use the sites made by {2}.",
                sites.name(),
                ", ".join(absent),
                say(maker),
            )
        )


def polygons_in(polygons: QgsVectorLayer, area: QgsGeometry | None) -> QgsVectorLayer:
    """A memory layer (degrees) of the polygons with a point on them inside an area; all without an area."""
    copy = QgsVectorLayer(f"MultiPolygon?crs={WGS84}", polygons.name(), "memory")
    copy.setMetadata(stated_metadata(polygons))
    copy.dataProvider().addAttributes(list(polygons.fields()))
    copy.updateFields()
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    rows = []
    for feature in polygons.getFeatures(request):
        geometry = feature.geometry()
        if geometry.isEmpty() or (area is not None and not area.contains(geometry.pointOnSurface())):
            continue
        row = QgsFeature(copy.fields())
        row.setAttributes(feature.attributes())
        geometry.convertToMultiType()
        row.setGeometry(geometry)
        rows.append(row)
    copy.dataProvider().addFeatures(rows)
    copy.updateExtents()
    copy.setMetadata(stated_metadata(polygons))
    return copy


def points_in(points: QgsVectorLayer, region: QgsGeometry | None) -> tuple[QgsVectorLayer, int]:
    """A memory layer (degrees) of the points inside a region, and the number without location.

    A point on the boundary is inside. Without a region all located points are taken. A site that is an area, or
    several points, stands at one point on it. The copy keeps the metadata, which says what scores mean.
    """
    copy = QgsVectorLayer(f"Point?crs={WGS84}", points.name(), "memory")
    copy.setMetadata(stated_metadata(points))
    copy.dataProvider().addAttributes(list(points.fields()))
    copy.updateFields()
    engine = None
    if region is not None:
        engine = QgsGeometry.createGeometryEngine(region.constGet())
        engine.prepareGeometry()
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    rows, without_location = [], 0
    for feature in points.getFeatures(request):
        point = _site_point(feature.geometry())
        if point.isEmpty():
            without_location += 1
            continue
        if engine is not None and not engine.intersects(point.constGet()):
            continue
        row = QgsFeature(copy.fields())
        row.setAttributes(feature.attributes())
        row.setGeometry(point)
        rows.append(row)
    copy.dataProvider().addFeatures(rows)
    copy.updateExtents()
    copy.setMetadata(stated_metadata(points))
    return copy, without_location


def _site_point(geometry: QgsGeometry) -> QgsGeometry:
    """A point of a site: itself, or one on the surface of its area; empty where there is none."""
    if geometry.isEmpty() or QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.Point:
        return geometry
    return geometry.pointOnSurface()
