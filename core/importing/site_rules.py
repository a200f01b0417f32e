"""Findings on what rows say of their site and of armed actors that does not go together."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..tables import NO, YES
from .reader import Reader
from .rows import Rows, slug


def report_site_rules(reader: Reader, rows: Rows, answers: Mapping[str, np.ndarray]) -> None:
    """Sites with several names, visits that name another site as theirs, interference without presence.

    answers: presence and interference of all rows, among others.
    """
    _renamed(reader, rows)
    _part_of_another(reader, rows)
    presence, interference = np.asarray(answers["presence"]), np.asarray(answers["interference"])
    visits = rows.are("visit", "third_party")
    name = reader.profile.columns.get("interference")
    reader.findings.each(
        "interference_yes_presence_no", visits & (presence == NO) & (interference == YES), name
    )


def _renamed(reader: Reader, rows: Rows) -> None:
    """A finding at the first row of each further name of a site, by date; spelling alone makes no name."""
    column = reader.column("name")
    if column is None:
        return
    slugs, _ = pd.factorize(np.array([*(slug(value) for value in column.values), ""], dtype=object))
    names = slugs[column.labels]
    kept = np.flatnonzero(~rows.are("rejected") & (names != slugs[-1]))
    sites, _ = pd.factorize(rows.pcode[kept])
    pairs = np.unique(sites * np.int64(len(slugs)) + names[kept]) // len(slugs)
    several = kept[np.isin(sites, pairs[1:][pairs[1:] == pairs[:-1]])]  # few; the rest needs no sorting
    table = pd.DataFrame({"pcode": rows.pcode[several], "name": names[several], "date": rows.date[several]})
    table = table.set_axis(several).sort_values("date", kind="stable").drop_duplicates(["pcode", "name"])
    again = table.index[table["pcode"].duplicated()].to_numpy(dtype=int)
    reader.findings.each("site_renamed", np.sort(again), column.name, column.raw())


def _part_of_another(reader: Reader, rows: Rows) -> None:
    column = reader.column("not_visited_reason")
    if column is None or not reader.profile.merged_into:
        return
    pattern = re.compile(reader.profile.merged_into, re.IGNORECASE)
    found = [pattern.search(value) for value in column.values]
    target = np.array([*(match.group(1).lower() if match else None for match in found), None], dtype=object)
    target = target[column.labels]
    named = pd.notna(target) & (target != rows.pcode) & rows.are("visit", "third_party")
    reader.findings.each("named_as_another_site", named, column.name, target)
