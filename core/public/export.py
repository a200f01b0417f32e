"""A table as it may leave the house: fields of an allow-list, points on a grid, groups of at least k sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Callable

import numpy as np
import pandas as pd

from ..columns import Column
from ..exceptions import TableError
from ..wording import say
from .allow_list import (
    AT_CELL,
    AXES,
    CLASSES,
    COORDINATE,
    DROP,
    KEY,
    LEVEL,
    MONTH,
    NOT_LISTED,
    OWN_FIELDS,
    PASS,
    SITE,
    SITES_IN_GROUP,
    WITHHELD,
    YEAR,
    AllowList,
    FieldRule,
)
from .disclosure import groups_told, rows_alone, same_answers
from .fields import published
from .grid import Grid, cell_centres
from .groups import NOWHERE, UNKNOWN_SITE, Settled, group_sites, settle
from .identifiers import contacts_in, follows_places, holds_places

NUMBER, KEEP = KEYS = ("number", "keep")
CELL, NO_LOCATION, NOWHERE_SAID = "cell", "no_location", "none"
UNKNOWN = "unknown"
KINDS = ("text", "int", "real")
_SITE_CODE = "\0site"  # no field is called so
_PLACES, _KIND, _SAME_AS_PLACE, _REPEATED = "holds_places", "kind", "is_the_place", "repeated"
_NOT_GROUPED = "not_grouped"  # a unit that the groups do not know would tell of fewer than k sites


@dataclass(frozen=True)
class Request:
    """What is asked for. groups: fields of places, the widest first; empty for those of the list."""

    grid: Grid
    k: int
    policy: str
    keys: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """A table as read: values by field, the kind of each (KINDS, or other), degrees of each row's place or NaN."""

    values: Mapping[str, Sequence[Any]]
    kinds: Mapping[str, str]
    lon: np.ndarray
    lat: np.ndarray


