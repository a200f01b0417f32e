"""What a newer import changes in an atlas, row by row: a release is a whole set.

Rows are the same by what they say of the world, never by the source's row number: sites by pcode, visits as
pair_visits has it, actors by visit and name, statuses by pcode, date and kind, findings by what they found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..columns import Column
from ..exceptions import TableError
from ..tables import LOCATED, OWN_VALUES, TABLES
from ..wording import say, to_say
from .changes import Progress, as_table, check_keys, no_progress
from .pairing import Pairing, combined, labels_of
from .sites import pair_sites
from .visits import pair_visits

IMPORTED = ("sites", "visits", "actors", "statuses", "findings")
KEYS = {
    "sites": "pcode",
    "visits": "visit_id",
    "actors": "visit_id",
    "statuses": "status_id",
    "findings": "finding_id",
}
ABSENT_FROM = Column(
    "absent_from", "text", "release that first lacked this row; empty when the newest one has it"
)
# Where the geometry lies, beside the columns: a user may have moved a point without its coordinates.
POINT = (
    Column("point_x", "real", "degrees, EPSG:4326, of the geometry"),
    Column("point_y", "real", "degrees, EPSG:4326, of the geometry"),
)
# Another number in the source alone is no news.
_ROW_NUMBERS = frozenset({"source_order", "source_row", "finding_id"})
_ORDER = {"visits": "source_order", "findings": "source_row"}


@dataclass(frozen=True)
class TableUpdate:
    """The rows of one table, by place in the old and in the new frame.

    at_old, at_new: rows that persist; differs: which of them must be written; told: which of them differ in
    more than a row number. added: places in new. removed, kept: places in old of rows that new lacks;
    kept_keys: the keys that the kept ones have from now on.
    """

    at_old: np.ndarray
    at_new: np.ndarray
    differs: np.ndarray
    told: np.ndarray
    added: np.ndarray
    removed: np.ndarray
    kept: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    kept_keys: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=object))

    def counts(self) -> dict[str, int]:
        """Rows added, updated, unchanged, removed and kept."""
        return {
            "added": len(self.added),
            "updated": int(self.told.sum()),
            "unchanged": int(len(self.told) - self.told.sum()),
            "removed": len(self.removed),
            "kept": len(self.kept),
        }


def compared_columns(table: str) -> list[Column]:
    """The columns of a table that come from the release, with those of its geometry."""
    return [*TABLES[table], *(POINT if table in LOCATED else ())]


def plan_update(
    old: dict[str, pd.DataFrame],
    new: dict[str, pd.DataFrame],
    keep: bool = False,
    progress: Progress = no_progress,
) -> dict[str, TableUpdate]:
    """What becomes of each row of the tables in old, by table.

    old, new: frames by name of the table; sites and visits are needed, both have the same tables. Columns
    are those of compared_columns; old ones may be absent, and may have absent_from. keep: sites, visits
    and statuses that new lacks stay, with the actors of such visits; findings speak of one import and go.
    Raises TableError when sites or visits have no pcode, a site is there twice, new has no rows where old
    has some, or (unless keep) shares no site with old.
    """
    _check(old, new, keep)
    pairs = {"sites": pair_sites(old["sites"], new["sites"])}
    progress(0.1)
    kept, redated, gone, came = pair_visits(
        old["visits"], new["visits"], lambda fraction: progress(0.1 + 0.4 * fraction)
    )
    pairs["visits"] = (
        np.concatenate([kept.at_old, redated.at_old]),
        np.concatenate([kept.at_new, redated.at_new]),
        gone,
        came,
    )
    for table, pair in (("actors", _pair_actors), ("statuses", _pair_statuses), ("findings", _pair_findings)):
        if table in old:
            pairs[table] = pair(old, new, *pairs["visits"][:2])
    plan: dict[str, TableUpdate] = {}
    for number, (table, (at_old, at_new, gone, came)) in enumerate(pairs.items(), start=1):
        stays = _stays(table, old, gone, plan) if keep else np.zeros(len(gone), dtype=bool)
        order = np.argsort(at_new, kind="stable")
        at_old, at_new = at_old[order], at_new[order]
        differs, told = _differences(table, old[table], new[table], at_old, at_new)
        plan[table] = TableUpdate(
            at_old,
            at_new,
            differs,
            told,
            np.sort(came),
            gone[~stays],
            gone[stays],
            _kept_keys(table, old, new, gone[stays], plan),
        )
        progress(0.5 + 0.1 * number)
    return plan


def marked_places(update: TableUpdate, old: pd.DataFrame, key: str) -> np.ndarray:
    """Of update.kept, which rows must be written: not yet marked as absent, or with another key."""
    mark = np.zeros(len(update.kept), dtype=bool)
    if ABSENT_FROM.name in old.columns:
        mark = old[ABSENT_FROM.name].iloc[update.kept].notna().to_numpy()
    return np.flatnonzero(~mark | (old[key].to_numpy(dtype=object)[update.kept] != update.kept_keys))


def key_changes(
    table: str, old: pd.DataFrame, new: pd.DataFrame, update: TableUpdate
) -> dict[str, str | None]:
    """Keys of old rows that are others now, or None when the row is gone."""
    before, after = (frame[KEYS[table]].to_numpy(dtype=object) for frame in (old, new))
    changes = dict.fromkeys(before[update.removed].tolist())
    for keys_old, keys_new in (
        (before[update.at_old], after[update.at_new]),
        (before[update.kept], update.kept_keys),
    ):
        other = keys_old != keys_new
        changes.update(zip(keys_old[other].tolist(), keys_new[other].tolist()))
    changes.pop(None, None)
    return changes


def own_values(
    table: str,
    fids: np.ndarray,
    own: dict[str, list[object]],
    old: pd.DataFrame,
    new: pd.DataFrame,
    update: TableUpdate,
) -> pd.DataFrame:
    """The table OWN_VALUES: what the user's own columns hold on rows that go or that get another key.

    fids: (n_old,) row numbers. own: the user's columns, each with a value for each old row.
    """
    before, after = (frame[KEYS[table]].to_numpy(dtype=object) for frame in (old, new))
    other = before[update.at_old] != after[update.at_new]
    if table == "findings":  # its key counts the findings of one import
        other[:] = False
    renamed = before[update.kept] != update.kept_keys
    parts = [
        (update.removed, np.full(len(update.removed), None, dtype=object), "removed"),
        (update.at_old[other], after[update.at_new[other]], "carried"),
        (update.kept[renamed], update.kept_keys[renamed], "carried"),
    ]
    rows = [
        (table, int(fids[place]), name, str(values[place]), before[place], key, outcome)
        for places, keys, outcome in parts
        for place, key in zip(places.tolist(), keys.tolist())
        for name, values in own.items()
        if values[place] is not None and values[place] != ""
    ]
    return _own_table(rows)


def own_references(
    table: str, column: str, rows: Sequence[tuple[int, object]], changes: dict[str, str | None]
) -> pd.DataFrame:
    """The table OWN_VALUES: rows of a user's own table that name a key which is gone or another now.

    rows: number of the row and the key it names. changes: as key_changes gives them.
    """
    return _own_table(
        [
            (
                table,
                fid,
                column,
                key,
                key,
                changes[key],
                "key_gone" if changes[key] is None else "key_changed",
            )
            for fid, key in rows
            if key in changes
        ]
    )


def _own_table(rows: list[tuple]) -> pd.DataFrame:
    names = [column.name for column in OWN_VALUES]
    return as_table(pd.DataFrame(rows, columns=names, dtype=object), OWN_VALUES)


def _check(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame], keep: bool) -> None:
    for table, of_atlas, of_release, empty in (
        (
            "sites",
            say("sites of the atlas"),
            say("new sites"),
            to_say("The new sites have no rows; give the whole table of the newer import."),
        ),
        (
            "visits",
            say("visits of the atlas"),
            say("new visits"),
            to_say("The new visits have no rows; give the whole table of the newer import."),
        ),
    ):
        check_keys(old[table]["pcode"], of_atlas)
        check_keys(new[table]["pcode"], of_release)
        if len(old[table]) and new[table].empty:
            raise TableError(say(empty))
    shared = old["sites"]["pcode"].isin(new["sites"]["pcode"]).any()
    if len(old["sites"]) and not shared and not keep:
        raise TableError(
            say(
                "The new sites share no pcode with those of the atlas, so that all of these would be "
                "removed; give a release of the same country, or keep what has vanished."
            )
        )


def _pair_actors(
    old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame], at_old: np.ndarray, at_new: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Actors of one visit by name; else by place and class, for a name that is spelled otherwise now."""
    before, after = old["actors"], new["actors"]
    keys = pd.Series(
        new["visits"]["visit_id"].to_numpy()[at_new], old["visits"]["visit_id"].to_numpy()[at_old]
    )
    # An actor whose visit is gone must not meet that of another visit which has the same key now.
    visit = before["visit_id"].map(keys[~keys.index.duplicated()]).astype(object)
    visit = visit.where(visit.notna(), "\0" + before["visit_id"].astype(object))
    visits = labels_of(visit, after["visit_id"])
    named = _labels(before, after, ("name",))
    placed = _labels(before, after, ("slot", "actor_class"))
    return _paired("actors", before, after, combined(visits, named), combined(visits, placed))


