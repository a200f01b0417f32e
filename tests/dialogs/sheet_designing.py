"""What the sheet designer shows, and waiting for it."""

import time

from qgis.PyQt.QtWidgets import QApplication

TITLE = "Artisanal mining sites in Ngalara"
ROLES = ("sites", "scores", "provinces", "territories", "titles", "lakes", "rivers", "roads", "towns")


def shown_message(designer):
    item = designer.message_bar.currentItem()
    return item.text() if item is not None else ""


def text_of(designer, item_id):
    return designer.preview.layout_shown().itemById(item_id).text()


def drawn_roles(designer):
    return set(designer.preview.live.sheet.layers)


def work_until(is_done):
    """Let the event loop run until something is so."""
    end = time.monotonic() + 30
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert is_done()
