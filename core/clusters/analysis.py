"""A local statistic of sites from values and neighbours to classes: the one door for the algorithms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..wording import say
from .categories import (
    ISOLATED,
    UNDEFINED,
    g_classes,
    geary_classes,
    geary_classes_of_several,
    join_classes,
    moran_classes,
)
from .getis_ord import local_g
from .global_statistics import (
    GlobalResult,
    general_g,
    global_geary,
    global_moran,
    join_count,
    no_result,
)
from .inference import Inference
from .join_counts import have_all, local_join_count
from .local_geary import local_geary
from .local_moran import local_moran
from .permutation import LocalStatistic
from .rates import standardised_rates
from .significance import bonferroni_p, false_discovery_q, tail_counts
from .standard_scores import standard_scores
from .weights import Weights, among, counts, lag

COLUMNS = ("lisa_i", "lisa_lag", "lisa_z", "lisa_p", "lisa_q", "lisa_cluster", "lisa_n")

# unknown: without a value (or population), left out with their weights; isolated: no neighbours in the weights
# given; left_alone: all neighbours are unknown; constant: values that are all equal, of which nothing can be told;
# undefined: known, but without a statistic (a G whose other values are all 0); on_the_mean: significant, but in no
# quadrant as the site or its neighbours are on the mean.
NOTES = ("unknown", "isolated", "left_alone", "constant", "undefined", "on_the_mean")


@dataclass(frozen=True)
class Note:
    """Something to be said of the result: a code of NOTES and how many sites it is about."""

    code: str
    count: int


@dataclass(frozen=True)
class LocalResult:
    """table: a row per site as given, COLUMNS; overall: all sites together; notes: what needs saying.

    lisa_i: the statistic; lisa_lag: of the neighbours' standard scores (join counts: how many have it; NaN for
    Geary of several variables); lisa_z: the site's own standard score (NaN likewise); lisa_p, lisa_q: pseudo p and
    Benjamini-Hochberg q, NaN where none can be told; lisa_cluster: int8 codes of categories; lisa_n: neighbours
    with a value. A rate's score is that of its standardised rate.
    """

    table: pd.DataFrame
    overall: GlobalResult
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Found:
    """A statistic of the sites with known values, how its classes follow from significance, and that of all."""

    local: LocalStatistic
    own: np.ndarray
    classes: Callable[[np.ndarray], np.ndarray]
    overall: Callable[[], GlobalResult]


def analyse(
    statistic: str,
    variables: np.ndarray,
    weights: Weights,
    inference: Inference,
    report: Callable[[float], None] = lambda fraction: None,
) -> LocalResult:
    """The local statistic of each site, its p and class.

    statistic and variables, (n, v) or (n,) floats: moran; moran_bivariate: own, neighbours'; moran_rate: events,
    population; geary; geary_multivariate: 2 or more; g; gstar; join_count: 0 and 1; colocation: 2 or more of 0 and
    1, together. NaN and infinite values are unknown: such sites are of class 5 and their weights are taken out
    (those that are left are standardised anew where they were).
    report is told fractions and may raise to stop. Raises TableError for variables that do not fit.
    """
    variables = np.asarray(variables, dtype=float)
    variables = variables[:, None] if variables.ndim == 1 else variables
    _check(statistic, variables, weights)
    if statistic == "moran_rate":
        variables = standardised_rates(*variables.T)[:, None]
    elif statistic in ("join_count", "colocation"):
        variables = have_all(variables)[:, None]
    known = np.all(np.isfinite(variables), axis=1)
    given_alone = counts(weights)[known] == 0
    if not known.all():
        weights, variables = among(weights, known), variables[known]
    scores = [standard_scores(column) for column in variables.T]
    if any(column is None for column in scores):
        return _undefined(statistic, known)
    found = _FINDERS[statistic](statistic, variables, np.column_stack(scores), weights, inference, report)
    columns, significant = _judged(found, weights, inference)
    alone = counts(weights) == 0
    undefined = ~alone & np.isnan(found.local.value)
    classes = found.classes(significant)
    on_the_mean = significant & (classes == 0) if statistic.startswith("moran") else np.zeros(0, dtype=bool)
    classes[alone], classes[undefined] = ISOLATED, UNDEFINED
    table = pd.DataFrame({**columns, "lisa_cluster": classes, "lisa_n": counts(weights).astype(np.int32)})
    notes = {
        "unknown": ~known,
        "isolated": alone & given_alone,
        "left_alone": alone & ~given_alone,
        "undefined": undefined,
        "on_the_mean": on_the_mean,
    }
    return LocalResult(_spread(table, known), found.overall(), _told(notes))


def _check(statistic: str, variables: np.ndarray, weights: Weights) -> None:
    if statistic not in _FINDERS:
        raise TableError(
            say("There is no local statistic '{0}'; there are {1}.", statistic, ", ".join(_FINDERS))
        )
    least, most = _VARIABLES.get(statistic, (1, 1))
    if not least <= variables.shape[1] <= most:
        wanted = least if least == most else say("{0} or more", least)
        raise TableError(say("'{0}' needs {1} variables, not {2}.", statistic, wanted, variables.shape[1]))
    if len(variables) != len(weights):
        raise TableError(
            say(
                "{0} sites have values and {1} have weights; use the same sites.",
                len(variables),
                len(weights),
            )
        )


# The share of the time that the local statistic takes, for progress.
_LOCAL = 0.8


def _moran(statistic, variables, scores, weights, inference, report) -> _Found:
    own, others = scores[:, 0].copy(), scores[:, -1].copy()
    if scores.shape[1] == 1:
        others = own
    local = local_moran(own, others, weights, inference, lambda done: report(done * _LOCAL))
    return _Found(
        local,
        own,
        lambda significant: moran_classes(own, local.lag, significant),
        lambda: global_moran(own, others, local.value, weights, inference, _after(report)),
    )


def _geary(statistic, variables, scores, weights, inference, report) -> _Found:
    local = local_geary(scores, weights, inference, lambda done: report(done * _LOCAL))
    own = scores[:, 0] if scores.shape[1] == 1 else np.full(len(scores), np.nan)
    return _Found(
        local,
        own,
        lambda significant: (
            geary_classes(own, local.lag, local.draws, significant)
            if scores.shape[1] == 1
            else geary_classes_of_several(local.draws, significant)
        ),
        lambda: global_geary(scores, local.value, weights, inference, _after(report)),
    )


def _g(statistic, variables, scores, weights, inference, report) -> _Found:
    values = variables[:, 0]
    local = local_g(values, weights, statistic == "gstar", inference, lambda done: report(done * _LOCAL))
    return _Found(
        local,
        scores[:, 0],
        lambda significant: g_classes(local.draws, significant),
        lambda: general_g(values, lag(weights, values), weights, inference, _after(report)),
    )


def _joins(statistic, variables, scores, weights, inference, report) -> _Found:
    values = variables[:, 0]
    local = local_join_count(values, weights, inference, lambda done: report(done * _LOCAL))
    return _Found(
        local,
        scores[:, 0],
        lambda significant: join_classes(local.draws, significant),
        lambda: join_count(values, local.value, weights, inference, _after(report)),
    )


_FINDERS = {
    "moran": _moran,
    "moran_bivariate": _moran,
    "moran_rate": _moran,
    "geary": _geary,
    "geary_multivariate": _geary,
    "g": _g,
    "gstar": _g,
    "join_count": _joins,
    "colocation": _joins,
}
# The least and most variables of those that do not take one.
_VARIABLES = {
    "moran_bivariate": (2, 2),
    "moran_rate": (2, 2),
    "geary_multivariate": (2, 1000),
    "colocation": (2, 1000),
}


def _after(report: Callable[[float], None]) -> Callable[[float], None]:
    return lambda done: report(_LOCAL + done * (1 - _LOCAL))


def _judged(
    found: _Found, weights: Weights, inference: Inference
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The columns of the sites up to q, and which sites are significant."""
    tested, permutations = found.local.tested, inference.permutations
    levels = tail_counts(found.local.draws, permutations, inference.tail)[tested]
    p, q, decisive = np.full((3, len(tested)), np.nan)
    p[tested] = levels / (permutations + 1)
    q[tested] = false_discovery_q(levels, permutations)
    if inference.correction == "bonferroni":
        decisive[tested] = bonferroni_p(levels, permutations)
    else:
        decisive = q if inference.correction == "fdr" else p
    columns = {"lisa_i": found.local.value, "lisa_lag": found.local.lag, "lisa_z": found.own}
    return {**columns, "lisa_p": p, "lisa_q": q}, decisive <= inference.alpha


