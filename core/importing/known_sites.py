"""Locations of known sites for tables that have none: by site key, else by name within the same unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exceptions import TableError
from ..wording import say
from .coordinates import Locations, read_decimals
from .profile import Profile
from .reader import Reader
from .rows import Rows, slug

BY_PCODE, BY_NAME = "joined_pcode", "joined_name"
# Names within the smaller unit are tried first.
_UNITS = ("admin2", "admin1")
_PARTS = ("pcode", "name", *_UNITS, "longitude", "latitude")


@dataclass(frozen=True)
class KnownSites:
    """Sites whose locations are known.

    table: one row a site: pcode, name, admin2, admin1 (text, None for empty; names and units as `slug`
    writes them), longitude, latitude (degrees of EPSG:4326).
    """

    table: pd.DataFrame


def known_sites(frame: pd.DataFrame, profile: Profile, points: np.ndarray | None = None) -> KnownSites:
    """Known sites from any table that has the column names of the atlas or of the profile's source.

    frame: text columns. points: (n, 2) degrees of EPSG:4326, NaN for none; else the columns of coordinates
    count. Rows without a location are left out; of rows with the same pcode the first counts.
    Raises TableError when the table has neither pcode nor name, or no location at all.
    """
    names = {column.casefold(): column for column in reversed(list(frame.columns))}
    cells: dict[str, np.ndarray] = {}
    for part in _PARTS:
        found = [names.get(name.casefold()) for name in (part, profile.columns.get(part, part))]
        column = next((name for name in found if name is not None), None)
        cells[part] = np.full(len(frame), None) if column is None else frame[column].to_numpy(dtype=object)
    if pd.isna(cells["pcode"]).all() and pd.isna(cells["name"]).all():
        raise TableError(
            say("The known sites have neither a field pcode nor a field name; choose another layer.")
        )
    if points is None:
        points = np.column_stack([read_decimals(cells["longitude"]), read_decimals(cells["latitude"])])
    table = pd.DataFrame({part: _slugs(cells[part]) for part in ("name", *_UNITS)})
    table["pcode"] = _keys(cells["pcode"])
    table["longitude"], table["latitude"] = points[:, 0], points[:, 1]
    table = table[np.isfinite(points).all(axis=1)]
    if not len(table):
        raise TableError(
            say("The known sites have no locations; choose a layer of points or with longitude and latitude.")
        )
    again = table["pcode"].notna() & table["pcode"].duplicated()
    return KnownSites(table[~again].reset_index(drop=True))


def join_known(
    reader: Reader, locations: Locations, rows: Rows, known: KnownSites, last: bool = True
) -> Locations:
    """Locations completed for sites of which no row has a usable one; each join is reported.

    last: nothing else is tried afterwards, so that rows that still have none are reported.
    """
    findings, table = reader.findings, known.table
    pcode = pd.Series(rows.pcode, dtype=object)
    located = np.isfinite(locations.longitude)
    without = ~pd.Series(located).groupby(pcode).transform("any").fillna(True).to_numpy(dtype=bool)
    without &= ~rows.are("rejected")

    places = np.full(reader.n, -1)
    keyed = table[table["pcode"].notna()]
    places[without] = _place_of(keyed["pcode"], pd.Series(_keys(rows.pcode[without])))
    by_pcode = places >= 0
    if by_pcode.any():
        findings.once("location_joined_pcode", reader.profile.columns["pcode"], rows=int(by_pcode.sum()))

    ambiguous = np.zeros(reader.n, dtype=bool)
    named = pd.Series(_slugs(reader.text("name")))
    units = {unit: pd.Series(_slugs(reader.text(unit))) for unit in _UNITS}
    compared = np.zeros(reader.n, dtype=bool)
    for unit in _UNITS:
        left = np.flatnonzero(without & (places < 0) & ~compared & (named.notna() & units[unit].notna()))
        there = table[table["name"].notna() & table[unit].notna()]
        if not left.size or not len(there):
            continue
        key = named[left] + "|" + units[unit][left]
        known_key = there["name"] + "|" + there[unit]
        several = known_key[known_key.duplicated(keep=False)]
        ambiguous[left[key.isin(several).to_numpy(dtype=bool)]] = True
        places[left] = _place_of(known_key[~known_key.isin(several)], key)
        # A name that is elsewhere in the larger unit is another site when the smaller one is written.
        if table[unit].notna().all():
            compared[left] = True
    by_name = (places >= 0) & ~by_pcode
    name = reader.column("name")
    field = name.name if name is not None else None
    if by_name.any():
        chosen = table.iloc[places[by_name]]
        findings.each_worded(
            "location_joined_name",
            np.flatnonzero(by_name),
            field,
            name.raw(),
            [{"key": key or "?"} for key in chosen["pcode"]],
            chosen["longitude"].to_numpy(),
            chosen["latitude"].to_numpy(),
        )
    ambiguous &= places < 0
    if ambiguous.any():
        findings.each("location_join_ambiguous", ambiguous, field, name.raw())
    if last:
        nowhere = (places < 0) & ~locations.given & ~ambiguous & ~rows.are("rejected")
        findings.each("location_missing", nowhere, None)

    joined = np.where(by_pcode, BY_PCODE, np.where(by_name, BY_NAME, None)).astype(object)
    lon, lat = (np.append(table[part].to_numpy(), np.nan)[places] for part in ("longitude", "latitude"))
    return Locations(
        np.where(places >= 0, lon, locations.longitude),
        np.where(places >= 0, lat, locations.latitude),
        locations.given,
        joined,
    )


def _place_of(known: pd.Series, asked: pd.Series) -> np.ndarray:
    """Index labels of known keys for the keys asked, -1 for none. known: each key once."""
    return asked.map(pd.Series(known.index, index=known.to_numpy())).fillna(-1).to_numpy(dtype=int)


def _keys(cells: np.ndarray) -> np.ndarray:
    texts = pd.Series(cells, dtype=object).astype("string").str.strip().str.casefold()
    return texts.where(texts != "").astype(object).where(lambda keys: keys.notna(), None).to_numpy()


def _slugs(cells: np.ndarray) -> np.ndarray:
    """Names without case, accents, hyphens and blanks' number; None for empty."""
    labels, words = pd.factorize(cells)
    slugs = np.array([*(slug(str(word)) or None for word in words), None], dtype=object)
    return slugs[labels]
