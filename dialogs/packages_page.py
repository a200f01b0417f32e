"""The page in QGIS's options that tells which Python packages are there, and how to get those that are not."""

from __future__ import annotations

import platform
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..processing.algorithm import plugin_version
from ..processing.dependencies import (
    foreseen_problems,
    look_at_packages,
    problem_words,
    short_path,
    where_words,
)
from ..processing.package_advice import Advice, PackageState, advice, document, facts_of_this_system
from .words import plain_label, tr, user_language

PAGE = "asm_atlas_packages"
_ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "asm_atlas.svg"
_READY, _WRONG, _ABSENT = "✓", "✗", "–"


def state_words(state: PackageState, numpy: PackageState) -> str:
    """A sign and words: colour alone would not tell everybody."""
    if not state.problem:
        return f"{_READY} " + tr("ready")
    if state.is_optional and state.problem == "missing":
        return f"{_ABSENT} " + tr("not installed; everything else works without it")
    words = problem_words(state, numpy)
    return f"{_WRONG} " + words[:1].upper() + words[1:]


def found_words(state: PackageState) -> str:
    """Version and folder of what was found."""
    if not state.place:
        return tr("nothing")
    return tr("{0} in {1}").format(state.version or tr("version not told"), short_path(state.place))


def needed_words(state: PackageState) -> str:
    if state.is_optional:
        return tr("optional, {0} or later").format(state.needed)
    return tr("{0} or later").format(state.needed)


def command_for(states: list[PackageState], wanted: PackageState) -> Advice | None:
    """What mends one package; numpy goes along, since pip must keep it."""
    return advice(facts_of_this_system(), [states[0], wanted] if wanted is not states[0] else [wanted])


def support_text(states: list[PackageState]) -> str:
    """All that the page says, for a request for help."""
    facts = facts_of_this_system()
    lines = [
        f"ASM Atlas {plugin_version()}, QGIS {Qgis.version()}, Python {platform.python_version()}",
        f"{document()['systems'][facts.system]['label']}, {platform.platform()}",
    ]
    for state in states:
        lines.append(f"{state.name}: {state_words(state, states[0])}")
        lines.append(f"    {tr('Needed')}: {needed_words(state)}; {tr('Found')}: {found_words(state)}")
        found = command_for(states, state) if state.problem else None
        if found is not None:
            lines.append(f"    {where_words(found)}: {short_path(found.command)}")
    return "\n".join(lines) + "\n"


class CommandRow(QWidget):
    """A command that can be read, selected and copied; never run."""

    def __init__(self, command: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.command = QLineEdit(command, self)
        self.command.setReadOnly(True)
        self.command.setCursorPosition(0)
        self.command.setAccessibleName(tr("Command for {0}").format(name))
        self.copy_button = QPushButton(tr("Copy"), self)
        self.copy_button.setAccessibleName(tr("Copy the command for {0}").format(name))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.command, 1)
        row.addWidget(self.copy_button)

    def copy(self) -> None:
        QApplication.clipboard().setText(self.command.text())
        self.copy_button.setText(f"{_READY} " + tr("Copied"))


class PackagesPage(QgsOptionsPageWidget):
    """Looks at the packages when it is first shown: QGIS makes all pages as its options open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self.states: list[PackageState] = []
        self.summary = plain_label(self)
        self.all_commands = QVBoxLayout()
        self.boxes = QVBoxLayout()
        inside = QWidget(self)
        inside_column = QVBoxLayout(inside)
        inside_column.addWidget(self.summary)
        inside_column.addLayout(self.all_commands)
        inside_column.addLayout(self.boxes)
        inside_column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.check_button = QPushButton(tr("Chec&k again"), self)
        self.copy_button = QPushButton(tr("Copy all as &text"), self)
        self.check_button.clicked.connect(lambda _: self.look())
        self.copy_button.clicked.connect(lambda _: self.copy_all())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.check_button, self.copy_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self.states:
            self.look()

    def apply(self) -> None:
        """Nothing is set here."""

    def look(self) -> None:
        """Look at the packages and show what is found."""
        self.states = look_at_packages()
        for layout in (self.all_commands, self.boxes):
            while layout.count():
                layout.takeAt(0).widget().deleteLater()
        wrong = [state for state in self.states if state.problem and not state.is_optional]
        found = advice(
            facts_of_this_system(), [self.states[0], *(s for s in wrong if s is not self.states[0])]
        )
        if found is None:
            self.summary.setText(tr("All packages that ASM Atlas needs are ready."))
        else:
            told = tr("ASM Atlas cannot work until this is mended; nothing is installed for you.")
            self.summary.setText(f"{_WRONG} {told} {where_words(found)[:1].upper()}{where_words(found)[1:]}:")
            names = ", ".join(state.name for state in wrong)
            self.all_commands.addWidget(CommandRow(found.command, names, self))
        for state in self.states:
            self.boxes.addWidget(self._box(state))

    def _box(self, state: PackageState) -> QGroupBox:
        box = QGroupBox(state.name, self)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows = (
            (tr("State"), state_words(state, self.states[0])),
            (tr("Needed"), needed_words(state)),
            (tr("Found"), found_words(state)),
            (tr("For"), document()["packages"][state.name]["purpose"][user_language()]),
        )
        for title, text in rows:
            label = plain_label(box, text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(title, label)
        found = command_for(self.states, state) if state.problem else None
        if found is not None:
            form.addRow(tr("To get it"), plain_label(box, where_words(found)))
            form.addRow("", CommandRow(found.command, state.name, box))
        return box

    def copy_all(self) -> None:
        QApplication.clipboard().setText(support_text(self.states or look_at_packages()))


class PackagesPageFactory(QgsOptionsWidgetFactory):
    """Registers the page; QGIS asks for a new one each time its options open."""

    def __init__(self) -> None:
        super().__init__(tr("ASM Atlas - Packages"), QIcon(str(_ICON)))

    def icon(self) -> QIcon:
        return QIcon(str(_ICON))

    def createWidget(self, parent: QWidget) -> PackagesPage:  # noqa: N802
        return PackagesPage(parent)


def tell_of_packages(iface) -> QgsMessageBarItem | None:
    """Say in the message bar of QGIS that packages are missing, with a button to the page; None if none are."""
    problems = foreseen_problems()
    if not problems:
        return None
    sentence = tr("Nothing can be computed yet: {0}.").format(problems)
    item = QgsMessageBarItem("ASM Atlas", sentence, Qgis.MessageLevel.Warning, 0)
    button = QPushButton(tr("Show packages…"), item)
    button.clicked.connect(lambda _: iface.showOptionsDialog(iface.mainWindow(), PAGE))
    item.layout().addWidget(button)
    iface.messageBar().pushItem(item)
    return item
