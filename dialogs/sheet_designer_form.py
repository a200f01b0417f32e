"""The fields of the sheet designer: recipe, area, page, looks, words and layers."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..cartography.organisation import marked
from ..cartography.own_recipes import (
    ALL_NAMES,
    FEW_NAMES,
    NO_NAMES,
    OWN_NAMES,
    SITE_THEMES,
    Adaptation,
    frame_roles,
    own_recipes,
    site_names,
    site_theme,
)
from ..cartography.recipe import LANGUAGES, read_recipe, recipe_ids
from ..cartography.sheet_request import AUTO, Sheet, SheetRequest
from ..cartography.theme import DEFAULT_THEME, read_theme, safe_twin
from ..core.exceptions import AsmAtlasError
from ..processing.algorithm import plugin_version
from .organisation_marks import marks_of
from .quiet_combo import QuietCombo
from .sheet_area_rows import AreaRows
from .sheet_building import item_text
from .sheet_layer_rows import LayerRows
from .words import plain_label, tr, user_language

SETTINGS = "asm_atlas/sheet"
_LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


class SheetDesignerForm(QTabWidget):
    """Collects a SheetRequest, what is changed of its recipe, and the layers."""

    changed = pyqtSignal()
    confirmed = pyqtSignal()  # Enter in a field
    marks_asked = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.faults: list[str] = []
        self.recipe = read_recipe(recipe_ids()[0])
        self._make_widgets()
        self.fill_recipes()
        self._lay_out()
        self._restore()
        self._recipe_chosen()
        self._connect()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.recipes = QuietCombo(self)
        self.areas = AreaRows(self)
        self.area, self.name_field = self.areas.area, self.areas.name_field
        self.paper = QuietCombo(self)
        self.orientation = QuietCombo(self)
        self.orientation.setToolTip(tr("Automatic takes the one nearest in shape to the area."))
        language = user_language()
        self.theme = QuietCombo(self, [(read_theme(theme).label[language], theme) for theme in SITE_THEMES])
        self.theme.setToolTip(tr("What the signs of the sites tell."))
        self.safe = QCheckBox(tr("Colours for colour-&blind readers"), self)
        self.language = QuietCombo(self, [(_LANGUAGE_NAMES[value], value) for value in LANGUAGES])
        self.language.setToolTip(tr("Language of the sheet, not of QGIS."))
        self.names = QuietCombo(self)
        self.title, self.subtitle, self.credits = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.credits.setPlaceholderText(tr("Makers, donors, contact"))
        self.map_id, self.version = QLineEdit(self), QLineEdit("1", self)
        self.logo = QgsFileWidget(self)
        self.logo.setDialogTitle(tr("Choose a logo"))
        self.logo.setFilter(tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)")
        self.logo.setFocusProxy(self.logo.lineEdit())
        self.marks = plain_label(self)
        self.marks_button = QPushButton(tr("Mar&ks of the organisation…"), self)
        self.marks_button.setAutoDefault(False)
        self.layers = LayerRows(self.project, self.recipe, self)

    def _lay_out(self) -> None:
        sheet = self._page(
            tr("S&heet"),
            [
                (tr("&Recipe"), self.recipes),
                (self.areas.label, self.area),
                (tr("&Field of names"), self.name_field),
                (tr("&Paper"), self.paper),
                (tr("&Orientation"), self.orientation),
                (tr("&Theme of the sites"), self.theme),
                (None, self.safe),
                (tr("&Language"), self.language),
                (tr("Site &names"), self.names),
            ],
        )
        layers = QScrollArea(self)
        layers.setWidget(self.layers)
        layers.setWidgetResizable(True)
        layers.setFrameShape(QScrollArea.Shape.NoFrame)
        layers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        texts = self._page(
            tr("Te&xts"),
            [
                (tr("&Title"), self.title),
                (tr("S&ubtitle"), self.subtitle),
                (tr("C&redits"), self.credits),
                (tr("Map num&ber"), self.map_id),
                (tr("Versio&n"), self.version),
                (tr("L&ogo"), self.logo),
                (None, self.marks),
                (None, self.marks_button),
            ],
        )
        self.addTab(sheet, tr("S&heet"))
        self.addTab(layers, tr("La&yers"))
        self.addTab(texts, tr("Te&xts"))
        bar = layers.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(
            max(self.layers.minimumSizeHint().width() + bar, sheet.minimumSizeHint().width()) + 8
        )

    def _page(self, title: str, rows: list[tuple[str | QLabel | None, QWidget]]) -> QWidget:
        page = QWidget(self)
        page.setAccessibleName(title.replace("&", ""))
        column = QVBoxLayout(page)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(form)
        column.addStretch(1)
        before = None
        for text, field in rows:
            if text is None:
                form.addRow(field)
            else:
                label = QLabel(text, page) if isinstance(text, str) else text
                label.setBuddy(field.lineEdit() if isinstance(field, QgsFileWidget) else field)
                field.setAccessibleName(label.text().replace("&", ""))
                form.addRow(label, field)
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field
        return page

    def _connect(self) -> None:
        self.recipes.currentIndexChanged.connect(lambda _: self._recipe_chosen())
        self.layers.changed.connect(self._layers_changed)
        self.areas.changed.connect(self.changed)
        self.paper.currentIndexChanged.connect(lambda _: self._paper_chosen())
        for combo in (self.orientation, self.theme, self.language, self.names):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.safe.toggled.connect(lambda _: self.changed.emit())
        for line in (self.title, self.subtitle, self.credits, self.map_id, self.version):
            line.textChanged.connect(lambda _: self.changed.emit())
            line.returnPressed.connect(self.confirmed)
        self.logo.fileChanged.connect(lambda _: self.changed.emit())
        self.marks_button.clicked.connect(lambda _: self.marks_asked.emit())

    # -- recipe and area --------------------------------------------------------------------------

    def fill_recipes(self, chosen: str | None = None) -> None:
        """List the recipes of the plugin, then those of the user; choose one by id or path."""
        chosen = self.recipes.currentData() if chosen is None else chosen
        language = user_language()
        with QSignalBlocker(self.recipes):
            self.recipes.clear()
            for recipe_id in recipe_ids():
                self.recipes.addItem(read_recipe(recipe_id).label[language], recipe_id)
            own, self.faults = own_recipes()
            if own:
                self.recipes.insertSeparator(self.recipes.count())
            for path, recipe in own:
                self.recipes.addItem(recipe.label[language], str(path))
            self.recipes.choose(chosen or recipe_ids()[0])

    def take_recipe(self, path: Path) -> None:
        """List a recipe that was just saved and choose it; what was changed of the one before is in it."""
        for line in (self.title, self.subtitle):
            with QSignalBlocker(line):
                line.clear()
        self.fill_recipes(str(path))
        self._recipe_chosen()

    def source(self) -> str | Path:
        """The recipe by id, or the file of one's own."""
        value = self.recipes.currentData()
        return Path(value) if value.endswith(".json") else value

    def _recipe_chosen(self) -> None:
        try:
            self.recipe = read_recipe(self.source())
        except AsmAtlasError as error:  # a file of one's own that has changed meanwhile
            self.faults = [str(error)]
            self.changed.emit()
            return
        with QSignalBlocker(self.paper), QSignalBlocker(self.theme):
            paper = self.paper.currentData()
            self.paper.clear()
            for name in self.recipe.papers:
                self.paper.addItem(name, name)
            self.paper.choose(paper if paper in self.recipe.papers else self.recipe.papers[0])
            theme = site_theme(self.recipe)
            self.theme.choose(theme or DEFAULT_THEME)
            self.theme.setEnabled(bool(theme))
        self._fill_orientations()
        self._fill_names()
        with QSignalBlocker(self.layers):
            self.layers.show_recipe(self.recipe)
            self.layers.refresh()
        self.refresh_areas(anew=True)
        self.changed.emit()

    def _fill_orientations(self) -> None:
        """Automatic, and what the recipe is arranged for on the paper."""
        words = {AUTO: tr("Automatic"), "portrait": tr("Portrait"), "landscape": tr("Landscape")}
        with QSignalBlocker(self.orientation):
            chosen = self.orientation.currentData()
            self.orientation.clear()
            for value in (AUTO, *self.recipe.orientations(self.paper.currentData())):
                self.orientation.addItem(words[value], value)
            self.orientation.choose(chosen)

    def _fill_names(self) -> None:
        words = {
            ALL_NAMES: tr("All that find room"),
            FEW_NAMES: tr("Sites with 50 miners or more"),
            NO_NAMES: tr("None"),
            OWN_NAMES: tr("As the recipe says"),
        }
        own = site_names(self.recipe)
        with QSignalBlocker(self.names):
            self.names.clear()
            for value, text in words.items():
                if value != OWN_NAMES or own == OWN_NAMES:
                    self.names.addItem(text, value)
            self.names.choose(own)
        self.names.setEnabled("sites" in frame_roles(self.recipe))

    def _paper_chosen(self) -> None:
        self._fill_orientations()
        self.changed.emit()

    def ground_role(self) -> str:
        """Role of the areas that the recipe is about; sites for one site."""
        return self.recipe.ground["role"]

    def _layers_changed(self) -> None:
        self.refresh_areas()
        self.changed.emit()

    def refresh_layers(self) -> None:
        """Take up layers that came, let go of those that went."""
        with QSignalBlocker(self.layers):
            self.layers.refresh()
        self.refresh_areas()

    def refresh_areas(self, anew: bool = False) -> None:
        """Follow the layer that the recipe is about. anew: another recipe was chosen."""
        self.areas.follow(self.recipe, self.layers.layer(self.ground_role()), anew)

    def offered_areas(self) -> list[str]:
        """All areas (pcodes for one site) that a sheet of the recipe can be about."""
        return self.areas.offered()

    # -- what was entered -------------------------------------------------------------------------

    def adaptation(self) -> Adaptation:
        """What is changed of the recipe."""
        theme = self.theme.currentData() if self.theme.isEnabled() else ""
        names = self.names.currentData() if self.names.isEnabled() else site_names(self.recipe)
        return Adaptation(
            site_theme=theme if theme != site_theme(self.recipe) else "",
            off=self.layers.off(),
            names=names if names != site_names(self.recipe) else "",
        )

    def request(self) -> SheetRequest:
        """What is asked for, with the marks of the organisation; the recipe as it is, without adaptation."""
        about = self.area.currentData() or ""
        is_site = self.ground_role() == "sites"
        source = self.source()
        request = SheetRequest(
            area="" if is_site else about,
            pcode=about if is_site else "",
            name_field="" if is_site else self.name_field.currentField(),
            recipe=self.recipe.id,
            recipe_file=str(source) if isinstance(source, Path) else "",
            paper=self.paper.currentData(),
            orientation=self.orientation.currentData(),
            theme=safe_twin(DEFAULT_THEME) if self.safe.isChecked() else DEFAULT_THEME,
            language=self.language.currentData(),
            title=self.title.text().strip(),
            subtitle=self.subtitle.text().strip(),
            credits=self.credits.text().strip(),
            logo=self.logo.filePath().strip(),
            map_id=self.map_id.text().strip(),
            version=self.version.text().strip() or "1",
            plugin_version=plugin_version(),
        )
        return marked(request, marks_of(self.project))

    def show_defaults(self, sheet: Sheet | None) -> None:
        """Show in the empty fields what the sheet wrote in their place, and whose marks it bears."""
        for line, text in (
            (self.title, sheet.title if sheet else ""),
            (self.subtitle, item_text(sheet, "subtitle") if sheet else ""),
            (self.map_id, sheet.map_id if sheet else ""),
        ):
            if not line.text().strip():
                line.setPlaceholderText(text)
        marks = marks_of(self.project)
        self.marks.setText(
            tr("Sheets bear the marks of {0}.").format(marks.name)
            if marks.name
            else tr("No organisation is named on the sheets yet.")
        )

    # -- what is remembered -----------------------------------------------------------------------

    def _restore(self) -> None:
        settings = QgsSettings()
        self.language.choose(user_language())
        self.recipes.choose(settings.value(f"{SETTINGS}/recipe", recipe_ids()[0]))
        for name in self.recipe.papers:
            self.paper.addItem(name, name)
        self._fill_orientations()
        for key, combo in self._remembered_choices().items():
            index = combo.findData(settings.value(f"{SETTINGS}/{key}", ""))
            if index >= 0:
                combo.setCurrentIndex(index)
        self.safe.setChecked(settings.value(f"{SETTINGS}/safe", False, type=bool))
        self.credits.setText(settings.value(f"{SETTINGS}/credits", "", type=str))
        self.logo.setFilePath(settings.value(f"{SETTINGS}/logo", "", type=str))

    def remember(self) -> None:
        """Keep what is the same from sheet to sheet for the next time."""
        settings = QgsSettings()
        settings.setValue(f"{SETTINGS}/recipe", self.recipes.currentData())
        for key, combo in self._remembered_choices().items():
            settings.setValue(f"{SETTINGS}/{key}", combo.currentData())
        settings.setValue(f"{SETTINGS}/safe", self.safe.isChecked())
        settings.setValue(f"{SETTINGS}/credits", self.credits.text().strip())
        settings.setValue(f"{SETTINGS}/logo", self.logo.filePath().strip())

    def _remembered_choices(self) -> dict[str, QuietCombo]:
        return {
            "paper": self.paper,
            "orientation": self.orientation,
            "language": self.language,
        }

    def release(self) -> None:
        """Let go of the project."""
        self.layers.release()
        self.remember()
