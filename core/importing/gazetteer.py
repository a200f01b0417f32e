"""Locations from a gazetteer for sites that have none: by name, and only where one place can be meant."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..areas.geodesy import inverse
from ..documents import expect, read_document
from ..exceptions import DocumentError, TableError
from ..tables import YES
from ..wording import say
from .coordinates import Locations, read_decimals
from .neighbours import AdminLayer, metres_to, named_units
from .reader import Reader
from .rows import Rows, slug

SCHEMA = "asm-atlas/gazetteer/1"
MINE, MINE_IN_UNIT, PLACE_IN_UNIT = "gazetteer_mine", "gazetteer_mine_unit", "gazetteer_place_unit"
_PARTS = ("name", "class", "longitude", "latitude")
# Units so small that a place of the same name in them is near the site; see docs/design.md for the figures.
_SMALL_UNIT = "admin2"
_SAME_PLACE_M = 1_000
_OWN_PLACE_M = 5_000
_CANDIDATES_SHOWN = 5


@dataclass(frozen=True)
class NameRules:
    """How names of places are read; resources/gazetteer/names.json says where each entry comes from.

    columns: names that a column may have, by part (name, class, longitude, latitude). mine_classes: classes
    of mines. ignored_words: words that do not tell two places apart. numerals: Roman ones and what they mean.
    """

    columns: Mapping[str, Sequence[str]]
    mine_classes: frozenset[str]
    ignored_words: frozenset[str]
    numerals: Mapping[str, str]

    def key(self, name: str) -> str:
        """A name as it is compared: without case, accents, hyphens and words such as "mine"; "" for none.

        A word that is the whole name is kept as it is.
        """
        words = slug(name).split("-")
        telling = [word for word in words if word not in self.ignored_words] or words
        if len(telling) > 1:
            telling = [self.numerals.get(word, word) for word in telling]
        return "-".join(telling)


@dataclass(frozen=True)
class Gazetteer:
    """Places by name. table: key (as NameRules.key writes it), label, is_mine, longitude, latitude (EPSG:4326)."""

    table: pd.DataFrame
    rules: NameRules


def read_name_rules(path: Path) -> NameRules:
    """Read and check the rules for names. Raises DocumentError naming the file and the path in it."""
    name = path.name
    document = read_document(path)
    if expect(document, "schema", str, name) != SCHEMA:
        raise DocumentError(
            say('{0}: \'schema\' must be "{1}", not "{2}".', name, SCHEMA, document["schema"])
        )
    return NameRules(
        columns={part: tuple(expect(document, f"columns.{part}", list, name)) for part in _PARTS},
        mine_classes=frozenset(expect(document, "mine_classes", list, name)),
        ignored_words=frozenset(expect(document, "ignored_words", list, name)),
        numerals=dict(expect(document, "numerals", dict, name)),
    )


def read_places(path: Path) -> pd.DataFrame:
    """A JSON list of places, each an object of texts or numbers, as text columns.

    Raises TableError when the file is no such list.
    """
    try:
        places = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise TableError(
            say(
                "The gazetteer {0} cannot be read ({1}); give a JSON list of objects with name, class, x and "
                "y, or a layer.",
                path.name,
                error,
            )
        ) from error
    if not isinstance(places, list) or not places or not all(isinstance(place, dict) for place in places):
        raise TableError(
            say(
                "The gazetteer {0} is no list of places; give a JSON list of objects with name, class, x and "
                "y, or a layer.",
                path.name,
            )
        )
    frame = pd.DataFrame(places, dtype=object)
    return pd.DataFrame(
        {name: [_text(value) for value in frame[name].tolist()] for name in frame}, dtype=object
    )


def gazetteer(frame: pd.DataFrame, rules: NameRules, points: np.ndarray | None = None) -> Gazetteer:
    """A gazetteer from any table of places.

    frame: text columns. points: (n, 2) degrees of EPSG:4326, NaN for none; else the columns of coordinates
    count. Places without name or location are left out; places of one name and kind within 1 km are one.
    Raises TableError when there is no column of names, or no place with a location.
    """
    names = {column.casefold(): column for column in reversed(list(frame.columns))}
    cells: dict[str, np.ndarray] = {}
    for part in _PARTS:
        column = next((names[name] for name in rules.columns[part] if name in names), None)
        cells[part] = np.full(len(frame), None) if column is None else frame[column].to_numpy(dtype=object)
        if part == "name" and column is None:
            raise TableError(
                say(
                    "The gazetteer has no field of names ({0}); choose another layer.",
                    ", ".join(rules.columns[part]),
                )
            )
    if points is None:
        points = np.column_stack([read_decimals(cells["longitude"]), read_decimals(cells["latitude"])])
    classes = pd.Series(cells["class"], dtype=object).astype("string").str.strip().str.casefold()
    table = pd.DataFrame(
        {
            "key": _keys(cells["name"], rules),
            "label": [None if pd.isna(cell) else " ".join(str(cell).split()) for cell in cells["name"]],
            "is_mine": classes.isin(rules.mine_classes).fillna(False).to_numpy(dtype=bool),
            "longitude": points[:, 0].astype(float),
            "latitude": points[:, 1].astype(float),
        }
    )
    there = np.isfinite(points.astype(float)).all(axis=1) & (np.abs(points.astype(float)) <= (180, 90)).all(
        axis=1
    )
    table = table[there & (table["key"] != "")]
    if not len(table):
        raise TableError(say("The gazetteer has no places with a name and a location; choose another layer."))
    return Gazetteer(_without_repeats(table).reset_index(drop=True), rules)


def _text(value: Any) -> str | None:
    return None if value is None or isinstance(value, (dict, list)) else str(value)


def _keys(names: np.ndarray, rules: NameRules) -> np.ndarray:
    labels, distinct = pd.factorize(np.append(names, None))
    return np.array([*(rules.key(str(name)) for name in distinct), ""], dtype=object)[labels[:-1]]


def _without_repeats(table: pd.DataFrame) -> pd.DataFrame:
    """Places without those of the same name and kind that all lie within 1 km of each other but the first."""
    at = table.groupby(["key", "is_mine"])[["longitude", "latitude"]]
    low, high = at.transform("min"), at.transform("max")
    metres = inverse(
        *(corner[part].to_numpy() for corner in (low, high) for part in ("longitude", "latitude"))
    )
    one = metres <= _SAME_PLACE_M
    return table[~(one & table.duplicated(["key", "is_mine"]).to_numpy(dtype=bool))]


def join_gazetteer(
    reader: Reader, locations: Locations, rows: Rows, places: Gazetteer, admin: AdminLayer | None
) -> Locations:
    """Locations completed for sites of which no row has a usable one; each join and each refusal is a finding.

    A mine of the gazetteer is taken when it is the only one of that name, in the row's stated unit where
    admin has it; any other place only when it is the only one in the stated unit of level admin2. What two
    sites could claim is taken by none.
    """
    asked = _asked(reader, locations, rows, places.rules)
    level, units = (None, {}) if admin is None else _units(reader, admin)
    if level is not None:
        column = reader.column(level)
        slugs = np.array([*(slug(value) for value in column.values), ""], dtype=object)
        asked["unit_asked"] = slugs[column.labels[asked["row"].to_numpy(dtype=int)]]
    distinct = asked.drop_duplicates(["pcode", "key", "unit_asked", "site_lon", "site_lat"])
    pairs = _pairs(distinct, places.table, units)
    outcome = _decide(pairs, places.table, small=level == _SMALL_UNIT)
    told = asked[asked["without"]].merge(outcome, on=["pcode", "key", "unit_asked"], how="inner")
    column = reader.column("name")
    stated = reader.text(level) if level else np.full(reader.n, None, dtype=object)
    for rule, group in told.groupby("rule", sort=True):
        row = group["row"].to_numpy(dtype=int)
        words = [{**words, "unit": unit or "?"} for words, unit in zip(group["words"], stated[row].tolist())]
        lon, lat = (group[part].to_numpy(dtype=float) for part in ("longitude", "latitude"))
        reader.findings.each_worded(rule, row, column.name, column.raw(), words, lon, lat)
    taken = told[told["rule"].isin((MINE, MINE_IN_UNIT, PLACE_IN_UNIT))]
    row = taken["row"].to_numpy(dtype=int)
    longitude, latitude, joined = (
        locations.longitude.copy(),
        locations.latitude.copy(),
        locations.joined.copy(),
    )
    longitude[row], latitude[row] = taken["longitude"], taken["latitude"]
    joined[row] = taken["rule"]
    missing = ~np.isfinite(longitude) & ~locations.given & ~rows.are("rejected")
    missing[told["row"].to_numpy(dtype=int)] = False
    reader.findings.each("location_missing", missing, None)
    return Locations(longitude, latitude, locations.given, joined)


def mark_villages(sites: pd.DataFrame) -> None:
    """Say of sites placed by a place that is no mine that the point is that of a village."""
    sites.loc[sites["location_quality"] == PLACE_IN_UNIT, "at_village"] = YES


def _asked(reader: Reader, locations: Locations, rows: Rows, rules: NameRules) -> pd.DataFrame:
    """Rows that have a name: row, pcode, key, unit_asked (""), its location, and whether the site has none."""
    table = pd.DataFrame(
        {
            "row": np.arange(reader.n),
            "pcode": rows.pcode,
            "key": _keys(reader.text("name"), rules),
            "unit_asked": "",
            "site_lon": locations.longitude,
            "site_lat": locations.latitude,
        }
    )
    table = table[~rows.are("rejected") & (table["key"] != "").to_numpy(dtype=bool)]
    located = np.isfinite(locations.longitude)
    placed = pd.Series(rows.pcode, dtype=object)[located & ~rows.are("rejected")]
    return table.assign(without=~table["pcode"].isin(placed.unique()))


def _units(reader: Reader, admin: AdminLayer) -> tuple[str, dict[str, np.ndarray]]:
    """The level of the administrative units, and the polygons by name as `slug` writes it."""
    level, names = named_units(reader, admin)
    return level, {name: admin.geometries[names == name] for name in set(names.tolist()) - {""}}


def _pairs(asked: pd.DataFrame, table: pd.DataFrame, units: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Each name asked with each place called so: place (in table), its kind and location, metres to the unit.

    metres: 0 inside the stated unit, NaN where the layer has no such unit. Sites that have a location count
    for the places within 5 km of it.
    """
    known = table.rename_axis("place").reset_index()[["key", "place", "is_mine", "longitude", "latitude"]]
    pairs = asked.merge(known, on="key").reset_index(drop=True)
    with np.errstate(invalid="ignore"):
        away = inverse(
            *(pairs[name].to_numpy(dtype=float) for name in ("site_lon", "site_lat", "longitude", "latitude"))
        )
    near = pairs["without"].to_numpy(dtype=bool) | (away <= _OWN_PLACE_M)
    pairs = pairs[near].reset_index(drop=True)
    metres = np.full(len(pairs), np.nan)
    for unit, places in pairs.groupby("unit_asked").groups.items():
        polygons = units.get(unit)
        if polygons is None:
            continue
        points = shapely.points(pairs.loc[places, ["longitude", "latitude"]].to_numpy())
        inside = np.zeros(len(points), dtype=bool)
        for polygon in polygons:
            shapely.prepare(polygon)
            inside |= shapely.intersects(polygon, points)
        metres[places] = [0.0 if held else metres_to(point, polygons) for held, point in zip(inside, points)]
    return pairs.assign(metres=metres)


