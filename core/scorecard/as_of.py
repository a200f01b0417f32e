"""The reference date of a scorecard, and how old visits are at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError
from ..wording import say

VISIT = "visit"
LAST_KNOWN = "last_known"
ROW_KIND_VISIT = "visit"
Dates = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class AsOf:
    """When time-bound answers must hold.

    mode: "visit" (the date of the visit), "last_known" (no status ends), or "date" (the fixed date).
    """

    mode: str
    date: date | None = None

    def __str__(self) -> str:
        return self.date.isoformat() if self.date else self.mode


def parse_as_of(text: str) -> AsOf:
    """AsOf from "visit", "last_known" or an ISO date. Raises TableError for any other text."""
    word = text.strip().lower()
    if word in (VISIT, LAST_KNOWN):
        return AsOf(word)
    try:
        return AsOf("date", date.fromisoformat(word))
    except ValueError:
        raise TableError(
            say(
                "The reference date '{0}' is not understood; write a date like 2026-05-31, '{1}' or '{2}'.",
                text,
                VISIT,
                LAST_KNOWN,
            )
        ) from None


def reference_dates(visit_date: pd.Series, as_of: AsOf) -> Dates:
    """(n,) datetime64[D]: the day at which time-bound answers of each row must hold."""
    if as_of.date is None:
        return visit_date.to_numpy().astype("datetime64[D]")
    return np.full(len(visit_date), np.datetime64(as_of.date, "D"))


def add_months(days: Dates, months: int) -> Dates:
    """(n,) days so many calendar months later; the 31st becomes the month's last day."""
    month = days.astype("datetime64[M]")
    day_of_month = days - month.astype("datetime64[D]")
    target = month + np.timedelta64(months, "M")
    last = (target + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(target.astype("datetime64[D]") + day_of_month, last)


def age_classes(visit_date: pd.Series, at: date, freshness_years: tuple[int, int]) -> pd.Series:
    """Text: fresh, ageing or old on the day `at`; None without a date."""
    days = visit_date.to_numpy().astype("datetime64[D]")
    day = np.datetime64(at, "D")
    fresh, ageing = (add_months(days, 12 * years) >= day for years in freshness_years)
    words = np.where(fresh, "fresh", np.where(ageing, "ageing", "old")).astype(object)
    words[np.isnat(days)] = None
    return pd.Series(words, dtype=object)
