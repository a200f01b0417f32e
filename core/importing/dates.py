"""Reading dates that people and programs wrote in different ways, one column at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .findings import Findings
from .source import TextColumn

_ISO = r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:Z|[+-]\d\d:?\d\d|[T ].*)?$"
_COMPACT = r"^(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\.0)?$"
_SLASHED = r"^(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4}|\d\d)(?:[T ].*)?$"
_NAMED = r"^(?P<d>\d{1,2})(?:er|st|nd|rd|th)?[-/. ]*(?P<word>[a-z]{3,})\.?[-/., ]*(?P<y>\d{4})$"
_NAMED_FIRST = r"^(?P<word>[a-z]{3,})\.?[-/. ]*(?P<d>\d{1,2})(?:st|nd|rd|th)?[-/., ]+(?P<y>\d{4})$"
_MONTH = r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})$"
_MONTH_FIRST = r"^(?P<m>\d{1,2})[-/.](?P<y>\d{4})$"
_NAMED_MONTH = r"^(?P<word>[a-z]{3,})\.?[-/. ]*(?P<y>\d{4})$"
_YEAR = r"^(?P<y>\d{4})(?:\.0)?$"
_SERIAL = r"^(?P<serial>\d{5})(?:\.\d+)?$"
# Day 0 of spreadsheets, shifted by their leap day of 1900; right for all dates after February 1900.
_SERIAL_EPOCH = pd.Timestamp("1899-12-30")
# Names of the months in English and French, without accents.
_MONTHS = tuple(
    names.split()
    for names in (
        "january janvier",
        "february fevrier",
        "march mars",
        "april avril",
        "may mai",
        "june juin",
        "july juillet",
        "august aout",
        "september septembre",
        "october octobre",
        "november novembre",
        "december decembre",
    )
)
# What programs write when there is no date: their day zero, or the ends of their calendar.
_PLACEHOLDERS = {
    *("0000-00-00", "0001-01-01", "1111-11-11", "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01"),
    *("1900-01-02", "1904-01-01", "1970-01-01", "2099-12-31", "9999-12-31"),
}


@dataclass(frozen=True)
class Dates:
    """A column of dates: (n,) datetime64[ns] with NaT, and whether only year or month were written."""

    values: np.ndarray
    year_only: np.ndarray
    month_only: np.ndarray


def read_dates(
    column: TextColumn | None,
    n: int,
    earliest: pd.Timestamp,
    latest: pd.Timestamp,
    findings: Findings,
    order: str | None = None,
) -> Dates:
    """Read dates as people and programs write them.

    ISO dates with or without time and zone, or without hyphens; day/month/year and month/day/year; names of
    months in English and French; spreadsheet serials; months and years alone, which give their first day.

    Whether the day or the month stands first is decided for the whole column by its values above 12;
    when they do not tell, the day is taken to be first and that is reported. With an order, "day first" or
    "month first", the column is read so and no guess is made. Years of two digits are of this
    century and reported. Dates before `earliest` or after `latest` are not used. Every row without a usable date gets a finding.
    """
    if column is None:
        return Dates(np.full(n, "NaT", "datetime64[ns]"), np.zeros(n, bool), np.zeros(n, bool))
    words = pd.Series(column.values, dtype=object).astype(str)
    plain = words.str.normalize("NFD").str.encode("ascii", "ignore").str.decode("ascii").str.lower()
    iso = _parts(words, _ISO).fillna(_parts(words, _COMPACT))
    slashed = _parts(words, _SLASHED)
    short = slashed["y"] < 100
    slashed["y"] = slashed["y"].where(~short, slashed["y"] + 2000)
    named = _named(plain, _NAMED).fillna(_named(plain, _NAMED_FIRST))
    month = _parts(words, _MONTH).fillna(_parts(words, _MONTH_FIRST)[["y", "m"]])
    month = month.fillna(_named(plain, _NAMED_MONTH))
    year = _parts(words, _YEAR)["y"]
    serial = _parts(words, _SERIAL)["serial"]

    values = _dates(iso["y"], iso["m"], iso["d"])
    first, second = slashed["a"], slashed["b"]
    if order is None:
        day_first = _day_first(column, first, second, findings)
    else:
        day_first = pd.Series(order == "day first", index=first.index)
    values = values.fillna(
        _dates(slashed["y"], second.where(day_first, first), first.where(day_first, second))
    )
    values = values.fillna(_dates(named["y"], named["m"], named["d"]))
    values = values.fillna(_dates(month["y"], month["m"], month["m"] * 0 + 1))
    values = values.fillna(_dates(year, year * 0 + 1, year * 0 + 1))
    values = values.fillna(_SERIAL_EPOCH + pd.to_timedelta(serial.dropna().astype(int), unit="D"))

    for rule, mask in (
        ("date_serial", serial.notna()),
        ("date_year", year.notna()),
        ("date_month", month["m"].notna() & values.notna()),
        ("date_short_year", short & values.notna()),
    ):
        findings.per_value(rule, column, mask.to_numpy(dtype=bool))
    placeholder = words.str.slice(0, 10).str.replace("/", "-", regex=False).isin(_PLACEHOLDERS)
    placeholder |= values.dt.strftime("%Y-%m-%d").isin(_PLACEHOLDERS)
    values = values.mask(placeholder)
    unreadable = values.isna() & ~placeholder
    outside = (values < earliest) | (values > latest)
    values = values.mask(outside)

    raw = column.raw()
    findings.each("date_missing", ~column.filled, column.name)
    for rule, mask in (
        ("date_placeholder", placeholder),
        ("date_unreadable", unreadable),
        ("date_out_of_range", outside),
    ):
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
    year_only, month_only = (
        np.append(part.notna().to_numpy(dtype=bool), False)[column.labels] for part in (year, month["m"])
    )
    return Dates(dates, year_only, month_only)


def look_like_dates(texts: pd.Series) -> np.ndarray:
    """(n,) booleans: texts with day, month and year in one of the ways that are read."""
    plain = (
        texts.str.normalize("NFD").str.encode("ascii", "ignore").str.decode("ascii").str.lower().str.strip()
    )
    like = np.zeros(len(texts), dtype=bool)
    for pattern in (_ISO, _COMPACT, _SLASHED):
        like |= texts.str.strip().str.extract(pattern)["y"].notna().to_numpy(dtype=bool)
    for pattern in (_NAMED, _NAMED_FIRST, _NAMED_MONTH):
        like |= _named(plain, pattern)["m"].notna().to_numpy(dtype=bool)
    return like


def _parts(words: pd.Series, pattern: str) -> pd.DataFrame:
    return words.str.extract(pattern).astype(float)


def _named(words: pd.Series, pattern: str) -> pd.DataFrame:
    """Year, month and day of dates with the name of a month; a name that is none gives NaN."""
    parts = words.str.extract(pattern)
    months = {word: _month_number(word) for word in parts["word"].dropna().unique()}
    return parts.drop(columns="word").astype(float).assign(m=parts["word"].map(months).astype(float))


def _month_number(word: str) -> float:
    """Of a name or its beginning, NaN when it begins none or two, such as "jui"."""
    found = [
        number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)
    ]
    return found[0] if len(found) == 1 else float("nan")


def _dates(year: pd.Series, month: pd.Series, day: pd.Series) -> pd.Series:
    parts = pd.DataFrame({"year": year, "month": month, "day": day})
    whole = parts.dropna()
    whole = whole[whole["month"].between(1, 12) & whole["day"].between(1, 31)]
    dates = pd.Series(pd.NaT, index=parts.index, dtype="datetime64[ns]")
    if len(whole):
        dates[whole.index] = pd.to_datetime(whole, errors="coerce").astype("datetime64[ns]")
    return dates


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
