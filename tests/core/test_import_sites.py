"""Sites of made-up rows: which visit speaks, decisions, states."""

import pandas as pd
import pytest
from made_up_rows import DECISION, VISIT, found, rules, visit


def test_status_rows_feed_no_answers(load):
    result = load({**DECISION, "workers_numb": "50", "presence": "1", "state_service1": "SAESSCAM"})
    site = result.sites.iloc[0]
    assert pd.isna(site["workers"]) and site["services"] is None
    assert (site["presence"], site["state"], site["visit_id"]) == ("unknown", "unknown", None)
    assert (site["qualification"], site["n_visits"], site["n_statuses"]) == ("green", 0, 1)
    assert {"status_answer", "site_without_visit"} <= rules(result)


def test_validity_runs_by_calendar_months(load):
    result = load(
        {**DECISION, "visit_date": "2021-08-31", "qualification": "Jaune"},
        {**DECISION, "vid": "10", "visit_date": "2022-08-31", "qualification": "Bleu"},
        {**DECISION, "vid": "11", "visit_date": "2023-08-31", "qualification": "Rouge"},
    )
    ends = result.statuses["valid_until"].dt.strftime("%Y-%m-%d").tolist()
    assert ends[:2] == ["2022-02-28", "2025-08-31"] and pd.isna(ends[2])
    assert result.sites[["qualification"]].values.tolist() == [["red"]]


@pytest.mark.parametrize(
    "rows, speaking",
    [
        pytest.param(
            [visit(vid="1", workers_numb="1"), visit(vid="2", visit_date="2022-01-01", workers_numb="2")],
            2,
            id="latest",
        ),
        pytest.param(
            [visit(vid="7", workers_numb="1"), visit(vid="3", workers_numb="2")], 2, id="lowest number"
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1"), visit(vid="2", project="BGR", visit_date="2022-01-01")],
            1,
            id="third parties do not speak",
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1"), {**DECISION, "workers_numb": "5"}],
            1,
            id="status rows do not speak",
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1", visit_date=""), visit(vid="2", workers_numb="2")],
            2,
            id="a visit without date only if there is no other",
        ),
    ],
)
def test_which_visit_speaks(load, rows, speaking):
    result = load(*rows)
    assert result.sites["workers"].tolist() == [speaking]


def test_third_party_visits_are_counted(load):
    result = load(VISIT, visit(vid="2", project="BGR"))
    assert result.sites[["n_visits", "n_third_party"]].values.tolist() == [[1, 1]]
    assert sorted(result.visits["row_kind"]) == ["third_party", "visit"]


@pytest.mark.parametrize(
    "answers, state, off_site",
    [
        pytest.param({}, "active", "no", id="workers seen"),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": "0"}, "inactive", "yes", id="not reached, nobody works"
        ),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": "0", "presence": "1"}, "unknown", "yes", id="armed"
        ),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": ""}, "unknown", "yes", id="not reached, not known"
        ),
    ],
)
def test_state_of_a_site(load, answers, state, off_site):
    site = load(visit(**answers)).sites.iloc[0]
    assert (site["state"], site["off_site"]) == (state, off_site)


def test_merged_sites_stay_and_say_so(load):
    reason = "Considéré comme un chantier du site Bora (codmine00002)"
    rows = [
        visit(visit_onsite="0", visit_onsite_novisitreason=reason),
        visit(vid="2", pcode="codmine00002"),
        visit(
            vid="3",
            pcode="codmine00003",
            visit_onsite="0",
            visit_onsite_novisitreason=reason.replace("2)", "9)"),
        ),
    ]
    result = load(*rows)
    assert result.sites["merged_into"].tolist() == ["codmine00002", None, "codmine00009"]
    assert found(result, "merged_target_absent")["source_row"].tolist() == [3]


def test_a_site_without_a_speaking_visit_keeps_its_minerals_and_nothing_else(load):
    """A list of decisions names what is dug; who is there it cannot know."""
    decision = {**DECISION, "pcode": "codmine00001", "mineral1": "Wolframite", "presence": "1"}
    sites = load(decision, visit(pcode="codmine00002", project="PAX", workers_numb="40")).sites.set_index(
        "pcode"
    )
    assert sites["mineral_main"].tolist() == ["wolframite", "gold"]
    assert sites["is_3t"].tolist() == ["yes", "no"]
    assert sites["visit_id"].isna().all()
    assert sites["presence"].tolist() == ["unknown", "unknown"]
    assert sites["workers"].isna().all()
