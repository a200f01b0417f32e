"""The other questions: services, status, traceability, health and safety, titles, access, miners."""

import pandas as pd
import pytest

# State services


@pytest.mark.parametrize(
    "answers, answer",
    [
        pytest.param({"services": "divmines;saemape"}, "yes", id="listed"),
        pytest.param({"services": "divmines"}, "no", id="another one listed"),
        pytest.param({}, "no", id="reached, nothing listed"),
        pytest.param({"on_site": "no"}, "unknown", id="not reached, nothing listed"),
        pytest.param({"on_site": "no", "services": "divmines"}, "no", id="not reached, another one listed"),
        pytest.param({"services": "a;b;c;d", "services_full": "yes"}, "unknown", id="all places taken"),
        pytest.param({"services": "a;b;c;saemape", "services_full": "yes"}, "yes", id="listed among four"),
        pytest.param({"services_full": "not_asked"}, "unknown", id="no column for services"),
        pytest.param({"row_kind": "third_party"}, "unknown", id="third-party row"),
    ],
)
def test_services(one, answers, answer, reasons):
    assert reasons(one(**answers), "state_services")["service_saemape"]["answer"] == answer


# Qualification and traceability


def decision(day, code):
    return {"status_id": day, "date": day, "kind": "qualification", "qualification": code}


@pytest.mark.parametrize(
    "statuses, as_of, answer",
    [
        pytest.param([decision("2020-06-15", "green")], "visit", "green", id="green on its last day"),
        pytest.param([decision("2020-06-14", "green")], "visit", "expired_green", id="green, one day over"),
        pytest.param([decision("2020-12-15", "yellow")], "visit", "yellow", id="yellow on its last day"),
        pytest.param(
            [decision("2020-12-14", "yellow")], "visit", "expired_yellow", id="yellow, one day over"
        ),
        pytest.param([decision("2018-06-15", "blue")], "visit", "blue", id="blue on its last day"),
        pytest.param([decision("2018-06-14", "blue")], "visit", "lapsed_blue", id="blue, one day over"),
        pytest.param([decision("2012-01-01", "red")], "visit", "red", id="red at any age"),
        pytest.param(
            [decision("2021-01-01", "not_classified")], "visit", "not_classified", id="not classified"
        ),
        pytest.param([], "visit", "none", id="never decided"),
        pytest.param([decision("2021-06-16", "green")], "visit", "none", id="decided after the visit"),
        pytest.param(
            [decision("2021-01-01", "green"), decision("2021-03-01", "red")],
            "visit",
            "red",
            id="the latest counts",
        ),
        pytest.param(
            [decision("2021-06-16", "green")], "2022-01-01", "green", id="decided before the fixed date"
        ),
        pytest.param(
            [decision("2021-06-16", "green")], "2026-05-31", "expired_green", id="fixed date, expired"
        ),
        pytest.param([decision("2011-01-01", "green")], "last_known", "green", id="last known: no expiry"),
        pytest.param(
            [decision("2024-01-01", "blue")], "last_known", "blue", id="last known: also later decisions"
        ),
    ],
)
def test_qualification(one, statuses, as_of, answer, reasons):
    row = one(as_of, statuses=statuses, minerals="gold", is_gold="yes")
    assert reasons(row, "formalisation")["qualification"]["answer"] == answer


def test_the_reason_gives_the_date_of_the_decision(one, reasons):
    row = one(statuses=[decision("2021-01-02", "green")], minerals="gold")
    assert reasons(row, "formalisation")["qualification"]["date"] == "2021-01-02"


@pytest.mark.parametrize(
    "site, answer",
    [
        pytest.param(
            {"qualification": "green", "qualification_date": "2021-01-01"}, "green", id="in its period"
        ),
        pytest.param(
            {"qualification": "green", "qualification_date": "2019-01-01"}, "expired_green", id="over"
        ),
        pytest.param(
            {"qualification": "green", "qualification_date": "2022-01-01"}, "unknown", id="decided later"
        ),
        pytest.param({}, "none", id="no decision"),
    ],
)
def test_without_a_table_of_statuses_the_site_says_its_last_one(one, site, answer, reasons):
    row = one(statuses=None, site=site, minerals="gold")
    assert reasons(row, "formalisation")["qualification"]["answer"] == answer


def test_red_caps_formalisation(one):
    row = one(statuses=[decision("2015-01-01", "red")], minerals="coltan", is_3t="yes", traceability="itsci")
    assert row["formalisation_score"] == pytest.approx(300 / 7)
    assert (row["formalisation_level"], row["formalisation_robust"]) == (1, "firm")


