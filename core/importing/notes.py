"""Findings of the steps before an import: on columns, forms and repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ALL_ROWS = -1


@dataclass(frozen=True)
class Note:
    """A finding of a step before the import, which knows neither rules nor keys.

    place: the row of the table that shows it, -1 for the whole table. words: what the message names besides
    {field} and {value}.
    """

    rule: str
    field: str | None
    value: str | None = None
    place: int = ALL_ROWS
    words: Mapping[str, Any] = field(default_factory=dict)
