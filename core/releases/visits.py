"""Visits of two imports compared by pcode, date and project, never by the source's row number."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..importing.rows import slug
from ..tables import VISIT_CHANGES, VISITS
from ..wording import say
from .changes import (
    LOCATION,
    MOVED_M,
    Changes,
    Pairs,
    Progress,
    answers,
    as_table,
    check_keys,
    in_order,
    latest_values_at,
    no_progress,
    shared,
    values_at,
)
from .pairing import Pairing, combined, labels_of, single_pairs

VISIT_KINDS = ("added", "removed", "redated", "answer_changed")
_NOT_COMPARED = frozenset(
    {"visit_id", "pcode", "visit_date", "service_slots", "source_order", "longitude", "latitude"}
)
COMPARED_OF_VISITS = tuple(column for column in VISITS if column.name not in _NOT_COMPARED)
_OF_THE_ROW = frozenset(
    {"name", "row_kind", "date_precision", "source", "project", "admin1", "admin2", "comment"}
)
_ANSWERS = tuple(column for column in COMPARED_OF_VISITS if column.name not in _OF_THE_ROW)
# Minerals belong to the place, and nearly every visit has these; they do not tell one visit from another.
_TELL_LITTLE = frozenset(
    {"on_site", "mineral_main", "minerals", "is_3t", "is_gold", "services_full", "recall_months"}
)


def compare_visits(
    old: pd.DataFrame, new: pd.DataFrame, moved_m: float = MOVED_M, progress: Progress = no_progress
) -> pd.DataFrame:
    """The table VISIT_CHANGES: one row a change, ordered by pcode, visit, as in VISIT_KINDS, by column.

    old, new: tables of visits with at least visit_id, pcode, visit_date and project. Several visits of one
    pcode, date and project are paired by equal answers first, then in their order. A removed and an added
    visit with the same answers, at least one of them known, are one visit: of one pcode and date with
    another project (a changed answer to the field "project"), of one pcode and project with another date
    (the nearest dates go together). moved_m: as for the sites.
    Raises TableError when a visit has no pcode.
    """
    for frame, title in ((old, say("old visits")), (new, say("new visits"))):
        check_keys(frame["pcode"], title)
    kept, redated, gone, came = pair_visits(old, new, progress)
    changes = Changes()
    changes.add_rows("added", came, True)
    changes.add_rows("removed", gone, False)
    dates = next(column for column in VISITS if column.name == "visit_date")
    changes.compare_column(redated, dates, "redated")
    pairs = Pairs(
        old,
        new,
        np.concatenate([kept.at_old, redated.at_old]),
        np.concatenate([kept.at_new, redated.at_new]),
    )
    changes.compare_places(pairs, moved_m, "answer_changed")
    compared = shared(COMPARED_OF_VISITS, old, new)
    for number, column in enumerate(compared):
        progress(0.4 + 0.6 * number / len(compared))
        changes.compare_column(pairs, column, "answer_changed")

    table = changes.table()
    at_old, at_new = table["at_old"].to_numpy(), table["at_new"].to_numpy()
    for name in ("pcode", "name", "project"):
        table[name] = latest_values_at(old, new, name, at_old, at_new)
    for frame, at, age in ((old, at_old, "old"), (new, at_new, "new")):
        table[f"visit_id_{age}"] = values_at(frame, "visit_id", at)
        table[f"date_{age}"] = np.append(
            frame["visit_date"].to_numpy(dtype="datetime64[ns]"), np.datetime64("NaT")
        )[at]
    table["visit"] = table["visit_id_new"].where(table["visit_id_new"].notna(), table["visit_id_old"])
    progress(1.0)
    fields = [LOCATION, *(column.name for column in VISITS)]
    return as_table(in_order(table, ["pcode", "visit"], VISIT_KINDS, fields), VISIT_CHANGES)


def pair_visits(
    old: pd.DataFrame, new: pd.DataFrame, progress: Progress
) -> tuple[Pairs, Pairs, np.ndarray, np.ndarray]:
    """Visits that are the same, those that got another date, and the places of those gone and come.

    old, new: as for compare_visits, which says how visits are paired.
    """
    progress(0.0)
    pcode = labels_of(old["pcode"], new["pcode"])
    project = labels_of(_slugs(old["project"]), _slugs(new["project"]))
    series = combined(pcode, project)
    day = labels_of(old["visit_date"], new["visit_date"])
    key = combined(series, day)
    progress(0.1)

    # Nearly all visits are the only one of their key, so that answers need comparing for few.
    single_old, single_new = single_pairs(key, len(old))
    rest_old = np.setdiff1d(np.arange(len(old)), single_old, assume_unique=True)
    rest_new = np.setdiff1d(np.arange(len(new)), single_new, assume_unique=True)
    rest = np.concatenate([rest_old, len(old) + rest_new])
    given, known = _given(old.iloc[rest_old], new.iloc[rest_new])
    progress(0.2)
    pairing = Pairing(_order(old)[rest_old], _order(new)[rest_new])
    pairing.in_order(combined(key[rest], given))
    pairing.in_order(key[rest])
    pairing.in_order(combined(combined(pcode, day)[rest], given), known)
    kept_old, kept_new = pairing.take()
    days = np.concatenate(
        [
            frame["visit_date"].to_numpy(dtype="datetime64[D]")[at]
            for frame, at in ((old, rest_old), (new, rest_new))
        ]
    )
    pairing.nearest(combined(series[rest], given), days, known, progress=lambda: progress(0.3))
    redated_old, redated_new = pairing.take()
    left_old, left_new = pairing.left()
    return (
        Pairs(
            old,
            new,
            np.concatenate([single_old, rest_old[kept_old]]),
            np.concatenate([single_new, rest_new[kept_new]]),
        ),
        Pairs(old, new, rest_old[redated_old], rest_new[redated_new]),
        rest_old[left_old],
        rest_new[left_new],
    )


def _given(old: pd.DataFrame, new: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Of the visits of both tables: labels, alike where all answers are, and whether any that tells is known."""
    n = len(old) + len(new)
    labels, known = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool)
    for column in shared(_ANSWERS, old, new):
        of_column = answers(old[column.name], new[column.name], column)
        labels = combined(labels, of_column + 1)
        if column.name not in _TELL_LITTLE:
            known |= of_column >= 0
    return labels, known


def _slugs(project: pd.Series) -> pd.Series:
    """Projects as keys write them, so that capitals and hyphens make no other visit."""
    names = {name: slug(name) or None for name in project.dropna().unique()}
    return project.map(names).astype(object)


def _order(frame: pd.DataFrame) -> np.ndarray:
    """(n,) the order of the source, for ties alone; that of the rows where it has none."""
    if "source_order" not in frame.columns:
        return np.arange(len(frame), dtype=float)
    return frame["source_order"].astype("float64").fillna(np.inf).to_numpy()