def _pair_statuses(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame], *_) -> tuple[np.ndarray, ...]:
    before, after = old["statuses"], new["statuses"]
    decided = _labels(before, after, ("pcode", "date", "kind"))
    said = _labels(before, after, ("qualification", "traceability", "project", "source"))
    return _paired("statuses", before, after, combined(decided, said), decided)


def _pair_findings(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame], *_) -> tuple[np.ndarray, ...]:
    before, after = old["findings"], new["findings"]
    found = _labels(before, after, ("pcode", "field", "raw_value", "rule"))
    return _paired("findings", before, after, found)


def _labels(old: pd.DataFrame, new: pd.DataFrame, names: Sequence[str]) -> np.ndarray:
    """(n_old + n_new,) labels, alike where all these columns are; a column that old lacks is left out."""
    labels = np.zeros(len(old) + len(new), dtype=np.int64)
    for name in names:
        if name in old.columns:
            labels = combined(labels, labels_of(old[name], new[name]))
    return labels


def _paired(table: str, old: pd.DataFrame, new: pd.DataFrame, *rounds: np.ndarray) -> tuple[np.ndarray, ...]:
    """Places of the pairs in old and new, and of the rows gone and come."""
    name = _ORDER.get(table)
    orders = (
        np.arange(len(frame), dtype=float)
        if name not in frame.columns
        else frame[name].astype("float64").fillna(np.inf).to_numpy()
        for frame in (old, new)
    )
    pairing = Pairing(*orders)
    for labels in rounds:
        pairing.in_order(labels)
    return (*pairing.take(), *pairing.left())


