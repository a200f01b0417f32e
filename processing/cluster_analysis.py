"""A local statistic of the sites of a layer: values, neighbours, result a row per site, and the method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..core.exceptions import TableError
from .algorithm import AsmAlgorithm
from .cluster_sites import ClusterSites, tell_left_out, variable_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from qgis.core import QgsLayerMetadata, QgsProcessingFeedback

    from ..core.clusters.inference import Inference, LocalResult
    from ..core.clusters.method import Neighbours
    from ..core.clusters.site_values import Variable
    from ..core.clusters.weights import Weights

LEAST_SITES = 3
MOST_PERMUTATIONS_A_DRAW = 9_999
tr = AsmAlgorithm.tr


@dataclass(frozen=True)
class Question:
    """What is asked: the statistic (as core.clusters.analysis names them) of which fields.

    is_yes_no: the fields hold yes and no, or numbers that are a yes up to at_most. spreads: the classes whose
    neighbouring sites are joined to clusters.
    """

    statistic: str
    fields: tuple[str, ...]
    is_yes_no: bool = False
    at_most: float | None = None
    spreads: tuple[int, ...] = (1, 2)


@dataclass(frozen=True)
class Values:
    """Fields of the sites, one Variable each. reasons: (n,) why a site is left out, '' for those used."""

    variables: Sequence[Variable]
    reasons: np.ndarray
    at_most: float | None

    @property
    def used(self) -> np.ndarray:
        return self.reasons == ""

    def of_used(self, columns: Sequence[np.ndarray] | None = None) -> np.ndarray:
        """(used sites, fields) of the values, or of other columns in their place."""
        import numpy as np

        from ..core.clusters.site_values import as_yes

        columns = [variable.values for variable in self.variables] if columns is None else columns
        return np.column_stack([as_yes(column[self.used], self.at_most) for column in columns])


@dataclass(frozen=True)
class Found:
    """What an analysis came to. used: (n,) bool, the sites that weights and result are of; table: a row for each site.

    lines say the method in the language of QGIS, as the metadata of the outputs do.
    """

    question: Question
    sites: ClusterSites
    used: np.ndarray
    weights: Weights
    result: LocalResult
    table: pd.DataFrame
    lines: list[str]
    metadata: QgsLayerMetadata


def read_values(sites: ClusterSites, question: Question, feedback: QgsProcessingFeedback) -> Values:
    """The fields of a question; who is left out, and why, is said.

    Raises TableError where fewer than LEAST_SITES have all values.
    """
    import numpy as np

    from ..core.clusters.site_values import above_zero, as_yes, left_out_reasons

    only_yes_no = question.is_yes_no and question.at_most is None
    variables = [variable_of(sites, name, only_yes_no) for name in question.fields]
    if question.statistic == "moran_rate":
        variables[1] = above_zero(variables[1])
    decided = None
    if question.is_yes_no:  # a no to one of several conditions is a no to all of them at once
        decided = np.any([as_yes(one.values, question.at_most) == 0 for one in variables], axis=0)
    reasons = left_out_reasons(variables, sites.frame["longitude"].notna().to_numpy(), decided)
    tell_left_out(reasons, feedback)
    n_used = int((reasons == "").sum())
    if n_used < LEAST_SITES:
        raise TableError(
            tr(
                "{0} of {1} sites have a value in {2}; at least {3} are needed, so choose another field or area."
            ).format(n_used, len(reasons), ", ".join(question.fields), LEAST_SITES)
        )
    return Values(variables, reasons, question.at_most)


def site_table(values: Values, result: LocalResult, weights: Weights, question: Question) -> pd.DataFrame:
    """The columns lisa_* but for the words, a row for every site; lisa_group 0 in no cluster."""
    import numpy as np

    from ..core.clusters.categories import UNDEFINED
    from ..core.clusters.components import joined

    used = values.used
    table = result.table.set_index(np.flatnonzero(used)).reindex(np.arange(len(used)))
    table["lisa_cluster"] = table["lisa_cluster"].fillna(UNDEFINED).astype("int64")
    table["lisa_n"] = table["lisa_n"].fillna(0).astype("int64")
    table["lisa_group"] = 0
    table.loc[used, "lisa_group"] = joined(weights, result.table["lisa_cluster"].to_numpy(), question.spreads)
    undefined = used & (table["lisa_cluster"] == UNDEFINED).to_numpy()
    why = "constant" if any(note.code == "constant" for note in result.notes) else "undefined"
    table["lisa_reason"] = np.where(undefined, why, values.reasons)
    return table


def shares_held(
    values: Values,
    result: LocalResult,
    weights: Weights,
    question: Question,
    inference: Inference,
    n_draws: int,
    report: Callable[[float], None],
) -> np.ndarray:
    """The share of draws within uncertain scores in which each site keeps its class, (n,); NaN where left out."""
    import numpy as np

    from ..core.clusters.analysis import analyse
    from ..core.clusters.stability import shares_held as held

    quick = replace(
        inference,
        permutations=min(inference.permutations, MOST_PERMUTATIONS_A_DRAW),
        global_permutations=0,
    )

    def classes_of(columns: Sequence[np.ndarray]) -> np.ndarray:
        found = analyse(question.statistic, values.of_used(columns), weights, quick, lambda done: None)
        return found.table["lisa_cluster"].to_numpy()

    shares = np.full(len(values.reasons), np.nan)
    shares[values.used] = held(
        result.table["lisa_cluster"].to_numpy(),
        values.variables,
        n_draws,
        inference.seed,
        classes_of,
        report,
    )
    return shares


def method_of(
    question: Question,
    sites: ClusterSites,
    neighbours: Neighbours,
    inference: Inference,
    result: LocalResult,
    table: pd.DataFrame,
    hold_draws: int,
) -> dict[str, Any]:
    """How the clusters were found, for the metadata; see core.clusters.method."""
    from ..core.clusters.categories import ISOLATED
    from ..core.clusters.method import method_of as method

    overall = result.overall

    def told(figure: float) -> float | None:
        return None if figure != figure else float(figure)

    return method(
        question.statistic,
        question.fields,
        neighbours,
        permutations=inference.permutations,
        seed=inference.seed,
        alpha=inference.alpha,
        tail=inference.tail,
        correction=inference.correction,
        n_used=len(result.table),
        n_tested=int(result.table["lisa_p"].notna().sum()),
        n_left_out=len(table) - len(result.table),
        n_isolated=int((table["lisa_cluster"] == ISOLATED).sum()),
        n_set_aside=sites.n_set_aside or None,
        area=sites.area or None,
        at_most=question.at_most,
        hold_draws=hold_draws or None,
        overall=told(overall.value),
        overall_expected=told(overall.expected),
        overall_p=told(overall.p),
        overall_permutations=overall.permutations,
    )
