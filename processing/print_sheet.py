"""asm:printsheet: one province, or all sites, as a printed map sheet."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..cartography.recipe import LANGUAGES, recipe_ids
from ..cartography.sheet_request import SheetRequest
from .algorithm import progress_steps
from .sheet_algorithm import SheetAlgorithm
from .whole_outputs import part_folder


class PrintSheet(SheetAlgorithm):
    """Builds the layout in a project of its own and exports it; the user's project is not touched."""

    SETS_APART = False
    PCODE, AREA, RECIPE, LANGUAGE = "PCODE", "AREA", "RECIPE", "LANGUAGE"
    TITLE, SUBTITLE, MAP_ID, VERSION = "TITLE", "SUBTITLE", "MAP_ID", "VERSION"
    PDF, PNG, SVG, PACKAGE = "PDF", "PNG", "SVG", "PACKAGE"
    N_SITES, N_LABELLED, N_UNLABELLED, SCALE = "N_SITES", "N_LABELLED", "N_UNLABELLED", "SCALE"

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_layers()
        self.add_subject()
        self.add_looks()
        self.add_words()
        self.add_export()
        self.add_files()

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
        from ..cartography.further_pages import left_pages
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
            orientations = {"portrait": self.tr("portrait"), "landscape": self.tr("landscape")}
            feedback.pushInfo(
                self.tr("{0}: {1} sites, 1:{2}, {3}, {4}").format(
                    sheet.title, count, sheet.scale, sheet.crs, orientations[sheet.orientation]
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
            with part_folder(next(iter(targets.values())).parent) as folder:
                # No cancel between the files of a sheet: those made would be left without the others.
                made = make_sheet_files(
                    sheet,
                    layers,
                    findings,
                    names,
                    options,
                    folder,
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
                stale = left_pages(targets.get("report_json"), targets.values())
                publish({made.files[kind]: target for kind, target in targets.items()})
        for page in stale:
            page.unlink()
            feedback.pushInfo(
                self.tr("{0} was removed: a further page of an earlier version.").format(page.name)
            )
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
