"""The columns of the atlas tables: the only contract between the steps.

In memory (pandas): text is object with None for empty, int is Int64, real is float64 with NaN,
date is datetime64[ns] with NaT. Answers to yes/no questions are text, one of ANSWERS:
"unknown" was asked and not answered, "not_asked" has no column in the source, or is empty at a
date before the source first put the question.
Lists of codes are one text joined with LIST_SEPARATOR, None when empty.
"""

from __future__ import annotations

from .columns import date_column, int_column, real_column, text_column
from .score_tables import DIMENSIONS, NEXT_STEPS, SITE_STEPS, score_columns, trend_columns

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


# What a visit says about a site; `sites` repeats the same columns for the visit that speaks for it.
CONDITIONS = (
    int_column("workers", "number of miners at the visit"),
    text_column("mineral_main", "code of the first mineral (vocabulary minerals)"),
    text_column("minerals", "codes of all minerals"),
    text_column("is_3t", "tin, tantalum or tungsten site, by its minerals: yes, no, unknown"),
    text_column("is_gold", "gold site, by its minerals: yes, no, unknown"),
    text_column("mercury", "mercury used: yes, no, unknown, not_asked"),
    text_column("children", "children under 15 working: yes, no, unknown, not_asked"),
    int_column("children_number", "children under 15 working, where they are counted"),
    text_column("women", "women working: yes, no, unknown, not_asked"),
    int_column("women_number", "women working, where they are counted"),
    text_column("presence", "armed presence: yes, no, unknown, not_asked"),
    text_column("interference", "armed interference: yes, no, unknown, not_asked"),
    text_column("actors", "names of the armed or state actors"),
    text_column("actor_class", "worst actor class (vocabulary actor_classes), none when presence is no"),
    text_column("access_dry", "access in the dry season (vocabulary access), unknown, not_asked"),
    text_column("access_wet", "access in the wet season (vocabulary access), unknown, not_asked"),
    text_column("mechanisation", "low, medium, high, unknown, not_asked"),
    text_column("services", "codes of the state services listed (vocabulary services)"),
    int_column("service_slots", "service answers given; a full list may have cut others off"),
    text_column("services_full", "all places for services are taken: yes, no, not_asked"),
    text_column("traceability", "code of the programme seen (vocabulary traceability), unknown, not_asked"),
    int_column("injured", "people injured in accidents"),
    int_column("dead", "people killed in accidents"),
    int_column("recall_months", "months that injured and dead look back"),
)

SITES = (
    text_column("pcode", "key of the site"),
    text_column("name", "name as last written"),
    text_column("country", "ISO 3166-1 alpha-3"),
    text_column("admin1", "province or prefecture as written by the source"),
    text_column("admin2", "territory or sub-prefecture"),
    text_column("admin3", "chiefdom, sector or commune"),
    text_column("admin4", "grouping of villages"),
    text_column("village", "village"),
    date_column("first_visit", "date of the first visit"),
    date_column("last_visit", "date of the last visit"),
    int_column("n_visits", "visits of the source's own teams"),
    int_column("n_third_party", "visits reported by third parties"),
    int_column("n_statuses", "status decisions"),
    text_column("visit_id", "the visit that speaks for the site; empty when none does"),
    date_column("visit_date", "its date"),
    text_column("project", "its project"),
    text_column("state", "active, inactive, unknown"),
    text_column("off_site", "the team did not reach the site: yes, no, unknown"),
    *CONDITIONS,
    text_column("qualification", "last decided status, no expiry applied (vocabulary qualification)"),
    date_column("qualification_date", "its date"),
    text_column("merged_into", "pcode of the site that this one is now part of"),
    text_column(
        "location_quality",
        "how the point was found (vocabulary location_quality)",
    ),
    text_column("at_village", "the point is that of a village: yes, no"),
    real_column("longitude", "degrees, EPSG:4326"),
    real_column("latitude", "degrees, EPSG:4326"),
)

VISITS = (
    text_column("visit_id", "key: pcode, date, project and a counter"),
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("row_kind", "visit or third_party"),
    date_column("visit_date", "date"),
    text_column("date_precision", "day, list, month, year, unknown"),
    text_column("source", "who published the row"),
    text_column("project", "project that paid for the visit"),
    text_column("on_site", "yes, no, unknown"),
    text_column("not_visited_reason", "why the site was not reached, as written"),
    text_column("admin1", "province or prefecture"),
    text_column("admin2", "territory or sub-prefecture"),
    *CONDITIONS,
    text_column("children_work", "codes of the children's work (vocabulary work)"),
    text_column("women_work", "codes of the women's work (vocabulary work)"),
    text_column("qualification", "status written on the visit row; sites do not use it"),
    text_column("comment", "free text that no other column holds"),
    int_column("source_order", "the source's own row number, used for ties only"),
    real_column("longitude", "degrees, EPSG:4326"),
    real_column("latitude", "degrees, EPSG:4326"),
)

