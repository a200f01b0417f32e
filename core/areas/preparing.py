"""A layer of areas as published made into one to work with, and an account of what became of each area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..columns import int_column, real_column, text_column
from . import geodesy
from .area_account import Account, account_table, add, drop_slivers
from .area_rules import FIRST, SECOND, AreaRules, tiers
from .area_totals import KEPT, NONE, for_totals
from .area_zones import merge_zones, yes_no
from .cleaning import check_degrees, clean_areas
from .dateline import crosses_dateline, cut_at_dateline
from .screening_columns import AREA_COLUMNS

_CIRCLE_TOLERANCE = 0.01

PREPARED_COLUMNS = (
    *AREA_COLUMNS,
    text_column("tier_reason", "why an area is of the second tier; empty for the first"),
    text_column("site_id", "key of the protected area whose zones have an area_id each"),
    text_column("designation_type", "National, Regional or International"),
    int_column("status_year", "year of the status; empty when unknown"),
    text_column("site_type", "PA or OECM"),
    text_column("realm", "Terrestrial, Coastal or Marine"),
    text_column("parent_iso3", "code of the country that the area belongs to"),
    real_column("reported_km2", "reported area in square kilometres, as given"),
    int_column("zones", "rows of the source that were merged into this area"),
    text_column("repaired", "the polygon was repaired or cut: yes, no"),
    text_column("overlaps", "kept; erased or dissolved in layers that are for area totals only"),
    real_column("area_ha", "area on the WGS 84 ellipsoid in hectares"),
)
_REASONS = {
    "no geometry": "no_geometry",
    "coordinates that are no numbers": "no_numbers",
    "point without a reported area": "point_without_area",
    "no area left after repair": "not_areal",
    "not a polygon": "not_areal",
}


@dataclass(frozen=True)
class Prepared:
    """areas: PREPARED_COLUMNS, polygons: (n,) valid, in degrees; dropped: DROPPED_COLUMNS, a row per rule.

    n_left_out: areas of the source that are in no row of `areas`.
    """

    areas: pd.DataFrame
    polygons: np.ndarray
    dropped: pd.DataFrame
    n_left_out: int


@dataclass(frozen=True)
class Choices:
    """What the user decides: the set of statuses kept, and the rest as for the algorithm."""

    status_set: str = "unep_wcmc"
    second_tier: bool = False
    merge_zones: bool = False
    totals: str = NONE


def prepare_areas(
    areas: pd.DataFrame,
    geometries: Sequence[shapely.Geometry | None],
    rules: AreaRules,
    choices: Choices,
    has_status: bool,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Prepared:
    """Clean areas and an account of all that was done to them.

    areas: a row per geometry (degrees, EPSG:4326), columns area_id, area_name, designation, iucn_cat,
    status, site_id, designation_type, status_year, site_type, realm, parent_iso3, approximate (yes where the
    source says so) as text or None, and reported_km2, a number where known. has_status: the layer has a field of status.
    progress: called with 0..1; what it raises ends the work. Raises GeometryError when coordinates are no
    degrees. Of several reasons to leave an area out, the first in RULES is told.
    """
    account: Account = {}
    given = np.array([*geometries, None], dtype=object)[:-1]
    table = _plain_words(areas, rules)
    progress(0.02)
    labels = _labels(table)
    if not has_status:
        add(account, "status_absent", labels.tolist())
    add(account, "key_repeated", labels[table["area_id"].duplicated(keep=False).to_numpy()].tolist())

    progress(0.05)
    table["tier_reason"] = tiers(table, rules, choices.status_set, has_status)
    progress(0.08)
    is_second = table["tier_reason"].notna().to_numpy()
    table["tier"] = pd.array(np.where(is_second, SECOND, FIRST), dtype="Int64")
    for rule, of_rule in pd.Series(labels).groupby(table["tier_reason"].to_numpy()):
        add(account, rule, of_rule.tolist())
    wanted = np.ones(len(table), dtype=bool) if choices.second_tier else ~is_second
    progress(0.1)

    table, labels = table[wanted].reset_index(drop=True), labels[wanted]
    rows = np.flatnonzero(wanted)
    polygons, repaired, approximate = _clean(given[wanted], rows, table, labels, account, progress)
    table["repaired"], table["approximate"] = yes_no(repaired), yes_no(approximate)
    used = ~shapely.is_missing(polygons)
    table, polygons, labels = table[used].reset_index(drop=True), polygons[used], labels[used]
    n_left_out = len(given) - len(table)
    table["zones"] = pd.array([1] * len(table), dtype="Int64")
    table["overlaps"] = KEPT
    if choices.merge_zones:
        table, polygons, labels = merge_zones(
            table, polygons, labels, rules, account, lambda done: progress(0.4 + 0.2 * done)
        )
    progress(0.6)

    if choices.totals != NONE and len(table):
        table, polygons, n_gone = for_totals(
            table, polygons, labels, rules, choices.totals, account, lambda done: progress(0.6 + 0.3 * done)
        )
        n_left_out += n_gone
    table["area_ha"] = geodesy.area_ha(polygons, lambda done: progress(0.9 + 0.1 * done))
    progress(1.0)
    columns = [column.name for column in PREPARED_COLUMNS]
    return Prepared(table[columns], polygons, account_table(account, choices.second_tier), n_left_out)


def _plain_words(areas: pd.DataFrame, rules: AreaRules) -> pd.DataFrame:
    table = areas.reset_index(drop=True).copy()
    for name, codes in (("realm", rules.realm_codes), ("site_type", rules.site_type_codes)):
        table[name] = [codes.get(word, word) for word in table[name]]
    year = pd.to_numeric(table["status_year"], errors="coerce")
    year = year.where((year > 0) & (year < 10_000) & (year % 1 == 0))
    table["status_year"] = year.astype("Int64")
    km2 = pd.to_numeric(table["reported_km2"], errors="coerce").astype("float64")
    table["reported_km2"] = km2.where(np.isfinite(km2))
    return table


def _labels(table: pd.DataFrame) -> np.ndarray:
    names = zip(table["area_name"].tolist(), table["area_id"].tolist())
    return np.array(
        [f"{name} ({key})" if name != key else key for name, key in names] + [None], dtype=object
    )[:-1]


def _clean(
    given: np.ndarray,
    rows: np.ndarray,
    table: pd.DataFrame,
    labels: np.ndarray,
    account: Account,
    progress: Callable[[float], None],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Polygons (None where left out), whether repaired or cut, whether approximate; rows: places in the layer."""
    was_valid, is_cut = np.zeros(len(given), dtype=bool), np.zeros(len(given), dtype=bool)
    blocks, n = geodesy.blocks_of(given), max(len(given), 1)
    for block in blocks:
        progress(0.1 + 0.1 * block.start / n)
        was_valid[block] = shapely.is_valid(given[block])
        is_cut[block] = crosses_dateline(given[block])
        for row in (np.flatnonzero(is_cut[block]) + block.start).tolist():
            given[row] = cut_at_dateline(given[row])
    check_degrees(given, rows)
    cleaned = []
    for block in blocks:
        progress(0.2 + 0.2 * block.start / n)
        of_block = table[block].reset_index(drop=True)
        cleaned.append(
            _clean_block(given[block], of_block, labels[block], was_valid[block], is_cut[block], account)
        )
    polygons, repaired, approximate = (np.concatenate(column) for column in zip(*cleaned))
    return polygons, repaired, approximate