@dataclass
class Account:
    """What was done. fields: a dict a field of the source; groups: a dict a group, for internal use alone.

    same_answers: by field and answer (yes, no) the groups in which it is every site's, so that the place tells it.

    rows_in = rows_out + rows_small + rows_hiding. withheld_sites: distinct sites of the rows left out.
    """

    rows_in: int = 0
    rows_out: int = 0
    rows_small: int = 0
    rows_hiding: int = 0
    sites_in: int = 0
    sites_out: int = 0
    withheld_sites: int = 0
    rows_without_key: int = 0
    rows_without_place: int = 0
    levels: dict[str, int] = field(default_factory=dict)
    fields: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    contacts: dict[str, dict[str, int]] = field(default_factory=dict)
    rows_alone: int = 0
    same_answers: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class PublicTable:
    """The table to write: frame with the columns, and longitude and latitude of the cell (NaN for none)."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    located: bool
    group_fields: tuple[str, ...]
    account: Account


def public_table(
    given: Given,
    allowed: AllowList,
    request: Request,
    progress: Callable[[float], None] = lambda fraction: None,
) -> PublicTable:
    """The rows that may be published, sorted by what is published of them.

    Raises TableError for k below 1, group fields that the list does not pass or that hold coordinates, and when
    the table has none of the fields of the list.
    """
    if request.k < 1:
        raise TableError(
            say("K must be at least 1, not {0}; give the least number of sites of a group.", request.k)
        )
    account = Account(rows_in=len(given.lon))
    groups = _group_fields(given, allowed, request)
    values, columns = _passed(given, allowed, request, groups, account)
    progress(0.3)
    lon, lat = cell_centres(given.lon, given.lat, request.grid)
    if allowed.geometry != AT_CELL:
        lon, lat = np.full(len(lon), np.nan), np.full(len(lat), np.nan)
    sites = _site_codes(given, allowed, account)
    names = [_words(values[name]) for name in groups]
    levels = _levels(names, lon, lat, allowed)
    settled = settle(levels, sites, request.k, request.policy)
    progress(0.6)
    _count(account, settled, sites, given, allowed)
    cells = [f"{y:.5f} {x:.5f}" if x == x else "" for x, y in zip(lon, lat)]
    account.groups = groups_told(settled, levels, names, groups, cells, sites)
    frame = _frame(values, columns, given, allowed, request)
    for name, words in zip(groups, names):
        frame[name] = words
    located = np.isfinite(lon)
    if allowed.geometry == AT_CELL or groups:
        frame[LEVEL] = _level_words(settled.level, located, groups, allowed)
        columns = [*columns, Column(LEVEL, "text", "finest place that is published of the row")]
    frame[SITES_IN_GROUP] = group_sites(levels, settled, sites)
    columns = [*columns, Column(SITES_IN_GROUP, "int", "sites published with the same place")]
    hidden = settled.level > 0 if allowed.geometry == AT_CELL else np.zeros(len(lon), dtype=bool)
    frame["longitude"], frame["latitude"] = np.where(hidden, np.nan, lon), np.where(hidden, np.nan, lat)
    points = _coordinates(given, allowed)
    for column, axis in points:
        frame[column.name] = frame[axis]
    columns = [*(column for column, _ in points), *columns]
    _hide_groups(frame, groups, settled.level, allowed)
    frame[_SITE_CODE] = sites
    frame = frame[settled.level != NOWHERE].reset_index(drop=True)
    frame = _sorted(frame, columns)
    progress(0.9)
    if SITE in frame:
        columns = [Column(SITE, "int", "number of the site in this file alone"), *columns]
    account.levels = frame[LEVEL].value_counts().sort_index().to_dict() if LEVEL in frame else {}
    account.levels = {str(level): int(n) for level, n in account.levels.items()}
    account.rows_alone = rows_alone(frame, columns)
    account.same_answers = same_answers(frame, columns, groups)
    frame = frame.drop(columns=_SITE_CODE)
    progress(1.0)
    return PublicTable(frame, tuple(columns), allowed.geometry == AT_CELL, groups, account)


def _group_fields(given: Given, allowed: AllowList, request: Request) -> tuple[str, ...]:
    """The names in the table of the group fields, the widest first."""
    own = {name.casefold(): name for name in given.values}
    if not request.groups:
        return tuple(own[name] for name in allowed.groups if name in own)
    for name in request.groups:
        rule = allowed.rule_for(name)
        if name not in given.values:
            raise TableError(say("GROUP_FIELDS: INPUT has no field '{0}'; choose fields that it has.", name))
        if rule is None or rule.do != PASS or rule.only:
            raise TableError(
                say(
                    "GROUP_FIELDS: the allow-list does not pass '{0}', so that no group can be told by it; "
                    "choose another field or extend the list.",
                    name,
                )
            )
    return tuple(dict.fromkeys(request.groups))


def _passed(
    given: Given, allowed: AllowList, request: Request, groups: tuple[str, ...], account: Account
) -> tuple[dict[str, list[Any]], list[Column]]:
    """Values and columns of the fields that pass; the account gets a row for each field of the source."""
    values: dict[str, list[Any]] = {}
    columns: list[Column] = []
    seen: set[str] = set()
    for name, source in given.values.items():
        kind = given.kinds[name]
        rule = allowed.rule_for(name) or FieldRule(DROP, NOT_LISTED)
        why, do, lost = rule.why, rule.do, 0
        if name.casefold() in allowed.groups and name not in groups:
            why, do = _NOT_GROUPED, DROP
        if do == KEY:
            do = PASS if request.keys == KEEP and allowed.key == name.casefold() else KEY
        if do != DROP and (name.casefold() in seen or name.casefold() in OWN_FIELDS):
            why, do = _REPEATED, DROP
        seen.add(name.casefold())
        if do not in (DROP, KEY, COORDINATE):
            refused = _refused(name, source, kind, rule, given)
            if refused and name in groups:
                raise TableError(
                    say("The field '{0}' that groups are made of holds coordinates; drop it.", name)
                )
            why, do = (refused, DROP) if refused else (why, do)
        if do in (PASS, YEAR, MONTH, CLASSES):
            made, lost = published(source, rule)
            kind = kind if do == PASS and kind in KINDS and not rule.only and name not in groups else "text"
            values[name] = [None if v is None else str(v) for v in made] if kind == "text" else made
            columns.append(Column(name, kind, allowed.reasons.get(why, {}).get("en", "")))
            found = contacts_in(v for v in values[name] if isinstance(v, str))
            if found:
                account.contacts[name] = found
        filled = sum(value is not None and value != "" for value in source)
        account.fields.append(
            {"field": name, "do": do, "why": why, "filled": filled, "values_withheld": lost}
        )
    if not values:
        raise TableError(
            say("INPUT has no field that the allow-list '{0}' passes; choose another list.", allowed.id)
        )
    return values, columns


def _refused(name: str, values: Sequence[Any], kind: str, rule: FieldRule, given: Given) -> str:
    """Why a listed field cannot pass after all; '' when it can."""
    if kind not in KINDS:
        return _KIND
    if rule.do != PASS or rule.only:
        return ""
    if holds_places(values):
        return _PLACES
    return _SAME_AS_PLACE if follows_places(values, given.lon, given.lat) else ""


def _coordinates(given: Given, allowed: AllowList) -> list[tuple[Column, str]]:
    """Columns for the rounded point with their axes: under the names that the list knows them by, else the axis.

    They are there whatever the source has, for files without geometries.
    """
    if allowed.geometry != AT_CELL:
        return []
    names = dict(zip(AXES, AXES))
    for name in reversed(list(given.values)):
        rule = allowed.rule_for(name)
        if rule is not None and rule.do == COORDINATE:
            names[rule.axis] = name
    return [
        (Column(name, "real", f"{axis} of the centre of the cell, degrees"), axis)
        for axis, name in names.items()
    ]


def _site_codes(given: Given, allowed: AllowList, account: Account) -> np.ndarray:
    """A code for each row's site; without a key in the list or the table each row is a site."""
    own = {name.casefold(): name for name in given.values}
    if allowed.key not in own:
        codes = np.arange(len(given.lon))
    else:
        keys = pd.Series([_key(value) for value in given.values[own[allowed.key]]], dtype=object)
        codes = pd.factorize(keys, sort=True)[0]
        account.rows_without_key = int((codes == UNKNOWN_SITE).sum())
    account.sites_in = len(np.unique(codes))
    return codes.astype("int64")


