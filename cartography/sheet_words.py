"""The words in braces that a recipe may use in titles and filters."""

from __future__ import annotations

TITLE_WORDS = ("area", "n", "first", "last")
FILTER_WORDS = ("area",)
