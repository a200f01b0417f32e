"""asm:printsheet: one province, or all sites, as a printed map sheet."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..cartography.export_presets import ExportOptions, export_options, preset_ids
from ..cartography.recipe import LANGUAGES, ORIENTATIONS, PAPERS, recipe_ids
from ..cartography.sheet_layers import ROLE_GEOMETRY, SheetLayers
from ..cartography.sheet_request import AUTO, SheetRequest
from ..cartography.theme import colourings
from .algorithm import AsmAlgorithm, plugin_version, progress_steps

_POINT = [QgsProcessing.SourceType.TypeVectorPoint]
_SITE = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
_LINE = [QgsProcessing.SourceType.TypeVectorLine]
_POLYGON = [QgsProcessing.SourceType.TypeVectorPolygon]
_ANY = [QgsProcessing.SourceType.TypeVector]


class PrintSheet(AsmAlgorithm):
    """Builds the layout in a project of its own and exports it; the user's project is not touched."""

    GROUP = "maps"
    SITES, SCORES, PROVINCES, TERRITORIES = "SITES", "SCORES", "PROVINCES", "TERRITORIES"
    AREAS, TITLES, LAKES, RIVERS, ROADS, TOWNS = "AREAS", "TITLES", "LAKES", "RIVERS", "ROADS", "TOWNS"
    AREA_BANDS, LARGEST = "AREA_BANDS", "LARGEST"
    VISITS, COMPARISON, CLUSTERS, CHOROPLETH = "VISITS", "COMPARISON", "CLUSTERS", "CHOROPLETH"
    PCODE = "PCODE"
    AREA, NAME_FIELD, RECIPE, PAPER, ORIENTATION = "AREA", "NAME_FIELD", "RECIPE", "PAPER", "ORIENTATION"
    THEME, LANGUAGE, TITLE, SUBTITLE, CREDITS = "THEME", "LANGUAGE", "TITLE", "SUBTITLE", "CREDITS"
    RECIPE_FILE = "RECIPE_FILE"
    ORGANISATION, DISCLAIMER, LICENCE, FONT = "ORGANISATION", "DISCLAIMER", "LICENCE", "FONT"
    HAND_CHANGES = "HAND_CHANGES"
    LOGO, MAP_ID, VERSION = "LOGO", "MAP_ID", "VERSION"
    PRESET, DPI, PDF_LAYERS, GEOREFERENCE = "PRESET", "DPI", "PDF_LAYERS", "GEOREFERENCE"
    PDF, PNG, SVG, PACKAGE = "PDF", "PNG", "SVG", "PACKAGE"
    REPORT, REPORT_JSON, ADDRESS = "REPORT", "REPORT_JSON", "ADDRESS"
    N_SITES, N_LABELLED, N_UNLABELLED, SCALE = "N_SITES", "N_LABELLED", "N_UNLABELLED", "SCALE"
    _LAYERS = (
        ("sites", SITES, _SITE),
        ("scores", SCORES, _ANY),
        ("provinces", PROVINCES, _POLYGON),
        ("territories", TERRITORIES, _POLYGON),
        ("areas", AREAS, _POLYGON),
        ("area_bands", AREA_BANDS, _POLYGON),
        ("largest", LARGEST, _ANY),
        ("titles", TITLES, _POLYGON),
        ("lakes", LAKES, _POLYGON),
        ("rivers", RIVERS, _LINE),
        ("roads", ROADS, _LINE),
        ("towns", TOWNS, _POINT),
        ("visits", VISITS, _ANY),
        ("comparison", COMPARISON, _POINT),
        ("clusters", CLUSTERS, _POINT),
        ("choropleth", CHOROPLETH, _POLYGON),
    )

    def name(self) -> str:
        return "printsheet"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Print a mine-site sheet")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes a large-format map of one province (or of all sites): minerals by colour, number of "
            "miners by size, qualification status by ring and letter, armed presence by sign. The legend, scale, "
            "graticule, sources, licences, caveats and imprint are made from the layers and their metadata. "
            "The sheet is checked before anything is written: errors stop, warnings are told. "
            "Writes a PDF with text as text and, when asked for, a PNG, an SVG, a build report that names the "
            "sites whose label found no room, and a package (zip) of all of them with a thumbnail and metadata."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_layers()
        self.add_subject()
        self.add_looks()
        self.add_words()
        self.add_export()
        self.add_files()

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
                self.tr("Points with a field lisa_cluster (0 to 6); for the recipe clusters."),
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

    def add_subject(self) -> None:
        """What the sheet is about."""
        self.add(
            QgsProcessingParameterString(self.AREA, self.tr("Area"), optional=True),
            self.tr("Name of the province or other area to print, as in its layer; empty for all sites."),
        )
        self.add(
            QgsProcessingParameterString(self.PCODE, self.tr("Site (pcode)"), optional=True),
            self.tr("Key of the site of a site sheet; for other recipes it is left empty."),
        )
        self.add_choice(
            self.RECIPE, self.tr("Recipe"), recipe_ids(), self.tr("What stands where on the page.")
        )
        self.add_choice(
            self.LANGUAGE,
            self.tr("Language"),
            list(LANGUAGES),
            self.tr("Language of the sheet, not of QGIS."),
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

    def add_words(self) -> None:
        """What only one sheet can have."""
        for key, text, help_text in (
            (self.TITLE, self.tr("Title"), self.tr("Empty: made from the area.")),
            (self.SUBTITLE, self.tr("Subtitle"), self.tr("Empty: number of sites and dates of visit.")),
            (self.MAP_ID, self.tr("Map number"), self.tr("Empty: made from the area and the paper.")),
        ):
            self.add(QgsProcessingParameterString(key, text, optional=True), help_text)
        self.add(
            QgsProcessingParameterString(self.VERSION, self.tr("Version"), defaultValue="1"),
            self.tr("Version of the sheet, printed beside its number."),
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

    def add_files(self) -> None:
        pdf = QgsProcessingParameterFileDestination(self.PDF, self.tr("PDF"), "PDF (*.pdf)")
        self.add(pdf, self.tr("Vector PDF, text as text, with the plugin's own font."))
        png = QgsProcessingParameterFileDestination(
            self.PNG, self.tr("PNG"), "PNG (*.png)", optional=True, createByDefault=False
        )
        self.add(png, self.tr("The same sheet as a picture."))
        svg = QgsProcessingParameterFileDestination(
            self.SVG, self.tr("SVG"), "SVG (*.svg)", optional=True, createByDefault=False
        )
        self.add(
            svg,
            self.tr(
                "The same sheet in layers for a drawing program; it needs the font Lato to be installed."
            ),
        )
        report = QgsProcessingParameterFileDestination(
            self.REPORT, self.tr("Build report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.add(
            report,
            self.tr("What is on the sheet, what is not, the checks, files and times; as JSON beside it too."),
        )
        package = QgsProcessingParameterFileDestination(
            self.PACKAGE, self.tr("Package"), "ZIP (*.zip)", optional=True, createByDefault=False
        )
        self.add(
            package,
            self.tr(
                "The files above with a thumbnail, metadata (JSON and ISO 19115-3) and the build report."
            ),
        )
        self.addOutput(QgsProcessingOutputFile(self.REPORT_JSON, self.tr("Build report (JSON)")))
        self.addOutput(QgsProcessingOutputNumber(self.N_SITES, self.tr("Sites on the sheet")))
        self.addOutput(QgsProcessingOutputNumber(self.N_LABELLED, self.tr("Site names placed")))
        self.addOutput(QgsProcessingOutputNumber(self.N_UNLABELLED, self.tr("Site names without room")))
        self.addOutput(QgsProcessingOutputNumber(self.SCALE, self.tr("Scale denominator")))

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..cartography.preflight import ui_language
        from ..cartography.sheet import private_sheet
        from ..cartography.sheet_files import KINDS, checked, make_sheet_files, publish

        layers = self.sheet_layers(parameters, context)
        request = SheetRequest(
            **self.looks(parameters, context),
            area=self.parameterAsString(parameters, self.AREA, context).strip(),
            pcode=self.parameterAsString(parameters, self.PCODE, context).strip(),
            recipe=self.parameterAsEnumString(parameters, self.RECIPE, context),
            language=self.parameterAsEnumString(parameters, self.LANGUAGE, context),
            title=self.parameterAsString(parameters, self.TITLE, context),
            subtitle=self.parameterAsString(parameters, self.SUBTITLE, context),
            map_id=self.parameterAsString(parameters, self.MAP_ID, context),
            version=self.parameterAsString(parameters, self.VERSION, context),
        )
        options = self.export_options(parameters, context)
        targets = {
            kind: Path(target)
            for kind in KINDS
            if (target := self.parameterAsFileOutput(parameters, kind.upper(), context))
        }
        step = progress_steps(feedback, 0, 100)
        step(0.02)
        begun = time.perf_counter()
        with private_sheet(layers, request) as sheet:
            count = sheet.ground.sites.featureCount()
            feedback.pushInfo(
                self.tr("{0}: {1} sites, 1:{2}, {3}, {4}").format(
                    sheet.title, count, sheet.scale, sheet.crs, sheet.orientation
                )
            )
            if sheet.ground.without_location:
                feedback.pushWarning(
                    self.tr("{0} sites of the layer have no location and are not drawn.").format(
                        sheet.ground.without_location
                    )
                )
            for note in sheet.notes:
                feedback.pushInfo(note)
            step(0.3)
            findings = checked(sheet, options, "png" in targets)
            for finding in findings:
                feedback.pushWarning(finding.sentence(ui_language()))
            step(0.35)
            names = {kind: target.name for kind, target in targets.items()}
            with tempfile.TemporaryDirectory(prefix="asm_atlas_") as folder:
                # No cancel between the files of a sheet: those made would be left without the others.
                made = make_sheet_files(
                    sheet,
                    layers,
                    findings,
                    names,
                    options,
                    Path(folder),
                    begun,
                    lambda fraction: feedback.setProgress(35 + 60 * fraction),
                )
                if "report" in targets:
                    beside = targets["report"].parent
                    targets.update(
                        {kind: beside / made.files[kind].name for kind in ("report", "report_json")}
                    )
                for kind, page in made.files.items():
                    if kind not in targets and kind.startswith(("png_", "svg_")):  # a further page
                        targets[kind] = targets[kind[:3]].with_name(page.name)
                publish({made.files[kind]: target for kind, target in targets.items()})
        feedback.pushInfo(
            self.tr("{0} site names placed, {1} without room").format(
                made.labels.placed, len(made.labels.unplaced)
            )
        )
        return {
            **{kind.upper(): str(target) for kind, target in targets.items()},
            self.N_SITES: count,
            self.N_LABELLED: made.labels.placed,
            self.N_UNLABELLED: len(made.labels.unplaced),
            self.SCALE: made.report["sheet"]["scale"],
        }

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