ACTORS = (
    text_column("visit_id", "visit"),
    text_column("pcode", "key of the site"),
    int_column("slot", "1..3 after closing gaps, in the order of the source"),
    text_column("name", "name as written, trimmed"),
    text_column("actor_class", "vocabulary actor_classes"),
    int_column("frequency", "1 irregular .. 5 permanent; empty when not known"),
    text_column("frequency_raw", "frequency as written"),
    *(text_column(behaviour, "yes, no, unknown, not_asked") for behaviour in BEHAVIOURS),
)

STATUSES = (
    text_column("status_id", "key: pcode, date, kind and a counter"),
    text_column("pcode", "key of the site"),
    date_column("date", "date of the decision or list"),
    text_column("date_precision", "day, list, month, year, unknown"),
    text_column("kind", "qualification or traceability"),
    text_column("qualification", "vocabulary qualification"),
    text_column("traceability", "vocabulary traceability"),
    date_column("valid_until", "end of validity by the vocabulary's default period; empty when it has none"),
    text_column("source", "who published the row"),
    text_column("project", "list it came from"),
)

FINDINGS = (
    text_column("finding_id", "key within one import"),
    int_column("source_row", "row of the source, the first is 1"),
    text_column("pcode", "key of the site, as written"),
    text_column("field", "column of the source"),
    text_column("raw_value", "value as written"),
    text_column("rule", "rule that found it"),
    text_column("severity", "info, warning, error"),
    text_column("action", "kept, recoded, repaired, not_used, rejected"),
    text_column("message", "sentence in the user's language"),
    real_column("longitude", "degrees, EPSG:4326, as written, or as repaired"),
    real_column("latitude", "degrees, EPSG:4326, as written, or as repaired"),
)

SITE_CHANGES = (
    text_column("pcode", "key of the site"),
    text_column("name_old", "name in the old set; empty when the site is new"),
    text_column("name_new", "name in the new set; empty when the site has vanished"),
    text_column("change", "new, vanished, moved, renamed, admin_changed, answer_changed"),
    text_column("field", "column of sites that changed, or location; empty when new or vanished"),
    text_column("old_value", "value in the old set"),
    text_column("new_value", "value in the new set"),
    text_column("kind", "answered: known only now; withdrawn: known only before; changed: known in both"),
    text_column(
        "same_visit", "the same visit speaks in both sets, so that its answer was corrected: yes, no"
    ),
    real_column("distance_m", "metres moved, on the ellipsoid"),
    real_column("longitude", "degrees, EPSG:4326, of the new place, else of the old one"),
    real_column("latitude", "degrees, EPSG:4326, of the new place, else of the old one"),
)

VISIT_CHANGES = (
    text_column("pcode", "key of the site"),
    text_column("name", "name in the new set, else in the old one"),
    text_column("project", "project of the visit"),
    text_column("visit_id_old", "visit in the old set; empty when added"),
    text_column("visit_id_new", "visit in the new set; empty when removed"),
    date_column("date_old", "its date in the old set"),
    date_column("date_new", "its date in the new set"),
    text_column("change", "added, removed, redated, answer_changed"),
    text_column("field", "column of visits that changed, or location; empty when added or removed"),
    text_column("old_value", "value in the old set"),
    text_column("new_value", "value in the new set"),
    text_column("kind", "answered: known only now; withdrawn: known only before; changed: known in both"),
    real_column("distance_m", "metres moved, on the ellipsoid"),
)

CHANGE_SUMMARY = (
    text_column("of", "sites or visits"),
    text_column("change", "as in the changes of sites and of visits"),
    text_column("field", "column that changed; empty when the whole row came or went"),
    text_column("kind", "answered, withdrawn, changed; empty when the whole row came or went"),
    int_column("n", "changes"),
    int_column("n_sites", "sites that have such a change"),
)

OWN_VALUES = (
    text_column("table_name", "table of the atlas"),
    int_column("row_id", "number of the row (fid) there"),
    text_column("field", "column that is the user's own, or that names a site, visit or status"),
    text_column("value", "its value"),
    text_column("key_old", "key of the site, visit or status before"),
    text_column("key_new", "its key now; empty when it is gone"),
    text_column(
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