def _differences(
    table: str, old: pd.DataFrame, new: pd.DataFrame, at_old: np.ndarray, at_new: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Of the pairs: which differ in any column, and which in more than a row number."""
    differs, told = np.zeros(len(at_old), dtype=bool), np.zeros(len(at_old), dtype=bool)
    for column in compared_columns(table):
        after = new[column.name].iloc[at_new].reset_index(drop=True)
        if column.name in old.columns:
            before = old[column.name].iloc[at_old].reset_index(drop=True)
            same = (before == after).fillna(False).to_numpy(dtype=bool)
            other = ~(same | (before.isna() & after.isna()).to_numpy())
        else:
            other = after.notna().to_numpy()
        differs |= other
        if column.name not in _ROW_NUMBERS:
            told |= other
    if ABSENT_FROM.name in old.columns:
        back = old[ABSENT_FROM.name].iloc[at_old].notna().to_numpy()
        differs |= back
        told |= back
    return differs, told


def _stays(
    table: str, old: dict[str, pd.DataFrame], gone: np.ndarray, plan: dict[str, TableUpdate]
) -> np.ndarray:
    """Which of the rows that are gone stay when vanished ones are kept."""
    if table == "findings":
        return np.zeros(len(gone), dtype=bool)
    if table == "actors":
        visits = old["visits"]["visit_id"].iloc[plan["visits"].kept]
        return old["actors"]["visit_id"].iloc[gone].isin(visits).to_numpy()
    return np.ones(len(gone), dtype=bool)


def _kept_keys(
    table: str,
    old: dict[str, pd.DataFrame],
    new: dict[str, pd.DataFrame],
    kept: np.ndarray,
    plan: dict[str, TableUpdate],
) -> np.ndarray:
    """Keys of the kept rows: their own, or a counter never used where the release gives theirs to another."""
    before = old[table][KEYS[table]].to_numpy(dtype=object)
    keys = before[kept]
    if table == "actors":
        changes = key_changes("visits", old["visits"], new["visits"], plan["visits"])
        at_visits = old["visits"]["visit_id"].to_numpy(dtype=object)[plan["visits"].kept]
        moved = {key: changes[key] for key in at_visits.tolist() if changes.get(key)}
        return np.array([*(moved.get(key, key) for key in keys), None], dtype=object)[:-1]
    taken = set(new[table][KEYS[table]])
    ever = taken | set(before)
    for place in np.flatnonzero(pd.Series(keys, dtype=object).isin(taken).to_numpy()):
        base, _, counter = str(keys[place]).rpartition("_")
        number = int(counter) if counter.isdigit() else 1
        while f"{base}_{number}" in ever:
            number += 1
        keys[place] = f"{base}_{number}"
        ever.add(keys[place])
    return keys
