"""Changes made to a sheet by hand in QGIS's layout designer: found, kept, and made again on the next build."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemRegistry,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..core.exceptions import DocumentError
from ..core.wording import say
from .fonts import is_installed, set_label_font, sheet_font
from .page import layout_items
from .preflight.page import label_font
from .sheet_request import Sheet

BUILT = "asm_atlas/built"  # custom property of a layout: what it was before any hand touched it
PLACE, HIDDEN, TEXT, ADDED = "place", "hidden", "text", "added"
KINDS = (PLACE, HIDDEN, TEXT, ADDED)
# What stands for itself; maps, legends, scale bars and tables hang on layers that the next build replaces.
_TYPES = QgsLayoutItemRegistry.ItemType
_KEPT_TYPES = (
    _TYPES.LayoutLabel,
    _TYPES.LayoutPicture,
    _TYPES.LayoutShape,
    _TYPES.LayoutMarker,
    _TYPES.LayoutPolygon,
    _TYPES.LayoutPolyline,
)
# Their symbol or their map says how large they are.
_OWN_SIZE = (_TYPES.LayoutMarker, _TYPES.LayoutScaleBar)
# Of a picture, alone or within an expression: QGIS would fetch it when the sheet is drawn.
_ADDRESS = re.compile(r"(?:^|['\"(\s])(?:(?:https?|ftp)://|\\\\|//|/vsi)", re.IGNORECASE)
_SLACK = 0.02  # layout units; what a hand moves by accident is more
# Of an item's XML: what is compared by itself, and what changes without a hand.
_OWN_ATTRIBUTES = (
    "position",
    "positionOnPage",
    "positionLock",
    "size",
    "visibility",
    "labelText",
    "uuid",
    "templateUuid",
    "groupUuid",
    "zValue",
    "mapUuid",
    "linkedMap",
)
_OWN_ELEMENTS = ("Extent", "LayerSet", "nodes", "labelBlockingItems")


@dataclass(frozen=True)
class HandChange:
    """One change of a sheet by hand.

    kind: place (value: x, y and, where it can be chosen, width and height in layout units), hidden (None), text (the text; was: that of the
    sheet when it was changed) or added (the item's XML). item: id of the layout item.
    """

    kind: str
    item: str
    value: Any = None
    was: str = ""


def sheet_key(sheet: Sheet) -> dict[str, str]:
    """What tells the sheets apart whose changes are kept: the same key, the same changes."""
    request = sheet.request
    return {
        "recipe": sheet.recipe.id,
        "area": request.area,
        "pcode": request.pcode,
        "paper": request.paper,
        "orientation": sheet.orientation,
        "language": request.language,
    }


def remember_built(sheet: Sheet) -> None:
    """Note in the layout what the sheet looks like before it is changed by hand."""
    items = {item.uuid(): _state(item) for item in layout_items(sheet.layout)}
    pages = sheet.layout.pageCollection().pageCount()
    note = {"sheet": sheet_key(sheet), "items": items, "pages": pages}
    sheet.layout.setCustomProperty(BUILT, json.dumps(note))


def built_key(layout: QgsLayout) -> dict[str, str] | None:
    """The key of the sheet that a layout was built as; None for other layouts."""
    return _built(layout)["sheet"] if layout.customProperty(BUILT) else None


def _built(layout: QgsLayout) -> dict[str, Any]:
    return json.loads(layout.customProperty(BUILT))


def found_changes(layout: QgsLayout) -> tuple[list[HandChange], list[str]]:
    """What was changed by hand in a layout since remember_built, and ids or names of what cannot be kept."""
    built = _built(layout)
    now = {item.uuid(): item for item in layout_items(layout)}
    changes: list[HandChange] = []
    lost: list[str] = []
    for uuid, before in built["items"].items():
        item = now.get(uuid)
        if item is None:
            changes.append(HandChange(HIDDEN, before["id"]))
            continue
        after = _state(item)
        if not after["shown"] and before["shown"]:
            changes.append(HandChange(HIDDEN, before["id"]))
        if any(abs(a - b) > _SLACK for a, b in zip(after["place"], before["place"])):
            changes.append(HandChange(PLACE, before["id"], after["place"]))
        if after["text"] != before["text"]:
            changes.append(HandChange(TEXT, before["id"], after["text"], before["text"]))
        if after["rest"] != before["rest"]:
            lost.append(before["id"])
    for uuid, item in now.items():
        if uuid in built["items"]:
            continue
        if item.type() in _KEPT_TYPES:
            changes.append(HandChange(ADDED, item.id() or item.displayName(), _xml(item)))
        else:
            lost.append(item.id() or item.displayName())
    extra = layout.pageCollection().pageCount() - built["pages"]
    if extra > 0:
        lost.append(f"+{extra}")
    return changes, lost


def make_changes(sheet: Sheet, documents: str) -> list[str]:
    """Make those changes again that are kept for this very sheet. documents: a JSON list of changes_document.

    Returns a sentence for each that found no item, and for each text that now hides another than when it was
    changed. Raises DocumentError when it is no such list.
    """
    sentences = []
    for document in read_changes(documents):
        if document["sheet"] == sheet_key(sheet):
            sentences += _apply(sheet, changes_of(document))
    return sentences


def _apply(sheet: Sheet, changes: list[HandChange]) -> list[str]:
    items = {item.id(): item for item in layout_items(sheet.layout) if item.id()}
    sentences = []
    for change in changes:
        item = items.get(change.item)
        if change.kind == ADDED:
            sentences += _add(sheet, change)
        elif item is None:
            sentences.append(
                say("'{0}' is not on the sheet any more; its change by hand is left out.", change.item)
            )
        elif change.kind == HIDDEN:
            item.setVisibility(False)
        elif change.kind == PLACE:
            page = sheet.layout.pageCollection().page(0).pos()
            x, y, *size = change.value
            width, height = size or (item.rect().width(), item.rect().height())
            item.attemptSetSceneRect(QRectF(x + page.x(), y + page.y(), width, height))
            _block_names(sheet, item)
        elif isinstance(item, QgsLayoutItemLabel):
            if item.text() != change.was:
                sentences.append(
                    say(
                        "The text '{0}' of '{1}' was written by hand and hides '{2}', which is newer than it; "
                        "read both.",
                        change.value,
                        change.item,
                        item.text(),
                    )
                )
            item.setText(change.value)
    return sentences


def _add(sheet: Sheet, change: HandChange) -> list[str]:
    document = QDomDocument()
    document.setContent(f"<Layout>{change.value}</Layout>")
    if _is_from_afar(document.documentElement()):
        return [
            f"'{change.item}' comes from an address and is left out; take a file of this machine instead."
        ]
    added = sheet.layout.addItemsFromXml(document.documentElement(), document, QgsReadWriteContext())
    sentences = []
    for item in added:
        _block_names(sheet, item)
        # New labels are set in the font of the desktop, which is often an alias that no printer knows.
        if isinstance(item, QgsLayoutItemLabel) and not is_installed(label_font(item).family()):
            font = QFont(label_font(item))
            own = sheet_font(font.pointSizeF(), font.bold(), font.italic())
            sentences.append(
                say(
                    "The font '{0}' of '{1}' is not installed; {2} takes its place.",
                    font.family(),
                    change.item,
                    own.family(),
                )
            )
            set_label_font(item, own)
    return sentences


def _is_from_afar(element: QDomElement) -> bool:
    """Whether a picture or a sign would be fetched; what a text says is no address."""
    attributes = element.attributes()
    values = [
        attributes.item(n).nodeValue()
        for n in range(attributes.count())
        if attributes.item(n).nodeName() not in ("labelText", "id", "xmlns")
    ]
    if any(_ADDRESS.search(value) for value in values):
        return True
    child = element.firstChildElement()
    while not child.isNull():
        if _is_from_afar(child):
            return True
        child = child.nextSiblingElement()
    return False


def _block_names(sheet: Sheet, item: QgsLayoutItem) -> None:
    """Keep names of the map from running beneath an item that lies on it."""
    if isinstance(item, QgsLayoutItemMap):
        return
    for frame in sheet.frames.values():
        if frame.sceneBoundingRect().intersects(item.sceneBoundingRect()):
            frame.addLabelBlockingItem(item)


def _state(item: QgsLayoutItem) -> dict[str, Any]:
    page = item.layout().pageCollection().page(0).pos()
    corner, rect = item.pos() - page, item.rect()
    place = [corner.x(), corner.y()]
    if item.type() not in _OWN_SIZE:
        place += [rect.width(), rect.height()]
    return {
        "id": item.id(),
        "place": [round(value, 3) for value in place],
        "shown": item.isVisible(),
        "text": item.text() if isinstance(item, QgsLayoutItemLabel) else None,
        "rest": _rest(item),
    }


def _element(item: QgsLayoutItem) -> tuple[QDomDocument, QDomElement]:
    document = QDomDocument()
    parent = document.createElement("Layout")
    document.appendChild(parent)
    item.writeXml(parent, document, QgsReadWriteContext())
    return document, parent.firstChildElement("LayoutItem")


def _rest(item: QgsLayoutItem) -> str:
    """A checksum of an item's looks beside what is compared by itself."""
    _, element = _element(item)
    for name in _OWN_ATTRIBUTES:
        element.removeAttribute(name)
    for name in _OWN_ELEMENTS:
        children = element.elementsByTagName(name)
        for child in [children.at(number) for number in range(children.count())]:
            child.parentNode().removeChild(child)
    return hashlib.sha256(_canonical(element).encode("utf-8")).hexdigest()[:16]


def _canonical(element: QDomElement) -> str:
    """An element as text whose attributes are in order: QDom keeps them in one of chance."""
    attributes = element.attributes()
    named = sorted(
        (attributes.item(n).nodeName(), attributes.item(n).nodeValue()) for n in range(attributes.count())
    )
    inner = []
    child = element.firstChild()
    while not child.isNull():
        inner.append(_canonical(child.toElement()) if child.isElement() else child.nodeValue())
        child = child.nextSibling()
    return f"<{element.tagName()} {named}>{inner}"


def _xml(item: QgsLayoutItem) -> str:
    _document, element = _element(item)
    clean = QDomDocument()
    clean.appendChild(clean.importNode(element, True))
    return clean.toString(-1)


def changes_document(key: dict[str, str], changes: list[HandChange]) -> dict[str, Any]:
    """The changes of one sheet as a document."""
    return {"sheet": key, "changes": [vars(change) for change in changes]}


def changes_of(document: dict[str, Any]) -> list[HandChange]:
    """The changes in a document of changes_document."""
    return [HandChange(**change) for change in document["changes"]]


def read_changes(text: str) -> list[dict[str, Any]]:
    """The documents in a JSON list. Raises DocumentError when it is none of changes_document's."""
    if not text.strip():
        return []
    try:
        documents = json.loads(text)
        for document in documents:
            if not isinstance(document["sheet"], dict) or any(
                c.kind not in KINDS for c in changes_of(document)
            ):
                raise ValueError
    except (ValueError, TypeError, KeyError) as error:
        raise DocumentError(
            say("The changes by hand cannot be read; take them back from the layout designer again.")
        ) from error
    return documents
