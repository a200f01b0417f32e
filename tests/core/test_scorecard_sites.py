"""Which visit speaks for a site, how old it is, and tables that lack something."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.as_of import add_months, parse_as_of
from asm_atlas.core.scorecard.site_scores import score_sites

REPORT_DATE = date(2026, 5, 31)


@pytest.mark.parametrize(
    "answers, site, state",
    [
        pytest.param({}, {}, "scored", id="on site"),
        pytest.param({"on_site": "no", "workers": 0}, {}, "inactive", id="off site, nobody"),
        pytest.param(
            {"on_site": "no", "workers": 0, "presence": "yes"}, {}, "scored", id="off site, soldiers"
        ),
        pytest.param({"on_site": "no", "workers": 5}, {}, "scored", id="off site, miners"),
        pytest.param({"on_site": "no"}, {}, "scored", id="off site, miners unknown"),
        pytest.param({"visit_date": "2017-12-31"}, {}, "too_old", id="before the scheme's first year"),
        pytest.param({}, {"visit_id": None}, "no_visit", id="only lists name the site"),
    ],
)
def test_states(one, answers, site, state):
    row = one(site=site, **answers)
    assert row["state"] == state
    if state != "scored":
        assert row["security_level"] == 0
        assert row[["security_score", "security_robust", "security_reasons"]].isna().all()


def test_a_fixed_date_chooses_the_latest_visit_up_to_it(scores):
    result = scores(
        "2021-12-31",
        sites=[{"pcode": "p", "visit_id": "late"}, {"pcode": "q"}],
        visits=[
            {"visit_id": "late", "pcode": "p", "visit_date": "2022-01-01"},
            {"visit_id": "second", "pcode": "p", "visit_date": "2021-05-01", "source_order": 8},
            {"visit_id": "first", "pcode": "p", "visit_date": "2021-05-01", "source_order": 7},
            {"visit_id": "listed", "pcode": "p", "visit_date": "2021-06-01", "row_kind": "third_party"},
        ],
    )
    assert result["visit_id"].tolist() == ["first", None]
    assert result["state"].tolist() == ["scored", "no_visit"]


@pytest.mark.parametrize(
    "as_of, age",
    [("2023-06-15", "fresh"), ("2023-06-16", "ageing"), ("2026-06-16", "old"), ("visit", "ageing")],
)
def test_ages(one, as_of, age):
    assert one(as_of)["age_class"] == age


@pytest.mark.parametrize(
    "day, months, later",
    [("2020-01-31", 1, "2020-02-29"), ("2021-08-31", 6, "2022-02-28"), ("2020-02-29", 12, "2021-02-28")],
)
def test_calendar_months(day, months, later):
    assert add_months(np.array([day], "datetime64[D]"), months)[0] == np.datetime64(later)


def test_an_unreadable_reference_date_is_explained():
    with pytest.raises(TableError, match=r"'31/05/2026' is not understood; write a date like 2026-05-31"):
        parse_as_of("31/05/2026")


def test_visits_of_another_import_are_refused(scores):
    with pytest.raises(TableError, match=r"VISITS lacks 1 of the visits that SITES names \(first: x\)"):
        scores(sites=[{"pcode": "p", "visit_id": "x"}], visits=[{"visit_id": "v", "pcode": "p"}])


def test_a_site_that_stands_twice_is_refused(scores):
    with pytest.raises(TableError, match="SITES holds the site p more than once"):
        scores(sites=[{"pcode": "p"}, {"pcode": "p"}], visits=[{"visit_id": "v", "pcode": "p"}])


def test_absent_columns_count_as_not_asked(default_scheme, table):
    visits = table("visits", [{"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes"}])
    kept = ["visit_id", "pcode", "row_kind", "visit_date", "on_site", "workers", "presence"]
    result = score_sites(
        table("sites", [{"pcode": "p", "visit_id": "v"}])[["pcode", "visit_id"]],
        visits[kept],
        None,
        None,
        default_scheme,
        parse_as_of("visit"),
        REPORT_DATE,
    )
    levels = [result.scores[f"{dim.id}_level"].iloc[0] for dim in default_scheme.dimensions]
    assert [level if pd.notna(level) else None for level in levels] == [0, 0, 0, None, 0, 0]


def test_values_outside_the_scheme_are_reported(default_scheme, table):
    result = score_sites(
        table("sites", [{"pcode": "p", "visit_id": "v"}]),
        table("visits", [{"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "access_dry": "boat"}]),
        table("actors", [{"visit_id": "v", "actor_class": "pirates"}]),
        None,
        default_scheme,
        parse_as_of("visit"),
        REPORT_DATE,
    )
    assert result.notes == (
        "actors: the classes pirates count as unknown.",
        "access_dry: 1 answers count as unknown (boat).",
    )
