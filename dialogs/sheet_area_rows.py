"""What a sheet is about: the field of names and the area of a layer, or the site, to choose from."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import QObject, QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ..cartography.recipe import Recipe
from ..cartography.sheet_layers import area_names, find_field, folded, plain_text
from .quiet_combo import QuietCombo
from .sheet_layer_rows import role_words
from .words import tr


class AreaRows(QObject):
    """Two lists and a label for the form. changed: another area, or another field of names, was chosen."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._must_name, self._is_of_sites = False, False
        self.label = QLabel(parent)
        self.area = QuietCombo(parent)
        self.area.setEditable(False)
        self.name_field = QgsFieldComboBox(parent)
        self.name_field.setSizeAdjustPolicy(self.area.sizeAdjustPolicy())
        self.name_field.setMinimumContentsLength(9)
        self.name_field.setSizePolicy(self.area.sizePolicy())
        self.name_field.setToolTip(tr("The field with the names of the areas."))
        self.name_field.fieldChanged.connect(lambda _: self._names_changed())
        self.area.currentIndexChanged.connect(lambda _: self.changed.emit())

    def follow(self, recipe: Recipe, layer: QgsVectorLayer | None, anew: bool) -> None:
        """Offer what a layer holds for a recipe; nothing changes where both are the same."""
        if not anew and layer == self.name_field.layer() and layer is not None:
            return
        role = recipe.ground["role"]
        self._must_name, self._is_of_sites = recipe.ground["must_name"], role == "sites"
        with QSignalBlocker(self.name_field):
            self.name_field.setLayer(layer)
            if layer is not None:
                usual = ["name"] if self._is_of_sites else recipe.name_fields(role)
                self.name_field.setField(find_field(layer, usual))
        self.name_field.setEnabled(layer is not None and not self._is_of_sites)
        words = tr("S&ite") if self._is_of_sites else tr("&Area to print")
        self.label.setText(words)
        self.area.setAccessibleName(words.replace("&", ""))
        self.area.setToolTip(tr("From the layer of {0}.").format(role_words(role).replace("&", "")))
        self._fill()

    def offered(self) -> list[str]:
        """All areas (pcodes for one site) to choose from."""
        values = [self.area.itemData(place) for place in range(self.area.count())]
        return [value for value in values if value]

    def _names_changed(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        layer, name_field = self.name_field.layer(), self.name_field.currentField()
        entries: list[tuple[str, str]] = []
        if self._is_of_sites:
            entries = _sites_by_name(layer) if layer is not None else []
        elif layer is not None and name_field:
            entries = [(name, name) for name in area_names(layer, name_field)]
        if not self._must_name:
            entries.insert(0, (tr("All sites"), ""))
        wanted = folded(self.area.currentData() or "")
        values = [folded(value) for _, value in entries]
        with QSignalBlocker(self.area):
            self.area.clear()
            for text, value in entries:
                self.area.addItem(text, value)
            self.area.setCurrentIndex(values.index(wanted) if wanted in values else 0)


def _sites_by_name(layer: QgsVectorLayer) -> list[tuple[str, str]]:
    """Name with pcode, and pcode, of the sites of a layer, by name; none where it lacks either field."""
    if any(layer.fields().lookupField(name) < 0 for name in ("name", "pcode")):
        return []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["name", "pcode"], layer.fields())
    rows = [(plain_text(site["name"]), plain_text(site["pcode"])) for site in layer.getFeatures(request)]
    return [(f"{name} ({pcode})", pcode) for name, pcode in sorted(rows) if pcode]
