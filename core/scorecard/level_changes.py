"""Which sites change their level from one scheme to another, and how many stand at each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..score_tables import SCORE_PARTS
from .scheme_model import OVERALL, Dimension, Scheme
from .score import NOT_APPLICABLE
from .site_scores import SCORED

NOT_SCORED = -2  # no visit, or none that the scheme uses, or nobody there


@dataclass(frozen=True)
class LevelChange:
    """A site whose level differs.

    before, after: from 1 the scheme's levels, 0 no data, -1 not applicable, -2 not scored.
    longitude, latitude: degrees, NaN without a location.
    """

    pcode: str
    name: str
    dimension: str
    before: int
    after: int
    longitude: float
    latitude: float


@dataclass(frozen=True)
class LevelComparison:
    """Two schemes on the same sites.

    before, after: sites by dimension and level (levels_and_sites). n_scored: sites scored by each. changes:
    None where the levels of the two schemes are not the same and no site can be compared.
    """

    before: dict[str, dict[int, int]]
    after: dict[str, dict[int, int]]
    n_sites: int
    n_scored: tuple[int, int]
    changes: list[LevelChange] | None


def compare_levels(
    before: pd.DataFrame, after: pd.DataFrame, schemes: tuple[Scheme, Scheme]
) -> LevelComparison:
    """Levels of the same sites by two schemes. before, after: their SCORES, row by row the same site."""
    return LevelComparison(
        before=levels_and_sites(before, schemes[0]),
        after=levels_and_sites(after, schemes[1]),
        n_sites=len(after),
        n_scored=(int((before["state"] == SCORED).sum()), int((after["state"] == SCORED).sum())),
        changes=changed_sites(before, after, schemes) if have_same_levels(*schemes) else None,
    )


def dimensions_to_score(done: Scheme, wanted: Scheme) -> tuple[Dimension, ...] | None:
    """The dimensions whose columns differ, where two schemes differ in nothing else that scores depend on.

    None where all must be scored: other settings differ, dimensions came or went, or there is an overall
    level. A dimension's columns depend on its own document and on these settings alone.
    """
    settings = [
        replace(
            one, dimensions=(), id="", version="", hash="", label={}, text={}, disclaimer={}, provenance=""
        )
        for one in (done, wanted)
    ]
    if settings[0] != settings[1] or done.dimension_ids != wanted.dimension_ids or wanted.overall is not None:
        return None
    if any(done.codes(name) != wanted.codes(name) for name in wanted.variables()):
        return None
    return tuple(dim for dim in wanted.dimensions if dim != done.dimension(dim.id))


def rescored(
    scores: pd.DataFrame, done: Scheme, wanted: Scheme, score: Callable[[Scheme], pd.DataFrame]
) -> pd.DataFrame:
    """SCORES by another scheme, where possible from those of one that is done.

    scores: by the scheme `done`, not changed. score: scores all sites by a scheme. Only the dimensions that
    differ are scored; the columns that name the scheme stay those of `done`.
    """
    dimensions = dimensions_to_score(done, wanted)
    if dimensions is None:
        return score(wanted)
    if not dimensions:
        return scores
    part = score(replace(wanted, dimensions=dimensions))
    own = [f"{dim.id}_{suffix}" for dim in dimensions for suffix in SCORE_PARTS]
    return scores.assign(**{name: part[name] for name in own})


def dimension_labels(scheme: Scheme) -> dict[str, dict[str, str]]:
    """Titles in each language by id, the overall level last where the scheme has one."""
    labels = {dim.id: dict(dim.label) for dim in scheme.dimensions}
    if scheme.overall is not None:
        labels[OVERALL] = dict(scheme.overall.label)
    return labels


def have_same_levels(before: Scheme, after: Scheme) -> bool:
    """Whether the levels of two schemes can be compared one by one."""
    return [level.code for level in before.levels] == [level.code for level in after.levels]


def site_levels(scores: pd.DataFrame, dimension: str) -> npt.NDArray[np.int64]:
    """(n,) levels of a dimension (or "overall") as in LevelChange. scores: the SCORES table."""
    level = scores[f"{dimension}_level"].astype("Int64").fillna(NOT_APPLICABLE).to_numpy(dtype=np.int64)
    return np.where((scores["state"] == SCORED).to_numpy(), level, NOT_SCORED)


def levels_and_sites(scores: pd.DataFrame, scheme: Scheme) -> dict[str, dict[int, int]]:
    """Sites by dimension (overall last where there is one) and level, as in LevelChange; zeros included."""
    return {
        name: {
            number: int((site_levels(scores, name) == number).sum())
            for number in range(NOT_SCORED, scheme.top_level + 1)
        }
        for name in dimension_labels(scheme)
    }


def changed_sites(
    before: pd.DataFrame, after: pd.DataFrame, schemes: tuple[Scheme, Scheme]
) -> list[LevelChange]:
    """Sites whose level differs, by dimension and then in the order of the table.

    before, after: SCORES of the same sites, row by row, by the two schemes, whose levels are the same
    (have_same_levels). Dimensions that only one of them has are left out.
    """
    shared = [name for name in dimension_labels(schemes[1]) if name in dimension_labels(schemes[0])]
    changes = []
    for name in shared:
        old, new = site_levels(before, name), site_levels(after, name)
        rows = np.flatnonzero(old != new)
        heads = after.loc[rows, ["pcode", "name", "longitude", "latitude"]].itertuples(index=False)
        for (pcode, title, x, y), was, now in zip(heads, old[rows].tolist(), new[rows].tolist()):
            changes.append(LevelChange(str(pcode), title or "", name, was, now, float(x), float(y)))
    return changes