def _decide(pairs: pd.DataFrame, table: pd.DataFrame, small: bool) -> pd.DataFrame:
    """What becomes of each name asked: pcode, key, unit_asked, rule, longitude, latitude, words."""
    inside = (pairs["metres"] == 0).to_numpy(dtype=bool)
    unchecked = pairs["metres"].isna().to_numpy(dtype=bool)
    mine = pairs["is_mine"].to_numpy(dtype=bool)
    possible = np.where(mine, inside | unchecked, inside & small)
    claims = pairs[possible].groupby("place")["pcode"].nunique()
    pairs = pairs.assign(possible=possible, claims=pairs["place"].map(claims).fillna(0).astype(int))
    found = []
    wanted = pairs[pairs["without"]]
    for (pcode, key, unit), group in wanted.groupby(["pcode", "key", "unit_asked"], sort=False):
        rule, shown = _verdict(group)
        one = shown.iloc[0]
        words = {"place": table["label"][one["place"]], "n": len(shown), "candidates": _candidates(shown)}
        words["claims"] = int(shown["claims"].max())
        words["km"] = "?" if np.isnan(one["metres"]) else f"{one['metres'] / 1000:.1f}"
        alone = len(shown) == 1
        lon, lat = (one[part] if alone else np.nan for part in ("longitude", "latitude"))
        found.append((pcode, key, unit, rule, lon, lat, words))
    columns = ["pcode", "key", "unit_asked", "rule", "longitude", "latitude", "words"]
    return pd.DataFrame(found, columns=columns)


def _verdict(group: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """The rule that speaks for one name, and the places it speaks of: nearest to the unit first."""
    group = group.sort_values("metres", kind="stable")
    possible = group[group["possible"]]
    mines = possible[possible["is_mine"]]
    chosen = mines if len(mines) else possible
    if len(chosen) == 1:
        one = chosen.iloc[0]
        if one["claims"] > 1:
            return "gazetteer_shared", chosen
        if not one["is_mine"]:
            return PLACE_IN_UNIT, chosen
        return (MINE_IN_UNIT if one["metres"] == 0 else MINE), chosen
    if len(chosen) > 1:
        return "gazetteer_ambiguous", chosen
    mines = group[group["is_mine"]]
    return ("gazetteer_outside_unit", mines) if len(mines) else ("gazetteer_no_mine", group)


def _candidates(places: pd.DataFrame) -> str:
    """Places as "longitude, latitude", the first few of many."""
    first = places.head(_CANDIDATES_SHOWN)
    texts = [f"{lon:.5g}, {lat:.5g}" for lon, lat in zip(first["longitude"], first["latitude"])]
    return "; ".join(texts) + ("; ..." if len(places) > _CANDIDATES_SHOWN else "")
