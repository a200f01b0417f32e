"""Sites of two imports compared by pcode."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..tables import NO, SITE_CHANGES, SITES, YES
from ..wording import say
from .changes import (
    LOCATION,
    MOVED_M,
    Changes,
    Pairs,
    Progress,
    as_table,
    check_keys,
    coordinates_at,
    in_order,
    latest_values_at,
    no_progress,
    shared,
    values_at,
)

SITE_KINDS = ("new", "vanished", "moved", "renamed", "admin_changed", "answer_changed")
_ADMIN = frozenset({"country", "admin1", "admin2", "admin3", "admin4", "village"})
# Key and place, and what only counts the visits, or their answers, or names the one that speaks.
_NOT_COMPARED = frozenset(
    {
        *("pcode", "longitude", "latitude", "first_visit", "last_visit", "n_visits", "n_third_party"),
        *("n_statuses", "visit_id", "visit_date", "project", "service_slots"),
    }
)
COMPARED_OF_SITES = tuple(column for column in SITES if column.name not in _NOT_COMPARED)


def compare_sites(
    old: pd.DataFrame, new: pd.DataFrame, moved_m: float = MOVED_M, progress: Progress = no_progress
) -> pd.DataFrame:
    """The table SITE_CHANGES: one row a change, ordered by pcode, then as in SITE_KINDS, then by column.

    old, new: tables of sites; only pcode is needed. moved_m: a site has moved that is more than so many
    metres away on the ellipsoid. A place known in one set only is a changed answer to the field "location".
    Raises TableError when a site has no pcode or is there twice.
    """
    at_old, at_new, gone, came = pair_sites(old, new)
    pairs = Pairs(old, new, at_old, at_new)

    changes = Changes()
    changes.add_rows("new", came, True)
    changes.add_rows("vanished", gone, False)
    changes.compare_places(pairs, moved_m, "moved")
    compared = shared(COMPARED_OF_SITES, old, new)
    for number, column in enumerate(compared):
        progress(number / len(compared))
        change = "renamed" if column.name == "name" else "answer_changed"
        changes.compare_column(pairs, column, "admin_changed" if column.name in _ADMIN else change)

    table = changes.table()
    at_old, at_new = table["at_old"].to_numpy(), table["at_new"].to_numpy()
    table["pcode"] = latest_values_at(old, new, "pcode", at_old, at_new)
    table["name_old"] = values_at(old, "name", at_old)
    table["name_new"] = values_at(new, "name", at_new)
    table["same_visit"] = _same_visit(old, new, at_old, at_new)
    before, after = coordinates_at(old, at_old), coordinates_at(new, at_new)
    table["longitude"], table["latitude"] = np.where(np.isnan(after), before, after)
    progress(1.0)
    fields = [LOCATION, *(column.name for column in SITES)]
    return as_table(in_order(table, ["pcode"], SITE_KINDS, fields), SITE_CHANGES)


def pair_sites(old: pd.DataFrame, new: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Places in old and in new of the sites that are in both, then of those gone and come.

    Raises TableError as compare_sites does.
    """
    for frame, title in ((old, say("old sites")), (new, say("new sites"))):
        _check(frame["pcode"], title)
    in_old = pd.Index(old["pcode"], dtype=object).get_indexer(pd.Index(new["pcode"], dtype=object))
    at_new = np.flatnonzero(in_old >= 0)
    at_old = in_old[at_new]
    return at_old, at_new, np.setdiff1d(np.arange(len(old)), at_old), np.flatnonzero(in_old < 0)


def _check(pcode: pd.Series, title: str) -> None:
    check_keys(pcode, title)
    again = pcode[pcode.duplicated()]
    if len(again):
        raise TableError(
            say(
                "The {0} have {1} more than once; keep one row for each pcode, as 'Import mine-site "
                "visits' writes them.",
                title,
                again.iloc[0],
            )
        )


def _same_visit(old: pd.DataFrame, new: pd.DataFrame, at_old: np.ndarray, at_new: np.ndarray) -> np.ndarray:
    """Whether one visit speaks for the site in both sets; None where no visit does, or none is named."""
    before, after = values_at(old, "visit_id", at_old), values_at(new, "visit_id", at_new)
    named = "visit_id" in old.columns and "visit_id" in new.columns
    same = np.where(pd.notna(before) & (before == after), YES, NO).astype(object)
    speaks = named & (at_old >= 0) & (at_new >= 0) & ~(pd.isna(before) & pd.isna(after))
    return np.where(speaks, same, None)
