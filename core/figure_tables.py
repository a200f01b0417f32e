"""The columns of figures made of scores: by groups of sites, and of two dimensions side by side."""

from __future__ import annotations

from collections.abc import Iterable

from .tables import Column, score_columns

# Names of these tables in an atlas.
FIGURE_TABLES = ("groups", "summary", "group_areas", "comparison", "comparison_counts")


def _text(name: str, note: str) -> Column:
    return Column(name, "text", note)


def _int(name: str, note: str) -> Column:
    return Column(name, "int", note)


def _real(name: str, note: str) -> Column:
    return Column(name, "real", note)


# What figures rest on, whatever table they stand in.
SCHEME_COLUMNS = tuple(
    column
    for column in score_columns(())
    if column.name in ("scheme", "scheme_version", "scheme_hash", "as_of")
)
_GROUP_KEY = (
    _text("group_kind", "group, outside (of all polygons), unknown or total"),
    _text("group_id", "the group's key: its name, its code, its year or the key of its polygon"),
    _text("group_name", "the group's name"),
    _text("within", "the larger unit that the group lies in, where names can repeat"),
)
SUMMARY = (
    *_GROUP_KEY,
    _text("dimension", "dimension of the scheme"),
    _text("standing", "code of the level, or no_data, not_applicable, inactive, too_old, no_visit"),
    _int("level", "1 the worst level, then up; empty without a level"),
    _int("sites", "sites, each counted once in a group"),
    _real("share", "0..1, of the group's sites that have a level; empty without one or when too few"),
    _int("miners", "miners at the sites where their number is known; empty where it is at none"),
    _real("miner_share", "0..1, of the miners known at sites that have a level; empty when too few"),
    _int("miners_unknown", "sites whose number of miners is not known"),
    _text("too_few", "the group has fewer sites with a level than asked for: yes, no"),
    *SCHEME_COLUMNS,
)
_GROUP_HEADING = (
    *_GROUP_KEY,
    _int("sites", "sites, each counted once in a group"),
    _int("shared", "of them also in another group"),
    _int("scored", "of them scored; the rest are inactive, too old or without a visit"),
    _int("inactive", "found abandoned: off site, no miners, no armed presence"),
    _int("too_old", "last visit before the scheme's first day"),
    _int("no_visit", "known from lists of decisions or third parties only"),
    _int("miners", "miners at the sites where their number is known; empty where it is at none"),
    _int("miners_unknown", "sites whose number of miners is not known"),
    _real("year_median", "median year of the visits scored"),
    _int("year_first", "first year of the visits scored"),
    _int("year_last", "last year of the visits scored"),
    _text("too_few", "fewer sites scored than asked for: yes, no"),
    _int("n_min", "sites asked for; groups with fewer get no shares and medians"),
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
                _int(f"{dim}_sites", "sites that have a level; shares and medians are of these"),
                *(_int(f"{dim}_level_{level}", f"sites of level {level}") for level in levels),
                _int(f"{dim}_no_data", "sites scored with too few answers for a level"),
                _int(f"{dim}_not_applicable", "sites scored to which no question applies"),
                *(_int(f"{dim}_miners_{level}", f"miners at sites of level {level}") for level in levels),
                _int(f"{dim}_miners_unknown", "sites with a level whose number of miners is not known"),
                _real(f"{dim}_low_share", "0..1, sites in the lower half of the levels; empty when too few"),
                _real(f"{dim}_low_least", "0..1, sites surely there, whatever is not known"),
                _real(f"{dim}_low_most", "0..1, sites possibly there"),
                _real(f"{dim}_firm_share", "0..1, sites whose level does not depend on what is not known"),
                _real(f"{dim}_median", "0..100, median score; empty when too few"),
                _real(f"{dim}_median_worst", "0..100, median of the worst cases"),
                _real(f"{dim}_median_best", "0..100, median of the best cases"),
                _text(f"{dim}_too_few", "fewer sites with a level than asked for: yes, no"),
            )
        ),
    )


COMPARISON = (
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("admin1", "province"),
    _text("admin2", "territory"),
    _text("visit_id", "the visit that was scored"),
    Column("date", "date", "its date"),
    _text("x_dimension", "dimension across"),
    _text("y_dimension", "dimension upwards"),
    _int("x_level", "1 the worst level, then up; empty without a level"),
    _int("y_level", "1 the worst level, then up; empty without a level"),
    _real("x_score", "0..100"),
    _real("y_score", "0..100"),
    _int("n_classes", "classes of each dimension"),
    _int("x_class", "1 the worst class, then up; empty when not compared"),
    _int("y_class", "1 the worst class, then up; empty when not compared"),
    _text("cell", "x_class-y_class, or not_compared"),
    _text("cells_possible", "cells that the site may belong to, by what is not known of it"),
    _text("uncertain", "more than one cell is possible: yes, no"),
    _text("why_not", "why the site is not compared: its state, or dimension:reason"),
    *SCHEME_COLUMNS,
)
COMPARISON_COUNTS = (
    _text("kind", "cell; compared: all cells; not_compared: by reason; total: all sites"),
    _text("x_dimension", "dimension across"),
    _text("y_dimension", "dimension upwards"),
    _int("x_class", "1 the worst class, then up"),
    _int("y_class", "1 the worst class, then up"),
    _text("x_levels", "codes of the levels in the class across"),
    _text("y_levels", "codes of the levels in the class upwards"),
    _text("reason", "why sites are not compared"),
    _int("sites", "sites by their levels"),
    _real("share", "0..1, of the sites compared"),
    _int("certain", "of them sites that can be in no other cell, whatever is not known"),
    _int("possible", "sites that may be in the cell, these included"),
    *SCHEME_COLUMNS,
)
