"""asm:publicexport: a table as it may be published, a note for its readers, and a report for the house."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..cartography.layer_metadata import stated_metadata
from ..cartography.score_legend import SCHEME_KEYWORD, stated_scheme
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, plugin_version, progress_steps
from .destinations import destination_file, destination_table
from .frames import features_of, fields_of, geometry_type, wgs84
from .outputs import describe, write_features
from .public_source import read_given

if TYPE_CHECKING:
    from ..core.public.allow_list import AllowList
    from ..core.public.export import PublicTable, Request

LISTS = RESOURCES / "public"
AUTO = "auto"
_FIRST_LISTS = (AUTO, "sites", "visits", "scores")


class PublicExport(AsmAlgorithm):
    """Fields by an allow-list, points on a grid, groups of at least k sites."""

    WITHHOLDS_SOURCES = True
    INPUT, LIST, LIST_FILE = "INPUT", "LIST", "LIST_FILE"
    GRID, GRID_UNIT = "GRID", "GRID_UNIT"
    K, GROUP_FIELDS, SMALL_GROUPS, KEY = "K", "GROUP_FIELDS", "SMALL_GROUPS", "KEY"
    OUTPUT, NOTE, REPORT = "OUTPUT", "NOTE", "REPORT"
    NOTE_JSON, REPORT_JSON = "NOTE_JSON", "REPORT_JSON"
    N_IN, N_OUT, N_LEFT_OUT, N_FIELDS_OUT = "N_IN", "N_OUT", "N_LEFT_OUT", "N_FIELDS_OUT"

    def name(self) -> str:
        return "publicexport"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Export for the public")

    def tags(self) -> list[str]:
        return self.tr("publish,share,anonymise,privacy,sensitive,k-anonymity,disclosure,round").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Makes a table that can be given away: only the fields of an allow-list, days as years, numbers as "
            "classes, points as the centres of grid cells, and no group of fewer than K sites. The note is for "
            "readers of the table; the report says what was removed and why, and is for you alone.\n\n"
            "Groups are the grid cells within the smallest administrative units. A smaller group is published "
            "with its unit but without its cell, or with the unit above, or is left out, as you choose; where "
            "a difference of totals would tell of fewer than K sites, another group goes with it. Sites without "
            "a unit are the group 'unknown'.\n\n"
            "Several exports of the same data with different grids, groups or K can be set against each other, "
            "and two grids together are finer than each: keep to one choice. Rounding hides where, not that: a "
            "site that is known for its answers can still be recognised by them; the report counts the rows that "
            "are unlike any other. Look at the output before you give it away."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_table(
            self.INPUT,
            self.tr("Table to publish"),
            self.tr(
                "Sites, visits, actors, statuses, findings, scores, or sites with areas or clusters; with a list "
                "of your own any table. Of lines and polygons the centroid counts."
            ),
        )
        others = sorted(path.stem for path in LISTS.glob("*.json") if path.stem not in _FIRST_LISTS)
        self.add_choice(
            self.LIST,
            self.tr("Allow-list"),
            [*_FIRST_LISTS, *others],
            self.tr("The fields that may pass; auto: the list that fits the fields of the table."),
        )
        file = QgsProcessingParameterFile(
            self.LIST_FILE,
            self.tr("Allow-list of your own"),
            QgsProcessingParameterFile.Behavior.File,
            "json",
            None,
            True,
        )
        self.add(file, self.tr("A JSON file as in resources/public; it goes before the list chosen above."))
        number = QgsProcessingParameterNumber
        self.add(
            number(self.GRID, self.tr("Size of a grid cell"), number.Type.Double, 10000.0),
            self.tr(
                "Points become the centres of cells of at least this size. Anybody who has another export with "
                "another size can intersect the two, so choose it once. Where a border cuts a cell, the cell and "
                "its unit together tell more than the cell."
            ),
        )
        self.add_choice(
            self.GRID_UNIT,
            self.tr("Unit of the size"),
            ["metres", "degrees"],
            self.tr(
                "metres: cells alike on the ground everywhere. degrees: cells that narrow towards the poles."
            ),
        )
        self.add(
            number(self.K, self.tr("Least sites of a group"), number.Type.Integer, 5),
            self.tr(
                "Sites, by their key, not rows; rows without a key count as one site in a group. 1 hides no group."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.GROUP_FIELDS,
                self.tr("Units of groups"),
                None,
                self.INPUT,
                QgsProcessingParameterField.DataType.Any,
                True,
                True,
            ),
            self.tr(
                "Fields of administrative units, the widest first, that the list passes. "
                "Empty: those of the list (country, admin1, admin2). The grid cell comes below them; other units of "
                "the list are left out."
            ),
        )
        self.add_choice(
            self.SMALL_GROUPS,
            self.tr("Groups that are too small"),
            ["merge", "drop"],
            self.tr("merge: published with a wider place. drop: left out."),
        )
        self.add_choice(
            self.KEY,
            self.tr("Keys of sites"),
            ["number", "keep"],
            self.tr(
                "number: a number for each site that holds in this file alone. keep: the key of the source, by "
                "which anybody finds the exact place in a table that has both."
            ),
        )
        self.add_sink(
            self.OUTPUT,
            self.tr("Public table"),
            QgsProcessing.SourceType.TypeVector,
            self.tr("A file of its own; an older file of that name is replaced."),
        )
        for key, title, text in (
            (
                self.NOTE,
                self.tr("Note for readers"),
                self.tr("A page to publish with the table: how it was made. JSON is written beside it."),
            ),
            (
                self.REPORT,
                self.tr("Internal report"),
                self.tr(
                    "A page with what was removed, group by group. Never publish it. JSON is written beside it."
                ),
            ),
        ):
            self.add(QgsProcessingParameterFileDestination(key, title, "HTML (*.html)", None, True), text)
        self.addOutput(QgsProcessingOutputFile(self.NOTE_JSON, self.tr("Note for readers (JSON)")))
        self.addOutput(QgsProcessingOutputFile(self.REPORT_JSON, self.tr("Internal report (JSON)")))
        self.add_numbers(
            {
                self.N_IN: self.tr("Rows in"),
                self.N_OUT: self.tr("Rows out"),
                self.N_LEFT_OUT: self.tr("Rows left out"),
                self.N_FIELDS_OUT: self.tr("Fields left out"),
            }
        )

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.public.account import note_document, report_document
        from ..core.public.export import Request, public_table
        from ..core.public.grid import grid_of

        if destination_table(parameters.get(self.OUTPUT)):
            raise QgsProcessingException(
                self.tr("OUTPUT would stand beside other tables in one file; choose a file of its own.")
            )
        self._check_files(parameters, context)
        source = self.given_source(self.INPUT, parameters, context)
        layer = self.parameterAsLayer(parameters, self.INPUT, context)
        request = Request(
            grid_of(
                self.parameterAsDouble(parameters, self.GRID, context),
                self.parameterAsEnumString(parameters, self.GRID_UNIT, context),
            ),
            self.parameterAsInt(parameters, self.K, context),
            self.parameterAsEnumString(parameters, self.SMALL_GROUPS, context),
            self.parameterAsEnumString(parameters, self.KEY, context),
            tuple(self.parameterAsFields(parameters, self.GROUP_FIELDS, context)),
        )
        allowed = self._allow_list(source, parameters, context)
        given = read_given(source, context, progress_steps(feedback, 0, 50))
        made = public_table(given, allowed, request, progress_steps(feedback, 50, 75))
        self._tell(made, request, feedback)
        rights = _rights(layer)
        note = note_document(made, allowed, request, rights, f"ASM Atlas {plugin_version()}")
        report = report_document(made, allowed, request, note, source.sourceName())

        fields = fields_of(made.columns)
        dest = write_features(
            self,
            self.OUTPUT,
            parameters,
            context,
            fields,
            geometry_type(made.located),
            features_of(made.frame, made.columns, fields, made.located),
            max(len(made.frame), 1),
            progress_steps(feedback, 75, 95),
        )
        _without_free_pages(destination_file(parameters.get(self.OUTPUT)))
        describe(dest, _metadata(layer, allowed, made, request), context)
        results: dict[str, Any] = {self.OUTPUT: dest}
        for key, key_json, document in (
            (self.NOTE, self.NOTE_JSON, note),
            (self.REPORT, self.REPORT_JSON, report),
        ):
            results.update(self._write(key, key_json, document, parameters, context))
        feedback.setProgress(100)
        account = made.account
        left = sum(row["do"] == "drop" for row in account.fields)
        results[self.N_IN], results[self.N_OUT] = account.rows_in, account.rows_out
        results[self.N_LEFT_OUT] = account.rows_in - account.rows_out
        results[self.N_FIELDS_OUT] = left
        return results

    def _check_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Refuse files of which one would replace another: the report must never go out as the note."""
        from ..cartography.public_page import page_files

        taken = {destination_file(parameters.get(self.OUTPUT))} - {None}
        for key in (self.NOTE, self.REPORT):
            path = self.parameterAsFileOutput(parameters, key, context)
            files = set(page_files(Path(path))) if path else set()
            if files & taken:
                raise QgsProcessingException(
                    self.tr(
                        "{0} and the JSON beside it would replace another output; choose another name."
                    ).format(key)
                )
            taken |= files

    def _allow_list(
        self, source: QgsProcessingFeatureSource, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> AllowList:
        from ..core.public.allow_list import fitting_list, read_allow_list

        path = self.parameterAsFile(parameters, self.LIST_FILE, context)
        if path:
            return read_allow_list(Path(path), LISTS)
        chosen = self.parameterAsEnumString(parameters, self.LIST, context)
        if chosen != AUTO:
            return read_allow_list(LISTS / f"{chosen}.json", LISTS)
        lists = [read_allow_list(path, LISTS) for path in sorted(LISTS.glob("*.json"))]
        return fitting_list(lists, source.fields().names())

    def _tell(self, made: PublicTable, request: Request, feedback: QgsProcessingFeedback) -> None:
        """The counts that a user can check, and what to look at before anything is published."""
        account = made.account
        feedback.pushInfo(
            self.tr("Rows: {0} in, {1} out, {2} left out; fields: {3} in, {4} left out").format(
                account.rows_in,
                account.rows_out,
                account.rows_in - account.rows_out,
                len(account.fields),
                sum(row["do"] == "drop" for row in account.fields),
            )
        )
        for level, n in account.levels.items():
            feedback.pushInfo(self.tr("Published with the place '{0}': {1} rows").format(level, n))
        feedback.pushInfo(
            self.tr("Rows unlike any other, which somebody who knows the site may recognise: {0}").format(
                account.rows_alone
            )
        )
        for name, kinds in account.contacts.items():
            found = ", ".join(f"{kind} {n}" for kind, n in kinds.items())
            feedback.pushWarning(
                self.tr("{0} may hold direct identifiers ({1}); look at it before you publish.").format(
                    name, found
                )
            )
        if account.rows_out == 0 and account.rows_in:
            feedback.pushWarning(
                self.tr("Nothing is published: there are fewer sites than K asks for, {0}.").format(request.k)
            )
        if request.k == 1:
            feedback.pushWarning(self.tr("With K at 1 a single site can be a group; choose at least 3."))
        if request.keys == "keep":
            feedback.pushWarning(
                self.tr(
                    "The keys of sites are kept: whoever has them with coordinates knows the exact places."
                )
            )

    def _write(
        self,
        key: str,
        key_json: str,
        document: dict[str, Any],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> dict[str, str]:
        from ..cartography.public_page import write_page

        path = self.parameterAsFileOutput(parameters, key, context)
        if not path:
            return {}
        page, data = write_page(document, Path(path), language_of_qgis())
        return {key: str(page), key_json: str(data)}


def _rights(layer: QgsMapLayer | None) -> list[str]:
    stated = stated_metadata(layer)
    return list(dict.fromkeys([*stated.licenses(), *stated.rights()]))


def _metadata(
    layer: QgsMapLayer | None, allowed: AllowList, made: PublicTable, request: Request
) -> QgsLayerMetadata:
    """What the output says of itself. Licence and credit are the source's; its name, file and history stay out. Scores keep the
    words of their scheme, without which they cannot be read."""
    stated = stated_metadata(layer)
    tr = AsmAlgorithm.tr
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(allowed.label[language_of_qgis()])
    metadata.setLicenses(stated.licenses())
    metadata.setRights(stated.rights())
    metadata.setCrs(wgs84())
    abstract = (
        tr("Points are centres of grid cells, not sites; empty and 'unknown' are no answers.")
        if made.located
        else tr("Empty and 'unknown' are no answers.")
    )
    legend = stated.keywords(SCHEME_KEYWORD)
    if legend and layer is not None and "scheme" in made.frame:
        metadata.setKeywords({SCHEME_KEYWORD: legend})
        disclaimer = stated_scheme(layer).get("disclaimer", {}).get(language_of_qgis(), "")
        abstract = f"{abstract} {disclaimer}".strip()
    metadata.setAbstract(abstract)
    grid = f"{request.grid.size:g} {request.grid.unit}" if made.located else tr("no points")
    metadata.setHistory(
        [
            tr(
                "Made public by ASM Atlas {0}: list {1} {2} ({3}), grid {4}, groups of at least {5} sites."
            ).format(plugin_version(), allowed.id, allowed.version, allowed.hash, grid, request.k)
        ]
    )
    return metadata


def _without_free_pages(file: Path | None) -> None:
    """Write a GeoPackage anew, so that its pages hold nothing but what it shows."""
    if file is None or file.suffix.lower() != ".gpkg" or not file.is_file():
        return
    with closing(sqlite3.connect(file)) as database:
        database.execute("VACUUM")
