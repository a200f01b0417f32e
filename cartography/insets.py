"""Insets: dense parts of the main map drawn larger, over empty parts of the map outside the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QTransform

from ..core.wording import say
from .context_styles import fill_symbol, with_alpha
from .displaced_sites import LEADERS, displace
from .draft import Draft
from .fonts import line_height_mm, sheet_font, text_width_mm
from .map_frame import place_map
from .mapped_sites import MappedSite
from .page import layout_items
from .recipe import Box
from .sheet_layers import NAMES_OF, WGS84

if TYPE_CHECKING:
    from ..core.sheets.dense_zones import Zone
    from ..core.sheets.empty_places import EmptyPlaces

INSETS = "insets"
# Of the main scale: less is hardly larger, more shows too little ground.
_LARGER_BY = (2.0, 8.0)
_SIZES = (1.0, 0.85, 0.7, 0.55)  # of the size that the recipe asks for
_COLOUR = "#5a1a6e"
_SIGNS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")  # the letters name columns of the grid


@dataclass(frozen=True)
class Inset:
    """An inset with the sites in it. fids: feature id in its layer by the number of the site."""

    sign: str
    item: QgsLayoutItemMap
    layer: QgsVectorLayer
    fids: dict[int, int]
    displaced: int


def draw_insets(draft: Draft, sites: Sequence[MappedSite]) -> list[Inset]:
    """Insets for the dense zones of the main map as the recipe asks for; what finds no place is told."""
    from ..core.sheets.dense_zones import inset_zones

    asked = draft.recipe.document["frames"].get(INSETS)
    if asked is None or asked["kind"] != INSETS or len(sites) < asked["least_sites"]:
        return []
    scale = draft.sheet.scale
    scales = round_scales(draft.recipe.main["scale_steps"], scale)
    points, sizes = [site.place for site in sites], [site.size_mm for site in sites]
    empty = _empty_places(draft, sites)
    found: list[tuple[Zone, Box]] = []
    known: dict = {}
    while len(found) < asked["most"]:
        zones = [zone for zone, _ in found]
        box = next_zone = None
        for share in _SIZES:
            width, height = (side * share * draft.mm for side in asked["size_mm"])
            dense = inset_zones(
                points, sizes, scale, width, height, scales, 1, asked["least_sites"], zones, known
            )
            next_zone = dense[0] if dense else next_zone
            box = _box(draft, dense[0], width, height, empty) if dense else None
            if box is not None or not dense:
                break
        if next_zone is None:
            break
        if box is None:
            draft.sheet.notes.append(
                say(
                    "{0} dense zones have an inset; for another one there is no empty place on the map.",
                    len(found),
                )
            )
            break
        found.append((next_zone, box))
    # From west to east, as the frames are met when reading.
    ordered = sorted(found, key=lambda pair: pair[0].west)
    return [_inset(draft, sites, sign, zone, box) for sign, (zone, box) in zip(_SIGNS, ordered)]


def round_scales(steps: Sequence[float], scale: float) -> list[float]:
    """The round scale denominators at which a map of this scale is usefully larger, the smallest scale first."""
    low, high = scale / _LARGER_BY[1], scale / _LARGER_BY[0]
    exact = [step * 10.0**power for power in range(8) for step in steps]
    return sorted((value for value in exact if low <= value <= high), reverse=True)


def _box(draft: Draft, zone: Zone, width: float, height: float, empty: EmptyPlaces) -> Box | None:
    """An empty box on the page for the inset of a zone, which is not covered itself; both are then taken."""
    main, mm = draft.arrangement.boxes["main"], draft.mm
    west, north = _on_paper(draft, zone.west, zone.north)
    east, south = _on_paper(draft, zone.east, zone.south)
    before = empty.free.copy()
    empty.take_box(west, north, east - west, south - north)
    edge = line_height_mm(sheet_font(draft.type_pt["grid"])) + 2 * mm
    place = empty.place(width + 2 * mm, height + 2 * mm, edge)
    if place is None:
        empty.free = before
        return None
    return Box(main.x + place[0] + mm, main.y + place[1] + mm, width, height)


def _empty_places(draft: Draft, sites: Sequence[MappedSite]) -> EmptyPlaces:
    """What of the main map is covered neither by the area, nor by sites, nor by what already lies on it."""
    from ..core.sheets.empty_places import EmptyPlaces

    main, extent = draft.arrangement.boxes["main"], draft.sheet.main.extent()
    empty = EmptyPlaces(main.width, main.height)
    per_m = main.width / extent.width()
    if draft.sheet.ground.area is not None:
        area = QgsGeometry(draft.sheet.ground.area)
        area.transform(_to_map(draft))
        area.transform(QTransform(per_m, 0, 0, -per_m, -extent.xMinimum() * per_m, extent.yMaximum() * per_m))
        empty.take_polygon(bytes(area.asWkb()))
    reach = max(site.size_mm for site in sites) / 2 + draft.mm
    empty.take_points([_on_paper(draft, *site.place) for site in sites], reach)
    for item in layout_items(draft.page.layout):
        if not draft.sheet.main.isLabelBlockingItem(item):
            continue
        box = item.sceneBoundingRect()
        empty.take_box(box.x() - main.x, box.y() - main.y, box.width(), box.height())
    return empty


def _on_paper(draft: Draft, x: float, y: float) -> tuple[float, float]:
    """A point of the main map in mm from the upper left corner of its frame."""
    main, extent = draft.arrangement.boxes["main"], draft.sheet.main.extent()
    per_m = main.width / extent.width()
    return (x - extent.xMinimum()) * per_m, (extent.yMaximum() - y) * per_m


def _to_map(draft: Draft) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84),
        draft.sheet.main.crs(),
        draft.sheet.layout.project().transformContext(),
    )


def _inset(draft: Draft, sites: Sequence[MappedSite], sign: str, zone: Zone, box: Box) -> Inset:
    sheet, main = draft.sheet, draft.sheet.main
    name = f"inset_{sign}"
    extent = QgsRectangle(zone.west, zone.south, zone.east, zone.north)
    # A hair smaller than the frame: what is placed must contain it.
    extent.scale(0.999)
    item = place_map(sheet.layout, name, box, main.crs(), extent, zone.scale)
    inside = [site for site in sites if extent.contains(QgsPointXY(*site.place))]
    layer, fids = _own_sites(draft, inside, name)
    leaders, displaced = displace(
        layer, inside, fids, zone.scale, main.crs(), sheet.layout.project(), draft.theme
    )
    own = {name: layer}
    if leaders is not None:
        own[f"{name}_{LEADERS}"] = leaders
    sheet.layout.project().addMapLayers(list(own.values()), False)
    sheet.layers.update(own)
    left_out = {sheet.layers[role].id() for role in (*NAMES_OF, "sites", LEADERS) if role in sheet.layers}
    shared = [drawn for drawn in main.layers() if drawn.id() not in left_out]
    item.setLayers([*own.values(), *shared])
    item.setKeepLayerSet(True)
    item.setBackgroundColor(QColor(draft.theme.at("base.ground")))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(_COLOUR))
    sheet.frames[name] = item
    main.addLabelBlockingItem(item)
    _heading(draft, name, sign, item, box)
    _zone_frame(draft, name, sign, item, zone)
    return Inset(sign, item, layer, fids, displaced)


def _own_sites(
    draft: Draft, inside: Sequence[MappedSite], name: str
) -> tuple[QgsVectorLayer, dict[int, int]]:
    """A copy of the sites in an inset, in their true places, drawn and named as on the main map."""
    drawn = draft.sheet.layers["sites"]
    layer = QgsVectorLayer(f"Point?crs={WGS84}", name, "memory")
    layer.dataProvider().addAttributes(list(inside[0].feature.fields()))
    layer.updateFields()
    rows = []
    for site in inside:
        row = QgsFeature(layer.fields())
        row.setAttributes(site.feature.attributes())
        row.setGeometry(site.feature.geometry())
        rows.append(row)
    _, added = layer.dataProvider().addFeatures(rows)
    layer.updateExtents()
    layer.setRenderer(drawn.renderer().clone())
    if drawn.labeling() is not None:
        layer.setLabeling(drawn.labeling().clone())
        layer.setLabelsEnabled(drawn.labelsEnabled())
    return layer, {site.number: row.id() for site, row in zip(inside, added)}


def _heading(draft: Draft, name: str, sign: str, item: QgsLayoutItemMap, box: Box) -> None:
    """Sign and scale in the upper left corner of the inset, over which no name is written."""
    font = sheet_font(draft.type_pt["small"], bold=True)
    ratio = f"{round(item.scale()):,}".replace(",", " ")
    text = f"{sign}   1:{ratio}"
    width, height = text_width_mm(text, font) + 2 * draft.mm, line_height_mm(font) * 1.2
    label = draft.page.label(
        f"{name}_heading",
        text,
        Box(box.x, box.y, width, height),
        font,
        colour="#ffffff",
        align=Qt.AlignmentFlag.AlignHCenter,
        valign=Qt.AlignmentFlag.AlignVCenter,
        background=_COLOUR,
    )
    for map_item in (item, draft.sheet.main):
        map_item.addLabelBlockingItem(label)


def _zone_frame(draft: Draft, name: str, sign: str, item: QgsLayoutItemMap, zone: Zone) -> None:
    """The frame of the inset on the main map, with its sign above the upper left corner."""
    main, extent = draft.sheet.main, draft.sheet.main.extent()
    box = draft.arrangement.boxes["main"]
    overview = QgsLayoutItemMapOverview(name, main)
    overview.setLinkedMap(item)
    overview.setFrameSymbol(fill_symbol(with_alpha("#ffffff", 0.0), _COLOUR, 0.25 * draft.mm))
    main.overviews().addOverview(overview)
    font = sheet_font(draft.type_pt["grid"], bold=True)
    width, height = text_width_mm(sign, font) + draft.mm, line_height_mm(font)
    per_m = box.width / extent.width()
    x = box.x + (zone.west - extent.xMinimum()) * per_m
    y = box.y + (extent.yMaximum() - zone.north) * per_m - height
    label = draft.page.label(
        f"{name}_zone",
        sign,
        Box(max(x, box.x), max(y, box.y), width, height),
        font,
        colour="#ffffff",
        align=Qt.AlignmentFlag.AlignHCenter,
        valign=Qt.AlignmentFlag.AlignVCenter,
        background=_COLOUR,
    )
    main.addLabelBlockingItem(label)
