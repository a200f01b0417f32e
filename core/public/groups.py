"""Groups with fewer than k sites: joined to what lies above them, or left out, so that no difference tells them.

Primary and complementary suppression after the Handbook on Statistical Disclosure Control (Hundepool and others,
Eurostat's Centre of Excellence), on a hierarchy of places: whoever knows the total of a unit and takes off what
is published learns of no fewer than k sites.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

MERGE, DROP = POLICIES = ("merge", "drop")
NOWHERE = -1
UNKNOWN_SITE = -1


@dataclass(frozen=True)
class Settled:
    """Where each row is published.

    level: (rows,) place in the list of levels, 0 the finest; NOWHERE for rows left out. small: the row's finest
    group has fewer than k sites. hiding: its group has enough and is withheld to hide others.
    """

    level: np.ndarray
    small: np.ndarray
    hiding: np.ndarray


def settle(levels: list[np.ndarray], sites: np.ndarray, k: int, policy: str) -> Settled:
    """Decide for each row at which level it can be published.

    levels: for each level, the finest first and the whole last, the code of each row's group (rows,); groups nest.
    Codes must not depend on the order of rows: they decide between groups of one size. sites: code of each row's
    site, UNKNOWN_SITE for rows of no known one, which count as one site together: they could be.

    Rows of a group with fewer than k sites go to the level above. What gathers there has to be at least k sites,
    else the smallest group published below the same unit joins it, and the next, until it is; where the unit has
    not so many, it all goes up. With MERGE the gathered rows are published at that level, with DROP not at all.
    What gathers of the whole and is still too few is left out.
    """
    small = _distinct(levels[0], sites) < k
    level = np.where(small, NOWHERE, 0)
    withheld = small.copy()  # rows that nothing is published of with DROP, or not yet with MERGE
    hiding = np.zeros(len(sites), dtype=bool)
    for depth in range(1, len(levels)):
        for places in _units_with(withheld, levels[depth]):
            gathered = _gather(places, withheld, level, levels, sites, k)
            hiding[gathered[~withheld[gathered]]] = True
            withheld[gathered] = True
            level[gathered] = NOWHERE
            if policy == MERGE and _n_sites(sites[gathered]) >= k:
                level[gathered] = depth
                withheld[gathered] = False
    return Settled(level, small, hiding & ~small)


def _units_with(withheld: np.ndarray, units: np.ndarray) -> list[np.ndarray]:
    """Rows of each unit that has withheld rows, units in the order of their codes."""
    order = np.argsort(units, kind="stable")
    starts = np.flatnonzero(np.diff(units[order])) + 1
    return [places for places in np.split(order, starts) if withheld[places].any()]


def _gather(
    places: np.ndarray,
    withheld: np.ndarray,
    level: np.ndarray,
    levels: list[np.ndarray],
    sites: np.ndarray,
    k: int,
) -> np.ndarray:
    """Withheld rows of a unit, with those of its smallest published groups until there are k sites."""
    gathered = places[withheld[places]]
    if _n_sites(sites[gathered]) >= k:
        return gathered
    shown = places[~withheld[places]]
    groups: dict[tuple[int, int], list[int]] = {}
    for place in shown.tolist():
        depth = int(level[place])
        groups.setdefault((depth, int(levels[depth][place])), []).append(place)
    by_size = sorted(groups, key=lambda group: (_n_sites(sites[groups[group]]), group))
    for group in by_size:
        gathered = np.concatenate([gathered, groups[group]])
        if _n_sites(sites[gathered]) >= k:
            break
    return gathered


def _n_sites(sites: np.ndarray) -> int:
    return len(np.unique(sites))


def _distinct(groups: np.ndarray, sites: np.ndarray) -> np.ndarray:
    """Distinct sites in each row's group."""
    return pd.Series(sites).groupby(groups).transform("nunique").to_numpy(dtype="int64")


def group_sites(levels: list[np.ndarray], settled: Settled, sites: np.ndarray) -> np.ndarray:
    """Distinct sites in the group that each row is published with; 0 for rows left out."""
    counts = np.zeros(len(sites), dtype="int64")
    for depth, groups in enumerate(levels):
        here = settled.level == depth
        if here.any():
            counts[here] = _distinct(groups[here], sites[here])
    return counts
