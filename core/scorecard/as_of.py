"""The reference date of a scorecard: which visit speaks for a site, and how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError

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
            f"The reference date '{text}' is not understood; write a date like 2026-05-31, "
            f"'{VISIT}' or '{LAST_KNOWN}'."
        ) from None


def chosen_visits(sites: pd.DataFrame, visits: pd.DataFrame, as_of: AsOf) -> pd.DataFrame:
    """The visit that speaks for each site: one row per site, in order, empty where none does.

    sites: pcode, visit_id (not used with a fixed date). visits: the atlas table.
    With a fixed date it is the latest row of kind "visit" up to that day, of two on one day the one
    with the lowest source_order. Raises TableError when a key stands twice or a visit is missing.
    """
    _check_unique(sites["pcode"], "SITES", "site")
    _check_unique(visits["visit_id"], "VISITS", "visit")
    if as_of.date is None:
        keys, column = sites["visit_id"], "visit_id"
        absent = keys.notna() & ~keys.isin(visits["visit_id"])
        if absent.any():
            raise TableError(
                f"VISITS lacks {int(absent.sum())} of the visits that SITES names "
                f"(first: {keys[absent].iloc[0]}); give both tables of the same import."
            )
        candidates = visits[visits["visit_id"].notna()]
    else:
        keys, column = sites["pcode"], "pcode"
        candidates = _latest(visits, pd.Timestamp(as_of.date))
    place = pd.Index(candidates[column]).get_indexer(pd.Index(keys))
    place = np.where(keys.notna().to_numpy(), place, -1)
    chosen = candidates.take(np.maximum(place, 0)) if len(candidates) else candidates.reindex(sites.index)
    chosen = chosen.reset_index(drop=True)
    chosen.loc[place < 0, "visit_id"] = None
    return chosen


def _latest(visits: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    used = visits[(visits["row_kind"] == ROW_KIND_VISIT) & (visits["visit_date"] <= day)]
    ties = [name for name in ("source_order", "visit_id") if name in used]
    ordered = used.sort_values(["visit_date", *ties], ascending=[False] + [True] * len(ties))
    return ordered.drop_duplicates("pcode")


def _check_unique(keys: pd.Series, table: str, thing: str) -> None:
    twice = keys.notna() & keys.duplicated()
    if twice.any():
        raise TableError(
            f"{table} holds the {thing} {keys[twice].iloc[0]} more than once; "
            "choose the layer with one row for each."
        )


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
