"""What tests of the scheme editor share: places in the default scheme, waiting, what the window says."""

import time

from qgis.PyQt.QtWidgets import QApplication, QPushButton

TABLES = ("statuses", "actors", "visits", "sites")
SECURITY, HEALTH = ("dimensions", 0), ("dimensions", 1)
FIRST_WEIGHT = (*SECURITY, "items", 0, "w")


def settle(editor, seconds=30):
    """Wait until the levels are those of the newest state."""
    end = time.monotonic() + seconds
    while editor.results.preview.is_busy and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert not editor.results.preview.is_busy


def message(editor):
    item = editor.message_bar.currentItem()
    return item.text() if item is not None else ""


def button(widget, text):
    (found,) = [one for one in widget.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found
