"""asm:printseries: a sheet of every area, by recipe, paper and language, only where something has changed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..cartography.recipe import LANGUAGES, PAPERS, read_recipe, recipe_ids
from ..cartography.sheet_request import AUTO, SheetRequest
from .algorithm import progress_steps
from .sheet_algorithm import POLYGON, SheetAlgorithm

_DEFAULT_PATTERN = "{map_id}-v{version}-{slug}-{language}"


class PrintSeries(SheetAlgorithm):
    """Plans on the main thread; worker processes build the layouts."""

    COVERAGE, NAMES, RECIPES, PAPERS, LANGUAGES = "COVERAGE", "NAMES", "RECIPES", "PAPERS", "LANGUAGES"
    FILES, PATTERN, MAP_PREFIX, WORKERS, ALWAYS = "FILES", "PATTERN", "MAP_PREFIX", "WORKERS", "ALWAYS"
    FOLDER = "FOLDER"

    def name(self) -> str:
        return "printseries"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Print a series of mine-site sheets")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes a sheet of every province, or of every area of another layer, by recipe, paper and language, "
            "in a folder. Sheets of which nothing has changed (data, theme, recipe, version of the plugin, "
            "parameters) are not made again; of the others the version rises and older files stay. A sheet that "
            "fails does not stop the series: its reason stands in the report of the series. Sheets are made "
            "side by side in processes of their own, as many as memory allows."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_layers()
        self.add_subject()
        self.add_looks()
        self.add_export()
        self.add_files()

    def add_subject(self) -> None:
        """What the sheets are about."""
        self.add(
            QgsProcessingParameterVectorLayer(self.COVERAGE, self.tr("Other areas"), POLYGON, optional=True),
            self.tr("Polygons with a name that take the place of the areas that the recipes are about."),
        )
        self.add(
            QgsProcessingParameterString(
                self.NAMES, self.tr("Names of areas"), multiLine=True, optional=True
            ),
            self.tr("One a line, or with ; between them; pcodes for the recipe site. Empty: all areas."),
        )
        for key, text, options, help_text in (
            (self.RECIPES, self.tr("Recipes"), recipe_ids(), self.tr("What stands where on the page.")),
            (
                self.PAPERS,
                self.tr("Papers"),
                [AUTO, *PAPERS],
                self.tr("auto takes the paper that a recipe is made for; others where a recipe has them."),
            ),
            (self.LANGUAGES, self.tr("Languages"), list(LANGUAGES), self.tr("Languages of the sheets.")),
        ):
            self._add_choices(key, text, options, [options[0]], help_text)

    def add_looks(self) -> None:
        super().add_looks()
        self.removeParameter(self.PAPER)
        self.add(
            QgsProcessingParameterString(self.MAP_PREFIX, self.tr("Map numbers begin with"), "ASM"),
            self.tr("Maps are numbered in the order in which they first were in the series: ASM-001 ..."),
        )

    def add_files(self) -> None:
        self._add_choices(
            self.FILES,
            self.tr("Files of a sheet"),
            ["pdf", "png", "svg", "package", "report"],
            ["pdf", "report"],
            self.tr("package: a zip of the others with a thumbnail, metadata and the build report."),
        )
        self.add(
            QgsProcessingParameterString(self.PATTERN, self.tr("Names of files"), _DEFAULT_PATTERN),
            self.tr("Of {map_id} {version} {slug} {area} {recipe} {paper} {language} {theme}."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.WORKERS,
                self.tr("Worker processes"),
                QgsProcessingParameterNumber.Type.Integer,
                0,
                minValue=0,
                maxValue=64,
            ),
            self.tr("Sheets made side by side; 0: one for each processor. Fewer where memory is short."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.ALWAYS, self.tr("Make unchanged sheets too"), False),
            self.tr("All sheets are made again, as a new version."),
            advanced=True,
        )
        folder = QgsProcessingParameterFolderDestination(self.FOLDER, self.tr("Folder"))
        self.add(
            folder, self.tr("Folder of the sheets, their index and the report; made where it is not there.")
        )
        for key, text in (
            (self.REPORT, self.tr("Report of the series")),
            (self.REPORT_JSON, self.tr("Report of the series (JSON)")),
        ):
            self.addOutput(QgsProcessingOutputFile(key, text))
        self.add_numbers(
            {
                "N_MADE": self.tr("Sheets made"),
                "N_UNCHANGED": self.tr("Sheets unchanged"),
                "N_EMPTY": self.tr("Areas without a site"),
                "N_FAILED": self.tr("Sheets that failed"),
                "N_NOT_DONE": self.tr("Sheets not done"),
            }
        )

    def _add_choices(
        self, key: str, text: str, options: list[str], default: list[str], help_text: str
    ) -> None:
        choice = QgsProcessingParameterEnum(
            key, text, options, allowMultiple=True, defaultValue=default, usesStaticStrings=True
        )
        self.add(choice, help_text)

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..cartography.series import series_sheets
        from ..cartography.series_report import (
            FAILED,
            MADE,
            NOT_DONE,
            STATUSES,
            UNCHANGED,
            write_series_report,
        )
        from ..core.file_names import check_pattern
        from .series_run import PLACEHOLDERS, SeriesOptions, run_series

        def chosen(key: str) -> list[str]:
            return self.parameterAsEnumStrings(parameters, key, context)

        pattern = self.parameterAsString(parameters, self.PATTERN, context) or _DEFAULT_PATTERN
        check_pattern(pattern, PLACEHOLDERS)
        layers = self.sheet_layers(parameters, context)
        looks = SheetRequest(**self.looks(parameters, context))
        own = [Path(looks.recipe_file)] if looks.recipe_file else chosen(self.RECIPES)
        names = re.split(r"[;\n]", self.parameterAsString(parameters, self.NAMES, context))
        languages = chosen(self.LANGUAGES)
        step = progress_steps(feedback, 0, 100)
        step(0)
        sheets = series_sheets(
            layers,
            self.parameterAsVectorLayer(parameters, self.COVERAGE, context),
            [read_recipe(recipe) for recipe in own],
            chosen(self.PAPERS),
            languages,
            [name.strip() for name in names if name.strip()],
            looks,
        )
        options = SeriesOptions(
            kinds=tuple(chosen(self.FILES)),
            export=self.export_options(parameters, context),
            pattern=pattern,
            map_prefix=self._prefix(parameters, context),
            n_workers=self.parameterAsInt(parameters, self.WORKERS, context),
            always=self.parameterAsBoolean(parameters, self.ALWAYS, context),
        )
        feedback.pushInfo(self.tr("{0} sheets in the series").format(len(sheets)))

        def tell(row: dict[str, Any]) -> None:
            sheet = ", ".join(part for part in (row["area"], row["recipe"], row["paper"], row["language"]))
            if row["status"] == MADE:
                feedback.pushInfo(
                    self.tr("{0}: version {1} made in {2} s").format(sheet, row["version"], row["seconds"])
                )
            elif row["status"] == UNCHANGED:
                feedback.pushInfo(self.tr("{0}: unchanged").format(sheet))
            elif row["status"] in (FAILED, NOT_DONE):
                feedback.pushWarning(f"{sheet}: {row['reason']}")
            else:
                feedback.pushInfo(f"{sheet}: {row['reason']}")

        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        report = run_series(sheets, options, folder, step, tell, languages[0])
        counts = report["counts"]
        if counts[FAILED] and not counts[MADE] + counts[UNCHANGED]:
            reason = next(row["reason"] for row in report["sheets"] if row["status"] == FAILED)
            raise QgsProcessingException(self.tr("No sheet could be made. {0}").format(reason))
        page, data = write_series_report(report, folder)
        if counts[NOT_DONE]:
            raise QgsProcessingException(
                self.tr("Cancelled; {0} sheets were made before and stay.").format(counts[MADE])
            )
        return {
            self.FOLDER: str(folder),
            self.REPORT: str(page),
            self.REPORT_JSON: str(data),
            **{f"N_{status.upper()}": counts[status] for status in STATUSES},
        }

    def _prefix(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The beginning of map numbers, which also stands in file names."""
        prefix = self.parameterAsString(parameters, self.MAP_PREFIX, context).strip()
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,29}", prefix):
            raise QgsProcessingException(
                self.tr("MAP_PREFIX must be letters, digits and hyphens such as ASM-COD, not '{0}'.").format(
                    prefix
                )
            )
        return prefix
