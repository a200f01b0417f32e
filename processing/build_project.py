"""asm:buildproject: the tables of an atlas as a styled QGIS project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsVectorLayer,
)

from ..cartography.recipe import LANGUAGES
from ..cartography.sheet_layers import ROLE_GEOMETRY
from ..cartography.theme import colourings, read_theme
from .algorithm import AsmAlgorithm, progress_steps
from .given_inputs import given_layer, step_of
from .provenance import tell_of_layers
from .table_exchange import put_tables
from .whole_outputs import part_folder


class BuildProject(AsmAlgorithm):
    """Copies the context layers into the GeoPackage, saves the styles in it, writes the project."""

    GROUP = "maps"
    SETS_APART = False
    ATLAS, PROJECT, TITLE, LANGUAGE, THEME = "ATLAS", "PROJECT", "TITLE", "LANGUAGE", "THEME"
    N_LAYERS = "N_LAYERS"
    CONTEXT = {
        "provinces": "PROVINCES",
        "territories": "TERRITORIES",
        "titles": "TITLES",
        "lakes": "LAKES",
        "rivers": "RIVERS",
        "roads": "ROADS",
        "towns": "TOWNS",
    }

    def name(self) -> str:
        return "buildproject"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Build the atlas project")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes a QGIS project of the tables in an atlas GeoPackage (sites, visits, scores, areas ...): "
            "grouped, styled, with relative paths. Layers of boundaries, titles, water, roads and towns are "
            "copied into the GeoPackage first, so that the two files are all there is to pass on. The styles "
            "are saved in the GeoPackage too.\n\n"
            "To have all tables in one GeoPackage, choose 'Save to GeoPackage...' for each output of the other "
            "algorithms, with the same file and the layer names sites, visits, actors, statuses, findings, "
            "scores; for protected areas prepared_areas, areas_left_out, sites_areas, pairs, areas, area_units, "
            "largest_overlaps, area_note and area_bands; for titles sites_titles, title_pairs, title_overlaps "
            "and title_counts."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Projects belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFile(self.ATLAS, self.tr("Atlas GeoPackage"), extension="gpkg"),
            self.tr("The GeoPackage that holds the tables sites, visits and the others."),
        )
        words = {
            "provinces": self.tr("Provinces"),
            "territories": self.tr("Territories"),
            "titles": self.tr("Mining titles"),
            "lakes": self.tr("Lakes"),
            "rivers": self.tr("Rivers"),
            "roads": self.tr("Roads"),
            "towns": self.tr("Towns"),
        }
        for role, key in self.CONTEXT.items():
            layer = QgsProcessingParameterVectorLayer(
                key, words[role], [QgsProcessing.SourceType.TypeVectorAnyGeometry], optional=True
            )
            self.add(layer, self.tr("Copied into the GeoPackage as the table {0}.").format(role))
        title = QgsProcessingParameterString(self.TITLE, self.tr("Title"), "ASM Atlas", optional=True)
        self.add(title, self.tr("Title of the project."))
        self.add_choice(
            self.LANGUAGE,
            self.tr("Language"),
            list(LANGUAGES),
            self.tr("Language of layer and class names."),
        )
        self.add_choice(
            self.THEME,
            self.tr("Theme"),
            colourings(),
            self.tr("mine_glyph_safe is for colour-blind readers."),
        )
        project = QgsProcessingParameterFileDestination(
            self.PROJECT, self.tr("Project"), self.tr("QGIS project (*.qgz)")
        )
        self.add(project, self.tr("The project file; best beside the GeoPackage."))
        self.addOutput(QgsProcessingOutputNumber(self.N_LAYERS, self.tr("Layers in the project")))

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..cartography.nameless_project import keep_user_out
        from ..cartography.project import build_project, copy_into, table_names
        from ..cartography.whole_file import whole_file

        step = progress_steps(feedback, 0, 100)
        atlas = Path(self.parameterAsString(parameters, self.ATLAS, context))
        target = Path(self.parameterAsFileOutput(parameters, self.PROJECT, context))
        table_names(atlas)
        if not target.parent.is_dir():
            raise QgsProcessingException(
                self.tr("The folder of {0} does not exist; make it or choose another.").format(target.name)
            )
        theme = read_theme(self.parameterAsEnumString(parameters, self.THEME, context))
        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context)
        step(0.1)
        layers = self.given_layers(self.CONTEXT, ROLE_GEOMETRY, parameters, context)
        title = self.parameterAsString(parameters, self.TITLE, context) or "ASM Atlas"
        # From here on the GeoPackage is written to: no cancel, or it would be left half-made.
        project = QgsProject()  # of its own: the user's open one is not touched
        keep_user_out(project)
        try:
            if layers:
                with part_folder(atlas.parent) as folder:
                    copies = folder / atlas.name
                    copy_into(copies, layers, project)
                    put_tables(copies, atlas, list(layers))
                self._tell_provenance(atlas, layers, parameters, context, feedback)
            feedback.setProgress(50)
            shown = build_project(project, atlas, theme, language, title)
            feedback.setProgress(90)
            with whole_file(target, hidden=False) as part:
                if not project.write(str(part)):
                    raise QgsProcessingException(
                        self.tr("{0} cannot be written ({1}); choose another folder.").format(
                            target.name, project.error()
                        )
                    )
            count = len(project.mapLayers())
        finally:
            project.clear()  # QGIS crashes on leaving if layers of a failed run outlive it
        feedback.pushInfo(
            self.tr("{0} layers of {1} tables: {2}").format(count, len(shown), ", ".join(shown))
        )
        return {self.PROJECT: str(target), self.N_LAYERS: count}

    def _tell_provenance(
        self,
        atlas: Path,
        layers: dict[str, QgsVectorLayer],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Before the project is made, since projects keep the metadata of their layers."""
        step = step_of(self, parameters, context)
        for role, layer in layers.items():
            copy = QgsVectorLayer(f"{atlas}|layername={role}", role, "ogr")
            tell_of_layers(self, {role: copy}, step, [given_layer(self.CONTEXT[role], layer)], feedback)
