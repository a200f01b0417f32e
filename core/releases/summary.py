"""How many changes of each kind."""

from __future__ import annotations

import pandas as pd

from ..tables import CHANGE_SUMMARY
from .changes import as_table
from .sites import SITE_KINDS
from .visits import VISIT_KINDS


def summary(sites: pd.DataFrame, visits: pd.DataFrame | None = None) -> pd.DataFrame:
    """The table CHANGE_SUMMARY of SITE_CHANGES and, where they were compared, of VISIT_CHANGES.

    Ordered by table, by change as in SITE_KINDS and VISIT_KINDS, then the most frequent field first.
    """
    parts = []
    for of, table, kinds in (("sites", sites, SITE_KINDS), ("visits", visits, VISIT_KINDS)):
        if table is None or table.empty:
            continue
        groups = table.groupby(["change", "field", "kind"], dropna=False, sort=False)
        counts = groups["pcode"].agg(["size", "nunique"]).reset_index()
        counts = counts.rename(columns={"size": "n", "nunique": "n_sites"}).assign(of=of)
        counts["place"] = counts["change"].map({change: place for place, change in enumerate(kinds)})
        counts = counts.sort_values(["place", "n", "field", "kind"], ascending=[True, False, True, True])
        parts.append(as_table(counts, CHANGE_SUMMARY))
    return pd.concat(parts, ignore_index=True) if parts else as_table(pd.DataFrame(), CHANGE_SUMMARY)
