"""Groups of sites: by a name, a list of codes, a year, or the polygon they lie in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..tables import LIST_SEPARATOR, NOT_ASKED, UNKNOWN
from ..vocabulary import normalise, take
from ..wording import say

GROUP, OUTSIDE, TOTAL = "group", "outside", "total"  # kinds of groups, and UNKNOWN
HEADING = ("group_kind", "group_id", "group_name", "within")
_EMPTY = ("", UNKNOWN, NOT_ASKED)


@dataclass(frozen=True)
class Grouping:
    """groups: a row per group, columns HEADING; row and group: (m,) a row of SCORES and its group.

    A row may stand in several groups; none stands in no group. notes: sentences for the user.
    """

    groups: pd.DataFrame
    row: npt.NDArray[np.int64]
    group: npt.NDArray[np.int64]
    notes: tuple[str, ...] = ()


def by_name(names: pd.Series, within: pd.Series | None = None) -> Grouping:
    """Groups of equal names, whatever their letter case, accents, hyphens and blanks; the commonest is shown.

    names: text or other values, unknown where empty, "unknown" or "not_asked". within: (n,) the larger
    unit; equal names in two of them are two groups.
    """
    rows = pd.DataFrame({"row": np.arange(len(names)), "name": _texts(names)})
    rows["within"] = _texts(within) if within is not None else None
    return _grouped(rows)


def by_codes(lists: pd.Series) -> Grouping:
    """Groups of codes; a row stands in the group of each code of its list (LIST_SEPARATOR)."""
    parts = _texts(lists).str.split(LIST_SEPARATOR).explode().reset_index()
    rows = pd.DataFrame({"row": parts.iloc[:, 0], "name": _texts(parts.iloc[:, 1]), "within": None})
    is_code = rows["name"].notna()
    has_code = is_code.groupby(rows["row"]).transform("any")
    rows = rows[is_code | ~has_code]  # an empty place in a list is no unknown code
    grouping = _grouped(rows.drop_duplicates(["row", "name"]))
    several = int((np.bincount(grouping.row, minlength=1) > 1).sum())
    note = say("{0} rows count in several groups, so the groups add up to more than the total.", several)
    return Grouping(grouping.groups, grouping.row, grouping.group, (*grouping.notes, note) if several else ())


def by_year(dates: pd.Series) -> Grouping:
    """Groups of calendar years; rows without a date are unknown."""
    years = dates.dt.year
    return by_name(years.astype("Int64").astype(object).where(years.notna(), None))


def by_polygon(
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    polygons: np.ndarray,
    ids: pd.Series,
    names: pd.Series,
) -> Grouping:
    """A group per polygon, in their order, then those outside all and those without a location.

    lon, lat: (n,) degrees, NaN where there is no location. polygons: (m,) valid, in degrees.
    A point on a boundary lies in all polygons that meet there.
    """
    located = np.isfinite(lon) & np.isfinite(lat)
    points = shapely.points(np.where(located, lon, 0.0), np.where(located, lat, 0.0))
    row, area = shapely.STRtree(points).query(polygons, predicate="intersects")[::-1]
    inside = located[row]
    row, area = row[inside], area[inside]
    n = len(polygons)
    outside = np.flatnonzero(located & ~np.isin(np.arange(len(lon)), row))
    unlocated = np.flatnonzero(~located)
    groups = pd.DataFrame(
        {
            "group_kind": [GROUP] * n + [OUTSIDE, UNKNOWN],
            "group_id": [*ids.tolist(), None, None],
            "group_name": [*names.tolist(), OUTSIDE, UNKNOWN],
            "within": None,
        },
        dtype=object,
    )
    rows = np.concatenate([row, outside, unlocated]).astype(np.int64)
    codes = np.concatenate([area, np.full(len(outside), n), np.full(len(unlocated), n + 1)]).astype(np.int64)
    several = int((np.bincount(row, minlength=1) > 1).sum())
    notes = (say("{0} rows lie in several polygons and count in each.", several),) if several else ()
    return Grouping(groups, rows, codes, notes)


def polygons_of_groups(groups: pd.DataFrame, names: pd.Series) -> tuple[np.ndarray, list[str]]:
    """For each polygon the place of the group with its name, -1 without one, and what did not fit.

    Letter case, accents, hyphens and blanks do not count. A name that stands for two polygons or two groups fits none: the figures could go to the wrong place.
    """
    is_group = (groups["group_kind"] == GROUP).to_numpy()
    group_keys = _each_distinct(groups["group_name"].where(is_group), _key)
    keys = _each_distinct(names, _key)
    unclear = set(group_keys[group_keys.duplicated(keep=False)].dropna())
    unclear |= set(keys[keys.duplicated(keep=False)].dropna()) & set(group_keys.dropna())
    places = {
        key: place for place, key in enumerate(group_keys) if isinstance(key, str) and key not in unclear
    }
    found = keys.map(places).fillna(-1).to_numpy().astype(np.int64)
    notes = []
    lost = groups["group_name"][is_group & ~np.isin(np.arange(len(groups)), found)]
    if len(lost):
        notes.append(
            say(
                "{0} groups are in the tables but not on the map, because no polygon, or more than one, "
                "has their name: {1}; correct the names or group by polygon.",
                len(lost),
                ", ".join(lost.head(20)) + (" ..." if len(lost) > 20 else ""),
            )
        )
    return found, notes


def _texts(values: pd.Series) -> pd.Series:
    """Trimmed texts with the index of the rows, None for what is not known."""
    return _each_distinct(values, _text)


def _each_distinct(values: pd.Series, function: Callable[[object], str | None]) -> pd.Series:
    """The function of each value, called once for each distinct one; None where there is none."""
    labels, distinct = pd.factorize(values.to_numpy(dtype=object))
    return pd.Series(take([function(value) for value in distinct], labels), dtype=object)


def _text(value: object) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(str(value).split())
    return None if text in _EMPTY else text


def _key(name: object) -> str:
    letters = unicodedata.normalize("NFKD", normalise(str(name)).replace("-", " "))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def _grouped(rows: pd.DataFrame) -> Grouping:
    """Groups of rows by name and within; columns row, name, within."""
    keys = pd.DataFrame({part: _each_distinct(rows[part], _key) for part in ("name", "within")})
    keys.loc[keys["name"].isna(), "within"] = None  # what is unknown is one group
    keys = keys.where(keys.notna(), "")
    code = keys.groupby(["name", "within"], sort=True).ngroup().to_numpy()
    spelled = rows[["name", "within"]].assign(code=code)
    # Sorted first, so that the first of equally common spellings does not depend on the order of rows.
    common = {
        part: spelled.sort_values(part, kind="stable").groupby("code")[part].agg(_commonest)
        for part in ("name", "within")
    }
    groups = pd.DataFrame(common, dtype=object).astype(object).reset_index(drop=True)
    unknown = groups["name"].isna()
    is_last = unknown.to_numpy(dtype=bool)
    within = groups["within"].where(groups["within"].notna() & ~unknown, None)
    heading = pd.DataFrame(
        {
            "group_kind": np.where(is_last, UNKNOWN, GROUP).astype(object),
            "group_id": _identifiers(groups["name"], within),
            "group_name": groups["name"].where(~unknown, UNKNOWN),
            "within": within,
        },
        dtype=object,
    )
    order = np.argsort(is_last, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    spellings = spelled.dropna(subset=["name"]).groupby("code")["name"].nunique()
    joined = int((spellings > 1).sum())
    notes = (
        (say("{0} groups join names that differ in letter case, accents or hyphens only.", joined),)
        if joined
        else ()
    )
    return Grouping(
        heading.take(order).reset_index(drop=True),
        rows["row"].to_numpy().astype(np.int64),
        place[code] if len(code) else code.astype(np.int64),
        notes,
    )


def _commonest(values: pd.Series) -> object:
    counts = values.dropna().value_counts(sort=False)
    return counts.index[counts.to_numpy().argmax()] if len(counts) else None


def _identifiers(names: pd.Series, within: pd.Series) -> list[str | None]:
    return [
        None if pd.isna(name) else name if pd.isna(unit) else f"{unit}{LIST_SEPARATOR}{name}"
        for name, unit in zip(names, within)
    ]
