"""The fields of the sheet dialog: layers, area, page and words."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..cartography.recipe import LANGUAGES, ORIENTATIONS, read_recipe
from ..cartography.sheet_layers import SheetLayers, area_names, find_field, folded
from ..cartography.sheet_request import AUTO, Sheet, SheetRequest
from ..cartography.theme import colourings, read_theme
from ..processing.algorithm import plugin_version
from .layer_guesses import SHEET_LAYER, guess_layers, vector_layers
from .sheet_building import item_text
from .words import tr, user_language

SETTINGS = "asm_atlas/sheet"
RECIPE = "province"
_LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
_NARROWEST_COMBO = 9  # characters; longer entries are cut, not the form widened


class SheetForm(QWidget):
    """Collects a SheetRequest and the layers; `changed` says that the sheet would look different."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.recipe = read_recipe(RECIPE)
        self._touched: set[str] = set()  # roles the user chose a layer, or none, for
        # Before the combo boxes hear of it: they would pass to the layer next in their list.
        project.layersWillBeRemoved.connect(self._layers_will_be_removed)
        self._make_widgets()
        self._lay_out()
        self._restore()
        self.refresh_layers()
        self._connect()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        filters = QgsMapLayerProxyModel.Filter
        kinds = {
            "sites": filters.PointLayer,
            "scores": filters.VectorLayer,
            "provinces": filters.PolygonLayer,
            "territories": filters.PolygonLayer,
            "areas": filters.PolygonLayer,
            "titles": filters.PolygonLayer,
            "lakes": filters.PolygonLayer,
            "rivers": filters.LineLayer,
            "roads": filters.LineLayer,
            "towns": filters.PointLayer,
        }
        self.layer_combos = {role: self._layer_combo(role, kind) for role, kind in kinds.items()}
        self.name_field = self._narrow(QgsFieldComboBox(self))
        self.name_field.setToolTip(tr("The field with the names of the provinces."))
        self.area = self._combo([])
        self.paper = self._combo([(paper, paper) for paper in self.recipe.papers])
        words = {AUTO: tr("Automatic"), "portrait": tr("Portrait"), "landscape": tr("Landscape")}
        self.orientation = self._combo([(words[value], value) for value in (AUTO, *ORIENTATIONS)])
        self.orientation.setToolTip(tr("Automatic takes the one nearest in shape to the area."))
        language = user_language()
        self.theme = self._combo(
            [(read_theme(theme).at("base.colours")[language], theme) for theme in colourings()]
        )
        self.language = self._combo([(_LANGUAGE_NAMES[value], value) for value in LANGUAGES])
        self.language.setToolTip(tr("Language of the sheet, not of QGIS."))
        self.title, self.subtitle, self.credits = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.credits.setPlaceholderText(tr("Makers, donors, contact"))
        self.map_id, self.version = QLineEdit(self), QLineEdit("1", self)
        self.logo = QgsFileWidget(self)
        self.logo.setDialogTitle(tr("Choose a logo"))
        self.logo.setFilter(tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)")
        self.logo.setFocusProxy(self.logo.lineEdit())

    def _layer_combo(self, role: str, kind: QgsMapLayerProxyModel.Filter) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setObjectName(role)
        combo.setFilters(kind)
        combo.setAllowEmptyLayer(True, tr("none"))
        combo.setCurrentIndex(0)
        return self._narrow(combo)

    def _combo(self, entries: list[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self)
        for text, value in entries:
            combo.addItem(text, value)
        return self._narrow(combo)

    def _narrow(self, combo: QComboBox) -> QComboBox:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_NARROWEST_COMBO)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(self)
        return combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the wheel scroll the form without changing the entries it passes over."""
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layers = self.layer_combos
        groups = (
            (
                tr("Sites and area"),
                [
                    [(tr("&Sites"), layers["sites"])],
                    [(tr("Pro&vinces"), layers["provinces"])],
                    [(tr("Field of na&mes"), self.name_field)],
                    [(tr("&Area to print"), self.area)],
                ],
            ),
            (
                tr("Page"),
                [
                    [(tr("&Paper"), self.paper), (tr("&Orientation"), self.orientation)],
                    [(tr("T&heme"), self.theme)],
                    [(tr("&Language"), self.language)],
                ],
            ),
            (
                tr("Texts"),
                [
                    [(tr("&Title"), self.title)],
                    [(tr("S&ubtitle"), self.subtitle)],
                    [(tr("&Credits"), self.credits)],
                    [(tr("Lo&go"), self.logo)],
                    [(tr("Map num&ber"), self.map_id), (tr("Versio&n"), self.version)],
                ],
            ),
            (
                tr("Other layers"),
                [
                    [(tr("Sco&res"), layers["scores"])],
                    [(tr("Territor&ies"), layers["territories"])],
                    [(tr("Protecte&d areas"), layers["areas"])],
                    [(tr("Mining titles"), layers["titles"])],
                    [(tr("La&kes"), layers["lakes"])],
                    [(tr("Rivers"), layers["rivers"])],
                    [(tr("Roads"), layers["roads"])],
                    [(tr("To&wns"), layers["towns"])],
                ],
            ),
        )
        column = QVBoxLayout(self)
        labels: list[QLabel] = []
        order: list[QWidget] = []
        for title, rows in groups:
            box = QGroupBox(title, self)
            form = QFormLayout(box)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            form.setContentsMargins(8, 4, 8, 6)
            form.setVerticalSpacing(4)
            for row in rows:
                pairs = [(self._label(text, widget), widget) for text, widget in row]
                labels.append(pairs[0][0])
                order += [widget for _, widget in pairs]
                if len(pairs) == 1:
                    form.addRow(*pairs[0])
                    continue
                (first_label, first), (second_label, second) = pairs
                line = QHBoxLayout()
                line.setSpacing(8)
                for part in (first, second_label, second):
                    line.addWidget(part)
                line.setStretch(0, 3)
                line.setStretch(2, 2)
                form.addRow(first_label, line)
            column.addWidget(box)
        column.addStretch(1)
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)  # one edge of fields through all groups
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _label(self, text: str, widget: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(widget.lineEdit() if isinstance(widget, QgsFileWidget) else widget)
        widget.setAccessibleName(text.replace("&", ""))
        return label

    def _connect(self) -> None:
        for role, combo in self.layer_combos.items():
            combo.activated.connect(lambda _, role=role: self._touched.add(role))
            if role != "provinces":
                combo.layerChanged.connect(lambda _: self.changed.emit())
        self.layer_combos["provinces"].layerChanged.connect(self._provinces_changed)
        self.name_field.fieldChanged.connect(self._name_field_changed)
        for combo in (self.area, self.paper, self.orientation, self.theme, self.language):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        for line in (self.title, self.subtitle, self.credits, self.map_id, self.version):
            line.textChanged.connect(lambda _: self.changed.emit())
        self.logo.fileChanged.connect(lambda _: self.changed.emit())

    # -- layers -----------------------------------------------------------------------------------

    def refresh_layers(self) -> None:
        """Leave the layers of sheets out of the lists and guess the roles that are still empty."""
        sheets = [layer for layer in self.project.mapLayers().values() if layer.customProperty(SHEET_LAYER)]
        for combo in self.layer_combos.values():
            combo.setExceptedLayerList(sheets)
        taken = [combo.currentLayer() for combo in self.layer_combos.values()]
        free = [layer for layer in vector_layers(self.project) if layer not in taken]
        for role, layer in guess_layers(free, self.recipe).items():
            combo = self.layer_combos[role]
            if role not in self._touched and combo.currentLayer() is None:
                combo.setLayer(layer)
        self._fill_name_fields()

    def _layers_will_be_removed(self, layer_ids: list[str]) -> None:
        for combo in self.layer_combos.values():
            layer = combo.currentLayer()
            if layer is not None and layer.id() in layer_ids:
                combo.setCurrentIndex(0)

    def release(self) -> None:
        """Let go of the project."""
        self.project.layersWillBeRemoved.disconnect(self._layers_will_be_removed)

    def _provinces_changed(self, layer: QgsVectorLayer | None) -> None:
        self._fill_name_fields()
        self.changed.emit()

    def _name_field_changed(self, name: str) -> None:
        self._fill_areas()
        self.changed.emit()

    def _fill_name_fields(self) -> None:
        provinces = self.layer_combos["provinces"].currentLayer()
        if provinces == self.name_field.layer() and provinces is not None:
            return
        self.name_field.blockSignals(True)
        self.name_field.setLayer(provinces)
        if provinces is not None:
            self.name_field.setField(find_field(provinces, self.recipe.name_fields("provinces")))
        self.name_field.blockSignals(False)
        self.name_field.setEnabled(provinces is not None)
        self._fill_areas()

    def _fill_areas(self) -> None:
        provinces, field = self.layer_combos["provinces"].currentLayer(), self.name_field.currentField()
        names = area_names(provinces, field) if provinces is not None and field else []
        wanted = folded(self.area.currentData() or "")
        self.area.blockSignals(True)
        self.area.clear()
        self.area.addItem(tr("All sites"), "")
        for name in names:
            self.area.addItem(name, name)
        self.area.setCurrentIndex(next((i + 1 for i, name in enumerate(names) if folded(name) == wanted), 0))
        self.area.blockSignals(False)

    # -- what was entered -------------------------------------------------------------------------

    def sheet_layers(self) -> SheetLayers | None:
        """The chosen layers by role; None while there are no sites."""
        chosen = {role: combo.currentLayer() for role, combo in self.layer_combos.items()}
        return SheetLayers(**chosen) if chosen["sites"] is not None else None

    def request(self) -> SheetRequest:
        return SheetRequest(
            area=self.area.currentData() or "",
            name_field=self.name_field.currentField(),
            recipe=RECIPE,
            paper=self.paper.currentData(),
            orientation=self.orientation.currentData(),
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            title=self.title.text().strip(),
            subtitle=self.subtitle.text().strip(),
            credits=self.credits.text().strip(),
            logo=self.logo.filePath().strip(),
            map_id=self.map_id.text().strip(),
            version=self.version.text().strip() or "1",
            plugin_version=plugin_version(),
        )

    def show_defaults(self, sheet: Sheet | None) -> None:
        """Show in the empty fields what the sheet wrote in their place."""
        for line, text in (
            (self.title, sheet.title if sheet else ""),
            (self.subtitle, item_text(sheet, "subtitle") if sheet else ""),
            (self.map_id, sheet.map_id if sheet else ""),
        ):
            if not line.text().strip():
                line.setPlaceholderText(text)

    # -- what is remembered -----------------------------------------------------------------------

    def _restore(self) -> None:
        settings = QgsSettings()
        self.language.setCurrentIndex(LANGUAGES.index(user_language()))
        for key, combo in self._remembered_choices().items():
            index = combo.findData(settings.value(f"{SETTINGS}/{key}", ""))
            if index >= 0:
                combo.setCurrentIndex(index)
        self.credits.setText(settings.value(f"{SETTINGS}/credits", "", type=str))
        self.logo.setFilePath(settings.value(f"{SETTINGS}/logo", "", type=str))

    def remember(self) -> None:
        """Keep what is the same from sheet to sheet for the next time."""
        settings = QgsSettings()
        for key, combo in self._remembered_choices().items():
            settings.setValue(f"{SETTINGS}/{key}", combo.currentData())
        settings.setValue(f"{SETTINGS}/credits", self.credits.text().strip())
        settings.setValue(f"{SETTINGS}/logo", self.logo.filePath().strip())

    def _remembered_choices(self) -> dict[str, QComboBox]:
        return {
            "paper": self.paper,
            "orientation": self.orientation,
            "theme": self.theme,
            "language": self.language,
        }