def _spread(table: pd.DataFrame, known: np.ndarray) -> pd.DataFrame:
    """The table with the sites that were left out, of class 5."""
    if known.all():
        return table
    whole = table.set_index(np.flatnonzero(known)).reindex(np.arange(len(known)))
    whole["lisa_cluster"] = whole["lisa_cluster"].fillna(UNDEFINED).astype(np.int8)
    whole["lisa_n"] = whole["lisa_n"].fillna(0).astype(np.int32)
    return whole


def _undefined(statistic: str, known: np.ndarray) -> LocalResult:
    """The result where the values that are known are all equal, or none is: every site is of class 5."""
    n = len(known)
    table = pd.DataFrame({name: np.full(n, np.nan) for name in COLUMNS})
    table["lisa_cluster"] = np.full(n, UNDEFINED, dtype=np.int8)
    table["lisa_n"] = np.zeros(n, dtype=np.int32)
    notes = {"unknown": ~known, "constant": known}
    return LocalResult(table, no_result(statistic, int(known.sum())), _told(notes))


def _told(notes: dict[str, np.ndarray]) -> tuple[Note, ...]:
    """What there is to say, by the sites it is about."""
    counted = {code: int(np.count_nonzero(sites)) for code, sites in notes.items()}
    return tuple(Note(code, count) for code, count in counted.items() if count)
