"""asm:summarisescores, key figures of the scorecard by groups of sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..cartography.theme import vocabulary_terms
from ..core.exceptions import TableError
from ..core.figure_tables import SUMMARY, group_columns
from .algorithm import AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .area_layers import AreaLayer, read_areas, with_polygons
from .frames import features_of, fields_of
from .outputs import describe, style_table_on_load, write_features, write_table
from .scores_source import (
    ScoreTable,
    own_field,
    read_facts,
    read_scores,
    scores_metadata,
    source_of,
    tell_older_rows,
)
from .unit_polygons import unit_name_field

if TYPE_CHECKING:
    import pandas as pd

    from ..core.scorecard.groups import Grouping
    from ..core.scorecard.summary import Summary

_FACTS = {"mineral": "minerals", "project": "project"}  # beside miners
_BY_NAME = ("province", "territory", "field")
_NAMES_SHOWN = 20


class SummariseScores(AsmAlgorithm):
    """Sites and miners per level, shares, medians and what is not known, by groups of sites."""

    SCORES, SITES, VISITS = "SCORES", "SITES", "VISITS"
    GROUP_BY, FIELD, POLYGONS, NAME_FIELD, N_MIN = "GROUP_BY", "FIELD", "POLYGONS", "NAME_FIELD", "N_MIN"
    GROUPS, SUMMARY, AREAS = "GROUPS", "SUMMARY", "AREAS"
    N_SITES, N_GROUPS, N_TOO_FEW = "N_SITES", "N_GROUPS", "N_TOO_FEW"
    CHOICES = ("province", "territory", "mineral", "project", "year", "polygons", "field")

    def name(self) -> str:
        return "summarisescores"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Key figures of the scorecard")

    def tags(self) -> list[str]:
        return self.tr("summary,statistics,province,territory,mineral,year,choropleth,score").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Sums up the scores of mine sites by province, territory, mineral, project, year, any polygon "
            "layer or any field: sites and miners per level, share of low and of firm levels, median score "
            "with the medians of the worst and best cases.\n\n"
            "Shares and medians are of the sites that have a level. Sites without data, to which an "
            "indicator does not apply, inactive, too old or never visited are counted apart; nothing is "
            "estimated for them. Where fewer sites than the number asked for have a level, there are counts "
            "but no shares and medians, and the map is hatched. Sites whose group is not known are a "
            "group of their own, and so are those outside all polygons.\n\n"
            "A site counts once in a group and once in the total; with several minerals it counts in the "
            "group of each, so do not add up such groups. The sites visited are a sample: shares describe "
            "them, not all sites of an area."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        table, polygon = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        self.add_table(
            self.SCORES,
            self.tr("Scores"),
            self.tr(
                "The output of 'Responsible mining scorecard'. Of several rows of a site the latest in each "
                "group counts."
            ),
        )
        self.add_table(
            self.SITES,
            self.tr("Sites"),
            self.tr("For miners, minerals and projects: the sites that were scored."),
            optional=True,
        )
        self.add_table(
            self.VISITS,
            self.tr("Visits"),
            self.tr("Needed for miners and projects where another visit than the last one was scored."),
            optional=True,
        )
        self.add_choice(
            self.GROUP_BY,
            self.tr("Group by"),
            list(self.CHOICES),
            self.tr("polygons: by location in the layer below. year: of the visit scored."),
        )
        self.add(
            QgsProcessingParameterString(self.FIELD, self.tr("Field"), "", False, True),
            self.tr("The field to group by, of Scores, else of Sites or Visits."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.POLYGONS, self.tr("Polygons"), [polygon], None, True),
            self.tr(
                "Groups by location, or the shapes of provinces, territories or values of a field, matched by "
                "name."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                self.tr("Name field of the polygons"),
                parentLayerParameterName=self.POLYGONS,
                optional=True,
            ),
            self.tr("Found by itself when left empty: ADM1_FR, NAME, nom and the like."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.N_MIN,
                self.tr("Fewest sites for a share"),
                QgsProcessingParameterNumber.Type.Integer,
                5,
                False,
                1,
            ),
            self.tr("Groups in which fewer sites have a level are marked as too few."),
        )
        self.add_sink(
            self.GROUPS,
            self.tr("Groups"),
            table,
            self.tr("One row per group, the last one the total, with all figures side by side."),
        )
        self.add_sink(
            self.SUMMARY,
            self.tr("Sites by group and level"),
            table,
            self.tr("One row per group, indicator and level or reason: for pivot tables and charts."),
            optional=True,
        )
        self.add_sink(
            self.AREAS,
            self.tr("Areas with figures"),
            polygon,
            self.tr("The polygons with the figures of their group, styled; needs Polygons."),
            optional=True,
        )
        self.add_numbers(
            {
                self.N_SITES: self.tr("Sites"),
                self.N_GROUPS: self.tr("Groups"),
                self.N_TOO_FEW: self.tr("Groups with too few sites scored"),
            }
        )

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.scorecard.site_facts import with_facts
        from ..core.scorecard.summary import summarise

        choice = self.parameterAsEnumString(parameters, self.GROUP_BY, context)
        polygons = source_of(self, self.POLYGONS, parameters, context)
        self._check(choice, polygons, parameters, context, feedback)
        scores = read_scores(
            self, self.SCORES, parameters, context, feedback, progress_steps(feedback, 0, 30)
        )
        wanted = self._field(parameters, context) if choice == "field" else _FACTS.get(choice, "")
        facts = tuple(filter(None, ("workers", wanted)))
        given = [
            read_facts(self, name, facts, parameters, context, progress_steps(feedback, start, start + 10))
            for name, start in ((self.SITES, 30), (self.VISITS, 40))
        ]
        frame = scores.frame
        if choice == "field":
            self._add_field(frame, facts[-1], given, parameters, context, feedback)
        frame, notes = with_facts(frame, *given, [name for name in facts if name not in frame])
        areas = self._areas(choice, polygons, parameters, context, feedback)
        grouping = self._grouping(choice, frame, areas, facts[-1])
        n_min = self.parameterAsInt(parameters, self.N_MIN, context)
        found = summarise(
            frame,
            grouping,
            scores.dimensions,
            scores.level_codes,
            n_min,
            progress_steps(feedback, 60, 80),
        )
        for note in [*notes, *grouping.notes]:
            feedback.pushWarning(note)
        self._tell(found, n_min, feedback)
        if scores.disclaimer:
            feedback.pushInfo(scores.disclaimer)
        return self._write(choice, scores, found, areas, parameters, context, feedback)

    def _check(
        self,
        choice: str,
        polygons: QgsFeatureSource | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Parameters that ask for something which others do not give."""
        if choice == "field" and not self._field(parameters, context):
            raise QgsProcessingException(self.tr("FIELD is empty; name the field to group by."))
        if polygons is None and (choice == "polygons" or parameters.get(self.AREAS)):
            raise QgsProcessingException(
                self.tr("POLYGONS is empty; choose the layer of areas to group by or to draw.")
            )
        if polygons is not None and choice not in (*_BY_NAME, "polygons"):
            feedback.pushWarning(
                self.tr("The polygons are not used: groups by {0} have no place of their own.").format(choice)
            )

    def _field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, self.FIELD, context).strip()

    def _add_field(
        self,
        frame: pd.DataFrame,
        field: str,
        given: list[pd.DataFrame | None],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """The field of SCORES, where it has it; TableError when no table does."""
        if field in frame:
            return
        source = source_of(self, self.SCORES, parameters, context)
        if source.fields().lookupField(field) >= 0:
            frame[field] = own_field(source, field, progress_steps(feedback, 50, 55))
        elif not any(table is not None and field in table for table in given):
            raise TableError(
                self.tr("No table has the field '{0}'; choose one of SCORES, SITES or VISITS.").format(field)
            )

    def _areas(
        self,
        choice: str,
        source: QgsFeatureSource | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> AreaLayer | None:
        if source is None or choice not in (*_BY_NAME, "polygons"):
            return None
        # Invalid polygons are repaired here; QGIS would refuse them, or let them by, as the caller is set.
        source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        name_field = self.parameterAsString(parameters, self.NAME_FIELD, context)
        name_field = name_field or unit_name_field(source, provinces=choice == "province")
        areas = read_areas(source, name_field, context, progress_steps(feedback, 50, 60))
        for line in areas.report:
            feedback.pushWarning(line)
        return areas

    def _grouping(self, choice: str, frame: pd.DataFrame, areas: AreaLayer | None, field: str) -> Grouping:
        from ..core.scorecard.groups import GROUP, by_codes, by_name, by_polygon, by_year

        if choice == "polygons":
            lon, lat = (frame[axis].to_numpy(dtype=float) for axis in ("longitude", "latitude"))
            table = areas.frame
            return by_polygon(lon, lat, areas.polygons, table["area_id"], table["area_name"])
        if choice == "year":
            return by_year(frame["date"])
        if choice == "mineral":
            grouping = by_codes(frame["minerals"])
            words = {term["code"]: term[language_of_qgis()] for term in vocabulary_terms("minerals")}
            groups = grouping.groups
            named = groups["group_id"].map(words).where(groups["group_kind"] == GROUP)
            groups["group_name"] = named.fillna(groups["group_name"])
            return grouping
        column = {"province": "admin1", "territory": "admin2", "project": "project"}.get(choice, field)
        if column not in frame:
            raise TableError(
                self.tr("SCORES lacks the field {0}; choose another way to group.").format(column)
            )
        return by_name(frame[column], frame.get("admin1") if choice == "territory" else None)

    def _tell(self, found: Summary, n_min: int, feedback: QgsProcessingFeedback) -> None:
        import pandas as pd

        tell_older_rows(found.n_set_aside, feedback)
        groups = found.groups
        is_few = (groups["too_few"] == "yes") & (groups["sites"] > 0) & (groups["group_kind"] != "total")
        few = groups.loc[is_few, "group_name"]
        if len(few):
            shown = ", ".join(few.head(_NAMES_SHOWN)) + (" ..." if len(few) > _NAMES_SHOWN else "")
            feedback.pushWarning(
                self.tr("{0} groups have fewer than {1} sites scored, too few for shares: {2}").format(
                    len(few), n_min, shown
                )
            )
        for row in groups.to_dict("records"):
            feedback.pushInfo(
                self.tr(
                    "{0}: {1} sites, {2} scored, {3} inactive, {4} too old, {5} without a visit; {6} miners, "
                    "not known at {7} sites"
                ).format(
                    row["group_name"],
                    *(row[key] for key in ("sites", "scored", "inactive", "too_old", "no_visit")),
                    "?" if pd.isna(row["miners"]) else row["miners"],
                    row["miners_unknown"],
                )
            )

    def _write(
        self,
        choice: str,
        scores: ScoreTable,
        found: Summary,
        areas: AreaLayer | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.scorecard.groups import TOTAL

        columns = group_columns(scores.dimensions, len(scores.level_codes))
        on_map = None
        if areas is not None and parameters.get(self.AREAS):
            on_map = self._on_map(choice, found.groups, areas, feedback)
            whole = [column.name for column in columns if column.kind == "int"]
            on_map[whole] = on_map[whole].astype("Int64")
        frames = [found.groups, found.table, *([on_map] if on_map is not None else [])]
        progress = progress_shares(progress_steps(feedback, 80, 99), [len(frame) for frame in frames])
        progress[0](0)
        results: dict[str, Any] = {}
        for key, frame, kinds, share in (
            (self.GROUPS, found.groups, columns, progress[0]),
            (self.SUMMARY, found.table, SUMMARY, progress[1]),
        ):
            results[key] = write_table(self, key, parameters, context, key.lower(), frame, share, kinds)
        if on_map is not None:
            fields, kind = fields_of(columns), QgsWkbTypes.Type.MultiPolygon
            features = with_polygons(features_of(on_map, columns, fields, located=False), areas.polygons)
            results[self.AREAS] = write_features(
                self, self.AREAS, parameters, context, fields, kind, features, len(on_map), progress[2]
            )
        results = {key: dest for key, dest in results.items() if dest is not None}
        by = self._field(parameters, context) if choice == "field" else choice
        metadata = scores_metadata(self, parameters, context, self.tr("Summed up by {0}").format(by))
        metadata.setTitle(self.tr("Key figures of the scorecard by {0}").format(by))
        for dest in results.values():
            describe(dest, metadata, context)
        style_table_on_load(results.get(self.AREAS), context, "group_areas")
        groups = found.groups[found.groups["group_kind"] != TOTAL]
        feedback.setProgress(100)
        return {
            **results,
            self.N_SITES: int(found.groups["sites"].iloc[-1]),
            self.N_GROUPS: len(groups),
            self.N_TOO_FEW: int(((groups["too_few"] == "yes") & (groups["sites"] > 0)).sum()),
        }

    def _on_map(
        self, choice: str, groups: pd.DataFrame, areas: AreaLayer, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame:
        """The figures of each polygon, in their order; those without a group have a name and nothing else."""
        import numpy as np

        from ..core.scorecard.groups import GROUP, polygons_of_groups

        if choice == "polygons":
            place, notes = np.arange(len(areas.frame)), []
        else:
            place, notes = polygons_of_groups(groups, areas.frame["area_name"])
        for note in notes:
            feedback.pushWarning(note)
        rows = groups.reset_index(drop=True).reindex(place).reset_index(drop=True)
        rows["group_kind"] = GROUP
        for column, source in (("group_id", "area_id"), ("group_name", "area_name")):
            rows[column] = rows[column].where(rows[column].notna(), areas.frame[source])
        rows["n_min"] = groups["n_min"].iloc[0]
        return rows
