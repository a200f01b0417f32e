"""Two dimensions of a SCORES table side by side: a class for each site, counts, rank correlation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..figure_tables import COMPARISON, COMPARISON_COUNTS
from ..tables import LIST_SEPARATOR, NO, YES
from ..wording import say
from .correlation import RankCorrelation, rank_correlation
from .site_scores import SCORED
from .standing import WITHOUT_LEVEL, check_scores, latest_places, level_range, scheme_of, standings

THREE, EACH_LEVEL = "three", "each_level"
CLASSES = (THREE, EACH_LEVEL)
NOT_COMPARED = "not_compared"
_KEPT = ("pcode", "name", "admin1", "admin2", "visit_id", "date")


@dataclass(frozen=True)
class Comparison:
    """sites: COMPARISON with longitude and latitude, a row per site; counts: COMPARISON_COUNTS.

    by_level, by_score: correlation of the levels and of the scores. n_set_aside: rows of SCORES that are
    older ones of their site.
    """

    sites: pd.DataFrame
    counts: pd.DataFrame
    by_level: RankCorrelation
    by_score: RankCorrelation
    n_set_aside: int


def class_levels(n_levels: int, classes: str) -> tuple[tuple[int, ...], ...]:
    """The levels in each class, the worst class first.

    "each_level": every level is a class. "three": the worst and the best level are classes of their own,
    because caps and knock-outs act on them; all between are the middle one.
    """
    levels = tuple(range(1, n_levels + 1))
    if classes == EACH_LEVEL or n_levels <= 3:
        return tuple((level,) for level in levels)
    return (levels[:1], levels[1:-1], levels[-1:])


def compare(
    scores: pd.DataFrame, x: str, y: str, level_codes: Sequence[str], classes: str = THREE
) -> Comparison:
    """Set dimension x (across) against y (upwards).

    scores: pcode, date, state and the columns of both dimensions; level_codes: words for the levels 1, 2 ...
    A site is compared when it has a level in both; the others are counted by the reason. A cell counts
    sites by their levels (sites), those whose whole range of levels lies in it (certain), and those whose
    range reaches it (possible).
    Raises TableError when x is y, a dimension is missing, or SCORES cannot be used.
    """
    if x == y:
        raise TableError(say("Both indicators are {0}; choose two different ones.", x))
    check_scores(scores, (x, y), len(level_codes))
    rows = scores.take(latest_places(scores)).reset_index(drop=True)
    members = class_levels(len(level_codes), classes)
    class_of = np.repeat(np.arange(1, len(members) + 1), [len(levels) for levels in members])
    place = {"x": standings(rows, x, len(level_codes)), "y": standings(rows, y, len(level_codes))}
    compared = (place["x"] < len(level_codes)) & (place["y"] < len(level_codes))

    sites = pd.DataFrame({name: rows.get(name) for name in _KEPT}, index=rows.index)
    sites = sites.assign(**scheme_of(scores), x_dimension=x, y_dimension=y, n_classes=len(members))
    ends = {}
    for axis, dimension in (("x", x), ("y", y)):
        has_level = place[axis] < len(level_codes)
        sites[f"{axis}_level"] = rows[f"{dimension}_level"].astype("Int64").where(has_level)
        score = rows.get(f"{dimension}_score", pd.Series(np.nan, index=rows.index))
        sites[f"{axis}_score"] = score.astype("float64").where(has_level)
        found = class_of[np.where(compared, place[axis], 0)]
        sites[f"{axis}_class"] = pd.Series(found).astype("Int64").where(compared)
        # A range that does not hold the level itself (a table changed by hand) is widened to it.
        lowest, highest = (np.where(compared, end, 1).astype(int) for end in level_range(rows, dimension))
        low, high = class_of[np.maximum(lowest, 1) - 1], class_of[np.maximum(highest, 1) - 1]
        ends[axis] = (np.minimum(low, found), np.maximum(high, found))
    cell = sites["x_class"].astype(str) + "-" + sites["y_class"].astype(str)
    sites["cell"] = cell.where(compared, NOT_COMPARED)
    sites["cells_possible"] = [
        _cells(*box) if is_in else None
        for is_in, *box in zip(compared.tolist(), *(end.tolist() for end in (*ends["x"], *ends["y"])))
    ]
    is_one = (ends["x"][0] == ends["x"][1]) & (ends["y"][0] == ends["y"][1])
    sites["uncertain"] = np.where(compared, np.where(is_one, NO, YES), None)
    sites["why_not"] = _reasons(rows, place, x, y, len(level_codes))
    for name in ("longitude", "latitude"):
        sites[name] = rows.get(name, pd.Series(np.nan, index=rows.index))
    pair = sites[compared]
    return Comparison(
        sites[[*(column.name for column in COMPARISON), "longitude", "latitude"]],
        _counts(sites, compared, ends, is_one, (x, y), members, level_codes).assign(**scheme_of(scores)),
        rank_correlation(*(pair[f"{axis}_level"].astype("float64") for axis in "xy")),
        rank_correlation(pair["x_score"], pair["y_score"]),
        len(scores) - len(rows),
    )


def _cells(x_low: int, x_high: int, y_low: int, y_high: int) -> str:
    return LIST_SEPARATOR.join(f"{i}-{j}" for i in range(x_low, x_high + 1) for j in range(y_low, y_high + 1))


def _reasons(rows: pd.DataFrame, place: dict[str, np.ndarray], x: str, y: str, n_levels: int) -> np.ndarray:
    """(n,) the state of a site that is not scored, else dimension:reason of each one without a level."""
    words = np.array([""] * n_levels + list(WITHOUT_LEVEL), dtype=object)
    parts = [
        np.where(place[axis] >= n_levels, f"{dimension}:" + words[place[axis]], "").astype(object)
        for axis, dimension in (("x", x), ("y", y))
    ]
    both = np.where((parts[0] != "") & (parts[1] != ""), LIST_SEPARATOR, "").astype(object)
    reasons = np.where(
        (rows["state"] == SCORED).to_numpy(), parts[0] + both + parts[1], rows["state"].to_numpy()
    )
    return pd.Series(reasons, dtype=object).where(reasons != "", None).to_numpy()


def _counts(
    sites: pd.DataFrame,
    compared: np.ndarray,
    ends: dict[str, tuple[np.ndarray, np.ndarray]],
    is_one: np.ndarray,
    dimensions: tuple[str, str],
    members: tuple[tuple[int, ...], ...],
    level_codes: Sequence[str],
) -> pd.DataFrame:
    """COMPARISON_COUNTS: every cell, also those without a site, the reasons, and the total."""
    words = [LIST_SEPARATOR.join(level_codes[level - 1] for level in levels) for levels in members]
    total = int(compared.sum())
    records = []
    for i in range(1, len(members) + 1):
        for j in range(1, len(members) + 1):
            here = compared & (sites["cell"] == f"{i}-{j}").to_numpy()
            reaches = compared & (ends["x"][0] <= i) & (i <= ends["x"][1])
            reaches &= (ends["y"][0] <= j) & (j <= ends["y"][1])
            n = int(here.sum())
            records.append(
                {
                    "kind": "cell",
                    "x_class": i,
                    "y_class": j,
                    "x_levels": words[i - 1],
                    "y_levels": words[j - 1],
                    "sites": n,
                    "share": n / total if total else np.nan,
                    "certain": int((here & is_one).sum()),
                    "possible": int(reaches.sum()),
                }
            )
    for reason, n in sites["why_not"].value_counts().sort_index().items():
        records.append({"kind": NOT_COMPARED, "reason": reason, "sites": int(n)})
    sums = {"certain": int((compared & is_one).sum()), "possible": total}
    records.append({"kind": "compared", "sites": total, "share": 1.0 if total else np.nan, **sums})
    records.append({"kind": "total", "sites": len(sites)})
    counts = pd.DataFrame(records, columns=[column.name for column in COMPARISON_COUNTS])
    counts["x_dimension"], counts["y_dimension"] = dimensions
    whole = ["x_class", "y_class", "sites", "certain", "possible"]
    counts[whole] = counts[whole].astype("Int64")
    return counts
