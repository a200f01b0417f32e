"""The columns of the atlas tables: the only contract between the steps.

In memory (pandas): text is object with None for empty, int is Int64, real is float64 with NaN,
date is datetime64[ns] with NaT. Answers to yes/no questions are text, one of ANSWERS:
"unknown" was asked and not answered, "not_asked" has no column in the source, or is empty at a
date before the source first put the question.
Lists of codes are one text joined with LIST_SEPARATOR, None when empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

LIST_SEPARATOR = ";"
YES, NO, UNKNOWN, NOT_ASKED = ANSWERS = ("yes", "no", "unknown", "not_asked")

BEHAVIOURS = (
    "taxation",
    "commerce_taxation",
    "entrance_taxation",
    "monopoly",
    "buying_minerals",
    "digging",
    "forced_labour",
    "pillaging",
    "pit_ownership",
)


@dataclass(frozen=True)
class Column:
    """One column: name, kind ("text", "int", "real" or "date") and what it holds."""

    name: str
    kind: str
    note: str


def _text(name: str, note: str) -> Column:
    return Column(name, "text", note)


def _int(name: str, note: str) -> Column:
    return Column(name, "int", note)


def _real(name: str, note: str) -> Column:
    return Column(name, "real", note)


def _date(name: str, note: str) -> Column:
    return Column(name, "date", note)


# What a visit says about a site; `sites` repeats the same columns for the visit that speaks for it.
CONDITIONS = (
    _int("workers", "number of miners at the visit"),
    _text("mineral_main", "code of the first mineral (vocabulary minerals)"),
    _text("minerals", "codes of all minerals"),
    _text("is_3t", "tin, tantalum or tungsten site, by its minerals: yes, no, unknown"),
    _text("is_gold", "gold site, by its minerals: yes, no, unknown"),
    _text("mercury", "mercury used: yes, no, unknown, not_asked"),
    _text("children", "children under 15 working: yes, no, unknown, not_asked"),
    _int("children_number", "children under 15 working, where they are counted"),
    _text("women", "women working: yes, no, unknown, not_asked"),
    _int("women_number", "women working, where they are counted"),
    _text("presence", "armed presence: yes, no, unknown, not_asked"),
    _text("interference", "armed interference: yes, no, unknown, not_asked"),
    _text("actors", "names of the armed or state actors"),
    _text("actor_class", "worst actor class (vocabulary actor_classes), none when presence is no"),
    _text("access_dry", "access in the dry season (vocabulary access), unknown, not_asked"),
    _text("access_wet", "access in the wet season (vocabulary access), unknown, not_asked"),
    _text("mechanisation", "low, medium, high, unknown, not_asked"),
    _text("services", "codes of the state services listed (vocabulary services)"),
    _int("service_slots", "service answers given; a full list may have cut others off"),
    _text("services_full", "all places for services are taken: yes, no, not_asked"),
    _text("traceability", "code of the programme seen (vocabulary traceability), unknown, not_asked"),
    _int("injured", "people injured in accidents"),
    _int("dead", "people killed in accidents"),
    _int("recall_months", "months that injured and dead look back"),
)

SITES = (
    _text("pcode", "key of the site"),
    _text("name", "name as last written"),
    _text("country", "ISO 3166-1 alpha-3"),
    _text("admin1", "province or prefecture as written by the source"),
    _text("admin2", "territory or sub-prefecture"),
    _text("admin3", "chiefdom, sector or commune"),
    _text("admin4", "grouping of villages"),
    _text("village", "village"),
    _date("first_visit", "date of the first visit"),
    _date("last_visit", "date of the last visit"),
    _int("n_visits", "visits of the source's own teams"),
    _int("n_third_party", "visits reported by third parties"),
    _int("n_statuses", "status decisions"),
    _text("visit_id", "the visit that speaks for the site; empty when none does"),
    _date("visit_date", "its date"),
    _text("project", "its project"),
    _text("state", "active, inactive, unknown"),
    _text("off_site", "the team did not reach the site: yes, no, unknown"),
    *CONDITIONS,
    _text("qualification", "last decided status, no expiry applied (vocabulary qualification)"),
    _date("qualification_date", "its date"),
    _text("merged_into", "pcode of the site that this one is now part of"),
    _text(
        "location_quality",
        "how the point was found (vocabulary location_quality)",
    ),
    _text("at_village", "the point is that of a village: yes, no"),
    _real("longitude", "degrees, EPSG:4326"),
    _real("latitude", "degrees, EPSG:4326"),
)

VISITS = (
    _text("visit_id", "key: pcode, date, project and a counter"),
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("row_kind", "visit or third_party"),
    _date("visit_date", "date"),
    _text("date_precision", "day, list, month, year, unknown"),
    _text("source", "who published the row"),
    _text("project", "project that paid for the visit"),
    _text("on_site", "yes, no, unknown"),
    _text("not_visited_reason", "why the site was not reached, as written"),
    _text("admin1", "province or prefecture"),
    _text("admin2", "territory or sub-prefecture"),
    *CONDITIONS,
    _text("children_work", "codes of the children's work (vocabulary work)"),
    _text("women_work", "codes of the women's work (vocabulary work)"),
    _text("qualification", "status written on the visit row; sites do not use it"),
    _text("comment", "free text that no other column holds"),
    _int("source_order", "the source's own row number, used for ties only"),
    _real("longitude", "degrees, EPSG:4326"),
    _real("latitude", "degrees, EPSG:4326"),
)

ACTORS = (
    _text("visit_id", "visit"),
    _text("pcode", "key of the site"),
    _int("slot", "1..3 after closing gaps, in the order of the source"),
    _text("name", "name as written, trimmed"),
    _text("actor_class", "vocabulary actor_classes"),
    _int("frequency", "1 irregular .. 5 permanent; empty when not known"),
    _text("frequency_raw", "frequency as written"),
    *(_text(behaviour, "yes, no, unknown, not_asked") for behaviour in BEHAVIOURS),
)

STATUSES = (
    _text("status_id", "key: pcode, date, kind and a counter"),
    _text("pcode", "key of the site"),
    _date("date", "date of the decision or list"),
    _text("date_precision", "day, list, month, year, unknown"),
    _text("kind", "qualification or traceability"),
    _text("qualification", "vocabulary qualification"),
    _text("traceability", "vocabulary traceability"),
    _date("valid_until", "end of validity by the vocabulary's default period; empty when it has none"),
    _text("source", "who published the row"),
    _text("project", "list it came from"),
)

FINDINGS = (
    _text("finding_id", "key within one import"),
    _int("source_row", "row of the source, the first is 1"),
    _text("pcode", "key of the site, as written"),
    _text("field", "column of the source"),
    _text("raw_value", "value as written"),
    _text("rule", "rule that found it"),
    _text("severity", "info, warning, error"),
    _text("action", "kept, recoded, repaired, not_used, rejected"),
    _text("message", "sentence in the user's language"),
    _real("longitude", "degrees, EPSG:4326, as written, or as repaired"),
    _real("latitude", "degrees, EPSG:4326, as written, or as repaired"),
)

# The dimensions of the default scheme; other schemes have their own.
DIMENSIONS = ("security", "health_safety", "state_services", "formalisation", "production", "access")

_SCORE_HEADING = (
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("admin1", "province"),
    _text("admin2", "territory"),
    _text("visit_id", "the visit scored; empty when there is none"),
    _date("date", "its date"),
    _text("off_site", "the team did not reach the site: yes, no, unknown"),
    _text("state", "scored, inactive, no_visit, too_old"),
    _text("age_class", "fresh, ageing, old at the reference date"),
    _text("scheme", "id of the scheme"),
    _text("scheme_version", "its version"),
    _text("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    _text("as_of", "reference date of time-bound answers, or the word visit"),
)
_SCORE_PARTS = (
    _real("score", "0..100; empty when fewer answers than the scheme's least coverage are known"),
    _real("worst", "0..100, every unknown at its worst"),
    _real("best", "0..100, every unknown at its best"),
    _real("coverage", "0..1, share of the weight answered"),
    _int("level", "0 no data, 1 the scheme's worst level, then up; empty when not applicable"),
    _int("level_worst", "lowest level possible"),
    _int("level_best", "highest level possible"),
    _text("robust", "firm, probable, open; not_applicable; empty without a level"),
    _text("thin", "fewer answers than the scheme asks for: yes, no"),
    _text("weight_sensitive", "the level depends on weights or one answer: yes, no"),
    _text("reasons", "JSON: the answers behind the score"),
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
    ends = "_level"
    return tuple(name[: -len(ends)] for name in columns if name.endswith(ends) and name != _OVERALL_LEVEL)


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
                _int(f"{dim}_level", "level by the scheme's own weights, as in scores"),
                _real(f"{dim}_keeps", "0..1, share of the draws in which the site keeps its level"),
                _int(f"{dim}_other", "the most frequent other level; empty where there is none"),
                *(
                    _real(f"{dim}_share_{level}", f"0..1, share of the draws with level {level}")
                    for level in range(n_levels + 1)
                ),
            )
        ),
    )


# No geometry: several rows a site. Empty rows of words never stand: a step can be read by itself.
NEXT_STEPS = (
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("admin1", "province"),
    _text("admin2", "territory"),
    _date("date", "date of the visit that speaks for the site"),
    _int("rank", "order of the site's steps, the smallest first"),
    _text("dimension", "id of the dimension, or overall; empty for a visit"),
    _text("kind", "visit, ask, change, confirm, cap"),
    _text("words_en", "the step as a sentence, in English"),
    _text("words_fr", "the step as a sentence, in French"),
    _int("n_answers", "answers that the step takes; 0 for a visit or a cap"),
    _text("questions", "variables asked"),
    _text("question_en", "the scheme's words for them, in English"),
    _text("question_fr", "the scheme's words for them, in French"),
    _text("answer_from", "answer now, of each question; several that are open stand with |"),
    _text("answer_to", "answer that leads to level_after, of each question"),
    _date("answer_date", "date of the oldest of these answers"),
    _int("level", "level now; 0 no data"),
    _int("level_after", "level in the best answer; of confirm and cap: the level that stands"),
    _int("level_if_bad", "level in the worst answer; empty where nothing is asked"),
    _real("gain", "points (0..100) by which the worst case rises; empty for the overall level"),
    _text("scheme", "id of the scheme"),
    _text("scheme_version", "its version"),
    _text("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
)

SITE_STEPS = (
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("admin1", "province"),
    _text("admin2", "territory"),
    _date("date", "date of the visit that speaks for the site"),
    _text("state", "scored, inactive, no_visit, too_old"),
    _int("n_steps", "steps of all kinds but caps"),
    *(
        _int(f"n_{kind}", f"steps of the kind {kind}")
        for kind in ("visit", "ask", "change", "confirm", "cap")
    ),
    _text("first_kind", "kind of the smallest step; empty where there is none"),
    _text("first_en", "the smallest step as a sentence, in English"),
    _text("first_fr", "the smallest step as a sentence, in French"),
    _int("overall_level", "overall level now; empty where the scheme has none"),
    _int(
        "overall_one_step",
        "highest overall level that one answer could lead to; empty where it rises by none",
    ),
    _text("scheme", "id of the scheme"),
    _text("scheme_version", "its version"),
    _text("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    _real("longitude", "degrees, EPSG:4326"),
    _real("latitude", "degrees, EPSG:4326"),
)


TREND_HEADING = (
    _text("pcode", "key of the site"),
    _text("name", "name of the site"),
    _text("admin1", "province"),
    _text("admin2", "territory"),
    _int("n_scored", "scored visits to the site"),
    _text("scheme", "id of the scheme"),
    _text("scheme_version", "its version"),
    _text("scheme_hash", "first 12 hexadecimal digits of the SHA-256 of its file"),
    _text("as_of", "later visits are not used; the word visit where all are"),
)
_TREND_PARTS = (
    _text("trend", "up, down, same; not_sure where the intervals overlap; empty without a comparison"),
    _text("why", "why there is none: no_visit, not_applicable, no_score, one_visit, not_comparable"),
    _real("change", "score of the last minus that of the first visit compared"),
    _int("level_change", "levels up, or down where negative"),
    *(
        column
        for end in ("first", "last")
        for column in (
            _text(f"visit_{end}", f"the {end} visit compared"),
            _date(f"date_{end}", "its date"),
            _real(f"score_{end}", "its score on what was asked at both visits, 0..100"),
            _real(f"worst_{end}", "every unknown at its worst"),
            _real(f"best_{end}", "every unknown at its best"),
            _int(f"level_{end}", "its level, 1 the scheme's worst"),
        )
    ),
    _text("left_out", "questions left out, which were not put at both visits"),
)


def trend_columns(dimensions: Iterable[str]) -> tuple[Column, ...]:
    """Columns of a table of trends of these dimensions, in order."""
    return (
        *TREND_HEADING,
        *(replace(part, name=f"{dim}_{part.name}") for dim in dimensions for part in _TREND_PARTS),
    )


def trend_dimensions(columns: Iterable[str]) -> tuple[str, ...]:
    """Dimensions of a table of trends, by its columns in order."""
    ends = "_trend"
    return tuple(name[: -len(ends)] for name in columns if name.endswith(ends))


SITE_CHANGES = (
    _text("pcode", "key of the site"),
    _text("name_old", "name in the old set; empty when the site is new"),
    _text("name_new", "name in the new set; empty when the site has vanished"),
    _text("change", "new, vanished, moved, renamed, admin_changed, answer_changed"),
    _text("field", "column of sites that changed, or location; empty when new or vanished"),
    _text("old_value", "value in the old set"),
    _text("new_value", "value in the new set"),
    _text("kind", "answered: known only now; withdrawn: known only before; changed: known in both"),
    _text("same_visit", "the same visit speaks in both sets, so that its answer was corrected: yes, no"),
    _real("distance_m", "metres moved, on the ellipsoid"),
    _real("longitude", "degrees, EPSG:4326, of the new place, else of the old one"),
    _real("latitude", "degrees, EPSG:4326, of the new place, else of the old one"),
)

VISIT_CHANGES = (
    _text("pcode", "key of the site"),
    _text("name", "name in the new set, else in the old one"),
    _text("project", "project of the visit"),
    _text("visit_id_old", "visit in the old set; empty when added"),
    _text("visit_id_new", "visit in the new set; empty when removed"),
    _date("date_old", "its date in the old set"),
    _date("date_new", "its date in the new set"),
    _text("change", "added, removed, redated, answer_changed"),
    _text("field", "column of visits that changed, or location; empty when added or removed"),
    _text("old_value", "value in the old set"),
    _text("new_value", "value in the new set"),
    _text("kind", "answered: known only now; withdrawn: known only before; changed: known in both"),
    _real("distance_m", "metres moved, on the ellipsoid"),
)

CHANGE_SUMMARY = (
    _text("of", "sites or visits"),
    _text("change", "as in the changes of sites and of visits"),
    _text("field", "column that changed; empty when the whole row came or went"),
    _text("kind", "answered, withdrawn, changed; empty when the whole row came or went"),
    _int("n", "changes"),
    _int("n_sites", "sites that have such a change"),
)

OWN_VALUES = (
    _text("table_name", "table of the atlas"),
    _int("row_id", "number of the row (fid) there"),
    _text("field", "column that is the user's own, or that names a site, visit or status"),
    _text("value", "its value"),
    _text("key_old", "key of the site, visit or status before"),
    _text("key_new", "its key now; empty when it is gone"),
    _text(
        "outcome",
        "removed: gone with its row; carried: stays on a row that has another key now; "
        "key_gone, key_changed: names a key that is no more, or is another now",
    ),
)

# Of scores: the columns of the default scheme; `score_columns` gives those of any other.
TABLES = {
    "sites": SITES,
    "visits": VISITS,
    "actors": ACTORS,
    "statuses": STATUSES,
    "findings": FINDINGS,
    "scores": score_columns(DIMENSIONS),
    "trends": trend_columns(DIMENSIONS),
    "site_changes": SITE_CHANGES,
    "visit_changes": VISIT_CHANGES,
    "change_summary": CHANGE_SUMMARY,
    "next_steps": NEXT_STEPS,
    "site_steps": SITE_STEPS,
    "own_values": OWN_VALUES,
}
LOCATED = (
    "sites",
    "visits",
    "findings",
    "scores",
    "trends",
    "site_changes",
    "sensitivity",
    "site_steps",
    "comparison",
)


def column_names(table: str) -> list[str]:
    """Names of a table's columns, in order."""
    return [column.name for column in TABLES[table]]
