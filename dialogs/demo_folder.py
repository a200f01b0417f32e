"""Asks where the demo is to be put."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ..processing.demo_atlas import PROJECT, unusable_folder
from .words import plain_label, show_sentence, tr

_NAME = "ASM Atlas demo"


def proposed_folder(parent: Path) -> Path:
    """The first name in a folder that is free."""
    folder, number = parent / _NAME, 2
    while unusable_folder(folder) and folder.exists():
        folder, number = parent / f"{_NAME} {number}", number + 1
    return folder


def documents_folder() -> Path:
    """The user's documents, else the home folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


class DemoFolder(QDialog):
    """A folder to be made, or the project of a demo that was made before."""

    def __init__(self, parent: QWidget | None = None, documents: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ASM Atlas: open the demo"))
        documents = documents or documents_folder()
        earlier = documents / _NAME / PROJECT
        self.earlier: Path | None = earlier if earlier.is_file() else None
        self.wants_earlier = False
        self.folder_field = QgsFileWidget(self)
        self.folder_field.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder_field.setDialogTitle(tr("Folder of the demo"))
        self.folder_field.lineEdit().setAccessibleName(tr("Folder of the demo"))
        self.folder_field.setFilePath(str(proposed_folder(documents)))
        self.note = plain_label(self)
        self.buttons = QDialogButtonBox(self)
        self.make_button = self.buttons.addButton(
            tr("&Make and open it"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.make_button.setDefault(True)
        if self.earlier is not None:
            button = self.buttons.addButton(
                tr("Open the &earlier one"), QDialogButtonBox.ButtonRole.ActionRole
            )
            button.clicked.connect(lambda _: self._take_earlier())
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.folder_field.fileChanged.connect(self._check)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        text = tr(
            "The demo is a project of a fictional country with 300 mine sites: imported, scored, set against "
            "protected areas and titles. It is made in a folder of yours, in less than a minute."
        )
        column.addWidget(plain_label(self, text))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("&Folder"), self.folder_field)
        form.labelForField(self.folder_field).setBuddy(self.folder_field.lineEdit())
        column.addLayout(form)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())

    def folder(self) -> Path:
        return Path(self.folder_field.filePath().strip()).expanduser()

    def _check(self, *_: object) -> None:
        sentence = unusable_folder(self.folder())
        self.make_button.setEnabled(not sentence)
        if not sentence and self.earlier is not None:
            sentence = tr("An earlier demo is in {0}.").format(self.earlier.parent)
        show_sentence(self.note, sentence)

    def _take_earlier(self) -> None:
        self.wants_earlier = True
        self.accept()
