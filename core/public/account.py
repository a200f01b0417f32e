"""What is told of a public table: a note for everybody, and a report that stays in the house.

The note holds nothing that the suppression hides: no group, no name of a field that no list knows, no count of fewer
than k sites. The report has all of that.
"""

from __future__ import annotations

from typing import Any

from .allow_list import DROP, KEY, NOT_LISTED, AllowList
from .export import KEEP, PublicTable, Request
from .groups import DROP as DROP_SMALL

NOTE_SCHEMA, REPORT_SCHEMA = "asm-atlas/public-note/1", "asm-atlas/public-report/1"


def note_document(
    made: PublicTable, allowed: AllowList, request: Request, rights: list[str], made_with: str
) -> dict[str, Any]:
    """What readers of the table may know. rights: licences and credits of the source."""
    account = made.account
    gone = account.rows_in - account.rows_out
    told = gone == 0 or account.withheld_sites >= request.k
    listed = [row for row in account.fields if row["why"] != NOT_LISTED]
    return {
        "schema": NOTE_SCHEMA,
        "list": {"id": allowed.id, "version": allowed.version, "hash": allowed.hash},
        "label": dict(allowed.label),
        "grid": {"size": request.grid.size, "unit": request.grid.unit} if made.located else None,
        "k": request.k,
        "small_groups": request.policy,
        "group_fields": list(made.group_fields),
        "keys": request.keys if allowed.key else None,
        "rows": account.rows_out,
        "sites": account.sites_out,
        "rows_left_out": gone if told else None,
        "rows_by_place": dict(account.levels),
        "fields_published": [_field(row) for row in listed if _is_published(row, request)],
        "fields_left_out": [_field(row) for row in listed if not _is_published(row, request)],
        "fields_not_listed": sum(row["why"] == NOT_LISTED for row in account.fields),
        "rights": rights,
        "reasons": {code: dict(texts) for code, texts in allowed.reasons.items()},
        "made_with": made_with,
    }


def report_document(
    made: PublicTable, allowed: AllowList, request: Request, note: dict[str, Any], source: str
) -> dict[str, Any]:
    """The note, and what must not leave the house: every field, every group, every count."""
    account = made.account
    drops = request.policy == DROP_SMALL
    return {
        **note,
        "schema": REPORT_SCHEMA,
        "internal": True,
        "source": source,
        "rows_in": account.rows_in,
        "rows_out": account.rows_out,
        "rows_left_out": {
            "too_few" if drops else "too_few_in_all": account.rows_small,
            "hides_others": account.rows_hiding,
        },
        "sites_in": account.sites_in,
        "sites_out": account.sites_out,
        "rows_without_key": account.rows_without_key,
        "rows_without_place": account.rows_without_place,
        "rows_alone": account.rows_alone,
        "fields": account.fields,
        "contacts": account.contacts,
        "same_answers": account.same_answers,
        "groups": account.groups,
        "group_levels": _group_levels(made),
    }


def _group_levels(made: PublicTable) -> list[str]:
    """Words for the levels of the groups, the finest first; the whole last."""
    return [*(["cell"] if made.located else []), *reversed(made.group_fields), "none"]


def _is_published(row: dict[str, Any], request: Request) -> bool:
    return row["do"] != DROP and not (row["do"] == KEY and request.keys == KEEP)


def _field(row: dict[str, Any]) -> dict[str, str]:
    return {"field": row["field"], "do": row["do"], "why": row["why"]}
