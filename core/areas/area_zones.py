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
    keyed = table[table["site_id"].notna()]
    groups = keyed.groupby(["site_id", "tier"], sort=False).indices
    places = {key: keyed.index[rows].tolist() for key, rows in groups.items() if len(rows) > 1}
    table, polygons, labels = table.copy(), polygons.copy(), labels.copy()
    for number, ((site_id, _), rows) in enumerate(places.items()):
        progress(number / len(places))
        zones, first = table.loc[rows], rows[0]
        km2 = zones["reported_km2"].unique()
        merged = {name: _listed(zones[name]) for name in _LISTED}
        merged.update(
            area_id=site_id,
            iucn_cat=zones["iucn_cat"].iloc[int(np.argmin(iucn_rank(zones["iucn_cat"], rules)))],
            status_year=zones["status_year"].min(),
            reported_km2=km2[0] if len(km2) == 1 else np.nan,
            zones=len(rows),
            repaired=any_yes(zones["repaired"]),
            approximate=any_yes(zones["approximate"]),
        )
        for name, value in merged.items():
            table.at[first, name] = value
        polygons[first] = shapely.union_all(polygons[rows])
        labels[first] = f"{merged['area_name']} ({site_id})"
        add(account, "zones_merged", [f"{labels[first]}: {len(rows)}"])
    stays = ~table.index.isin([row for rows in places.values() for row in rows[1:]])
    return table[stays].reset_index(drop=True), polygons[stays], labels[stays]


def yes_no(flags: Iterable[bool]) -> list[str]:
    """Flags as the words of the tables."""
    return ["yes" if flag else "no" for flag in flags]


def any_yes(words: pd.Series) -> str:
    """yes when any of the words is yes, else no."""
    return "yes" if (words == "yes").any() else "no"


def _listed(values: pd.Series) -> str | None:
    return NAME_SEPARATOR.join(dict.fromkeys(values.dropna())) or None
