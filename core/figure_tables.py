"""The columns of figures made of scores: by groups of sites, and of two dimensions side by side."""

from __future__ import annotations

from collections.abc import Iterable

from .columns import Column, int_column, real_column, text_column
from .score_tables import score_columns

# Names of these tables in an atlas.
FIGURE_TABLES = (
    "groups",
    "summary",
    "group_areas",
    "comparison",
    "comparison_counts",
    "clusters",
    "cluster_summary",
)


# What figures rest on, whatever table they stand in.
SCHEME_COLUMNS = tuple(
    column
    for column in score_columns(())
    if column.name in ("scheme", "scheme_version", "scheme_hash", "as_of")
)
_GROUP_KEY = (
    text_column("group_kind", "group, outside (of all polygons), unknown or total"),
    text_column("group_id", "the group's key: its name, its code, its year or the key of its polygon"),
    text_column("group_name", "the group's name"),
    text_column("within", "the larger unit that the group lies in, where names can repeat"),
)
SUMMARY = (
    *_GROUP_KEY,
    text_column("dimension", "dimension of the scheme"),
    text_column("standing", "code of the level, or no_data, not_applicable, inactive, too_old, no_visit"),
    int_column("level", "1 the worst level, then up; empty without a level"),
    int_column("sites", "sites, each counted once in a group"),
    real_column("share", "0..1, of the group's sites that have a level; empty without one or when too few"),
    int_column("miners", "miners at the sites where their number is known; empty where it is at none"),
    real_column("miner_share", "0..1, of the miners known at sites that have a level; empty when too few"),
    int_column("miners_unknown", "sites whose number of miners is not known"),
    text_column("too_few", "the group has fewer sites with a level than asked for: yes, no"),
    *SCHEME_COLUMNS,
)
_GROUP_HEADING = (
    *_GROUP_KEY,
    int_column("sites", "sites, each counted once in a group"),
    int_column("shared", "of them also in another group"),
    int_column("scored", "of them scored; the rest are inactive, too old or without a visit"),
    int_column("inactive", "found abandoned: off site, no miners, no armed presence"),
    int_column("too_old", "last visit before the scheme's first day"),
    int_column("no_visit", "known from lists of decisions or third parties only"),
    int_column("miners", "miners at the sites where their number is known; empty where it is at none"),
    int_column("miners_unknown", "sites whose number of miners is not known"),
    real_column("year_median", "median year of the visits scored"),
    int_column("year_first", "first year of the visits scored"),
    int_column("year_last", "last year of the visits scored"),
    text_column("too_few", "fewer sites scored than asked for: yes, no"),
    int_column("n_min", "sites asked for; groups with fewer get no shares and medians"),
    *SCHEME_COLUMNS,
)


def group_columns(dimensions: Iterable[str], n_levels: int) -> tuple[Column, ...]:
    """Columns of the table with a row per group, for the levels 1..n_levels of these dimensions."""
    levels = range(1, n_levels + 1)
    return (
        *_GROUP_HEADING,
        *(
            column
            for dim in dimensions
            for column in (
                int_column(f"{dim}_sites", "sites that have a level; shares and medians are of these"),
                *(int_column(f"{dim}_level_{level}", f"sites of level {level}") for level in levels),
                int_column(f"{dim}_no_data", "sites scored with too few answers for a level"),
                int_column(f"{dim}_not_applicable", "sites scored to which no question applies"),
                *(
                    int_column(f"{dim}_miners_{level}", f"miners at sites of level {level}")
                    for level in levels
                ),
                int_column(f"{dim}_miners_unknown", "sites with a level whose number of miners is not known"),
                real_column(
                    f"{dim}_low_share", "0..1, sites in the lower half of the levels; empty when too few"
                ),
                real_column(f"{dim}_low_least", "0..1, sites surely there, whatever is not known"),
                real_column(f"{dim}_low_most", "0..1, sites possibly there"),
                real_column(
                    f"{dim}_firm_share", "0..1, sites whose level does not depend on what is not known"
                ),
                real_column(f"{dim}_median", "0..100, median score; empty when too few"),
                real_column(f"{dim}_median_worst", "0..100, median of the worst cases"),
                real_column(f"{dim}_median_best", "0..100, median of the best cases"),
                text_column(f"{dim}_too_few", "fewer sites with a level than asked for: yes, no"),
            )
        ),
    )


COMPARISON = (
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    text_column("visit_id", "the visit that was scored"),
    Column("date", "date", "its date"),
    text_column("x_dimension", "dimension across"),
    text_column("y_dimension", "dimension upwards"),
    int_column("x_level", "1 the worst level, then up; empty without a level"),
    int_column("y_level", "1 the worst level, then up; empty without a level"),
    real_column("x_score", "0..100"),
    real_column("y_score", "0..100"),
    int_column("n_classes", "classes of each dimension"),
    int_column("x_class", "1 the worst class, then up; empty when not compared"),
    int_column("y_class", "1 the worst class, then up; empty when not compared"),
    text_column("cell", "x_class-y_class, or not_compared"),
    text_column("cells_possible", "cells that the site may belong to, by what is not known of it"),
    text_column("uncertain", "more than one cell is possible: yes, no"),
    text_column("why_not", "why the site is not compared: its state, or dimension:reason"),
    *SCHEME_COLUMNS,
)
COMPARISON_COUNTS = (
    text_column("kind", "cell; compared: all cells; not_compared: by reason; total: all sites"),
    text_column("x_dimension", "dimension across"),
    text_column("y_dimension", "dimension upwards"),
    int_column("x_class", "1 the worst class, then up"),
    int_column("y_class", "1 the worst class, then up"),
    text_column("x_levels", "codes of the levels in the class across"),
    text_column("y_levels", "codes of the levels in the class upwards"),
    text_column("reason", "why sites are not compared"),
    int_column("sites", "sites by their levels"),
    real_column("share", "0..1, of the sites compared"),
    int_column("certain", "of them sites that can be in no other cell, whatever is not known"),
    int_column("possible", "sites that may be in the cell, these included"),
    *SCHEME_COLUMNS,
)