def _key(value: Any) -> str | None:
    text = "" if value is None or value != value else str(value).strip().casefold()
    return text or None


def _words(values: Sequence[Any]) -> np.ndarray:
    return np.array([UNKNOWN if v is None or not str(v).strip() else str(v) for v in values], dtype=object)


def _levels(
    names: list[np.ndarray], lon: np.ndarray, lat: np.ndarray, allowed: AllowList
) -> list[np.ndarray]:
    """Codes of the groups at each level, the finest first and the whole last.

    Codes follow the sorted names, so that they do not depend on the order of rows.
    """
    cells = [f"{y:.7f} {x:.7f}" if x == x else "" for x, y in zip(lon, lat)]
    parts = [*names, np.array(cells, dtype=object)] if allowed.geometry == AT_CELL else names
    levels = []
    for depth in range(len(parts), 0, -1):
        keys = ["\x1f".join(path) for path in zip(*parts[:depth])]
        levels.append(pd.factorize(np.array(keys, dtype=object), sort=True)[0])
    return [*levels, np.zeros(len(lon), dtype="int64")]


def _level_words(
    level: np.ndarray, located: np.ndarray, groups: tuple[str, ...], allowed: AllowList
) -> np.ndarray:
    at_cell = allowed.geometry == AT_CELL
    words = [*([CELL] if at_cell else []), *reversed(groups), NOWHERE_SAID]
    said = np.array([words[max(depth, 0)] for depth in level.tolist()], dtype=object)
    return np.where((level == 0) & ~located & at_cell, NO_LOCATION, said)


def _hide_groups(frame: pd.DataFrame, groups: tuple[str, ...], level: np.ndarray, allowed: AllowList) -> None:
    """Put the word for withheld where a row is published above the level of a group field."""
    finest = 1 if allowed.geometry == AT_CELL else 0
    for place, name in enumerate(groups):
        shown_to = finest + len(groups) - 1 - place
        frame[name] = np.where(level > shown_to, WITHHELD, frame[name])


def _frame(
    values: dict[str, list[Any]], columns: list[Column], given: Given, allowed: AllowList, request: Request
) -> pd.DataFrame:
    frame = pd.DataFrame(index=range(len(given.lon)))
    for column in columns:
        if column.kind == "text":
            frame[column.name] = pd.Series(values[column.name], dtype=object)
        else:
            numbers = pd.to_numeric(pd.Series(values[column.name], dtype=object), errors="coerce")
            frame[column.name] = (
                numbers.astype("Int64") if column.kind == "int" else numbers.astype("float64")
            )
    own = {name.casefold() for name in given.values}
    if request.keys == NUMBER and allowed.key and allowed.key in own:
        frame[SITE] = pd.array([None] * len(frame), dtype="Int64")
    return frame


def _sorted(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """Rows in the order of what is published of them; sites numbered in the order of all their rows.

    Neither the order nor the numbers hold anything of the source's: rows alike in all that is published stand in
    any order.
    """
    shown = [column.name for column in columns]
    texts = [frame[name].map(lambda v: "" if pd.isna(v) else str(v)).astype(object) for name in shown]
    texts += [
        frame[axis].map(lambda v: "" if v != v else f"{v + 1000:.7f}") for axis in ("longitude", "latitude")
    ]
    rows = np.array(["\x1f".join(row) for row in zip(*texts)], dtype=object)
    if SITE not in frame:
        return frame.iloc[np.argsort(rows, kind="stable")].reset_index(drop=True)
    of_site: dict[int, list[str]] = {}
    for code, row in zip(frame[_SITE_CODE].tolist(), rows.tolist()):
        of_site.setdefault(code, []).append(row)
    of_site.pop(UNKNOWN_SITE, None)
    in_order = sorted(of_site, key=lambda code: sorted(of_site[code]))
    numbers = {code: number for number, code in enumerate(in_order, 1)}
    frame[SITE] = pd.array([numbers.get(code) for code in frame[_SITE_CODE].tolist()], dtype="Int64")
    place = [numbers.get(code, len(numbers) + 1) for code in frame[_SITE_CODE].tolist()]
    return frame.iloc[np.lexsort([pd.factorize(rows, sort=True)[0], place])].reset_index(drop=True)


def _count(account: Account, settled: Settled, sites: np.ndarray, given: Given, allowed: AllowList) -> None:
    gone = settled.level == NOWHERE
    account.rows_out = int((~gone).sum())
    account.rows_hiding = int((gone & settled.hiding).sum())
    account.rows_small = int(gone.sum()) - account.rows_hiding
    account.sites_out = len(np.unique(sites[~gone]))
    account.withheld_sites = len(np.unique(sites[gone]))
    if allowed.geometry == AT_CELL:
        account.rows_without_place = int((~np.isfinite(given.lon)).sum())
