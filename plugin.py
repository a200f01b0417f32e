# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts and stops the plugin: provider, font, menu and toolbar; unload mirrors initGui."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .processing.outputs import release_post_processors
from .processing.provider import AsmAtlasProvider

MENU = "ASM Atlas"
ICON = Path(__file__).parent / "resources" / "icons" / "asm_atlas.svg"
IMPORT_ICON = Path(__file__).parent / "resources" / "icons" / "import_visits.svg"


class AsmAtlasPlugin:
    """One instance per QGIS session."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider: AsmAtlasProvider | None = None
        self.sheet_action: QAction | None = None
        self.sheet_dialog = None
        self.import_action: QAction | None = None
        self.import_wizard = None

    def initProcessing(self) -> None:  # noqa: N802
        """Register the provider; QGIS calls this alone in qgis_process."""
        self.provider = AsmAtlasProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802
        self.initProcessing()
        text = QCoreApplication.translate("AsmAtlas", "Import mine-site visits…")
        self.import_action = QAction(QIcon(str(IMPORT_ICON)), text, self.iface.mainWindow())
        self.import_action.setObjectName("asm_atlas_import")
        self.import_action.triggered.connect(self.open_import_wizard)
        text = QCoreApplication.translate("AsmAtlas", "Print a mine-site sheet…")
        self.sheet_action = QAction(QIcon(str(ICON)), text, self.iface.mainWindow())
        self.sheet_action.setObjectName("asm_atlas_sheet")
        self.sheet_action.triggered.connect(self.open_sheet_dialog)
        for action in (self.import_action, self.sheet_action):
            self.iface.addPluginToMenu(MENU, action)
            self.iface.addToolBarIcon(action)

    def open_import_wizard(self) -> None:
        """Show the import wizard; a second call raises the open one."""
        from .dialogs.import_wizard import ImportWizard

        if self.import_wizard is None:
            self.import_wizard = ImportWizard(self.iface, self.iface.mainWindow())
            self.import_wizard.finished.connect(self.forget_import_wizard)
        self.import_wizard.show()
        self.import_wizard.raise_()
        self.import_wizard.activateWindow()

    def forget_import_wizard(self) -> None:
        if self.import_wizard is not None:
            self.import_wizard.deleteLater()
            self.import_wizard = None

    def open_sheet_dialog(self) -> None:
        """Show the sheet dialog; a second call raises the open one."""
        from .dialogs.sheet_dialog import SheetDialog

        if self.sheet_dialog is None:
            self.sheet_dialog = SheetDialog(self.iface, self.iface.mainWindow())
            self.sheet_dialog.finished.connect(self.forget_sheet_dialog)
        self.sheet_dialog.show()
        self.sheet_dialog.raise_()
        self.sheet_dialog.activateWindow()

    def forget_sheet_dialog(self) -> None:
        if self.sheet_dialog is not None:
            self.sheet_dialog.deleteLater()
            self.sheet_dialog = None

    def unload(self) -> None:
        if self.import_wizard is not None:
            self.import_wizard.release()
            self.import_wizard.close()
            self.forget_import_wizard()
        if self.sheet_dialog is not None:
            self.sheet_dialog.close()
            self.forget_sheet_dialog()
        if self.sheet_action is not None and self.import_action is not None:
            self.sheet_action.triggered.disconnect(self.open_sheet_dialog)
            self.import_action.triggered.disconnect(self.open_import_wizard)
            for action in (self.sheet_action, self.import_action):
                self.iface.removeToolBarIcon(action)
                self.iface.removePluginMenu(MENU, action)
                action.deleteLater()
            self.sheet_action = self.import_action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        release_post_processors()
