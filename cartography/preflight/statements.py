"""What the sheet says of its maps: scale, projection, sources; and the names that found no room."""

from __future__ import annotations

import re

from qgis.core import QgsLayout, QgsLayoutItemMap, QgsLayoutItemScaleBar

from ..layer_metadata import credit_of, origin_of
from .drawn import has_extent, layers_of
from .finding import PreflightFinding, rule
from .page import finding_at, items_of, name_of, place_of, printed_texts

# 1:500 000, 1 : 500,000, 1/500.000; the blanks between thousands may be narrow ones.
_RATIO = re.compile(r"(?<![\d/:.])1\s?[:/]\s?(\d{1,3}(?:[\s.,'’\u00a0\u2009\u202f]\d{3})+|\d{3,})(?!\d)")
_CODE = re.compile(r"\b(EPSG|ESRI|IGNF|OGC|IAU_2015)\s?:\s?(\w+)", re.IGNORECASE)


def scales(layout: QgsLayout) -> list[PreflightFinding]:
    """Printed ratios that no map has, and scale bars that follow no map."""
    maps = [item for item in items_of(layout, QgsLayoutItemMap) if has_extent(item)]
    tolerance = rule("scale_wrong")["tolerance"]
    findings = []
    for item, text in printed_texts(layout):
        for found in _RATIO.finditer(text):
            printed = int(re.sub(r"\D", "", found.group(1)))
            if not any(abs(printed / each.scale() - 1) <= tolerance for each in maps):
                real = ", ".join(f"{_ratio(each.scale())} ({name_of(each)})" for each in maps)
                findings.append(finding_at("scale_wrong", item, printed=_ratio(printed), real=real or "–"))
    for bar in items_of(layout, QgsLayoutItemScaleBar):
        if bar.linkedMap() is None:
            findings.append(finding_at("scale_bar_unlinked", bar))
    return findings


def _ratio(scale: float) -> str:
    return "1:" + f"{round(scale):,}".replace(",", "\u202f")


def projections(layout: QgsLayout) -> list[PreflightFinding]:
    """Printed codes of coordinate reference systems that no map and no grid has; none printed at all."""
    maps = items_of(layout, QgsLayoutItemMap)
    real = {item.crs().authid().upper() for item in maps} - {""}
    grids = {grid.crs().authid().upper() for item in maps for grid in item.grids().asList()}
    findings, is_printed = [], False
    for item, text in printed_texts(layout):
        codes = {f"{found.group(1)}:{found.group(2)}".upper() for found in _CODE.finditer(text)}
        is_printed = is_printed or bool(codes & real)
        if codes - real - grids and not codes & real:
            wrong = ", ".join(sorted(codes - real - grids))
            findings.append(finding_at("crs_wrong", item, printed=wrong, real=", ".join(sorted(real)) or "–"))
    if real and not is_printed and not findings:
        findings.append(PreflightFinding("crs_not_printed", {"real": ", ".join(sorted(real))}))
    return findings


def sources(layout: QgsLayout, derived: set[str]) -> list[PreflightFinding]:
    """Drawn layers whose source is not printed, and those that state none; `derived` (ids) are made by us."""
    printed = " ".join(_plain(text) for _, text in printed_texts(layout))
    # One name for each file: several layers may draw the same one.
    unprinted: dict[str, str] = {}
    unstated: dict[str, str] = {}
    seen: set[str] = set(derived)
    for item in items_of(layout, QgsLayoutItemMap):
        for layer in layers_of(item):
            if layer.id() in seen:
                continue
            seen.add(layer.id())
            parts = [_plain(part) for part in credit_of(layer).split("; ") if part]
            if not parts:
                unstated.setdefault(origin_of(layer), layer.name())
            elif not all(part in printed for part in parts):
                unprinted.setdefault(origin_of(layer), layer.name())
    return [
        PreflightFinding(code, {"layers": ", ".join(layers.values())})
        for code, layers in (("source_not_printed", unprinted), ("source_not_stated", unstated))
        if layers
    ]


def _plain(text: str) -> str:
    """A text without its line breaks, for finding a sentence that was wrapped."""
    return re.sub(r"\s+", "", text).casefold()


def label_loss(item: QgsLayoutItemMap, placed: int, unplaced: int) -> list[PreflightFinding]:
    """Whether more names found no room than may be; known only once a sheet is drawn at its resolution."""
    total = placed + unplaced
    if not total or unplaced / total <= rule("labels_lost")["most_share"]:
        return []
    values = {"n": unplaced, "total": total, "item": name_of(item)}
    return [PreflightFinding("labels_lost", values, item.id(), place_of(item))]
