"""asm:scorecard, scores of mine sites by a scheme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.score_tables import score_columns, trend_columns
from ..core.tables import ACTORS, SITES, STATUSES, VISITS
from .algorithm import AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .frames import locate, read_table
from .outputs import describe, style_table_on_load, write_table
from .schemes import add_scheme, given_scheme, scheme_line, scored_metadata, shipped_schemes

if TYPE_CHECKING:
    import pandas as pd

    from ..core.scorecard.as_of import AsOf
    from ..core.scorecard.scheme import Scheme
    from ..core.scorecard.stale import Ageing

WHICH = ("latest", "all", "per_year")  # as in core.scorecard.choice, which needs pandas
STALE = ("mark", "unknown")  # as in core.scorecard.stale
_NEEDED_VISITS = ("visit_id", "pcode", "row_kind", "visit_date", "on_site", "workers", "presence")
_NEEDED_ACTORS = ("visit_id", "actor_class")
_NEEDED_STATUSES = ("pcode", "date", "kind", "qualification", "traceability")


class Scorecard(AsmAlgorithm):
    """Scores each site on the indicators of a scheme from the visit that speaks for it."""

    SITES = "SITES"
    VISITS = "VISITS"
    ACTORS = "ACTORS"
    STATUSES = "STATUSES"
    AS_OF = "AS_OF"
    WHICH = "WHICH"
    MAX_AGE = "MAX_AGE"
    STALE = "STALE"
    SCORES = "SCORES"
    TREND = "TREND"
    N_SITES = "N_SITES"
    N_SCORED = "N_SCORED"
    N_ROWS = "N_ROWS"

    def name(self) -> str:
        return "scorecard"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Responsible mining scorecard")

    def tags(self) -> list[str]:
        return self.tr("score,indicator,due diligence,ICGLR,OECD,artisanal,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Scores each mine site on the indicators of a scheme; the default one has security, health and "
            "safety, state services, formalisation and, for context, production and access.\n\n"
            "An unknown answer is an interval: besides the score there are the worst and the best case, the "
            "share of the questions answered (coverage), a level (0 no data, from 1 the scheme's levels, the "
            "worst first) and how far the level depends on what is not known (firm, probable, open). Where "
            "less is answered than the scheme asks for there is no score. The reasons list the answers "
            "behind each score. Sites without a visit, with a visit older than the scheme uses, or found "
            "abandoned stay in the table with level 0.\n\n"
            "Every visit can be scored instead of the latest one, and the trend says for each site and "
            "indicator how the score changed between its first and its last comparable visit: up or down only "
            "where the intervals of the two do not overlap, else not sure. Questions that were not put at both "
            "visits are left out of the comparison.\n\n"
            "Weights and points of the schemes are those of ASM Atlas, not IPIS' own. A score is an "
            "aid to reading field data; it replaces neither due diligence nor an official decision."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_table(
            self.SITES, self.tr("Sites"), self.tr("Mine sites, as 'Import mine-site visits' writes them.")
        )
        self.add_table(
            self.VISITS,
            self.tr("Visits"),
            self.tr("Visits of the same import. A column that is absent counts as not asked."),
        )
        self.add_table(
            self.ACTORS,
            self.tr("Armed actors"),
            self.tr("Armed and state actors. Without them it is only known whether somebody is there."),
            optional=True,
        )
        self.add_table(
            self.STATUSES,
            self.tr("Status decisions"),
            self.tr("Qualification decisions and programme lists. Without them the sites' last one counts."),
            optional=True,
        )
        add_scheme(
            self,
            shipped_schemes(),
            self.tr(
                "What is asked and how answers are valued. asm_atlas_1: four indicators and two for "
                "context. oecd_annex_ii_1: red flags of the risks in Annex II of the OECD Guidance. "
                "site_criteria_1: pre-check of the criteria for the status of mine sites."
            ),
            self.tr("A scheme as JSON; it is used instead of the one chosen above."),
        )
        self.add(
            QgsProcessingParameterString(self.AS_OF, self.tr("Reference date"), "visit", False, True),
            self.tr(
                "'visit': a status must hold on the day of the visit. A date such as 2026-05-31: "
                "later visits and decisions are not used. 'last_known': no status ends. Empty: as in the "
                "scheme."
            ),
        )
        self.add_choice(
            self.WHICH,
            self.tr("Visits to score"),
            list(WHICH),
            self.tr(
                "latest: one row for each site. all: one for each visit of the source's own teams; per_year: the "
                "latest of each year. With the reference date 'visit' each row then says what was known on its "
                "own day; with a date, what held on that date."
            ),
        )
        max_age = QgsProcessingParameterNumber(
            self.MAX_AGE,
            self.tr("Answers are stale after (years)"),
            QgsProcessingParameterNumber.Type.Integer,
            None,
            True,
            1,
            100,
        )
        self.add(
            max_age,
            self.tr(
                "Answers older than this at the reference date (today if it is no date) are marked in the reasons. "
                "The age of a status, list or title is its own. Empty: no limit."
            ),
        )
        self.add_choice(
            self.STALE,
            self.tr("Stale answers"),
            list(STALE),
            self.tr("mark: they count, and are marked. unknown: they count as unknown, as an interval."),
        )
        points = QgsProcessing.SourceType.TypeVectorPoint
        self.add_sink(
            self.SCORES,
            self.tr("Scores"),
            points,
            self.tr("One point a site, or a visit, with scores, levels and the answers behind them."),
        )
        self.add_sink(
            self.TREND,
            self.tr("Trend"),
            points,
            self.tr(
                "One point a site: the change between its first and its last comparable visit, or why there is "
                "none. Uses all visits up to the reference date, each with the statuses of its own day."
            ),
            optional=True,
            by_default=False,
        )
        self.add_numbers(
            {
                self.N_SITES: self.tr("Sites"),
                self.N_ROWS: self.tr("Rows of scores"),
                self.N_SCORED: self.tr("Rows scored"),
            }
        )

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.scorecard.as_of import parse_as_of
        from ..core.scorecard.site_scores import SCORED, level_counts, score_sites
        from ..core.scorecard.trend import score_trends

        scheme = given_scheme(self, parameters, context)
        as_of = parse_as_of(self.parameterAsString(parameters, self.AS_OF, context) or scheme.rules.as_of)
        which = self.parameterAsEnumString(parameters, self.WHICH, context)
        tables = self._tables(parameters, as_of, scheme, which, context, feedback)
        report_date = as_of.date or date.today()
        ageing = self._ageing(parameters, report_date, context)
        card = score_sites(
            *tables, scheme, as_of, report_date, progress_steps(feedback, 50, 75), which=which, ageing=ageing
        )
        trends = None
        if parameters.get(self.TREND):
            trends = score_trends(*tables, scheme, as_of, progress_steps(feedback, 75, 85))
        for note in card.notes:
            feedback.pushWarning(note)
        for name, counts in level_counts(card.scores, scheme).iterrows():
            feedback.pushInfo(_level_line(name, counts, scheme, language_of_qgis()))
        feedback.pushInfo(scheme_line(scheme))

        sizes = [len(card.scores), 0 if trends is None else len(trends)]
        shares = progress_shares(progress_steps(feedback, 85, 99), sizes)
        shares[0](0)
        metadata = self._metadata(parameters, context, scheme, as_of, report_date, which, ageing)
        results = {}
        for output, table, frame, columns, progress in (
            (
                *(self.SCORES, "scores", card.scores),
                *(score_columns(scheme.dimension_ids, scheme.overall is not None), shares[0]),
            ),
            (self.TREND, "trends", trends, trend_columns(scheme.dimension_ids), shares[1]),
        ):
            if frame is None:
                continue
            dest = write_table(self, output, parameters, context, table, frame, progress, columns)
            describe(dest, metadata[table], context)
            style_table_on_load(dest, context, table)
            results[output] = dest
        feedback.setProgress(100)
        return {
            **results,
            self.N_SITES: len(tables[0]),
            self.N_ROWS: len(card.scores),
            self.N_SCORED: int((card.scores["state"] == SCORED).sum()),
        }

    def _ageing(
        self, parameters: dict[str, Any], report_date: date, context: QgsProcessingContext
    ) -> Ageing | None:
        from ..core.scorecard.stale import Ageing

        if parameters.get(self.MAX_AGE) in (None, ""):
            return None
        counts_as = self.parameterAsEnumString(parameters, self.STALE, context)
        return Ageing(self.parameterAsInt(parameters, self.MAX_AGE, context), report_date, counts_as)

    def _tables(
        self,
        parameters: dict[str, Any],
        as_of: AsOf,
        scheme: Scheme,
        which: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame | None, pd.DataFrame | None]:
        from ..core.scorecard.answers import OPTIONAL_SITES, OPTIONAL_VISITS, visit_columns

        needed_sites = ("pcode",) if as_of.date or which != WHICH[0] else ("pcode", "visit_id")
        used = {*visit_columns(scheme), *_NEEDED_VISITS, "source_order"}
        of_visits = [column for column in (*VISITS, *OPTIONAL_VISITS) if column.name in used]
        wanted = (
            (self.SITES, (*SITES, *OPTIONAL_SITES), needed_sites),
            (self.VISITS, of_visits, _NEEDED_VISITS),
            (self.ACTORS, ACTORS, _NEEDED_ACTORS),
            (self.STATUSES, STATUSES, _NEEDED_STATUSES),
        )
        tables = []
        for place, (name, columns, needed) in enumerate(wanted):
            source = self.parameterAsSource(parameters, name, context)
            if source is None:
                if parameters.get(name) or name in (self.SITES, self.VISITS):
                    raise QgsProcessingException(self.invalidSourceError(parameters, name))
                if name == self.ACTORS:
                    feedback.pushWarning(
                        self.tr(
                            "No table of armed actors was given: what they did is taken as not known. Choose "
                            "the Actors of the import to score security in full."
                        )
                    )
                tables.append(None)
                continue
            progress = progress_steps(feedback, 12.5 * place, 12.5 * (place + 1))
            frame = read_table(source, columns, needed, progress, name)
            if name == self.SITES:
                locate(frame, source, context.transformContext(), progress)
            contract = {column.name for column in (VISITS if name == self.VISITS else ())}
            absent = sorted((contract & used).difference(frame.columns))
            if absent:
                feedback.pushInfo(
                    self.tr("Columns that {table} lacks, taken as not asked: {names}").format(
                        table=name, names=", ".join(absent)
                    )
                )
            tables.append(frame)
        return tuple(tables)

    def _metadata(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        scheme: Scheme,
        as_of: AsOf,
        report_date: date,
        which: str,
        ageing: Ageing | None,
    ) -> dict[str, QgsLayerMetadata]:
        """The metadata of the sites layer (licence, rights, history), with what was done to it, by table."""
        done = self.tr("Scored by {scheme} {version} ({hash}), as of {as_of}, ages on {day}").format(
            scheme=scheme.id, version=scheme.version, hash=scheme.hash, as_of=as_of, day=report_date
        )
        if which != WHICH[0]:
            done += self.tr(", visits: {which}").format(which=which)
        if ageing is not None:
            done += self.tr(", stale after {years} years: {stale}").format(
                years=ageing.max_age, stale=ageing.counts_as
            )
        layer = self.parameterAsVectorLayer(parameters, self.SITES, context)
        return {
            table: scored_metadata(layer, title, scheme, done)
            for table, title in (
                ("scores", self.tr("Scores of mine sites")),
                ("trends", self.tr("Changes of scores of mine sites")),
            )
        }


def _level_line(name: str, counts: pd.Series, scheme: Scheme, language: str) -> str:
    """One line of the log: a dimension, its sites per level, and the share that is firm."""
    words = {level.code: level.label[language] for level in scheme.levels}
    words["no_data"] = scheme.no_data[language]
    words["not_applicable"] = AsmAlgorithm.tr("not applicable")
    parts = ", ".join(f"{word} {int(counts[code])}" for code, word in words.items())
    is_overall = scheme.overall is not None and name not in scheme.dimension_ids
    label = scheme.overall.label if is_overall else scheme.dimension(name).label
    if counts["firm"] != counts["firm"]:
        return AsmAlgorithm.tr("{0}: {1}").format(label[language], parts)
    return AsmAlgorithm.tr("{0}: {1}; {2:.0f}% firm").format(label[language], parts, 100 * counts["firm"])
