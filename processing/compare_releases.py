"""asm:comparereleases, what changed between two imports of sites and visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureSource,
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
)

from ..cartography.layer_metadata import stated_metadata
from ..core.tables import SITES, VISITS
from .algorithm import AsmAlgorithm, plugin_version, progress_shares, progress_steps
from .frames import locate, read_table, wgs84
from .outputs import describe, style_table_on_load, write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from ..core.columns import Column

_NEEDED = {"SITES": ("pcode", "name"), "VISITS": ("visit_id", "pcode", "visit_date", "project")}


class CompareReleases(AsmAlgorithm):
    """Compares an older and a newer import: sites by pcode, visits by pcode, date and project."""

    OLD_SITES = "OLD_SITES"
    NEW_SITES = "NEW_SITES"
    OLD_VISITS = "OLD_VISITS"
    NEW_VISITS = "NEW_VISITS"
    MOVED_M = "MOVED_M"
    SITE_CHANGES = "SITE_CHANGES"
    VISIT_CHANGES = "VISIT_CHANGES"
    SUMMARY = "SUMMARY"
    COUNTS = {
        "N_NEW": ("sites", "new"),
        "N_VANISHED": ("sites", "vanished"),
        "N_MOVED": ("sites", "moved"),
        "N_RENAMED": ("sites", "renamed"),
        "N_SITE_ANSWERS_CHANGED": ("sites", "answer_changed"),
        "N_VISITS_ADDED": ("visits", "added"),
        "N_VISITS_REMOVED": ("visits", "removed"),
        "N_VISITS_REDATED": ("visits", "redated"),
        "N_ANSWERS_CHANGED": ("visits", "answer_changed"),
    }

    def name(self) -> str:
        return "comparereleases"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Compare two releases")

    def tags(self) -> list[str]:
        return self.tr("change,difference,update,version,import,artisanal,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Compares two imports and lists what changed: sites that are new, vanished, moved or renamed, "
            "visits that were added, removed or got another date, and each answer that is another one.\n\n"
            "Sites are the same by pcode. Visits are the same by pcode, date and project, never by the row "
            "number of the source. A removed and an added visit that give the same answers are one visit "
            "with another date or another project.\n\n"
            "An answer that became known (answered) or unknown (withdrawn) is told apart from one that is "
            "now another (changed). A site's answers are those of the visit that speaks for it: same_visit "
            "says whether that visit was corrected or another one speaks now. Columns that one of the "
            "imports lacks are not compared, and the log names them."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        table, point = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPoint
        self.add_table(
            self.OLD_SITES,
            self.tr("Old sites"),
            self.tr("Sites of the older import, as 'Import mine-site visits' writes them."),
        )
        self.add_table(self.NEW_SITES, self.tr("New sites"), self.tr("Sites of the newer import."))
        self.add_table(
            self.OLD_VISITS,
            self.tr("Old visits"),
            self.tr("Visits of the older import. Without them only sites are compared."),
            optional=True,
        )
        self.add_table(
            self.NEW_VISITS, self.tr("New visits"), self.tr("Visits of the newer import."), optional=True
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MOVED_M,
                self.tr("Moved when farther than (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                1.0,
                False,
                0.0,
            ),
            self.tr("A site has moved when its points lie farther apart than this, in metres."),
        )
        self.add_sink(
            self.SITE_CHANGES,
            self.tr("Changes of sites"),
            point,
            self.tr("One point a change, at the new place, or the old one if the site vanished."),
        )
        self.add_sink(
            self.VISIT_CHANGES,
            self.tr("Changes of visits"),
            table,
            self.tr("One row a change. Not written when no visits are given."),
            optional=True,
        )
        self.add_sink(
            self.SUMMARY,
            self.tr("Summary of changes"),
            table,
            self.tr("Number of changes by kind and field, and of the sites that have them."),
            optional=True,
        )
        self.add_numbers(
            dict(
                zip(
                    self.COUNTS,
                    (
                        self.tr("New sites"),
                        self.tr("Vanished sites"),
                        self.tr("Moved sites"),
                        self.tr("Renamed sites"),
                        self.tr("Changed answers of sites"),
                        self.tr("Added visits"),
                        self.tr("Removed visits"),
                        self.tr("Visits with another date"),
                        self.tr("Changed answers of visits"),
                    ),
                )
            )
        )

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.releases.sites import COMPARED_OF_SITES, compare_sites
        from ..core.releases.summary import summary
        from ..core.releases.visits import COMPARED_OF_VISITS, compare_visits

        moved_m = self.parameterAsDouble(parameters, self.MOVED_M, context)
        given = [bool(parameters.get(name)) for name in (self.OLD_VISITS, self.NEW_VISITS)]
        if any(given) and not all(given):
            raise QgsProcessingException(
                self.tr("Visits are given for one import only; give OLD_VISITS and NEW_VISITS, or neither.")
            )
        old = self._read(self.OLD_SITES, SITES, parameters, context, progress_steps(feedback, 0, 8))
        new = self._read(self.NEW_SITES, SITES, parameters, context, progress_steps(feedback, 8, 16))
        self._name_absent(COMPARED_OF_SITES, old, new, self.tr("sites"), feedback)
        sites = compare_sites(old, new, moved_m, progress_steps(feedback, 16, 25))
        visits = None
        if all(given):
            old = self._read(self.OLD_VISITS, VISITS, parameters, context, progress_steps(feedback, 25, 38))
            new = self._read(self.NEW_VISITS, VISITS, parameters, context, progress_steps(feedback, 38, 50))
            self._name_absent(COMPARED_OF_VISITS, old, new, self.tr("visits"), feedback)
            visits = compare_visits(old, new, moved_m, progress_steps(feedback, 50, 70))
        else:
            feedback.pushInfo(self.tr("No visits are given: only sites are compared."))
        counts = summary(sites, visits)
        self._report(counts, feedback)

        tables = (
            (self.SITE_CHANGES, "site_changes", sites),
            (self.VISIT_CHANGES, "visit_changes", visits),
            (self.SUMMARY, "change_summary", counts),
        )
        sizes = [0 if frame is None else len(frame) for _, _, frame in tables]
        shares = progress_shares(progress_steps(feedback, 70, 99), sizes)
        shares[0](0)
        results: dict[str, Any] = {}
        for (name, table, frame), progress in zip(tables, shares):
            if frame is None:
                continue
            dest = write_table(self, name, parameters, context, table, frame, progress)
            if dest is not None:
                results[name] = dest
                title = self.parameterDefinition(name).description()
                describe(dest, self._metadata(title, parameters, context, moved_m), context)
        style_table_on_load(results[self.SITE_CHANGES], context, "site_changes")
        feedback.setProgress(100)
        numbers = counts.groupby(["of", "change"])["n"].sum()
        return {**results, **{name: int(numbers.get(key, 0)) for name, key in self.COUNTS.items()}}

    def _read(
        self,
        name: str,
        columns: Sequence[Column],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Callable[[float], None],
    ) -> pd.DataFrame:
        """One of the four tables; sites without coordinate columns get those of their points."""
        source: QgsFeatureSource | None = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        frame = read_table(source, columns, _NEEDED[name.split("_")[1]], progress, name)
        if columns is SITES:
            locate(frame, source, context.transformContext(), progress)
        return frame

    def _name_absent(
        self,
        columns: Sequence[Column],
        old: pd.DataFrame,
        new: pd.DataFrame,
        title: str,
        feedback: QgsProcessingFeedback,
    ) -> None:
        absent = [c.name for c in columns if not (c.name in old.columns and c.name in new.columns)]
        if absent:
            feedback.pushWarning(
                self.tr(
                    "Columns of {table} not compared, because one of the imports lacks them: {names}"
                ).format(table=title, names=", ".join(absent))
            )

    def _report(self, counts: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
        if counts.empty:
            feedback.pushInfo(self.tr("Nothing changed."))
        for row in counts.itertuples(index=False):
            words = [word for word in (row.change, row.field, row.kind) if word]
            feedback.pushInfo(f"  {row.of}: {' '.join(words)} {row.n}")

    def _metadata(
        self, title: str, parameters: dict[str, Any], context: QgsProcessingContext, moved_m: float
    ) -> QgsLayerMetadata:
        """Licences, rights and history of both imports, with what was done."""
        old, new = (
            stated_metadata(self.parameterAsVectorLayer(parameters, name, context))
            for name in (self.OLD_SITES, self.NEW_SITES)
        )
        origins = [metadata.parentIdentifier() or self.tr("unnamed") for metadata in (old, new)]
        metadata = QgsLayerMetadata()
        metadata.setType("dataset")
        metadata.setTitle(
            self.tr("{title}, {old} to {new}").format(title=title, old=origins[0], new=origins[1])
        )
        metadata.setLicenses(list(dict.fromkeys([*old.licenses(), *new.licenses()])))
        metadata.setRights(list(dict.fromkeys([*old.rights(), *new.rights()])))
        metadata.setParentIdentifier(origins[1])
        metadata.setCrs(wgs84())
        metadata.setHistory(
            [
                *dict.fromkeys([*old.history(), *new.history()]),
                self.tr(
                    "{old} compared with {new} by ASM Atlas {plugin}; moved: more than {metres} m."
                ).format(old=origins[0], new=origins[1], plugin=plugin_version(), metres=f"{moved_m:g}"),
            ]
        )
        return metadata
