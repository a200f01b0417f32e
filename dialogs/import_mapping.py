"""A profile of the user's own, made on screen: columns, words and how things are written."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from .import_column_table import ColumnTable
from .import_format_form import FormatForm
from .import_value_table import ValueTable
from .words import tr, user_language

if TYPE_CHECKING:
    import pandas as pd

    from ..core.importing.mapping_places import CodedWord
    from ..core.importing.profile import Profile
    from ..core.vocabulary import Vocabulary


def place_titles() -> dict[str, str]:
    """What the places of core.importing.mapping_places are called on screen."""
    titles = {
        "pcode": tr("Site key (pcode) – needed"),
        "name": tr("Site name"),
        "admin1": tr("Province"),
        "admin2": tr("Territory"),
        "admin3": tr("Chiefdom or sector"),
        "admin4": tr("Grouping"),
        "village": tr("Village"),
        "visit_date": tr("Date of visit"),
        "project": tr("Project"),
        "source": tr("Source"),
        "on_site": tr("Team reached the site"),
        "not_visited_reason": tr("Why not reached"),
        "vid": tr("Row number"),
        "comment": tr("Comment"),
        "longitude": tr("Longitude or easting"),
        "latitude": tr("Latitude or northing"),
        "geometry": tr("Geometry, or both coordinates"),
        "location_origin": tr("How located"),
        "minerals": tr("Minerals"),
        "workers": tr("Miners"),
        "children": tr("Children under 15 work"),
        "children_number": tr("Number of children"),
        "children_work": tr("Children's work"),
        "women": tr("Women work"),
        "women_number": tr("Number of women"),
        "women_work": tr("Women's work"),
        "mercury": tr("Mercury used"),
        "is_3t": tr("3T site"),
        "is_gold": tr("Gold site"),
        "access_dry": tr("Access, dry season"),
        "access_wet": tr("Access, wet season"),
        "mechanisation": tr("Mechanisation"),
        "injured": tr("People injured"),
        "dead": tr("People killed"),
        "presence": tr("Armed presence"),
        "interference": tr("Armed interference"),
        "actors": tr("Class of actor"),
        "actors.name": tr("Actor: name"),
        "actors.type": tr("Actor: class"),
        "actors.type_set": tr("Classes of all actors"),
        "frequency": tr("Frequency of actor"),
        "actors.frequency": tr("Actor: frequency"),
        "services": tr("State services"),
        "traceability": tr("Traceability"),
        "traceability_programme": tr("Traceability programme"),
        "qualification": tr("Qualification"),
    }
    behaviours = {
        "taxation": tr("taxation"),
        "commerce_taxation": tr("taxation of trade"),
        "entrance_taxation": tr("taxation at the entrance"),
        "monopoly": tr("monopoly"),
        "buying_minerals": tr("buying minerals"),
        "digging": tr("digging"),
        "forced_labour": tr("forced labour"),
        "pillaging": tr("pillaging"),
        "pit_ownership": tr("pit ownership"),
    }
    for name, text in behaviours.items():
        titles[name] = titles[f"actors.{name}"] = tr("Actor: {0}").format(text)
    for name, count in (("minerals", 3), ("services", 4)):
        for number in range(1, count + 1):
            titles[f"{name}.{number}"] = f"{titles[name]} {number}"
    return titles


class MappingEditor(QTabWidget):
    """Shows and changes a profile document; `changed` says that it reads otherwise."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = place_titles()
        self.header: list[str] = []
        self._document: dict[str, Any] = {}
        self.columns = ColumnTable(self.titles, self)
        self.values = ValueTable(self.titles, self)
        self.format: FormatForm | None = None
        self.addTab(self.columns, tr("&Columns"))
        self.addTab(self.values, tr("&Words"))
        self.columns.changed.connect(self.changed)
        self.values.changed.connect(self.changed)
        self.setAccessibleName(tr("Mapping"))

    def set_table(self, frame: pd.DataFrame) -> None:
        """Offer the columns of a table."""
        from ..core.importing.mapping_places import GROUPS, column_examples, slot_patterns
        from ..core.importing.table_entries import CONSTANTS, COUNTS, UNITS

        header = self.header = list(frame.columns)
        titles = {
            "site": tr("Site"),
            "visit": tr("Visit"),
            "place": tr("Place"),
            "answers": tr("Answers"),
            "actors": tr("Armed and state actors"),
            "lists": tr("State services, programmes, status"),
        }
        groups = {titles[name]: places for name, places in GROUPS.items()}
        self.columns.fill(groups, header, CONSTANTS, column_examples(frame), slot_patterns(header))
        if self.format is None:
            self.format = FormatForm(self.titles, COUNTS, UNITS, self)
            self.format.changed.connect(self.changed)
            self.addTab(self.format, tr("&Formats"))

    def show_document(self, document: dict[str, Any], reasons: dict[tuple[str, str], str]) -> None:
        """Show a profile document. reasons: why a column is suggested for a place."""
        from ..core.importing.mapping_places import assigned

        self._document = copy.deepcopy(document)
        self.columns.show_document(
            assigned(document),
            {
                **document.get("constants", {}),
                **({"project": document["project"]} if document.get("project") else {}),
            },
            document.get("site_key_from", []),
            reasons,
        )
        self.values.recode = copy.deepcopy(document.get("recode", {}))
        self.format.show_document(document)

    def document(self) -> dict[str, Any]:
        """The profile document as it stands on screen, with all entries that are not on screen."""
        from ..core.importing.mapping_places import with_assigned

        document = with_assigned(self._document, self.columns.columns(), self.columns.slots())
        document.pop("project", None)
        key_parts = self.columns.site_key_from()
        for key, value in (
            ("constants", self.columns.constants()),
            ("site_key_from", key_parts),
            ("recode", copy.deepcopy(self.values.recode)),
        ):
            document.pop(key, None)
            if value:
                document[key] = value
        self.format.write_into(document)
        return document

    def unused(self, header: Sequence[str]) -> list[str]:
        """Columns of the table that the mapping does not read."""
        document = self.document()
        used = {*document.get("comment", []), *document.get("ignored", [])}
        for name in ("minerals", "services"):
            used |= set(document.get(name, {}).get("columns", []))
        for column in self.columns.columns().values():
            used |= {column.replace("{slot}", str(slot)) for slot in range(1, self.columns.slots() + 1)}
        return [name for name in header if name not in used]

    def problem(self) -> str:
        """What lacks, in words; '' when nothing does."""
        columns, constants = self.columns.columns(), self.columns.constants()
        if "pcode" not in columns and not self.columns.site_key_from():
            return tr("Say which column is the site key, or choose 'made of other columns' and of which.")
        lonely = [place for place in columns if place.startswith("actors.") and place != "actors.name"]
        if lonely and "actors.name" not in columns:
            return tr("Say which column names the actor; {0} belongs to it.").format(columns[lonely[0]])
        if ("longitude" in columns) != ("latitude" in columns):
            return tr("Give both longitude and latitude, or neither.")
        empty = [place for place in self.columns.unsaid_constants() if place not in constants]
        if empty:
            return tr("Write what is the same for all rows: {0}.").format(self.titles[empty[0]])
        return ""

    def show_words(
        self,
        words: Mapping[str, Sequence[CodedWord]],
        profile: Profile,
        vocabularies: Mapping[str, Vocabulary],
    ) -> None:
        """Show what the words of the coded columns are read as."""
        from ..core.importing.table_entries import RECODED

        codes = {
            target: [
                (label, code)
                for code, label in vocabularies[profile.vocabularies[kind]].labels(user_language()).items()
            ]
            for target, kind in RECODED.items()
        }
        self.values.show_words(words, codes)
        unknown = self.values.n_unknown()
        self.setTabText(1, tr("&Words ({0} unknown)").format(unknown) if unknown else tr("&Words"))
