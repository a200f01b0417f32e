"""Overlaps taken out, so that the areas of a layer can be added up. For area totals only.

Sites are never set against such areas: a site in two designations must keep both.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import shapely

from ..wording import say
from . import geodesy
from .area_account import SLIVER_M2, Account, add, drop_slivers
from .area_pairs import meeting
from .area_rules import AreaRules, iucn_rank
from .area_zones import any_yes
from .cleaning import polygons_in

NONE, ERASE, DISSOLVE = TOTALS = ("none", "erase", "dissolve")
KEPT, ERASED, DISSOLVED = "kept", "erased", "dissolved"  # values of the column overlaps


def for_totals(
    table: pd.DataFrame,
    polygons: np.ndarray,
    labels: np.ndarray,
    rules: AreaRules,
    totals: str,
    account: Account,
    progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[pd.DataFrame, np.ndarray, int]:
    """Table and polygons without overlaps, and how many rows lost everything.

    table: PREPARED_COLUMNS of core.areas.preparing but area_ha. The order of areas is by tier, IUCN category,
    year of status (unknown last) and place in the layer (wdpar's, with the tier before it). Dissolved,
    there is a row for each tier, the second less the first. progress: as for erase_overlaps.
    """
    if totals == DISSOLVE:
        add(account, "dissolved", labels.tolist())
        table, polygons = _dissolve(table, polygons)
        labels = table["area_name"].to_numpy(dtype=object)
    year = table["status_year"].astype("float64").fillna(np.inf).to_numpy()
    tier = table["tier"].to_numpy(dtype=int)
    order = np.lexsort((np.arange(len(table)), year, iucn_rank(table["iucn_cat"], rules), tier))
    before = geodesy.area_ha(polygons, lambda done: progress(0.1 * done))
    left = erase_overlaps(polygons, order, lambda done: progress(0.1 + 0.6 * done))
    add(account, "erased", labels[shapely.is_missing(left)].tolist())
    drop_slivers(left, labels, account, lambda done: progress(0.7 + 0.2 * done))
    is_left = ~shapely.is_missing(left)
    if totals == ERASE:
        after = geodesy.area_ha(left, lambda done: progress(0.9 + 0.1 * done))
        lost_m2 = (before - np.nan_to_num(after)) * 1e4
        add(account, "overlaps_erased", labels[is_left & (lost_m2 >= SLIVER_M2)].tolist())
    table = table.assign(overlaps=ERASED if totals == ERASE else DISSOLVED)
    return table[is_left].reset_index(drop=True), left[is_left], int((~is_left).sum())


def erase_overlaps(
    polygons: np.ndarray, order: np.ndarray, progress: Callable[[float], None] = lambda fraction: None
) -> np.ndarray:
    """Each polygon less all that come before it; None where nothing is left.

    polygons: (n,) valid, in degrees. order: (n,) their rows, the one that keeps everything first.
    progress: called with 0..1; what it raises ends the work.
    """
    place = np.empty(len(polygons), dtype=int)
    place[order] = np.arange(len(polygons))
    row, other = meeting(polygons, lambda done: progress(0.3 * done))
    earlier = place[other] < place[row]
    row, other = row[earlier], other[earlier]
    starts = np.searchsorted(row, np.arange(len(polygons) + 1))
    left = np.array(list(polygons) + [None], dtype=object)[:-1]
    for number in np.unique(row).tolist():
        progress(0.3 + 0.7 * number / len(polygons))
        covering = shapely.union_all(polygons[other[starts[number] : starts[number + 1]]])
        rest = shapely.union_all(polygons_in(shapely.difference(polygons[number], covering))[0])
        left[number] = None if rest.is_empty else rest
    return left


def _dissolve(table: pd.DataFrame, polygons: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    rows, merged = [], []
    tier = table["tier"].to_numpy(dtype=int)
    for number in np.unique(tier).tolist():
        is_member = tier == number
        zones = table[is_member]
        row = dict.fromkeys(table.columns)
        row.update(tier=number, zones=int(zones["zones"].sum()), status_year=pd.NA, reported_km2=np.nan)
        row.update(
            area_id=f"tier {number}", area_name=say("tier {0}: {1} areas dissolved", number, len(zones))
        )
        row.update(repaired=any_yes(zones["repaired"]), approximate=any_yes(zones["approximate"]))
        rows.append(row)
        merged.append(shapely.union_all(polygons[is_member]))
    dissolved = pd.DataFrame(rows, columns=table.columns)
    polygons = np.array([*merged, None], dtype=object)[:-1]
    return dissolved.astype(dict.fromkeys(("tier", "status_year", "zones"), "Int64")), polygons
