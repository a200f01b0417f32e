"""Status decisions at a date: qualification with its validity, and traceability lists."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from .as_of import LAST_KNOWN, AsOf, Dates, add_months
from .scheme_model import Rules
from .variables import LISTED_PROGRAMME

_LATEST = np.datetime64("2261-12-31", "D")  # near the end of what datetime64[ns] holds
_DAYS_APART = 1 << 18  # more days than datetime64[ns] holds
_LAPSED = {"green": "expired_green", "yellow": "expired_yellow", "blue": "lapsed_blue"}


def qualification_at(
    rows: pd.DataFrame, at: Dates, statuses: pd.DataFrame | None, rules: Rules, as_of: AsOf
) -> tuple[npt.NDArray, Dates]:
    """Status of each row at its date: (n,) codes, None where unknown, and (n,) decision dates.

    rows: pcode; where statuses is None also qualification and qualification_date of the site.
    A decision after the date is not used. Green and yellow expire, blue lapses, red stays at any age
    (its months only say when a new inspection is due);
    with "last_known" nothing ends and all decisions count.
    """
    if statuses is None:
        codes, dates = _site_decisions(rows, at, as_of)
    else:
        decisions = statuses[(statuses["kind"] == "qualification") & statuses["qualification"].notna()]
        until = np.full(len(rows), _LATEST) if as_of.mode == LAST_KNOWN else at
        codes, dates = _latest_until(rows["pcode"], until, decisions, "qualification")
        codes[pd.isna(codes)] = "none"
        codes[np.isnat(until)] = None
    if as_of.mode != LAST_KNOWN:
        for code, lapsed in _LAPSED.items():
            months = rules.qualification_months[code]
            if months is not None:
                codes[(codes == code) & (at > add_months(dates, months))] = lapsed
    return codes, dates


def _site_decisions(rows: pd.DataFrame, at: Dates, as_of: AsOf) -> tuple[npt.NDArray, Dates]:
    """The site's own last decision; one after the date hides what held before it: unknown."""
    nothing = np.full(len(rows), np.datetime64("NaT"), "datetime64[D]")
    if "qualification" not in rows or "qualification_date" not in rows:
        return np.full(len(rows), None, dtype=object), nothing
    codes = rows["qualification"].fillna("none").to_numpy(object).copy()
    dates = rows["qualification_date"].to_numpy().astype("datetime64[D]")
    if as_of.mode != LAST_KNOWN:
        codes[(codes != "none") & ~(dates <= at)] = None
    return codes, dates


def listed_programme_at(
    rows: pd.DataFrame, at: Dates, statuses: pd.DataFrame | None, visits: pd.DataFrame, rules: Rules
) -> tuple[npt.NDArray[np.bool_], Dates]:
    """Where a programme's list names the site: (n,) truth and (n,) list dates.

    The list must be no older than the scheme's months at the date, and no later visit up to the date
    may have found no programme. visits: pcode, visit_date of the visits that asked and found none.
    """
    nothing = np.full(len(rows), np.datetime64("NaT"), "datetime64[D]")
    if statuses is None:
        return np.zeros(len(rows), dtype=bool), nothing
    lists = statuses[(statuses["kind"] == "traceability") & (statuses["traceability"] == LISTED_PROGRAMME)]
    _, listed = _latest_until(rows["pcode"], at, lists, "traceability")
    contrary = visits.assign(date=visits["visit_date"], found="none")
    _, denied = _latest_until(rows["pcode"], at, contrary, "found")
    is_listed = (at <= add_months(listed, rules.listed_months)) & ~(denied >= listed)
    return is_listed, listed


def _latest_until(
    pcode: pd.Series, until: Dates, events: pd.DataFrame, column: str
) -> tuple[npt.NDArray, Dates]:
    """Value and date of each site's latest event up to a date: None and NaT where there is none."""
    values = np.full(len(pcode), None, dtype=object)
    dates = np.full(len(pcode), np.datetime64("NaT"), "datetime64[D]")
    events = events[events["date"].notna() & events["pcode"].notna()]
    if not len(events):
        return values, dates
    ties = [name for name in ("status_id", column) if name in events]
    events = events.sort_values(["date", *ties], kind="stable")
    site, known_sites = pd.factorize(events["pcode"])
    moment = _moments(site, events["date"].to_numpy())
    order = np.argsort(moment, kind="stable")
    row_site = pd.Index(known_sites).get_indexer(pd.Index(pcode))
    usable = np.flatnonzero((row_site >= 0) & ~np.isnat(until))
    found = np.searchsorted(moment[order], _moments(row_site[usable], until[usable]), side="right") - 1
    event = order[np.maximum(found, 0)]
    is_own = (found >= 0) & (site[event] == row_site[usable])
    place, event = usable[is_own], event[is_own]
    chosen = events[column].to_numpy(object)[event]
    values[place] = np.where(pd.isna(chosen), None, chosen)
    dates[place] = events["date"].to_numpy()[event].astype("datetime64[D]")
    return values, dates


def _moments(site: npt.NDArray[np.int64], day: npt.NDArray) -> npt.NDArray[np.int64]:
    """(n,) one number for site and day, in the order of sites, then of days."""
    days = day.astype("datetime64[D]").astype(np.int64)
    return site * _DAYS_APART + days
