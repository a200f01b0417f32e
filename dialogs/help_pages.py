"""The shipped help pages in a browser: by F1, by Help buttons and from the menu."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QApplication, QMessageBox, QWidget

from ..processing.help_files import help_address, help_file
from .words import tr, user_language

HELP_KEY = "F1"


def open_help(page: str) -> None:
    """Open a page in the user's language with the browser of the system; a message where that cannot be."""
    address = help_address(page, user_language())
    if not address:
        _tell(
            tr(
                "The help pages are not built; run 'make help' in the folder of the plugin, or install the plugin "
                "from its zip."
            )
        )
    elif not QDesktopServices.openUrl(QUrl(address)):
        file = help_file(page, user_language())
        _tell(tr("No program opens web pages here; open {0} with a browser.").format(file))


def help_on_f1(window: QWidget, page: str) -> None:
    """Have F1 open a page wherever in the window the focus is."""
    action = QAction(tr("Help"), window)
    action.setShortcut(QKeySequence(HELP_KEY))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _: open_help(page))
    window.addAction(action)


def _tell(sentence: str) -> None:
    box = QMessageBox(QApplication.activeWindow())
    box.setWindowTitle(tr("ASM Atlas: help"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
