"""The language of QGIS for what the plugin says: its translation is installed at the start, removed at the end."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..core.wording import speak

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"
CONTEXT = "AsmAtlas"


def install_translation() -> QTranslator | None:
    """Install the translation to the language of QGIS; None where there is none, as for English.

    `make setup` and `make zip` compile it from the files of resources/i18n; a bare clone speaks English.
    """
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"asm_atlas_{QgsApplication.locale()[:2]}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    speak(lambda text: QCoreApplication.translate(CONTEXT, text))
    return translator


def remove_translation(translator: QTranslator) -> None:
    """Undo install_translation."""
    QCoreApplication.removeTranslator(translator)
    speak(None)
