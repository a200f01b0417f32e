"""Zones of one protected area made one: rows of the World Database that share their site's key."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
import shapely

from .area_account import NAME_SEPARATOR, Account, add
from .area_rules import AreaRules, iucn_rank

_LISTED = (
    *("area_name", "designation", "status", "tier_reason", "designation_type", "site_type", "realm"),
    "parent_iso3",
)
_SITES_BETWEEN_REPORTS = 500


def merge_zones(
    table: pd.DataFrame,
    polygons: np.ndarray,
    labels: np.ndarray,
    rules: AreaRules,
    account: Account,
    progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Rows of one site_id and tier made one row, at the place of the first; the rest as it was.

    Of words that differ all are listed; the category is the strictest, the year the earliest; a reported
    area is kept where all zones state the same. Areas without site_id stay.
    progress: called with 0..1; what it raises ends the work.
    """
    zones = table[table["site_id"].notna() & table.duplicated(["site_id", "tier"], keep=False)]
    group = zones.groupby(["site_id", "tier"], sort=False).ngroup().to_numpy()  # by their first rows
    by_group = zones.groupby(group)
    rows = np.split(zones.index.to_numpy()[np.argsort(group, kind="stable")], np.cumsum(by_group.size())[:-1])
    firsts = zones.index[~zones.duplicated(["site_id", "tier"])]
    progress(0.05)

    merged = pd.DataFrame({name: _listed(zones[name], group, len(firsts)) for name in _LISTED}, dtype=object)
    merged["area_id"] = by_group["site_id"].first()
    by_rank = np.lexsort((iucn_rank(zones["iucn_cat"], rules), group))
    strictest = by_rank[np.diff(group[by_rank], prepend=-1) != 0]
    merged["iucn_cat"] = zones["iucn_cat"].to_numpy(dtype=object)[strictest]
    merged["status_year"] = by_group["status_year"].min()
    km2, n_zones = by_group["reported_km2"].agg(["min", "max", "count"]), by_group.size()
    merged["reported_km2"] = km2["min"].where((km2["min"] == km2["max"]) & (km2["count"] == n_zones))
    merged["zones"] = n_zones.astype("Int64")
    for name in ("repaired", "approximate"):
        merged[name] = yes_no((zones[name] == "yes").groupby(group).any())
    table, polygons, labels = table.copy(), polygons.copy(), labels.copy()
    for name in merged.columns:
        values = merged[name]
        # pandas 2 warns of missing texts put into a column of missing numbers.
        values = values.astype(table[name].dtype) if values.isna().all() else values
        table.loc[firsts, name] = values.array
    progress(0.2)

    unions = []
    for number, of_site in enumerate(rows):
        if number % _SITES_BETWEEN_REPORTS == 0:
            progress(0.2 + 0.8 * number / len(rows))
        unions.append(shapely.union_all(polygons[of_site]))
    polygons[firsts] = unions
    labels[firsts] = merged["area_name"] + " (" + merged["area_id"] + ")"
    add(account, "zones_merged", [f"{label}: {n}" for label, n in zip(labels[firsts], n_zones)])
    stays = ~table.index.isin(zones.index.difference(firsts))
    return table[stays].reset_index(drop=True), polygons[stays], labels[stays]


def yes_no(flags: Iterable[bool]) -> list[str]:
    """Flags as the words of the tables."""
    return ["yes" if flag else "no" for flag in flags]


def any_yes(words: pd.Series) -> str:
    """yes when any of the words is yes, else no."""
    return "yes" if (words == "yes").any() else "no"


def _listed(words: pd.Series, group: np.ndarray, n_groups: int) -> list[str | None]:
    """The different words of each group in the order of its rows, None where there is none."""
    listed: list[dict[str, None]] = [{} for _ in range(n_groups)]
    known = words.notna().to_numpy()
    for number, word in zip(group[known].tolist(), words[known].tolist()):
        listed[number][word] = None
    return [NAME_SEPARATOR.join(different) or None for different in listed]
