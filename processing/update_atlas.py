"""asm:updateatlas, a newer import into an existing atlas GeoPackage."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsFeatureSource,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QThread

from ..cartography.layer_metadata import file_of, stated_metadata
from ..core.figure_tables import FIGURE_TABLES
from ..core.provenance import Input, new_record
from ..core.tables import LOCATED, TABLES, column_names
from .algorithm import AsmAlgorithm, plugin_version, progress_steps
from .atlas_file import OVERLAP_TABLES, atlas_transaction, table_names
from .atlas_metadata import read_metadata, updated_metadata, write_metadata
from .atlas_rows import AtlasRows, own_rows_affected, read_atlas, write_update
from .destinations import destination_file
from .frames import read_table
from .given_inputs import given_layer, given_table, step_of
from .layer_record import table_state
from .outputs import describe, refresh, style_table_on_load, write_table
from .provenance import set_record

if TYPE_CHECKING:
    import pandas as pd

    from ..core.releases.update import TableUpdate

_OUTCOMES = ("added", "updated", "unchanged", "removed", "kept")
_COMPUTED = ("scores", *FIGURE_TABLES, "sites_areas", *OVERLAP_TABLES)
_LINES_IN_LOG = 100


class UpdateAtlas(AsmAlgorithm):
    """Puts a newer import into an atlas GeoPackage, in one transaction."""

    ATLAS = "ATLAS"
    INPUTS = {
        "sites": "SITES",
        "visits": "VISITS",
        "actors": "ACTORS",
        "statuses": "STATUSES",
        "findings": "FINDINGS",
    }
    VANISHED = "VANISHED"
    REMOVE, KEEP = "remove", "keep"
    SITE_CHANGES = "SITE_CHANGES"
    VISIT_CHANGES = "VISIT_CHANGES"
    SUMMARY = "SUMMARY"
    OWN_VALUES = "OWN_VALUES"
    UPDATED = "UPDATED"

    _updated: Path | None = None  # for postProcessAlgorithm; each run has an instance of its own

    def name(self) -> str:
        return "updateatlas"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Update an atlas")

    def tags(self) -> list[str]:
        return self.tr("release,newer,import,merge,upsert,GeoPackage,artisanal,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Puts a newer import into an atlas GeoPackage. Either all of it is done or nothing: after an error, "
            "a full disk or a power cut the atlas is as it was.\n\n"
            "Sites are the same by pcode, visits by pcode, date and project, never by the row number of the "
            "source; a visit that came back under another date or project with the same answers is the same "
            "visit. Rows that persist keep their number (fid) and what your own columns hold. Your own tables, "
            "views, styles, relations and projects stay. In the columns of ASM Atlas the release counts: what "
            "was changed there by hand becomes what the release says.\n\n"
            "A release is a whole set. Sites and visits that it lacks are removed, sites added by hand too, "
            "unless you keep them; what your own columns held on them is told. Each table of an import that "
            "the atlas has must be given, for actors, statuses and findings belong to one set of visits.\n\n"
            "Scores and overlaps are not computed anew: run Scorecard and the others again."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        table, point = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPoint
        self.add(
            QgsProcessingParameterFile(self.ATLAS, self.tr("Atlas GeoPackage"), extension="gpkg"),
            self.tr("The GeoPackage with the tables sites, visits and the others. It is changed."),
        )
        words = {
            "sites": self.tr("New sites"),
            "visits": self.tr("New visits"),
            "actors": self.tr("New actors"),
            "statuses": self.tr("New statuses"),
            "findings": self.tr("New findings"),
        }
        for name, key in self.INPUTS.items():
            optional = name not in ("sites", "visits")
            help_text = (
                self.tr("As 'Import mine-site visits' writes it; needed when the atlas has such rows.")
                if optional
                else self.tr("As 'Import mine-site visits' writes it, of the whole newer release.")
            )
            self.add_table(key, words[name], help_text, optional)
        self.add_choice(
            self.VANISHED,
            self.tr("Rows that the new release lacks"),
            [self.REMOVE, self.KEEP],
            self.tr(
                "remove: they go. keep: sites, visits with their actors, and statuses stay; the field "
                "absent_from then names the release that first lacked them. Findings are always the new ones."
            ),
        )
        self.add_sink(
            self.SITE_CHANGES,
            self.tr("Changes of sites"),
            point,
            self.tr("What changed, as 'Compare two releases' tells it."),
            optional=True,
            by_default=False,
        )
        self.add_sink(
            self.VISIT_CHANGES,
            self.tr("Changes of visits"),
            table,
            self.tr("What changed, as 'Compare two releases' tells it."),
            optional=True,
            by_default=False,
        )
        self.add_sink(
            self.SUMMARY,
            self.tr("Summary of changes"),
            table,
            self.tr("Number of changes by kind and field."),
            optional=True,
            by_default=False,
        )
        self.add_sink(
            self.OWN_VALUES,
            self.tr("Own values affected"),
            table,
            self.tr(
                "What your own columns held on removed rows or on rows with another key now, and rows of "
                "your own tables that name such keys. The log has the first of them."
            ),
            optional=True,
            by_default=False,
        )
        self.addOutput(QgsProcessingOutputFile(self.UPDATED, self.tr("Updated atlas")))
        outcomes = {
            "added": self.tr("{table}: added"),
            "updated": self.tr("{table}: updated"),
            "unchanged": self.tr("{table}: unchanged"),
            "removed": self.tr("{table}: removed"),
            "kept": self.tr("{table}: kept though absent"),
        }
        for name in self.INPUTS:
            for outcome in _OUTCOMES:
                text = outcomes[outcome].format(table=name)
                self.addOutput(QgsProcessingOutputNumber(_number(name, outcome), text))

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.releases.update import plan_update

        path = Path(self.parameterAsString(parameters, self.ATLAS, context))
        self._check_destinations(self.asked, path)
        keep = self.parameterAsEnumString(parameters, self.VANISHED, context) == self.KEEP
        new = self._read(parameters, context, feedback)
        layers = {name: self.parameterAsVectorLayer(parameters, self.INPUTS[name], context) for name in new}
        release = stated_metadata(layers["sites"]).parentIdentifier() or self.tr("unnamed")
        given = [given_layer(self.INPUTS[name], layer).entry for name, layer in layers.items()]

        with atlas_transaction(path) as connection:
            atlas = read_atlas(connection, path, progress_steps(feedback, 30, 30))
            given += [
                given_table(self.ATLAS, connection, path, atlas[name].table.name)
                for name in layers
                if name in atlas
            ]
            self._check_tables(atlas, new, path)
            old = {name: atlas[name].frame for name in new}
            plan = plan_update(old, new, keep, progress_steps(feedback, 30, 60))
            own = own_rows_affected(connection, atlas, new, plan)
            changes = self._changes(parameters, old, new, progress_steps(feedback, 60, 70))
            self._report(plan, own, feedback)
            written = [
                write_update(
                    connection,
                    name,
                    atlas[name],
                    new[name],
                    update,
                    release,
                    progress_steps(feedback, 70 + 4 * place, 74 + 4 * place),
                )
                for place, (name, update) in enumerate(plan.items())
            ]
            described = self._describe_tables(connection, atlas, plan, layers, release)
            if any(written) or described:
                self._tell_provenance(
                    connection, atlas, plan, given, step_of(self, parameters, context), path
                )
            if any(written) or described:
                stale = sorted(table_names(connection) & set(_COMPUTED)) if any(written) else []
                progress_steps(feedback, 70, 90)(1.0)
                self.edit_watch.check()
                connection.execute("COMMIT")
                self._updated = path
                feedback.pushInfo(self.tr("{file} is updated.").format(file=path.name))
                feedback.pushInfo(
                    self.tr("Saved projects keep the source that they state of it: build the project again.")
                )
                if stale:
                    text = self.tr("Computed from the earlier release, run these again: {names}")
                    feedback.pushWarning(text.format(names=", ".join(stale)))
            else:
                feedback.pushInfo(self.tr("Nothing changed; {file} was not touched.").format(file=path.name))

        results: dict[str, Any] = {self.UPDATED: str(path)}
        for name, update in plan.items():
            results.update({_number(name, outcome): n for outcome, n in update.counts().items()})
        missing = {_number(name, outcome): 0 for name in self.INPUTS for outcome in _OUTCOMES}
        sinks = self._write_changes(
            {**changes, self.OWN_VALUES: own}, parameters, context, layers["sites"], path
        )
        feedback.setProgress(100)
        return {**missing, **results, **sinks}

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        # Layers of the open project belong to the main thread, where a model may not be running.
        in_main_thread = QThread.currentThread() == QgsApplication.instance().thread()
        if self._updated is not None and context.project() is not None and in_main_thread:
            for layer in context.project().mapLayers().values():
                file = file_of(layer) if isinstance(layer, QgsVectorLayer) and layer.isValid() else None
                if file is not None and file.resolve() == self._updated.resolve():
                    refresh(layer)
        return {}

    def _check_destinations(self, parameters: dict[str, Any], path: Path) -> None:
        """Results written into the atlas by Processing would replace the file, or wait for its lock."""
        for definition in self.destinationParameterDefinitions():
            target = destination_file(parameters.get(definition.name()))
            if target is not None and target.resolve() == path.resolve():
                text = self.tr("{0} would be written into the atlas itself; choose another file for it.")
                raise QgsProcessingException(text.format(definition.name()))

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, pd.DataFrame]:
        """The tables of the newer import that are given, by name."""
        frames = {}
        for place, (name, key) in enumerate(self.INPUTS.items()):
            source: QgsFeatureSource | None = self.parameterAsSource(parameters, key, context)
            if source is None:
                if parameters.get(key):
                    raise QgsProcessingException(self.invalidSourceError(parameters, key))
                continue
            progress = progress_steps(feedback, 6 * place, 6 * place + 6)
            frame = read_table(source, TABLES[name], column_names(name), progress, key)
            if name in LOCATED:
                nowhere = frame["longitude"].isna() | frame["latitude"].isna()
                frame["point_x"] = frame["longitude"].mask(nowhere)
                frame["point_y"] = frame["latitude"].mask(nowhere)
            frames[name] = frame
        return frames

    def _check_tables(self, atlas: dict[str, AtlasRows], new: dict[str, pd.DataFrame], path: Path) -> None:
        """A release is a whole set: what the atlas has must be given, and what is given must have its place."""
        for name, key in self.INPUTS.items():
            if name in new and name not in atlas:
                text = self.tr("{file} has no table {table}; choose the file of your atlas")
                if name not in ("sites", "visits"):
                    text = self.tr(
                        "{file} has no table {table}; leave {key} out, or save the layer there first"
                    )
                raise QgsProcessingException(text.format(file=path.name, table=name, key=key) + ".")
            if name in atlas and name not in new and len(atlas[name].frame):
                text = self.tr(
                    "{file} has {table} of the earlier release, which would not fit the new visits; give {key} too."
                )
                raise QgsProcessingException(text.format(file=path.name, table=name, key=key))

    def _changes(
        self,
        parameters: dict[str, Any],
        old: dict[str, pd.DataFrame],
        new: dict[str, pd.DataFrame],
        progress,
    ) -> dict[str, pd.DataFrame]:
        """What changed since the last release, for those outputs that are asked for."""
        from ..core.releases.sites import compare_sites
        from ..core.releases.summary import summary
        from ..core.releases.update import ABSENT_FROM
        from ..core.releases.visits import compare_visits

        if not any(parameters.get(key) for key in (self.SITE_CHANGES, self.VISIT_CHANGES, self.SUMMARY)):
            return {}
        before = {}
        for name in ("sites", "visits"):
            before[name] = old[name]
            if ABSENT_FROM.name in old[name].columns:  # these were told when they vanished
                before[name] = old[name][old[name][ABSENT_FROM.name].isna()].reset_index(drop=True)
        sites = compare_sites(before["sites"], new["sites"])
        visits = compare_visits(before["visits"], new["visits"], progress=progress)
        return {self.SITE_CHANGES: sites, self.VISIT_CHANGES: visits, self.SUMMARY: summary(sites, visits)}

    def _report(
        self, plan: dict[str, TableUpdate], own: pd.DataFrame, feedback: QgsProcessingFeedback
    ) -> None:
        for name, update in plan.items():
            counts = update.counts()
            words = [f"{counts[outcome]} {outcome}" for outcome in _OUTCOMES]
            feedback.pushInfo(f"  {name}: {', '.join(words)}")
        if own.empty:
            return
        text = self.tr("{n} of your own values lie on rows that go, or name rows that go or are named anew:")
        feedback.pushWarning(text.format(n=len(own)))
        for row in own.head(_LINES_IN_LOG).itertuples(index=False):
            key = row.key_old if row.key_new is None else f"{row.key_old} -> {row.key_new}"
            feedback.pushWarning(
                f"  {row.table_name} {row.row_id}, {row.outcome}: {key}, {row.field} = {row.value}"
            )
        if len(own) > _LINES_IN_LOG:
            text = self.tr("  and {n} more; OWN_VALUES has them all.")
            feedback.pushWarning(text.format(n=len(own) - _LINES_IN_LOG))

    def _tell_provenance(
        self,
        connection: Connection,
        atlas: dict[str, AtlasRows],
        names: Iterable[str],
        given: list[Input],
        step: dict[str, Any],
        path: Path,
    ) -> None:
        """Write how the tables were made, within the transaction."""
        for name in names:
            table = atlas[name].table.name
            written = {"file": path.name, "table": table, **table_state(connection, table)}
            metadata = read_metadata(connection, table)
            set_record(metadata, new_record(step, given, name, written))
            write_metadata(connection, table, metadata)

    def _describe_tables(
        self,
        connection,
        atlas: dict[str, AtlasRows],
        plan: dict[str, TableUpdate],
        layers: dict[str, QgsMapLayer],
        release: str,
    ) -> bool:
        """Write source, rights, dates and history of the new release; False where the file has them already."""
        texts, same = {}, True
        for name, update in plan.items():
            before, stated = read_metadata(connection, atlas[name].table.name), stated_metadata(layers[name])
            counts = update.counts()
            same &= before.parentIdentifier() == stated.parentIdentifier()
            same &= not (counts["added"] or counts["updated"] or counts["removed"])
            line = self.tr("Updated from {old} to {new} by ASM Atlas {plugin}: {counts}.").format(
                old=before.parentIdentifier() or self.tr("unnamed"),
                new=release,
                plugin=plugin_version(),
                counts=", ".join(f"{n} {outcome}" for outcome, n in counts.items() if n),
            )
            texts[name] = updated_metadata(before, stated, bool(len(update.kept)), line)
        if same:
            return False
        for name, metadata in texts.items():
            write_metadata(connection, atlas[name].table.name, metadata)
        return True

    def _write_changes(
        self,
        frames: dict[str, pd.DataFrame],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layer: QgsMapLayer,
        path: Path,
    ) -> dict[str, Any]:
        results = {}
        for key, table in (
            (self.SITE_CHANGES, "site_changes"),
            (self.VISIT_CHANGES, "visit_changes"),
            (self.SUMMARY, "change_summary"),
            (self.OWN_VALUES, "own_values"),
        ):
            if key not in frames:
                continue
            try:
                dest = write_table(self, key, parameters, context, table, frames[key])
            except QgsProcessingException as error:
                text = self.tr("{file} is updated, but its changes were not written: {reason}")
                raise QgsProcessingException(text.format(file=path.name, reason=error)) from error
            if dest is not None:
                results[key] = dest
                metadata = QgsLayerMetadata(stated_metadata(layer))
                metadata.setTitle(self.parameterDefinition(key).description())
                describe(dest, metadata, context)
        style_table_on_load(results.get(self.SITE_CHANGES), context, "site_changes")
        return results


def _number(table: str, outcome: str) -> str:
    return f"N_{table}_{outcome}".upper()
