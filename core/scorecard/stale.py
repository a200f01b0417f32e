"""Answers older than the user wishes: marked, or counted as unknown."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from .as_of import Dates, add_months
from .variables import Answers, CodeAnswer, CountAnswer

STALE = MARK, COUNT_AS_UNKNOWN = ("mark", "unknown")


@dataclass(frozen=True)
class Ageing:
    """An answer is stale on the day `at` when it is more than max_age years old.

    counts_as: one of STALE. Its date is that of the decision, list or title, else that of the visit.
    """

    max_age: int
    at: date
    counts_as: str = MARK

    def is_stale(self, answer: CodeAnswer | CountAnswer, dates: Dates) -> npt.NDArray[np.bool_]:
        """(n,) where a known answer is stale. dates: (n,) of the visits."""
        ends = add_months(dates_of(answer, dates), 12 * self.max_age)
        return answer.is_known & (ends < np.datetime64(self.at, "D"))


def dates_of(answer: CodeAnswer | CountAnswer, dates: Dates) -> Dates:
    """(n,) days from which an answer is; dates: (n,) of the visits."""
    own = answer.date if isinstance(answer, CodeAnswer) else None
    return dates if own is None else np.where(np.isnat(own), dates, own)


def aged(answers: Answers, dates: Dates, ageing: Ageing | None) -> Answers:
    """The answers, with stale ones set aside if they count as unknown."""
    if ageing is None or ageing.counts_as == MARK:
        return answers
    return {
        name: dataclasses.replace(answer, stale=ageing.is_stale(answer, dates))
        for name, answer in answers.items()
    }
