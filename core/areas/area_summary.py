"""What lies in and round each protected area: sites, workers, minerals, armed presence, latest visit."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..tables import LIST_SEPARATOR, NO, YES
from .bands import INSIDE, Bands
from .screening_columns import AREA_COLUMNS

_COUNT_SEPARATOR = ", "


def summarise_areas(
    near: pd.DataFrame,
    nearest: pd.DataFrame,
    sites: pd.DataFrame,
    areas: pd.DataFrame,
    bands: Bands,
    mineral_words: Mapping[str, str],
    footprints: bool,
) -> pd.DataFrame:
    """summary_columns without `repaired`, a row per area in the order given.

    near: pairs that overlap or lie within the largest band; nearest: the pair of each site that speaks for
    it. Both have site, area (places in the other tables), place (of the relation: 0 inside, of footprints 1
    partly inside, then the bands), share, shared_ha (NaN for points) and is_covered.
    """
    workers = sites["workers"].to_numpy(dtype=float)
    table = areas[[column.name for column in AREA_COLUMNS]].reset_index(drop=True)
    covered = nearest.loc[nearest["is_covered"], "site"]
    counted = near[near["is_covered"] | ~near["site"].isin(covered)]
    kinds = (INSIDE, "partly", *bands.names) if footprints else (INSIDE, *bands.names)
    for place, name in enumerate(kinds):
        group = counted[counted["place"] == place]
        n, people, _ = tally(group["area"].to_numpy(), workers[group["site"]], len(areas))
        table[f"sites_{name}"] = pd.array(n, dtype="Int64")
        table[f"workers_{name}"] = pd.Series(people).round().astype("Int64")
        if name == "partly":
            shared = near["shared_ha"].fillna(0)
            table["shared_ha"] = np.bincount(near["area"], weights=shared, minlength=len(areas))
    unknown = tally(counted["area"].to_numpy(), workers[counted["site"]], len(areas))[2]
    table["workers_unknown"] = pd.array(unknown, dtype="Int64")

    inside = near[near["is_covered"]]
    site, area = inside["site"].to_numpy(), inside["area"].to_numpy()
    table["minerals"] = _minerals(site, area, sites, len(areas), mineral_words)
    presence = _given(sites, "presence").to_numpy(dtype=object)[site]
    armed = np.bincount(area[presence == YES], minlength=len(areas))
    known = armed + np.bincount(area[presence == NO], minlength=len(areas))
    table["armed_share"] = np.where(known > 0, armed / np.maximum(known, 1), np.nan)
    table["armed_known"] = pd.array(known, dtype="Int64")
    visits = pd.to_datetime(_given(sites, "last_visit")).astype("datetime64[ns]")
    latest = pd.Series(visits.to_numpy()[site]).groupby(area).max()
    table["latest_visit"] = latest.reindex(range(len(areas))).astype("datetime64[ns]")
    return table


def tally(group: np.ndarray, workers: np.ndarray, n_groups: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Per group: sites, their known workers (NaN when there are sites and none is known), unknowns."""
    is_known = np.isfinite(workers)
    n = np.bincount(group, minlength=n_groups)
    unknown = np.bincount(group[~is_known], minlength=n_groups)
    people = np.bincount(group[is_known], weights=workers[is_known], minlength=n_groups)
    return n, np.where((n > 0) & (unknown == n), np.nan, people), unknown


def _given(sites: pd.DataFrame, column: str) -> pd.Series:
    """A column of the sites, empty where they have none."""
    return sites[column] if column in sites else pd.Series([None] * len(sites), dtype=object)


def _minerals(
    site: np.ndarray, area: np.ndarray, sites: pd.DataFrame, n_areas: int, words: Mapping[str, str]
) -> list[str | None]:
    """Per area 'gold 12, cassiterite 5': sites in which a mineral is found, the commonest first."""
    codes = _given(sites, "minerals").to_numpy(dtype=object)[site]
    counts: list[dict[str, int]] = [{} for _ in range(n_areas)]
    for number, text in zip(area.tolist(), codes.tolist()):
        found = text.split(LIST_SEPARATOR) if isinstance(text, str) else []
        for code in dict.fromkeys(part.strip() for part in found):
            if code:
                counts[number][code] = counts[number].get(code, 0) + 1
    texts = []
    for found in counts:
        listed = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        texts.append(_COUNT_SEPARATOR.join(f"{words.get(code, code)} {n}" for code, n in listed) or None)
    return texts
