"""What printing one sheet and printing a series share: layers, looks and how files are written."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..cartography.export_presets import ExportOptions, export_options, preset_ids
from ..cartography.recipe import ORIENTATIONS, PAPERS
from ..cartography.sheet_layers import ROLE_GEOMETRY, SheetLayers
from ..cartography.sheet_request import AUTO
from ..cartography.theme import colourings
from .algorithm import AsmAlgorithm, plugin_version

_POINT = [QgsProcessing.SourceType.TypeVectorPoint]
_SITE = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
_LINE = [QgsProcessing.SourceType.TypeVectorLine]
POLYGON = [QgsProcessing.SourceType.TypeVectorPolygon]
_ANY = [QgsProcessing.SourceType.TypeVector]


class SheetAlgorithm(AsmAlgorithm):
    """Base of the algorithms that print sheets; they build layouts in projects of their own."""

    GROUP = "maps"
    SITES, SCORES, PROVINCES, TERRITORIES = "SITES", "SCORES", "PROVINCES", "TERRITORIES"
    AREAS, TITLES, LAKES, RIVERS, ROADS, TOWNS = "AREAS", "TITLES", "LAKES", "RIVERS", "ROADS", "TOWNS"
    AREA_BANDS, LARGEST = "AREA_BANDS", "LARGEST"
    VISITS, COMPARISON, CLUSTERS, CHOROPLETH = "VISITS", "COMPARISON", "CLUSTERS", "CHOROPLETH"
    NAME_FIELD, RECIPE_FILE, PAPER, ORIENTATION = "NAME_FIELD", "RECIPE_FILE", "PAPER", "ORIENTATION"
    THEME, CREDITS, ADDRESS, LOGO = "THEME", "CREDITS", "ADDRESS", "LOGO"
    ORGANISATION, DISCLAIMER, LICENCE, FONT = "ORGANISATION", "DISCLAIMER", "LICENCE", "FONT"
    HAND_CHANGES, REPORT, REPORT_JSON = "HAND_CHANGES", "REPORT", "REPORT_JSON"
    PRESET, DPI, PDF_LAYERS, GEOREFERENCE = "PRESET", "DPI", "PDF_LAYERS", "GEOREFERENCE"
    _LAYERS = (
        ("sites", SITES, _SITE),
        ("scores", SCORES, _ANY),
        ("provinces", PROVINCES, POLYGON),
        ("territories", TERRITORIES, POLYGON),
        ("areas", AREAS, POLYGON),
        ("area_bands", AREA_BANDS, POLYGON),
        ("largest", LARGEST, _ANY),
        ("titles", TITLES, POLYGON),
        ("lakes", LAKES, POLYGON),
        ("rivers", RIVERS, _LINE),
        ("roads", ROADS, _LINE),
        ("towns", TOWNS, _POINT),
        ("visits", VISITS, _ANY),
        ("comparison", COMPARISON, _POINT),
        ("clusters", CLUSTERS, _POINT + POLYGON),
        ("choropleth", CHOROPLETH, POLYGON),
    )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def add_layers(self) -> None:
        words = {
            self.SITES: (
                self.tr("Sites"),
                self.tr(
                    "The sites made by 'Import mine-site visits'; for the recipe protected_area those made by "
                    "'Set sites against protected areas'. A site that is an area is drawn at a point on it."
                ),
            ),
            self.SCORES: (
                self.tr("Scores"),
                self.tr("The output of 'Scorecard'; adds the levels of the sheet's sites as bars."),
            ),
            self.PROVINCES: (
                self.tr("Provinces"),
                self.tr("Polygons with a name; one of them is the area to print."),
            ),
            self.TERRITORIES: (
                self.tr("Territories"),
                self.tr("Polygons with a name, drawn as dashed outlines."),
            ),
            self.AREAS: (
                self.tr("Protected areas"),
                self.tr(
                    "Polygons of protected areas; those of 'Set sites against protected areas' are drawn by "
                    "IUCN category. With the recipe protected_area one of them is the area to print."
                ),
            ),
            self.AREA_BANDS: (
                self.tr("Bands round areas"),
                self.tr("The output of 'Draw distance bands round areas'."),
            ),
            self.LARGEST: (
                self.tr("Largest overlaps"),
                self.tr(
                    "That output of 'Set sites against protected areas'; a table on sheets of the recipe "
                    "protected_area. On a sheet of one area, those of them in that area."
                ),
            ),
            self.TITLES: (
                self.tr("Mining titles"),
                self.tr("Polygons of titles with a field of types (PE, PR ...)."),
            ),
            self.LAKES: (self.tr("Lakes"), self.tr("Polygons of water.")),
            self.RIVERS: (self.tr("Rivers"), self.tr("Lines of rivers.")),
            self.ROADS: (self.tr("Roads"), self.tr("Lines of roads.")),
            self.TOWNS: (self.tr("Towns"), self.tr("Points of towns with a name.")),
            self.VISITS: (
                self.tr("Visits"),
                self.tr("The visits made by 'Import mine-site visits'; for the history of a site."),
            ),
            self.COMPARISON: (
                self.tr("Comparison"),
                self.tr("The output of 'Compare two indicators'; for the recipe comparison."),
            ),
            self.CLUSTERS: (
                self.tr("Clusters"),
                self.tr("The output of an algorithm of the group Clusters; for the recipe clusters."),
            ),
            self.CHOROPLETH: (
                self.tr("Summary by area"),
                self.tr("The polygons made by 'Key figures of the scorecard'; for the recipe territories."),
            ),
        }
        for _, key, types in self._LAYERS:
            text, help_text = words[key]
            layer = QgsProcessingParameterVectorLayer(key, text, types, optional=key != self.SITES)
            self.add(layer, help_text)
        self.add(
            QgsProcessingParameterString(self.NAME_FIELD, self.tr("Field of province names"), optional=True),
            self.tr("Needed only where the name of the field is not one of the usual ones."),
            advanced=True,
        )

    def add_looks(self) -> None:
        """What the sheets of a series share."""
        self.add(
            QgsProcessingParameterFile(
                self.RECIPE_FILE, self.tr("Recipe of your own"), optional=True, extension="json"
            ),
            self.tr("A JSON file; it takes the place of the recipe above. See resources/sheets/README.md."),
            advanced=True,
        )
        self.add_choice(
            self.PAPER,
            self.tr("Paper"),
            [AUTO, *PAPERS],
            self.tr("Size of the sheet, ISO A series; auto takes the paper that the recipe is made for."),
        )
        self.add_choice(
            self.ORIENTATION,
            self.tr("Orientation"),
            [AUTO, *ORIENTATIONS],
            self.tr("auto takes the one whose map frame is nearest in shape to the area."),
        )
        self.add_choice(
            self.THEME,
            self.tr("Theme"),
            colourings(),
            self.tr("mine_glyph_safe is for colour-blind readers."),
        )
        self.add(
            QgsProcessingParameterString(self.CREDITS, self.tr("Credits"), optional=True),
            self.tr("A sentence for the margin: makers, donors, contact."),
        )
        self.add(
            QgsProcessingParameterString(self.ADDRESS, self.tr("Address"), optional=True),
            self.tr("Where the latest version is found; printed in letters and, with segno, as a QR code."),
        )
        self.add(
            QgsProcessingParameterFile(self.LOGO, self.tr("Logo"), optional=True),
            self.tr("Picture (SVG or PNG) for the upper right corner."),
        )
        for key, text, help_text in (
            (self.ORGANISATION, self.tr("Organisation"), self.tr("Name and address for the margin.")),
            (
                self.DISCLAIMER,
                self.tr("Disclaimer"),
                self.tr("Takes the place of the one on boundaries and names."),
            ),
            (self.LICENCE, self.tr("Licence"), self.tr("Under which the sheet is given out.")),
            (self.FONT, self.tr("Font"), self.tr("A font of this machine; empty: the plugin's own.")),
        ):
            parameter = QgsProcessingParameterString(key, text, optional=True)
            self.add(parameter, help_text, advanced=True)
        self.add(
            QgsProcessingParameterString(self.HAND_CHANGES, self.tr("Changes by hand"), optional=True),
            self.tr("JSON, as the sheet designer keeps it; made again on the sheets that they are of."),
            advanced=True,
        )

    def add_export(self) -> None:
        """How files are written."""
        self.add_choice(
            self.PRESET,
            self.tr("Made for"),
            preset_ids(),
            self.tr("press: 300 dpi, pictures without loss; office: 200 dpi; screen: 150 dpi."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.DPI,
                self.tr("Resolution (dpi)"),
                QgsProcessingParameterNumber.Type.Integer,
                None,
                optional=True,
                minValue=50,
                maxValue=600,
            ),
            self.tr("Empty: that of what the sheet is made for. Names are placed for it, in the PDF too."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.PDF_LAYERS, self.tr("Layers in the PDF"), defaultValue=False),
            self.tr("Readers can switch layers of the maps on and off; the file is larger."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.GEOREFERENCE, self.tr("Georeference in the PDF"), defaultValue=True
            ),
            self.tr("The PDF knows where it lies; QGIS and some readers show coordinates."),
            advanced=True,
        )

    def sheet_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SheetLayers:
        """The layers given."""
        keys = {role: key for role, key, _ in self._LAYERS}
        return SheetLayers(**self.given_layers(keys, ROLE_GEOMETRY, parameters, context))

    def looks(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """What all sheets of a run share, by field of SheetRequest."""
        return {
            "name_field": self.parameterAsString(parameters, self.NAME_FIELD, context),
            "recipe_file": self.parameterAsFile(parameters, self.RECIPE_FILE, context),
            "paper": self.parameterAsEnumString(parameters, self.PAPER, context),
            "orientation": self.parameterAsEnumString(parameters, self.ORIENTATION, context),
            "theme": self.parameterAsEnumString(parameters, self.THEME, context),
            "credits": self.parameterAsString(parameters, self.CREDITS, context),
            "logo": self.parameterAsString(parameters, self.LOGO, context),
            "address": self.parameterAsString(parameters, self.ADDRESS, context),
            "dpi": self.export_options(parameters, context).dpi,
            "organisation": self.parameterAsString(parameters, self.ORGANISATION, context),
            "disclaimer": self.parameterAsString(parameters, self.DISCLAIMER, context),
            "licence": self.parameterAsString(parameters, self.LICENCE, context),
            "hand_changes": self.parameterAsString(parameters, self.HAND_CHANGES, context),
            "font": self.parameterAsString(parameters, self.FONT, context),
            "plugin_version": plugin_version(),
        }

    def export_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ExportOptions:
        """How files are written."""
        return export_options(
            self.parameterAsEnumString(parameters, self.PRESET, context),
            self.parameterAsInt(parameters, self.DPI, context) if parameters.get(self.DPI) else None,
            self.parameterAsBoolean(parameters, self.PDF_LAYERS, context),
            self.parameterAsBoolean(parameters, self.GEOREFERENCE, context),
        )
