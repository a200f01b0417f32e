"""Words on screen: translated, and in the user's language where data bring their own."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..cartography.recipe import LANGUAGES


def tr(text: str) -> str:
    return QCoreApplication.translate("AsmAtlas", text)


def user_language() -> str:
    """The user's language if sheets, profiles and themes speak it, else English."""
    language = QgsApplication.locale()[:2]
    return language if language in LANGUAGES else "en"


def plain_label(parent: QWidget, text: str = "") -> QLabel:
    """A label of several lines that never takes data for markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def show_sentence(label: QLabel, sentence: str) -> None:
    """Show a sentence; an empty one takes no room."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
