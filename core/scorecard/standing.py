"""How each site of a SCORES table stands on a dimension: a level, or the reason why it has none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exceptions import TableError
from ..figure_tables import SCHEME_COLUMNS
from ..wording import say
from .site_scores import INACTIVE, NO_VISIT, SCORED, TOO_OLD

NO_DATA, NOT_APPLICABLE = "no_data", "not_applicable"
# In the order in which tables list them, after the levels. Of a site that is not scored its state is said.
WITHOUT_LEVEL = (NO_DATA, NOT_APPLICABLE, INACTIVE, TOO_OLD, NO_VISIT)
_STATES = (SCORED, INACTIVE, TOO_OLD, NO_VISIT)


def check_scores(scores: pd.DataFrame, dimensions: Sequence[str], n_levels: int) -> None:
    """TableError when SCORES mixes schemes or dates, has a state that is none, or a level out of 0..n_levels."""
    for column in SCHEME_COLUMNS:
        if column.name in scores and scores[column.name].nunique(dropna=False) > 1:
            found = ", ".join(sorted(map(str, scores[column.name].unique()))[:3])
            raise TableError(
                say(
                    "SCORES mixes scores that cannot be compared ({0}: {1}); filter the layer to one "
                    "of them.",
                    column.name,
                    found,
                )
            )
    strange = scores["state"][~scores["state"].isin(_STATES)]
    if len(strange):
        raise TableError(
            say(
                "The field state of SCORES must be one of {0}, not '{1}' (in {2} rows); use the "
                "output of 'Responsible mining scorecard'.",
                ", ".join(_STATES),
                strange.iloc[0],
                len(strange),
            )
        )
    for dimension in dimensions:
        for part, least in (("level", 0), ("level_worst", 0), ("level_best", 0)):
            levels = scores[f"{dimension}_{part}"].dropna().astype(int)
            beyond = levels[(levels < least) | (levels > n_levels)]
            if len(beyond):
                raise TableError(
                    say(
                        "The field {dimension}_{part} of SCORES holds {value}, but the scheme has "
                        "the levels 1 to {n_levels}; choose the scheme that the scores were made "
                        "with.",
                        dimension=dimension,
                        part=part,
                        value=beyond.iloc[0],
                        n_levels=n_levels,
                    )
                )


def scheme_of(scores: pd.DataFrame) -> dict[str, str | None]:
    """The values of SCHEME_COLUMNS that a checked table of scores has in all its rows."""
    return {
        column.name: scores[column.name].iloc[0] if len(scores) and column.name in scores else None
        for column in SCHEME_COLUMNS
    }


def highest_level(scores: pd.DataFrame, dimensions: Sequence[str]) -> int:
    """The highest level that SCORES holds, at least 2: a guess at how many the scheme has."""
    parts = [scores[f"{dimension}_{part}"] for dimension in dimensions for part in ("level", "level_best")]
    return max([2, *(int(part.max()) for part in parts if part.notna().any())])


def latest_places(scores: pd.DataFrame, group: npt.NDArray[np.int64] | None = None) -> np.ndarray:
    """Places of the rows that speak: of each site (pcode), in each group, the one with the latest date.

    Of equal dates the last row speaks, as the scorecard orders visits of one day; rows without a date are the
    oldest. A row without a pcode is a site of its own. group: (n,) any codes. Returns places in the order of the table.
    """
    labels, distinct = pd.factorize(scores["pcode"])
    site = np.where(labels >= 0, labels, len(distinct) + np.arange(len(scores)))
    keys = pd.DataFrame({"site": site, "group": 0 if group is None else group})
    if not keys.duplicated().any():
        return np.arange(len(scores))
    dates = scores["date"].to_numpy().astype("datetime64[D]").astype("int64")  # NaT is the lowest
    order = np.argsort(dates, kind="stable")
    return np.sort(order[~keys.take(order).duplicated(keep="last").to_numpy()])


def standings(scores: pd.DataFrame, dimension: str, n_levels: int) -> npt.NDArray[np.int64]:
    """(n,) 0..n_levels-1 for the levels 1.., then the place in WITHOUT_LEVEL behind them."""
    level = scores[f"{dimension}_level"].astype("float64").to_numpy(dtype=float, na_value=np.nan)
    words = np.select(
        [scores["state"].to_numpy() != SCORED, np.isnan(level), level == 0],
        [scores["state"].to_numpy(), NOT_APPLICABLE, NO_DATA],
        "",
    ).astype(object)
    places = pd.Series(words).map({word: n_levels + place for place, word in enumerate(WITHOUT_LEVEL)})
    return places.fillna(pd.Series(level - 1)).to_numpy().astype(np.int64)


def level_range(scores: pd.DataFrame, dimension: str) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest level possible, (n,) floats; the level itself where a table does not say."""
    level = scores[f"{dimension}_level"].astype("float64")
    lowest, highest = (
        scores[f"{dimension}_{part}"].astype("float64").fillna(level)
        for part in ("level_worst", "level_best")
    )
    return lowest.to_numpy(), highest.to_numpy()
