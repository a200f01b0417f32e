"""How a table writes coordinates, numbers, dates and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QGridLayout, QGroupBox, QLabel, QScrollArea, QWidget

from .quiet_combo import QuietCombo
from .words import tr


class FormatForm(QScrollArea):
    """`changed` says that something else was chosen."""

    changed = pyqtSignal()

    def __init__(
        self, titles: Mapping[str, str], counts: Sequence[str], units: Mapping[str, float], parent=None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        told = (tr("as each value tells"), None)
        self.form = QuietCombo(
            self,
            [
                told,
                (tr("decimal degrees or metres"), "decimal"),
                (tr("degrees, minutes, seconds"), "dms"),
                (tr("both in the geometry column"), "pair"),
                (tr("WKT in the geometry column"), "wkt"),
            ],
        )
        self.order = QuietCombo(
            self,
            [(tr("longitude, latitude"), "lon lat"), (tr("latitude, longitude"), "lat lon")],
        )
        self.crs = QgsProjectionSelectionWidget(self)
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setNotSetText(tr("degrees (EPSG:4326)"))
        self.comma = QuietCombo(self, [told, (tr("comma: 1,5"), True), (tr("point: 1.5"), False)])
        self.dates = QuietCombo(
            self,
            [
                (tr("as the whole column tells"), None),
                (tr("day first: 31/12/2021"), "day first"),
                (tr("month first: 12/31/2021"), "month first"),
            ],
        )
        separators = [
            (tr("none"), None),
            (tr("comma"), ","),
            (tr("semicolon"), ";"),
            (tr("slash"), "/"),
            (tr("blank"), " "),
            (tr("bar"), "|"),
        ]
        self.separators = {name: QuietCombo(self, separators) for name in ("minerals", "services")}
        factors = [(f"{name} (× {factor:g})", name) for name, factor in units.items()]
        self.units = {name: QuietCombo(self, factors) for name in counts}
        self.titles = titles
        self._lay_out()
        combos = (self.form, self.order, self.comma, self.dates)
        for combo in (*combos, *self.separators.values(), *self.units.values()):
            combo.currentIndexChanged.connect(self._changed)
        self.crs.crsChanged.connect(self._changed)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        boxes = (
            (
                tr("Place"),
                [
                    (tr("Coordin&ates are written as"), self.form),
                    (tr("Or&der of a pair"), self.order),
                    (tr("Coordinate s&ystem"), self.crs),
                ],
            ),
            (tr("Dates and numbers"), [(tr("Da&tes"), self.dates), (tr("Deci&mals"), self.comma)]),
            (
                tr("Lists in one column, separated by"),
                [(self.titles["minerals"], self.separators["minerals"])]
                + [(self.titles["services"], self.separators["services"])],
            ),
            (tr("Counted in"), [(self.titles[name], combo) for name, combo in self.units.items()]),
        )
        for number, (title, rows) in enumerate(boxes):
            box = QGroupBox(title, inner)
            form = QFormLayout(box)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            for text, widget in rows:
                label = QLabel(text, box)
                label.setBuddy(widget)
                widget.setAccessibleName(text.replace("&", ""))
                form.addRow(label, widget)
            grid.addWidget(box, number % 2, number // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.setWidget(inner)

    # -- what was entered -------------------------------------------------------------------------

    def show_document(self, document: Mapping[str, Any]) -> None:
        coordinates = document.get("coordinates", {})
        self.blockSignals(True)
        self.form.choose(coordinates.get("form"))
        self.order.choose(coordinates.get("order"))
        crs = coordinates.get("crs")
        self.crs.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
        self.comma.choose(document.get("decimal_comma", coordinates.get("decimal_comma")))
        self.dates.choose(document.get("dates", {}).get("order"))
        for name, combo in self.separators.items():
            combo.choose_or_add(document.get(name, {}).get("separator"))
        for name, combo in self.units.items():
            combo.choose_or_add(document.get("units", {}).get(name, "ones"))
        self.blockSignals(False)
        self._enable()

    def write_into(self, document: dict[str, Any]) -> None:
        """Put the entries of this form into a profile document."""
        coordinates = {
            "crs": self.crs.crs().authid() or None,
            "form": self.form.currentData(),
            "order": self.order.currentData() if self.form.currentData() == "pair" else None,
        }
        _put(document, "coordinates", {key: word for key, word in coordinates.items() if word is not None})
        _put(document, "decimal_comma", self.comma.currentData())
        order = self.dates.currentData()
        dates = {key: value for key, value in document.get("dates", {}).items() if key != "order"}
        _put(document, "dates", {**dates, **({"order": order} if order else {})})
        for name, combo in self.separators.items():
            if name in document:
                document[name].pop("separator", None)
                if combo.currentData():
                    document[name]["separator"] = combo.currentData()
        units = {
            name: combo.currentData()
            for name, combo in self.units.items()
            if combo.currentData() != "ones" and name in document.get("columns", {})
        }
        _put(document, "units", units)

    def _changed(self, *_: object) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.order.setEnabled(self.form.currentData() == "pair")


def _put(document: dict[str, Any], key: str, value: Any) -> None:
    """Set an entry, or leave it out where there is nothing to say."""
    if value is None or value == {}:
        document.pop(key, None)
    else:
        document[key] = value
