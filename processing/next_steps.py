"""asm:nextsteps, what to ask, confirm or change at each site to raise a level."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, progress_shares, progress_steps
from .outputs import describe, style_table_on_load, write_table
from .schemes import scheme_line, scored_metadata
from .scored_sites import SCORES, add_scored_sites, read_scored_sites

if TYPE_CHECKING:
    import pandas as pd

    from ..core.scorecard.scheme import Scheme
    from ..core.scorecard.step_table import NextSteps as FoundSteps

WORDS = RESOURCES / "steps" / "questions.json"
_TERRITORIES_SHOWN = 15
_NAMES_SHOWN = 25


class NextSteps(AsmAlgorithm):
    """Lists the smallest steps at each site, so that visits can be planned."""

    DAY = "DAY"
    OLD_YEARS = "OLD_YEARS"
    MOST_ANSWERS = "MOST_ANSWERS"
    STEPS = "STEPS"
    SITE_STEPS = "SITE_STEPS"
    N_STEPS = "N_STEPS"
    N_ONE_STEP = "N_ONE_STEP"

    def name(self) -> str:
        return "nextsteps"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Next steps at mine sites")

    def tags(self) -> list[str]:
        return self.tr("score,plan,visit,field,what if,indicator,green,blue,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "For each scored site and indicator: the smallest changes that would raise its level.\n\n"
            "ask: something is not known, or an answer is old; the level in the best and in the worst "
            "answer is given. change: something known would have to change on the ground. confirm: a good "
            "answer is old, or the period of a status ends, so that the level stands on it no longer. cap: a "
            "finding that holds the level down whatever else is answered. visit: no usable visit.\n\n"
            "All sets of answers up to the size you choose are tried; of each kind all smallest ones are "
            "listed, by sites from the smallest step up. One harm is never proposed in place of another, nor "
            "an answer left out. Indicators for context have no steps.\n\n"
            "With the scheme site_criteria_1 the column overall_one_step names the sites that one answer "
            "separates from green. This is a pre-check of criteria: a status is decided by the minister "
            "after a joint team has inspected, and blue is never reached by answers."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        add_scored_sites(self)
        number = QgsProcessingParameterNumber
        self.add(
            QgsProcessingParameterString(self.DAY, self.tr("Planning day"), "", False, True),
            self.tr("A date such as 2026-05-31, from which ages and periods are counted. Empty: today."),
        )
        self.add(
            number(
                self.OLD_YEARS,
                self.tr("Answers are old after (years)"),
                number.Type.Integer,
                None,
                True,
                0,
                100,
            ),
            self.tr(
                "A good answer that is older has to be confirmed, a bad one is asked about again. Empty: the "
                "scheme's own age of old visits."
            ),
        )
        self.add(
            number(
                self.MOST_ANSWERS, self.tr("Most answers of one step"), number.Type.Integer, 3, False, 1, 4
            ),
            self.tr("Where one answer is not enough, sets of two, three ... are tried up to this size."),
        )
        self.add_sink(
            self.STEPS,
            self.tr("Steps"),
            QgsProcessing.SourceType.TypeVector,
            self.tr("One row a step, in words (English and French) and in codes."),
        )
        self.add_sink(
            self.SITE_STEPS,
            self.tr("Sites by next step"),
            QgsProcessing.SourceType.TypeVectorPoint,
            self.tr("One point a site: how many steps of each kind, and the smallest one in words."),
        )
        self.add_numbers(
            {
                self.N_STEPS: self.tr("Steps"),
                self.N_ONE_STEP: self.tr("Sites one answer from the best overall level"),
            }
        )

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.scorecard.step_table import Plan, next_steps, sites_one_answer_from_the_best
        from ..core.scorecard.step_words import read_step_words

        day = self._day(parameters, context)
        scores, scheme = read_scored_sites(
            self, parameters, context, feedback, progress_steps(feedback, 0, 20)
        )
        has_years = parameters.get(self.OLD_YEARS) is not None
        years = (
            self.parameterAsInt(parameters, self.OLD_YEARS, context)
            if has_years
            else scheme.freshness_years[1]
        )
        plan = Plan(day, years, self.parameterAsInt(parameters, self.MOST_ANSWERS, context))
        found = next_steps(scores, scheme, read_step_words(WORDS), plan, progress_steps(feedback, 20, 85))
        near = sites_one_answer_from_the_best(found, scheme)
        self._report(found, near, scheme, feedback)

        sizes = [len(found.steps), len(found.sites)]
        progress = progress_shares(progress_steps(feedback, 85, 99), sizes)
        progress[0](0)
        dests = {}
        history = self.tr(
            "Next steps of {day}, answers old after {years} years, up to {most} answers"
        ).format(day=day, years=years, most=plan.most_answers)
        scores_layer = self.parameterAsVectorLayer(parameters, SCORES, context)
        for key, table, frame, title, share in (
            (self.STEPS, "next_steps", found.steps, self.tr("Next steps"), progress[0]),
            (self.SITE_STEPS, "site_steps", found.sites, self.tr("Sites by next step"), progress[1]),
        ):
            dests[key] = write_table(self, key, parameters, context, table, frame, share)
            describe(dests[key], scored_metadata(scores_layer, title, scheme, history), context)
        style_table_on_load(dests[self.SITE_STEPS], context, "site_steps")
        feedback.setProgress(100)
        return {**dests, self.N_STEPS: len(found.steps), self.N_ONE_STEP: len(near)}

    def _day(self, parameters: dict[str, Any], context: QgsProcessingContext) -> date:
        text = self.parameterAsString(parameters, self.DAY, context).strip()
        try:
            return date.fromisoformat(text) if text else date.today()
        except ValueError:
            raise QgsProcessingException(
                self.tr("The planning day '{0}' is not understood; write a date like 2026-05-31.").format(
                    text
                )
            ) from None

    def _report(
        self,
        found: FoundSteps,
        near: pd.DataFrame,
        scheme: Scheme,
        feedback: QgsProcessingFeedback,
    ) -> None:
        from ..core.scorecard.step_table import steps_by_territory

        language = language_of_qgis()
        sites, steps = found.sites, found.steps
        counts = [int((sites[f"n_{kind}"] > 0).sum()) for kind in ("ask", "confirm", "change", "visit")]
        inactive = int((sites["state"] == "inactive").sum())
        feedback.pushInfo(
            self.tr(
                "Sites with something to ask {0}, to confirm {1}, to change {2}; without a usable visit {3}; "
                "inactive, without steps {4}"
            ).format(*counts, inactive)
        )
        ending = steps[(steps["kind"] == "confirm") & (steps["questions"] == "qualification")]
        feedback.pushInfo(
            self.tr("Sites whose official status ended or ends within 3 months: {0}").format(
                ending["pcode"].nunique()
            )
        )
        feedback.pushInfo(self.tr("Sites by territory (to ask, to confirm, to change, without visit):"))
        territories = steps_by_territory(sites)
        for row in territories.head(_TERRITORIES_SHOWN).itertuples(index=False):
            place = " / ".join(filter(None, (row.admin1, row.admin2))) or self.tr("not known")
            feedback.pushInfo(f"  {place}: {row.n_ask}, {row.n_confirm}, {row.n_change}, {row.n_visit}")
        left = len(territories) - _TERRITORIES_SHOWN
        if left > 0:
            feedback.pushInfo(self.tr("  and {0} more territories, in the layer of sites").format(left))
        if scheme.overall is not None:
            for kind, text in (
                ("ask", self.tr("{label}: {n} sites are one answer to be asked from {level}: {names}")),
                ("change", self.tr("{label}: {n} sites are one change on the ground from {level}: {names}")),
            ):
                names = near.loc[near["kind"] == kind, "name"].tolist()
                more = ", ..." if len(names) > _NAMES_SHOWN else ""
                shown = ", ".join(names[:_NAMES_SHOWN]) + more
                level = scheme.levels[-1].label[language]
                label = scheme.overall.label[language]
                feedback.pushInfo(text.format(label=label, n=len(names), level=level, names=shown or "-"))
        feedback.pushInfo(scheme_line(scheme))