def test_qualification_is_not_asked_of_diamonds(one):
    row = one(statuses=[decision("2021-01-01", "red")], minerals="diamond", is_gold="no", is_3t="no")
    assert pd.isna(row["formalisation_level"])
    assert row["formalisation_robust"] == "not_applicable"
    assert row["formalisation_reasons"] is None


def listed(day):
    return {"status_id": day, "date": day, "kind": "traceability", "traceability": "itsci_listed"}


@pytest.mark.parametrize(
    "answers, statuses, answer",
    [
        pytest.param({"is_3t": "yes", "traceability": "better_mining"}, [], "better_mining", id="seen"),
        pytest.param({"is_3t": "yes"}, [], "none", id="3T, reached, nothing seen"),
        pytest.param({"is_3t": "yes", "on_site": "no"}, [], "unknown", id="3T, not reached"),
        pytest.param(
            {"is_3t": "yes", "on_site": "no", "traceability": "none"}, [], "none", id="said to have none"
        ),
        pytest.param({"is_3t": "yes", "on_site": "no"}, [listed("2019-06-15")], "itsci_listed", id="listed"),
        pytest.param(
            {"is_3t": "yes", "on_site": "no"}, [listed("2019-06-14")], "unknown", id="listed too long ago"
        ),
        pytest.param({"is_3t": "yes"}, [listed("2020-01-01")], "none", id="a later visit found none"),
        pytest.param({"is_3t": "no"}, [], None, id="not asked of other minerals"),
        pytest.param({"is_3t": "no", "traceability": "itsci"}, [], "itsci", id="gold with a programme"),
    ],
)
def test_traceability(one, answers, statuses, answer, reasons):
    row = one(statuses=statuses, minerals="gold", **answers)
    reason = reasons(row, "formalisation").get("traceability")
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "country, level",
    [
        pytest.param("COD", 2, id="where these services exist"),
        pytest.param("CAF", None, id="elsewhere they are not asked for"),
        pytest.param(None, 2, id="country not known"),
    ],
)
def test_services_and_qualification_are_those_of_dr_congo(one, country, level):
    row = one(site={"country": country}, services="saemape", minerals="gold")
    assert (row["state_services_level"] if pd.notna(row["state_services_level"]) else None) == level
    assert pd.isna(row["formalisation_level"]) == (level is None)


# Items that apply only where the question was asked


@pytest.mark.parametrize(
    "answers, item, answer",
    [
        pytest.param({}, "accidents", None, id="accidents not asked"),
        pytest.param({"injured": 0, "dead": 0}, "accidents", "none", id="no accident"),
        pytest.param({"injured": 2, "dead": 0}, "accidents", "injured", id="injured"),
        pytest.param({"injured": 2, "dead": 1}, "accidents", "dead", id="dead"),
        pytest.param({"injured": 2}, "accidents", ["injured", "dead"], id="dead not answered"),
        pytest.param({"dead": 1, "recall_months": 24}, "accidents", "unknown", id="recall too long"),
        pytest.param({"sanitation": "partly"}, "sanitation", "partly", id="sanitation"),
        pytest.param({"sanitation": "not_asked"}, "sanitation", None, id="sanitation not asked"),
        pytest.param({"mercury": "yes"}, "mercury", None, id="mercury off gold sites"),
    ],
)
def test_health_and_safety_items(one, answers, item, answer, reasons):
    reason = reasons(one(children="no", **answers), "health_safety").get(item)
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "site, answer",
    [
        pytest.param({}, None, id="no titles"),
        pytest.param({"title_class": "zea_active"}, "zea_active", id="artisanal zone"),
        pytest.param(
            {"title_class": "none", "title_date": pd.Timestamp("2016-06-15")}, "none", id="in five years"
        ),
        pytest.param(
            {"title_class": "none", "title_date": pd.Timestamp("2016-06-14")}, None, id="layer too old"
        ),
    ],
)
def test_titles(one, site, answer, reasons):
    reason = reasons(one(site=site, minerals="gold"), "formalisation").get("title_class")
    assert (reason and reason["answer"]) == answer


@pytest.mark.parametrize(
    "dry, wet, worst, best",
    [
        pytest.param("carmoto", "less2h", 75, 75, id="both answered"),
        pytest.param("less2h", "unknown", 25, 50, id="rain never improves access"),
        pytest.param("unknown", "unknown", 0, 100, id="neither answered"),
    ],
)
def test_access(one, dry, wet, worst, best):
    row = one(access_dry=dry, access_wet=wet)
    assert [row["access_worst"], row["access_best"]] == [worst, best]


@pytest.mark.parametrize(
    "workers, points", [(0, 0), (1, 0.25), (49, 0.25), (50, 0.5), (250, 0.75), (499, 0.75), (500, 1)]
)
def test_workers_by_size_class(one, workers, points, reasons):
    assert reasons(one(workers=workers), "production")["workers"]["points"] == [points, points]
