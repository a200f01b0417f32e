"""Dates of made-up rows, a trap at a time."""

import pytest
from made_up_rows import VISIT, found, rules, visit


@pytest.mark.parametrize(
    "written, expected",
    [
        pytest.param(["2021-03-04", "2020-12-31"], ["2021-03-04", "2020-12-31"], id="ISO"),
        pytest.param(
            ["2013-03-27Z", "2021-03-04T10:11:12"], ["2013-03-27", "2021-03-04"], id="with zone, time"
        ),
        pytest.param(["27/03/2013", "04/03/2021"], ["2013-03-27", "2021-03-04"], id="day first"),
        pytest.param(["3/27/2013", "3/4/2021"], ["2013-03-27", "2021-03-04"], id="month first"),
        pytest.param(["44259", "41360.5"], ["2021-03-04", "2013-03-27"], id="spreadsheet serials"),
        pytest.param(["2009", "2021-03-04"], ["2009-01-01", "2021-03-04"], id="year only"),
        pytest.param(
            ["03/04/2021", "01/02/2020"], ["2021-04-03", "2020-02-01"], id="order unknown: day first"
        ),
        pytest.param(["27/03/2013", "3/27/2013"], ["2013-03-27", "2013-03-27"], id="both orders"),
    ],
)
def test_dates(load, written, expected):
    result = load(*(visit(vid=str(n), visit_date=text) for n, text in enumerate(written)))
    assert result.visits["visit_date"].dt.strftime("%Y-%m-%d").tolist() == expected


@pytest.mark.parametrize(
    "written, rule",
    [
        pytest.param("", "date_missing", id="missing"),
        pytest.param("1970-01-01", "date_placeholder", id="day zero of Unix"),
        pytest.param("1/1/1900", "date_placeholder", id="day one of spreadsheets"),
        pytest.param("0000-00-00", "date_placeholder", id="no date of databases"),
        pytest.param("9999-12-31T00:00:00", "date_placeholder", id="end of the calendar"),
        pytest.param("mars", "date_unreadable", id="month without a year"),
        pytest.param("27 smarch 2013", "date_unreadable", id="no such month"),
        pytest.param("2013-13", "date_unreadable", id="month 13"),
        pytest.param("soon", "date_unreadable", id="words"),
        pytest.param("2021-13-45", "date_unreadable", id="no such day"),
        pytest.param("1921-03-04", "date_out_of_range", id="long ago"),
        pytest.param("2031-03-04", "date_out_of_range", id="still to come"),
    ],
)
def test_unusable_dates_leave_the_visit_without_one(load, written, rule):
    result = load(visit(visit_date=written), visit(vid="2", pcode="codmine00002"))
    assert result.visits["visit_date"].isna().tolist() == [True, False]
    assert result.visits["date_precision"].tolist() == ["unknown", "day"]
    assert found(result, rule)["source_row"].tolist() == [1]
    assert result.visits["visit_id"][0] == "codmine00001_nodate_ipis-madini_1"


@pytest.mark.parametrize(
    "written, rule",
    [
        pytest.param(["03/04/2021", "01/02/2020"], "date_order_unknown", id="nothing tells the order"),
        pytest.param(["27/03/2013", "3/27/2013", "3/4/2013"], "date_order_mixed", id="both orders occur"),
        pytest.param(["3/27/2013"], "date_month_first", id="month first"),
        pytest.param(["44259"], "date_serial", id="serial"),
    ],
)
def test_doubtful_date_columns_are_reported(load, written, rule):
    result = load(*(visit(vid=str(n), visit_date=text) for n, text in enumerate(written)))
    assert rule in rules(result)


def test_precision_of_dates(load):
    result = load(VISIT, visit(vid="2", project="IPIS - 2009", visit_date="2009-01-01"))
    assert result.visits["date_precision"].tolist() == ["day", "year"]


def test_first_of_january_in_full_is_a_finding_but_where_years_are_usual(load):
    result = load(
        visit(visit_date="2021-01-01"),
        visit(vid="2", project="IPIS - 2009", visit_date="2009-01-01"),
        visit(vid="3", visit_date="2020"),
        visit(vid="4", visit_date="2020-05"),
    )
    assert found(result, "date_new_year")["raw_value"].tolist() == ["2021-01-01"]
    assert result.visits["date_precision"].tolist() == ["day", "year", "year", "month"]
