"""What a layer of areas calls its fields: World Database on Protected Areas, old and new, or any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..wording import say

SCHEMA = "asm-atlas/area-fields/1"
ROLES = (
    *("area_id", "name", "designation", "iucn_cat", "status", "reported_km2"),
    *("site_id", "designation_type", "status_year", "site_type", "realm", "parent_iso3"),
    *("tier", "tier_reason", "approximate", "overlaps"),  # of layers made by asm:prepareprotectedareas
)


def read_area_fields(path: Path) -> dict[str, tuple[str, ...]]:
    """The field names known for each role, best first. Raises DocumentError on a bad file."""
    document = read_document(path)
    if expect(document, "schema", str, path.name) != SCHEMA:
        raise DocumentError(say("{0}: 'schema' must be '{1}'.", path.name, SCHEMA))
    return {role: tuple(expect(document, f"roles.{role}", list, path.name)) for role in ROLES}


def match_fields(names: Iterable[str], aliases: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Role -> the layer's field for it, for the roles it has; letter case is ignored."""
    present = {name.lower(): name for name in reversed(list(names))}
    found = {}
    for role, known in aliases.items():
        field = next((present[alias.lower()] for alias in known if alias.lower() in present), None)
        if field is not None:
            found[role] = field
    return found


def as_text(value: Any) -> str | None:
    """An attribute as text: trimmed, whole numbers without decimals, None when empty."""
    if type(value) is str:  # most are
        return value.strip() or None
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None
