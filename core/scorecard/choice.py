"""Which visits are scored: the one that speaks for each site, all of them, or one a year."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError
from ..wording import say, to_say
from .as_of import ROW_KIND_VISIT, AsOf

WHICH = LATEST, ALL, PER_YEAR = ("latest", "all", "per_year")
_Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Choice:
    """Rows to score: their places among the sites, and among the visits (-1 where a site has none).

    notes: sentences on visits that were left out.
    """

    site: _Places
    visit: _Places
    notes: list[str] = field(default_factory=list)

    def of_visits(self, values: pd.Series) -> pd.Series:
        """A column of the visits for these rows, empty where there is no visit."""
        if not len(values):
            return values.reindex(range(len(self.visit)))
        taken = values.take(np.maximum(self.visit, 0)).reset_index(drop=True)
        is_none = self.visit < 0
        return taken.mask(is_none, None if taken.dtype == object else pd.NA) if is_none.any() else taken

    def of_sites(self, values: pd.Series) -> pd.Series:
        """A column of the sites for these rows."""
        return values.take(self.site).reset_index(drop=True)


def choose_visits(sites: pd.DataFrame, visits: pd.DataFrame, as_of: AsOf, which: str = LATEST) -> Choice:
    """The visits to score, in the order of sites, then of dates.

    sites: pcode, visit_id (needed for the latest without a fixed date). visits: the atlas table.
    latest: one row per site, the visit that SITES names or, with a fixed date, the latest up to that day.
    all, per_year: every visit of the source's own teams up to that day, or the latest of each year; a site
    without any keeps one row. Of two visits on one day the one with the lowest source_order is the later.
    Raises TableError when a key stands twice or a visit is missing.
    """
    _check_unique(
        sites["pcode"],
        to_say("SITES holds the site {0} more than once; choose the layer with one row for each."),
    )
    _check_unique(
        visits["visit_id"],
        to_say("VISITS holds the visit {0} more than once; choose the layer with one row for each."),
    )
    everyone = np.arange(len(sites))
    if which == LATEST:
        if as_of.date is None:
            return Choice(everyone, _named(sites["visit_id"], visits["visit_id"]))
        return Choice(everyone, _last_of_each(_used(sites, visits, as_of), len(sites)))
    used = _used(sites, visits, as_of)
    if which == PER_YEAR:
        used = used.drop_duplicates(["site", "year"], keep="last")
    without = np.setdiff1d(everyone, used["site"].to_numpy())
    site = np.concatenate([used["site"].to_numpy(), without])
    visit = np.concatenate([used["place"].to_numpy(), np.full(len(without), -1)])
    order = np.argsort(site, kind="stable")
    return Choice(site[order], visit[order], _left_out(sites, visits))


def _named(keys: pd.Series, visit_ids: pd.Series) -> _Places:
    place = _places_of(keys, visit_ids)
    absent = keys.notna().to_numpy() & (place < 0)
    if absent.any():
        raise TableError(
            say(
                "VISITS lacks {0} of the visits that SITES names (first: {1}); give both tables of "
                "the same import.",
                int(absent.sum()),
                keys[absent].iloc[0],
            )
        )
    return place


def _used(sites: pd.DataFrame, visits: pd.DataFrame, as_of: AsOf) -> pd.DataFrame:
    """Visits that may be scored, by site and then date: site and place (numbers of rows), year."""
    site = _places_of(visits["pcode"], sites["pcode"])
    is_used = _is_visit(visits) & (site >= 0)
    if as_of.date is not None:
        is_used &= (visits["visit_date"] <= pd.Timestamp(as_of.date)).to_numpy()
    place = np.flatnonzero(is_used)
    day = visits["visit_date"].to_numpy()[place].astype("datetime64[D]")
    used = pd.DataFrame({"site": site[place], "day": day.astype(np.int64), "place": place})
    used["year"] = day.astype("datetime64[Y]").astype(np.int64) + 1970
    # Sorted descending: the one with the lowest source_order is the last of its day.
    used["order"] = (
        -visits["source_order"].iloc[place].to_numpy(float, na_value=np.inf)
        if ("source_order" in visits)
        else 0.0
    )
    used["key"] = _key_ranks(visits["visit_id"].iloc[place], used)
    order = np.lexsort([used[name].to_numpy() for name in ("key", "order", "day", "site")])
    return used.take(order)


def _key_ranks(visit_id: pd.Series, used: pd.DataFrame) -> npt.NDArray[np.int64]:
    """(n,) falling ranks of keys, for visits to one site on one day that nothing else tells apart."""
    tied = np.flatnonzero(used.duplicated(["site", "day", "order"], keep=False))
    ranks = np.zeros(len(used), dtype=np.int64)
    ranks[tied] = -pd.factorize(visit_id.iloc[tied], sort=True)[0]
    return ranks


def _is_visit(visits: pd.DataFrame) -> npt.NDArray[np.bool_]:
    return (visits["row_kind"].to_numpy(object) == ROW_KIND_VISIT) & visits["visit_date"].notna().to_numpy()


def _places_of(keys: pd.Series, among: pd.Series) -> _Places:
    """(n,) where each key stands among others; -1 where it does not, or is empty."""
    filled = np.flatnonzero(among.notna().to_numpy())
    found = pd.Index(among.iloc[filled]).get_indexer(pd.Index(keys))
    return np.append(filled, -1)[np.where(keys.notna().to_numpy(), found, -1)]


def _last_of_each(used: pd.DataFrame, n_sites: int) -> _Places:
    last = used.drop_duplicates("site", keep="last")
    visit = np.full(n_sites, -1)
    visit[last["site"].to_numpy()] = last["place"].to_numpy()
    return visit


def _left_out(sites: pd.DataFrame, visits: pd.DataFrame) -> list[str]:
    own = visits["row_kind"].to_numpy(object) == ROW_KIND_VISIT
    notes = []
    for is_out, why in (
        (
            own & visits["visit_date"].isna().to_numpy(),
            to_say("{0} visits have no date and are not scored (first: {1})."),
        ),
        (
            _is_visit(visits) & (_places_of(visits["pcode"], sites["pcode"]) < 0),
            to_say("{0} visits are of sites that SITES lacks and are not scored (first: {1})."),
        ),
    ):
        if is_out.any():
            first = visits["visit_id"].to_numpy(object)[is_out][0]
            notes.append(say(why, int(is_out.sum()), first))
    return notes


def _check_unique(keys: pd.Series, fault: str) -> None:
    twice = keys.notna() & keys.duplicated()
    if twice.any():
        raise TableError(say(fault, keys[twice].iloc[0]))
