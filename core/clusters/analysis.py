"""A local statistic of sites from values and neighbours to classes: the one door for the algorithms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import TableError
from .categories import ISOLATED, UNDEFINED, is_off_the_mean, moran_classes
from .global_statistics import GlobalResult, global_moran
from .local_moran import LocalStatistic, local_moran
from .significance import CORRECTIONS, TAILS, bonferroni_p, false_discovery_q, tail_counts
from .standard_scores import standard_scores
from .weights import Weights, among, counts

COLUMNS = ("lisa_i", "lisa_lag", "lisa_z", "lisa_p", "lisa_q", "lisa_cluster", "lisa_n")


@dataclass(frozen=True)
class Inference:
    """How chance is asked: permutations of the local statistic and of the global one (0: no global p), the seed.

    tail: two_sided, geoda, greater or less (significance.tail_counts). correction: what is held against alpha and
    so decides the class: none (p), fdr (q), bonferroni.
    """

    permutations: int = 99_999
    seed: int = 123456789
    alpha: float = 0.05
    tail: str = "two_sided"
    correction: str = "none"
    global_permutations: int = 999


@dataclass(frozen=True)
class Note:
    """Something to be said of the result: a code of NOTES and how many sites it is about."""

    code: str
    count: int


# unknown: without a value, left out with their weights; isolated: no neighbours in the weights given;
# left_alone: all neighbours are unknown; constant: all values are equal, nothing can be told;
# on_the_mean: significant but with a score or lag of 0, so in no class.
NOTES = ("unknown", "isolated", "left_alone", "constant", "on_the_mean")


@dataclass(frozen=True)
class LocalResult:
    """table: a row per site as given, COLUMNS; overall: all sites together; notes: what needs saying.

    lisa_i: the statistic; lisa_lag: of the neighbours; lisa_z: the own value in standard deviations; lisa_p,
    lisa_q: pseudo p and Benjamini-Hochberg q, NaN where none can be told; lisa_cluster: int8 codes of categories;
    lisa_n: neighbours with a value.
    """

    table: pd.DataFrame
    overall: GlobalResult
    notes: tuple[Note, ...]


def analyse(
    statistic: str,
    variables: np.ndarray,
    weights: Weights,
    inference: Inference = Inference(),
    report: Callable[[float], None] = lambda fraction: None,
) -> LocalResult:
    """The local statistic of each site, its p and class.

    statistic: moran. variables: (n, v) floats; NaN and infinite ones are unknown: such sites are of class 5, and
    their weights are taken out (those that are left are standardised anew where they were).
    report is told fractions and may raise to stop. Raises TableError for variables or choices that do not fit.
    """
    variables = np.atleast_2d(np.asarray(variables, dtype=float).T).T
    _check(statistic, variables, weights, inference)
    known = np.all(np.isfinite(variables), axis=1)
    given_alone = counts(weights) == 0
    if not known.all():
        weights, variables = among(weights, known), variables[known]
    own = standard_scores(variables[:, 0])
    if own is None:
        return _undefined(statistic, known)
    p, seed = inference.permutations, inference.seed
    found = local_moran(own, own, weights, p, seed, lambda done: report(done * 0.9))
    overall = global_moran(
        own,
        own,
        weights,
        inference.global_permutations,
        seed,
        inference.tail,
        lambda done: report(0.9 + done * 0.1),
    )
    table, significant = _judged(found, own, weights, inference)
    table["lisa_cluster"] = np.where(
        found.tested, moran_classes(own, found.lag, significant), ISOLATED
    ).astype(np.int8)
    on_mean = significant & ~(is_off_the_mean(own) & is_off_the_mean(found.lag))
    alone = ~found.tested
    notes = {
        "unknown": (~known).sum(),
        "isolated": (alone & given_alone[known]).sum(),
        "left_alone": (alone & ~given_alone[known]).sum(),
        "on_the_mean": on_mean.sum(),
    }
    told = tuple(Note(code, int(count)) for code, count in notes.items() if count)
    return LocalResult(_spread(table, known), overall, told)


def _check(statistic: str, variables: np.ndarray, weights: Weights, inference: Inference) -> None:
    if statistic != "moran":
        raise TableError(f"There is no local statistic '{statistic}'.")
    if len(variables) != len(weights):
        raise TableError(
            f"{len(variables)} sites have values and {len(weights)} have weights; use the same sites."
        )
    for word, words in ((inference.tail, TAILS), (inference.correction, CORRECTIONS)):
        if word not in words:
            raise TableError(f"'{word}' is none of {', '.join(words)}.")
    if inference.permutations < 1 or inference.global_permutations < 0 or inference.seed < 0:
        raise TableError("Permutations must be 1 or more, the seed 0 or more.")
    if not 0 < inference.alpha < 1:
        raise TableError("The level of significance must lie between 0 and 1, as 0.05 does.")


def _judged(
    found: LocalStatistic, own: np.ndarray, weights: Weights, inference: Inference
) -> tuple[pd.DataFrame, np.ndarray]:
    """The table of the sites but for their classes, and which are significant."""
    tested, permutations = found.tested, inference.permutations
    levels = tail_counts(found.draws, permutations, inference.tail)
    of_tests = levels if tested.all() else levels[tested]
    p, q = np.full(len(own), np.nan), np.full(len(own), np.nan)
    p[tested] = of_tests / (permutations + 1)
    q[tested] = false_discovery_q(of_tests, permutations)
    decisive = {"none": p, "fdr": q}.get(inference.correction)
    if decisive is None:
        decisive = np.full(len(own), np.nan)
        decisive[tested] = bonferroni_p(of_tests, permutations)
    table = {"lisa_i": found.value, "lisa_lag": found.lag, "lisa_z": own, "lisa_p": p, "lisa_q": q}
    table["lisa_cluster"], table["lisa_n"] = np.int8(0), counts(weights).astype(np.int32)
    return pd.DataFrame(table), decisive <= inference.alpha


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
    table["lisa_cluster"], table["lisa_n"] = np.full(n, UNDEFINED, dtype=np.int8), np.zeros(n, dtype=np.int32)
    counted = {"unknown": int((~known).sum()), "constant": int(known.sum())}
    overall = GlobalResult(statistic, np.nan, np.nan, np.nan, int(known.sum()), 0)
    return LocalResult(table, overall, tuple(Note(code, n) for code, n in counted.items() if n))