def _clean_block(
    given: np.ndarray,
    table: pd.DataFrame,
    labels: np.ndarray,
    was_valid: np.ndarray,
    is_cut: np.ndarray,
    account: Account,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As _clean, of geometries that are cut at the 180th meridian."""
    cleaned = clean_areas(given, table["reported_km2"].tolist())
    polygons = cleaned.polygons.copy()
    report = cleaned.report
    for reason, rows in report[report["action"] == "left_out"].groupby("reason")["row"]:
        add(account, _REASONS[reason], labels[rows].tolist())
    for row in np.flatnonzero(cleaned.is_approximate).tolist():
        expected = table["reported_km2"][row] * 100
        if crosses_dateline(polygons[row : row + 1])[0]:
            polygons[row], is_cut[row] = cut_at_dateline(polygons[row]), True
        ratio = geodesy.area_ha(polygons[row : row + 1])[0] / expected
        is_one = shapely.get_num_coordinates(given[row]) == 1  # the circles of several points may overlap
        if not ((1 - _CIRCLE_TOLERANCE) * is_one < ratio < 1 + _CIRCLE_TOLERANCE):
            polygons[row] = None
            add(account, "circle_too_large", [labels[row]])
    circles = cleaned.is_approximate & ~shapely.is_missing(polygons)
    is_cut &= ~shapely.is_missing(polygons)
    repaired = (cleaned.is_repaired | is_cut) & cleaned.is_used
    add(account, "circle", labels[circles].tolist())
    add(account, "dateline", labels[is_cut].tolist())
    add(account, "repaired", labels[~was_valid & cleaned.is_used & ~cleaned.is_approximate].tolist())
    parts = report[report["n_parts_dropped"] > 0]
    add(
        account,
        "parts_dropped",
        [f"{labels[row]}: {n}" for row, n in zip(parts["row"], parts["n_parts_dropped"])],
    )
    drop_slivers(polygons, labels, account)
    return polygons, repaired, circles | (table["approximate"] == "yes").to_numpy()
