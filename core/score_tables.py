"""The columns of scores and of what is made of single scores: trends, sensitivity, next steps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .columns import Column, date_column, int_column, real_column, text_column

# The dimensions of the default scheme; other schemes have their own.
DIMENSIONS = ("security", "health_safety", "state_services", "formalisation", "production", "access")

_ID = re.compile("[a-z0-9_]{1,40}")  # of a dimension, as schemes have it

_SCORE_HEADING = (
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    text_column("visit_id", "the visit scored; empty when there is none"),
    date_column("date", "its date"),
    text_column("off_site", "the team did not reach the site: yes, no, unknown"),
    text_column("state", "scored, inactive, no_visit, too_old"),
    text_column("age_class", "fresh, ageing, old at the reference date"),
    text_column("scheme", "id of the scheme"),
    text_column("scheme_version", "its version"),
    text_column("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    text_column("as_of", "reference date of time-bound answers, or the word visit"),
)
_SCORE_PARTS = (
    real_column("score", "0..100; empty when fewer answers than the scheme's least coverage are known"),
    real_column("worst", "0..100, every unknown at its worst"),
    real_column("best", "0..100, every unknown at its best"),
    real_column("coverage", "0..1, share of the weight answered"),
    int_column("level", "0 no data, 1 the scheme's worst level, then up; empty when not applicable"),
    int_column("level_worst", "lowest level possible"),
    int_column("level_best", "highest level possible"),
    text_column("robust", "firm, probable, open; not_applicable; empty without a level"),
    text_column("thin", "fewer answers than the scheme asks for: yes, no"),
    text_column("weight_sensitive", "the level depends on weights or one answer: yes, no"),
    text_column("reasons", "JSON: the answers behind the score"),
)
SCORE_PARTS = tuple(column.name for column in _SCORE_PARTS)
OVERALL_PARTS = ("level", "level_worst", "level_best", "robust")
_OVERALL_LEVEL = "overall_level"


def score_columns(dimensions: Iterable[str], overall: bool = False) -> tuple[Column, ...]:
    """Columns of a scores table whose scheme has these dimensions, in order, and an overall level or not."""
    named = [(dim, _SCORE_PARTS) for dim in dimensions]
    if overall:
        named.append(("overall", [part for part in _SCORE_PARTS if part.name in OVERALL_PARTS]))
    return (
        *_SCORE_HEADING,
        *(replace(part, name=f"{dim}_{part.name}") for dim, parts in named for part in parts),
    )


def score_dimensions(columns: Iterable[str]) -> tuple[str, ...]:
    """Dimensions of a scores table, by its columns in order: those that have a level; not the overall one."""
    return tuple(dim for dim in dimensions_of(columns, "_level") if f"{dim}_level" != _OVERALL_LEVEL)


def dimensions_of(columns: Iterable[str], ends: str) -> tuple[str, ...]:
    """What stands before an ending in names of columns, in order, where it can be the id of a dimension.

    Other columns that end so are the user's own; their names may hold anything, and go into expressions.
    """
    return tuple(
        name[: -len(ends)] for name in columns if name.endswith(ends) and _ID.fullmatch(name[: -len(ends)])
    )


def has_overall(columns: Iterable[str]) -> bool:
    """Whether a scores table has the overall level that some schemes declare."""
    return _OVERALL_LEVEL in columns


SENSITIVITY_HEADING = tuple(
    column for column in _SCORE_HEADING if column.name not in ("off_site", "age_class")
)


def sensitivity_columns(dimensions: Iterable[str], n_levels: int) -> tuple[Column, ...]:
    """Columns of a sensitivity table whose scheme has these dimensions and so many levels."""
    return (
        *SENSITIVITY_HEADING,
        *(
            column
            for dim in dimensions
            for column in (
                int_column(f"{dim}_level", "level by the scheme's own weights, as in scores"),
                real_column(f"{dim}_keeps", "0..1, share of the draws in which the site keeps its level"),
                int_column(f"{dim}_other", "the most frequent other level; empty where there is none"),
                *(
                    real_column(f"{dim}_share_{level}", f"0..1, share of the draws with level {level}")
                    for level in range(n_levels + 1)
                ),
            )
        ),
    )


# No geometry: several rows a site. Empty rows of words never stand: a step can be read by itself.
NEXT_STEPS = (
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    date_column("date", "date of the visit that speaks for the site"),
    int_column("rank", "order of the site's steps, the smallest first"),
    text_column("dimension", "id of the dimension, or overall; empty for a visit"),
    text_column("kind", "visit, ask, change, confirm, cap"),
    text_column("words_en", "the step as a sentence, in English"),
    text_column("words_fr", "the step as a sentence, in French"),
    int_column("n_answers", "answers that the step takes; 0 for a visit or a cap"),
    text_column("questions", "variables asked"),
    text_column("question_en", "the scheme's words for them, in English"),
    text_column("question_fr", "the scheme's words for them, in French"),
    text_column("answer_from", "answer now, of each question; several that are open stand with |"),
    text_column("answer_to", "answer that leads to level_after, of each question"),
    date_column("answer_date", "date of the oldest of these answers"),
    int_column("level", "level now; 0 no data"),
    int_column("level_after", "level in the best answer; of confirm and cap: the level that stands"),
    int_column("level_if_bad", "level in the worst answer; empty where nothing is asked"),
    real_column("gain", "points (0..100) by which the worst case rises; empty for the overall level"),
    text_column("scheme", "id of the scheme"),
    text_column("scheme_version", "its version"),
    text_column("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
)

SITE_STEPS = (
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    date_column("date", "date of the visit that speaks for the site"),
    text_column("state", "scored, inactive, no_visit, too_old"),
    int_column("n_steps", "steps of all kinds but caps"),
    *(
        int_column(f"n_{kind}", f"steps of the kind {kind}")
        for kind in ("visit", "ask", "change", "confirm", "cap")
    ),
    text_column("first_kind", "kind of the smallest step; empty where there is none"),
    text_column("first_en", "the smallest step as a sentence, in English"),
    text_column("first_fr", "the smallest step as a sentence, in French"),
    int_column("overall_level", "overall level now; empty where the scheme has none"),
    int_column(
        "overall_one_step",
        "highest overall level that one answer could lead to; empty where it rises by none",
    ),
    text_column("scheme", "id of the scheme"),
    text_column("scheme_version", "its version"),
    text_column("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    real_column("longitude", "degrees, EPSG:4326"),
    real_column("latitude", "degrees, EPSG:4326"),
)


TREND_HEADING = (
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    int_column("n_scored", "scored visits to the site"),
    text_column("scheme", "id of the scheme"),
    text_column("scheme_version", "its version"),
    text_column("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    text_column("as_of", "later visits are not used; the word visit where all are"),
)
_TREND_PARTS = (
    text_column("trend", "up, down, same; not_sure where the intervals overlap; empty without a comparison"),
    text_column("why", "why there is none: no_visit, not_applicable, no_score, one_visit, not_comparable"),
    real_column("change", "score of the last minus that of the first visit compared"),
    int_column("level_change", "levels up, or down where negative"),
    *(
        column
        for end in ("first", "last")
        for column in (
            text_column(f"visit_{end}", f"the {end} visit compared"),
            date_column(f"date_{end}", "its date"),
            real_column(f"score_{end}", "its score on what was asked at both visits, 0..100"),
            real_column(f"worst_{end}", "every unknown at its worst"),
            real_column(f"best_{end}", "every unknown at its best"),
            int_column(f"level_{end}", "its level, 1 the scheme's worst"),
        )
    ),
    text_column("left_out", "questions left out, which were not put at both visits"),
)


def trend_columns(dimensions: Iterable[str]) -> tuple[Column, ...]:
    """Columns of a table of trends of these dimensions, in order."""
    return (
        *TREND_HEADING,
        *(replace(part, name=f"{dim}_{part.name}") for dim in dimensions for part in _TREND_PARTS),
    )


def trend_dimensions(columns: Iterable[str]) -> tuple[str, ...]:
    """Dimensions of a table of trends, by its columns in order."""
    return dimensions_of(columns, "_trend")
