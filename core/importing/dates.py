"""Reading dates that people and programs wrote in different ways, one column at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .findings import Findings
from .source import TextColumn

_ISO = r"^(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?:Z|[T ].*)?$"
_SLASHED = r"^(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4})(?:[T ].*)?$"
_YEAR = r"^(?P<y>\d{4})(?:\.0)?$"
_SERIAL = r"^(?P<serial>\d{5})(?:\.\d+)?$"
# Day 0 of spreadsheets, shifted by their leap day of 1900; right for all dates after February 1900.
_SERIAL_EPOCH = pd.Timestamp("1899-12-30")


@dataclass(frozen=True)
class Dates:
    """A column of dates: (n,) datetime64[ns] with NaT, and whether only the year was written."""

    values: np.ndarray
    year_only: np.ndarray


def read_dates(
    column: TextColumn | None,
    n: int,
    earliest: pd.Timestamp,
    latest: pd.Timestamp,
    findings: Findings,
) -> Dates:
    """Read ISO dates (with or without time), day/month/year, month/day/year, spreadsheet serials, years.

    Whether the day or the month stands first is decided for the whole column by its values above 12;
    when they do not tell, the day is taken to be first and that is reported. Dates before `earliest`
    or after `latest` are not used. Every row without a usable date gets a finding.
    """
    if column is None:
        return Dates(np.full(n, "NaT", "datetime64[ns]"), np.zeros(n, bool))
    words = pd.Series(column.values, dtype=object).astype(str)
    iso = _parts(words, _ISO)
    slashed = _parts(words, _SLASHED)
    year = _parts(words, _YEAR)["y"]
    serial = _parts(words, _SERIAL)["serial"]

    values = _dates(iso["y"], iso["m"], iso["d"])
    first, second = slashed["a"], slashed["b"]
    day_first = _day_first(column, first, second, findings)
    values = values.fillna(
        _dates(slashed["y"], second.where(day_first, first), first.where(day_first, second))
    )
    values = values.fillna(_dates(year, year * 0 + 1, year * 0 + 1))
    values = values.fillna(_SERIAL_EPOCH + pd.to_timedelta(serial.dropna().astype(int), unit="D"))

    for rule, mask in (("date_serial", serial.notna()), ("date_year", year.notna())):
        findings.per_value(rule, column, mask.to_numpy(dtype=bool))
    unreadable = values.isna()
    outside = (values < earliest) | (values > latest)
    values = values.mask(outside)

    raw = column.raw()
    findings.each("date_missing", ~column.filled, column.name)
    for rule, mask in (("date_unreadable", unreadable), ("date_out_of_range", outside)):
        rows = np.append(mask.to_numpy(dtype=bool), False)[column.labels]
        findings.each(
            rule,
            rows,
            column.name,
            raw,
            earliest=earliest.date().isoformat(),
            latest=latest.date().isoformat(),
        )
    dates = np.append(values.to_numpy(dtype="datetime64[ns]"), np.datetime64("NaT"))[column.labels]
    return Dates(dates, np.append(year.notna().to_numpy(dtype=bool), False)[column.labels])


def _parts(words: pd.Series, pattern: str) -> pd.DataFrame:
    return words.str.extract(pattern).astype(float)


def _dates(year: pd.Series, month: pd.Series, day: pd.Series) -> pd.Series:
    parts = pd.DataFrame({"year": year, "month": month, "day": day})
    return pd.to_datetime(parts, errors="coerce").astype("datetime64[ns]")


def _day_first(column: TextColumn, first: pd.Series, second: pd.Series, findings: Findings) -> pd.Series:
    """Per distinct value, whether the day stands before the month."""
    written = first.notna()
    day_seen = (first > 12) & (second <= 12)
    month_seen = (second > 12) & (first <= 12)
    open_values = (written & ~day_seen & ~month_seen).to_numpy(dtype=bool)
    if day_seen.any() and month_seen.any():
        # Both orders occur: what tells itself is read so, the rest is a guess to be looked at.
        findings.per_value("date_order_mixed", column, open_values)
    elif month_seen.any():
        findings.once("date_month_first", column.name)
        return pd.Series(False, index=first.index)
    elif day_seen.any():
        findings.once("date_day_first", column.name)
    elif open_values.any():
        rows = int(np.append(written.to_numpy(dtype=bool), False)[column.labels].sum())
        findings.once("date_order_unknown", column.name, rows=rows)
    return ~month_seen
