"""The page in QGIS's options with the marks that an organisation puts on its sheets."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase, QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..cartography.fonts import FAMILY, register_fonts
from ..cartography.organisation import Organisation
from .help_pages import help_on_f1, open_help
from .organisation_marks import (
    has_own_marks,
    keep_for,
    keep_for_all_projects,
    marks_of,
    marks_of_all_projects,
)
from .quiet_combo import QuietCombo
from .words import plain_label, tr

PAGE = "asm_atlas_organisation"
_ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "asm_atlas.svg"
_LINES = 3


class OrganisationPage(QgsOptionsPageWidget):
    """Fields of the marks; QGIS calls apply() when the options are accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self.project = QgsProject.instance()
        self._make_widgets()
        self._lay_out()
        self.for_project.setChecked(has_own_marks(self.project))
        self.for_all.setChecked(not has_own_marks(self.project))
        self.show_marks(marks_of(self.project))
        self.for_project.toggled.connect(self._scope_chosen)

    def _make_widgets(self) -> None:
        self.for_all = QRadioButton(tr("All pro&jects"), self)
        self.for_project = QRadioButton(tr("&This project only"), self)
        group = QButtonGroup(self)
        group.addButton(self.for_all)
        group.addButton(self.for_project)
        self.name = QLineEdit(self)
        self.address, self.disclaimer = self._text(), self._text()
        self.disclaimer.setPlaceholderText(
            tr("Empty: the usual sentence that boundaries and names imply no official endorsement.")
        )
        self.licence = QLineEdit(self)
        self.licence.setPlaceholderText("CC BY 4.0")
        self.logo = QgsFileWidget(self)
        self.logo.setDialogTitle(tr("Choose a logo"))
        self.logo.setFilter(tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)")
        self.logo.setFocusProxy(self.logo.lineEdit())
        register_fonts()
        others = [family for family in QFontDatabase().families() if family != FAMILY]
        own = tr("{0} (comes with ASM Atlas)").format(FAMILY)
        self.font_family = QuietCombo(self, [(own, ""), *((family, family) for family in others)])
        # the Help button of QGIS's options opens the manual of QGIS
        self.help_button = QPushButton(tr("Help"), self)
        self.help_button.setAutoDefault(False)
        self.help_button.clicked.connect(lambda _: open_help("organisation"))
        help_on_f1(self, "organisation")

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(_LINES * text.fontMetrics().lineSpacing() + 12)
        return text

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        form = QFormLayout()
        column.addLayout(form)
        column.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(
            plain_label(self, tr("What your organisation puts on every sheet that ASM Atlas prints."))
        )
        scope = QHBoxLayout()
        scope.addWidget(self.for_all)
        scope.addWidget(self.for_project)
        scope.addStretch(1)
        form.addRow(tr("For"), scope)
        for text, field in (
            (tr("&Name"), self.name),
            (tr("A&ddress"), self.address),
            (tr("Lo&go"), self.logo),
            (tr("Disc&laimer"), self.disclaimer),
            (tr("Li&cence"), self.licence),
            (tr("&Font"), self.font_family),
        ):
            label = QLabel(text, self)
            label.setBuddy(self.logo.lineEdit() if field is self.logo else field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, field)
        before: QWidget = self.for_all
        for after in (
            self.for_project,
            self.name,
            self.address,
            self.logo,
            self.disclaimer,
            self.licence,
            self.font_family,
            self.help_button,
        ):
            QWidget.setTabOrder(before, after)
            before = after

    def _scope_chosen(self, is_project: bool) -> None:
        """A project without marks of its own begins with those of all projects, as they are in the fields."""
        if not is_project:
            self.show_marks(marks_of_all_projects())
        elif has_own_marks(self.project):
            self.show_marks(marks_of(self.project))

    def show_marks(self, marks: Organisation) -> None:
        self.name.setText(marks.name)
        self.address.setPlainText(marks.address)
        self.logo.setFilePath(marks.logo)
        self.disclaimer.setPlainText(marks.disclaimer)
        self.licence.setText(marks.licence)
        self.font_family.choose_or_add(marks.font)  # also one that this machine does not have

    def marks(self) -> Organisation:
        return Organisation(
            name=self.name.text().strip(),
            address=self.address.toPlainText().strip(),
            logo=self.logo.filePath().strip(),
            disclaimer=self.disclaimer.toPlainText().strip(),
            licence=self.licence.text().strip(),
            font=self.font_family.currentData(),
        )

    def apply(self) -> None:
        if self.for_project.isChecked():
            keep_for(self.project, self.marks())
        else:
            keep_for_all_projects(self.marks())
            keep_for(self.project, None)


class OrganisationPageFactory(QgsOptionsWidgetFactory):
    """Registers the page; QGIS asks for a new one each time its options open."""

    def __init__(self) -> None:
        super().__init__(tr("ASM Atlas"), QIcon(str(_ICON)))

    def icon(self) -> QIcon:
        return QIcon(str(_ICON))

    def createWidget(self, parent: QWidget) -> OrganisationPage:  # noqa: N802
        return OrganisationPage(parent)
