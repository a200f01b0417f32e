"""How clusters were found, as a record that travels with their layer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Neighbours:
    """Who counts as a neighbour. kind: knn, band, inverse_distance, kernel, queen, rook, delaunay, file.

    k: of knn and of kernels without a distance. distance_m: of bands, inverse distance and kernels; is_smallest: it
    was not given and is the least with which each site has a neighbour. order, lower_orders, snap_m: of queen and rook.
    median_m, longest_m: how far neighbours are, in the median and at most; None without any.
    """

    kind: str
    k: int | None = None
    distance_m: float | None = None
    is_smallest: bool = False
    power: float | None = None
    kernel: str | None = None
    order: int | None = None
    lower_orders: bool | None = None
    snap_m: float | None = None
    file: str | None = None
    standardised: bool = True
    median_m: float | None = None
    longest_m: float | None = None


def method_of(
    statistic: str,
    fields: tuple[str, ...],
    neighbours: Neighbours,
    **more: float | int | str | None,
) -> dict[str, Any]:
    """What was asked of which fields, with which neighbours, permutations, seed and counts; for JSON.

    more: permutations, seed, alpha, tail, correction, n_used, n_tested, n_left_out, n_isolated, n_set_aside, area,
    at_most, hold_draws, overall, overall_expected, overall_p, overall_permutations; what is None is not said.
    """
    who = asdict(neighbours)
    who["neighbours"] = who.pop("kind")
    document = {"statistic": statistic, "fields": list(fields), **who, **more}
    return {key: value for key, value in document.items() if value is not None}
