"""The layers of a sheet: which one plays each role, and whether it is drawn."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ..cartography.own_recipes import frame_roles, used_roles
from ..cartography.recipe import Recipe
from ..cartography.sheet_layers import ROLE_GEOMETRY, SheetLayers
from .layer_guesses import SHEET_LAYER, guess_layers, vector_layers
from .words import plain_label, tr

_NARROWEST_COMBO = 9  # characters; longer entries are cut, not the form widened
_FILTERS = {
    QgsWkbTypes.GeometryType.PointGeometry: QgsMapLayerProxyModel.Filter.PointLayer,
    QgsWkbTypes.GeometryType.LineGeometry: QgsMapLayerProxyModel.Filter.LineLayer,
    QgsWkbTypes.GeometryType.PolygonGeometry: QgsMapLayerProxyModel.Filter.PolygonLayer,
}


def role_words(role: str) -> str:
    """A role as the form names it; the letter after & reaches it."""
    words = {
        "sites": tr("Si&tes"),
        "scores": tr("Sco&res"),
        "provinces": tr("&Provinces"),
        "territories": tr("Terr&itories"),
        "areas": tr("Protected &areas"),
        "titles": tr("Mining tit&les"),
        "lakes": tr("La&kes"),
        "rivers": tr("Rivers"),
        "roads": tr("R&oads"),
        "towns": tr("Tow&ns"),
        "visits": tr("Visits"),
        "comparison": tr("Comparison"),
        "clusters": tr("Clusters"),
        "choropleth": tr("Summary by area"),
        "area_bands": tr("Distance bands"),
        "largest": tr("Largest overlaps"),
    }
    return words.get(role, role)


class LayerRows(QWidget):
    """A check box and a list of layers for each role. changed: the sheet would look different."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, recipe: Recipe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project, self.recipe = project, recipe
        self._touched: set[str] = set()  # roles the user chose a layer, or none, for
        self.checks: dict[str, QCheckBox] = {}
        self.combos: dict[str, QgsMapLayerComboBox] = {}
        # Before the lists hear of it: they would pass to the layer next in them.
        project.layersWillBeRemoved.connect(self._layers_will_be_removed)
        grid = QGridLayout()
        for row, role in enumerate(SheetLayers.__dataclass_fields__):
            check, combo = self._check(role), self._combo(role)
            grid.addWidget(check, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(
            plain_label(
                self,
                tr("Checked layers are drawn. They are copied: your layers and styles stay as they are."),
            )
        )
        column.addLayout(grid)
        column.addStretch(1)
        self.show_recipe(recipe)
        self.refresh()

    def _check(self, role: str) -> QCheckBox:
        check = QCheckBox(role_words(role), self)
        check.setObjectName(f"draw_{role}")
        check.setChecked(True)
        check.toggled.connect(lambda _: self.changed.emit())
        self.checks[role] = check
        return check

    def _combo(self, role: str) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setObjectName(role)
        geometry = ROLE_GEOMETRY.get(role)
        filters = _FILTERS.get(geometry, QgsMapLayerProxyModel.Filter.VectorLayer)
        if role == "sites":  # those that are areas are drawn at a point
            filters = filters | QgsMapLayerProxyModel.Filter.PolygonLayer
        combo.setFilters(filters)
        combo.setAllowEmptyLayer(True, tr("none"))
        combo.setCurrentIndex(0)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_NARROWEST_COMBO)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(self)
        combo.setAccessibleName(role_words(role).replace("&", ""))
        combo.activated.connect(lambda _: self._touched.add(role))
        combo.layerChanged.connect(lambda _: self.changed.emit())
        self.combos[role] = combo
        return combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the wheel scroll the form without changing the entries it passes over."""
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_recipe(self, recipe: Recipe) -> None:
        """Offer the roles of a recipe; those that it needs or is about cannot be switched off as data."""
        self.recipe = recipe
        used, drawn = used_roles(recipe), frame_roles(recipe)
        for role, check in self.checks.items():
            check.setVisible(role in used)
            self.combos[role].setVisible(role in used)
            check.setEnabled(role not in recipe.needs or (role == "sites" and "sites" in drawn))
            if not check.isEnabled():
                check.setChecked(True)

    def refresh(self) -> None:
        """Leave the layers of sheets out of the lists and guess the roles that are still empty."""
        sheets = [layer for layer in self.project.mapLayers().values() if layer.customProperty(SHEET_LAYER)]
        for combo in self.combos.values():
            combo.setExceptedLayerList(sheets)
        taken = [combo.currentLayer() for combo in self.combos.values()]
        free = [layer for layer in vector_layers(self.project) if layer not in taken]
        for role, layer in guess_layers(free, self.recipe).items():
            combo = self.combos.get(role)
            if combo is not None and role not in self._touched and combo.currentLayer() is None:
                combo.setLayer(layer)

    def _layers_will_be_removed(self, layer_ids: list[str]) -> None:
        for combo in self.combos.values():
            layer = combo.currentLayer()
            if layer is not None and layer.id() in layer_ids:
                combo.setCurrentIndex(0)

    def release(self) -> None:
        """Let go of the project."""
        self.project.layersWillBeRemoved.disconnect(self._layers_will_be_removed)

    def layer(self, role: str) -> QgsVectorLayer | None:
        """The layer of a role, whether it is drawn or not."""
        return self.combos[role].currentLayer() if role in self.combos else None

    def off(self) -> tuple[str, ...]:
        """The roles of the recipe that are not drawn."""
        return tuple(role for role in used_roles(self.recipe) if not self.checks[role].isChecked())

    def sheet_layers(self) -> SheetLayers | None:
        """The layers by role; None while there are no sites. What is off stays where the sheet is made of it."""
        if self.layer("sites") is None:
            return None
        kept = {"sites", self.recipe.ground["role"], *self.recipe.needs}
        roles = [role for role in used_roles(self.recipe) if role in kept or role not in self.off()]
        return SheetLayers(**{role: self.layer(role) for role in roles})
