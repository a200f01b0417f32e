"""The items on the page: pictures that are there, texts that fit their boxes, nothing over something else."""

from __future__ import annotations

from fnmatch import fnmatchcase

from qgis.core import (
    QgsLayout,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMarker,
    QgsLayoutItemPicture,
    QgsLayoutItemRegistry,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutTable,
    QgsLegendRenderer,
)
from qgis.PyQt.QtCore import QRectF

from .finding import PreflightFinding, rule
from .page import finding_at, is_html, items_of, mm_per_unit, name_of, page_rect, text_rect, text_size

# Pairs of ids (with * for any letters) that may lie on each other: letters of the grid on their map,
# frames of insets and lines from an inset to its place. Label blockers of a map are allowed anyhow.
ALLOWED_OVERLAPS = (
    ("grid_*", "*map*"),
    ("square_*", "*map*"),
    ("inset_*", "*map*"),
    ("key_glyph_*", "key_*"),
)
_TEXT_LIKE = (QgsLayoutItemLabel, QgsLayoutFrame, QgsLayoutItemLegend, QgsLayoutItemScaleBar)
_FILLED = (QgsLayoutItemPicture, QgsLayoutItemMarker, QgsLayoutItemShape)


def pictures(layout: QgsLayout) -> list[PreflightFinding]:
    """Pictures without a file, or with one that is gone or no picture."""
    findings = []
    for item in items_of(layout, QgsLayoutItemPicture):
        item.refreshPicture()
        path = item.evaluatedPath() or item.picturePath()
        if item.isMissingImage() or not path:
            name = "" if path.startswith("base64:") else path.replace("\\", "/").rsplit("/", 1)[-1]
            findings.append(finding_at("picture_missing", item, path=name))
    return findings


def overflow(layout: QgsLayout) -> list[PreflightFinding]:
    """Texts, tables and legends that are larger than their boxes; what is beyond is not printed or hides more."""
    slack = rule("text_overflow")["slack_mm"]
    unit = mm_per_unit(layout)
    findings = []
    for item in items_of(layout, QgsLayoutItemLabel):
        if is_html(item):
            findings.append(finding_at("html_label", item))
            continue
        if not item.currentText().strip():
            continue
        width, height = text_size(item)
        box = item.rect()
        over = (
            width + 2 * item.marginX() - box.width() * unit,
            height + 2 * item.marginY() - box.height() * unit,
        )
        if max(over) > slack:
            text = " ".join(item.currentText().split())[:40]
            findings.append(finding_at("text_overflow", item, text=text, over=max(over)))
    for item in items_of(layout, QgsLayoutItemLegend):
        if item.legendFilterByMapEnabled():
            continue  # it is shorter on paper than its model says
        size = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize()
        over = max(size.width() - item.rect().width() * unit, size.height() - item.rect().height() * unit)
        if over > slack and not item.resizeToContents():
            findings.append(finding_at("legend_overflow", item, over=over))
    return [*findings, *_tables(layout, slack)]


def _tables(layout: QgsLayout, slack: float) -> list[PreflightFinding]:
    findings = []
    for table in layout.multiFrames():
        frames = [frame for frame in table.frames() if frame.isVisible()]
        if not isinstance(table, QgsLayoutTable) or not frames:
            continue
        table.recalculateTableSize()
        size, unit = table.totalSize(), mm_per_unit(layout)
        room = sum(frame.rect().height() for frame in frames)
        width = max(frame.rect().width() for frame in frames)
        over = max(size.height() - room, size.width() - width) * unit
        if over > slack:
            findings.append(finding_at("table_overflow", frames[-1], over=over))
    return findings


def off_page(layout: QgsLayout) -> list[PreflightFinding]:
    """Items that stand on no page, or beyond its edge; of texts what is written counts, not their box."""
    slack = rule("item_off_page")["slack_mm"] / mm_per_unit(layout)
    collection = layout.pageCollection()
    pages = [
        collection.page(n).rect().translated(collection.page(n).pos()) for n in range(collection.pageCount())
    ]
    findings = []
    for item in items_of(layout):
        body = _body(item)
        if body.isEmpty() or any(
            page.adjusted(-slack, -slack, slack, slack).contains(body) for page in pages
        ):
            continue
        code = "text_off_page" if isinstance(item, _TEXT_LIKE) else "item_off_page"
        findings.append(finding_at(code, item, body))
    return findings


def overlaps(layout: QgsLayout) -> list[PreflightFinding]:
    """Texts on each other, and items that hide or cross what they lie on.

    On a map everything must be one of its label blockers: else names of the map would run beneath it.
    """
    from ...core.sheets.meeting_boxes import meeting_boxes

    slack = rule("items_overlap")["slack_mm"] / mm_per_unit(layout)
    bodies = [(item, _body(item)) for item in items_of(layout)]
    findings = []
    corners = [(body.left(), body.top(), body.right(), body.bottom()) for _, body in bodies]
    for first, second in meeting_boxes(corners):
        (lower, low), (upper, high) = bodies[first], bodies[second]
        shared = low.intersected(high)
        if shared.width() <= slack or shared.height() <= slack or _may_overlap(lower, upper):
            continue
        code = _fault(lower, low, upper, high)
        if code:
            findings.append(finding_at(code, upper, shared, other=name_of(lower)))
    return findings


def _body(item: QgsLayoutItem) -> QRectF:
    """What of an item is ink: the text of a label, without the empty rest of its box."""
    if isinstance(item, QgsLayoutItemLabel) and not (
        is_html(item) or item.hasBackground() or item.frameEnabled()
    ):
        return text_rect(item) if item.currentText().strip() else QRectF()
    return page_rect(item)


def _may_overlap(one: QgsLayoutItem, other: QgsLayoutItem) -> bool:
    pairs = ((one.id(), other.id()), (other.id(), one.id()))
    return any(
        fnmatchcase(first, a) and fnmatchcase(second, b)
        for first, second in pairs
        for a, b in ALLOWED_OVERLAPS
    )


def _fault(lower: QgsLayoutItem, low: QRectF, upper: QgsLayoutItem, high: QRectF) -> str:
    """Code of what is wrong when `upper` lies on `lower`; '' when nothing is."""
    on_map, under_map = isinstance(lower, QgsLayoutItemMap), isinstance(upper, QgsLayoutItemMap)
    text_below, text_above = isinstance(lower, _TEXT_LIKE), isinstance(upper, _TEXT_LIKE)
    if on_map:
        is_plain = not (text_above or under_map or isinstance(upper, _FILLED))
        return "" if is_plain or lower.isLabelBlockingItem(upper) else "no_blocker"
    if under_map:
        return "hidden_by_map"
    if text_below and text_above:
        return "items_overlap"
    if text_below and isinstance(upper, _FILLED):
        return "items_overlap"
    if text_above and isinstance(lower, _FILLED) and not low.contains(high):
        return "items_overlap"
    return ""


def html_frames(layout: QgsLayout) -> list[PreflightFinding]:
    """HTML items, which newer versions of QGIS do not print."""
    return [
        finding_at("html_label", frame)
        for frame in items_of(layout, QgsLayoutFrame)
        if frame.multiFrame() is not None
        and frame.multiFrame().type() == QgsLayoutItemRegistry.ItemType.LayoutHtml
    ]
