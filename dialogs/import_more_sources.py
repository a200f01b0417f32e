"""Sources that few imports need: the repeat tables of a survey, and a gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsCheckableComboBox, QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from .words import tr

_TABLES = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.gpkg *.geojson *.json *.shp"


class MoreSources(QgsCollapsibleGroupBox):
    """Folded until it is needed; `changed` says that something was chosen."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(tr("Seldom needed: repeat tables, gazetteer"), parent)
        self.project = project
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)
        self.repeats = QgsCheckableComboBox(self)
        self.repeats.setDefaultText(tr("none"))
        self.repeats.setToolTip(
            tr(
                "Tables of a survey's repeat groups, such as one row for each actor. Those in the same workbook "
                "as the visits are found without."
            )
        )
        self.gazetteer = QgsMapLayerComboBox(self)
        self.gazetteer.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.gazetteer.setAllowEmptyLayer(True, tr("none"))
        self.gazetteer.setCurrentIndex(0)
        self.gazetteer.setToolTip(
            tr("Named places; they place sites without a location by name, where only one can be meant.")
        )
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.labels: list[QWidget] = []
        for text, field, ask in (
            (tr("Repeat tabl&es"), self.repeats, self._ask_repeats),
            (tr("Ga&zetteer"), self.gazetteer, self._ask_gazetteer),
        ):
            name = text.replace("&", "")
            field.setAccessibleName(name)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            line = self._with_files(field, tr("{0}: choose files").format(name), ask)
            form.addRow(text, line)
            label = form.labelForField(line)
            label.setBuddy(field)
            self.labels.append(label)
        self.refresh()
        project.layersAdded.connect(self.refresh)
        project.layersRemoved.connect(self.refresh)
        self.repeats.checkedItemsChanged.connect(lambda _: self.changed.emit())
        self.gazetteer.layerChanged.connect(lambda _: self.changed.emit())

    def _with_files(self, field: QWidget, name: str, ask: Callable[[], None]) -> QWidget:
        """A field with a button that adds files to its list."""
        button = QToolButton(self)
        button.setText("…")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _: ask())
        both = QWidget(self)
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field, 1)
        line.addWidget(button)
        return both

    def release(self) -> None:
        """Let go of the project."""
        self.project.layersAdded.disconnect(self.refresh)
        self.project.layersRemoved.disconnect(self.refresh)

    # -- what can be chosen -----------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Offer the layers of the project; files that were added and what is ticked stay."""
        ticked = set(self.chosen_repeats())
        files = [
            path for path in self._offered() if path not in self.project.mapLayers() and Path(path).is_file()
        ]
        self.repeats.blockSignals(True)
        self.repeats.clear()
        layers = [layer for layer in self.project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
        entries = [(layer.name(), layer.id()) for layer in sorted(layers, key=QgsMapLayer.name)]
        for text, value in (*entries, *((Path(path).name, path) for path in files)):
            self._offer(text, value, value in ticked)
        self.repeats.blockSignals(False)

    def _offered(self) -> list[str]:
        return [self.repeats.itemData(place) for place in range(self.repeats.count())]

    def _offer(self, text: str, value: str, is_ticked: bool) -> None:
        state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        self.repeats.addItemWithCheckState(text, state, value)

    def _ask_repeats(self) -> None:
        paths = QFileDialog.getOpenFileNames(self, tr("Repeat tables"), "", f"{tr('Tables')} ({_TABLES})")[0]
        for path in paths:
            self.add_repeats(path)

    def _ask_gazetteer(self) -> None:
        path = QFileDialog.getOpenFileName(self, tr("Gazetteer"), "", f"{tr('Tables')} ({_TABLES})")[0]
        if path:
            self.set_gazetteer(path)

    def add_repeats(self, path: str) -> None:
        """Add a file to the repeat tables, ticked."""
        if path in self._offered():
            self.repeats.setItemCheckState(self._offered().index(path), Qt.CheckState.Checked)
        else:
            self._offer(Path(path).name, path, True)
        self.changed.emit()

    def set_gazetteer(self, path: str) -> None:
        """Choose a file as gazetteer: a table, or a JSON list of places, which QGIS opens as no layer."""
        self.gazetteer.setAdditionalItems([path])
        self.gazetteer.setCurrentIndex(self.gazetteer.count() - 1)
        self.changed.emit()

    # -- what was chosen --------------------------------------------------------------------------

    def chosen_repeats(self) -> tuple[str, ...]:
        """Ids of layers and paths of files."""
        return tuple(self.repeats.checkedItemsData())

    def chosen_gazetteer(self) -> str:
        """The id of a layer or the path of a file; '' for none."""
        layer = self.gazetteer.currentLayer()
        if layer is not None:
            return layer.id()
        files = self.gazetteer.additionalItems()
        return self.gazetteer.currentText() if self.gazetteer.currentText() in files else ""

    def problem(self) -> str:
        """What cannot be read, in words; '' when nothing."""
        chosen = (*self.chosen_repeats(), self.chosen_gazetteer())
        gone = [
            path
            for path in chosen
            if path and path not in self.project.mapLayers() and not Path(path).is_file()
        ]
        return tr("There is no file {0}; choose another.").format(gone[0]) if gone else ""
