"""The sites of the main map in the order of the index, with their true place and the size they are drawn in."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from .sheet_layers import WGS84, plain_text
from .symbols import ring_statuses, worker_sizes
from .theme import Theme

_LETTER_MM, _QUESTION_MM = 1.7, 1.5  # what the letter of the status and the mark of no answer cover


@dataclass(frozen=True)
class MappedSite:
    """A site of the map. number: its place in the index. x, y: true place in metres of the map's CRS."""

    number: int
    feature: QgsFeature
    name: str
    x: float
    y: float
    size_mm: float  # diameter that its symbol takes, with ring and sign

    @property
    def place(self) -> tuple[float, float]:
        return self.x, self.y


def mapped_sites(
    layer: QgsVectorLayer,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
    theme: Theme,
    symbols: float,
) -> list[MappedSite]:
    """The sites of a layer in degrees, numbered in the order of their names, then of their pcodes."""
    from ..core.sheets.name_order import name_order

    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, project.transformContext())
    has_pcode = layer.fields().lookupField("pcode") >= 0
    found = []
    for feature in layer.getFeatures():
        name = plain_text(feature["name"]).strip()
        pcode = plain_text(feature["pcode"]) if has_pcode else ""
        point = to_map.transform(
            feature.geometry().centroid().asPoint()
        )  # also of points held as multipoints
        found.append(((name_order(name), pcode, point.x(), point.y()), name, point, feature))
    found.sort(key=lambda entry: entry[0])
    size_of = glyph_sizes(theme, symbols)
    return [
        MappedSite(number, feature, name, point.x(), point.y(), size_of(feature))
        for number, (_, name, point, feature) in enumerate(found, 1)
    ]


def glyph_sizes(theme: Theme, symbols: float) -> Callable[[QgsFeature], float]:
    """A function: diameter in mm of the circle round a site's place that holds its disc, ring and sign."""
    breaks, otherwise = worker_sizes(theme)
    ringed = {entry["id"] for entry in ring_statuses(theme)}
    ring = theme.at("mine_glyph.ring")
    ring_mm = ring["gap_mm"] + ring["width_mm"]
    sign_mm = 0.8 * theme.at("mine_glyph.presence.size_mm")

    def size_of(site: QgsFeature) -> float:
        workers = number_of_miners(site)
        reached = [mm for least, mm in breaks if workers is not None and workers >= least]
        disc = reached[-1] if reached else otherwise
        radius = disc / 2 + (ring_mm if _said(site, "qualification") in ringed else 0)
        # A sign stands at the corner of all but those where nobody was seen: no answer has a question mark.
        if _said(site, "presence") != "no":
            radius = max(radius, 0.36 * math.sqrt(2) * disc + sign_mm)
        return 2 * radius * symbols

    return size_of


SignBoxes = Callable[[QgsFeature], "list[tuple[float, float, float, float]]"]


def glyph_boxes(theme: Theme, symbols: float) -> SignBoxes:
    """A function: what a site's glyph covers, as left, top, width and height in mm from its place, y downwards.

    The disc with its ring as two boxes across each other, the dot of a second mineral at its left, at its right the
    sign of armed presence and the letter of the status.
    """
    breaks, otherwise = worker_sizes(theme)
    ringed = {entry["id"] for entry in ring_statuses(theme)}
    ring = theme.at("mine_glyph.ring")
    ring_mm = ring["gap_mm"] + ring["width_mm"]
    sign_mm = theme.at("mine_glyph.presence.size_mm")
    second_mm = theme.at("mine_glyph.second_mineral.size_mm")

    def boxes_of(site: QgsFeature) -> list[tuple[float, float, float, float]]:
        workers = number_of_miners(site)
        reached = [mm for least, mm in breaks if workers is not None and workers >= least]
        disc = reached[-1] if reached else otherwise
        has_ring = _said(site, "qualification") in ringed
        long = disc + (2 * ring_mm if has_ring else 0)
        short = 0.7 * long
        boxes = [(-long / 2, -short / 2, long, short), (-short / 2, -long / 2, short, long)]
        if _said(site, "presence") != "no":
            corner = 0.36 * disc + 0.55 * sign_mm
            side = sign_mm if _said(site, "presence") == "yes" else _QUESTION_MM
            boxes.append((corner - side / 2, -corner - side / 2, side, side))
        if ";" in _said(site, "minerals"):
            boxes.append((-disc / 2 - 0.85 * second_mm, -second_mm / 2, second_mm, second_mm))
        if has_ring:
            corner = 0.36 * disc + ring_mm + 0.75
            boxes.append((corner - _LETTER_MM / 2, corner - _LETTER_MM / 2, _LETTER_MM, _LETTER_MM))
        return [tuple(symbols * value for value in box) for box in boxes]

    return boxes_of


def square_boxes(side_mm: float) -> SignBoxes:
    """The same for sites that are drawn as one small sign."""
    return lambda site: [(-side_mm / 2, -side_mm / 2, side_mm, side_mm)]


def _said(site: QgsFeature, name: str) -> str:
    """A value as text; '' where it is empty or the layer has no such field."""
    return plain_text(site[name]) if site.fields().lookupField(name) >= 0 else ""


def number_of_miners(site: QgsFeature) -> float | None:
    """The miners of a site, None where they are not known or not a number."""
    try:
        return float(plain_text(site["workers"]))
    except ValueError:
        return None


def moved_points(
    layer: QgsVectorLayer,
    places: dict[int, tuple[float, float]],
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> None:
    """Set features of a layer in degrees, by id, to places in metres of the map's CRS."""
    to_degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), project.transformContext())
    layer.dataProvider().changeGeometryValues(
        {
            fid: QgsGeometry.fromPointXY(to_degrees.transform(QgsPointXY(*place)))
            for fid, place in places.items()
        }
    )
    layer.updateExtents()
