"""Names of administrative units: those of units that are no more give way to today's."""

from __future__ import annotations

import numpy as np

from .findings import Findings
from .profile import Profile
from .rows import slug
from .source import SourceTable


def use_units_of_today(source: SourceTable, profile: Profile, findings: Findings) -> None:
    """Replace old names where the row has today's in another column; each distinct name is a finding.

    Some releases have the two columns the wrong way round in part of their rows.
    """
    for name, former in profile.former.items():
        column, other = source.column(profile.columns[name]), source.column(former.column)
        if column is None or other is None:
            continue
        gone = {slug(word) for word in former.names}
        old = np.array([slug(value) in gone for value in column.values] + [False], dtype=bool)
        today = np.array([slug(value) not in gone for value in other.values] + [False], dtype=bool)
        rows = old[column.labels] & today[other.labels] & other.filled
        if rows.any():
            findings.per_value("unit_of_today", column, old[:-1], rows=rows)
            source.overwrite(column.name, rows, other.text()[rows])
