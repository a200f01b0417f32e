"""First page of the import wizard: what is read, and where it is written."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from .import_choices import OUTPUTS, ImportChoices, tables_of
from .import_more_sources import MoreSources
from .layer_guesses import SHEET_LAYER
from .words import plain_label, show_sentence, tr

SETTINGS = "asm_atlas/import"
SUFFIXES = "csv tsv txt xlsx xls ods gpkg geojson json shp zip dbf"


class SourcePage(QWizardPage):
    """Collects ImportChoices; complete when the source opens and the output can be written."""

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.problem = ""
        self._blocked = ""
        self._tried = ("", False)
        self._suggested = ""
        self.setTitle(tr("What to import"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        project.layersWillBeRemoved.connect(self._layers_will_be_removed)
        self._file_changed()

    # -- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        filters = QgsMapLayerProxyModel.Filter
        self.from_file = QRadioButton(tr("&File"), self)
        self.from_layer = QRadioButton(tr("&Layer of the project"), self)
        self.file = self._file_widget(tr("Choose a table of visits"), QgsFileWidget.StorageMode.GetFile)
        suffixes = " ".join(f"*.{suffix}" for suffix in SUFFIXES.split())
        self.file.setFilter(f"{tr('Tables and layers')} ({suffixes});;{tr('All files')} (*)")
        self.table = QComboBox(self)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.layer = self._layer_combo(filters.VectorLayer)
        self.known = self._layer_combo(filters.VectorLayer)
        self.known.setToolTip(
            tr("Sites of an earlier import; they place sites without a location, by pcode or by name.")
        )
        self.admin = self._layer_combo(filters.PolygonLayer)
        self.admin.setToolTip(tr("Provinces or territories; locations outside their own are findings."))
        self.form = self._file_widget(tr("Survey form (XLSForm)"), QgsFileWidget.StorageMode.GetFile)
        self.form.lineEdit().setPlaceholderText(tr("none"))
        self.form.setFilter("XLSForm (*.xlsx *.xls *.ods *.csv)")
        self.form.setToolTip(
            tr("The form of a survey made with KoboToolbox or ODK; it gives names and labels.")
        )
        self.repair = QCheckBox(tr("&Repair doubtful locations; each repair is a finding"), self)
        self.more = MoreSources(self.project, self)
        self.to_geopackage = QRadioButton(tr("&GeoPackage"), self)
        self.to_memory = QRadioButton(tr("&Temporary layers, gone when QGIS closes"), self)
        self.geopackage = self._file_widget(tr("Write to"), QgsFileWidget.StorageMode.SaveFile)
        self.geopackage.setFilter("GeoPackage (*.gpkg)")
        self.geopackage.setConfirmOverwrite(False)  # asked in the page
        self.replace = QCheckBox(self)
        self.replace.setToolTip(
            tr("Tables replaced: {0}. To take in a newer release, use 'Update an atlas'.").format(
                ", ".join(OUTPUTS.values())
            )
        )
        self.note = plain_label(self)
        self.note.setAccessibleName(tr("What is still needed"))
        self.kinds, self.sinks = QButtonGroup(self), QButtonGroup(self)
        for group, buttons in (
            (self.kinds, (self.from_file, self.from_layer)),
            (self.sinks, (self.to_geopackage, self.to_memory)),
        ):
            for button in buttons:
                group.addButton(button)
            buttons[0].setChecked(True)

    def _file_widget(self, title: str, mode: QgsFileWidget.StorageMode) -> QgsFileWidget:
        widget = QgsFileWidget(self)
        widget.setDialogTitle(title)
        widget.setStorageMode(mode)
        widget.setFocusProxy(widget.lineEdit())
        widget.lineEdit().setAccessibleName(title)
        return widget

    def _layer_combo(self, kind: QgsMapLayerProxyModel.Filter) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setFilters(kind)
        combo.setAllowEmptyLayer(True, tr("none"))
        combo.setCurrentIndex(0)
        combo.setExceptedLayerList(
            [layer for layer in self.project.mapLayers().values() if layer.customProperty(SHEET_LAYER)]
        )
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return combo

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        firsts: list[QWidget] = []
        column.addWidget(
            plain_label(
                self,
                tr(
                    "Choose a table of visits to mine sites, or drop a file on this window. "
                    "Nothing is written before the last page."
                ),
            )
        )
        for title, rows in (
            (
                tr("Visits"),
                [
                    (self.from_file, self.file),
                    (tr("T&able in the file"), self.table),
                    (self.from_layer, self.layer),
                ],
            ),
            (
                tr("If you have them"),
                [
                    (tr("&Known sites"), self.known),
                    (tr("Administrative &units"), self.admin),
                    (tr("Survey f&orm"), self.form),
                    ("", self.repair),
                ],
            ),
            (tr("Write to"), [(self.to_geopackage, self.geopackage), ("", self.replace), (self.to_memory,)]),
        ):
            box = QGroupBox(title, self)
            form = QFormLayout(box)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            for row in rows:
                form.addRow(*row)
                if len(row) == 2:
                    firsts.append(form.labelForField(row[1]))
                if len(row) == 2 and isinstance(row[0], str) and row[0]:
                    row[1].setAccessibleName(row[0].replace("&", ""))
            column.addWidget(box)
            if row[-1] is self.repair:
                column.addWidget(self.more)
        firsts += self.more.labels
        self.layer.setAccessibleName(tr("Layer of the project"))
        width = max(first.sizeHint().width() for first in firsts if first is not None)
        for first in firsts:
            if first is not None:
                first.setMinimumWidth(width)  # one edge of fields through all groups
        column.addStretch(1)
        scroll = QScrollArea(self)  # large letters need more than a small screen has
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumWidth(
            inner.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        )
        page.addWidget(scroll, 1)
        page.addWidget(self.note)
        order = (
            *(self.from_file, self.file.lineEdit(), self.table, self.from_layer, self.layer),
            *(self.known, self.admin, self.form.lineEdit(), self.repair),
            *(self.more, self.more.repeats, self.more.gazetteer),
            *(self.to_geopackage, self.geopackage.lineEdit(), self.replace, self.to_memory),
        )
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.file.fileChanged.connect(self._file_changed)
        self.layer.layerChanged.connect(self._layer_chosen)
        self.geopackage.fileChanged.connect(self._check)
        self.form.fileChanged.connect(self._check)
        self.table.currentIndexChanged.connect(self._check)
        self.more.changed.connect(self._check)
        for button in (*self.kinds.buttons(), *self.sinks.buttons(), self.replace):
            button.toggled.connect(self._check)

    def release(self) -> None:
        """Let go of the project."""
        self.project.layersWillBeRemoved.disconnect(self._layers_will_be_removed)
        self.more.release()

    # -- what changes -----------------------------------------------------------------------------

    def block(self, sentence: str) -> None:
        """Say why nothing can be imported at all."""
        self._blocked = sentence
        self._check()

    def set_file(self, path: str) -> None:
        """Choose a file, as a drop on the window does."""
        self.from_file.setChecked(True)
        self.file.setFilePath(path)

    def set_layer(self, layer: QgsVectorLayer) -> None:
        """Choose a layer of the project."""
        self.layer.setLayer(layer)

    def _layer_chosen(self, layer: QgsVectorLayer | None) -> None:
        if layer is not None:
            self.from_layer.setChecked(True)
        self._suggest_output()
        self._check()

    def _file_changed(self, *_: object) -> None:
        path = self.file.filePath().strip()
        self._tried = ("", False)
        self.table.blockSignals(True)
        self.table.clear()
        if path and Path(path).is_file():
            self.from_file.setChecked(True)
            for name, address in tables_of(path):
                self.table.addItem(name, address)
        self.table.blockSignals(False)
        self.table.setEnabled(self.table.count() > 1)
        self._suggest_output()
        self._check()

    def _suggest_output(self) -> None:
        """A GeoPackage beside the project, else beside the file, unless the user has chosen one."""
        given = self.geopackage.filePath()
        if given and given != self._suggested:
            return
        path = self.file.filePath().strip()
        folder = self.project.homePath() or (str(Path(path).parent) if Path(path).is_file() else "")
        folder = folder or QgsSettings().value(f"{SETTINGS}/folder", str(Path.home()), type=str)
        self._suggested = str(Path(folder) / "atlas.gpkg")
        self.geopackage.setFilePath(self._suggested)

    def _layers_will_be_removed(self, layer_ids: list[str]) -> None:
        # The combo boxes would pass to the layer next in their list.
        for combo in (self.layer, self.known, self.admin, self.more.gazetteer):
            layer = combo.currentLayer()
            if layer is not None and layer.id() in layer_ids:
                combo.setCurrentIndex(0)

    def _check(self, *_: object) -> None:
        existing = self.to_geopackage.isChecked() and self._output().is_file()
        self.replace.setVisible(existing)
        self.replace.setText(
            tr("Re&place the atlas tables in {0}; its other tables stay").format(
                self._output().name.replace("&", "&&")
            )
        )
        self.problem = (
            self._blocked
            or self._source_problem()
            or self._form_problem()
            or self.more.problem()
            or self._output_problem()
        )
        show_sentence(self.note, self.problem or (self._hint() if existing else ""))
        self.completeChanged.emit()

    def _hint(self) -> str:
        """What follows for the project when tables are replaced."""
        path = self._output().resolve()
        shown = [
            layer.name()
            for layer in self.project.mapLayers().values()
            if layer.providerType() == "ogr" and Path(layer.source().split("|")[0]).resolve() == path
        ]
        if not shown:
            return ""
        return tr("Layers of the project that show {0} will show what is imported now: {1}.").format(
            path.name, ", ".join(shown)
        )

    # -- what was entered -------------------------------------------------------------------------

    def _output(self) -> Path:
        path = Path(self.geopackage.filePath().strip() or "atlas.gpkg")
        return path if path.suffix.lower() == ".gpkg" or not path.name else Path(f"{path}.gpkg")

    def _source_problem(self) -> str:
        if self.from_layer.isChecked():
            layer = self.layer.currentLayer()
            if layer is None:
                return tr("Choose a layer of the project, or a file.")
            return "" if layer.isValid() else tr("The layer {0} cannot be read.").format(layer.name())
        path = self.file.filePath().strip()
        if not path:
            return tr("Choose a file, or a layer of the project.")
        if not Path(path).is_file():
            return tr("There is no file {0}; check the path.").format(path)
        if not self.table.count():
            return tr("{0} holds no table that QGIS can read; choose another file.").format(Path(path).name)
        if not self._opens(self.table.currentData()):
            return tr("The table {0} cannot be read; choose another.").format(self.table.currentText())
        return ""

    def _opens(self, address: str) -> bool:
        """Whether QGIS reads a table; asked once while other fields are typed in."""
        if address != self._tried[0]:
            opened = QgsVectorLayer(address, "", "ogr")
            self._tried = (address, opened.isValid() and opened.fields().count() > 0)
        return self._tried[1]

    def _form_problem(self) -> str:
        form = self.form.filePath().strip()
        is_there = not form or Path(form).is_file()
        return "" if is_there else tr("There is no form {0}; check the path.").format(form)

    def _output_problem(self) -> str:
        if self.to_memory.isChecked():
            return ""
        given = self.geopackage.filePath().strip()
        path = self._output()
        if not given or path.is_dir():
            return tr("Choose a GeoPackage to write to.")
        if not path.parent.is_dir():
            return tr("The folder of {0} does not exist; choose another.").format(path.name)
        if path.is_file() and self._is_source(path):
            return tr("{0} is what is read; write to another file.").format(path.name)
        if path.is_file() and not self.replace.isChecked():
            return tr("{0} is there already: allow to replace its tables, or write to another file.").format(
                path.name
            )
        return ""

    def _is_source(self, path: Path) -> bool:
        if self.from_file.isChecked():
            return Path(self.file.filePath().strip()).resolve() == path.resolve()
        layer = self.layer.currentLayer()
        return layer is not None and Path(layer.source().split("|")[0]).resolve() == path.resolve()

    def isComplete(self) -> bool:  # noqa: N802
        return not self.problem

    def choices(self) -> ImportChoices:
        known, admin = self.known.currentLayer(), self.admin.currentLayer()
        if self.from_layer.isChecked():
            source, name = self.layer.currentLayer().id(), self.layer.currentLayer().name()
        else:
            source = self.table.currentData()
            name = Path(self.file.filePath().strip()).stem
            name = f"{name}, {self.table.currentText()}" if self.table.count() > 1 else name
        return ImportChoices(
            source=source,
            name=name,
            known=known.id() if known is not None else "",
            admin=admin.id() if admin is not None else "",
            form=self.form.filePath().strip(),
            repeats=self.more.chosen_repeats(),
            gazetteer=self.more.chosen_gazetteer(),
            repair=self.repair.isChecked(),
            geopackage=self._output() if self.to_geopackage.isChecked() else None,
        )

    def remember(self) -> None:
        """Keep the folder for the next time."""
        if self.to_geopackage.isChecked():
            QgsSettings().setValue(f"{SETTINGS}/folder", str(self._output().parent))
