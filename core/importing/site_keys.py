"""Site keys made of other columns, for tables that have none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..exceptions import ProfileError
from ..vocabulary import normalise, take
from ..wording import say
from .findings import Findings
from .profile import Profile
from .rows import NO_KEY, slug
from .source import SourceTable


@dataclass(frozen=True)
class MadeKeys:
    """(n,) keys, None where nothing could be made of the row; how complete they are and how they were written.

    name: the column that holds them. made_of: the columns of their parts, for findings. partial: some of the parts are empty. written: the parts as the table writes them.
    """

    name: str
    made_of: str
    keys: np.ndarray
    partial: np.ndarray
    written: np.ndarray


def make_site_keys(frame: pd.DataFrame, profile: Profile) -> tuple[pd.DataFrame, Profile, MadeKeys]:
    """A table with a further column of keys, and the profile that knows it.

    A key is the parts named in the profile without accents, capitals and marks, so that it stays the same
    when only these change. Raises ProfileError when the table has none of the parts.
    """
    source = SourceTable(frame, profile.missing_words)
    columns = [source.column(profile.columns[part]) for part in profile.site_key_from]
    columns = [column for column in columns if column is not None]
    if not columns:
        names = ", ".join(profile.columns[part] for part in profile.site_key_from)
        raise ProfileError(
            say("The layer has none of the columns {0} to make site keys of; add one of them.", names)
        )
    parts = []
    for column in columns:
        # Scripts without Latin letters leave no slug; they are kept as written.
        slugs = [
            "" if value.casefold() in NO_KEY else slug(value) or normalise(value) for value in column.values
        ]
        parts.append(take([word or None for word in slugs], column.labels))
    filled = np.column_stack([pd.notna(part) for part in parts])
    keys = np.where(filled.any(axis=1), _joined(parts, "_"), None)
    written = _joined([column.text() for column in columns], ", ")
    name = made_of = " + ".join(column.name for column in columns)
    while source.has(name):
        name += "'"
    made = MadeKeys(name, made_of, keys, filled.any(axis=1) & ~filled.all(axis=1), written)
    return (
        frame.assign(**{name: keys}),
        replace(profile, columns={**profile.columns, "pcode": name}),
        made,
    )


def _joined(parts: Sequence[np.ndarray], between: str) -> np.ndarray:
    """(n,) texts of several columns joined row by row, None as nothing."""
    first, *others = (pd.Series(np.where(pd.notna(part), part, ""), dtype=object) for part in parts)
    for other in others:
        first = first + between + other
    return first.to_numpy(dtype=object)


def report_made_keys(made: MadeKeys, findings: Findings) -> None:
    """How keys were made, which of them are of incomplete rows, and which places they take for one."""
    findings.once("site_key_made", made.made_of, rows=int(pd.notna(made.keys).sum()))
    findings.each("site_key_partial", made.partial, made.made_of, made.written)
    rows = pd.DataFrame({"key": made.keys, "written": made.written})
    distinct = rows[rows["key"].notna()].drop_duplicates()
    several = distinct[distinct.duplicated("key")]
    findings.each("site_key_alike", several.index.to_numpy(dtype=int), made.made_of, made.written)
