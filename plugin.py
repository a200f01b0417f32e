# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts and stops the plugin: provider, font, menu and toolbar; unload mirrors initGui."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .processing.outputs import release_post_processors
from .processing.provider import AsmAtlasProvider
from .processing.translation import install_translation, remove_translation

MENU = "ASM Atlas"
ICON = Path(__file__).parent / "resources" / "icons" / "asm_atlas.svg"
IMPORT_ICON = Path(__file__).parent / "resources" / "icons" / "import_visits.svg"
SCHEME_ICON = Path(__file__).parent / "resources" / "icons" / "scorecard_scheme.svg"
START_ICON = Path(__file__).parent / "resources" / "icons" / "start_here.svg"


class AsmAtlasPlugin:
    """One instance per QGIS session."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.translator: QTranslator | None = None
        self.provider: AsmAtlasProvider | None = None
        self.sheet_action: QAction | None = None
        self.sheet_designer = None
        self.import_action: QAction | None = None
        self.import_wizard = None
        self.scheme_action: QAction | None = None
        self.scheme_editor = None
        self.help_action: QAction | None = None
        self.start_dock = None
        self.options_factories: list = []
        self.packages_message = None

    def initProcessing(self) -> None:  # noqa: N802
        """Install the translation, register the provider; QGIS calls this alone in qgis_process."""
        self.translator = install_translation()
        self.provider = AsmAtlasProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802
        self.initProcessing()
        text = QCoreApplication.translate("AsmAtlas", "Import mine-site visits…")
        self.import_action = QAction(QIcon(str(IMPORT_ICON)), text, self.iface.mainWindow())
        self.import_action.setObjectName("asm_atlas_import")
        self.import_action.triggered.connect(self.open_import_wizard)
        text = QCoreApplication.translate("AsmAtlas", "Design and print a mine-site sheet…")
        self.sheet_action = QAction(QIcon(str(ICON)), text, self.iface.mainWindow())
        self.sheet_action.setObjectName("asm_atlas_sheet")
        self.sheet_action.triggered.connect(self.open_sheet_designer)
        text = QCoreApplication.translate("AsmAtlas", "Edit a scorecard scheme…")
        self.scheme_action = QAction(QIcon(str(SCHEME_ICON)), text, self.iface.mainWindow())
        self.scheme_action.setObjectName("asm_atlas_scheme")
        self.scheme_action.triggered.connect(self.open_scheme_editor)
        for action in (self.import_action, self.sheet_action, self.scheme_action):
            self.iface.addPluginToMenu(MENU, action)
            self.iface.addToolBarIcon(action)
        self.help_action = QAction(
            QgsApplication.getThemeIcon("/mActionHelpContents.svg"),
            QCoreApplication.translate("AsmAtlas", "Help"),
            self.iface.mainWindow(),
        )
        self.help_action.setObjectName("asm_atlas_help")
        self.help_action.triggered.connect(self.open_help)
        self.iface.addPluginToMenu(MENU, self.help_action)

        self.register_font()
        self.register_options()
        self.add_start_dock()
        self.tell_of_packages()

    def add_start_dock(self) -> None:
        """Add the dock "Start here"; it is open at first use, then as it was left."""
        from .dialogs.start_dock import StartDock, Windows, opens_at_start

        windows = Windows(
            self.open_import_wizard, self.open_scheme_editor, self.open_sheet_designer, self.open_help
        )
        self.start_dock = StartDock(self.iface, windows, self.iface.mainWindow())
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.start_dock)
        self.start_dock.setVisible(opens_at_start())
        action = self.start_dock.toggleViewAction()
        action.setIcon(QIcon(str(START_ICON)))
        self.iface.addPluginToMenu(MENU, action)
        self.iface.addToolBarIcon(action)

    def remove_start_dock(self) -> None:
        if self.start_dock is None:
            return
        self.start_dock.release()
        self.iface.removeToolBarIcon(self.start_dock.toggleViewAction())
        self.iface.removePluginMenu(MENU, self.start_dock.toggleViewAction())
        self.iface.removeDockWidget(self.start_dock)
        self.start_dock.deleteLater()
        self.start_dock = None

    def register_font(self) -> None:
        """Have the plugin's font at hand from the start: saved layouts are set in it."""
        from .cartography.fonts import register_fonts
        from .core.escaping import html_text
        from .core.exceptions import AsmAtlasError

        try:
            register_fonts()
        except AsmAtlasError as error:
            self.iface.messageBar().pushWarning(MENU, html_text(error))

    def register_options(self) -> None:
        """Add the pages of the organisation and of the packages to QGIS's options."""
        from .dialogs.organisation_page import OrganisationPageFactory
        from .dialogs.packages_page import PackagesPageFactory

        self.options_factories = [OrganisationPageFactory(), PackagesPageFactory()]
        for factory in self.options_factories:
            self.iface.registerOptionsWidgetFactory(factory)

    def tell_of_packages(self) -> None:
        """Say once in the message bar which Python packages are missing."""
        from .dialogs.packages_page import tell_of_packages

        self.packages_message = tell_of_packages(self.iface)

    def open_help(self) -> None:
        """Open the contents of the shipped help."""
        from .dialogs.help_pages import open_help

        open_help("index")

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

    def open_sheet_designer(self) -> None:
        """Show the sheet designer; a second call raises the open one."""
        from .dialogs.sheet_designer import SheetDesigner

        if self.sheet_designer is None:
            self.sheet_designer = SheetDesigner(self.iface, self.iface.mainWindow())
            self.sheet_designer.finished.connect(self.forget_sheet_designer)
            self.sheet_designer.printed.connect(self.start_dock.schedule)
        self.sheet_designer.show()
        self.sheet_designer.raise_()
        self.sheet_designer.activateWindow()

    def forget_sheet_designer(self) -> None:
        if self.sheet_designer is not None:
            self.sheet_designer.deleteLater()
            self.sheet_designer = None

    def open_scheme_editor(self) -> None:
        """Show the scheme editor; a second call raises the open one."""
        from .dialogs.scorecard_editor import ScorecardEditor

        if self.scheme_editor is None:
            self.scheme_editor = ScorecardEditor(self.iface, self.iface.mainWindow())
            self.scheme_editor.finished.connect(self.forget_scheme_editor)
        self.scheme_editor.show()
        self.scheme_editor.raise_()
        self.scheme_editor.activateWindow()

    def forget_scheme_editor(self) -> None:
        if self.scheme_editor is not None:
            self.scheme_editor.deleteLater()
            self.scheme_editor = None

    def unload(self) -> None:
        from .cartography.fonts import release_fonts

        if self.scheme_editor is not None:
            self.scheme_editor.discard_and_close()
            self.forget_scheme_editor()
        if self.import_wizard is not None:
            self.import_wizard.release()
            self.import_wizard.close()
            self.forget_import_wizard()
        if self.sheet_designer is not None:
            self.sheet_designer.close()
            self.forget_sheet_designer()
        self.remove_start_dock()
        for factory in self.options_factories:
            self.iface.unregisterOptionsWidgetFactory(factory)
        self.options_factories = []
        if self.packages_message is not None and not sip.isdeleted(self.packages_message):
            self.iface.messageBar().popWidget(self.packages_message)
        self.packages_message = None
        for action, slot in (
            (self.sheet_action, self.open_sheet_designer),
            (self.import_action, self.open_import_wizard),
            (self.scheme_action, self.open_scheme_editor),
        ):
            if action is not None:
                action.triggered.disconnect(slot)
                self.iface.removeToolBarIcon(action)
                self.iface.removePluginMenu(MENU, action)
                action.deleteLater()
        self.sheet_action = self.import_action = self.scheme_action = None
        if self.help_action is not None:
            self.help_action.triggered.disconnect(self.open_help)
            self.iface.removePluginMenu(MENU, self.help_action)
            self.help_action.deleteLater()
            self.help_action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        release_post_processors()
        release_fonts()
        if self.translator is not None:
            remove_translation(self.translator)
            self.translator = None
