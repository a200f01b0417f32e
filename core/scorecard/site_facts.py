"""Miners, minerals and project of scored sites, which SCORES does not hold, from SITES or VISITS."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..wording import say

_OF_THE_VISIT = ("workers", "project")  # what is dug belongs to the place, these to a day


def with_facts(
    scores: pd.DataFrame,
    sites: pd.DataFrame | None,
    visits: pd.DataFrame | None,
    names: Iterable[str],
) -> tuple[pd.DataFrame, list[str]]:
    """SCORES with these columns added where it lacks them, and sentences on what could not be found.

    Each comes from the visit that was scored (VISITS by visit_id), else from SITES by pcode: miners and
    project only where SITES speaks of the same visit, other columns always. Rows keep their order.
    Raises TableError when SITES or VISITS repeat a key.
    """
    scores, notes = scores.reset_index(drop=True), []
    for name in names:
        if name in scores:
            continue
        values = pd.Series([None] * len(scores), dtype=object)
        if visits is not None and name in visits:
            values = _looked_up(scores["visit_id"], visits, "visit_id", name, "VISITS")
        if sites is not None and name in sites:
            of_site = _looked_up(scores["pcode"], sites, "pcode", name, "SITES")
            if name in _OF_THE_VISIT and {"visit_id"} <= set(sites.columns):
                visit = _looked_up(scores["pcode"], sites, "pcode", "visit_id", "SITES")
                same = (visit == scores["visit_id"]) & visit.notna()
                other = int((~same & of_site.notna() & scores["visit_id"].notna() & values.isna()).sum())
                if other:
                    notes.append(
                        say(
                            "The {0} of {1} sites is not known: SITES speaks of another visit than SCORES; "
                            "give the table VISITS.",
                            name,
                            other,
                        )
                    )
                of_site = of_site.where(same, None)
            values = values.where(values.notna(), of_site)
        scores[name] = values
        if len(scores) and values.isna().all():
            notes.append(
                say("Nothing is known of {0}: give the tables SITES or VISITS of the same import.", name)
            )
    return scores, notes


def _looked_up(keys: pd.Series, table: pd.DataFrame, key: str, name: str, title: str) -> pd.Series:
    known = table[table[key].notna()]
    twice = known[key].duplicated()
    if twice.any():
        raise TableError(
            say(
                "{0} holds {1} more than once in {2}; choose the layer with one row for each.",
                title,
                known.loc[twice, key].iloc[0],
                key,
            )
        )
    if known.empty:
        return pd.Series([None] * len(keys), dtype=object)
    place = pd.Index(known[key]).get_indexer(pd.Index(keys))
    values = known[name].astype(object).to_numpy()[np.maximum(place, 0)]
    found = pd.Series(values, dtype=object).where(place >= 0, None)
    return found.where(found.notna() & keys.notna().to_numpy(), None)
