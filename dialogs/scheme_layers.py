"""Which layers of the project the schemes are tried on."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from .layer_guesses import SHEET_LAYER, guess_tables, vector_layers
from .scheme_fields import UndoKeys, wrapped_label
from .words import tr

ROLES = ("sites", "visits", "actors", "statuses")


class ScoreLayers(QWidget):
    """Combo boxes for the tables of an import; `changed` says that others, or other rows, are to be read."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._touched: set[str] = set()  # roles the user chose a layer, or none, for
        self._watched: list[QgsVectorLayer] = []
        # Before the combo boxes hear of it: they would pass to the layer next in their list.
        project.layersWillBeRemoved.connect(self._layers_will_be_removed)
        titles = {
            "sites": tr("&Sites"),
            "visits": tr("&Visits"),
            "actors": tr("Armed a&ctors"),
            "statuses": tr("Status &decisions"),
        }
        self.combos: dict[str, QgsMapLayerComboBox] = {}
        self._keys = UndoKeys(self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for role in ROLES:
            combo = QgsMapLayerComboBox(self)
            combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
            combo.setAllowEmptyLayer(True, tr("none"))
            combo.setCurrentIndex(0)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.setAccessibleName(titles[role].replace("&", ""))
            combo.installEventFilter(self._keys)
            combo.activated.connect(lambda _, role=role: self._touched.add(role))
            combo.layerChanged.connect(lambda _: self._layer_changed())
            form.addRow(titles[role], combo)
            self.combos[role] = combo
        column = QVBoxLayout(self)
        column.addWidget(
            wrapped_label(tr("The scheme is tried on these tables of one import; nothing is written."), self)
        )
        column.addLayout(form)
        column.addStretch(1)
        project.layersAdded.connect(self._layers_added)
        self.guess()

    def guess(self) -> None:
        """Fill the roles that the user has not chosen a layer for."""
        sheets = [layer for layer in self.project.mapLayers().values() if layer.customProperty(SHEET_LAYER)]
        for combo in self.combos.values():
            combo.setExceptedLayerList(sheets)
        for role, layer in guess_tables(vector_layers(self.project)).items():
            if role not in self._touched and self.combos[role].currentLayer() is None:
                self.combos[role].setLayer(layer)

    def layers(self) -> dict[str, QgsVectorLayer | None]:
        return {role: combo.currentLayer() for role, combo in self.combos.items()}

    def _layers_added(self, _: object) -> None:
        self.guess()

    def _layers_will_be_removed(self, layer_ids: list[str]) -> None:
        self._unwatch([layer for layer in self._watched if layer.id() in layer_ids])
        gone = [
            combo
            for combo in self.combos.values()
            if combo.currentLayer() is not None and combo.currentLayer().id() in layer_ids
        ]
        for combo in gone:
            combo.setCurrentIndex(0)
        if gone:
            self._layer_changed()  # QGIS 3.22 does not say so itself

    def _layer_changed(self) -> None:
        self._unwatch(list(self._watched))
        for layer in {layer.id(): layer for layer in self.layers().values() if layer is not None}.values():
            for signal in _row_signals(layer):
                signal.connect(self.changed)
            self._watched.append(layer)
        self.changed.emit()

    def _unwatch(self, layers: list[QgsVectorLayer]) -> None:
        for layer in layers:
            for signal in _row_signals(layer):
                signal.disconnect(self.changed)
            self._watched.remove(layer)

    def release(self) -> None:
        """Let go of the project and its layers."""
        self.project.layersWillBeRemoved.disconnect(self._layers_will_be_removed)
        self.project.layersAdded.disconnect(self._layers_added)
        self._unwatch(list(self._watched))


def _row_signals(layer: QgsVectorLayer) -> tuple:
    """What a layer says when its rows are others: reloaded, edited, filtered."""
    return layer.dataChanged, layer.layerModified, layer.subsetStringChanged
