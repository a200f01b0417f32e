"""A column of an atlas table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: name, kind ("text", "int", "real" or "date") and what it holds."""

    name: str
    kind: str
    note: str


def text_column(name: str, note: str) -> Column:
    return Column(name, "text", note)


def int_column(name: str, note: str) -> Column:
    return Column(name, "int", note)


def real_column(name: str, note: str) -> Column:
    return Column(name, "real", note)


def date_column(name: str, note: str) -> Column:
    return Column(name, "date", note)
