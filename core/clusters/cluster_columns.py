"""The columns of local statistics, of their summary and of pairs of neighbours."""

from __future__ import annotations

from ..columns import Column, int_column, real_column, text_column

SITE_COLUMNS = (
    real_column("lisa_i", "the local statistic; empty without a value or a neighbour"),
    real_column("lisa_lag", "of the neighbours' standard scores; of join counts how many have it"),
    real_column("lisa_z", "own value, in standard deviations from the mean; empty for several fields"),
    real_column("lisa_p", "pseudo p-value of the permutations; sites share their draws"),
    real_column("lisa_q", "the same, adjusted to all sites: Benjamini and Hochberg's false discovery rate"),
    int_column("lisa_cluster", "class by GeoDa's codes; 0 not significant, 5 undefined, 6 isolated"),
    text_column("lisa_label", "the class in words"),
    int_column("lisa_n", "neighbours used"),
    int_column(
        "lisa_group", "the cluster of neighbouring sites of one class, 1 the largest; empty outside of all"
    ),
    text_column("lisa_reason", "why a site is undefined: field: reason, no_geometry, constant, undefined"),
)
HOLD_COLUMN = real_column(
    "lisa_hold",
    "0..1, share of draws within the uncertain scores in which the class stays; empty if not drawn",
)

SUMMARY_COLUMNS = (
    text_column(
        "kind", "class: sites by class; left_out: by reason; unit: by unit and class; cluster; total"
    ),
    int_column("rank", "of a cluster: 1 the largest"),
    int_column("lisa_cluster", "class by GeoDa's codes"),
    text_column("lisa_label", "the class in words"),
    text_column("within", "province of the unit"),
    text_column("unit", "administrative unit; of a cluster: those that it lies in, with their sites"),
    text_column("reason", "why sites were left out"),
    int_column("sites", "sites"),
    real_column("share", "0..1, of the sites tested (of the unit); empty where none was"),
    text_column("names", "of a cluster: its sites by name, else by key"),
)

PAIR_COLUMNS = (
    text_column("site", "key of a site"),
    text_column("neighbour", "key of its neighbour"),
    real_column(
        "weight", "weight of the neighbour for the site; empty where it is the site's neighbour only"
    ),
    real_column("weight_back", "weight of the site for the neighbour; empty where that does not hold"),
    real_column("distance_m", "metres between the two, on the ellipsoid"),
)

_SCATTER = ("lisa_z", "lisa_lag", "lisa_i", "lisa_p", "lisa_cluster", "lisa_label")


def scatter_columns(with_name: bool) -> tuple[Column, ...]:
    """The columns of the points of Moran's scatterplot."""
    facts = [text_column("pcode", "key of the site")] + [text_column("name", "of the site")] * with_name
    return (*facts, *(column for name in _SCATTER for column in SITE_COLUMNS if column.name == name))


def site_columns(with_hold: bool) -> tuple[Column, ...]:
    """The columns put behind those of the sites."""
    return (*SITE_COLUMNS, HOLD_COLUMN) if with_hold else SITE_COLUMNS
