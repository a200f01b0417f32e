"""Dates as people and programs write them, a column at a time."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.importing.dates import read_dates
from asm_atlas.core.importing.findings import Findings
from asm_atlas.core.importing.source import text_column
from asm_atlas.core.vocabulary import read_vocabularies

EARLIEST, LATEST = pd.Timestamp("1990-01-01"), pd.Timestamp("2026-06-01")


@pytest.fixture()
def read(resources):
    rules = read_vocabularies(resources / "vocabularies")["import_rules"]

    def read_column(*written):
        findings = Findings(rules, np.full(len(written), "codmine00001", dtype=object), "en")
        cells = pd.Series([*written, None], dtype=object)[:-1]
        dates = read_dates(text_column("date", cells), len(written), EARLIEST, LATEST, findings)
        return dates, findings.frame()

    return read_column


@pytest.mark.parametrize(
    "written, expected",
    [
        pytest.param("2013-03-27", "2013-03-27", id="ISO"),
        pytest.param("2013/3/27", "2013-03-27", id="year first with slashes"),
        pytest.param("2013-03-27Z", "2013-03-27", id="Z"),
        pytest.param("2013-03-27T23:30:00Z", "2013-03-27", id="time and Z"),
        pytest.param("2013-03-27T23:30:00.000+02:00", "2013-03-27", id="time and zone: the day as written"),
        pytest.param("2013-03-27+02:00", "2013-03-27", id="zone"),
        pytest.param("2013-03-27 00:00:00", "2013-03-27", id="midnight"),
        pytest.param("20130327", "2013-03-27", id="no hyphens"),
        pytest.param("27/03/2013", "2013-03-27", id="day first"),
        pytest.param("3/27/2013 10:15", "2013-03-27", id="month first with a time"),
        pytest.param("27.03.2013", "2013-03-27", id="with points"),
        pytest.param("27/03/13", "2013-03-27", id="year of two digits"),
        pytest.param("27 mars 2013", "2013-03-27", id="French month"),
        pytest.param("1er août 2013", "2013-08-01", id="French first of the month"),
        pytest.param("5 février 2013", "2013-02-05", id="French month with an accent"),
        pytest.param("5 juin 2013", "2013-06-05", id="June in French"),
        pytest.param("5 juil. 2013", "2013-07-05", id="July in French, cut"),
        pytest.param("27-Mar-2013", "2013-03-27", id="English month, cut"),
        pytest.param("March 27th, 2013", "2013-03-27", id="English month first"),
        pytest.param("5 July 2013", "2013-07-05", id="July in English"),
        pytest.param("41360", "2013-03-27", id="serial"),
        pytest.param("41360.75", "2013-03-27", id="serial with a time"),
        pytest.param("2013-03", "2013-03-01", id="month"),
        pytest.param("03/2013", "2013-03-01", id="month before the year"),
        pytest.param("mars 2013", "2013-03-01", id="named month"),
        pytest.param("2013", "2013-01-01", id="year"),
        pytest.param("2013.0", "2013-01-01", id="year as a float"),
        pytest.param("2013-02-30", None, id="no such day"),
        pytest.param("30/02/2013", None, id="no such day, day first"),
        pytest.param("13/13/2013", None, id="no such month"),
        pytest.param("1989-12-31", None, id="before the earliest"),
        pytest.param("2026-06-02", None, id="after the latest"),
        pytest.param("32/2013", None, id="a week or anything else"),
        pytest.param("1234567", None, id="a number of seven digits"),
        pytest.param("jui 2013", None, id="June or July"),
        pytest.param("decision 2013", None, id="a word that begins like a month"),
        pytest.param("n/a", None, id="words"),
    ],
)
def test_one_date(read, written, expected):
    dates, findings = read(written)
    assert pd.Series(dates.values).dt.strftime("%Y-%m-%d").tolist() == [expected or np.nan] or (
        expected is None and np.isnat(dates.values[0])
    )
    assert bool(dates.year_only[0]) == (written in ("2013", "2013.0"))
    if expected is None:
        assert set(findings["action"]) <= {"kept", "not_used", "recoded"} and len(findings)


@pytest.mark.parametrize(
    "written, months, rules",
    [
        pytest.param(["03/04/2021", "27/03/2021"], [4, 3], {"date_day_first"}, id="a 27 shows the day first"),
        pytest.param(
            ["03/04/2021", "03/27/2021"], [3, 3], {"date_month_first"}, id="a 27 shows the month first"
        ),
        pytest.param(["03/04/2021", "2021-03-27"], [4, 3], {"date_order_unknown"}, id="nothing shows"),
        pytest.param(
            ["03/04/2021", "27/03/2021", "03/28/2021"], [4, 3, 3], {"date_order_mixed"}, id="both are shown"
        ),
        pytest.param(["2021-03-04", "44259"], [3, 3], {"date_serial"}, id="ISO and serials"),
        pytest.param(["2021-03", "2021"], [3, 1], {"date_month", "date_year"}, id="month and year"),
        pytest.param(["4/3/21"], [3], {"date_order_unknown", "date_short_year"}, id="two digits"),
    ],
)
def test_order_is_decided_for_the_column(read, written, months, rules):
    dates, findings = read(*written)
    assert pd.Series(dates.values).dt.month.tolist() == months
    assert set(findings["rule"]) == rules


def test_months_alone_are_told_apart_from_days(read):
    dates, _ = read("2021-03", "2021-03-01", "mars 2021", "2021", "")
    assert dates.month_only.tolist() == [True, False, True, False, False]


def test_unreadable_months_are_reported_once_each_row(read):
    _, findings = read("99/2021", "99/2021", "2021-03-01")
    assert findings["rule"].tolist() == ["date_unreadable"] * 2
