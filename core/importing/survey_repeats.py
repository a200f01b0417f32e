"""Rows of repeat groups put beside the row that they belong to: armed_group1_name, armed_group2_name, ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import FormError
from ..wording import say
from .notes import Note
from .survey_columns import header_key

_MOST_SLOTS = 200
# Columns that name the row above, and those of that row which they repeat: the surest first.
_KEYS = (
    (("parent_key",), ("key",)),
    (("_submission__uuid", "_submission_uuid"), ("_uuid", "meta/instanceid", "key")),
    (("_submission__id", "_submission_id"), ("_id",)),
    (("_parent_index",), ("_index",)),
    (("key",), ("key",)),
    (("_uuid",), ("_uuid",)),
)
_OF_NESTED = (_KEYS[0], _KEYS[3])


@dataclass(frozen=True)
class RepeatTable:
    """A further table of an export, as it came: the rows of one repeat group. name: of the sheet or file."""

    name: str
    frame: pd.DataFrame


def row_keys(parent: pd.DataFrame, child: pd.DataFrame, nested: bool) -> tuple[np.ndarray, np.ndarray, str]:
    """Keys of the rows above (n,), those that the rows of a repeat name (m,), None for none, and their column.

    nested: the table above is itself that of a repeat, so that keys of whole submissions do not tell its
    rows. Raises FormError when no pair of columns fits.
    """
    above = {header_key(name): name for name in reversed(list(parent.columns))}
    below = {header_key(name): name for name in reversed(list(child.columns))}
    found = []
    for of_child, of_parent in _OF_NESTED if nested else _KEYS:
        mine = next((below[name] for name in of_child if name in below), None)
        theirs = next((above[name] for name in of_parent if name in above), None)
        if mine is not None and theirs is not None:
            keys = _keys(parent[theirs]), _keys(child[mine]), mine
            if not set(keys[0].tolist()).isdisjoint(set(keys[1].tolist()) - {None}):
                return keys
            found.append(keys)
    if found:
        return found[0]
    raise FormError(
        say(
            "Nothing tells which rows a repeat belongs to; it needs a column such as PARENT_KEY, "
            "_parent_index or _submission__uuid, and the main table KEY, _index or _uuid."
        )
    )


def join_slots(
    parent: pd.DataFrame, parent_keys: np.ndarray, child: pd.DataFrame, child_keys: np.ndarray, name: str
) -> tuple[pd.DataFrame, list[Note]]:
    """The table above with the columns of the rows below it, as name1_column, name2_column, ...

    Rows keep their order within a submission. Rows without a key, or with one that the table above lacks,
    are findings. Raises FormError when one row would get more than 200.
    """
    notes: list[Note] = []
    first: dict[str, int] = {}
    twice: dict[str, int] = {}
    for place, key in enumerate(parent_keys.tolist()):
        if key is not None and first.setdefault(key, place) != place:
            twice[key] = twice.get(key, 1) + 1
    places = np.array([-1 if key is None else first.get(key, -1) for key in child_keys], dtype=int)
    named = set(child_keys.tolist())
    for key, rows in twice.items():
        if key in named:
            notes.append(Note("survey_key_twice", name, key, first[key], {"rows": rows}))
    for row in np.flatnonzero(places < 0).tolist():
        rule = "survey_repeat_keyless" if child_keys[row] is None else "survey_repeat_orphan"
        notes.append(Note(rule, name, child_keys[row], words={"row": row + 1}))
    joined = np.flatnonzero(places >= 0)
    slots = pd.Series(places[joined]).groupby(places[joined]).cumcount().to_numpy() + 1
    most = int(slots.max(initial=0))
    if most > _MOST_SLOTS:
        raise FormError(
            say(
                "The repeat {0} gives {1} rows to one row of the table above, more than {2}; check "
                "the columns with the keys.",
                name,
                most,
                _MOST_SLOTS,
            )
        )
    columns: dict[str, np.ndarray] = {}
    for slot in range(1, most + 1):
        rows = joined[slots == slot]
        for column in child.columns:
            cells = np.full(len(parent), None, dtype=object)
            cells[places[rows]] = child[column].to_numpy(dtype=object)[rows]
            columns[f"{name}{slot}_{column}"] = cells
    parents = len(np.unique(places[joined]))
    words = {"rows": len(joined), "parents": parents, "slots": most}
    notes.append(Note("survey_repeat_joined", name, None, words=words))
    added = pd.DataFrame(columns, index=parent.index)
    return pd.concat([parent, added[[c for c in added if c not in parent]]], axis=1), notes


def named_table(name: str, given: Sequence[str]) -> str | None:
    """Which of some repeats a table is by its name: sheets are cut at 31 characters, files begin with the form."""
    key = header_key(name)
    exact = [repeat for repeat in given if header_key(repeat) == key]
    ends = [repeat for repeat in given if key.endswith(f"/{header_key(repeat)}")]
    cut = [repeat for repeat in given if len(name) >= 30 and header_key(repeat).startswith(key)]
    found = exact or sorted(ends, key=len)[-1:] or cut
    return found[0] if len(found) == 1 else None


def _keys(cells: pd.Series) -> np.ndarray:
    """(n,) keys as both sides write them: without "uuid:" and the decimals of a number; None for none."""
    texts = cells.astype(object).where(cells.notna(), "").astype(str).str.strip()
    texts = texts.str.replace(r"^uuid:", "", regex=True).str.replace(r"^(\d+)\.0+$", r"\1", regex=True)
    return np.array([text or None for text in texts] + [None], dtype=object)[:-1]
