"""Areas made fit for use where that can matter to some site: checking boundaries costs more than the analysis.

An area matters when its box is so near to a site that it may cover it, lie within reach, or be its nearest. How far
that is follows from boundaries that are valid or repaired, never from one that was not checked: after each round
of repairs the areas that matter are looked for again, until there is no new one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .cleaning import CleanedAreas, clean_areas
from .overlap import looked_at


@dataclass(frozen=True)
class SitesNear:
    """Sites that areas are set against: lon, lat (n,) degrees, NaN without a place, and the reach in metres."""

    lon: np.ndarray
    lat: np.ndarray
    reach_m: float


def clean_areas_near(
    geometries: np.ndarray,
    reported_km2: Sequence[float | None],
    known_valid: np.ndarray,
    is_used: np.ndarray,
    near: SitesNear | None,
    progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[CleanedAreas, np.ndarray]:
    """As clean_areas, and (n,) bool: the areas whose boundaries were checked or known to be valid.

    The others stay as they came; `relate` with the same sites and reach never looks at their boundaries.
    is_used: (n,) bool, areas that will be handed to `relate`. near: None when all areas are to be checked.
    """
    if near is None:
        return clean_areas(geometries, reported_km2, known_valid, progress), np.ones_like(known_valid)
    is_located = np.isfinite(near.lon) & np.isfinite(near.lat)
    lon, lat = near.lon[is_located], near.lat[is_located]
    is_valid = known_valid.copy()
    is_checked = known_valid | ~np.isfinite(shapely.bounds(geometries)).all(axis=1)
    while True:
        cleaned = clean_areas(geometries, reported_km2, is_valid | ~is_checked, progress)
        used = np.flatnonzero(cleaned.is_used & is_used)
        if is_checked[used].all() or len(lon) == 0:
            return cleaned, is_checked
        matters = used[looked_at(lon, lat, cleaned.polygons[used], near.reach_m)]
        if is_checked[matters].all():
            return cleaned, is_checked
        is_valid |= is_checked & cleaned.is_used & ~cleaned.is_repaired & ~cleaned.is_approximate
        is_checked[matters] = True
